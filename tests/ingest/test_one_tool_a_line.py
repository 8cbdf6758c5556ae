"""Notes that tell of another tool in each line, and names that open a line before what they are like."""

from __future__ import annotations

import pytest
from reading_samples import about, read_notes, relations, relations_below

TOOLS = "# Tools\n\nSQS: 14 days max\nSNS fans out to many\nKafka moves logs\nRedis keeps sets\n"


@pytest.mark.parametrize(("words", "name"), [("fans out", "SNS"), ("moves logs", "Kafka"), ("keeps sets", "Redis")])
def test_each_line_tells_of_its_own_tool(words: str, name: str) -> None:
    assert about(TOOLS, words) == {name}


def test_the_first_tool_has_none_of_the_others() -> None:
    assert not [edge for edge in relations(TOOLS) if edge[0] == "SQS"]


def test_a_labelled_line_keeps_what_goes_on_with_it() -> None:
    text = "# AWS\n\nSQS: 14 days max\nqueues messages for others\nkeeps them\nLambda may read it\n"
    assert about(text, "queues messages") == {"SQS"}


def test_what_a_part_is_like_is_no_part_and_no_kind() -> None:
    found = relations_below("VPC", "NACL stateless subnet level, free")
    assert not [edge for edge in found if edge[1] == "kind_of" or (" " in edge[2] and "level" in edge[2])]


def test_what_does_not_hold_is_no_need() -> None:
    found = relations_below("VPC", "peering not transitive -> transit gateway")
    assert not [edge for edge in found if edge[1] == "suited_to"]


def test_a_figure_behind_a_noun_ends_the_name_before_it() -> None:
    found = relations_below("ELB", "ALB layer 7, path routing, targets: EC2, Lambda")
    assert not [edge for edge in found if "layer" in edge[0]]


@pytest.mark.parametrize("line", ["metadata at 169.254.169.254", "10.0.0.0/16 by default", "DNS server 8.8.8.8"])
def test_an_address_is_no_figure(line: str) -> None:
    assert not read_notes(f"# Notes\n\n## EC2\n\n- {line}\n").limits


def test_thousands_with_dots_are_a_figure() -> None:
    limits = read_notes("# Notes\n\n## S3\n\n- max 3.500.000.000 files\n").limits
    assert [limit.limit.value for limit in limits] == [3_500_000_000]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("# AWS\n\nLambda, S3 and SQS\n\ndynamo\n\n- items up to 400 KB\n", "DynamoDB"),
        ("# Queues\n\nKafka, ActiveMQ\n\n## rabbit\n\n- items up to 128 MB\n", "RabbitMQ"),
    ],
)
def test_a_product_goes_by_its_short_name(text: str, name: str) -> None:
    assert about(text, "items up to") == {name}


def test_stages_of_one_pipeline_are_none_of_another_product() -> None:
    text = "# AWS\n\n## API Gateway\n\n- stages, stage variables\n\n## Flow\n\n- CodePipeline stages, files in S3\n"
    assert not [edge for edge in relations(text) if edge[0] == "stage" and edge[1] == "stores_in"]


@pytest.mark.parametrize(("line", "units"), [("0-3600, 5-10 GB", {None, "GB"}), ("1, 2 or 5 GB", {"GB"})])
def test_a_range_takes_no_unit_of_the_next_one(line: str, units: set[str | None]) -> None:
    limits = read_notes(f"# Notes\n\n## S3\n\n- {line}\n").limits
    assert {limit.limit.unit for limit in limits} == units


def test_what_is_written_as_code_is_no_kind() -> None:
    found = relations_below("Sockets", "websocket: connectionId, callback url")
    assert not [edge for edge in found if edge[1] == "kind_of"]


def test_sorts_of_one_noun_are_no_parts() -> None:
    found = relations_below("Trains", "nightcar = road/rail carriage")
    assert not [edge for edge in found if edge[1] == "has_feature" and edge[2] in ("road", "rail")]

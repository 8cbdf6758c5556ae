"""Where a list of purposes, ways or examples ends, and what an arrow behind advice leads to."""

from __future__ import annotations

import pytest
from reading_samples import relations_below


def test_grades_behind_a_plural_are_no_kind() -> None:
    found = relations_below("Harbour", "boat tiers gold (fast), silver (slow)")
    assert not [edge for edge in found if edge[1] == "kind_of"]


def test_what_is_pushed_out_is_not_replaced() -> None:
    assert not [e for e in relations_below("Kafka Connect", "sinks push out (S3, Redis)") if e[1] == "replaces"]


def test_what_one_of_a_list_comes_with_the_others_do_not() -> None:
    found = relations_below("Kafka Connect", "Converters: Avro w/ Schema Registry, JSON, Protobuf")
    assert {edge[2] for edge in found if edge[:2] == ("Avro", "uses")} == {"Schema Registry"}
    assert not [edge for edge in found if edge[1] == "kind_of"]


@pytest.mark.parametrize(
    ("line", "taken"),
    [
        ("not for ad hoc analytics -> load into Redis or Kafka", {"Redis", "Kafka"}),
        ("not for night trips -> move to Redis", {"Redis"}),
    ],
)
def test_an_arrow_leads_to_the_place_behind_a_verb(line: str, taken: set[str]) -> None:
    found = relations_below("Postgres", line)
    assert {edge[0] for edge in found if edge[1] == "use_instead_of"} == taken


def test_a_thing_in_brackets_with_a_purpose_is_no_example() -> None:
    found = relations_below("Flink", "exactly once via checkpoints (RocksDB state backend, S3 for checkpoints)")
    assert ("S3", "kind_of", "checkpoint") not in found


def test_parts_behind_a_purpose_are_none() -> None:
    found = relations_below("Iceberg", "table format for huge tables, ACID, time travel, hidden partitioning")
    assert {edge[2] for edge in found if edge[1] == "suited_to"} == {"huge tables"}


def test_plain_words_behind_a_purpose_are_purposes_too() -> None:
    found = relations_below("MongoDB", "document store for catalogs, user profiles, carts")
    assert {edge[2] for edge in found if edge[1] == "suited_to"} == {"catalogs", "user profiles", "carts"}


@pytest.mark.parametrize("title", ["Services", "Pi-hole"])
def test_what_a_product_points_to_does_not_suit_it(title: str) -> None:
    assert not [edge for edge in relations_below(title, "Pi-hole -> DNS, night mode") if edge[1] == "suited_to"]


def test_what_another_does_is_no_member_of_a_list() -> None:
    found = relations_below("Monitoring", "Prometheus scrapes node_exporter + cadvisor, Grafana shows it")
    assert not [edge for edge in found if "shows" in edge[2]]


def test_all_that_a_deed_is_done_with_is_used() -> None:
    found = relations_below("Vitals", "measured with Redis, Kafka (field), Docker")
    assert {edge[2] for edge in found if edge[1] == "uses"} == {"Redis", "Kafka", "Docker"}


def test_who_hosts_a_thing_does_not_take_what_it_takes() -> None:
    found = relations_below("CI", "runners: GitHub hosted (Ubuntu, Windows, macOS)")
    assert not [edge for edge in found if edge[0] == "GitHub" and edge[1] == "supports"]


def test_words_that_say_how_much_are_no_name() -> None:
    assert not [edge for edge in relations_below("Fortified", "PX very sweet") if edge[1] == "has_feature"]


def test_what_a_part_does_something_to_is_not_its_whole() -> None:
    line = "one component of an application puts messages on a queue"
    assert not [edge for edge in relations_below("SQS", line) if edge[1:] == ("has_feature", "SQS")]

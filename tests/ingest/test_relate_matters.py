"""What a tool deals with, told by the nouns that open a line, and what does a job that any thing has."""

from __future__ import annotations

import pytest
from reading_samples import relations_below


@pytest.mark.parametrize(
    ("line", "taken"),
    [
        ("encryption at rest = KMS", {"KMS"}),
        ("encryption at rest: KMS", {"KMS"}),
        ("monitoring = Prometheus + Grafana", {"Prometheus", "Grafana"}),
        ("messaging = Redis or RabbitMQ", {"Redis", "RabbitMQ"}),
        ("log shipping = Fluent Bit", {"Fluent Bit"}),
    ],
)
def test_what_is_set_equal_to_a_job_does_it(line: str, taken: set[str]) -> None:
    found = relations_below("RDS", line)
    assert {target for source, relation, target in found if (source, relation) == ("RDS", "uses")} == taken
    assert not [edge for edge in found if edge[1] == "has_feature" and edge[2] in taken]


@pytest.mark.parametrize(
    ("line", "matters"),
    [
        ("logs, indexes labels only", {"logs"}),
        ("search + logs, on top of Lucene", {"search", "logs"}),
        ("traces", {"traces"}),
    ],
)
def test_the_nouns_that_open_tell_what_a_tool_deals_with(line: str, matters: set[str]) -> None:
    found = relations_below("Loki", line)
    assert {target for _, relation, target in found if relation == "suited_to"} == matters
    assert not [edge for edge in found if edge[1] == "has_feature"]


def test_a_list_that_goes_on_with_parts_is_one_of_parts() -> None:
    found = relations_below("CloudWatch", "metrics, logs, alarms")
    assert not [edge for edge in found if edge[1] == "suited_to"]

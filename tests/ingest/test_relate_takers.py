"""Who takes or does what the words before were about."""

from __future__ import annotations

import pytest
from reading_samples import relations


@pytest.mark.parametrize(
    ("lines", "stated"),
    [
        ("# Mail\n\nSMTP: old letters. Postfix and Redis speak it.\n", {("Postfix", "SMTP"), ("Redis", "SMTP")}),
        ("# Post\n\nTLS: sealed letters. Nginx does it\n", {("Nginx", "TLS")}),
        ("# Music\n\nOpenAPI\nscore format\nRedis, Kafka, Nginx all speak it\n", {("Kafka", "OpenAPI")}),
        ("# Music\n\nOpenAPI\nscore format\n- old tools (Capella, Encore) all speak it\n", {("Encore", "OpenAPI")}),
        ("# Locks\n\nTCP vs UDP: bars or rings, Nginx can do both\n", {("Nginx", "TCP"), ("Nginx", "UDP")}),
    ],
)
def test_who_does_it_supports_what_was_named(lines: str, stated: set[tuple[str, str]]) -> None:
    found = {(source, target) for source, relation, target in relations(lines) if relation == "supports"}
    assert stated <= found


def test_who_reads_a_thing_reads_from_it_and_is_no_part_of_it() -> None:
    found = relations("# Halls\n\nKafka: a log of parcels. Redis, Nginx all read it\n")
    assert {("Redis", "reads_from", "Kafka"), ("Nginx", "reads_from", "Kafka")} <= found
    assert ("Kafka", "has_feature", "Redis") not in found


@pytest.mark.parametrize("line", ["Nginx can not do it", "nobody does it", "the crew does both"])
def test_who_does_not_and_who_has_no_name_takes_nothing(line: str) -> None:
    assert not [e for e in relations(f"# Post\n\nTLS: sealed letters. {line}\n") if e[1] == "supports"]


def test_a_label_within_a_line_is_what_the_rest_of_it_is_about_and_like_the_one_before() -> None:
    found = relations("# Doors\n\nTCP: slow knocks. UDP: quick knocks; better for live music\n")
    assert ("UDP", "suited_to", "live music") in found
    assert ("TCP", "contrasts_with", "UDP") in found

"""Names with the sign of what they have, and what is better than the thing above: of a harbour and of brokers."""

from __future__ import annotations

import pytest
from reading_samples import relations


def read(line: str, title: str = "Kafka") -> set[tuple[str, str, str]]:
    return relations(f"# Notes\n\n## {title}\n- {line}\n")


@pytest.mark.parametrize(
    ("line", "edge"),
    [
        ("uses Redis's streams", ("Kafka", "uses", "Redis Streams")),
        ("Kafka's great for replay", ("Kafka", "suited_to", "replay")),
        ("Redis’s good for harbour queues", ("Redis", "suited_to", "harbour queues")),
        ("Redis's faster than Kafka", ("Redis", "contrasts_with", "Kafka")),
    ],
)
def test_a_name_is_known_before_what_it_has_and_what_it_is(line: str, edge: tuple[str, str, str]) -> None:
    assert edge in read(line)


@pytest.mark.parametrize("line", ["a few boats against Redis's fleet", "it's fine", "what's new"])
def test_what_another_has_is_not_used_in_passing(line: str) -> None:
    assert not read(line)


def test_a_name_with_that_sign_in_it_stays_whole() -> None:
    assert ("Let's Encrypt", "sends_to", "Redis") in read("Let's Encrypt sends its logs to Redis")


@pytest.mark.parametrize(
    ("line", "edges"),
    [
        (
            "MySQL is nicer for cargo lists",
            {("MySQL", "suited_to", "cargo lists"), ("MySQL", "use_instead_of", "Kafka")},
        ),
        ("MySQL is the better choice for joins", {("MySQL", "use_instead_of", "Kafka")}),
        ("inside the harbour Redis does the job better", {("Redis", "use_instead_of", "Kafka")}),
        ("rsync is handier than scp", {("rsync", "use_instead_of", "scp")}),
    ],
)
def test_what_does_it_better_is_taken_instead(line: str, edges: set[tuple[str, str, str]]) -> None:
    assert edges <= read(line)


@pytest.mark.parametrize("line", ["MySQL is no better for cargo lists", "MySQL is better for joins than Redis"])
def test_what_is_no_better_or_better_than_another_is_not(line: str) -> None:
    assert ("MySQL", "use_instead_of", "Kafka") not in read(line)


@pytest.mark.parametrize(
    ("line", "uses"),
    [
        ("good on edge boxes and as a buffer", {"edge boxes", "buffer"}),
        ("great for harbour type stuff", {"harbour"}),
        ("good for cargo lists and tide tables kind of things", {"cargo lists", "tide tables"}),
    ],
)
def test_small_words_around_uses_are_no_part_of_them(line: str, uses: set[str]) -> None:
    assert {target for _, relation, target in read(line) if relation == "suited_to"} == uses


def test_a_product_may_come_out_of_another_but_not_words_or_makers() -> None:
    assert ("Kafka", "replaces", "Redis") in read("grew out of Redis")
    assert not {edge for edge in read("messages came out of Redis") if edge[1] == "replaces"}
    assert not {edge for edge in read("came out of LinkedIn") if edge[1] == "replaces"}


def test_a_verdict_is_told_of_each_need_of_a_list() -> None:
    found = read("quick; single reads, small joins, lists with many holes in them = pain")
    assert {target for _, relation, target in found if relation == "not_suited_to"} >= {"single reads", "small joins"}

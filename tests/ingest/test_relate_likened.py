"""What a thing is to another one, how it was called before, and what sort of thing it is."""

from __future__ import annotations

import pytest
from reading_samples import relations


def read(line: str, title: str = "Redis") -> set[tuple[str, str, str]]:
    return relations(f"# Notes\n\n## {title}\n- {line}\n")


@pytest.mark.parametrize(
    ("line", "edge"),
    [
        ("Kafka replacement", ("Redis", "replaces", "Kafka")),
        ("an open source Kafka alternative for small crews", ("Redis", "contrasts_with", "Kafka")),
        ("Kafka clone in Go", ("Redis", "contrasts_with", "Kafka")),
        ("MySQL is the drop-in replacement", ("MySQL", "replaces", "Redis")),
        ("free until May, MySQL is the open source fork", ("MySQL", "contrasts_with", "Redis")),
        ("Kafka but with oars", ("Redis", "contrasts_with", "Kafka")),
        ("basically MySQL without the disk", ("Redis", "contrasts_with", "MySQL")),
        ("same idea as Kafka", ("Redis", "contrasts_with", "Kafka")),
    ],
)
def test_what_a_thing_is_to_another(line: str, edge: tuple[str, str, str]) -> None:
    assert edge in read(line)


@pytest.mark.parametrize(
    "line",
    [
        "no Kafka replacement",
        "MySQL is no alternative",
        "there is a replacement",
        "Docker but also Linux",
        "Kafka replacement costs at the yard",
    ],
)
def test_it_is_nothing_to_another_where_that_is_denied_or_not_said(line: str) -> None:
    assert not {edge for edge in read(line) if edge[1] in ("replaces", "contrasts_with")}


@pytest.mark.parametrize(
    ("line", "edge"),
    [
        ("previously MySQL", ("Redis", "replaces", "MySQL")),
        ("the new MySQL", ("Redis", "replaces", "MySQL")),
        ("is MySQL now", ("MySQL", "replaces", "Redis")),
        ("now it's MySQL", ("MySQL", "replaces", "Redis")),
        ("Kafka out, MySQL in", ("MySQL", "replaces", "Kafka")),
        ("in with Kafka, out with Old Gate", ("Kafka", "replaces", "Old Gate")),
        ("Kafka -> now MySQL", ("MySQL", "replaces", "Kafka")),
    ],
)
def test_names_that_were_and_that_are_now(line: str, edge: tuple[str, str, str]) -> None:
    assert edge in read(line)


@pytest.mark.parametrize("line", ["is single threaded now", "Java 21 now", "the new UI", "boats out, crews in"])
def test_no_name_of_another_thing_is_no_name_before(line: str) -> None:
    assert not {edge for edge in read(line) if edge[1] == "replaces"}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Type: IDS", "IDS"),
        ("type: firewall", "firewall"),
        ("kind: hull scanner", "hull scanner"),
        ("Redis is our tide database", "tide database"),
    ],
)
def test_what_sort_of_thing_it_is(line: str, kind: str) -> None:
    found = read(line)
    assert ("Redis", "kind_of", kind) in found
    assert not {edge for edge in found if edge[1] == "has_feature"}


@pytest.mark.parametrize(
    ("line", "one", "other"),
    [
        ("OLTP / OLAP: many small writes / few huge reads", "OLTP", "OLAP"),
        ("MySQL / Kafka: calm and slow / fast and wet", "MySQL", "Kafka"),
    ],
)
def test_two_told_each_in_its_turn(line: str, one: str, other: str) -> None:
    assert {(one, "contrasts_with", other), (other, "contrasts_with", one)} & read(line)

"""What is built in, given things, told a figure or does something beside another part: parts of the thing above."""

from __future__ import annotations

import pytest
from reading_samples import relations, relations_below


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Grafana", "alert manager built in"),
        ("Kafka", "stream processor included"),
        ("Ferry", "freight server included"),
    ],
)
def test_what_is_built_in_is_a_part_and_no_kind(title: str, line: str) -> None:
    found = relations_below(title, line)
    part = line.rpartition(" ")[0].removesuffix(" built")
    assert (title, "has_feature", part) in found
    assert not [edge for edge in found if edge[1] == "kind_of"]


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Grafana", "alerting (rules, silences) + image store"),
        ("Kafka", "every restart = new leader"),
        ("Ferry", "each trip = new log book store"),
        ("Grafana", "session store -> MySQL"),
    ],
)
def test_parts_added_and_what_happens_each_time_are_no_kinds(title: str, line: str) -> None:
    assert not [edge for edge in relations_below(title, line) if edge[1] == "kind_of"]


@pytest.mark.parametrize(
    ("title", "line", "part"),
    [
        ("Kafka", "the archiver sends segments to the cold store", "cold store"),
        ("Ferry", "the crane sends crates to the hold", "hold"),
    ],
)
def test_what_parts_give_things_to_is_a_part(title: str, line: str, part: str) -> None:
    assert (title, "has_feature", part) in relations_below(title, line)


@pytest.mark.parametrize("place", ["cloud", "kernel", "browser", "sea"])
def test_where_everything_is_is_no_part(place: str) -> None:
    found = relations_below("Ferry", f"the horn sends signals to the {place}")
    assert ("Ferry", "has_feature", place) not in found


def test_a_kind_with_its_parts_uses_none_of_them() -> None:
    found = relations_below("RabbitMQ", "message broker with routing keys")
    assert not [edge for edge in found if edge[1] == "uses"]


@pytest.mark.parametrize(
    ("title", "line", "part"),
    [
        ("DHCP", "T1 = 50 % of the lease, renew; T2 = 87 %", "T2"),
        ("Ferry", "crew polls too slow (max.poll.interval 5 mins) = kicked out", "max.poll.interval"),
    ],
)
def test_what_a_figure_is_told_of_is_a_part(title: str, line: str, part: str) -> None:
    assert (title, "has_feature", part) in relations_below(title, line)


def test_a_section_of_its_own_is_no_part_for_its_figure() -> None:
    found = relations("# Azure\n\n## Redis\n\n- keeps keys\n\n## scale_sets\n\n- tops out at 1000 VMs\n")
    assert ("Redis", "has_feature", "scale_sets") not in found


@pytest.mark.parametrize(
    ("title", "line", "part"),
    [
        ("Kafka", "broker 1 is the leader; controller sends metadata to ZooKeeper", "controller"),
        ("Redis", "cluster bus is gossip; proxy node sends keys to S3", "proxy node"),
    ],
)
def test_what_does_something_beside_another_part_is_a_part_of_the_whole(title: str, line: str, part: str) -> None:
    assert (title, "has_feature", part) in relations_below(title, line)


def test_a_sentence_of_three_words_is_no_part() -> None:
    assert not [edge for edge in relations_below("Ferry", "crane lifts bags") if edge[2] == "crane lifts bags"]

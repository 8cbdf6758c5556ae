"""What people move to when something is gone, in the words of keepers of a harbour and of makers of proxies."""

from __future__ import annotations

import pytest
from reading_samples import relations


def replaced(line: str, title: str = "HAProxy") -> set[tuple[str, str]]:
    found = relations(f"# Notes\n\n## {title}\nbalances load between servers\n{line}\n")
    return {(source, target) for source, relation, target in found if relation == "replaces"}


@pytest.mark.parametrize(
    ("line", "new", "old"),
    [
        ("dead since 2020, Envoy is what you move to", "Envoy", "HAProxy"),
        ("nginx is EOL, Envoy is what they want you on now", "Envoy", "Nginx"),
        ("basically dead, they want you on Envoy now", "Envoy", "HAProxy"),
        ("has been retired, we run Envoy these days", "Envoy", "HAProxy"),
        ("we ditched the Old Gate, nginx it is", "Nginx", "Old Gate"),
        ("nginx since 2.1, the Old Gate is buried", "Nginx", "Old Gate"),
        ("Old Gate until 2.1, then nginx", "Nginx", "Old Gate"),
    ],
)
def test_people_move_to_what_is_there_when_something_is_gone(line: str, new: str, old: str) -> None:
    assert replaced(line) == {(new, old)}


@pytest.mark.parametrize(
    ("line", "new", "old"),
    [
        ("legacy, Envoy has replaced it", "Envoy", "HAProxy"),
        ("retired, Envoy stands in now", "Envoy", "HAProxy"),
        ("dropped nginx in 2.1, Envoy took over", "Envoy", "Nginx"),
        ("we swapped nginx out for Envoy last year", "Envoy", "Nginx"),
        ("we threw out nginx for Envoy", "Envoy", "Nginx"),
        ("we replaced it with Envoy", "Envoy", "HAProxy"),
        ("moved off it to Envoy", "Envoy", "HAProxy"),
        ("is the proxy that replaced nginx", "HAProxy", "Nginx"),
    ],
)
def test_more_words_for_a_place_that_is_taken(line: str, new: str, old: str) -> None:
    assert (new, old) in replaced(line)
    assert len(replaced(line)) == 1


@pytest.mark.parametrize(
    "line",
    [
        "Envoy is what you look at when it rains",
        "dropped messages are what you see",
        "a follower steps in when the leader is lost",
        "since 2.1, plugins are signed",
        "6.2 until 2021, then 7",
        "for crews that replaced nginx",
    ],
)
def test_nothing_is_replaced_where_nothing_is_gone(line: str) -> None:
    assert not replaced(line)


def test_what_is_ditched_is_worse_and_not_who_ditched_it() -> None:
    found = relations("# Notes\n\n## Kafka\n- dropped ZooKeeper, Redis instead\n")
    assert ("Redis", "use_instead_of", "ZooKeeper") in found
    assert not {edge for edge in found if edge[1] == "use_instead_of" and edge[2] == "Kafka"}


def test_what_has_its_place_is_no_part_of_a_thing() -> None:
    found = relations("# Notes\n\n## HAProxy\n- legacy, nginx and Envoy have replaced it\n")
    assert {("Nginx", "replaces", "HAProxy"), ("Envoy", "replaces", "HAProxy")} <= found
    assert not {edge for edge in found if edge[1] in ("has_feature", "uses")}


@pytest.mark.parametrize(
    ("line", "relation"),
    [
        ("is the agent that reads from Redis", "reads_from"),
        ("it's the thing which sends logs to Redis", "sends_to"),
    ],
)
def test_what_is_said_of_the_thing_that_a_title_names(line: str, relation: str) -> None:
    assert ("Envoy", relation, "Redis") in relations(f"# Notes\n\n## Envoy\n- {line}\n")


@pytest.mark.parametrize(
    ("title", "line", "new"),
    [("Harbour", "superseded by Harbour Express", "Harbour Express"), ("Tug", "replaced by Tug v2", "Tug v2")],
)
def test_a_longer_name_that_begins_with_the_title_is_another(title: str, line: str, new: str) -> None:
    assert (new, "replaces", title) in relations(f"# Notes\n\n## {title}\n- tows boats\n- {line}\n")

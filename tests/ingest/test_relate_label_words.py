"""What the words over or before a list say of its items, of a thing that packs know and of one of one's own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.ingest.reading_samples import relations

Reading = Callable[..., set[tuple[str, str, str]]]
OWN, KNOWN = "Crew app", "Redis"


def listed(title: str, thing: str, *items: str) -> set[tuple[str, str, str]]:
    """The relations of a list below a title."""
    lines = "\n".join(f"- {item}" for item in items)
    return relations(f"# Notes\n\n## {thing}\n\nkeeps boats\n\n{title}:\n{lines}\n")


def labelled(label: str, thing: str, *items: str) -> set[tuple[str, str, str]]:
    """The relations of a list behind a label."""
    return relations(f"# Notes\n\n## {thing}\n\n- keeps boats\n- {label}: {', '.join(items)}\n")


@pytest.mark.parametrize("read", [listed, labelled])
@pytest.mark.parametrize("thing", [OWN, KNOWN])
@pytest.mark.parametrize(
    ("title", "relation"),
    [
        ("Monitored by", "uses"),
        ("Secured with", "uses"),
        ("Deployed via", "uses"),
        ("Authenticates with", "uses"),
        ("Calls", "uses"),
        ("Uses", "uses"),
        ("Data stored in", "stores_in"),
        ("Backed up to", "stores_in"),
        ("Similar tools", "contrasts_with"),
    ],
)
def test_what_a_thing_has_to_do_with_others(title: str, relation: str, thing: str, read: Reading) -> None:
    found = {edge for edge in read(title, thing, "Kafka", "Postgres") if edge[0] == thing}
    assert {target for _, told, target in found if told == relation} == {"Kafka", "PostgreSQL"}
    assert {told for _, told, _ in found} == {relation}


@pytest.mark.parametrize("read", [listed, labelled])
@pytest.mark.parametrize(
    ("title", "relation"), [("Part of", "has_feature"), ("Belongs to", "has_feature"), ("Callers", "triggers")]
)
def test_what_others_have_to_do_with_a_thing(title: str, relation: str, read: Reading) -> None:
    found = read(title, KNOWN, "Kafka", "Postgres")
    assert found >= {("Kafka", relation, KNOWN), ("PostgreSQL", relation, KNOWN)}
    assert not {target for source, _, target in found if source == KNOWN}


@pytest.mark.parametrize("read", [listed, labelled])
@pytest.mark.parametrize("title", ["Triggered by", "Reads from", "Gotchas", "Limitations", "Errors", "Related"])
def test_what_stands_below_other_words_is_nothing_that_it_is_for(title: str, read: Reading) -> None:
    found = read(title, KNOWN, "nightly jobs", "tide reports")
    assert not {target for _, relation, target in found if relation == "suited_to"}


def test_workloads_below_what_is_bad_are_what_it_is_bad_for() -> None:
    assert ("Redis", "not_suited_to", "nightly jobs") in listed("Cons", KNOWN, "nightly jobs")


@pytest.mark.parametrize("title", ["Key features", "Key concepts", "Core parts"])
def test_an_adjective_before_a_noun_is_no_part(title: str) -> None:
    items = "crew lists", "tide tables"
    for found in (listed(title, KNOWN, *items), labelled(title, KNOWN, *items)):
        assert {target for _, _, target in found} <= set(items)


def test_uses_as_a_noun_stands_over_what_it_is_good_for() -> None:
    found = {edge for edge in listed("Uses", KNOWN, "crew lists", "tide tables") if edge[0] == KNOWN}
    assert {relation for _, relation, _ in found} == {"suited_to"}


@pytest.mark.parametrize(
    "line", ["moved off Kafka", "switched away from Kafka", "we migrated everything off Kafka", "got off Kafka in 2020"]
)
def test_what_was_given_up_is_not_used(line: str) -> None:
    assert not relations(f"# Notes\n\n## Crew app\n\n- keeps boats\n- {line}\n")


def test_what_is_taken_from_a_thing_is_still_read_from_it() -> None:
    assert ("Crew app", "reads_from", "Kafka") in relations("# Notes\n\n## Crew app\n\n- reads orders off Kafka\n")

"""What a thing is for, told by its place: behind a label, behind "for", where it is needed, as examples of an idea."""

from __future__ import annotations

import pytest
from reading_samples import relations

from graph.lexicon import lexicon
from graph.vocabulary import Kind
from ingest.relating.relate import relate
from ingest.values import Clause


def suits(text: str, kind: Kind = Kind.FEATURE, label: str | None = None) -> set[str]:
    start = len(label) + 2 if label else 0
    edges = relate(Clause("s", 1, 1, text, "spade", kind, label=label, body_start=start), lexicon())
    assert all(e.source.key == "spade" for e in edges)
    return {e.target.key or e.target.text or "" for e in edges if e.relation.value == "suited_to"}


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        ("spade: trenches, rose beds", "spade", {"trenches", "rose beds"}),
        ("spade: potato picking", "spade", {"potato picking"}),
        ("where a straight edge is needed", None, {"straight edge"}),
        ("light and short, for narrow beds", None, {"narrow beds"}),
    ],
)
def test_uses_of_a_part(text: str, label: str | None, expected: set[str]) -> None:
    assert suits(text, label=label) == expected


@pytest.mark.parametrize(
    "text",
    [
        "spade: a wooden handle",
        "spade: 3 sizes",
        "spade: breaks in frozen ground",
        "spade: iron",
        "spade: polished, rusted, cleaned tools",
        "spade: frost appears, holes",
        "spade: seconds, minutes",
    ],
)
def test_other_explanations_of_a_label_are_no_uses(text: str) -> None:
    assert not suits(text, label="spade")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("good for rest/repair and small beds, one garden only", {"rest", "repair", "small beds"}),
        ("fine for sandy, wet soil e.g., river banks", {"sandy soil", "wet soil", "river banks"}),
        ("great for stones, handle 55", {"stones"}),
        ("used for push/pull games", {"push/pull games"}),
        ("good for old beds needing less water", {"old beds"}),
        ("great for jobs requiring long handles", {"long handles"}),
        ("good for roots and moles are a plague", {"roots"}),
        ("used for your app", set()),
        ("good for big roots, cannot be bent", {"big roots"}),
        ("fine for clay, it's forged and much heavier than a fork", {"clay"}),
        ("used for spring work only, in winter keep it under a roof or tarp", {"spring work"}),
    ],
)
def test_lists_of_purposes_end_where_something_else_is_said(text: str, expected: set[str]) -> None:
    assert suits(text) == expected


def test_examples_of_an_idea_are_what_it_is_for() -> None:
    assert suits("spade: work by hand, e.g. weeding, sowing", Kind.CONCEPT, "spade") == {"weeding", "sowing"}


def test_parts_of_a_service_are_no_uses() -> None:
    assert not suits("spade: trenches, rose beds", Kind.SERVICE, "spade")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("great for clay, loam = what the fork is for", {"clay"}),
        ("great for clay, forks (steel): see there", {"clay"}),
        ("great for these only, two sizes", set()),
        ("great for clay, leave the rest to the fork", {"clay"}),
    ],
)
def test_a_list_of_uses_ends_where_another_sentence_begins(text: str, expected: set[str]) -> None:
    assert suits(text) == expected


def test_what_a_label_explains_in_a_sentence_is_no_use() -> None:
    found = relations("# Yard\n\n## Redis\nkeeps keys\n- SlowLeak = boat keeps sinking\n")
    assert not [edge for edge in found if edge[1] == "suited_to"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("you can use it to turn beds", {"turn beds"}),
        ("can use to cut roots, lift potatoes, paths, etc.", {"cut roots", "lift potatoes", "paths"}),
        ("use it to lift stones", {"lift stones"}),
        ("deep cuts (e.g. for rose beds) and trims", {"rose beds"}),
        ("Needs a dry place to keep tools, for example, forks and rakes", {"tools", "forks", "rakes"}),
    ],
)
def test_what_somebody_can_use_it_to_do_is_a_use(text: str, expected: set[str]) -> None:
    assert suits(text, Kind.SERVICE) == expected


@pytest.mark.parametrize("text", ["you can use it to help moles", "we never need a place to keep tools"])
def test_who_is_helped_and_what_is_not_needed_are_no_use(text: str) -> None:
    assert not suits(text, Kind.SERVICE)


def test_a_place_that_is_needed_is_told_by_what_it_is_for() -> None:
    edges = relate(
        Clause("s", 1, 1, "needs a place to keep seeds, for example beans", "spade", Kind.SERVICE), lexicon()
    )
    assert not [edge for edge in edges if edge.relation.value == "requires"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "takes the load off your back for garden jobs, e.g. hedge cutting jobs.",
            {"garden jobs", "hedge cutting jobs"},
        ),
        ("a rake for weekend tasks (e.g. leaf piles)", {"weekend tasks", "leaf piles"}),
    ],
)
def test_work_that_examples_are_given_of(text: str, expected: set[str]) -> None:
    assert suits(text) >= expected


def test_examples_below_the_title_of_an_idea_are_its_uses() -> None:
    text = "RAID (disk arrays)\n\nOLTP (many small jobs):\nwrites rows e.g. ticket sales and bank payments\n"
    found = {edge for edge in relations(text) if edge[1] == "suited_to"}
    assert {target for _, _, target in found} == {"ticket sales", "bank payments"}


def test_directions_share_the_noun_behind_the_last_of_them() -> None:
    assert suits("good for incoming and outgoing mail") == {"incoming mail", "outgoing mail"}


def test_a_wrong_tool_is_no_kind() -> None:
    edges = relate(Clause("s", 1, 1, "wrong tool for clay", "spade", Kind.SERVICE), lexicon())
    assert [(e.relation.value, e.target.text) for e in edges] == [("not_suited_to", "clay")]

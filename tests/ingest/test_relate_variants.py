"""Varieties of a thing, told by their names alone."""

from __future__ import annotations

import pytest

from graph.lexicon import lexicon
from graph.vocabulary import Kind
from ingest.relating.relate import relate_document
from ingest.values import Clause, Mention


def part(key: str, text: str = "painted green", owner: str = "harbour", **fields: object) -> Clause:
    return Clause("s", 1, 1, text, key, Kind.FEATURE, owner=owner, **fields)  # type: ignore[arg-type]


def read(*clauses: Clause) -> set[tuple[str, str, str]]:
    return {
        (e.source.key or "", e.relation.value, e.target.key or "")
        for _, edges in relate_document(clauses, lexicon())
        for e in edges
        if e.rule in ("kind by its name", "two of a kind")
    }


def test_a_name_with_words_before_it_names_a_kind_of_it() -> None:
    assert read(part("night-ferry"), part("ferry")) == {("night-ferry", "kind_of", "ferry")}
    assert read(part("harbour/ferry"), part("pull-ferry")) == {("pull-ferry", "kind_of", "harbour/ferry")}


def test_it_is_one_only_of_what_belongs_to_the_same_whole() -> None:
    assert not read(part("night-ferry"), part("ferry", owner="island"))


@pytest.mark.parametrize("key", ["harbour-ferry", "barge-or-ferry", "using-ferry"])
def test_the_name_of_the_whole_and_joined_words_make_no_kind(key: str) -> None:
    assert not read(part(key), part("ferry"))


def test_a_name_written_as_code_makes_none() -> None:
    mention = Mention(8, 19, "night-ferry", Kind.FEATURE, "pack", owner="harbour")
    assert not read(part("ferry"), part("pier", "call it Night-Ferry", mentions=(mention,)))


def test_the_only_two_that_share_all_words_but_one_are_set_side_by_side() -> None:
    two = part("night-car-ferry"), part("day-car-ferry")
    assert read(*two) == {("night-car-ferry", "contrasts_with", "day-car-ferry")}
    assert not read(*two, part("noon-car-ferry"))
    assert not read(part("night-boat"), part("day-boat"))


@pytest.mark.parametrize(
    ("one", "other", "is_read"), [("rto", "rpo", True), ("etl", "elt", True), ("rto", "mtu", False)]
)
def test_ideas_with_short_names_alike_are_set_side_by_side(one: str, other: str, is_read: bool) -> None:
    ideas = (Clause("s", 1, 1, "how long", key, Kind.CONCEPT, label=key.upper()) for key in (one, other))
    edges = [e for _, found in relate_document(ideas, lexicon()) for e in found if e.rule == "short names alike"]
    assert [(e.source.key, e.target.key) for e in edges] == [(one, other)] * is_read


def members(*clauses: Clause) -> set[tuple[str, str]]:
    found = relate_document(clauses, lexicon())
    edges = [e for _, edges in found for e in edges if e.rule == "member by its name"]
    return {(e.source.key or e.source.text or "", e.target.key or "") for e in edges}


def test_titles_that_end_with_the_noun_of_a_class_are_its_members_and_so_is_what_stands_between() -> None:
    top = part("harbour", "Ferry types", owner="")
    ferries = part("sail-ferry"), part("steam-ferry"), part("pram"), part("rope-ferry")
    expected = {("Ferry types", key) for key in ("sail-ferry", "steam-ferry", "pram", "rope-ferry")}
    assert members(top, *ferries, part("pilot")) == expected
    assert not members(top, *ferries[:2], part("pilot"))


def test_a_class_that_is_known_is_called_by_its_name() -> None:
    top = part("bread-type", "Bread types", owner="bakery")
    breads = [part(f"{grain}-bread", owner="bakery") for grain in ("rye", "oat", "corn")]
    assert members(top, *breads) == {("bread-type", bread.subject) for bread in breads}

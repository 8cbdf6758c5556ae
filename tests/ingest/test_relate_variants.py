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

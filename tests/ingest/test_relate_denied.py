"""What a thing is no good for, told by a denial."""

from __future__ import annotations

import pytest
from clause_samples import named, stated
from reading_samples import relations

from graph.lexicon import lexicon
from graph.vocabulary import Kind
from ingest.relating.relate import relate
from ingest.values import Clause, Mention


def bad_for(text: str, names: str = "") -> set[tuple[str, str]]:
    found = stated(text, "canoe", mentions=named(text, filter(None, names.split("|")), {}))
    return {(source, target) for source, relation, target in found if relation == "not_suited_to"}


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("light, not a sailing tool", "sailing tool"),
        ("it's not a harbour server", "harbour server"),
        ("it isn't a shield against hail", "shield against hail"),
        ("never haul coal with it", "coal"),
        ("don't keep wet ropes in there", "wet ropes"),
        ("has no lock, so no jewels in it", "jewels"),
        ("never take it into a harbour", "harbour"),
        ("dont make it the family boat", "family boat"),
    ],
)
def test_a_denied_use_is_one_that_the_thing_is_not_suited_to(text: str, use: str) -> None:
    assert {target for _, target in bad_for(text)} == {use}


@pytest.mark.parametrize(
    "text", ["not a kayak", "rain is not a problem", "never wash it", "don't forget the oars", "no seats for two"]
)
def test_what_is_no_use_is_none(text: str) -> None:
    assert not bad_for(text)


def test_the_names_that_open_a_line_are_bad_for_what_its_later_part_denies() -> None:
    assert bad_for("oar and sail are far too slow, not for races", "oar|sail") == {("oar", "races"), ("sail", "races")}
    assert bad_for("sail is thin, never use it in storms", "sail") == {("sail", "storms")}
    assert bad_for("wet inside, not for races", "oar|sail") == {("canoe", "races")}


def test_behind_a_label_the_label_is_bad_for_it() -> None:
    text = "sail: the oar goes home, not for races"
    mentions = (
        Mention(0, 4, "sail", Kind.FEATURE, "pack"),
        Mention(10, 13, "oar", Kind.FEATURE, "pack"),
    )
    clause = Clause("s", 1, 1, text, "sail", Kind.FEATURE, mentions=mentions, label="sail", body_start=6)
    found = {(e.source.key, e.target.text) for e in relate(clause, lexicon()) if e.relation.value == "not_suited_to"}
    assert found == {("sail", "races")}


@pytest.mark.parametrize(
    "line",
    [
        "it removes the need to manage Kafka",
        "saves you the hassle of running Kafka",
        "frees us from having to use Kafka",
        "works without the need for Kafka",
    ],
)
def test_what_is_not_needed_any_more_is_not_used(line: str) -> None:
    assert not [edge for edge in relations(f"# Yard\n\n## Redis\nkeeps keys\n{line}\n") if edge[2] == "Kafka"]


@pytest.mark.parametrize("title", ["What it can't do:", "When Redis cannot help:"])
def test_below_what_a_thing_cannot_do_nothing_is_what_it_helps_with(title: str) -> None:
    found = relations(f"# Yard\n\n## Redis\nkeeps keys\n\n{title}\n- help with coal trains\n- wont help with tows\n")
    assert {("Redis", "not_suited_to", "coal trains"), ("Redis", "not_suited_to", "tows")} <= found
    assert not [edge for edge in found if edge[1] == "suited_to"]


def test_a_part_of_a_list_that_ends_in_not_is_no_use() -> None:
    found = relations("# Yard\n\n## Redis\nkeeps keys\ngood for night jobs, coal trains not\n")
    assert ("Redis", "suited_to", "night jobs") in found
    assert not [edge for edge in found if edge[1] == "suited_to" and "coal" in edge[2]]


@pytest.mark.parametrize(
    ("text", "uses"),
    [
        ("lake fishing, not racing", {"racing"}),
        ("river patrolling (not towing), four seats", {"towing"}),
        ("a tour boat, not a barge", set()),
        ("push, not pull", set()),
    ],
)
def test_of_two_deeds_the_denied_one_is_what_a_thing_is_not_for(text: str, uses: set[str]) -> None:
    assert {target for _, target in bad_for(text)} == uses

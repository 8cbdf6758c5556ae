"""One thing rather than another, in the words of a harbour and a bakery."""

from __future__ import annotations

from dataclasses import replace

import pytest
from clause_samples import Triple, named, stated
from reading_samples import relations

from graph.lexicon import lexicon
from graph.vocabulary import Kind
from ingest.relating.relate import relate
from ingest.values import Clause, Mention

KINDS = {
    "ferry": Kind.SERVICE, "barge": Kind.SERVICE, "telex": Kind.TECHNOLOGY, "siren": Kind.FEATURE,
    "horn": Kind.FEATURE, "heavy cargo": Kind.CONCEPT,
}  # fmt: skip


def read(text: str, names: str = "") -> set[Triple]:
    found = (
        mention._replace(owner="pier" if mention.key in ("siren", "horn") else None)
        for mention in named(text, filter(None, names.split(", ")), KINDS)
    )
    return stated(text, "pier", mentions=found)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Weigh by scoop instead of cup in the bakery", "scoop", "cup"),
        ("no white flour here. Sourdough over yeast, always", "Sourdough", "yeast"),
        ("rusts, so take brass cleats and not iron hooks", "brass cleats", "iron hooks"),
        ("hand the keys to crew groups rather than to single sailors", "crew groups", "single sailors"),
    ],
)
def test_what_is_better_may_be_free_words(text: str, one: str, other: str) -> None:
    assert (one, "use_instead_of", other) in read(text)


@pytest.mark.parametrize(
    "text",
    ["it answers in metres instead of feet", "held on deck instead of rowing", "which weighs gold instead of sand"],
)
def test_what_happens_instead_of_something_is_no_advice(text: str) -> None:
    assert not {e for e in read(text) if e[1] == "use_instead_of"}


def test_the_better_one_may_stand_before_a_verb_of_choice() -> None:
    found = read("night ferry is what they want you to take now instead of the barge", "barge")
    assert ("night ferry", "use_instead_of", "barge") in found
    assert ("pier", "use_instead_of", "coast barge") in read("prefer it over the coast barge", "barge")
    assert ("pier", "use_instead_of", "barge") in read("pick this one over the barge", "barge")
    assert ("pier", "use_instead_of", "barge") in read("prefer these to the barge", "barge")


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("vs barge: no sails", "pier", "barge"),
        ("unlike a raft it has a roof", "pier", "raft"),
        ("difference between ferry and barge: has an engine", "ferry", "barge"),
        ("made of stone, whereas rafts are of wood", "pier", "rafts"),
        ("cheap; a crane on the other hand is dear", "pier", "crane"),
        ("Telex or pigeons? wire or wings", "telex", "pigeons"),
    ],
)
def test_what_is_set_apart_may_be_free_words(text: str, one: str, other: str) -> None:
    assert (one, "contrasts_with", other) in read(text, "ferry, barge, telex")


def test_what_is_better_for_a_need_suits_it() -> None:
    found = read("use the ferry rather than the barge for wide loads", "ferry, barge")
    assert {("ferry", "use_instead_of", "barge"), ("ferry", "suited_to", "wide loads")} <= found
    assert ("ferry", "suited_to", "quick trips") in read(
        "ferry instead of the barge if you need quick trips", "ferry, barge"
    )


def test_time_and_rest_set_nothing_apart() -> None:
    for text in ("takes a while to load the ferry", "99 % full whereas rest of ferry decks are empty"):
        assert not {e for e in read(text, "ferry") if e[1] == "contrasts_with"}


def test_what_is_taken_over_a_technology_is_not_carried_by_it() -> None:
    found = read("Radio over telex for anything new", "telex")
    assert ("Radio", "use_instead_of", "telex") in found
    assert not {e for e in read("Radio over telex", "telex") if e[1] == "use_instead_of"}


def test_what_the_line_speaks_of_may_be_worse_than_free_words_under_a_condition() -> None:
    text = "ferry stops at ten, use night buses if you are late"
    ferry = Mention(0, 5, "ferry", Kind.SERVICE, "pack")
    clause = Clause("s", 1, 1, text, "ferry", Kind.SERVICE, mentions=(ferry,), subject_span=(0, 5))
    found = [e for e in relate(clause, lexicon()) if e.relation.value == "use_instead_of"]
    assert [(e.source.text, e.target.key, e.condition) for e in found] == [("night buses", "ferry", "if you are late")]


def test_a_remark_in_brackets_may_stand_behind_what_is_better() -> None:
    assert ("siren", "use_instead_of", "horn") in read("siren (loud) instead of the old horn", "siren, horn")


def test_what_is_carried_over_a_technology_is_no_choice() -> None:
    assert not {e for e in read("Orders over telex", "telex") if e[1] == "use_instead_of"}


def test_what_replaced_what_may_have_a_remark_between() -> None:
    assert ("deck oven", "replaces", "wood oven") in read("deck oven (steel) replaced wood oven, now sold")


def test_two_of_a_kind_that_each_do_something_are_set_side_by_side() -> None:
    expected = ("siren", "contrasts_with", "horn")
    assert expected in read("siren keeps the crews awake, horn takes a second", "siren, horn")
    assert expected in read("siren (loud) is for fog, horn (soft) is for the harbour", "siren, horn")
    assert expected in read("siren only in fog, horn anytime", "siren, horn")
    assert expected not in read("siren warns the crews next to the horn", "siren, horn")
    assert ("ferry", "contrasts_with", "barge") in read("two boats, ferry (fast) and barge", "ferry, barge")


def test_a_whole_is_for_the_idea_that_it_equals() -> None:
    assert ("barge", "suited_to", "heavy cargo") in read("barge = heavy cargo in one port", "barge, heavy cargo")


@pytest.mark.parametrize(
    ("text", "is_read"),
    [
        ("same price as the horn", True),
        ("heard at longer range than the horn", True),
        ("sounds better in fog than at night, ask for the horn", False),
    ],
)
def test_a_part_is_compared_with_another_of_the_same_whole(text: str, is_read: bool) -> None:
    place = text.index("horn")
    mention = Mention(place, place + 4, "horn", Kind.FEATURE, "pack", owner="pier")
    below = Clause("s", 1, 1, text, "siren", Kind.FEATURE, owner="pier", mentions=(mention,))
    found = {(e.source.key, e.relation.value, e.target.key) for e in relate(below, lexicon())}
    assert (("siren", "contrasts_with", "horn") in found) is is_read
    another = {e.relation.value for e in relate(replace(below, owner="ship"), lexicon())}
    assert "contrasts_with" not in another


@pytest.mark.parametrize(
    "line", ["moves by sail unlike Pulumi", "cloud agnostic unlike Pulumi", "keeps a log, unlike Pulumi"]
)
def test_a_predicate_is_set_beside_another_thing(line: str) -> None:
    assert ("Terraform", "contrasts_with", "Pulumi") in relations(f"# Terraform\n- {line}\n")


def test_what_is_taken_over_something_old_is_better_than_that() -> None:
    found = read("night horn over the old brass bell (louder)")
    assert ("night horn", "use_instead_of", "brass bell") in found
    assert not {edge for edge in found if edge[1] == "uses"}
    assert not {edge for edge in read("mail over the old bridge in winter") if edge[1] == "use_instead_of"}

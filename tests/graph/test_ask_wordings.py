"""Ways in which people word a question, over notes on a garden and on a bakery."""

from __future__ import annotations

import pytest
from graph_samples import Notes

from graph import ask
from graph.questions.answer import AnswerKind
from graph.values import Contribution, Limit
from graph.vocabulary import Bound, Facet, Kind, RelationType

pytestmark = pytest.mark.embedded


def garden() -> Contribution:
    """A pump, a sprinkler and what they are like."""
    notes = Notes("garden.md", "Garden notes")
    pump = notes.name("Pumpotron", kind=Kind.SERVICE)
    sprinkler = notes.name("Sprinkli", kind=Kind.SERVICE)
    slow = notes.name("gentle mode", kind=Kind.FEATURE, owner=sprinkler)
    notes.edge(pump, RelationType.TRIGGERS, sprinkler, "Pumpotron triggers Sprinkli at dawn")
    notes.edge(sprinkler, RelationType.HAS_FEATURE, slow, "Sprinkli has a gentle mode")
    notes.say("Pumpotron is automatic", pump, Facet.MODEL)
    notes.say("the frost guard of Pumpotron is off by default", pump)
    notes.say("Pumpotron: the number of hoses is unlimited", pump, Facet.LIMITS)
    notes.say("you can only read the serial number of Sprinkli once", sprinkler)
    notes.say("above 5,000 litres Sprinkli answers with a red light", sprinkler, Facet.ERRORS)
    notes.say("gentle mode is for seedlings", slow, Facet.PURPOSE)
    notes.limit(sprinkler, Limit("flow", Bound.MAX, 20.0, "litres"), "Sprinkli lets through at most 20 litres")
    return notes.build()


def bakery() -> Contribution:
    """Two ovens, one of which has a gentle mode as well."""
    notes = Notes("bakery.md", "Bakery notes")
    oven = notes.name("Ovenette", kind=Kind.SERVICE)
    mixer = notes.name("Doughbot", kind=Kind.SERVICE)
    rye, spelt = notes.name("Ryeflour", kind=Kind.TECHNOLOGY), notes.name("Speltflour", kind=Kind.TECHNOLOGY)
    steam = notes.name("steam bake", kind=Kind.FEATURE, owner=oven)
    stone = notes.name("stone bake", kind=Kind.FEATURE, owner=oven)
    for bake in (steam, stone):
        notes.edge(oven, RelationType.HAS_FEATURE, bake, f"Ovenette offers {bake}")
    for flour in (rye, spelt):
        notes.edge(mixer, RelationType.SUPPORTS, flour, "Doughbot supports Ryeflour and Speltflour")
    notes.say("steam bake: gives rolls a thin crust", steam, Facet.PURPOSE)
    notes.say("stone bake: gives loaves a thick crust", stone, Facet.PURPOSE)
    notes.say("Proofing Optimiser Drawer (POD) warms the dough of Ovenette", oven)
    notes.name("POD", kind=Kind.FEATURE, owner=oven)
    return notes.build()


def orchard() -> Contribution:
    """A picking robot whose notes group its grips, deny, prefer and name a call."""
    notes = Notes("orchard.md", "Orchard notes")
    robot = notes.name("Pickbot", kind=Kind.SERVICE)
    apple, pear = notes.name("Applescript", kind=Kind.TECHNOLOGY), notes.name("Pearl", kind=Kind.TECHNOLOGY)
    grips = notes.name("grip types", kind=Kind.FEATURE, owner=robot)
    notes.edge(robot, RelationType.HAS_FEATURE, grips, "grip types of Pickbot")
    for name, said in (("soft grip", "soft grips bruise no fruit"), ("firm grip", "firm grips bruise ripe fruit")):
        grip = notes.name(name, kind=Kind.FEATURE, owner=robot)
        notes.edge(grips, RelationType.HAS_FEATURE, grip, said)
        notes.edge(robot, RelationType.HAS_FEATURE, grip, said)
        notes.say(said, grip)
    notes.edge(robot, RelationType.HAS_FEATURE, notes.name("ladder", kind=Kind.FEATURE, owner=robot), "with a ladder")
    notes.edge(robot, RelationType.SUPPORTS, apple, "Pickbot is written in Pearl, speaks Applescript")
    notes.edge(robot, RelationType.SUPPORTS, pear, "Pickbot is written in Pearl, speaks Applescript")
    notes.name("SetReach", kind=Kind.FEATURE, owner=robot)
    notes.say("the reach is changed with the SetReach call", robot)
    notes.limit(robot, Limit("rest", Bound.MAX, 9.0, "s"), "Pickbot: the maximum rest time is 9 seconds")
    notes.limit(robot, Limit("rest", Bound.DEFAULT, 4.0, "s"), "Pickbot: the default rest time is 4 seconds")
    notes.say("Pickbot is driven by wheels, not by tracks", robot)
    return notes.build()


@pytest.fixture
def kept(store):
    store.replace_document(garden())
    store.replace_document(bakery())
    store.replace_document(orchard())
    return store


def names(answer) -> set[str]:
    return {name for _, name in answer.entities}


def test_a_line_that_says_the_opposite_decides_for_no(kept):
    for question in ("is Pumpotron manual?", "is the frost guard of Pumpotron on by default?"):
        answer = ask(kept, question)
        assert answer.kind is AnswerKind.YES_NO, question
        assert answer.sentence.startswith("No"), question


def test_the_line_that_answers_in_words_is_found(kept):
    for question, said in (
        ("how many hoses can Pumpotron have", "unlimited"),
        ("how often can I read the serial number of Sprinkli", "once"),
        ("what happens above 5000 litres", "red light"),
        ("what does POD stand for", "Proofing Optimiser Drawer"),
    ):
        answer = ask(kept, question)
        assert said in answer.sentence + answer.evidence[0].text, question


def test_what_only_looks_like_an_answer_is_none(kept):
    assert names(ask(kept, "what triggers Sprinkli")) == {"Pumpotron"}
    for question in ("what triggers Pumpotron", "which countries support Ryeflour"):
        assert ask(kept, question).kind is AnswerKind.UNKNOWN, question


def test_few_words_and_shared_nouns_are_read_in_full(kept):
    assert names(ask(kept, "doughbot formats")) == {"Ryeflour", "Speltflour"}
    compared = ask(kept, "steam or stone bake?")
    assert compared.kind is AnswerKind.COMPARISON
    assert names(compared) == {"steam bake", "stone bake"}
    assert "steam bake vs stone bake" in ask(kept, "is steam bake cheaper than stone bake").suggestions
    parts = ask(kept, "features of Ovenette")
    assert {"steam bake", "stone bake"} <= names(parts)
    assert (parts.understood["relation"], parts.understood["direction"]) == ("has_feature", "out")


def test_the_very_thing_that_is_asked_for_is_given_and_not_what_stands_beside_it(kept):
    for question, wanted in (
        ("pickbot grip types", {"soft grip", "firm grip"}),
        ("which grip types does Pickbot have", {"soft grip", "firm grip"}),
        ("which Pickbot grips bruise no fruit", {"soft grip"}),
        ("what language is Pickbot written in", {"Pearl"}),
        ("which call changes the reach of Pickbot", {"SetReach"}),
    ):
        assert names(ask(kept, question)) == wanted, question


def test_a_question_that_expects_a_yes_is_answered_as_the_plain_one(kept):
    for question in ("isn't Pickbot driven by tracks?", "is Pickbot driven by tracks?", "isn't Pumpotron manual?"):
        assert ask(kept, question).sentence.startswith("No"), question
    assert ask(kept, "isn't Pumpotron automatic?").sentence.startswith("Yes")


def test_two_bounds_get_two_figures(kept):
    answer = ask(kept, "default and maximum rest time of Pickbot")
    assert {limit.limit.value for limit in answer.limits} == {4.0, 9.0}


def test_signs_and_a_word_behind_a_name_ask_too(kept):
    assert ask(kept, "POD meaning").sentence == ask(kept, "what is POD").sentence
    assert ask(kept, "Pumpotron -> Sprinkli").kind is AnswerKind.PATH

"""Answers that have to be said by a line: the verb that is asked, the noun behind "which", what is lacking."""

from __future__ import annotations

import pytest
from graph_samples import Notes

from graph import ask
from graph.questions.answer import AnswerKind
from graph.values import Contribution
from graph.vocabulary import Kind, RelationType

pytestmark = pytest.mark.embedded


def cellar() -> Contribution:
    """A cellar with its presses and jars."""
    notes = Notes("cellar.md", "Cellar notes")
    press = notes.name("Pressoria", kind=Kind.SERVICE)
    house = notes.name("Mosthaus", kind=Kind.SERVICE)
    jars = notes.name("Jarlund", kind=Kind.SERVICE)
    glass, clay = (notes.name(text, kind=Kind.FEATURE, owner=jars) for text in ("glass jar", "clay jar"))
    for part in (glass, clay):
        notes.edge(jars, RelationType.HAS_FEATURE, part, "Jarlund sells it")
    for thing in ("cider", "pomace", "beeswax", "grape form"):
        notes.name(thing, kind=Kind.CONCEPT)
    notes.say("Apples are sorted, Pressoria washes them and produces cider", house)
    notes.say("the grape form defines pomace", press)
    notes.say("the grape form hangs on the wall", press)
    notes.say("`pressoria --crush` prices of reusable bags, Pressoria rents them", house)
    notes.say("Pressoria is priced by the hour", press)
    notes.edge(
        jars, RelationType.USES, notes.name("Waxwright", kind=Kind.SERVICE), "sealing of Jarlund is done by Waxwright"
    )
    notes.say("beeswax sealing", jars)
    notes.say("no handles and no labels", glass)
    notes.say("stopperless, closed by cloth", clay)
    notes.say("fresh jars have 2 handles when first fired", clay)
    yeast = notes.name("wild yeast", kind=Kind.FEATURE)
    notes.say("wild yeast lives on the skins", yeast)
    lock = notes.name("airlock", kind=Kind.FEATURE)
    notes.say("turns to vinegar without an airlock", lock)
    notes.say("there is an initial quota of 7 barrels per Pressoria", press)
    return notes.build()


def honing() -> Contribution:
    notes = Notes("honing.md", "Honing notes")
    wet, dry = (notes.name(text, kind=Kind.FEATURE) for text in ("wet grinding", "dry grinding"))
    notes.say("wet grinding is slow", wet)
    notes.say("can save money", dry)
    low = notes.name("low cost oil", kind=Kind.FEATURE)
    notes.say("sawdust, sand", low)
    notes.name("sawdust", kind=Kind.CONCEPT)
    notes.name("sand", kind=Kind.CONCEPT)
    return notes.build()


@pytest.fixture
def kept(store):
    store.replace_document(cellar())
    store.replace_document(honing())
    return store


def names(store, question: str) -> list[str]:
    return sorted(name for _, name in ask(store, question).entities)


def test_what_a_thing_does_something_to_stands_behind_the_verb(kept):
    assert names(kept, "what does Pressoria produce") == ["cider"]
    assert names(kept, "what does the grape form define") == ["pomace"]


def test_how_something_is_wants_no_command(kept):
    assert "by the hour" in ask(kept, "how is Pressoria priced").sentence


def test_the_noun_behind_which_is_no_relation(kept):
    assert names(kept, "which grinding is cheaper") == ["dry grinding"]


def test_what_is_used_is_of_the_asked_sort(kept):
    assert names(kept, "which sealing wax does Jarlund use") != ["Waxwright"]


def test_what_happens_without_a_thing_has_to_be_said(kept):
    assert ask(kept, "what happens if there is no wild yeast").kind is AnswerKind.UNKNOWN
    assert "vinegar" in ask(kept, "what happens if there is no airlock").sentence


def test_the_part_that_lacks_something_is_what_a_bare_denial_is_about(kept):
    assert names(kept, "which jar of Jarlund has no handles") == ["glass jar"]


def test_less_denies(kept):
    assert ask(kept, "does the clay jar have a stopper").sentence.startswith("No")


def test_how_a_thing_is_done_need_not_be_said_of_a_figure(kept):
    assert "2" in ask(kept, "how many handles do freshly fired jars have").sentence
    assert "7" in ask(kept, "how many barrels may Pressoria have to begin with").sentence

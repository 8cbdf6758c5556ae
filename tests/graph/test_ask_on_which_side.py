"""Answers by the side on which they stand: of a verb, of a figure, of "instead of"; few words with a question mark."""

from __future__ import annotations

import pytest
from graph_samples import Notes

from graph import ask
from graph.values import Contribution
from graph.vocabulary import Kind, RelationType

pytestmark = pytest.mark.embedded


def depot() -> Contribution:
    """A depot with its sheds, ropes and hoists."""
    notes = Notes("depot.md", "Depot notes")
    depot = notes.name("Depotine", kind=Kind.SERVICE)
    shed = notes.name("Shedwell", kind=Kind.SERVICE)
    coal = notes.name("hard coal", kind=Kind.FEATURE)
    notes.name("Gasolux", kind=Kind.SERVICE)
    hemp, wire = (notes.name(text, kind=Kind.FEATURE, owner=depot) for text in ("hemp rope", "wire rope"))
    for rope in (hemp, wire):
        notes.edge(depot, RelationType.HAS_FEATURE, rope, "Depotine sells it")
    notes.say("This is where you keep hard coal, Gasolux has none", shed)
    notes.say("a rope carries up to 500 kg", hemp)
    notes.say("use if a rope has to carry more than 500 kg", wire)
    notes.name("pulling down", kind=Kind.FEATURE)
    hoisting = notes.name("hoisting", kind=Kind.FEATURE)
    notes.name("Ratchet", kind=Kind.FEATURE)
    notes.say("Hoisting and pulling down need a Ratchet", hoisting)
    ramp = notes.name("loading ramp", kind=Kind.FEATURE)
    notes.say("loading ramp opens at floor 3", ramp)
    tare = notes.name("dray load", kind=Kind.FEATURE)
    notes.say("dray load: 1 dray load = 900 MB per trip", tare)
    notes.say("no insurance, theft or fire alarm", shed)
    notes.name("fire alarm", kind=Kind.FEATURE)
    notes.say("can never be stacked", coal)
    hook = notes.name("cover", kind=Kind.FEATURE, owner=depot)
    notes.edge(depot, RelationType.HAS_FEATURE, hook, "Depotine sells it")
    notes.say("`cover` instead of `tarp` / `sheet`", hook)
    notes.edge(hoisting, RelationType.USES, hook, "hoisting is done with a cover")
    notes.say("there are apps for drivers", shed)
    return notes.build()


@pytest.fixture
def kept(store):
    store.replace_document(depot())
    return store


def names(store, question: str) -> list[str]:
    return sorted(name for _, name in ask(store, question).entities)


def test_where_a_thing_is_kept_is_what_stores_it(kept):
    assert names(kept, "where can I keep hard coal") == ["Shedwell"]


def test_more_than_a_figure_is_not_up_to_it(kept):
    assert names(kept, "which rope should I take to carry more than 500 kg") == ["wire rope"]


def test_what_is_needed_stands_behind_the_verb_of_need(kept):
    assert names(kept, "what do I need for hoisting") == ["Ratchet"]


def test_another_number_denies(kept):
    assert ask(kept, "does the loading ramp open at floor 2").sentence.startswith("No")
    assert ask(kept, "does the loading ramp open at floor 3").sentence.startswith("Yes")


def test_what_a_thing_equals_is_its_size(kept):
    assert "900" in ask(kept, "how big is a dray load").sentence


def test_few_words_with_a_question_mark_are_denied_by_the_line_that_denies_them(kept):
    assert ask(kept, "Shedwell fire alarm?").sentence.startswith("No")
    assert ask(kept, "hard coal stackable?").sentence.startswith("No")


def test_code_before_instead_of_is_a_name(kept):
    assert names(kept, "what should I write instead of tarp and sheet in Depotine") == ["Depotine cover"]


def test_a_short_word_that_the_notes_lack_is_mended(kept):
    mended = ask(kept, "which aps are for drivers").understood["mended"]
    assert mended == {"aps": "apps"}

"""A part of a thing, a sort of thing for a purpose, and figures asked in few words, over notes on an orchard and on a
theatre."""

from __future__ import annotations

import pytest
from graph_samples import Notes

from graph import ask
from graph.questions.answer import AnswerKind
from graph.values import Contribution
from graph.vocabulary import Kind, RelationType

pytestmark = pytest.mark.embedded


def orchard() -> Contribution:
    notes = Notes("orchard.md", "Orchard notes")
    press = notes.name("Pomona", kind=Kind.SERVICE)
    notes.name("crate", kind=Kind.CONCEPT)
    tray = notes.name("tray", kind=Kind.FEATURE, owner=press)
    ladder = notes.name("long ladder", kind=Kind.FEATURE, owner=press)
    steps = notes.name("step ladder", kind=Kind.FEATURE, owner=press)
    notes.name("basket press", kind=Kind.FEATURE, owner=press)
    rake = notes.name("rake", kind=Kind.FEATURE, owner=press)
    pears, hedge = notes.name("pears", kind=Kind.CONCEPT), notes.name("hedges", kind=Kind.CONCEPT)
    notes.say("Pomona has been cleaned, with trays of oak and ash", press)
    notes.say("Trays are kept below the press", tray)
    notes.say("Tray: what the mash is spread on", tray)
    notes.edge(ladder, RelationType.SUITED_TO, pears, "take the long ladder for pears")
    notes.edge(rake, RelationType.SUITED_TO, pears, "rake for pears that fell")
    notes.edge(steps, RelationType.SUITED_TO, hedge, "good for hedges")
    notes.say("cannot be used for plums", steps)
    notes.say("rest time 40 minutes, mash time 90 minutes", press)
    notes.say("not for small lots -> default sieve of linen", press)
    notes.edge(rake, RelationType.USE_INSTEAD_OF, tray, "use the rake instead of the tray, trays get stuck")
    notes.say("the basket press is slow, but Pomona if there is no time", press)
    labels, loft = notes.name("labels", kind=Kind.FEATURE), notes.name("cider loft", kind=Kind.FEATURE)
    notes.say("Pomona: labels go to the cider loft", press)
    notes.edge(labels, RelationType.STORES_IN, loft, "labels of Pomona go to the cider loft")
    notes.say("presses 300 l/h, 5 l/sack", press)
    return notes.build()


def theatre() -> Contribution:
    notes = Notes("theatre.md", "Theatre notes")
    stage = notes.name("Stage 12", kind=Kind.SERVICE)
    trap = notes.name("trap door", kind=Kind.FEATURE, owner=stage)
    notes.say("Trap door - a hatch in the floor of Stage 12", trap)
    return notes.build()


@pytest.fixture
def kept(store):
    store.replace_document(orchard())
    store.replace_document(theatre())
    return store


def names(answer) -> set[str]:
    return {name for _, name in answer.entities}


def test_what_a_part_of_a_thing_is_comes_from_the_line_that_defines_the_part(kept):
    answer = ask(kept, "what is a tray in Pomona")
    assert answer.kind is AnswerKind.DEFINITION
    assert "what the mash is spread on" in answer.sentence


def test_a_figure_in_a_name_asks_for_no_quantity(kept):
    assert ask(kept, "what is a trap door on Stage 12").kind is AnswerKind.DEFINITION


def test_a_sort_of_thing_for_a_purpose_is_what_suits_it(kept):
    assert names(ask(kept, "which ladder for pears")) == {"long ladder"}
    assert names(ask(kept, "which ladder is for hedges")) == {"step ladder"}
    assert ask(kept, "which ladder for plums").kind is AnswerKind.UNKNOWN


def test_a_quantity_that_is_named_needs_no_word_for_its_default(kept):
    assert "mash time 90 minutes" in ask(kept, "mash time default pomona").sentence
    assert "300 l/h" in ask(kept, "how fast can Pomona go").sentence


def test_a_noun_that_one_name_spells_out_may_be_spelled_out_in_all(kept):
    notes = Notes("deck.md", "Deck notes")
    stage = notes.name("Deck", kind=Kind.SERVICE)
    for name in ("Painted BD", "Painted back drop", "Side BD"):
        notes.say(f"{name}: cloth", notes.name(name, kind=Kind.FEATURE, owner=stage))
    kept.replace_document(notes.build())
    assert names(ask(kept, "painted back drop vs side back drop")) >= {"Side BD"}


def test_what_stands_behind_instead_of_is_not_wanted_and_its_whole_is_not_meant(kept):
    assert names(ask(kept, "what should I use insted of trays in Pomona")) == {"Pomona rake"}


def test_when_to_take_one_for_another_is_a_line_with_both(kept):
    answer = ask(kept, "wen should i take Pomona instead of the basket press")
    assert "if there is no time" in answer.sentence


def test_where_a_thing_keeps_something_is_asked_of_that(kept):
    assert names(ask(kept, "where does Pomona keep its labels")) == {"cider loft"}


def test_a_word_for_any_content_narrows_no_relation(kept):
    notes = Notes("till.md", "Till notes")
    till = notes.name("Tillix", kind=Kind.SERVICE)
    wax = notes.name("Sealwax", kind=Kind.SERVICE)
    notes.edge(till, RelationType.USES, wax, "Tillix uses Sealwax to seal, once a day")
    notes.say("Tillix seals nothing twice", till)
    kept.replace_document(notes.build())
    assert names(ask(kept, "what does Tillix use to seal its data")) == {"Sealwax"}

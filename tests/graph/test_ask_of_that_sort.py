"""Answers of the asked sort and about just that thing, over notes on a dairy."""

from __future__ import annotations

from dataclasses import replace

import pytest
from graph_samples import Notes

from graph import ask
from graph.questions.answer import AnswerKind
from graph.values import Contribution, Limit
from graph.vocabulary import Bound, Bucket, Kind, RelationType

pytestmark = pytest.mark.embedded


def dairy() -> Contribution:
    """A dairy with its vats and its cheeses."""
    notes = Notes("dairy.md", "Dairy notes")
    dairy = notes.name("Creamora", kind=Kind.SERVICE)
    vat = notes.name("milk vat", kind=Kind.SERVICE)
    copper, steel = (notes.name(text, kind=Kind.FEATURE, owner=vat) for text in ("copper vat", "steel vat"))
    for one in (copper, steel):
        notes.edge(vat, RelationType.HAS_FEATURE, one, "vats: copper vat, steel vat")
    goat, sheep = (notes.name(text, kind=Kind.TECHNOLOGY) for text in ("Goatmilk", "Sheepmilk"))
    notes.edge(copper, RelationType.SUPPORTS, goat, "copper vat takes Goatmilk")
    notes.edge(notes.name("Pailwerk", kind=Kind.SERVICE), RelationType.SUPPORTS, sheep, "Pailwerk takes Sheepmilk")
    notes.edge(notes.name("Pailwerk", kind=Kind.SERVICE), RelationType.SUPPORTS, goat, "Pailwerk takes Goatmilk")
    notes.name("Brinebath", kind=Kind.SERVICE)
    notes.name("Waxroom", kind=Kind.SERVICE)
    notes.say("smoking rounds: Brinebath can, Waxroom can't", dairy)
    notes.say("the wheel turns itself, which eliminates the need to stir the curd", dairy)
    whistle = notes.name("full churn", kind=Kind.FEATURE)
    notes.say("# Creamora", dairy)
    notes.edge(whistle, RelationType.TRIGGERS, notes.name("night shift", kind=Kind.CONCEPT), "a full churn wakes them")
    notes.limit(copper, Limit("ladles", Bound.MAX, 7.0, "ladles"), "up to 7 ladles to each copper vat")
    bell = notes.name("Bellwether", kind=Kind.SERVICE)
    notes.edge(bell, RelationType.TRIGGERS, dairy, "Bellwether")
    stop = notes.name("churn stop", kind=Kind.FEATURE, owner=dairy)
    notes.say("churn stop: bell first, then the whistle", stop)
    hall = notes.name("Coldhall", kind=Kind.SERVICE)
    notes.say("store room, all churns end up here and stop", hall)
    notes.say("Nodes need to register with Coldhall", hall)
    cheese = notes.name("soft cheese", kind=Kind.CONCEPT)
    notes.edge(dairy, RelationType.SUITED_TO, cheese, "good at: soft cheese")
    notes.say("OR: operating system of the churns", vat)
    notes.say("Goatmilk vs. Sheepmilk: Goatmilk is thin, Sheepmilk sets well", dairy)
    return _with_title(notes.build(), "# Creamora")


def _with_title(contribution: Contribution, title: str) -> Contribution:
    line = contribution.document.text.split("\n").index(title) + 1
    buckets = (replace(b, bucket=Bucket.HEADING) if b.line == line else b for b in contribution.buckets)
    return replace(contribution, buckets=tuple(buckets))


@pytest.fixture
def kept(store):
    store.replace_document(dairy())
    return store


def names(store, question: str) -> list[str]:
    return sorted(name for _, name in ask(store, question).entities)


def test_only_a_thing_of_the_asked_sort_answers(kept):
    assert names(kept, "which milk vat takes goatmilk") == ["copper vat"]
    assert ask(kept, "which milk vat takes sheepmilk").kind is AnswerKind.UNKNOWN


def test_a_thing_below_a_title_is_told_with_it(kept):
    assert names(kept, "what does a full churn in Creamora trigger") == ["night shift"]


def test_what_cannot_do_it_is_no_answer(kept):
    assert names(kept, "what can smoke rounds") == ["Brinebath"]


def test_what_nobody_has_to_do_is_denied(kept):
    assert ask(kept, "does the curd have to be stirred in Creamora").sentence.startswith("No:")
    assert ask(kept, "do nodes need to register with Coldhall").sentence.startswith("Yes:")


def test_what_we_do_with_things_is_not_what_is_counted(kept):
    assert [limit.limit.value for limit in ask(kept, "how many ladles can I hang on a copper vat").limits] == [7.0]


def test_a_right_word_is_no_slip_for_another(kept):
    assert ask(kept, "which systemd do the churns need").kind is AnswerKind.UNKNOWN


def test_what_a_thing_is_good_at_is_what_it_is_good_for(kept):
    assert names(kept, "what is Creamora good at") == ["soft cheese"]


def test_an_item_below_a_lead_in_need_not_repeat_its_verb(kept):
    answer = ask(kept, "what triggers Creamora")
    assert [step.source for step in answer.subgraph_relations] == ["bellwether"]


def test_a_line_on_something_else_with_the_verb_is_no_answer(kept):
    assert ask(kept, "what does churn stop send first").kind is AnswerKind.UNKNOWN


def test_where_two_are_compared_is_not_compared_with_them(kept):
    compared = ask(kept, "goatmilk or sheepmilk in creamora, what is the difference?")
    assert sorted(name for _, name in compared.entities) == ["Goatmilk", "Sheepmilk"]

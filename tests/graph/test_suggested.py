"""What a graph suggests to begin with: pairs to compare and questions to ask."""

from __future__ import annotations

import pytest
from graph_samples import Notes

from graph import ask
from graph.comparison.suggested import suggested_pairs
from graph.questions.answer import AnswerKind
from graph.questions.examples import example_questions
from graph.values import Limit
from graph.vocabulary import Bound, Kind, RelationType

pytestmark = pytest.mark.embedded


def boats():
    notes = Notes("boats.md")
    canoe, kayak, ferry, raft = (notes.name(text, kind=Kind.SERVICE) for text in ("Canoe", "Kayak", "Ferry", "Raft"))
    river = notes.name("River", kind=Kind.CONCEPT)
    for words in ("A canoe is open, a kayak is not", "Kneel in a canoe, sit in a kayak"):
        notes.edge(canoe, RelationType.CONTRASTS_WITH, kayak, words)
    notes.edge(ferry, RelationType.REPLACES, raft, "The ferry came in place of the raft")
    notes.edge(ferry, RelationType.USE_INSTEAD_OF, raft, "Rather the ferry than the raft")
    notes.edge(kayak, RelationType.USES, river, "A kayak uses the river")
    notes.edge(ferry, RelationType.TRIGGERS, canoe, "The ferry triggers the canoe")
    notes.limit(ferry, Limit("passengers", Bound.MAX, 40), "At most 40 passengers on the ferry")
    return notes.build()


@pytest.fixture
def harbour(store):
    store.replace_document(boats())
    return store


def test_pairs_come_once_those_with_most_to_tell_first(harbour):
    pairs = suggested_pairs(harbour, ["canoe", "kayak", "ferry", "raft", "river"])
    assert [(one.id, other.id) for one, other in pairs] == [("canoe", "kayak"), ("ferry", "raft")]
    assert len(suggested_pairs(harbour, ["ferry", "canoe"], limit=1)) == 1


def test_two_well_described_things_stand_before_a_pair_with_an_old_name(store):
    notes = Notes("bread.md")
    rye, wheat, oven, kiln = (notes.name(text, kind=Kind.CONCEPT) for text in ("Rye", "Wheat", "Oven", "Kiln"))
    notes.edge(oven, RelationType.REPLACES, kiln, "The oven, once a kiln")
    notes.edge(rye, RelationType.CONTRASTS_WITH, wheat, "Rye against wheat")
    for grain in (rye, wheat):
        notes.edge(oven, RelationType.SUITED_TO, grain, "The oven does for either")
    store.replace_document(notes.build())
    assert [(one.id, other.id) for one, other in suggested_pairs(store, ["rye", "oven"])] == [
        ("rye", "wheat"),
        ("oven", "kiln"),
    ]


def test_without_contrasts_there_are_no_pairs(harbour):
    assert suggested_pairs(harbour, ["river"]) == ()
    assert suggested_pairs(harbour, []) == ()


def test_example_questions_are_answered_and_each_asks_something_else(harbour):
    questions = example_questions(harbour, ["ferry", "kayak", "canoe"])
    assert "max passengers of Ferry" in questions
    assert len(set(questions)) == len(questions) >= 3
    assert all(ask(harbour, question).kind is not AnswerKind.UNKNOWN for question in questions)


def test_no_more_examples_than_wanted_and_none_on_nothing(harbour):
    assert len(example_questions(harbour, ["ferry", "kayak"], limit=2)) == 2
    assert example_questions(harbour, ["nobody"]) == ()

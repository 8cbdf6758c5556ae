"""What the notes prefer to what, asked with one name or with both, and with words beside the names."""

from __future__ import annotations

import pytest
from graph_samples import Notes

from graph import ask
from graph.questions.answer import AnswerKind
from graph.store import GraphStore
from graph.vocabulary import Kind, RelationType

pytestmark = pytest.mark.embedded


@pytest.fixture
def boats(store: GraphStore) -> GraphStore:
    """A barge that is to be taken instead of a raft in winter, and a ferry that nothing is preferred to."""
    notes = Notes("boats.md", "Boats")
    barge, raft = (notes.name(name, kind=Kind.SERVICE) for name in ("Bargella", "Raftino"))
    ferry = notes.name("Ferrymax", kind=Kind.SERVICE)
    notes.edge(barge, RelationType.USE_INSTEAD_OF, raft, "Raftino tips over in winter, take Bargella there")
    notes.say("Ferrymax has red funnels", ferry)
    store.replace_document(notes.build())
    return store


@pytest.mark.parametrize(
    "question",
    [
        "what to use instead of Raftino",
        "what to use instead of Raftino in winter",
        "when should I use Bargella instead of Raftino",
    ],
)
def test_what_is_preferred_is_the_answer(boats: GraphStore, question: str) -> None:
    answer = ask(boats, question)
    assert [name for _, name in answer.entities] == ["Bargella"]
    assert "winter" in answer.evidence[0].text


@pytest.mark.parametrize(
    "question", ["what to use instead of Raftino in fog", "when should I use Ferrymax instead of Raftino"]
)
def test_what_the_line_does_not_say_is_not_the_answer(boats: GraphStore, question: str) -> None:
    assert ask(boats, question).kind is AnswerKind.UNKNOWN

"""Questions that the notes' own lists answer, over notes on a printing house and on a stable."""

from __future__ import annotations

import pytest
from graph_samples import Notes

from graph import ask
from graph.questions.answer import AnswerKind
from graph.questions.lists import below_heads, in_line
from graph.values import Contribution
from graph.vocabulary import Facet, Kind, RelationType

pytestmark = pytest.mark.embedded


def printing() -> Contribution:
    """A press that has more parts than its lists of rollers and of inks name."""
    notes = Notes("printing.md", "Printing notes")
    press = notes.name("Presso", kind=Kind.SERVICE)
    for part in ("sheet guard", "soft roller", "hard roller"):
        own = notes.name(part, kind=Kind.FEATURE, owner=press)
        notes.edge(press, RelationType.HAS_FEATURE, own, f"Presso comes with its {part}")
    for ink in ("Umbral", "Celadon"):
        notes.name(ink, kind=Kind.TECHNOLOGY)
    notes.say("Presso roller types: soft (default), hard", press)
    notes.say("ink baths of Presso: Umbral, Celadon", press)
    notes.say("Outlets for the fumes: Umbral, Celadon", press)
    notes.say("Presso finish: matt (default), glossy, raw", press)
    notes.say("whoever cleans Presso writes it into the book", press)
    notes.say("Presso drying levels: cold, warm, glowing", press)
    return notes.build()


def stable() -> Contribution:
    """A stable whose gaits are told in words."""
    notes = Notes("stable.md", "Stable notes")
    horse = notes.name("Galoppa", kind=Kind.SERVICE)
    for gait in ("amble", "gallop"):
        notes.name(gait, kind=Kind.FEATURE, owner=horse)
    notes.say("Galoppa: the horse for beginners", horse, Facet.PURPOSE)
    notes.say("two gaits, amble (for children) and gallop (for the rest)", horse)
    return notes.build()


@pytest.fixture
def kept(store):
    store.replace_document(printing())
    store.replace_document(stable())
    return store


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("roller types of Presso", {"soft roller", "hard roller"}),
        ("presso ink baths", {"Umbral", "Celadon"}),
        ("what types of ink bath does Presso have", {"Umbral", "Celadon"}),
        ("Presso fume outlets", {"Umbral", "Celadon"}),
        ("which gaits does Galoppa have", {"amble", "gallop"}),
    ],
)
def test_a_list_with_the_asked_head_is_the_answer(kept, question, expected):
    answer = ask(kept, question)
    assert answer.kind is AnswerKind.ENTITIES
    assert {name.removeprefix("Presso ").removeprefix("Galoppa ") for _, name in answer.entities} == expected
    assert answer.evidence


def test_items_that_are_no_things_are_told_in_words(kept):
    answer = ask(kept, "presso drying levels")
    assert answer.kind is AnswerKind.STATEMENTS
    assert "cold, warm and glowing" in answer.sentence


def test_levels_need_not_be_called_so(kept):
    assert "matt" in ask(kept, "what are the finish levels of Presso").sentence


def test_what_a_thing_is_tells_not_what_it_is_made_of(kept):
    assert ask(kept, "what is Galoppa written in").kind is AnswerKind.UNKNOWN
    assert "beginners" in ask(kept, "purpose of Galoppa").sentence
    assert "gallop" in ask(kept, "explain gallop of Galoppa").sentence


def test_no_list_of_something_else_answers(kept):
    assert ask(kept, "saddle types of Galoppa").kind is AnswerKind.UNKNOWN
    assert "beginners" in ask(kept, "Galoppa").sentence


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("pool depths: shallow, middle and deep", ("pool depths", ("shallow", "middle", "deep"))),
        ("oars are short (for one) or long", ("oars", ("short", "long"))),
        ("Note: the last one out closes the gate behind everybody else", None),
        ("depth: 3", None),
    ],
)
def test_a_list_within_a_line_has_a_head_and_short_items(text, found):
    assert in_line(text) == found


def test_a_list_below_its_head_has_what_its_lines_open_with():
    texts = ["## Boats", "", "Sail kinds:", "- jib: in front", "    cut small", "- spinnaker (for wind)", "", "Rain."]
    lists = {found.head: [item for _, item in found.items] for found in below_heads(texts, frozenset({1}))}
    assert lists["Sail kinds"] == ["jib", "spinnaker"]


def test_short_lines_below_a_colon_are_items_though_each_heads_lines_of_its_own():
    texts = ["Ticket kinds:", "Day pass", " - cheap", " - sold at the gate", "Night pass", " - quiet", "", "Rain."]
    lists = {found.head: [item for _, item in found.items] for found in below_heads(texts, frozenset({2, 5}))}
    assert lists["Ticket kinds"] == ["Day pass", "Night pass"]

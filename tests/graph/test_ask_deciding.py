"""Yes, no, or not said: what decides a question and what only looks like it, over notes on a bakery and on a ferry."""

from __future__ import annotations

import pytest
from graph_samples import Notes

from graph import ask
from graph.questions.answer import AnswerKind
from graph.values import Contribution
from graph.vocabulary import Kind, RelationType

pytestmark = pytest.mark.embedded


def bakery() -> Contribution:
    notes = Notes("bakery.md", "Bakery notes")
    oven = notes.name("Brickora", kind=Kind.SERVICE)
    mixer = notes.name("Kneadly", kind=Kind.SERVICE)
    notes.name("Rye Mill Union", kind=Kind.SERVICE)
    notes.name("spelt", kind=Kind.TECHNOLOGY)
    yeast = notes.name("Yeastrel", kind=Kind.TECHNOLOGY)
    notes.say("no steaming, no proofing", oven)
    notes.say("Brickora browns, does NOT glaze", oven)
    notes.say("glass lids for white loaves only", oven)
    notes.say("the stones are heated so that loaves don't stick", oven)
    notes.say("it folds dough without tearing it", mixer)
    notes.say("grain: wheat, barley. Not spelt since last year", mixer)
    notes.say("the Rye Mill Union and Kneadly share a lorry", mixer)
    notes.edge(mixer, RelationType.REQUIRES, yeast, "Kneadly wants Yeastrel or sourdough")
    return notes.build()


def ferry() -> Contribution:
    notes = Notes("ferry.md", "Ferry notes")
    line = notes.name("Fjordline", kind=Kind.SERVICE)
    crossing = notes.name("Fjordline Night Crossing", kind=Kind.SERVICE)
    notes.say("rafts are inflated by hand", line)
    notes.say("tickets are cheap on weekdays, lorries go first", line)
    notes.say("life jackets are worn by the crew", crossing)
    notes.say("no lorries, no buses", crossing)
    return notes.build()


@pytest.fixture
def kept(store):
    store.replace_document(bakery())
    store.replace_document(ferry())
    return store


def verdict(store, question: str) -> str:
    answer = ask(store, question)
    return "unknown" if answer.kind is AnswerKind.UNKNOWN else answer.sentence.partition(":")[0]


def test_a_line_denies_in_fewer_words_than_the_question_has(kept):
    assert verdict(kept, "does Brickora offer steaming") == "No"
    assert verdict(kept, "does Kneadly support spelt") == "No"
    assert verdict(kept, "does Brickora glaze buns") == "No"
    assert verdict(kept, "do lorries use the Fjordline Night Crossing") == "No"


def test_only_denies_what_is_not_named_with_it(kept):
    assert verdict(kept, "are glass lids for dark loaves") == "No"
    assert verdict(kept, "are glass lids for white loaves") == "Yes"


def test_a_line_that_lacks_what_is_asked_affirms_nothing(kept):
    assert verdict(kept, "are rafts of Fjordline inflated by a pump") == "unknown"
    assert verdict(kept, "do lorries go first on weekdays free of charge on Fjordline") == "unknown"
    assert verdict(kept, "does Kneadly grind rye") == "unknown"  # only in another's name


def test_a_manner_or_a_purpose_denies_nothing(kept):
    assert verdict(kept, "does Kneadly tear the dough it folds") == "unknown"
    assert verdict(kept, "are the stones of Brickora heated for loaves") == "Yes"


def test_a_relation_of_the_graph_decides_whether_two_things_work_together(kept):
    assert verdict(kept, "can Kneadly work with Yeastrel") == "Yes"


def test_a_product_is_called_by_the_last_word_of_its_name(kept):
    assert verdict(kept, "are life jackets worn on the Crossing") == "Yes"


def harbours() -> Contribution:
    """Two boats and a crane that a line puts together otherwise than one may ask."""
    notes = Notes("harbours.md", "Harbour notes")
    tug = notes.name("Tuggero", kind=Kind.SERVICE)
    barge = notes.name("Bargella", kind=Kind.SERVICE)
    crane = notes.name("Kranvik", kind=Kind.SERVICE)
    for boat in (tug, barge):
        notes.edge(boat, RelationType.TRIGGERS, crane, "started by: Bargella, Tuggero")
    notes.lines += [""] * 9
    notes.say("Writes of the log are kept for all", barge)
    notes.say("With Bargella it is simple to haul coal that you own", barge)
    notes.say("Tuggero ropes and chains are not Kranvik", tug)
    return notes.build()


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("can Tuggero trigger Kranvik", "Yes"),
        ("can Tuggero trigger Bargella", "unknown"),  # a line that joins both to a third thing
        ("can Kranvik trigger Tuggero", "unknown"),
        ("can Tuggero write to Bargella", "unknown"),
        ("can Bargella haul Tuggero", "unknown"),
        ("can Tuggero rope Kranvik", "unknown"),  # what it is not says nothing of what it does
        ("are Tuggero chains Kranvik", "No"),
    ],
)
def test_a_line_has_to_join_the_two_things_that_are_asked_about(store, question, said):
    store.replace_document(harbours())
    assert verdict(store, question) == said

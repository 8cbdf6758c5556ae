"""Questions after figures in few words, over notes on a ferry and on a printing press."""

from __future__ import annotations

import pytest
from graph_samples import Notes

from graph import ask
from graph.questions.answer import AnswerKind
from graph.values import Contribution, Limit
from graph.vocabulary import Bound, Kind, RelationType

pytestmark = pytest.mark.embedded


def ferry() -> Contribution:
    """A ferry with a port, a discount and a waiting time."""
    notes = Notes("ferry.md", "Ferry notes")
    boat = notes.name("Ferrino", kind=Kind.SERVICE)
    gate = notes.name("slow boarding", kind=Kind.FEATURE, owner=boat)
    child = notes.name("Ferrino Kids", kind=Kind.SERVICE)
    notes.limit(boat, Limit("port", Bound.EXACT, 4711.0, "port"), "Ferrino: port 4711, spoken by its radio")
    notes.limit(child, Limit("port", Bound.EXACT, 4812.0, "port"), "Ferrino Kids: for toys, port 4812")
    notes.limit(gate, Limit("slow boarding", Bound.MAX, 25.0, "min"), "slow boarding max is 25 min")
    notes.limit(boat, Limit("discount", Bound.MAX, 60.0, "%"), "discount for crews of Ferrino: up to 60%")
    notes.limit(boat, Limit("rate", Bound.MAX, 30.0, "messages/s"), "Ferrino answers up to 30 messages per second")
    notes.limit(boat, Limit("keeping", Bound.MAX, 9.0, "days"), "Up to 9 days: bags can be kept in Ferrino")
    notes.say("Ferrino pushes its news to every cabin", boat)
    return notes.build()


def press() -> Contribution:
    """A printing press with trays, one of which is the default."""
    notes = Notes("press.md", "Press notes")
    press = notes.name("Printoria", kind=Kind.SERVICE)
    trays = notes.name("paper trays", kind=Kind.FEATURE, owner=press)
    notes.edge(press, RelationType.HAS_FEATURE, trays, "Printoria has paper trays")
    for tray in ("Linentray", "Silktray"):
        notes.name(tray, kind=Kind.FEATURE, owner=press)
    notes.say("paper trays of Printoria: Silktray (default), Linentray", press)
    notes.limit(press, Limit("size", Bound.MAX, 40.0, "MB"), "aim for 30-40 MB a stack")
    notes.name("stack", kind=Kind.FEATURE, owner=press)
    return notes.build()


@pytest.fixture
def kept(store):
    store.replace_document(ferry())
    store.replace_document(press())
    return store


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("ferrino slow boarding max wait", "25"),
        ("what's the discount on Ferrino", "60"),
        ("ferrino tps", "30"),
        ("ferrino default port", "4711"),
        ("how big should a stack be", "40"),
    ],
)
def test_a_figure_is_asked_for_by_what_it_measures(kept, question, said):
    answer = ask(kept, question)
    assert answer.kind is AnswerKind.VALUE
    assert said in answer.sentence


@pytest.mark.parametrize(
    "question", ["what is the most bags that Ferrino can hold", "default port of Printoria", "Printoria tps"]
)
def test_no_other_figure_stands_in_for_it(kept, question):
    assert ask(kept, question).kind is AnswerKind.UNKNOWN


def test_what_a_list_marks_as_the_default_is_named(kept):
    answer = ask(kept, "default paper tray of Printoria")
    assert {name for _, name in answer.entities} == {"Silktray"}


def test_one_of_two_is_chosen_and_never_affirmed(kept):
    assert "pushes" in ask(kept, "ferrino push or pull").sentence
    assert ask(kept, "ferrino red or blue").kind is AnswerKind.UNKNOWN


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("how frequently does the lamp look out", "8"),
        ("signal mast default flags", "3"),
        ("mast payload cap", "70"),
        ("signal mast sla", "99.5"),
    ],
)
def test_everyday_words_for_a_measure_are_known(kept, question, said):
    kept.replace_document(mast())
    answer = ask(kept, question)
    assert answer.kind is AnswerKind.VALUE
    assert said in answer.sentence


def test_a_count_of_something_else_is_none_of_the_asked(kept):
    kept.replace_document(mast())
    assert ask(kept, "how many ropes can the mast have").kind is AnswerKind.UNKNOWN


def mast() -> Contribution:
    """A mast with flags and a lamp."""
    notes = Notes("mast.md", "Mast notes")
    mast = notes.name("Signal Mast", kind=Kind.SERVICE)
    notes.name("mast", same_as=mast)
    lamp = notes.name("lamp", kind=Kind.FEATURE, owner=mast)
    notes.edge(mast, RelationType.HAS_FEATURE, lamp, "on top of the Signal Mast is a lamp")
    notes.limit(lamp, Limit("interval", Bound.EXACT, 8.0, "s"), "the lamp turns every 8 s")
    notes.limit(mast, Limit("flags", Bound.DEFAULT, 3.0, "flags"), "Signal Mast: flags default 3")
    notes.limit(mast, Limit("size", Bound.MAX, 70.0, "kB"), "a call of the Signal Mast takes 70 kB max")
    notes.limit(mast, Limit("availability", Bound.EXACT, 99.5, "%"), "Signal Mast has an SLA of 99.5%")
    notes.say("a rope of the Signal Mast is changed after 5 storms", mast)
    return notes.build()


def test_a_figure_for_some_of_a_sort_is_not_that_of_all(store):
    notes = Notes("boats.md", "Boat notes")
    boat = notes.name("Bargella", kind=Kind.SERVICE)
    notes.limit(
        boat, Limit("heavy barrel size", Bound.MAX, 9.0, "GB"), "For heavy Bargella barrels 2 GB up to 9 GB in size"
    )
    notes.limit(boat, Limit("barrel size", Bound.MAX, 3.0, "GB"), "Barrels can hold up to 3 GB of any text")
    store.replace_document(notes.build())
    assert "at most 3 GB" in ask(store, "how big can a Bargella barrel be").sentence
    assert "at most 9 GB" in ask(store, "how big can a heavy Bargella barrel be").sentence


@pytest.mark.parametrize("question", ["limits of the Signal Mast", "what limits does the signal mast have?"])
def test_who_asks_for_the_limits_gets_all_of_them_with_their_lines(kept, question):
    kept.replace_document(mast())
    answer = ask(kept, question)
    assert {limit.limit.value for limit in answer.limits} == {3.0, 8.0, 70.0, 99.5}
    assert [quote.line_start for quote in answer.evidence] == sorted(quote.line_start for quote in answer.evidence)
    assert answer.sentence.startswith("Signal Mast has 4 limits: lamp: interval 8 s; by default 3 flags; ")


def test_a_figure_is_told_with_commas_between_thousands_and_without_saying_twice_what_it_counts(store):
    notes = Notes("toll.md", "Toll notes")
    gate = notes.name("Tollgate", kind=Kind.SERVICE)
    notes.limit(gate, Limit("cars", Bound.MAX, 1500000.0, "cars/month"), "Tollgate: 1.5 million cars a month at most")
    store.replace_document(notes.build())
    assert "Tollgate: at most 1,500,000 cars/month" in ask(store, "how many cars a month at the Tollgate").sentence

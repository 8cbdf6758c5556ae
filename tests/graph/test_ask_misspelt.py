"""Questions with words misspelt, over notes on a brewery and on a library."""

from __future__ import annotations

import pytest
from graph_samples import Notes

from graph import ask
from graph.questions.answer import AnswerKind
from graph.questions.spelling import Spelling
from graph.values import Contribution, Limit
from graph.vocabulary import Bound, Facet, Kind, RelationType

pytestmark = pytest.mark.embedded


def brewery() -> Contribution:
    """A mash tun, a barrel store and what they take."""
    notes = Notes("brewery.md", "Brewery notes")
    tun = notes.name("Mashmaster", kind=Kind.SERVICE)
    store = notes.name("BarrelDB", kind=Kind.SERVICE)
    rest = notes.name("long resting", kind=Kind.FEATURE, owner=tun)
    notes.limit(tun, Limit("cooling time", Bound.MAX, 90.0, "min"), "Mashmaster: cooling takes at most 90 minutes")
    notes.limit(store, Limit("retention", Bound.DEFAULT, 40.0, "days"), "BarrelDB keeps a record 40 days by default")
    notes.limit(store, Limit("shelves", Bound.MAX, 15.0, "shelves"), "BarrelDB has up to 15 shelves per cellar")
    notes.edge(tun, RelationType.HAS_FEATURE, rest, "long resting clears the wort of Mashmaster")
    notes.say("reverse the order of the taps with the flipTaps setting", tun)
    notes.limit(rest, Limit("rest", Bound.MAX, 20.0, "min"), "the maximum of long resting is 20 minutes")
    return notes.build()


def library() -> Contribution:
    """A lending desk whose notes call a thing in their own sense."""
    notes = Notes("library.md", "Library notes")
    desk = notes.name("Lendora", kind=Kind.SERVICE)
    volume = notes.name("volume", kind=Kind.CONCEPT, owner=desk)
    notes.say("Lendora: the desk that hands out books", desk, Facet.PURPOSE)
    notes.say("volume: a bound book with a number of its own", volume, Facet.PURPOSE)
    notes.edge(desk, RelationType.HAS_FEATURE, volume, "Lendora has volumes")
    notes.say("the readers of Lendora are told by post", desk)
    return notes.build()


@pytest.fixture
def kept(store):
    store.replace_document(brewery())
    store.replace_document(library())
    return store


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("mashmastr coolng tmie limt", "90"),
        ("how meny shelves does barreldb hav", "15"),
        ("bareldb defalt retenton", "40"),
        ("how long dose BarrelDB keep a recrod", "40"),
        ("longresting maxmum", "20"),
    ],
)
def test_a_figure_is_found_whatever_word_is_misspelt(kept, question, said):
    answer = ask(kept, question)
    assert answer.kind is AnswerKind.VALUE
    assert said in answer.sentence


def test_a_lost_last_letter_is_a_slip_and_a_name_of_two_words_is_mended(kept):
    assert "40" in ask(kept, "BarrelDB retention defaul").sentence
    assert "20" in ask(kept, "maximum of lnog restig").sentence


def test_a_product_is_known_without_the_letters_that_only_say_what_it_is(kept):
    assert "15" in ask(kept, "how many shelves has barrel").sentence


def test_a_thing_may_be_meant_in_the_words_of_another(kept):
    for question in ("what is a volume, in Lendora's terms?", "what is a volume when talking about Lendora"):
        answer = ask(kept, question)
        assert answer.kind is AnswerKind.DEFINITION
        assert "bound book" in answer.sentence


@pytest.mark.parametrize("question", ["does Lendora lend bikes", "is Lendora written in rust", "who founded Lendora"])
def test_a_word_that_the_notes_lack_is_no_misspelt_one(kept, question):
    assert ask(kept, question).kind is AnswerKind.UNKNOWN


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("consumr", "consumer"),  # the commoner of two that are near
        ("prot", "port"),
        ("meny", "many"),
        ("heml", "helm"),  # two letters swapped, of a name
        ("rust", None),  # so short a word is no slip for any other
        ("helms", None),  # a form of the word is no slip
        ("delivary", "delivery"),
        ("caf", None),
    ],
)
def test_the_likeliest_word_is_meant(written, meant):
    counts = {"consumer": 30, "consume": 2, "rest": 40, "helm": 12, "delivery": 3}
    known = Spelling(counts, ["helm"], ["many", "port", "rest"], frozenset({"many", "port"}))
    assert known.mend(written) == meant


def test_a_word_of_the_notes_is_two_slips_off_no_other():
    known = Spelling({"connection": 80, "congestion": 1}, [], [], frozenset())
    assert known.mend("congestion") is None
    assert known.mend("connektoin") == "connection"

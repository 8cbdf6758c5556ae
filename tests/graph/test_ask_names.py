"""Questions about names, over notes on a railway and on a kitchen: letters, former names, meanings."""

from __future__ import annotations

import pytest
from graph_samples import Notes

from graph import ask
from graph.questions.answer import AnswerKind
from graph.questions.long_forms import letters_of, run_of_initials
from graph.values import Contribution
from graph.vocabulary import Facet, Kind

pytestmark = pytest.mark.embedded


def railway() -> Contribution:
    """A signal box with letters that only a heading spells out, and a line that was renamed."""
    notes = Notes("railway.md", "Railway notes")
    box = notes.name("TCC", kind=Kind.SERVICE)
    line = notes.name("Coastline", kind=Kind.SERVICE)
    notes.name("Saltway", kind=Kind.SERVICE)
    shunt = notes.name("shunting", kind=Kind.CONCEPT)
    notes.say("TCC: Train Control Centre, sets all signals", box, Facet.PURPOSE)
    notes.say("Coastline, formerly known as Saltway, runs along the sea", line)
    notes.say("moving wagons within the yard, known as shunting", line)
    notes.say("shunting needs a slow engine", shunt)
    notes.say("BUSK: Board Under Signal Keeping", notes.name("BUSK", kind=Kind.FEATURE))
    notes.say("DUEL is a DUal Engine Lift", notes.name("DUEL", kind=Kind.FEATURE))
    notes.say("tickets were once sold by the TCC, messages were rejected", box)
    notes.say("S3 depot: the Silent Sleeper Sheds keep night trains", notes.name("S3", kind=Kind.FEATURE))
    return notes.build()


def kitchen() -> Contribution:
    """A pan whose name comes from elsewhere."""
    notes = Notes("kitchen.md", "Kitchen notes")
    pan = notes.name("Patella", kind=Kind.SERVICE)
    notes.name("Shallow One", same_as=pan)
    notes.say("Patella: a pan for rice", pan, Facet.PURPOSE)
    notes.say("the name Patella is Latin and means little dish", pan)
    notes.say("cooks call the pan the Shallow One", pan)
    return notes.build()


@pytest.fixture
def kept(store):
    store.replace_document(railway())
    store.replace_document(kitchen())
    return store


@pytest.mark.parametrize(
    "question", ["TCC full form", "tcc abbreviation", "what is TCC short for", "full name of the TCC", "tcc in full"]
)
def test_letters_are_spelt_out_however_that_is_asked(kept, question):
    answer = ask(kept, question)
    assert answer.kind is AnswerKind.DEFINITION
    assert "Train Control Centre" in answer.sentence
    assert answer.evidence


def test_capitals_within_words_spell_as_well(kept):
    assert "DUal Engine Lift" in ask(kept, "DUEL full form").sentence


def test_not_every_past_tells_of_a_name(kept):
    assert ask(kept, "what was the TCC called before").kind is AnswerKind.UNKNOWN


def test_a_figure_in_an_abbreviation_repeats_its_letter(kept):
    assert "Silent Sleeper Sheds" in ask(kept, "s3 stands for").sentence
    assert letters_of("W3C") == "wwwc"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the time to live (TTL) of a ticket", "time to live"),
        ("TTL means time to live", "time to live"),
        ("a Time To Live is printed on it", "Time To Live"),
        ("trains try to leave early", None),
    ],
)
def test_only_a_name_or_what_stands_beside_is_a_long_form(text, found):
    assert run_of_initials(text, "TTL") == found


@pytest.mark.parametrize(
    "question",
    ["what was Coastline called in the old days?", "former name of Coastline", "Coastline used to be called what"],
)
def test_the_former_name_is_given(kept, question):
    answer = ask(kept, question)
    assert {name for _, name in answer.entities} == {"Saltway"}
    assert "formerly known as Saltway" in answer.evidence[0].text


@pytest.mark.parametrize(
    "question", ["what does the word Patella actually mean?", "where does the name Patella come from"]
)
def test_the_meaning_of_a_name_is_not_what_the_thing_is(kept, question):
    assert "little dish" in ask(kept, question).sentence
    assert "pan for rice" in ask(kept, "what is Patella").sentence


def test_a_line_that_calls_something_so_defines_it(kept):
    assert "moving wagons" in ask(kept, "what does the term shunting mean").sentence


def test_another_name_is_given_but_none_is_made_up(kept):
    assert "Shallow One" in ask(kept, "what else is Patella called").sentence
    for question in ("other name for the TCC", "former name of Patella", "what does PTL stand for"):
        assert ask(kept, question).kind is AnswerKind.UNKNOWN

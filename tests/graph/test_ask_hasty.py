"""Defaults, places, and questions in a hurry, over notes on a brewery and on an observatory."""

from __future__ import annotations

import pytest
from graph_samples import Notes

from graph import ask
from graph.questions.answer import AnswerKind
from graph.values import Contribution
from graph.vocabulary import Facet, Kind, RelationType

pytestmark = pytest.mark.embedded


def brewery() -> Contribution:
    """A kettle with programs, what it is bad for, and what took its forerunner's place."""
    notes = Notes("brewery.md", "Brewery notes")
    kettle = notes.name("Kettlor", kind=Kind.SERVICE)
    for program in ("mash program", "boil program"):
        own = notes.name(program, kind=Kind.FEATURE, owner=kettle)
        notes.edge(kettle, RelationType.HAS_FEATURE, own, f"Kettlor has the {program}")
    stout = notes.name("stout", kind=Kind.CONCEPT)
    notes.edge(kettle, RelationType.NOT_SUITED_TO, stout, "Kettlor is bad for: stout, small batches")
    notes.say("Kettlor programs: boil (default), mash", kettle)
    notes.say("Kettlor: 3 taps by default", kettle, Facet.LIMITS)
    notes.say("the recipe file lies in the cellar folder", notes.name("recipe file", kind=Kind.FEATURE))
    notes.say("used-up hops are thrown out within 2 hours", kettle, Facet.LIMITS)
    notes.say("every cask number is nuique", kettle)
    notes.say("Kettlor takes 25 litres a brew, 4 brews a day x 30 days = 120 brews", kettle)
    notes.say("sealing: Umbrawax (UW) or Celawax", kettle)
    for wax in ("Umbrawax", "Celawax"):
        notes.name(wax, kind=Kind.TECHNOLOGY)
    notes.say("Kettlor availability 99.5 %", kettle, Facet.LIMITS)
    return notes.build()


def observatory() -> Contribution:
    """A telescope whose filters have no default, and a dome."""
    notes = Notes("observatory.md", "Observatory notes")
    scope = notes.name("Stellarix", kind=Kind.SERVICE)
    dome = notes.name("Domus", kind=Kind.SERVICE)
    for filter_name in ("red filter", "green filter"):
        notes.name(filter_name, kind=Kind.FEATURE, owner=scope)
    notes.say("Stellarix filters: red, green", scope)
    notes.say("Stellarix: the cooling is off by default", scope)
    notes.say("green filters are sharper than red filters", scope)
    notes.say("Stellarix smallest step one minute", scope, Facet.LIMITS)
    notes.say("Stellarix talks over port 4711", scope, Facet.LIMITS)
    notes.say("Domus stores its charts in /var/charts", dome)
    notes.say("when Stellarix runs out of film you get code 71", scope, Facet.ERRORS)
    return notes.build()


@pytest.fixture
def kept(store):
    store.replace_document(brewery())
    store.replace_document(observatory())
    return store


@pytest.mark.parametrize("question", ["which program is the default of Kettlor", "kettlor default program type"])
def test_the_default_of_a_sort_is_the_item_that_its_list_marks(kept, question):
    answer = ask(kept, question)
    assert [name for _, name in answer.entities] == ["boil program"]


def test_the_default_of_something_else_is_no_answer(kept):
    assert ask(kept, "which filter is the default of Stellarix").kind is AnswerKind.UNKNOWN


@pytest.mark.parametrize("question", ["is Kettlor good for stout", "kettlor good for stout?"])
def test_what_is_bad_for_it_is_a_no(kept, question):
    answer = ask(kept, question)
    assert answer.kind is AnswerKind.YES_NO
    assert answer.sentence.startswith("No")


def test_bad_for_it_is_a_yes_where_just_that_is_asked(kept):
    assert ask(kept, "is Kettlor bad for stout?").sentence.startswith("Yes")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("where does the recipe file go", "cellar folder"),
        ("recipe file, where does it go", "cellar folder"),
        ("kettlor default nr of taps", "3 taps"),
        ("what do I get when Stellarix runs out of film", "71"),
        ("is every cask number of Kettlor unique", "nuique"),
    ],
)
def test_hasty_words_are_read_as_whole_questions(kept, question, said):
    answer = ask(kept, question)
    assert answer.kind is not AnswerKind.UNKNOWN
    assert said in answer.sentence


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("what availability does Kettlor have", "99.5"),
        ("what is the smallest step of Stellarix", "one minute"),
        ("which port does Stellarix listen on", "4711"),
    ],
)
def test_a_figure_is_found_by_what_it_measures(kept, question, said):
    answer = ask(kept, question)
    assert answer.kind is AnswerKind.VALUE
    assert said in answer.sentence


def test_which_of_two_at_the_end_is_a_comparison(kept):
    answer = ask(kept, "which is sharper, red filter or green filter")
    assert answer.kind is AnswerKind.COMPARISON
    assert {name.split()[-2] for _, name in answer.entities} == {"red", "green"}


def test_what_stands_behind_a_label_of_the_question_is_the_answer(kept):
    assert {name for _, name in ask(kept, "what should Kettlor use for sealing").entities} == {"Umbrawax", "Celawax"}

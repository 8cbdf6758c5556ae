"""Questions in words other than the notes': over notes on a harbour and on a pottery."""

from __future__ import annotations

import pytest
from graph_samples import Notes

from graph import ask
from graph.questions.answer import AnswerKind
from graph.values import Contribution
from graph.vocabulary import Facet, Kind, RelationType

pytestmark = pytest.mark.embedded


def harbour() -> Contribution:
    """A crane, the barge that it loads, and a section on loads that are too heavy for it."""
    notes = Notes("harbour.md", "Harbour notes")
    barge = notes.name("Bargentine", kind=Kind.SERVICE)
    dock = notes.name("Dockyard Nine", kind=Kind.SERVICE)
    depot = notes.name("Coal Depot", kind=Kind.SERVICE)
    liner = notes.name("Linerama", kind=Kind.SERVICE)
    old = notes.name("Steamlet", kind=Kind.SERVICE)
    hoist = notes.name("Twin Hoist", kind=Kind.FEATURE, owner=barge)
    heavy = notes.name("Heavy cargo", kind=Kind.FEATURE, owner=barge)
    hook, rope = (notes.name(tool, kind=Kind.FEATURE) for tool in ("Steel Hook", "Hemp Rope"))
    notes.edge(heavy, RelationType.USES, hoist, "lifted by the Twin Hoist of the Bargentine")
    notes.edge(barge, RelationType.READS_FROM, depot, "coal is pulled from the Coal Depot")
    notes.edge(depot, RelationType.SENDS_TO, dock, "Dockyard Nine")
    notes.edge(depot, RelationType.SENDS_TO, liner, "hands letters on to the Linerama")
    notes.edge(liner, RelationType.REPLACES, old, "Linerama, formerly known as Steamlet")
    notes.edge(dock, RelationType.REQUIRES, barge, "to reach Dockyard Nine you need a Bargentine")
    notes.say("Dockyard Nine is swept at noon", dock)
    notes.lines.append("")
    notes.say("It requires:", heavy)
    notes.say("Steel Hook", heavy)
    notes.lines.append("")
    notes.say("Can't be used with:", heavy)
    notes.say("Hemp Rope", heavy)
    assert hook
    assert rope
    return notes.build()


def pottery() -> Contribution:
    """A kiln and a wheel, with what can be done to them only at first."""
    notes = Notes("pottery.md", "Pottery notes")
    kiln = notes.name("Kilnova", kind=Kind.SERVICE)
    wheel = notes.name("Wheelsong", kind=Kind.SERVICE)
    glaze = notes.name("lead glaze", kind=Kind.FEATURE)
    rule = notes.name("shelf rule", kind=Kind.FEATURE)
    notes.say("shelves of Kilnova: can only be fitted while the kiln is being set up", kiln)
    notes.say("clay is pushed through Wheelsong by a screw", wheel)
    notes.say("a shelf rule of Kilnova says who may stack pots and who may not take them out", rule)
    notes.say("pots of Kilnova can be stacked by hand", wheel)
    notes.say("lead glaze came with the house (don't use)", glaze)
    notes.say("the trial run of Wheelsong changes nothing", wheel)
    notes.say("Kilnova is hot, Wheelsong is wet", kiln, Facet.MODEL)
    notes.say("Wheelsong turns clay", wheel, Facet.PURPOSE)
    return notes.build()


@pytest.fixture
def kept(store):
    store.replace_document(harbour())
    store.replace_document(pottery())
    return store


def names(answer) -> set[str]:
    return {name for _, name in answer.entities}


def test_a_relation_is_asked_for_in_many_words(kept):
    assert names(ask(kept, "where does Bargentine fetch its coal from?")) == {"Coal Depot"}
    assert names(ask(kept, "what was Linerama called in the old days?")) == {"Steamlet"}
    assert names(ask(kept, "what do I need so that I can reach Dockyard Nine?")) == {"Bargentine"}


def test_what_must_be_in_place_is_listed_in_the_section_that_uses_it(kept):
    assert names(ask(kept, "what must be in place for the Twin Hoist to work?")) == {"Steel Hook"}


def test_an_item_below_a_denial_decides_for_no_with_its_lead(kept):
    answer = ask(kept, "does the Twin Hoist work with Hemp Rope?")
    assert answer.sentence == "No: “Can't be used with: Hemp Rope”"
    assert ask(kept, "does the Coal Depot work with Hemp Rope?").kind is AnswerKind.UNKNOWN


def test_what_can_be_done_only_at_first_cannot_be_done_later(kept):
    assert ask(kept, "can shelves still be fitted to Kilnova later?").sentence.startswith("No")
    assert ask(kept, "can shelves be fitted to Kilnova?").sentence.startswith("Yes")


def test_advice_against_a_thing_decides_whether_to_use_it(kept):
    assert ask(kept, "should I use the lead glaze?").sentence.startswith("No")
    assert ask(kept, "should I use Wheelsong?").kind is AnswerKind.UNKNOWN


def test_what_changes_nothing_does_not_change_it(kept):
    assert ask(kept, "does the trial run of Wheelsong touch the clay?").sentence.startswith("No")


def test_a_choice_of_two_words_or_two_things_is_settled(kept):
    assert "pushed" in ask(kept, "wheelsong push or pull").sentence
    answer = ask(kept, "should I go for Kilnova or Wheelsong")
    assert answer.kind is AnswerKind.COMPARISON
    assert names(answer) == {"Kilnova", "Wheelsong"}


def test_a_line_that_denies_as_the_question_does_comes_first(kept):
    answer = ask(kept, "how do I say at Kilnova that somebody may stack pots but not take them out?")
    assert names(answer) == {"shelf rule"}


def test_what_is_moved_need_not_stand_in_each_line(kept):
    assert names(ask(kept, "what can the Coal Depot send letters to")) == {"Dockyard Nine", "Linerama"}

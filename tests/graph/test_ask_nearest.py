"""Questions that no line meets in full: answered by what comes nearest, over notes on a zoo and a theatre."""

from __future__ import annotations

import pytest
from graph_samples import Notes

from graph import ask
from graph.questions.answer import AnswerKind
from graph.values import Contribution
from graph.vocabulary import Kind, RelationType

pytestmark = pytest.mark.embedded


def zoo() -> Contribution:
    notes = Notes("zoo.md", "Zoo notes")
    zoo = notes.name("Zoolandia", kind=Kind.SERVICE)
    house, pond, cage = (notes.name(text, kind=Kind.FEATURE) for text in ("Reptile House", "Otter Pond", "Open Cage"))
    for part in (house, pond, cage):
        notes.edge(zoo, RelationType.HAS_FEATURE, part, "Zoolandia has it")
    notes.say("kept at thirty degrees, crocodiles sleep in sand", house)
    notes.say("fed at noon, otters sleep on stones", pond)
    notes.say("cleaned on Mondays", pond)
    notes.say("`open cage` with visitors inside, take `closed cage` instead", cage)
    notes.name("closed cage", kind=Kind.FEATURE)
    keeper = notes.name("Keeperly", kind=Kind.SERVICE)
    notes.say("Front gate, the only one that talks to Zoolandia", keeper)
    door = notes.name("lion door", kind=Kind.FEATURE)
    notes.name("SetDoorTimer", kind=Kind.FEATURE)
    notes.say("time in which lions picked for a show are hidden from visitors", door)
    notes.say("to change it there is the SetDoorTimer call", door)
    notes.name("emu", kind=Kind.FEATURE)
    notes.name("heron", kind=Kind.FEATURE)
    notes.say("birds of Zoolandia are tame except emu and heron", zoo)
    notes.say("milk is delivered by outside firms like Milkoria or Dairylux to Zoolandia", zoo)
    notes.name("Milkoria", kind=Kind.SERVICE)
    notes.name("Dairylux", kind=Kind.SERVICE)
    aviary = notes.name("Aviaroom", kind=Kind.SERVICE)
    notes.name("Netting frame")
    notes.say("Netting frame between parrots and rain", aviary)
    notes.say("seeds come from Seedwell Mill (SWM), which replaced Old Barn", aviary)
    notes.name("Seedwell Mill", kind=Kind.SERVICE)
    notes.name("Old Barn", kind=Kind.SERVICE)
    gala = notes.name("gala night", kind=Kind.FEATURE)
    notes.say("good for bats", gala)
    return notes.build()


def theatre() -> Contribution:
    notes = Notes("theatre.md", "Theatre notes")
    stage = notes.name("Stagecraft", kind=Kind.SERVICE)
    lamp = notes.name("Spot Lamp", kind=Kind.FEATURE)
    curtain = notes.name("Iron Curtain", kind=Kind.FEATURE)
    for part in (lamp, curtain):
        notes.edge(stage, RelationType.HAS_FEATURE, part, "Stagecraft has it")
    ticket = notes.name("gala night ticket", kind=Kind.FEATURE)
    notes.name("Stagecraft dim", kind=Kind.FEATURE)
    notes.edge(stage, RelationType.HAS_FEATURE, ticket, "Stagecraft sells it")
    notes.say("good for patrons who stay late", ticket)
    trap = notes.name("trap door", kind=Kind.FEATURE)
    notes.say("trap door: nailed shut since the accident, use the lift", trap)
    notes.say("great for steady light on soloists", lamp)
    notes.say("good if a fire breaks out", curtain)
    notes.say("dropped twice a season by the foreman", curtain)
    return notes.build()


@pytest.fixture
def kept(store):
    store.replace_document(zoo())
    store.replace_document(theatre())
    return store


def names(answer) -> set[str]:
    return {name for _, name in answer.entities}


def test_the_one_thing_that_holds_most_of_the_question_is_taken(kept):
    answer = ask(kept, "which part of Zoolandia do crocodiles snooze in")
    assert names(answer) == {"Reptile House"}
    assert "nearest" in answer.sentence


def test_nothing_is_taken_where_others_come_as_near_or_the_verb_is_lacking(kept):
    assert ask(kept, "which part of Zoolandia has animals that sleep upright").kind is AnswerKind.UNKNOWN
    assert ask(kept, "who paints crocodiles at Zoolandia").kind is AnswerKind.UNKNOWN
    assert ask(kept, "which language do crocodiles of Zoolandia learn").kind is AnswerKind.UNKNOWN


def test_what_a_person_says_of_their_case_counts_less_than_the_question(kept):
    answer = ask(kept, "I have visitors walking about, what's a safer option than the open cage?")
    assert names(answer) == {"closed cage"}
    assert names(ask(kept, "the soloists are singing, which part of Stagecraft is good for light?")) == {"Spot Lamp"}


def test_a_name_beside_a_product_is_the_part_of_that_product(kept):
    assert names(ask(kept, "when is a gala night of Stagecraft good?")) == {"gala night ticket"}
    assert names(ask(kept, "when is a gala night good?")) == {"gala night"}


def test_the_sides_of_a_comparison_are_looked_for_in_what_they_are_compared(kept):
    answer = ask(kept, "what's the difference between spot and iron in Stagecraft")
    assert answer.kind is AnswerKind.COMPARISON
    assert names(answer) == {"Spot Lamp", "Iron Curtain"}
    assert ask(kept, "what's the difference between spot and velvet in Stagecraft").kind is AnswerKind.UNKNOWN


def test_a_verb_behind_a_name_is_no_part_of_it(kept):
    understood = ask(kept, "which lamps can Stagecraft dim").understood
    assert understood is not None
    assert understood["subject"] == "Stagecraft"


def test_what_a_line_takes_out_or_gives_as_examples_is_named(kept):
    assert names(ask(kept, "which birds of Zoolandia are not tame")) == {"emu", "heron"}
    assert names(ask(kept, "which firms deliver milk to Zoolandia")) == {"Milkoria", "Dairylux"}


def test_how_it_is_done_need_not_stand_in_the_line(kept):
    assert names(ask(kept, "who is allowed to talk to Zoolandia directly")) == {"Keeperly"}


def test_the_call_is_that_of_the_thing_whose_lines_are_meant(kept):
    assert names(ask(kept, "which call do I make to change how long a picked lion stays hidden")) == {"SetDoorTimer"}


def test_what_a_line_opens_with_is_no_answer_where_it_only_describes_its_product(kept):
    assert names(ask(kept, "what do I put between parrots and rain")) == {"Aviaroom"}
    assert names(ask(kept, "what replaced Old Barn")) == {"Seedwell Mill"}


def test_the_only_line_on_a_part_will_do_where_it_has_a_word_of_the_question(kept):
    assert "use the lift" in ask(kept, "how do I get actors below now that the trap door is nailed up?").sentence
    assert ask(kept, "how do I paint actors below the trap door?").kind is AnswerKind.UNKNOWN

"""Questions that no line meets in full: answered by what comes nearest, over notes on a zoo and a theatre."""

from __future__ import annotations

import pytest
from graph_samples import Notes

from graph import ask
from graph.questions.answer import AnswerKind
from graph.values import Contribution
from graph.vocabulary import Kind, RelationType


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
    return notes.build()


def theatre() -> Contribution:
    notes = Notes("theatre.md", "Theatre notes")
    stage = notes.name("Stagecraft", kind=Kind.SERVICE)
    lamp = notes.name("Spot Lamp", kind=Kind.FEATURE)
    curtain = notes.name("Iron Curtain", kind=Kind.FEATURE)
    for part in (lamp, curtain):
        notes.edge(stage, RelationType.HAS_FEATURE, part, "Stagecraft has it")
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

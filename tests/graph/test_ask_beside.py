"""What stands beside, above and below the best line belongs to the answer, over notes on a van."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest
from graph_samples import Notes

from graph import ask
from graph.identity import name_key
from graph.questions.answer import AnswerKind, Quote, each_once
from graph.values import Contribution
from graph.vocabulary import Kind, RelationType

pytestmark = pytest.mark.embedded


def van() -> Contribution:
    """Two ways to bake for a round, what the van is made of, and a list behind a line with a colon."""
    notes = Notes("van.md", "Van notes")
    van = notes.name("Vanessa", kind=Kind.SERVICE)
    fresh = notes.name("fresh round", kind=Kind.FEATURE, owner=van)
    late = notes.name("late round", kind=Kind.FEATURE, owner=van)
    for name in ("loading crate", "roof rack", "toll badge", "cold box", "--skip-yard"):
        notes.name(name, kind=Kind.FEATURE, owner=van)
    notes.say("Vanessa is diesel driven, not electric", van)
    notes.say("racks of Vanessa are made up of a loading crate and a roof rack", van)
    notes.say("Vanessa needs these papers to get across the bridge:", van)
    notes.say("toll badge", van)
    notes.say("cold box certificate, stamped", van)
    notes.say("Vanessa keeps a full log of the stops that she makes on the way across the bridge in winter", van)
    wash = notes.name("Wash House", kind=Kind.SERVICE)
    notes.name("Foamworks", kind=Kind.SERVICE, same_as=name_key("Wash House"))
    notes.say("Wash House: a hall with brushes", wash)
    notes.say("known by all: Vanessa, Wash House, loading crate, roof rack, toll badge, cold box", van)
    notes.say("Vanessa: a van that bakes as she drives", van)
    notes.say("Vanessa is cleaned by Foamworks on Fridays", van)
    notes.say("start with the --skip-yard flag and Vanessa leaves the yard out", van)
    made = notes.build()
    line = made.document.lines + 1
    said = ("A driver loads the bread at dawn.", "This is known as a fresh round")
    one = replace(made.statements[-1], line_start=line, line_end=line)
    facts = [replace(one, id=f"s{n}", text=text) for n, text in enumerate(said)]
    facts = [replace(fact, about=about) for fact, about in zip(facts, (van, fresh), strict=True)]
    last = replace(
        facts[0], id="s9", line_start=line + 1, line_end=line + 1, about=late, text="late round: what is left"
    )
    text = f"{made.document.text}- {' '.join(said)}\nlate round: what is left\n"
    document = replace(made.document, text=text, lines=line + 1, sha256=hashlib.sha256(text.encode()).hexdigest())
    buckets = (*made.buckets, *(replace(made.buckets[-1], line=n) for n in (line, line + 1)))
    return replace(made, document=document, statements=(*made.statements, *facts, last), buckets=buckets)


@pytest.fixture
def kept(store):
    store.replace_document(van())
    return store


def names(answer) -> set[str]:
    return {name for _, name in answer.entities}


def test_a_choice_is_answered_with_the_line_that_has_one_of_the_two(kept):
    answer = ask(kept, "is Vanessa electric or diesel driven?")
    assert "diesel driven" in answer.sentence
    assert not answer.sentence.startswith(("Yes", "No"))
    assert not ask(kept, "is Vanessa blue or green?").sentence.startswith("Vanessa")


def test_what_goes_on_behind_the_words_of_the_question_is_the_answer(kept):
    assert names(ask(kept, "what are racks of Vanessa made up of")) == {"loading crate", "roof rack"}


def test_the_lines_below_a_colon_are_the_answer(kept):
    answer = ask(kept, "which papers must Vanessa have to get across the bridge")
    assert names(answer) == {"toll badge", "cold box"}


def test_a_line_that_points_back_is_quoted_with_what_it_points_to(kept):
    answer = ask(kept, "difference between fresh round and late round")
    assert answer.kind is AnswerKind.COMPARISON
    assert "A driver loads the bread at dawn. This is known as a fresh round" in answer.sentence


def test_a_flag_is_asked_for_at_the_end_as_well(kept):
    assert "--skip-yard" in ask(kept, "how do I make Vanessa leave out the yard, flag").sentence


def test_a_thing_is_called_as_the_quoted_line_calls_it_too(kept):
    assert names(ask(kept, "who cleans Vanessa on Fridays")) == {"Wash House / Foamworks"}


def test_two_things_hang_together_by_the_line_that_tells_and_not_by_a_long_list(kept):
    answer = ask(kept, "how is Vanessa connected to Wash House")
    assert answer.evidence[0].text == "Vanessa is cleaned by Foamworks on Fridays"


def test_a_line_is_quoted_once():
    whole, part = Quote("a.md", 3, 3, "salt the dough, then rest it"), Quote("a.md", 3, 3, "then rest it")
    other = Quote("a.md", 4, 4, "then rest it")
    assert each_once([part, other, whole, part]) == (whole, other)


def test_a_line_that_says_all_is_not_quoted_with_what_stands_below_it(store):
    notes = Notes("port.md", "Port notes")
    port, gales = notes.name("Portia", kind=Kind.SERVICE), notes.name("gales", kind=Kind.CONCEPT)
    notes.edge(port, RelationType.NOT_SUITED_TO, gales, "Portia: bad for gales")
    notes.say("seven cranes lift boxes here", port)
    store.replace_document(notes.build())
    assert [quote.text for quote in ask(store, "what is Portia bad for").evidence] == ["Portia: bad for gales"]

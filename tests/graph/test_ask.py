"""Questions over a workshop that was made by hand: the answer, and which lines say so."""

from __future__ import annotations

import random

import pytest
from graph_samples import Notes

from graph import ask
from graph.ceilings import MAX_QUESTION_CHARACTERS
from graph.errors import QuestionError
from graph.questions.answer import AnswerKind
from graph.values import Contribution, Limit
from graph.vocabulary import Bound, Facet, Kind, RelationType

pytestmark = pytest.mark.embedded


def workshop() -> Contribution:
    """A kiln, a potter's wheel and their parts."""
    notes = Notes("workshop.md", "Workshop notes")
    kiln = notes.name("Kilnor", kind=Kind.SERVICE)
    wheel = notes.name("Wheelix", kind=Kind.SERVICE)
    old = notes.name("Kickwheel", kind=Kind.TECHNOLOGY)
    tank = notes.name("Glazebox", kind=Kind.SERVICE)
    clay = notes.name("Stoneware", kind=Kind.TECHNOLOGY)
    bisque = notes.name("bisque firing", kind=Kind.FEATURE, owner=kiln)
    glost = notes.name("glost firing", kind=Kind.FEATURE, owner=kiln)
    rod = notes.name("Thermorod", kind=Kind.SERVICE)
    notes.say("Kilnor: bakes clay until it is hard", kiln, Facet.PURPOSE)
    notes.say("Wheelix: turns clay into round pots", wheel, Facet.PURPOSE)
    notes.edge(wheel, RelationType.TRIGGERS, kiln, "Wheelix triggers Kilnor when a pot is finished")
    notes.edge(rod, RelationType.TRIGGERS, kiln, "Thermorod can trigger Kilnor as well")
    notes.edge(kiln, RelationType.HAS_FEATURE, bisque, "Kilnor has bisque firing")
    notes.edge(kiln, RelationType.HAS_FEATURE, glost, "Kilnor has glost firing")
    notes.edge(bisque, RelationType.USES, rod, "bisque firing uses Thermorod for the temperature")
    crackle = notes.name("crackle glaze", kind=Kind.CONCEPT)
    notes.edge(glost, RelationType.SUPPORTS, crackle, "glost firing enables crackle glaze")
    notes.edge(wheel, RelationType.REPLACES, old, "Wheelix replaces Kickwheel")
    notes.edge(kiln, RelationType.SUPPORTS, clay, "Kilnor supports Stoneware")
    notes.edge(kiln, RelationType.SENDS_TO, tank, "Kilnor sends its ash to Glazebox")
    notes.limit(kiln, Limit("temperature", Bound.MAX, 1300.0, "C"), "max temperature is 1300 C")
    notes.limit(kiln, Limit("cooling time", Bound.DEFAULT, 12.0, "h"), "cooling time is 12 hours by default")
    notes.say("Wheelix does not work with porcelain", wheel, Facet.SUPPORT)
    notes.say("an apron keeps your clothes clean at the sink", wheel)
    return notes.build()


@pytest.fixture
def shop(store):
    store.replace_document(workshop())
    return store


def names(answer) -> set[str]:
    return {name for _, name in answer.entities}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("what triggers Kilnor", {"Wheelix", "Thermorod"}),
        ("what can trigger kilnor?", {"Wheelix", "Thermorod"}),
        ("what does Wheelix trigger", {"Kilnor"}),
        ("what replaces Kickwheel", {"Wheelix"}),
        ("what is newer than Kickwheel", {"Wheelix"}),
        ("what did Wheelix replace", {"Kickwheel"}),
        ("where does Kilnor send its ash", {"Glazebox"}),
        ("features of Kilnor", {"bisque firing", "glost firing"}),
        ("what does Kilnor support", {"Stoneware"}),
        ("which mode of Kilnor enables crackle glaze", {"glost firing"}),
    ],
)
def test_a_relation_is_asked_for_in_either_direction(shop, question, expected):
    answer = ask(shop, question)
    assert answer.kind is AnswerKind.ENTITIES
    assert names(answer) == expected
    assert answer.evidence
    assert {step.source for step in answer.subgraph_relations} | {step.target for step in answer.subgraph_relations}


def test_a_figure_comes_with_its_limit_and_line(shop):
    answer = ask(shop, "default cooling time of Kilnor")
    assert answer.kind is AnswerKind.VALUE
    assert [(owned.owner, owned.limit.value, owned.limit.unit) for owned in answer.limits] == [("kilnor", 12.0, "h")]
    assert answer.evidence[0].text == "cooling time is 12 hours by default"


def test_yes_and_no_are_decided_by_a_line(shop):
    no = ask(shop, "does Wheelix work with porcelain?")
    assert no.kind is AnswerKind.YES_NO
    assert no.sentence.startswith("No")
    yes = ask(shop, "does Kilnor support Stoneware?")
    assert yes.sentence.startswith("Yes")
    assert yes.evidence[0].text == "Kilnor supports Stoneware"


def test_a_definition_and_a_comparison_quote_what_each_is_for(shop):
    assert "bakes clay" in ask(shop, "what is Kilnor").sentence
    for question in ("Kilnor vs Wheelix", "difference between Kilnor and Wheelix", "Kilnor or Wheelix?"):
        answer = ask(shop, question)
        assert answer.kind is AnswerKind.COMPARISON
        assert [i for i, _ in answer.entities] == ["kilnor", "wheelix"]
        assert "bakes clay" in answer.sentence
        assert "round pots" in answer.sentence


def test_a_path_begins_and_ends_with_what_was_asked(shop):
    answer = ask(shop, "how is Wheelix connected to Glazebox")
    assert answer.kind is AnswerKind.PATH
    assert [i for i, _ in answer.entities] == ["wheelix", "kilnor", "glazebox"]


def test_what_a_part_uses_its_owner_uses_and_the_step_is_named(shop):
    answer = ask(shop, "what uses Thermorod")
    assert {"bisque firing", "Kilnor"} <= names(answer)
    assert any("bisque firing" in step for step in answer.through)


def test_a_line_answers_where_no_relation_fits(shop):
    answer = ask(shop, "what keeps my clothes clean at the sink")
    assert answer.kind in (AnswerKind.STATEMENTS, AnswerKind.ENTITIES)
    assert answer.evidence[0].text == "an apron keeps your clothes clean at the sink"


def test_misspelt_words_are_mended_and_that_is_said(shop):
    answer = ask(shop, "what does kilnro support")
    assert names(answer) == {"Stoneware"}
    assert "mended" in answer.understood


@pytest.mark.parametrize(
    "question",
    [
        "what does Kilnor cost",
        "minimum temperature of Wheelix",
        "what triggers Zorgulator",
        "who won the cup in 2014",
        "what does Glazebox require",
        "how is Zorgulator connected to Kilnor",
        "",
        "?!",
    ],
)
def test_what_the_notes_do_not_say_is_unknown(shop, question):
    answer = ask(shop, question)
    assert answer.kind is AnswerKind.UNKNOWN, answer
    assert not answer.evidence
    assert not answer.entities
    assert answer.sentence


def test_suggestions_can_be_answered(shop):
    for question in ask(shop, "what does Kilnor cost").suggestions:
        assert ask(shop, question).kind is not AnswerKind.UNKNOWN


def test_a_question_that_is_too_long_is_refused(shop):
    ask(shop, "a" * MAX_QUESTION_CHARACTERS)
    with pytest.raises(QuestionError, match="1,000"):
        ask(shop, "a" * (MAX_QUESTION_CHARACTERS + 1))


def test_an_empty_store_knows_nothing(store):
    assert ask(store, "what triggers Kilnor").kind is AnswerKind.UNKNOWN


def test_new_notes_are_seen_at_once(shop):
    assert ask(shop, "what is Sievemate").kind is AnswerKind.UNKNOWN
    more = Notes("sieve.md")
    sieve = more.name("Sievemate", kind=Kind.SERVICE)
    more.say("Sievemate is a fine sieve for dry clay", sieve, Facet.PURPOSE)
    shop.replace_document(more.build())
    assert "fine sieve" in ask(shop, "what is Sievemate").sentence


SIGNS = (
    "NEAR(",
    '"',
    "'",
    "*",
    "AND",
    "OR NOT",
    "MATCH (n) DETACH DELETE n",
    "`",
    "\\",
    "--",
    ";",
    "\x00",
    "\u202e",
    "ключ",
    "窯",
)
_WORDS = (
    "what which who where how many long big default max min price is does can the a of to from between and or "
    "vs trigger triggers support uses replaces instead stand for kinds features Kilnor Wheelix Kickwheel "
    "Glazebox Thermorod kilnro bisque firing clay temperature cooling time porcelain 1300 not good why when "
    "happens "
)
STUFF = _WORDS.split()


def test_any_words_in_any_order_give_an_answer_with_evidence_or_none(shop):
    chosen = random.Random(20)
    for _ in range(300):
        words = chosen.choices([*STUFF, *SIGNS], k=chosen.randint(1, 12))
        answer = ask(shop, " ".join(words))
        assert (answer.kind is AnswerKind.UNKNOWN) == (not answer.evidence), words

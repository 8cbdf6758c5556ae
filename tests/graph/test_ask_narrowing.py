"""Answers that are neither wider than the question nor beside it, over notes on a harbour."""

from __future__ import annotations

import pytest
from graph_samples import Notes

from graph import ask
from graph.questions.answer import AnswerKind
from graph.values import Contribution
from graph.vocabulary import Kind, RelationType

pytestmark = pytest.mark.embedded


def harbour() -> Contribution:
    """Boats, what they carry, and what the harbour master would rather have."""
    notes = Notes("harbour.md", "Harbour notes")
    port = notes.name("Portalis", kind=Kind.SERVICE)
    crane = notes.name("Liftomat", kind=Kind.SERVICE)
    for name in (
        "red barge",
        "blue barge",
        "green barge",
        "winch",
        "night watch",
        "quick log",
        "slow log",
        "side gate",
    ):
        notes.name(name, kind=Kind.FEATURE, owner=port)
    notes.name("DriftException", kind=Kind.FEATURE, owner=port)
    notes.say("red barges are for coal, blue barges for timber, green barges take grain (4 t top)", port)
    notes.say("Portalis - cranes, night watch, shared berths. Its records live in the quick log", port)
    notes.say("The winch on the blue barge hoists the anchor of every visitor", port)
    notes.say("Letters are fetched from the night watch (NW), which replaced the old pigeon loft", port)
    notes.say("slow log = paper, quick log = screen. quick log better if the tide matters", port)
    notes.say("never tow with the side gate open, winch instead", port)
    notes.say("Portalis: mooring without a pilot is too risky, not for tankers", port)
    notes.say("rope drawer key: left or right hook?? TODO ask the mate", port)
    notes.say("bells we ought to learn: night watch, jetty, beacon", port)
    notes.say("Portalis: 3 knot levels: idle, half (default), red barge, blue barge", port)
    notes.say("Portalis grants a berth with 40 minutes notice", port)
    notes.say("above 9 RP per pier Portalis raises a DriftException", port)
    notes.say("dry sails at noon; wet ropes -> night watch, tar", port)
    notes.say("gull nests => decoy owl on the roof", port)
    notes.say("fishermen pass by the side gate, lorries by the main gate house", port)
    notes.say("harbour wall, built with winch and beacon, Liftomat painted it", port)
    notes.say("not for heavy towing at dusk", crane)
    notes.say("take the winch for heavy towing at dusk", crane)
    notes.say("paper of the crane: night watch (lamp) recommended instead of jetty", crane)
    notes.say("a beam crane lifts 4 hooks of herring", crane)
    notes.say("over the load line -> Liftomat stops (code 17)", crane)
    notes.say("Liftomat has a load line of red paint", crane)
    notes.say("Portalis runs with 5 pilots and a rope store by default, written down in Harbourscript", port)
    notes.name("Harbourscript", kind=Kind.TECHNOLOGY)
    notes.say("Liftomat can't turn in a storm", crane)
    notes.say("the gull scarer stands by Liftomat, not by the wall", port)
    notes.say("the beacon finds stray boats", port)
    notes.say("the fog horn box needs a fuse in winter", crane)
    notes.edge(
        port, RelationType.HAS_FEATURE, notes.name("jetty", kind=Kind.FEATURE, owner=port), "a jetty of Portalis"
    )
    notes.edge(port, RelationType.HAS_FEATURE, notes.name("beacon", kind=Kind.FEATURE, owner=port), "a beacon as well")
    notes.say("Liftomat is the fully greased, inner gear crane", crane)
    return notes.build()


@pytest.fixture
def kept(store):
    store.replace_document(harbour())
    return store


def names(answer) -> set[str]:
    return {name for _, name in answer.entities}


def test_the_part_of_a_line_that_holds_the_question_gives_the_answer(kept):
    for question, wanted in (
        ("which barge should timber go in", {"blue barge"}),
        ("which barge should coal go in", {"red barge"}),
        ("where does Portalis keep its records", {"quick log"}),
        ("what replaced the pigeon loft", {"night watch"}),
        ("what hoists the anchor of every visitor", {"Portalis winch"}),
    ):
        assert names(ask(kept, question)) == wanted, question


def test_what_a_line_prefers_is_given_without_what_it_is_preferred_to(kept):
    for question, wanted in (
        ("what is better than the slow log if the tide matters", {"quick log"}),
        ("what should I tow with instead of the side gate", {"Portalis winch"}),
    ):
        assert names(ask(kept, question)) == wanted, question


def test_what_a_thing_must_not_be_used_for_is_asked_of_its_bad_sides(kept):
    answer = ask(kept, "what should Portalis not be used for")
    assert answer.understood["intent"] == "bad_for"
    assert "not for tankers" in " ".join(quote.text for quote in answer.evidence)


def test_a_line_whose_writer_did_not_know_answers_nothing(kept):
    assert ask(kept, "is the rope drawer key on the left or the right hook?").kind is AnswerKind.UNKNOWN


def test_the_nearest_thing_is_not_given_for_what_is_asked(kept):
    for question in (
        "which error does Portalis give back when its inner gear is full",  # all words, but of another thing
        "who came up with Portalis",
        "what are the parts of a Portalis pilot licence",
    ):
        assert ask(kept, question).kind is AnswerKind.UNKNOWN, question
    assert {"Portalis jetty", "Portalis beacon"} <= names(ask(kept, "what are the parts of Portalis"))


def test_a_list_with_a_remark_before_its_colon_is_one(kept):
    assert names(ask(kept, "which bells does Portalis have")) == {"night watch", "Portalis jetty", "Portalis beacon"}


def test_what_brackets_mark_is_not_replaced_by_its_neighbours(kept):
    answer = ask(kept, "default knot level of Portalis")
    assert "half (default)" in answer.evidence[0].text
    assert not names(answer) & {"red barge", "blue barge"}


def test_words_that_notes_leave_out_need_not_stand_in_a_line(kept):
    for question, said in (
        ("how much notice does Portalis send before a berth", "40 minutes"),
        ("which error do I get when Portalis is over its RPs per pier", "DriftException"),
        ("which lamp shows me stray boats", "beacon"),
    ):
        assert said in ask(kept, question).sentence, question
    assert ask(kept, "which harbours support Portalis").kind is AnswerKind.UNKNOWN


def test_what_stands_across_a_sign_is_the_answer(kept):
    assert names(ask(kept, "what do I need against wet ropes")) == {"night watch"}
    answer = ask(kept, "what should I take against gull nests")
    assert answer.kind is AnswerKind.STATEMENTS  # across the sign stands no known name
    assert "decoy owl" in answer.sentence


def test_the_name_with_the_asked_noun_goes_first(kept):
    assert names(ask(kept, "which gate do fishermen need")) == {"Portalis side gate"} or names(
        ask(kept, "which gate do fishermen need")
    ) == {"side gate"}


def test_a_list_ends_with_and_so_that_who_made_it_is_alone(kept):
    assert names(ask(kept, "who painted the harbour wall")) == {"Liftomat"}


def test_advice_is_what_it_names_and_not_what_it_is_about(kept):
    assert names(ask(kept, "what should I use for heavy towing at dusk")) == {"Portalis winch"}


def test_another_preference_is_none_for_the_subject(kept):
    assert ask(kept, "what is an alternative to Liftomat").kind is AnswerKind.UNKNOWN


def test_what_is_only_near_a_thing_or_a_figure_is_no_answer(kept):
    for question in ("which crane is like Liftomat", "how many hooks has a crane for 26 t"):
        assert ask(kept, question).kind is AnswerKind.UNKNOWN, question


def test_what_happens_is_told_by_the_line_with_the_consequence(kept):
    assert "stops (code 17)" in ask(kept, "what happens when cargo goes over the load line of Liftomat").sentence


def test_a_word_or_a_number_that_no_line_has_is_neither_affirmed_nor_left_out(kept):
    for question in (
        "does Portalis run with at least three pilots",
        "does Portalis go with Liftomat on holidays",
        "what is the default keyword of Portalis",
        "which language are letters of Portalis written in",
    ):
        assert ask(kept, question).kind is AnswerKind.UNKNOWN, question
    assert ask(kept, "does Portalis run with five pilots").sentence.startswith("Yes")


def test_downsides_are_what_a_thing_cannot_do(kept):
    answer = ask(kept, "what are the downsides of Liftomat")
    quoted = [quote.text for quote in answer.evidence]
    assert "Liftomat can't turn in a storm" in quoted
    assert "not for heavy towing at dusk" in quoted
    assert "the gull scarer stands by Liftomat, not by the wall" not in quoted

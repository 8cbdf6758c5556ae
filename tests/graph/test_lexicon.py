"""The words of relations, lead-ins, transparent labels and facets."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.labels import LeadIn, spelled_out
from graph.lexicon import facets, is_transparent, lead_in, lexicon
from graph.text import tokens
from graph.values import Pack, PackVerb
from graph.vocabulary import Direction, Facet, RelationType
from graph.wordforms import verb_forms


def lists_of(data: object) -> Iterator[list[str]]:
    """The lists of words that a data file holds, at any depth."""
    if isinstance(data, dict):
        for value in data.values():
            yield from lists_of(value)
    elif isinstance(data, list) and all(isinstance(item, str) for item in data):
        yield data
    elif isinstance(data, list):
        for item in data:
            yield from lists_of(item)


@pytest.mark.parametrize("name", ["graph/words/relations.toml", "ingest/words/labels.toml"])
def test_no_list_of_words_has_one_twice(name: str) -> None:
    data = tomllib.loads((Path(__file__).parents[2] / name).read_text("utf-8"))
    assert not [word for words in lists_of(data) for word, times in Counter(words).items() if times > 1]


def found(text: str) -> list[tuple[str, RelationType, Direction]]:
    words = tokens(text)
    hits = lexicon().find(words)
    return [(text[words[h.first].start : words[h.end - 1].end], h.phrase.relation, h.phrase.direction) for h in hits]


@pytest.mark.parametrize(
    ("text", "words", "relation", "direction"),
    [
        ("the timer triggers the job", "triggers", RelationType.TRIGGERS, Direction.OUT),
        ("a job that is triggered by the timer", "triggered by", RelationType.TRIGGERS, Direction.IN),
        ("ships its access logs to the collector", "ships its access logs to", RelationType.SENDS_TO, Direction.OUT),
        ("metrics are sent to the collector", "sent to", RelationType.SENDS_TO, Direction.OUT),
        ("reads rows from the replica", "reads rows from", RelationType.READS_FROM, Direction.OUT),
        ("took over from the old broker", "took over from", RelationType.REPLACES, Direction.OUT),
        ("the old broker was superseded by it", "superseded by", RelationType.REPLACES, Direction.IN),
        ("ideal for nightly jobs", "ideal for", RelationType.SUITED_TO, Direction.OUT),
        ("awesome 4 nightly jobs", "awesome 4", RelationType.SUITED_TO, Direction.OUT),
        ("dangerous as a toy", "dangerous as", RelationType.NOT_SUITED_TO, Direction.OUT),
        ("far too heavy for children", "too heavy for", RelationType.NOT_SUITED_TO, Direction.OUT),
        ("Perfect  For nightly jobs", "Perfect  For", RelationType.SUITED_TO, Direction.OUT),
        ("a planner rather than a solver", "rather than", RelationType.USE_INSTEAD_OF, Direction.OUT),
        ("built on a log", "built on", RelationType.USES, Direction.OUT),
        ("plugs neatly into the oven", "plugs neatly into", RelationType.INTEGRATES_WITH, Direction.OUT),
        ("cannot start w/o a mast", "cannot start w/o", RelationType.REQUIRES, Direction.OUT),
    ],
)
def test_words_of_a_relation_are_found_in_all_their_forms(
    text: str, words: str, relation: RelationType, direction: Direction
) -> None:
    assert (words, relation, direction) in found(text)


def test_a_lead_in_may_be_called_worth_knowing() -> None:
    plain = lexicon().lead_in("Triggers")
    assert plain is not None
    assert lexicon().lead_in("triggers worth knowing") == lexicon().lead_in("Triggers I should know:") == plain
    assert lexicon().lead_in("songs worth knowing") is None


def test_the_longest_words_win_and_none_overlap() -> None:
    assert [words for words, *_ in found("best suited for tests, not used for much else")] == [
        "best suited for",
        "used for",
    ]


def test_a_phrase_gives_way_to_a_longer_one_inside_it_of_its_own_relation() -> None:
    assert found("can query rows out of the shed") == [("query rows out of", RelationType.READS_FROM, Direction.OUT)]
    assert ("can't do", RelationType.NOT_SUITED_TO, Direction.OUT) in found("can't do joins with rows")


def test_a_gap_ends_at_a_comma_and_a_far_particle_is_not_waited_for() -> None:
    assert all(
        relation is not RelationType.SENDS_TO for _, relation, _ in found("sends, when it has time, mails to all")
    )
    far = "sends one two three four five six seven eight mails to all"
    assert all(relation is not RelationType.SENDS_TO for _, relation, _ in found(far))


def test_a_misspelt_relation_word_is_mended_but_an_ordinary_word_is_left_alone() -> None:
    assert ("recomended for", RelationType.SUITED_TO, Direction.OUT) in found("recomended for beginners")
    assert found("a pool of water") == []


def test_a_short_slip_is_a_letter_doubled_or_swapped_and_no_other_word() -> None:
    assert ("trigers", RelationType.TRIGGERS, Direction.OUT) in found("the cock trigers the farm")
    assert ("sutied for", RelationType.SUITED_TO, Direction.OUT) in found("sutied for hens")
    assert found("a wiped table, a forum, retail") == []


def test_the_verbs_of_packs_win_and_leave_the_shipped_words_as_they_are() -> None:
    verb = PackVerb(RelationType.TRIGGERS, ("tickles",), "out")
    extended = lexicon().with_verbs([Pack("birds", "1", verbs=(verb,))])
    words = tokens("the cock tickles the farm")
    assert [hit.phrase.relation for hit in extended.find(words)] == [RelationType.TRIGGERS]
    assert all(hit.phrase.relation is not RelationType.TRIGGERS for hit in lexicon().find(words))
    assert lexicon().with_verbs([Pack("empty", "1")]) is lexicon()


@pytest.mark.parametrize(
    ("label", "relation", "direction"),
    [
        ("Supported dialects:", RelationType.SUPPORTS, Direction.OUT),
        ("Works with", RelationType.INTEGRATES_WITH, Direction.OUT),
        ("Great for:", RelationType.SUITED_TO, Direction.OUT),
        ("Main purpose", RelationType.SUITED_TO, Direction.OUT),
        ("The primary purpose:", RelationType.SUITED_TO, Direction.OUT),
        ("Purpose of the vestibule", RelationType.SUITED_TO, Direction.OUT),
        ("Use-cases", RelationType.SUITED_TO, Direction.OUT),
        ("**Not suitable for**", RelationType.NOT_SUITED_TO, Direction.OUT),
        ("Don’t use it for", RelationType.NOT_SUITED_TO, Direction.OUT),
        ("Things that can start a build", RelationType.TRIGGERS, Direction.IN),
        ("You need:", RelationType.REQUIRES, Direction.OUT),
        ("Types of joins", RelationType.KIND_OF, Direction.IN),
        ("Sessions are kept in", RelationType.STORES_IN, Direction.OUT),
        ("Error codes", RelationType.RAISES, Direction.OUT),
        ("Read by", RelationType.READS_FROM, Direction.IN),
    ],
)
def test_a_lead_in_sets_relation_and_direction(label: str, relation: RelationType, direction: Direction) -> None:
    meaning = lead_in(label)
    assert isinstance(meaning, LeadIn)
    assert (meaning.relation, meaning.direction) == (relation, direction)
    assert meaning.rule


@pytest.mark.parametrize(
    "label", ["", "Postgres", "Great for nightly jobs that may fail", "x" * 500, "Requires a license"]
)
def test_names_and_whole_sentences_are_no_lead_ins(label: str) -> None:
    assert lead_in(label) is None


def test_transparent_labels_only_group() -> None:
    assert all(is_transparent(label) for label in ("Notes:", "The vendor says", "KEY FACTS", "Example", "*Summary*"))
    assert not any(is_transparent(label) for label in ("Great for", "Kafka", "Consumer group", ""))


def test_brackets_and_choices_of_a_label_are_spelled_out() -> None:
    assert set(spelled_out("use (it) (for|when)")) == {"use for", "use when", "use it for", "use it when"}


def test_facets_come_from_words_runs_and_stems_sorted() -> None:
    assert facets("Encrypted at rest, billed per hour") == (Facet.PRICING, Facet.SECURITY)
    assert facets("Delivered at least once") == tuple(sorted({Facet.ORDERING, Facet.LIMITS}))
    assert facets("mauve", has_limit=True) == (Facet.LIMITS,)
    assert facets("") == ()


def test_all_forms_of_regular_and_irregular_verbs() -> None:
    assert verb_forms("ship", {}).active == ("ship", "ships", "shipping")
    assert verb_forms("copy", {}).past == ("copied",)
    assert verb_forms("have", {"have": ("had",)}).active == ("have", "has", "having")
    assert verb_forms("write", {"write": ("written", "wrote")}).past == ("written", "wrote")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("gets dough frm u w/o asking b/c its late", "gets dough from you without asking because its late"),
        ("bad 4 boats, goes 2 port", "bad for boats , goes to port"),
        ("machine 2 machine, peer 2 peer", "machine to machine , peer to peer"),
        ("wants 4 cranes, S3 4 boats, used 2 doors", "wants 4 cranes , s3 4 boats , used 2 doors"),
        ("BC, U 4 and layer 4 only", "bc , u 4 and layer 4 only"),
    ],
)
def test_shorthand_is_matched_as_if_written_out(text: str, words: str) -> None:
    assert [token.lower for token in tokens(text)] == words.split()


def test_relation_words_alone_make_a_label_of_the_relation() -> None:
    assert lead_in("polls itself:") == LeadIn(RelationType.READS_FROM, Direction.OUT, "lead-in: reads from")
    assert lead_in("Initiated by") == LeadIn(RelationType.TRIGGERS, Direction.IN, "lead-in: triggers")
    assert lead_in("hands its trays over to") == LeadIn(RelationType.SENDS_TO, Direction.OUT, "lead-in: sends to")
    assert lead_in("scheduled jobs") is None
    assert lead_in("call") is None


def test_no_phrase_begins_inside_a_name() -> None:
    words = tokens("COPY command loads rows from the dock")
    assert [(hit.first, hit.end) for hit in lexicon().find(words, {0, 1})] == [(2, 5)]


@pytest.mark.parametrize(
    ("slip", "meant"), [("Suported languages", "supported languages"), ("Requirments", "requirements")]
)
def test_a_lead_in_may_have_a_slip_in_a_word(slip: str, meant: str) -> None:
    assert lexicon().lead_in(slip) == lexicon().lead_in(meant) is not None


def test_another_number_of_a_word_is_no_slip() -> None:
    assert lexicon().lead_in("Runtimes") is not None
    assert lexicon().lead_in("Runtime") is None

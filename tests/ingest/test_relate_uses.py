"""What a thing is used for, told without praise: behind an arrow, a question or a label, in two trades."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from clause_samples import Triple, below_label, named, stated
from reading_samples import relations

from graph.lexicon import lexicon
from graph.vocabulary import Kind
from ingest.relating.relate import relate
from ingest.values import Clause, Mention

KINDS = {
    "barge": Kind.SERVICE,
    "rake": Kind.FEATURE,
    "mulch": Kind.FEATURE,
    "moss": Kind.CONCEPT,
    "yeast": Kind.TECHNOLOGY,
}


def read(text: str, label: str | None = None, kind: Kind = Kind.FEATURE, subject: str = "garden") -> set[Triple]:
    found = stated(text, subject, kind, named(text, KINDS, KINDS), **below_label(label))
    return {edge for edge in found if "suited" in edge[1]}


@pytest.mark.parametrize(
    ("text", "is_used"),
    [("mulch is used to keep beds wet", True), ("The mulch is used for beds", True), ("mulch is old", False)],
)
def test_what_is_used_below_a_part_is_what_that_works_with(text: str, is_used: bool) -> None:
    start = text.index("mulch")
    mulch = Mention(start, start + 5, "mulch", Kind.FEATURE, "pack")
    clause = Clause("s", 1, 1, text, "mulch", Kind.FEATURE, subject_span=(start, start + 5), mentions=(mulch,))
    below = replace(clause, parent_subject="raised-bed", parent_kind=Kind.FEATURE)
    told = {(e.source.key, e.relation.value, e.target.key) for e in relate(below, lexicon())}
    assert (("raised-bed", "uses", "mulch") in told) is is_used
    assert (("raised-bed", "has_feature", "mulch") in told) is not is_used


def test_what_a_part_works_with_may_be_no_known_name() -> None:
    clause = Clause("s", 1, 1, "The leaf rake is used to clear the bed", "raised-bed", Kind.FEATURE)
    assert ("raised-bed", "uses", "leaf rake") in {
        (e.source.key, e.relation.value, e.target.text) for e in relate(clause, lexicon())
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dry leaves? take the rake", ("rake", "suited_to", "dry leaves")),
        ("heavy cargo? -> barge", ("barge", "suited_to", "heavy cargo")),
        ("like a rake but for gravel", ("garden", "suited_to", "gravel")),
        ("is not a real forest, no deer", ("garden", "not_suited_to", "real forest")),
        ("leaks, so just for small ponds", ("garden", "suited_to", "small ponds")),
        ("night lamp, for moths", ("night lamp", "suited_to", "moths")),
        ("helps against snails", ("garden", "suited_to", "snails")),
        ("when deep shade is needed", ("garden", "suited_to", "deep shade")),
        ("bad for wet things: nets, old sails", ("garden", "not_suited_to", "old sails")),
        ("eases quick planting", ("garden", "suited_to", "quick planting")),
        ("bumpRail spacer for rough quays", ("bumpRail spacer", "suited_to", "rough quays")),
        ("not allowed in wet soil", ("garden", "not_suited_to", "wet soil")),
        ("bad on slopes, use wooden stairs for that", ("wooden stairs", "suited_to", "slopes")),
        ("fine when you want quick results", ("garden", "suited_to", "quick results")),
    ],
)
def test_what_people_use_it_for(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "rake -> 3 teeth", "rake -> a broom", "why dry leaves? take the rake", "can enable the watering",
        "enables gardeners to rest", "quiet corner for one chair", "no enabling of growth, disables planting",
    ],
)  # fmt: skip
def test_other_words_behind_signs_are_no_use(text: str) -> None:
    assert not read(text)


def test_what_the_next_thing_is_for_is_no_use_of_the_first() -> None:
    assert read("rake is good for leaves, old brooms for snow") == {("rake", "suited_to", "leaves")}


def test_workloads_behind_the_label_of_a_whole() -> None:
    assert read("barge - slow, heavy jobs and long backups", "barge", Kind.SERVICE, "barge") == {
        ("barge", "suited_to", "heavy jobs"),
        ("barge", "suited_to", "long backups"),
    }


def test_a_label_may_say_itself_what_is_good_for_something() -> None:
    text = "rake when: dry leaves, or you want order"
    lead = lexicon().lead_in("rake when")
    mentions = (Mention(0, 4, "rake", Kind.FEATURE, "pack"),)
    made = Clause(
        "s", 1, 1, text, "broom", Kind.SERVICE, mentions=mentions, label="rake when", body_start=11, lead=lead
    )
    edges = {(e.source.key, e.relation.value, e.target.text) for e in relate(made, lexicon())}
    assert {("rake", "suited_to", "dry leaves"), ("rake", "suited_to", "order")} <= edges
    assert not any(source == "broom" for source, _, _ in edges)


@pytest.mark.parametrize(
    ("text", "uses"),
    [
        ("lets you carry and sort old nets", {"carry old nets", "sort old nets"}),
        ("A shed which helps crews repair torn sails by hand", {"repair torn sails"}),
        ("dry all year, allows us to grow winter salad", {"grow winter salad"}),
        ("the gate by the road allows you to grow winter salad", set()),
        ("never lets you carry old nets", set()),
        ("lets you use the barge", set()),
        ("Used to help cleaning crews clean floors and greasy walls", {"clean floors", "clean greasy walls"}),
        ("makes it easier for teams to clear deep snow", {"clear deep snow"}),
        ("lets you wind ropes, wires and old chains", {"wind ropes", "wind wires", "wind old chains"}),
        ("lets you carry old nets, free parking", {"carry old nets"}),
    ],
)
def test_what_it_lets_somebody_do_is_its_use(text: str, uses: set[str]) -> None:
    assert read(text) == {("garden", "suited_to", use) for use in uses}


def test_a_part_before_an_arrow_works_with_the_whole_behind_it() -> None:
    text = "rake -> barge, mulch -> yeast"
    mentions = tuple(Mention(m.start(), m.end(), m[0], KINDS[m[0]], "pack") for m in re.finditer(r"\w+", text))
    made = Clause("s", 1, 1, text, "garden", Kind.SERVICE, mentions=mentions)
    found = {(e.source.key, e.relation.value, e.target.key) for e in relate(made, lexicon())}
    assert {("rake", "uses", "barge"), ("mulch", "supports", "yeast")} <= found
    assert ("barge", "suited_to", "rake") not in found


@pytest.mark.parametrize(
    ("text", "uses"),
    [
        ("a wooden boat, four oars. school trips, evening traffic", {"evening traffic", "school trips"}),
        ("two decks, 3 kn, evening traffic", {"evening traffic"}),
        ("evening traffic goes to the harbour", set()),
    ],
)
def test_workloads_in_a_list_are_what_the_thing_is_for(text: str, uses: set[str]) -> None:
    assert {target for _, relation, target in read(text, kind=Kind.SERVICE) if relation == "suited_to"} == uses


def test_workloads_among_the_drawbacks_are_what_it_is_not_for() -> None:
    assert ("garden", "not_suited_to", "heavy loads") in read("cons: heavy loads", label="cons")


def test_a_written_name_that_holds_others_may_be_for_something() -> None:
    assert ("XR Barge", "suited_to", "coal") in read("XR Barge for coal, leaks", kind=Kind.SERVICE)


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("launch types Kafka and Nginx", "triggers"),
        ("private quay, scan on push, night watch", "supports"),
        ("harbour groups boats/rafts", "suited_to"),
    ],
)
def test_a_noun_that_may_be_a_verb_and_a_verb_that_may_be_a_noun(line: str, wrong: str) -> None:
    assert not [edge for edge in relations(f"# Yard\n\n## Redis\nkeeps keys\n{line}\n") if edge[1] == wrong]


def test_what_one_has_already_sends_nothing_behind_an_arrow() -> None:
    found = relations("# Yard\n\n## Which\n\n- already Kafka -> Redis\n- Nginx -> Kafka\n")
    assert ("Kafka", "sends_to", "Redis") not in found
    assert ("Nginx", "sends_to", "Kafka") in found


@pytest.mark.parametrize(
    ("text", "uses"),
    [
        ("need wide beds / soft soil -> rake", {"wide beds", "soft soil"}),
        ("gardener sends twigs -> rake", set()),
        ("handle fails -> rake", set()),
        ("water -> rake, mulch", set()),
    ],
)
def test_a_need_before_an_arrow_is_no_deed_and_no_flow(text: str, uses: set[str]) -> None:
    assert {target for one, relation, target in read(text) if (one, relation) == ("rake", "suited_to")} == uses


def test_praise_behind_and_goes_on_with_the_subject_and_without_its_denial() -> None:
    built = relations("# Yard\n\nElasticsearch is built on Lucene and used for night mail.\n")
    assert ("Elasticsearch", "suited_to", "night mail") in built
    assert ("Lucene", "suited_to", "night mail") not in built
    denied = relations("# Yard\n\nCassandra has no sails and is good for heavy coal.\n")
    assert ("Cassandra", "suited_to", "heavy coal") in denied

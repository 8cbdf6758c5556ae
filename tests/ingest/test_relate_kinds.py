"""What the first words of a section say that its thing is."""

from __future__ import annotations

import pytest
from reading_samples import relations

from graph.lexicon import lexicon
from graph.vocabulary import Kind
from ingest.relating.relate import relate, relate_document
from ingest.values import Clause, Mention


def kinds(*texts: str, kind: Kind = Kind.SERVICE, subject: str = "ferry") -> list[str]:
    clauses = [Clause("s", line, line, text, subject, kind) for line, text in enumerate(texts, 1)]
    edges = [edge for _, found in relate_document(clauses, lexicon()) for edge in found]
    return [e.target.text or "" for e in edges if e.relation.value == "kind_of"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Night transport, every boat has a bell", "Night transport"),
        ("folk dance from the north", "folk dance"),
        ("crossings + floating restaurant platform", "floating restaurant platform"),
    ],
)
def test_the_first_words_of_a_section_name_a_kind(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "boats and ropes",
        "sails at six",
        "the bell rings",
        "successor of the steam boat",
        "no cars",
        "sailors wait in the hall",
        "night transport -> harbour -> home",
        "river transport (by day) → harbour",
        "transport/storage/sale",
        "much like river transport, only colder",
        "used to carry coal",
        "cheap way to carry coal",
        "fastest option for coal",
        "hosted, by the town",
    ],
)
def test_parts_deeds_and_remarks_are_no_kinds(text: str) -> None:
    assert not kinds(text)


def test_only_the_first_line_tells_and_only_of_a_whole() -> None:
    assert not kinds("the bell rings", "river transport in May")
    assert not kinds("river transport in May", kind=Kind.FEATURE)


def said(text: str, **names: Kind) -> set[tuple[str, str]]:
    mentions = (Mention(text.index(n), text.index(n) + len(n), n, kind, "pack") for n, kind in names.items())
    clause = Clause("s", 1, 1, text, "harbour", Kind.SERVICE, mentions=tuple(sorted(mentions, key=lambda m: m.start)))
    edges = relate(clause, lexicon())
    return {(e.source.key or "", e.target.key or e.target.text or "") for e in edges if e.relation.value == "kind_of"}


def test_a_name_anywhere_in_a_clause_is_said_to_be_of_a_kind() -> None:
    assert said("boats wait, Tern is the night ferry for cars", Tern=Kind.FEATURE) == {("Tern", "night ferry")}
    assert said("Tern is always a night ferry", Tern=Kind.FEATURE) == {("Tern", "night ferry")}
    assert not said("boats wait, Tern is the successor to Auk", Tern=Kind.FEATURE)
    assert not said("boats wait, Tern is the reason for it", Tern=Kind.FEATURE)
    assert not said("boats wait, Tern = late boats", Tern=Kind.FEATURE)


@pytest.mark.parametrize(
    "text", ["a bell on the bow is a must", "a ferry with bells it is not", "an anchor in the mud can't hold it"]
)
def test_a_noun_with_a_verb_of_its_own_is_no_kind_of_what_is_above(text: str) -> None:
    assert set(kinds("a slow boat", text)) == {"slow boat"}


def test_an_example_is_of_the_kind_before_it() -> None:
    assert said("needs a chandler like Seil", chandler=Kind.CONCEPT, Seil=Kind.SERVICE) == {("Seil", "chandler")}
    assert not said("needs a chandler near Seilers", chandler=Kind.CONCEPT, Seilers=Kind.SERVICE)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("fast and sturdy cargo platfrom", "sturdy cargo platfrom"),
        ("a well-liked, fully staffed parcel service", "parcel service"),
        ("an all-weather in-house boat yard", "all-weather in-house boat yard"),
    ],
)
def test_what_a_thing_is_like_stands_before_its_kind(text: str, kind: str) -> None:
    assert any(found.endswith(kind) for found in kinds("the bell rings", text))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Basically a parcel service", "parcel service"),
        ("essentially a boat yard", "boat yard"),
        ("in memory cargo store", "in-memory cargo store"),
    ],
)
def test_a_kind_is_named_without_the_small_words_before_it(text: str, kind: str) -> None:
    assert set(kinds("the bell rings", text)) == {kind}


@pytest.mark.parametrize(
    "text", ["take the night service", "storage max 7 store", "night mode is no good", "what boat service", "A -> tide"]
)
def test_advice_figures_and_subjects_are_no_kinds(text: str) -> None:
    assert not kinds("the bell rings", text)


def labelled(text: str) -> set[str]:
    label, _, body = text.partition(": ")
    clause = Clause(
        "s", 1, 1, text, "lock", Kind.FEATURE, label=label, body_start=len(text) - len(body), parent_subject="canal"
    )
    return {e.target.text or "" for e in relate(clause, lexicon()) if e.relation.value == "kind_of"}


def test_a_noun_that_does_something_is_a_kind() -> None:
    assert labelled("Lock: water gate that lifts boats") == {"water gate"}
    assert labelled("Logbooks: boat directories to look up owners") == {"boat directories"}
    for text in ("Lock: data that moves", "Lock: users that wait", "Lock: easy to open", "Lock: it helps to wait"):
        assert not labelled(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("you cross on a ketch, which is a sail boat", "sail boat"),
        ("harbour dues are paid with a ketch (thats just a sail boat)", "sail boat"),
    ],
)
def test_what_stands_beside_a_name_tells_its_kind(text: str, kind: str) -> None:
    start = text.index("ketch")
    ketch = Mention(start, start + len("ketch"), "ketch", Kind.FEATURE, "pack")
    edges = relate(Clause("s", 1, 1, text, "ferry", Kind.SERVICE, mentions=(ketch,)), lexicon())
    assert ("ketch", kind) in {(e.source.key, e.target.text) for e in edges if e.relation.value == "kind_of"}


def test_a_free_service_and_a_managed_product_are_kinds() -> None:
    assert kinds("free night ferry, runs hourly") == ["free night ferry"]
    boat = Mention(8, 10, "b4", Kind.SERVICE, "alias")
    clause = Clause("s", 1, 1, "managed b4, somebody else rows", "ferry", Kind.SERVICE, mentions=(boat,))
    found = [e.target.text for _, edges in relate_document([clause], lexicon()) for e in edges]
    assert "managed b4" in found


def test_a_family_a_process_and_an_opposite_are_no_kinds() -> None:
    found = kinds("a family of boats", "a process for boats", "the ferry is the opposite")
    assert not {"family", "process", "opposite"} & set(found)


def test_what_an_equation_reckons_with_is_no_kind() -> None:
    text = "# Yard\n\n## Barge\ncarries coal\n- draught = newest mark {}\n"
    assert ("draught", "kind_of", "newest mark") in relations(text.format(""))
    assert ("draught", "kind_of", "newest mark") not in relations(text.format("- oldest mark"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("chart: map of the harbour", {"map"}),
        ("chart: a short diary for the watch", {"short diary"}),
        ("chart: set of maps", set()),
        ("chart: maps for sailors", set()),
        ("chart: used for sailing", set()),
    ],
)
def test_a_part_s_kind_stands_before_what_it_is_for(text: str, found: set[str]) -> None:
    clause = Clause("s", 1, 1, text, "chart", Kind.FEATURE, label="chart", body_start=7, parent_subject="ferry")
    edges = relate(clause, lexicon())
    assert {e.target.text for e in edges if e.relation.value == "kind_of"} == found


def test_a_name_with_a_dot_in_it_is_no_kind() -> None:
    assert not kinds("chart.pdf, read at night")


def test_items_and_adverbs_are_no_kinds() -> None:
    ropes = relations("# Harbour\nRopes\n- hempen\n- wirelike\n\nFares\n- night fare: set per cabin\n")
    assert not {edge for edge in ropes if edge[1] == "kind_of"}


def test_what_a_thing_is_ends_before_its_likeness() -> None:
    assert ("Pulumi", "kind_of", "build tool") in relations("# Pulumi\nbuild tool without templates\n")


def test_a_kind_whose_noun_stands_behind_its_second_word_is_whole() -> None:
    assert ("Kettle", "kind_of", "water + soup engine") in relations("# Kettle\n- is a water + soup engine for camps\n")
    assert ("Redis", "kind_of", "key-value store") in relations("# Redis\n- is a key-value store and cache\n")


def test_a_ratio_is_no_kind() -> None:
    assert "kind_of" not in {edge[1] for edge in relations("# Harbour\n- draught ratio = TP/(TP+FP)\n")}


def test_what_a_thing_is_is_none_of_its_parts() -> None:
    edges = relations("# Jaeger\ntracing engine, keeps spans\n")
    assert ("Jaeger", "kind_of", "tracing engine") in edges
    assert ("Jaeger", "has_feature", "tracing engine") not in edges


def test_how_a_thing_works_and_a_cell_are_no_kinds() -> None:
    text = "# Ansible\n\n| thing | what |\n|---|---|\n| vault | keeps keys, AES256 |\n\nagentless, over SSH\n"
    assert "kind_of" not in {edge[1] for edge in relations(text)}


def test_what_never_happens_to_one_of_many_is_no_kind() -> None:
    assert not kinds("A carriage never leaves alone")

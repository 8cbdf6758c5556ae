"""Parts read from where they stand: titles, later sentences of a line, what fills a need."""

from __future__ import annotations

from dataclasses import replace

import pytest
from reading_samples import relations

from graph.lexicon import lexicon
from graph.vocabulary import Kind
from ingest.relating.relate import relate_document
from ingest.values import Clause
from tests.ingest.test_relate import clause, name, read


def document(*clauses: Clause) -> set[tuple[str, str, str]]:
    found = relate_document(clauses, lexicon())
    return {(name(e.source), e.relation.value, name(e.target)) for _, edges in found for e in edges}


def test_a_title_that_names_a_part_is_a_part() -> None:
    below = clause("Crust is thin", subject="crust", parent_subject="bread", parent_kind=Kind.FEATURE)
    assert ("oven", "has_feature", "bread") in document(replace(below, parent_owner="oven"))
    assert ("oven", "has_feature", "bread") not in document(below)


def test_a_known_part_in_the_line_of_its_whole_is_a_part_below_any_title() -> None:
    whole = replace(clause("oven: it is hot", "oven"), subject_kind=Kind.CONCEPT)
    part = clause("A rack slides", "rack", subject="rack")
    owned = replace(part, mentions=tuple(m._replace(owner="oven") for m in part.mentions))
    assert ("oven", "has_feature", "rack") in document(whole, owned)
    assert ("oven", "has_feature", "rack") not in document(whole, replace(owned, line_start=2, line_end=2))


@pytest.mark.parametrize(("key", "is_part"), [("oven/lamp", True), ("oven/bakers", False), ("mixer/lamp", False)])
def test_what_opens_a_line_of_its_whole_is_a_part(key: str, is_part: bool) -> None:
    line = clause("Lamp glows at night")
    opener = replace(line, subject=key, subject_kind=Kind.FEATURE, owner=key.partition("/")[0], quiet=True)
    assert (("oven", "has_feature", key) in document(line, opener)) is is_part


@pytest.mark.parametrize(
    ("text", "names", "fields", "expected"),
    [
        (
            "Needs a stand: mixer or pantry",
            "mixer pantry",
            {"label": "Needs a stand", "body_start": 15},
            "requires stand",
        ),
        (
            "Needs a stand: mixer or pantry",
            "mixer pantry",
            {"label": "Needs a stand", "body_start": 15},
            "supports mixer",
        ),
        ("iron by default, zigbee works as well", "zigbee", {}, "supports zigbee"),
        ("gives crispness and a brown crust", "", {}, "has_feature crispness"),
    ],
)
def test_what_fills_a_need_and_what_is_given(text: str, names: str, fields: dict[str, object], expected: str) -> None:
    assert ("oven", *expected.split(" ", 1)) in read(text, names, **fields)


def test_what_is_given_up_is_no_part() -> None:
    assert not any(relation == "has_feature" for _, relation, _ in read("gives up after the third try"))


@pytest.mark.parametrize(
    ("line", "is_kind"),
    [("the yard has a choice of floating cranes", True), ("several floating cranes sink", True), ("they sink", False)],
)
def test_products_below_an_idea_are_of_its_kind_where_a_line_says_that_there_are_several(
    line: str, is_kind: bool
) -> None:
    idea = replace(clause(line, subject="floating"), subject_kind=Kind.CONCEPT, heads=True)
    below = replace(clause("lifts boats", subject="depot"), line_start=2, line_end=2)
    assert (("depot", "kind_of", "floating") in document(idea, below)) is is_kind
    assert ("depot", "kind_of", "floating") not in document(idea, replace(idea, subject="trains", text="go"), below)


def test_two_products_that_are_all_that_a_title_holds_are_set_side_by_side() -> None:
    two = "# Notes\n\n## Caches\n\n### Memcached\nkeeps values\n\n### Redis\nkeeps values and lists\n"
    expected = {("Redis", "contrasts_with", "Memcached"), ("Memcached", "contrasts_with", "Redis")}
    assert expected & set(relations(two))
    below_a_product = two.replace("## Caches", "## GitLab")
    assert ("GitLab", "supports", "Redis") in relations(below_a_product)
    assert ("Caches", "supports", "Redis") not in relations(two)
    assert not expected & set(relations(f"{two}\n### Hazelcast\nkeeps maps\n"))

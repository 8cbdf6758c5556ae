"""The report on how the notes were read."""

from __future__ import annotations

from dataclasses import replace

from graph_samples import Notes

from graph import report
from graph.values import Limit, LineBucket
from graph.vocabulary import Bound, Bucket, Kind, RelationType


def test_buckets_count_lines_and_noise_is_listed_with_its_words(local):
    notes = Notes("attic.md")
    notes.say("a trunk full of letters", notes.name("Trunk", kind=Kind.SERVICE))
    notes.lines.append("??? xx")
    contribution = notes.build()
    local.replace_document(replace(contribution, buckets=(*contribution.buckets[:2], LineBucket(3, Bucket.NOISE))))
    found = report(local)
    assert found.buckets["statement"] == 2
    assert found.buckets["noise"] == 1
    assert list(found.buckets) == [bucket.value for bucket in Bucket]
    assert [(line.document, line.line, line.text) for line in found.noise] == [("attic.md", 3, "??? xx")]


def test_merges_show_both_spellings_and_the_rule(local):
    notes = Notes("attic.md")
    trunk = notes.name("Steamer Trunk", kind=Kind.SERVICE)
    notes.name("Stemer Trunk", rule="misspelling", same_as=trunk)
    notes.name("Stemer Trunk", rule="misspelling", same_as=trunk)
    notes.name("steamer trunk", rule="heading", same_as=trunk)
    local.replace_document(notes.build())
    (merge,) = report(local).merges
    assert (merge.spelling, merge.name, merge.rule, merge.line) == ("Stemer Trunk", "Steamer Trunk", "misspelling", 2)


def test_two_values_for_one_quantity_stand_side_by_side(boats):
    (found,) = [one for one in report(boats).contradictions if one.kind == "limit"]
    assert found.subject == "Ferry: max crossing time"
    assert [side.says for side in found.sides] == ["max crossing time 2 h", "max crossing time 3 h"]
    assert {side.evidence[0].document for side in found.sides} == {"harbour.md", "fares.md"}


def test_the_same_value_in_another_unit_contradicts_nothing(local):
    notes = Notes("clock.md")
    clock = notes.name("Clock", kind=Kind.SERVICE)
    notes.limit(clock, Limit("spring", Bound.MAX, 1.0, "weeks"), "runs a week")
    notes.limit(clock, Limit("spring", Bound.MAX, 7.0, "days"), "runs seven days")
    notes.limit(clock, Limit("spring", Bound.MAX, 9.0, "days", "in summer"), "nine days in summer")
    notes.limit(clock, Limit("spring", Bound.MIN, 2.0, "days"), "two days at least")
    local.replace_document(notes.build())
    assert report(local).contradictions == ()


def test_a_relation_and_its_denial_stand_side_by_side(boats):
    (found,) = [one for one in report(boats).contradictions if one.kind == "relation"]
    says = {side.says: side.evidence[0].text for side in found.sides}
    assert says == {
        "Canoe suited to calm water": "calm water is where a canoe belongs",
        "Canoe not suited to calm water": "on calm water a canoe bores everybody",
    }


def test_what_cannot_hold_both_ways_is_a_contradiction_unless_the_conditions_differ(local):
    notes = Notes("tools.md")
    one, two = notes.name("Adze", kind=Kind.SERVICE), notes.name("Plane", kind=Kind.SERVICE)
    notes.edge(one, RelationType.REPLACES, two, "the adze is the new plane")
    notes.edge(two, RelationType.REPLACES, one, "the plane is the new adze")
    notes.edge(one, RelationType.USE_INSTEAD_OF, two, "rough wood: adze", "rough wood")
    notes.edge(two, RelationType.USE_INSTEAD_OF, one, "fine wood: plane", "fine wood")
    local.replace_document(notes.build())
    (found,) = report(local).contradictions
    assert {side.says for side in found.sides} == {"Adze replaces Plane", "Plane replaces Adze"}


def test_what_nothing_is_joined_with_is_lonely(boats):
    assert [entity.name for entity in report(boats).lonely] == ["Lighthouse"]


def test_an_empty_store_has_an_empty_report(local):
    found = report(local).to_json()
    assert list(found) == ["buckets", "noise", "merges", "contradictions", "lonely"]
    assert sum(found["buckets"].values()) == 0
    assert found["noise"] == found["merges"] == found["contradictions"] == found["lonely"] == []


def test_the_json_holds_the_lines(boats):
    table = report(boats).to_json()
    side = table["contradictions"][0]["sides"][0]
    assert set(side["evidence"][0]) == {"document", "line_start", "line_end", "text"}

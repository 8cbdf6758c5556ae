"""Names in passing: their kind, the kind of what the clause is about and the sign before them tell the relation."""

from __future__ import annotations

import pytest
from clause_samples import Triple, named, stated
from reading_samples import relations

from graph.lexicon import lexicon
from graph.vocabulary import Kind
from ingest.relating.relate import relate_document
from ingest.values import Clause, Mention

KINDS = {
    "zigbee": Kind.TECHNOLOGY, "braille": Kind.TECHNOLOGY, "depot": Kind.SERVICE, "archive": Kind.SERVICE,
    "thrift": Kind.CONCEPT, "ring-binder-store": Kind.CONCEPT, "brake": Kind.FEATURE,
    "oak": Kind.TECHNOLOGY, "pine": Kind.TECHNOLOGY, "teak": Kind.TECHNOLOGY, "hemp": Kind.TECHNOLOGY,
}  # fmt: skip


def read(text: str, names: str, kind: Kind = Kind.SERVICE) -> set[Triple]:
    return stated(text, "tram", kind, named(text, names.split(), KINDS))


@pytest.mark.parametrize(
    ("text", "names", "kind", "relation"),
    [
        ("quiet at night, the depot on Mondays", "depot", Kind.SERVICE, "uses"),
        ("cheap tickets, zigbee", "zigbee", Kind.SERVICE, "supports"),
        ("large print, braille", "braille", Kind.FEATURE, "supports"),
        ("one fare for all, thrift", "thrift", Kind.SERVICE, "has_feature"),
        ("Motto: trips are planned thrift", "thrift", Kind.SERVICE, "has_feature"),
        ("small, a ring binder store", "ring-binder-store", Kind.SERVICE, "kind_of"),
        ("stops gently with the brake", "brake", Kind.FEATURE, "uses"),
    ],
)
def test_the_kinds_and_the_sign_tell_the_relation(text: str, names: str, kind: Kind, relation: str) -> None:
    assert ("tram", relation, names) in read(text, names, kind)


@pytest.mark.parametrize(
    ("text", "names", "kind"),
    [
        ("worn wheels -> the depot", "depot", Kind.SERVICE),
        ("not on Sundays, the depot", "depot", Kind.SERVICE),
        ("cheap if early, zigbee", "zigbee", Kind.FEATURE),
        ("printed by hand for braille", "braille", Kind.FEATURE),
        ("quiet, depot keys", "depot", Kind.SERVICE),
        ("all in one place, thrift", "thrift", Kind.CONCEPT),
        ("goes by one thrift rule", "thrift", Kind.SERVICE),
        ("close to a thrift", "thrift", Kind.SERVICE),
        ("quiet at night, depot is for buses", "depot", Kind.SERVICE),
        ("one line, depot = garage for them", "depot", Kind.SERVICE),
        ("braille -> raised dots", "braille", Kind.SERVICE),
        ("zigbee stops at ten metres", "zigbee", Kind.SERVICE),
        ("built by the depot", "depot", Kind.SERVICE),
        ("bought from zigbee", "zigbee", Kind.SERVICE),
        ("as slow as thrift", "thrift", Kind.SERVICE),
        ("cannot read zigbee", "zigbee", Kind.SERVICE),
        ("cheap tickets. zigbee? no", "zigbee", Kind.SERVICE),
        ("Old fares and thrift are not timetables", "thrift", Kind.SERVICE),
        ("two stops (a place with a depot)", "depot", Kind.SERVICE),
    ],
)
def test_denied_conditional_and_describing_names_say_nothing(text: str, names: str, kind: Kind) -> None:
    assert not {edge for edge in read(text, names, kind) if edge[2] == names}


def test_other_members_of_a_list_are_taken_as_its_names_are() -> None:
    found = read("cheap tickets. zigbee, braille, morse or large print", "zigbee braille")
    assert {t for _, r, t in found if r == "supports"} == {"zigbee", "braille", "morse", "large print"}
    assert not any("loud" in t for _, _, t in read("zigbee and braille, loud on Sundays", "zigbee braille"))


def test_nouns_that_open_a_line_with_a_verb_take_what_it_names() -> None:
    assert ("ticket machines", "supports", "zigbee") in read("ticket machines listen on zigbee", "zigbee")
    assert ("tram", "supports", "zigbee") in read("cheap tickets, zigbee", "zigbee")


def test_what_was_needed_once_is_not_required() -> None:
    assert ("tram", "requires", "depot") in read("needs the depot", "depot")
    assert ("tram", "requires", "depot") not in read("used to need the depot", "depot")


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("oak, pine, teak, go and elder", "oak pine teak", {"go", "elder"}),
        ("takes wood (e.g. oak, driftwood, old masts)", "oak", {"driftwood", "old masts"}),
        ("oak, hemp and birch too", "oak hemp", {"birch"}),
    ],
)
def test_an_unknown_member_of_a_list_is_taken_like_the_known_ones(text: str, names: str, expected: set[str]) -> None:
    found = {target for _, relation, target in read(text, names) if relation == "supports"}
    assert expected <= found


def test_a_deed_in_a_list_of_names_is_not_taken() -> None:
    assert not {t for _, r, t in read("oak, pine, teak, stops", "oak pine teak") if r == "supports"} & {"stops"}


def test_what_stands_in_the_bracket_of_something_else_is_not_the_subjects() -> None:
    text = "runs beside the Blue Line 2 (braille), zigbee"
    assert {target for _, relation, target in read(text, "braille zigbee") if relation == "supports"} == {"zigbee"}


def test_technologies_in_a_bracket_are_what_the_noun_before_it_takes() -> None:
    assert ("ticket printer", "supports", "pine") in read("ticket printer (oak, pine) in front", "oak pine")


def test_a_relation_that_the_notes_have_told_is_not_guessed_again() -> None:
    depot = Mention(12, 17, "depot", Kind.SERVICE, "pack")
    first = Clause("s", 1, 1, "runs inside depot", "tram", Kind.SERVICE, mentions=(depot,))
    again = Clause("s", 2, 2, "quiet then, depot", "tram", Kind.SERVICE, mentions=(depot,))
    edges = [edge for _, found in relate_document((first, again), lexicon()) for edge in found]
    assert {edge.relation.value for edge in edges} == {"runs_on"}
    alone = [edge for _, found in relate_document((again,), lexicon()) for edge in found]
    assert {edge.relation.value for edge in alone} == {"uses"}


def test_what_a_list_is_for_is_not_what_the_thing_has() -> None:
    found = read("yellow paint for canals + thrift", "thrift")
    assert ("tram", "has_feature", "thrift") not in found


def test_a_name_in_the_words_of_what_a_thing_is_for_is_not_told_again() -> None:
    found = relations("# Yard\n\n## Night Bakery\nbakes\nmade for big Docker parties and weddings\n")
    assert [edge for edge in found if edge[1] == "suited_to"]
    assert ("Night Bakery", "supports", "Docker") not in found


def test_parts_of_others_go_on_with_a_list_behind_a_preposition() -> None:
    notes = "# Yard\n\n## Redis\nkeeps keys\n\n## Kafka\nhas brokers\n\n## Night Bakery\nbakes\n"
    found = relations(f"{notes}can bring rolls that you own to Redis, Kafka brokers, Nginx\n")
    assert {("Night Bakery", "uses", "Redis"), ("Night Bakery", "uses", "broker")} <= found


def test_a_way_through_menus_sends_nothing() -> None:
    notes = "# Yard\n\n## Redis\nkeeps keys\n\n## Kafka\nhas brokers\n"
    assert not [e for e in relations(f"{notes}Kafka -> Redis -> add key -> save\n") if e[1] == "sends_to"]
    assert ("Kafka", "sends_to", "Redis") in relations(f"{notes}Nginx -> Kafka -> Redis\n")


def test_a_part_does_not_use_its_own_whole() -> None:
    text = "# Yard\n\n## Night Bakery\nbakes\n\nOld Oven\n- heats up\n- You can also use Night Bakery to dry wood\n"
    assert not [edge for edge in relations(text) if edge[1] == "uses"]

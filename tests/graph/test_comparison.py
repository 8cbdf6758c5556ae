"""Comparisons: what stands in which column, in which order, and what is said about the choice."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from graph_samples import FEW, Notes, contributions
from hypothesis import given, settings
from hypothesis import strategies as st

from graph import compare, compare_entities, open_store
from graph.errors import ComparisonError, UnknownNameError
from graph.values import Limit
from graph.vocabulary import Bound, Facet, Kind, RelationType


def texts(found, facet, column):
    rows = {row.facet: row for row in found.rows}
    return [quote.text for quote in rows[facet].cells[column]] if facet in rows else []


def everything(found, column):
    return {said.text for row in found.rows for quote in row.cells[column] for said in (quote, *quote.also)}


def test_each_column_says_what_the_notes_say_of_its_thing(boats):
    found = compare(boats, ["Ferry", "Canoe"])
    assert [entity.id for entity in found.entities] == ["ferry", "canoe"]
    assert "carries cars and people over the sound" in texts(found, "purpose", 0)
    assert "one person paddles for pleasure" in texts(found, "purpose", 1)
    assert texts(found, "other", 0)[0] == "sails in a storm"
    assert found.to_json()["rows"][-1]["facet"] == "other"


def test_lines_of_a_feature_stand_in_its_owners_column_under_its_name(boats):
    found = compare(boats, ["Ferry", "Canoe"])
    (row,) = [row for row in found.rows if row.facet == "performance"]
    (quote,) = row.cells[0]
    assert (quote.text, quote.about, found.name_of(quote.about)) == ("opens in thirty seconds", "car-ramp", "car ramp")
    assert row.cells[1] == ()


def test_a_column_holds_nothing_of_the_other_and_no_line_where_its_thing_is_only_mentioned(boats):
    found = compare(boats, ["Canoe", "Quay"])
    assert "the quay is stone" not in everything(found, 0)
    assert "the canoe ties up at the quay" in everything(found, 0)
    assert "the canoe ties up at the quay" not in everything(found, 1)


def test_a_line_in_which_a_thing_acts_is_told_of_it_wherever_the_notes_have_it(local):
    notes = Notes("deck.md")
    mate, cook, bell = (notes.name(name, kind=Kind.SERVICE) for name in ("Mate", "Cook", "Bell"))
    notes.edge(mate, RelationType.TRIGGERS, bell, "the mate rings it")
    notes.say("peels potatoes", cook)
    contribution = notes.build()
    told = tuple(replace(said, about=bell if said.about == mate else said.about) for said in contribution.statements)
    local.replace_document(replace(contribution, statements=told))
    found = compare(local, ["Mate", "Cook"])
    assert texts(found, "integration", 0) == ["the mate rings it"]
    assert "the mate rings it" not in everything(compare(local, ["Bell", "Mate"]), 1)


def test_near_duplicates_are_folded_and_a_denial_is_none(boats):
    found = compare(boats, ["Ferry", "Canoe"])
    (row,) = [row for row in found.rows if row.facet == "pricing"]
    kept = {quote.text: [also.text for also in quote.also] for quote in row.cells[0]}
    assert kept == {"a ticket costs four crowns": ["tickets cost four crowns"], "no ticket costs four crowns": []}


def test_rows_that_differ_come_before_rows_that_say_the_same(boats):
    facets = [row.facet for row in compare(boats, ["Ferry", "Canoe"]).rows]
    assert facets[0] == "purpose"
    assert facets.index("model") > facets.index("pricing")
    (model,) = [row for row in compare(boats, ["Ferry", "Canoe"]).rows if row.facet == "model"]
    assert not model.differs


def test_limits_stand_side_by_side_in_one_unit(boats):
    found = compare(boats, ["Ferry", "Canoe"])
    (aligned,) = [row for row in found.limits if row.quantity == "crossing time" and row.cells[0].said == "2 h"]
    assert [(cell.value, cell.unit, cell.said) for cell in aligned.cells] == [
        (120, "min", "2 h"),
        (90, "min", "90 min"),
    ]
    (of_ramp,) = [row for row in found.limits if "load" in row.quantity]
    assert (of_ramp.quantity, of_ramp.cells[0].owner, of_ramp.cells[1]) == ("car ramp load", "car-ramp", None)


def test_several_values_of_one_quantity_get_a_row_each(boats):
    rows = [row for row in compare(boats, ["Ferry", "Canoe"]).limits if row.quantity == "crossing time"]
    assert sorted(row.cells[0].said for row in rows) == ["2 h", "3 h"]


def test_shared_relations_and_those_of_one_alone(boats):
    found = compare(boats, ["Ferry", "Canoe"])
    shared = {(str(link.relation), link.other) for link in found.shared}
    assert {("uses", "quay"), ("kind_of", "boat")} <= shared
    assert ("requires", "crew") in {(str(link.relation), link.other) for link in found.only[0]}
    assert ("suited_to", "calm-water") in {(str(link.relation), link.other) for link in found.only[1]}
    assert not any(link.other in ("ferry", "canoe") for links in found.only for link in links)


def test_lines_that_name_both_are_quoted_and_the_preference_is_noted(boats):
    found = compare(boats, ["Ferry", "Canoe"])
    assert "take the ferry, not the canoe, with a car" in [quote.text for quote in found.contrast]
    assert "The notes prefer Ferry to Canoe: with a car." in found.notes


def test_a_row_of_a_table_is_quoted_whole(local):
    notes = Notes("table.md")
    keys = [notes.name(name, kind=Kind.FEATURE) for name in ("Sloop", "Ketch")]
    notes.lines.append("| masts in order | one | two |")
    line = len(notes.lines)
    for key, text in zip(keys, ("one", "two"), strict=True):
        notes.say(text, key)
    contribution = notes.build()
    moved = tuple(replace(said, line_start=line, line_end=line) for said in contribution.statements)
    local.replace_document(replace(contribution, statements=moved))
    found = compare(local, ["Sloop", "Ketch"])
    assert [quote.text for quote in found.contrast] == ["| masts in order | one | two |"]


# -- names ---------------------------------------------------------------------------------------------


def test_a_name_of_several_is_settled_by_the_owner_of_the_others_and_that_is_said(boats):
    found = compare(boats, ["day ticket", "season ticket"])
    assert [entity.id for entity in found.entities] == ["ferry/day-ticket", "ferry/season-ticket"]
    assert found.notes[0] == '"day ticket" is taken as Ferry day ticket; it could also be Train day ticket.'


def test_without_anything_in_common_the_one_with_most_lines_is_taken(boats):
    found = compare(boats, ["day ticket", "Canoe"])
    assert found.entities[0].id == "train/day-ticket"


def test_features_of_one_owner_leave_the_owners_own_lines_out(boats):
    found = compare(boats, ["day ticket", "season ticket"])
    assert everything(found, 0) == {"good until midnight"}
    assert "carries cars and people over the sound" not in everything(found, 0) | everything(found, 1)


def test_the_beginning_of_a_name_will_do_where_the_other_has_the_same_owner(boats):
    found = compare(boats, ["season", "ferry/day-ticket"])
    assert found.entities[0].id == "ferry/season-ticket"
    assert found.notes == ('"season" was read as "Ferry season ticket".',)


def test_a_misspelt_name_is_mended_and_that_is_said(boats):
    found = compare(boats, ["Ferri", "Canoe"])
    assert found.entities[0].id == "ferry"
    assert any('"Ferri" was read as' in note for note in found.notes)


@pytest.mark.parametrize("words", ["boat types", "types of boat", "kinds of boats", "boats"])
def test_group_words_put_the_members_side_by_side(boats, words):
    assert [entity.id for entity in compare(boats, [words]).entities] == ["canoe", "ferry"]


def test_the_last_word_of_features_makes_a_group_of_their_owner(boats):
    found = compare(boats, ["Ferry tickets"])
    assert [entity.id for entity in found.entities] == ["ferry/day-ticket", "ferry/season-ticket"]


def test_a_large_group_is_cut_to_those_with_most_lines_and_says_what_is_left_out(local):
    notes = Notes("knots.md")
    knot = notes.name("knot", kind=Kind.CONCEPT)
    for number in range(8):
        key = notes.name(f"Bend {number}", kind=Kind.FEATURE)
        notes.edge(key, RelationType.KIND_OF, knot, f"bend {number} is a knot")
        for time in range(number):
            notes.say(f"bend {number} tied {time} times", key)
    local.replace_document(notes.build())
    found = compare(local, ["knots"])
    assert [entity.name for entity in found.entities] == [f"Bend {number}" for number in range(2, 8)]
    assert found.notes[0].endswith("left out: Bend 0, Bend 1.")


# -- refusals ------------------------------------------------------------------------------------------


def test_an_unknown_name_is_refused_with_the_nearest(boats):
    with pytest.raises(UnknownNameError, match="zorg"):
        compare(boats, ["zorg", "Canoe"])


@pytest.mark.parametrize("names", [[], ["Canoe"], ["Canoe"] * 7])
def test_too_few_and_too_many_are_refused(boats, names):
    with pytest.raises(ComparisonError):
        compare(boats, names)


def test_one_thing_twice_is_refused_by_both_names(boats):
    with pytest.raises(ComparisonError, match='"Ferry" and "ferry" are one thing'):
        compare(boats, ["Ferry", "ferry"])


def test_ids_are_compared_as_they_are_given(boats):
    assert [e.id for e in compare_entities(boats, ["canoe", "ferry"]).entities] == ["canoe", "ferry"]
    with pytest.raises(ComparisonError):
        compare_entities(boats, ["canoe", "nobody"])


# -- empty cells, the JSON, and the same from every store ----------------------------------------------


def test_a_thing_that_the_notes_only_name_is_said_to_be_that(boats):
    found = compare(boats, ["Lighthouse", "Canoe"])
    assert everything(found, 0) == set()
    assert "The notes say nothing of Lighthouse itself." in found.notes


def test_each_line_is_told_once_for_a_person(local):
    notes = Notes("oars.md")
    oar, sail = notes.name("Oar", kind=Kind.SERVICE), notes.name("Sail", kind=Kind.SERVICE)
    notes.say("made of ash", oar, Facet.PRICING, Facet.STORAGE)
    notes.say("made of canvas", sail, Facet.STORAGE)
    local.replace_document(notes.build())
    found = compare(local, ["Oar", "Sail"])
    told = [quote.text for row in found.told_once() for cell in row.cells for quote in cell]
    assert sorted(told) == ["made of ash", "made of canvas"]
    assert len([1 for row in found.rows for cell in row.cells for quote in cell]) > 2


def test_a_cell_is_empty_for_a_person_only_where_the_notes_do_not_say(store_of_oars):
    (row,) = [row for row in compare(store_of_oars, ["Oar", "Sail"]).told_once() if row.facet == "storage"]
    assert [[quote.text for quote in cell] for cell in row.cells] == [["made of ash"], ["made of canvas"]]


@pytest.fixture
def store_of_oars(local):
    notes = Notes("oars.md")
    oar, sail = notes.name("Oar", kind=Kind.SERVICE), notes.name("Sail", kind=Kind.SERVICE)
    notes.say("kept in the shed", oar, Facet.OPERATIONS)
    notes.say("kept in the loft", sail, Facet.OPERATIONS)
    notes.say("sold by the pair", oar, Facet.PURPOSE)
    notes.say("cut by a master", sail, Facet.PURPOSE)
    notes.say("made of ash", oar, Facet.PERFORMANCE, Facet.STORAGE)
    notes.say("worn out soon", sail, Facet.PERFORMANCE)
    notes.say("made of canvas", sail, Facet.STORAGE)
    local.replace_document(notes.build())
    return local


def test_the_json_has_the_form_of_the_contract(boats):
    table = compare(boats, ["Ferry", "Canoe"]).to_json()
    assert list(table) == ["entities", "rows", "limits", "shared", "only", "contrast", "notes"]
    cell = table["rows"][0]["cells"][0][0]
    assert set(cell) == {"text", "about", "document", "line_start", "line_end", "also"}
    assert {"quantity", "bound", "scope", "cells"} == set(table["limits"][0])
    assert all(set(link) >= {"relation", "other", "direction"} for link in table["shared"])
    assert json.loads(json.dumps(table)) == table


def test_limits_in_units_of_other_sorts_stay_apart(local):
    notes = Notes("tanks.md")
    one, two = notes.name("Keel", kind=Kind.SERVICE), notes.name("Mast", kind=Kind.SERVICE)
    notes.limit(one, Limit("size", Bound.MAX, 4.0, "KB"), "a keel has four of these")
    notes.limit(two, Limit("size", Bound.MAX, 4.0, "days"), "a mast has four of those")
    local.replace_document(notes.build())
    assert len(compare(local, ["Keel", "Mast"]).limits) == 2


@settings(FEW, max_examples=60)
@given(st.data())
def test_whatever_the_notes_say_a_comparison_quotes_them_and_keeps_columns_apart(tmp_path, data):
    store = open_store(tmp_path / "any.db", create=True)
    try:
        store.clear()
        for path in ("a.md", "b.md"):
            store.replace_document(data.draw(contributions(path)))
        ids = [entity.id for entity in store.iter_entities()]
        if len(ids) < 2:
            return
        chosen = data.draw(st.lists(st.sampled_from(ids), min_size=2, max_size=6, unique=True))
        found = compare_entities(store, chosen)
        assert json.loads(json.dumps(found.to_json())) == found.to_json()
        said = {statement.id: statement.text for statement in store.iter_statements()}
        for row in found.rows:
            for own, cell in zip(chosen, row.cells, strict=True):
                for quote in (one for first in cell for one in (first, *first.also)):
                    assert said[quote.statement] == quote.text
                    assert quote.about == own or quote.about not in chosen
    finally:
        store.close()

"""A comparison of what very much is said of: what is cut off, that it is said, and what never is."""

from __future__ import annotations

import pytest
from graph_samples import Notes

from graph import compare
from graph.comparison.align import MAX_LIMITS_PER_COLUMN
from graph.comparison.columns import MAX_RELATIONS_PER_ENTITY, MAX_STATEMENTS_OF_HUB
from graph.values import Limit
from graph.vocabulary import Bound, Facet, Kind, RelationType


@pytest.fixture
def market(local):
    """A hall of many stalls, limits and lines, and a street with many cars."""
    notes = Notes("market.md")
    hall, street = notes.name("Market Hall", kind=Kind.SERVICE), notes.name("Street", kind=Kind.SERVICE)
    for number in range(MAX_RELATIONS_PER_ENTITY + 10):
        stall = notes.name(f"Stall {number:03}", kind=Kind.FEATURE)
        notes.edge(hall, RelationType.HAS_FEATURE, stall, f"stall {number} stands in it")
        notes.edge(notes.name(f"Car {number:03}"), RelationType.USES, street, f"car {number} drives there")
    for number in range(MAX_LIMITS_PER_COLUMN + 5):
        notes.limit(hall, Limit("size", Bound.MAX, float(number), f"kind {number}"), f"size {number}")
    notes.edge(hall, RelationType.USE_INSTEAD_OF, street, "better the market hall than the street", "it rains")
    notes.say("cars drive on the street", street, Facet.PURPOSE)
    local.replace_document(notes.build())
    return local


def test_what_joins_two_is_told_however_many_other_relations_there_are(market):
    found = compare(market, ["Market Hall", "Street"])
    assert "The notes prefer Market Hall to Street: it rains." in found.notes
    assert [quote.text for quote in found.contrast] == ["better the market hall than the street"]


def test_of_a_hub_the_first_lines_relations_and_limits_are_told_and_that_is_said(market):
    found = compare(market, ["Market Hall", "Street"])
    said = {quote.statement for row in found.rows for quote in row.cells[0]}
    assert len(said) <= MAX_STATEMENTS_OF_HUB
    assert len(found.only[0]) == MAX_RELATIONS_PER_ENTITY
    assert sum(row.cells[0] is not None for row in found.limits) == MAX_LIMITS_PER_COLUMN
    assert [note for note in found.notes if note.startswith("Only") and "Market Hall" in note] == [
        f"Only the first {MAX_RELATIONS_PER_ENTITY} relations of Market Hall were looked at.",
        f"Only the first lines on Market Hall are shown ({MAX_STATEMENTS_OF_HUB} at most).",
        f"Only the first {MAX_LIMITS_PER_COLUMN} limits of Market Hall are shown.",
    ]

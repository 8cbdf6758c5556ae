"""Questions on what very much is said of: the most telling of it is looked at, and that is said."""

from __future__ import annotations

import pytest
from graph_samples import Notes

from graph import ask
from graph.questions.relating import MAX_STRONGEST
from graph.questions.retrieval import MAX_ABOUT_RELATIONS
from graph.vocabulary import Facet, Kind, RelationType


@pytest.fixture
def railway(local):
    """A station to which more trains go than can be looked at, with a clock of its own."""
    notes = Notes("railway.md")
    station = notes.name("Gleisdorf", kind=Kind.SERVICE)
    clock = notes.name("tower clock", kind=Kind.FEATURE, owner=station)
    notes.edge(station, RelationType.HAS_FEATURE, clock, "Gleisdorf has a tower clock")
    notes.say("the tower clock is wound every Monday", clock, Facet.OPERATIONS)
    for number in range(MAX_ABOUT_RELATIONS + 1):
        train = notes.name(f"Express {number:04}", kind=Kind.SERVICE)
        notes.edge(train, RelationType.SENDS_TO, station, f"Express {number:04} sends mail to Gleisdorf")
    notes.edge(train, RelationType.SENDS_TO, station, f"Express {number:04} sends parcels to Gleisdorf")
    local.replace_document(notes.build())
    return local


def test_of_more_relations_than_can_be_looked_at_those_with_most_lines_are_given_and_that_is_said(railway):
    found = ask(railway, "what sends to Gleisdorf?")
    assert len(found.entities) == MAX_STRONGEST
    assert found.entities[0] == (f"express-{MAX_ABOUT_RELATIONS:04}", f"Express {MAX_ABOUT_RELATIONS:04}")
    assert f"Only the {MAX_STRONGEST} with most lines were looked at." in found.sentence


def test_the_lines_of_a_hubs_parts_are_found_by_their_words(railway):
    found = ask(railway, "when is the clock of Gleisdorf wound?")
    assert found.evidence[0].text == "the tower clock is wound every Monday"
    assert "Only" not in found.sentence

"""How central things are and which hang together."""

from __future__ import annotations

from itertools import pairwise

import pytest
from graph_samples import Notes

from graph import communities, ranks
from graph.store import GraphStore
from graph.values import Limit
from graph.vocabulary import Bound, Kind, RelationType

pytestmark = pytest.mark.embedded


@pytest.fixture
def two_rooms(store: GraphStore) -> GraphStore:
    """A kitchen and a garage, each joined among itself, and one cable between the two."""
    notes = Notes("house.md")
    rooms = {
        "Kitchen": ["Oven", "Fridge", "Kettle"],
        "Garage": ["Car", "Ladder", "Drill"],
    }
    for room, things in rooms.items():
        centre = notes.name(room, kind=Kind.SERVICE)
        keys = [notes.name(thing, kind=Kind.FEATURE) for thing in things]
        for key in keys:
            notes.edge(centre, RelationType.HAS_FEATURE, key, f"{room} has {key}")
        for one, other in pairwise(keys):
            notes.edge(one, RelationType.USES, other, f"{one} next to {other}")
    notes.edge("kettle", RelationType.USES, "drill", "one cable for kettle and drill")
    notes.limit("oven", Limit("heat", Bound.MAX, 250.0, None), "no hotter than 250")
    store.replace_document(notes.build())
    return store


def test_the_rooms_are_communities(two_rooms: GraphStore) -> None:
    assert communities(two_rooms) == (("car", "drill", "garage", "ladder"), ("fridge", "kettle", "kitchen", "oven"))


def test_what_joins_most_ranks_first_and_limits_have_no_rank(two_rooms: GraphStore) -> None:
    found = ranks(two_rooms)
    assert set(found) == {"car", "drill", "garage", "ladder", "fridge", "kettle", "kitchen", "oven"}
    assert min(found["kitchen"], found["garage"]) > max(found["oven"], found["car"])
    assert sum(value**2 for value in found.values()) == pytest.approx(1.0)


def test_an_empty_graph_has_neither(store: GraphStore) -> None:
    assert ranks(store) == {}
    assert communities(store) == ()

"""A harbour with two boats and their parts, to be compared: contributions in the words of our own notes."""

from __future__ import annotations

from graph_samples import Notes

from graph.values import Contribution, Limit
from graph.vocabulary import Bound, Facet, Kind, RelationType


def harbour() -> Contribution:
    """A ferry and a canoe that differ in most things, and a quay that both use."""
    notes = Notes("harbour.md", "Harbour")
    ferry = notes.name("Ferry", kind=Kind.SERVICE)
    canoe = notes.name("Canoe", kind=Kind.SERVICE)
    boat = notes.name("boat", kind=Kind.CONCEPT)
    quay = notes.name("Quay", kind=Kind.SERVICE)
    crew = notes.name("crew", kind=Kind.CONCEPT)
    ramp = notes.name("car ramp", kind=Kind.FEATURE)
    calm = notes.name("calm water", kind=Kind.CONCEPT)
    notes.say("carries cars and people over the sound", ferry, Facet.PURPOSE)
    notes.say("one person paddles for pleasure", canoe, Facet.PURPOSE)
    notes.say("a ticket costs four crowns", ferry, Facet.PRICING)
    notes.say("tickets cost four crowns", ferry, Facet.PRICING)
    notes.say("no ticket costs four crowns", ferry, Facet.PRICING)
    notes.say("sails in a storm", ferry)
    notes.say("both float on water", ferry, Facet.MODEL)
    notes.say("both float on water", canoe, Facet.MODEL)
    notes.edge(ferry, RelationType.HAS_FEATURE, ramp, "a ramp lets the cars roll on")
    notes.say("opens in thirty seconds", ramp, Facet.PERFORMANCE)
    notes.edge(ferry, RelationType.USES, quay, "the ferry ties up at the quay")
    notes.edge(canoe, RelationType.USES, quay, "the canoe ties up at the quay")
    notes.edge(ferry, RelationType.REQUIRES, crew, "no ferry leaves without its crew")
    notes.edge(ferry, RelationType.USE_INSTEAD_OF, canoe, "take the ferry, not the canoe, with a car", "with a car")
    notes.edge(canoe, RelationType.SUITED_TO, calm, "calm water is where a canoe belongs")
    notes.edge(ferry, RelationType.KIND_OF, boat, "a ferry is a boat")
    notes.edge(canoe, RelationType.KIND_OF, boat, "a canoe is a boat")
    notes.say("the quay is stone", quay)
    notes.limit(ferry, Limit("crossing time", Bound.MAX, 2.0, "h"), "two hours at the very most")
    notes.limit(canoe, Limit("crossing time", Bound.MAX, 90.0, "min"), "a canoe is over in ninety minutes")
    notes.limit(ramp, Limit("load", Bound.MAX, 30.0, "tons"), "the ramp takes thirty tons")
    return notes.build()


def fares() -> Contribution:
    """Another document: two things of one name under two owners, and what contradicts the harbour."""
    notes = Notes("fares.md", "Fares")
    ferry = notes.name("Ferry", kind=Kind.SERVICE)
    train = notes.name("Train", kind=Kind.SERVICE)
    calm = notes.name("calm water", kind=Kind.CONCEPT)
    canoe = notes.name("Canoe", kind=Kind.SERVICE)
    day = notes.name("day ticket", kind=Kind.FEATURE, owner=ferry)
    season = notes.name("season ticket", kind=Kind.FEATURE, owner=ferry)
    train_day = notes.name("day ticket", kind=Kind.FEATURE, owner=train)
    for owner, ticket in ((ferry, day), (ferry, season), (train, train_day)):
        notes.edge(owner, RelationType.HAS_FEATURE, ticket, f"sold on board: {ticket}")
    notes.say("good until midnight", day, Facet.LIMITS)
    notes.say("good for a year", season, Facet.LIMITS)
    notes.say("good until the last train", train_day)
    notes.say("only on weekdays", train_day)
    notes.say("children ride free", train_day)
    notes.limit(ferry, Limit("crossing time", Bound.MAX, 3.0, "h"), "three hours when the sea is rough")
    notes.edge(canoe, RelationType.NOT_SUITED_TO, calm, "on calm water a canoe bores everybody")
    notes.name("Lighthouse", kind=Kind.SERVICE)
    return notes.build()

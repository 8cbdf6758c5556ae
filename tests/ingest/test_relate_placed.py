"""Where what a thing has is kept and where it runs, told without a verb or of what belongs to any thing."""

from __future__ import annotations

import pytest
from clause_samples import Triple, named, stated

from graph.vocabulary import Kind

KINDS = {"Tower": Kind.SERVICE, "Barge": Kind.SERVICE, "Morse": Kind.TECHNOLOGY}


def read(text: str) -> set[Triple]:
    """The relations of a clause about the harbour."""
    return stated(text, "harbour", mentions=named(text, KINDS, KINDS))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tide events in Tower", {("harbour", "stores_in", "tower"), ("tide events", "stores_in", "tower")}),
        ("state in Tower", {("harbour", "stores_in", "tower"), ("state", "stores_in", "tower")}),
        ("night workers on Barge or Tower", {("harbour", "runs_on", "barge"), ("night workers", "runs_on", "tower")}),
        ("opens late, dashboards are in Tower", {("dashboards", "stores_in", "tower")}),
    ],
)  # fmt: skip
def test_a_part_and_its_place_tell_where_it_is(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert expected <= read(text)


@pytest.mark.parametrize(
    "text",
    ["check charts in Tower", "messages in Tower can start a Barge", "no files in Tower", "old files in Morse"],
)
def test_a_deed_a_denial_or_a_language_is_no_place(text: str) -> None:
    assert not {relation for _, relation, _ in read(text)} & {"stores_in", "runs_on"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("code runs inside Barge", ("harbour", "runs_on", "barge")),
        ("the software runs on Barge", ("harbour", "runs_on", "barge")),
        ("data comes from Tower", ("harbour", "reads_from", "tower")),
        ("night pilots are booked with Tower", ("harbour", "uses", "tower")),
    ],
)
def test_what_belongs_to_any_thing_stands_for_it(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in read(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("uses Tower for its state", ("harbour", "stores_in", "tower")),
        ("uses Tower to keep the charts", ("harbour", "stores_in", "tower")),
        ("Tower keeps its records", ("harbour", "stores_in", "tower")),
        ("Barge is where it runs", ("harbour", "runs_on", "barge")),
        ("tide history goes in Tower", ("tide history", "stores_in", "tower")),
    ],
)
def test_a_place_that_is_named_for_what_is_in_it(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in read(text)


@pytest.mark.parametrize("text", ["uses Tower for its bells", "Tower keeps its crew awake", "no Tower for its state"])
def test_what_keeps_no_data_is_no_place(text: str) -> None:
    assert ("harbour", "stores_in", "tower") not in read(text)

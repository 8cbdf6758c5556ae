"""Figures that leave their unit to the one before them, and figures that are none."""

from __future__ import annotations

import pytest

from graph.quantities.grammar import read_quantities


def told(text: str) -> set[tuple[str, float, str | None]]:
    return {(str(q.bound), q.value, q.unit) for q in read_quantities(text) if not q.conditional}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "timeout 5 mins default / 10 max, 1.5GB mem",
            {("default", 5, "min"), ("max", 10, "min"), ("exact", 1.5, "GB")},
        ),
        ("lease 90 d default (7 min)", {("default", 90, "days"), ("min", 7, "days")}),
        ("kept 7 days by default, 1-35 possible", {("default", 7, "days"), ("min", 1, "days"), ("max", 35, "days")}),
        ("oak boats up to 32 TB, pine boats up to 16", {("max", 32, "TB"), ("max", 16, "TB")}),
        ("deep boats up to 32 TB, wide mode up to 16", {("max", 32, "TB"), ("max", 16, "TB")}),
        ("sails up to 9 TB, oars up to 4", {("max", 9, "TB"), ("max", 4, None)}),
        ("default port 5432, max 9 oars", {("default", 5432, None), ("max", 9, "oars")}),
        ("retries 3, max 9 oars", {("exact", 3, None), ("max", 9, "oars")}),
        ("holds 3, max 9 oars", {("exact", 3, "oars"), ("max", 9, "oars")}),
        ("stacks at most 128 lower decks", {("max", 128, "lower decks")}),
        ("if the tide turns it waits for 24h", {("exact", 24, "h")}),
    ],
)
def test_a_later_figure_goes_on_with_the_first(text: str, expected: set[tuple[str, float, str | None]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("timeout 2 h (5 min)", {2.0, 5.0}),
        ("no cap unless you set one", set()),
        ("$0.50 a month each (first 25)", {0.5}),
        ("if you give it 5 minutes it stops", set()),
        ("if the load is over 5 GB it splits", set()),
    ],
)
def test_no_figure_is_made_of_what_is_none(text: str, values: set[float]) -> None:
    assert {value for _, value, _ in told(text)} == values


def test_minutes_in_brackets_stay_minutes_beside_hours() -> None:
    assert ("min", 5.0, "h") not in told("timeout 2 h (5 min)")

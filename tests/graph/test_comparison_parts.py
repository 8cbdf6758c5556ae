"""One unit for many, and which lines are near-duplicates."""

from __future__ import annotations

import pytest

from graph.comparison.folding import folded
from graph.comparison.units import same_scale, scale_of
from graph.values import Statement


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([(4, "days"), (12, "h")], [(96, "h"), (12, "h")]),
        ([(1, "weeks"), (14, "days")], [(1, "weeks"), (2, "weeks")]),
        ([(1, "weeks"), (10, "days")], [(7, "days"), (10, "days")]),
        ([(256, "KB"), (2, "GB")], [(256, "KB"), (2_097_152, "KB")]),
        ([(120, "requests/min"), (1, "requests/s")], [(2, "requests/s"), (1, "requests/s")]),
        ([(50, "cents"), (2, "USD")], [(50, "cents"), (200, "cents")]),
        ([(3, "nodes"), (5, "nodes")], [(3, "nodes"), (5, "nodes")]),
        ([(7, None)], [(7, None)]),
        ([(0.1, "s"), (250, "ms")], [(100, "ms"), (250, "ms")]),
    ],
)
def test_values_are_told_in_one_of_their_own_units(values, expected):
    assert same_scale(values) == expected


def test_units_that_measure_different_things_have_different_scales():
    dimensions = {scale_of(unit)[0] for unit in ("s", "KB", "USD", "nodes", "requests/s", "KB/s", "%", None)}
    assert len(dimensions) == 8


def kept(*texts):
    said = [Statement(f"n.md#{n}", "n.md", n, n, text, "x", "x") for n, text in enumerate(texts, 1)]
    return {one.quote.text: [also.text for also in one.quote.also] for one in folded(said)}


def test_a_line_with_most_words_in_common_is_folded_under_the_fuller_one():
    assert kept("Keeps messages for days", "It keeps the messages for several days") == {
        "It keeps the messages for several days": ["Keeps messages for days"]
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("keeps messages for 4 days", "keeps messages for 14 days"),
        ("keeps messages in order", "never keeps messages in order"),
        ("starts functions on a timer", "starts functions only on a timer"),
        ("polls a queue", "pushes to a topic"),
    ],
)
def test_another_figure_another_sense_or_other_words_are_no_duplicates(one, other):
    assert kept(one, other) == {one: [], other: []}


def test_lines_keep_the_order_of_the_column():
    assert list(kept("b first thing said", "a second thing told")) == ["b first thing said", "a second thing told"]

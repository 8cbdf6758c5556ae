"""Hasty wordings that any hand may use: how something is done said first, verdicts, needs and what meets them."""

from __future__ import annotations

import pytest
from reading_samples import relations

HARBOUR = (
    "# Ferry\n\nThe Ferry crosses the bay.\n\n{}\n\n# Winch\n\nA Winch pulls.\n\n# Slipway\n\nA Slipway is steep.\n"
)
BAKERY = "# Ovenry\n\nOvenry plans the bakes.\n\n{}\n\n# Kneader\n\nKneader mixes.\n\n# Proofer\n\nProofer is warm.\n"


@pytest.mark.parametrize(
    ("notes", "line", "expected"),
    [
        (HARBOUR, "every night it pulls its mail from Winch", ("Ferry", "reads_from", "Winch")),
        (HARBOUR, "every 15 min pulls its mail from Winch", ("Ferry", "reads_from", "Winch")),
        (HARBOUR, "behind the scenes it sends the fares to Slipway", ("Ferry", "sends_to", "Slipway")),
        (BAKERY, "in the background sends the orders to Proofer", ("Ovenry", "sends_to", "Proofer")),
        (BAKERY, "on every new order it reads the recipe from Kneader", ("Ovenry", "reads_from", "Kneader")),
        (BAKERY, "fwds all orders to Proofer", ("Ovenry", "sends_to", "Proofer")),
        (HARBOUR, "live cattle? forget it", ("Ferry", "not_suited_to", "live cattle")),
        (HARBOUR, "long trips => no!", ("Ferry", "not_suited_to", "long trips")),
        (HARBOUR, "short trips? perfect", ("Ferry", "suited_to", "short trips")),
        (BAKERY, "flat breads = nightmare", ("Ovenry", "not_suited_to", "flat breads")),
        (BAKERY, "flat breads? bad idea", ("Ovenry", "not_suited_to", "flat breads")),
        (HARBOUR, "replication by Winch", ("Ferry", "uses", "Winch")),
        (BAKERY, "scheduling done with Kneader or Proofer", ("Ovenry", "uses", "Proofer")),
        (BAKERY, "scheduling thru bells and whistles (loud)", ("Ovenry", "uses", "whistles")),
        (HARBOUR, "got superseded by Winch", ("Winch", "replaces", "Ferry")),
        (BAKERY, "can stand in for Kneader", ("Ovenry", "replaces", "Kneader")),
        (HARBOUR, "counts as barge", ("Ferry", "kind_of", "barge")),
        (BAKERY, "ideal tool w/ rye bread", ("Ovenry", "suited_to", "rye bread")),
        (BAKERY, "poor fit w/ wedding cakes", ("Ovenry", "not_suited_to", "wedding cakes")),
        (BAKERY, "you gotta have a mill", ("Ovenry", "requires", "mill")),
    ],
)
def test_a_hasty_wording_is_read(notes: str, line: str, expected: tuple[str, str, str]) -> None:
    assert expected in relations(notes.format(line))


@pytest.mark.parametrize(
    ("notes", "line", "never"),
    [
        (HARBOUR, "long jobs? forget it", ("Ferry", "suited_to", "long jobs")),
        (HARBOUR, "night jobs? no", ("Ferry", "suited_to", "night jobs")),
        (HARBOUR, "every night 3 trips to Winch", ("Ferry", "has_feature", "night")),
        (BAKERY, "scheduling by the clock", ("Ovenry", "kind_of", "scheduling")),
        (BAKERY, "perfect", ("Ovenry", "kind_of", "perfect")),
        (BAKERY, "is it hot? great question", ("Ovenry", "suited_to", "is it hot")),
        (BAKERY, "routing with care", ("Ovenry", "uses", "care")),
    ],
)
def test_nothing_is_read_into_a_hasty_line(notes: str, line: str, never: tuple[str, str, str]) -> None:
    assert never not in relations(notes.format(line))

"""What notes tell in whole sentences: orders, purposes of people, settings by their signs, in words of two trades."""

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
        (HARBOUR, "Install the Winch on the Slipway inside your Ferry dock", ("Winch", "runs_on", "Slipway")),
        (HARBOUR, "Install the Winch on the Slipway inside your Ferry dock", ("Winch", "runs_on", "Ferry")),
        (BAKERY, "Install the Kneader in its own crate on your Proofer shelf", ("Kneader", "runs_on", "Proofer")),
        (HARBOUR, "A popular choice for crews who are planning night trips", ("Ferry", "suited_to", "night trips")),
        (BAKERY, "Great for bakers and cooks who want to sell rye bread", ("Ovenry", "suited_to", "sell rye bread")),
        (HARBOUR, "to change it, use the SetDraught call", ("Ferry", "has_feature", "SetDraught")),
        (HARBOUR, 'By default, the "slow docking" feature is on', ("Ferry", "has_feature", "slow docking")),
        (BAKERY, "Set the 'Stop on smoke' box to Yes", ("Ovenry", "has_feature", "Stop on smoke")),
        (BAKERY, "brown the crust by setting the crustGrade option to 4", ("Ovenry", "has_feature", "crustGrade")),
        (HARBOUR, "there are two ways of integrating a Winch with the Ferry", ("Winch", "integrates_with", "Ferry")),
        (BAKERY, "you can combine Kneader with Proofer", ("Kneader", "integrates_with", "Proofer")),
        (BAKERY, "preffered way for rye bread", ("Ovenry", "suited_to", "rye bread")),
    ],
)
def test_sentences_tell_relations(notes: str, line: str, expected: tuple[str, str, str]) -> None:
    assert expected in relations(notes.format(line))


@pytest.mark.parametrize(
    ("notes", "line", "denied"),
    [
        (HARBOUR, "tow it to the Slipway and paint your Winch", ("Ferry", "sends_to", "Winch")),
        (HARBOUR, "Defualt: 12 cars", ("Ferry", "has_feature", "Defualt")),
        (BAKERY, "Fast and simple proving tool (no steam)", ("Ovenry", "has_feature", "simple proving tool")),
    ],
)  # fmt: skip
def test_orders_slips_and_praise_are_no_parts(notes: str, line: str, denied: tuple[str, str, str]) -> None:
    assert denied not in relations(notes.format(line))


def test_what_a_thing_is_made_with_it_uses() -> None:
    assert ("Ovenry", "uses", "SSD") in relations(BAKERY.format("Performance: SSD storage"))

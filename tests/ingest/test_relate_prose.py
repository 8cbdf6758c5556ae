"""What notes tell in whole sentences: orders, purposes of people, settings by their signs, in words of two trades."""

from __future__ import annotations

import pytest
from reading_samples import relations

from graph.values import Pack, PackEntity
from graph.vocabulary import Kind

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
        (HARBOUR, "Logs encrypted at rest and kept for a day", ("Ferry", "has_feature", "encrypted at rest")),
        (HARBOUR, "can be set to automatically rebalance", ("Ferry", "has_feature", "automatically rebalance")),
        (BAKERY, "the shelf list grows by itself", ("Ovenry", "has_feature", "grows by itself")),
        (HARBOUR, "haulls your boat and tows it, then sends it to Winch", ("Ferry", "sends_to", "Winch")),
        (BAKERY, "care of the shelves, including dusting and sweeping", ("Ovenry", "has_feature", "dusting")),
        (HARBOUR, "speeds up loading times for short trips only", ("Ferry", "suited_to", "short trips")),
        (HARBOUR, "must be kept in the top-level folder of your chart chest", ("Ferry", "stores_in", "chart chest")),
        (BAKERY, "it must be put in the root of the recipe book", ("Ovenry", "stores_in", "root of the recipe book")),
        (BAKERY, "it specifies one or more racks that the Proofer warms", ("Ovenry", "has_feature", "racks")),
        (BAKERY, "Avoid the Kneader if you can. Take the Proofer.", ("Proofer", "use_instead_of", "Kneader")),
        (HARBOUR, "youll need to provide draught table details to the crew", ("Ferry", "requires", "draught table")),
        (BAKERY, "cold dough, allowing for plan re-use", ("Ovenry", "suited_to", "plan re-use")),
        (HARBOUR, "must be a YAML-formatted file", ("Ferry", "supports", "YAML")),
        (HARBOUR, "you'll need to provide a draught table to the crew", ("Ferry", "requires", "draught table")),
        (BAKERY, "it is an add-on to Kneader to plan rye bread", ("Ovenry", "suited_to", "plan rye bread")),
        (
            HARBOUR,
            "sends it to the Slipway (ashore) which cleans it and sends it to Winch",
            ("Slipway", "sends_to", "Winch"),
        ),
        (BAKERY, "bakes a crust grade card which will be used by the Proofer", ("Proofer", "uses", "crust grade card")),
        (HARBOUR, "The Ferry performs a GetDepth call against the Winch", ("Ferry", "reads_from", "Winch")),
        (HARBOUR, "The Ferry performs a PutDepth call against the Winch", ("Ferry", "sends_to", "Winch")),
        (BAKERY, "YAML: needs blanks. JSON: needs brackets", ("YAML", "contrasts_with", "JSON")),
        (BAKERY, "Kneader ≠ Proofer: only one is warm", ("Kneader", "contrasts_with", "Proofer")),
        (
            HARBOUR,
            "deck cleaning, load weighing, hull paint monitoring",
            ("Ferry", "has_feature", "hull paint monitoring"),
        ),
    ],
)
def test_sentences_tell_relations(notes: str, line: str, expected: tuple[str, str, str]) -> None:
    assert expected in relations(notes.format(line))


@pytest.mark.parametrize(
    ("notes", "line", "denied"),
    [
        (HARBOUR, "tow it to the Slipway and paint your Winch", ("Ferry", "sends_to", "Winch")),
        (HARBOUR, "Cargo goods: including coal, salt and wood", ("Ferry", "has_feature", "Cargo goods")),
        (HARBOUR, "used to help crews mend and pait old hulls", ("Ferry", "has_feature", "pait")),
        (BAKERY, "for example, if the Kneader is a hand mixer, wait an hour", ("Kneader", "kind_of", "hand mixer")),
        (HARBOUR, "Defualt: 12 cars", ("Ferry", "has_feature", "Defualt")),
        (BAKERY, "Fast and simple proving tool (no steam)", ("Ovenry", "has_feature", "simple proving tool")),
    ],
)  # fmt: skip
def test_orders_slips_and_praise_are_no_parts(notes: str, line: str, denied: tuple[str, str, str]) -> None:
    assert denied not in relations(notes.format(line))


def test_what_a_thing_is_made_with_it_uses() -> None:
    assert ("Ovenry", "uses", "SSD") in relations(BAKERY.format("Performance: SSD storage"))


def test_cases_in_two_lines_are_told_apart() -> None:
    notes = """
        # Ferry

        The Ferry crosses the bay.

        ## Night deck

        Has lamps.

        ## Day deck

        Has seats.

        ## Tickets

        For the night deck, tickets cost more
        For the day deck, tickets cost less
        """
    found = {end for one, relation, other in relations(notes) if relation == "contrasts_with" for end in (one, other)}
    assert {"Night deck", "Day deck"} <= found


def test_what_is_said_to_be_the_opposite_is_set_beside_what_the_lines_above_speak_of() -> None:
    found = relations(BAKERY.format("Kneader waits for dough\nProofer is the opposite, it sends dough on"))
    assert {("Proofer", "contrasts_with", "Kneader"), ("Kneader", "contrasts_with", "Proofer")} & found


def test_varieties_have_what_labels_below_them_sum_up() -> None:
    notes = """
        # Ferry

        The Ferry crosses the bay.

        Types of decks:

        Night deck:
        Quick boarding: two gates are open
        Day deck:
        First in first out boarding: who waits longest goes first
        """
    found = relations(notes)
    assert ("Night deck", "has_feature", "Quick boarding") in found
    assert ("Day deck", "has_feature", "First in first out boarding") in found


def test_what_is_asked_when_to_take_each_is_set_side_by_side() -> None:
    notes = """
        # Barge

        The Barge carries coal.

        Sail:
        Is white.
        Oar:
        Is long.

        When to use each drive?
        Sail:
        Windy days
        Oar:
        Short trips

        Engine:
        Is loud.
        """
    found = relations(notes)
    assert {("Sail", "contrasts_with", "Oar"), ("Oar", "contrasts_with", "Sail")} & found
    assert not any("Engine" in edge and edge[1] == "contrasts_with" for edge in found)


def test_no_name_goes_over_an_equals_sign() -> None:
    notes = "# Yard\n\nThe Yard lifts.\n\n## Yard crane\n\nLifts by night.\n\n# Dock\n\nYard = crane time\n"
    assert not any(part == "Yard crane" and whole == "Dock" for whole, _, part in relations(notes))


@pytest.mark.parametrize("line", ["does not scale automatically", "if it has to be encrypted at rest, look elsewhere"])
def test_what_a_thing_does_not_do_by_itself_is_no_part(line: str) -> None:
    found = relations(BAKERY.format(line))
    assert not any("scale" in part or "rest" in part for _, relation, part in found if relation == "has_feature")


def test_a_part_is_the_own_one_where_the_thing_is_known_for_varieties_of_it() -> None:
    parts = (PackEntity("Night deck", Kind.FEATURE, owner="Ferry"), PackEntity("Deck", Kind.FEATURE, owner="House"))
    pack = Pack("bay", "b1", (PackEntity("Ferry", Kind.SERVICE), PackEntity("House", Kind.SERVICE), *parts))
    found = relations("# House\n\nStands.\n\n# Ferry\n\nSwims.\n\n## Deck\n\nIs wet.\n", (pack,))
    assert ("Ferry", "has_feature", "Deck") in found
    assert ("House", "has_feature", "Deck") not in found


def test_a_title_among_partners_is_none() -> None:
    notes = "# Ferry\n\nThe Ferry crosses the bay.\n\n## Works with\n\n- Harbour services\n- Architecture\n- Docker\n"
    found = {part for one, relation, part in relations(notes) if relation == "integrates_with" and one == "Ferry"}
    assert not found & {"Harbour services", "Architecture"}

"""What notes by hands that nobody had seen before asked for, in words of two trades that no pack knows."""

from __future__ import annotations

import pytest
from reading_samples import about, limits, relations

HARBOUR = (
    "# Ferry\n\nThe Ferry crosses the bay.\n\n{}\n\n# Winch\n\nA Winch pulls.\n\n# Slipway\n\nA Slipway is steep.\n"
)
BAKERY = "# Ovenry\n\nOvenry plans the bakes.\n\n{}\n\n# Kneader\n\nKneader mixes.\n\n# Proofer\n\nProofer is warm.\n"


@pytest.mark.parametrize(
    ("notes", "line", "expected"),
    [
        # a pronoun behind what opens the sentence
        (HARBOUR, "In most harbours it uses the Winch", ("Ferry", "uses", "Winch")),
        (HARBOUR, "Since last summer it is built on the Slipway", ("Ferry", "uses", "Slipway")),
        (BAKERY, "Nowadays it runs on the Kneader", ("Ovenry", "runs_on", "Kneader")),
        (BAKERY, "For rye bread you need the Proofer or the Kneader", ("Ovenry", "requires", "Kneader")),
        # all that is advised for a purpose
        (HARBOUR, "For steep banks use Winch or Slipway", ("Slipway", "suited_to", "steep banks")),
        (BAKERY, "for cold dough take the Proofer, the Kneader", ("Kneader", "suited_to", "cold dough")),
        # a tool that is told by what it is for
        (HARBOUR, "Winch is a towing tool", ("Winch", "kind_of", "towing tool")),
        (BAKERY, "The Kneader is a dough tool.", ("Kneader", "kind_of", "dough tool")),
        # several errors in a row
        (HARBOUR, "502 quay shut for now, 504 quay stays full, 499 the boat left", ("Ferry", "raises", "499")),
        (BAKERY, "431 label smudged, 502 = shelf fell, 504 = dough rests", ("Ovenry", "raises", "431")),
        # a name in marks that opens a sentence
        (HARBOUR, "[[Winch]] keeps its ropes in the [[Slipway]]", ("Winch", "stores_in", "Slipway")),
        (BAKERY, "[[Kneader]] is a dough mixer.", ("Kneader", "kind_of", "dough mixer")),
        # a class before the names of what there is of it
        (HARBOUR, "deck gear modes towing, idle, stern-first", ("Ferry", "has_feature", "towing")),
        (BAKERY, "crust classes RYE / WHEAT / SPELT", ("Ovenry", "has_feature", "WHEAT")),
        # parts that are explained behind the label of their whole
        (
            HARBOUR,
            "hull checks: keel check = wet rot. mast check = dry rot",
            ("hull checks", "has_feature", "mast check"),
        ),
        (BAKERY, "dough tests: crumb check = air, crust check = colour", ("dough tests", "has_feature", "crumb check")),
        # a list among whose members one goes by a plain word
        (
            HARBOUR,
            "Gears\n- TowGear: slow\n- LockGear: still\n- simple: fast\n- deckGear: dry",
            ("Ferry", "has_feature", "simple"),
        ),
        (
            BAKERY,
            "Crusts\n1. RyeCrust - dark\n2. plain - pale\n3. SaltCrust - hard\n4. OilCrust - soft",
            ("Ovenry", "has_feature", "plain"),
        ),
        # a kind behind what it takes
        (HARBOUR, "# Redis\n\nTCP (wet) and HTTP (dry) server.", ("Redis", "kind_of", "server")),
        (BAKERY, "# Kafka\n\nYAML and JSON parser", ("Kafka", "kind_of", "parser")),
        # whose tool it is
        (HARBOUR, "# Redis\n\nA Winch tool for towing boats", ("Redis", "suited_to", "towing boats")),
        (BAKERY, "# Kafka\n\nA Kneader standard for doughs and crusts", ("Kafka", "suited_to", "doughs")),
        # what others are for
        (HARBOUR, "Not a fit for steep banks, Winch or Slipway are.", ("Slipway", "suited_to", "steep banks")),
        (BAKERY, "bad for cold dough, the Proofer is", ("Proofer", "suited_to", "cold dough")),
        # what is not there unless something is added
        (HARBOUR, "lifts + ropes are NOT there by default -> install the Winch", ("ropes", "requires", "Winch")),
        (BAKERY, "Warm air isn't included, you need the Proofer", ("Warm air", "requires", "Proofer")),
        # what a thing is held against
        (HARBOUR, "that makes it cheap compared to the Winch, which is steel", ("Ferry", "contrasts_with", "Winch")),
        (BAKERY, "small in contrast to Proofer", ("Ovenry", "contrasts_with", "Proofer")),
        # where data goes, by the examples in a bracket
        (HARBOUR, "Charts go to object storage (S3, MinIO)", ("Ferry", "sends_to", "MinIO")),
        # links in the midst of one
        (HARBOUR, "Sends boats to the [[Slipway|slip]] and [[Winch]].", ("Ferry", "sends_to", "Winch")),
        (BAKERY, "it uses the [[Kneader]] at night", ("Ovenry", "uses", "Kneader")),
    ],
)
def test_what_is_said_of_a_thing(notes: str, line: str, expected: tuple[str, str, str]) -> None:
    assert expected in relations(notes.format(line))


@pytest.mark.parametrize(
    ("notes", "line", "wrong"),
    [
        (HARBOUR, "In spring it has been prepared", "has_feature"),
        (HARBOUR, "Winch is a handy tool", "kind_of"),
        (BAKERY, "Kneader is the right tool", "kind_of"),
        (HARBOUR, "400 boats, 450 crews, 500 cranes", "raises"),
        (BAKERY, "gets YAML", "raises"),
        (HARBOUR, "the Winch pulls, Ferry and Slipway are pushed to", "reads_from"),
        (HARBOUR, "For night storage use the Winch", "kind_of"),
        (HARBOUR, "# Redis\n\nhorn calls through a Unix socket", "supports"),
    ],
)
def test_what_says_nothing_of_the_sort(notes: str, line: str, wrong: str) -> None:
    assert all(relation != wrong for _, relation, _ in relations(notes.format(line)))


@pytest.mark.parametrize(
    ("notes", "line", "wrong"),
    [
        (HARBOUR, "tug = small hull, big engine, for narrow harbours", "narrow harbours"),
        (BAKERY, "starter = old dough, rye flour, for sour bread", "sour bread"),
        (HARBOUR, "Prefer harbour pilots over deck hands, they know the bay", "Prefer harbour"),
        (BAKERY, "Prefer rye loaves over wheat rolls, they last", "Prefer rye"),
    ],
)
def test_what_is_no_part(notes: str, line: str, wrong: str) -> None:
    found = relations(notes.format(line))
    assert all(relation != "has_feature" or target != wrong for _, relation, target in found)


def test_a_kind_that_opens_a_line_does_nothing_beside_the_thing_itself() -> None:
    found = relations(f"{BAKERY.format('')}\n# Redis\n\nMessage broker written in Go.\n")
    assert ("Redis", "uses", "Go") in found
    assert not any(source.lower() == "message broker" for source, _, _ in found)


def test_a_line_is_about_the_link_that_opens_it() -> None:
    assert about(HARBOUR.format("[[Winch]] hauls the boats in"), "hauls the boats") == {"Winch"}
    assert about(BAKERY.format("Behind the door [[Kneader]] hums"), "hums") == {"Ovenry"}


SIDES = "# {}\n\nIt is one.\n\n{}\n- {}: 9 m at most\n- {}: keeps rope\n"


@pytest.mark.parametrize(
    ("title", "contrast", "short", "other", "owner"),
    [
        ("Ferry", "Deck planks vs RopeWell lofts", "DP", "RWL", "Deck planks"),
        ("Ovenry", "Rye starter vs Wheat@Night", "RS", "W@N", "Rye starter"),
    ],
)
def test_initials_of_a_side_stand_for_it(title: str, contrast: str, short: str, other: str, owner: str) -> None:
    text = SIDES.format(title, contrast, short, other)
    assert about(text, "keeps rope") == {contrast.partition(" vs ")[2]}
    assert {name for name, *_ in limits(text)} == {owner}


def test_a_side_is_no_part_of_the_other() -> None:
    text = "# Ferry\n\nIt crosses.\n\nDeck planks vs Rope lofts\n- Rope lofts: dry\n- Deck planks: wet\n"
    sides = {"Deck planks", "Rope lofts"}
    assert not any({one, other} == sides and said == "has_feature" for one, said, other in relations(text))


def test_a_burst_is_a_figure() -> None:
    assert ("Ferry", "exact", 40, None) in limits("# Ferry\n\n- 9 cars per minute, burst of 40\n")
    assert ("Ovenry", "exact", 7, None) in limits("# Ovenry\n\n- 2 loaves per minute with a burst of 7\n")


@pytest.mark.parametrize(
    ("header", "row", "expected"),
    [
        ("kind | job | examples", "key store | keeps | Redis, Kafka", ("Kafka", "kind_of", "key store")),
        ("Type | E.g.", "night crate | Redis", ("Redis", "kind_of", "night crate")),
    ],
)
def test_a_table_gives_examples_of_a_kind(header: str, row: str, expected: tuple[str, str, str]) -> None:
    rule = "|".join("---" for _ in header.split("|"))
    assert expected in relations(f"# Notes\n\n| {header} |\n|{rule}|\n| {row} |\n")


def test_an_error_counts_nothing() -> None:
    found = relations(HARBOUR.format("502 quay shut for now, 504 quay full"))
    assert not any(relation == "has_feature" for _, relation, _ in found)


@pytest.mark.parametrize(
    ("notes", "header", "row", "expected"),
    [
        (HARBOUR, "need | use | not", "steep banks | Winch | Slipway", ("Winch", "suited_to", "steep banks")),
        (HARBOUR, "need | use | not", "steep banks | Winch | Slipway", ("Winch", "use_instead_of", "Slipway")),
        (BAKERY, "I want | pick", "cold dough | Proofer", ("Proofer", "suited_to", "cold dough")),
        (BAKERY, "Use case | Tool", "old crusts | Kneader or Proofer", ("Kneader", "suited_to", "old crusts")),
    ],
)
def test_a_table_tells_what_to_take_for_what(notes: str, header: str, row: str, expected: tuple[str, str, str]) -> None:
    rule = "|".join("---" for _ in header.split("|"))
    text = notes.format(f"## What when\n\n| {header} |\n|{rule}|\n| {row} |")
    assert expected in relations(text)
    if " or " not in row:
        assert about(text, row.split(" | ")[0]) == {expected[0]}

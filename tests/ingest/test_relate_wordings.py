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


@pytest.mark.parametrize(
    ("notes", "line", "expected"),
    [
        # what it runs on
        (HARBOUR, "we have it on Slipway", ("Ferry", "runs_on", "Slipway")),
        (HARBOUR, "lives on 3 Slipway boxes", ("Ferry", "runs_on", "Slipway")),
        (BAKERY, "just a container on Proofer", ("Ovenry", "runs_on", "Proofer")),
        (BAKERY, "one pod on every node", ("Ovenry", "runs_on", "node")),
        (BAKERY, "we put it in a VM", ("Ovenry", "runs_on", "virtual machine")),
        (HARBOUR, "jobs are run by it", ("jobs", "runs_on", "Ferry")),
        (BAKERY, "is the place to run Kneader", ("Kneader", "runs_on", "Ovenry")),
        (HARBOUR, "just planks, so Winch or Slipway to host it", ("Ferry", "runs_on", "Slipway")),
        # what starts what
        (HARBOUR, "runs whenever something lands in Winch", ("Winch", "triggers", "Ferry")),
        (HARBOUR, "started when Winch is done", ("Winch", "triggers", "Ferry")),
        (HARBOUR, "called on each tide by Winch", ("Winch", "triggers", "Ferry")),
        (BAKERY, "can be used to start Kneader", ("Ovenry", "triggers", "Kneader")),
        (BAKERY, "its alarms make Kneader run", ("Ovenry", "triggers", "Kneader")),
        (BAKERY, "too hot? then runs Proofer", ("Ovenry", "triggers", "Proofer")),
        (BAKERY, "new order in Kneader -> starts", ("Kneader", "triggers", "Ovenry")),
        # each its own
        (HARBOUR, "only pulls, while Winch lifts too", ("Ferry", "contrasts_with", "Winch")),
        (HARBOUR, "slow (Winch is fast)", ("Ferry", "contrasts_with", "Winch")),
        (BAKERY, "flat breads. Kneader on the other hand makes rolls", ("Ovenry", "contrasts_with", "Kneader")),
        (BAKERY, "Kneader is the exact opposite", ("Ovenry", "contrasts_with", "Kneader")),
        (HARBOUR, "a bit like Winch but without ropes", ("Ferry", "contrasts_with", "Winch")),
        (BAKERY, "made to go with Kneader", ("Ovenry", "integrates_with", "Kneader")),
        # parts
        (HARBOUR, "oars, sails and anchors are part of it", ("Ferry", "has_feature", "oars")),
        (HARBOUR, "oars and bell tower built in", ("Ferry", "has_feature", "bell tower")),
        (BAKERY, "incl. dough scales", ("Ovenry", "has_feature", "dough scales")),
        (BAKERY, "you get timers + rye trays", ("Ovenry", "has_feature", "timers")),
        # what is kept where
        (HARBOUR, "Winch keeps its ropes here", ("Winch", "stores_in", "Ferry")),
        (HARBOUR, "is where Winch stores its ropes", ("Winch", "stores_in", "Ferry")),
        (BAKERY, "Proofer is where recipes get written", ("Ovenry", "stores_in", "Proofer")),
        (BAKERY, "uploads the recipes to Proofer for long term storage", ("Ovenry", "stores_in", "Proofer")),
        (HARBOUR, "polls Winch and takes the ropes off it", ("Ferry", "reads_from", "Winch")),
        (BAKERY, "alerts -> Slack, PagerDuty", ("Ovenry", "sends_to", "PagerDuty")),
    ],
)
def test_what_hasty_hands_leave_out_is_read(notes: str, line: str, expected: tuple[str, str, str]) -> None:
    assert expected in relations(notes.format(line))


@pytest.mark.parametrize(
    ("notes", "line", "relation"),
    [
        (HARBOUR, "does it need Winch? look it up", "requires"),
        (HARBOUR, "might replace Winch one day", "replaces"),
        (BAKERY, "todo: compare with Kneader", "contrasts_with"),
        (BAKERY, "sends orders to Proofer? nobody tried", "sends_to"),
        (BAKERY, "works with Kneader, undecided", "integrates_with"),
        (HARBOUR, "see chapter on Winch", "uses"),
        (HARBOUR, "at first I thought it reads from Winch, wrong", "reads_from"),
        (HARBOUR, "would need Winch if we ever had more ropes, we don't", "requires"),
        (BAKERY, "we tried it on Proofer, did not rise", "runs_on"),
        (BAKERY, "unlike what I thought", "contrasts_with"),
        (BAKERY, "no native JSON before v6", "supports"),
        (HARBOUR, "runs jobs (Winch is often the one who asks)", "contrasts_with"),
        (HARBOUR, "not put on Winch", "runs_on"),
        (BAKERY, "a broken oven -> Kneader starts", "reads_from"),
        (BAKERY, "no recipes here", "stores_in"),
    ],
)
def test_what_is_left_open_or_denied_is_not_read(notes: str, line: str, relation: str) -> None:
    assert not [edge for edge in relations(notes.format(line)) if edge[1] == relation]


@pytest.mark.parametrize(
    ("notes", "line", "expected"),
    [
        # told from the other side
        (HARBOUR, "what Winch uses for ropes", ("Winch", "uses", "Ferry")),
        (HARBOUR, "is the boat that Winch relies on", ("Winch", "uses", "Ferry")),
        (BAKERY, "thats what Kneader runs on", ("Kneader", "runs_on", "Ovenry")),
        (BAKERY, "records are fetched by Kneader", ("Kneader", "reads_from", "Ovenry")),
        (BAKERY, "messages get pulled by workers", ("workers", "reads_from", "Ovenry")),
        (HARBOUR, "files are written by Winch", ("Winch", "sends_to", "Ferry")),
        (HARBOUR, "- Winch gets all events", ("Ferry", "sends_to", "Winch")),
        (HARBOUR, "takes ropes from Slipway & exports them to Winch", ("Ferry", "sends_to", "Winch")),
        (BAKERY, "alerts into Kneader", ("Ovenry", "sends_to", "Kneader")),
        # what is better
        (HARBOUR, "rather Winch", ("Winch", "use_instead_of", "Ferry")),
        (BAKERY, "favour Proofer for rye bread", ("Proofer", "use_instead_of", "Ovenry")),
        (BAKERY, "if it rains go for Proofer instead", ("Proofer", "use_instead_of", "Ovenry")),
        # what took whose place
        (HARBOUR, "legacy, nowadays Winch", ("Winch", "replaces", "Ferry")),
        (HARBOUR, "- Winch took its place", ("Winch", "replaces", "Ferry")),
        (BAKERY, "the old one was Proofer", ("Ovenry", "replaces", "Proofer")),
        (BAKERY, "Proofer and Kneader are dead, use this", ("Ovenry", "replaces", "Proofer")),
        # what it takes, needs, is for, is
        (BAKERY, "recipes are written in YAML or JSON", ("Ovenry", "supports", "JSON")),
        (BAKERY, "YAML is fine too.", ("Ovenry", "supports", "YAML")),
        (BAKERY, "JSON possible but slow.", ("Ovenry", "supports", "JSON")),
        (HARBOUR, "you have to install the mast crane first", ("Ferry", "requires", "mast crane")),
        (HARBOUR, "if you have to move coal, this is the one", ("Ferry", "suited_to", "move coal")),
        (HARBOUR, "wide rivers, thats where u want it", ("Ferry", "suited_to", "wide rivers")),
        (BAKERY, "it's a dough planner", ("Ovenry", "kind_of", "dough planner")),
        # errors
        (HARBOUR, 'exits w/ "rope broken" when wet', ("Ferry", "raises", "rope broken")),
        (HARBOUR, 'stops with "non-floating"', ("Ferry", "raises", "non-floating")),
        (BAKERY, "answers E-417 for cold dough", ("Ovenry", "raises", "E-417")),
        (BAKERY, "oven full error comes when two bake", ("Ovenry", "raises", "oven full")),
        (BAKERY, "recipe locked -> Error reading the recipe", ("Ovenry", "raises", "Error reading the recipe")),
    ],
)
def test_what_is_told_from_another_side_is_read(notes: str, line: str, expected: tuple[str, str, str]) -> None:
    assert expected in relations(notes.format(line))


@pytest.mark.parametrize(
    ("notes", "line", "relation"),
    [
        (HARBOUR, "long trips -> use Winch", "uses"),
        (HARBOUR, "legacy, now slow", "replaces"),
        (BAKERY, "records are not fetched by Kneader", "reads_from"),
        (BAKERY, "no error when cold", "raises"),
        (BAKERY, "what Kneader uses Proofer for", "raises"),
        (HARBOUR, "rather slow", "use_instead_of"),
        (HARBOUR, "Winch gets slower", "sends_to"),
        (HARBOUR, "if it breaks, use this", "suited_to"),
        (HARBOUR, "you have to create a ticket", "requires"),
        (BAKERY, "YAML is not possible", "supports"),
        (HARBOUR, "logs and Winch exports land on Slipway", "reads_from"),
    ],
)
def test_nothing_is_turned_round_that_is_not_told(notes: str, line: str, relation: str) -> None:
    assert not [edge for edge in relations(notes.format(line)) if edge[1] == relation]

"""Lists behind a label or below a title: measured parts, the parts of a whole, examples, grades."""

from __future__ import annotations

import pytest

from ingest.packs.files import shipped_packs
from tests.ingest.reading_samples import relations


def parts(text: str) -> set[tuple[str, str]]:
    return {(source, target) for source, relation, target in relations(text, ()) if relation == "has_feature"}


@pytest.mark.parametrize(
    ("line", "whole", "part"),
    [
        ("oven defaults: preheatTime 5 min, maxHeat 250, fanSpeed 2", "oven defaults", "maxHeat"),
        ("gate settings: open_at 6, close_at 22", "gate settings", "close_at"),
        ("3 courses = soup, fish, cake", "Kitchen", "fish"),
        ("one table = plates + forks + cups", "Kitchen", "cups"),
        ("bread rack: 4 wire shelves, up to 3 spare trays", "bread rack", "spare trays"),
        ("10 loaves on Basic, 40 on Premium", "Kitchen", "Basic"),
        ("more extras like tongs, bread knives and scales", "Kitchen", "bread knives"),
        ("Including dough kneading, crust control and a bell", "Kitchen", "crust control"),
        ("oven door: locked, closed, jammed", "oven door", "jammed"),
        ("lamp: Off, Dim, Bright (default)", "lamp", "Dim"),
        ("Bread state: raw, half done, baked", "Bread state", "half done"),
        ("3 baking modes: grill, fan, steam", "baking modes", "fan"),
        ("the developer edition has no oven", "Kitchen", "developer edition"),
    ],
)
def test_the_parts_of_a_list(line: str, whole: str, part: str) -> None:
    assert (whole, part) in parts(f"# Notes\n\n## Kitchen\n\nKitchen bakes bread.\n{line}\n")


def test_protocols_in_a_list_behind_a_sign_are_taken_and_no_parts() -> None:
    text = "# Notes\n\n## Buses\n\nMosquitto = MQTT, WebSocket, TLS\n"
    found = set(relations(text, shipped_packs()))
    assert ("Mosquitto", "supports", "MQTT") in found
    assert ("Mosquitto", "has_feature", "MQTT") not in found


@pytest.mark.parametrize(
    "line",
    [
        "gate fees: adults 6, children 2",
        "late guests = no soup, no cake, sorry",
        "two doors = in, out",
        "basic cooking for everybody, standard pans",
    ],
)
def test_figures_and_denials_are_no_parts(line: str) -> None:
    found = parts(f"# Notes\n\n## Kitchen\n\nKitchen bakes bread.\n{line}\n")
    assert not {p for _, p in found} & {"adults 6", "soup", "cake", "out", "basic", "standard"}


def test_bare_nouns_below_a_question_are_examples_of_what_it_asks_for() -> None:
    text = "# Notes\n\n## Kitchen\n\nKitchen bakes bread.\n\n### Street food?\n\n- fried fish\n- cheese buns\n"
    assert ("cheese buns", "kind_of", "Street food") in relations(text, ())
    assert not {part for _, part in parts(text)} & {"fried fish", "cheese buns"}


def test_what_an_interface_is_for_the_whole_takes_too() -> None:
    text = "# Notes\n\n## Kitchen\n\nKitchen bakes bread.\nAPIs for Java, Rust and Go\n"
    assert {("Kitchen", "supports", "Java"), ("Kitchen", "supports", "Rust")} <= relations(text, shipped_packs())


def test_what_fills_a_place_is_no_kind_of_it() -> None:
    text = "# Notes\n\n## Kitchen\n\nKitchen bakes bread.\npantry store: Redis, SQLite, MySQL\n"
    assert ("pantry store", "supports", "SQLite") in relations(text, shipped_packs())


@pytest.mark.parametrize("label", ["db", "storage"])
def test_a_label_that_names_a_place_in_a_thing_tells_what_the_thing_takes(label: str) -> None:
    text = f"# Notes\n\n## Kitchen\n\nKitchen bakes bread.\n{label}: PostgreSQL, MySQL, MariaDB\n"
    assert ("Kitchen", "supports", "MySQL") in relations(text, shipped_packs())


@pytest.mark.parametrize(
    ("line", "kind", "sort"),
    [
        ("baking sheets: flat, ribbed, deep", "ribbed", "baking sheets"),
        ("Ovens for small shops: brick oven (slow), `pan_oven`", "brick oven", "Ovens"),
        ("heating: gas, steam (default), wood chips", "steam", "heating"),
        ("3 shelf types: wire, stone, glass", "stone", "shelf types"),
    ],
)
def test_members_of_a_class_are_kinds_of_it(line: str, kind: str, sort: str) -> None:
    found = relations(f"# Notes\n\n## Kitchen\n\nKitchen bakes bread.\n{line}\n", ())
    assert (kind, "kind_of", sort) in found


@pytest.mark.parametrize(
    "line",
    ["cons: burnt crusts, loud fans", "Baking: one loaf, two rolls, three pies", "heating: moves rolls, loaves, pies"],
)
def test_what_is_counted_done_or_blamed_is_no_class(line: str) -> None:
    assert not [
        r for r in relations(f"# Notes\n\n## Kitchen\n\nKitchen bakes bread.\n{line}\n", ()) if r[1] == "kind_of"
    ]


def test_members_of_a_known_class_that_other_things_gave_their_names_are_called_after_both() -> None:
    text = "# Notes\n\n## Airflow\n\nexecutors: Local, Celery (wants a broker), Kubernetes = a pod per task\n"
    found = set(relations(text, shipped_packs()))
    assert {("Airflow", "has_feature", "Kubernetes executor"), ("Kubernetes executor", "kind_of", "executor")} <= found
    assert not [r for r in found if r[1:] == ("supports", "Kubernetes")]


def test_what_replaces_what_is_no_bare_noun() -> None:
    found = relations("# Yard\n\n## Docks\n\nferry replaces raft, crane replaces rope\n")
    assert not [edge for edge in found if edge[1] == "has_feature" and "replaces" in edge[2]]


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("racks are round (default), flat or braided", "braided"),
        ("3 bread types = rye / wheat / spelt", "spelt"),
        ("racks are low, high or mobile. They fold", "low"),
    ],
)
def test_members_stand_beside_their_class(line: str, part: str) -> None:
    assert ("Kitchen", part) in parts(f"# Notes\n\n## Kitchen\n\nKitchen bakes bread.\n{line}\n")


@pytest.mark.parametrize(
    "line",
    [
        "loaves are warm, soft and cheap",
        "racks = wood, steel, stone",
        "buns take 2, 3 or 4 min",
    ],
)
def test_what_things_are_like_or_do_makes_no_members(line: str) -> None:
    found = parts(f"# Notes\n\n## Kitchen\n\nKitchen bakes bread.\n{line}\n")
    assert not {p for _, p in found} & {"soft", "cheap", "roll", "bake", "4 min"}


def test_a_name_that_ends_like_a_plural_is_no_class() -> None:
    found = relations("# Yard\n\n## Stores\n\nRedis: replicas, streams, sorted sets\n")
    assert not [edge for edge in found if edge[1] == "kind_of" and edge[2] == "Redis"]


def test_a_title_that_names_a_known_part_lists_no_parts() -> None:
    modules = "Modules\nreusable groups of things.\nfrom registry, git, local path\n"
    text = f"# Terraform\n\n{modules}\ncommands\ndestroy\nalways plan first\n"
    parts = {target for source, relation, target in relations(text) if relation == "has_feature"}
    assert "destroy" in parts
    assert not {name for name in parts if name.startswith(("reusable", "from", "always"))}


def test_who_uses_a_thing_is_not_what_it_takes() -> None:
    edges = relations("# Notes\n\nUDP: no guarantees, used by DNS, VoIP, QUIC\n")
    assert ("QUIC", "uses", "UDP") in edges
    assert not {edge for edge in edges if edge[1] == "supports"}


def test_praise_behind_a_part_is_no_member_of_it() -> None:
    edges = relations("# Jenkins\n- Jenkins pipelines cheaper, Groovy only, sub ms\n")
    assert not {edge for edge in edges if edge[1] == "kind_of"}


def test_what_a_part_is_for_is_none_of_its_parts_and_no_kind() -> None:
    edges = relations("# Harbour\n\n- RTMP - media streaming (old)\n")
    assert {edge[1] for edge in edges if edge[2] == "media streaming"} <= {"suited_to"}


@pytest.mark.parametrize(
    ("line", "part", "taken"),
    [
        ("All loaves (rye, wheat, spelt) can use the night oven", "night oven", "spelt"),
        ("Every ward (eye, ear, heart) may have the night oven", "night oven", "ear"),
    ],
)
def test_a_part_that_is_open_to_all_takes_each(line: str, part: str, taken: str) -> None:
    text = f"# Notes\n\n## Kitchen\n\nKitchen bakes bread.\n\n### Night oven\n\n- very hot and slow\n- {line}\n"
    assert (part.lower(), "supports", taken) in {(a.lower(), said, b) for a, said, b in relations(text, ())}

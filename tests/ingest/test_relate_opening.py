"""Nouns that open a clause: parts of a thing and subjects of a verb; technology beside other words; errors' names."""

from __future__ import annotations

import pytest
from clause_samples import Triple, named, stated

from graph.lexicon import lexicon
from graph.vocabulary import Kind
from ingest.relating.relate import relate, relate_document
from ingest.values import Clause

KINDS = {"mqtt": Kind.TECHNOLOGY, "zigbee": Kind.TECHNOLOGY, "ferry": Kind.SERVICE, "depot": Kind.SERVICE}


def read(text: str, subject: str = "harbour", kind: Kind = Kind.SERVICE, names: str = "") -> set[Triple]:
    return stated(text, subject, kind, named(text, names.split(), KINDS))


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("night mooring 40 euros", "night mooring"),
        ("pilot boats are free on Sundays", "pilot boats"),
        ("dry dock (closed in May)", "dry dock"),
        ("slow roasting, grill, pizza stone", "grill"),
        ("the tide table hangs on the door", "tide table"),
        ("weather check every two hours", "weather check"),
        ("change rooms cost nothing", "change rooms"),
        ("berths max 40", "berths"),
        ("dredging starts in spring", "dredging"),
        ("locks (two of them) + quays", "quays"),
        ("harbour server has no screen", "harbour server"),
        ("global, tide gauge + crane", "tide gauge"),
        ("quays, bunkering, towing", "bunkering"),
        ("quay b, d and f", "quay f"),
    ],
)
def test_the_opening_noun_is_a_part_of_a_service(text: str, part: str) -> None:
    assert ("harbour", "has_feature", part) in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "opens at six", "no cranes at night", "usually full in August", "very long winding road signs",
        "Q: a boat waits",
        "fare data from 1990", "browsers find it",
        "it's fine in winter", "bad at night", "old boats? stay ashore", "new users wait", "cheapest berth 4 euros",
        "goes back 30 years", "rolls along with the tide", "old wooden stuff (rafts)", "yes", "tide_table_exception",
        "repair jobs wait till May", "harbour master then",
    ],
)  # fmt: skip
def test_what_opens_with_no_noun_names_no_part(text: str) -> None:
    assert not {edge for edge in read(text) if edge[1] == "has_feature"}


def test_letters_behind_a_noun_are_called_as_the_first_one_is_below_a_part_too() -> None:
    found = read("type h, k and m", subject="wide oven", kind=Kind.FEATURE)
    assert {target for _, _, target in found} == {"type h", "type k", "type m"}


def test_a_noun_that_begins_with_another_product_is_no_part_of_the_one_above() -> None:
    assert not [edge for edge in read("ferry tickets cost 4 euros", names="ferry") if edge[1] == "has_feature"]
    assert ("ferry", "has_feature", "ferry tickets") in read("ferry tickets cost 4 euros", "ferry", names="ferry")


def test_a_part_has_no_parts_from_its_opening_noun() -> None:
    assert not read("soft fruit 3 euros", subject="market stall", kind=Kind.FEATURE)


def test_the_opening_noun_is_the_source_of_the_verb() -> None:
    assert ("oven timer", "requires", "fresh battery") in read("oven timer requires fresh battery", subject="kitchen")
    assert ("ferry", "requires", "harbour") in read("the ferry needs it", names="ferry")


def test_technology_beside_other_words_is_taken_but_not_where_it_only_describes() -> None:
    assert ("harbour", "supports", "mqtt") in read("talks to the ferry, MQTT too", names="mqtt ferry")
    assert ("harbour", "supports", "zigbee") not in read(
        "writes to the depot, zigbee sockets too", names="zigbee depot"
    )


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("late boats get BERTH_TAKEN", "BERTH_TAKEN"),
        ("two keys at once -> LOCK error", "LOCK"),
        ("fails with no_berth_exception", "no_berth_exception"),
    ],
)
def test_errors_in_capitals_or_with_their_ending(text: str, error: str) -> None:
    assert ("harbour", "raises", error) in read(text)


def test_a_setting_in_capitals_is_no_error() -> None:
    assert not {edge for edge in read("put the port into HARBOUR_HOME") if edge[1] == "raises"}


def labelled(text: str, kind: Kind = Kind.SERVICE) -> set[tuple[str, str, str]]:
    label, _, body = text.partition(": ")
    made = Clause("s", 1, 1, text, "harbour", kind, label=label, body_start=len(text) - len(body))
    edges = relate(made, lexicon())
    return {(e.source.key or e.source.text or "", e.relation.value, e.target.key or e.target.text or "") for e in edges}


def test_words_that_sum_up_a_line_name_a_part() -> None:
    assert ("harbour", "has_feature", "Night mooring") in labelled("Night mooring: ask at the office")
    assert ("harbour", "has_feature", "Second hand sails") in labelled("Second hand sails: on Sundays", Kind.FEATURE)


@pytest.mark.parametrize(
    "text",
    [
        "Repair all nets: in spring",
        "Supported languages: Dutch",
        "Key facts: it is old",
        "Cheap: no fee",
        "In 1999: a fire",
    ],
)
def test_labels_that_group_or_judge_name_no_part(text: str) -> None:
    assert not {edge for edge in labelled(text) if edge[2] == text.split(":")[0]}


def test_the_words_above_a_list_of_parts_name_a_kind_of_part_once() -> None:
    lead = lexicon().lead_in("Mooring types")
    items = [
        Clause("s", n, n, text, "harbour", Kind.SERVICE, lead=lead, item=True, frame="Mooring types")
        for n, text in enumerate(("iron", "rope"), 1)
    ]
    edges = [(e.source.text, e.target.text) for _, edges in relate_document(items, lexicon()) for e in edges]
    assert edges.count((None, "Mooring types")) == 1
    assert ("Mooring types", "rope") in edges


def test_the_opening_noun_is_what_is_bad_for_something() -> None:
    assert ("night mooring", "not_suited_to", "big yachts") in read("night mooring is no good for big yachts")


def test_what_somebody_gets_in_capitals_is_an_error() -> None:
    assert ("harbour", "raises", "REFUSED") in read("the last boat gets REFUSED, try again")
    assert not {edge for edge in read("everybody gets COFFEE in the morning") if edge[1] == "raises"}


def test_a_known_name_makes_a_part_together_with_the_noun_that_it_stands_beside() -> None:
    assert ("harbour", "has_feature", "Rented boats") in read("Rented boats come with oars", names="boats")
    assert ("harbour", "has_feature", "MQTT sensors") in read("MQTT sensors watch the tide", names="mqtt")
    assert not {edge for edge in read("fast ferry leaves at six", names="ferry") if edge[1] == "has_feature"}


def test_what_does_something_is_a_part_of_the_whole_but_no_other_product() -> None:
    assert ("harbour", "has_feature", "pilot office") in read("early boats, the pilot office requires a form")
    assert not {e for e in read("at night Portwatch requires a form") if e[1] == "has_feature"}


def test_the_nouns_of_a_rows_later_cells_are_parts_of_what_the_row_is_about() -> None:
    cells = ("harbour", "crane max 12 t, beacon 9 km")
    text = f"| {cells[0]} | {cells[1]} |"
    places = tuple(("what", text.index(cell), text.index(cell) + len(cell)) for cell in cells)
    edges = relate(Clause("s", 1, 1, text, "harbour", Kind.SERVICE, columns=places), lexicon())
    assert {"crane", "beacon"} == {e.target.text for e in edges if e.relation == "has_feature"}


@pytest.mark.parametrize(("text", "part"), [("pilots are awake", "pilots"), ("scanner checks the fish", "scanner")])
def test_one_word_with_its_verb_is_a_part(text: str, part: str) -> None:
    assert ("harbour", "has_feature", part) in read(text)


def test_what_a_clause_counts_first_is_a_part_but_no_unit() -> None:
    assert ("harbour", "has_feature", "cranes") in read("2 cranes on the east side, 4 pilots")
    assert ("harbour", "has_feature", "rowing clubs") in read("max 12 rowing clubs at the pier")
    assert not {edge for edge in read("5 minutes for the bridge") if edge[1] == "has_feature"}


def test_later_parts_of_a_clause_have_subjects_of_their_own() -> None:
    found = read("tugs pull the ship, divers check the keel, mooring fee 3 euros")
    assert {("harbour", "has_feature", part) for part in ("divers", "mooring fee")} <= found
    assert not {e for e in read("ring the bell, and collect old nets") if e[2] == "collect old"}
    for text in ("open all day, port 445", "good for sails vs oars, oars need men", "rings the bell, Portwatch sleeps"):
        parts = {part for _, relation, part in read(text) if relation == "has_feature"}
        assert not parts & {"port", "oars", "Portwatch"}


def test_a_line_that_sets_two_side_by_side_opens_with_no_part() -> None:
    assert ("harbour", "has_feature", "pilot boats") in read("pilot boats need fuel")
    assert not {edge for edge in read("pilot boats need fuel vs tugs") if edge[1] == "has_feature"}


def test_a_list_may_say_something_of_each_part() -> None:
    text = "Mooring types: iron ring (small boats), pole -> barges, wall = liners"
    clause = Clause(
        "s", 1, 1, text, "harbour", Kind.SERVICE, label="Mooring types", body_start=15, lead=lexicon().lead_in("types")
    )
    parts = {e.target.text for e in relate(clause, lexicon()) if e.source.key == "harbour"}
    assert {"iron ring", "pole", "wall"} <= parts
    assert not {part for part in parts if part and ")" in part}


def below(
    title: str, kind: Kind = Kind.FEATURE, part: str = "reefing", *, nested: bool = False
) -> set[tuple[str, str]]:
    """The wholes and parts of a labelled line below a title."""
    clause = Clause(
        "s", 1, 1, "Reefing: in a storm", part, Kind.FEATURE, label="Reefing", body_start=9, owner="ship",
        parent_subject="above", parent_kind=kind, frame=title, nested=nested,
    )  # fmt: skip
    return {(e.source.key or "", e.target.key or "") for e in relate(clause, lexicon())}


def test_a_part_below_the_name_of_a_class_is_a_part_of_it_too() -> None:
    assert below("Sail manoeuvres:") == {("ship", "reefing"), ("above", "reefing")}
    assert below("Rigging") == {("ship", "reefing")}
    assert below("Rigging", nested=True) == below("Sail manoeuvres:")
    assert below("Tide tables", part="fare-tables") == {("ship", "fare-tables")}
    assert below("Sails and ropes") == below("Decks", Kind.SERVICE) == {("ship", "reefing")}


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("handles towing, repairs of nets and salvage", "towing"),
        ("The market is boat-based, open daily", "boat-based"),
        ("takes care of mooring and repairs", "mooring"),
    ],
)
def test_what_a_thing_does_and_how_it_works_are_parts(text: str, part: str) -> None:
    assert ("harbour", "has_feature", part) in read(text)


def test_what_a_thing_handles_is_no_part_where_it_is_no_work() -> None:
    assert not {edge for edge in read("handles boats of any size") if edge[1] == "has_feature"}


def test_what_a_thing_is_pointed_out_for_is_no_part_of_the_whole() -> None:
    found = read("night tours, weddings -> ferry. Loud", names="ferry")
    assert ("ferry", "suited_to", "weddings") in found
    assert not {edge for edge in found if edge[1] == "has_feature"}


def test_a_verb_behind_a_comma_is_no_further_noun_of_a_list() -> None:
    assert ("harbour", "has_feature", "stores") not in read("slow loading, stores you later")


def test_what_an_unnamed_part_does_with_another_product_its_whole_does() -> None:
    assert ("harbour", "reads_from", "depot") in read("night signal comes from the depot", names="depot")
    assert ("harbour", "triggers", "ferry") in read("the night signal triggers the ferry", names="ferry")
    assert ("harbour", "triggers", "crane") not in read("the night signal triggers the crane", names="crane")


@pytest.mark.parametrize(
    ("text", "whole", "part"),
    [
        ("tide window 40 min, else wait", "pier", "tide window"),
        ("ropes are checked first; rest period 2 hours", "pier", "rest period"),
        ("log cache kept 3 days", "pier", "log cache"),
        ("ferry grace period 5 min", "ferry", "grace period"),
    ],
)
def test_a_setting_with_its_figure_is_a_part(text: str, whole: str, part: str) -> None:
    assert (whole, "has_feature", part) in read(text, "pier", Kind.FEATURE, "ferry")


def test_what_cannot_be_set_or_has_no_figure_is_no_setting() -> None:
    for text in ("night watch 4 men", "window 5 min"):
        assert not {e for e in read(text, "pier", Kind.FEATURE) if e[1] == "has_feature"}


@pytest.mark.parametrize("text", ["RAM gets filled first", "config is kept ashore", "imgs come from the sea"])
def test_what_everything_has_or_is_names_no_part(text: str) -> None:
    assert not {e for e in read(text, names="ram") if e[1] == "has_feature"}


@pytest.mark.parametrize(
    ("text", "part"),
    [("slow, tide clock built in", "tide clock"), ("lands at night only with deck lights switched on", "deck lights")],
)
def test_what_is_built_in_or_has_to_be_switched_on_is_a_part(text: str, part: str) -> None:
    assert ("harbour", "has_feature", part) in read(text)


def test_what_is_said_of_any_thing_of_a_sort_names_no_part() -> None:
    assert not {e for e in read("a tug can pull two barges") if e[1] == "has_feature"}
    assert ("harbour", "has_feature", "tug") in read("the tug can pull two barges")


@pytest.mark.parametrize(
    "text",
    ["Supported boat types", "it is quiet and crews can buy from it", "it sells old ropes, bakers take bread to it"],
)
def test_titles_of_what_follows_and_those_who_come_from_outside_are_no_parts(text: str) -> None:
    assert not {e for e in read(text) if e[1] == "has_feature"}


def test_a_part_may_have_three_words_and_is_no_deed() -> None:
    assert ("harbour", "has_feature", "cheap winter berths") in read("offers cheap winter berths")
    assert not {e for e in read("offers keep boats dry") if e[2].startswith("keep boats")}


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("you can set a closing hour for each berth", "closing hour"),
        ("opens during a tide window that you define", "tide window"),
        ("users may choose the mooring side in the app", "mooring side"),
    ],
)
def test_what_people_set_for_a_thing_is_a_part(text: str, part: str) -> None:
    assert ("harbour", "has_feature", part) in read(text)


def test_what_people_do_something_with_is_what_the_thing_uses() -> None:
    line = "you can also warn boats using storm lamp signals"
    assert ("harbour", "uses", "storm lamp signals") in read(line)
    assert not {e for e in read("if you can warn boats using storm lamp signals") if e[1] == "uses"}
    assert not {e for e in read("you can come in using your own lamp signals") if e[1] == "uses"}


@pytest.mark.parametrize(
    "text", ["if you set a closing hour it is kept", "you choose your own berth", "you can pick what to carry"]
)
def test_what_is_set_only_perhaps_or_is_somebodys_own_is_none(text: str) -> None:
    assert not {e for e in read(text) if e[1] == "has_feature"}


@pytest.mark.parametrize("text", ["Mending the old nets", "doing quick repairs", "performing rescues at night"])
def test_a_deed_that_opens_a_line_is_no_part(text: str) -> None:
    assert not {e for e in read(text) if e[1] == "has_feature"}


def test_what_is_told_after_or_is_no_subject_of_a_participle() -> None:
    assert not {e for e in read("plain letters or sealed with mqtt", names="mqtt") if e[0] == "plain letters"}


def test_the_latest_of_its_like_is_no_part_but_what_a_thing_consists_of_is() -> None:
    assert not {e for e in read("offers the latest version") if e[1] == "has_feature"}
    assert ("harbour", "has_feature", "piers") in read("consisting of piers")


def test_a_line_that_spells_out_initials_of_the_title_names_no_part() -> None:
    below = read("night harbour rules", subject="nhr-desk")
    assert ("nhr-desk", "has_feature", "night harbour rules") not in below
    assert ("harbour", "has_feature", "night harbour rules") in read("night harbour rules")


@pytest.mark.parametrize(
    "text", ["trucks not allowed", "plan not an order", "big firms use it", "oak is harder than pine"]
)
def test_what_a_thing_has_not_and_who_uses_it_are_no_parts(text: str) -> None:
    assert not {e for e in read(text) if e[1] == "has_feature"}

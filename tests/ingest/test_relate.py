"""Relations read from single clauses, with sentences of our own from several trades."""

from __future__ import annotations

import re

import pytest
from reading_samples import relations

from graph.labels import LeadIn
from graph.lexicon import lexicon
from graph.vocabulary import Direction, Kind, RelationType
from ingest.relating.relate import relate, relate_document
from ingest.values import Clause, End, Mention

TECHNOLOGY = {"java", "kotlin", "mqtt", "json", "zigbee"}
SERVICES = {"oven", "mixer", "pantry", "toaster", "cellar", "larder", "depot"}


def clause(text: str, names: str = "", subject: str = "oven", **fields: object) -> Clause:
    """A clause about the subject, with the given words of the text as names."""
    mentions = []
    for name in names.split():
        for match in re.finditer(rf"\b{re.escape(name)}\b", text, re.IGNORECASE):
            kind = Kind.SERVICE if name in SERVICES else Kind.TECHNOLOGY if name in TECHNOLOGY else Kind.FEATURE
            mentions.append(Mention(match.start(), match.end(), name, kind, "pack"))
    kind = Kind.SERVICE if subject in SERVICES else Kind.FEATURE
    made = Clause("s", 1, 1, text, subject, kind, mentions=tuple(sorted(mentions, key=lambda m: m.start)))
    return Clause(**{**{f: getattr(made, f) for f in made.__slots__}, **fields})  # type: ignore[arg-type]


def name(end: End) -> str:
    return end.key or end.text or ""


def read(text: str, names: str = "", subject: str = "oven", **fields: object) -> set[tuple[str, str, str]]:
    edges = relate(clause(text, names, subject, **fields), lexicon())
    assert all(edge.rule for edge in edges)
    return {(name(e.source), e.relation.value, name(e.target)) for e in edges}


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("The mixer triggers the toaster", "mixer toaster", ("mixer", "triggers", "toaster")),
        ("The toaster is started by the mixer", "mixer toaster", ("mixer", "triggers", "toaster")),
        ("It can be triggered by the mixer", "mixer", ("mixer", "triggers", "oven")),
        ("sends its crumbs to the pantry", "pantry", ("oven", "sends_to", "pantry")),
        ("crumbs are sent to the pantry", "pantry", ("oven", "sends_to", "pantry")),
        ("polls the pantry every minute", "pantry", ("oven", "reads_from", "pantry")),
        ("recipes are stored in the cellar", "cellar", ("oven", "stores_in", "cellar")),
        ("heat is kept in memory", "", ("oven", "stores_in", "memory")),
        ("built on top of the mixer", "mixer", ("oven", "uses", "mixer")),
        ("deployed to the depot", "depot", ("oven", "runs_on", "depot")),
        ("integrates with the larder", "larder", ("oven", "integrates_with", "larder")),
        ("needs a licence", "", ("oven", "requires", "licence")),
        ("successor of the toaster", "toaster", ("oven", "replaces", "toaster")),
        ("came in for the toaster in May", "toaster", ("oven", "replaces", "toaster")),
        ("is slowly replacing the toaster", "toaster", ("oven", "replaces", "toaster")),
        ("kicked out the toaster", "toaster", ("oven", "replaces", "toaster")),
        ("not the same as the toaster", "toaster", ("oven", "contrasts_with", "toaster")),
        ("a better bet than the toaster", "toaster", ("oven", "use_instead_of", "toaster")),
        ("mixer vs toaster", "mixer toaster", ("mixer", "contrasts_with", "toaster")),
        ("use the mixer instead of the toaster", "mixer toaster", ("mixer", "use_instead_of", "toaster")),
        ("take the mixer over the toaster", "mixer toaster", ("mixer", "use_instead_of", "toaster")),
        ("is a kitchen appliance", "", ("oven", "kind_of", "kitchen appliance")),
        ("too many trays -> 429", "", ("oven", "raises", "429")),
        ("throws a DoorOpenException", "", ("oven", "raises", "DoorOpenException")),
        ("bread, cakes -> mixer", "mixer", ("mixer", "suited_to", "bread")),
        ("lit w/ the toaster", "toaster", ("oven", "uses", "toaster")),
        ("handy when u have many trays", "", ("oven", "suited_to", "trays")),
        ("at home in small kitchens", "", ("oven", "suited_to", "small kitchens")),
        ("works nicely for wet dough", "", ("oven", "suited_to", "wet dough")),
        ("no place for frozen fish", "", ("oven", "not_suited_to", "frozen fish")),
        ("chokes on wet wood", "", ("oven", "not_suited_to", "wet wood")),
        ("way too pricey for a canteen", "", ("oven", "not_suited_to", "canteen")),
        ("nice if you run a small bakery", "", ("oven", "suited_to", "small bakery")),
        ("dont use it for frozen dough", "", ("oven", "not_suited_to", "frozen dough")),
        ("hands trays to kitchens like the larder or the cellar", "larder cellar", ("oven", "sends_to", "cellar")),
        ("connects to apps running on the depot", "depot", ("oven", "integrates_with", "depot")),
        ("supports pastry (e.g. for cakes) and java", "java", ("oven", "supports", "java")),
        ("lets you send crumbs to the pantry", "pantry", ("oven", "sends_to", "pantry")),
        ("brass hooks needed for heavy pans", "", ("heavy pans", "requires", "brass hooks")),
        ("reads from the larder, files, sockets", "larder", ("oven", "reads_from", "sockets")),
        (
            "The mixer sends dough to the pantry, toaster polls that",
            "mixer pantry toaster",
            ("toaster", "reads_from", "pantry"),
        ),
        ("hot near the larder (keeps jars there)", "larder", ("oven", "stores_in", "larder")),
        ("mqtt based, loud", "mqtt", ("oven", "uses", "mqtt")),
        ("sits after the mixer", "mixer", ("oven", "reads_from", "mixer")),
        ("stays inside the larder", "larder", ("oven", "stores_in", "larder")),
        ("registered with the depot", "depot", ("oven", "integrates_with", "depot")),
        ("unusable w/o a chimney", "", ("oven", "requires", "chimney")),
        ("gets dough frm the larder", "larder", ("oven", "reads_from", "larder")),
        ("pulls trays straight off the larder", "larder", ("oven", "reads_from", "larder")),
        ("hands the bread off to the depot", "depot", ("oven", "sends_to", "depot")),
        ("recipes are tucked away in the cellar", "cellar", ("oven", "stores_in", "cellar")),
        ("runs as a lodger on the depot", "depot", ("oven", "runs_on", "depot")),
        ("recipes lie in the cellar, spare trays in the depot", "cellar depot", ("spare trays", "stores_in", "depot")),
        ("reads zigbee from the larder", "zigbee larder", ("oven", "supports", "zigbee")),
        ("You can write the recipes in mqtt or zigbee", "mqtt zigbee", ("oven", "supports", "zigbee")),
        ("Clients can connect with mqtt, zigbee", "mqtt zigbee", ("oven", "supports", "mqtt")),
        ("sends crumbs to all helpers: larder, pantry, depot", "larder pantry depot", ("oven", "sends_to", "depot")),
        ("a new tray can trigger the mixer", "mixer", ("oven", "triggers", "mixer")),
        ("runs on the depot, on premises and the cellar", "depot premises cellar", ("oven", "runs_on", "cellar")),
    ],
)
def test_one_sentence_one_relation(text: str, names: str, expected: tuple[str, str, str]) -> None:
    assert expected in read(text, names)


def test_what_works_by_using_a_part_uses_it() -> None:
    assert ("whisk", "uses", "spring") in read("beats eggs into foam by using a spring", "spring", subject="whisk")
    assert ("whisk", "uses", "spring") not in read("beats eggs by a spring", "spring", subject="whisk")


def test_a_verb_in_a_list_in_brackets_is_a_noun() -> None:
    assert not {s for s in read("bells for dangers (smoke, fire mixer, thieves)", "mixer") if s[1] == "triggers"}
    assert ("oven", "triggers", "mixer") in read("when hot, fires the mixer", "mixer")


def test_lists_on_either_side_are_taken_apart() -> None:
    assert {(s, "sends_to", t) for s in ("mixer", "toaster") for t in ("pantry", "larder", "cellar")} <= read(
        "The mixer and the toaster send crumbs to the pantry, larder (cold) or cellar",
        "mixer toaster pantry larder cellar",
    )


def test_verbs_in_a_row_share_their_subject() -> None:
    found = read("reads the pantry list from the larder, writes crumbs to the cellar", "larder cellar")
    assert {("oven", "reads_from", "larder"), ("oven", "sends_to", "cellar")} <= found


@pytest.mark.parametrize(
    "text",
    [
        "does not support MQTT",
        "can't send crumbs to the pantry",
        "never writes to the pantry",
        "no support for MQTT",
        "works without using the pantry",
        "isn't stored in the pantry",
        "no longer integrates with the pantry",
        "pushes out crumbs every night",
        "takes the role of a cellar guard",
    ],
)
def test_a_denied_sentence_gives_no_edge(text: str) -> None:
    assert read(text, "pantry mqtt") == set()


@pytest.mark.parametrize(
    ("text", "names", "wrong"),
    [
        ("need a second door", "", ("oven", "requires", "second door")),
        ("heat depends on whether the lid is shut", "", ("oven", "requires", "whether")),
        ("needs a rack, 30 cm or bigger", "", ("oven", "requires", "bigger")),
        ("avoids sending crumbs to the pantry", "pantry", ("oven", "sends_to", "pantry")),
        ("the bell triggers are loud", "", ("bell", "triggers", "oven")),
        ("starts as a toaster", "toaster", ("oven", "triggers", "toaster")),
        ("bakes over mqtt, 10 ms zigbee", "mqtt zigbee", ("oven", "uses", "zigbee")),
        ("keeps jars in the larder, cellar is damp", "larder cellar", ("oven", "stores_in", "cellar")),
        ("needs hot coals, ash doesn't", "", ("oven", "requires", "ash doesn't")),
        ("the bell needs otherwise more cord", "", ("bell", "requires", "otherwise")),
        ("used for collecting crumbs in real time", "", ("oven", "stores_in", "real time")),
        ("stands beside the pantry and uses it daily", "pantry", ("pantry", "uses", "oven")),
        ("not for fish, only for bread", "", ("oven", "not_suited_to", "bread")),
        ("never for guests, just for tests", "", ("oven", "not_suited_to", "tests")),
        ("bakes rolls in minutes instead of hours", "", ("minutes", "use_instead_of", "hours")),
    ],
)
def test_what_only_looks_like_a_verb_or_its_object(text: str, names: str, wrong: tuple[str, str, str]) -> None:
    assert wrong not in read(text, names)


def test_have_before_a_past_form_is_a_tense_and_no_part() -> None:
    assert ("oven", "has_feature", "cleaned") not in read("the racks that others have cleaned")
    assert ("oven", "has_feature", "glazed tiles") in read("has glazed tiles")


def test_denied_suitability_is_the_opposite() -> None:
    assert read("not suitable for soups", subject="grill") == {("grill", "not_suited_to", "soups")}
    assert read("not bad for soups", subject="grill") == set()


def test_questions_and_suppositions_give_nothing() -> None:
    assert read("does it send crumbs to the pantry?", "pantry", hypothetical=True) == set()
    assert read("if it sends crumbs to the pantry, mice come", "pantry") == set()


def test_a_quiet_clause_gives_nothing() -> None:
    assert read("sends crumbs to the pantry", "pantry", quiet=True) == set()


@pytest.mark.parametrize(
    ("behind", "condition"),
    [
        ("when the tray is full", "when the tray is full"),
        ("when the tray is full, mice or not", "when the tray is full, mice or not"),
        ("for guests, staff and dogs", "for guests, staff and dogs"),
        ("for guests, which love them", "for guests"),
        ("if the tray is full, the mixer keeps its own", "if the tray is full"),
    ],
)
def test_the_condition_stays_on_the_edge(behind: str, condition: str) -> None:
    (edge,) = relate(clause(f"sends crumbs to the pantry {behind}", "pantry"), lexicon())
    assert edge.condition == condition


def test_purposes_share_their_noun_and_lose_their_explanations() -> None:
    found = read("Good for short term/spiky loads but not when guests wait", subject="grill")
    assert found == {("grill", "suited_to", "short term loads"), ("grill", "suited_to", "spiky loads")}


def test_examples_are_purposes_too() -> None:
    found = read("ideal for slow dishes such as stews, roasts and broth", subject="grill")
    assert {t for _, _, t in found} == {"slow dishes", "stews", "roasts", "broth"}


def test_good_for_and_bad_for_in_one_sentence() -> None:
    found = read("fine for toast + cakes, not meant for whole pigs", subject="grill")
    assert {("grill", "suited_to", "toast"), ("grill", "not_suited_to", "whole pigs")} <= found
    assert not any(r == "suited_to" and "pigs" in t for _, r, t in found)


def test_what_to_use_instead_of_the_unsuited() -> None:
    found = read("not suitable for soups (use the mixer)", "mixer")
    advised = {("mixer", "use_instead_of", "oven"), ("mixer", "suited_to", "soups")}
    assert found == {("oven", "not_suited_to", "soups"), *advised}


SUPPORTED = LeadIn(RelationType.SUPPORTS, Direction.OUT, "lead-in: supported")
STARTED_BY = LeadIn(RelationType.TRIGGERS, Direction.IN, "lead-in: triggered by")


def test_items_below_a_lead_in_are_its_other_ends() -> None:
    found = read("Java, Kotlin (beta) and MQTT", "java kotlin mqtt", lead=SUPPORTED, lead_subject="oven", item=True)
    assert found == {("oven", "supports", t) for t in ("java", "kotlin", "mqtt")}
    assert ("mixer", "triggers", "oven") in read("mixer", "mixer", lead=STARTED_BY, lead_subject="oven", item=True)


def test_a_sentence_below_a_lead_in_is_no_item() -> None:
    assert read("this is still in the works", lead=SUPPORTED, lead_subject="oven", item=True) == set()


def test_a_label_sets_the_relation_of_its_own_explanation() -> None:
    assert ("oven", "supports", "java") in read(
        "Languages: Java, Kotlin", "java kotlin", lead=SUPPORTED, label="Languages", body_start=11
    )


def test_a_plural_label_speaks_of_what_it_stands_below() -> None:
    found = read("Plugs: Java, Kotlin", "plugs java kotlin", label="Plugs", body_start=7)
    assert {("oven", "supports", "java"), ("oven", "supports", "kotlin")} <= found


def test_only_names_of_services_and_technology_are_partners() -> None:
    partners = LeadIn(RelationType.INTEGRATES_WITH, Direction.OUT, "lead-in: integrations")
    below = {"lead": partners, "lead_subject": "oven", "parent_subject": "oven", "item": True}
    assert ("oven", "integrates_with", "mixer") in read("opens its lid by itself", subject="mixer", **below)
    step = read("opens its lid by itself", subject="first-steps", **below)
    assert ("oven", "integrates_with", "first-steps") not in step


def test_cells_below_a_telling_column() -> None:
    text = "| grill | steaks, ribs | no |"
    columns = (("Name", 2, 7), ("Good for", 10, 22), ("Bad for", 25, 27))
    found = read(text, subject="grill", columns=columns)
    assert found == {("grill", "suited_to", "steaks"), ("grill", "suited_to", "ribs")}


def test_parts_come_from_the_owner_of_a_name() -> None:
    text = "the timer rings"
    part = Mention(4, 9, "timer", Kind.FEATURE, "pack", owner="oven")
    assert read(text, mentions=(part,)) == {("oven", "has_feature", "timer")}
    assert read("no timer", mentions=(Mention(3, 8, "timer", Kind.FEATURE, "pack", owner="oven"),)) == set()
    assert ("oven", "has_feature", "grill") in read("gets hot", subject="grill", owner="oven")


def test_what_a_place_says_is_told_once() -> None:
    lines = [clause(text, subject="grill", owner="oven", statement=text) for text in ("gets hot", "stays hot")]
    assert [len(edges) for _, edges in relate_document(lines, lexicon())] == [1, 0]


def test_technology_named_without_a_verb_is_supported() -> None:
    assert read("MQTT, Zigbee", "mqtt zigbee") == {("oven", "supports", "mqtt"), ("oven", "supports", "zigbee")}


@pytest.mark.parametrize(
    "text", ["", ")", "->", "-> ->", "for", "a", "(e.g. ", "vs", "instead of", "good for", "\n", "5 -> 4", "🙂"]
)
def test_scraps_of_text_are_read_without_a_fault(text: str) -> None:
    for lead in (
        None,
        SUPPORTED,
        STARTED_BY,
        LeadIn(RelationType.SUITED_TO, Direction.OUT, "x"),
        LeadIn(RelationType.RAISES, Direction.OUT, "x"),
    ):
        relate(clause(text, lead=lead), lexicon())


def test_the_same_clause_gives_the_same_edges_in_the_same_order() -> None:
    one = clause("The mixer and the toaster send crumbs to the pantry", "mixer toaster pantry")
    assert relate(one, lexicon()) == relate(one, lexicon())


def test_words_of_praise_are_said_of_what_stands_before_them_in_their_part() -> None:
    crust = Mention(0, 5, "crust", Kind.FEATURE, "pack", owner="oven")
    found = relate(clause("crust steams slowly, fine for rolls", mentions=(crust,)), lexicon())
    assert [name(e.source) for e in found if e.relation is RelationType.SUITED_TO] == ["crust"]
    assert ("gas at night", "suited_to", "rolls") in read("wood if it is dry, gas at night is fine for rolls")


def test_two_labels_in_one_line_set_their_things_side_by_side() -> None:
    lines = [
        clause(f"{label}: {said}", subject=label, label=label, body_start=len(label) + 2, owner="oven")
        for label, said in (("gas", "quick, two rings."), ("wood", "an hour to heat"))
    ]
    found = [e for _, edges in relate_document(lines, lexicon()) for e in edges]
    assert ("gas", "wood") in {(name(e.source), name(e.target)) for e in found if e.rule == "variants in one line"}


def test_what_a_thing_cannot_do_is_what_it_is_not_for_and_another_is() -> None:
    found = read("can't do pizza or wet dough, take the larder for that", "larder")
    assert {("oven", "not_suited_to", "pizza"), ("larder", "suited_to", "wet dough")} <= found
    assert ("larder", "use_instead_of", "oven") in found
    assert ("oven", "not_suited_to", "main store") in read("dont use as the main store")


def test_what_it_is_used_to_do_is_told_by_the_words_that_open_a_line() -> None:
    assert ("oven", "suited_to", "dry old bread") in read("used to dry old bread or smoke")
    assert not {e for e in read("can also be used to dry bread") if e[1] == "suited_to"}
    assert {e[2] for e in read("used to carry or deliver") if e[1] == "suited_to"} == set()


def test_a_verb_that_is_one_of_a_list_starts_nothing() -> None:
    assert not {
        e
        for e in relations("# Airflow\n- started by hand, schedule, Kafka\n")
        if e[0] == "Airflow" and e[1] == "triggers"
    }


def test_a_list_in_brackets_is_of_what_stands_before_them() -> None:
    edges = relations("# GitLab\nrunners: hosted (linux, windows, mac) or self hosted\n")
    parts = {target for _, relation, target in edges if relation == "has_feature"}
    assert parts.isdisjoint({"windows", "mac", "hosted (linux"})
    assert {"hosted", "self hosted"} <= parts


def test_a_sentence_behind_a_comma_is_no_part() -> None:
    edges = relations("# Terraform\n- has its own state, modules share it\n")
    assert "modules" not in {
        target for _, relation, target in edges if relation == "has_feature" and target == "modules"
    }


def test_what_works_with_a_thing_is_no_part_of_it() -> None:
    edges = relations("# Elasticsearch\n\n## Works with\n- Logstash\n- heap of 31 GB\n")
    assert {e for e in edges if e[1] == "integrates_with"} == {("Elasticsearch", "integrates_with", "Logstash")}

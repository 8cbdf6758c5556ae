"""Who does what a verb says, and to how many things: noun phrases as subjects and lists as objects, from two trades."""

from __future__ import annotations

import pytest
from clause_samples import Triple, named, stated
from reading_samples import relations

from graph.vocabulary import Kind

KINDS = {
    "dairy": Kind.SERVICE,
    "silo": Kind.SERVICE,
    "barn": Kind.SERVICE,
    "robot": Kind.FEATURE,
    "press": Kind.FEATURE,
    "steel": Kind.TECHNOLOGY,
}


def read(text: str, names: str = "") -> set[Triple]:
    """The relations of a clause about the dairy."""
    return stated(text, "dairy", mentions=named(text, names.split(), KINDS))


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("milking robot arms need a pressure pump", "robot", ("milking robot arms", "requires", "pressure pump")),
        ("Weavers and dyers send their cloth to the barn", "barn", ("Weavers", "sends_to", "barn")),
        ("Weavers and dyers send their cloth to the barn", "barn", ("dyers", "sends_to", "barn")),
        ("the sampler in the barn reads from the silo", "barn silo", ("sampler", "reads_from", "silo")),
        ("the press (hydraulic) needs the silo", "press silo", ("press", "requires", "silo")),
        ("a call from the barn or the silo triggers the press", "barn silo press", ("barn", "triggers", "press")),
        ("its ledger sits in the barn, cold storage needs the silo", "barn silo", ("dairy", "stores_in", "barn")),
        ("its ledger sits in the barn, cold rooms need the silo", "barn silo", ("cold rooms", "requires", "silo")),
        ("sorter runs in the barn and sends its crates to the silo", "barn silo", ("sorter", "sends_to", "silo")),
    ],
)
def test_the_whole_noun_phrase_before_a_verb_does_it(text: str, names: str, expected: tuple[str, str, str]) -> None:
    assert expected in read(text, names)


@pytest.mark.parametrize(
    ("text", "names", "wrong"),
    [
        ("its ledger sits in the barn, cold rooms need the silo", "barn silo", ("barn", "requires", "silo")),
        ("its ledger sits in the barn, cold rooms need the silo", "barn silo", ("dairy", "stores_in", "cold rooms")),
        ("the sampler in the barn reads from the silo", "barn silo", ("barn", "reads_from", "silo")),
        ("everybody needs the silo", "silo", ("everybody", "requires", "silo")),
        ("sends cream to the barn, each cow gets its own stall", "barn", ("dairy", "sends_to", "each cow")),
    ],
)
def test_what_stands_elsewhere_in_the_sentence_does_not(text: str, names: str, wrong: tuple[str, str, str]) -> None:
    assert wrong not in read(text, names)


def test_a_list_of_objects_goes_on_behind_its_names() -> None:
    found = read("reads from the silo or milk sheets, daily", "silo")
    assert {("dairy", "reads_from", "silo"), ("dairy", "reads_from", "milk sheets")} <= found


def test_a_name_before_another_noun_is_not_the_object() -> None:
    assert ("dairy", "requires", "steel press") in read("needs a steel press", "steel press")
    assert ("dairy", "sends_to", "barn office") in read("sends the bills to the barn office", "barn")


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("logs yields, prices and bad weather to the silo", "silo", ("dairy", "sends_to", "silo")),
        ("steel, the old kind, is accepted", "steel", ("dairy", "supports", "steel")),
        ("offers a wide range of soft cheeses", "", ("dairy", "has_feature", "soft cheeses")),
        ("it sorts eggs using the rolling belt method", "", ("dairy", "uses", "rolling belt method")),
        ("robot sends milk to the place in town, e.g. the silo", "robot silo", ("robot", "sends_to", "silo")),
    ],
)
def test_lists_asides_and_amounts_stand_between_a_verb_and_its_ends(
    text: str, names: str, expected: tuple[str, str, str]
) -> None:
    assert expected in read(text, names)


@pytest.mark.parametrize(
    ("text", "names", "wrong"),
    [
        ("log in to the silo with a badge", "silo", ("dairy", "sends_to", "silo")),
        ("the watchman reads log sheets and walks to the silo", "silo", ("dairy", "sends_to", "silo")),
        ("stop the robot, add oil", "robot", ("dairy", "has_feature", "oil")),
    ],
)
def test_nouns_and_orders_are_no_deeds_of_the_thing(text: str, names: str, wrong: tuple[str, str, str]) -> None:
    assert wrong not in read(text, names)


def test_what_an_example_is_for_is_no_further_object() -> None:
    found = read("takes steel (e.g. for pails), robots", "steel robot")
    assert not {edge for edge in found if "pails" in edge[2]}


def test_what_is_announced_somewhere_is_sent_there() -> None:
    assert ("dairy", "sends_to", "silo") in read("new cheese is announced on the silo", "silo")
    assert ("dairy", "uses", "steel") in read("adds a lock on top of steel", "steel")


def test_products_behind_a_comma_act_and_not_what_a_preposition_has_before_it() -> None:
    found = read("robot on top for milk, silo / barn push data in", "robot silo barn")
    assert {("silo", "sends_to", "dairy"), ("barn", "sends_to", "dairy")} <= found
    assert ("robot", "sends_to", "dairy") not in found


def test_each_of_several_who_push_does_so_to_what_is_above_them() -> None:
    found = relations("# Farm\n\n## Redis\n- Kafka and Nginx push data in\n")
    assert {("Kafka", "sends_to", "Redis"), ("Nginx", "sends_to", "Redis")} <= found


def test_who_does_it_ends_where_another_place_is_named() -> None:
    found = relations("# Farm\n\n## Redis\n- cheese is shipped to Kafka by Nginx, or to Grafana\n")
    assert ("Redis", "sends_to", "Kafka") in found


def test_what_a_thing_reads_and_writes_it_takes() -> None:
    assert ("Redis", "supports", "JSON") in relations("# Farm\n\n## Redis\n- reads and writes JSON\n")

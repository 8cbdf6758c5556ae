"""Names that are ordinary words too, known by the list they stand in, and what one of two can that the other cannot."""

from __future__ import annotations

import pytest
from reading_samples import relations, relations_below


@pytest.mark.parametrize(
    ("line", "taken"),
    [
        ("python, go, rust", {"Python", "Go", "Rust"}),
        ("windows or linux", {"Windows", "Linux"}),
        ("supports java, swift and go", {"Java", "Swift", "Go"}),
    ],
)
def test_an_ordinary_word_in_a_list_of_technology_is_one_of_it(line: str, taken: set[str]) -> None:
    assert taken <= {edge[2] for edge in relations_below("Lambda", line) if edge[1] == "supports"}


@pytest.mark.parametrize(
    "line", ["written in python, go to the docs", "rust on the hull, linux below", "python, swift as a gull"]
)
def test_an_ordinary_word_beside_technology_is_no_name_in_a_sentence(line: str) -> None:
    assert not {end for edge in relations_below("Ferry", line) for end in edge} & {"Go", "Rust", "Swift"}


def test_formats_behind_a_label_of_a_part_are_taken_by_it() -> None:
    found = relations_below("Kafka", "letters: avro or protobuf")
    assert not [edge for edge in found if edge[1] == "kind_of"]


@pytest.mark.parametrize("line", ["MQTT and STOMP come as plugins", "MQTT is available as a module"])
def test_what_comes_as_a_plugin_is_supported(line: str) -> None:
    assert ("RabbitMQ", "supports", "MQTT") in relations_below("RabbitMQ", line)


def test_technology_in_the_bracket_behind_a_purpose_is_no_purpose() -> None:
    found = relations_below("Lambda", "for night calls (java, python)")
    assert ("Lambda", "supports", "Python") in found
    assert not [edge for edge in found if edge[1] == "suited_to" and edge[2] in ("Java", "Python")]


@pytest.mark.parametrize(
    ("line", "edge"),
    [
        ("GSI can't do strong reads, LSI can", ("local secondary index", "suited_to", "strong reads")),
        ("Redis can't handle live cattle, Kafka can", ("Kafka", "suited_to", "live cattle")),
        ("Redis doesn't support MQTT, but RabbitMQ does", ("RabbitMQ", "supports", "MQTT")),
    ],
)
def test_what_one_lacks_the_other_has(line: str, edge: tuple[str, str, str]) -> None:
    assert edge in relations_below("DynamoDB", line)


def test_what_neither_can_is_good_for_none() -> None:
    assert not [e for e in relations_below("Ferry", "Redis can't carry cattle, Kafka can't") if e[1] == "suited_to"]


def test_what_cannot_be_done_to_one_is_no_purpose_of_the_other() -> None:
    assert not [e for e in relations_below("Ferry", "Redis can't be towed, Kafka can") if e[1] == "suited_to"]


def test_parts_before_advice_are_no_kinds_of_a_plural_label() -> None:
    text = "# Post\n\n## Redis\n- night buoys: single lamp, strong chain -> use for reefs, sand banks\n"
    found = relations(text)
    assert ("night buoys", "suited_to", "reefs") in found
    assert not {e for e in found if e[1] == "kind_of"}


def test_a_better_part_takes_no_place_of_another_product() -> None:
    found = relations("# Proxies\n\n- HAProxy: L4, better stats than nginx\n")
    assert not {e for e in found if e[1] == "use_instead_of"}


def test_a_price_is_no_kind() -> None:
    assert not {e for e in relations("# Proxies\n\nNginx = paid, adds gauges\n") if e[1] == "kind_of"}


def test_what_is_preferred_stands_right_before() -> None:
    found = relations("# Post\n\nSSH port 22, keys Ed25519 preferred over RSA\n")
    assert {(s, t) for s, r, t in found if r == "use_instead_of"} == {("Ed25519", "RSA")}


def test_where_a_thing_is_is_not_what_it_is() -> None:
    assert not {e for e in relations("# Post\n\nBtrfs = in kernel, slow lamps\n") if e[1] == "kind_of"}


def test_who_bans_is_the_subject() -> None:
    found = relations("# Port\n\nfail2ban bans pirates after failed logins, uses iptables\n")
    assert ("fail2ban", "uses", "iptables") in found

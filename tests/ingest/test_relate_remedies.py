"""A harm and what helps against it, a need and which of two it takes, a yes beside a no."""

from __future__ import annotations

import pytest
from reading_samples import relations_below


@pytest.mark.parametrize(
    ("title", "line", "edge"),
    [
        ("Lambda", "cold starts: provisioned concurrency", ("provisioned concurrency", "cold start")),
        ("Lambda", "cold starts -> provisioned concurrency", ("provisioned concurrency", "cold start")),
        ("Switches", "ARP spoofing: DHCP snooping", ("DHCP snooping", "ARP spoofing")),
        ("Ferry", "oil leaks: Redis", ("Redis", "oil leaks")),
        ("Ferry", "night congestion? use Kafka", ("Kafka", "night congestion")),
    ],
)
def test_what_stands_behind_a_harm_helps_against_it(title: str, line: str, edge: tuple[str, str]) -> None:
    assert (edge[0], "suited_to", edge[1]) in relations_below(title, line)


@pytest.mark.parametrize(
    "line", ["cold starts: 3 seconds", "oil leaks: not with Redis", "deadlock: two boats wait", "oil leaks = slow"]
)
def test_what_a_harm_is_or_costs_helps_nothing(line: str) -> None:
    assert not [edge for edge in relations_below("Lambda", line) if edge[1] == "suited_to"]


@pytest.mark.parametrize(
    ("line", "edge"),
    [
        ("bulk moves: Redis, not Memcached", ("Redis", "bulk moves")),
        ("calm nights? Redis rather than Memcached", ("Redis", "calm nights")),
        ("small crews: Redis over Memcached", ("Redis", "small crews")),
        ("one way trips: Redis, not Memcached", ("Redis", "one way trips")),
    ],
)
def test_what_is_taken_for_a_need_suits_it(line: str, edge: tuple[str, str]) -> None:
    found = relations_below("Redis", line)
    assert (edge[0], "suited_to", edge[1]) in found
    assert ("Redis", "use_instead_of", "Memcached") in found
    assert not [each for each in found if each[1] == "has_feature"]


@pytest.mark.parametrize(
    "line",
    [
        "default engine: InnoDB, not MyISAM",
        "caches: Redis cache, not Memcached",
        "mostly preferred: Redis rather than Memcached",
    ],
)
def test_a_role_a_class_or_a_remark_over_two_is_no_need(line: str) -> None:
    assert not [edge for edge in relations_below("MySQL", line) if edge[1] == "suited_to"]


@pytest.mark.parametrize(
    ("title", "good", "bad"),
    [("Redshift", "OLAP", "OLTP"), ("Ferry", "day trips", "live cattle")],
)
def test_a_yes_beside_a_no_is_a_verdict(title: str, good: str, bad: str) -> None:
    found = relations_below(title, f"{good} yes, {bad} no")
    assert {(title, "suited_to", good), (title, "not_suited_to", bad)} <= found


def test_a_yes_alone_may_tell_of_a_part() -> None:
    assert not [edge for edge in relations_below("Ferry", "night cabins yes") if edge[1] == "suited_to"]


def test_a_need_asked_with_an_article_is_no_kind() -> None:
    found = relations_below("Athena", "only a query now and then? Athena rather than Redshift")
    assert not [edge for edge in found if edge[1] == "kind_of"]


def test_jobs_that_send_something_are_no_part() -> None:
    found = relations_below("Prometheus", "short night jobs push to Pushgateway")
    assert not [edge for edge in found if edge[1] == "has_feature" and "jobs" in edge[2]]


@pytest.mark.parametrize(
    ("title", "line", "helping"),
    [
        ("Overfitting", "fixes: more data, dropout, early stopping", {"more data", "dropout", "early stopping"}),
        ("Packet loss", "remedies: spare RAM, Redis", {"spare RAM", "Redis"}),
        ("Hot shards", "cure: salted keys", {"salted keys"}),
    ],
)
def test_what_stands_behind_fixes_is_good_for_the_harm_above(title: str, line: str, helping: set[str]) -> None:
    found = relations_below(title, line)
    assert helping == {edge[0] for edge in found if edge[1] == "suited_to"}
    assert not [edge for edge in found if edge[1] == "kind_of"]


def test_what_a_product_fixes_it_is_good_for() -> None:
    assert ("Redis", "suited_to", "slow reads") in relations_below("Redis", "fixes: slow reads")


def test_what_to_do_is_no_thing_that_helps() -> None:
    found = relations_below("Overfitting", "fix: use dropout, get more data, split the data")
    assert {edge[0] for edge in found} == {"dropout"}


def test_what_follows_the_other_is_another_remedy() -> None:
    found = relations_below("Training", "vanishing gradients: Redis instead of Kafka, residual links, batch norm")
    assert {edge[2] for edge in found if edge[1] == "use_instead_of"} == {"Kafka"}

"""Sentences with a subject, a relative clause and a second verb: who does what, and what only stands between."""

from __future__ import annotations

import pytest
from reading_samples import CACHE, HARBOUR, limits, relations


@pytest.mark.parametrize(
    ("notes", "line", "expected"),
    [
        (CACHE, "Redis is a key-value store which keeps everything in RAM", ("Redis", "stores_in", "RAM")),
        (HARBOUR, "Winch is the tool that replaced Barge in most harbours", ("Winch", "replaces", "Barge")),
        (HARBOUR, "The Winch with Barge suits steep banks", ("Winch", "suited_to", "steep banks")),
        (CACHE, "Kafka with Envoy suits night jobs", ("Kafka", "suited_to", "night jobs")),
        (CACHE, "Envoy is built on Kafka and has replaced RabbitMQ", ("Envoy", "replaces", "RabbitMQ")),
        (HARBOUR, "Winch runs on Barge and has replaced the Crane", ("Winch", "replaces", "Crane")),
        (CACHE, "builds every time there is a code change", ("code change", "triggers", "Redis")),
        (CACHE, "it reads whenever a new message arrives", ("new message", "triggers", "Redis")),
        (CACHE, "runs on Linux, not on Windows", ("Redis", "not_suited_to", "Windows")),
        (CACHE, "The deck types are oak, steel and teak", ("steel", "kind_of", "deck types")),
        (CACHE, "exchange modes are direct, topic and fanout", ("Redis", "has_feature", "fanout")),
        (CACHE, "volumes: oak 9100, teak 9115", ("teak", "kind_of", "volumes")),
        (CACHE, "backups to S3", ("Redis", "stores_in", "S3")),
        (HARBOUR, "snapshots go to Barge", ("Ferry", "stores_in", "Barge")),
        (CACHE, "access logs go to Kafka", ("Redis", "sends_to", "Kafka")),
        (HARBOUR, "Winch and Beats ship data in", ("Winch", "sends_to", "Ferry")),
    ],
)
def test_what_is_said(notes: str, line: str, expected: tuple[str, str, str]) -> None:
    assert expected in relations(notes.format(line))


@pytest.mark.parametrize(
    ("notes", "line", "wrong"),
    [
        (CACHE, "A rejected or expired message ends up in Kafka", ("Redis", "kind_of")),
        (CACHE, "put Kafka in front instead of raising it", ("Kafka", "use_instead_of")),
        (CACHE, "you need at least three of them", ("Redis", "requires")),
        (CACHE, "Envoy, for speed -> Kafka", ("Envoy", "sends_to")),
        (CACHE, "steering: Envoy if it blows", ("Envoy", "use_instead_of")),
        (HARBOUR, "Anybody can steer so it is not for races", ("Anybody", "not_suited_to")),
        (CACHE, "decks = Kafka-Web over 9 boats", ("Kafka", "uses")),
        (CACHE, "backups to S3", ("Redis", "sends_to")),
        (HARBOUR, "snapshots go to Barge", ("Ferry", "sends_to")),
        (CACHE, "access logs go to Kafka", ("access", "sends_to")),
        (HARBOUR, "Winch and Beats ship data in", ("Winch", "use_instead_of")),
    ],
)
def test_what_is_not_said(notes: str, line: str, wrong: tuple[str, str]) -> None:
    assert not [edge for edge in relations(notes.format(line)) if edge[:2] == wrong]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("refuses files > 100MB", {("Redis", "max", 100, "MB")}),
        ("runs there: Kafka 10+, Envoy 8+", set()),
        ("dried by Kafka, which starts every 5 min", {("Kafka", "exact", 5, "min")}),
        ("forks dflt 5, ours 20", {("Redis", "default", 5, None)}),
        ("Envoy on port 5601", {("Envoy", "exact", 5601, None)}),
    ],
)
def test_figures(line: str, expected: set[tuple[str, str, float, str | None]]) -> None:
    assert limits(CACHE.format(f"- fast\n- {line}")) == expected


def test_a_heading_of_a_product_and_a_topic_is_about_the_product() -> None:
    found = relations("# Notes\n\nall of them\n\n## KUBERNETES STORAGE\n\n- supports NFS\n")
    assert ("Kubernetes", "supports", "NFS") in found

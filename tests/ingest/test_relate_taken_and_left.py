"""More ways in which people say what a thing takes, and what they say of none: asides, deeds, what was given up."""

from __future__ import annotations

import pytest
from reading_samples import relations_below


@pytest.mark.parametrize(
    ("title", "line", "edge"),
    [
        ("Kubernetes", "storage done with Kafka", ("Kubernetes", "uses", "Kafka")),
        ("Nginx", "leave TLS to Envoy", ("Nginx", "uses", "Envoy")),
        ("Grafana", "lookups: leave it to Redis", ("Grafana", "uses", "Redis")),
        ("Redis", "dovetails with Kafka", ("Redis", "integrates_with", "Kafka")),
        ("Jenkins", "<-> GitLab", ("Jenkins", "integrates_with", "GitLab")),
        ("Lambda", "logs belong in S3", ("Lambda", "stores_in", "S3")),
        ("Jenkins", "looks secrets up from Vault", ("Jenkins", "reads_from", "Vault")),
        ("Grafana", "comes with built-in support for MySQL", ("Grafana", "supports", "MySQL")),
        ("Lambda", "lets you write in Python", ("Lambda", "supports", "Python")),
        ("Grafana", "Kafka is supported through a plugin", ("Grafana", "supports", "Kafka")),
        ("Grafana", "MySQL and Redis both work", ("Grafana", "supports", "MySQL")),
        ("Redis", "rubbish for joins", ("Redis", "not_suited_to", "joins")),
        ("SQLite", "falls over with many writers", ("SQLite", "not_suited_to", "writers")),
        ("Kafka", "comes into its own with replayed events", ("Kafka", "suited_to", "replayed events")),
        ("Kubernetes", "TLS is done by Envoy", ("Kubernetes", "uses", "Envoy")),
        ("Kubernetes", "leader election via ZooKeeper", ("Kubernetes", "uses", "ZooKeeper")),
        ("Ferry", "basically a sort of bus", ("Ferry", "kind_of", "bus")),
        ("Ferry", "falls apart in rough weather", ("Ferry", "not_suited_to", "rough weather")),
        ("Barge", "miserable at sharp turns", ("Barge", "not_suited_to", "sharp turns")),
    ],
)
def test_what_a_thing_takes_or_bears(title: str, line: str, edge: tuple[str, str, str]) -> None:
    assert edge in relations_below(title, line)


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Redis", "written in haste"),
        ("Redis", "heap + WAL"),
        ("Redis", "lazy caching = only fill cache when needed"),
        ("Barge", "only turn the wheel when needed"),
        ("Barge", "crewless"),
        ("Barge", "needs no crew, just a rope"),
        ("Barge", "gulls follow the boat"),
        ("Barge", "dropped the oars"),
        ("Prometheus", "ditched Nagios"),
        ("Prometheus", "ferry's big brother"),
    ],
)
def test_deeds_remarks_and_what_was_given_up_are_no_kinds(title: str, line: str) -> None:
    assert not [edge for edge in relations_below(title, line) if edge[1] == "kind_of"]


@pytest.mark.parametrize(
    ("title", "line", "relation"),
    [
        ("Lambda", "trigger based", "triggers"),
        ("Prometheus", "got rid of Nagios", "uses"),
        ("Grafana", "we dropped MySQL", "uses"),
        ("Kafka", "boats? give them oars", "sends_to"),
        ("Barge", "keeps nets you throw in the sea", "stores_in"),
        ("BGP", "rather letters over TCP 179", "use_instead_of"),
    ],
)
def test_what_only_sounds_like_a_relation_is_none(title: str, line: str, relation: str) -> None:
    assert not [edge for edge in relations_below(title, line) if edge[1] == relation]


@pytest.mark.parametrize(
    "line", ["Redis and Kafka, one of them", "keeps logs, usually", "sends mail to Kafka, go figure"]
)
def test_asides_are_no_things(line: str) -> None:
    ends = {end for source, _, target in relations_below("Barge", line) for end in (source, target)}
    assert not ends & {"one of them", "usually", "go figure"}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Redis and Memcached are caches", "cache"),
        ("Redis and Memcached: both caches", "cache"),
        ("Redis, Kafka and Memcached are all in-memory stores for sessions", "in-memory store"),
    ],
)
def test_several_are_of_one_kind(line: str, kind: str) -> None:
    found = relations_below("Barge", line)
    assert {("Redis", "kind_of", kind), ("Memcached", "kind_of", kind)} <= found


@pytest.mark.parametrize("line", ["Redis and Memcached are not caches", "Redis and Memcached are both slow"])
def test_what_several_are_not_or_are_like_is_no_kind(line: str) -> None:
    assert not [edge for edge in relations_below("Barge", line) if edge[1] == "kind_of"]

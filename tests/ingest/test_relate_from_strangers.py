"""Edges that pages by strangers showed to be wrong or missing."""

from __future__ import annotations

import pytest
from reading_samples import read_notes, relations, relations_below


@pytest.mark.parametrize(
    ("title", "line", "edge"),
    [
        ("Kafka", "the old Redis with more on top", ("Kafka", "replaces", "Redis")),
        ("Kafka", "it's the former Redis", ("Kafka", "replaces", "Redis")),
        ("Key Vault", "Lambda and ECS read secrets from it", ("Lambda", "reads_from", "Key Vault")),
        ("Key Vault", "Redis polls it", ("Redis", "reads_from", "Key Vault")),
        ("EFS", "linux only!! windows needs FSx (SMB)", ("EFS", "supports", "Linux")),
        ("Kafka", "columnar, for olap", ("Kafka", "suited_to", "OLAP")),
    ],
)
def test_what_is_said_is_read(title: str, line: str, edge: tuple[str, str, str]) -> None:
    assert edge in relations_below(title, line)


@pytest.mark.parametrize(
    ("title", "line", "relation", "word"),
    [
        ("Lambda@Edge", "for calm or quiet lakes", "has_feature", "for calm"),
        ("CloudTrail", "data events (S3 objects, Lambda invokes) are off", "kind_of", "data event"),
        ("CloudTrail", "data events (S3 objects, Lambda invokes) are off", "triggers", "data event"),
        ("Kafka", "retries, then goes to the berth if you set one", "has_feature", "berth if"),
        ("Kafka", "name 3-24 chars, lowercase + digits", "has_feature", "digits"),
        ("Kafka", "Premium has oak keys, standard only pine", "has_feature", "standard only pine"),
        ("Kafka", "crane driver adds berths once ships are near", "has_feature", "berths once ships"),
        ("Kafka", "berth pools: system (oak only) / user", "kind_of", "system"),
        ("Kafka", "dup on the lock index -> E11000", "suited_to", "dup on the lock index"),
        ("Kafka", "Overkill for five boats. Slow, too", "has_feature", "Overkill for five boats"),
        ("Kafka", "sensor triggers every 60s", "triggers", "60s"),
        ("Kafka", "good for still water, 3h max", "suited_to", "3h max"),
        ("Kafka", "good for night trips, say 2 boats at a time", "suited_to", "say 2 boats at a time"),
        ("Docker", "an image is a pile of oak planks", "kind_of", "pile"),
    ],
)
def test_what_is_not_said_is_not_read(title: str, line: str, relation: str, word: str) -> None:
    found = relations_below(title, line)
    assert not [edge for edge in found if edge[1] == relation and edge[2].lower() == word.lower()]


def test_a_verb_behind_and_is_not_of_the_name_behind_a_preposition() -> None:
    found = relations_below("Ferry", "Newer than Kafka and works with S3")
    assert ("Ferry", "integrates_with", "S3") in found or ("S3", "integrates_with", "Ferry") in found
    assert not [edge for edge in found if set(edge[::2]) == {"Kafka", "S3"}]


def test_each_of_two_products_is_better_for_its_own_use() -> None:
    edges = read_notes("# Notes\n\n## Stores\n\n- small sets -> Redis, big logs all day -> Kafka\n").edges
    found = {(e.source, e.target, e.condition) for e in edges if e.relation.value == "use_instead_of"}
    assert found == {("redis", "kafka", "for small sets"), ("kafka", "redis", "for big logs all day")}


def test_two_that_lines_lead_to_are_no_choice() -> None:
    found = relations_below("Lambda", "logs -> S3, traces -> X-Ray")
    assert not [edge for edge in found if edge[1] == "use_instead_of"]


def test_many_nines_are_shown_as_such() -> None:
    (limit,) = read_notes("# Notes\n\n## Ferry\n\n- durability 16 nines\n").limits
    assert limit.limit.name.endswith("99.99999999999999 %")


def test_a_cell_counts_no_part() -> None:
    text = "# Notes\n\n## Stores\n\n| | Redis | Kafka |\n|---|---|---|\n| connects to | one instance | two boats |\n"
    assert not [edge for edge in relations(text) if edge[:2] == ("Redis", "has_feature") and edge[2] == "instance"]


def test_what_a_plus_joins_is_no_kind_of_what_was_told_before() -> None:
    text = "# Redshift\n\nREDSHIFT\ndata warehouse (big)\ncolumnar storage + sharding, thats why\n"
    assert not [edge for edge in relations(text) if edge[1] == "kind_of" and "columnar" in edge[2]]


def test_who_gets_something_is_no_part_of_the_giver() -> None:
    text = "# Notes\n\nkubernetes and its pods\n\n## Kafka\n\n- CNI gives each pod a VNet IP\n"
    assert ("CNI", "has_feature", "Pod") not in relations(text)

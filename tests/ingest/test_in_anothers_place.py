"""Small words that turn a relation: what is used in a product, what stands in another's place, what is an example."""

from __future__ import annotations

import pytest
from reading_samples import relations


def _below(title: str, line: str) -> set[tuple[str, str, str]]:
    return relations(f"# Yard\n\n## {title}\n- {line}\n")


@pytest.mark.parametrize("users", ["Kafka and Redis", "Kafka, Redis, Tidebus"])
def test_products_in_which_a_thing_is_used_use_it(users: str) -> None:
    found = _below("Raft", f"used in {users}")
    assert {("Kafka", "uses", "Raft"), ("Redis", "uses", "Raft")} <= found
    assert not {edge for edge in found if edge[1] == "suited_to"}


def test_work_in_which_a_thing_is_used_is_what_it_is_for() -> None:
    assert ("Redis", "suited_to", "night pipelines") in _below("Redis", "used in night pipelines")


@pytest.mark.parametrize("word", ["drop-in replacement", "replacement", "modern replacement"])
def test_a_replacement_is_no_part_and_no_kind(word: str) -> None:
    assert _below("Redis", f"{word} for Memcached") == {("Redis", "replaces", "Memcached")}


def test_what_stands_before_the_replacement_is_replaced() -> None:
    found = _below("Jenkins", "cron replacement for night jobs")
    assert ("Jenkins", "replaces", "cron") in found
    assert not {edge for edge in found if edge[0] == "cron"}


def test_what_queries_come_from_reads() -> None:
    assert ("Grafana", "reads_from", "Tempo") in _below("Tempo", "queried from Grafana")


def test_behind_a_language_something_else_is_told() -> None:
    found = {edge for edge in _below("Jenkins", "written in Java, single binary") if edge[1] == "uses"}
    assert found == {("Jenkins", "uses", "Java")}


@pytest.mark.parametrize("day", ["Friday", "March", "tomorrow"])
def test_days_do_nothing(day: str) -> None:
    assert not _below("Jenkins", f"set up by {day}")


def test_a_name_for_example_is_not_what_an_idea_is_for() -> None:
    found = relations(
        "# Yard\n\n## Replication\n- leader first, e.g. PostgreSQL, Kafka\n\nQuorum – most of the nodes (e.g. Raft)\n"
    )
    assert not {edge for edge in found if edge[1] == "suited_to"}

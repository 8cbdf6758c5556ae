"""What took whose place, in the words of makers of proxies and of a harbour."""

from __future__ import annotations

import pytest
from reading_samples import relations


def replaced(line: str, title: str = "HAProxy") -> set[tuple[str, str]]:
    found = relations(f"# Notes\n\n## {title}\nbalances load between servers\n{line}\n")
    return {(source, target) for source, relation, target in found if relation == "replaces"}


@pytest.mark.parametrize(
    ("line", "new", "old"),
    [
        ("nginx is old -> Envoy", "Envoy", "Nginx"),
        ("nginx is out, Envoy came instead", "Envoy", "Nginx"),
        ("(took Envoy's place)", "HAProxy", "Envoy"),
        ("we swapped nginx for Envoy", "Envoy", "Nginx"),
        ("moved from nginx to Envoy in May", "Envoy", "Nginx"),
        ("the Old Gate is called nginx these days", "Nginx", "Old Gate"),
    ],
)
def test_what_is_gone_has_its_place_taken(line: str, new: str, old: str) -> None:
    assert replaced(line) == {(new, old)}


@pytest.mark.parametrize(
    "line", ["switched from active to passive", "went from slow to fast", "changed from 80 to 443"]
)
def test_a_change_of_state_replaces_nothing(line: str) -> None:
    assert not replaced(line)


@pytest.mark.parametrize(
    ("first", "second", "line", "is_newer"),
    [
        ("tug1", "tug2", "latest generation", True),
        ("Gate 1.2", "Gate 1.3", "it is the newest version", True),
        ("tug2", "tug1", "latest generation", False),
        ("tug1", "barge2", "latest generation", False),
        ("tug1", "tug2", "bigger", False),
    ],
)
def test_the_newest_of_a_line_takes_the_place_of_the_one_before(
    first: str, second: str, line: str, is_newer: bool
) -> None:
    found = relations(f"# Notes\n\n## Fleet\n\n### {first}\n- slow\n- red\n\n### {second}\n- {line}\n- blue\n")
    assert ((second, "replaces", first) in found) is is_newer
    assert not {target for _, _, target in found if "generation" in target or "version" in target}


def test_a_column_tells_what_took_the_place_of_its_row() -> None:
    text = "# Notes\n\n## Doors\n\n| door | replaced by | take instead |\n|---|---|---|\n| HAProxy | Envoy | Nginx |\n"
    found = relations(text)
    assert {("Envoy", "replaces", "HAProxy"), ("Nginx", "use_instead_of", "HAProxy")} <= found


def test_several_may_take_a_place_together() -> None:
    found = replaced("Memcached is out, Redis and Hazelcast took its place")
    assert found == {("Redis", "Memcached"), ("Hazelcast", "Memcached")}


def test_the_last_word_of_a_name_stands_for_it() -> None:
    text = "# Harbour\n\n## Pier\n- has a `night lamp`\n- `night lamp`: oil (`old horn` is out, lamp replaces it)\n"
    assert ("night lamp", "replaces", "old horn") in relations(text)


def test_a_version_belongs_to_what_replaces_another() -> None:
    assert ("HAProxy 2", "Envoy") in replaced("HAProxy 2 took over from Envoy")


def test_what_is_gone_may_go_on_behind_a_name() -> None:
    assert replaced("nginx plugin is dead -> Envoy now") == {("Envoy", "nginx plugin")}


def test_what_takes_the_place_of_a_thing_is_not_used_by_it() -> None:
    edges = relations(
        "# Kafka\n- mirror maker is deprecated -> use MirrorMaker2\n- use Redis when you need very fast reads\n"
    )
    assert ("Redis", "use_instead_of", "Kafka") in edges
    assert not {edge for edge in edges if edge[1] == "uses"}


@pytest.mark.parametrize(
    ("line", "stated"),
    [
        ("TLS for night mail since 2020, before that SSL", ("TLS", "replaces", "SSL")),
        ("Kafka since last year (until then RabbitMQ)", ("Kafka", "replaces", "RabbitMQ")),
    ],
)
def test_what_came_before_that_is_replaced(line: str, stated: tuple[str, str, str]) -> None:
    assert stated in relations(f"# Post\n\n## Redis\n- {line}\n")


def test_what_is_done_before_that_is_not() -> None:
    found = relations("# Post\n\n## Redis\n- Nginx drains first, before that it waits\n")
    assert not [e for e in found if e[1] == "replaces"]


@pytest.mark.parametrize(
    ("line", "stated"),
    [
        ("the client was jedis, now replaced by Lettuce", ("Lettuce", "replaces", "jedis")),
        ("default policy was noeviction, replaced by allkeys-lru", ("allkeys-lru", "replaces", "noeviction")),
        ("the gateway used to be Nginx, later superseded by Envoy", ("Envoy", "replaces", "Nginx")),
    ],
)
def test_what_was_there_before_is_replaced_and_not_the_whole(line: str, stated: tuple[str, str, str]) -> None:
    found = {e for e in relations(f"# Post\n\n## Redis\n- {line}\n") if e[1] == "replaces"}
    assert stated in found
    assert not {e for e in found if e[2] == "Redis"}


def test_a_list_of_exporters_tells_no_destination() -> None:
    found = relations("# Watching\n\nexporters: node_exporter, cadvisor\n")
    assert not {e for e in found if e[1] == "sends_to"}

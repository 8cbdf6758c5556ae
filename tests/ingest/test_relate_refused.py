"""What is refused and what is taken for it, in the many ways in which people say so."""

from __future__ import annotations

import pytest
from reading_samples import relations

KNOWN = [
    "don't use Memcached, use Redis",
    "never use Memcached: take Redis",
    "Memcached is too small, take Redis",
    "Memcached? take Redis",
    "avoid Memcached, Redis is better",
    "avoid Memcached - use Redis",
    "prefer Redis to Memcached",
    "go for Redis, not Memcached",
    "use Redis not Memcached when keys must survive",
    "Redis, not Memcached",
    "Redis not Memcached, the latter forgets",
    "better take Redis than Memcached",
    "swap Memcached for Redis",
    "replace Memcached with Redis",
    "Memcached? nah, Redis",
    "I'd take Redis before Memcached",
    "get rid of Memcached, go Redis",
    "once keys must survive move off Memcached to Redis",
    "Redis > Memcached > Hazelcast",
]


@pytest.mark.parametrize("line", KNOWN)
def test_what_is_taken_is_better_than_what_is_refused(line: str) -> None:
    found = relations(f"# Notes\n\n## Loki\nkeeps logs\n{line}\n")
    assert ("Redis", "use_instead_of", "Memcached") in found
    assert ("Redis", "use_instead_of", "Loki") not in found
    assert not [edge for edge in found if edge[1] == "supports"]


@pytest.mark.parametrize(
    "line", ["don't use the `night_ferry`, use the train", "the `night_ferry` is too slow, take the train"]
)
def test_one_side_may_have_no_name(line: str) -> None:
    assert ("train", "use_instead_of", "night_ferry") in relations(f"# Travel\n\n## Islands\n{line}\n")


@pytest.mark.parametrize(
    "line", ["sums, not single rows", "not too big for Redis", "takes Redis too, use it with care"]
)
def test_other_denials_prefer_nothing(line: str) -> None:
    assert not [e for e in relations(f"# Notes\n\n## Loki\nkeeps logs\n{line}\n") if e[1] == "use_instead_of"]


def test_praise_and_blame_behind_a_comma_are_of_the_same_thing() -> None:
    found = relations("# Travel\n\n## Islands\n`night_ferry` is fine for cars, never for bikes\n")
    assert ("night_ferry", "suited_to", "cars") in found
    assert ("night_ferry", "not_suited_to", "bikes") in found


def test_what_goes_on_with_a_sentence_is_no_place() -> None:
    found = relations("# Travel\n\n## Islands\nparcels land in S3, kept 1 day, then the ferry\n")
    assert {edge[2] for edge in found if edge[1] in ("stores_in", "sends_to")} <= {"S3"}

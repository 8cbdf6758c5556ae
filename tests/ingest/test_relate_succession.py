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


def test_a_column_tells_what_took_the_place_of_its_row() -> None:
    text = "# Notes\n\n## Doors\n\n| door | replaced by | take instead |\n|---|---|---|\n| HAProxy | Envoy | Nginx |\n"
    found = relations(text)
    assert {("Envoy", "replaces", "HAProxy"), ("Nginx", "use_instead_of", "HAProxy")} <= found

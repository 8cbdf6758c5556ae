"""Arrows between nothing but two names, of which no pack knows one or both."""

from __future__ import annotations

import pytest
from reading_samples import block_of, relations

from ingest.values import Role

SIGNS = ["{} -> {}", "{} --> {}", "{} => {}", "{} → {}"]


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize(
    ("one", "other"), [("Sluicer", "Tidebus"), ("fare-api", "Redis"), ("Sluicer", "Kafka"), ("Sluicer", "fare-db")]
)
def test_things_go_along_an_arrow_between_names(sign: str, one: str, other: str) -> None:
    found = relations(f"# Harbour\n\nwho talks to whom\n{sign.format(one, other)}\n")
    assert found == {(one, "sends_to", other)}


@pytest.mark.parametrize("line", ["Sluicer <- Tidebus", "Sluicer <-- Tidebus", "Sluicer ← Tidebus"])
def test_they_come_back_along_one_that_is_turned(line: str) -> None:
    assert ("Tidebus", "sends_to", "Sluicer") in relations(f"# Harbour\n\nwho talks to whom\n{line}\n")


@pytest.mark.parametrize("line", ["Mending -> Redis", "Storms -> sails", "Rain <-> Snow", "Winter -> Kafka"])
def test_ordinary_words_beside_an_arrow_are_no_such_names(line: str) -> None:
    assert not {edge for edge in relations(f"# Harbour\n\nwho talks to whom\n{line}\n") if edge[1] == "sends_to"}


def test_an_arrow_behind_a_blank_line_is_no_title() -> None:
    text = "# Harbour\n\nwho talks to whom\n\nSluicer -> Tidebus\nTidebus -> Kafka\n"
    assert block_of(text, "Sluicer").role is Role.CONTENT
    assert {("Sluicer", "sends_to", "Tidebus"), ("Tidebus", "sends_to", "Kafka")} <= relations(text)

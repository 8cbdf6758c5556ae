"""Tables of things that no pack knows, in rows or in columns, and columns that tell what they are or have in them."""

from __future__ import annotations

import pytest
from reading_samples import about, limits, read_notes, relations

ROWS = """\
# Tools

| Tool | What | Use | Notes |
|------|------|-----|-------|
| Sluicer | log shipper | ships logs to Loki | max 5 MB per batch |
| Tidebus | job scheduler | A/B tests | replaces Jenkins |
"""
SIDES = """\
# Compared

| {0} | {1} | {2} |
|---|---|---|
| Max message | 128 MB | 1 MB |
| Written in | Erlang | Rust |
| Good for | night crews | day trips |
"""


def test_a_column_tells_what_each_thing_is() -> None:
    found = relations(ROWS)
    assert {("Sluicer", "kind_of", "log shipper"), ("Tidebus", "kind_of", "job scheduler")} <= found
    assert ("Tidebus", "replaces", "Jenkins") in found


def test_what_a_thing_does_is_not_what_it_is_for() -> None:
    found = relations(ROWS)
    assert ("Sluicer", "sends_to", "Loki") in found
    assert {target for source, relation, target in found if relation == "suited_to"} == {"A/B testing"}


def test_a_column_names_a_place_that_its_cells_fill() -> None:
    header = "| Service | Language | Database | Cache |\n|---|---|---|---|\n"
    text = f"# Ours\n\n{header}| fare-api | Kotlin | PostgreSQL | Redis |\n"
    assert {
        ("fare-api", "uses", "Kotlin"),
        ("fare-api", "stores_in", "PostgreSQL"),
        ("fare-api", "uses", "Redis"),
    } <= relations(text)


@pytest.mark.parametrize("header", [("", "RabbitMQ", "Tidebus"), ("", "Sluicer", "Tidebus"), ("", "Kafka", "RabbitMQ")])
def test_columns_of_names_are_about_them(header: tuple[str, str, str]) -> None:
    first, second = header[1:]
    text = SIDES.format(*header)
    assert {(first, "uses", "Erlang"), (second, "uses", "Rust"), (second, "suited_to", "day trips")} <= relations(text)
    assert {(first, "max", 128.0, "MB"), (second, "max", 1.0, "MB")} <= limits(text)


@pytest.mark.parametrize("header", [("Boat", "Crew", "Length"), ("", "Winter", "Summer"), ("Feature", "Yes", "No")])
def test_columns_of_ordinary_words_are_no_things(header: tuple[str, str, str]) -> None:
    assert not {edge for edge in relations(SIDES.format(*header)) if set(edge) & set(header[1:])}


def test_a_row_that_begins_with_a_figure_is_about_the_cell_behind_it() -> None:
    text = "# Ports\n\n| Port | Service |\n|---|---|\n| 22 | SSH |\n| 6379 | Redis |\n"
    assert about(text, "| 22 | SSH |") >= {"SSH"}
    assert limits(text) == {("SSH", "exact", 22.0, None), ("Redis", "exact", 6379.0, None)}


def test_a_row_without_a_word_in_its_first_cell_names_nothing() -> None:
    contribution = read_notes("| a | b |\n|---|---|\n| c | d |\n²|| a | b |\n|---|---|\n")
    assert all(any(map(str.isalnum, claim.text)) for claim in contribution.names)

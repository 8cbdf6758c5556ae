"""The bundled notes, compared: what a careful reader would want in the table is there, in its place, in its column."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from graph import compare
from graph.store import GraphStore

ROWS = [
    json.loads(line)
    for line in (Path(__file__).parent / "questions" / "bundled-comparisons.jsonl").read_text("utf-8").splitlines()
]
FOUND, IN_PLACE, CLEAN = 0.92, 0.85, 0.97
"""Floors of all cells together: told anywhere in the column, under one of the right rows, and not of another column."""


class Cell(NamedTuple):
    facet: str
    text: str
    document: str
    line: int


@pytest.fixture(scope="module")
def tables(bundled: GraphStore) -> list[tuple[dict[str, Any], dict[str, list[Cell]]]]:
    made = []
    for row in ROWS:
        table = compare(bundled, row["compare"]).to_json()
        made.append((row, {name: list(cells(table, n)) for n, name in enumerate(row["compare"])}))
    return made


def cells(table: dict[str, Any], column: int) -> Iterator[Cell]:
    for row in table["rows"]:
        for quote in row["cells"][column]:
            for said in (quote, *quote["also"]):
                yield Cell(row["facet"], said["text"], said["document"], said["line_start"])
    for row in table["limits"]:
        if (cell := row["cells"][column]) is not None:
            yield Cell("limits", f"{cell['value']} {cell['unit']}", cell["document"], cell["line_start"])


def share(values: list[bool]) -> float:
    return sum(values) / len(values)


def test_what_has_to_be_there_is_there_and_in_its_place(tables):
    found, placed = [], []
    for row, columns in tables:
        for cell in row["cells"]:
            hits = [c.facet for c in columns[cell["of"]] if re.search(cell["says"], c.text, re.IGNORECASE)]
            found.append(bool(hits))
            placed.append(any(facet in (*cell["facet"], "limits") for facet in hits))
    assert share(found) >= FOUND
    assert share(placed) >= IN_PLACE


def test_a_column_holds_no_line_of_another(tables):
    clean = []
    for row, columns in tables:
        lines = {
            name: {(c["document"], n) for c in row["cells"] if c["of"] == name for n in c["lines"]} for name in columns
        }
        for name, texts in columns.items():
            others = set().union(*(lines[other] for other in columns if other != name)) - lines[name]
            clean += [(cell.document, cell.line) not in others for cell in texts]
    assert share(clean) >= CLEAN

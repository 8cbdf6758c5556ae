"""The bundled notes' export: a change of the reader shows here, `pytest --update-golden` takes it over."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ingest.bundled import notes_folder

GOLDEN = Path(__file__).parents[1] / "golden" / "bundled-notes.json"
LEFT_OUT = ("text", "sha256")
"""Fields of a document: the notes themselves need not stand here a second time."""


@pytest.fixture(scope="module")
def exported(bundled_export: str) -> str:
    return readable(bundled_export)


def readable(export: str) -> str:
    """An export with one item a line, so that a difference can be read."""
    data = json.loads(export)
    for document in data["documents"]:
        for name in LEFT_OUT:
            del document[name]
    parts = []
    for name, value in sorted(data.items()):
        items = (
            [json.dumps(item, ensure_ascii=False, sort_keys=True) for item in value] if isinstance(value, list) else []
        )
        parts.append(f'"{name}": ' + ("[\n" + ",\n".join(items) + "\n]" if items else json.dumps(value)))
    return "{\n" + ",\n".join(parts) + "\n}\n"


def test_the_bundled_notes_are_read_as_they_were(exported: str, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden"):
        GOLDEN.write_text(exported, encoding="utf-8")
    before, now = GOLDEN.read_text(encoding="utf-8").splitlines(), exported.splitlines()
    gone, come = sorted(set(before) - set(now)), sorted(set(now) - set(before))
    shown = [f"- {line}" for line in gone[:15]] + [f"+ {line}" for line in come[:15]]
    report = f"{len(gone)} lines gone, {len(come)} new (pytest {Path(__file__).name} --update-golden):"
    assert before == now, "\n".join([report, *shown])


def test_the_golden_file_holds_the_whole_graph() -> None:
    golden = json.loads(GOLDEN.read_text(encoding="utf-8"))
    assert [document["path"] for document in golden["documents"]] == sorted(p.name for p in notes_folder().glob("*.md"))
    assert all(len(golden[name]) > 100 for name in ("lines", "statements", "names", "entities", "relations"))

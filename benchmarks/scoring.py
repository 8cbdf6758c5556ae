"""Reads a text in a store of its own and has `tools/score.py` judge what came out of it; other benchmarks use this."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from graph import open_store, write_export
from ingest.packs.files import shipped_packs
from ingest.pipeline import read_document

Figures = dict[str, float | None]


def scored(shared: Path, name: str, text: bytes, gold: Path) -> Figures:
    """The figures of a text, read as the notes of that name with the packs that ship, by its gold file."""
    with tempfile.TemporaryDirectory() as folder:
        store, export = open_store(f"{folder}/notes.db", create=True), Path(folder, "graph.json")
        store.replace_document(read_document(f"{name}.md", text, shipped_packs()))
        with export.open("w", encoding="utf-8") as file:
            write_export(store, file)
        store.close()
        command = [sys.executable, str(shared / "tools" / "score.py"), str(export), str(gold), "--json"]
        figures: Figures = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
        return figures

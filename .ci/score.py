"""Scores the reading against the gold standard: each file in a store of its own, each figure against its floor.

    score.py SHARED [--raise]

SHARED holds notes/, gold/ and tools/. Exits 1 where a figure is under its floor in floors.toml; with --raise the floors
are raised to what was reached, and none is lowered.
"""

from __future__ import annotations

import json
import math
import statistics
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
FIGURES = (
    "about",
    "services",
    "entities",
    "limit_recall",
    "limit_precision",
    "relation_recall",
    "relation_precision",
)

Figures = dict[str, float | None]
ANSWERS = {"questions": "score_questions.py", "comparisons": "score_comparisons.py"}
"""What is asked of the first file's store: the gold file's name, and the tool that judges the answers."""
COUNTS = ("of", "right", "tables", "cells")
"""Figures that say how much was looked at, and are no floor."""


def main() -> int:
    """Print the table of figures and whatever is under its floor; gives the exit code."""
    shared = Path(sys.argv[1])
    floors = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
    names = [name for name in floors if name not in ("mean", *ANSWERS)]
    notes = {name: str(floors[name].pop("notes", f"{name}.md")) for name in names}
    scored = {name: score(shared, name, notes[name]) for name in names}
    scored["mean"] = mean([scored[name] for name in names[1:]])
    print_table(scored)
    answered = answers(shared, notes[names[0]])
    for name, found in answered.items():
        print(f"{name}: " + ", ".join(f"{figure} {value}" for figure, value in found.items()))
    scored |= answered
    problems = [problem for name, figures in scored.items() for problem in under_floor(name, figures, floors)]
    for problem in problems:
        print(problem, file=sys.stderr)
    if "--raise" in sys.argv:
        raise_floors(scored, notes, floors)
    return 1 if problems else 0


def score(shared: Path, gold: str, notes: str) -> Figures:
    """The figures of one file of notes, read by the command line into a store of its own."""
    with tempfile.TemporaryDirectory() as folder:
        export = Path(folder) / "export.json"
        noteweave = [sys.executable, "-m", "app.cli", "--store", str(Path(folder) / "notes.db")]
        subprocess.run([*noteweave, "--json", "ingest", str(shared / "notes" / notes)], check=True, capture_output=True)
        subprocess.run([*noteweave, "export", "--output", str(export)], check=True)
        tool = [sys.executable, str(shared / "tools" / "score.py"), str(export), str(shared / "gold" / f"{gold}.jsonl")]
        output = subprocess.run([*tool, "--json"], check=True, capture_output=True, text=True).stdout
    figures = json.loads(output)
    return {name: figures[name] for name in FIGURES}


def answers(shared: Path, notes: str) -> dict[str, Figures]:
    """The figures of the questions and comparisons over the first file of notes."""
    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder) / "notes.db")
        noteweave = [sys.executable, "-m", "app.cli"]
        subprocess.run([*noteweave, "--store", store, "ingest", str(shared / "notes" / notes)], check=True)
        found = {}
        for name, tool in ANSWERS.items():
            judge = [sys.executable, str(shared / "tools" / tool), store, str(shared / "gold" / f"{name}.jsonl")]
            command = ["--json", "--command", " ".join(noteweave)]
            found[name] = json.loads(subprocess.run([*judge, *command], check=True, stdout=subprocess.PIPE).stdout)
    return found


def mean(rows: list[Figures]) -> Figures:
    """The mean of each figure over the files that have it."""
    values = {name: [value for row in rows if (value := row[name]) is not None] for name in FIGURES}
    return {name: statistics.mean(found) if found else None for name, found in values.items()}


def under_floor(name: str, figures: Figures, floors: dict[str, dict[str, float]]) -> list[str]:
    """A line for each figure that is missing or under its floor."""
    return [
        f"{name}: {figure} is {figures.get(figure)}, its floor is {floor}"
        for figure, floor in floors.get(name, {}).items()
        if (value := figures.get(figure)) is None or value < floor
    ]


def raise_floors(scored: dict[str, Figures], notes: dict[str, str], floors: dict[str, dict[str, float]]) -> None:
    """Write each figure that was reached, cut to three places, as its floor; a higher floor stays."""
    lines = (HERE / "floors.toml").read_text(encoding="utf-8").splitlines()
    text = [line for line in lines if line.startswith("#")]
    for name, figures in scored.items():
        text += ["", f"[{name}]"]
        if notes.get(name, f"{name}.md") != f"{name}.md":
            text.append(f'notes = "{notes[name]}"')
        for figure, value in figures.items():
            if value is not None and figure not in COUNTS:
                reached = math.floor(value * 1000) / 1000
                text.append(f"{figure} = {max(reached, floors.get(name, {}).get(figure, 0.0)):g}")
    (HERE / "floors.toml").write_text("\n".join(text) + "\n", encoding="utf-8")


def print_table(scored: dict[str, Figures]) -> None:
    """Print one line a file."""
    width = max(map(len, scored)) + 2
    print(" " * width + "  ".join(f"{name:>18}" for name in FIGURES))
    for name, figures in scored.items():
        cells = ("-" if figures[figure] is None else f"{figures[figure]:.3f}" for figure in FIGURES)
        print(f"{name:<{width}}" + "  ".join(f"{cell:>18}" for cell in cells))


if __name__ == "__main__":
    sys.exit(main())

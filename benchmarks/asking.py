"""How long an answer takes: over a store of real notes, and over a made graph of any size.

    python benchmarks/asking.py --store notes.db questions.jsonl     the questions of a file (rows with "q"), warm
    python benchmarks/asking.py --relations 1000000                  questions on random things of a made graph

Prints milliseconds: median, 95th percentile and the longest.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.comparing import made_graph, tell, timed
from benchmarks.graphs import HUBS, word
from graph import ask, open_store
from graph.store import GraphStore

WARM_RUNS = 3
QUESTIONS = 200
FORMS = (
    "what triggers {}",
    "what does {} send to",
    "where does {} store its data",
    "what does {} support",
    "maximum record size of {}",
    "is {} a service?",
    "what is {}",
    "{} vs {}",
    "what can I use for {} in a region",
    "which service keeps every order of {}",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("questions", nargs="?", type=Path)
    parser.add_argument("--store")
    parser.add_argument("--relations", type=int)
    parser.add_argument("--keep", type=Path, help="where to keep the made graph; one that is there is used")
    args = parser.parse_args()
    if args.relations:
        with tempfile.TemporaryDirectory() as folder:
            ask_made(args.relations, args.keep or Path(folder) / "made.db")
        return
    store = open_store(args.store)
    asked = [json.loads(line)["q"] for line in args.questions.read_text(encoding="utf-8").splitlines() if line.strip()]
    tell("the first time", timed([asking(store, question) for question in asked]))
    tell("warm", timed([asking(store, question) for question in asked] * WARM_RUNS))


def ask_made(relations: int, path: Path) -> None:
    """Time questions on anybody and on hubs of a made graph, each asked once."""
    store = made_graph(relations, path)
    chosen = random.Random(11)
    anybody = [word(chosen.randrange(HUBS, max(50, relations // 10))) for _ in range(2 * QUESTIONS)]
    hubs = [word(chosen.randrange(HUBS)) for _ in range(2 * QUESTIONS)]
    for who, names in (("anybody", anybody), ("hubs", hubs)):
        questions = [FORMS[n % len(FORMS)].format(*names[2 * n : 2 * n + 2]) for n in range(QUESTIONS)]
        tell(f"on {who}", timed([asking(store, question) for question in questions]))


def asking(store: GraphStore, question: str) -> Callable[[], object]:
    return lambda: ask(store, question)


if __name__ == "__main__":
    main()

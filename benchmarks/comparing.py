"""How long a comparison takes: of six things of a store, and of two in a made graph of any size; and ways there.

    python benchmarks/comparing.py --store notes.db A B C D E F      six things of real notes, warm
    python benchmarks/comparing.py --relations 1000000               random pairs of a made graph; hubs are among them

Prints milliseconds: median, 95th percentile and the longest.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.graphs import HUBS, contributions, word
from graph import compare, open_store, path
from graph.store import GraphStore

PAIRS = 200
WARM_RUNS = 20


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--store")
    parser.add_argument("--relations", type=int)
    parser.add_argument("--keep", type=Path, help="where to keep the made graph; one that is there is used")
    args = parser.parse_args()
    if args.relations:
        with tempfile.TemporaryDirectory() as folder:
            compare_made(args.relations, args.keep or Path(folder) / "made.db")
        return
    store = open_store(args.store)
    tell(f"{len(args.names)} of {args.store}", timed([lambda: compare(store, args.names)] * WARM_RUNS))


def compare_made(relations: int, file: Path) -> None:
    """Time pairs of a made graph: anybody with anybody, and the hubs among themselves, with the ways between them."""
    store = made_graph(relations, file)
    chosen = random.Random(7)
    names = [word(chosen.randrange(HUBS, max(50, relations // 10))) for _ in range(2 * PAIRS)]
    tell("two of anybody", timed([pair(store, *names[n : n + 2]) for n in range(0, len(names), 2)]))
    tell("two hubs", timed([pair(store, word(n), word(n + 1)) for n in range(0, HUBS, 2)]))
    ids = [store.named(word(n))[0].id for n in range(HUBS)]
    tell("ways between two hubs", timed([ways(store, *ids[n : n + 2]) for n in range(0, HUBS, 2)]))


def made_graph(relations: int, path: Path) -> GraphStore:
    """The store at the path; a graph of this size is made there unless there is one."""
    is_new = not path.exists()
    store = open_store(path, create=True)
    if is_new:
        began = time.perf_counter()
        for contribution in contributions(relations):
            store.replace_document(contribution)
        print(f"made in {time.perf_counter() - began:.0f} s")
    counts = store.counts()
    print(f"{counts.relations:,} relations, {counts.entities:,} entities, {counts.statements:,} statements")
    return store


def pair(store: GraphStore, one: str, other: str) -> Callable[[], object]:
    return lambda: compare(store, [one, other])


def ways(store: GraphStore, one: str, other: str) -> Callable[[], object]:
    return lambda: path(store, one, other)


def timed(calls: Sequence[Callable[[], object]]) -> list[float]:
    """Milliseconds of each call, after one that warms up."""
    calls[0]()
    taken = []
    for call in calls:
        began = time.perf_counter()
        call()
        taken.append(1000 * (time.perf_counter() - began))
    return taken


def tell(what: str, taken: Sequence[float]) -> None:
    ordered = sorted(taken)
    late = ordered[int(0.95 * (len(ordered) - 1))]
    print(f"{what}: median {statistics.median(ordered):.1f} ms, p95 {late:.1f} ms, longest {ordered[-1]:.1f} ms")


if __name__ == "__main__":
    main()

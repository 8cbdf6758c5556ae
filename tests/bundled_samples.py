"""Questions on the bundled notes: those that people asked, and any number that nobody would."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path

from graph.store import GraphStore

ROWS = [
    json.loads(line)
    for name in ("bundled", "bundled-2")
    for line in (Path(__file__).parent / "questions" / f"{name}.jsonl").read_text("utf-8").splitlines()
]

SIGNS = (
    '"',
    "NEAR(a b)",
    "* OR",
    "') DETACH DELETE n //",
    "\x00",
    "\u202e",
    "\ud800",
    "очередь",
    "列",
    "\t",
    "{}",
    "%s",
    "🙂",
)


def nonsense(store: GraphStore, count: int) -> Iterator[str]:
    """So many questions of words and signs at random, the same ones each time."""
    chosen = random.Random(5)
    lexicon = sorted({word for row in ROWS for word in row["q"].split()})
    notes = sorted({word for statement in store.iter_statements() for word in statement.text.split()})
    for _ in range(count):
        pool = chosen.choice((lexicon, notes, SIGNS, (*lexicon, *notes)))
        yield " ".join(chosen.choices([*pool, *chosen.choices(lexicon, k=5)], k=chosen.randint(1, 14)))[:1_000]

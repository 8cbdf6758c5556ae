"""Seeded nonsense, asked: that no question raises or is answered from nothing, and how long one takes at most.

    python benchmarks/fuzzing.py notes.db --questions 100000 --seed 1

Words of questions and of the store's own lines in any order, with control characters, other alphabets and the syntax of
full-text queries, Cypher and SQL among them. Prints each question that went wrong, then milliseconds of processor time:
median, 99.9th percentile and the longest.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from graph import ask, open_store
from graph.ceilings import MAX_QUESTION_CHARACTERS
from graph.questions.answer import AnswerKind
from graph.questions.mending import question_vocabulary
from graph.store import GraphStore

MAX_WORDS = 24
LONG_SHARE = 0.02
SLOW_MS = 200.0
SIGNS = (
    *('"', "'", "*", "NEAR(a b, 2)", "a OR", "AND NOT", "text:x", "{x} +", "^", "')) --", "; DROP TABLE entities"),
    *(
        "') DETACH DELETE n //",
        "MATCH (n) RETURN n",
        "$x",
        "%s",
        "\\",
        "\x00",
        "\x1b[31m",
        "\u202e",
        "\ud800",
        "\t\r\n",
    ),
    *("очередь", "列", "수명", "قائمة", "ουρά", "ﬁ", "e\u0301", "🙂", "1e309", "-0", "1,000.5", "99999999999999999999"),
    *("((((", "?!?", "...", "vs", "or", "and", "a" * 80, "-" * 40, "=", "->", "GB/s", "€", "½"),
)


def questions(store: GraphStore, count: int, seed: int) -> Iterator[str]:
    """So many questions, the same ones for the same store and seed."""
    chosen = random.Random(seed)
    asked = sorted(question_vocabulary())
    names = sorted({name for name, _ in store.vocabulary()})
    notes = sorted({word for statement in store.iter_statements() for word in statement.text.split()})
    pools = (asked, names, notes, SIGNS)
    for _ in range(count):
        long = chosen.random() < LONG_SHARE
        size = chosen.randint(1, 10 * MAX_WORDS if long else MAX_WORDS // 2)
        weights = [chosen.random() for _ in pools]
        words = (chosen.choice(pool) for pool in chosen.choices(pools, weights, k=size))
        yield _slipped(chosen, " ".join(words))[:MAX_QUESTION_CHARACTERS]


def _slipped(chosen: random.Random, text: str) -> str:
    """The text with a few of its letters gone, doubled or in capitals."""
    letters = list(text)
    for _ in range(chosen.choice((0, 0, 1, 3))):
        place = chosen.randrange(len(letters))
        letters[place] = chosen.choice(("", letters[place] * 2, letters[place].swapcase()))
    return "".join(letters)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store")
    parser.add_argument("--questions", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    store = open_store(args.store)
    ask(store, "anything")
    taken, wrong, answered = list[float](), 0, 0
    for question in questions(store, args.questions, args.seed):
        began = time.process_time()
        try:
            answer = ask(store, question)
        except Exception as error:  # whatever it is, it is what this program looks for
            wrong += 1
            print(f"{question!r} raised {error!r}")
            continue
        taken.append(1000 * (time.process_time() - began))
        answered += answer.kind is not AnswerKind.UNKNOWN
        if (answer.kind is AnswerKind.UNKNOWN) != (not answer.evidence):
            wrong += 1
            print(f"{question!r} is answered from nothing")
        if taken[-1] > SLOW_MS:
            print(f"{question!r} took {taken[-1]:.0f} ms")
    taken.sort()
    at = (taken[int(share * (len(taken) - 1))] for share in (0.5, 0.999, 1.0))
    print(f"{len(taken):,} asked, {answered:,} answered, {wrong} wrong")
    print("milliseconds of processor time: median {:.1f}, p99.9 {:.1f}, longest {:.1f}".format(*at))
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()

"""The bundled notes, typed a little differently a hundred times, still say what they said."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.mutations import MUTATIONS, Mutated, Tally, mutate, run
from ingest.bundled import notes_folder

FLOOR = 0.95


@pytest.fixture(scope="module")
def tallies() -> dict[str, Tally]:
    return run(count=102, seed=7)


@pytest.mark.parametrize("kind", [mutation.__name__ for mutation in MUTATIONS])
def test_facts_whose_words_were_left_alone_are_kept(tallies: dict[str, Tally], kind: str) -> None:
    tally = tallies[kind]
    assert tally.left_alone > 500
    assert tally.share >= FLOOR, tally.lost.most_common(10)


def test_what_is_really_lost_is_counted() -> None:
    def loses_all(lines: list[str], _: random.Random) -> Mutated:
        return Mutated(("\n".join(lines[:1]) + "\n").encode(), frozenset({2}))

    tally = Tally()
    mutate(notes_folder() / "sqs.md", loses_all, "1", tally)
    assert tally.left_alone > 20
    assert tally.share < 0.1


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.__name__)
def test_a_seed_gives_one_mutation_and_it_changes_the_bytes(mutation) -> None:  # type: ignore[no-untyped-def]
    lines = (notes_folder() / "sqs.md").read_text(encoding="utf-8").splitlines()
    made = [mutation(lines, random.Random("5")).data for _ in range(2)]
    assert made[0] == made[1]
    others = {mutation(lines, random.Random(str(seed))).data for seed in range(6)}
    assert others - {("\n".join(lines) + "\n").encode()}

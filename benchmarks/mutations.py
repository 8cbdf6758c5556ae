"""How much of what the notes say survives when they are typed a little differently.

    python benchmarks/mutations.py [--count 1000] [--seed 1] [--losses]

Each mutation changes one bundled file in one way; what counts is how many of the facts whose own words were left alone
are still read. A fact is an edge or a limit by the names of its ends. Its own words are the lines of its statement and
the titles above them. Prints the share by kind of mutation; --losses lists what was lost most often.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from graph.resolve import resolve
from graph.text import split_lines
from graph.values import Contribution
from ingest.bundled import notes_folder
from ingest.naming.outline_signs import outline_signs
from ingest.outlining.outline import outline
from ingest.packs.files import shipped_packs
from ingest.pipeline import read_document
from ingest.values import Role

Fact = tuple[object, ...]
Mutation = Callable[[list[str], random.Random], "Mutated"]
_BULLETS = ("*", "+", "•", "–", "◦", "->")
_LONG_WORD = re.compile(r"[A-Za-z]{4,}")


@dataclass(frozen=True, slots=True)
class Mutated:
    """The bytes of a mutated file, and the numbers of the original's lines whose words are not the same."""

    data: bytes
    touched: frozenset[int] = frozenset()


@dataclass(slots=True)
class Tally:
    """Facts that were left alone, and those of them that are still read."""

    left_alone: int = 0
    kept: int = 0
    lost: Counter[Fact] = field(default_factory=Counter)

    @property
    def share(self) -> float:
        """Kept of all left alone, 1.0 where there are none."""
        return self.kept / self.left_alone if self.left_alone else 1.0


def dropped_letters(lines: list[str], chance: random.Random) -> Mutated:
    """One to four words of four letters or more lose a letter that is not their first."""
    lines, touched = list(lines), set()
    for _ in range(chance.randint(1, 4)):
        number = chance.randrange(len(lines))
        words = list(_LONG_WORD.finditer(lines[number]))
        if words:
            word = chance.choice(words)
            at = chance.randrange(word.start() + 1, word.end())
            lines[number] = lines[number][:at] + lines[number][at + 1 :]
            touched.add(number + 1)
    return Mutated(_joined(lines), frozenset(touched))


def blank_lines(lines: list[str], chance: random.Random) -> Mutated:
    """One to four blank lines more, anywhere, some of them not quite empty."""
    lines = list(lines)
    for _ in range(chance.randint(1, 4)):
        lines.insert(chance.randrange(1, len(lines)), chance.choice(("", "", "  ")))
    return Mutated(_joined(lines))


def other_bullets(lines: list[str], chance: random.Random) -> Mutated:
    """Another sign for all list items, or items indented by two blanks."""
    sign, indent = chance.choice(_BULLETS), chance.choice(("", "", "  "))
    return Mutated(_joined([re.sub(r"^(\s*)- ", rf"\1{indent}{sign} ", line) for line in lines]))


def carriage_returns(lines: list[str], chance: random.Random) -> Mutated:
    r"""Lines end with \r\n, sometimes with \r alone."""
    return Mutated(chance.choice(("\r\n", "\r\n", "\r")).join([*lines, ""]).encode())


def tabs(lines: list[str], chance: random.Random) -> Mutated:
    """Tabs behind the bullets, before them, or at the ends of the lines."""
    behind, before, after = chance.choice(("\t", " ")), chance.choice(("", "\t")), chance.choice(("", "\t"))
    return Mutated(
        _joined([re.sub(r"^(\s*)- ", rf"{before}-{behind}", line) + (after if line else "") for line in lines])
    )


def byte_order_mark(lines: list[str], chance: random.Random) -> Mutated:
    """A mark at the beginning, in UTF-8 or UTF-16."""
    return Mutated("\n".join([*lines, ""]).encode(chance.choice(("utf-8-sig", "utf-16"))))


MUTATIONS: tuple[Mutation, ...] = (dropped_letters, blank_lines, other_bullets, carriage_returns, tabs, byte_order_mark)


def _joined(lines: list[str]) -> bytes:
    return "\n".join([*lines, ""]).encode()


def facts(contribution: Contribution) -> Iterator[tuple[Fact, range]]:
    """Each fact by the names of its ends, with the lines that say it."""
    names = {key: entity.name for key, entity in resolve(("", claim) for claim in contribution.names).items()}
    for edge in contribution.edges:
        yield (names[edge.source], str(edge.relation), names[edge.target]), range(edge.line_start, edge.line_end + 1)
    for fact in contribution.limits:
        limit = fact.limit
        yield (
            (names[fact.owner], str(limit.bound), limit.quantity, limit.value, limit.unit),
            range(fact.line_start, fact.line_end + 1),
        )


@cache
def original(path: Path) -> tuple[list[str], dict[Fact, list[frozenset[int]]]]:
    """The lines of a file, and its facts with all that each place of theirs takes its words from."""
    contribution = read_document(path.name, path.read_bytes(), shipped_packs())
    above = _lines_above(contribution)
    found: dict[Fact, list[frozenset[int]]] = defaultdict(list)
    for fact, lines in facts(contribution):
        found[fact].append(frozenset(lines) | above[lines[0]])
    return split_lines(contribution.document.text), dict(found)


def _lines_above(contribution: Contribution) -> dict[int, frozenset[int]]:
    blocks = outline(contribution.document, outline_signs(shipped_packs())).blocks
    above: list[frozenset[int]] = []
    for block in blocks:
        upwards = above[block.parent] if block.parent is not None else frozenset[int]()
        above.append(upwards | set(range(block.line_start, block.line_end + 1)))
    header = [block.line_start for block in blocks if block.role is Role.MARKUP and block.cells]
    rows = {block.line_start for block in blocks if block.role is Role.TABLE_ROW}
    return {
        line: above[block.index] | frozenset(header if line in rows else ())
        for block in blocks
        for line in range(block.line_start, block.line_end + 1)
    }


def mutate(path: Path, mutation: Mutation, seed: str, tally: Tally) -> None:
    """Mutate a file once, read it, and count."""
    lines, known = original(path)
    mutated = mutation(lines, random.Random(seed))
    now = {fact for fact, _ in facts(read_document(path.name, mutated.data, shipped_packs()))}
    for fact, places in known.items():
        if all(place.isdisjoint(mutated.touched) for place in places):
            tally.left_alone += 1
            tally.kept += fact in now
            if fact not in now:
                tally.lost[(path.name, *fact)] += 1


def run(count: int, seed: int) -> dict[str, Tally]:
    """So many mutations, of each kind in turn, on the bundled files in turn."""
    tallies = {mutation.__name__: Tally() for mutation in MUTATIONS}
    paths = sorted(notes_folder().glob("*.md"))
    for number in range(count):
        mutation = MUTATIONS[number % len(MUTATIONS)]
        path = paths[number // len(MUTATIONS) % len(paths)]
        mutate(path, mutation, f"{seed} {number}", tallies[mutation.__name__])
    return tallies


def main() -> None:
    """Print the shares, and the losses where they are asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--losses", action="store_true")
    options = parser.parse_args()
    tallies = run(options.count, options.seed)
    for name, tally in tallies.items():
        print(f"{name:18} {tally.kept:7} of {tally.left_alone:7} facts kept: {tally.share:.4f}")
        for fact, times in tally.lost.most_common(15) if options.losses else ():
            print(f"    {times:4} {fact}")
    whole = Tally(sum(t.left_alone for t in tallies.values()), sum(t.kept for t in tallies.values()))
    print(f"{'all':18} {whole.kept:7} of {whole.left_alone:7} facts kept: {whole.share:.4f}")


if __name__ == "__main__":
    main()

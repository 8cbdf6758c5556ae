"""How many common ways of stating each relation are read, and how many lines that state none are taken for one.

    python benchmarks/wordings.py [a|b|c ...]

The lists stand in `benchmarks/hands` (all of them, if none is named): a line of notes, the title above it, the triples
that it states, and for lines that state none those that a careless reader would make. Prints how many were found by
relation, and how many of the others were taken in.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from graph.names import normal_form
from graph.vocabulary import SYMMETRIC
from ingest.packs.files import shipped_packs
from ingest.pipeline import read_document

HANDS = Path(__file__).resolve().parent / "hands"
OPENED_OF_C = 163
"""So many lines of list c were looked at."""


class Edge(NamedTuple):
    """An edge with all names of its ends, each as a set of normal words."""

    sources: list[frozenset[str]]
    relation: str
    targets: list[frozenset[str]]


def main(names: list[str]) -> None:
    """Print the counts of each list."""
    for name in names or lists():
        found: Counter[str] = Counter()
        wanted: Counter[str] = Counter()
        taken_in = others = 0
        for row in rows(name):
            edges = read(row["title"], row["line"])
            for triple in row["want"]:
                wanted[triple[1]] += 1
                found[triple[1]] += states(edges, triple)
            others += not row["want"]
            taken_in += not row["want"] and any(states(edges, triple) for triple in row["never"])
        print(f"{name}: {found.total()} of {wanted.total()} found, {taken_in} of {others} others taken in")
        print("  ", ", ".join(f"{relation} {found[relation]}/{wanted[relation]}" for relation in sorted(wanted)))


def lists() -> list[str]:
    """The names of the lists."""
    return sorted(path.stem.removeprefix("wordings-") for path in HANDS.glob("wordings-*.jsonl"))


def rows(name: str) -> list[dict[str, Any]]:
    """The lines of a list with what they state; ends the program where there is no such list."""
    path = HANDS / f"wordings-{name}.jsonl"
    if not path.is_file():
        sys.exit(f"wordings: no list {name!r}, there are {', '.join(lists())}")
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def read(title: str, line: str) -> list[Edge]:
    """The edges of a line below a title, in notes that hold nothing else."""
    text = f"# Notes\n\n## {title}\n\n- {line}\n"
    contribution = read_document("wording.md", text.encode(), shipped_packs())
    names: dict[str, list[frozenset[str]]] = defaultdict(list)
    for claim in contribution.names:
        for key in filter(None, (claim.key, claim.same_as)):
            names[key].append(words(claim.text))
    for edge in contribution.edges:
        for key in (edge.source, edge.target):
            names[key].append(words(key.rpartition("/")[2].replace("-", " ")))
    return [Edge(names[e.source], e.relation.value, names[e.target]) for e in contribution.edges]


def states(edges: list[Edge], triple: list[str]) -> bool:
    """Whether one of the edges is a triple of source, relation and target; a shorter name is as good as the longer."""
    source, relation, target = words(triple[0]), triple[1], words(triple[2])
    for edge in edges:
        if edge.relation == relation:
            if is_named(edge.sources, source) and is_named(edge.targets, target):
                return True
            if relation in SYMMETRIC and is_named(edge.targets, source) and is_named(edge.sources, target):
                return True
    return False


def is_named(names: list[frozenset[str]], wanted: frozenset[str]) -> bool:
    """Whether one of the names holds all the wanted words, or is held by them."""
    return any(name and (name <= wanted or wanted <= name) for name in names)


def words(text: str) -> frozenset[str]:
    """The normal words of a name."""
    return frozenset(normal_form(text).split())


if __name__ == "__main__":
    main(sys.argv[1:])

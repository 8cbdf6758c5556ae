"""What each rule of relations brings: what would be lost without it, in notes and wordings by other hands.

    python benchmarks/rules.py SHARED [MODULE...]

SHARED holds `tools/score.py`; the modules are those of `ingest.relating.rules` (all, if none is named). For each rule
that the gates ask, the wordings that would not be found without it, how many of those are in the halves that nobody
looked at, and the sets of notes whose recall or precision of relations would change, with the change. A rule that
changes nothing here is one that others do without. Takes about five seconds a rule.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import NamedTuple

import hands
import wordings
from scoring import Figures, scored

from ingest.packs.files import shipped_packs
from ingest.pipeline import read_document
from ingest.relating import relate
from ingest.relating.gates import Gates, Rule

FIGURES = ("relation_recall", "relation_precision")
Wording = tuple[str, int, str]


class Reading(NamedTuple):
    """The wanted wordings that were found, and the edges of each set of notes."""

    found: frozenset[Wording]
    edges: dict[str, object]


def main(shared: Path, modules: list[str]) -> None:
    """Print one row for each rule."""
    rules = relate._RULES.rules
    whole = read()
    figures = {name: figures_of(shared, name) for name in whole.edges}
    for place, rule in enumerate(rules):
        if modules and module_of(rule) not in modules:
            continue
        relate._RULES = Gates(rules[:place] + rules[place + 1 :])
        without = read()
        lost = whole.found - without.found
        print(
            f"{module_of(rule):16} {name_of(rule):24} {len(lost):3} wordings, {sum(map(is_closed, lost))} closed",
            end="",
        )
        for name in (name for name, edges in whole.edges.items() if edges != without.edges[name]):
            print(f"; {name}", *changes(figures[name], figures_of(shared, name)), end="")
        print(flush=True)


def read() -> Reading:
    """What is read of all wordings and notes with the rules that there are now."""
    found = [
        (name, place, " ".join(triple))
        for name in wordings.lists()
        for place, row in enumerate(wordings.rows(name))
        if row["want"]
        for edges in [wordings.read(row["title"], row["line"])]
        for triple in row["want"]
        if wordings.states(edges, triple)
    ]
    edges = {path.stem: edges_of(path) for path in hands.sets()}
    return Reading(frozenset(found), edges)


def edges_of(path: Path) -> object:
    """The ends and relations of all edges of a file of notes."""
    contribution = read_document(path.name, path.read_bytes(), shipped_packs())
    return {(edge.source, edge.relation, edge.target, edge.line_start) for edge in contribution.edges}


def figures_of(shared: Path, name: str) -> Figures:
    """How a set is scored with the rules that there are now."""
    return scored(shared, name, (hands.HANDS / f"{name}.md").read_bytes(), hands.HANDS / f"{name}.jsonl")


def changes(before: Figures, after: Figures) -> list[str]:
    """The figures of relations that change, with their sign: what is negative is lost without the rule."""
    return [f"{(after[name] or 0) - (before[name] or 0):+.4f} {name.removeprefix('relation_')}" for name in FIGURES]


def is_closed(wording: Wording) -> bool:
    """Whether a wording stands in a half that nobody looked at; `benchmarks/hands/README.md` tells which those are."""
    name, place, _ = wording
    return (name == "b" and place % 2 == 1) or (name == "c" and place >= wordings.OPENED_OF_C)


def module_of(rule: Rule) -> str:
    """The module that a rule stands in."""
    return str(_function(rule).__module__.rpartition(".")[2])


def name_of(rule: Rule) -> str:
    """The name of a rule's function."""
    return str(_function(rule).__name__)


def _function(rule: Rule) -> object:
    return rule.find.func if isinstance(rule.find, partial) else rule.find


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    main(Path(sys.argv[1]), sys.argv[2:])

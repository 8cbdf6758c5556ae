"""Relations that the layout of the notes states without a word: sides of a title, a need and what fits it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from graph.vocabulary import Kind, RelationType
from ingest.values import Clause, EdgeDraft, End

MAX_SIDES = 4
"""A table with more known columns is a matrix, and sets no two of them against each other."""


def layout_edges(clause: Clause) -> tuple[EdgeDraft, ...]:
    """The edges that a clause's place states; nothing for one that the layout says nothing about."""
    return (*_contrasts(clause), *_fits(clause))


def _contrasts(clause: Clause) -> Iterator[EdgeDraft]:
    """ "Deployment vs StatefulSet" as a title, or the two as the columns of a table."""
    if 1 < len(clause.sides) <= MAX_SIDES:
        for one, other in combinations(clause.sides, 2):
            yield EdgeDraft(End(key=one), RelationType.CONTRASTS_WITH, End(key=other), None, "side by side")


def _fits(clause: Clause) -> Iterator[EdgeDraft]:
    """ "session store = Redis": what answers a need is suited to it."""
    for need in clause.needs:
        target = End(text=need, kind=Kind.CONCEPT)
        yield EdgeDraft(End(key=clause.subject), RelationType.SUITED_TO, target, None, "answers a need")

"""Pairs that are worth comparing: those that the notes themselves set side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from graph.comparison.columns import SIDE_BY_SIDE
from graph.store import GraphStore
from graph.values import Entity

MAX_PAIRS = 6
_MAX_EACH = 200


def suggested_pairs(
    store: GraphStore, ids: Collection[str], *, limit: int = MAX_PAIRS
) -> tuple[tuple[Entity, Entity], ...]:
    """Pairs with one of these entities that the notes contrast, prefer to each other or let replace each other.

    Those come first that have most to tell: lines that set the two side by side, times the relations of the one that
    has fewer, so that two well described things stand before a pair with an old name. Equal ones by id.
    """
    lines: Counter[frozenset[str]] = Counter()
    first_said: dict[frozenset[str], tuple[str, str]] = {}
    for edge in store.edges(ids, types=SIDE_BY_SIDE, each=_MAX_EACH):
        ends = (edge.source, edge.target)
        first_said.setdefault(frozenset(ends), ends)
        lines[frozenset(ends)] += edge.lines
    joined = store.degree({end for pair in lines for end in pair})
    best = sorted(lines, key=lambda pair: (-lines[pair] * min(joined[end] for end in pair), first_said[pair]))[:limit]
    known = {entity.id: entity for entity in store.entities({end for pair in best for end in pair})}
    return tuple((known[one], known[other]) for one, other in (first_said[pair] for pair in best))

"""Pairs that are worth comparing: those that the notes themselves set side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from graph.store import GraphStore
from graph.values import Entity
from graph.vocabulary import RelationType

MAX_PAIRS = 6
_SIDE_BY_SIDE = (RelationType.CONTRASTS_WITH, RelationType.USE_INSTEAD_OF, RelationType.REPLACES)
_MAX_RELATIONS = 2_000


def suggested_pairs(
    store: GraphStore, ids: Collection[str], *, limit: int = MAX_PAIRS
) -> tuple[tuple[Entity, Entity], ...]:
    """Pairs with one of these entities that the notes contrast, prefer to each other or let replace each other.

    Those come first that have most to tell: lines that set the two side by side, times the relations of the one that
    has fewer, so that two well described things stand before a pair with an old name. Equal ones by id.
    """
    lines: Counter[frozenset[str]] = Counter()
    first_said: dict[frozenset[str], tuple[str, str]] = {}
    for relation in store.relations(ids, types=_SIDE_BY_SIDE, limit=_MAX_RELATIONS):
        ends = (relation.source, relation.target)
        if relation.source != relation.target:
            first_said.setdefault(frozenset(ends), ends)
            lines[frozenset(ends)] += len(relation.evidence)
    joined = store.degree({end for pair in lines for end in pair})
    best = sorted(lines, key=lambda pair: (-lines[pair] * min(joined[end] for end in pair), first_said[pair]))[:limit]
    known = {entity.id: entity for entity in store.entities({end for pair in best for end in pair})}
    return tuple((known[one], known[other]) for one, other in (first_said[pair] for pair in best))

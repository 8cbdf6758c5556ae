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

    Those with most lines come first, then by id.
    """
    lines: Counter[tuple[str, str]] = Counter()
    for relation in store.relations(ids, types=_SIDE_BY_SIDE, limit=_MAX_RELATIONS):
        lines[relation.source, relation.target] += len(relation.evidence)
    best = sorted(lines, key=lambda pair: (-lines[pair], pair))
    known = {entity.id: entity for entity in store.entities({end for pair in best for end in pair})}
    pairs: dict[frozenset[str], tuple[Entity, Entity]] = {}
    for one, other in best:
        if one != other:
            pairs.setdefault(frozenset((one, other)), (known[one], known[other]))
    return tuple(pairs.values())[:limit]

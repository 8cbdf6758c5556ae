"""Relations that the compared have in common, and those of one alone."""

from __future__ import annotations

from collections.abc import Sequence

from graph.comparison.columns import Column
from graph.comparison.values import Link
from graph.vocabulary import SYMMETRIC, Direction, RelationType

_Key = tuple[RelationType, str, Direction]


def links(columns: Sequence[Column]) -> tuple[Link, ...]:
    """All links of the compared with others, in the order of relation and id; those between them are left out."""
    ids = {column.entity.id for column in columns}
    found: dict[_Key, set[int]] = {}
    for place, column in enumerate(columns):
        for edge in column.edges:
            if edge.relation is RelationType.HAS_LIMIT or {edge.source, edge.target} <= ids:
                continue
            out = edge.source == column.entity.id
            other = edge.target if out else edge.source
            direction = Direction.OUT if out or edge.relation in SYMMETRIC else Direction.IN
            found.setdefault((edge.relation, other, direction), set()).add(place)
    order = {relation: place for place, relation in enumerate(RelationType)}
    keys = sorted(found, key=lambda key: (order[key[0]], key[1], key[2]))
    return tuple(Link(*key, tuple(sorted(found[key]))) for key in keys)

"""The limits of several columns side by side: one row for a quantity with its bound and scope, in one unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.comparison.columns import Column
from graph.comparison.units import same_scale, scale_of
from graph.comparison.values import LimitCell, LimitRow
from graph.names import normal_form
from graph.quantities.forms import amount_text
from graph.store import GraphStore
from graph.values import Entity, Limit, Relation
from graph.vocabulary import Direction, RelationType

MAX_LIMITS_PER_COLUMN = 50
_BARE_SCOPE = re.compile(r"\W+")

Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Owned:
    """A limit, whose it is and where it is said first."""

    limit: Limit
    owner: Entity
    relation: Relation


def limits_of(store: GraphStore, columns: Sequence[Column]) -> tuple[tuple[Owned, ...], ...]:
    """The limits of each column: of its entity, then of its features, the first MAX_LIMITS_PER_COLUMN of them."""
    relations = [relation for column in columns for relation in _limit_relations(store, column)]
    entities = {e.id: e for e in store.entities({end for r in relations for end in (r.source, r.target)})}
    found = []
    for relation in relations:
        limit, owner = entities.get(relation.target), entities.get(relation.source)
        if limit is not None and limit.limit is not None and owner is not None:
            found.append(Owned(limit.limit, owner, relation))
    return tuple(tuple(owned for owned in found if owned.owner.id in column.members) for column in columns)


def _limit_relations(store: GraphStore, column: Column) -> Iterator[Relation]:
    left = MAX_LIMITS_PER_COLUMN
    for owners in ([column.entity.id], sorted(column.features)):
        types = [RelationType.HAS_LIMIT]
        found = store.relations(owners, types=types, direction=Direction.OUT, limit=left) if owners else ()
        left -= len(found)
        yield from found


def aligned(columns: Sequence[Column], limits: Sequence[Sequence[Owned]]) -> tuple[LimitRow, ...]:
    """The rows, those that most columns have first. Where a column has several values for one quantity, each stands
    in a row of its own."""
    cells: dict[Key, list[list[Owned]]] = {}
    for place, (column, owned) in enumerate(zip(columns, limits, strict=True)):
        for one in owned:
            row = cells.setdefault(_key(one, column.entity.id), [[] for _ in columns])
            row[place].append(one)
    rows = [_row(row, n, columns) for row in cells.values() for n in range(max(map(len, row)))]
    return tuple(sorted(rows, key=lambda r: (r.cells.count(None), r.quantity, r.bound, r.scope or "", _values(r))))


def _key(owned: Owned, column: str) -> Key:
    limit = owned.limit
    scope = normal_form(_BARE_SCOPE.sub(" ", limit.scope or ""))
    return _quantity(owned, column).casefold(), limit.bound.value, scope, scale_of(limit.unit)[0]


def _quantity(owned: Owned, column: str) -> str:
    """What is measured, with the feature that it is measured of."""
    words = normal_form(owned.limit.quantity)
    if owned.owner.id == column or normal_form(owned.owner.name) in words:
        return words
    return f"{normal_form(owned.owner.name)} {words}"


def _row(row: Sequence[Sequence[Owned]], number: int, columns: Sequence[Column]) -> LimitRow:
    chosen = [cell[number] if number < len(cell) else (cell[0] if cell else None) for cell in row]
    scaled = iter(same_scale([(one.limit.value, one.limit.unit) for one in chosen if one is not None]))
    cells = tuple(None if one is None else _cell(one, *next(scaled)) for one in chosen)
    place, first = next((n, one) for n, one in enumerate(chosen) if one is not None)
    quantity = first.limit.quantity
    if first.owner.id != columns[place].entity.id and normal_form(first.owner.name) not in normal_form(quantity):
        quantity = f"{first.owner.name} {quantity}"
    return LimitRow(quantity, first.limit.bound.value, first.limit.scope, cells)


def _cell(owned: Owned, value: float, unit: str | None) -> LimitCell:
    said = amount_text(owned.limit.value, owned.limit.unit)
    place = owned.relation.evidence[0]
    return LimitCell(value, unit, said, owned.owner.id, place.document, place.line_start, place.line_end)


def _values(row: LimitRow) -> tuple[float, ...]:
    return tuple(cell.value for cell in row.cells if cell is not None)

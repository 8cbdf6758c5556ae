"""Rows of the embedded store to values and back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from graph.stores.texts import storable
from graph.values import (
    Edge,
    Entity,
    Evidence,
    Limit,
    Name,
    NameClaim,
    Relation,
    Statement,
)
from graph.vocabulary import Bound, Kind, RelationType

Row = tuple[Any, ...]

_TYPES = {relation.value: relation for relation in RelationType}
_KINDS = {kind.value: kind for kind in Kind}
_ENDS = itemgetter(0, 1, 2, 3)

ENTITY_COLUMNS = "e.id, e.name, e.kind, e.aliases, e.description, e.quantity, e.bound, e.value, e.unit, e.scope"

STATEMENT_QUERY = """
    SELECT s.id, d.path, s.line_start, s.line_end, s.text, e.id, k.key, s.facets
    FROM statements s JOIN documents d ON d.num = s.document JOIN keys k ON k.num = s.about
    JOIN entities e ON e.num = k.entity"""

# CROSS JOIN keeps the order of the tables, so that the rows come in the order of the relations.
RELATION_QUERY = """
    SELECT r.source, r.relation, r.target, r.condition, s.id, d.path, v.line_start, v.line_end, v.rule,
           a.key, b.key, s.text
    FROM {relations} CROSS JOIN evidence v ON v.edge = r.num JOIN statements s ON s.num = v.statement
    JOIN documents d ON d.num = s.document JOIN keys a ON a.num = v.source LEFT JOIN keys b ON b.num = v.target"""

CLAIM_COLUMNS = "d.path, k.key, c.text, c.line, c.rule, c.kind, c.description, j.key"
CLAIM_TABLES = """claims c JOIN documents d ON d.num = c.document JOIN keys k ON k.num = c.key
    LEFT JOIN keys j ON j.num = c.same_as"""


def many(values: Iterable[Any]) -> str:
    """Values for `SELECT value FROM json_each(?)`: any number of them in one parameter."""
    return json.dumps(list(values))


def limit_from(
    quantity: str | None, bound: str | None, value: float, unit: str | None, scope: str | None
) -> Limit | None:
    return None if quantity is None or bound is None else Limit(quantity, Bound(bound), value, unit, scope)


def limit_row(limit: Limit | None) -> Row:
    if limit is None:
        return (None,) * 5
    return limit.quantity, limit.bound, limit.value, limit.unit, limit.scope


def entity_from(row: Row) -> Entity:
    entity_id, name, kind, aliases, description, *limit = row
    names = tuple(json.loads(aliases)) if aliases != "[]" else ()
    return Entity(entity_id, name, _KINDS[kind], names, description, limit_from(*limit))


def entity_row(entity: Entity) -> Row:
    aliases = json.dumps(entity.aliases, ensure_ascii=False)
    return entity.id, entity.name, entity.kind, aliases, entity.description, *limit_row(entity.limit)


def edge_from(row: Row) -> Edge:
    source, relation, target, condition, lines = row
    return Edge(source, _TYPES[relation], target, condition or None, lines)


def edge_row(edge: Edge) -> Row:
    return storable(edge.source), edge.relation, storable(edge.target), storable(edge.condition or "")


def statement_from(row: Row) -> Statement:
    statement, path, line_start, line_end, text, about, key, facets = row
    return Statement(statement, path, line_start, line_end, text, about, key, tuple(facets.split()))


def claim_from(row: Row) -> NameClaim:
    """A claim from the columns after the document's path."""
    key, text, line, rule, kind, description, same_as = row
    return NameClaim(key, text, line, rule, Kind(kind) if kind else None, description, same_as)


def name_from(row: Row) -> Name:
    """A name from CLAIM_COLUMNS and the entity's id."""
    path, *claim, entity = row
    return Name(entity, path, claim_from(tuple(claim)))


def claims_from(rows: Iterable[Row]) -> Iterator[tuple[str, NameClaim]]:
    for path, *claim in rows:
        yield path, claim_from(tuple(claim))


def relations_from(rows: Iterable[Row]) -> Iterator[Relation]:
    """Relations from the rows of RELATION_QUERY."""
    for (source, relation, target, condition), group in groupby(rows, key=_ENDS):
        limit = target[len(source) :]  # behind its owner in the id of a limit, which has no key of its own
        evidence = [
            Evidence(statement, path, start, end, rule, source_key, target_key or source_key + limit, text)
            for _, _, _, _, statement, path, start, end, rule, source_key, target_key, text in group
        ]
        if len(evidence) > 1:
            evidence.sort(key=_evidence_order)
        yield Relation(source, _TYPES[relation], target, condition or None, tuple(evidence))


def _evidence_order(evidence: Evidence) -> tuple[object, ...]:
    ends = evidence.source_key, evidence.target_key
    return evidence.document, evidence.line_start, evidence.line_end, evidence.statement, evidence.rule, *ends


def existing(connection: sqlite3.Connection, table_and_column: str, value: str) -> int | None:
    """The number of the row whose unique column has this value."""
    table, column = table_and_column.split(".")
    row = connection.execute(f"SELECT num FROM {table} WHERE {column} = ?", (value,)).fetchone()
    return None if row is None else int(row[0])

"""What the embedded store answers, each as indexed queries over one connection."""

from __future__ import annotations

import json
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

from graph.resolve import canonical, fold
from graph.stores.sqlite_rows import (
    CLAIM_COLUMNS,
    CLAIM_TABLES,
    ENTITY_COLUMNS,
    RELATION_QUERY,
    STATEMENT_QUERY,
    Row,
    claim_from,
    edge_from,
    edge_row,
    entity_from,
    limit_from,
    many,
    relations_from,
    statement_from,
)
from graph.stores.texts import MAX_OF_COMMON, MAX_RANKED, rarity, sought_words, storable
from graph.values import (
    Contribution,
    Counts,
    Document,
    Edge,
    EdgeFact,
    Entity,
    LimitFact,
    LineBucket,
    Relation,
    Statement,
    StatementFact,
    Subgraph,
)
from graph.vocabulary import Bucket, Direction, Kind, RelationType

_AMONG = "(SELECT value FROM json_each(?))"
_FEW = 200
_EDGE = "source, relation, target, condition"
_KEYS = f"(SELECT k.num FROM entities e JOIN keys k ON k.entity = e.num WHERE e.id IN {_AMONG})"
_BEST_FIRST = "ORDER BY score DESC, length(s.text), d.path, s.line_start, s.id"
# Of those that may be among the best only the best themselves are read with all that belongs to them.
_BEST_STATEMENTS = f"""WITH best AS (
        SELECT s.num, likely.value AS score FROM json_each(?) likely JOIN statements s ON s.num = likely.key
        JOIN documents d ON d.num = s.document {_BEST_FIRST} LIMIT ?)
    {STATEMENT_QUERY} JOIN best ON best.num = s.num {_BEST_FIRST}"""


def counts(connection: sqlite3.Connection) -> Counts:
    query = """SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM statements),
        (SELECT count(*) FROM entities), (SELECT count(*) FROM relations),
        (SELECT count(*) FROM entities WHERE kind = ?)"""
    documents, statements_, entities_, relations_, limits = connection.execute(query, (Kind.LIMIT,)).fetchone()
    return Counts(documents, statements_, entities_ - limits, relations_, limits)


def entities(connection: sqlite3.Connection, ids: Collection[str]) -> tuple[Entity, ...]:
    query = f"SELECT {ENTITY_COLUMNS} FROM entities e WHERE e.id IN {_AMONG} ORDER BY e.id"
    return tuple(map(entity_from, connection.execute(query, (many(ids),))))


def statements(
    connection: sqlite3.Connection, where: str, *parameters: Any, limit: int | None = None
) -> tuple[Statement, ...]:
    """Statements in order, with a limit the first; `{among}` in the condition takes its parameter from `many`."""
    first = "" if limit is None else f" LIMIT {max(limit, 0)}"
    query = f"{STATEMENT_QUERY} WHERE {where.format(among=_AMONG)} ORDER BY d.path, s.line_start, s.id{first}"
    return tuple(map(statement_from, connection.execute(query, parameters)))


def statements_about(connection: sqlite3.Connection, ids: Collection[str], limit: int | None) -> tuple[Statement, ...]:
    """Statements about the entities in order; with a limit only the documents are read in which the first ones are."""
    if limit is None:
        return statements(connection, "e.id IN {among}", many(ids))
    counted = f"SELECT document, count(*) AS said FROM statements WHERE about IN {_KEYS} GROUP BY about, document"
    query = f"""SELECT num, sum(said) OVER (ORDER BY path) - said FROM documents
        JOIN (SELECT document, sum(said) AS said FROM ({counted}) GROUP BY document) ON document = num"""
    read = [num for num, before in connection.execute(query, (many(ids),)) if before < limit]
    column = "document" if len(ids) * len(read) <= _FEW else "+document"  # +: not by a look at each pair of the two
    where = f"s.num IN (SELECT num FROM statements WHERE about IN {_KEYS} AND {column} IN {_AMONG})"
    return statements(connection, where, many(ids), many(read), limit=limit)


# -- relations ---------------------------------------------------------------------------------------


def relations(
    connection: sqlite3.Connection,
    ids: set[str],
    types: Collection[RelationType] | None,
    direction: Direction | None,
    limit: int | None,
    *,
    strongest: bool,
) -> tuple[Relation, ...]:
    if strongest and limit is not None:
        return relations_numbered(connection, _strongest(connection, ids, types, direction, max(limit, 0)))
    return relations_numbered(connection, [row[-1] for row in _chosen(connection, ids, types, direction, limit)])


def edges(
    connection: sqlite3.Connection,
    ids: set[str],
    types: Collection[RelationType] | None,
    direction: Direction | None,
    each: int | None,
) -> tuple[Edge, ...]:
    of_types, parameters = _type_filter(types)
    found: list[Row] = []
    for end in _ends(direction):
        query = f"SELECT {_EDGE}, weight FROM relations WHERE {end} IN {_AMONG}{of_types}"
        if each is not None:
            query = f"""SELECT {_EDGE}, weight FROM json_each(?) one CROSS JOIN relations WHERE num IN (
                SELECT num FROM relations WHERE {end} = one.value{of_types} ORDER BY {_EDGE} LIMIT {max(each, 0)})"""
        found += connection.execute(query, (many(ids), *parameters))
    return tuple(map(edge_from, dict.fromkeys(sorted(found))))  # mostly in order already: a set would lose that


def edges_between(connection: sqlite3.Connection, ones: Collection[str], others: Collection[str]) -> tuple[Edge, ...]:
    # Left to itself SQLite takes the index that holds the weight, too, and reads all relations of a hub.
    query = f"""SELECT {_EDGE}, weight FROM relations INDEXED BY relations_by_target
        WHERE target IN {_AMONG} AND source IN {_AMONG}"""
    found: set[Row] = set()
    for targets, sources in ((ones, others), (others, ones)):
        found.update(connection.execute(query, (many(map(storable, targets)), many(map(storable, sources)))))
    return tuple(map(edge_from, sorted(found)))


def shared_neighbours(connection: sqlite3.Connection, one: str, other: str) -> tuple[str, ...]:
    query = """WITH near_one (id) AS (
            SELECT target FROM relations WHERE source = ?1 UNION ALL SELECT source FROM relations WHERE target = ?1),
        near_other (id) AS (
            SELECT target FROM relations WHERE source = ?2 UNION ALL SELECT source FROM relations WHERE target = ?2)
        SELECT id FROM near_one INTERSECT SELECT id FROM near_other ORDER BY id"""
    return tuple(found for (found,) in connection.execute(query, (one, other)))


def relations_of(connection: sqlite3.Connection, edges: Collection[Edge]) -> tuple[Relation, ...]:
    query = f"SELECT num FROM relations WHERE ({_EDGE}) = (?, ?, ?, ?)"
    found = (connection.execute(query, edge_row(edge)).fetchone() for edge in edges)
    return relations_numbered(connection, [row[0] for row in found if row])


def _chosen(
    connection: sqlite3.Connection,
    ids: set[str],
    types: Collection[RelationType] | None,
    direction: Direction | None,
    limit: int | None,
) -> list[Row]:
    """Source, type, target, condition and number of the relations in order, with a limit of the first."""
    of_types, parameters = _type_filter(types)
    most = None if limit is None else max(limit, 0)
    found: set[Row] = set()
    for end in _ends(direction):
        query = f"SELECT {_EDGE}, num FROM relations WHERE {end} IN {_AMONG}{of_types}"
        values = (many(ids), *parameters)
        if most is None:
            found.update(connection.execute(query, values))
            continue
        some = connection.execute(f"{query} LIMIT ?", (*values, most + 1)).fetchall()
        found.update(some if len(some) <= most else _first(connection, ids, end, of_types, parameters, most))
    return sorted(found)[:most]


def _first(
    connection: sqlite3.Connection, ids: set[str], end: str, of_types: str, parameters: tuple[str, ...], most: int
) -> list[Row]:
    """The first relations of the entities, which an index gives for each without reading all; once there are enough,
    none behind the last of them is read."""
    query = f"""SELECT {_EDGE}, num FROM relations WHERE {end} = ?{of_types}
        AND source <= ? ORDER BY {_EDGE} LIMIT ?"""
    found: list[Row] = []
    last = chr(sys.maxunicode)
    for entity_id in sorted(ids):
        found += connection.execute(query, (entity_id, *parameters, last, most))
        if len(found) >= most > 0:
            found = sorted(found)[:most]
            last = found[-1][0]
    return found


def _strongest(
    connection: sqlite3.Connection,
    ids: set[str],
    types: Collection[RelationType] | None,
    direction: Direction | None,
    most: int,
) -> list[int]:
    """The numbers of the relations with most evidence, of which none is read for that."""
    of_types, parameters = _type_filter(types)
    found: set[Row] = set()
    for end in _ends(direction):
        query = f"""SELECT -weight AS rank, {_EDGE}, num FROM relations
            WHERE {end} IN {_AMONG}{of_types} ORDER BY rank, {_EDGE} LIMIT ?"""
        found.update(connection.execute(query, (many(ids), *parameters, most)))
    return [row[-1] for row in sorted(found)[:most]]


def _ends(direction: Direction | None) -> tuple[str, ...]:
    return {None: ("source", "target"), Direction.OUT: ("source",), Direction.IN: ("target",)}[direction]


def _type_filter(types: Collection[RelationType] | None) -> tuple[str, tuple[str, ...]]:
    if types is not None and len(types) == 1:
        return " AND relation = ?", tuple(types)  # of one type an index gives the relations in order
    return ("", ()) if types is None else (f" AND relation IN {_AMONG}", (many(types),))


def relations_numbered(connection: sqlite3.Connection, numbers: Collection[int]) -> tuple[Relation, ...]:
    query = RELATION_QUERY.format(relations="json_each(?) chosen CROSS JOIN relations r ON r.num = chosen.value")
    found = relations_from(connection.execute(query, (many(set(numbers)),)))
    return tuple(sorted(found, key=lambda relation: (*relation[:3], relation.condition or "")))


def degree(connection: sqlite3.Connection, ids: Collection[str], most: int | None) -> dict[str, int]:
    count = "(SELECT count(*) FROM (SELECT 1 FROM relations WHERE {} = e.id LIMIT ?))"
    query = f"""SELECT e.id, {count.format("source")} + {count.format("target")} FROM entities e
        WHERE e.id IN {_AMONG} ORDER BY e.id"""
    most = sys.maxsize if most is None else max(most, 0)
    return {entity_id: min(found, most) for entity_id, found in connection.execute(query, (most, most, many(ids)))}


def neighbourhood(
    connection: sqlite3.Connection,
    entity_id: str,
    types: Collection[RelationType] | None,
    kinds: Collection[Kind] | None,
    limit: int,
) -> Subgraph:
    chosen, parameters = _type_filter(types)
    of_kind = "" if kinds is None else f"JOIN entities e ON e.id = other AND e.kind IN {_AMONG}"
    query = f"""WITH touching (other, weight) AS (
            SELECT target, weight FROM relations WHERE source = ?{chosen}
            UNION ALL SELECT source, weight FROM relations WHERE target = ?{chosen})
        SELECT other, count(*) OVER () FROM touching {of_kind}
        GROUP BY other ORDER BY sum(weight) DESC, other LIMIT ?"""
    values = [entity_id, *parameters, entity_id, *parameters, *([] if kinds is None else [many(kinds)])]
    found = connection.execute(query, (*values, max(limit, 1))).fetchall()
    near = [other for other, _ in found[: max(limit, 0)]]
    left_out = found[0][1] - len(near) if found else 0
    between = f"""SELECT num FROM relations WHERE target = ? AND source IN {_AMONG}{chosen}
        UNION SELECT num FROM relations WHERE source = ? AND target IN {_AMONG}{chosen}"""
    values = [entity_id, many(near), *parameters] * 2
    joined = relations_numbered(connection, {num for (num,) in connection.execute(between, values)})
    return Subgraph(entities(connection, [entity_id, *near]), joined, left_out)


# -- full text ---------------------------------------------------------------------------------------


def find_entities(connection: sqlite3.Connection, text: str, limit: int) -> tuple[Entity, ...]:
    words = sought_words(text)
    if not words:
        return ()
    query = f"""SELECT {ENTITY_COLUMNS} FROM entity_words w JOIN entities e ON e.num = w.rowid
        WHERE entity_words MATCH ?
        ORDER BY NOT EXISTS (SELECT 1 FROM labels WHERE folded = ? AND entity = e.num), e.kind = ?,
            length(e.name), e.id
        LIMIT ?"""
    parameters = (_match(words) + "*", fold(storable(text)), Kind.LIMIT, max(limit, 0))
    return tuple(map(entity_from, connection.execute(query, parameters)))


def find_statements(connection: sqlite3.Connection, text: str, limit: int, *, any_word: bool) -> tuple[Statement, ...]:
    words = sought_words(text)
    sought = [_match([word]) for word in words] if any_word else [_match(words)] if words else []
    if limit <= 0:
        return ()
    scores = _scores(connection, sought)
    least = min(sorted(scores.values())[-limit:], default=0)
    likely = json.dumps({num: score for num, score in scores.items() if score >= least})
    return tuple(map(statement_from, connection.execute(_BEST_STATEMENTS, (likely, limit))))


def _scores(connection: sqlite3.Connection, sought: Sequence[str]) -> dict[int, int]:
    """The numbers of the statements that hold what is sought, each with how much that counts in sum."""
    scores: dict[int, int] = defaultdict(int)
    for match in sought:
        holding, count = _holding(connection, match)
        counts = rarity(max(count, 1))
        for (num,) in holding:
            scores[num] += counts
    return scores


def _holding(connection: sqlite3.Connection, match: str) -> tuple[list[Row], int]:
    """The numbers of the statements that hold what is sought, of very many the first; and their count up to then."""
    found = connection.execute("SELECT rowid FROM statement_words WHERE statement_words MATCH ?", (match,))
    first = found.fetchmany(MAX_OF_COMMON)
    if len(first) < MAX_OF_COMMON:
        return first, len(first)
    query = "SELECT count(*) FROM (SELECT 1 FROM statement_words WHERE statement_words MATCH ? LIMIT ?)"
    (count,) = connection.execute(query, (match, MAX_RANKED)).fetchone()
    return first if count == MAX_RANKED else [*first, *found], count


def _match(words: Sequence[str]) -> str:
    """The index's expression for all of the words."""
    return " AND ".join(f'"{word}"' for word in words)


# -- a document --------------------------------------------------------------------------------------


def buckets(connection: sqlite3.Connection, path: str) -> tuple[LineBucket, ...]:
    query = """SELECT b.line, b.bucket FROM documents d JOIN buckets b ON b.document = d.num
        WHERE d.path = ? ORDER BY b.line, b.bucket"""
    return tuple(LineBucket(line, Bucket(bucket)) for line, bucket in connection.execute(query, (path,)))


def contribution(connection: sqlite3.Connection, path: str) -> Contribution | None:
    query = "SELECT path, title, sha256, lines, text, reader FROM documents WHERE path = ?"
    document = connection.execute(query, (path,)).fetchone()
    if document is None:
        return None
    claims = connection.execute(f"SELECT {CLAIM_COLUMNS} FROM {CLAIM_TABLES} WHERE d.path = ?", (path,))
    said = statements(connection, "d.path = ?", path)
    edges, limits = _facts(connection, path)
    return canonical(
        Contribution(
            document=Document(*document[:-1]),
            reader=document[-1],
            buckets=buckets(connection, path),
            statements=tuple(StatementFact(s.id, s.line_start, s.line_end, s.text, s.key, s.facets) for s in said),
            names=tuple(claim_from(row[1:]) for row in claims),
            edges=tuple(edges),
            limits=tuple(limits),
        )
    )


def _facts(connection: sqlite3.Connection, path: str) -> tuple[list[EdgeFact], list[LimitFact]]:
    query = """SELECT a.key, v.relation, b.key, v.condition, v.quantity, v.bound, v.value, v.unit, v.scope,
            s.id, v.line_start, v.line_end, v.rule
        FROM documents d JOIN statements s ON s.document = d.num JOIN evidence v ON v.statement = s.num
        JOIN keys a ON a.num = v.source LEFT JOIN keys b ON b.num = v.target WHERE d.path = ?"""
    edges, limits = list[EdgeFact](), list[LimitFact]()
    for source, relation, target, condition, quantity, bound, value, unit, scope, *place in connection.execute(
        query, (path,)
    ):
        limit = limit_from(quantity, bound, value, unit, scope)
        if limit is None:
            edges.append(EdgeFact(source, RelationType(relation), target, condition or None, *place))
        else:
            limits.append(LimitFact(source, limit, *place))
    return edges, limits

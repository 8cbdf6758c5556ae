"""How the embedded store takes in and gives up a document's contribution, inside one transaction of the caller's.

Only what the change touches is resolved anew: the keys that the document's claims name, before and after, and the keys
that stood in one entity with them. Every claim that could join or part those keys is among their own claims, so the
result is what resolving everything from scratch would give.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable

from graph.resolve import (
    SourcedClaim,
    SourcedLimit,
    canonical,
    check,
    elect,
    fold,
    limit_entity,
    relation_ends,
)
from graph.stores.sqlite_rows import (
    CLAIM_COLUMNS,
    CLAIM_TABLES,
    Row,
    claims_from,
    entity_row,
    existing,
    limit_from,
    limit_row,
    many,
)
from graph.stores.sqlite_votes import add_votes, take_votes, votes_on
from graph.values import Contribution, Entity, LimitFact
from graph.vocabulary import RelationType

_CHILDREN_FIRST = (
    *("buckets", "evidence", "statements", "claims", "votes", "keys"),
    *("relations", "labels", "entities", "documents", "packs", "roots"),
)
_AMONG = "IN (SELECT value FROM json_each(?))"


def replace_document(connection: sqlite3.Connection, contribution: Contribution) -> None:
    """Put the contribution in the place of the document's former one. Raises DanglingKeyError."""
    check(contribution)
    contribution = canonical(contribution)
    touched, edges = _take_out(connection, contribution.document.path)
    document, keys = _put_in(connection, contribution)
    _settle(connection, touched | set(keys.values()), edges, document)


def remove_document(connection: sqlite3.Connection, path: str) -> bool:
    """Take the document's contribution out; False where there is none."""
    if existing(connection, "documents.path", path) is None:
        return False
    touched, edges = _take_out(connection, path)
    _settle(connection, touched, edges, None)
    return True


def clear(connection: sqlite3.Connection) -> None:
    """Delete everything; what makes the file a store stays."""
    connection.execute("INSERT INTO statement_words (statement_words) VALUES ('delete-all')")
    connection.execute("DELETE FROM entity_words")
    for table in _CHILDREN_FIRST:
        connection.execute(f"DELETE FROM {table}")


# -- the contribution's own rows ---------------------------------------------------------------------


def _take_out(connection: sqlite3.Connection, path: str) -> tuple[set[int], set[int]]:
    """Delete the document's rows; gives back the keys and the relations that it had a part in."""
    document = existing(connection, "documents.path", path)
    if document is None:
        return set(), set()
    rows = connection.execute(f"SELECT {CLAIM_COLUMNS} FROM {CLAIM_TABLES} WHERE c.document = ?", (document,))
    claims = list(claims_from(rows))
    keys = _key_numbers(connection, claims)
    of_document = "statement IN (SELECT num FROM statements WHERE document = ?)"
    edges = connection.execute(f"SELECT DISTINCT edge FROM evidence WHERE {of_document}", (document,))
    touched = {edge for (edge,) in edges if edge is not None}
    connection.execute(f"DELETE FROM evidence WHERE {of_document}", (document,))
    connection.execute(
        "INSERT INTO statement_words (statement_words, rowid, text) "
        "SELECT 'delete', num, text FROM statements WHERE document = ?",
        (document,),
    )
    for table in ("statements", "claims", "buckets"):
        connection.execute(f"DELETE FROM {table} WHERE document = ?", (document,))
    connection.execute("DELETE FROM documents WHERE num = ?", (document,))
    take_votes(connection, claims, keys, path)
    return set(keys.values()), touched


def _put_in(connection: sqlite3.Connection, contribution: Contribution) -> tuple[int, dict[str, int]]:
    """Insert the contribution's rows, unresolved as yet; gives back the document's number and its keys' numbers."""
    document = contribution.document
    counts = len(contribution.statements), len(contribution.edges), len(contribution.limits)
    row = (document.path, document.title, document.sha256, document.lines, document.text, contribution.reader, *counts)
    columns = "path, title, sha256, lines, text, reader, statements, edges, limits"
    cursor = connection.execute(f"INSERT INTO documents ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    number = int(cursor.lastrowid or 0)
    claims = [(document.path, claim) for claim in contribution.names]
    keys = _add_keys(connection, claims)
    buckets = ((number, bucket.line, bucket.bucket) for bucket in contribution.buckets)
    connection.executemany("INSERT INTO buckets VALUES (?, ?, ?)", buckets)
    connection.executemany(
        "INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (number, keys[c.key], c.text, c.line, c.rule, c.kind, c.description, keys[c.same_as] if c.same_as else None)
            for c in contribution.names
        ),
    )
    add_votes(connection, claims, keys)
    _put_statements_in(connection, contribution, number, keys)
    _put_evidence_in(connection, contribution, number, keys)
    return number, keys


def _add_keys(connection: sqlite3.Connection, claims: Collection[SourcedClaim]) -> dict[str, int]:
    names = ((name,) for name in sorted(_keys_in(claims)))
    connection.executemany("INSERT OR IGNORE INTO keys (key) VALUES (?)", names)
    return _key_numbers(connection, claims)


def _key_numbers(connection: sqlite3.Connection, claims: Collection[SourcedClaim]) -> dict[str, int]:
    return dict(connection.execute(f"SELECT key, num FROM keys WHERE key {_AMONG}", (many(_keys_in(claims)),)))


def _keys_in(claims: Collection[SourcedClaim]) -> set[str]:
    return {claim.key for _, claim in claims} | {claim.same_as for _, claim in claims if claim.same_as}


def _put_statements_in(
    connection: sqlite3.Connection, contribution: Contribution, document: int, keys: dict[str, int]
) -> None:
    connection.executemany(
        "INSERT INTO statements (id, document, line_start, line_end, text, about, facets) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (s.id, document, s.line_start, s.line_end, s.text, keys[s.about], " ".join(s.facets))
            for s in contribution.statements
        ),
    )
    connection.execute(
        "INSERT INTO statement_words (rowid, text) SELECT num, text FROM statements WHERE document = ?", (document,)
    )


def _put_evidence_in(
    connection: sqlite3.Connection, contribution: Contribution, document: int, keys: dict[str, int]
) -> None:
    numbers = dict(connection.execute("SELECT id, num FROM statements WHERE document = ?", (document,)))
    rows: list[Row] = []
    for edge in contribution.edges:
        ends = keys[edge.source], edge.relation, keys[edge.target], edge.condition or ""
        rows.append((numbers[edge.statement], edge.line_start, edge.line_end, edge.rule, *ends, *limit_row(None)))
    for fact in contribution.limits:
        owner = keys[fact.owner], RelationType.HAS_LIMIT, None, ""
        rows.append(
            (numbers[fact.statement], fact.line_start, fact.line_end, fact.rule, *owner, *limit_row(fact.limit))
        )
    connection.executemany(
        "INSERT INTO evidence (statement, line_start, line_end, rule, source, relation, target, condition, "
        "quantity, bound, value, unit, scope) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows,
    )


# -- what the keys come to ---------------------------------------------------------------------------


def _settle(connection: sqlite3.Connection, touched: set[int], edges: set[int], document: int | None) -> None:
    """Resolve the touched keys and their former companions anew, then the evidence that this moves."""
    affected = _companions(connection, touched)
    moved, gone_keys, gone_entities = _settle_entities(connection, affected)
    edges |= _settle_evidence(connection, moved, document)
    _settle_relations(connection, edges)
    connection.execute(f"DELETE FROM keys WHERE num {_AMONG}", (many(gone_keys),))
    _delete_entities(connection, gone_entities)


def _companions(connection: sqlite3.Connection, keys: set[int]) -> set[int]:
    rows = connection.execute(
        f"SELECT num FROM keys WHERE entity IN (SELECT entity FROM keys WHERE num {_AMONG})", (many(keys),)
    )
    return keys | {num for (num,) in rows}


def _settle_entities(connection: sqlite3.Connection, affected: set[int]) -> tuple[set[int], set[int], set[int]]:
    """Write what the affected keys come to; gives back the keys that moved to another entity or lost all claims,
    the latter alone, and the numbers of the entities that no key stands for any more."""
    entity_of_key = elect(votes_on(connection, affected))
    former = connection.execute(f"SELECT num, key, entity FROM keys WHERE num {_AMONG}", (many(affected),)).fetchall()
    numbers = _write_entities(connection, sorted(set(entity_of_key.values()), key=lambda entity: entity.id))
    now = {num: numbers[entity_of_key[key].id] if key in entity_of_key else None for num, key, _ in former}
    moved = {num for num, _, entity in former if now[num] != entity}
    connection.executemany("UPDATE keys SET entity = ? WHERE num = ?", ((now[num], num) for num in moved))
    gone_entities = {entity for _, _, entity in former if entity is not None} - set(numbers.values())
    return moved, {num for num, entity in now.items() if entity is None}, gone_entities


def _settle_evidence(connection: sqlite3.Connection, moved: set[int], document: int | None) -> set[int]:
    """Point the evidence of moved keys and of the new document to its relations; gives back all of these."""
    rows = connection.execute(
        f"""WITH concerned AS (
            SELECT num FROM evidence WHERE source {_AMONG} UNION SELECT num FROM evidence WHERE target {_AMONG}
            UNION SELECT v.num FROM statements s JOIN evidence v ON v.statement = s.num WHERE s.document = ?)
        SELECT v.num, v.edge, a.id, v.relation, b.id, v.condition, v.quantity, v.bound, v.value, v.unit, v.scope
        FROM concerned JOIN evidence v USING (num) JOIN keys p ON p.num = v.source JOIN entities a ON a.num = p.entity
        LEFT JOIN keys q ON q.num = v.target LEFT JOIN entities b ON b.num = q.entity""",
        (many(moved), many(moved), document),
    ).fetchall()
    relation_of = {row[0]: _relation_row(row[2:]) for row in rows}
    weights = Counter(relation for relation in relation_of.values() if relation is not None)  # of new ones at once
    insert = "INSERT OR IGNORE INTO relations (source, relation, target, condition, weight) VALUES (?, ?, ?, ?, ?)"
    connection.executemany(insert, sorted((*relation, weight) for relation, weight in weights.items()))
    number = "SELECT num FROM relations WHERE source = ? AND relation = ? AND target = ? AND condition = ?"
    nowhere = (None,) * 4  # no relation has these ends, so evidence within one entity points to none
    connection.executemany(
        f"UPDATE evidence SET edge = ({number}) WHERE num = ?",
        ((*(relation or nowhere), num) for num, relation in relation_of.items()),
    )
    now = connection.execute(f"SELECT DISTINCT edge FROM evidence WHERE num {_AMONG}", (many(relation_of),))
    return {edge for (edge,) in now if edge is not None} | {row[1] for row in rows if row[1] is not None}


def _relation_row(row: Row) -> tuple[str, str, str, str] | None:
    source, relation, target, condition, *measure = row
    limit = limit_from(*measure)
    if limit is not None:
        return source, relation, source + limit.suffix, ""
    ends = relation_ends(source, RelationType(relation), target)
    return None if ends is None else (ends[0], relation, ends[1], condition)


def _settle_relations(connection: sqlite3.Connection, edges: set[int]) -> None:
    """Count the evidence of these relations anew, drop those without any, and see to the limits among their targets."""
    concerned = many(edges)
    connection.execute(
        "UPDATE relations SET weight = (SELECT count(*) FROM evidence WHERE edge = relations.num) "
        f"WHERE num {_AMONG} AND weight <> (SELECT count(*) FROM evidence WHERE edge = relations.num)",
        (concerned,),
    )
    _write_entities(connection, _limits_of(connection, concerned))
    dropped = connection.execute(
        f"DELETE FROM relations WHERE weight = 0 AND num {_AMONG} RETURNING target", (concerned,)
    ).fetchall()
    without_owner = connection.execute(
        f"SELECT num FROM entities WHERE id {_AMONG} AND quantity IS NOT NULL "
        "AND NOT EXISTS (SELECT 1 FROM relations WHERE target = entities.id)",
        (many([target for (target,) in dropped]),),
    ).fetchall()
    _delete_entities(connection, {num for (num,) in without_owner})


def _limits_of(connection: sqlite3.Connection, edges: str) -> list[Entity]:
    rows = connection.execute(
        f"""SELECT r.source, r.target, d.path, k.key, v.quantity, v.bound, v.value, v.unit, v.scope,
            s.id, v.line_start, v.line_end, v.rule
        FROM relations r JOIN evidence v ON v.edge = r.num JOIN keys k ON k.num = v.source
        JOIN statements s ON s.num = v.statement JOIN documents d ON d.num = s.document
        WHERE r.num {_AMONG} AND v.quantity IS NOT NULL""",
        (edges,),
    )
    facts: dict[tuple[str, str], list[SourcedLimit]] = defaultdict(list)
    for source, target, path, key, *rest in rows:
        limit = limit_from(*rest[:5])
        assert limit is not None
        facts[source, target].append((path, LimitFact(key, limit, *rest[5:])))
    return [limit_entity(owner, said) for (owner, _), said in facts.items()]


# -- entities with their labels and words ------------------------------------------------------------


def _write_entities(connection: sqlite3.Connection, entities: Collection[Entity]) -> dict[str, int]:
    """Insert or change the entities that are not yet as they should be; gives back each one's number by its id."""
    wanted = {entity.id: entity_row(entity) for entity in entities}
    columns = "id, name, kind, aliases, description, quantity, bound, value, unit, scope"
    found = connection.execute(f"SELECT num, {columns} FROM entities WHERE id {_AMONG}", (many(wanted),)).fetchall()
    former = {row[1]: row for row in found}
    changed = [e for e in entities if e.id not in former or former[e.id][1:] != wanted[e.id]]
    _delete_labels(connection, [former[entity.id][0] for entity in changed if entity.id in former])
    assignments = ", ".join(f"{column} = excluded.{column}" for column in columns.split(", ")[1:])
    connection.executemany(
        f"INSERT INTO entities ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        f"ON CONFLICT (id) DO UPDATE SET {assignments}",
        (wanted[entity.id] for entity in changed),
    )
    numbers = dict(connection.execute(f"SELECT id, num FROM entities WHERE id {_AMONG}", (many(wanted),)))
    _write_labels(connection, ((numbers[entity.id], entity) for entity in changed))
    return numbers


def _write_labels(connection: sqlite3.Connection, entities: Iterable[tuple[int, Entity]]) -> None:
    labels: list[Row] = []
    words: list[Row] = []
    for num, entity in entities:
        labels.append((fold(entity.name), 0, num, entity.name))
        labels += [(fold(alias), 1, num, alias) for alias in entity.aliases]
        words.append((num, "\n".join((entity.name, *entity.aliases))))
    connection.executemany("INSERT INTO labels (folded, is_alias, entity, text) VALUES (?, ?, ?, ?)", labels)
    connection.executemany("INSERT INTO entity_words (rowid, names) VALUES (?, ?)", words)


def _delete_labels(connection: sqlite3.Connection, entities: Collection[int]) -> None:
    connection.execute(f"DELETE FROM labels WHERE entity {_AMONG}", (many(entities),))
    connection.execute(f"DELETE FROM entity_words WHERE rowid {_AMONG}", (many(entities),))


def _delete_entities(connection: sqlite3.Connection, entities: Collection[int]) -> None:
    _delete_labels(connection, entities)
    connection.execute(f"DELETE FROM entities WHERE num {_AMONG}", (many(entities),))

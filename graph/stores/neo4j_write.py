"""How the Neo4j store takes in and gives up a document's contribution, inside one transaction of the caller's.

What is written is the difference between what stands and what shall stand. The touched keys are resolved anew, with the
keys that stood in one entity with them: every claim that could join or part those is among their own claims, so the
result is what resolving everything from scratch would give. All is read and planned first, then deleted, then created.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from neo4j import ManagedTransaction

from graph.resolve import canonical, check, resolve
from graph.stores import neo4j_rows as rows
from graph.stores.neo4j_batches import create, delete, run
from graph.stores.neo4j_entities import (
    Resolved,
    claims_beside,
    delete_entities,
    entity_ids,
    keys_of,
    move_claims,
    moved_keys,
    write_entities,
)
from graph.stores.neo4j_relations import Fact, create_relations, delete_relations, plan, stored_ends, write_facts
from graph.stores.neo4j_rows import Ends, Properties
from graph.values import Contribution, NameClaim, StatementFact

_T = TypeVar("_T")


@dataclass(slots=True)
class _Stored:
    """A document's nodes, as values with their element ids, and the relations that its facts make."""

    claims: dict[NameClaim, str] = field(default_factory=dict)
    statements: dict[StatementFact, str] = field(default_factory=dict)
    facts: dict[Fact, str] = field(default_factory=dict)
    ends: dict[Fact, Ends | None] = field(default_factory=dict)


def replace_document(tx: ManagedTransaction, contribution: Contribution) -> None:
    """Put the contribution in the place of the document's former one. Raises DanglingKeyError."""
    check(contribution)
    contribution = canonical(contribution)
    _lock(tx)
    tx.run(
        "MERGE (d:Noteweave {path: $path}) SET d = $properties SET d:Document",
        path=contribution.document.path,
        properties=rows.document_properties(contribution),
    ).consume()
    _change(tx, contribution.document.path, contribution)


def remove_document(tx: ManagedTransaction, path: str) -> bool:
    """Take the document's contribution out; False where there is none."""
    _lock(tx)
    if tx.run("MATCH (d:Noteweave:Document {path: $path}) RETURN d.path", path=path).single() is None:
        return False
    _change(tx, path, None)
    tx.run("MATCH (d:Noteweave:Document {path: $path}) DETACH DELETE d", path=path).consume()
    return True


def clear(tx: ManagedTransaction) -> None:
    """Delete everything; what makes the database a store stays."""
    _lock(tx)
    replace_packs(tx, [])
    tx.run("MATCH (n:Noteweave) WHERE NOT n:Store DETACH DELETE n").consume()


def replace_packs(tx: ManagedTransaction, packs: list[str]) -> None:
    tx.run("MATCH (s:Noteweave:Store {store: 'noteweave'}) SET s.packs = $packs", packs=packs).consume()


def set_root(tx: ManagedTransaction, name: str, folder: str) -> None:
    query = "MERGE (r:Noteweave {root: $name}) SET r:Root, r.folder = $folder"
    tx.run(query, name=name, folder=folder).consume()


def _lock(tx: ManagedTransaction) -> None:
    """Let writers pass one at a time, so that none resolves names that another is changing."""
    tx.run("MATCH (s:Noteweave:Store {store: 'noteweave'}) SET s.writes = coalesce(s.writes, 0) + 1").consume()


# -- one document's change ---------------------------------------------------------------------------


def _change(tx: ManagedTransaction, path: str, new: Contribution | None) -> None:
    old = _stored(tx, path)
    wanted: list[Fact] = [*new.edges, *new.limits] if new else []
    claims, gone_claims = _difference(new.names if new else (), old.claims)
    statements, gone_statements = _difference(new.statements if new else (), old.statements)
    facts, gone_facts = _difference(wanted, old.facts)

    gone = [old.claims[claim] for claim in gone_claims]
    former = claims_beside(tx, keys_of([*claims, *gone_claims]))
    kept = [stored for stored in former if stored.node not in set(gone)]
    resolved = resolve([*((c.path, c.claim) for c in kept), *((path, claim) for claim in claims)])
    moved = moved_keys(former, resolved)
    gone_ends = {ends for fact in gone_facts if (ends := old.ends[fact])}
    change = plan(tx, facts, moved, gone_ends, resolved)

    delete_relations(tx, change.standing)
    delete(tx, [*gone, *(old.statements[s] for s in gone_statements), *(old.facts[f] for f in gone_facts)])
    write_entities(tx, resolved.values())
    move_claims(tx, kept, resolved)
    create(tx, "Name", path, [{**rows.claim_properties(c), "to": resolved[c.key].id} for c in claims])
    _move_statements(tx, moved, resolved)
    _add_statements(tx, path, statements, resolved)
    write_facts(tx, path, change)
    create_relations(tx, change.touched)
    delete_entities(tx, {c.entity for c in former} - {entity.id for entity in resolved.values()})


def _difference(wanted: Collection[_T], stored: Collection[_T]) -> tuple[list[_T], list[_T]]:
    """The values that have to come, and those that have to go."""
    keep = set(wanted)
    return [value for value in wanted if value not in stored], [value for value in stored if value not in keep]


def _stored(tx: ManagedTransaction, path: str) -> _Stored:
    stored = _Stored()
    for node, claim in _nodes(tx, path, "Name", rows.CLAIM):
        stored.claims[rows.claim_from(claim)] = node
    for node, statement in _nodes(tx, path, "Statement", rows.STATEMENT):
        stored.statements[rows.statement_fact_from(statement)] = node
    for node, properties in _nodes(tx, path, "Fact", rows.FACT):
        fact = rows.fact_from(properties)
        stored.facts[fact] = node
        stored.ends[fact] = stored_ends(properties)
    return stored


def _nodes(tx: ManagedTransaction, path: str, label: str, properties: str) -> Iterator[tuple[str, Properties]]:
    query = f"MATCH (n:Noteweave:{label} {{document: $path}}) RETURN elementId(n) AS node, n {properties} AS n"
    for record in tx.run(query, path=path):
        yield record["node"], record["n"]


def _move_statements(tx: ManagedTransaction, keys: set[str], resolved: Resolved) -> None:
    query = """UNWIND $rows AS row MATCH (s:Noteweave:Statement {about_key: row.key})-[old:ABOUT]->() DELETE old
        WITH s, row MATCH (e:Noteweave {id: row.to}) CREATE (s)-[:ABOUT]->(e)"""
    run(tx, query, [{"key": key, "to": resolved[key].id} for key in sorted(keys)])


def _add_statements(tx: ManagedTransaction, path: str, statements: list[StatementFact], resolved: Resolved) -> None:
    entity_of = entity_ids(tx, {statement.about for statement in statements}, resolved)
    create(tx, "Statement", path, [{**rows.statement_properties(s), "to": entity_of[s.about]} for s in statements])

"""Claims and the entities that they come to, in the Neo4j store; inside a transaction of the caller's."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import groupby

from neo4j import ManagedTransaction

from graph.stores import neo4j_rows as rows
from graph.stores.neo4j_batches import fetch, run
from graph.stores.neo4j_schema import kind_label
from graph.values import Entity, NameClaim
from graph.vocabulary import Kind

Resolved = dict[str, Entity]
"""Keys with the entities that they come to."""

# The entity that a key stands for: that of any claim on the key, else of any claim that joins another key with it.
_ENTITY_OF_KEY = """
    UNWIND $rows AS key
    CALL (key) {
        MATCH (n:Noteweave:Name {key: key})-[:NAMES]->(e:Noteweave) USING INDEX SEEK n:Noteweave(key)
        RETURN e LIMIT 1
        UNION
        MATCH (n:Noteweave:Name {same_as: key})-[:NAMES]->(e:Noteweave) USING INDEX SEEK n:Noteweave(same_as)
        RETURN e LIMIT 1
    }"""


@dataclass(frozen=True, slots=True)
class StoredClaim:
    """A claim of any document, with its node's element id and the entity that it names so far."""

    node: str
    path: str
    claim: NameClaim
    entity: str


def keys_of(claims: Iterable[NameClaim]) -> set[str]:
    return {key for claim in claims for key in (claim.key, claim.same_as) if key is not None}


def claims_beside(tx: ManagedTransaction, keys: set[str]) -> list[StoredClaim]:
    """All claims on the entities that the keys stand for so far."""
    query = f"""{_ENTITY_OF_KEY} WITH DISTINCT e MATCH (n:Noteweave:Name)-[:NAMES]->(e)
        RETURN elementId(n) AS node, n {rows.CLAIM} AS claim, e.id AS entity"""
    found: dict[str, StoredClaim] = {}
    for record in fetch(tx, query, sorted(keys)):
        node, claim = record["node"], record["claim"]
        found[node] = StoredClaim(node, claim["document"], rows.claim_from(claim), record["entity"])
    return list(found.values())


def moved_keys(former: Iterable[StoredClaim], resolved: Resolved) -> set[str]:
    """The keys that move from one entity to another."""
    was = {key: stored.entity for stored in former for key in keys_of([stored.claim])}
    return {key for key, entity in was.items() if key in resolved and resolved[key].id != entity}


def entity_ids(tx: ManagedTransaction, keys: set[str], resolved: Resolved) -> dict[str, str]:
    """The keys' entities: the newly resolved ones, and for the other keys those that stand."""
    found = {key: resolved[key].id for key in keys if key in resolved}
    query = f"{_ENTITY_OF_KEY} RETURN key, e.id AS entity"
    found.update((record["key"], record["entity"]) for record in fetch(tx, query, sorted(keys - found.keys())))
    return found


def move_claims(tx: ManagedTransaction, kept: Iterable[StoredClaim], resolved: Resolved) -> None:
    """Let these claims name what their keys come to now."""
    changed = [stored for stored in kept if resolved[stored.claim.key].id != stored.entity]
    query = """UNWIND $rows AS row MATCH (n:Noteweave:Name) WHERE elementId(n) = row.node
        MATCH (n)-[old:NAMES]->() DELETE old
        WITH n, row MATCH (e:Noteweave {id: row.to}) CREATE (n)-[:NAMES]->(e)"""
    run(tx, query, [{"node": stored.node, "to": resolved[stored.claim.key].id} for stored in changed])


def write_entities(tx: ManagedTransaction, entities: Iterable[Entity]) -> None:
    """Create or change the entities that are not yet as they should be."""
    wanted = {entity.id: entity for entity in entities}
    query = f"MATCH (e:Noteweave:Entity) WHERE e.id IN $rows RETURN e {rows.ENTITY} AS entity"
    found = {rows.entity_from(record["entity"]) for record in fetch(tx, query, sorted(wanted))}
    changed = sorted((e for e in wanted.values() if e not in found), key=lambda entity: (entity.kind, entity.id))
    for kind, group in groupby(changed, key=lambda entity: entity.kind):
        others = "".join(f":{kind_label(other)}" for other in Kind if other is not kind)
        query = f"""UNWIND $rows AS row MERGE (e:Noteweave {{id: row.id}})
            SET e = row SET e:Entity:{kind_label(kind)} REMOVE e{others}"""
        run(tx, query, [rows.entity_properties(entity) for entity in group])


def delete_entities(tx: ManagedTransaction, ids: Collection[str]) -> None:
    run(tx, "UNWIND $rows AS id MATCH (e:Noteweave:Entity {id: id}) DETACH DELETE e", sorted(ids))

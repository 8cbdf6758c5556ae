"""Facts and the relations that they make, in the Neo4j store; inside a transaction of the caller's.

A relationship is never edited: where a fact of it comes, goes or moves, it is deleted and made anew from all its facts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from neo4j import ManagedTransaction

from graph.resolve import SourcedLimit, limit_entity, relation_ends
from graph.stores import neo4j_rows as rows
from graph.stores.neo4j_batches import create, fetch, run
from graph.stores.neo4j_entities import Resolved, entity_ids, write_entities
from graph.stores.neo4j_rows import Ends, Properties
from graph.stores.neo4j_schema import ANY_RELATION
from graph.values import EdgeFact, Entity, LimitFact
from graph.vocabulary import RelationType

Fact = EdgeFact | LimitFact

_FACTS_OF_RELATION = """
    UNWIND $rows AS row
    MATCH (f:Noteweave:Fact {source_id: row.source, target_id: row.target})
    WHERE f.relation = row.relation AND coalesce(f.condition, '') = row.condition"""

_DELETE_RELATIONS = f"""
    UNWIND $rows AS row MATCH (a:Noteweave {{id: row.source}}) MATCH (b:Noteweave {{id: row.target}})
    CALL (row, a, b) {{  // with both ends given, the many relationships of a hub are not walked
        MATCH (a)-[r:{ANY_RELATION}]->(b)
        WHERE type(r) = row.type AND coalesce(r.condition, '') = row.condition RETURN r
    }} DELETE r"""

_CREATE_RELATIONS = f"""{_FACTS_OF_RELATION}
    WITH row, f ORDER BY f.document, f.line_start, f.line_end, f.statement, f.rule, f.source, f.target
    WITH row, {{{", ".join(f"{column}: collect(f.{name})" for column, name in rows.EVIDENCE.items())}}} AS evidence
    MATCH (a:Noteweave {{id: row.source}}) MATCH (b:Noteweave {{id: row.target}})
    CREATE (a)-[r:$(row.type)]->(b) SET r = evidence,
        r.condition = CASE row.condition WHEN '' THEN NULL ELSE row.condition END"""


@dataclass(frozen=True, slots=True)
class FactChange:
    """The facts that come and those whose ends move, as properties with the ids of their new ends, and the relations:
    all that are touched, and of these the ones that stand so far."""

    added: list[Properties]
    moved: list[Properties]
    touched: set[Ends]
    standing: set[Ends]


def stored_ends(fact: Properties) -> Ends | None:
    """The relation that a stored fact makes so far; None where its ends are one entity."""
    if fact["source_id"] is None:
        return None
    return fact["source_id"], fact["relation"], fact["target_id"], fact["condition"] or ""


def plan(
    tx: ManagedTransaction, added: Iterable[Fact], moved_keys: set[str], gone: set[Ends], resolved: Resolved
) -> FactChange:
    """What becomes of facts and relations when these facts are added and these keys have moved. Writes nothing."""
    described = [rows.fact_properties(fact) for fact in added]
    moved = _facts_on(tx, moved_keys)
    entity_of = entity_ids(tx, _keys(described) | _keys(moved.values()), resolved)
    coming = [_ends(fact, entity_of) for fact in described]
    moving = {node: _ends(fact, entity_of) for node, fact in moved.items()}
    former = {ends for fact in moved.values() if (ends := stored_ends(fact))}
    wanted = {ends for ends in (*coming, *moving.values()) if ends}
    return FactChange(
        added=[{**fact, **_ids(ends)} for fact, ends in zip(described, coming, strict=True)],
        moved=[{"node": node, **_ids(ends)} for node, ends in moving.items()],
        touched=gone | former | wanted,
        standing=gone | former | _standing(tx, wanted - gone - former),
    )


def _facts_on(tx: ManagedTransaction, keys: set[str]) -> dict[str, Properties]:
    query = f"""UNWIND $rows AS key MATCH (f:Noteweave:Fact) WHERE f.source = key OR f.target = key
        WITH DISTINCT f RETURN elementId(f) AS node, f {rows.FACT} AS fact"""
    return {record["node"]: record["fact"] for record in fetch(tx, query, sorted(keys))}


def _standing(tx: ManagedTransaction, relations: set[Ends]) -> set[Ends]:
    query = f"{_FACTS_OF_RELATION} RETURN DISTINCT row.source, row.relation, row.target, row.condition"
    return {(record[0], record[1], record[2], record[3]) for record in fetch(tx, query, rows.ends_rows(relations))}


def _keys(facts: Iterable[Properties]) -> set[str]:
    return {key for fact in facts for key in (fact["source"], *([] if _is_limit(fact) else [fact["target"]]))}


def _is_limit(fact: Properties) -> bool:
    return fact.get("quantity") is not None


def _ends(fact: Properties, entity_of: dict[str, str]) -> Ends | None:
    source, relation = entity_of[fact["source"]], fact["relation"]
    if _is_limit(fact):
        return source, relation, source + fact["target"].removeprefix(fact["source"]), ""
    ends = relation_ends(source, RelationType(relation), entity_of[fact["target"]])
    return None if ends is None else (ends[0], relation, ends[1], fact.get("condition") or "")


def _ids(ends: Ends | None) -> Properties:
    return {"source_id": ends[0] if ends else None, "target_id": ends[2] if ends else None}


def delete_relations(tx: ManagedTransaction, relations: set[Ends]) -> None:
    run(tx, _DELETE_RELATIONS, rows.ends_rows(relations))


def write_facts(tx: ManagedTransaction, path: str, change: FactChange) -> None:
    """Create the document's new facts and let the moved ones make what they make now."""
    query = """UNWIND $rows AS row MATCH (f:Noteweave:Fact) WHERE elementId(f) = row.node
        SET f.source_id = row.source_id, f.target_id = row.target_id"""
    run(tx, query, change.moved)
    create(tx, "Fact", path, change.added)


def create_relations(tx: ManagedTransaction, relations: set[Ends]) -> None:
    """Make these relations from their facts, which may be none, and see to the limits among their targets."""
    has_limit = {ends for ends in relations if ends[1] == RelationType.HAS_LIMIT}
    write_entities(tx, _limits_of(tx, has_limit))
    run(tx, _CREATE_RELATIONS, rows.ends_rows(relations))
    query = """UNWIND $rows AS id MATCH (e:Noteweave:Limit {id: id}) WHERE NOT EXISTS { (e)<-[:HAS_LIMIT]-() }
        DETACH DELETE e"""
    run(tx, query, sorted({ends[2] for ends in has_limit}))


def _limits_of(tx: ManagedTransaction, relations: set[Ends]) -> list[Entity]:
    """The limits that these relations lead to, from all facts that state them."""
    facts: dict[tuple[str, str], list[SourcedLimit]] = defaultdict(list)
    for record in fetch(tx, f"{_FACTS_OF_RELATION} RETURN f {rows.FACT} AS fact", rows.ends_rows(relations)):
        node = record["fact"]
        fact = rows.fact_from(node)
        if isinstance(fact, LimitFact):
            facts[node["source_id"], node["target_id"]].append((node["document"], fact))
    return [limit_entity(owner, said) for (owner, _), said in facts.items()]

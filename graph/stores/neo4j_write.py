"""How the Neo4j store takes in and gives up a document's contribution, inside one transaction of the caller's.

What is written is the difference between what stands and what shall stand. Then the touched keys are resolved anew,
with the keys that stood in one entity with them: every claim that could join or part those is among their own claims,
so the result is what resolving everything from scratch would give. Relations are gathered anew from the facts that make
them, and only those that a changed fact or a moved key touches.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, TypeVar

from neo4j import ManagedTransaction

from graph.ceilings import NEO4J_BATCH_ROWS
from graph.resolve import SourcedLimit, canonical, check, limit_entity, relation_ends, resolve
from graph.stores import neo4j_rows as rows
from graph.stores.neo4j_rows import Ends, Properties
from graph.stores.neo4j_schema import kind_label, relationship_type
from graph.values import Contribution, EdgeFact, Entity, LimitFact, NameClaim, StatementFact
from graph.vocabulary import Kind, RelationType

Fact = EdgeFact | LimitFact

_T = TypeVar("_T")

# The entity that a key stands for: that of any claim on the key, else of any claim that joins another key with it.
_ENTITY_OF_KEY = """
    UNWIND $rows AS key
    CALL (key) {
        MATCH (:Noteweave:Name {key: key})-[:NAMES]->(e:Noteweave) RETURN e LIMIT 1
        UNION
        MATCH (:Noteweave:Name {same_as: key})-[:NAMES]->(e:Noteweave) RETURN e LIMIT 1
    }"""


@dataclass(slots=True)
class _Stored:
    """A document's nodes by their values, each with its element id; the facts' nodes with the ends that they make."""

    claims: dict[NameClaim, str] = field(default_factory=dict)
    statements: dict[StatementFact, str] = field(default_factory=dict)
    facts: dict[Fact, str] = field(default_factory=dict)
    ends: dict[Fact, Ends | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _StoredClaim:
    """A claim of any document, with its node and the entity that it named so far."""

    node: str
    path: str
    claim: NameClaim
    entity: str


def replace_document(tx: ManagedTransaction, contribution: Contribution) -> None:
    """Put the contribution in the place of the document's former one. Raises DanglingKeyError."""
    check(contribution)
    lock(tx)
    contribution = canonical(contribution)
    tx.run(
        "MERGE (d:Noteweave {path: $path}) SET d = $properties SET d:Document",
        path=contribution.document.path,
        properties=rows.document_properties(contribution),
    ).consume()
    _change(tx, contribution.document.path, contribution)


def remove_document(tx: ManagedTransaction, path: str) -> bool:
    """Take the document's contribution out; False where there is none."""
    lock(tx)
    if tx.run("MATCH (d:Noteweave:Document {path: $path}) RETURN d.path", path=path).single() is None:
        return False
    _change(tx, path, None)
    tx.run("MATCH (d:Noteweave:Document {path: $path}) DETACH DELETE d", path=path).consume()
    return True


def clear(tx: ManagedTransaction) -> None:
    """Delete everything; what makes the database a store stays."""
    lock(tx)
    tx.run("MATCH (s:Noteweave:Store {store: 'noteweave'}) SET s.packs = []").consume()
    tx.run("MATCH (n:Noteweave) WHERE NOT n:Store DETACH DELETE n").consume()


def replace_packs(tx: ManagedTransaction, packs: list[str]) -> None:
    tx.run("MATCH (s:Noteweave:Store {store: 'noteweave'}) SET s.packs = $packs", packs=packs).consume()


def set_root(tx: ManagedTransaction, name: str, folder: str) -> None:
    query = "MERGE (r:Noteweave {root: $name}) SET r:Root, r.folder = $folder"
    tx.run(query, name=name, folder=folder).consume()


def lock(tx: ManagedTransaction) -> None:
    """Let writers pass one at a time, so that none resolves names that another is changing."""
    tx.run("MATCH (s:Noteweave:Store {store: 'noteweave'}) SET s.writes = coalesce(s.writes, 0) + 1").consume()


# -- one document's change ---------------------------------------------------------------------------


def _change(tx: ManagedTransaction, path: str, new: Contribution | None) -> None:
    old = _stored(tx, path)
    wanted: list[Fact] = [*new.edges, *new.limits] if new else []
    claims, gone_claims = _difference(new.names if new else (), old.claims)
    statements, gone_statements = _difference(new.statements if new else (), old.statements)
    facts, gone_facts = _difference(wanted, old.facts)

    former = _claims_beside(tx, _keys_of([*claims, *gone_claims]))
    gone = {old.claims[claim] for claim in gone_claims}
    kept = [stored for stored in former if stored.node not in gone]
    _delete(tx, [*gone, *(old.statements[s] for s in gone_statements), *(old.facts[f] for f in gone_facts)])
    entity_of_key = resolve([*((c.path, c.claim) for c in kept), *((path, claim) for claim in claims)])
    _write_entities(tx, entity_of_key.values())
    moved = _move_claims(tx, kept, former, entity_of_key)
    _create(tx, "Name", path, [{**rows.claim_properties(c), "to": entity_of_key[c.key].id} for c in claims])

    touched = {ends for fact in gone_facts if (ends := old.ends[fact])}
    touched |= _move_facts(tx, moved)
    touched |= _add_facts(tx, path, facts)
    _move_statements(tx, moved)
    _add_statements(tx, path, statements)
    _settle_relations(tx, touched)
    _delete_entities(tx, {c.entity for c in former} - {entity.id for entity in entity_of_key.values()})


def _difference(wanted: Collection[_T], stored: Collection[_T]) -> tuple[list[_T], list[_T]]:
    """The values that have to come, and those that have to go."""
    keep = set(wanted)
    return [value for value in wanted if value not in stored], [value for value in stored if value not in keep]


def _keys_of(claims: Iterable[NameClaim]) -> set[str]:
    return {key for claim in claims for key in (claim.key, claim.same_as) if key is not None}


def _stored(tx: ManagedTransaction, path: str) -> _Stored:
    stored = _Stored()
    query = "MATCH (n:Noteweave {document: $path}) RETURN elementId(n) AS node, labels(n) AS labels, n"
    for record in tx.run(query, path=path):
        node, labels, properties = record["node"], record["labels"], _Absent(record["n"])
        if "Name" in labels:
            stored.claims[rows.claim_from(properties)] = node
        elif "Statement" in labels:
            stored.statements[rows.statement_fact_from(properties)] = node
        else:
            fact = rows.fact_from(properties)
            stored.facts[fact] = node
            stored.ends[fact] = _stored_ends(properties)
    return stored


class _Absent(dict[str, Any]):
    """A node's properties, of which an absent one is None."""

    def __missing__(self, name: str) -> None:
        return None


def _stored_ends(fact: Properties) -> Ends | None:
    if fact["source_id"] is None:
        return None
    return fact["source_id"], fact["relation"], fact["target_id"], fact["condition"] or ""


# -- claims and entities -----------------------------------------------------------------------------


def _claims_beside(tx: ManagedTransaction, keys: set[str]) -> list[_StoredClaim]:
    """All claims on the entities that the keys stand for by now."""
    query = f"""{_ENTITY_OF_KEY} WITH DISTINCT e MATCH (n:Noteweave:Name)-[:NAMES]->(e)
        RETURN elementId(n) AS node, n, e.id AS entity"""
    found: dict[str, _StoredClaim] = {}
    for record in _batched(tx, query, sorted(keys)):
        claim = _Absent(record["n"])
        node = record["node"]
        found[node] = _StoredClaim(node, claim["document"], rows.claim_from(claim), record["entity"])
    return list(found.values())


def _move_claims(
    tx: ManagedTransaction,
    kept: list[_StoredClaim],
    former: list[_StoredClaim],
    entity_of_key: dict[str, Entity],
) -> set[str]:
    """Let kept claims name what their keys come to now; gives back the keys that moved from one entity to another."""
    changed = [c for c in kept if entity_of_key[c.claim.key].id != c.entity]
    query = """UNWIND $rows AS row MATCH (n:Noteweave:Name) WHERE elementId(n) = row.node
        MATCH (n)-[old:NAMES]->() DELETE old
        WITH n, row MATCH (e:Noteweave {id: row.to}) CREATE (n)-[:NAMES]->(e)"""
    _run(tx, query, [{"node": c.node, "to": entity_of_key[c.claim.key].id} for c in changed])
    was = {key: c.entity for c in former for key in _keys_of([c.claim])}
    return {key for key, entity in was.items() if key in entity_of_key and entity_of_key[key].id != entity}


def _write_entities(tx: ManagedTransaction, entities: Iterable[Entity]) -> None:
    """Create or change the entities that are not yet as they should be."""
    wanted = {entity.id: entity for entity in entities}
    query = f"MATCH (e:Noteweave:Entity) WHERE e.id IN $rows RETURN e {rows.ENTITY} AS entity"
    found = {rows.entity_from(record["entity"]) for record in _batched(tx, query, sorted(wanted))}
    changed = sorted((e for e in wanted.values() if e not in found), key=lambda entity: (entity.kind, entity.id))
    for kind, group in groupby(changed, key=lambda entity: entity.kind):
        others = "".join(f":{kind_label(other)}" for other in Kind if other is not kind)
        query = f"""UNWIND $rows AS row MERGE (e:Noteweave {{id: row.id}})
            SET e = row SET e:Entity:{kind_label(kind)} REMOVE e{others}"""
        _run(tx, query, [rows.entity_properties(entity) for entity in group])


def _delete_entities(tx: ManagedTransaction, ids: Collection[str]) -> None:
    _run(tx, "UNWIND $rows AS id MATCH (e:Noteweave:Entity {id: id}) DETACH DELETE e", sorted(ids))


# -- statements --------------------------------------------------------------------------------------


def _add_statements(tx: ManagedTransaction, path: str, statements: list[StatementFact]) -> None:
    entity_of = _entity_ids(tx, {statement.about for statement in statements})
    _create(tx, "Statement", path, [{**rows.statement_properties(s), "to": entity_of[s.about]} for s in statements])


def _move_statements(tx: ManagedTransaction, keys: set[str]) -> None:
    entity_of = _entity_ids(tx, keys)
    query = """UNWIND $rows AS row MATCH (s:Noteweave:Statement {about_key: row.key})-[old:ABOUT]->() DELETE old
        WITH s, row MATCH (e:Noteweave {id: row.to}) CREATE (s)-[:ABOUT]->(e)"""
    _run(tx, query, [{"key": key, "to": entity_of[key]} for key in sorted(keys)])


# -- facts and the relations that they make ----------------------------------------------------------


def _add_facts(tx: ManagedTransaction, path: str, facts: list[Fact]) -> set[Ends]:
    """Create the facts' nodes; gives back the relations that they are evidence of."""
    described = [rows.fact_properties(fact) for fact in facts]
    entity_of = _entity_ids(tx, _fact_keys(described))
    ends = [_ends(fact, entity_of) for fact in described]
    _create(tx, "Fact", path, [{**fact, **_end_ids(e)} for fact, e in zip(described, ends, strict=True)])
    return {e for e in ends if e}


def _move_facts(tx: ManagedTransaction, keys: set[str]) -> set[Ends]:
    """Let the facts on moved keys make what they make now; gives back the relations that this touches."""
    query = """UNWIND $rows AS key MATCH (f:Noteweave:Fact) WHERE f.source = key OR f.target = key
        RETURN DISTINCT elementId(f) AS node, f"""
    facts = {record["node"]: _Absent(record["f"]) for record in _batched(tx, query, sorted(keys))}
    entity_of = _entity_ids(tx, _fact_keys(facts.values()))
    now = {node: _ends(fact, entity_of) for node, fact in facts.items()}
    query = """UNWIND $rows AS row MATCH (f:Noteweave:Fact) WHERE elementId(f) = row.node
        SET f.source_id = row.source_id, f.target_id = row.target_id"""
    _run(tx, query, [{"node": node, **_end_ids(ends)} for node, ends in now.items()])
    return {ends for ends in (*now.values(), *map(_stored_ends, facts.values())) if ends}


def _fact_keys(facts: Iterable[Properties]) -> set[str]:
    return {key for fact in facts for key in (fact["source"], *([] if _is_limit(fact) else [fact["target"]]))}


def _is_limit(fact: Properties) -> bool:
    return fact.get("quantity") is not None


def _ends(fact: Properties, entity_of: dict[str, str]) -> Ends | None:
    source, relation = entity_of[fact["source"]], fact["relation"]
    if _is_limit(fact):
        return source, relation, source + fact["target"].removeprefix(fact["source"]), ""
    ends = relation_ends(source, RelationType(relation), entity_of[fact["target"]])
    return None if ends is None else (ends[0], relation, ends[1], fact.get("condition") or "")


def _end_ids(ends: Ends | None) -> Properties:
    return {"source_id": ends[0] if ends else None, "target_id": ends[2] if ends else None}


def _settle_relations(tx: ManagedTransaction, touched: set[Ends]) -> None:
    """Make these relations anew from their facts, which may be none, and see to the limits among their targets."""
    has_limit = {ends for ends in touched if ends[1] == RelationType.HAS_LIMIT}
    _write_entities(tx, _limits_of(tx, has_limit))
    for relation, group in groupby(sorted(touched, key=lambda ends: (ends[1], ends)), key=lambda ends: ends[1]):
        _settle_type(tx, relationship_type(RelationType(relation)), rows.ends_rows(group))
    query = """UNWIND $rows AS id MATCH (e:Noteweave:Limit {id: id}) WHERE NOT EXISTS { (e)<-[:HAS_LIMIT]-() }
        DETACH DELETE e"""
    _run(tx, query, sorted({ends[2] for ends in has_limit}))


def _settle_type(tx: ManagedTransaction, type_: str, relations: list[Properties]) -> None:
    match = "MATCH (a:Noteweave {id: row.source}) MATCH (b:Noteweave {id: row.target})"
    delete = f"MATCH (a)-[r:{type_}]->(b) WHERE coalesce(r.condition, '') = row.condition DELETE r"
    _run(tx, f"UNWIND $rows AS row {match} {delete}", relations)
    lists = ", ".join(f"{column}: collect(f.{name})" for column, name in rows.EVIDENCE.items())
    query = f"""UNWIND $rows AS row
        MATCH (f:Noteweave:Fact {{source_id: row.source, target_id: row.target}})
        WHERE f.relation = row.relation AND coalesce(f.condition, '') = row.condition
        WITH row, f ORDER BY f.document, f.line_start, f.line_end, f.statement, f.rule, f.source, f.target
        WITH row, {{{lists}}} AS evidence {match}
        CREATE (a)-[r:{type_}]->(b) SET r = evidence,
            r.condition = CASE row.condition WHEN '' THEN NULL ELSE row.condition END"""
    _run(tx, query, relations)


def _limits_of(tx: ManagedTransaction, relations: set[Ends]) -> list[Entity]:
    """The limits that these relations lead to, from all facts that state them."""
    query = """UNWIND $rows AS row MATCH (f:Noteweave:Fact {source_id: row.source, target_id: row.target})
        WHERE f.quantity IS NOT NULL RETURN f"""
    facts: dict[tuple[str, str], list[SourcedLimit]] = defaultdict(list)
    for record in _batched(tx, query, rows.ends_rows(relations)):
        node = _Absent(record["f"])
        fact = rows.fact_from(node)
        assert isinstance(fact, LimitFact)
        facts[node["source_id"], node["target_id"]].append((node["document"], fact))
    return [limit_entity(owner, said) for (owner, _), said in facts.items()]


def _entity_ids(tx: ManagedTransaction, keys: set[str]) -> dict[str, str]:
    found = _batched(tx, _ENTITY_OF_KEY + " RETURN key, e.id AS entity", sorted(keys))
    return {record["key"]: record["entity"] for record in found}


# -- batches -----------------------------------------------------------------------------------------


_JOINED = {"Name": "NAMES", "Statement": "ABOUT"}


def _create(tx: ManagedTransaction, label: str, path: str, described: list[Properties]) -> None:
    """Nodes of the document with these properties; `to` is the entity that a name or a statement is joined with."""
    join = ""
    if label in _JOINED:
        join = f"""WITH d, row, n MATCH (e:Noteweave {{id: row.to}})
            CREATE (n)-[:IN]->(d), (n)-[:{_JOINED[label]}]->(e)"""
    query = f"""MATCH (d:Noteweave:Document {{path: $path}}) UNWIND $rows AS row
        CREATE (n:Noteweave:{label}) SET n = row, n.document = $path, n.to = NULL {join}"""
    _run(tx, query, described, path=path)


def _delete(tx: ManagedTransaction, nodes: list[str]) -> None:
    _run(tx, "UNWIND $rows AS node MATCH (n:Noteweave) WHERE elementId(n) = node DETACH DELETE n", nodes)


def _run(tx: ManagedTransaction, query: str, values: list[Any], **parameters: Any) -> None:
    for start in range(0, len(values), NEO4J_BATCH_ROWS):
        tx.run(query, rows=values[start : start + NEO4J_BATCH_ROWS], **parameters).consume()


def _batched(tx: ManagedTransaction, query: str, values: list[Any]) -> Iterator[Any]:
    for start in range(0, len(values), NEO4J_BATCH_ROWS):
        yield from tx.run(query, rows=values[start : start + NEO4J_BATCH_ROWS])

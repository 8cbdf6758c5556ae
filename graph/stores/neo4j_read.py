"""What the Neo4j store answers, each as one or two queries through `ask`, which runs a query and gives its rows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any, Protocol

from graph.resolve import canonical, claim_order, fold
from graph.stores import neo4j_rows as rows
from graph.stores.neo4j_schema import ANY_RELATION, NAME_WORDS, STATEMENT_WORDS, kind_label, relationship_type
from graph.stores.texts import MAX_OF_COMMON, MAX_RANKED, sought_words
from graph.values import (
    Contribution,
    Counts,
    Document,
    Edge,
    EdgeFact,
    Entity,
    LimitFact,
    Name,
    Relation,
    Statement,
    Subgraph,
)
from graph.vocabulary import Direction, Kind, RelationType

PAGE_ROWS = 1_000

Row = dict[str, Any]


class Ask(Protocol):
    """Runs a reading query with its parameters."""

    def __call__(self, query: str, /, **parameters: Any) -> list[Row]: ...


_LISTS = ", ".join(f"r.{column} AS {column}" for column in rows.EVIDENCE)
_RELATION = "startNode(r).id AS source, toLower(type(r)) AS relation, endNode(r).id AS target, r.condition AS condition"
_IN_ORDER = "ORDER BY source, relation, target, coalesce(condition, '')"
_RARITY = "1 + toInteger(1000 * log($ranked * 1.0 / size(holding[..$ranked])))"  # as graph.stores.texts.rarity


def counts(ask: Ask) -> Counts:
    row = ask(f"""
        RETURN COUNT {{ (:Noteweave:Document) }} AS documents, COUNT {{ (:Noteweave:Statement) }} AS statements,
            COUNT {{ MATCH (e:Noteweave:Entity) WHERE NOT e:Limit }} AS entities,
            COUNT {{ (:Noteweave:Entity)-[:{ANY_RELATION}]->(:Noteweave:Entity) }} AS relations,
            COUNT {{ (:Noteweave:Limit) }} AS limits""")[0]
    return Counts(**row)


# -- entities ----------------------------------------------------------------------------------------


def entities(ask: Ask, ids: Collection[str]) -> tuple[Entity, ...]:
    query = f"MATCH (e:Noteweave:Entity) WHERE e.id IN $ids RETURN e {rows.ENTITY} AS entity ORDER BY e.id"
    return _entities(ask(query, ids=list(ids)))


def named(ask: Ask, name: str) -> tuple[Entity, ...]:
    """By way of the claims, whose texts are all names and aliases, and of the limits' own names."""
    query = f"""MATCH (n:Noteweave {{folded: $folded}}) OPTIONAL MATCH (n)-[:NAMES]->(named:Noteweave)
        WITH DISTINCT coalesce(named, n) AS e
        RETURN e {rows.ENTITY} AS entity ORDER BY e.folded <> $folded, e.id"""
    return _entities(ask(query, folded=fold(name)))


def vocabulary(ask: Ask) -> Iterator[tuple[str, str]]:
    query = """MATCH (e:Noteweave:Entity) WHERE NOT e:Limit
        UNWIND [e.name] + e.aliases AS text RETURN text, e.id AS id ORDER BY text, id"""
    return ((row["text"], row["id"]) for row in ask(query))


def find_entities(ask: Ask, text: str, limit: int) -> tuple[Entity, ...]:
    sought = rows.match_all(sought_words(text), beginning=True)
    if not sought or limit <= 0:
        return ()
    query = f"""CALL db.index.fulltext.queryNodes('{NAME_WORDS}', $sought) YIELD node AS e
        RETURN e {rows.ENTITY} AS entity
        ORDER BY NOT $folded IN e.labels, e.kind = '{Kind.LIMIT.value}', size(e.name), e.id LIMIT $limit"""
    return _entities(ask(query, sought=sought, folded=fold(text), limit=limit))


def _entities(found: Iterable[Row]) -> tuple[Entity, ...]:
    return tuple(rows.entity_from(row["entity"]) for row in found)


# -- statements --------------------------------------------------------------------------------------


def statements(ask: Ask, match: str, *, limit: int | None = None, **parameters: Any) -> tuple[Statement, ...]:
    """Statements in order, with a limit the first of them; `match` finds them as `s` and, if it likes, what they are
    about as `e`."""
    query = f"""{match} MATCH (s)-[:ABOUT]->(e:Noteweave)
        RETURN s {rows.STATEMENT} AS statement, e.id AS about ORDER BY s.document, s.line_start, s.statement_id"""
    first = "" if limit is None else f" LIMIT {max(limit, 0)}"
    return _statements(ask(query + first, **parameters))


def find_statements(ask: Ask, text: str, limit: int, *, any_word: bool) -> tuple[Statement, ...]:
    words = sought_words(text)
    sought = rows.match_each(words) if any_word else [rows.match_all(words, beginning=False)]
    if not any(sought) or limit <= 0:
        return ()
    query = f"""UNWIND $sought AS words
        CALL (words) {{ CALL db.index.fulltext.queryNodes('{STATEMENT_WORDS}', words) YIELD node
            WITH node ORDER BY node.document, node.line_start, node.statement_id RETURN collect(node) AS holding }}
        UNWIND CASE WHEN size(holding) < $ranked THEN holding ELSE holding[..$common] END AS s
        WITH s, sum({_RARITY}) AS score
        ORDER BY score DESC, size(s.text), s.document, s.line_start, s.statement_id LIMIT $limit
        MATCH (s)-[:ABOUT]->(e:Noteweave) RETURN s {rows.STATEMENT} AS statement, e.id AS about
        ORDER BY score DESC, size(s.text), s.document, s.line_start, s.statement_id"""
    return _statements(ask(query, sought=sought, limit=limit, ranked=MAX_RANKED, common=MAX_OF_COMMON))


def _statements(found: Iterable[Row]) -> tuple[Statement, ...]:
    return tuple(rows.statement_from(row["statement"], row["about"]) for row in found)


# -- relations ---------------------------------------------------------------------------------------


def relations(
    ask: Ask,
    ids: Collection[str],
    types: Collection[RelationType] | None,
    direction: Direction | None,
    limit: int | None,
    *,
    strongest: bool = False,
) -> tuple[Relation, ...]:
    if types is not None and not types:
        return ()
    query = f"""{_chosen(types, direction, limit, strongest=strongest)}
        RETURN source, relation, target, condition, {_LISTS} {_IN_ORDER}"""
    return _relations(ask, ask(query, ids=list(ids), limit=max(limit or 0, 0)))


def edges(
    ask: Ask,
    ids: Collection[str],
    types: Collection[RelationType] | None,
    direction: Direction | None,
    each: int | None,
) -> tuple[Edge, ...]:
    if types is not None and not types:
        return ()
    found = set[Edge]()
    for way in [direction] if direction else Direction:
        query = f"""MATCH (e:Noteweave:Entity) WHERE e.id IN $ids CALL (e) {{ MATCH {_pattern(types, way)}
                WITH r, {_RELATION} {"" if each is None else f"{_IN_ORDER} LIMIT {max(each, 0)}"}
                RETURN source, relation, target, condition, size(r.statements) AS lines }}
            RETURN source, relation, target, condition, lines"""
        found.update(map(rows.edge_from, ask(query, ids=list(ids))))
    return tuple(sorted(found, key=lambda edge: (*edge[:3], edge.condition or "")))


def edges_between(ask: Ask, ones: Collection[str], others: Collection[str]) -> tuple[Edge, ...]:
    query = f"""MATCH (e:Noteweave:Entity)-[r:{ANY_RELATION}]-(other:Noteweave:Entity)
        WHERE e.id IN $ones AND other.id IN $others
        WITH DISTINCT r, {_RELATION} {_IN_ORDER}
        RETURN source, relation, target, condition, size(r.statements) AS lines"""
    return tuple(map(rows.edge_from, ask(query, ones=list(ones), others=list(others))))


def shared_neighbours(ask: Ask, one: str, other: str) -> tuple[str, ...]:
    query = f"""MATCH (one:Noteweave:Entity {{id: $one}})-[:{ANY_RELATION}]-(shared:Noteweave:Entity)
        WITH DISTINCT shared MATCH (other:Noteweave:Entity {{id: $other}})
        WHERE EXISTS {{ (shared)-[:{ANY_RELATION}]-(other) }}
        RETURN shared.id AS id ORDER BY id"""
    return tuple(row["id"] for row in ask(query, one=one, other=other))


def relations_of(ask: Ask, edges: Collection[Edge]) -> tuple[Relation, ...]:
    query = f"""UNWIND $edges AS edge
        MATCH (:Noteweave:Entity {{id: edge.source}})-[r]->(:Noteweave:Entity {{id: edge.target}})
        WHERE type(r) = edge.type AND coalesce(r.condition, '') = edge.condition
        RETURN {_RELATION}, {_LISTS} {_IN_ORDER}"""
    found = rows.ends_rows((e.source, e.relation.value, e.target, e.condition or "") for e in set(edges))
    return _relations(ask, ask(query, edges=found)) if found else ()


def _chosen(
    types: Collection[RelationType] | None, direction: Direction | None, limit: int | None, *, strongest: bool
) -> str:
    """The relations of $ids as `r` with its ends, with a limit the first $limit or those with most evidence."""
    order = _IN_ORDER.replace("BY", "BY size(r.statements) DESC,") if strongest else _IN_ORDER
    return f"""MATCH (e:Noteweave:Entity) WHERE e.id IN $ids MATCH {_pattern(types, direction)}
        WITH DISTINCT r, {_RELATION} {order}{"" if limit is None else " LIMIT $limit"}"""


def _pattern(types: Collection[RelationType] | None, direction: Direction | None) -> str:
    """The relations `r` of an entity `e`."""
    return {
        None: "(e)-[r:{}]-(:Noteweave)",
        Direction.OUT: "(e)-[r:{}]->(:Noteweave)",
        Direction.IN: "(e)<-[r:{}]-(:Noteweave)",
    }[direction].format(_types(types))


def _types(types: Collection[RelationType] | None) -> str:
    return ANY_RELATION if types is None else "|".join(sorted(map(relationship_type, types)))


def _relations(ask: Ask, found: list[Row]) -> tuple[Relation, ...]:
    ids = {statement for row in found for statement in row["statements"]}
    query = """MATCH (s:Noteweave:Statement) WHERE s.statement_id IN $ids
        RETURN s.statement_id AS id, s.text AS text"""
    texts = {row["id"]: row["text"] for row in ask(query, ids=list(ids))} if ids else {}
    return tuple(rows.relation_from(row, texts) for row in found)


def degree(ask: Ask, ids: Collection[str], most: int | None) -> dict[str, int]:
    query = f"""MATCH (e:Noteweave:Entity) WHERE e.id IN $ids
        RETURN e.id AS id, COUNT {{ (e)-[:{ANY_RELATION}]-() }} AS degree ORDER BY id"""
    found = {row["id"]: row["degree"] for row in ask(query, ids=list(ids))}
    return found if most is None else {entity_id: min(count, max(most, 0)) for entity_id, count in found.items()}


def neighbourhood(
    ask: Ask,
    entity_id: str,
    types: Collection[RelationType] | None,
    kinds: Collection[Kind] | None,
    limit: int,
) -> Subgraph:
    near, left_out = _nearest(ask, entity_id, types, kinds, max(limit, 0))
    query = f"""MATCH (e:Noteweave:Entity {{id: $id}})-[r:{_types(types)}]-(other:Noteweave)
        WHERE other.id IN $near
        RETURN {_RELATION}, {_LISTS} {_IN_ORDER}"""
    joined = _relations(ask, ask(query, id=entity_id, near=near)) if near else ()
    return Subgraph(entities(ask, [entity_id, *near]), joined, left_out)


def _nearest(
    ask: Ask,
    entity_id: str,
    types: Collection[RelationType] | None,
    kinds: Collection[Kind] | None,
    limit: int,
) -> tuple[list[str], int]:
    """The ids of the neighbours with most evidence, and how many more there are."""
    if (types is not None and not types) or (kinds is not None and not kinds):
        return [], 0
    of_kind = "" if kinds is None else "WHERE other:" + "|".join(sorted(map(kind_label, kinds)))
    query = f"""MATCH (:Noteweave:Entity {{id: $id}})-[r:{_types(types)}]-(other:Noteweave:Entity) {of_kind}
        WITH other.id AS id, sum(size(r.statements)) AS weight ORDER BY weight DESC, id
        WITH collect(id) AS ids RETURN ids[..$limit] AS near, size(ids) AS found"""
    row = ask(query, id=entity_id, limit=limit)[0]
    return row["near"], row["found"] - len(row["near"])


# -- a document --------------------------------------------------------------------------------------


def contribution(ask: Ask, path: str) -> Contribution | None:
    found = ask("MATCH (d:Noteweave:Document {path: $path}) RETURN d", path=path)
    if not found:
        return None
    document = found[0]["d"]
    facts = _of_document(ask, path, "Fact", rows.FACT, rows.fact_from)
    return canonical(
        Contribution(
            document=document_from(document),
            reader=document["reader"],
            buckets=rows.buckets_from(document),
            statements=tuple(_of_document(ask, path, "Statement", rows.STATEMENT, rows.statement_fact_from)),
            names=tuple(_of_document(ask, path, "Name", rows.CLAIM, rows.claim_from)),
            edges=tuple(fact for fact in facts if isinstance(fact, EdgeFact)),
            limits=tuple(fact for fact in facts if isinstance(fact, LimitFact)),
        )
    )


def _of_document(ask: Ask, path: str, label: str, properties: str, value: Callable[[Row], Any]) -> list[Any]:
    query = f"MATCH (n:Noteweave:{label} {{document: $path}}) RETURN n {properties} AS n"
    return [value(row["n"]) for row in ask(query, path=path)]


def document_from(node: Row) -> Document:
    return Document(node["path"], node["title"], node["sha256"], node["lines"], node["text"])


def names(ask: Ask, path: str) -> list[Name]:
    query = f"""MATCH (n:Noteweave:Name {{document: $path}})-[:NAMES]->(e:Noteweave)
        RETURN n {rows.CLAIM} AS claim, e.id AS entity"""
    found = [Name(row["entity"], path, rows.claim_from(row["claim"])) for row in ask(query, path=path)]
    return sorted(found, key=lambda name: claim_order(name.claim))


# -- everything --------------------------------------------------------------------------------------


def iter_entities(ask: Ask, kind: Kind | None) -> Iterator[Entity]:
    """All entities by id, a page at a time, each page beginning where the one before ended."""
    label = "Entity" if kind is None else kind_label(kind)
    query = f"""MATCH (e:Noteweave) WHERE e.id > $after AND e:{label}
        RETURN e {rows.ENTITY} AS entity ORDER BY e.id LIMIT {PAGE_ROWS}"""
    after = ""
    while page := _entities(ask(query, after=after)):
        yield from page
        after = page[-1].id


def iter_relations(ask: Ask) -> Iterator[Relation]:
    """All relations by source, a page of sources at a time."""
    query = f"""MATCH (e:Noteweave) WHERE e.id > $after AND e:Entity
        RETURN e.id AS id ORDER BY e.id LIMIT {PAGE_ROWS}"""
    after = ""
    while page := [row["id"] for row in ask(query, after=after)]:
        yield from relations(ask, page, None, Direction.OUT, None)
        after = page[-1]

"""The JSON interchange format, outwards: the whole graph as one object, the same bytes for equal graphs.

Beyond the fields of the format's description an export holds what a contribution needs to be rebuilt exactly: the
`key` of a statement, the `same_as` of a name, the two keys of a piece of evidence, the `reader` of a document, the
`limit` of a piece of evidence that words it otherwise than the limit's entity, and the list `sleeping`: edges whose two
ends are one entity for now. Absolute folders and packs stay in the store. graph.interchange_reader reads it back.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any

from graph.store import GraphStore
from graph.values import EdgeFact, Entity, Evidence, Limit, LimitFact, Name, Relation, Statement

FORMAT = "noteweave-graph"
VERSION = 1

Json = dict[str, Any]
_LimitPlace = tuple[str, str, str, int, int, str]
"""Which piece of evidence: its owner's key, the limit's suffix, the statement, its first and last line, the rule."""


def write_export(store: GraphStore, file: IO[str]) -> None:
    """Write the graph to a text file; memory stays bounded by the largest document."""
    for piece in export_graph(store):
        file.write(piece)


def export_graph(store: GraphStore) -> Iterator[str]:
    """The graph's JSON in pieces. Keys are sorted and each item of a list stands on a line of its own."""
    paths = sorted(document.path for document in store.documents())
    sleeping, reworded = _what_the_graph_hides(store, paths)
    lists: dict[str, Callable[[], Iterable[Json]]] = {
        "documents": lambda: filter(None, (_document(store, path) for path in paths)),
        "entities": lambda: map(_entity, store.iter_entities()),
        "lines": lambda: (line for path in paths for line in _lines(store, path)),
        "names": lambda: map(_name, store.iter_names()),
        "relations": lambda: (_relation(relation, reworded) for relation in store.iter_relations()),
        "sleeping": lambda: sleeping,
        "statements": lambda: (statement for path in paths for statement in _statements(store, path)),
    }
    yield "{\n"
    for name, items in lists.items():
        if name == "lines":
            yield f'"format": "{FORMAT}",\n'
        yield from _list(name, items())
    yield f'"version": {VERSION}\n}}\n'


def _list(name: str, items: Iterable[Json]) -> Iterator[str]:
    yield f'"{name}": ['
    separator = "\n"
    for item in items:
        yield separator + json.dumps(item, ensure_ascii=False, sort_keys=True)
        separator = ",\n"
    yield "],\n"


def _what_the_graph_hides(store: GraphStore, paths: list[str]) -> tuple[list[Json], dict[_LimitPlace, Limit]]:
    """What entities and relations do not show: edges within one entity, and limits worded unlike their entity."""
    sleeping: list[Json] = []
    reworded: dict[_LimitPlace, Limit] = {}
    for path in paths:
        contribution = store.contribution(path)
        if contribution is None:  # forgotten by another program in the meantime
            continue
        entity_of: dict[str, str] = {}
        for name in store.iter_names(path):
            entity_of[name.claim.key] = entity_of[name.claim.same_as or name.claim.key] = name.entity
        within = (edge for edge in contribution.edges if entity_of[edge.source] == entity_of[edge.target])
        sleeping.extend(_sleeping(path, edge) for edge in within)
        limit_of = {fact: entity_of[fact.owner] + fact.limit.suffix for fact in contribution.limits}
        stored = {entity.id: entity.limit for entity in store.entities(list(limit_of.values()))}
        reworded.update((_limit_place(fact), fact.limit) for fact, id_ in limit_of.items() if stored[id_] != fact.limit)
    return sleeping, reworded


def _limit_place(fact: LimitFact) -> _LimitPlace:
    return fact.owner, fact.limit.suffix, fact.statement, fact.line_start, fact.line_end, fact.rule


def _document(store: GraphStore, path: str) -> Json | None:
    contribution = store.contribution(path)
    if contribution is None:
        return None
    document = contribution.document
    return {
        "id": path,
        "path": path,
        "title": document.title,
        "sha256": document.sha256,
        "lines": document.lines,
        "text": document.text,
        "reader": contribution.reader,
    }


def _lines(store: GraphStore, path: str) -> Iterator[Json]:
    for bucket in store.buckets(path):
        yield {"document": path, "line": bucket.line, "bucket": bucket.bucket}


def _statements(store: GraphStore, path: str) -> list[Json]:
    return [_statement(statement) for statement in sorted(store.iter_statements(path), key=lambda found: found.id)]


def _statement(statement: Statement) -> Json:
    return {
        "id": statement.id,
        "document": statement.document,
        "line_start": statement.line_start,
        "line_end": statement.line_end,
        "text": statement.text,
        "about": statement.about,
        "key": statement.key,
        "facets": list(statement.facets),
    }


def _name(name: Name) -> Json:
    claim = name.claim
    return {
        "entity": name.entity,
        "key": claim.key,
        "text": claim.text,
        "document": name.document,
        "line": claim.line,
        "rule": claim.rule,
        "kind": claim.kind,
        "description": claim.description,
        "same_as": claim.same_as,
    }


def _entity(entity: Entity) -> Json:
    shown: Json = {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind,
        "aliases": list(entity.aliases),
        "description": entity.description,
    }
    return shown if entity.limit is None else {**shown, "limit": _limit(entity.limit)}


def _limit(limit: Limit) -> Json:
    return {
        "quantity": limit.quantity,
        "bound": limit.bound,
        "value": int(limit.value) if float(limit.value).is_integer() else limit.value,
        "unit": limit.unit,
        "scope": limit.scope,
    }


def _relation(relation: Relation, reworded: dict[_LimitPlace, Limit]) -> Json:
    return {
        "source": relation.source,
        "relation": relation.relation,
        "target": relation.target,
        "condition": relation.condition,
        "evidence": [_evidence(evidence, reworded) for evidence in relation.evidence],
    }


def _evidence(evidence: Evidence, reworded: dict[_LimitPlace, Limit]) -> Json:
    shown: Json = {
        "statement": evidence.statement,
        "document": evidence.document,
        "line_start": evidence.line_start,
        "line_end": evidence.line_end,
        "rule": evidence.rule,
        "source_key": evidence.source_key,
        "target_key": evidence.target_key,
    }
    suffix = evidence.target_key.removeprefix(evidence.source_key)
    place = (evidence.line_start, evidence.line_end, evidence.rule)
    limit = reworded.get((evidence.source_key, suffix, evidence.statement, *place))
    return shown if limit is None else {**shown, "limit": _limit(limit)}


def _sleeping(path: str, edge: EdgeFact) -> Json:
    return {
        "document": path,
        "source_key": edge.source,
        "relation": edge.relation,
        "target_key": edge.target,
        "condition": edge.condition,
        "statement": edge.statement,
        "line_start": edge.line_start,
        "line_end": edge.line_end,
        "rule": edge.rule,
    }

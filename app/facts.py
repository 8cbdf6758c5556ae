"""The values of the graph in the JSON of the command line: a contract, to which fields may be added, none renamed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.values import Entity, Evidence, Limit, Relation, Statement

if TYPE_CHECKING:
    from graph.queries.profile import Profile

Json = dict[str, Any]


def entity(value: Entity) -> Json:
    """An entity; `limit` only where it is one."""
    shown: Json = {
        "id": value.id,
        "name": value.name,
        "kind": value.kind.value,
        "aliases": list(value.aliases),
        "description": value.description,
    }
    return shown if value.limit is None else {**shown, "limit": limit(value.limit)}


def limit(value: Limit) -> Json:
    """A limit; a number without a fraction is an integer."""
    return {
        "quantity": value.quantity,
        "bound": value.bound.value,
        "value": int(value.value) if float(value.value).is_integer() else value.value,
        "unit": value.unit,
        "scope": value.scope,
    }


def statement(value: Statement) -> Json:
    """A statement with its place."""
    return {
        "id": value.id,
        "document": value.document,
        "line_start": value.line_start,
        "line_end": value.line_end,
        "text": value.text,
        "about": value.about,
        "facets": list(value.facets),
    }


def evidence(value: Evidence) -> Json:
    """Where a relation is said, with the notes' own words."""
    return {
        "statement": value.statement,
        "document": value.document,
        "line_start": value.line_start,
        "line_end": value.line_end,
        "rule": value.rule,
        "text": value.text,
    }


def relation(value: Relation) -> Json:
    """A relation with its evidence."""
    return {
        "source": value.source,
        "relation": value.relation.value,
        "target": value.target,
        "condition": value.condition,
        "evidence": [evidence(item) for item in value.evidence],
    }


def profile(value: Profile) -> Json:
    """An entity's page; `limits` are ask's limits with their lines."""
    return {
        "entity": entity(value.entity),
        "statements": [statement(item) for item in value.statements],
        "limits": [_owned_limit(value.entity, found, edge) for found, edge in value.limits],
        "relations": [relation(item) for item in value.relations],
    }


def _owned_limit(owner: Entity, found: Entity, edge: Relation) -> Json:
    assert found.limit is not None
    said = [evidence(item) for item in edge.evidence]
    return {"owner": owner.id, "owner_name": owner.name, **limit(found.limit), "evidence": said}

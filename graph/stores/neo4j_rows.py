"""Properties of the Neo4j store's nodes and relationships to values and back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graph.resolve import fold
from graph.stores.texts import without_accents
from graph.values import (
    Contribution,
    Edge,
    EdgeFact,
    Entity,
    Evidence,
    Limit,
    LimitFact,
    LineBucket,
    NameClaim,
    Relation,
    Statement,
    StatementFact,
)
from graph.vocabulary import Bound, Bucket, Kind, RelationType

Properties = dict[str, Any]

Ends = tuple[str, str, str, str]
"""What makes a relation one: source, relation, target and condition ("" for none)."""

ENTITY = "{.id, .name, .kind, .aliases, .description, .quantity, .bound, .value, .unit, .scope}"
CLAIM = "{.document, .key, .text, .line, .rule, .claimed_kind, .description, .same_as}"
FACT = (
    "{.document, .source, .relation, .target, .condition, .statement, .line_start, .line_end, .rule, "
    ".quantity, .bound, .value, .unit, .scope, .source_id, .target_id}"
)
STATEMENT = "{.statement_id, .document, .line_start, .line_end, .text, .about_key, .facets}"

EVIDENCE = {
    "statements": "statement",
    "documents": "document",
    "line_starts": "line_start",
    "line_ends": "line_end",
    "rules": "rule",
    "source_keys": "source",
    "target_keys": "target",
}
"""The lists of a relationship, each with the property of the facts that it gathers."""

MAX_BEGINNING_CHARACTERS = 200  # the index refuses a beginning of more than 1,000

_PART = re.compile(r"[^\W_]+")


# -- entities ----------------------------------------------------------------------------------------


def entity_properties(entity: Entity) -> Properties:
    labels = [fold(entity.name), *map(fold, entity.aliases)]
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind.value,
        "aliases": list(entity.aliases),
        "description": entity.description,
        "folded": labels[0],
        "labels": labels,
        "name_words": indexed(" ".join((entity.name, *entity.aliases))),
        **_measure(entity.limit),
    }


def entity_from(node: Mapping[str, Any]) -> Entity:
    return Entity(
        node["id"], node["name"], Kind(node["kind"]), tuple(node["aliases"]), node["description"], limit_from(node)
    )


def _measure(limit: Limit | None) -> Properties:
    if limit is None:
        return {}
    measured = {"quantity": limit.quantity, "bound": limit.bound.value, "value": float(limit.value)}
    return {**measured, "unit": limit.unit, "scope": limit.scope}


def limit_from(row: Mapping[str, Any]) -> Limit | None:
    if row["quantity"] is None:
        return None
    return Limit(row["quantity"], Bound(row["bound"]), row["value"], row["unit"], row["scope"])


# -- what a document contributes ---------------------------------------------------------------------


def document_properties(contribution: Contribution) -> Properties:
    document = contribution.document
    return {
        "path": document.path,
        "title": document.title,
        "sha256": document.sha256,
        "lines": document.lines,
        "text": document.text,
        "reader": contribution.reader,
        "statements": len(contribution.statements),
        "edges": len(contribution.edges),
        "limits": len(contribution.limits),
        "bucket_lines": [bucket.line for bucket in contribution.buckets],
        "buckets": [bucket.bucket.value for bucket in contribution.buckets],
    }


def buckets_from(node: Mapping[str, Any]) -> tuple[LineBucket, ...]:
    pairs = zip(node["bucket_lines"], node["buckets"], strict=True)
    return tuple(LineBucket(line, Bucket(bucket)) for line, bucket in pairs)


def claim_properties(claim: NameClaim) -> Properties:
    return {
        "key": claim.key,
        "text": claim.text,
        "line": claim.line,
        "rule": claim.rule,
        "claimed_kind": claim.kind.value if claim.kind else None,
        "description": claim.description,
        "same_as": claim.same_as,
        "folded": fold(claim.text),
    }


def claim_from(node: Mapping[str, Any]) -> NameClaim:
    kind = Kind(node["claimed_kind"]) if node["claimed_kind"] else None
    return NameClaim(node["key"], node["text"], node["line"], node["rule"], kind, node["description"], node["same_as"])


def statement_properties(fact: StatementFact) -> Properties:
    return {
        "statement_id": fact.id,
        "line_start": fact.line_start,
        "line_end": fact.line_end,
        "text": fact.text,
        "about_key": fact.about,
        "facets": list(fact.facets),
        "words": indexed(fact.text),
    }


def statement_fact_from(node: Mapping[str, Any]) -> StatementFact:
    place = node["statement_id"], node["line_start"], node["line_end"]
    return StatementFact(*place, node["text"], node["about_key"], tuple(node["facets"]))


def statement_from(node: Mapping[str, Any], about: str) -> Statement:
    place = node["statement_id"], node["document"], node["line_start"], node["line_end"]
    return Statement(*place, node["text"], about, node["about_key"], tuple(node["facets"]))


def fact_properties(fact: EdgeFact | LimitFact) -> Properties:
    place = {"statement": fact.statement, "line_start": fact.line_start, "line_end": fact.line_end, "rule": fact.rule}
    if isinstance(fact, LimitFact):
        limit = fact.owner + fact.limit.suffix
        ends = {"source": fact.owner, "relation": RelationType.HAS_LIMIT.value, "target": limit}
        return {**ends, **place, **_measure(fact.limit)}
    ends = {"source": fact.source, "relation": fact.relation.value, "target": fact.target}
    return {**ends, "condition": fact.condition, **place}


def fact_from(node: Mapping[str, Any]) -> EdgeFact | LimitFact:
    place = node["statement"], node["line_start"], node["line_end"], node["rule"]
    limit = limit_from(node)
    if limit is not None:
        return LimitFact(node["source"], limit, *place)
    return EdgeFact(node["source"], RelationType(node["relation"]), node["target"], node["condition"], *place)


# -- relations ---------------------------------------------------------------------------------------


def edge_from(row: Mapping[str, Any]) -> Edge:
    return Edge(row["source"], RelationType(row["relation"]), row["target"], row["condition"], row["lines"])


def relation_from(row: Mapping[str, Any], texts: Mapping[str, str]) -> Relation:
    """A relation from its row, which holds the lists of EVIDENCE, and the texts of the statements."""
    evidence = tuple(
        Evidence(statement, document, start, end, rule, source, target, texts.get(statement, ""))
        for statement, document, start, end, rule, source, target in zip(
            *(row[column] for column in EVIDENCE), strict=True
        )
    )
    return Relation(row["source"], RelationType(row["relation"]), row["target"], row["condition"], evidence)


def ends_rows(relations: Iterable[Ends]) -> list[Properties]:
    """Parameters for a query, grouped by relation type; `type` is the relationship's."""
    return [
        {"source": source, "relation": relation, "target": target, "condition": condition, "type": relation.upper()}
        for source, relation, target, condition in sorted(relations, key=lambda ends: (ends[1], ends))
    ]


# -- words -------------------------------------------------------------------------------------------


def indexed(text: str) -> str:
    """The text's words for the full-text index: folded, without accents, parted by blanks."""
    return " ".join(_PART.findall(without_accents(text)))


def match_all(words: Sequence[str], *, beginning: bool) -> str:
    """A full-text query for all of the words, with `beginning` the last one as a beginning; "" without a word.

    The words hold letters and digits only, so nothing in them is read as the index's own syntax.
    """
    wanted = [f"+{word}" for word in match_each(words)]
    if wanted and beginning and len(words[-1]) <= MAX_BEGINNING_CHARACTERS:
        last = without_accents(words[-1])
        wanted[-1] = f"+({last} {last}*)"
    return " ".join(wanted)


def match_each(words: Sequence[str]) -> list[str]:
    """A full-text query for each of the words."""
    return [f'"{without_accents(word)}"' for word in words]

"""Under which rows a statement stands: by its own words, and by its relations, its place and its feature."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graph.comparison.columns import Column
from graph.comparison.lines import DocumentLines
from graph.lexicon import facets as facets_of_words
from graph.names import normal_form, opening_form
from graph.values import Relation, Statement
from graph.vocabulary import Facet, RelationType

_OF_RELATION: dict[RelationType, Facet] = {
    RelationType.TRIGGERS: Facet.INTEGRATION,
    RelationType.SENDS_TO: Facet.INTEGRATION,
    RelationType.READS_FROM: Facet.INTEGRATION,
    RelationType.INTEGRATES_WITH: Facet.INTEGRATION,
    RelationType.STORES_IN: Facet.STORAGE,
    RelationType.SUPPORTS: Facet.SUPPORT,
    RelationType.HAS_LIMIT: Facet.LIMITS,
    RelationType.SUITED_TO: Facet.SUITABILITY,
    RelationType.NOT_SUITED_TO: Facet.SUITABILITY,
    RelationType.USE_INSTEAD_OF: Facet.SUITABILITY,
    RelationType.RAISES: Facet.ERRORS,
    RelationType.KIND_OF: Facet.PURPOSE,
    RelationType.REPLACES: Facet.PURPOSE,
}
_OPENING_STATEMENTS = 2
_SHORT_WORDS = 3


def placed(
    column: Column, said: Sequence[Statement], relations: Iterable[Relation], lines: DocumentLines
) -> list[Statement]:
    """The statements of a column with all their facets; a mere name or lead-in ("Good for:") is left out.

    A line that a relation was read from has the relation's facet, and a line about something else has no other. What
    opens the notes on the entity, or explains it after its own name ("Queue: keeps messages"), tells its purpose. A
    line without any facet has that of its feature's name ("Durable storage"), and one of a few words that of the whole
    line or row that it stands in.
    """
    of_relations = _of_relations(relations)
    opening = _opening(column.entity.id, said)
    names = {normal_form(name) for name in (column.entity.name, *column.entity.aliases)}
    most = max(name.count(" ") for name in names) + 1
    made = []
    for statement in said:
        if statement.text.rstrip().endswith(":") or opening_form(statement.text, most + 1) in names:
            continue
        found = set(statement.facets) if statement.about in column.members else set()
        found |= of_relations.get(statement.id, set())
        opens = statement.id in opening and Facet.LIMITS.value not in found and not _is_cell(statement, lines)
        if opens or _explains(statement.text, names):
            found.add(Facet.PURPOSE.value)
        if statement.about in column.features and not found:
            found.update(facets_of_words(column.features.get(statement.about, "")))
        if not found and len(statement.text.split()) <= _SHORT_WORDS:
            found.update(facets_of_words(lines.text(statement)))
        made.append(statement._replace(facets=tuple(sorted(found))))
    return made


def _of_relations(relations: Iterable[Relation]) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for relation in relations:
        facet = _OF_RELATION.get(relation.relation)
        if facet is not None:
            for evidence in relation.evidence:
                found[evidence.statement].add(facet.value)
    return found


def _opening(entity_id: str, said: Sequence[Statement]) -> set[str]:
    """The first statements about the entity in each document."""
    first: dict[str, list[str]] = defaultdict(list)
    for statement in said:
        if statement.about == entity_id and len(first[statement.document]) < _OPENING_STATEMENTS:
            first[statement.document].append(statement.id)
    return {identity for identities in first.values() for identity in identities}


def _is_cell(statement: Statement, lines: DocumentLines) -> bool:
    """Whether it is a cell of a table, which opens nothing."""
    return lines.text(statement).startswith("|")


def _explains(text: str, names: set[str]) -> bool:
    label, colon, rest = text.partition(":")
    return bool(colon and rest.strip()) and normal_form(label) in names

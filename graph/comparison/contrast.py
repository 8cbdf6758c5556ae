"""Lines of the notes that set the compared side by side, and when the notes prefer one to another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from graph.comparison.columns import SIDE_BY_SIDE, Column
from graph.comparison.folding import quote_of
from graph.comparison.lines import DocumentLines, shared_lines
from graph.comparison.values import Quote
from graph.names import normal_form
from graph.store import GraphStore
from graph.values import Entity, Relation, Statement
from graph.vocabulary import RelationType

MAX_CONTRAST_LINES = 30


def between(columns: Sequence[Column]) -> tuple[Relation, ...]:
    """The relations that join two of the compared, those that contrast first."""
    ids = {column.entity.id for column in columns}
    found = {r for column in columns for r in column.relations if {r.source, r.target} <= ids}
    return tuple(sorted(found, key=_contrasting_first))


def _contrasting_first(relation: Relation) -> tuple[bool, str, str, str, str]:
    contrasts = relation.relation in SIDE_BY_SIDE
    return not contrasts, relation.source, relation.relation, relation.target, relation.condition or ""


def contrast_lines(
    store: GraphStore,
    columns: Sequence[Column],
    said: Sequence[Sequence[Statement]],
    joining: Sequence[Relation],
    lines: DocumentLines,
) -> tuple[Quote, ...]:
    """Lines that set several of the compared side by side: those behind relations between them, those on which several
    have something of their own (rows of a table), then those that name them. A table's head, which is but their names,
    is left out."""
    names = [_forms(column.entity) for column in columns]
    behind = [evidence.statement for relation in joining for evidence in relation.evidence]
    around = (evidence for column in columns for relation in column.relations for evidence in relation.evidence)
    begins = [tuple(map(_begins, forms)) for forms in names]
    beside = [evidence.statement for evidence in around if _names_several(evidence.text, names, begins)]
    behind, beside = (list(dict.fromkeys(found))[: 2 * MAX_CONTRAST_LINES] for found in (behind, beside))
    read = {statement.id: statement for statement in store.statements({*behind, *beside})}
    named = [*(statement for statements in said for statement in statements), *_found(store, columns)]
    naming = [statement for statement in named if _names_several(statement.text, names, begins)]
    naming += [read[identity] for identity in beside if identity in read]
    quotes = [quote_of(read[identity]) for identity in behind if identity in read]
    quotes += [*shared_lines(lines, said), *map(quote_of, naming)]
    mere = {word for forms in names for form in forms for word in form.split()}
    quotes = [quote for quote in quotes if not mere.issuperset(normal_form(quote.text).split())]
    once = {(q.document, q.line_start): q for q in reversed(quotes)}
    return tuple(reversed(once.values()))[:MAX_CONTRAST_LINES]


def preferences(joining: Sequence[Relation], names: dict[str, str]) -> Iterator[str]:
    """When the notes take one of the compared rather than another, in a sentence each."""
    for relation in joining:
        source, target = names[relation.source], names[relation.target]
        if relation.relation is RelationType.USE_INSTEAD_OF:
            condition = f": {relation.condition}" if relation.condition else ""
            yield f"The notes prefer {source} to {target}{condition}."
        elif relation.relation is RelationType.REPLACES:
            yield f"By the notes, {source} replaces {target}."


def _found(store: GraphStore, columns: Sequence[Column]) -> Iterator[Statement]:
    for one, other in combinations([column.entity for column in columns], 2):
        yield from store.find_statements(f"{one.name} {other.name}", limit=MAX_CONTRAST_LINES)


def _forms(entity: Entity) -> tuple[str, ...]:
    return tuple(f" {form} " for form in map(normal_form, (entity.name, *entity.aliases)) if form)


def _names_several(text: str, names: Sequence[tuple[str, ...]], begins: Sequence[tuple[str, ...]]) -> bool:
    """Whether the words name two of the compared. That a line is about one does not count: it has to say so. Most lines
    are told by how the names begin, without a look at all their words."""
    return _holds_two(text.lower().replace("’", "'"), begins) and _holds_two(f" {normal_form(text)} ", names)


def _holds_two(text: str, names: Sequence[tuple[str, ...]]) -> bool:
    found = 0
    for forms in names:
        for form in forms:
            if form in text:
                found += 1
                break
        if found > 1:
            return True
    return False


def _begins(form: str) -> str:
    """The letters that the first word of a form has in singular and plural."""
    return form.split(" ", 2)[1][:-1]

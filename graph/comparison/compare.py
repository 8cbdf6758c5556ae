"""Comparisons: `compare` takes names as a person types them, `compare_entities` takes ids."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.ceilings import MAX_COMPARED_ENTITIES
from graph.comparison.align import MAX_LIMITS_PER_COLUMN, Owned, aligned, limits_of
from graph.comparison.choice import chosen
from graph.comparison.columns import MAX_RELATIONS_PER_ENTITY, Column, columns, said_in
from graph.comparison.contrast import between, contrast_lines, preferences
from graph.comparison.facets import placed
from graph.comparison.folding import Folded, folded, normal_words
from graph.comparison.lines import DocumentLines
from graph.comparison.links import links
from graph.comparison.values import Comparison, LimitRow, Quote, Row
from graph.errors import ComparisonError
from graph.store import GraphStore
from graph.values import Entity, Relation
from graph.vocabulary import OTHER_FACET, Facet


def compare(store: GraphStore, names: Sequence[str]) -> Comparison:
    """Two to six things side by side, by their names; a single name that stands for a group compares its members.

    A name that fits several things is settled by a common owner or kind with the others, then by most statements;
    `notes` say so, and which misspelling was mended. Raises UnknownNameError with the nearest names, and
    ComparisonError where the names come to fewer than two things or more than MAX_COMPARED_ENTITIES.
    """
    entities, notes = chosen(store, names)
    return _compared(store, entities, notes)


def compare_entities(store: GraphStore, ids: Sequence[str]) -> Comparison:
    """Two to six entities side by side, by their ids, one column each in the order given.

    Raises ComparisonError where there are fewer than two known and different ids, or too many.
    """
    known = {entity.id: entity for entity in store.entities(ids)}
    return _compared(store, [known[i] for i in dict.fromkeys(ids) if i in known], ())


def _compared(store: GraphStore, entities: Sequence[Entity], notes: Sequence[str]) -> Comparison:
    if not 2 <= len(entities) <= MAX_COMPARED_ENTITIES:
        raise ComparisonError(f"cannot compare {len(entities)} things (name two to {MAX_COMPARED_ENTITIES})")
    found = columns(store, entities)
    said = said_in(store, found)
    limits = limits_of(store, found)
    lines = DocumentLines(store)
    told = [folded(placed(*each, lines)) for each in zip(found, said, _relations(found, limits), strict=True)]
    joining = between(found)
    limit_rows = aligned(found, limits)
    linked = links(found)
    rows = _rows(told)
    names = _names(store, entities, rows, limit_rows, [link.other for link in linked])
    return Comparison(
        entities=tuple(entities),
        rows=rows,
        limits=limit_rows,
        shared=tuple(link for link in linked if len(link.columns) > 1),
        only=tuple(tuple(link for link in linked if link.columns == (n,)) for n in range(len(entities))),
        contrast=contrast_lines(store, found, said, joining, lines),
        notes=(*notes, *preferences(joining, names), *_about(found, told, limits)),
        names=names,
    )


def _relations(found: Sequence[Column], limits: Sequence[Sequence[Owned]]) -> Iterator[list[Relation]]:
    """The relations behind the lines of each column."""
    for column, owned in zip(found, limits, strict=True):
        yield [*column.relations, *(one.relation for one in owned)]


def _rows(told: Sequence[Sequence[Folded]]) -> tuple[Row, ...]:
    """The rows, most telling first: where most columns speak and do not say the same; "other" stands last."""
    rows = []
    for facet in (*map(str, Facet), OTHER_FACET):
        cells = tuple(tuple(f.quote for f in column if facet in (f.facets or {OTHER_FACET})) for column in told)
        if any(cells):
            rows.append(Row(facet, cells, _differs(cells)))
    return tuple(sorted(rows, key=_telling))


def _differs(cells: Sequence[Sequence[Quote]]) -> bool:
    return len({frozenset(normal_words(quote.text) for quote in cell) for cell in cells}) > 1


def _telling(row: Row) -> tuple[bool, bool, int]:
    """Smaller is more telling; the sort keeps the facets' order among equals."""
    silent = sum(not cell for cell in row.cells)
    return row.facet == OTHER_FACET, not row.differs, silent


def _names(
    store: GraphStore,
    compared: Sequence[Entity],
    rows: Sequence[Row],
    limits: Sequence[LimitRow],
    others: Sequence[str],
) -> dict[str, str]:
    abouts = {quote.about for row in rows for cell in row.cells for quote in cell}
    owners = {cell.owner for row in limits for cell in row.cells if cell is not None}
    wanted = {*abouts, *owners, *others} - {entity.id for entity in compared}
    return {entity.id: entity.name for entity in (*compared, *store.entities(wanted))}


def _about(found: Sequence[Column], told: Sequence[Sequence[Folded]], limits: Sequence[Sequence[Owned]]) -> list[str]:
    """What a reader should know of gaps."""
    notes = []
    for column, said, owned in zip(found, told, limits, strict=True):
        if not said and not owned:
            notes.append(f"The notes say nothing of {column.entity.name} itself.")
        if column.cut:
            notes.append(f"Only the first {MAX_RELATIONS_PER_ENTITY} relations of {column.entity.name} were looked at.")
        if sum(1 + len(one.quote.also) for one in said) >= column.most_statements:
            notes.append(f"Only the first lines on {column.entity.name} are shown ({column.most_statements} at most).")
        if len(owned) >= MAX_LIMITS_PER_COLUMN:
            notes.append(f"Only the first {MAX_LIMITS_PER_COLUMN} limits of {column.entity.name} are shown.")
    return notes

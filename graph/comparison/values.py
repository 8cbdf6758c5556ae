"""A comparison as values, and as the JSON that programs read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.quantities.forms import amount_text
from graph.values import Entity
from graph.vocabulary import Direction, RelationType

NOT_SAID = "the notes do not say"
"""What stands in an empty cell for a person."""

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Quote:
    """A line of the notes in its own words, and whose statement it is (an entity's id).

    `also` are lines of the same column that say nearly the same.
    """

    statement: str
    text: str
    about: str
    document: str
    line_start: int
    line_end: int
    also: tuple[Quote, ...] = ()

    def to_json(self) -> Json:
        """The cell of `compare --json`."""
        return {**self.place(), "about": self.about, "also": [quote.to_json() for quote in self.also]}

    def place(self) -> Json:
        """Words and place alone."""
        return {
            "text": self.text,
            "document": self.document,
            "line_start": self.line_start,
            "line_end": self.line_end,
        }


@dataclass(frozen=True, slots=True)
class Row:
    """What each column says under a facet. `differs` is false where all columns say the same."""

    facet: str
    cells: tuple[tuple[Quote, ...], ...]
    differs: bool = True

    @property
    def label(self) -> str:
        """The facet for a person."""
        return self.facet.capitalize()


@dataclass(frozen=True, slots=True)
class LimitCell:
    """A limit in the unit of its row; `said` is the value as the notes give it, `owner` whose limit it is."""

    value: float
    unit: str | None
    said: str
    owner: str
    document: str
    line_start: int
    line_end: int

    @property
    def text(self) -> str:
        """The value with its unit: ``96 h``."""
        return amount_text(self.value, self.unit)


@dataclass(frozen=True, slots=True)
class LimitRow:
    """One quantity with its bound and scope; None where a column has no such limit."""

    quantity: str
    bound: str
    scope: str | None
    cells: tuple[LimitCell | None, ...]

    @property
    def label(self) -> str:
        """The quantity for a person: ``max retention (per queue)``."""
        words = self.quantity if self.bound == "exact" else f"{self.bound} {self.quantity}"
        return f"{words} ({self.scope})" if self.scope else words


@dataclass(frozen=True, slots=True)
class Link:
    """A relation of compared entities with another one; `columns` are the indices of those that have it."""

    relation: RelationType
    other: str
    direction: Direction
    columns: tuple[int, ...]

    def to_json(self) -> Json:
        """The link of `compare --json`."""
        return {"relation": self.relation.value, "other": self.other, "direction": self.direction.value}


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two to six entities side by side, one column each.

    `rows` come most telling first, a statement under each of its facets; `told_once` gives it once.
    `shared` are links of two columns or more, `only` those of one alone, a list for each column. `contrast` are lines
    that name several of the compared. `notes` say what a reader should know of how this was put together.
    """

    entities: tuple[Entity, ...]
    rows: tuple[Row, ...] = ()
    limits: tuple[LimitRow, ...] = ()
    shared: tuple[Link, ...] = ()
    only: tuple[tuple[Link, ...], ...] = ()
    contrast: tuple[Quote, ...] = ()
    notes: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)

    def name_of(self, entity_id: str) -> str:
        """The name of an entity that stands in the comparison; the id of any other."""
        return self.names.get(entity_id, entity_id)

    def told_once(self) -> tuple[Row, ...]:
        """The rows with each statement only in the first that holds it; rows that say nothing new are dropped.

        A cell that would be left empty beside others keeps one line that was told above: an empty cell means that the
        notes do not say.
        """
        seen: set[str] = set()
        rows = []
        for row in self.rows:
            new = [tuple(quote for quote in cell if quote.statement not in seen) for cell in row.cells]
            seen.update(quote.statement for cell in new for quote in cell)
            if any(new):
                cells = tuple(fresh or cell[:1] for fresh, cell in zip(new, row.cells, strict=True))
                rows.append(Row(row.facet, cells, row.differs))
        return tuple(rows)

    def to_json(self) -> Json:
        """The form that `compare --json` prints."""
        return {
            "entities": [{"id": entity.id, "name": entity.name} for entity in self.entities],
            "rows": [
                {"facet": r.facet, "label": r.label, "cells": [[q.to_json() for q in cell] for cell in r.cells]}
                for r in self.rows
            ],
            "limits": [_limit_row(row) for row in self.limits],
            "shared": [{**link.to_json(), "columns": list(link.columns)} for link in self.shared],
            "only": [[link.to_json() for link in links] for links in self.only],
            "contrast": [quote.place() for quote in self.contrast],
            "notes": list(self.notes),
        }


def _limit_row(row: LimitRow) -> Json:
    cells = [None if cell is None else _limit_cell(cell) for cell in row.cells]
    return {"quantity": row.quantity, "bound": row.bound, "scope": row.scope, "cells": cells}


def _limit_cell(cell: LimitCell) -> Json:
    return {
        "value": int(cell.value) if float(cell.value).is_integer() else cell.value,
        "unit": cell.unit,
        "said": cell.said,
        "owner": cell.owner,
        "document": cell.document,
        "line_start": cell.line_start,
        "line_end": cell.line_end,
    }

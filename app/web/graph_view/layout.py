"""The ego view in columns: what points at the focus left, the focus in the middle, what it points at right.

Pure functions over the graph's values. One unit is one pixel; y grows downwards and is 0 at the focus. The view's
script only moves whole columns sideways, to the width that it has and the font that it finds.
"""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from graph.values import Entity, Relation, Subgraph
from graph.vocabulary import SYMMETRIC, Direction, Kind, RelationType

LINE_PX = 20
ROW_GAP_PX = 18
GROUP_GAP_PX = 22
LABEL_CHARACTERS = 30
LABEL_LINES = 3
COLUMN_PX = 330
MOST_ABOVE_PX = 420

_ORDER = {relation: place for place, relation in enumerate(RelationType)}


@dataclass(frozen=True, slots=True)
class Row:
    """A neighbour in its column. `relations` are several only where they differ in their conditions."""

    side: Direction
    relation: RelationType
    entity: Entity
    relations: tuple[Relation, ...]
    label: str
    x: int = 0
    y: int = 0
    labelled: bool = False

    @property
    def id(self) -> str:
        """Unique in the view: an entity stands there once for each relation and side."""
        return f"{self.side}|{self.relation}|{self.entity.id}"

    @property
    def height(self) -> int:
        """The pitch of the row: its label's lines and the gap to the next row."""
        return LINE_PX * (self.label.count("\n") + 1) + ROW_GAP_PX


def ego_rows(focus_id: str, part: Subgraph) -> tuple[Row, ...]:
    """The neighbours of the focus in their columns, each relation's rows together, in the vocabulary's order.

    A symmetric relation stands on the right, whichever way it was written. A relation of the focus with itself, and
    one between two neighbours, has no place in this view.
    """
    entities = {entity.id: entity for entity in part.entities}
    found: dict[tuple[Direction, RelationType, str], list[Relation]] = {}
    for relation in part.relations:
        place = _place(focus_id, relation)
        if place is not None and place[1] in entities:
            found.setdefault((place[0], relation.relation, place[1]), []).append(relation)
    rows = [
        Row(side, kind, entities[other], tuple(relations), wrapped(entities[other].name))
        for (side, kind, other), relations in found.items()
    ]
    rows.sort(key=lambda row: (_ORDER[row.relation], row.entity.name.casefold(), row.entity.id))
    return tuple(row for side in (Direction.IN, Direction.OUT) for row in _column([r for r in rows if r.side is side]))


def centre_of(entities: Sequence[Entity], relations: Iterable[Relation], answers: Collection[str] = ()) -> Entity:
    """Which of these things to put in the middle: the one with most of the relations.

    Among equals it is no limit, then one that was not itself asked for (`answers`), then the first.
    """
    ends = Counter(end for relation in relations for end in {relation.source, relation.target})
    return min(entities, key=lambda one: (-ends[one.id], one.kind is Kind.LIMIT, one.id in answers))


def wrapped(name: str) -> str:
    """The name in at most LABEL_LINES lines of about LABEL_CHARACTERS; what is longer ends in an ellipsis."""
    lines = textwrap.wrap(name, LABEL_CHARACTERS, max_lines=LABEL_LINES, placeholder=" …", break_on_hyphens=False)
    return "\n".join(lines) or name


def height_of(rows: Iterable[Row]) -> int:
    """From the top of the highest row to the foot of the lowest one, in pixels."""
    ys = [0, *(edge for row in rows for edge in (row.y - row.height // 2, row.y + row.height // 2))]
    return max(ys) - min(ys)


def _place(focus_id: str, relation: Relation) -> tuple[Direction, str] | None:
    if relation.source == relation.target:
        return None
    if relation.source == focus_id:
        return Direction.OUT, relation.target
    if relation.target == focus_id:
        return (Direction.OUT if relation.relation in SYMMETRIC else Direction.IN), relation.source
    return None


def _column(rows: Sequence[Row]) -> list[Row]:
    """The rows of one side with their places; one edge in each group carries its name.

    A column is centred on the focus, but begins at most MOST_ABOVE_PX above it: the focus of a tall view stays in the
    first screen.
    """
    placed: list[Row] = []
    top = 0
    for _, group in groupby(rows, key=lambda row: row.relation):
        members = list(group)
        for index, row in enumerate(members):
            x = COLUMN_PX if row.side is Direction.OUT else -COLUMN_PX
            middle = top + row.height // 2
            placed.append(replace(row, x=x, y=middle, labelled=index == (len(members) - 1) // 2))
            top += row.height
        top += GROUP_GAP_PX
    shift = min((top - GROUP_GAP_PX) // 2, MOST_ABOVE_PX)
    return [replace(row, y=row.y - shift) for row in placed]

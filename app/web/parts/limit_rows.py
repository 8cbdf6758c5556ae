"""The table of limits: its columns, their order, and each row with the line that says it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from app.comparison import one_line
from app.web.parts.links import LIMITS, focus_link, view_link
from app.web.parts.markup import Markup, tag
from graph.comparison.units import SCALES, scale_of
from graph.limit_table import LimitEntry
from graph.quantities.forms import said_amount
from graph.values import Limit

OWNER, UNIT, BOUND, SORT = "of", "unit", "bound", "sort"

COLUMNS = {"of": "Of", "bound": "Bound", "quantity": "Quantity", "value": "Value", "scope": "Scope", "line": "Line"}
"""The columns by what the address calls them; a minus before it sorts backwards."""

_KEYS: dict[str, Callable[[LimitEntry], Any]] = {
    "of": lambda entry: entry.owner.name.casefold(),
    "bound": lambda entry: str(entry.limit.bound),
    "quantity": lambda entry: entry.limit.quantity.casefold(),
    # What measures the same stands together, on one scale: 30 s before 4 days.
    "value": lambda entry: (scale_of(entry.limit.unit)[0], entry.limit.value * scale_of(entry.limit.unit)[1]),
    "scope": lambda entry: (entry.limit.scope is None, (entry.limit.scope or "").casefold()),
    "line": lambda entry: (entry.evidence[0].document, entry.evidence[0].line_start),
}


def sort_of(limit: Limit) -> str:
    """What the limit's unit measures (time, size, money), else the unit itself; empty for a bare number."""
    dimension = scale_of(limit.unit)[0]
    return dimension if dimension in SCALES else limit.unit or ""


def asked_order(text: str | None) -> tuple[str, bool]:
    """The column to sort by and whether backwards; by owner where nothing that we know is asked for."""
    column = (text or "").removeprefix("-")
    return (column, (text or "").startswith("-")) if column in COLUMNS else ("of", False)


def sorted_by(entries: Iterable[LimitEntry], column: str, *, backwards: bool) -> list[LimitEntry]:
    """The entries in the order of a column; equals keep theirs."""
    return sorted(entries, key=_KEYS[column], reverse=backwards)


def limit_rows(
    entries: Sequence[LimitEntry],
    column: str,
    backwards: bool,
    view_for: Callable[[str], Mapping[str, Sequence[str]]],
) -> Markup:
    """The table; a click on a column's head sorts by it, once more turns the order. `view_for` gives the view's query
    for an order."""
    heads = [_head(name, column, backwards, view_for) for name in COLUMNS]
    return tag(
        "table", tag("thead", tag("tr", *heads)), tag("tbody", *map(_row, entries)), class_="nw-edges nw-limit-table"
    )


def _head(name: str, column: str, backwards: bool, view_for: Callable[[str], Mapping[str, Sequence[str]]]) -> Markup:
    here = name == column
    order = f"-{name}" if here and not backwards else name
    mark = (" ↓" if backwards else " ↑") if here else ""
    sorted_ = ("descending" if backwards else "ascending") if here else None
    link = view_link(LIMITS, view_for(order), COLUMNS[name], mark, title=f"Sort by {COLUMNS[name].lower()}")
    return tag("th", link, scope="col", aria_sort=sorted_, class_=f"nw-col-{name}")


def _row(entry: LimitEntry) -> Markup:
    limit, said = entry.limit, entry.evidence[0]
    owner = focus_link(entry.owner.id, entry.owner.name, class_=f"nw-{entry.owner.kind}-ink")
    more = f" and {len(entry.evidence) - 1} more" if len(entry.evidence) > 1 else ""
    place = f"{said.document.rsplit('/', 1)[-1]} {said.line_start}{more}"
    where = tag("span", place, class_="nw-at", title=f"{said.document}, line {said.line_start}")
    return tag(
        "tr",
        tag("td", owner),
        tag("td", str(limit.bound), class_="nw-relation"),
        tag("td", limit.quantity),
        tag("td", tag("strong", said_amount(limit.value, limit.unit)), class_="nw-number"),
        tag("td", limit.scope or ""),
        tag("td", one_line(said.text), " ", where, class_="nw-words-cell"),
    )

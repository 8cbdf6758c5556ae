"""Figures in a table's row: their column's title says what they are, in which unit, and what they bound."""

from __future__ import annotations

from dataclasses import replace

from graph.identity import bare_key
from graph.names import normal_form
from graph.quantities.forms import is_plural
from graph.quantities.grammar import Quantity
from graph.quantities.page import bound_in, nouns_in
from graph.quantities.tokens import tokens_of
from graph.quantities.words import quantity_words
from ingest.values import Clause

_ANY_FIGURE = frozenset(
    {"value", "values", "limit", "limits", "default", "amount", "number", "figure", "how", "much", "many", "quota"}
)
_TITLE_WORDS = 4
_LEAST_PAIR = 3


def in_its_column(clause: Clause, quantity: Quantity) -> Quantity:
    """The quantity with what the titles of its column and of its row say: bound, and where it is alone, unit and name.

    A row that is not about its first cell has that as its scope.
    """
    cell = _cell_of(clause, quantity)
    if not cell:
        alone = clause.columns and clause.columns[0][1:] == (quantity.start, quantity.end)
        return _measured(quantity, clause.columns[0][0], "") if alone else quantity
    (_, start, end), (title, cell_start, cell_end) = clause.columns[0], clause.columns[cell]
    row, words = clause.text[start:end], quantity_words()
    bound = bound_in(title, words) or bound_in(row, words)
    if bound and not quantity.said:
        quantity = replace(quantity, bound=bound, said=True)
    if (cell_start, cell_end) != (quantity.start, quantity.end):
        return quantity
    measured = _measured(quantity, title, row)
    if measured == quantity or quantity.scope or normal_form(bare_key(clause.subject)).endswith(normal_form(row)):
        return measured
    return replace(measured, scope=row)


def _cell_of(clause: Clause, quantity: Quantity) -> int:
    """The number of the cell in which a figure stands; the first is 0, and so is none."""
    return next((n for n, (_, start, end) in enumerate(clause.columns) if start <= quantity.start < end), 0)


def measure_of_column(clause: Clause, quantity: Quantity) -> str:
    """The noun of quantity with which the title of a figure's column ends, "port" too; "" where it has none."""
    cell = _cell_of(clause, quantity)
    nouns = nouns_in(clause.columns[cell][0], quantity_words()).lower().split() if cell else []
    known = quantity_words()
    return nouns[-1] if nouns and (nouns[-1] == "port" or nouns[-1] in known.quantity_nouns | known.sized) else ""


def names_row(clause: Clause, quantity: Quantity) -> bool:
    """Whether a bare number is all that the first cell holds, and only numbers a thing: "| level | 5 |"."""
    title, start, end = clause.columns[0]
    is_alone = quantity.unit is None and (quantity.start, quantity.end) == (start, end) and len(clause.columns) > 1
    return is_alone and title.lower().strip(" *`").rpartition(" ")[2] in quantity_words().label_nouns


def second_of_row(clause: Clause, quantity: Quantity) -> tuple[int, int] | None:
    """Where the second thing of a row stands that sets two side by side, with the same measure of each: the SSH of
    "| Telnet | 23 | SSH | 22 |" below "port" and "its port".
    """
    cell = _cell_of(clause, quantity)
    if cell < _LEAST_PAIR or not measure_of_column(clause, quantity):
        return None
    words, (title, *_) = quantity_words(), clause.columns[cell]
    said = (nouns_in(title, words).lower(), bound_in(title, words))
    others = (title for title, *_ in clause.columns[1 : cell - 1])
    alike = any((nouns_in(other, words).lower(), bound_in(other, words)) == said for other in others)
    _, start, end = clause.columns[cell - 1]
    return (start, end) if alike and not any(map(str.isdigit, clause.text[start:end][:1])) else None


def _measured(quantity: Quantity, title: str, row: str) -> Quantity:
    """A figure alone in its cell is what the column's title measures or counts."""
    words = quantity_words()
    is_rate = quantity.unit is not None and quantity.unit.partition("/")[0] in words.class_of
    if quantity.unit and quantity.unit != "%" and quantity.unit not in words.class_of and not is_rate:
        return quantity  # named by what it counts
    unit = quantity.unit or _unit_in(title) or _unit_in(row)
    nouns = nouns_in(title, words).split()
    named = [w for w in nouns if w.lower() not in _ANY_FIGURE and not words.units.find(w.lower())]
    if unit is None and named and is_plural(named[-1]) and quantity.value == int(quantity.value):
        return replace(quantity, unit=" ".join(named).lower(), words="", rule=f"counted-{quantity.rule}")
    kind = words.class_of.get(unit or "", "") if unit != quantity.unit else ""  # "min days" measures a time
    return replace(quantity, unit=unit, words=" ".join(named) or quantity.words or kind)


def _unit_in(title: str) -> str | None:
    """The unit that a title ends with: "min days", "size (GB)", "timeout in s"."""
    tokens = [t for t in tokens_of(title) if t.text not in "()[]"]
    if not 1 < len(tokens) <= _TITLE_WORDS or tokens[-1].kind != "word":
        return None
    unit = quantity_words().units.find(tokens[-1].low)
    return None if unit == "x" else unit

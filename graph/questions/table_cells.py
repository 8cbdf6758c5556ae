"""Answers from tables: the cell in the row of one thing that a question has, and in the column of the other."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.questions import sentence
from graph.questions.answer import AnswerKind, Draft, quote
from graph.questions.context import cells
from graph.questions.finding import OF_ALL
from graph.questions.query import Intent, Query
from graph.questions.retrieval import Line, View, retrieve
from graph.questions.words import plain_words

MAX_ROWS = 30
MIN_COVERED = 0.5
MIN_SHARE = 0.5
_FIGURE = re.compile(r"\d")
_LISTENING = frozenset({"listen", "listens", "listening"})
_NOTHING = frozenset({"", "-", "–", "—", "?", "n/a", "tbd", "todo"})


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell with the names of its row and column, and how much of the question these have."""

    line: Line
    row: str
    column: str
    text: str
    share: float


def in_table(view: View, query: Query) -> Draft | None:
    """The cell that the question points at by its row and its column; None where there is no such, or several."""
    found: list[_Cell] = []
    for line in retrieve(view, query)[:MAX_ROWS]:
        if query.known and line.of_subject < OF_ALL:
            continue
        head = view.outline(line.statement.document).tables.get(line.statement.line_start)
        if head is not None:
            found += _asked_cells(view, query, line, head)
    best = max((cell.share for cell in found), default=0.0)
    found = [cell for cell in found if cell.share == best]
    if len({(cell.row, cell.column) for cell in found}) != 1:
        return None
    return _told(view, query, found[0])


def _asked_cells(view: View, query: Query, line: Line, head: tuple[str, ...]) -> list[_Cell]:
    row = cells(line.text)
    if len(row) != len(head) or len(row) < 2:
        return []
    asked = view.concepts(query.text)
    subjects = query.strong_ids
    of_row = _covered(view, asked, subjects, row[0])
    found = []
    for column, text in zip(head[1:], row[1:], strict=True):
        of_column = _covered(view, asked, subjects, column)
        whole = max(of_row, of_column) == 1.0 and min(of_row, of_column) >= MIN_COVERED
        share = _share(view, query, f"{row[0]} {column} {head[0]}", line) if whole else 0.0
        if share >= MIN_SHARE and text.lower() not in _NOTHING and _fits(query, text):
            found.append(_Cell(line, row[0], column, text, round(share + of_row + of_column, 6)))
    return found


def _covered(view: View, asked: frozenset[str], subjects: frozenset[str], name: str) -> float:
    """The part of the words of a row's or column's name that the question has; all where it names that thing."""
    if any(not subjects.isdisjoint(m.ids) and len(m.text) * 2 >= len(name) for m in view.names_in(name)):
        return 1.0
    said = [word for word in plain_words(name) if word not in view.words.stop]
    telling = [word for word in said if word not in view.words.generic]
    own = {view.words.concept(word) for word in telling or said}
    return len(own & asked) / len(own) if own else 0.0


def _share(view: View, query: Query, names: str, line: Line) -> float:
    """The weighed part of the question's words that the names of the cell, or what stands over the table, have."""
    over = view.concepts(names) | view.concepts(view.above(line.statement).heading)
    words = [word for word in query.words if word not in view.words.generic and word not in _LISTENING]
    total = sum(map(view.weight, words))
    return sum(view.weight(w) for w in words if view.words.concept(w) in over) / total if total else 1.0


def _fits(query: Query, text: str) -> bool:
    return query.intent is not Intent.QUANTITY or _FIGURE.search(text) is not None


def _told(view: View, query: Query, cell: _Cell) -> Draft:
    named = [view.best(m.ids) for m in view.names_in(cell.text)] if query.intent is not Intent.QUANTITY else []
    entities = [e for e in dict.fromkeys(named) if e is not None]
    about = [cell.line.about] if cell.line.about else []
    if query.intent is Intent.QUANTITY:
        kind = AnswerKind.VALUE
    else:
        kind = AnswerKind.ENTITIES if entities else AnswerKind.STATEMENTS
    told = f"{cell.row}, {cell.column}: {cell.text}, as the table of the notes says: {sentence.quoted(cell.line.text)}"
    return Draft(kind, told, [quote(cell.line.statement)], entities or about)

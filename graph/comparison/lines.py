"""The whole lines on which statements stand: what a cell of a table means is said in its row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from graph.comparison.values import Quote
from graph.store import GraphStore
from graph.text import split_lines
from graph.values import Statement

MAX_DOCUMENTS = 4


class DocumentLines:
    """Lines of the documents of a comparison, read when they are asked for, of a few documents only."""

    def __init__(self, store: GraphStore) -> None:
        self._store = store
        self._lines: dict[str, list[str]] = {}

    def text(self, statement: Statement) -> str:
        """The whole first line of a statement, "" where its document is not read any more."""
        return self.line(statement.document, statement.line_start)

    def line(self, document: str, number: int) -> str:
        """A line by its number from 1, without blanks around it."""
        if document not in self._lines:
            if len(self._lines) >= MAX_DOCUMENTS:
                return ""
            found = self._store.document(document)
            self._lines[document] = split_lines(found.text) if found is not None else []
        lines = self._lines[document]
        return lines[number - 1].strip() if number <= len(lines) else ""


def shared_lines(lines: DocumentLines, said: Sequence[Sequence[Statement]]) -> Iterator[Quote]:
    """Lines on which two columns have something of their own: the rows of a table that sets them side by side."""
    columns: dict[tuple[str, int], dict[int, Statement]] = defaultdict(dict)
    for number, statements in enumerate(said):
        for statement in statements:
            columns[(statement.document, statement.line_start)].setdefault(number, statement)
    for (document, number), found in sorted(columns.items()):
        text = lines.line(document, number) if len(found) > 1 else ""
        if text:
            first = min(found.items())[1]
            yield Quote(first.id, text, first.about, document, number, number)

"""Lines of the notes with their place, as every page quotes them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.web.parts.markup import Markup, tag
from graph.values import Evidence, Statement


@dataclass(frozen=True, slots=True)
class Line:
    """Words of the notes and where they stand. `strong` is set before the words, in bold; `note` small behind them."""

    document: str
    line_start: int
    line_end: int
    text: str
    strong: str = ""
    note: str = ""

    @property
    def place(self) -> str:
        """The line's number, or the first and last of several."""
        return str(self.line_start) if self.line_end <= self.line_start else f"{self.line_start}–{self.line_end}"


def line_of(said: Statement | Evidence, *, strong: str = "", note: str = "") -> Line:
    """A statement, or where a relation is said, as a line."""
    return Line(said.document, said.line_start, said.line_end, said.text, strong, note)


def unique(lines: Iterable[Line]) -> list[Line]:
    """The lines without those that were quoted already (several rules may have read one line)."""
    return list(dict.fromkeys(lines))


def quoted(lines: Iterable[Line]) -> Markup:
    """The lines as a list; a document is named where it is another than in the line before."""
    shown: list[Markup] = []
    before = ""
    for line in lines:
        if line.document != before:
            shown.append(tag("li", line.document.rsplit("/", 1)[-1], class_="nw-file", title=line.document))
        shown.append(_one(line))
        before = line.document
    return tag("ul", *shown, class_="nw-lines")


def _one(line: Line) -> Markup:
    place = tag("span", line.place, class_="nw-place", title=_where(line))
    strong = [tag("strong", line.strong), " "] if line.strong else []
    note = [tag("span", line.note, class_="nw-note")] if line.note else []
    return tag("li", place, tag("span", *strong, line.text, *note, class_="nw-words"), class_="nw-line")


def _where(line: Line) -> str:
    return f"{line.document}, line{'s' if '–' in line.place else ''} {line.place}"

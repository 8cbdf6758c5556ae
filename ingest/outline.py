"""The real structure of notes: a tree in which every line has one place.

Markdown's headings are given; the implicit ones of people who type fast are found by their signs (ingest.headings).
A stack of open blocks says what a line hangs below:

- a Markdown heading closes all headings of its level and below;
- an implicit heading stays open until a blank line that the list does not go on after, or the next implicit heading;
- a *group* (a lead-in or a label over further headings: "Types of queues:") stays open over the headings below it;
- an item stays open for what is indented below it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.values import Document
from ingest.headings import (
    MAX_HEADING_WORDS,
    Signs,
    Surroundings,
    bare,
    clear_case,
    heading_score,
    is_contrast,
    may_be_heading,
    signs_of,
    surroundings,
)
from ingest.joining import Joiner
from ingest.lines import Label, Line, heading_text, plain, read_line, split_label
from ingest.markup import Markup, read_markup
from ingest.read import split_lines
from ingest.terms import is_namelike
from ingest.values import Block, Marker, Outline, Role

IMPLICIT_LEVEL = 7
_FIRST = ("1", "a", "i")
_MARKED = (Marker.BULLET, Marker.NUMBER)
_DEFINES = re.compile(r":\s+")


@dataclass(slots=True)
class _Open:
    """An open block of the stack. `group` headings hold further headings; `filled` tells whether content came.

    `held` counts the lines right below it; `held_bullets` and `held_deeper` tell how its first line stood below it.
    """

    block: int
    indent: int
    marker: Marker
    level: int
    implicit: bool
    group: bool = False
    filled: bool = False
    held: int = 0
    held_bullets: bool = False
    held_deeper: bool = False


def outline(document: Document, signs: Signs) -> Outline:
    """The tree of a document's blocks, in the order of their lines."""
    raw = split_lines(document.text)
    markup = read_markup(raw)
    lines = _content_lines(raw, markup)
    labels = [split_label(line.text, numbered=line.marker is Marker.NUMBER) for line in lines]
    builder = _Builder(raw, markup, lines, labels, signs)
    return Outline(document, builder.build())


def _content_lines(raw: list[str], markup: Markup) -> list[Line]:
    lines, blank = [], 1
    for number, text in enumerate(raw, 1):
        if not text.strip().lstrip("\ufeff"):
            blank += 1
            continue
        line = read_line(number, text, blank)
        if number in markup.code or number in markup.markup:
            line = replace(line, marker=Marker.NONE, text=text.strip(), offset=len(text) - len(text.lstrip()))
        lines.append(line)
        blank = 0
    return lines


class _Builder:
    """Walks the lines once, keeping the stack of open blocks."""

    def __init__(
        self, raw: list[str], markup: Markup, lines: list[Line], labels: list[Label | None], signs: Signs
    ) -> None:
        self.raw, self.markup, self.lines, self.labels, self.signs = raw, markup, lines, labels, signs
        self.joiner = Joiner(lines, labels, self._at_border)
        self.labelled = {line.number for line, label in zip(lines, labels, strict=True) if label is not None}
        self.held: dict[int, set[Role]] = {}
        self.held_flat: set[int] = set()
        self.last_number: dict[int | None, int] = {}
        self.number_before: dict[int, int] = {}
        self.blocks: list[Block] = []
        self.stack: list[_Open] = []
        self.after_heading = False
        self.left: int | None = None

    def build(self) -> tuple[Block, ...]:
        index = 0
        while index < len(self.lines):
            index += self._place(index)
        return tuple(self.blocks)

    def _place(self, index: int) -> int:
        """Put the line at `index` into the tree; returns how many lines its block takes."""
        line = self.lines[index]
        if line.number in self.markup.markup:
            self._add(line, Role.MARKUP)
        elif line.number in self.markup.code:
            self._add(line, Role.CODE)
        elif line.number in self.markup.headings:
            self._markdown_heading(line)
        elif line.number in self.markup.table_rows:
            self._table_row(line)
        elif line.number in self.markup.table_headers:
            self._add(line, Role.MARKUP, cells=self.markup.table_headers[line.number])
        else:
            return self._text_line(index)
        return 1

    # -- the simple cases
    def _markdown_heading(self, line: Line) -> None:
        level = self.markup.headings[line.number]
        while self.stack and (self.stack[-1].implicit or self.stack[-1].level >= level):
            self.stack.pop()
        text = heading_text(line)
        block = self._add(line, Role.HEADING, text=text, level=level, label=bare(text), term=True)
        self.stack.append(_Open(block, 0, Marker.NONE, level, implicit=False))
        self.left = None
        self.after_heading = True

    def _table_row(self, line: Line) -> None:
        row = self.markup.table_rows[line.number]
        self._close_items(line)
        self._add(line, Role.TABLE_ROW, cells=row, header=self.markup.table_headers[line.number])

    # -- a line of text
    def _text_line(self, index: int) -> int:
        line, label = self.lines[index], self.labels[index]
        if self._is_defined_below(index):
            return self._definition(index)
        if self._is_heading(index):
            self._implicit_heading(index)
            return 1
        self._close_items(line)
        self._close_headings(index)
        taken = self.joiner.joined(index)
        block = self._add(
            line,
            Role.CONTENT,
            last=self.lines[index + taken - 1],
            label=label.text if label else None,
            body_start=label.body_start if label else 0,
        )
        self._fill(line)
        self._note_number(block, line)
        if line.marker in _MARKED or self._opens(index, taken):
            self.stack.append(_Open(block, line.indent, line.marker, IMPLICIT_LEVEL, implicit=True))
        self.after_heading = False
        return taken

    def _is_defined_below(self, index: int) -> bool:
        """Whether the next line explains this one in the manner of a definition list, behind a colon of its own."""
        if self._at_border(index + 1):
            return False
        line, below = self.lines[index], self.lines[index + 1]
        return (
            bool(_DEFINES.match(below.text)) and not below.blank_before and len(line.text.split()) <= MAX_HEADING_WORDS
        )

    def _definition(self, index: int) -> int:
        line, below = self.lines[index], self.lines[index + 1]
        self._close_items(line)
        self._close_headings(index)
        text = self._slice(line, below)
        colon = _DEFINES.match(below.text)
        body_start = len(text) - len(below.text) + (colon.end() if colon else 0)
        self._fill(line)
        self._add(line, Role.CONTENT, last=below, label=plain(line.text), body_start=body_start, term=True)
        self.after_heading = False
        return 2

    def _note_number(self, block: int, line: Line) -> None:
        """Remember which numbered line came before a numbered one; a first number has none before it."""
        if line.marker is not Marker.NUMBER:
            return
        parent = self.blocks[block].parent
        if line.ordinal.rstrip(".)").lower() not in _FIRST and parent in self.last_number:
            self.number_before[block] = self.last_number[parent]
        self.last_number[parent] = block

    def _fill(self, line: Line) -> None:
        """Note on the open blocks that a line came below them, and on the innermost how it stands."""
        if self.stack and not self.stack[-1].filled:
            top = self.stack[-1]
            top.held_deeper = line.indent > top.indent + 1
            top.held_bullets = line.marker in _MARKED
        if self.stack:
            self.stack[-1].held += 1
        for opened in self.stack:
            opened.filled = True

    def _is_heading(self, index: int) -> bool:
        line, label = self.lines[index], self.labels[index]
        if not may_be_heading(line, label):
            return False
        place = self._surroundings(index)
        clear = clear_case(place, self.signs)
        return clear if clear is not None else heading_score(signs_of(place, self.signs)) >= 0.5

    def _surroundings(self, index: int) -> Surroundings:
        return surroundings(
            self.lines,
            self.labels,
            index,
            first=self._at_border(index - 1),
            indented_below_title=self.after_heading
            and bool(self.stack)
            and self.lines[index].indent > self.stack[-1].indent + 1,
            below_lead_in=self._below_lead_in(self.lines[index]),
            title_above=self.blocks[self.stack[-1].block].label if self.after_heading and self.stack else None,
            last=self._at_border(index + 1),
        )

    def _below_lead_in(self, line: Line) -> bool:
        if not self.stack or (line.blank_before and self.stack[-1].filled and line.marker not in _MARKED):
            return False
        block = self.blocks[self.stack[-1].block]
        return block.role is Role.LEAD_IN or (
            block.role is Role.CONTENT and bool(block.label) and self.signs.lead_in(block.label or "")
        )

    def _at_border(self, index: int) -> bool:
        """Whether there is no text line of the same section at `index`."""
        if not 0 <= index < len(self.lines):
            return True
        number = self.lines[index].number
        return number in self.markup.headings or number in self.markup.markup or number in self.markup.code

    def _implicit_heading(self, index: int) -> None:
        line = self.lines[index]
        name = bare(line.text)
        transparent, lead_in = self.signs.transparent(name), self.signs.lead_in(name) and not is_contrast(name)
        self._close_items(line)
        self._close_headings(index)
        role = Role.LABEL if transparent else Role.LEAD_IN if lead_in else Role.HEADING
        if line.marker not in _MARKED and not self.after_heading:
            self._close_siblings(role, line)
        block = self._add(
            line, role, label=name, body_start=len(line.text), level=IMPLICIT_LEVEL, term=role is Role.HEADING
        )
        self._note_number(block, line)
        group = role is not Role.HEADING
        self.left = None
        self.stack.append(_Open(block, line.indent, line.marker, IMPLICIT_LEVEL, implicit=True, group=group))
        self.after_heading = True

    # -- closing what a line does not belong to
    def _close_items(self, line: Line) -> None:
        """Items and labelled lines whose indented part is over."""
        while self.stack and self.stack[-1].implicit:
            top = self.stack[-1]
            heading = self.blocks[top.block].role is not Role.CONTENT
            if heading and top.marker not in _MARKED:
                return
            if line.indent > top.indent + 1 or (line.indent > top.indent and line.marker not in _MARKED):
                return
            same_indent = abs(line.indent - top.indent) <= 1
            if same_indent and top.marker is Marker.NUMBER and self._below_number(line, top.block):
                return
            if same_indent and top.marker not in _MARKED and not top.held_deeper and self._below_plain(line):
                return
            self.stack.pop()

    def _below_number(self, line: Line, item: int) -> bool:
        """Bullets hang below a number; so does plain text, unless the number before it had none as far out."""
        if line.marker is Marker.BULLET:
            return True
        before = self.number_before.get(item)
        return line.marker is Marker.NONE and not line.blank_before and (before is None or before in self.held_flat)

    def _below_plain(self, line: Line) -> bool:
        """A labelled line of plain text keeps the lines of its paragraph that have no label of their own."""
        if line.marker is Marker.BULLET:
            return True
        return not line.blank_before and line.marker is Marker.NONE and line.number not in self.labelled

    def _close_headings(self, index: int) -> None:
        """Implicit headings that a blank line, or plain text after their bullets, ends."""
        line = self.lines[index]
        while self.stack and self.stack[-1].implicit:
            top = self.stack[-1]
            if top.held_deeper and line.indent <= top.indent + 1 and top.marker not in _MARKED:
                self.stack.pop()
                continue
            if not top.filled or line.indent > top.indent + 1 or top.marker in _MARKED:
                return
            plain_line = line.marker not in _MARKED
            if line.marker is Marker.BULLET:
                ends = line.blank_before > 0 and not top.held_bullets and top.held > 1
            else:
                ends = plain_line and (line.blank_before > 0 or (top.held_bullets and not self._transparent(line)))
            if not ends or (top.group and self._is_heading_after(index)):
                return
            if line.blank_before and self.blocks[top.block].role is Role.HEADING:
                self.left = top.block
            self.stack.pop()

    def _is_heading_after(self, index: int) -> bool:
        return self._is_heading(index) and not self.signs.lead_in(bare(self.lines[index].text))

    def _transparent(self, line: Line) -> bool:
        return self.signs.transparent(bare(line.text))

    def _close_siblings(self, role: Role, line: Line) -> None:
        """A heading ends the heading before it; a group ends the group before it and, after a blank line, both."""
        while self.stack and self.stack[-1].implicit:
            top = self.stack[-1]
            if line.indent > top.indent + 1:
                return
            if role is Role.HEADING and top.group and not self._group_is_over(top):
                return
            if role is not Role.HEADING and not top.group and not line.blank_before:
                return
            self.stack.pop()

    def _group_is_over(self, top: _Open) -> bool:
        """A group that holds lines of its own, and no headings, ends where the next heading comes."""
        return self.held.get(top.block) == {Role.CONTENT}

    def _opens(self, index: int, taken: int) -> bool:
        """Whether an unmarked line holds the lines below it: indented ones, or those that its label explains."""
        if index + taken >= len(self.lines) or self._at_border(index + taken):
            return False
        line, after = self.lines[index], self.lines[index + taken]
        if after.indent > line.indent + (1 if self.labels[index] is None else 0):
            return True
        if after.blank_before or self.labels[index] is None:
            return False
        if after.marker is Marker.BULLET:
            return True
        label = self.labels[index]
        assert label is not None
        named = label.text[:1].isupper() or is_namelike(label.text)
        known = self.signs.known(label.text)
        starts = known if self.after_heading else line.blank_before > 0 and named
        return starts and after.marker is line.marker and self.labels[index + taken] is None

    def _add(
        self,
        line: Line,
        role: Role,
        *,
        text: str | None = None,
        last: Line | None = None,
        label: str | None = None,
        body_start: int = 0,
        level: int = 0,
        term: bool = False,
        cells: tuple[str, ...] = (),
        header: tuple[str, ...] = (),
    ) -> int:
        end = last or line
        block = Block(
            index=len(self.blocks),
            line_start=line.number,
            line_end=end.number,
            text=text if text is not None else self._slice(line, end),
            role=role,
            parent=self.stack[-1].block if self.stack else None,
            marker=line.marker,
            indent=line.indent,
            label=label,
            body_start=body_start,
            level=level,
            term=term,
            cells=cells,
            header=header,
            left=self.left,
        )
        self.blocks.append(block)
        if block.parent is not None:
            self.held.setdefault(block.parent, set()).add(role)
            if block.indent <= self.blocks[block.parent].indent + 1:
                self.held_flat.add(block.parent)
        return block.index

    def _slice(self, first: Line, last: Line) -> str:
        if first is last:
            return first.text
        middle: Sequence[str] = self.raw[first.number : last.number]
        return "\n".join([self.raw[first.number - 1][first.offset :], *middle]).rstrip()

"""The real structure of notes: a tree in which every line has one place.

Markdown's headings are given; the implicit ones of people who type fast are found by their signs (.headings and
.heading_signs). A stack of open blocks says what a line hangs below:

- a Markdown heading closes all headings of its level and below;
- an implicit heading stays open until a blank line that the list does not go on after, or the next implicit heading;
- a *group* (a lead-in or a label over further headings: "Types of queues:") stays open over the headings below it;
- an item stays open for what is indented below it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graph.values import Document
from ingest.files.read import file_title, split_lines
from ingest.outlining.document_title import TOP, below_the_file, opening_title
from ingest.outlining.drawn_titles import lonely_titles, marked_titles
from ingest.outlining.heading_signs import heading_score, signs_of
from ingest.outlining.headings import (
    IMPLICIT_LEVEL,
    MAX_HEADING_WORDS,
    Signs,
    Surroundings,
    bare,
    clear_case,
    is_contrast,
    may_be_heading,
    surroundings,
)
from ingest.outlining.items import with_item_heads
from ingest.outlining.joining import Joiner
from ingest.outlining.lines import (
    Label,
    Line,
    heading_text,
    plain,
    read_line,
    split_label,
    with_bare_numbers,
    with_wider_steps,
)
from ingest.outlining.markup import Markup, read_markup
from ingest.outlining.numbered_titles import numbered_titles
from ingest.outlining.open_blocks import MARKED, Open, OpenBlocks, title_style
from ingest.outlining.paragraphs import Paragraphs
from ingest.outlining.remnants import without_remnants
from ingest.outlining.twins import has_twin
from ingest.values import Block, Marker, Outline, Role


def outline(document: Document, signs: Signs) -> Outline:
    """The tree of a document's blocks, in the order of their lines."""
    raw = without_remnants(split_lines(document.text))
    markup = read_markup(raw)
    lines = _content_lines(raw, markup)
    markup.add_drawn(numbered_titles(lines, markup.headings.keys() | markup.code | markup.markup))
    markup.add_drawn(marked_titles(lines, markup.headings, markup.headings.keys() - markup.drawn.keys()))
    markup.add_drawn(lonely_titles(lines, markup.headings))
    if below_the_file(lines, markup, signs):
        document = replace(document, title=file_title(document.path))
    elif (title := opening_title(lines, markup, signs)) is not None:
        markup.headings[title.number] = TOP
        document = replace(document, title=title.text)
    labels = [split_label(line.text, numbered=line.marker is Marker.NUMBER) for line in lines]
    builder = _Builder(raw, markup, lines, labels, signs)
    return Outline(document, with_item_heads(builder.build(), signs))


def _content_lines(raw: list[str], markup: Markup) -> list[Line]:
    lines, blank = [], 1
    for number, text in enumerate(raw, 1):
        if not text.strip().lstrip("\ufeff"):
            blank += 1
            continue
        line = read_line(number, text, blank)
        if number in markup.code or number in markup.markup:
            line = line._replace(marker=Marker.NONE, text=text.strip(), offset=len(text) - len(text.lstrip()))
        lines.append(line)
        blank = 0
    return with_bare_numbers(with_wider_steps(lines))


UNDERLINED = 2
"""The level of a title with a line of dashes below it."""
MIN_CAPITALS = 4
MIN_SAID_WORDS = 4
"""Words of a line that says something of the title above it."""


class _Builder:
    """Walks the lines once, keeping the stack of open blocks."""

    def __init__(
        self, raw: list[str], markup: Markup, lines: list[Line], labels: list[Label | None], signs: Signs
    ) -> None:
        self.raw, self.markup, self.lines, self.labels, self.signs = raw, markup, lines, labels, signs
        self.borders = {*markup.headings, *markup.markup, *markup.code}
        self.joiner = Joiner(lines, labels, self._at_border)
        self.paragraphs = Paragraphs(lines, labels, self._at_border, signs)
        labelled = {line.number: label.text for line, label in zip(lines, labels, strict=True) if label is not None}
        self.blocks: list[Block] = []
        self.open = OpenBlocks(self.blocks, labelled, signs)
        self.stack = self.open.stack
        self.after_heading = False
        drawn = (line for line in lines if markup.headings.get(line.number) == UNDERLINED)
        self.are_underlined = any(not line.text.startswith("#") for line in drawn)

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
        drawn = self.markup.drawn.get(line.number)
        text = drawn.words if drawn is not None else heading_text(line)
        block = self._add(line, Role.HEADING, text=text, level=level, label=bare(text), term=True)
        self.stack.append(Open(block, 0, Marker.NONE, level, implicit=False))
        self.open.left = None
        self.after_heading = True

    def _table_row(self, line: Line) -> None:
        row = self.markup.table_rows[line.number]
        self.open.close_items(line)
        self.open.fill(line)
        self._add(line, Role.TABLE_ROW, cells=row, header=self.markup.table_headers[line.number])

    # -- a line of text
    def _text_line(self, index: int) -> int:
        line, label = self.lines[index], self.labels[index]
        if self._is_defined_below(index):
            return self._definition(index)
        if self._is_heading(index):
            self._implicit_heading(index)
            return 1
        self.open.close_items(line)
        self.open.close_headings(line, lambda: self._goes_on(index))
        taken = self.joiner.joined(index)
        block = self._add(
            line,
            Role.CONTENT,
            last=self.lines[index + taken - 1],
            label=label.text if label else None,
            body_start=label.body_start if label else 0,
        )
        self.open.fill(line)
        self.open.note_number(block, line)
        is_product = line.blank_before > 0 and self.open.is_whole(line.number) and not self.open.in_product()
        opens = self.paragraphs.opens(index, taken, title=self._title_above(), is_product=is_product)
        if line.marker in MARKED or opens:
            opened = Open(block, line.indent, line.marker, IMPLICIT_LEVEL, implicit=True)
            opened.set_off = is_product
            self.stack.append(opened)
        self.after_heading = False
        return taken

    def _is_defined_below(self, index: int) -> bool:
        """Whether the next line explains this one in the manner of a definition list, behind a colon of its own.

        Several such lines are items of a list.
        """
        if self._at_border(index + 1):
            return False
        line, below = self.lines[index], self.lines[index + 1]
        if below.mark != ":" or below.blank_before or len(line.text.split()) > MAX_HEADING_WORDS or line.mark == ":":
            return False
        return self._at_border(index + 2) or self.lines[index + 2].mark != ":"

    def _definition(self, index: int) -> int:
        line, below = self.lines[index], self.lines[index + 1]
        self.open.close_items(line)
        self.open.close_headings(line, lambda: self._goes_on(index))
        text = self._slice(line, below)
        body_start = len(text) - len(below.text)
        self.open.fill(line)
        self._add(line, Role.CONTENT, last=below, label=plain(line.text), body_start=body_start, term=True)
        self.after_heading = False
        return 2

    def _is_heading(self, index: int) -> bool:
        line, label = self.lines[index], self.labels[index]
        if not may_be_heading(line, label) or (line.marker in MARKED and self._ends_section(index)):
            return False
        place = self._surroundings(index)
        clear = clear_case(place, self.signs)
        if clear is None and (self._is_next_title(line, place.after) or has_twin(self.lines, self.labels, index)):
            return True
        return clear if clear is not None else heading_score(signs_of(place, self.signs)) >= 0.5

    def _is_next_title(self, line: Line, after: Line | None) -> bool:
        """Whether a known name with a remark follows the lines below another one: "Day ferries (once mail boats)"."""
        top = self.stack[-1] if self.stack else None
        if top is None or not top.implicit or not top.held or after is None or after.blank_before:
            return False
        unmarked = top.marker is line.marker is after.marker is Marker.NONE
        if not unmarked or not line.text.endswith(")") or len(after.text.split()) < MIN_SAID_WORDS:
            return False
        title, known = self.blocks[top.block], self.signs.known
        return (
            title.role is Role.HEADING and known(title.label or "") and known(bare(line.text)) and not known(after.text)
        )

    def _ends_section(self, index: int) -> bool:
        """Whether nothing stands behind a line before the next drawn title or the end: it heads nothing."""
        return index + 1 == len(self.lines) or self.lines[index + 1].number in self.markup.headings

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
            after_a_name=self._after_a_name(self.lines[index]),
            title_above=self._title_above(),
            last=self._at_border(index + 1),
        )

    def _title_above(self) -> str | None:
        """The name of the title that stands right above, if one does."""
        return self.blocks[self.stack[-1].block].label or "" if self.after_heading and self.stack else None

    def _after_a_name(self, line: Line) -> bool:
        """Whether the lines right above are a title that names a product, and one line about it."""
        top = self.stack[-1] if self.stack else None
        if top is None or not top.implicit or top.held != 1 or line.blank_before or line.marker is not Marker.NONE:
            return False
        title = self.blocks[top.block]
        return title.role is Role.HEADING and top.marker is Marker.NONE and self.signs.whole(title.label or "")

    def _below_lead_in(self, line: Line) -> bool:
        if not self.stack or (line.blank_before and self.stack[-1].filled and line.marker not in MARKED):
            return False
        block = self.blocks[self.stack[-1].block]
        return block.role is Role.LEAD_IN or (
            block.role is Role.CONTENT and bool(block.label) and self.signs.lead_in(block.label or "")
        )

    def _at_border(self, index: int) -> bool:
        """Whether there is no text line of the same section at `index`."""
        if not 0 <= index < len(self.lines):
            return True
        return self.lines[index].number in self.borders

    def _implicit_heading(self, index: int) -> None:
        line = self.lines[index]
        name = bare(line.text)
        whole = name.isupper() and self.signs.whole(name)  # REST is no rest
        transparent = self.signs.transparent(name) and not whole
        lead_in = self.signs.lead_in(name) and not is_contrast(name)
        self.open.close_items(line)
        self.open.close_headings(line, lambda: self._goes_on(index), title=True)
        role = Role.LABEL if transparent else Role.LEAD_IN if lead_in else Role.HEADING
        if self._stands_above_underlined(line, name):
            while self.stack and (self.stack[-1].implicit or self.stack[-1].level > 1):
                self.stack.pop()
        if line.marker not in MARKED and not self.after_heading:
            self.open.close_siblings(role, line)
        block = self._add(
            line, role, label=name, body_start=len(line.text), level=IMPLICIT_LEVEL, term=role is Role.HEADING
        )
        self.open.note_number(block, line)
        group = role is not Role.HEADING
        self.open.left = None
        set_off = line.blank_before > 0
        opened = Open(block, line.indent, line.marker, IMPLICIT_LEVEL, implicit=True, group=group, set_off=set_off)
        opened.weak = not (
            set_off or group or self.after_heading or title_style(line.text)[0] or self.signs.known(name)
        )
        self.stack.append(opened)
        self.after_heading = True

    def _stands_above_underlined(self, line: Line, name: str) -> bool:
        """Whether a title in capitals is set off among titles that a line is drawn below: it ends the one before it."""
        is_set_off = line.blank_before > 0 and line.indent == 0 and line.marker is Marker.NONE
        return is_set_off and name.isupper() and len(name) >= MIN_CAPITALS and self.are_underlined

    def _goes_on(self, index: int) -> bool:
        """Whether a group goes on with the line behind its headings: it is a heading too, and no group itself."""
        return self._is_heading(index) and not self.signs.lead_in(bare(self.lines[index].text))

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
            left=self.open.left,
        )
        self.blocks.append(block)
        self.open.note_block(block)
        return block.index

    def _slice(self, first: Line, last: Line) -> str:
        if first is last:
            return first.text
        middle: Sequence[str] = self.raw[first.number : last.number]
        return "\n".join([self.raw[first.number - 1][first.offset :], *middle]).rstrip()

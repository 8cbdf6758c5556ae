"""The blocks that are open where a line stands, and which of them the line ends."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ingest.outlining.document_title import TOP, is_written_as_name, topic
from ingest.outlining.headings import Signs, bare
from ingest.outlining.lines import Line, plain
from ingest.values import Block, Marker, Role

MARKED = (Marker.BULLET, Marker.NUMBER)
_FIRST = ("1", "a", "i")


@dataclass(slots=True)
class Open:
    """An open block of the stack. `group` headings hold further headings; `filled` tells whether content came.

    `set_off` blocks stand below a blank line; `weak` headings have no sign but their place inside a paragraph.
    `held` counts the lines right below it; `held_bullets`, `held_deeper`, `held_indent` tell how the first stood.
    """

    block: int
    indent: int
    marker: Marker
    level: int
    implicit: bool
    group: bool = False
    set_off: bool = False
    weak: bool = False
    filled: bool = False
    held: int = 0
    held_bullets: bool = False
    held_deeper: bool = False
    held_indent: int = 0
    held_labelled: bool = False


class OpenBlocks:
    """The stack of open blocks, innermost last. `labelled` holds the labels of lines, by number; `blocks` grows."""

    def __init__(self, blocks: Sequence[Block], labelled: Mapping[int, str], signs: Signs) -> None:
        self.blocks, self.labelled, self.signs = blocks, labelled, signs
        self.stack: list[Open] = []
        self.held: dict[int, set[Role]] = {}
        self.held_flat: set[int] = set()
        self.last_number: dict[int | None, int] = {}
        self.number_before: dict[int, int] = {}
        self.left: int | None = None

    def note_block(self, block: Block) -> None:
        """Remember what a block's parent holds."""
        if block.parent is not None:
            self.held.setdefault(block.parent, set()).add(block.role)
            if block.indent <= self.blocks[block.parent].indent + 1:
                self.held_flat.add(block.parent)

    def note_number(self, block: int, line: Line) -> None:
        """Remember which numbered line came before a numbered one; a first number has none before it."""
        if line.marker is not Marker.NUMBER:
            return
        parent = self.blocks[block].parent
        if line.ordinal.rstrip(".)").lower() not in _FIRST and parent in self.last_number:
            self.number_before[block] = self.last_number[parent]
        self.last_number[parent] = block

    def fill(self, line: Line) -> None:
        """Note on the open blocks that a line came below them, and on the innermost how it stands."""
        if self.stack and not self.stack[-1].filled:
            top = self.stack[-1]
            top.held_indent = line.indent
            top.held_deeper = line.indent > top.indent + (line.marker in MARKED)
            top.held_bullets = line.marker in MARKED
            top.held_labelled = line.number in self.labelled
        if self.stack:
            self.stack[-1].held += 1
        for opened in self.stack:
            opened.filled = True

    def close_items(self, line: Line) -> None:
        """Items and labelled lines whose indented part is over."""
        while self.stack and self.stack[-1].implicit:
            top = self.stack[-1]
            heading = self.blocks[top.block].role is not Role.CONTENT
            if heading and top.marker not in MARKED:
                return
            if line.indent > top.indent + 1 or (line.indent > top.indent and line.marker not in MARKED):
                return
            same_indent = abs(line.indent - top.indent) <= 1
            if same_indent and top.marker is Marker.NUMBER and self._below_number(line, top.block):
                return
            if same_indent and top.marker not in MARKED and not top.held_deeper and self._below_plain(line, top):
                return
            self.stack.pop()

    def _below_number(self, line: Line, item: int) -> bool:
        """Bullets hang below a number; so does plain text, unless the number before it had none as far out."""
        if line.marker is Marker.BULLET:
            return True
        before = self.number_before.get(item)
        return line.marker is Marker.NONE and not line.blank_before and (before is None or before in self.held_flat)

    def _below_plain(self, line: Line, top: Open) -> bool:
        """A labelled line of plain text keeps the lines of its paragraph that have no label of their own.

        One that names a product keeps those with labels too, up to the next product.
        """
        if line.marker is Marker.BULLET:
            return True
        if line.blank_before or line.marker is not Marker.NONE:
            return False
        return line.number not in self.labelled or (top.set_off and not self.is_whole(line.number))

    def is_whole(self, number: int) -> bool:
        """Whether the line's label is the name of a product or a technology."""
        label = self.labelled.get(number)
        return label is not None and self.signs.whole(label)

    def in_product(self) -> bool:
        """Whether a title above is the name of a product or a technology, so that other names are parts of the text."""
        return any(
            opened.level and self.signs.whole(self.blocks[opened.block].label or "")
            for opened in self.stack
            if self.blocks[opened.block].role is Role.HEADING
        )

    def close_headings(self, line: Line, goes_on: Callable[[], bool], *, title: bool = False) -> None:
        """Implicit headings that a blank line, or plain text after their bullets, ends.

        `goes_on` tells whether the line is one more heading of a group, `title` whether it is a heading at all.
        """
        while self.stack and self.stack[-1].implicit:
            top = self.stack[-1]
            is_shallower = line.indent < top.held_indent and line.indent <= top.indent + 1
            ends_deeper = top.held_deeper and is_shallower and top.marker not in MARKED
            if ends_deeper or line.indent + 1 < top.indent:
                self.stack.pop()
                continue
            if not top.filled or line.indent > top.indent + 1 or top.marker in MARKED:
                return
            if top.weak and not top.held_labelled and line.number in self.labelled and line.marker is Marker.NONE:
                self.stack.pop()
                continue
            if title and not line.blank_before and self._is_subtitle(line, top):
                return
            plain_line = line.marker not in MARKED
            if line.marker is Marker.BULLET:
                ends = line.blank_before > 0 and not top.held_bullets and top.held > 1
            else:
                ends = plain_line and (line.blank_before > 0 or (top.held_bullets and self._is_of_no_title(line)))
            if not ends or (top.group and goes_on()):
                return
            if line.blank_before and self.blocks[top.block].role is Role.HEADING:
                self.left = top.block
            self.stack.pop()

    def _is_of_no_title(self, line: Line) -> bool:
        """Whether plain text behind bullets leaves their title: it groups nothing, and has a place to go back to.

        Below no other title, only a line with a label of its own begins something new.
        """
        places = sum(opened.level != TOP or self._names_a_thing(opened) for opened in self.stack)
        has_place = places > 1 or line.number in self.labelled
        return has_place and not self.signs.transparent(bare(line.text))

    def _names_a_thing(self, title: Open) -> bool:
        """Whether the title of the whole notes says what they are about, and not only that they are notes."""
        label = self.blocks[title.block].label or ""
        return self.signs.known(topic(label)) or (is_written_as_name(label) and topic(label) == label)

    def close_siblings(self, role: Role, line: Line) -> None:
        """A heading ends the heading before it; a group ends the group before it and, after a blank line, both."""
        while self.stack and self.stack[-1].implicit:
            top = self.stack[-1]
            if line.indent > top.indent + 1:
                return
            if role is Role.HEADING and top.group and not self._group_is_over(top):
                return
            if role is not Role.HEADING and not top.group and not line.blank_before:
                return
            if role is Role.HEADING and not line.blank_before and self._is_subtitle(line, top):
                return
            self.stack.pop()

    def _is_subtitle(self, line: Line, top: Open) -> bool:
        """Whether a title inside a paragraph, written in another way than the one set off above it, is a part of it."""
        title = self.blocks[top.block]
        if top.group or not top.set_off or self.signs.whole(bare(line.text)):
            return False
        return self.signs.whole(bare(title.text)) or title_style(title.text) != title_style(line.text)

    def _group_is_over(self, top: Open) -> bool:
        """A group that holds lines of its own, and no headings, ends where the next heading comes."""
        return self.held.get(top.block) == {Role.CONTENT}


def title_style(title: str) -> tuple[str, bool]:
    """How a title is written: the sign behind it, if any, and whether with a capital."""
    last = plain(title)[-1:]
    return last if last in ":?" else "", title[:1].isupper()

"""What the block right above tells of the lines that hang below it."""

from __future__ import annotations

from collections.abc import Container, Sequence

from graph.vocabulary import Kind
from ingest.outlining.lines import plain
from ingest.values import Block, Mention, Role

MAX_FRAME_WORDS = 6


def frame_of(block: Block, blocks: Sequence[Block]) -> str:
    """The label or short text right above: it may say bound and name of the figures below it ("Defaults")."""
    if block.parent is None:
        return ""
    holder = blocks[block.parent]
    text = holder.label or plain(holder.text)
    return text if len(text.split()) <= MAX_FRAME_WORDS else ""


def is_nested(block: Block, blocks: Sequence[Block], subjects: Sequence[str | None]) -> bool:
    """Whether a block is indented below a title, or below words that nothing explains."""
    if block.parent is None or subjects[block.parent] is None:
        return False
    holder = blocks[block.parent]
    is_title = holder.role is Role.HEADING or (holder.label is not None and holder.body_start >= len(holder.text))
    return block.indent > holder.indent and is_title


def names_part(title: Block, subjects: Sequence[str | None], mentions: Sequence[Sequence[Mention]]) -> bool:
    """Whether a title of one word is the name of a known part, and no word for parts ("Modules" of a program)."""
    key, words = subjects[title.index], title.label or title.text
    named = (m for m in mentions[title.index] if m.key == key and m.kind is Kind.FEATURE and m.exact)
    return " " not in words and any(m.end - m.start >= len(words) for m in named)


def is_set_apart(block: Block, blocks: Sequence[Block], sides: Container[int]) -> bool:
    """Whether a line stands below a title that sets things side by side, or below a line there."""
    parent = block.parent
    while parent is not None and parent not in sides:
        parent = blocks[parent].parent
    return parent is not None

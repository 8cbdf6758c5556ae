"""The values on the way from a file to facts; each is frozen, printable and made by one stage.

Offsets count characters of the value's own `text`. Lines count from 1 in the file.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from graph.labels import LeadIn as LeadIn
from graph.values import Document, Limit
from graph.vocabulary import Kind, RelationType


class Role(StrEnum):
    """What a block of lines is for, as the outline sees it."""

    HEADING = "heading"  # a Markdown heading, or a line that acts as one
    LABEL = "label"  # "AWS says:", "Features:": groups the lines below and keeps the subject above
    LEAD_IN = "lead-in"  # "Great for:", "Supported languages": sets relation and direction for the lines below
    CONTENT = "content"
    QUESTION = "question"
    CODE = "code"
    TABLE_ROW = "table-row"
    MARKUP = "markup"  # front matter, fences, rules, table separators


class Marker(StrEnum):
    """How a line begins."""

    NONE = "none"
    BULLET = "bullet"
    NUMBER = "number"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Block:
    """One or more lines that belong together, with their place in the outline.

    `parent` is the index of the block it hangs below (None at the top). `text` is a slice of the file without marker
    and indent. `label` is the term of "Term: explanation"; `body_start` is where its explanation begins in `text` (0
    without a label, len(text) where nothing follows it). `level` orders headings: 1-6 for Markdown's, more for implicit
    ones. `left` is the implicit heading that a blank line above the block has closed. `term` is true where the block
    names a thing of its own, so that the lines below it are about that thing.
    """

    index: int
    line_start: int
    line_end: int
    text: str
    role: Role
    parent: int | None
    marker: Marker = Marker.NONE
    indent: int = 0
    label: str | None = None
    body_start: int = 0
    level: int = 0
    term: bool = False
    cells: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    left: int | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """All non-blank lines of a document, in order, as a tree of blocks."""

    document: Document
    blocks: tuple[Block, ...]


class Mention(NamedTuple):
    """Words of a text that name a known entity. `exact` is false for mended misspellings; `owner` is a part's owner.

    `wholes` are the owners of the owner, the nearest first, as far as packs know them.
    """

    start: int
    end: int
    key: str
    kind: Kind
    rule: str
    exact: bool = True
    owner: str | None = None
    wholes: tuple[str, ...] = ()


class Choice(NamedTuple):
    """What a question offers, and which of it the answer behind it takes, if it begins with one of them.

    The question lists them up to `offered_end`; `need_start`:`need_end` is what it asks them for, empty where it does
    not say. The answer begins at `answer_start`.
    """

    offered: tuple[str, ...]
    chosen: str | None
    offered_end: int
    need_start: int
    need_end: int
    answer_start: int


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of the notes that says one thing, and what it is about.

    `subject` is a name key; `subject_span` is where the clause itself names it (None where the outline gave it).
    `label` is true where the clause is a labelled explanation and `body_start` the offset of the explanation.
    `lead` is the lead-in that it stands below, `lead_subject` what that one is about (None: the clause's subject).
    `owner` the key of the service that the subject belongs to, if any.
    `item` is true for a list item or a line of its own below a lead-in, a candidate for being named as a whole.
    `quiet` clauses are kept as statements, and no fact is read from them: another clause of the same line gives them.
    `frame` are the words of the label or column right above it ("Defaults", "Max size"), "" without one.
    `parent_subject` is what the heading above is about, where the subject is named by the clause's own label.
    `parent_kind` is its kind, `parent_owner` what it belongs to.
    `strays` is true where the title or line right above names nothing itself,
    `nested` where the clause's line is indented below a title, or below words that nothing explains.
    `sides` are the keys that a title or a table's header sets side by side; `needs` the words that the subject answers.
    `above` are the keys of what stands above it, nearest first.
    `heads` is true where a Markdown heading names the subject, and none above it another thing.
    `columns` are a table row's cells: the column's title, and where the cell starts and ends in the text.
    `cell` is true for a cell that is about its column's thing; `frame` holds what its row is about.
    `choice` is what a question offers: nothing else is read from its words.
    `opener` is the part that opens the line and that the clause may go on with; a quiet clause is about it.
    """

    statement: str
    line_start: int
    line_end: int
    text: str
    subject: str
    subject_kind: Kind
    subject_span: tuple[int, int] | None = None
    mentions: tuple[Mention, ...] = ()
    lead: LeadIn | None = None
    owner: str | None = None
    parent_subject: str | None = None
    parent_kind: Kind | None = None
    parent_owner: str | None = None
    strays: bool = False
    nested: bool = False
    label: str | None = None
    body_start: int = 0
    item: bool = False
    hypothetical: bool = False
    lead_subject: str | None = None
    columns: tuple[tuple[str, int, int], ...] = ()
    cell: bool = False
    quiet: bool = False
    frame: str = ""
    sides: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    heads: bool = False
    choice: Choice | None = None
    opener: str | None = None


class End(NamedTuple):
    """One end of an edge: a known key, or words of the clause that name something new (`start`:`end`)."""

    key: str | None = None
    text: str | None = None
    kind: Kind = Kind.CONCEPT
    owner: str | None = None


class EdgeDraft(NamedTuple):
    """A relation as read from one clause, before new names have become claims."""

    source: End
    relation: RelationType
    target: End
    condition: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class LimitDraft:
    """A limit as read from one clause. `owner` is a key: the clause's subject, or a feature that the clause names."""

    owner: str
    limit: Limit
    rule: str

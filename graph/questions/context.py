"""What stands above a line in its document: the heading, and the lead-in or question that it belongs to.

A line of a list says little by itself ("Node.js"); a reader takes it together with "Supported languages:" above it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from graph.questions.lists import HeadedList, below_heads
from graph.store import GraphStore
from graph.vocabulary import Bucket

MAX_DOCUMENT_LINES = 5_000
MAX_LEAD_LINES = 12
MAX_HEAD_WORDS = 4
_HEAD_ENDS = re.compile(r":|\s[-–—=]|[-=]>|→|\(")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_LINES = re.compile(r"\r\n|\r|\n")
_ITEM = re.compile(r"[-*+•‣◦·–]\s|\d{1,2}[.)]\s")
_RULE = re.compile(r"[\s|:+-]+")
_STROKE = re.compile(r"(?<!\\)\|")
_LEADS = frozenset({Bucket.LEAD_IN, Bucket.QUESTION})


@dataclass(frozen=True, slots=True)
class Above:
    """The heading and the lead-in over a line, the titles of the sections around it, and what the line opens with that
    it is set in below; empty where there is none."""

    heading: str = ""
    lead: str = ""
    around: str = ""
    parent: str = ""

    @property
    def text(self) -> str:
        return f"{self.heading} {self.lead} {self.around} {self.parent}"


NOTHING = Above()


@dataclass(slots=True)
class Outline:
    """The headings, lead-ins and blank lines of one document, by line; for each row of a table the table's head."""

    headings: list[tuple[int, str]] = field(default_factory=list)
    around: dict[int, str] = field(default_factory=dict)
    leads: list[tuple[int, str]] = field(default_factory=list)
    ends: dict[int, int] = field(default_factory=dict)
    blanks: list[int] = field(default_factory=list)
    tables: dict[int, tuple[str, ...]] = field(default_factory=dict)
    parents: dict[int, str] = field(default_factory=dict)
    seen: dict[int, Above] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
    _lists: tuple[HeadedList, ...] | None = None

    @property
    def lists(self) -> tuple[HeadedList, ...]:
        """The lists with a head above their items."""
        if self._lists is None:
            self._lists = tuple(below_heads(self.texts, frozenset(line for line, _ in self.headings)))
        return self._lists

    def above(self, line: int) -> Above:
        """What stands above a line, counted from 1; nothing in a document that is not there or too long."""
        if not self.texts:
            return NOTHING
        if line not in self.seen:
            self.seen[line] = self._above(line)
        return self.seen[line]

    def _above(self, line: int) -> Above:
        heading = _last(self.headings, line)
        lead = _last(self.leads, line)
        blank = bisect_right(self.blanks, line - 1)
        start = max(heading[0], self.blanks[blank - 1] if blank else 0, line - MAX_LEAD_LINES)
        leads = lead[0] > start and line < self.ends.get(lead[0], line + 1)
        around = " ".join([self.around.get(heading[0], ""), *self.tables.get(line, ())])
        return Above(heading[1], lead[1] if leads else "", around, self.parents.get(line, ""))

    def place(self, line: int, text: str) -> int:
        """Where in its line a text stands, -1 where it does not."""
        return self.texts[line - 1].find(text) if line <= len(self.texts) else -1

    def row(self, line: int) -> tuple[str, ...]:
        """The cells of a table's row, none where a line is no such row."""
        return cells(self.texts[line - 1]) if line in self.tables else ()

    def before(self, line: int, text: str) -> str:
        """What stands before a text in its line, without the sign of an item."""
        place = self.place(line, text)
        return _ITEM.sub("", self.texts[line - 1][:place].strip(), count=1).strip() if place > 0 else ""

    def title_of(self, line: int, within: int) -> str | None:
        """The heading that stands at most so many written lines above a line."""
        at, text = _last(self.headings, line)
        blanks = bisect_right(self.blanks, line - 1) - bisect_right(self.blanks, at)
        return text if text and line - at - blanks <= within else None

    def is_one_block(self, first: int, last: int) -> bool:
        """Whether no blank line or heading parts two lines, the second further down."""
        between = bisect_right(self.blanks, last) - bisect_right(self.blanks, first)
        return not between and _last(self.headings, last) == _last(self.headings, first)


def _last(places: list[tuple[int, str]], line: int) -> tuple[int, str]:
    at = bisect_right(places, line - 1, key=lambda place: place[0])
    return places[at - 1] if at else (0, "")


def outline(store: GraphStore, path: str) -> Outline:
    """The outline of a document; an empty one where it is not there or has more than 5,000 lines."""
    document = store.document(path)
    found = Outline()
    if document is None or document.lines > MAX_DOCUMENT_LINES:
        return found
    texts = _LINES.split(document.text)
    levels: dict[int, int] = {}
    found.texts = texts
    found.blanks = [number for number, text in enumerate(texts, 1) if not text.strip()]
    for bucket in store.buckets(path):
        if bucket.line > len(texts):
            continue
        text = texts[bucket.line - 1].strip()
        if bucket.bucket is Bucket.HEADING:
            found.headings.append((bucket.line, text.lstrip("#").strip()))
            levels[bucket.line] = len(text) - len(text.lstrip("#"))
        elif bucket.bucket in _LEADS or text.endswith(":"):
            found.leads.append((bucket.line, text))
    found.headings.sort()
    found.leads.sort()
    found.tables = _tables(texts)
    found.parents = _parents(texts)
    found.ends = {line: end for line, _ in found.leads if (end := _end_of_list(texts, line)) is not None}
    found.around = _around(found.headings, levels)
    return found


def cells(row: str) -> tuple[str, ...]:
    """The cells of a table's row, written with strokes between them and perhaps around."""
    bare = row.strip().removeprefix("|").removesuffix("|")
    return tuple(cell.strip() for cell in _STROKE.split(bare))


def _tables(texts: list[str]) -> dict[int, tuple[str, ...]]:
    """The cells of the head of its table for each row's line, counted from 1."""
    found: dict[int, tuple[str, ...]] = {}
    for at, text in enumerate(texts):
        if "-" not in text or "|" not in text or not _RULE.fullmatch(text) or not at:
            continue
        head = cells(texts[at - 1])
        for row in range(at + 1, len(texts)):
            if "|" not in texts[row]:
                break
            found[row + 1] = head
    return found


def _parents(texts: list[str]) -> dict[int, str]:
    """For each line that is set in, counted from 1, what the line opens with that it stands below, and the short line
    that its block begins with."""
    found: dict[int, str] = {}
    open_ones: list[tuple[tuple[int, bool], str]] = []
    title = topic = ""
    for number, text in enumerate(texts, 1):
        if not text.strip() or text.startswith("#"):
            open_ones, title, topic = [], "", ""
            continue
        if not open_ones:
            title, topic = _title(text), _opening(text)
        depth = _depth(text)
        while open_ones and open_ones[-1][0] >= depth:
            open_ones.pop()
        own = _opening(text)
        over = open_ones[-1][1] if open_ones else "" if own else topic
        if over or title:
            found[number] = over if title in over else f"{title} {over}".strip()
        open_ones.append((depth, own))
    return found


def _opening(text: str) -> str:
    """The few words before a line's colon, dash or bracket; empty where it has too many for a name."""
    bare = _ITEM.sub("", text.strip(), count=1)
    head = _HEAD_ENDS.split(bare, maxsplit=1)[0].strip()
    return head if len(head.split()) <= MAX_HEAD_WORDS else ""


def _title(text: str) -> str:
    """The first line of a block where it is so short that it can only be a title, without what stands in brackets."""
    bare = _IN_BRACKETS.sub("", text).strip()
    return bare if len(bare.split()) <= MAX_HEAD_WORDS and not _ITEM.match(bare) else ""


def _end_of_list(texts: list[str], lead: int) -> int | None:
    """The first line, counted from 1, that stands further out than the items below a lead-in; None where the items
    are not set in or marked, so that nothing tells."""
    if lead >= len(texts):
        return None
    own, first = _depth(texts[lead - 1]), _depth(texts[lead])
    if first <= own:
        return None
    below = range(lead + 1, min(len(texts), lead + MAX_LEAD_LINES))
    return next((at + 1 for at in below if texts[at].strip() and _depth(texts[at]) < first), None)


def _depth(text: str) -> tuple[int, bool]:
    """How far a line is set in, and whether it is marked as an item."""
    bare = text.expandtabs(4).lstrip()
    return len(text.expandtabs(4)) - len(bare), _ITEM.match(bare) is not None


def _around(headings: list[tuple[int, str]], levels: dict[int, int]) -> dict[int, str]:
    """For each heading's line the titles of the sections that it stands in, but the document's own."""
    found: dict[int, str] = {}
    open_ones: list[tuple[int, str]] = []
    for line, text in headings:
        level = levels[line]  # 0 of a title without signs: it stands in all that are open
        open_ones = [one for one in open_ones if not level or one[0] < level]
        found[line] = " ".join(title for depth, title in open_ones if depth > 1)
        open_ones += [(level, text)] if level else []
    return found

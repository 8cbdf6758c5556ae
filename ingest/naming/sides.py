"""The sides that a title sets apart, by what the lines below it call them for short."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.identity import bare_key, slug
from ingest.outlining.headings import bare
from ingest.outlining.lines import plain
from ingest.values import Block

_BETWEEN = re.compile(
    r"^(?:the\s+)?differences?\s+between\s+(?P<one>\S.*?)\s+(?:and|&)\s+(?P<other>\S.*)$", re.IGNORECASE
)
VERSUS = re.compile(r"\s+(?:vs\.?|versus|v|or|and|&|/|\+)\s+", re.IGNORECASE)
SETS_APART = re.compile(r"\s(?:vs\.?|versus|v|or)\s", re.IGNORECASE)
CONTRAST = re.compile(r"\s(?:vs\.?|versus|v)\s", re.IGNORECASE)
AGAINST = re.compile(r"(?:vs\.?|versus|compared (?:to|with)|difference (?:to|from))\s(?P<other>.+)$", re.IGNORECASE)
"""A title that sets a thing beside what is above it: "vs Kafka"."""
ASPECT = re.compile(
    r"\s(?:as|for|in|on|inside|within|behind|when|with|instead of|rather than|over)\s.*$", re.IGNORECASE
)
"""In which respect two things are set side by side: "X vs Y as a queue"."""

_HUMPS = re.compile(r"(?<![A-Za-z])[a-z\d]|[A-Z]")
_SIGNS = re.compile(r"[.@&/-]")
_LEAST_LETTERS = 2
_ASKS_BEHIND = re.compile(
    r"(?:\s*[,:;]|\s+[-–—])\s+(?:but |and |so )?(?:what|why|which|how|who|when|where|do i|is it|are they)\b[^.]*\??$",
    re.IGNORECASE,
)
"""A question behind what a title names: "Harbour dues, who pays them?"."""
_LESSON = re.compile(
    r"^(?:day|week|part|lesson|chapter|section|module|lecture|session|unit|video)\s+\d+\s*(?:[-–—:.)]\s*)+(?=\w)",
    re.IGNORECASE,
)
_REMARKS_BEHIND = re.compile(r"\s+(?:mostly|mainly|again|cont['’]?d|continued|recap)$", re.IGNORECASE)
_LETS_DO = re.compile(r"\s+(?:allows?|lets?|enables?|helps?)\s+(?:you|us|users?)(?:\s+to)?$", re.IGNORECASE)


def with_versus(title: str) -> str:
    """A title with a sign between its sides, where it only says that they differ, and without "lets you" at its end.

    >>> with_versus("Difference between oak and pine")
    'oak vs pine'
    """
    return _BETWEEN.sub(r"\g<one> vs \g<other>", _LETS_DO.sub("", title))


def named_part(title: str) -> str:
    """A title without the lesson's number before what it names, and what it asks or remarks behind that.

    >>> named_part("Harbour dues - who pays them?"), named_part("Day 2 - ferries mostly")
    ('Harbour dues', 'ferries')
    """
    return _REMARKS_BEHIND.sub("", _ASKS_BEHIND.sub("", _LESSON.sub("", title)))


def side_of_initials(sides: Sequence[str], title: str, over: str = "") -> str | None:
    """The side of "Day boat vs night boat" that a title or a label below it calls "D.B." or "DB".

    `over` is the title that sets the sides apart, whose capitals count, too: "DBL" for "DayBoat Lines".
    """
    letters = _SIGNS.sub("", title).upper()
    if len(letters) < _LEAST_LETTERS:
        return None
    written = [_SIGNS.sub("", "".join(_HUMPS.findall(side))).upper() for side in SETS_APART.split(over)]
    if len(written) != len(sides):
        written = [""] * len(sides)
    return _only([key for key, humps in zip(sides, written, strict=True) if letters in (_initials(key), humps)])


class Shorts:
    """The sides that are called by their initials below their title; `sides` has those of each title, by block."""

    def __init__(self, blocks: Sequence[Block], sides: dict[int, tuple[str, ...]]) -> None:
        self.blocks, self.sides = blocks, sides
        self.used: dict[str, tuple[str, int]] = {}

    def above(self, block: Block) -> tuple[str, ...]:
        """The sides that the title of a block sets apart."""
        return self.sides.get(block.parent, ()) if block.parent is not None else ()

    def side(self, block: Block, words: str) -> str | None:
        """The side of the title above a block of which some words are the initials."""
        sides = self.above(block)
        key = side_of_initials(sides, words, bare(self.blocks[block.parent or 0].text)) if sides else None
        if key is not None:
            self.used[words] = (key, block.line_start)
        return key


def side_of_word(sides: Sequence[str], cell: str) -> str | None:
    """The side of "Day boat vs Night boat" that the header of the table below it calls "day"."""
    word = slug(plain(cell))
    return _only([key for key in sides if word and word in bare_key(key).split("-")])


def _initials(key: str) -> str:
    return "".join(word[:1] for word in bare_key(key).split("-")).upper()


def _only(fits: Sequence[str]) -> str | None:
    return fits[0] if len(fits) == 1 else None

"""The sides that a title sets apart, by what the lines below it call them for short."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.identity import bare_key, slug
from ingest.outlining.lines import plain

_BETWEEN = re.compile(
    r"^(?:the\s+)?differences?\s+between\s+(?P<one>\S.*?)\s+(?:and|&)\s+(?P<other>\S.*)$", re.IGNORECASE
)
VERSUS = re.compile(r"\s+(?:vs\.?|versus|v|or|and|&|/|\+)\s+", re.IGNORECASE)
SETS_APART = re.compile(r"\s(?:vs\.?|versus|v|or)\s", re.IGNORECASE)
CONTRAST = re.compile(r"\s(?:vs\.?|versus|v)\s", re.IGNORECASE)
AGAINST = re.compile(r"(?:vs\.?|versus|compared (?:to|with)|difference (?:to|from))\s(?P<other>.+)$", re.IGNORECASE)
"""A title that sets a thing beside what is above it: "vs Kafka"."""
ASPECT = re.compile(r"\s(?:as|for|in|on|when|with|instead of|rather than|over)\s.*$", re.IGNORECASE)
"""In which respect two things are set side by side: "X vs Y as a queue"."""


def with_versus(title: str) -> str:
    """A title with a sign between its sides, where it only says that they differ.

    >>> with_versus("Difference between oak and pine")
    'oak vs pine'
    """
    return _BETWEEN.sub(r"\g<one> vs \g<other>", title)


def side_of_initials(sides: Sequence[str], title: str) -> str | None:
    """The side of "Day boat vs night boat" that a title below it calls "D.B." or "DB"."""
    letters = title.replace(".", "").upper()
    return _only([key for key in sides if len(letters) > 1 and _initials(key) == letters])


def side_of_word(sides: Sequence[str], cell: str) -> str | None:
    """The side of "Day boat vs Night boat" that the header of the table below it calls "day"."""
    word = slug(plain(cell))
    return _only([key for key in sides if word and word in bare_key(key).split("-")])


def _initials(key: str) -> str:
    return "".join(word[:1] for word in bare_key(key).split("-")).upper()


def _only(fits: Sequence[str]) -> str | None:
    return fits[0] if len(fits) == 1 else None

"""Bare nouns that take turns with bullets: "Day boats" over some, then "Night boats" over more, are titles both."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.outlining.headings import may_be_heading
from ingest.outlining.lines import Label, Line, plain
from ingest.terms import is_property, is_sentence, is_verb, names_a_thing
from ingest.values import Marker

MAX_WORDS = 3
MAX_ITEMS = 20


def has_twin(lines: Sequence[Line], labels: Sequence[Label | None], index: int) -> bool:
    """Whether a bare noun and its bullets are followed at once by another bare noun over bullets."""
    if not _is_bare(lines, labels, index):
        return False
    following = index + 1
    while following < len(lines) and lines[following].marker is Marker.BULLET and not lines[following].blank_before:
        following += 1
    return 1 < following - index <= MAX_ITEMS and _is_bare(lines, labels, following, indent=lines[index].indent)


def _is_bare(lines: Sequence[Line], labels: Sequence[Label | None], index: int, indent: int | None = None) -> bool:
    """Whether a line is a noun of few words right above a bullet; right below the line before it, where an `indent` is
    given, and as far out as that."""
    if index + 1 >= len(lines):
        return False
    line, below = lines[index], lines[index + 1]
    is_over = below.marker is Marker.BULLET and not below.blank_before
    if line.marker is not Marker.NONE or not is_over or not may_be_heading(line, labels[index]):
        return False
    if indent is not None and (line.indent != indent or line.blank_before):
        return False
    name = plain(line.text).rstrip(" :")
    is_said = is_sentence(name) or is_property(name) or is_verb(name.split()[0].lower())
    return len(name.split()) <= MAX_WORDS and not is_said and names_a_thing(name)

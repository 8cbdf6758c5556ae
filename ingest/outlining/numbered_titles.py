"""Titles that are known by their numbers: "2 Boats" over "2.1 Hulls" and "2.2 Sails", without any sign of Markdown.

Numbers of two parts and more that count on through a file are those of its sections; a version or a figure does not
count on, and what stands behind it is no name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from ingest.outlining.drawn_titles import SHARE, DrawnTitle, is_short_title, reads_as_title
from ingest.outlining.lines import Line
from ingest.values import Marker

MIN_NUMBERED = 2
"""Lines; a single one may begin with a version."""
_NUMBERED = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){1,3})[.)]?\s+(?=[^\W\d_])")
_TOP = re.compile(r"(?P<number>\d{1,2})[.)]?\s+(?=[^\W\d_])")
_STEPS = ((0,), (1,))
"""What a number begins with that is deeper than the one before."""


def numbered_titles(lines: Sequence[Line], taken: Collection[int]) -> dict[int, DrawnTitle]:
    """The titles with numbers of several parts that count on, and those with the first part alone above them."""
    found: dict[int, tuple[int, ...]] = {}
    words: dict[int, str] = {}
    for index, line in enumerate(lines):
        match = _NUMBERED.match(line.text) if line.text[:1].isdigit() and line.marker is Marker.NONE else None
        if match is None or line.indent or line.number in taken:
            continue
        found[index] = tuple(map(int, match["number"].split(".")))
        words[index] = line.text[match.end() :]
    if len(found) < MIN_NUMBERED or not _count_on(list(found.values())) or not _are_titles(lines, found, words):
        return {}
    titles = {lines[i].number: DrawnTitle(words[i], ".".join("1" * len(found[i])), closed=False) for i in found}
    return {**_tops(lines, found, taken), **titles}


def _count_on(numbers: Sequence[tuple[int, ...]]) -> bool:
    """Whether each number is the next one, or the first one of a deeper or a later part."""
    return numbers[0][-1] in (0, 1) and all(_follows(*pair) for pair in pairwise(numbers))


def _follows(before: tuple[int, ...], after: tuple[int, ...]) -> bool:
    if len(after) > len(before):
        return after[: len(before)] == before and after[len(before) :] in _STEPS
    same = len(after) - 1
    is_next = after[:same] == before[:same] and after[same] == before[same] + 1
    return is_next or (after[-1] in (0, 1) and after > before)


def _are_titles(lines: Sequence[Line], found: dict[int, tuple[int, ...]], words: dict[int, str]) -> bool:
    """Whether most of the lines read as titles, and have other lines below them."""
    good = [i for i in found if reads_as_title(words[i]) and (i + 1 not in found or _opens(i, found))]
    return len(good) >= max(MIN_NUMBERED, SHARE * len(found)) and len(lines) - 1 not in found


def _opens(index: int, found: dict[int, tuple[int, ...]]) -> bool:
    """Whether a deeper title stands right below."""
    return len(found[index + 1]) > len(found[index])


def _tops(lines: Sequence[Line], found: dict[int, tuple[int, ...]], taken: Collection[int]) -> dict[int, DrawnTitle]:
    """The titles with one number right above those that begin with it, by line number."""
    titles: dict[int, DrawnTitle] = {}
    for index, number in found.items():
        above = lines[index - 1] if index else None
        if above is None or above.number in taken or above.indent or number[1:] not in _STEPS:
            continue
        ordinal, text = _numbered(above)
        if ordinal == str(number[0]) and is_short_title(text):
            titles[above.number] = DrawnTitle(text, "1", closed=False)
    return titles


def _numbered(line: Line) -> tuple[str, str]:
    """The number that a line begins with, "" without one, and its words."""
    if line.marker is Marker.NUMBER:
        return line.ordinal.rstrip(".)"), line.text
    match = _TOP.match(line.text)
    return (match["number"], line.text[match.end() :]) if match is not None else ("", line.text)

"""Titles that are drawn with signs of their own: "~~~ Boats ~~~", "-------- Trains", "[Ferries]", "-> Cranes".

No standard knows them, and writers are free in their signs. Signs on both sides of a few words make a title at once;
signs before them only, or a bullet or a number, have to do so again and again, with other lines below each.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.outlining.lines import Line, split_label
from ingest.terms import begins_as_deed, is_sentence

MAX_WORDS = 10
"""Words; a longer line is no title, whatever is drawn around it."""
MIN_OPENED = 2
"""Lines with the same signs before them and none behind; one alone shows no habit."""
MIN_MARKED = 3
"""Lines with the same kind of bullet or number."""
SHARE = 0.6
"""How many of the lines with the same signs have to look and stand like titles."""
LONELY_SHARE = 0.5
"""How many of the short lines behind a blank one have a blank one behind them, too, where that makes titles."""
MAX_LOWER_CASE_WORDS = 3
"""Words of a title between blank lines that begins with a small letter."""
HIGHEST, DEEPEST = 2, 5
"""The ranks of drawn titles: below the title of the notes, above titles in bold type."""

_SIGNS = frozenset("=~-*_+:/%^&—–─═━<>[({")
_BRACKETS = frozenset("<[({")
_MIRROR = {"<": ">", "[": "]", "(": ")", "{": "}"}
_EMPHASIS = ("**", "__", "==", "~~", "[[")
"""Signs of inline Markdown, where no blank stands between them and the words."""
_LETTER = re.compile(r"[^\W\d_]")
_SENTENCE = re.compile(r"[.!;,]$|[.!?;]\s|\|")


@dataclass(frozen=True, slots=True)
class DrawnTitle:
    """The words of a title, and its style: the signs before it, and whether signs close it, too."""

    words: str
    opening: str
    closed: bool


def drawn_titles(lines: Sequence[str]) -> dict[int, DrawnTitle]:
    """The titles with signs drawn around them, by line number (from 1), in the order of the lines."""
    alike: dict[tuple[str, bool], list[int]] = defaultdict(list)
    found: dict[int, DrawnTitle] = {}
    for number, raw in enumerate(lines, 1):
        title = _drawn(raw) if raw[:1] in _SIGNS else None
        if title is not None:
            found[number] = title
            alike[title.opening, title.closed].append(number)
    styles = {style for style, group in alike.items() if _are_titles(lines, group, *style)}
    return {number: title for number, title in found.items() if (title.opening, title.closed) in styles}


def _drawn(raw: str) -> DrawnTitle | None:
    sign = raw[0]
    rest = raw.rstrip().lstrip(sign)
    opening = raw[: len(raw.rstrip()) - len(rest)]
    words = rest.rstrip(_MIRROR.get(sign, sign))
    closing = len(rest) - len(words)
    closed = closing >= min(len(opening), 2)
    spaced = words[:1].isspace()
    words = words.strip() if closed else rest.strip()
    if not _is_short(words) or (opening in _EMPHASIS and not spaced):
        return None
    drawn = closed and (len(opening) > 1 or sign in _BRACKETS)
    opened = not closed and spaced and len(opening) > 1 and sign not in _BRACKETS
    return DrawnTitle(words, opening, closed) if drawn or opened else None


def _is_short(words: str) -> bool:
    return bool(_LETTER.search(words)) and len(words.split()) <= MAX_WORDS and not _SENTENCE.search(words)


def _are_titles(lines: Sequence[str], numbers: list[int], opening: str, closed: bool) -> bool:
    """Whether lines with the same signs are titles: what closes them leaves no doubt, but for plain brackets."""
    if closed and opening not in _BRACKETS:
        return True
    set_off = [n for n in numbers if n == 1 or not lines[n - 2].strip()]
    return len(numbers) >= MIN_OPENED and len(set_off) >= SHARE * len(numbers)


def marked_titles(lines: Sequence[Line], taken: Collection[int], own: Collection[int]) -> dict[int, DrawnTitle]:
    """The titles whose bullet or number makes them one, by line number; `taken` are the lines that are titles already,
    `own` those among them that Markdown knows.

    They stand out to the left, are short, and have lines with other marks below them, as far out as they are. Those
    behind a blank line are judged apart from those in the midst of others.
    """
    alike: dict[tuple[str, bool], list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if line.mark and not line.indent and line.number not in taken:
            alike[line.mark, line.blank_before > 0].append(index)
    found: dict[int, DrawnTitle] = {}
    for (mark, _), group in alike.items():
        titles = [i for i in group if _looks_like_title(lines[i]) and not _is_announced(lines, i, taken)]
        over = [index for index in titles if _is_over_others(lines, index) and lines[index + 1].number not in own]
        holds = any(lines[index + 1].number not in taken for index in over)  # the last items of lists hold nothing
        if holds and len(over) >= MIN_MARKED and len(over) >= SHARE * len(group):
            found.update((lines[index].number, DrawnTitle(lines[index].text, mark, closed=False)) for index in titles)
    return found


def lonely_titles(lines: Sequence[Line], taken: Collection[int]) -> dict[int, DrawnTitle]:
    """The titles that blank lines on both sides make, by line number, where a document writes its titles so."""
    set_off = [
        (line, after.blank_before > 0 and after.number not in taken)
        for line, after in pairwise(lines)
        if line.blank_before and line.number not in taken and not line.mark and not line.indent
        if may_be_lonely_title(line)
    ]
    lonely = [line for line, is_alone in set_off if is_alone]
    if len(lonely) < max(MIN_MARKED, LONELY_SHARE * len(set_off)):
        return {}
    return {line.number: DrawnTitle(line.text, "", closed=True) for line in lonely}


def may_be_lonely_title(line: Line) -> bool:
    """Whether a line between blank ones reads as a title."""
    return _looks_like_title(line) and _is_name(line.text)


def reads_as_title(text: str) -> bool:
    """Whether words that stand behind a number or a sign are those of a title."""
    return is_short_title(text) and _is_name(text)


def _is_name(text: str) -> bool:
    """Whether a line reads as the name of something, not as what is said of it."""
    words = len(text.split())
    if text.startswith("(") or "," in text or (words > MAX_LOWER_CASE_WORDS and not text[:1].isupper()):
        return False
    return not is_sentence(text) and not begins_as_deed(text)


def _looks_like_title(line: Line) -> bool:
    return is_short_title(line.text)


def is_short_title(text: str) -> bool:
    """Whether words are as few as a title's, and explain nothing."""
    label = split_label(text)
    return _is_short(text.rstrip(":")) and (label is None or label.body_start >= len(text))


def _is_announced(lines: Sequence[Line], index: int, taken: Collection[int]) -> bool:
    """Whether a marked line is one of the items below a plain one: right below one with a colon ("Takes:"), or in a
    paragraph that a plain title opens ("Day boats" over "- small", then "Night boats")."""
    mark, first = lines[index].mark, index
    while first and lines[first - 1].mark == mark and not lines[first].blank_before:
        first -= 1
    above = lines[first - 1] if first else None
    if above is not None and not above.mark and above.text.rstrip("*_ ").endswith(":"):
        return True
    while first and not lines[first].blank_before and lines[first - 1].number not in taken:
        first -= 1
    return not lines[first].mark and is_short_title(lines[first].text)


def _is_over_others(lines: Sequence[Line], index: int) -> bool:
    """Whether the next line is as far out and begins in another way."""
    after = lines[index + 1] if index + 1 < len(lines) else None
    return after is not None and after.mark != lines[index].mark and after.indent <= lines[index].indent + 1


def ranks(headings: Mapping[int, int], drawn: Mapping[int, DrawnTitle]) -> dict[int, int]:
    """The ranks of drawn titles: a style that comes later ranks below the titles that came before it."""
    styles: dict[tuple[str, bool], int] = {}
    found: dict[int, int] = {}
    lowest = HIGHEST - 1
    for number in sorted({*headings, *drawn}):
        if number in headings:
            lowest = max(lowest, min(headings[number], DEEPEST))
            continue
        style = (drawn[number].opening, drawn[number].closed)
        found[number] = styles.setdefault(style, min(lowest + 1, DEEPEST))
        lowest = max(lowest, found[number])
    return found

"""Lists as notes write them: "tray types: flat, deep", "two modes, slow and fast", a head with its items below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

MIN_ITEMS = 2
MAX_ITEMS = 30
MAX_HEAD_WORDS = 5
MAX_ITEM_WORDS = 4
MAX_JOINED_WORDS = 2
MAX_LONG_SHARE = 0.34
_HEAD = r"((?:[\w/.'`-]+ ){0,4}[\w/.'`-]+)"
_IN_LINE = re.compile(rf"^\W*{_HEAD}(?: \([^()]*\))?(?:\s*[:=]\s+|\s+[-–—]\s+| are | (?:can|may) be | includes? )(.+)$")
_COUNTED = re.compile(rf"^\W*(?:two|three|four|five|six|[2-9]) {_HEAD}s?[,:] (.+)$", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_BETWEEN = re.compile(r"\s*[,;]\s*(?:and |or )?|\s+(?:and|or|&)\s+|\s+/\s+")
_STOPS = re.compile(r"\.\s|\s[-–—=→]|[-=]>|:\s")
_MARK = re.compile(r"^(?:[-*+•‣◦·–]|\d{1,2}[.)]|[a-z][.)])\s+(?:\[[ x]\]\s+)?")
_OPENS = re.compile(r"\s*(?:,\s|:(?:\s|$)|\s[-–—=]|=\s|[-=]>|→|\(|\s{2,}|\t)")
_NOTE = re.compile(r"\s*(?:<-|<=|#|//).*$|\s*[!?]+$")


@dataclass(frozen=True, slots=True)
class HeadedList:
    """The head of a list and its items, each with the line (from 1) on which it stands."""

    head: str
    line: int
    items: tuple[tuple[int, str], ...]


def in_line(text: str) -> tuple[str, tuple[str, ...]] | None:
    """The head and the items of a list within one line; None where it is no list of short items.

    >>> in_line("pool modes: session (default), transaction, statement")
    ('pool modes', ('session', 'transaction', 'statement'))
    >>> in_line("two gears, slow (for hills) and fast (on the plain)"), in_line("Note: take the other one")
    (('gears', ('slow', 'fast')), None)
    """
    text = " ".join(text.split())
    match = _COUNTED.match(text) or _IN_LINE.match(text)
    if match is None:
        return None
    rest = _STOPS.split(_BRACKETS.sub("", match[2]), maxsplit=1)[0]
    items = [item.strip(" `*_\"'").rstrip(".`*_\"'") for item in _BETWEEN.split(rest)]
    items = [item for item in items if item]
    long = sum(len(item.split()) > MAX_ITEM_WORDS for item in items)
    if not MIN_ITEMS <= len(items) <= MAX_ITEMS or long > MAX_LONG_SHARE * len(items):
        return None
    head = match[1] + ("s" if match.re is _COUNTED and text[match.end(1)] == "s" else "")
    return head.strip("`*_"), tuple(item for item in items if len(item.split()) <= MAX_ITEM_WORDS)


def below_heads(texts: Sequence[str], headings: frozenset[int]) -> Iterator[HeadedList]:
    """The lists of a document whose items stand below their head: a heading, or a short line that they are set in under
    or that ends with a colon."""
    headings = frozenset(line for line in headings if line <= len(texts) and _parts(texts, line - 1))
    for place, text in enumerate(texts):
        head = _head(text)
        if head is None:
            continue
        items = _items(texts, place, place + 1 in headings and not _leads(texts, place), headings)
        if len(items) >= MIN_ITEMS:
            yield HeadedList(head, place + 1, tuple(items[:MAX_ITEMS]))


def _parts(texts: Sequence[str], place: int) -> bool:
    """Whether a heading begins a part of its own: with its sign, or behind a blank line and without an item's mark."""
    text = texts[place]
    return text.startswith("#") or (not _MARK.match(text.strip()) and (not place or not texts[place - 1].strip()))


def _leads(texts: Sequence[str], place: int) -> bool:
    """Whether a title without signs stands right above lines that are set in or marked."""
    below = texts[place + 1] if place + 1 < len(texts) else ""
    return not texts[place].startswith("#") and bool(below.strip()) and _depth(below) > _depth(texts[place])


def _head(text: str) -> str | None:
    """A line as the head of a list: without its marks, a remark in brackets or behind an arrow, and its colon."""
    bare = _NOTE.sub("", _BRACKETS.sub("", _MARK.sub("", text.strip().lstrip("#").strip()))).strip().strip("*_`")
    bare = bare.removesuffix(":").strip()
    return bare if bare and len(bare.split()) <= MAX_HEAD_WORDS and ":" not in bare and "|" not in bare else None


def _items(texts: Sequence[str], head: int, is_heading: bool, headings: frozenset[int]) -> list[tuple[int, str]]:
    """What the lines below a head open with, those that stand nearest to its own depth."""
    own = -1 if is_heading else _depth(texts[head])
    with_colon = texts[head].rstrip().endswith(":")
    found: list[tuple[int, int, list[str]]] = []
    for place in range(head + 1, len(texts)):
        text = texts[place]
        if place + 1 in headings or (not text.strip() and (found or not is_heading) and not is_heading):
            break
        if not text.strip() or not text.strip(" =-_*"):
            continue
        depth = _depth(text)
        if depth <= own and not (with_colon and depth == own and _depth(texts[head + 1]) == own):
            break
        found.append((depth, place + 1, _openings(text)))
    least = min((depth for depth, _, _ in found), default=0)
    return [(line, item) for depth, line, items in found if depth == least for item in items]


def _depth(text: str) -> int:
    """How far a line is set in; the mark of an item counts as one more."""
    wide = text.expandtabs(4)
    bare = wide.lstrip()
    return 2 * (len(wide) - len(bare)) + (_MARK.match(bare) is not None)


def _openings(text: str) -> list[str]:
    """What a line opens with before a sign or comma, or a short line itself; of several short parts what each opens
    with. Nothing where it is a sentence."""
    bare = _MARK.sub("", text.strip()).strip().strip("*_")
    parts = _BRACKETS.sub("", bare).split(", ")
    signed = [_OPENS.search(part) is not None for part in parts]
    most = MAX_ITEM_WORDS if all(signed) else MAX_JOINED_WORDS
    if len(parts) > 1 and (all(signed) or not any(signed)) and all(len(part.split()) <= most for part in parts):
        return [opening for part in parts if (opening := _opening(part))]
    return [opening] if (opening := _opening(bare)) else []


def _opening(bare: str) -> str:
    opening = _OPENS.split(bare, maxsplit=1)[0].strip().strip("`*_,!").rstrip(".`*_")
    return opening if len(opening.split()) <= MAX_ITEM_WORDS else ""

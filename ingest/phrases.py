"""Free words as names: lists taken apart, articles and explanations cut off, a shared last noun given back to each part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

MAX_PHRASE_WORDS = 6
_STOP = re.compile(
    r"\s+(?:-|–|—)\s+|[;:()\[\]]|[.!?](?=\s|$)|\s*(?:->|=>|=|\|)\s*|\n|"
    r"(?:\s*,)?\s+(?=(?:which|who|that|where|while|because|since|so that|so|but|if|when|whenever|unless|until|as long as|as soon as|although|"
    r"though|in case|due to|thanks to|given|e\.g\.?|eg|i\.e\.?|like|such as|including|rather than|instead of|not|don't|use|it|you|they|is|are|can|will)\b)",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s*(?:,\s*(?:and|or)\s+|,|\s/\s|\s&\s|\s\+\s|;|\s+(?:and|or|as well as|plus)\s+)\s*", re.IGNORECASE)
_SLASH = re.compile(r"(?<=[a-z])/(?=[a-z])", re.IGNORECASE)
_LEADING = re.compile(
    r"^(?:(?:the|a|an|any|all|some|your|its|their|our|my|very|mainly|mostly|especially|only|just|both|either|many|lots of|a lot of|most|other|"
    r"e\.g\.?|eg|ex\.?|etc|also|to|for|in|with|when|running|doing|building|situations|cases|and|or)\b[\s.,:]*)+",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"(?:[\s,.;:!?&+/-]|\b(?:etc|and|or|to|for|in|with|of|too|only|also|as well|the|a)\b\.?)+$", re.IGNORECASE)
_MARKS = re.compile(r"[*`_\"“”]+(?=\S)|(?<=\S)[*`\"“”]+")
_ADJECTIVE = re.compile(r"(?:heavy|intensive|sensitive|term|based|critical|wide|time|scale|level|side|lived|[^s]y|ed|able|ible|ive|al|ic|ent|ant|ous|ful|less)$")
_NO_SHARED = re.compile(r"(?:data|ity|tion|sion|ment|ness|ing|ship|ance|ence)$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a list: its words as a name, and where they stand in the text."""

    text: str
    start: int
    end: int


def free_end(text: str, start: int, end: int) -> int:
    """Where the free words that begin at `start` stop: before an explanation, a relative clause or another sentence."""
    match = _STOP.search(text, start, end)
    while match is not None and not text[start : match.start()].strip():
        match = _STOP.search(text, max(match.end(), match.start() + 1), end)
    return match.start() if match else end


def list_parts(text: str, start: int, end: int, *, slashes: bool = True) -> Iterator[tuple[int, int]]:
    """The places of a list's parts between `start` and `end`."""
    position = start
    for match in _SPLIT.finditer(text, start, end):
        yield from _slashed(text, position, match.start(), slashes)
        position = match.end()
    yield from _slashed(text, position, end, slashes)


def _slashed(text: str, start: int, end: int, slashes: bool) -> Iterator[tuple[int, int]]:
    position = start
    for match in _SLASH.finditer(text, start, end) if slashes else ():
        yield position, match.start()
        position = match.end()
    if text[position:end].strip():
        yield position, end


def clean(text: str) -> str:
    """Words as a name: without marks, articles in front, small words behind."""
    plain = " ".join(_MARKS.sub("", text).split())
    plain = _LEADING.sub("", plain)
    return _TRAILING.sub("", plain).strip(" '\"")


def pieces(text: str, start: int, end: int) -> list[Piece]:
    """The free words between `start` and `end` as names; too long ones are left out.

    "short term/spiky workloads" is two: an adjective before the last part gets the last part's noun.
    """
    places = [(a, b) for a, b in list_parts(text, start, end) if text[a:b].strip()]
    names = [clean(text[a:b]) for a, b in places]
    if not names:
        return []
    last = names[-1].split()
    head = last[-1] if len(last) >= 2 and last[-1][-1:].isalpha() else ""
    found = []
    for index, ((a, b), name) in enumerate(zip(places, names, strict=True)):
        if head and index < len(names) - 1 and _wants_noun(name):
            name = f"{name} {head}"
        if is_name(name):
            found.append(Piece(name, a, b))
    return found


def _wants_noun(name: str) -> bool:
    words = name.split()
    return 0 < len(words) <= 2 and bool(_ADJECTIVE.search(words[-1])) and not _NO_SHARED.search(words[-1])


def is_name(name: str) -> bool:
    """Whether words are short enough, and not only signs and numbers, for a name."""
    return bool(re.search(r"[^\W\d]{2}", name)) and len(name.split()) <= MAX_PHRASE_WORDS and len(name) <= 60

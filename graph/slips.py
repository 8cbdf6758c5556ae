"""Words of phrases that hasty people misspell, and which words they meant."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from functools import lru_cache
from operator import eq

from graph.names import is_ordinary
from graph.near_words import alike

_DOUBLED = re.compile(r"(.)\1")
"""Which of its letters are doubled is what people mistake most in a word: "preffered"."""


def by_first_letter(words: Iterable[str], least: int) -> dict[str, tuple[str, ...]]:
    """The words of so many letters or more, which are all that a misspelt one may be mended to."""
    found: dict[str, list[str]] = {}
    for word in sorted(words):
        if len(word) >= least:
            found.setdefault(word[0], []).append(word)
    return {letter: tuple(known) for letter, known in found.items()}


def mended(word: str, candidates: tuple[str, ...]) -> str | None:
    """The one candidate that is a single slip away from a word that is no ordinary English."""
    if not candidates or not word.isalpha() or is_ordinary(word) or (word.endswith("ers") and is_ordinary(word[:-1])):
        return None  # "providers" are no "provides"
    return _nearest(word, candidates)


@lru_cache(maxsize=65536)  # a lexicon with a pack's verbs mends most words as the one without them does
def _nearest(word: str, candidates: tuple[str, ...]) -> str | None:
    same = [known for known in _by_single(candidates).get(_single(word), ()) if is_ordinary(known)]
    same = [known for known in same if len(known) == len(word)] or same  # "prefered" is a form of a verb, too
    near = same or [known for known, _ in alike(word, candidates, 1)]
    return near[0] if len(near) == 1 else None


@lru_cache(maxsize=256)
def _by_single(words: tuple[str, ...]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word in words:
        found.setdefault(_single(word), []).append(word)
    return found


def _single(word: str) -> str:
    """A word without its doubled letters."""
    return _DOUBLED.sub(r"\1", word) if any(map(eq, word, word[1:])) else word


def unslipped(word: str, known: Container[str]) -> str | None:
    """The one known word that comes of undoing a doubled letter, a single one or a swap, or the -s of
    "fetchs": "trigers", "goood", "bulit"."""
    if word.endswith(("shs", "chs")) and f"{word[:-1]}es" in known:
        return f"{word[:-1]}es"
    if not word.isalpha() or is_ordinary(word):
        return None
    places = range(1, len(word))
    forms = {word[:at] + word[at + 1 :] for at in places if word[at] == word[at - 1]}
    forms |= {word[:at] + word[at] + word[at:] for at in places}
    forms |= {word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :] for at in places if at > 1}
    found = sorted(form for form in forms if form in known and form != word)
    return found[0] if len(found) == 1 else None

"""Words of phrases that hasty people misspell, and which words they meant."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence

from graph.names import alike, is_ordinary

_DOUBLED = re.compile(r"(.)\1")
"""Which of its letters are doubled is what people mistake most in a word: "preffered"."""


def by_first_letter(words: Iterable[str], least: int) -> dict[str, list[str]]:
    """The words of so many letters or more, which are all that a misspelt one may be mended to."""
    found: dict[str, list[str]] = {}
    for word in sorted(words):
        if len(word) >= least:
            found.setdefault(word[0], []).append(word)
    return found


def mended(word: str, candidates: Sequence[str]) -> str | None:
    """The one candidate that is a single slip away from a word that is no ordinary English."""
    if not candidates or not word.isalpha() or is_ordinary(word) or (word.endswith("ers") and is_ordinary(word[:-1])):
        return None  # "providers" are no "provides"
    same = [known for known in candidates if is_ordinary(known) and _single(known) == _single(word)]
    same = [known for known in same if len(known) == len(word)] or same  # "prefered" is a form of a verb, too
    near = same or [known for known, _ in alike(word, candidates, 1)]
    return near[0] if len(near) == 1 else None


def _single(word: str) -> str:
    """A word without its doubled letters."""
    return _DOUBLED.sub(r"\1", word)


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

"""Whether a text has a word of a question, as it is or misspelt."""

from __future__ import annotations

from functools import lru_cache

from graph.names import is_ordinary
from graph.questions.nearby import IN_FUZZY, IN_NAME, IN_TEXT
from graph.questions.words import plain_words, stem

MIN_FUZZY_LETTERS = 6


def held(concept: str, word: str, have: frozenset[str], names: frozenset[str], text: str) -> float:
    """How well a text with the concepts `have`, below names with the concepts `names`, meets a word: from 0 to 1."""
    if concept in have:
        return IN_TEXT
    if concept in names:
        return IN_NAME
    if len(word) >= MIN_FUZZY_LETTERS and _is_near(word, text):
        return IN_FUZZY
    return 0.0


def _is_near(word: str, text: str) -> bool:
    known = _long_words(text)
    return any(are_near(word, other) for first in {*word[:2]} for other in known.get(first, ()))


@lru_cache(maxsize=16_384)
def _long_words(text: str) -> dict[str, tuple[str, ...]]:
    """The longer words of a text that may be misspelt, by their first letter."""
    found: dict[str, tuple[str, ...]] = {}
    for word in plain_words(text):
        if len(word) >= MIN_FUZZY_LETTERS - 1 and not is_ordinary(word):  # a right word is no slip for another
            found[word[0]] = (*found.get(word[0], ()), word)
    return found


@lru_cache(maxsize=65_536)
def are_near(word: str, other: str) -> bool:
    """Whether one of two words may be a slip for the other: longer ones that differ by a letter or two."""
    from rapidfuzz.distance import DamerauLevenshtein

    same_start = word[0] == other[0] or word[:2] == other[1::-1]  # "nuique" for "unique"
    if min(len(word), len(other)) < MIN_FUZZY_LETTERS - 1 or not same_start:
        return False
    allowed = 1 if len(word) < 9 else 2
    spelled = ((stem(word), stem(other)), (word, other))  # of "spred" the stem is too short
    return any(
        abs(len(one) - len(two)) <= allowed and DamerauLevenshtein.distance(one, two, score_cutoff=allowed) <= allowed
        for one, two in spelled
    )


def initials(name: str) -> str:
    """The first letters of a name of several words in capitals, as notes abbreviate it on the way; empty for others."""
    words = name.split()
    return "".join(word[0] for word in words).upper() if len(words) > 1 else ""

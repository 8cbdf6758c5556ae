"""What misspelt words of a question stand for: words of the notes, and those that questions are made of."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from graph.names import is_form, singular
from graph.near_words import is_near_key
from graph.questions.words import stem

MIN_LETTERS = 3
LONG = 8
"""From so many letters on, a word that the notes do not have may have two slips."""
SHORT = 4
"""Words of so few letters are near to too many others: they stand for one that questions are made of, or for a common
one with two letters swapped."""
MAX_COST_OF_SHORT = 0.6
MIN_LIKELY_OF_SHORT = 0.2
SWAP = 0.4
"""What two letters cost that are swapped, and one that should be doubled."""
ASKED_WORTH = 30
NAMED_WORTH = 4
"""As how common as in so many lines words count that questions are made of, and those of names."""
SLIP = 5.0
"""How much less likely a whole slip makes a word, as the logarithm of how common it is counts."""
LEAD = 1.0
_VOWELS = frozenset("aeiou")


class Spelling:
    """The words that a misspelt one may stand for, each with how common it is: those of the notes by their `counts`,
    those of `names`, those that questions are made of (`asked`), of which the `small` ones may be misspelt in three or
    four letters."""

    def __init__(
        self, counts: Mapping[str, int], names: Iterable[str], asked: Iterable[str], small: frozenset[str]
    ) -> None:
        self._small = small
        self._asked = frozenset(asked)
        self._known = counts
        self._worth: Counter[str] = Counter(counts)
        for worth, words in ((NAMED_WORTH, names), (ASKED_WORTH, self._asked)):
            self._worth.update(dict.fromkeys(words, worth))
        self._worth.update({one: count for word, count in self._worth.items() if (one := singular(word)) != word})
        self._words: dict[tuple[str, int], list[str]] = {}
        for word in filter(str.isalpha, self._worth):
            self._words.setdefault((word[0], len(word)), []).append(word)

    def mend(self, word: str) -> str | None:
        """The word that a misspelt lower-case one stands for, None where there is no clear one."""
        if len(word) < MIN_LETTERS or not word.isalpha():
            return None
        slips = 2 if len(word) >= LONG and word not in self._known else 1
        sizes = range(len(word) - slips, len(word) + slips + 1)
        near = [other for size in sizes for other in self._words.get((word[0], size), ()) if other != word]
        likely = {
            other: math.log(self._worth[other]) - SLIP * cost
            for other, cost in _costs(word, near, slips).items()
            if self._may_be(word, other, cost)
        }
        if not likely:
            return None
        best, *rest = sorted(likely, key=lambda other: (-likely[other], other))
        return best if not rest or likely[best] - likely[rest[0]] >= LEAD else None

    def _may_be(self, word: str, other: str, cost: float) -> bool:
        if len(word) <= SHORT:
            is_asked = other in self._small and cost <= MAX_COST_OF_SHORT
            is_asked = is_asked or (
                word not in self._known and other in self._asked and _may_lack_a_letter(word, other)
            )
            is_swapped = cost <= SWAP and len(word) == SHORT
            if not (is_asked or is_swapped) or math.log(self._worth[other]) - SLIP * cost < MIN_LIKELY_OF_SHORT:
                return False
        return word + "e" == other or not (is_form(word, other) and stem(word) == stem(other))


def _may_lack_a_letter(word: str, other: str) -> bool:
    """Whether a short word, which the notes do not have, lacks but a letter of one that questions are made of."""
    return len(other) == len(word) + 1 and _cost(word, other) <= (MAX_COST_OF_SHORT if len(word) == SHORT else SWAP)


def _costs(word: str, near: list[str], slips: int) -> dict[str, float]:
    """The words that a misspelling is near, with how far."""
    from rapidfuzz.distance import DamerauLevenshtein
    from rapidfuzz.process import extract

    found = extract(word, near, scorer=DamerauLevenshtein.distance, score_cutoff=slips, limit=None)
    return {other: _cost(word, other) if count == 1 else float(count) for other, count, _ in found}


@lru_cache(maxsize=65_536)
def _cost(word: str, other: str) -> float:
    """How far one slip takes a word: less for those that hurried hands and ears make.

    >>> _cost("limt", "limit"), _cost("prot", "port"), _cost("meny", "many"), _cost("runing", "running")
    (0.6, 0.4, 0.5, 0.4)
    """
    if len(word) == len(other):
        differing = [(a, b) for a, b in zip(word, other, strict=True) if a != b]
        if len(differing) == 2:
            return SWAP
        a, b = differing[0]
        return 0.5 if {a, b} <= _VOWELS or is_near_key(a, b) else 1.0
    short, long = sorted((word, other), key=len)
    place = next((at for at, letter in enumerate(short) if letter != long[at]), len(short))
    if long[place] == long[place - 1]:
        return SWAP
    return 0.6 if word == short else 1.0

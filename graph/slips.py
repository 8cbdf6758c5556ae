"""Words of phrases that hasty people misspell, and which words they meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from itertools import groupby
from operator import eq

from graph.names import is_ordinary
from graph.near_words import alike

_NONE: AbstractSet[str] = frozenset()


class LongWords:
    """The words of so many letters or more, which alone may be meant where a single slip is in them."""

    def __init__(self, words: Iterable[str], least: int) -> None:
        self._half = (least - 1) // 2
        self._near: dict[tuple[str, str, int], set[str]] = defaultdict(set)
        """By how they begin or end and the number of letters that one may have that is a slip of them: a single slip
        leaves the first half of a word as it is, or the last."""
        self._by_single: dict[str, list[str]] = defaultdict(list)
        for word in sorted(words):
            if len(word) >= least:
                self._by_single[_single(word)].append(word)
                for letters in range(len(word) - 1, len(word) + 2):
                    self._near[word[: self._half], "", letters].add(word)
                    self._near[word[0], word[-self._half :], letters].add(word)

    def meant_by(self, word: str) -> str | None:
        """The one of them that is a single slip away from a word that is no ordinary English."""
        if not word.isalpha() or is_ordinary(word) or (word.endswith("ers") and is_ordinary(word[:-1])):
            return None  # "providers" are no "provides"
        begin_so = self._near.get((word[: self._half], "", len(word)), _NONE)
        near = begin_so | self._near.get((word[0], word[-self._half :], len(word)), _NONE)
        same = [known for known in self._by_single.get(_single(word), ()) if is_ordinary(known)]
        same = [known for known in same if len(known) == len(word)] or same  # "prefered" is a form of a verb, too
        found = same or ([known for known, _ in alike(word, tuple(near), 1)] if near else [])
        return found[0] if len(found) == 1 else None


def _single(word: str) -> str:
    """A word without its doubled letters: which they are is what people mistake most in a word ("preffered")."""
    return "".join([letter for letter, _ in groupby(word)]) if any(map(eq, word, word[1:])) else word


class KnownWords:
    """Words of any length, which may be meant where their letters are those of another word."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._singles = frozenset(map(_single, self._words))
        self._letters = frozenset(map(_in_order, self._words))

    def meant_by(self, word: str) -> str | None:
        """The one of them that comes of undoing a doubled letter, a single one or a swap, or the -s of "fetchs":
        "trigers", "goood", "bulit"."""
        if word.endswith(("shs", "chs")) and f"{word[:-1]}es" in self._words:
            return f"{word[:-1]}es"
        if not word.isalpha() or is_ordinary(word):
            return None
        if _single(word) not in self._singles and _in_order(word) not in self._letters:
            return None
        places = range(1, len(word))
        forms = {word[:at] + word[at + 1 :] for at in places if word[at] == word[at - 1]}
        forms |= {word[:at] + word[at] + word[at:] for at in places}
        forms |= {word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :] for at in places if at > 1}
        found = (forms & self._words) - {word}
        return found.pop() if len(found) == 1 else None


def _in_order(word: str) -> str:
    """The letters of a word by the alphabet: the same for all words that have the same ones."""
    return "".join(sorted(word))

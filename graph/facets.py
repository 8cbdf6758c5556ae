"""Which facets the words of a statement speak for, by a list of words that is data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from graph.text import token_words
from graph.vocabulary import Facet

MAX_KNOWN = 100_000
"""Words whose facets are kept."""
MAX_TEXTS = 64
"""Texts whose facets are kept: one that is about several things is asked for by each of them in turn."""
_NONE: frozenset[str] = frozenset()
STEM_START = 2
"""Letters that every stem has at least."""


class FacetWords:
    """The facets of words and of runs of words; a stem ("encrypt*") stands for all words that begin with it."""

    def __init__(self, lists: Mapping[str, Sequence[str]]) -> None:
        self._words: dict[str, set[str]] = {}
        self._stems: dict[str, dict[str, set[str]]] = {}  # by their first letters
        self._runs: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name, entries in lists.items():
            facet = Facet(name).value
            for entry in entries:
                self._add(entry, facet)
        self._facets_of = lru_cache(maxsize=MAX_KNOWN)(self._of_word)
        self.find = lru_cache(maxsize=MAX_TEXTS)(self._of_text)
        """The names of all facets that the words of a text speak for."""

    def _add(self, entry: str, facet: str) -> None:
        if entry.endswith("*") and " " not in entry:
            self._stems.setdefault(entry[:STEM_START], {}).setdefault(entry[:-1], set()).add(facet)
            return
        words = tuple(word for word in token_words(entry) if word != "*")
        if len(words) == 1:
            self._words.setdefault(words[0], set()).add(facet)
        else:
            self._runs.setdefault(words[0], []).append((words, facet + ("*" if entry.endswith("*") else "")))

    def _of_text(self, text: str) -> frozenset[str]:
        words = token_words(text)
        found: set[str] = set().union(*map(self._facets_of, words))
        runs = self._runs.keys() & words
        for place in [place for place, word in enumerate(words) if word in runs] if runs else ():
            found |= self._of_runs(words, place)
        return frozenset(found)

    def _of_word(self, word: str) -> frozenset[str]:
        stems = self._stems.get(word[:STEM_START], {})
        told = [facets for stem, facets in stems.items() if word.startswith(stem)]
        found = frozenset(self._words.get(word, ())).union(*told)
        return found or _NONE

    def _of_runs(self, words: Sequence[str], place: int) -> set[str]:
        found = set()
        for run, facet in self._runs[words[place]]:
            behind = tuple(words[place : place + len(run)])
            if len(behind) != len(run) or behind[:-1] != run[:-1]:
                continue
            if behind[-1] == run[-1] or (facet.endswith("*") and behind[-1].startswith(run[-1])):
                found.add(facet.rstrip("*"))
        return found

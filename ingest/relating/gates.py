"""Which rules a clause is worth asking: most need a word that most clauses have not.

A family of rules is a tuple of `Rule`, each with the words or signs of which it needs one. A single look at the words
of a clause tells which rules those are, so that the number of rules does not slow the reading.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

from ingest.relating.sentence import Sentence
from ingest.values import EdgeDraft


class Rule(NamedTuple):
    """A way in which people state relations. `find` gives the edges of a clause, or none.

    `words` are in lower case, as `Sentence.told` has them; None where the rule has to look at every clause.
    """

    find: Callable[[Sentence], Iterable[EdgeDraft]]
    words: frozenset[str] | None = None


def rule(find: Callable[[Sentence], Iterable[EdgeDraft]], words: str) -> Rule:
    """A rule that needs one of some words, written with blanks between them."""
    return Rule(find, frozenset(words.split()))


class Gates:
    """A sequence of rules, each open to clauses that have one of its words."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)
        self._always = 0
        self._by_word: dict[str, int] = {}  # the rules as the bits of a number
        for place, (_, words) in enumerate(self._rules):
            if words is None:
                self._always |= 1 << place
            for word in words or ():
                self._by_word[word] = self._by_word.get(word, 0) | 1 << place
        self._words = frozenset(self._by_word)
        self._open = lru_cache(maxsize=1024)(self._of)

    def open_to(self, sentence: Sentence) -> tuple[Rule, ...]:
        """The rules that may find something in a clause, in their order."""
        found = self._always
        for word in self._words & sentence.told:
            found |= self._by_word[word]
        return self._open(found)

    def _of(self, bits: int) -> tuple[Rule, ...]:
        return tuple(rule for place, rule in enumerate(self._rules) if bits >> place & 1)

"""Near-duplicates: lines of one column that say nearly the same are shown once, the others kept under it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from graph.comparison.values import Quote
from graph.lexicon import lexicon
from graph.names import normal_form, normal_word
from graph.values import Statement

ALIKE = 0.7
"""The share of words in common from which two lines are one; half is enough where all words of one are in the other."""

_HELD = 0.5
_MIN_WORDS = 3
_WORDS = re.compile(r"\d[\d.,]*|\w+(?:['’]\w+)?")
_EMPTY = frozenset(
    normal_form("a an the is are be was were of to in on at for by with and or it its this that").split()
)
_TURNS = frozenset({"only", "unless", "except", "instead", "if"})


@dataclass(frozen=True, slots=True)
class Folded:
    """A quote with what was folded under it, and the facets of them all."""

    quote: Quote
    facets: frozenset[str]


def folded(statements: Sequence[Statement]) -> tuple[Folded, ...]:
    """The statements as quotes in their order, near-duplicates folded under the one that says most.

    Lines with another figure or another negation are never one.
    """
    place = {statement.id: number for number, statement in enumerate(statements)}
    ranked = sorted(statements, key=lambda s: (-len(normal_words(s.text)), place[s.id]))
    groups = _Groups()
    for statement in ranked:
        groups.add(statement)
    made = [_fold(group) for group in groups.groups]
    return tuple(sorted(made, key=lambda f: place[f.quote.statement]))


@lru_cache(maxsize=65536)
def normal_words(text: str) -> frozenset[str]:
    """The telling words of a text, without case and plural: equal for two lines that say the same in other order."""
    return frozenset(word for word in map(normal_word, _WORDS.findall(text)) if word not in _EMPTY)


class _Groups:
    """Statements that say nearly the same, the fullest of each group first; they have to come fullest first."""

    def __init__(self) -> None:
        self.groups: list[list[Statement]] = []
        self._by_word: dict[frozenset[str], dict[str, list[int]]] = defaultdict(dict)  # by what may not differ
        self._by_line: dict[tuple[str, int], list[int]] = defaultdict(list)

    def add(self, statement: Statement) -> None:
        """Put the statement to the first group that it belongs to, else into one of its own."""
        words = normal_words(statement.text)
        near = next((n for n in self._near(statement, words) if _same(self.groups[n][0], statement)), None)
        if near is not None:
            self.groups[near].append(statement)
            return
        number = len(self.groups)
        self.groups.append([statement])
        self._by_line[(statement.document, statement.line_start)].append(number)
        alike = self._by_word[_fixed(words)]
        for word in words:
            alike.setdefault(word, []).append(number)

    def _near(self, statement: Statement, words: frozenset[str]) -> list[int]:
        """Groups on the same line, and those with the same figures that hold one of the line's rarest words: of two
        lines with so much in common, one of these has to be in both."""
        alike = self._by_word[_fixed(words)]
        counts = sorted([(len(alike.get(word, ())), word) for word in words]) if alike else []
        rarest = [word for _, word in counts[: int((1 - ALIKE) * len(words)) + 1]]
        found = {number for word in rarest for number in alike.get(word, ())}
        return sorted(found.union(self._by_line.get((statement.document, statement.line_start), ())))


def _same(kept: Statement, other: Statement) -> bool:
    if kept.document == other.document and _overlap(kept, other) and other.text in kept.text:
        return True
    a, b = normal_words(kept.text), normal_words(other.text)
    if _fixed(a) != _fixed(b) or len(b) < _MIN_WORDS:
        return bool(a) and a == b
    common = a & b
    share = len(common) / len(a | b)
    return share >= ALIKE or (common == b and share >= _HELD)


def _overlap(a: Statement, b: Statement) -> bool:
    return a.line_start <= b.line_end and b.line_start <= a.line_end


@lru_cache(maxsize=65536)
def _fixed(words: frozenset[str]) -> frozenset[str]:
    """Words that may not differ: figures, negations and what narrows a line down."""
    negations = lexicon().negations
    return frozenset(word for word in words if word[0].isdigit() or word in negations or word in _TURNS)


def _fold(group: Sequence[Statement]) -> Folded:
    first, *others = group
    quotes = tuple(sorted(map(quote_of, others), key=lambda q: (q.document, q.line_start, q.statement)))
    facets = frozenset(facet for statement in group for facet in statement.facets)
    return Folded(quote_of(first, quotes), facets)


def quote_of(said: Statement, also: tuple[Quote, ...] = ()) -> Quote:
    """A statement as a quote, with those that say nearly the same."""
    return Quote(said.id, said.text, said.about, said.document, said.line_start, said.line_end, also)

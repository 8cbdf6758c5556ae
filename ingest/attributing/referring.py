"""What a definite noun means: "the agent" is the last thing of the same section whose name ends so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.identity import bare_key
from graph.names import normal_word
from graph.vocabulary import Kind
from ingest.naming.name import Named
from ingest.terms import is_general, one_of
from ingest.values import Block, Clause

_PARTS = frozenset({Kind.FEATURE, Kind.CONCEPT})
_POINTING = frozenset({"the", "this", "that", "your"})
_OPENING = re.compile(
    rf"(?:(?:the|this|that|each|your)\s+)?([a-z]++)\s++{one_of('auxiliaries')}\b",
    re.IGNORECASE,
)
_POINTED_AT = re.compile(
    rf":\s+the\s+([a-z]+)\s+{one_of('auxiliaries')}\b"
    rf"|\b{one_of('advice')}\s+(?:the|this|that|your)\s+([a-z]+)\b",
    re.IGNORECASE,
)


class Referring:
    """Remembers what the lines of each section have named, by the last words of the names; clauses come in order."""

    def __init__(self, named: Named) -> None:
        self.named = named
        self._last: dict[tuple[str, str], str] = {}

    def of(self, block: Block, clause: Clause) -> Iterator[str]:
        """The key of what a clause's definite noun means, as its subject or as what it advises."""
        sections = self.named.contexts[block.index]
        for noun in _definite_nouns(clause.text) if self._last else ():
            word = normal_word(noun)
            if not is_general(word):
                yield from (self._last[(key, word)] for key in sections[:1] if (key, word) in self._last)
        for key in self._named_in(block, clause):
            words = bare_key(key).split("-")
            if len(words) > 1:
                self._last.update({(section, normal_word(words[-1])): key for section in sections})

    def _named_in(self, block: Block, clause: Clause) -> Iterator[str]:
        yield from (m.key for m in clause.mentions if m.kind in _PARTS)
        yield from (key for key, words in self.named.used.get(block.index, ()) if words in clause.text)


def _definite_nouns(text: str) -> Iterator[str]:
    """The nouns that a text speaks of as known: what it opens with as its subject, and what it points at."""
    opening = _OPENING.match(text)
    if opening is not None:
        yield opening[1]
    if not _POINTING.isdisjoint(text.lower().split()):
        found = _POINTED_AT.finditer(text, opening.end() if opening is not None else 0)
        yield from (match[1] or match[2] for match in found)

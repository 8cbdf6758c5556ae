"""What a definite noun means: "the agent" is the last thing of the same section whose name ends so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from graph.identity import bare_key
from graph.names import normal_word
from graph.vocabulary import Kind
from ingest.naming.name import Named
from ingest.terms import is_general, word_list
from ingest.values import Block, Clause

_PARTS = frozenset({Kind.FEATURE, Kind.CONCEPT})


class Referring:
    """Remembers what the lines of each section have named, by the last words of the names; clauses come in order."""

    def __init__(self, named: Named) -> None:
        self.named = named
        self._last: dict[tuple[str, str], str] = {}

    def of(self, block: Block, clause: Clause) -> Iterator[str]:
        """The key of what a clause's definite noun means, as its subject or as what it advises."""
        sections = self.named.contexts[block.index]
        for found in _definite().finditer(clause.text):
            word = normal_word(found[1] or found[2])
            if not is_general(word):
                yield from (self._last[(key, word)] for key in sections[:1] if (key, word) in self._last)
        for key in self._named_in(block, clause):
            words = bare_key(key).split("-")
            if len(words) > 1:
                self._last.update({(section, normal_word(words[-1])): key for section in sections})

    def _named_in(self, block: Block, clause: Clause) -> Iterator[str]:
        yield from (m.key for m in clause.mentions if m.kind in _PARTS)
        yield from (key for key, words in self.named.used.get(block.index, ()) if words in clause.text)


@cache
def _definite() -> re.Pattern[str]:
    auxiliaries, advice = ("|".join(sorted(word_list(name))) for name in ("auxiliaries", "advice"))
    return re.compile(
        rf"(?:^(?:(?:the|this|that|each|your)\s+)?|:\s+the\s+)([a-z]+)\s+(?:{auxiliaries})\b"
        rf"|\b(?:{advice})\s+(?:the|this|that|your)\s+([a-z]+)\b",
        re.IGNORECASE,
    )

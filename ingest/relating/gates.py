"""Which rules a clause is worth asking: most need a word that most clauses have not.

A family of rules is a tuple of `Rule`, each with the words or signs of which it needs one, or what else a clause may
hold (a label, a name). A single look at what a clause holds tells which rules those are, so that the number of rules
does not slow the reading.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from ingest.relating.sentence import Sentence
from ingest.values import EdgeDraft


class Rule(NamedTuple):
    """A way in which people state relations. `find` gives the edges of a clause, or none.

    `words` are in lower case, as `Sentence.holds` has them; None where the rule has to look at every clause. `also`
    are those of which it needs one besides, none where it needs no more.
    """

    find: Callable[[Sentence], Iterable[EdgeDraft]]
    words: frozenset[str] | None = None
    also: frozenset[str] = frozenset()


def rule(find: Callable[[Sentence], Iterable[EdgeDraft]], words: str, also: str = "") -> Rule:
    """A rule that needs one of some words, written with blanks between them, and one of some others."""
    return Rule(find, frozenset(words.split()), frozenset(also.split()))


class Gates:
    """A sequence of rules, each open to clauses that have one of its words."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(rules)
        self._always = [place for place, rule in enumerate(self.rules) if rule.words is None]
        places: dict[str, list[int]] = defaultdict(list)
        for place, rule in enumerate(self.rules):
            for word in rule.words or ():
                places[word].append(place)
        self._places, self._words = dict(places), frozenset(places)
        self._also = {place: rule.also for place, rule in enumerate(self.rules) if rule.also}

    def open_to(self, sentence: Sentence) -> Iterator[Rule]:
        """The rules that may find something in a clause, in their order."""
        places, holds = set(self._always), sentence.holds
        for word in self._words & holds:
            places.update(self._places[word])
        closed = [place for place in places & self._also.keys() if self._also[place].isdisjoint(holds)]
        return map(self.rules.__getitem__, sorted(places.difference(closed)))

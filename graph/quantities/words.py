"""The words of the grammar of quantities, as read from `words/quantities.toml` (once, when first needed)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from graph.names import singular
from graph.quantities.tokens import Token, tokens_of
from graph.vocabulary import Bound

_MENDABLE_LETTERS = 6
MAX_KNOWN = 100_000
"""Words whose meaning is kept."""


def hasty_spellings(phrase: str) -> set[str]:
    """A phrase, and how it is typed in a hurry: "no more then", "cant be raised", "if u dont set"."""
    found = {phrase, phrase.replace(" than", " then")}
    found |= {written.replace("'", "") for written in found}
    return found | {written.replace("you ", "u ") for written in found}


@dataclass(frozen=True, slots=True)
class BoundWord:
    """What a phrase says of the figure beside it. Strong ones win over weak ones ("limit", "within", "around").

    `of_time` is the bound where the figure is a time.
    """

    bound: Bound
    strong: bool
    of_time: Bound | None = None


class Spellings:
    """A table of words that also finds those with letters doubled or swapped, or one left out ("defualt", "defult")."""

    def __init__(self, table: dict[str, str]) -> None:
        self.table = table
        self._letters: dict[tuple[str, frozenset[str]], str] = {}
        self._shortened: dict[str, str] = {}
        self.find = lru_cache(maxsize=MAX_KNOWN)(self._find)
        """What the table says of a word (in lower case), or of the word that it is a slip of."""
        for word in sorted(table):
            if len(word) >= _MENDABLE_LETTERS and word.isalpha():
                self._letters.setdefault((word[0], frozenset(word)), word)
            if len(word) > _MENDABLE_LETTERS and word.isalpha():
                self._shortened.update((word[:n] + word[n + 1 :], word) for n in range(1, len(word) - 1))

    def _find(self, word: str) -> str | None:
        known = self.table.get(word)
        if known is not None or len(word) < _MENDABLE_LETTERS:
            return known
        meant = self._letters.get((word[0], frozenset(word)))
        if not meant or abs(len(meant) - len(word)) > 1:
            meant = self._shortened.get(word)
        return self.table[meant] if meant else None


class Phrases:
    """Finds phrases among tokens: the longest one at each place, none overlapping another."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase in sorted(set(phrases)):
            words = tuple(t.low for t in tokens_of(phrase))
            self._by_first.setdefault(words[0], []).append((words, phrase))
        for found in self._by_first.values():
            found.sort(key=lambda f: (-len(f[0]), f))

    def find(self, tokens: Sequence[Token], start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """The phrases from token `start` to before `end`: first token, token behind, phrase."""
        after = start
        for i in [i for i in range(start, end) if tokens[i].low in self._by_first]:
            for words, phrase in self._by_first[tokens[i].low] if i >= after else ():
                stop = i + len(words)
                if stop <= end and all(tokens[i + n].low == word for n, word in enumerate(words)):
                    yield i, stop, phrase
                    after = stop
                    break


class QuantityWords:
    """The tables of the file in the shape in which the grammar asks for them."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.units = Spellings({s: normal for normal, spellings in data["units"].items() for s in spellings})
        self.class_of: dict[str, str] = {unit: name for name, units in data["classes"].items() for unit in units}
        self.currency: dict[str, str] = data["currency"]
        self.numbers: dict[str, float] = data["numbers"]
        self.multipliers: dict[str, float] = data["multipliers"]
        self.figure_openers = frozenset([*self.numbers, "a", "an", "first", "every", "each", "once", "twice", "thrice"])
        """The words with which a figure may begin."""
        self.counting = frozenset([*self.numbers, *self.multipliers, "once", "twice"])
        """Words of figures that are written out, but for those like "an hour"."""
        self.before = self._bounds(data["bound"], "before")
        self.after = self._bounds(data["bound"], "after")
        self.before_phrases = Phrases(self.before)
        self.after_phrases = Phrases(self.after)
        single = {w: w for w in [*self.before, *self.after] if w.isalpha()}
        self.bound_spellings = Spellings(single)
        conditions = data["conditions"]
        self.cue_phrases = Phrases(conditions["cues"])
        self.comparator_phrases = Phrases(conditions["comparators"])
        self.upper: frozenset[str] = frozenset(conditions["upper"])
        self.spreading: frozenset[str] = frozenset(conditions["spreading"])
        self.forbidden_phrases = Phrases(w for phrase in conditions["forbidden"] for w in hasty_spellings(phrase))
        self.required_phrases = Phrases(conditions["required"])
        self.example_phrases = Phrases(conditions["examples"])
        nouns = data["nouns"]
        self.quantity_nouns: frozenset[str] = frozenset(nouns["quantities"])
        self.label_nouns: frozenset[str] = frozenset(nouns["labels"])
        self.enumerating: frozenset[str] = frozenset(nouns["enumerating"])
        self.stop: frozenset[str] = frozenset(nouns["stop"])
        self.loose: frozenset[str] = frozenset(nouns["loose"])
        self.repeating: frozenset[str] = frozenset(nouns["repeating"])
        self.links: frozenset[str] = frozenset(nouns["links"])
        self.scope_starts: frozenset[str] = frozenset(nouns["scope_starts"])
        self.refusal_phrases = Phrases(nouns["refusals"])
        self.months: frozenset[str] = frozenset(nouns["months"])
        self.http_codes: frozenset[int] = frozenset(nouns["http_codes"])
        self.keeping: frozenset[str] = frozenset(nouns["keeping"])
        self.containing: frozenset[str] = frozenset(nouns["containing"])
        self.lasting: frozenset[str] = frozenset(nouns["lasting"])
        self.personal: frozenset[str] = frozenset(nouns["personal"])
        self.possible: frozenset[str] = frozenset(nouns["possible"])
        self.shortened: dict[str, str] = data["shortened"]
        self.listening: frozenset[str] = frozenset(nouns["listening"])
        self.processors: frozenset[str] = frozenset(nouns["processors"])
        self.shares: frozenset[str] = frozenset(nouns["shares"])
        self.sized: frozenset[str] = frozenset(nouns["sized"])
        self.verbs: dict[str, dict[str, str]] = {
            kind: {word: noun for noun, words in nouns_of.items() for word in words}
            for kind, nouns_of in data["verbs"].items()
        }

    @staticmethod
    def _bounds(groups: list[dict[str, Any]], side: str) -> dict[str, BoundWord]:
        return {
            written: BoundWord(Bound(group["bound"]), group["strong"], group.get("of_time") and Bound(group["of_time"]))
            for group in groups
            for phrase in group.get(side, ())
            for written in hasty_spellings(phrase)
        }

    def measures(self, noun: str, unit: str | None) -> bool:
        """Whether a noun says by itself what a figure measures: "timeout" of seconds, "SLA" of a share."""
        kind = "%" if unit == "%" else self.class_of.get(unit or "")
        nouns = {"%": self.shares, "time": self.lasting, "size": self.sized}.get(kind or "", frozenset())
        return noun.lower() in nouns

    def is_time(self, unit: str | None) -> bool:
        """True for a unit of time."""
        return unit is not None and self.class_of.get(unit) == "time"


@lru_cache(maxsize=1)
def quantity_words() -> QuantityWords:
    """The words, read once."""
    text = files("graph").joinpath("words", "quantities.toml").read_text(encoding="utf-8")
    return QuantityWords(tomllib.loads(text))


def without_count(text: str) -> str:
    """Nouns without the number before them: "decks" for "two decks"; "one way" and "3 tier" are no counts.

    >>> without_count("two sun decks"), without_count("3 tier"), without_count("one decks")
    ('sun decks', '3 tier', 'one decks')
    """
    first, _, rest = text.partition(" ")
    is_number = first.isdigit() or first.lower() in quantity_words().numbers
    is_many = is_number and first.lower() not in ("0", "1", "one")
    return rest if is_many and rest.endswith("s") and singular(rest) != rest else text

"""Titles and labels that say how the lines below them hang together, or that they say nothing of it.

A label of the data is written with a few signs: a star for any words, round brackets around what may be left out,
upright strokes in brackets between words of which one has to stand: "use (it) when *", "(trigger|invoke)s".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from graph.vocabulary import Direction, RelationType

MAX_LABEL_CHARACTERS = 100
_SIGNS_BEFORE, _SIGNS_BEHIND = ' :;.,*_`"(-', ' :;.,?!*_`"()=-'
_LEAD = re.compile(r"(?:the|some|its|their|a few|all|main|\d+|two|three|four|five)\s+(?=\w)")
_TO_KNOW = re.compile(
    r" (?:(?:(?:that|which) )?(?:i|we|you|one) (?:should|must|have to|need to|want to)|"
    r"(?:good |important |worth )?to|worth) "
    r"(?:know|remember|learn|memori[sz]e|note|mention)(?:ing)?$"
)
"""Behind a label it says nothing: "limits worth knowing"."""
_CHOOSER = re.compile(
    r"(?:(?P<advice>.+?)(?: for)? )?(?P<when>when|if)(?:ever)? (?:you|u|ya|we|i|they|people|someone|somebody)"
    r"(?:'?re|'ve|'d)?(?: (?:really|only|just|also))?"
    r"(?: (?:are|have|need|want|require|got|wish|like|looking|working|dealing)(?: (?:to|for|with))?)*"
)
"""A label that ends with who chooses, or with what he wants of it: "use it when you need", "pick it if you are"."""
_KNOWING = ("know", "remember", "learn", "memorise", "memorize", "note", "mention", "ing")
_BRACKETS = re.compile(r"\(([^()]*)\)")


@dataclass(frozen=True, slots=True)
class LeadIn:
    """What a line above says of the lines below it: subject, relation and which way it is read from the subject.

    `direction` OUT: subject relation item ("Supported languages"); IN: item relation subject ("What can invoke it").
    """

    relation: RelationType
    direction: Direction
    rule: str
    condition: str | None = None


@lru_cache(maxsize=65536)
def normal_label(text: str) -> str:
    """A label in lower case, with single blanks and straight apostrophes, without marks or an article around it."""
    folded = " ".join(text.lower().replace("’", "'").replace("-", " ").split())
    label = folded.lstrip(_SIGNS_BEFORE).rstrip(_SIGNS_BEHIND)
    lead = _LEAD.match(label)
    return label[lead.end() :] if lead is not None else label


def spelled_out(words: str) -> Iterator[str]:
    """All spellings that one label or phrase of the data stands for; stars stay.

    >>> sorted(spelled_out("use (it) for")), list(spelled_out("(run|start)s"))
    (['use for', 'use it for'], ['runs', 'starts'])
    """
    bracket = _BRACKETS.search(words)
    if bracket is None:
        yield " ".join(words.split())
        return
    options = bracket[1].split("|") if "|" in bracket[1] else [bracket[1], ""]
    for option in options:
        yield from spelled_out(words[: bracket.start()] + option + words[bracket.end() :])


class LabelSet:
    """A set of labels with stars."""

    def __init__(self, labels: Iterable[str]) -> None:
        spellings = sorted({each for label in labels for each in spelled_out(label.replace("-", " "))})
        self.exact = frozenset(spelling for spelling in spellings if "*" not in spelling)
        starred = [spelling for spelling in spellings if "*" in spelling]
        self.words = frozenset(map(_longest_word, starred))
        """One word of each spelling with a star; a label without any of them matches none."""
        patterns = [re.escape(spelling).replace(r"\*", ".+") for spelling in starred]
        self._pattern = re.compile("|".join(patterns) if patterns else r"(?!)")

    def __contains__(self, label: str) -> bool:
        return label in self.exact or self.fits(label, label.split())

    def fits(self, label: str, words: Sequence[str]) -> bool:
        """Whether a label, of these words, is a spelling with a star."""
        return not self.words.isdisjoint(words) and self._pattern.fullmatch(label) is not None


def _longest_word(spelling: str) -> str:
    return max((word for word in spelling.split() if "*" not in word), key=len)


class LeadIns:
    """The lead-ins of the lexicon; a label without a star wins over one with, else the first in the file."""

    def __init__(self, groups: Iterable[dict[str, Any]]) -> None:
        self._groups = [(_meaning(group), LabelSet(group["labels"])) for group in groups]
        self._exact: dict[str, LeadIn] = {}
        for meaning, labels in self._groups:
            for label in labels.exact:
                self._exact.setdefault(label, meaning)
        self._starred_of: dict[str, list[int]] = defaultdict(list)
        """The places of the groups that have a spelling with a star, by the word of which it needs one."""
        for place, (_, labels) in enumerate(self._groups):
            for word in labels.words:
                self._starred_of[word].append(place)
        self.vocabulary = frozenset(word for label in self._exact for word in label.split() if word.isalpha())
        """The words of the lead-ins without a star."""

    def _first_with_star(self, label: str) -> LeadIn | None:
        words = label.split()
        if self._starred_of.keys().isdisjoint(words):
            return None
        places = sorted({place for word in words for place in self._starred_of.get(word, ())})
        groups = (self._groups[place] for place in places)
        return next((meaning for meaning, labels in groups if labels.fits(label, words)), None)

    def find(self, text: str) -> LeadIn | None:
        """What a title or label says of the lines below it, None where it says nothing of a relation."""
        label = _without_chooser(normal_label(text))
        if not label or len(label) > MAX_LABEL_CHARACTERS:
            return None
        found = self._exact.get(label) or self._first_with_star(label)
        if found is None and label.endswith(_KNOWING) and (remark := _TO_KNOW.search(label)) is not None:
            return self._exact.get(label[: remark.start()])
        return found


def _without_chooser(label: str) -> str:
    """A normal label up to its "when" or "if", where no more follows than who chooses."""
    match = _CHOOSER.fullmatch(label) if "when" in label or "if" in label else None
    return f"{match['advice'] or ''} {match['when']}".strip() if match is not None else label


def _meaning(group: dict[str, Any]) -> LeadIn:
    return LeadIn(RelationType(group["relation"]), Direction(group["direction"]), group["rule"])

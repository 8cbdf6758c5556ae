"""When, where and how something is done, said before it: "every night it calls at X", "behind the scenes uses Y"."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import cache

from graph.lexicon import Hit, Lexicon
from graph.text import Token
from graph.vocabulary import RelationType
from ingest.terms import word_list

MAX_WORDS = 4
_HOW_OFTEN = frozenset({"every", "each", "once", "twice"})
_SPAN = re.compile(
    r"(?:(?:every|each)(?: (?:few|other|couple of|\d+))?|(?:once|twice) (?:a|an|per|every)) "
    r"(?:\d+ ?)?(?:s|secs?|seconds?|mins?|minutes?|h|hrs?|hours?|nights?|days?|mornings?"
    r"|evenings?|weeks?|months?|quarter|year)"
)
PRONOUNS = frozenset({"it", "they", "you", "we", "one"})
PLACING = frozenset({"on", "in", "at", "under", "behind", "inside", "within", "to", "than", "unlike"})
"""Before a name they tell where something is, or what it is unlike."""
_COPULAS = frozenset({"is", "are", "was", "were"})
_IT = frozenset({"it", "they"})
_NO_PLACES = frozenset(
    [
        "like",
        "unlike",
        "than",
        "so",
        "because",
        "bc",
        "until",
        "since",
        "if",
        "when",
        "where",
        "about",
        "abt",
        "without",
    ]
)
"""Prepositions that begin a part of a sentence or liken one thing to another."""


def behind_adverbial(words: Sequence[Token], first: int, named: Container[int], lexicon: Lexicon) -> int:
    """The index of the first word behind an adverbial that begins at a word, and behind its comma; else that word's."""
    opener = words[first].lower if first < len(words) else ""
    if not (opener in _HOW_OFTEN or opener in _openers() or opener in lexicon.prepositions):
        return first
    stop = _stop(words, first, named)
    texts = [" ".join(word.lower for word in words[first : last + 1]) for last in range(first, stop)]
    for last in range(stop - 1, first - 1, -1):
        text = texts[last - first]
        if text in word_list("opening adverbials") or (opener in _HOW_OFTEN and _SPAN.fullmatch(text)):
            return _behind(words, last + 1, first)
    is_place = opener in lexicon.prepositions and opener not in _NO_PLACES
    is_about_it = is_place and stop > first + 1 and stop < len(words) and words[stop].lower in _IT
    return stop if is_about_it else first


@cache
def _openers() -> frozenset[str]:
    return frozenset(text.partition(" ")[0] for text in word_list("opening adverbials"))


def _stop(words: Sequence[Token], first: int, named: Container[int]) -> int:
    """The index of the first name, sign or pronoun behind a word, at most a few words on."""
    for index in range(first, min(len(words), first + MAX_WORDS + 1)):
        word = words[index].lower
        if index in named or word in _IT or not word[0].isalnum():
            return index
    return min(len(words), first + MAX_WORDS + 1)


def _behind(words: Sequence[Token], place: int, first: int) -> int:
    """The place behind an adverbial and its comma; nothing is said where another sign or nothing follows."""
    if place < len(words) and words[place].lower == ",":
        place += 1
    return place if place < len(words) and words[place].lower[0].isalnum() else first


def stands_for_subject(words: Sequence[Token], index: int, hit: Hit) -> bool:
    """Whether the word before a verb stands for what the clause is about: "since May it is built of oak"."""
    word, relation = words[index].lower, hit.phrase.relation
    is_need = relation is RelationType.REQUIRES and word in ("you", "we")
    is_verb = hit.phrase.verb or hit.phrase.passive or words[index + 1].lower in _COPULAS
    return is_verb and relation is not RelationType.HAS_FEATURE and (word in _IT or is_need)


def tells_where(before: Sequence[Token]) -> bool:
    """Whether the words before a name make it tell no more than where something else is: "keeps letters in …"."""
    return bool(before) and before[-1].lower in PLACING

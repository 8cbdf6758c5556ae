"""Terms that notes make by using them: nouns of two or three words that stand together in several of their lines."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from ingest.terms import is_property, is_verb, names_a_thing, word_list
from ingest.values import Block, Role

MIN_LINES = 2
SIZES = (2, 3)
_ROLES = frozenset({Role.CONTENT, Role.HEADING, Role.LABEL, Role.LEAD_IN})
_PLAIN = re.compile(r"[A-Za-z][A-Za-z-]+")
_TOGETHER = (" ", "-")
_LOOK_BACK = 8
_BEFORE_HALF = re.compile(r"(?:[-/\d]|\d\s)$")
"""Behind these stands a word's other half, or what a figure counts."""
_BEFORE_DEED = re.compile(r"\b(?:to|you|can|will|must|and|or|not|who|don't)\s$", re.IGNORECASE)
"""Behind these a verb may stand."""
_SMALL = frozenset().union(
    *map(word_list, ("no nouns", "auxiliaries", "no subjects", "pronouns", "determiners", "leading", "leftovers")),
    *map(word_list, ("adverbials", "particles", "comparing", "abbreviated", "no actors", "questioning")),
    *map(word_list, ("between nouns",)),
)
"""Words that no term holds."""
_TELLING_APART = ("superlatives", "no varieties", "comparatives", "openers", "picking out")
"""Lists of words that no term begins with: they tell one of many things apart, or what is done with it."""

Words = Sequence[tuple[str, int, int]]
"""The normal words of a text with their places."""


class Use(NamedTuple):
    """A term as a block writes it, and the line on which the block begins."""

    text: str
    line: int
    block: int


def repeated_terms(blocks: Sequence[Block], words: Sequence[Words]) -> Iterator[tuple[Use, ...]]:
    """The uses of each term of a document, in order; lines with the same words count as one."""
    uses: dict[str, list[Use]] = defaultdict(list)
    for block in blocks:
        if block.role in _ROLES:
            for form, text in _ends(block.text, words[block.index]):
                uses[form].append(Use(text, block.line_start, block.index))
    several = {form: found for form, found in uses.items() if len(found) >= MIN_LINES and _is_term(found[0].text)}
    shorter = {form.partition(" ")[2]: len(found) for form, found in several.items()}
    for form, found in several.items():
        if len({blocks[use.block].text for use in found}) >= MIN_LINES and shorter.get(form) != len(found):
            yield tuple(found)


def _ends(text: str, words: Words) -> Iterator[tuple[str, str]]:
    """The last two and the last three words of each run of nouns, by their normal words and as they are written."""
    for first, last in _runs(text, words):
        for size in SIZES:
            if last - first >= size:
                start, end = words[last - size][1], words[last - 1][2]
                before = text[max(0, start - _LOOK_BACK) : start]
                if " " in text[start:end] and not (_BEFORE_HALF.search(before) or _is_deed(text[start:end], before)):
                    yield " ".join([word for word, _, _ in words[last - size : last]]), text[start:end]


def _is_deed(words: str, before: str) -> bool:
    """Whether words begin with what somebody does: "and save money"."""
    return is_verb(words.split(" ")[0].lower()) and _BEFORE_DEED.search(before) is not None


def _runs(text: str, words: Words) -> Iterator[tuple[int, int]]:
    """Where words follow one another that may be nouns, or what describes them: the first, and the one behind."""
    first = last = 0
    for place in [place for place, (_, start, end) in enumerate(words) if may_be_noun(text[start:end])]:
        if place != last or text[words[place - 1][2] : words[place][1]] not in _TOGETHER:
            yield first, last
            first = place
        last = place + 1
    yield first, last


@lru_cache(maxsize=65536)
def may_be_noun(written: str) -> bool:
    """Whether a word may stand in a term: a plain one, no small word and no verb in the third person."""
    word = written.lower()
    if not _PLAIN.fullmatch(word) or word.endswith("ly") or word in _SMALL:
        return False
    return not (is_verb(word) and word.endswith(("ed", "s")))


@lru_cache(maxsize=65536)
def _is_term(text: str) -> bool:
    words = text.lower().replace("-", " ").split()
    begins = any(words[0] in word_list(name) for name in _TELLING_APART)
    return not begins and names_a_thing(text) and not is_property(text) and not words[-1].endswith("ing")

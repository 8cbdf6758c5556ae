"""Names that a part of a clause begins with, to say something of them."""

from __future__ import annotations

import re

from graph.vocabulary import Kind
from ingest.relating.sentence import Sentence
from ingest.relating.subjects import is_predicate
from ingest.terms import word_list
from ingest.values import Mention

_NO_KIND = re.compile(r"[`*]*\s+(?:is|are)(?:\s+not|n['’]?t)\s+(?:really\s+)?[a-z]", re.IGNORECASE)
_BEFORE_NAMES = word_list("determiners") | {"`", "*"}
_PART_BEGINS = frozenset({",", ";", ".", "and", "but", "while", "whereas"})
_TOPIC = re.compile(r"[`*]*\s*(?:->|=>|→|=|:|\?|-\s|–)")
_BESIDE_FIGURES = frozenset({"since", "at", "up", "max", "min"})


def is_topic(sentence: Sentence, mention: Mention) -> bool:
    """Whether a name opens the clause or a later part of it, and something is said of it: nothing that others take."""
    if _NO_KIND.match(sentence.clause.text, mention.end):
        return True
    index = sentence.index_at(mention.start)
    while index > 0 and sentence.words[index - 1].lower in _BEFORE_NAMES:
        index -= 1
    if index not in (0, sentence.body) and sentence.words[index - 1].lower not in _PART_BEGINS:
        return False
    if mention.kind is Kind.CONCEPT and index > 1:
        return False  # "... and dry feet are guaranteed"
    if _TOPIC.match(sentence.clause.text, mention.end):
        return True
    last = sentence.last_of(sentence.index_at(mention.start)) + 1
    if last >= len(sentence.words) or (index > 0 and sentence.words[last].lower in _BESIDE_FIGURES):
        return False
    return is_predicate(sentence, sentence.words[last].lower)

"""Where a list of things is over and its next part goes on with something else: a figure, another sentence."""

from __future__ import annotations

import re
from itertools import pairwise

from graph.text import tail
from graph.vocabulary import RelationType
from ingest.relating.phrases import Piece
from ingest.terms import is_verb, word_list
from ingest.values import Clause

PREPOSITION = re.compile(
    r"\s+(?!on[ -]prem|in[ -]house\b|on[ -]site\b)"
    r"(?:for|to|in|on|from|with|by|at|of|via|over|using|through|as|into|per|after|before|during|since|without|under|thru|"
    r"inside|between|across|within|against|every|each)\b",
    re.IGNORECASE,
)
_OBJECT = re.compile(r"\s*(?:it|them|its|their|the|an?|this|that)\b", re.IGNORECASE)
_GOES_ON = re.compile(
    r"\s*(?:(?:every|each|per|until|after|before|with|w/|at|by)\s|[a-z]+er to\s"
    r"|[~<>]?\d[\d.,]*\s?[a-z%]+\b)",
    re.IGNORECASE,
)
"""Begins what is no further object: "over HTTP, every minute", "on V8, 10 ms CPU"."""
_CLOSED = re.compile(r"\s(?:and|or)\s+(?:the\s+)?[\w.+#/-]+(?:\s[\w.+#/-]+)?\s*,\s*$")
"""The last member of a list, behind "and", and a comma."""
_PREDICATE = re.compile(
    r"\s*(?:(?:is|are|was|were|can|will|has|have|does|doesn't|don't|isn't|aren't)\b|->|=>|→)", re.IGNORECASE
)
_LACKS = re.compile(
    r"\s*[^\s,;]+(?: [^\s,;]+){0,2}? (?:has|have|does|do|is|are|can)(?:n['’]?t|['’]t| not)\b", re.IGNORECASE
)
_FIGURE_BEFORE = re.compile(r"\d\s?[A-Za-z%]*(?:,\s+(?:and\s+)?|\s+and\s+)$")
_OWN_FIGURE = re.compile(r"\s*(?:the )?[A-Za-z][\w.+#-]*\s+[~<>]?\d")
_MOVING = frozenset({RelationType.SENDS_TO, RelationType.READS_FROM, RelationType.STORES_IN})
_DONE_BY = re.compile(r"\s*\w+ by\b")


def has_own_figure(text: str, piece: Piece) -> bool:
    """Whether a part of a list is a name with a figure, behind one that ends so: "carries 20 cars and the raft 2"."""
    is_one = _OWN_FIGURE.match(text, piece.start, piece.end) is not None
    return is_one and _FIGURE_BEFORE.search(tail(text, 0, piece.start)) is not None


def is_another(clause: Clause, piece: Piece, end: int, relation: RelationType) -> bool:
    """Whether a later part of a list goes on with something else: a figure, a condition, another sentence."""
    if _GOES_ON.match(clause.text, piece.start, piece.end) or _is_sentence(clause, piece):
        return True
    if _LACKS.match(clause.text, piece.start, piece.end):
        return True  # "has oars and sails, the raft hasn't"
    is_named = any(piece.start <= m.start < piece.end for m in clause.mentions)
    if not is_named and _CLOSED.search(clause.text, 0, piece.start):
        return True  # "oars and nets, hand made"
    words = clause.text[piece.start : piece.end].lower().split()
    if "only" in words[1:-1]:
        return True  # "the tug has oars, the gig only sails"
    is_order = len(words) > 1 and words[1] in word_list("determiners") and is_verb(words[0])
    if is_order and relation in _MOVING and not words[0].endswith("ed"):
        return True  # "to the quay and paint your boat"
    if words and words[0].endswith(("ed", "en", "lt", "de")) and _DONE_BY.match(clause.text, piece.start):
        return True  # "oars and sails, made by hand"
    is_last = piece.end >= end and clause.text[: piece.start].rstrip().endswith(",")
    return is_last and _PREDICATE.match(clause.text, end) is not None


_POINTED = frozenset({"it", "them", "that", "this", "these"})


def _is_sentence(clause: Clause, piece: Piece) -> bool:
    """Whether a part of a list is another sentence, with a verb of its own: "a topic, each reader gets a copy"."""
    words = clause.text[piece.start : piece.end].lower().split()
    if (
        len(words) > 1
        and words[0].endswith("s")
        and is_verb(words[0])
        and clause.text[: piece.start].rstrip().endswith(",")
    ):
        return True
    if len(words) == 2 and words[1].endswith("s") and is_verb(words[1]) and _OBJECT.match(clause.text, piece.end):
        return True
    if len(words) == 3 and words[2] in _POINTED and words[0].endswith("s") and is_verb(words[1]):
        return True  # "crews share it"
    for word, following in pairwise(words[1:]):
        if word in ("is", "are", "can", "will", "has", "have", "must"):
            return True
        if word.endswith("s") and is_verb(word) and not PREPOSITION.match(f" {following}"):
            return True
    return _has_plural_subject(words)


def _has_plural_subject(words: list[str]) -> bool:
    """Whether a noun in the plural does something to what follows: "night ferries carry cars"."""
    for noun, verb in pairwise(words[:-1]):
        if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) and not verb.endswith(("s", "ed", "ing")):
            return is_verb(verb)
    return False

"""Things that go together, told by both at once: "bread and butter go well together", "bread <-> butter"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from graph.vocabulary import PRODUCTS, Kind, RelationType
from ingest.relating.actors import actors_before
from ingest.relating.ends import edge, ends_of, known, labelled, subject
from ingest.relating.gates import Rule, rule
from ingest.relating.sentence import Sentence
from ingest.relating.spoken_of import about_at
from ingest.values import EdgeDraft

_WITH = RelationType.INTEGRATES_WITH
_TOGETHER = re.compile(
    r"\b(?:(?:can|may) (?:be )?|are )?(?:works?|plays?|goe?s?|runs?|fits?|pairs?|gets? (?:on|along)|used|combined|"
    r"connected|linked|integrated)(?: \w+)? (?:together|with each other|hand in hand)\b(?!\s+w)",
    re.IGNORECASE,
)
_BROUGHT = re.compile(
    r"\b(?:glue|stitche?|tie|wire|join|bind|hook|string|link|bring|chain)s?\s+(?:all\s+|your\s+|the\s+|up\s+)*"
    r"(?P<list>[\w`][^;.:()]{2,80}?)\s+together\b(?!\s+with)",
    re.IGNORECASE,
)
_SIGNS = frozenset({"together", "other", "hand"})
_BOTH_WAYS = re.compile(r"[`*]*\s*(?:<-+>|<=+>|↔|<->)\s*[`*]*")
_INTEGRATION = re.compile(r"[`*]*(?:'s)?[ -]integrations?\b", re.IGNORECASE)


def _both_ways(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "bread <-> butter", and "<-> butter" below bread."""
    clause = sentence.clause
    for one, other in pairwise(clause.mentions):
        if _BOTH_WAYS.fullmatch(clause.text, one.end, other.start):
            yield edge(known(one), _WITH, known(other), "both ways")
    first = next(iter(clause.mentions), None)
    if first is not None and _BOTH_WAYS.fullmatch(clause.text, clause.body_start, first.start):
        about = labelled(clause)
        if first.kind in PRODUCTS and about.kind is not Kind.CONCEPT and first.key != about.key:
            yield edge(about, _WITH, known(first), "both ways")


def _integrations(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "Morse integration": what a thing is said to go with by a noun."""
    clause = sentence.clause
    for mention in clause.mentions:
        about = about_at(clause, mention.start)
        is_named = mention.kind in PRODUCTS and _INTEGRATION.match(clause.text, mention.end) is not None
        if is_named and mention.key != about.key and not sentence.denies(mention):
            yield edge(about, _WITH, known(mention), "integration named")


def _said(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "X and Y work together", and "and Y work together" of what the clause is about."""
    clause = sentence.clause
    match = _TOGETHER.search(clause.text, clause.body_start)
    found = actors_before(sentence, sentence.index_at(match.start()), sentence.body) if match is not None else None
    if found is None or not all(end.key for end in found.ends):
        return
    joined = sentence.words[found.first - 1].lower in ("and", "+", "&") if found.first else False
    ends = [*found.ends]
    if joined or len(ends) == 1:
        about = clause.parent_subject if ends[0].key == clause.subject else clause.subject
        ends = [subject(about, clause), *ends] if about else ends
    for other in ends[1:]:
        yield edge(ends[0], _WITH, other, "together")


def _brought(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "glues bread and butter together": what the thing at hand brings together it goes with itself."""
    clause = sentence.clause
    match = _BROUGHT.search(clause.text, clause.body_start)
    about = labelled(clause)
    if match is None or about.kind is Kind.CONCEPT or sentence.has(sentence.lexicon.negations):
        return
    for item in ends_of(clause, *match.span("list"), _WITH):
        if item.key not in (None, about.key, clause.owner) and item.kind in PRODUCTS:
            yield edge(about, _WITH, item, "brings together")


TOGETHER = (
    Rule(_said, _SIGNS),
    rule(
        _brought,
        "glue glues gluing stitch stitches tie ties wire wires join joins bind binds hook hooks string strings link "
        "links bring brings chain chains",
        "together",
    ),
    rule(_both_ways, "< ↔"),
    rule(_integrations, "integration integrations"),
)
"""Things that go together."""

"""A question with a relation and one of its ends, and the other end behind it: "Q: what lifts coal? A: cranes"."""

from __future__ import annotations

import re

from graph.vocabulary import Direction, RelationType
from ingest.relating.ends import edge, known, objects
from ingest.relating.phrases import hard_end
from ingest.relating.sentence import Sentence
from ingest.values import EdgeDraft

_ASKED = re.compile(
    r"\s*(?:Q(?:uestion)?\s*[:.)]\s*)?(?P<question>(?:what|which|who|where)\b[^?\n]{3,80})\?\s*"
    r"(?:A(?:nswer)?\s*[:.)]\s*|(?:->|=>|→|-|–)\s*)?",
    re.IGNORECASE,
)
_ASKABLE = frozenset(RelationType) - {
    RelationType.HAS_FEATURE,
    RelationType.KIND_OF,
    RelationType.SUITED_TO,
    RelationType.NOT_SUITED_TO,
    RelationType.HAS_LIMIT,
    RelationType.RAISES,
}


def answered(sentence: Sentence) -> tuple[EdgeDraft, ...]:
    """What question and answer say together; nothing where the question is no such one, or denies."""
    clause = sentence.clause
    asked = _ASKED.match(clause.text) if "?" in sentence.signs else None
    if asked is None:
        return ()
    start, end = asked.span("question")
    if not sentence.lexicon.negations.isdisjoint(clause.text[start:end].lower().split()):
        return ()
    things = [m for m in clause.mentions if start <= m.start and m.end <= end]
    hits = [hit for hit in sentence.hits_between(start, end) if hit.phrase.relation in _ASKABLE]
    if len(things) != 1 or len(hits) != 1:
        return ()
    thing, hit = things[0], hits[0]
    relation = hit.phrase.relation
    is_before = thing.end <= sentence.words[hit.first].start
    is_source = is_before == (hit.phrase.direction is Direction.OUT)
    answers, _ = objects(clause, asked.end(), hard_end(clause.text, asked.end(), len(clause.text)), relation)
    others = (answer for answer in answers if answer.key != thing.key)
    return tuple(edge(known(thing), relation, answer, "answered", inverse=not is_source) for answer in others)

"""What the place of a line says: parts of what is above it, and items below a lead-in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.vocabulary import Direction, Kind, RelationType
from ingest.ends import edge, ends_of, known, subject
from ingest.phrases import free_end
from ingest.sentence import ERROR, Sentence
from ingest.values import Clause, EdgeDraft, End, LeadIn

_PARTS = (RelationType.HAS_FEATURE, RelationType.KIND_OF)
_FREE = (RelationType.SUITED_TO, RelationType.NOT_SUITED_TO)
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|can|cannot|can't|will|must|should|does|do|don't|doesn't)\b", re.IGNORECASE)
_MAX_ITEM_WORDS = 12


def listed(sentence: Sentence) -> Iterator[EdgeDraft]:
    """The edges that come from where the clause stands."""
    clause = sentence.clause
    yield from _part(clause)
    lead = clause.lead
    if lead is None or clause.hypothetical:
        return
    about = clause.lead_subject or clause.subject
    if clause.lead_subject is not None and clause.lead_subject != clause.subject:
        if clause.parent_subject == about or lead.relation in _PARTS:
            yield _item(about, lead, subject(clause.subject, clause), clause)
        return
    start = clause.body_start if clause.label is not None and clause.lead_subject is None else 0
    yield from _items(sentence, about, lead, start)


def _part(clause: Clause) -> Iterator[EdgeDraft]:
    """A feature that is the subject is a part of what it belongs to, or of what stands above its label."""
    if clause.subject_kind is not Kind.FEATURE or clause.subject_span is not None:
        return
    owner = clause.owner
    if owner and owner != clause.subject:
        yield edge(End(key=owner), RelationType.HAS_FEATURE, subject(clause.subject, clause), "part of its owner")
    above = clause.parent_subject
    if above and above not in (owner, clause.subject):
        yield edge(End(key=above), RelationType.HAS_FEATURE, subject(clause.subject, clause), "part by its label")


def _item(about: str, lead: LeadIn, item: End, clause: Clause) -> EdgeDraft:
    return edge(subject(about, clause), lead.relation, item, lead.rule, inverse=lead.direction is Direction.IN, condition=lead.condition)


def _items(sentence: Sentence, about: str, lead: LeadIn, start: int) -> Iterator[EdgeDraft]:
    """The parts of an item below a lead-in, as names or as free words."""
    clause = sentence.clause
    if lead.relation is RelationType.RAISES:
        for match in ERROR.finditer(clause.text, start):
            yield _item(about, lead, _named(clause, match.start(), match.end()) or End(text=match[0], kind=Kind.FEATURE), clause)
        return
    end = free_end(clause.text, start, len(clause.text))
    words = clause.text[start:end].split()
    mentions = [m for m in clause.mentions if start <= m.start and m.end <= end]
    if lead.relation in _FREE:
        if len(words) <= _MAX_ITEM_WORDS:
            for target in ends_of(clause, start, end, lead.relation):
                yield _item(about, lead, target, clause)
        return
    if _VERB.search(clause.text, start, end) or (sentence.words and sentence.words[0].lower in sentence.lexicon.negations):
        return
    if mentions and len(words) > 6 * len(mentions):
        return
    for target in ends_of(clause, start, end, lead.relation):
        if target.key is None and (lead.relation not in (RelationType.HAS_FEATURE, RelationType.SUPPORTS, RelationType.REQUIRES) or len(target.text.split()) > 4):
            continue
        yield _item(about, lead, target, clause)


def _named(clause: Clause, start: int, end: int) -> End | None:
    for mention in clause.mentions:
        if mention.start < end and start < mention.end:
            return known(mention)
    return None

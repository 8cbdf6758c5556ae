"""A question with a relation and one of its ends, and the other end behind it: "Q: what lifts coal? A: cranes"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.lexicon import Hit
from graph.vocabulary import Direction, RelationType
from ingest.relating.ends import edge, known, objects
from ingest.relating.phrases import hard_end
from ingest.relating.purposes import purposes
from ingest.relating.sentence import Sentence
from ingest.values import EdgeDraft, Mention

_ASKED = re.compile(
    r"\s*[*_]*(?:Q(?:uestion)?\s*[:.)]\s*)?[*_]*\s*(?P<question>(?:what|which|who|where|when|why|"
    r"(?:\w+ )?use cases?)\b[^?\n]{3,80})\?[*_]*\s*"
    r"(?:[-*+•]\s+)?[*_]*(?:A(?:nswer)?\s*[:.)][*_]*\s*|(?:->|=>|→|-|–)\s*)?",
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


_WHERE = re.compile(r"where\s+(?:does|do|did|is|are|was|were|can|will|should)\s", re.IGNORECASE)
_PLACES = {
    RelationType.STORES_IN: "store stored keep kept save saved put persist persisted hold held live lives reside saves",
    RelationType.RUNS_ON: "run deployed execute executed hosted installed",
    RelationType.SENDS_TO: "send sent write written log go push publish deliver ship export forward",
    RelationType.READS_FROM: "read get fetch pull load poll consume come",
}
"""What a thing does at the place that is asked for, or with the data that goes there."""
_AT_PLACE = {verb: relation for relation, verbs in _PLACES.items() for verb in verbs.split()}
_WHAT_USED = re.compile(r"what\s+(?:does|do|did)\s+(?P<thing>.{2,40}?)\s+(?:use|need)\b", re.IGNORECASE)
_FOR_WHAT = re.compile(
    r"(?:when|why)\s+(?:(?:not to|not|to|do|would|should|can|could)\s+)?(?:(?:you|u|we|i|one)\s+)?(?:not\s+)?"
    r"(?:use|choose|pick|take|want|go for|prefer)\s+(?:the |an? )?[`*]*(?P<taken>\S.*)"
    r"|what(?:'s|s| is| are)?\s+(?:the |an? )?[`*]*(?P<good>\S.*?)[`*]*\s+"
    r"(?:good|great|used|useful|best|made|meant) for"
    r"|(?:\w+ )?use cases? (?:of|for) (?:the |an? )?[`*]*(?P<case>\S.*)"
    r"|what (?:do|would|can|could) (?:you|u|we|i|one) use (?:the |an? )?[`*]*(?P<used>\S.*?)[`*]* for",
    re.IGNORECASE,
)
"""What a thing is for, asked; its name begins where a group does."""
_BEFORE_ANSWER = re.compile(
    r"(?:it'?s |they'?re |stored |kept |saved )?(?:in|on|at|to|from|into|inside|onto|by|with|via)\s+"
    r"(?:an?\s+|the\s+|its\s+)?",
    re.IGNORECASE,
)


def answered(sentence: Sentence) -> tuple[EdgeDraft, ...]:
    """What question and answer say together; nothing where the question is no such one, or denies."""
    clause = sentence.clause
    asked = _ASKED.match(clause.text) if "?" in sentence.signs else None
    if asked is None:
        return ()
    start, end = asked.span("question")
    things = [m for m in clause.mentions if start <= m.start and m.end <= end]
    if len(things) != 1:
        return ()
    thing = things[0]
    if (wanted := _FOR_WHAT.fullmatch(clause.text, start, end)) is not None:
        return tuple(_good_for(sentence, thing, wanted, asked.end()))
    if _denies(sentence, start, end):
        return ()
    relation, is_source = _asked_of(sentence, thing, start, end)
    if relation is None:
        return ()
    place = _BEFORE_ANSWER.match(clause.text, asked.end())
    begin = place.end() if place is not None else asked.end()
    answers, _ = objects(clause, begin, hard_end(clause.text, begin, len(clause.text)), relation)
    others = (answer for answer in answers if answer.key != thing.key)
    return tuple(edge(known(thing), relation, answer, "answered", inverse=not is_source) for answer in others)


def _denies(sentence: Sentence, start: int, end: int) -> bool:
    return not sentence.lexicon.negations.isdisjoint(sentence.clause.text[start:end].lower().split())


def _good_for(sentence: Sentence, thing: Mention, wanted: re.Match[str], begin: int) -> Iterator[EdgeDraft]:
    """What the answer says that the thing of the question is good for, or is not ("when not to take the raft")."""
    clause = sentence.clause
    relation = RelationType.NOT_SUITED_TO if _denies(sentence, *wanted.span()) else RelationType.SUITED_TO
    if thing.start not in (wanted.start(group) for group in wanted.groupdict() if wanted[group]):
        return
    if _denies(sentence, begin, len(clause.text)):
        return
    for target in purposes(clause, begin, hard_end(clause.text, begin, len(clause.text)), relation):
        if target.key != thing.key or target.key is None:
            yield edge(known(thing), relation, target, "answered")


def _asked_of(sentence: Sentence, thing: Mention, start: int, end: int) -> tuple[RelationType | None, bool]:
    """The relation that a question asks for, and whether the thing in it is its source; None for no such question."""
    question = sentence.clause.text[start:end]
    words = question.lower().split()
    if _WHERE.match(question):
        verbs = [_AT_PLACE[word] for word in words[1:] if word in _AT_PLACE]
        return (verbs[-1] if verbs else None), True
    used = _WHAT_USED.match(question)
    if used is not None:
        relation = RelationType.REQUIRES if " need" in used[0].lower()[-5:] else RelationType.USES
        return (relation if used.start("thing") + start == thing.start else None), True
    hits = [hit for hit in _asked_with(sentence, end) if hit.phrase.relation in _ASKABLE]
    if len(hits) != 1 or sentence.place(hits[0].first) < start:
        return None, True
    is_before = thing.end <= sentence.words[hits[0].first].start
    return hits[0].phrase.relation, is_before == (hits[0].phrase.direction is Direction.OUT)


def _asked_with(sentence: Sentence, end: int) -> Iterator[Hit]:
    """The relation words of a question that ends at a place, whether a label sums them up or not."""
    for hit in sentence.found_between(0, sentence.index_at(end)):
        if all(index not in sentence.at for index in range(hit.first, hit.gap_start)):
            yield hit

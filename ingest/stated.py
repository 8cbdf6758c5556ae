"""What the words of a clause say: subject, relation's words, object; in lists, in both voices, with negation and condition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.lexicon import Hit, Phrase
from graph.vocabulary import Direction, Kind, RelationType
from ingest.ends import edge, ends_of, free, known, subject
from ingest.phrases import free_end, pieces
from ingest.sentence import ERROR, Sentence, Side
from ingest.values import EdgeDraft, End

_MOVES = (RelationType.SENDS_TO, RelationType.STORES_IN)
_PAIRS = (RelationType.USE_INSTEAD_OF, RelationType.CONTRASTS_WITH)
_SUITS = (RelationType.SUITED_TO, RelationType.NOT_SUITED_TO)


def stated(sentence: Sentence) -> Iterator[EdgeDraft]:
    """The edges that the clause's words state."""
    hits = list(sentence.hits())
    for place, hit in enumerate(hits):
        stop = hits[place + 1].first if place + 1 < len(hits) else len(sentence.words)
        yield from _of_hit(sentence, hit, stop)
    yield from _kind(sentence)
    yield from _errors(sentence)
    yield from _parts_named(sentence)


def _of_hit(sentence: Sentence, hit: Hit, stop: int) -> Iterator[EdgeDraft]:
    relation = hit.phrase.relation
    if relation is RelationType.RAISES:
        return
    if relation in _SUITS:
        yield from _suits(sentence, hit)
    elif sentence.conditional(hit) or sentence.negated(hit):
        return
    elif relation in _PAIRS:
        yield from _pairs(sentence, hit, stop)
    else:
        yield from _plain(sentence, hit, stop)


# -- subject, verb, object
def _plain(sentence: Sentence, hit: Hit, stop: int) -> Iterator[EdgeDraft]:
    clause, phrase = sentence.clause, hit.phrase
    left = sentence.left(hit, floor=_floor(sentence, hit))
    right = sentence.right(hit.end, stop)
    sources = _sources(sentence, left, phrase)
    if not sources:
        return
    targets = [known(m) for m in right.mentions]
    if not targets:
        return
    condition = sentence.condition(right.edge, stop)
    suffix = "" if left.mentions else " (noun before)" if left.plain else " (subject above)"
    for source in sources:
        for target in targets:
            yield edge(
                source, phrase.relation, target, phrase.rule + suffix, inverse=phrase.direction is Direction.IN, condition=condition
            )


def _floor(sentence: Sentence, hit: Hit) -> int:
    """Where the words of the sentence begin that the left side may reach to: behind a label, if the hit stands behind it."""
    return sentence.body if hit.first >= sentence.body else 0


def _sources(sentence: Sentence, left: Side, phrase: Phrase) -> list[End]:
    clause = sentence.clause
    if left.mentions:
        return [known(m) for m in left.mentions]
    if phrase.weak and left.edge > sentence.body:
        return []
    if left.plain and not (phrase.passive or phrase.relation in _MOVES):
        return []
    return [subject(clause.subject, clause)]


# -- good and bad for
def _suits(sentence: Sentence, hit: Hit) -> Iterator[EdgeDraft]:
    clause, phrase = sentence.clause, hit.phrase
    relation = phrase.relation
    if sentence.negated(hit):
        if relation is RelationType.NOT_SUITED_TO:
            return
        relation = RelationType.NOT_SUITED_TO
    if sentence.conditional(hit):
        return
    left = sentence.left(hit, floor=_floor(sentence, hit))
    sources = [known(m) for m in left.mentions] or ([] if left.plain else [subject(clause.subject, clause)])
    start = sentence.words[hit.end].start if hit.end < len(sentence.words) else len(clause.text)
    end = free_end(clause.text, start, len(clause.text))
    suffix = "" if left.mentions else " (subject above)"
    for source in sources:
        for target in ends_of(clause, start, end, relation):
            yield edge(source, relation, target, ("bad for" if relation is RelationType.NOT_SUITED_TO else phrase.rule) + suffix)


# -- one thing or the other
def _pairs(sentence: Sentence, hit: Hit, stop: int) -> Iterator[EdgeDraft]:
    clause, phrase = sentence.clause, hit.phrase
    left = sentence.left(hit, floor=0)
    right = sentence.right(hit.end, len(sentence.words), reach=2)
    if not right.mentions:
        return
    if left.mentions:
        sources = [known(left.mentions[-1])]
    elif left.plain:
        return
    else:
        sources = [subject(clause.subject, clause)]
    condition = sentence.condition(right.edge, len(sentence.words)) if phrase.relation is RelationType.USE_INSTEAD_OF else None
    for source in sources:
        yield edge(source, phrase.relation, known(right.mentions[0]), phrase.rule, condition=condition)


# -- what it is
_IS_A = re.compile(r"^(?:(?:it|this|that)\s+)?(?:is|are|=)?\s*(?:basically |simply |just |only )?(?:an?|the|one of the)\s+", re.IGNORECASE)
_MIDDLE_IS_A = re.compile(r"\s+(?:is|are)\s+(?:basically |simply |just |only )?an?\s+", re.IGNORECASE)
_NOUN_STOP = re.compile(
    r"\s+(?:that|which|who|where|for|in|of|to|with|on|at|from|by|between|running|used|using|based|built|and|or|but|so|because|when|if|as|is|are|can|will|has|have|-|–|—)\b|[,.;:()\n]|\s[-–—=]",
    re.IGNORECASE,
)


def _kind(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "X is a Y", and "a Y" at the beginning of what is said of X."""
    clause = sentence.clause
    text = clause.text
    if clause.subject_span is not None:
        match = _MIDDLE_IS_A.match(text, clause.subject_span[1])
    else:
        match = _IS_A.match(text[clause.body_start :])
    if match is None:
        return
    start = match.end() + (0 if clause.subject_span is not None else clause.body_start)
    stop = _NOUN_STOP.search(text, start)
    end = stop.start() if stop else len(text)
    for piece in pieces(text, start, end)[:1]:
        if len(piece.text.split()) > 4:
            return
        inside = [m for m in clause.mentions if start <= m.start and m.end <= end]
        target = known(inside[-1]) if inside and inside[-1].end >= end - 1 and inside[-1].kind is not Kind.SERVICE and len(inside[-1].key) >= len(piece.text) - 2 else free(piece.text, RelationType.KIND_OF)
        yield edge(subject(clause.subject, clause), RelationType.KIND_OF, target, "is a")


# -- errors
def _errors(sentence: Sentence) -> Iterator[EdgeDraft]:
    clause = sentence.clause
    for match in ERROR.finditer(clause.text):
        before, after = clause.text[: match.start()].rstrip(), clause.text[match.end() :].lstrip()
        name = match[0]
        digits = name[-3:].isdigit()
        arrow_before = before.endswith(("->", "=>", "=")) or re.search(r"(?:error|status|code|returns?|gives?|with|an?|see|get)$", before, re.IGNORECASE)
        arrow_after = after.startswith(("->", "=>", "=")) or (not before and bool(re.match(r"[A-Z]", after)))
        if digits and not (arrow_before or arrow_after):
            continue
        about = clause.owner if clause.owner and not before and clause.label is not None and clause.label.startswith(name) else clause.subject
        mention = next((m for m in clause.mentions if m.start < match.end() and match.start() < m.end), None)
        target = known(mention) if mention else End(text=name, kind=Kind.FEATURE)
        if target.key != about:
            yield edge(End(key=about), RelationType.RAISES, target, "error named")


# -- parts named in passing
def _parts_named(sentence: Sentence) -> Iterator[EdgeDraft]:
    clause = sentence.clause
    for mention in clause.mentions:
        if mention.kind is not Kind.FEATURE or mention.key == clause.subject:
            continue
        owner = mention.owner or (mention.key.rpartition("/")[0] or None)
        if owner == clause.subject:
            yield edge(subject(clause.subject, clause), RelationType.HAS_FEATURE, known(mention), "part named")
        elif owner and owner == clause.owner:
            yield edge(End(key=owner), RelationType.HAS_FEATURE, known(mention), "part of the section named")
        elif owner is None and mention.rule == "written as a name":
            yield edge(subject(clause.subject, clause), RelationType.HAS_FEATURE, known(mention), "written name")

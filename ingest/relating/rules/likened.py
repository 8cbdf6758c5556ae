"""What a thing is held against behind what it is like: "cheap compared to the ferry", "small in contrast to Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from graph.text import tail
from graph.vocabulary import PRODUCTS, Kind, RelationType
from ingest.relating.ends import edge, known
from ingest.relating.gates import Rule, rule
from ingest.relating.outdated import above
from ingest.relating.sentence import NAME, Sentence
from ingest.relating.spoken_of import about_at
from ingest.terms import word_list
from ingest.values import EdgeDraft, End

_HELD_AGAINST = re.compile(
    r"\b(?:compared\s+(?:to|with)|in\s+(?:contrast|comparison)\s+(?:to|with)|as opposed to)\s+(?:the\s+|an?\s+)?[`*]*$",
    re.IGNORECASE,
)
_FAR = 40
_NOUNS = word_list("in another's place") | word_list("made from another")


def _likened(sentence: Sentence) -> Iterator[EdgeDraft]:
    clause = sentence.clause
    for mention in clause.mentions:
        before = clause.text[max(0, mention.start - _FAR) : mention.start]
        about = about_at(clause, mention.start)
        is_other = mention.kind is not Kind.CONCEPT and mention.key not in (about.key, clause.owner)
        if is_other and about.kind is not Kind.CONCEPT and _HELD_AGAINST.search(before):
            yield edge(about, RelationType.CONTRASTS_WITH, known(mention), "held against it")


@cache
def _noun() -> re.Pattern[str]:
    """What a thing is to another one."""
    words = "|".join(sorted(_NOUNS))
    behind = r"(?=\s*(?:$|[,;.:()]|\s[-–—]\s|(?:for|in|with|without|by|from|that|which|written|but|on)\b))"
    return re.compile(rf"[`*]*[ -](?P<noun>{words}){behind}", re.IGNORECASE)


_BEFORE_NAME = re.compile(
    r"(?:(?:is|it'?s|basically|just|really|more or less)\s+)*(?:(?:the|an?|another|yet another|our)\s+)?"
    r"(?:(?!not\b|no\b)[a-z][a-z-]+\s+){0,3}[`*]*",
    re.IGNORECASE,
)
_NEWER = frozenset({"replacement", "successor", "substitute", "rewrite", "reimplementation"})
"""What has the place of the other one; a fork or a clone lives beside it."""


def _to_another(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "Raft fork", "an open ferry alternative for lakes": what the thing above is to another one."""
    clause = sentence.clause
    about = above(clause)
    if about.kind not in PRODUCTS or clause.lead is not None or clause.label is not None:
        return
    for mention in clause.mentions:
        match = _noun().match(clause.text, mention.end) if mention.kind in PRODUCTS else None
        is_own = mention.key == about.key or sentence.denies(mention)
        if match is not None and not is_own and _BEFORE_NAME.fullmatch(clause.text, clause.body_start, mention.start):
            yield _is_to(about, match["noun"], known(mention))


_IS_THE = re.compile(r"[`*]*\s+(?:is|was|=)\s+(?:now\s+)?(?:the|an?|its|our)(?:\s+[a-z-]+){0,3}$", re.IGNORECASE)


def _is_to_this(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "the Gig is the open source fork": what another product is to the one above."""
    clause = sentence.clause
    about = above(clause)
    for match in _noun().finditer(clause.text, clause.body_start) if about.kind in PRODUCTS else ():
        named = [m for m in clause.mentions if m.end <= match.start()]
        is_other = bool(named) and named[-1].kind is Kind.SERVICE and named[-1].key != about.key
        if is_other and clause.label is None and _IS_THE.match(tail(clause.text, named[-1].end, match.start())):
            yield _is_to(known(named[-1]), match["noun"], about)


def _is_to(one: End, noun: str, other: End) -> EdgeDraft:
    if noun.lower() == "predecessor":
        return edge(other, RelationType.REPLACES, one, "what it is to another")
    relation = RelationType.REPLACES if noun.lower() in _NEWER else RelationType.CONTRASTS_WITH
    return edge(one, relation, other, "what it is to another")


_BUT = re.compile(
    r"[`*]*\s+(?:but(?! also| not| only| no)|without|w/o|minus|sans|on steroids|reinvented|done right|rewritten)\b",
    re.IGNORECASE,
)
_THINK = re.compile(r"(?:think(?: of)? |basically |just |like |it'?s )*(?:an? |the )?[`*]*", re.IGNORECASE)


def _but_otherwise(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "Raft but with a mast", "basically Raft without oars": a product that opens what is said of one of its kind."""
    clause = sentence.clause
    opener = next((m for m in clause.mentions if m.kind in PRODUCTS), None)
    if opener is None or clause.subject_kind not in PRODUCTS or clause.label is not None or clause.lead is not None:
        return
    about = above(clause)
    is_whole = opener.key not in (about.key, clause.owner) and (opener.kind is Kind.SERVICE) == (
        about.kind is Kind.SERVICE
    )
    if (
        is_whole
        and _THINK.fullmatch(clause.text, clause.body_start, opener.start)
        and _BUT.match(clause.text, opener.end)
    ):
        yield edge(about, RelationType.CONTRASTS_WITH, known(opener), "like it, but for something")


LIKENED = (
    rule(_likened, "compared contrast comparison opposed", NAME),
    Rule(_to_another, _NOUNS, frozenset({NAME})),
    Rule(_is_to_this, _NOUNS, frozenset({NAME})),
    rule(_but_otherwise, NAME, "but without w minus sans steroids reinvented done rewritten"),
)
"""What a thing is held against."""

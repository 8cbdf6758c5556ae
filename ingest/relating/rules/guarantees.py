"""What a thing guarantees for what it hands on: how often it arrives ("at least once"), and in which order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.quantities.words import quantity_words
from graph.vocabulary import Kind, RelationType
from ingest.relating.ends import edge, free, known, labelled
from ingest.relating.gates import rule
from ingest.relating.plain_words import GENERAL
from ingest.relating.sentence import NEGATION_REACH, Sentence
from ingest.terms import word_list
from ingest.values import Clause, EdgeDraft, End, Mention

HOW_OFTEN = "how often it arrives"
ORDER = "order that is kept"
_ONCE = re.compile(r"\b(?:exactly|at[ -]least|at[ -]most)[ -]once\b", re.IGNORECASE)
_KEPT = r"(?:kept|guaranteed|preserved|maintained|respected|strict)"
_ORDER = re.compile(
    rf"\b(?:(?:keeps?|guarantees?|preserves?|maintains?)\s+(?:the\s+|message\s+|strict\s+)*order(?:ing)?"
    r"|(?<!sort )order(?:ing)?\s+(?:(?:is|holds)\s+)?(?:(?:only|strictly|always)\s+)?"
    rf"(?:{_KEPT}\b|(?=(?:inside|within|per)\b))"
    r"|(?<=,\s)in order(?=\s*(?:$|[,;.]))|(?:^|(?<=,\s))(?:strictly )?ordered(?=\s*(?:$|[,;.])))",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\s*(?:only\s+)?(?:inside|within|per|in)\s+(?:of\s+)?(?:the\s+|an?\s+|one\s+|each\s+|every\s+|its\s+|same\s+|single\s+)*"
    r"(?P<what>[\w-]+(?: (?:group|set|key)s?)?)",
    re.IGNORECASE,
)
_ORDERING = "ordering"
_PART = re.compile(r"[,;.:(]\s")
_GIVEN = re.compile(r"\b(?:if|when|whenever|unless|must|should|need|needs|want|wants)\b", re.IGNORECASE)


def _how_often(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "registered mail exactly once, letters at most once": how often each is handed over."""
    clause = sentence.clause
    for match in _ONCE.finditer(clause.text):
        if _is_said(sentence, match):
            named = next((m for m in clause.mentions if m.start <= match.start() < m.end), None)
            target = known(named) if named is not None else free(match[0], RelationType.HAS_FEATURE)
            about = _bearer(clause, match.start())
            if about.key == clause.subject and "once" in about.key:
                about = End(key=clause.parent_subject or clause.owner)  # "at least once = the postman rings again"
            if about.key is not None:
                yield edge(about, RelationType.HAS_FEATURE, target, HOW_OFTEN)


def _order(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "order is kept per sack": what keeps the order is the sack."""
    clause = sentence.clause
    for match in _ORDER.finditer(clause.text):
        if _is_said(sentence, match):
            within = _WITHIN.match(clause.text, match.end())
            about = _within(clause, within) if within is not None else None
            ordering = free(_ORDERING, RelationType.HAS_FEATURE)
            yield edge(about or _bearer(clause, match.start()), RelationType.HAS_FEATURE, ordering, ORDER)


def _within(clause: Clause, match: re.Match[str]) -> End | None:
    """What the order is kept inside of: a known part, or a noun for one."""
    start, end = match.span("what")
    named = next((m for m in clause.mentions if m.start <= start < m.end or start <= m.start < end), None)
    if named is not None:
        return known(named) if _can_guarantee(clause, named) else None
    words = match["what"].lower().split()
    is_place = words[-1] in GENERAL or words[-1] in quantity_words().units.table  # "within a day"
    return None if is_place else free(match["what"], RelationType.HAS_FEATURE)


def _is_said(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether nothing before the words denies or wishes for them: "order is not kept", "if it has to be in order"."""
    index = sentence.index_at(match.start())
    before = {word.lower for word in sentence.words[max(0, index - NEGATION_REACH) : index]}
    part = _part(sentence.clause.text, match.start())
    return sentence.lexicon.negations.isdisjoint(before) and not _GIVEN.search(sentence.clause.text, part, match.end())


def _part(text: str, place: int) -> int:
    """Where the part of the sentence begins that holds a place."""
    return max((sign.end() for sign in _PART.finditer(text, 0, place)), default=0)


def _bearer(clause: Clause, place: int) -> End:
    """Who guarantees it: the last product or part named before in the same part, or what the clause is about."""
    part = max(_part(clause.text, place), clause.body_start)
    before = [m for m in clause.mentions if part <= m.start and m.end <= place and _can_guarantee(clause, m)]
    return known(before[-1]) if before else labelled(clause)


def _can_guarantee(clause: Clause, mention: Mention) -> bool:
    """Whether a mention names a product or a part, and not what is handed on ("each message")."""
    words = clause.text[mention.start : mention.end].lower()
    is_handed_on = not word_list("records").isdisjoint((words, f"{words}s"))
    return mention.kind in (Kind.SERVICE, Kind.FEATURE) and not is_handed_on


GUARANTEES = (
    rule(_how_often, "once"),
    rule(_order, "order ordering ordered"),
)
"""How often things arrive, and in which order."""

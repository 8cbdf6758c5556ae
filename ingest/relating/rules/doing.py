"""Who does a part of a thing's work, and on what: "can have a tug turn the ship", "counts what is coming in from X"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.vocabulary import PRODUCTS, Kind, RelationType
from ingest.relating.ends import edge, known, labelled, objects
from ingest.relating.gates import rule
from ingest.relating.phrases import free_end
from ingest.relating.sentence import Sentence
from ingest.terms import is_verb
from ingest.values import EdgeDraft, Mention

IS_HOW = "is how they do it"
_HAS_DONE = re.compile(
    r"(?:(?:you|u|we|it|which)\s+)?(?:(?:can|could|may|might|just|also|then|to)\s+)*(?:have|has|let|lets)\s+"
    r"(?:an?|the|your|some|its|our)\s+(?=[\w`])",
    re.IGNORECASE,
)
_DEED = re.compile(
    r"[`*]*(?:\s+(?:functions?|jobs?|workers?|scripts?|tasks?|agents?))?\s+(?P<verb>[a-z]+)"
    r"\s+(?:(?P<object>(?:the|an?|your|its|all|each|every|it|them|this|that|some)\b)|(?=[a-z]+s\b))"
)
_COMING = re.compile(
    r"\b(?P<what>[\w-]+)\s+(?:(?:is|are|that is|that are)\s+)?(?:coming|arriving|streaming|flowing|pouring)\s+"
    r"(?:in\s+)?(?:straight\s+)?(?:from|out of|off)\s+(?:the\s+|your\s+|an?\s+)?(?=[\w`])",
    re.IGNORECASE,
)
_IS_HOW = re.compile(
    r"[`*]*\s+is\s+(?:basically\s+|just\s+)?how\s+(?P<who>[^.;:]{2,80}?)\s+"
    r"(?:plugs?|talks?|hooks?|logs?|authenticates?|connects?|finds?|gets?|works?|speaks?|reach(?:es)?|does|do|knows?|keeps?)\b"
)
_PEOPLE = frozenset(
    ["people", "folks", "users", "those", "devs", "developers", "anyone", "everyone", "you", "we", "if", "when", "i"]
) | {"teams", "engineers", "guys", "if", "someone", "somebody", "is", "are", "was", "were"}


def _has_done(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "you can have a tug turn the ship": what the thing at hand leaves a part of its work to."""
    clause = sentence.clause
    match = _HAS_DONE.match(clause.text, clause.body_start)
    about = labelled(clause)
    if match is None or about.kind is Kind.CONCEPT:
        return
    doer = next((m for m in clause.mentions if m.start == match.end()), None)
    if doer is None or not _does(sentence, doer) or doer.key in (about.key, clause.owner):
        return
    yield edge(about, RelationType.USES, known(doer), "has it done")


def _is_how(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "the horn is how tugs and barges talk": they use it."""
    clause = sentence.clause
    for named in clause.mentions:
        match = _IS_HOW.match(clause.text, named.end)
        if match is None:
            continue
        start, end = match.span("who")
        users = (m for m in clause.mentions if start <= m.start and m.end <= end and m.kind in PRODUCTS)
        yield from (edge(known(user), RelationType.USES, known(named), IS_HOW) for user in users)


DOES_IT = re.compile(
    r"[`*]*(?:\s+(?:functions?|jobs?|workers?|scripts?|tasks?|agents?))?\s+(?:does|do|doing)\s+"
    r"(?:it|this|that|the (?:work|job|rest|heavy lifting))\b"
    r"(?!\s+(?:better|faster|cheaper|nicer|too|as well|itself|on|by))"
)
"""Behind a name it tells that this does what was said before."""
_LONGEST_OPENING = len(", and the **")
_OPENS_PART = re.compile(r"[(,;:]\s*(?:and\s+)?(?:the\s+|an?\s+)?[`*]*$", re.IGNORECASE)


def _does_it(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "turns round (the tug does it)", "out of the lock, a tug does the work": who does what was said."""
    clause = sentence.clause
    about = labelled(clause)
    for doer in clause.mentions:
        does = DOES_IT.match(clause.text, doer.end) if doer.kind is Kind.SERVICE else None
        if does is None or doer.key in (about.key, clause.owner) or about.kind is Kind.CONCEPT:
            continue
        opens = _OPENS_PART.search(clause.text, max(clause.body_start, doer.start - _LONGEST_OPENING), doer.start)
        if opens is not None and not sentence.denies(doer):
            yield edge(about, RelationType.USES, known(doer), "does what was said")


def _does(sentence: Sentence, doer: Mention) -> bool:
    """Whether a verb in its base form stands behind a name, and what is done something to."""
    deed = _DEED.match(sentence.clause.text, doer.end)
    if doer.kind not in PRODUCTS or deed is None or deed["verb"].endswith("s"):
        return False
    small = sentence.lexicon.no_nouns | sentence.lexicon.auxiliaries
    return is_verb(deed["verb"]) or (deed["object"] is not None and deed["verb"] not in small)


def _coming(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "counts what is coming in from the lock": where that comes from which the thing at hand deals with."""
    clause = sentence.clause
    match = _COMING.search(clause.text, clause.body_start)
    about = labelled(clause)
    if match is None or about.kind is Kind.CONCEPT or match["what"].lower() in _PEOPLE:
        return
    if sentence.has(sentence.lexicon.negations):
        return
    end = free_end(clause.text, match.end(), len(clause.text))
    for source in objects(clause, match.end(), end, RelationType.READS_FROM)[0]:
        if source.kind in PRODUCTS and source.key not in (None, about.key, clause.owner):
            yield edge(about, RelationType.READS_FROM, source, "what comes in from there")


DOING = (
    rule(_is_how, "how"),
    rule(_does_it, "does do doing", "it this that the"),
    rule(_has_done, "have has let lets", "a an the your some its our"),
    rule(_coming, "coming arriving streaming flowing pouring", "from of off"),
)
"""Who does a part of a thing's work, and on what."""

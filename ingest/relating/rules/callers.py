"""What those who stand outside a thing do with it: "crews pull", "the probe sends readings" below a hub.

Who reads or sends without a word of where from or where to does it with what the line is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.vocabulary import PRODUCTS, Kind, RelationType
from ingest.relating.actors import actors_before
from ingest.relating.ends import edge, ends_of, free, known, labelled, subject
from ingest.relating.gates import Rule, rule
from ingest.relating.phrases import free_end
from ingest.relating.sentence import Sentence
from ingest.terms import word_list
from ingest.values import Clause, EdgeDraft, End, Mention

_SENDS = re.compile(
    r"\b(?:sends?|ships?|publish(?:es)?|emits?|pushe?s?|uploads?)\s+(?:the |its |all |an? )?(?!to\b|in\b|into\b|via\b)"
    r"[a-z]+(?: [a-z]+)?\s*(?:$|[,;.])",
    re.IGNORECASE,
)
_SENDING = frozenset(
    ["send", "sends", "ship", "ships", "publish", "publishes", "emit", "emits", "push", "pushs", "pushes", "upload"]
) | {"uploads"}
_MAY = r"(?:(?:can|could|must|may|should|will|have to|has to|need to|needs to|then|just|only|also|always|each|all)\s+)*"
_DATA = (
    r"(?:it|them|em|(?:the |its |their |same |each |every |new |all |old )*"
    r"(?:messages?|msgs?|records?|events?|items?|entries|data|tasks?|jobs?|stream|queue|copy))"
)
_STOPS = (
    r"\s*(?:$|[,;.)(]|(?:again|themselves|themselfs|itself|when|at|in order|in batches|one by one|without|with|w/)\b)"
)
_WHO = re.compile(
    rf"\b(?P<who>{{}})\s+{_MAY}(?P<verb>{{}})(?:\s+{_DATA})?(?={_STOPS})".format(
        "|".join(sorted(word_list("callers"))),
        "polls?|pulls?|reads?|fetch(?:es)?|consumes?|picks? up|receives?|gets?",
    ),
    re.IGNORECASE,
)

_PERFORMS = re.compile(
    r"\b(?:performs?|issues?|executes?|makes?|runs?|fires?|sends?)\s+(?:an?|the|one)\s+(?:[a-z-]+\s+){0,3}?(?=[`A-Z])[`*]*"
)
_AGAINST = re.compile(
    r"[`*]*\s+(?:call|operation|request|query|command|statement)?\s*(?:against|on|to|at|from)\s+(?:the |your )?"
)
_CHANGES = re.compile(r"(?:put|write|update|delete|insert|post|patch|set|add|create|remove|drop|send)", re.IGNORECASE)
"""Calls that change what they are made against; by others it is read."""

_LOGS_IN = re.compile(
    r"\b(?:(?:sign|log)(?:s|ged|ning|ging)?[ -]?(?:in|on|up)|log-?ins?|authenticat(?:e|es|ed|ing))\b[^.;:]{0,40}?"
    r"\b(?:with|using|via|through)\s+(?=\w)",
    re.IGNORECASE,
)
_ENTERED = re.compile(r"\b(?:in|on|to|into) (?:the |an? |your )?$", re.IGNORECASE)
_CLASS = re.compile(r"[a-z][^,.;:()]{2,50}?\s(?:like|such as|e\.g\.)\s+(?=[\w`])")
_THINGS = (Kind.SERVICE, Kind.TECHNOLOGY, Kind.FEATURE)
MAX_NAME_WORDS = 2


def _reads(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "crews pull": they read from what the line is about."""
    clause = sentence.clause
    for match in _WHO.finditer(clause.text):
        start, end = match.span("who")
        mention = next((m for m in clause.mentions if m.start <= start and end <= m.end), None)
        who = known(mention) if mention is not None else free(match["who"].lower(), RelationType.HAS_FEATURE)
        whole = _whole(clause, mention)
        before = sentence.words[max(0, sentence.index_at(start) - 2) : sentence.index_at(match.end())]
        denied = not sentence.lexicon.negations.isdisjoint(word.lower for word in before)
        if whole.key != who.key and whole.kind is not Kind.CONCEPT and not denied:
            yield edge(who, RelationType.READS_FROM, whole, "reads what it has")


def _sends(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "the probe sends readings" below a hub: they go there."""
    clause = sentence.clause
    for match in _SENDS.finditer(clause.text, clause.body_start):
        found = actors_before(sentence, sentence.index_at(match.start()), sentence.body)
        ends = found.ends if found is not None else ()
        is_above = any(end.key == clause.subject for end in ends) and clause.parent_subject is not None
        for end in ends:
            if is_above:
                yield edge(end, RelationType.SENDS_TO, End(key=clause.parent_subject), "sends what it has")
            elif end.key != clause.subject and clause.subject_kind is Kind.SERVICE:
                yield edge(end, RelationType.SENDS_TO, subject(clause.subject, clause), "sends what it has")


def _performs(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "the pilot issues a GetDepth call against the harbour": what is called, and what is read or changed by it."""
    clause = sentence.clause
    match = _PERFORMS.search(clause.text, clause.body_start)
    called = next((m for m in clause.mentions if match and m.start == match.end()), None)
    against = _AGAINST.match(clause.text, called.end) if called is not None else None
    other = next((m for m in clause.mentions if against and m.start == against.end()), None)
    if match is None or called is None or other is None or other.kind is Kind.CONCEPT:
        return
    last = clause.text[called.start : called.end].lower().rpartition(" ")[2]
    if {last, f"{last}s"} & word_list("runners"):
        return  # "runs a Dover crew on X" calls nothing
    found = actors_before(sentence, sentence.index_at(match.start()), sentence.body)
    doers = [end for end in found.ends if end.key] if found is not None else []
    relation = RelationType.SENDS_TO if _CHANGES.match(clause.text, called.start) else RelationType.READS_FROM
    for doer in doers or [labelled(clause)]:
        if doer.key not in (other.key, called.key):
            yield edge(doer, RelationType.USES, known(called), "performs a call")
            yield edge(doer, relation, known(other), "performs a call")


def _whole(clause: Clause, who: Mention | None) -> End:
    """What they do it with: what the line is about, or what is above where that is one of them or beside them."""
    about = labelled(clause)
    beside = who is not None and (who.key == about.key or who.owner == clause.parent_subject)
    if beside and clause.subject_span is not None and clause.parent_subject:
        return End(key=clause.parent_subject, kind=clause.parent_kind or Kind.SERVICE)
    return about


def _logs_in(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "crews log in with X, Y or Z": by whom the thing that they enter lets itself be told who they are."""
    clause = sentence.clause
    match = _LOGS_IN.search(clause.text, clause.body_start)
    if match is None or clause.hypothetical or sentence.has(sentence.lexicon.negations):
        return
    of_class = _CLASS.match(clause.text, match.end())
    start = of_class.end() if of_class else match.end()
    found = list(ends_of(clause, start, free_end(clause.text, start, len(clause.text)), RelationType.SUPPORTS))
    if not any(end.key and end.kind in PRODUCTS for end in found):
        return
    entered = (m for m in clause.mentions if match.start() < m.start < match.end() and m.kind in _THINGS)
    into = next((m for m in entered if _ENTERED.search(clause.text[match.start() : m.start])), None)
    about = known(into) if into is not None else subject(clause.subject, clause)
    if about.kind is Kind.CONCEPT and clause.parent_subject and clause.parent_kind in _THINGS:
        about = End(key=clause.parent_subject, kind=clause.parent_kind)
    for end in found if about.kind is not Kind.CONCEPT else ():
        if end.key != about.key and len((end.text or "").split()) <= MAX_NAME_WORDS:
            yield edge(
                about,
                RelationType.SUPPORTS,
                end._replace(kind=end.kind if end.key else Kind.TECHNOLOGY),
                "logs in with it",
            )


CALLERS = (
    rule(
        _logs_in,
        "sign signs signed signing log logs logged logging login logins log-in authenticate authenticates "
        "authenticated authenticating",
    ),
    rule(_performs, "performs perform issues issue executes execute makes make runs run fires fire sends send"),
    Rule(_reads, word_list("callers")),
    Rule(_sends, _SENDING),
)
"""Who sends to a thing, or reads from it."""

"""What starts what, told by when it happens: "rings once the Mill is done", "at noon the Mill runs", "has it ring"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.text import tail
from graph.vocabulary import Kind, RelationType
from ingest.relating.actors import actors_before
from ingest.relating.ends import edge, known, labelled, subject
from ingest.relating.gates import Rule, rule
from ingest.relating.sentence import NAME, Sentence
from ingest.terms import is_verb, word_list
from ingest.values import Clause, EdgeDraft, End, Mention

_TRIGGERS = RelationType.TRIGGERS
_DOERS = (Kind.SERVICE, Kind.FEATURE)
_REACH = 5
_CALLED = (
    r"(?:called|started|invoked|triggered|run|launched|woken(?: up)?|kicked off|executed|fired(?: off| up)?|activated)"
)
_STARTS = (
    r"(?:starts?(?: up)?|begins?|runs?|fires?(?: up)?|executes?|wakes? up|kicks? in|springs? (?:in)?to (?:action|life)"
    rf"|comes? (?:alive|to life)|reacts|gets? (?:going|started|{_CALLED})|(?:is|are|can be|will be) {_CALLED})"
)
_WHEN = re.compile(
    rf"\b{_STARTS}\s+(?:only |always )?"
    r"(?:as soon as|when(?:ever)?|once|each time|every time|the moment)\s+(?P<when>[^,;.()]+)",
    re.IGNORECASE,
)
_WHENS = frozenset({"when", "whenever", "once", "time", "moment", "soon"})
_THEN = re.compile(
    rf"[`*]*\s+(?:then )?(?:{_STARTS}|takes? over|steps? in|jumps? in|goes? off)(?=\s*(?:$|[,;.(]))", re.IGNORECASE
)
_EVENT = re.compile(
    r"(?:(?P<at>on|upon|after|at|when|whenever)\s+)?(?:(?:a|an|the|any|every|each|new)\s+)*"
    r"[a-z][\w-]*(?:\s[a-z][\w-]*){0,3}(?P<sign>\s*(?:=|->|=>|→|\?|,|:)\s*|\s+)(?:then )?(?:the )?[`*]*",
    re.IGNORECASE,
)
_HAPPENS = re.compile(
    r"\b(?:events?|push(?:es)?|merges?|commits?|uploads?|changes?|alarms?|alerts?|clicks?|schedules?|failures?|requests?"
    r"|noon|night|midnight|\d[\d:]*)\W*(?:the )?$",
    re.IGNORECASE,
)
_MAKES = re.compile(
    r"\b(?P<verb>makes?|has|have|causes?|prompts?|gets?|tells?|orders?|lets?)\s+(?:the |an? )?[`*]*$", re.IGNORECASE
)
_MAKING = frozenset(["make", "makes", "has", "have", "cause", "causes", "prompt", "prompts", "get", "gets", "lets"]) | {
    *("tell", "tells", "order", "orders", "let")
}
_DOES = re.compile(r"[`*]*\s+(?P<to>to\s+)?(?P<verb>[a-z]+)\b")
_STATES = re.compile(
    r"[`*]*\s+(?:is|are|was|were)\s+(?!done|finished|changed|updated|pushed|called|saved|written|triggered)",
    re.IGNORECASE,
)
"""Behind a name in a when-part it tells how that has to be, and no event of it."""


def _when(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "rings as soon as the Mill is done": the product in the when-part starts what the clause is about."""
    clause = sentence.clause
    for match in _WHEN.finditer(clause.text, clause.body_start):
        start, end = match.span("when")
        cause = next((m for m in clause.mentions if start <= m.start < end and m.kind is Kind.SERVICE), None)
        started = _before(sentence, match.start())
        if cause is None or _STATES.match(clause.text, cause.end) or _is_denied(sentence, match.start(), end):
            continue
        for target in started:
            if target.key != cause.key:
                yield edge(known(cause), _TRIGGERS, target, "starts when that does")


def _before(sentence: Sentence, place: int) -> list[End]:
    """What does something: the names before its verb, else what the clause is about."""
    found = actors_before(sentence, sentence.index_at(place), sentence.body)
    named = [end for end in found.ends if end.key is not None] if found is not None else []
    return named or [labelled(sentence.clause)]


def _is_denied(sentence: Sentence, start: int, end: int) -> bool:
    words = sentence.words[max(0, sentence.index_at(start) - _REACH) : sentence.index_at(end)]
    return any(word.lower in sentence.lexicon.negations for word in words)


def _then(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "after a storm the Mill runs", "storm = Mill runs": an event of what the clause is about starts the product."""
    clause = sentence.clause
    for mention in clause.mentions:
        if mention.kind not in (Kind.SERVICE, Kind.FEATURE) or not _THEN.match(clause.text, mention.end):
            continue
        own = _own(clause)
        if mention.key in own or (mention.kind is Kind.FEATURE and mention.owner in own):
            continue
        event = _EVENT.fullmatch(clause.text, 0, mention.start)
        first = next(m for m in clause.mentions)
        is_told = event is not None and (event["at"] or event["sign"].strip()) and not _is_place(event, clause, mention)
        if not is_told or (first is not mention and first.kind is Kind.SERVICE) or _is_denied(sentence, 0, mention.end):
            continue
        for source in _wholes(clause, mention):
            yield edge(source, _TRIGGERS, known(mention), "starts at an event")


def _is_place(event: re.Match[str], clause: Clause, mention: Mention) -> bool:
    """Whether the words before may tell where something runs, and of no event: "on each node the Mill runs"."""
    runs = clause.text[mention.end :].split(maxsplit=1)[:1] == ["runs"]
    return runs and (event["at"] or "").lower() in ("on", "at") and not _HAPPENS.search(event[0])


def _own(clause: Clause) -> tuple[str | None, ...]:
    about = clause.subject_span is None
    return (None, clause.subject, clause.owner, clause.parent_subject) if about else (None, clause.parent_subject)


def _wholes(clause: Clause, started: Mention) -> list[End]:
    """What an event is one of: the subject, or what is above a label that names only the event."""
    if clause.subject != started.key and clause.subject_kind is Kind.SERVICE:
        return [subject(clause.subject, clause)]
    if clause.parent_subject and clause.parent_kind is Kind.SERVICE and clause.parent_subject != started.key:
        return [End(key=clause.parent_subject, kind=clause.parent_kind)]
    return []


def _makes(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "has the Mill grind", "tells the Mill to stop", "lets the Mill know": who makes a product do something."""
    clause = sentence.clause
    for mention in clause.mentions:
        making = _MAKES.search(tail(clause.text, clause.body_start, mention.start))
        does = _DOES.match(clause.text, mention.end) if making and mention.kind in _DOERS else None
        if making is None or does is None or not _is_made(making["verb"].lower(), does):
            continue
        place = mention.start - (len(making[0]))
        if _is_denied(sentence, place, mention.end):
            continue
        for source in _makers(sentence, place):
            if source.key not in (mention.key, mention.owner):
                yield edge(source, _TRIGGERS, known(mention), "makes it do something")


def _makers(sentence: Sentence, place: int) -> list[End]:
    """Who makes something happen; common nouns stand for what the clause is about."""
    found = actors_before(sentence, sentence.index_at(place), sentence.body)
    named = [end for end in found.ends if end.key is not None and end.kind is not Kind.TECHNOLOGY] if found else []
    return named or [labelled(sentence.clause)]


def _is_made(verb: str, does: re.Match[str]) -> bool:
    """Whether a deed stands behind a name: "makes it run", "tells it to run"; only what is known after "lets"."""
    deed = does["verb"]
    if verb.startswith("let"):
        return does["to"] is None and deed == "know"
    is_base = is_verb(deed) and not deed.endswith(("s", "ed", "ing")) and deed not in word_list("past") - {"run", "cut"}
    if verb.startswith("get") and not (
        does["to"] and deed in ("run", "start", "build", "work", "act", "go", "do", "fire")
    ):
        return False
    if verb.startswith(("get", "tell", "order", "cause", "prompt")):
        return does["to"] is not None and is_base
    return does["to"] is None and is_base


STARTING = (Rule(_when, _WHENS), rule(_then, NAME), Rule(_makes, _MAKING))
"""What starts what, by when it happens."""

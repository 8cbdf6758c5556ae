"""What starts what, told by what happens there: "runs whenever a crate lands in the shed", "makes the crane go"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.vocabulary import PRODUCTS, Kind, RelationType
from ingest.relating.ends import edge, known, labelled
from ingest.relating.gates import rule
from ingest.relating.sentence import Sentence
from ingest.values import Clause, EdgeDraft, Mention

_TRIGGERS = RelationType.TRIGGERS
_THE = r"(?:the |an? |its |our |your |another |some )?[`*]*"
_USED_TO = re.compile(
    r"\b(?:used|good|handy|there|way|thing|able)\s+(?:to\s+(?:start|trigger|invoke|kick off|set off|fire|launch"
    r"|wake up)"
    rf"|for\s+(?:starting|triggering|invoking|kicking off|firing|launching|waking up))\s+{_THE}",
    re.IGNORECASE,
)
_THEN_RUNS = re.compile(
    rf"(?:\bthen\s+(?:it\s+)?(?:automatically\s+|just\s+)?|(?:->|=>|→|\?)\s*|\bautomatically\s+)(?:runs?|executes?"
    rf"|starts?|fires?)\s+{_THE}",
    re.IGNORECASE,
)
_MAKES_RUN = re.compile(
    r"\b(?:makes?|lets?|gets?|has)\s+(?:the )?(?P<name>[\w`][\w`. -]{1,30}?)\s+(?:to\s+)?(?:run|start|fire|go"
    r"|kick in|wake up|build|going|running)\b"
    r"(?=\s*(?:$|[,;.)(]|(?:an?|the|every|when|if|on|at)\b))",
    re.IGNORECASE,
)
_RUNS_WHEN = re.compile(
    r"(?:^|[,;.]\s*|\b(?:it|is|are|gets?|be|and|which|that|only)\s+)(?:runs?|starts?|fires?|started|triggered"
    r"|invoked|called|executed|launched|kicked off|going|wakes? up"
    r"|kicks? in|goes off|builds?|reacts|acts|rebuilds?|reruns?|reconciles?|syncs?|redeploys?|reloads?|refreshes"
    r"|restarts?|begins?|deploys?)\s+(?:whenever|when|as soon as|once|if|each time|every time"
    r"|any time)\s+(?P<event>[^;.]{3,60})",
    re.IGNORECASE,
)
_HAPPENS = (
    r"(?:lands?|arrives?|appears?|shows? up|turns? up|changes?|changed|comes? in|gets? \w+ed|(?:is|are|was) (?:\w+ed"
    r"|put|written)|hits?|drops?|put|pushed|uploaded"
    r"|written|published|created|merged|committed|dropped|saved)"
)
_THERE = re.compile(rf"\b{_HAPPENS}\s+(?:in|into|to|on|onto|at|from)\s+{_THE}", re.IGNORECASE)
_DONE = re.compile(
    r"[`*]*\s+(?:is|are|has|have)?\s*(?:done|finished|ready|through|completed|finishes|completes|fires|publishes"
    r"|pushes|changes|succeeds|fails)\b"
    r"(?=\s*(?:$|[,;.)(]|(?:an?|its|the)\b))",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\b(?:invoked|called|started|triggered|kicked off|fired|launched"
    r"|woken up)\s+(?!by\b)(?:[\w-]+\s+){1,5}?by\s+(?:the |an? )?[`*]*",
    re.IGNORECASE,
)
_FROM_THERE = re.compile(
    r"\b(?:(?:trigger|start|invoke|launch|kick off|fire)\s+(?:it|them|this)|(?:triggered|started|invoked|kicked off"
    r"|launched|fired|called))\s+"
    rf"(?:from|out of|via|through|using)\s+{_THE}",
    re.IGNORECASE,
)
_EVENT_IN = re.compile(
    r"(?:^|[;.]\s*)(?:an?y?\s+|every\s+|each\s+|if\s+|on\s+|when\s+)?(?:new\s+)?[\w-]+(?:\s+[\w-]+)?\s+(?:in|to|on"
    r"|into|from)\s+(?P<name>[\w`][\w`. -]{1,30}?)\s*"
    r"(?:->|=>|→)\s*(?:it\s+|then\s+)?(?:runs?|starts?|fires?|triggers?|kicks? off|builds?|build|run|start|goes"
    r"|wakes? up|executes?)\b",
    re.IGNORECASE,
)


def _starts(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "used to start the crane", "full? then runs the crane", "makes the crane go": what the thing above starts."""
    clause = sentence.clause
    if clause.subject_kind is Kind.CONCEPT or sentence.has(sentence.lexicon.negations):
        return
    for shape in (_USED_TO, _THEN_RUNS):
        match = shape.search(clause.text, clause.body_start)
        started = _at(clause, match.end()) if match is not None else None
        if started is not None and _is_other(clause, started):
            yield edge(labelled(clause), _TRIGGERS, known(started), "starts what follows")
    match = _MAKES_RUN.search(clause.text, clause.body_start)
    made = _spans(clause, *match.span("name")) if match is not None else None
    if made is not None and _is_other(clause, made):
        yield edge(labelled(clause), _TRIGGERS, known(made), "makes it run")


def _is_other(clause: Clause, mention: Mention) -> bool:
    return mention.kind is Kind.SERVICE and mention.key not in (clause.subject, clause.owner, clause.parent_subject)


def _at(clause: Clause, place: int) -> Mention | None:
    return next((m for m in clause.mentions if place <= m.start <= place + 1), None)


def _spans(clause: Clause, start: int, end: int) -> Mention | None:
    """The name that a few words are, marks aside."""
    return next((m for m in clause.mentions if start <= m.start <= start + 1 and end - 1 <= m.end <= end), None)


def _started_there(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "runs whenever a crate lands in the shed", "started once the crane is done": where what starts it happens."""
    clause = sentence.clause
    about = labelled(clause)
    if about.kind is Kind.CONCEPT or sentence.has(sentence.lexicon.negations):
        return
    found: Mention | None = None
    if (when := _RUNS_WHEN.search(clause.text, clause.body_start)) is not None:
        start, end = when.span("event")
        there = _THERE.search(clause.text, start, end)
        found = _at(clause, there.end()) if there is not None else None
        done = (
            m for m in clause.mentions if start <= m.start <= start + len("the `") and _DONE.match(clause.text, m.end)
        )
        found = found or next(done, None)
    for shape in (_BY, _FROM_THERE):
        if found is None and (match := shape.search(clause.text, clause.body_start)) is not None:
            found = _at(clause, match.end())
    if found is None and (event := _EVENT_IN.match(clause.text, clause.body_start)) is not None:
        found = _spans(clause, *event.span("name"))
    if found is not None and found.kind in PRODUCTS and found.key not in (about.key, clause.owner):
        yield edge(known(found), _TRIGGERS, about, "starts by what happens there")


STARTED = (
    rule(
        _starts,
        "start starting trigger triggering invoke invoking kick kicking set fire firing launch launching wake waking "
        "run runs execute executes "
        "starts fires go goes going running build",
        "used good handy there way thing able then automatically -> => ? make makes let lets get gets has",
    ),
    rule(
        _started_there,
        "run runs start starts fire fires started triggered invoked called executed launched kicked going wake wakes "
        "kicks kick "
        "goes build builds reacts acts trigger invoke launch woken fired executes triggers rebuild rebuilds rerun "
        "reruns reconcile reconciles sync syncs redeploy redeploys reload reloads refreshes restart restarts begin "
        "begins deploy deploys",
        "when whenever soon once if time by from via through using -> =>",
    ),
)
"""What starts what, without the words for it."""

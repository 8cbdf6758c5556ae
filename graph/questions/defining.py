"""What a thing is."""

from __future__ import annotations

import re

from graph.questions import definition, finding, sentence
from graph.questions.answer import AnswerKind, Draft, quote
from graph.questions.query import Query, Subject
from graph.questions.retrieval import Line, View, retrieve

MAX_LINES = 5
ENDS_OPEN = re.compile(r" (?:in|on|by|with|from|into|upon)$")
"""What a question ends with that wants something else than what the thing is ("what is X written in")."""
OPENS = 4


def defined(view: View, query: Query) -> Draft | None:
    """What the notes say that the subject is; None without a subject that they have."""
    subjects = list(query.known)
    if not subjects or (query.words and ENDS_OPEN.search(query.text)):
        return None
    subject = query.strong[0]
    lines = [line for line in retrieve(view, query) if _is_about(view, subject, line)]
    if len(query.strong) > 1:
        lines = [line for line in lines if line.of_subject >= finding.OF_ALL]
    if query.words:
        lines = [line for line in lines if finding.is_good(query, line) and finding.holds_all(view, line)]
    if not lines:
        return None
    lines.sort(
        key=lambda line: (
            -definition.worth(view, _meant(subject, line), line),
            line.statement.document,
            line.statement.line_start,
        )
    )
    entities = view.entities(subject.ids[:1])
    told = f"{view.name(subject.ids[0])}: {sentence.quoted(finding.in_full(view, lines[0]))}"
    evidence = finding.with_following(view, lines[0], [quote(line.statement) for line in lines[:MAX_LINES]])
    return Draft(AnswerKind.DEFINITION, told, evidence, entities)


def _meant(subject: Subject, line: Line) -> str:
    """Which of the things that the subject may mean a line is about, the best known where it is about none."""
    return line.statement.about if line.statement.about in subject.ids else subject.ids[0]


def _is_about(view: View, subject: Subject, line: Line) -> bool:
    """Whether a line is about the subject, opens with it or says what it is; one that only mentions it is not."""
    if line.statement.about in subject.ids:
        return True
    named = [m for m in view.names_in(line.text) if set(m.ids) & set(subject.ids)]
    return any(
        m.start < OPENS or definition.says_what(line.text[m.end :]) or definition.names_it(line.text[: m.start])
        for m in named
    )

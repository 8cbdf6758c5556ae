"""What a thing is, and what its letters stand for."""

from __future__ import annotations

import re

from graph.questions import finding, sentence
from graph.questions.answer import AnswerKind, Draft, Quote, quote
from graph.questions.query import Query, Subject
from graph.questions.retrieval import Line, View, retrieve
from graph.questions.words import plain_words
from graph.values import Entity, Statement

MAX_LINES = 5
MAX_DOCUMENTS = 8


def defined(view: View, query: Query) -> Draft | None:
    """What the notes say that the subject is; None without a subject that they have."""
    subjects = list(query.known)
    if not subjects:
        return None
    subject = finding.strong(query)[0]
    lines = [line for line in retrieve(view, query) if _is_about(view, subject, line)]
    if query.words:
        lines = [line for line in lines if finding.is_good(query, line)]
    if not lines:
        return None
    lines.sort(
        key=lambda line: (
            -finding.definition_worth(view, subject.ids[0], line),
            line.statement.document,
            line.statement.line_start,
        )
    )
    entities = view.entities(subject.ids[:1])
    told = f"{view.name(subject.ids[0])}: {sentence.quoted(lines[0].text)}"
    evidence = finding.with_following(view, lines[0], [quote(line.statement) for line in lines[:MAX_LINES]])
    return Draft(AnswerKind.DEFINITION, told, evidence, entities)


def _is_about(view: View, subject: Subject, line: Line) -> bool:
    return line.statement.about in subject.ids or any(set(m.ids) & set(subject.ids) for m in view.names_in(line.text))


def stands_for(view: View, query: Query) -> Draft | None:
    """The long form of an abbreviation, from its aliases or a line; None where the notes do not give it."""
    subject = next((s for s in query.known if _is_short(s.text)), next(iter(query.known), None))
    if subject is None:
        return None
    short = subject.text if _is_short(subject.text) else subject.name
    for entity in view.entities(subject.ids):
        for long in (entity.name, *entity.aliases):
            if _spells(short, long) and (where := _where(view, entity, long)):
                return _spelled_out(entity, short, long, where)
    return _from_lines(view, query, short, subject)


def _spelled_out(entity: Entity, short: str, long: str, where: Quote) -> Draft:
    told = f"{short} stands for {long}."
    return Draft(AnswerKind.DEFINITION, told, [where], [entity])


def _is_short(text: str) -> bool:
    return " " not in text and 2 <= len(text) <= 7


def _spells(short: str, long: str) -> bool:
    words = list(plain_words(long))
    letters = short.lower()
    if len(words) < 2:
        return False
    initials = "".join(word[0] for word in words)
    kept = "".join(word[0] for word in words if word not in ("of", "and", "for", "the", "to", "in"))
    return letters in (initials, kept)


def _from_lines(view: View, query: Query, short: str, subject: Subject) -> Draft | None:
    """A run of words whose first letters are the abbreviation's, in a line about it."""
    for line in retrieve(view, query)[:60]:
        words = list(re.finditer(r"[^\W_]+", line.text))
        size = len(short)
        for first in range(len(words) - size + 1):
            run = words[first : first + size]
            if "".join(w[0][0].lower() for w in run) == short.lower() and all(len(w[0]) > 1 for w in run):
                long = line.text[run[0].start() : run[-1].end()]
                entities = view.entities(subject.ids[:1])
                if entities:
                    return _spelled_out(entities[0], short, long, quote(line.statement))
    return None


def _where(view: View, entity: Entity, long: str) -> Quote | None:
    """The line in which the long form stands: of a statement, else of the document (a heading)."""
    found = view.store.find_statements(long, limit=5)
    exact = [s for s in found if long.lower() in s.text.lower()]
    if exact or found:
        return quote((exact or list(found))[0])
    about = view.store.statements_about([entity.id])
    return next(filter(None, (_in_document(view, path, long) for path in _paths(about))), None)


def _paths(statements: tuple[Statement, ...]) -> list[str]:
    return list(dict.fromkeys(s.document for s in statements))[:MAX_DOCUMENTS]


def _in_document(view: View, path: str, long: str) -> Quote | None:
    document = view.store.document(path)
    if document is None:
        return None
    for number, text in enumerate(re.split(r"\r\n|\r|\n", document.text), 1):
        if long.lower() in text.lower():
            return Quote(path, number, number, text.strip().lstrip("#").strip())
    return None

"""What a thing is, and what its letters stand for."""

from __future__ import annotations

import re

from graph.questions import definition, finding, line_things, sentence
from graph.questions.answer import AnswerKind, Draft, Quote, quote
from graph.questions.query import Query, Subject
from graph.questions.retrieval import Line, View, retrieve
from graph.questions.words import plain_words
from graph.values import Entity, Statement

MAX_LINES = 5
_CAPITALS = re.compile(r"^[A-Z][A-Za-z]*[A-Z]|^[A-Z]+$")
OPENS = 4
MAX_DOCUMENTS = 8


def defined(view: View, query: Query) -> Draft | None:
    """What the notes say that the subject is; None without a subject that they have."""
    subjects = list(query.known)
    if not subjects:
        return None
    subject = line_things.strong(query)[0]
    lines = [line for line in retrieve(view, query) if _is_about(view, subject, line)]
    if len(line_things.strong(query)) > 1:
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
    return any(m.start < OPENS or definition.says_what(line.text[m.end :]) for m in named)


def stands_for(view: View, query: Query) -> Draft | None:
    """The long form of an abbreviation, from its aliases or a line; None where the notes do not give it."""
    subject = next((s for s in query.known if _is_short(s.text)), next(iter(query.known), None))
    if subject is None:
        return None
    short = subject.text if _is_short(subject.text) else subject.name
    for entity in view.entities(subject.ids):
        for long in (entity.name, *entity.aliases):
            if (_spells(short, long) or _is_alias(entity, short, long)) and (where := _where(view, entity, long)):
                return _spelled_out(entity, short, long, where)
    return _from_lines(view, query, short, subject)


def _spelled_out(entity: Entity, short: str, long: str, where: Quote) -> Draft:
    told = f"{short} stands for {long}."
    return Draft(AnswerKind.DEFINITION, told, [where], [entity])


def _is_alias(entity: Entity, short: str, long: str) -> bool:
    """Whether a name in capitals goes with a longer one that may be its long form."""
    known = {name.lower() for name in (entity.name, *entity.aliases) if _CAPITALS.search(name)}
    return short.lower() in known and (_may_spell(short, long) or _shortens(short, long))


def _is_short(text: str) -> bool:
    return " " not in text and 2 <= len(text) <= 7


def _shortens(short: str, long: str) -> bool:
    """Whether the letters of the short form stand in one long word in order, its first one first ("OTel")."""
    letters = iter(long.lower())
    return (
        long.isalpha()
        and len(long) > 2 * len(short)
        and long[0].lower() == short[0].lower()
        and all(letter in letters for letter in short.lower())
    )


def _spells(short: str, long: str) -> bool:
    words = list(plain_words(long))
    letters = short.lower()
    if len(words) < 2:
        return False
    initials = "".join(word[0] for word in words)
    kept = "".join(word[0] for word in words if word not in ("of", "and", "for", "the", "to", "in"))
    return letters in (initials, kept)


def _from_lines(view: View, query: Query, short: str, subject: Subject) -> Draft | None:
    """The long form that a line gives: in brackets beside the short one, or a run of words with its first letters."""
    entities = view.entities(subject.ids[:1])
    for line in retrieve(view, query)[:60] if entities else ():
        long = _beside_brackets(line.text, short) or _run_of_initials(line.text, short)
        if long is not None:
            return _spelled_out(entities[0], short, long, quote(line.statement))
    return None


def _run_of_initials(text: str, short: str) -> str | None:
    words = list(re.finditer(r"[^\W_]+", text))
    size = len(short)
    for first in range(len(words) - size + 1):
        run = words[first : first + size]
        if "".join(w[0][0].lower() for w in run) == short.lower() and all(len(w[0]) > 1 for w in run):
            return text[run[0].start() : run[-1].end()]
    return None


def _beside_brackets(text: str, short: str) -> str | None:
    """The long form in "SHORT (long form)" or "long form (SHORT)", where it begins like the short one."""
    behind = re.search(rf"\b{re.escape(short)}s?\s*\(([^()]+)\)", text, re.IGNORECASE)
    if behind and _may_spell(short, behind[1]):
        return behind[1].strip()
    before = re.search(rf"([^()]+)\(\s*{re.escape(short)}s?\s*\)", text, re.IGNORECASE)
    if before is None:
        return None
    words = before[1].split()
    runs = (" ".join(words[-count:]) for count in range(2, len(short) + 1) if count <= len(words))
    return next((run for run in runs if _may_spell(short, run)), None)


def _may_spell(short: str, long: str) -> bool:
    """Whether all letters of the short form but one stand in the long one, in order, with each word's first among them.

    >>> _may_spell("OLTP", "online Transaction processing"), _may_spell("DAX", "DynamoDB Accelerator")
    (True, True)
    """
    words, letters = plain_words(long), short.lower()
    if len(words) < 2 or words[0][0] != letters[:1]:
        return False
    at, met = 0, 0
    text = "".join(words)
    for letter in letters:
        place = text.find(letter, at)
        if place >= 0:
            at, met = place + 1, met + 1
    return met >= len(letters) - 1 and all(word[0] in letters for word in words)


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

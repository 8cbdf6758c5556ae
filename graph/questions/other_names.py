"""What else a thing is called, was called before, and what its name means."""

from __future__ import annotations

import re

from graph.questions import finding, sentence
from graph.questions.answer import AnswerKind, Draft, quote
from graph.questions.matching import are_near
from graph.questions.names import squeeze
from graph.questions.query import Query
from graph.questions.retrieval import Line, View, retrieve
from graph.values import Entity

MAX_LINES = 5
BESIDE = 12
_ASKS_ORIGIN = re.compile(r"\b(?:comes? from|origins?|why)\b")
_ASKS_MEANING = re.compile(r"\b(?:word|name|term)\b.+\bmeans?\b|\bmeaning of the (?:word|name|term)\b", re.IGNORECASE)
_ASKS_FORMER = re.compile(
    r"\b(?:former(?:ly)?|old|previous(?:ly)?|earlier|original(?:ly)?|first|once|used to|new|now|today|current(?:ly)?|"
    r"before|past|beginning|nowadays|these days|renamed)\b"
)
_ORIGIN = re.compile(
    r"\b(?:the |its )?(?:name|word|term)\b.*\b(?:means?|meaning|from|after|for|stands|is|because)\b|"
    r"\b(?:named|called) (?:so )?(?:after|because|for)\b|\b(?:Greek|Latin|German|French|Japanese|Swahili|Spanish) for\b"
)
_FORMER = re.compile(
    r"\b(?:formerly|(?:was|were|is|are|previously|originally|earlier|once|now)(?: \w+)? (?:called|known as|named)|"
    r"used to be|(?:old|former|previous|original|new) name|renamed|rebranded)\b|\bex[- ][\"“'A-Z]",
    re.IGNORECASE,
)
_ALSO = re.compile(r"\b(?:aka|a\.k\.a\.?|(?:also |often )?(?:called|known as)|other name|synonyms?)\b", re.IGNORECASE)


def otherwise_called(view: View, query: Query) -> Draft | None:
    """The line that has the other name of the subject, or what its own means; None where none does."""
    if not query.known:
        return None
    lowered = query.text.lower()
    if _ASKS_ORIGIN.search(lowered):
        return _told(view, query, _ORIGIN)
    if _ASKS_FORMER.search(lowered):
        return _told(view, query, _FORMER)
    return _told(view, query, _ALSO) or _aliases(view, query)


def meaning(view: View, query: Query) -> Draft | None:
    """The line that says what the name itself means, where a question is after the word ("what does the word X mean");
    None where none does, or the thing is asked about."""
    return _told(view, query, _ORIGIN) if query.known and _ASKS_MEANING.search(query.question) else None


def _told(view: View, query: Query, says: re.Pattern[str]) -> Draft | None:
    """The lines about the subject that tell of its name; the thing that they name there is the answer."""
    own = [line for line in retrieve(view, query) if line.of_subject >= finding.OF_ALL and says.search(line.text)]
    lines = [line for line in own if not finding.is_open(line.text)]
    if not lines:
        return None
    evidence = [quote(line.statement) for line in lines[:MAX_LINES]]
    named = _named_there(view, query, lines[0], says)
    words = sentence.quoted(lines[0].text)
    if named is not None:
        return Draft(AnswerKind.ENTITIES, f"{named.name}, as the notes say: {words}", evidence, [named])
    subject = query.strong[0]
    told = f"{view.name(subject.ids[0])}: {words}"
    return Draft(AnswerKind.DEFINITION, told, evidence, view.entities(subject.ids[:1]))


def _named_there(view: View, query: Query, line: Line, says: re.Pattern[str]) -> Entity | None:
    """The thing that a line names right behind its words for a name, where the question does not have it."""
    match = says.search(line.text)
    behind = next((m for m in view.names_in(line.text) if match and m.start >= match.end()), None)
    if match is None or behind is None or behind.start - match.end() > BESIDE:
        return None
    entity = view.best(behind.ids)
    return entity if entity is not None and entity.id not in query.strong_ids else None


def _aliases(view: View, query: Query) -> Draft | None:
    """The other names that the notes have for the subject, without misspelt ones."""
    subject = query.strong[0]
    entity = next(iter(view.entities(subject.ids[:1])), None)
    others = [name for name in (entity.name, *entity.aliases) if _is_other(subject.text, name)] if entity else []
    for name in others:
        found = [s for s in view.store.find_statements(name, limit=MAX_LINES) if name.lower() in s.text.lower()]
        if entity is not None and found:
            told = f"{subject.text} is also called {name}: {sentence.quoted(found[0].text)}"
            return Draft(AnswerKind.DEFINITION, told, [quote(s) for s in found], [entity])
    return None


def _is_other(asked: str, name: str) -> bool:
    return squeeze(asked) != squeeze(name) and not are_near(asked.lower(), name.lower())

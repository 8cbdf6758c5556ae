"""A word that several things of the notes go by: answered for each of them, and said to be several."""

from __future__ import annotations

from graph.questions import definition, sentence
from graph.questions.answer import AnswerKind, Draft, quote
from graph.questions.names import squeeze
from graph.questions.query import Query
from graph.questions.retrieval import Line, View
from graph.values import Entity
from graph.vocabulary import Kind

MAX_MEANT = 4
MAX_FOUND = 12
MAX_NAME_WORDS = 3
MAX_OWN_LINES = 40
_PARTS = (Kind.FEATURE, Kind.CONCEPT)


def meant(view: View, query: Query) -> Draft | None:
    """What each of the things is that a single word may mean; None where it means one thing, or nothing."""
    word = _word(query)
    found = _candidates(view, word) if word else []
    told: list[tuple[Entity, Line]] = []
    for entity in found:
        lines = [Line(s, entity) for s in view.store.statements_about([entity.id], limit=MAX_OWN_LINES)]
        if lines:
            told.append((entity, max(lines, key=lambda line: definition.worth(view, entity.id, line))))
    if len(told) < min(2, len(found)) or not told:
        return None
    said = "; ".join(f"{_called(view, entity)}: {sentence.quoted(line.text)}" for entity, line in told)
    return Draft(
        AnswerKind.DEFINITION,
        f"“{word}” may mean {len(told)} things. {said}" if len(told) > 1 else said,
        [quote(line.statement) for _, line in told],
        [entity for entity, _ in told],
        suggestions=[f"what is {_called(view, entity)}" for entity, _ in told] if len(told) > 1 else [],
    )


def _word(query: Query) -> str | None:
    """The one word that a definition is asked of."""
    if len(query.subjects) == 1 and " " not in query.subjects[0].text and not query.words:
        return query.subjects[0].text
    weak = [subject.text.lower() for subject in query.subjects if subject.weak]
    if len(query.words) == 1 and weak in ([], [query.words[0]]) and len(weak) == len(query.subjects):
        return query.words[0]
    return None


def _candidates(view: View, word: str) -> list[Entity]:
    """Parts whose name is just this word, or begins with it; none where just one thing has it for a name."""
    exact = [e for e in view.entities(view.book.ids.get(squeeze(word), ())) if e.kind is not Kind.LIMIT]
    if exact and (len(exact) < 2 or any(e.kind not in _PARTS for e in exact)):
        return []
    begun = [e for e in view.store.find_entities(word, limit=MAX_FOUND) if e.kind in _PARTS]
    names = [(e, e.name.split()) for e in begun]
    longer = [e for e, words in names if len(words) <= MAX_NAME_WORDS and squeeze(words[0]) == squeeze(word)]
    return list(dict.fromkeys([*exact, *longer]))[:MAX_MEANT]


def _called(view: View, entity: Entity) -> str:
    owner = next((o.name for o in view.entities(view.owners([entity.id])[entity.id]) if o.kind is Kind.SERVICE), None)
    return f"{owner} {entity.name}" if owner and owner.lower() not in entity.name.lower() else entity.name

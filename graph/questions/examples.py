"""Questions that a graph answers, to begin with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.comparison.suggested import suggested_pairs
from graph.questions.answer import AnswerKind
from graph.questions.ask import ask
from graph.questions.names import name_book
from graph.questions.query import Intent, Query, Subject
from graph.questions.retrieval import View
from graph.questions.suggesting import suggestions
from graph.store import GraphStore
from graph.values import Entity
from graph.vocabulary import Bound, Direction, RelationType

MAX_EXAMPLES = 6


def example_questions(store: GraphStore, ids: Sequence[str], *, limit: int = MAX_EXAMPLES) -> tuple[str, ...]:
    """At most `limit` questions on these entities that the notes answer, as different from one another as they can be.

    Each was asked, and is left out where the answer was that the notes do not say.
    """
    known = {entity.id: entity for entity in store.entities(ids)}
    entities = [known[i] for i in dict.fromkeys(ids) if i in known]
    answered = (
        question for question in _candidates(store, entities) if ask(store, question).kind is not AnswerKind.UNKNOWN
    )
    found: list[str] = []
    for question in answered:
        found.append(question)
        if len(found) == limit:
            break
    return tuple(found)


def _candidates(store: GraphStore, entities: Sequence[Entity]) -> Iterator[str]:
    """A comparison, a figure, then one question of another wording on each entity."""
    ids = [entity.id for entity in entities]
    for one, other in suggested_pairs(store, ids, limit=1):
        yield f"{one.name} vs {other.name}"
    yield from _figures(store, entities)
    view, seen = View(store, book := name_book(store), book.lexicon), set()
    for entity in entities:
        for question in suggestions(view, _about(entity)):
            wording = question.replace(entity.name, "")
            if wording not in seen:
                seen.add(wording)
                yield question
                break


def _figures(store: GraphStore, entities: Sequence[Entity]) -> Iterator[str]:
    """One question after a figure: a bound that people look up, a maximum before a default."""
    relations = store.relations([e.id for e in entities], types=[RelationType.HAS_LIMIT], direction=Direction.OUT)
    limits = {entity.id: entity.limit for entity in store.entities({relation.target for relation in relations})}
    names = {entity.id: entity.name for entity in entities}
    for bound in (Bound.MAX, Bound.DEFAULT, Bound.MIN):
        for relation in relations:
            limit = limits.get(relation.target)
            if limit is not None and limit.bound is bound:
                yield f"{bound} {limit.quantity} of {names[relation.source]}"
                return


def _about(entity: Entity) -> Query:
    subject = Subject(entity.name, entity.name, (entity.id,), 0, len(entity.name))
    return Query(entity.name, entity.name, Intent.SEARCH, (subject,))

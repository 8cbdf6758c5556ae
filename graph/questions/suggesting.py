"""What is said where the notes do not say: what they lack, and questions that they do answer."""

from __future__ import annotations

from itertools import islice

from graph.questions.query import Intent, Query
from graph.questions.retrieval import View
from graph.values import Entity
from graph.vocabulary import Direction, Kind, RelationType

MAX_SUGGESTIONS = 3

_ASKED: dict[tuple[RelationType, Direction], str] = {
    (RelationType.TRIGGERS, Direction.IN): "what triggers {}",
    (RelationType.TRIGGERS, Direction.OUT): "what does {} trigger",
    (RelationType.SENDS_TO, Direction.OUT): "what does {} send to",
    (RelationType.STORES_IN, Direction.OUT): "where does {} store its data",
    (RelationType.USES, Direction.OUT): "what does {} use",
    (RelationType.USES, Direction.IN): "what uses {}",
    (RelationType.SUPPORTS, Direction.OUT): "what does {} support",
    (RelationType.REQUIRES, Direction.OUT): "what does {} require",
    (RelationType.SUITED_TO, Direction.OUT): "what is {} good for",
    (RelationType.HAS_FEATURE, Direction.OUT): "features of {}",
    (RelationType.INTEGRATES_WITH, Direction.OUT): "what does {} integrate with",
}


def lacking(view: View, query: Query) -> str:
    """What the notes do not say, in a sentence."""
    missing = [s.name for s in query.missing if not s.weak]
    if missing:
        return f"The notes do not say: they have nothing on {' or '.join(missing)}."
    subjects = [view.name(s.ids[0]) for s in query.strong]
    words = " ".join(query.words)
    if subjects and words:
        return f"The notes do not say: they have {' and '.join(subjects)}, but nothing on “{words}” there."
    if subjects:
        return f"The notes have {' and '.join(subjects)}, but do not say this."
    return "The notes do not say: nothing in them deals with this."


def suggestions(view: View, query: Query) -> tuple[str, ...]:
    """Questions near this one that the graph can answer, at most three."""
    near = view.entities(s.ids[0] for s in query.strong)
    if not near:
        words = [*(s.text for s in query.missing), *query.words]
        near = [e for word in words[:4] for e in view.store.find_entities(word, limit=2) if e.kind is not Kind.LIMIT]
    found: list[str] = []
    for entity in near[:3]:
        found += _about(view, entity)
    return tuple(dict.fromkeys(found))[:MAX_SUGGESTIONS]


def comparison_of(view: View, query: Query) -> tuple[str, ...]:
    """The comparison that a question about two things of one kind or owner calls for; none where it was one."""
    two = view.entities(s.ids[0] for s in query.strong if not s.weak)[:2]
    if len(two) < 2 or query.intent is Intent.COMPARISON:
        return ()
    above = [set(view.owners([e.id])[e.id]) | _kinds(view, e) for e in two]
    together = bool(above[0] & above[1]) and not any(
        e.id in group for e, group in zip(two, reversed(above), strict=True)
    )
    return (f"{two[0].name} vs {two[1].name}",) if together else ()


def _kinds(view: View, entity: Entity) -> set[str]:
    kinds = view.store.edges([entity.id], types=[RelationType.KIND_OF], direction=Direction.OUT)
    return {edge.target for edge in kinds}


def _about(view: View, entity: Entity) -> list[str]:
    store, ids = view.store, [entity.id]
    known = (words for (one, way), words in _ASKED.items() if store.edges(ids, types=[one], direction=way, each=1))
    return [*(words.format(entity.name) for words in islice(known, MAX_SUGGESTIONS)), f"what is {entity.name}"]

"""Whether a line says the relation that is asked for, and which way round."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.lexicon import Hit
from graph.questions.nearby import IN_FUZZY
from graph.questions.query import Query
from graph.questions.words import plain_words
from graph.text import tokens
from graph.vocabulary import SYMMETRIC, Direction

if TYPE_CHECKING:
    from graph.questions.retrieval import Line, View


def relation_words(view: View, query: Query) -> Iterator[str]:
    """The words of a question that are there to say its relation."""
    if query.relation is None:
        return
    lowered = query.text.lower()
    for patterns in (found for relation, found in view.words.said if relation is query.relation):
        for match in (match for pattern in patterns for match in pattern.finditer(lowered)):
            yield from plain_words(match[0])
    found = tokens(query.text)
    hits = [hit for hit in view.lexicon.find(found) if hit.phrase.relation is query.relation]
    best = min(hits, key=lambda hit: (hit.phrase.weak, hit.first), default=None)
    if best is not None:
        yield from (token.lower for token in found[best.first : best.gap_start])


def weigh_relation(view: View, query: Query, line: Line, words: list[str]) -> None:
    """Fill in whether the line has the asked relation, the right way round; `words` are the question's for it."""
    hits = [hit for hit in view.hits_in(line.text) if hit.phrase.relation is query.relation]
    line.contrary = bool(hits) and all(_is_contrary(view, query, line, hit) for hit in hits)
    line.says = bool(hits) and not line.contrary
    line.unsaid = bool(words) and not hits and all(line.held[w] <= IN_FUZZY for w in words)


def _is_contrary(view: View, query: Query, line: Line, hit: Hit) -> bool:
    """Whether the subject stands on the side of a relation's words where the answer would have to stand."""
    if query.relation in SYMMETRIC or query.direction is None:
        return False
    ids = {i for subject in query.known if not subject.weak for i in subject.ids}
    at = tokens(line.text)[hit.first].start
    names = view.names_in(line.text)
    before = next((ids.isdisjoint(m.ids) for m in reversed(names) if m.start < at), True)
    behind = next((ids.isdisjoint(m.ids) for m in names if m.start > at), True)
    if before == behind:  # the subject stands on both sides, or on neither
        return False
    is_source = (not before) == (hit.phrase.direction is Direction.OUT)
    return is_source != (query.direction is Direction.OUT)

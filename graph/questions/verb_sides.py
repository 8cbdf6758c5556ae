"""On which side of a verb the answer stands in a line, as seen from what is asked about."""

from __future__ import annotations

import re

from graph.questions import narrowing
from graph.questions.query import Query
from graph.questions.retrieval import Line, View
from graph.questions.sorting import of_kind
from graph.text import tokens
from graph.values import Entity
from graph.vocabulary import SYMMETRIC

_ASKED_OBJECT = re.compile(r"(what (?:does|do|did|can|will) (?:an? |the |my )?).+ (\w+)$")


def objects(view: View, query: Query, line: Line, named: narrowing.Found) -> list[Entity] | None:
    """What stands behind the verb in a line, where a question asks what its subject does that to ("what does the oven
    bake"); None of other questions, and of lines that have the verb otherwise."""
    verb = _ASKED_OBJECT.match(query.text.lower())
    if verb is None or verb[2] not in query.words or " by " in line.text:
        return None
    if not any((s.start, s.end) == (verb.end(1), verb.start(2) - 1) for s in query.known):
        return None
    asked = view.words.concept(verb[2])
    places = [m.end() for m in re.finditer(r"\w+", line.text) if view.words.concept(m[0].lower()) == asked]
    if not places:
        return None
    behind = [pair for pair in named if pair[0].start >= places[0]]
    first = narrowing.joined(line.text, behind[0][0].start, behind) if behind else []
    return of_kind(query, narrowing.entities_of(first))


def verbs_of_relation(view: View, query: Query, line: Line) -> list[str]:
    """The verbs of a line that say the asked relation of what stands before them: "replaced" for "took over from"."""
    words = tokens(line.text)
    hits = [hit for hit in view.lexicon.find(words) if hit.phrase.relation is query.relation]
    hits = [hit for hit in hits if hit.phrase.direction is not query.direction]
    return [view.words.concept(words[hit.first].lower) for hit in hits]


def across_relation(view: View, query: Query, line: Line, found: narrowing.Found) -> narrowing.Found:
    """Of the names in a line with the asked relation those on the other side of its verb than the subject; all where
    none is, or the subject does not stand there."""
    words = tokens(line.text)
    hits = [hit for hit in view.lexicon.find(words) if hit.phrase.relation is query.relation] if line.says else []
    if len(hits) != 1 or query.relation in SYMMETRIC:
        return found
    start, end = words[hits[0].first].start, words[hits[0].gap_start - 1].end
    own = [m for m in view.names_in(line.text) if not query.strong_ids.isdisjoint(m.ids)]
    before, behind = [p for p in found if p[0].end <= start], [p for p in found if p[0].start >= end]
    if before and behind and own and all(m.end <= start for m in own):
        return behind
    return before if before and behind and own and all(m.start >= end for m in own) else found

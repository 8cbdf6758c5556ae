"""The answer to "what are the limits of X", which asks for no single one: all that the notes give."""

from __future__ import annotations

from graph.comparison.align import Owned, limits_of
from graph.comparison.columns import columns
from graph.questions import sentence
from graph.questions.answer import AnswerKind, Draft, OwnedLimit, quotes_of
from graph.questions.query import Query
from graph.questions.retrieval import View

_ASKED = frozenset({"limit", "limits", "quota", "quotas", "limitation", "limitations"})
MAX_TOLD = 8
"""Limits in the sentence; all of them are among the answer's limits, with their lines."""


def all_limits(view: View, query: Query) -> Draft | None:
    """The limits of a thing and of its parts in the order of the notes; None where the question is after another word,
    or the notes have less than two: one line then tells it best."""
    subjects = [s for s in query.known if not s.weak]
    if len(subjects) != 1 or not query.words or not _ASKED.issuperset(query.words) or query.bound or query.dimension:
        return None
    entity = view.best(subjects[0].ids)
    if entity is None:
        return None
    (found,) = limits_of(view.store, columns(view.store, [entity]))
    if len(found) < 2:
        return None
    ordered = sorted(found, key=_place)
    told = [sentence.figure_in_words(_owned(one), entity.id) for one in ordered]
    more = f"; and {len(told) - MAX_TOLD} more" if len(told) > MAX_TOLD else ""
    return Draft(
        AnswerKind.VALUE,
        f"{entity.name} has {len(found)} limits: {'; '.join(told[:MAX_TOLD])}{more}.",
        quotes_of(one.relation for one in ordered),
        [entity],
        limits=[_owned(one) for one in ordered],
        relations=[one.relation for one in ordered],
    )


def _owned(one: Owned) -> OwnedLimit:
    return OwnedLimit(one.owner.id, one.owner.name, one.limit)


def _place(one: Owned) -> tuple[str, int, str]:
    first = one.relation.evidence[0]
    return first.document, first.line_start, one.relation.target

"""A way through the graph as chips with the relations between them, from one end to the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from app.web.parts.chips import chip
from app.web.parts.markup import Markup, tag
from graph.values import Entity, Relation
from graph.vocabulary import READINGS


def way(start: str, relations: Iterable[Relation], known: Mapping[str, Entity]) -> Markup:
    """The relations as one way that begins at this thing; nothing where they are none."""
    left = list(relations)
    if not left or start not in known:
        return Markup("")
    at, steps = start, [tag("li", chip(known[start]))]
    while left:
        step = next((relation for relation in left if at in (relation.source, relation.target)), None)
        if step is None:
            return Markup("")
        left.remove(step)
        steps.append(_step(at, step, known))
        at = _other(at, step)
    return tag("ol", *steps, class_="nw-way")


def _step(at: str, step: Relation, known: Mapping[str, Entity]) -> Markup:
    """The relation as it is walked, whichever way the notes put it, and where it leads."""
    forward = step.source == at
    reading = READINGS[step.relation]
    words = reading.forward if forward else reading.inverse
    arrow = "→" if forward or reading.symmetric else "←"
    return tag("li", tag("em", words, " ", arrow), chip(known[_other(at, step)]))


def _other(at: str, step: Relation) -> str:
    return step.target if step.source == at else step.source

"""What a line of nothing but a bound and a figure leaves unsaid: the line above it has said what is counted."""

from __future__ import annotations

from dataclasses import replace

from graph.quantities.words import quantity_words
from ingest.values import Clause, LimitDraft

_MOST_WORDS = 4
_RULES = frozenset({"measure-bare-max", "measure-bare-min"})

Carried = tuple[int, LimitDraft] | None
"""The last line with a limit, and that limit."""


def carried_on(clause: Clause, limits: tuple[LimitDraft, ...], above: Carried) -> tuple[LimitDraft, ...]:
    """ "- 3 crates/GB", "- up to 1,000": the limit of a bare line has the unit and the name of the one right above."""
    if above is None or len(limits) != 1 or limits[0].rule not in _RULES or limits[0].limit.unit:
        return limits
    line, before = above
    unit = (before.limit.unit or "").split("/")[0]
    bare = len(clause.text.split()) <= _MOST_WORDS and clause.line_start == line + 1 and not clause.label
    if not bare or not unit or unit == "%" or unit in quantity_words().class_of or limits[0].owner != before.owner:
        return limits
    limit = replace(limits[0].limit, unit=unit, quantity=before.limit.quantity)
    return (replace(limits[0], limit=limit),)

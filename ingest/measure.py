"""Measuring: the quantities of a clause become limits of what the clause is about."""

from __future__ import annotations

from graph.quantities import Quantity, read_quantities
from graph.quantity_names import quantity_name
from graph.values import Limit
from graph.vocabulary import Kind
from ingest.values import Clause, LimitDraft

_OWNERS = frozenset({Kind.SERVICE, Kind.FEATURE})


def measure(clause: Clause) -> tuple[LimitDraft, ...]:
    """The limits that the clause states, in the order of its words.

    The owner is the clause's subject, or a service or feature whose name stands right before the quantity. Thresholds
    of conditions and hypothetical clauses give none; what a label announces and its explanation repeats comes once.
    """
    if clause.hypothetical:
        return ()
    quantities = [q for q in read_quantities(clause.text) if not q.conditional]
    return tuple(_draft(clause, q) for q in _without_repeats(quantities, clause))


def _draft(clause: Clause, quantity: Quantity) -> LimitDraft:
    limit = Limit(quantity_name(quantity), quantity.bound, quantity.value, quantity.unit, quantity.scope)
    return LimitDraft(_owner(clause, quantity), limit, f"measure-{quantity.rule}")


def _owner(clause: Clause, quantity: Quantity) -> str:
    for mention in clause.mentions:
        heads = quantity.name_start < quantity.name_end == mention.end
        if heads and mention.start >= quantity.name_start and mention.kind in _OWNERS:
            return mention.key
    return clause.subject


def _without_repeats(quantities: list[Quantity], clause: Clause) -> list[Quantity]:
    """Drops a quantity of the label that the explanation says again, the assumed bound before the said one."""
    kept: list[Quantity] = []
    for quantity in quantities:
        same = next((k for k, other in enumerate(kept) if _repeats(other, quantity, clause)), None)
        if same is None:
            kept.append(quantity)
        elif quantity.said or not kept[same].said:
            kept[same] = quantity
    return kept


def _repeats(one: Quantity, two: Quantity, clause: Clause) -> bool:
    if one.value != two.value or one.unit != two.unit:
        return False
    if one.end <= clause.body_start <= two.start:
        return True
    return one.bound == two.bound and (one.words == two.words or not one.words)

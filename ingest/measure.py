"""Measuring: the quantities of a clause become limits of what the clause is about."""

from __future__ import annotations

from dataclasses import replace

from graph.quantities import Quantity, read_quantities
from graph.quantity_names import quantity_name
from graph.quantity_page import nouns_in
from graph.quantity_tokens import tokens_of
from graph.quantity_words import quantity_words
from graph.values import Limit
from graph.vocabulary import Kind
from ingest.values import Clause, LimitDraft, Mention

_COPULAS = frozenset({"is", "are", "=", ":", "(", "`", "has", "a", "the", "-"})
_OWNERS = frozenset({Kind.FEATURE, Kind.SERVICE, Kind.TECHNOLOGY})
_PREPOSITIONS = frozenset({"to", "from", "of", "for", "in", "on", "at", "with", "by", "per", "via", "into", "than"})


def measure(clause: Clause) -> tuple[LimitDraft, ...]:
    """The limits that the clause states, in the order of its words.

    The owner is the clause's subject, or a service or feature whose name stands right before the quantity. Thresholds
    of conditions and hypothetical clauses give none; what a label announces and its explanation repeats comes once.
    """
    if clause.hypothetical or clause.quiet:
        return ()
    frame = _frame(clause)
    quantities = [_named(q, frame) for q in read_quantities(clause.text, frame) if not q.conditional]
    return tuple(_draft(clause, q) for q in _without_repeats(quantities, clause))


def _frame(clause: Clause) -> str:
    """The label that was cut off the clause, else the words above it."""
    cut_off = clause.label if clause.label and not clause.text.startswith(clause.label) else None
    return cut_off or clause.frame


def _named(quantity: Quantity, frame: str) -> Quantity:
    """A quantity that its clause does not name has the name of the label."""
    if quantity.words or not frame or quantity.rule.startswith(("counted", "port")):
        return quantity
    return replace(quantity, words=nouns_in(frame, quantity_words()))


def _draft(clause: Clause, quantity: Quantity) -> LimitDraft:
    limit = Limit(quantity_name(quantity), quantity.bound, quantity.value, quantity.unit, quantity.scope)
    return LimitDraft(_owner(clause, quantity), limit, f"measure-{quantity.rule}")


def _owner(clause: Clause, quantity: Quantity) -> str:
    """The key of the feature right before the quantity, of the name before "port N", else of the subject."""
    for mention in clause.mentions:
        measured = quantity.name_start <= mention.start and mention.end == quantity.name_end
        if measured and mention.kind is Kind.FEATURE and _is_head(clause.text, mention, quantity):
            return mention.key
        if _owns_port(clause.text, mention, quantity):
            return mention.key
    return clause.subject


def _owns_port(text: str, mention: Mention, quantity: Quantity) -> bool:
    """ "LDAPS port 636": the name of a thing with its port behind it."""
    noun = text[mention.end : quantity.name_end].strip(" `)").lower()
    before = text[: mention.start].split()
    object_of = before and before[-1].lower() in _PREPOSITIONS
    near = mention.start <= quantity.name_end and mention.end < quantity.name_end <= quantity.start
    return mention.kind in _OWNERS and near and noun == "port" and not object_of


def _is_head(text: str, mention: Mention, quantity: Quantity) -> bool:
    """ "door lock max 5 min" but not "reads of 4 KB", "calls to the door lock every 5 min" or "TTL 1"."""
    words = quantity_words()
    before, between = text[: mention.start].split(), text[mention.end : quantity.start]
    tokens = tokens_of(between)
    bound = {n for at, end, _ in words.before_phrases.find(tokens, 0, len(tokens)) for n in range(at, end)}
    joined = {token.low for n, token in enumerate(tokens) if n not in bound}
    if mention.end > quantity.start or text[mention.start : mention.end].lower() in words.quantity_nouns:
        return False
    return joined <= _COPULAS and not (before and before[-1].lower() in _PREPOSITIONS)


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

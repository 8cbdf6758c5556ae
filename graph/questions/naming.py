"""How an answer calls the things that it gives: so that a person finds them again in the quoted lines."""

from __future__ import annotations

from collections.abc import Sequence

from graph.names import is_ordinary, normal_form
from graph.questions.answer import Quote
from graph.questions.query import Query
from graph.questions.retrieval import View
from graph.values import Entity
from graph.vocabulary import Kind


def called(view: View, query: Query, entity: Entity, evidence: Sequence[Quote]) -> str:
    """The entity's name; with its owner's before it where it is an ordinary word ("S3 bucket"), with the other name in
    brackets where the question or the lines use only that one ("Cloud Storage (GCS)")."""
    name = _with_owner(view, entity)
    texts = [f" {normal_form(query.text)} ", *(f" {normal_form(quote.text)} " for quote in evidence)]
    if any(f" {normal_form(entity.name)} " in text for text in texts):
        return _with_asked(view, query, entity, name)
    used = [alias for alias in entity.aliases if any(f" {normal_form(alias)} " in text for text in texts)]
    return f"{name} ({used[0]})" if used else name


def _with_asked(view: View, query: Query, entity: Entity, name: str) -> str:
    """With the name that the question uses, where it is another one."""
    text = f" {normal_form(query.text)} "
    if f" {normal_form(entity.name)} " in text:
        return name
    used = [alias for alias in entity.aliases if f" {normal_form(alias)} " in text]
    return f"{name} ({used[0]})" if used else name


def _with_owner(view: View, entity: Entity) -> str:
    if entity.kind is not Kind.FEATURE or " " in entity.name or not is_ordinary(entity.name.lower()):
        return entity.name
    owners = [o for o in view.entities(view.owners([entity.id])[entity.id]) if o.kind is Kind.SERVICE]
    return f"{owners[0].name} {entity.name}" if len(owners) == 1 else entity.name

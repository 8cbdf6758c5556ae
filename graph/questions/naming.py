"""How an answer calls the things that it gives: so that a person finds them again in the quoted lines."""

from __future__ import annotations

from collections.abc import Sequence

from graph.names import is_ordinary, normal_form
from graph.questions.answer import Quote
from graph.questions.query import Query
from graph.questions.retrieval import View
from graph.values import Entity
from graph.vocabulary import Kind

MAX_LIKENESS = 70


def called(view: View, query: Query, entity: Entity, evidence: Sequence[Quote]) -> str:
    """The entity's name; with its owner's before it where it is an ordinary word ("S3 bucket"), with the other name
    behind it where the question or the lines use only that one ("Cloud Storage / GCS")."""
    name = _with_owner(view, entity)
    asked = f" {normal_form(query.text)} "
    texts = [asked, *(f" {normal_form(quote.text)} " for quote in evidence)]
    own = f" {normal_form(entity.name)} "
    if any(own in text for text in texts):
        texts = [] if own in asked else [asked]
    others = [alias for alias in entity.aliases if _is_other_name(entity.name, alias)]
    used = next((alias for alias in others if any(f" {normal_form(alias)} " in text for text in texts)), None)
    return f"{name} / {used}" if used else name


def _is_other_name(name: str, alias: str) -> bool:
    """Whether an alias is a name of its own, and not the same one misspelt."""
    from rapidfuzz.fuzz import ratio

    return any(map(str.isupper, alias)) and ratio(name.lower(), alias.lower()) < MAX_LIKENESS


def _with_owner(view: View, entity: Entity) -> str:
    if entity.kind is not Kind.FEATURE or " " in entity.name or not _is_plain(entity.name):
        return entity.name
    owners = [o for o in view.entities(view.owners([entity.id])[entity.id]) if o.kind is Kind.SERVICE]
    above = view.entity(entity.id.rpartition("/")[0])
    owner = above if above in owners else owners[0] if len(owners) == 1 else None
    return f"{owner.name} {entity.name}" if owner else entity.name


def _is_plain(name: str) -> bool:
    return name.isalpha() and (name.islower() or is_ordinary(name.lower()))

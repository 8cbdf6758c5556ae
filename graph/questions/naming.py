"""How an answer calls the things that it gives: so that a person finds them again in the quoted lines."""

from __future__ import annotations

from graph.names import is_ordinary
from graph.questions.retrieval import View
from graph.values import Entity
from graph.vocabulary import Kind


def called(view: View, entity: Entity) -> str:
    """The entity's name; with its owner's before it where it is an ordinary word ("S3 bucket")."""
    if entity.kind is not Kind.FEATURE or " " in entity.name or not _is_plain(entity.name):
        return entity.name
    owners = [o for o in view.entities(view.owners([entity.id])[entity.id]) if o.kind is Kind.SERVICE]
    above = view.entity(entity.id.rpartition("/")[0])
    owner = above if above in owners else owners[0] if len(owners) == 1 else None
    return f"{owner.name} {entity.name}" if owner else entity.name


def _is_plain(name: str) -> bool:
    return name.isalpha() and (name.islower() or is_ordinary(name.lower()))

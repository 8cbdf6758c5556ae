"""Things of the sort that a question asks for: a service, a language, a tool."""

from __future__ import annotations

from graph.questions.query import Query
from graph.questions.retrieval import View
from graph.questions.words import plain_words
from graph.values import Entity
from graph.vocabulary import Kind

_SERVICES = frozenset({"service", "services", "product", "products"})
_TOOLS = frozenset({"tool", "tools"})
_TECHNOLOGIES = frozenset({"language", "languages", "format", "formats", "protocol", "protocols", "engine", "engines"})
_ENGINES = frozenset({"engine", "engines"})


def of_wanted_kind(view: View, query: Query, entity: Entity | None) -> Entity | None:
    """The thing, or the service that it belongs to where a service is asked for; None where there is none."""
    if entity is not None and _TOOLS & set(query.wanted) and not entity.name.istitle():
        return _of_service(view, entity)
    if entity is None or not _SERVICES & set(query.wanted):
        fits = entity is None or _may_be_technology(query, entity)
        return entity if fits else None
    service = _of_service(view, entity)
    if service is not None and f"{service.name} {query.wanted[-1]}".lower() in query.text.lower():
        return entity  # "which Kinesis service": one of its parts
    return service


def _may_be_technology(query: Query, entity: Entity) -> bool:
    """Whether a thing is one where a language, a format or the like is asked for; an engine may be a product."""
    asked = _TECHNOLOGIES & set(query.wanted)
    if not asked or entity.kind is Kind.TECHNOLOGY or plain_words(entity.name)[-1:] in [[word] for word in asked]:
        return True  # "braille format"
    return asked <= _ENGINES and entity.kind is Kind.SERVICE


def _of_service(view: View, entity: Entity) -> Entity | None:
    if entity.kind is Kind.SERVICE:
        return entity
    owners = view.entities(view.owners([entity.id])[entity.id])
    return next((owner for owner in owners if owner.kind is Kind.SERVICE), None)


def of_kind(query: Query, found: list[Entity]) -> list[Entity]:
    """Those of the kind that is asked for."""
    if _SERVICES & set(query.wanted):
        return [entity for entity in found if entity.kind is Kind.SERVICE]
    return [entity for entity in found if _may_be_technology(query, entity)]

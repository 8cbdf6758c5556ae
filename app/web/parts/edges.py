"""The table of relations that stands below a view: the same as is drawn, for everybody who cannot see a canvas."""

from __future__ import annotations

from collections.abc import Iterable

from app.web.parts.links import edge_link, focus_link
from app.web.parts.markup import Markup, tag
from graph.values import Entity, Relation
from graph.vocabulary import READINGS

_HEADINGS = ("From", "relation", "to", "when", "Lines")


def edge_table(relations: Iterable[Relation], entities: Iterable[Entity], focus_id: str) -> Markup:
    """One row a relation; names move the focus, the lines' places show them in the panel. The focus may be nothing."""
    known = {entity.id: entity for entity in entities}
    rows = [_row(relation, known, focus_id) for relation in relations]
    head = tag("tr", *(tag("th", heading, scope="col") for heading in _HEADINGS))
    return tag("table", tag("thead", head), tag("tbody", *rows), class_="nw-edges")


def _row(relation: Relation, known: dict[str, Entity], focus_id: str) -> Markup:
    key = (relation.source, str(relation.relation), relation.target)
    return tag(
        "tr",
        tag("td", _name(relation.source, known, focus_id)),
        tag("td", READINGS[relation.relation].forward, class_="nw-relation"),
        tag("td", _name(relation.target, known, focus_id)),
        tag("td", relation.condition or ""),
        tag("td", edge_link(key, focus_id or relation.source, _places(relation)), class_="nw-places"),
    )


def _name(entity_id: str, known: dict[str, Entity], focus_id: str) -> Markup:
    entity = known.get(entity_id)
    name = entity.name if entity else entity_id
    if entity_id == focus_id:
        return tag("strong", name)
    return focus_link(entity_id, name, class_=f"nw-{entity.kind}-ink" if entity else None)


def _places(relation: Relation) -> str:
    first = relation.evidence[0]
    lines = len({(evidence.document, evidence.line_start) for evidence in relation.evidence})
    more = f" and {lines - 1} more" if lines > 1 else ""
    return f"{first.document.rsplit('/', 1)[-1]} {first.line_start}{more}"

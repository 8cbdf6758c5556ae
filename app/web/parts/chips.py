"""Entities as chips in the colour of their kind."""

from __future__ import annotations

from collections.abc import Iterable

from app.web.parts.links import focus_link
from app.web.parts.markup import Markup, tag
from graph.values import Entity


def chip(entity: Entity) -> Markup:
    """The entity's name, tinted by kind; a click moves the focus to it."""
    return focus_link(entity.id, entity.name, class_=f"nw-chip nw-{entity.kind}", title=str(entity.kind))


def chips(entities: Iterable[Entity], label: str = "") -> Markup:
    """A row of chips that wraps, with words before it."""
    lead = [tag("span", label, class_="nw-chips-label")] if label else []
    return tag("div", *lead, *map(chip, entities), class_="nw-chips")

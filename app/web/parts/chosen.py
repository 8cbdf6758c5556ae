"""What is compared, as chips that can be taken out, with what may be added and the pairs that the notes contrast."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.web.parts.links import COMPARE, focus_link, link_list, view_link
from app.web.parts.markup import Markup, tag
from app.web.state import WITH
from graph.ceilings import MAX_COMPARED_ENTITIES
from graph.values import Entity


def chosen_chips(picked: Sequence[Entity]) -> Markup:
    """The chosen things; a click on the name opens it in Explore, one on the cross takes it out."""
    return tag("div", *(_chip(entity, picked) for entity in picked), class_="nw-chips")


def found_links(typed: str, found: Iterable[Entity], picked: Sequence[Entity]) -> Markup:
    """What the words so far could mean; a click adds it."""
    here = [entity.id for entity in picked]
    if len(here) >= MAX_COMPARED_ENTITIES:
        return tag("p", f"No more than {MAX_COMPARED_ENTITIES} things stand side by side.", class_="nw-hint")
    links = [_add(entity, here) for entity in found if entity.id not in here and entity.limit is None]
    if not links:
        return tag("p", f"Nothing found for “{typed}”; Enter looks for names spelt like it.", class_="nw-hint")
    return tag("div", tag("div", *links, class_="nw-chips"), class_="nw-found")


def pair_links(label: str, pairs: Iterable[tuple[Entity, Entity]], *, stacked: bool = False) -> Markup:
    """Pairs to compare, with words before them; nothing where there are none."""
    views = [view_link(COMPARE, {WITH: [one.id, other.id]}, f"{one.name} / {other.name}") for one, other in pairs]
    return link_list(label, views, stacked=stacked)


def meant_links(names: Iterable[str], unknown: str, asked: Sequence[str]) -> Markup:
    """Names that may have been meant, each in the place of the one that nobody has."""
    views = {name: [name if one == unknown else one for one in asked] for name in names}
    return link_list("Perhaps you meant", [view_link(COMPARE, {WITH: view}, name) for name, view in views.items()])


def _chip(entity: Entity, picked: Sequence[Entity]) -> Markup:
    others = [one.id for one in picked if one.id != entity.id]
    cross = view_link(COMPARE, {WITH: others}, "✕", class_="nw-cross", title=f"Take {entity.name} out")
    return tag("span", focus_link(entity.id, entity.name), cross, class_=f"nw-chip nw-{entity.kind}")


def _add(entity: Entity, here: Sequence[str]) -> Markup:
    class_ = f"nw-chip nw-{entity.kind}"
    return view_link(COMPARE, {WITH: [*here, entity.id]}, entity.name, class_=class_, title=str(entity.kind))

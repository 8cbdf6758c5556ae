"""The panel beside a view: one entity with what the notes say of it, or one relation with its lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from app.output import counted
from app.web.parts.evidence import Line, line_of, quoted, unique
from app.web.parts.links import focus_link
from app.web.parts.markup import Markup, join, tag
from graph.quantities.forms import said_amount
from graph.queries.profile import Profile
from graph.values import Entity, Limit, Relation, Statement
from graph.vocabulary import OTHER_FACET, READINGS, Bound

MOST_LINES = 40


def entity_panel(profile: Profile, focus_id: str, joining: Sequence[Relation] = ()) -> Markup:
    """Kind, name, aliases, description, limits and statements by facet.

    `joining` are relations with the focus, whose lines come first; their ends are among the profile's entities.
    """
    entity = profile.entity
    return tag(
        "section",
        _title(entity, focus_id),
        _aliases(entity),
        tag("p", entity.description, class_="nw-description") if entity.description else "",
        *(_joined(relation, profile) for relation in joining),
        _limits(profile.limits),
        *(_facet(facet, [line_of(one) for one in said]) for facet, said in _unquoted(profile) if said),
        _silence(profile),
        class_="nw-panel",
        aria_label=entity.name,
    )


def relation_panel(relations: Sequence[Relation], source: Entity, target: Entity, focus_id: str) -> Markup:
    """A relation as a sentence, its conditions, and the lines that say it. The relations differ in conditions only."""
    reading = READINGS[relations[0].relation].forward
    return tag(
        "section",
        tag("div", "relation", class_="nw-kind"),
        tag("h2", _end(source, focus_id), " ", tag("em", reading), " ", _end(target, focus_id)),
        *(_said(relation) for relation in relations),
        *(_all_about(entity) for entity in (source, target) if entity.id == focus_id),
        class_="nw-panel",
        aria_label=f"{source.name} {reading} {target.name}",
    )


def limit_words(limit: Limit) -> tuple[str, str]:
    """What counts, then the rest, unless the unit says it: ("max 256 KB", "message size · for Standard queues")."""
    bound = "" if limit.bound is Bound.EXACT else str(limit.bound)
    counted = (limit.unit or "").partition("/")[0]
    quantity = "" if limit.quantity.casefold() == counted.casefold() else limit.quantity
    value = said_amount(limit.value, limit.unit)
    return " ".join(filter(None, (bound, value))), " · ".join(filter(None, (quantity, limit.scope)))


def _end(entity: Entity, focus_id: str) -> Markup:
    """An end of a relation; the one that is not the focus can be moved to."""
    if entity.id == focus_id:
        return join(entity.name)
    return focus_link(entity.id, entity.name, class_=f"nw-{entity.kind}-ink")


def _all_about(focus: Entity) -> Markup:
    """The way back from a relation's lines to what the notes say of the focus."""
    return tag("p", focus_link(focus.id, f"All about {focus.name}", class_="nw-more"))


def _title(entity: Entity, focus_id: str) -> Markup:
    elsewhere = entity.id != focus_id
    here = focus_link(entity.id, "Move here", class_="nw-more") if elsewhere else ""
    return join(
        tag("div", tag("span", str(entity.kind), class_=f"nw-kind nw-{entity.kind}-ink"), here, class_="nw-over"),
        tag("h2", entity.name),
    )


def _aliases(entity: Entity) -> Markup:
    others = [alias for alias in entity.aliases if alias.casefold() != entity.name.casefold()]
    return tag("p", "also: " + ", ".join(others), class_="nw-aliases") if others else Markup("")


def _limits(limits: Iterable[tuple[Entity, Relation]]) -> Markup:
    lines = [
        Line(first.document, first.line_start, first.line_end, words[1], strong=words[0])
        for entity, relation in limits
        if entity.limit is not None
        for words, first in [(limit_words(entity.limit), relation.evidence[0])]
    ]
    return _facet("limits", lines, heading="Limits") if lines else Markup("")


def _unquoted(profile: Profile) -> Iterator[tuple[str, list[Statement]]]:
    """The statements by facet, without those that stand among the limits already."""
    quoted_above = {evidence.statement for _, relation in profile.limits for evidence in relation.evidence}
    for facet, statements in profile.by_facet():
        yield facet, [one for one in statements if one.id not in quoted_above]


def _facet(facet: str, lines: Sequence[Line], heading: str | None = None) -> Markup:
    title = heading or ("Also said" if facet == OTHER_FACET else "Lines on limits" if facet == "limits" else facet)
    rest = len(lines) - MOST_LINES
    return join(
        tag("h3", title.capitalize(), tag("span", f"{len(lines):,}", class_="nw-count")),
        quoted(lines[:MOST_LINES]),
        tag("p", counted(rest, "more line"), class_="nw-aliases") if rest > 0 else "",
    )


def _joined(relation: Relation, profile: Profile) -> Markup:
    """A relation as a sentence, with its lines."""
    reading = READINGS[relation.relation].forward
    condition = [f", when {relation.condition}"] if relation.condition else []
    source, target = profile.name_of(relation.source), profile.name_of(relation.target)
    lines = unique(line_of(evidence) for evidence in relation.evidence)
    heading = tag("h3", source, " ", tag("em", reading), " ", target, *condition)
    return join(heading, quoted(lines[:MOST_LINES]))


def _silence(profile: Profile) -> Markup:
    if profile.statements or profile.limits:
        return Markup("")
    return tag("p", "The notes only name it; no line of theirs is about it.", class_="nw-aliases")


def _said(relation: Relation) -> Markup:
    lines = unique(line_of(evidence) for evidence in relation.evidence)
    condition = tag("h3", f"when {relation.condition}") if relation.condition else tag("h3", "The notes say")
    return join(condition, quoted(lines[:MOST_LINES]))

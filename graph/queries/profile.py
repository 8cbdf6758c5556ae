"""Everything that the notes say of one entity, as its page shows it."""

from __future__ import annotations

from dataclasses import dataclass

from graph.store import GraphStore
from graph.values import Entity, Relation, Statement
from graph.vocabulary import OTHER_FACET, SYMMETRIC, Direction, Facet, RelationType


@dataclass(frozen=True, slots=True)
class Profile:
    """An entity with its statements, its limits and its relations.

    `statements` come by document and line. `outgoing` and `incoming` leave the entity's limits out: those stand in
    `limits`, each with the relation that holds its lines. A symmetric relation is among `outgoing` wherever it stands.
    `others` are the entities at the relations' other ends, by id.
    """

    entity: Entity
    statements: tuple[Statement, ...]
    limits: tuple[tuple[Entity, Relation], ...]
    outgoing: tuple[Relation, ...]
    incoming: tuple[Relation, ...]
    others: tuple[Entity, ...]

    @property
    def relations(self) -> tuple[Relation, ...]:
        """All relations in the store's order, those to limits included."""
        found = {*self.outgoing, *self.incoming, *(relation for _, relation in self.limits)}
        return tuple(sorted(found, key=lambda r: (r.source, r.relation, r.target, r.condition or "")))

    def by_facet(self) -> tuple[tuple[str, tuple[Statement, ...]], ...]:
        """The statements under each of their facets, in the facets' order; those without one under "other", last."""
        rows = [(str(facet), tuple(s for s in self.statements if facet in s.facets)) for facet in Facet]
        rows.append((OTHER_FACET, tuple(s for s in self.statements if not s.facets)))
        return tuple(row for row in rows if row[1])

    def name_of(self, entity_id: str) -> str:
        """The name of the entity or of one of the others; the id itself where it is neither."""
        names = {entity.id: entity.name for entity in (self.entity, *self.others)}
        return names.get(entity_id, entity_id)


def profile(store: GraphStore, entity_id: str, *, max_relations: int | None = None) -> Profile | None:
    """The entity's profile, None for an unknown id. `max_relations` bounds each direction."""
    entity = store.entity(entity_id)
    if entity is None:
        return None
    out = store.relations([entity_id], direction=Direction.OUT, limit=max_relations)
    into = store.relations([entity_id], direction=Direction.IN, limit=max_relations)
    others = store.entities({end for r in (*out, *into) for end in (r.source, r.target)} - {entity_id})
    limit_of = {other.id: other for other in others if other.limit is not None}
    to_limits = [r for r in out if r.relation is RelationType.HAS_LIMIT and r.target in limit_of]
    mirrored = [r for r in into if r.relation in SYMMETRIC]
    return Profile(
        entity=entity,
        statements=store.statements_about([entity_id]),
        limits=tuple((limit_of[relation.target], relation) for relation in to_limits),
        outgoing=tuple(relation for relation in (*out, *mirrored) if relation not in to_limits),
        incoming=tuple(relation for relation in into if relation not in mirrored),
        others=others,
    )

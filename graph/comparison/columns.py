"""What belongs into the column of each compared entity: its own statements, and those of its own features."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.store import GraphStore
from graph.values import Entity, Relation, Statement
from graph.vocabulary import Direction, Kind, RelationType

MAX_RELATIONS_PER_ENTITY = 300
MAX_FEATURES_PER_COLUMN = 150
_PARTS = (RelationType.HAS_FEATURE, RelationType.KIND_OF)
_DEPTH = 2
_OF_OTHERS = (Kind.SERVICE, Kind.TECHNOLOGY, Kind.LIMIT)


@dataclass(frozen=True, slots=True)
class Column:
    """An entity, the ids of its own features, and the relations that it stands in itself.

    `cut` is true where a hub has more relations than are looked at.
    """

    entity: Entity
    features: frozenset[str]
    relations: tuple[Relation, ...]
    cut: bool = False

    @property
    def members(self) -> frozenset[str]:
        """The entity and its features."""
        return self.features | {self.entity.id}


def columns(store: GraphStore, entities: Sequence[Entity]) -> tuple[Column, ...]:
    """The columns of entities. A feature is in the column of the nearest of them that it belongs to.

    A thing that can be had on its own (a service, a technology) is no one's feature here, nor is one that is itself
    compared, nor one whose id says that somebody else owns it.
    """
    ids = [entity.id for entity in entities]
    found = {entity_id: _relations(store, entity_id) for entity_id in ids}
    owned = {entity_id: {entity_id} for entity_id in ids}
    taken = set(ids)
    near: dict[str, Iterable[Relation]] = dict(found)
    for _ in range(_DEPTH):
        fresh = _parts(store, near, owned, taken)
        taken.update(*fresh.values())
        for entity_id, features in fresh.items():
            owned[entity_id] |= features
        near = _next(store, fresh)
    return tuple(
        Column(e, frozenset(owned[e.id] - {e.id}), found[e.id], len(found[e.id]) >= MAX_RELATIONS_PER_ENTITY)
        for e in entities
    )


def said_in(store: GraphStore, found: Sequence[Column]) -> tuple[tuple[Statement, ...], ...]:
    """The statements of each column in the notes' order."""
    members = {member for column in found for member in column.members}
    said = store.statements_about(members)
    return tuple(tuple(s for s in said if s.about in column.members) for column in found)


def _relations(store: GraphStore, entity_id: str) -> tuple[Relation, ...]:
    out = store.relations([entity_id], direction=Direction.OUT, limit=MAX_RELATIONS_PER_ENTITY)
    into = store.relations([entity_id], direction=Direction.IN, limit=MAX_RELATIONS_PER_ENTITY)
    return tuple(dict.fromkeys((*out, *into)))


def _parts(
    store: GraphStore, near: Mapping[str, Iterable[Relation]], owned: Mapping[str, set[str]], taken: set[str]
) -> dict[str, set[str]]:
    """The features one step further from each entity, through the relations near it."""
    reached = {e: _reached(relations, owned[e]) - taken for e, relations in near.items()}
    kinds = {found.id: found.kind for found in store.entities({part for parts in reached.values() for part in parts})}
    fresh = {}
    for entity_id, parts in reached.items():
        own = sorted(p for p in parts if p in kinds and kinds[p] not in _OF_OTHERS and _may_own(p, owned[entity_id]))
        fresh[entity_id] = set(own[: max(0, MAX_FEATURES_PER_COLUMN - len(owned[entity_id]))])
    return fresh


def _reached(relations: Iterable[Relation], owners: set[str]) -> set[str]:
    parts = {r.target for r in relations if r.relation is RelationType.HAS_FEATURE and r.source in owners}
    return parts | {r.source for r in relations if r.relation is RelationType.KIND_OF and r.target in owners}


def _may_own(feature: str, owners: set[str]) -> bool:
    owner = feature.rpartition("/")[0]
    return not owner or owner in owners


def _next(store: GraphStore, fresh: Mapping[str, set[str]]) -> dict[str, Iterable[Relation]]:
    features = {feature for own in fresh.values() for feature in own}
    found = store.relations(features, types=_PARTS) if features else ()
    return dict.fromkeys(fresh, found)

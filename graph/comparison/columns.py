"""What belongs into the column of each compared entity: its own statements, and those of its own features."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.store import GraphStore
from graph.values import Entity, Relation, Statement
from graph.vocabulary import Direction, Kind, RelationType

MAX_RELATIONS_PER_ENTITY = 150
MAX_FEATURES_PER_COLUMN = 100
MAX_STATEMENTS = 200
MAX_PART_RELATIONS = 300
"""What has more relations than this is a thing of its own, whoever is said to have it."""
MAX_LINES_ABOUT_OTHERS = 20
_PARTS = (RelationType.HAS_FEATURE, RelationType.KIND_OF)
_DOES = (
    RelationType.TRIGGERS,
    RelationType.SENDS_TO,
    RelationType.READS_FROM,
    RelationType.STORES_IN,
    RelationType.USES,
    RelationType.RUNS_ON,
    RelationType.SUPPORTS,
    RelationType.REQUIRES,
    RelationType.SUITED_TO,
    RelationType.NOT_SUITED_TO,
    RelationType.RAISES,
)
_DEPTH = 2
_OF_OTHERS = (Kind.SERVICE, Kind.TECHNOLOGY, Kind.LIMIT)


@dataclass(frozen=True, slots=True)
class Column:
    """An entity, its own features (their names by id), and the relations that it stands in itself.

    `cut` is true where a hub has more relations than are looked at.
    """

    entity: Entity
    features: Mapping[str, str]
    relations: tuple[Relation, ...]
    cut: bool = False

    @property
    def members(self) -> frozenset[str]:
        """The entity and its features."""
        return frozenset({self.entity.id, *self.features})


def columns(store: GraphStore, entities: Sequence[Entity]) -> tuple[Column, ...]:
    """The columns of entities. A feature is in the column of the nearest of them that it belongs to.

    A thing that can be had on its own (a service, a technology) is no one's feature here, nor is one that is itself
    compared, nor one that the notes give to somebody else as well.
    """
    ids = [entity.id for entity in entities]
    found = {entity_id: _relations(store, entity_id) for entity_id in ids}
    owned: dict[str, dict[str, str]] = {entity.id: {entity.id: entity.name} for entity in entities}
    near: Mapping[str, Iterable[Relation]] = found
    for _ in range(_DEPTH):
        fresh = _parts(store, near, owned)
        for entity_id, features in fresh.items():
            owned[entity_id].update(features)
        near = _next(store, fresh)
    return tuple(_column(entity, owned[entity.id], found[entity.id]) for entity in entities)


def _column(entity: Entity, owned: Mapping[str, str], relations: tuple[Relation, ...]) -> Column:
    features = {part: name for part, name in owned.items() if part != entity.id}
    most = max(Counter(relation.source == entity.id for relation in relations).values(), default=0)
    return Column(entity, features, relations, most >= MAX_RELATIONS_PER_ENTITY)


def said_in(store: GraphStore, found: Sequence[Column]) -> tuple[tuple[Statement, ...], ...]:
    """The statements of each column: those about its entity, those about its features, then those about others in
    which the entity is the one that does something ("S3 triggers Lambda" in the notes on Lambda). In each of these
    parts they have the notes' order. A line about one of the compared never stands in the column of another."""
    acting = {
        n: {e.statement for r in column.relations if _acts(r, column) for e in r.evidence}
        for n, column in enumerate(found)
    }
    about = _about(store, found)
    known = {statement.id for statement in about}
    others = store.statements({identity for said in acting.values() for identity in said} - known)
    return tuple(_ordered(column, about, [s for s in others if s.id in acting[n]]) for n, column in enumerate(found))


def _about(store: GraphStore, found: Sequence[Column]) -> list[Statement]:
    """Statements about the compared, then about the features of each: of very many the first."""
    about: list[Statement] = []
    for column in found:
        own = store.statements_about([column.entity.id], limit=MAX_STATEMENTS)
        about += (*own, *store.statements_about(column.features, limit=MAX_STATEMENTS - len(own)))
    return about


def _acts(relation: Relation, column: Column) -> bool:
    return relation.source == column.entity.id and relation.relation in _DOES


def _ordered(column: Column, about: Sequence[Statement], others: Sequence[Statement]) -> tuple[Statement, ...]:
    own = [statement for statement in about if statement.about == column.entity.id]
    of_parts = [statement for statement in about if statement.about in column.features]
    return (*own, *of_parts, *others[:MAX_LINES_ABOUT_OTHERS])


def _relations(store: GraphStore, entity_id: str) -> tuple[Relation, ...]:
    out = store.relations([entity_id], direction=Direction.OUT, limit=MAX_RELATIONS_PER_ENTITY)
    into = store.relations([entity_id], direction=Direction.IN, limit=MAX_RELATIONS_PER_ENTITY)
    return tuple(dict.fromkeys((*out, *into)))


def _parts(
    store: GraphStore, near: Mapping[str, Iterable[Relation]], owned: Mapping[str, Mapping[str, str]]
) -> dict[str, dict[str, str]]:
    """The features one step further from each entity (names by id), through the relations near it. A variety is in
    the column of its kind, a part in that of the owner to whom most lines give it."""
    taken = {part for parts in owned.values() for part in parts}
    kinds, parts = ({e: _reached(r, owned[e]) - taken for e, r in near.items()} for _reached in (_kinds_of, _parts_of))
    wanted = {e: sorted(kinds[e] | parts[e])[: MAX_FEATURES_PER_COLUMN - len(owned[e]) + 1] for e in near}
    everything = store.entities({part for found in wanted.values() for part in found})
    busy = store.degree([entity.id for entity in everything], most=MAX_PART_RELATIONS + 1)
    names = {e.id: e.name for e in everything if e.kind not in _OF_OTHERS and busy.get(e.id, 0) <= MAX_PART_RELATIONS}
    owners = _owners(store, names)
    return {
        e: {p: names[p] for p in found if p in names and (p in kinds[e] or owners[p] <= owned[e].keys())}
        for e, found in wanted.items()
    }


def _owners(store: GraphStore, parts: Collection[str]) -> dict[str, set[str]]:
    """Whom each part belongs to: the owner in its id, else those of whom most lines say so."""
    said: dict[str, Counter[str]] = {part: Counter() for part in parts}
    for edge in store.edges(parts, types=[RelationType.HAS_FEATURE], direction=Direction.IN) if parts else ():
        said[edge.target][edge.source] += edge.lines
    owners = {}
    for part, counts in said.items():
        in_id, most = part.rpartition("/")[0], max(counts.values(), default=0)
        owners[part] = {in_id} if in_id else {owner for owner, count in counts.items() if count == most}
    return owners


def _parts_of(relations: Iterable[Relation], owners: Collection[str]) -> set[str]:
    return {r.target for r in relations if r.relation is RelationType.HAS_FEATURE and r.source in owners}


def _kinds_of(relations: Iterable[Relation], owners: Collection[str]) -> set[str]:
    return {r.source for r in relations if r.relation is RelationType.KIND_OF and r.target in owners}


def _next(store: GraphStore, fresh: Mapping[str, Collection[str]]) -> dict[str, Iterable[Relation]]:
    features = {feature for own in fresh.values() for feature in own}
    found = store.relations(features, types=_PARTS, limit=MAX_RELATIONS_PER_ENTITY) if features else ()
    return dict.fromkeys(fresh, found)

"""What belongs into the column of each compared entity: its own statements, and those of its own features."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from graph.store import GraphStore
from graph.values import Edge, Entity, Relation, Statement
from graph.vocabulary import Direction, Kind, RelationType

MAX_RELATIONS_PER_ENTITY = 150
MAX_TOLD_RELATIONS = 75
MAX_TOLD_OF_MORE = 25
"""Of more relations of one direction only so many are read with their lines, and none of parts and limits."""
MAX_JOINING_LINES = 60
"""Of relations between two of the compared no more are read once they have so many lines."""
MAX_FEATURES_PER_COLUMN = 100
MAX_STATEMENTS = 200
MAX_STATEMENTS_OF_HUB = 80
MAX_PART_RELATIONS = 300
"""What has more relations than this is a thing of its own, whoever is said to have it."""
MAX_LINES_ABOUT_OTHERS = 20
_PARTS = (RelationType.HAS_FEATURE, RelationType.KIND_OF)
SIDE_BY_SIDE = (RelationType.CONTRASTS_WITH, RelationType.USE_INSTEAD_OF, RelationType.REPLACES)
_OWNED = (RelationType.HAS_FEATURE, RelationType.HAS_LIMIT)
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
    """An entity, its own features (their names by id), and the relations that it stands in itself: all as `edges`, and
    as `relations` those that are read with their lines.

    `cut` is true where a hub has more relations than are looked at; of that fewer statements are shown.
    """

    entity: Entity
    features: Mapping[str, str]
    edges: tuple[Edge, ...]
    relations: tuple[Relation, ...]
    cut: bool = False

    @property
    def most_statements(self) -> int:
        return MAX_STATEMENTS_OF_HUB if self.cut else MAX_STATEMENTS

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
    found = _edges(store, ids)
    owned: dict[str, dict[str, str]] = {entity.id: {entity.id: entity.name} for entity in entities}
    near: Mapping[str, Iterable[Edge]] = found
    for _ in range(_DEPTH):
        fresh = _parts(store, near, owned)
        for entity_id, features in fresh.items():
            owned[entity_id].update(features)
        near = _next(store, fresh)
    told = _told(store, found)
    return tuple(_column(entity, owned[entity.id], found[entity.id], told[entity.id]) for entity in entities)


def _column(entity: Entity, owned: Mapping[str, str], edges: tuple[Edge, ...], told: tuple[Relation, ...]) -> Column:
    features = {part: name for part, name in owned.items() if part != entity.id}
    most = max(Counter(edge.source == entity.id for edge in edges).values(), default=0)
    return Column(entity, features, edges, told, most >= MAX_RELATIONS_PER_ENTITY)


def said_in(store: GraphStore, found: Sequence[Column]) -> tuple[tuple[Statement, ...], ...]:
    """The statements of each column: those about its entity, those about its features, then those about others in
    which the entity is the one that does something ("S3 triggers Lambda" in the notes on Lambda). In each of these
    parts they have the notes' order. A line about one of the compared never stands in the column of another."""
    about = _about(store, found)
    known = {statement.id for statement in about}
    acting = [_acted(column, known) for column in found]
    others = store.statements({identity for said in acting for identity in said})
    return tuple(_ordered(column, about, [s for s in others if s.id in acting[n]]) for n, column in enumerate(found))


def _about(store: GraphStore, found: Sequence[Column]) -> list[Statement]:
    """Statements about the compared, then about the features of each: of very many the first."""
    about: list[Statement] = []
    for column in found:
        own = store.statements_about([column.entity.id], limit=column.most_statements)
        left = column.most_statements - len(own)
        about += (*own, *(store.statements_about(column.features, limit=left) if left else ()))
    return about


def _acted(column: Column, known: Collection[str]) -> set[str]:
    """The statements but those known in which the entity does something: of very many the first."""
    acting = [r for r in column.relations if r.source == column.entity.id and r.relation in _DOES]
    places = [(e.document, e.line_start, e.statement) for relation in acting for e in relation.evidence]
    first = sorted({place for place in places if place[-1] not in known})
    return {statement for _, _, statement in first[: 2 * MAX_LINES_ABOUT_OTHERS]}


def _ordered(column: Column, about: Sequence[Statement], others: Sequence[Statement]) -> tuple[Statement, ...]:
    own = [statement for statement in about if statement.about == column.entity.id]
    of_parts = [statement for statement in about if statement.about in column.features]
    return (*own, *of_parts, *others[:MAX_LINES_ABOUT_OTHERS])


def _edges(store: GraphStore, ids: Sequence[str]) -> dict[str, tuple[Edge, ...]]:
    """The first relations of each entity: those from it, then those to it."""
    out = store.edges(ids, direction=Direction.OUT, each=MAX_RELATIONS_PER_ENTITY)
    into = store.edges(ids, direction=Direction.IN, each=MAX_RELATIONS_PER_ENTITY)
    own = {i: [*(e for e in out if e.source == i), *(e for e in into if e.target == i)] for i in ids}
    return {entity_id: tuple(dict.fromkeys(edges)) for entity_id, edges in own.items()}


def _told(store: GraphStore, found: Mapping[str, Sequence[Edge]]) -> dict[str, tuple[Relation, ...]]:
    """The relations of each entity whose lines are read: the first of each direction, and all that join two of them."""
    joining = _first_lines(store.edges_between(found, found))
    chosen: dict[str, list[Edge]] = {}
    for entity_id, edges in found.items():
        out = [edge for edge in edges if edge.source == entity_id]
        into = [edge for edge in edges if edge.source != entity_id]
        own = [edge for edge in joining if entity_id in (edge.source, edge.target)]
        chosen[entity_id] = list(dict.fromkeys([*_most_telling(out), *_most_telling(into), *own]))
    read = {relation[:4]: relation for relation in store.relations_of({e for own in chosen.values() for e in own})}
    return {i: tuple(read[edge[:4]] for edge in own if edge[:4] in read) for i, own in chosen.items()}


def _most_telling(edges: Sequence[Edge]) -> Sequence[Edge]:
    if len(edges) <= MAX_TOLD_RELATIONS:
        return edges
    return [edge for edge in edges if edge.relation not in _OWNED][:MAX_TOLD_OF_MORE]


def _first_lines(joining: Sequence[Edge]) -> Sequence[Edge]:
    """The relations that contrast, then the others, until they have MAX_JOINING_LINES lines."""
    ranked = sorted(joining, key=lambda edge: edge.relation not in SIDE_BY_SIDE)
    before = accumulate((edge.lines for edge in ranked), initial=0)
    return [edge for edge, lines in zip(ranked, before, strict=False) if lines < MAX_JOINING_LINES]


def _parts(
    store: GraphStore, near: Mapping[str, Iterable[Edge]], owned: Mapping[str, Mapping[str, str]]
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


def _parts_of(edges: Iterable[Edge], owners: Collection[str]) -> set[str]:
    return {e.target for e in edges if e.relation is RelationType.HAS_FEATURE and e.source in owners}


def _kinds_of(edges: Iterable[Edge], owners: Collection[str]) -> set[str]:
    return {e.source for e in edges if e.relation is RelationType.KIND_OF and e.target in owners}


def _next(store: GraphStore, fresh: Mapping[str, Collection[str]]) -> dict[str, Iterable[Edge]]:
    features = {feature for own in fresh.values() for feature in own}
    found = store.edges(features, types=_PARTS, each=MAX_RELATIONS_PER_ENTITY) if features else ()
    return dict.fromkeys(fresh, found)

"""What the reading made of the notes: coverage by bucket, lines left as noise, merged names, contradictions, and
entities that nothing is joined with. Nothing is resolved here; what disagrees is put side by side."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from graph.comparison.units import same_scale, scale_of
from graph.names import normal_form
from graph.store import GraphStore
from graph.text import split_lines
from graph.values import Entity, Evidence, Limit, Name, Relation
from graph.vocabulary import READINGS, Bucket, Direction, Kind, RelationType

OPPOSITES: tuple[tuple[RelationType, RelationType], ...] = ((RelationType.SUITED_TO, RelationType.NOT_SUITED_TO),)
"""Relations that deny each other between the same two things."""

ONE_WAY = (RelationType.REPLACES, RelationType.USE_INSTEAD_OF, RelationType.KIND_OF)
"""Relations that cannot hold in both directions (under one condition)."""

_BATCH = 500


@dataclass(frozen=True, slots=True)
class NoiseLine:
    """A line that nothing was read from, with its words."""

    document: str
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Merge:
    """Two spellings that were taken for one thing, by which rule and where."""

    entity: str
    name: str
    spelling: str
    rule: str
    document: str
    line: int


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a contradiction in words, with the lines that say so."""

    says: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Things that the notes say and that cannot all hold: `kind` is ``limit`` or ``relation``."""

    kind: str
    about: str
    subject: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report; `buckets` count lines."""

    buckets: dict[str, int]
    noise: tuple[NoiseLine, ...]
    merges: tuple[Merge, ...]
    contradictions: tuple[Contradiction, ...]
    lonely: tuple[Entity, ...]

    def to_json(self) -> dict[str, Any]:
        """The form that `report --json` prints."""
        return {
            "buckets": self.buckets,
            "noise": [{"document": n.document, "line": n.line, "text": n.text} for n in self.noise],
            "merges": [_merge(merge) for merge in self.merges],
            "contradictions": [_contradiction(one) for one in self.contradictions],
            "lonely": [{"id": e.id, "name": e.name, "kind": e.kind.value} for e in self.lonely],
        }


def report(store: GraphStore) -> Report:
    """What the reading of all documents in the store came to. Reads the whole graph, batch by batch."""
    buckets, noise = _buckets(store)
    return Report(
        buckets=buckets,
        noise=noise,
        merges=tuple(_merges(store)),
        contradictions=tuple(sorted([*_limits(store), *_relations(store)], key=lambda c: (c.kind, c.about, c.subject))),
        lonely=tuple(_lonely(store)),
    )


# -- lines ---------------------------------------------------------------------------------------------


def _buckets(store: GraphStore) -> tuple[dict[str, int], tuple[NoiseLine, ...]]:
    """How many lines are in each bucket (in the vocabulary's order), and those that are noise."""
    counts: Counter[str] = Counter()
    noise: list[NoiseLine] = []
    for document in store.documents():
        lines = store.buckets(document.path)
        counts.update(line.bucket.value for line in lines)
        numbers = [line.line for line in lines if line.bucket is Bucket.NOISE]
        noise += _noise_lines(store, document.path, numbers)
    return {bucket.value: counts[bucket.value] for bucket in Bucket}, tuple(noise)


def _noise_lines(store: GraphStore, path: str, numbers: Sequence[int]) -> Iterator[NoiseLine]:
    document = store.document(path) if numbers else None
    if document is None:
        return
    lines = split_lines(document.text)
    for number in numbers:
        yield NoiseLine(path, number, lines[number - 1].strip() if number <= len(lines) else "")


# -- names ---------------------------------------------------------------------------------------------


def _merges(store: GraphStore) -> Iterator[Merge]:
    """Each other spelling of an entity that a document's words brought in, at its first place for each rule."""
    seen: dict[tuple[str, str, str], Name] = {}
    for name in store.iter_names():
        if name.claim.same_as is not None:
            seen.setdefault((name.entity, name.claim.text.casefold(), name.claim.rule), name)
    names = _names(store, {entity for entity, _, _ in seen})
    for (entity_id, spelling, rule), name in sorted(seen.items()):
        if names[entity_id].casefold() != spelling:  # another case of one name is no merge
            yield Merge(entity_id, names[entity_id], name.claim.text, rule, name.document, name.claim.line)


# -- contradictions --------------------------------------------------------------------------------------


def _limits(store: GraphStore) -> Iterator[Contradiction]:
    """Limits of one owner with one quantity, bound and scope and different values, whatever units they are told in."""
    same: dict[tuple[str, ...], list[tuple[Limit, Relation]]] = defaultdict(list)
    for batch in _batches(store.iter_entities(Kind.LIMIT)):
        limit_of = {entity.id: entity.limit for entity in batch}
        for relation in store.relations(limit_of, types=[RelationType.HAS_LIMIT], direction=Direction.IN):
            limit = limit_of[relation.target]
            if limit is not None:
                same[(relation.source, *_measured(limit))].append((limit, relation))
    disagreeing = {key: found for key, found in same.items() if _values(found) > 1}
    names = _names(store, {key[0] for key in disagreeing})
    for (owner, *_), found in disagreeing.items():
        sides = tuple(Side(limit.name, relation.evidence) for limit, relation in found)
        yield Contradiction("limit", owner, f"{names[owner]}: {found[0][0].bound} {found[0][0].quantity}", sides)


def _measured(limit: Limit) -> tuple[str, str, str, str]:
    return normal_form(limit.quantity), limit.bound.value, normal_form(limit.scope or ""), scale_of(limit.unit)[0]


def _values(found: Sequence[tuple[Limit, Relation]]) -> int:
    return len({value for value, _ in same_scale([(limit.value, limit.unit) for limit, _ in found])})


def _relations(store: GraphStore) -> Iterator[Contradiction]:
    """Relations that deny one another, and those that hold in both directions where they can hold in one only."""
    telling = {relation for pair in OPPOSITES for relation in pair} | set(ONE_WAY)
    found = {_edge(r): r for r in store.iter_relations() if r.relation in telling}
    pairs = [(r, other) for r in found.values() if (other := found.get(_denial(r))) is not None]
    once = {tuple(sorted(map(_edge, pair))): pair for pair in pairs}
    names = _names(store, {end for pair in once.values() for r in pair for end in (r.source, r.target)})
    for one, other in once.values():
        sides = tuple(Side(_words(relation, names), relation.evidence) for relation in (one, other))
        yield Contradiction("relation", one.source, f"{names[one.source]} and {names[one.target]}", sides)


def _edge(relation: Relation) -> tuple[str, str, str, str]:
    return relation.source, relation.relation.value, relation.target, relation.condition or ""


def _denial(relation: Relation) -> tuple[str, str, str, str]:
    """The edge that cannot hold beside this one."""
    opposite = {a: b for pair in OPPOSITES for a, b in (pair, pair[::-1])}
    if relation.relation in opposite:
        return relation.source, opposite[relation.relation].value, relation.target, relation.condition or ""
    return relation.target, relation.relation.value, relation.source, relation.condition or ""


def _words(relation: Relation, names: Mapping[str, str]) -> str:
    reading = READINGS[relation.relation].forward
    condition = f" ({relation.condition})" if relation.condition else ""
    return f"{names[relation.source]} {reading} {names[relation.target]}{condition}"


def _names(store: GraphStore, ids: Collection[str]) -> dict[str, str]:
    return {entity.id: entity.name for entity in store.entities(ids)}


# -- entities without relations --------------------------------------------------------------------------


def _lonely(store: GraphStore) -> Iterator[Entity]:
    """Entities without any relation, limits left out."""
    for batch in _batches(e for e in store.iter_entities() if e.limit is None):
        degrees = store.degree([entity.id for entity in batch])
        yield from (entity for entity in batch if not degrees.get(entity.id))


def _batches(entities: Iterable[Entity]) -> Iterator[tuple[Entity, ...]]:
    rest = iter(entities)
    while batch := tuple(islice(rest, _BATCH)):
        yield batch


# -- JSON ----------------------------------------------------------------------------------------------


def _merge(merge: Merge) -> dict[str, Any]:
    return {
        "entity": merge.entity,
        "name": merge.name,
        "spelling": merge.spelling,
        "rule": merge.rule,
        "document": merge.document,
        "line": merge.line,
    }


def _contradiction(one: Contradiction) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "about": one.about,
        "subject": one.subject,
        "sides": [{"says": side.says, "evidence": [_place(e) for e in side.evidence]} for side in one.sides],
    }


def _place(said: Evidence) -> dict[str, Any]:
    return {"document": said.document, "line_start": said.line_start, "line_end": said.line_end, "text": said.text}

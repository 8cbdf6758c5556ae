"""From the names that a person typed to the entities that are compared, and what to say about the choice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import product

from graph.ceilings import MAX_COMPARED_ENTITIES
from graph.errors import ComparisonError, UnknownNameError
from graph.names import normal_form
from graph.queries.lookup import Candidates, find_name, qualified_name, resolve_name
from graph.store import GraphStore
from graph.values import Entity
from graph.vocabulary import Direction, Kind, RelationType

_MAX_CANDIDATES = 12
_MAX_MEMBERS = 100
_MAX_PARTS = 300
_SORTS = r"(?:types?|kinds?|sorts?|variety|varieties|variants?|options?|modes?|members|classes|family)"
_GROUP = re.compile(
    rf"(?:(?:all|the|different|various) )*(?P<of>{_SORTS} (?:of|in|for) (?:the )?)?(?P<name>.+?)(?P<sorts> {_SORTS})?",
    re.IGNORECASE,
)


def chosen(store: GraphStore, names: Sequence[str]) -> tuple[tuple[Entity, ...], tuple[str, ...]]:
    """The compared entities in the order of their names, and notes on how names were read.

    Raises UnknownNameError, ComparisonError.
    """
    if len(names) == 1:
        return _group(store, names[0])
    if not 2 <= len(names) <= MAX_COMPARED_ENTITIES:
        raise ComparisonError(f"cannot compare {len(names)} things (name two to {MAX_COMPARED_ENTITIES})")
    candidates = _all_candidates(store, names)
    entities = settled(store, [found.entities for found in candidates])
    _check_different(names, entities)
    notes = [_note(store, *each) for each in zip(names, candidates, entities, strict=True)]
    return tuple(entities), tuple(filter(None, notes))


def settled(store: GraphStore, candidates: Sequence[Sequence[Entity]]) -> list[Entity]:
    """One of the candidates for each name: the set with most owners or kinds in common, then with most statements.

    A thing is taken twice only where there is no other way.
    """
    if all(len(found) == 1 for found in candidates):
        return [found[0] for found in candidates]
    everybody = {entity.id for found in candidates for entity in found}
    said = Counter(statement.about for statement in store.statements_about(everybody))
    ranked = [sorted(found, key=lambda e: (-said[e.id], e.id))[: _ceiling(candidates)] for found in candidates]
    above = _above(store, everybody)

    def merit(choice: Iterable[Entity]) -> tuple[int, int, int, int]:
        choice = tuple(choice)
        common = Counter(owner for entity in choice for owner in above[entity.id])
        shared = sum(count for count in common.values() if count > 1)
        kinds = max(Counter(entity.kind for entity in choice).values())
        return len({e.id for e in choice}), shared, kinds, sum(said[e.id] for e in choice)

    return list(max(product(*ranked), key=merit))


def group_members(store: GraphStore, text: str) -> tuple[Entity, ...]:
    """The members of the group that the words name ("EBS volume types"), by name; empty where they name no group.

    Members are the kinds of the thing that is named, else its features where the words ask for types, else the features
    of an owner whose names end with the group's noun ("SQS queues").
    """
    match = _GROUP.fullmatch(" ".join(text.split()))
    if match is None:
        return ()
    for name in dict.fromkeys([text, match["name"]]):
        for head in find_name(store, name).entities:
            members = _kinds(store, head, or_features=bool(match["sorts"] or match["of"]))
            if len(members) > 1:
                return members
    return _named_alike(store, match["name"])


def _group(store: GraphStore, text: str) -> tuple[tuple[Entity, ...], tuple[str, ...]]:
    members = group_members(store, text)
    shown = " ".join(text.split())
    if len(members) < 2:
        try:
            name = resolve_name(store, text).entity.name
        except UnknownNameError as error:
            raise UnknownNameError(f'no group "{shown}" in the notes: {error}', error.suggestions) from None
        raise ComparisonError(f"the notes know no kinds of {name} (name two to {MAX_COMPARED_ENTITIES} things)")
    if len(members) <= MAX_COMPARED_ENTITIES:
        return members, ()
    said = Counter(statement.about for statement in store.statements_about([m.id for m in members]))
    most = sorted(members, key=lambda e: (-said[e.id], e.id))[:MAX_COMPARED_ENTITIES]
    left = ", ".join(member.name for member in members if member not in most)
    kept = tuple(member for member in members if member in most)
    return kept, (f'Of "{shown}" those with most lines are compared; left out: {left}.',)


def _kinds(store: GraphStore, head: Entity, *, or_features: bool) -> tuple[Entity, ...]:
    kinds = store.edges([head.id], types=[RelationType.KIND_OF], direction=Direction.IN, each=_MAX_MEMBERS)
    members = store.entities({edge.source for edge in kinds})
    if len(members) > 1 or not or_features:
        return _by_name(members)
    parts = store.edges([head.id], types=[RelationType.HAS_FEATURE], direction=Direction.OUT, each=_MAX_MEMBERS)
    ids = {edge.target for edge in parts} | {edge.source for edge in kinds}
    return _by_name([entity for entity in store.entities(ids) if entity.kind is Kind.FEATURE])


def _named_alike(store: GraphStore, name: str) -> tuple[Entity, ...]:
    """Features of an owner whose names end with the last words: "SQS queues" are SQS's "FIFO queue" and the like."""
    words = name.split()
    for cut in range(len(words) - 1, 0, -1):
        noun = normal_form(" ".join(words[cut:]))
        for owner in find_name(store, " ".join(words[:cut])).entities:
            parts = store.edges([owner.id], types=[RelationType.HAS_FEATURE], direction=Direction.OUT, each=_MAX_PARTS)
            found = store.entities({edge.target for edge in parts})
            members = [e for e in found if normal_form(e.name).endswith(f" {noun}")]
            if len(members) > 1:
                return _by_name(members)
    return ()


def _by_name(entities: Sequence[Entity]) -> tuple[Entity, ...]:
    return tuple(sorted((e for e in entities if e.limit is None), key=lambda e: (e.name.casefold(), e.id)))


def _all_candidates(store: GraphStore, names: Sequence[str]) -> list[Candidates]:
    """Whom each name may mean. One that is nobody's whole name may be the beginning of one ("Standard" for "Standard
    queue"), where that one belongs with another of the compared. Raises UnknownNameError with the nearest names."""
    found = [find_name(store, name) for name in names]
    others = {entity.id for candidates in found for entity in candidates.entities}
    for place, name in enumerate(names):
        if not found[place].entities:
            begun = _begun(store, name, others)
            if not begun:
                resolve_name(store, name)
            found[place] = Candidates(begun, name, mended=True)
    return found


def _begun(store: GraphStore, name: str, others: set[str]) -> tuple[Entity, ...]:
    """Entities whose names begin with the words and that have an owner in common with one of the others."""
    words = normal_form(name)
    begun = [e for e in store.find_entities(name, limit=50) if normal_form(e.name).startswith(f"{words} ")]
    above = _above(store, others | {entity.id for entity in begun})
    owners = {owner for other in others for owner in above[other]}
    return tuple(entity for entity in begun if entity.limit is None and above[entity.id] & owners) if words else ()


def _ceiling(candidates: Sequence[Sequence[Entity]]) -> int:
    """How many candidates of each name are tried, so that all their combinations stay few."""
    return _MAX_CANDIDATES if len(candidates) == 2 else 4


def _above(store: GraphStore, ids: set[str]) -> dict[str, set[str]]:
    """What each entity is a part or a kind of, the owner in its id included."""
    above = {entity_id: {entity_id.rpartition("/")[0]} - {""} for entity_id in ids}
    for part in store.edges(ids, types=[RelationType.HAS_FEATURE], direction=Direction.IN):
        above[part.target].add(part.source)
    for kind in store.edges(ids, types=[RelationType.KIND_OF], direction=Direction.OUT):
        above[kind.source].add(kind.target)
    return above


def _check_different(names: Sequence[str], entities: Sequence[Entity]) -> None:
    seen: dict[str, str] = {}
    for name, entity in zip(names, entities, strict=True):
        if entity.id in seen:
            raise ComparisonError(
                f'"{seen[entity.id]}" and "{name}" are one thing in the notes, {entity.name} (name another one)'
            )
        seen[entity.id] = name


def _note(store: GraphStore, typed: str, found: Candidates, entity: Entity) -> str:
    shown = " ".join(typed.split())
    if len(found.entities) > 1:
        others = ", ".join(qualified_name(store, other) for other in found.entities if other.id != entity.id)
        return f'"{shown}" is taken as {qualified_name(store, entity)}; it could also be {others}.'
    return f'"{shown}" was read as "{qualified_name(store, entity)}".' if found.mended else ""

"""From a name as a person types it to the entity that is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from graph.errors import AmbiguousNameError, UnknownNameError
from graph.names import NameIndex, forms
from graph.near_words import MIN_MISSPELT_LETTERS
from graph.resolve import fold
from graph.store import GraphStore
from graph.values import Entity
from graph.vocabulary import Direction, Kind, RelationType

MAX_SUGGESTIONS = 3
_MAX_SLIPS = 2
_OWNING = (RelationType.HAS_FEATURE, RelationType.HAS_LIMIT)
_WITH_KIND = re.compile(rf"(.+)\((\s*(?:{'|'.join(Kind)})\s*)\)\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Found:
    """The entity that a typed name means. `name` is the spelling that matched, `mended` whether it was misspelt."""

    entity: Entity
    name: str
    mended: bool = False


@dataclass(frozen=True, slots=True)
class Candidates:
    """All entities that a typed name fits equally well, by id; empty where there are none."""

    entities: tuple[Entity, ...]
    name: str
    mended: bool = False


def resolve_name(store: GraphStore, text: str) -> Found:
    """The one entity that the text names; an id is taken as well.

    Raises UnknownNameError with the nearest names, or AmbiguousNameError with the choices in words that are not.
    """
    candidates = find_name(store, text)
    shown = " ".join(text.split())
    if not candidates.entities:
        suggestions = nearest_names(store, text)
        hint = f" (did you mean {_or(suggestions)}?)" if suggestions else ""
        raise UnknownNameError(f'nothing is called "{shown}" in the notes{hint}', suggestions)
    if len(candidates.entities) > 1:
        choices = tuple(qualified_name(store, entity) for entity in candidates.entities)
        raise AmbiguousNameError(f'"{shown}" fits several: {", ".join(choices)}; name one of them', choices)
    return Found(candidates.entities[0], candidates.name, candidates.mended)


def find_name(store: GraphStore, text: str) -> Candidates:
    """Who the text may mean: exactly its name, else its alias, else `OWNER NAME`, `OWNER/NAME` or `NAME (kind)`, else
    its plural or other spelling, else the one name that it misspells. Case never counts, and limits come last."""
    for spelling in (text, *forms(text)):
        entities = _best(store, spelling) or _of_owner(store, spelling) or _of_kind(store, spelling)
        if entities:
            return Candidates(entities, spelling)
    mended = _mended(store, text)
    entities = (_best(store, mended) or _of_owner(store, mended)) if mended else ()
    return Candidates(entities, mended or text, mended is not None)


def qualified_name(store: GraphStore, entity: Entity) -> str:
    """The name with what tells the entity from others of that name: its owner's name before it, else its kind."""
    owner = owner_of(store, entity)
    return f"{owner.name} {entity.name}" if owner else f"{entity.name} ({entity.kind})"


def owner_of(store: GraphStore, entity: Entity) -> Entity | None:
    """The entity that this one is a feature or limit of; the one in its id where there are several, else the first."""
    owners = store.entities(_owner_ids(store, entity))
    in_id = [owner for owner in owners if entity.id.startswith((f"{owner.id}/", f"{owner.id}#"))]
    return next(iter(in_id or owners), None)


def nearest_names(store: GraphStore, text: str) -> tuple[str, ...]:
    """Names that look like the text or hold its words, best first, for "did you mean"."""
    from rapidfuzz import fuzz, process

    by_words = [entity.name for entity in store.find_entities(text, limit=MAX_SUGGESTIONS)]
    names = sorted({name for name, _ in store.vocabulary()})
    alike = process.extract(
        fold(text), names, scorer=fuzz.ratio, processor=fold, limit=MAX_SUGGESTIONS, score_cutoff=60
    )
    return tuple(dict.fromkeys([*(name for name, _, _ in alike), *by_words]))[:MAX_SUGGESTIONS]


def _best(store: GraphStore, name: str) -> tuple[Entity, ...]:
    entities = store.named(name)
    by_id = store.entity(name.strip())
    if by_id is not None and (not entities or "/" in by_id.id or "#" in by_id.id):
        return (by_id,)
    entities = tuple(entity for entity in entities if entity.limit is None) or entities
    by_name = tuple(entity for entity in entities if fold(entity.name) == fold(name))
    return by_name or entities


def _of_owner(store: GraphStore, text: str) -> tuple[Entity, ...]:
    """Entities that the text's end names and that belong to what its beginning names; the longest owner's name wins."""
    words = text.replace("/", " ").split()
    for cut in range(len(words) - 1, 0, -1):
        owners = {owner.id for owner in _best(store, " ".join(words[:cut]))}
        named = store.named(" ".join(words[cut:])) if owners else ()
        members = tuple(entity for entity in named if not owners.isdisjoint(_owner_ids(store, entity)))
        if members:
            return members
    return ()


def _of_kind(store: GraphStore, text: str) -> tuple[Entity, ...]:
    match = _WITH_KIND.fullmatch(text.casefold())
    if match is None:
        return ()
    entities = tuple(entity for entity in store.named(match[1]) if entity.kind == match[2].strip())
    return tuple(entity for entity in entities if "/" not in entity.id) or entities


def _owner_ids(store: GraphStore, entity: Entity) -> set[str]:
    """Whom the entity is a part, a limit or a variety of, and the owner in its id."""
    owning = store.edges([entity.id], types=_OWNING, direction=Direction.IN)
    kinds = store.edges([entity.id], types=[RelationType.KIND_OF], direction=Direction.OUT)
    ids = {edge.source for edge in owning} | {edge.target for edge in kinds}
    return ids | ({entity.id.rpartition("/")[0]} - {""})


def _mended(store: GraphStore, text: str) -> str | None:
    """What the text misspells: one name as a whole, else names' words one by one; None where that is not clear.

    The guards are the misspelling matcher's: same first letter, five letters or more, no digit touched, one slip in
    a short name and two in a long one, and no other name as near.
    """
    typed = fold(text)
    if sum(map(str.isalpha, typed)) < MIN_MISSPELT_LETTERS:
        return None
    vocabulary = list(store.vocabulary())
    near = sorted(_slips(typed, vocabulary))
    if near and (len(near) == 1 or near[1][0] > near[0][0] or near[1][2] == near[0][2]):
        return near[0][1]
    index = NameIndex()
    for word in {word for name, _ in vocabulary for word in re.findall(r"[a-z]{5,}", name.lower())}:
        index.add_word(word)
    mended = " ".join(index.mend(word) or word for word in typed.split())
    return mended if mended != typed else None


def _slips(typed: str, vocabulary: Iterable[tuple[str, str]]) -> Iterable[tuple[int, str, str]]:
    from rapidfuzz.distance import DamerauLevenshtein

    digits = re.findall(r"\d", typed)
    for name, entity_id in vocabulary:
        if abs(len(name) - len(typed)) > _MAX_SLIPS:  # folding all names would cost ten times as much
            continue
        known = fold(name)
        allowed = 1 if len(known) < 8 else _MAX_SLIPS
        if known[:1] != typed[0] or abs(len(known) - len(typed)) > allowed or re.findall(r"\d", known) != digits:
            continue
        slips = DamerauLevenshtein.distance(typed, known, score_cutoff=allowed)
        if slips <= allowed:
            yield slips, name, entity_id


def _or(names: tuple[str, ...]) -> str:
    return " or ".join(filter(None, [", ".join(names[:-1]), names[-1]]))

"""A starter pack from a person's own notes: the names that no pack knows yet, how often they stand there, and what they
seem to be. It is a proposal to be edited, not something to read with as it is."""

from __future__ import annotations

import os
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graph.errors import NotesError
from graph.identity import slug
from graph.lexicon import is_transparent, lead_in
from graph.names import is_ordinary, normal_form
from graph.quantities.words import quantity_words
from graph.queries.lookup import owner_of
from graph.resolve import PACK_RULE
from graph.store import GraphStore
from graph.values import Entity, Name, Pack, PackEntity
from graph.vocabulary import Kind
from ingest.library import Options, ingest_paths
from ingest.packs.files import entity_text, pack_text

MAX_NAME_WORDS = 4
MIN_LINES = 2
_KINDS = (Kind.SERVICE, Kind.FEATURE, Kind.TECHNOLOGY, Kind.CONCEPT)
_NO_ALIAS = ("misspel", "part of its owner")


@dataclass(frozen=True, slots=True)
class SuggestedName:
    """A name for a pack: on how many lines the notes have it, and where first."""

    entity: PackEntity
    lines: int
    document: str
    line: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The names, by kind and then most frequent first; `known` counts the things that packs know already.

    `failed` are files that could not be read, each with its problem.
    """

    name: str
    names: tuple[SuggestedName, ...]
    known: int
    failed: tuple[tuple[str, str], ...] = ()

    @property
    def pack(self) -> Pack:
        """The proposal as a pack."""
        return Pack(self.name, "", tuple(suggested.entity for suggested in self.names))


def suggest(paths: Sequence[str | os.PathLike[str]], options: Options | None = None) -> Suggestion:
    """What a pack for these notes could hold. Raises NotesError where there is nothing to read, PackError."""
    from graph.stores import open_store

    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "suggest.db", create=True)
        try:
            summary = ingest_paths(store, paths, options)
            failed = tuple((failure.path, failure.problem) for failure in summary.failed)
            if failed and not summary.added:
                raise NotesError(failed[0][1])
            return _suggestion(store, _pack_name(paths), failed)
        finally:
            store.close()


def suggestion_text(suggestion: Suggestion) -> str:
    """The pack in TOML, with a comment on each name: on how many lines it stands, and where first."""
    head, _, rest = pack_text(suggestion.pack).partition("entity = [\n")
    lines = [
        "# A starter pack from your notes. Keep what names a thing of your field, mend kinds and owners, add aliases,",
        f"# delete the rest. Left out: {suggestion.known} things that the packs in use know already.",
        "# Kinds: service (used on its own), feature (part of another: of = ...), technology, concept.",
        head.rstrip("\n"),
        "",
        "entity = [",
    ]
    kind = None
    for suggested in suggestion.names:
        if suggested.entity.kind is not kind:
            kind = suggested.entity.kind
            lines.append(f"    # {kind}")
        count = f"{suggested.lines} line{'s' if suggested.lines != 1 else ''}"
        lines.append(f"    {entity_text(suggested.entity)},  # {count}, first {_comment(suggested)}")
    return "\n".join([*lines, "]"]) + rest.partition("\n]")[2].rstrip("\n") + "\n"


def _comment(suggested: SuggestedName) -> str:
    document = "".join(c if c.isprintable() else "?" for c in suggested.document)
    return f"{document}:{suggested.line}"


def _pack_name(paths: Sequence[str | os.PathLike[str]]) -> str:
    return slug(Path(os.path.abspath(paths[0])).stem) if paths else "notes"


@dataclass
class _Seen:
    """What the documents call an entity, and where."""

    places: set[tuple[str, int]] = field(default_factory=set)
    spellings: set[str] = field(default_factory=set)
    known: bool = False

    def add(self, name: Name) -> None:
        claim = name.claim
        self.places.add((name.document, claim.line))
        self.known = self.known or claim.rule == PACK_RULE
        if not claim.rule.startswith(_NO_ALIAS):
            self.spellings.add(claim.text)


def _suggestion(store: GraphStore, name: str, failed: tuple[tuple[str, str], ...]) -> Suggestion:
    seen: dict[str, _Seen] = defaultdict(_Seen)
    for claim in store.iter_names():
        seen[claim.entity].add(claim)
    known = {entity_id for entity_id, found in seen.items() if found.known}
    told = {statement.about for statement in store.iter_statements()}
    fresh = [
        entity
        for entity in store.iter_entities()
        if entity.limit is None and entity.id in seen and entity.id not in known
        if _is_name(entity) and (entity.id in told or len(seen[entity.id].places) >= MIN_LINES)
    ]
    names = list(_owned(store, fresh, seen))
    return Suggestion(name, tuple(sorted(names, key=_order)), len(known), failed)


def _is_name(entity: Entity) -> bool:
    """Whether the words look like a name that other notes would have too: few of them, no label ("Benefits"), no unit,
    no ordinary word in lower case, and no mere words in a concept."""
    name = entity.name
    words = name.split()
    if not 0 < len(words) <= MAX_NAME_WORDS or not any(c.isalpha() for c in name) or not name.isprintable():
        return False
    if is_transparent(name) or lead_in(name) is not None or name in quantity_words().units.table.values():
        return False
    if len(words) == 1 and name.islower() and is_ordinary(name):
        return False
    if entity.kind is not Kind.CONCEPT or any(c.isupper() or c.isdigit() for c in name[1:]):
        return True
    return len(words) == 1 and name[0].isupper() and not is_ordinary(name.lower())


def _match(name: str) -> str:
    """An ordinary word counts as a name only where it is written with its capitals."""
    return "capitals" if name[0].isupper() and " " not in name and is_ordinary(name.lower()) else "exact"


def _owned(store: GraphStore, fresh: Sequence[Entity], seen: dict[str, _Seen]) -> Iterator[SuggestedName]:
    """The names with their owners and aliases; a name that stands there already, as somebody's alias, is left out."""
    packs = {n.casefold() for pack in store.packs() for e in pack.entities for n in (e.name, *e.aliases)}
    own = {entity.name.casefold() for entity in fresh}
    taken: set[tuple[str, str]] = set()
    for entity in fresh:
        above = owner_of(store, entity) if entity.kind is Kind.FEATURE else None
        owner = above.name if above is not None and above.name.casefold() in packs | own else None
        home = slug(owner) if owner else ""
        if (slug(entity.name), home) in taken:
            continue
        taken.add((slug(entity.name), home))
        aliases = tuple(_aliases(entity, seen[entity.id].spellings, taken, home))
        document, line = min(seen[entity.id].places)
        named = PackEntity(entity.name, entity.kind, aliases, owner, _match(entity.name))
        yield SuggestedName(named, len(seen[entity.id].places), document, line)


def _aliases(entity: Entity, spellings: Iterable[str], taken: set[tuple[str, str]], home: str) -> Iterator[str]:
    """Other spellings that the reader would not find by itself: plurals, case and hyphens are its own affair."""
    forms = {normal_form(entity.name)}
    for spelling in sorted(spellings):
        form = normal_form(spelling)
        if form and form not in forms and (slug(spelling), home) not in taken:
            forms.add(form)
            taken.add((slug(spelling), home))
            yield spelling


def _order(suggested: SuggestedName) -> tuple[int, int, str, str]:
    entity = suggested.entity
    return _KINDS.index(entity.kind), -suggested.lines, entity.name.casefold(), entity.owner or ""

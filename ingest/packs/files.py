"""Domain packs: reading, checking and writing the TOML files that name a domain's things.

A pack is checked whole when it is read; every problem is told with file, line and the way out.
"""

from __future__ import annotations

import dataclasses
import functools
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from graph.errors import PackError
from graph.identity import slug
from graph.values import Pack, PackEntity
from ingest.bundled import packs_folder
from ingest.packs.check import examine

ROOT_PACK = "noteweave-pack.toml"
"""The name of a person's own pack at the root of their notes."""


def read_pack(path: Path, known: Iterable[Pack] = ()) -> Pack:
    """The pack in the file. `known` are packs whose names its features may belong to.

    Raises PackError with the first problem and the number of further ones.
    """
    pack, problems = examine(path, _names(known))
    if problems:
        more = f" (and {len(problems) - 1} more; see: noteweave pack check {path})" if len(problems) > 1 else ""
        raise PackError(problems[0] + more)
    return pack


def check_pack(path: Path, known: Iterable[Pack] = ()) -> tuple[str, ...]:
    """All problems of the file by line, each with file, line and the way out; empty where it is right."""
    return examine(path, _names(known))[1]


@functools.cache
def shipped_packs() -> tuple[Pack, ...]:
    """The packs that ship: first what everybody refers to (technology), then the domains by name."""
    paths = sorted(packs_folder().glob("*.toml"), key=lambda path: (path.stem != "technology", path.stem))
    return tuple(read_pack(path) for path in paths)


def load_packs(root: Path | None, extra: Sequence[Path] = (), use_packs: bool = True) -> tuple[Pack, ...]:
    """The packs to read with: the shipped ones, the root folder's own, then each of `extra`; none without `use_packs`.

    What a later pack names is no longer named by an earlier one. Raises PackError.
    """
    if not use_packs:
        return ()
    packs = shipped_packs()
    own = [root / ROOT_PACK] if root is not None and (root / ROOT_PACK).is_file() else []
    for path in [*own, *extra]:
        newer = read_pack(path, packs)
        packs = (*(_yield_to(newer, older) for older in packs), newer)
    return packs


def pack_text(pack: Pack) -> str:
    """The pack in TOML; digests aside, reading it gives the same pack."""
    lines = [f"pack = {_toml(pack.name)}"]
    if pack.prefixes:
        lines.append(f"prefixes = {_toml(pack.prefixes)}")
    if pack.never_same:
        lines += ["never_same = [", *(f"    {_toml(names)}," for names in pack.never_same), "]"]
    lines += ["", "entity = [", *(f"    {entity_text(entity)}," for entity in pack.entities), "]"]
    for verb in pack.verbs:
        lines += ["", "[[verb]]", f"relation = {_toml(verb.relation.value)}", f"words = {_toml(verb.words)}"]
        lines.append(f"direction = {_toml(verb.direction)}")
    return "\n".join(lines) + "\n"


def entity_text(entity: PackEntity) -> str:
    """One entity as an inline table, without what is left at its default."""
    fields = {"name": entity.name, "kind": entity.kind.value, "of": entity.owner, "aliases": entity.aliases}
    fields["match"] = entity.match if entity.ambiguous else None
    fields["capitals"] = entity.capitals
    fields["context"] = entity.context
    return "{ " + ", ".join(f"{key} = {_toml(value)}" for key, value in fields.items() if value) + " }"


def _toml(value: object) -> str:
    # A JSON string or list of strings is one in TOML too, but for the delete character.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _names(packs: Iterable[Pack]) -> set[str]:
    return {name for pack in packs for entity in pack.entities for name in (entity.name, *entity.aliases)}


def _identity(entity: PackEntity) -> tuple[str, str]:
    return slug(entity.name), slug(entity.owner) if entity.owner else ""


def _yield_to(newer: Pack, older: Pack) -> Pack:
    """The older pack without the things that the newer one names; an owned name yields only to the same owner's."""
    named = {_identity(entity) for entity in newer.entities}
    free = {slug(name) for entity in newer.entities if not entity.owner for name in (entity.name, *entity.aliases)}
    kept = []
    for entity in older.entities:
        if _identity(entity) in named or (not entity.owner and slug(entity.name) in free):
            continue
        aliases = tuple(alias for alias in entity.aliases if slug(alias) not in free)
        kept.append(dataclasses.replace(entity, aliases=aliases))
    return dataclasses.replace(older, entities=tuple(kept))

"""The names of the packs, ready to be looked for: one index a set of packs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from graph import forms as pack_forms
from graph.identity import name_key, slug
from graph.names import Entry, NameIndex
from graph.values import Pack, PackEntity

MIN_UNAMBIGUOUS_NAMES = 3
"""So many unambiguous names of a pack make a document one of its domain."""


def entity_key(entity: PackEntity) -> str:
    """An owned name that is also a common word stands below its owner; any other by itself."""
    return name_key(entity.name, slug(entity.owner) if entity.owner and entity.ambiguous else None)


def pack_entries(pack: Pack) -> Iterable[tuple[Entry, bool]]:
    """Every spelling of every name of a pack, with whether it is also a common word."""
    for form in pack_forms.forms(pack):
        entity = form.entity
        key = entity_key(entity)
        owner = slug(entity.owner) if entity.owner else None
        prefix = owner if "/" in key else None
        rule = "pack" if form.text == entity.name else "alias"
        text_key = name_key(form.text, prefix)
        target = key if text_key != key else None
        yield Entry(text_key, form.text, entity.kind, rule, form.match, owner, target), form.ambiguous
    for (
        entity
    ) in pack.entities:  # what stands only behind its owner's name elsewhere stands alone in its owner's section
        if entity.match == "prefix" and entity.owner:
            key = entity_key(entity)
            yield Entry(key, entity.name, entity.kind, "pack", "local", slug(entity.owner)), True


class PackNames:
    """What a set of packs knows. Built once a set and a process."""

    def __init__(self, packs: tuple[Pack, ...]) -> None:
        self.index = NameIndex(never_same=frozenset(frozenset(pair) for pack in packs for pair in pack.never_same))
        self.pack_of: dict[str, str] = {}
        self.by_key: dict[str, PackEntity] = {}
        self.vendors = frozenset(slug(prefix) for pack in packs for prefix in pack.prefixes)
        self.owners: dict[str, str] = {}
        self.parts: dict[str, list[Entry]] = defaultdict(list)
        for pack in packs:
            for entity in pack.entities:
                key = entity_key(entity)
                self.by_key[key] = entity
                if entity.owner:
                    self.owners.setdefault(slug(entity.name), slug(entity.owner))
                    self.parts[slug(entity.owner)].append(
                        Entry(key, entity.name, entity.kind, "pack", "exact", slug(entity.owner))
                    )
            for entry, _ in pack_entries(pack):
                self.index.add(entry)
                self.pack_of.setdefault(entry.entity_key, pack.name)


@lru_cache(maxsize=4)
def pack_names(packs: tuple[Pack, ...]) -> PackNames:
    """The names of a set of packs."""
    return PackNames(packs)

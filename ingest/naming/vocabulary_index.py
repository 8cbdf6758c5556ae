"""The names of the packs, ready to be looked for: one index a set of packs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import attrgetter

from graph import forms as pack_forms
from graph.identity import name_key, slug
from graph.names import Entry, NameIndex, normal_form
from graph.values import Pack, PackEntity
from graph.vocabulary import Kind

MIN_UNAMBIGUOUS_NAMES = 3
"""So many unambiguous names of a pack make a document one of its domain."""


class Keys:
    """The keys of the packs' entities; a common word, or a name that several owners share, stands below its owner's.

    `owners` has the owner's key by the entity's. An owner is the entity of that name that stands last before the part
    in the same pack, else what any pack calls so.
    """

    def __init__(self, packs: Sequence[Pack]) -> None:
        owners: dict[str, set[str | None]] = defaultdict(set)
        for pack in packs:
            for entity in pack.entities:
                owners[slug(entity.name)].add(entity.owner)
        shared = {name for name, several in owners.items() if len(several) > 1}
        self.of: dict[PackEntity, str] = {}
        self.owners: dict[str, str] = {}
        for pack in packs:
            before: dict[str, str] = {}
            for entity in pack.entities:
                name = slug(entity.name)
                owner = before.get(slug(entity.owner), slug(entity.owner)) if entity.owner else None
                key = name_key(entity.name, owner if entity.ambiguous or name in shared else None)
                self.of[entity] = before[name] = key
                if owner:
                    self.owners.setdefault(key, owner)


def pack_entries(pack: Pack, keys: Keys) -> Iterator[Entry]:
    """Every spelling of every name of a pack."""
    for entity, forms in groupby(pack_forms.forms(pack), attrgetter("entity")):
        key = keys.of[entity]
        owner = keys.owners.get(key)
        for form in forms:
            rule = "pack" if form.text == entity.name else "alias"
            text_key = name_key(form.text, owner if "/" in key else None)
            target = key if text_key != key else None
            yield Entry(text_key, form.text, entity.kind, rule, form.match, owner, target)
    for entity in pack.entities:
        # What stands only behind its owner's name elsewhere stands alone in its owner's section.
        if entity.match == "prefix" and entity.owner:
            key = keys.of[entity]
            yield Entry(key, entity.name, entity.kind, "pack", "local", keys.owners[key])


class PackNames:
    """What a set of packs knows. Built once a set and a process."""

    def __init__(self, packs: tuple[Pack, ...]) -> None:
        never_same = (frozenset(map(normal_form, names)) for pack in packs for names in pack.never_same)
        self.index = NameIndex(never_same=frozenset(never_same))
        self.pack_of: dict[str, str] = {}
        self.by_key: dict[str, PackEntity] = {}
        self.vendors: dict[str, frozenset[str]] = {}
        self.parts: dict[tuple[str, str], list[Entry]] = defaultdict(list)  # by owner and first letter
        keys = Keys(packs)
        self.owners = keys.owners
        self.parts_of: dict[str, list[str]] = defaultdict(list)
        """The keys of the known parts of each thing."""
        for key, whole in keys.owners.items():
            self.parts_of[whole].append(key)
        for pack in packs:
            for entity in pack.entities:
                key = keys.of[entity]
                self.by_key[key] = entity
                if entity.owner:
                    owner = keys.owners[key]
                    self.parts[owner, entity.name[:1].lower()].append(
                        Entry(key, entity.name, entity.kind, "pack", "exact", owner)
                    )
            for entry in pack_entries(pack, keys):
                self.index.add(entry)
                self.pack_of.setdefault(entry.entity_key, pack.name)
        services = {key for key, entity in self.by_key.items() if entity.kind is Kind.SERVICE}
        self.vendors = {pack.name: frozenset(map(slug, pack.prefixes)) - services for pack in packs}


@lru_cache(maxsize=4)
def pack_names(packs: tuple[Pack, ...]) -> PackNames:
    """The names of a set of packs."""
    return PackNames(packs)

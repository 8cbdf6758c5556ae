"""The spellings under which the names of a pack are looked for: prefixes, hyphens, joined and split words.

Packs list names once; what people make of them ("AWS Lambda", "Cloud Formation", "Multi AZ") is worked out here.
Plurals and case are the matcher's affair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from graph.values import Pack, PackEntity
from graph.vocabulary import Kind

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WHOLE_CAMEL = re.compile(r"[A-Z][a-z]{2,}(?:[A-Z][A-Za-z]+)+")


class Form(NamedTuple):
    """A spelling to look for, whose it is, and how much a text must look like it: exact, context or capitals.
    `prefix` is what was put before the name."""

    text: str
    entity: PackEntity
    match: str
    prefix: str = ""

    @property
    def ambiguous(self) -> bool:
        """Whether it counts only in documents that hold unambiguous forms of the same pack."""
        return self.match != "exact"


def spellings(name: str) -> tuple[str, ...]:
    """Other ways to write a name, without itself: hyphens as spaces or gone, a stroke as a space, two words as one.

    >>> spellings("Multi-AZ"), spellings("Step Functions"), spellings("blue/green deployment"), spellings("topic")
    (('Multi AZ', 'MultiAZ'), ('StepFunctions',), ('blue green deployment', 'blue-green deployment'), ())
    """
    found = []
    if "/" in name.strip("/"):
        found.append(name.replace("/", " "))
        found.append(name.replace("/", "-"))
    if "-" in name and not name.startswith("-"):  # an option's dashes are more than spelling
        found.append(name.replace("-", " "))
        found.append(name.replace("-", ""))
    words = name.split(" ")
    if len(words) == 2 and all(word.isalpha() and word[0].isupper() and word[1:].islower() for word in words):
        found.append("".join(words))
    return tuple(found)


def split_camel(name: str) -> str | None:
    """The words of a name that is written as one: "Cloud Formation"; None where there is nothing to split."""
    return _CAMEL.sub(" ", name) if _WHOLE_CAMEL.fullmatch(name) else None


def forms(pack: Pack) -> Iterator[Form]:
    """Every spelling of every name of the pack, each once for an entity, in the pack's order."""
    owners = {name.casefold(): entity for entity in pack.entities for name in (entity.name, *entity.aliases)}
    for entity in pack.entities:
        seen: set[str] = set()
        for form in _forms_of(entity, pack.prefixes, owners):
            if form.text not in seen:
                seen.add(form.text)
                yield form


def _forms_of(entity: PackEntity, prefixes: tuple[str, ...], owners: dict[str, PackEntity]) -> Iterator[Form]:
    for name in (entity.name, *entity.aliases):
        match = _match_of(entity, name)
        if match != "prefix":
            yield Form(name, entity, match)
            for text in spellings(name):
                yield Form(text, entity, match)
            split = split_camel(name)
            if split:  # "open search" is no name outside its domain
                yield Form(split, entity, "context" if match == "exact" else match)
        for prefix in _prefixes_of(entity, prefixes, owners):
            if not name.casefold().startswith(prefix.casefold() + " "):
                yield Form(f"{prefix} {name}", entity, "exact", prefix)


def _match_of(entity: PackEntity, name: str) -> str:
    for match, names in (("capitals", entity.capitals), ("context", entity.context)):
        if name in names:
            return match
    return entity.match if name == entity.name else "exact"


def _prefixes_of(entity: PackEntity, prefixes: tuple[str, ...], owners: dict[str, PackEntity]) -> tuple[str, ...]:
    if entity.kind is Kind.SERVICE:
        return prefixes
    if entity.match != "prefix" or not entity.owner:
        return ()
    owner = owners.get(entity.owner.casefold())
    return (owner.name, *owner.aliases) if owner else (entity.owner,)

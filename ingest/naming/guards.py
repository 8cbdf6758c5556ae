"""When words that have the form of a name may be taken for it.

A wrong link is worse than none. A pack's common words count only in documents of its domain; a part is named only
where its owner is; a name that is also a word needs its capitals, and not because a sentence starts there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from graph.identity import bare_key, slug
from graph.names import Entry, has_capitals_of, is_ordinary, singular
from graph.vocabulary import Kind
from ingest.naming.vocabulary_index import MIN_UNAMBIGUOUS_NAMES, PackNames
from ingest.terms import is_verb, word_list

ALWAYS_ON = "technology"
"""The pack of what everybody refers to; its common words need no document of its domain."""
MIN_SHARE = 0.05
"""So many names of the pack that the notes name most, and another pack's common words count too."""
MIN_SHARE_OF_FIELD = 0.5
"""Of the pack's names that the notes name most; a pack with fewer is of another field than the notes."""
MIN_INITIALS = 3
"""Letters; shorter ones stand for too many things."""
MAX_OWNERS = 4
"""A part of a part of a part: packs do not nest deeper."""
_PACK_RULES = ("pack", "alias")
_ADJECTIVE = re.compile(r"-(?:intensive|heavy|hungry|bound|sensitive|critical|oriented)\b", re.IGNORECASE)
_ENDS = re.compile(r"[:;,.!?] |(?<= )[-–—] |(?<= )(?:=|≠|!=|→|[-=]>) | \(")
_TWICE = 2
_WORD_BEHIND = re.compile(r"\s+([a-z]+)")


class Hit(NamedTuple):
    """Words of a text that have the form of a name."""

    start: int
    end: int
    entry: Entry
    exact: bool = True


EARLY = 2
_GOES_ON_AS_NAME = re.compile(r"-[A-Z][a-z]+(?![\w-])")
_NOUN_BEHIND = re.compile(r" [a-z]{2}")


class Guards:
    """The guards of one document, from all pack names that stand in it."""

    def __init__(self, packs: PackNames, hits: Iterable[Hit]) -> None:
        self.packs = packs
        seen: dict[str, set[str]] = defaultdict(set)
        present, named = set(), set()
        for hit in hits:
            if hit.entry.match == "exact":
                seen[packs.pack_of[hit.entry.entity_key]].add(hit.entry.entity_key)
            if not hit.entry.owner:
                present.add(bare_key(hit.entry.entity_key))
            named.add(hit.entry.entity_key)
        self.present, self.named = frozenset(present), frozenset(named)
        self.names_of_pack = {pack: len(keys) for pack, keys in seen.items()}
        told = {pack: n for pack, n in self.names_of_pack.items() if n >= MIN_UNAMBIGUOUS_NAMES}
        least = MIN_SHARE * max(told.values(), default=0)
        self.active = frozenset(pack for pack, n in told.items() if n >= least) | {ALWAYS_ON}
        self.vendors = frozenset(key for pack in told for key in packs.vendors.get(pack, ()))
        """Keys of those whose name stands before everything of this document's domains ("AWS")."""
        self.is_new_product: Callable[[str], bool] = lambda _: False
        """Whether a key is that of a product which no pack knows; told once the titles are read."""

    def accept(self, entry: Entry, text: str, start: int, end: int, *, title: bool, context: Sequence[str]) -> bool:
        """Whether `text[start:end]` may name the entry. `context` are the keys above it; a title needs no sentence."""
        is_option = entry.text.startswith("-") and entry.text.lstrip("-").isalpha()
        if is_option and not text.startswith("-", start) and text[start - 1 : start] not in ("-", "`"):
            return False  # "waits" is no "--wait"
        if entry.match == "local":
            return entry.owner in context and (title or not _is_done(text, start, end))
        if text.endswith("::", 0, start) and "::" not in entry.text:
            return False  # the rest of a longer name: "Harbour::Barge"
        if _GOES_ON_AS_NAME.match(text, end) and "-" not in entry.text:
            return False  # the beginning of a longer one: "Harbour-Web"
        surface = text[start:end]
        if start < EARLY and surface.lower() in word_list("emphasis") and _NOUN_BEHIND.match(text, end):
            return False  # "key facts"
        if (" " in surface and _is_deed(surface, entry.text)) or _is_no_plural(surface, entry.text):
            return False
        if entry.rule in _PACK_RULES and not (self.owner_is_near(entry, context) or self.is_initials(entry, surface)):
            return False
        if entry.match == "exact":
            return True
        if entry.match == "shouted":
            return surface.rstrip("s").isupper()
        if entry.rule in _PACK_RULES and self._is_anothers(entry, context):
            return False
        if self.packs.pack_of.get(entry.entity_key) not in self.active and entry.owner not in context:
            return False
        if entry.match == "context":
            return True
        if " " in surface and entry.entity_key in context:
            return True  # "night ferry" below the title "Night Ferry"
        if entry.owner in context and surface.istitle() and entry.text.isupper() and not is_ordinary(surface.lower()):
            return True  # "Mmr" below the tower is its machine room
        is_sure = title or entry.entity_key in self.named or not _only_starts(entry, text, start, end)
        return has_capitals_of(surface, entry.text) and is_sure

    def owner_is_near(self, entry: Entry, context: Sequence[str]) -> bool:
        """Whether a part's owner is above it or anywhere in the notes, or is named by the part's own name."""
        if entry.owner is None or entry.text.lower().startswith(bare_key(entry.owner)):
            return True
        if entry.match == "context" and entry.text.isalpha() and entry.text.islower():
            return entry.owner in context or entry.owner in self.named  # a word as common needs its very owner
        owner: str | None = entry.owner
        for _ in range(MAX_OWNERS):
            if owner is None or owner in self.present or owner in context:
                break
            owner = self.packs.owners.get(owner)
        return owner is not None

    def has_varieties(self, owner: str, text: str) -> bool:
        """Whether a thing has known parts that are varieties of what a text names ("night ferry" of "ferry")."""
        ending = f"-{slug(singular(text.lower()))}"
        return any(key.endswith(ending) for key in self.packs.parts_of.get(owner, ()))

    def is_initials(self, entry: Entry, surface: str) -> bool:
        """Whether a part goes by initials that the notes' own domain knows: "ALB" needs no word of its owner."""
        is_told = self.packs.pack_of.get(entry.entity_key) in self.active - {ALWAYS_ON}
        is_written = entry.text.isupper() and surface.rstrip("s").isupper()
        return is_told and is_written and len(entry.text) >= MIN_INITIALS

    def wholes(self, owner: str | None) -> tuple[str, ...]:
        """The owners of an owner, the nearest first."""
        found: list[str] = []
        while owner is not None and len(found) < MAX_OWNERS:
            owner = self.packs.owners.get(owner)
            if owner is None or owner in found:
                break
            found.append(owner)
        return tuple(found)

    def distance(self, entry: Entry, surface: str) -> tuple[bool, int]:
        """Names of the notes themselves first, then those of the pack that the document has most of.

        Before all a name that is split into words as the surface is: "Nightferry" is not the "night ferry" of another.
        """
        if entry.rule == "abbreviation":
            return False, 0
        pack = self.packs.pack_of.get(entry.entity_key)
        is_split_otherwise = surface.count(" ") != entry.text.replace("-", " ").count(" ")
        return is_split_otherwise, 0 if pack is None else 1000 - self.names_of_pack.get(pack, 0)

    def is_of_another_field(self, entry: Entry) -> bool:
        """Whether another pack than an entry's own has most of the document's names, by far."""
        most = max(self.names_of_pack.values(), default=0)
        own = self.names_of_pack.get(self.packs.pack_of.get(entry.entity_key, ""), 0)
        return own < MIN_SHARE_OF_FIELD * most

    def without_anothers(self, hits: Sequence[Hit]) -> Iterator[Hit]:
        """The hits in their order, but common words right behind a product's name that are known as parts of another
        one: "Pier stages" are no stages of the mill."""
        for before, hit in zip((None, *hits), hits, strict=False):
            owner = hit.entry.owner
            is_behind = before is not None and before.entry.kind is Kind.SERVICE and before.end + 1 == hit.start
            of_it = before is not None and before.entry.entity_key in (owner, *self.wholes(owner))
            if not (is_behind and _is_owned_word(hit.entry)) or of_it:
                yield hit

    def _is_anothers(self, entry: Entry, context: Sequence[str]) -> bool:
        """Whether an owned common word stands in the section of another service."""
        if not _is_owned_word(entry) or entry.owner in context:
            return False
        return any(self._is_service(key) or self.is_new_product(key) for key in context)

    def _is_service(self, key: str) -> bool:
        return key in self.packs.by_key and self.packs.by_key[key].kind is Kind.SERVICE


def _is_owned_word(entry: Entry) -> bool:
    """Whether a name is one common word that is known as a part of something: "stages" of the pipeline."""
    return entry.owner is not None and "/" in entry.entity_key and " " not in entry.text


def _is_no_plural(surface: str, name: str) -> bool:
    """Whether a name in capitals ends in one that its like lacks: neither of "DOCK" and "DOCKS" is the other."""
    return surface.isupper() and name.isupper() and surface.endswith("S") != name.endswith("S")


def _is_deed(surface: str, name: str) -> bool:
    """Whether words say what something does, not its noun: "hands over" beside the name "hand-over"."""
    verb, _, particle = surface.lower().rpartition(" ")
    return particle in word_list("particles") and verb.endswith("s") and verb not in name.lower()


def _is_done(text: str, start: int, end: int) -> bool:
    """Whether a lone word that may be a verb is one here: "clients connect to it", "stream the logs", "it scans"."""
    word = text[start:end].lower()
    if not word.isalpha() or not is_verb(word):
        return False
    before = (text[:start].split() or [""])[-1].lower().strip("`*(")
    after = _WORD_BEHIND.match(text, end)
    follows = after[1] if after is not None else ""
    has_object = follows in word_list("determiners") or follows == "into"
    if word.endswith("s"):
        return before in word_list("pronouns") or has_object
    leads = before in word_list("pronouns") | word_list("auxiliaries") | {"to", "you", "we", "and", "please", "then"}
    acts = (
        before.endswith("s")
        and before.isalpha()
        and not before.endswith("ss")
        and text[end : end + 2].strip().isalnum()
    )
    opens = _may_start_sentence(text[:start]) and (has_object or follows in word_list("no nouns") or follows == "to")
    return leads or acts or opens


def _only_starts(entry: Entry, text: str, start: int, end: int) -> bool:
    """Whether the capital may only be a sentence's ("Batch the writes"); a verb behind tells a name."""
    if " " in entry.text or not entry.text[1:].islower() or not _may_start_sentence(text[:start]):
        return False
    follows = _WORD_BEHIND.match(text, end)
    return follows is not None and is_ordinary(text[start:end].lower())


def _may_start_sentence(before: str) -> bool:
    """Whether the text before a word ends as a sentence, a label or a line does."""
    words = before.rstrip()
    return not before or before.endswith("\n") or (words != before and words.endswith((".", "!", "?", ":", ";")))


def is_one_name(text: str, hit: Hit) -> bool:
    """Whether words are one name: no sign that ends a sentence or a label stands in them ("Quay - cranes, divers").

    Nor does a verb: "the Quay drops off" is no "Quay drop-off".
    """
    if hit.entry.kind is Kind.FEATURE and _ADJECTIVE.match(text, hit.end):
        return False
    surface = text[hit.start : hit.end]
    if " " not in surface:
        return True
    sign = _ENDS.search(surface)
    return (sign is None or sign[0] in hit.entry.text) and not _has_verb(surface, hit.entry.text)


def _has_verb(surface: str, name: str) -> bool:
    """Whether a word in the midst of a surface has an ending that the name has not."""
    if surface.count(" ") < _TWICE:
        return False
    words, known = surface.split(" "), name.replace("-", " ").split(" ")
    inner = zip(words[1:-1], known[1:-1], strict=False) if len(words) == len(known) else ()
    return any(word == f"{base}s" and is_verb(word) for word, base in inner)


def is_part_of_another(entry: Entry, above: tuple[str, ...]) -> bool:
    """Whether a name is that of a part of something that does not stand above."""
    return entry.kind is Kind.FEATURE and entry.owner is not None and entry.owner not in above

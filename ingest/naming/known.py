"""The entry that a whole title or label stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from graph.identity import name_key
from graph.names import Entry, is_ordinary
from graph.vocabulary import PRODUCTS, Kind
from ingest.naming.claims import Claims
from ingest.naming.guards import Guards
from ingest.naming.mending import Mender
from ingest.naming.vocabulary_index import PackNames
from ingest.terms import is_property, without_version, word_list

_ARTICLE = re.compile(r"^(?:the|an?)\s+(?=\S)", re.IGNORECASE)
_OF_A_VERB = re.compile(r"(?:[st]ion|ment|ing|ance|ence)s?$")
_SEVERAL = re.compile(r"\s[+&/|]\s|\bvs\b|[,;]\s")


def _is_plain(word: str) -> bool:
    """Whether a word belongs to no field of its own: an ordinary one, or a noun made of a verb ("pagination")."""
    return is_ordinary(word) or _OF_A_VERB.search(word) is not None


@lru_cache(maxsize=65536)
def _lower(text: str) -> str:
    return text.lower().replace("-", " ")


class KnownNames:
    """Looks titles up among the names of the packs and of the notes, with all that may be left out of them."""

    def __init__(self, packs: PackNames, guards: Guards, claims: Claims, mender: Mender) -> None:
        self.packs, self.guards, self.claims, self.mender = packs, guards, claims, mender
        self._found: dict[tuple[str, Sequence[str]], Entry | None] = {}
        self._found_at = 0

    def find(self, text: str, context: tuple[str, ...]) -> Entry | None:
        """The entry of a title below the keys of `context`; one that belongs to the context before others.

        The labels beside a label are looked up for each of them: what was found stays until the notes bring a new name.
        """
        if self._found_at != self.claims.terms.times_grown:
            self._found.clear()
            self._found_at = self.claims.terms.times_grown
        asked = text, context
        if asked not in self._found:
            self._found[asked] = self._find(text, context)
        return self._found[asked]

    def _find(self, text: str, context: Sequence[str]) -> Entry | None:
        surface = _ARTICLE.sub("", " ".join(text.split()))
        if _SEVERAL.search(surface):
            return None
        found = self._fitting(surface, context) or self.mender.known_when_mended(surface)
        if found is None:
            found = self._of_version(surface, context)
        if found is not None:
            self.claims.kinds.setdefault(found.entity_key, found.kind)
        return found

    def _of_version(self, surface: str, context: Sequence[str]) -> Entry | None:
        """The product that a title names in one of its versions: "Redis 7.2"."""
        bare = without_version(surface)
        found = self._fitting(bare, context) if bare != surface else None
        return found if found is not None and found.kind in PRODUCTS else None

    def _fitting(self, surface: str, context: Sequence[str]) -> Entry | None:
        entries = (*self.claims.terms.lookup(surface), *self.packs.index.lookup(surface))
        written = surface.replace("-", " ")
        best = min(
            (e for e in entries if self.guards.accept(e, surface, 0, len(surface), title=True, context=context)),
            key=lambda entry: (not entry.owner or entry.owner not in context, self.guards.distance(entry, written)),
            default=None,
        )
        if best is not None and (best.owner in context or (best.owner is None and best.kind is not Kind.CONCEPT)):
            return best
        # A mere idea may be short for a part of what is above: "FIFO" below SQS is its FIFO queue.
        shortened = None if is_property(surface) else self._shortened(surface, context)
        if best is not None and (own := self._of_varieties(best, context)) is not None:
            return own
        if best is not None and self._is_elsewhere(best, context):
            best = None
        return self._part(surface, context) or shortened or best

    def _of_varieties(self, entry: Entry, context: Sequence[str]) -> Entry | None:
        """Another thing's part as what the section's own is known for varieties of: "ferry", with its night ferry."""
        if entry.kind is not Kind.FEATURE or entry.owner is None or entry.rule not in ("pack", "alias"):
            return None
        owner = next((key for key in context if self.guards.has_varieties(key, entry.text)), None)
        if owner is None:
            return None
        local = Entry(name_key(entry.text, owner), entry.text, Kind.FEATURE, "known elsewhere", "local", owner)
        self.claims.terms.add(local)
        self.claims.owners.setdefault(local.key, owner)
        return local

    def _is_elsewhere(self, entry: Entry, context: Sequence[str]) -> bool:
        """Whether plain words are a part of another thing than the section's own ("Secondary index" below a store)."""
        of_pack = entry.owner is not None and entry.kind is Kind.FEATURE and entry.rule in ("pack", "alias")
        owners = {entry.owner, *self.guards.wholes(entry.owner)}
        if not of_pack or owners & set(context) or not all(map(_is_plain, entry.text.lower().split())):
            return False
        if self.guards.is_of_another_field(entry):
            return True
        above = self.packs.by_key.get(context[0]) if context else None
        return above is not None and above.kind is Kind.SERVICE and entry.owner not in self.guards.wholes(context[0])

    def _part(self, surface: str, context: Sequence[str]) -> Entry | None:
        """A title that needs its owner's name to be known: "Users" of IAM is the "IAM user"."""
        for owner in context:
            known = self.packs.by_key.get(owner)
            for entry in self.packs.index.lookup_behind(known.name, surface) if known else ():
                if entry.match == "exact" and entry.entity_key != owner:
                    key = name_key(surface, owner)
                    local = Entry(key, surface, entry.kind, "part of its owner", "local", owner, entry.entity_key)
                    self.claims.terms.add(local)
                    return local
        return None

    def _shortened(self, surface: str, context: Sequence[str]) -> Entry | None:
        """A title that begins the name of one thing of the same section: "On-demand" for "On-demand capacity"."""
        start = _lower(surface) + " "
        of_notes = (entry for owner in context for entry in self.claims.parts.get(owner, ()))
        of_packs = (entry for owner in context for entry in self.packs.parts.get((owner, start[0]), ()))
        found = {
            entry.entity_key: entry
            for entry in (*of_notes, *of_packs)
            if entry.owner in context and _lower(entry.text).startswith(start)
        }
        is_broad = surface.lower() in word_list("broad titles")  # "Storage" is no "storage driver"
        return next(iter(found.values())) if len(found) == 1 and not is_broad else None

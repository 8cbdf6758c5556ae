"""What a document claims of names: the book in which each stage writes who named what, where and by which rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping

from graph.identity import name_key, slug
from graph.names import Entry, NameIndex
from graph.values import NameClaim
from graph.vocabulary import Kind
from ingest.naming.vocabulary_index import PackNames
from ingest.terms import is_generic, is_verb, word_list
from ingest.values import Block, Mention

WRITTEN = "written as a name"
"""The rule that takes words for a name by their capitals or signs alone."""


def _is_word(text: str) -> bool:
    """Whether a name in capitals is a plain word of many sentences, too: one may "put" what "PUT" stores, "FROM"."""
    word = text.lower()
    small = any(word in word_list(name) for name in ("no nouns", "no subjects"))
    return text.rstrip("s").isupper() and (small or is_verb(word) or text[0] == "$")


class Claims:
    """The terms of one document, with kinds and owners by key, and all claims that name them."""

    def __init__(self, packs: PackNames) -> None:
        self.packs = packs
        self.vendors: Container[str] = ()
        self.terms = NameIndex()
        self.parts: dict[str, dict[Entry, None]] = defaultdict(dict)
        self.kinds: dict[str, Kind] = {}
        self.owners: dict[str, str] = {}
        self._claims: dict[tuple[str, str, int, str], NameClaim] = {}
        self._introduced: set[str] = set()

    def sorted(self) -> tuple[NameClaim, ...]:
        """All claims, by line, key, rule and text."""
        return tuple(sorted(self._claims.values(), key=lambda c: (c.line, c.key, c.rule, c.text)))

    def add(self, claim: NameClaim) -> None:
        """Write down a claim; of two alike the one with a description stays."""
        identity = (claim.key, claim.text, claim.line, claim.rule)
        known = self._claims.get(identity)
        if known is None or (known.description is None and claim.description is not None):
            self._claims[identity] = claim

    def term(
        self, text: str, line: int, kind: Kind, owner: str | None, rule: str, description: str | None = None
    ) -> Entry:
        """A thing that the notes bring themselves; one with an ordinary name stands below its owner's."""
        generic = is_generic(text) and owner is not None
        key = self._known_part(text, owner) if generic else None
        key = key or name_key(text, owner if generic else None)
        shouted = rule == WRITTEN and _is_word(text)
        entry = Entry(key, text, kind, rule, "local" if generic else "shouted" if shouted else "exact", owner)
        self.terms.add(entry)
        self.kinds.setdefault(key, kind)
        if owner:
            self.parts[owner].pop(entry, None)
            self.parts[owner][entry] = None  # the latest stands last
        if owner and owner != key and kind is Kind.FEATURE:
            self.owners.setdefault(key, owner)
        self.add(NameClaim(key, text, line, rule, kind, description))
        self.written_together(entry, line)
        return entry

    def _known_part(self, text: str, owner: str | None) -> str | None:
        """The key of the part of an owner that has the name in another number or case already."""
        return next((e.entity_key for e in self.terms.lookup(text) if e.owner == owner and "/" in e.entity_key), None)

    def abbreviation(self, short: str, long: str, line: int) -> None:
        """Two names of one thing, as the notes define them; the known one of the two is the thing."""
        short_known, long_known = (
            [entry for entry in self.packs.index.lookup(text) if entry.match == "exact"] for text in (short, long)
        )
        if long_known:  # and is meant, whatever else a pack may call so for short
            if all(entry.rule == "alias" for entry in short_known):
                self._join(short, line, long_known[0])
        elif short_known:
            self._join(long, line, short_known[0])
        elif not is_generic(short):
            self._join(long, line, self.term(short, line, Kind.CONCEPT, None, "abbreviation"))

    def written_together(self, entry: Entry, line: int) -> None:
        """ "gen2" is another spelling of the notes' own "gen 2"."""
        head, _, number = entry.text.rpartition(" ")
        if head and number.isdigit():
            self._join(head + number, line, entry, "written together")

    def initials(self, shorts: Mapping[str, tuple[str, int]]) -> None:
        """What the notes call each of two sides for short, by its first letters: its key, and the line."""
        for short, (key, line) in shorts.items():
            self._join(short, line, Entry(key, short, self.kinds.get(key, Kind.FEATURE), "initials"))

    def clipped(self, text: str, line: int, target: Entry) -> None:
        """The first letters of a product's name, which stand for all of it."""
        self._join(text, line, target, "clipped")

    def first_letters(self, text: str, line: int, target: Entry) -> None:
        """The initials of a product's name, which stand for it."""
        self._join(text, line, target, "initials")

    def _join(self, text: str, line: int, target: Entry, rule: str = "abbreviation") -> None:
        key = slug(text)
        if key != target.entity_key:
            self.terms.add(Entry(key, text, target.kind, rule, target=target.entity_key))
            self.add(NameClaim(key, text, line, rule, same_as=target.entity_key))

    def mentions(self, block: Block, mentions: Iterable[Mention]) -> None:
        """Claim each mention of a block as it is written there."""
        for mention in mentions:
            surface = " ".join(block.text[mention.start : mention.end].split())
            line = block.line_start + block.text.count("\n", 0, mention.start)
            key = name_key(surface, self._space(mention.key, surface))
            rule = "misspelling" if not mention.exact else "name" if mention.rule == "pack" else mention.rule
            target = None if key == mention.key else mention.key
            self.add(NameClaim(key, surface, line, rule, None if target else mention.kind, same_as=target))
            self.introduce(mention.key, line)

    def named_owners(self, block: Block, mentions: Iterable[Mention]) -> None:
        """Introduce the owners that a block names with their parts: "Ferry" of "Ferry deck"."""
        for mention in mentions:
            entity = self.packs.by_key.get(mention.owner or "")
            words = block.text[mention.start : mention.end].lower()
            words = words.partition(" ")[2] if slug(words.partition(" ")[0]) in self.vendors else words
            if entity is not None and any(words.startswith(f"{n.lower()} ") for n in (entity.name, *entity.aliases)):
                self.introduce(mention.owner or "", block.line_start)

    def _space(self, key: str, surface: str) -> str | None:
        """Below whose key a surface is claimed: its owner's, or its own thing's where other notes may mean another."""
        if "/" in key:
            return key.rsplit("/", 1)[0]
        several = len({entry.entity_key for entry in self.packs.index.lookup(surface)}) > 1
        return key if several and slug(surface) != key else None

    def introduce(self, key: str, line: int) -> None:
        """The pack's own claim on its canonical name, once a document."""
        entity = self.packs.by_key.get(key)
        if entity is not None and key not in self._introduced:
            self._introduced.add(key)
            self.add(NameClaim(key, entity.name, line, "pack", entity.kind))
            self.kinds[key] = entity.kind

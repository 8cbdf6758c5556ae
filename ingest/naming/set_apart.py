"""Titles that set things apart or join them: "Redis vs Kafka", "gen 1 vs gen 2", "Deck & mast"."""

from __future__ import annotations

import re
from collections.abc import Callable

from graph.names import Entry
from graph.vocabulary import Kind
from ingest.naming.inside import Known
from ingest.naming.sides import AGAINST, ASPECT, CONTRAST, SETS_APART, VERSUS
from ingest.outlining.lines import plain
from ingest.terms import names_a_thing
from ingest.values import Block

MAX_SUBJECT_WORDS = 3
MIN_KNOWN = 2
_LISTED = re.compile(r"\s*,\s*(?:(?:and|or)\s+)?|\s+(?:and|or|&|/|\+)\s+", re.IGNORECASE)


class SetApart:
    """Finds the sides of titles. `sides` and `joined` hold those that were set apart and those that were joined.

    `known` finds a name, `take` gives the key of one, `part` that of a new part of what is above, `thing` that of a new
    thing of a kind; `groups` tells whether words only group lines.
    """

    def __init__(
        self,
        known: Known,
        take: Callable[[Entry], str],
        part: Callable[[str, Block, tuple[str, ...], str], str],
        thing: Callable[[str, int, Kind, str], str],
        groups: Callable[[str], bool],
    ) -> None:
        self.known, self.take, self.part, self.thing, self.groups = known, take, part, thing, groups
        self.sides: dict[int, tuple[str, ...]] = {}
        self.joined: dict[int, tuple[str, ...]] = {}

    def of_title(self, text: str, block: Block, above: tuple[str, ...]) -> tuple[bool, str | None]:
        """Whether a title is told by the things that it sets apart or joins, and the one that it is about."""
        against = AGAINST.match(text) if above else None
        other = self.known(against["other"], above) if against else None
        if other is not None:
            self.sides[block.index] = tuple(dict.fromkeys((above[0], self.take(other))))
            return True, above[0]
        apart = SETS_APART.search(text)
        parts = VERSUS.split(ASPECT.sub("", text) if apart else text)
        sides = [self.take(entry) for part in parts if (entry := self.known(part, above))]
        if len(sides) == len(parts) > 1:
            both = tuple(dict.fromkeys(sides))
            (self.sides if apart else self.joined)[block.index] = both
            return True, sides[0] if apart or len(both) == 1 else None
        if len(parts) > 1 and CONTRAST.search(text):
            self.contrast(text, block, above)
            return True, None
        return False, None

    def lists(self, text: str, block: Block, above: tuple[str, ...], asked: str) -> bool:
        """Whether a title lists known things: "Ferry, tug, launch", "Ferry or tug?"; `asked` is its question."""
        if not ("," in text or (asked and SETS_APART.search(text))):
            return False
        entries = [self.known(plain(part), above) for part in _LISTED.split(text)]
        keys = dict.fromkeys(entry.entity_key for entry in entries if entry is not None)
        if None in entries or len(keys) < MIN_KNOWN:
            return False
        self.joined[block.index] = tuple(self.take(entry) for entry in entries if entry is not None)
        if SETS_APART.search(text) or "which" in asked.lower():
            self.sides[block.index] = self.joined[block.index]
        return True

    def known_or_named(self, text: str, block: Block, above: tuple[str, ...]) -> str | None:
        """The first of the things that "Redis vs Barge vs Kafka" sets apart, where all are known, or two of them and
        the others are written as names; None for other titles."""
        if not CONTRAST.search(text):
            return None
        parts = [plain(part) for part in CONTRAST.split(ASPECT.sub("", text))]
        entries = [self.known(part, above) for part in parts]
        known = [entry for entry in entries if entry is not None]
        new = [part for part, entry in zip(parts, entries, strict=True) if entry is None]
        if not new:
            return self.of_title(text, block, above)[1]
        are_names = all(p[:1].isupper() and len(p.split()) <= MAX_SUBJECT_WORDS and names_a_thing(p) for p in new)
        if len(known) < MIN_KNOWN or not are_names:
            return None
        line, kind = block.line_start, known[0].kind
        keys = [
            self.take(entry) if entry is not None else self.thing(part, line, kind, "side")
            for part, entry in zip(parts, entries, strict=True)
        ]
        self.sides[block.index] = tuple(dict.fromkeys(keys))
        return keys[0]

    def contrast(self, text: str, block: Block, above: tuple[str, ...]) -> None:
        """Note the sides that "gen 1 vs gen 2" sets apart: known things, and parts of what is above."""
        parts = [(plain(part), self.known(plain(part), above)) for part in CONTRAST.split(text)]
        for part, entry in parts:
            is_thing = len(part.split()) <= MAX_SUBJECT_WORDS and names_a_thing(part) and not self.groups(part)
            if entry is None and not is_thing:
                return
        keys = [self.take(entry) if entry else self.part(part, block, above, "side") for part, entry in parts]
        self.sides[block.index] = tuple(dict.fromkeys(keys))

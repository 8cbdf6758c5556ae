"""Long product names that a hasty writer clips: "schoo" for "Schooner" once that is named.

A wrong merge is worse than two names for one thing. The clip must be a word that neither English nor any pack knows,
be written more than once, and begin exactly one of the products that stand before it in the notes.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from graph.names import Entry, NameIndex, is_ordinary
from graph.vocabulary import PRODUCTS
from ingest.naming.guards import Hit
from ingest.terms import is_misspelt, is_verb, word_list
from ingest.values import Block, Role

MIN_LETTERS, MIN_CLIPPED, MIN_TIMES = 4, 3, 2
"""Letters that a clip has and that it leaves out at the least, and how often it is written."""
MIN_LONG = MIN_LETTERS + MIN_CLIPPED
_LONE = re.compile(r"(?<![\w./@:$-])[A-Za-z]{4,9}(?![\w/@:-]|\.\w)")
_ROLES = (Role.CONTENT, Role.HEADING, Role.LABEL, Role.LEAD_IN)


class Clip(NamedTuple):
    """A clipped name as it is first written, its line, and the product that it stands for."""

    text: str
    line: int
    entry: Entry


def clipped_names(blocks: Sequence[Block], found: Sequence[Sequence[Hit]], names: NameIndex) -> Iterator[Clip]:
    """The clipped names of a document; `found` are the packs' names in each block."""
    products = [dict(_products(block.text, found[block.index])) for block in blocks]
    beginnings = {name[:MIN_LETTERS] for several in products for name in several if len(name) >= MIN_LONG}
    named: dict[str, Entry] = {}
    """The products so far, by their lower-case names."""
    first: dict[str, Clip | None] = {}
    times: dict[str, int] = {}
    for block in blocks:
        if block.role not in _ROLES:
            continue
        for text in _words(block, beginnings, names):
            word = text.lower()
            times[word] = times.get(word, 0) + 1
            if word not in first:
                entry = _only(word, named)
                first[word] = Clip(text, block.line_start, entry) if entry is not None else None
        named.update(products[block.index])
    yield from (clip for word, clip in first.items() if clip is not None and times[word] >= MIN_TIMES)


def _words(block: Block, beginnings: Container[str], names: NameIndex) -> Iterator[str]:
    """The words of a block that may be clipped names: unknown ones that stand alone and begin as a name does."""
    for match in _LONE.finditer(block.text):
        word = match[0].lower()
        if word[:MIN_LETTERS] not in beginnings:
            continue
        is_known = is_ordinary(word) or is_verb(word) or word in word_list("short words")
        is_named = bool(names.lookup(word)) or names.holds_word(word) or any(names.with_word(word))
        if not (is_known or is_named or is_misspelt(word)):
            yield match[0]


def _only(word: str, named: dict[str, Entry]) -> Entry | None:
    """The one product whose name a word begins, None for none and for several."""
    keys = {entry.entity_key: entry for name, entry in named.items() if name.startswith(word)}
    is_long = all(len(name) >= len(word) + MIN_CLIPPED for name in named if name.startswith(word))
    return next(iter(keys.values())) if len(keys) == 1 and is_long else None


def _products(text: str, found: Sequence[Hit]) -> Iterator[tuple[str, Entry]]:
    """The products of one word that a block names."""
    for hit in found:
        entry, name = hit.entry, text[hit.start : hit.end]
        if entry.match == "exact" and entry.kind in PRODUCTS and entry.owner is None and name.isalpha():
            yield name.lower(), entry

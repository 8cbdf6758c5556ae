"""Product names of which a hasty writer leaves the first letters: "NF" for "Night Ferry" once that is named.

A wrong merge is worse than two names for one thing. The letters must be known as nothing else, be written twice or as a
title or label, and be the initials of exactly one product that the notes name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence

from graph.identity import slug
from graph.names import Entry, NameIndex, is_ordinary
from graph.quantities.words import quantity_words
from graph.vocabulary import Kind
from ingest.naming.clipped import Clip
from ingest.naming.guards import Hit
from ingest.outlining.lines import plain
from ingest.terms import is_verb, word_list
from ingest.values import Block, Role

MIN_TIMES = 2
_LETTERS = re.compile(r"(?<![\w./@:$&-])[A-Z]{2,4}(?![\w/@&-]|\.\w)")
_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z][a-z]*|[a-z]+|\d+")
"""A word of a name, or a hump of it: "Night", "Ferry" and "DB" of "NightFerryDB"."""
_TITLES = (Role.HEADING, Role.LABEL, Role.LEAD_IN)
_ROLES = (*_TITLES, Role.CONTENT)


def initialled_names(
    blocks: Sequence[Block], found: Sequence[Sequence[Hit]], names: NameIndex, vendors: Container[str]
) -> Iterator[Clip]:
    """The initials of products that a document uses as names; `found` are the packs' names in each block, `vendors` the
    keys of those whose own name is no part of it."""
    products: dict[str, dict[str, Entry]] = defaultdict(dict)
    for block in blocks:
        for hit in found[block.index]:
            if hit.entry.kind is Kind.SERVICE and hit.entry.owner is None and hit.entry.match in ("exact", "context"):
                initials = _initials(block.text[hit.start : hit.end], vendors)
                products[initials][hit.entry.entity_key] = hit.entry
    places: dict[str, list[tuple[Block, bool]]] = defaultdict(list)
    for block in blocks:
        for letters, is_title in _letters(block) if block.role in _ROLES else ():
            if len(products.get(letters, ())) == 1:
                places[letters].append((block, is_title))
    for letters, uses in places.items():
        word = letters.lower()
        is_title = any(is_title for _, is_title in uses)
        is_word = word in word_list("no initials") or (not is_title and (is_ordinary(word) or is_verb(word)))
        if (is_title or len(uses) >= MIN_TIMES) and not (is_word or names.lookup(letters)):
            yield Clip(letters, uses[0][0].line_start, next(iter(products[letters].values())))


def _letters(block: Block) -> Iterator[tuple[str, bool]]:
    """The words of a block that are two to four capitals and no unit, and whether one is all of its title or label.

    In brackets they are short for what stands before them, whatever that is.
    """
    titles = (plain(block.text) if block.role in _TITLES else "", plain(block.label or ""))
    for match in _LETTERS.finditer(block.text):
        is_told = block.text.startswith(")", match.end()) and block.text[: match.start()].endswith("(")
        if not is_told and match[0].lower() not in quantity_words().units.table:
            yield match[0], match[0] in titles


def _initials(name: str, vendors: Container[str]) -> str:
    """The first letters of a name's words and humps; what is in capitals counts as a whole: "NFDB"."""
    parts = _PART.findall(name)
    parts = parts[1:] if parts and slug(parts[0]) in vendors else parts
    return "".join(part if part.isupper() else part[0].upper() for part in parts) if len(parts) > 1 else ""

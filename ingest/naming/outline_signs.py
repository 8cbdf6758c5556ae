"""What the packs and the words that ship tell the outline of a line's words, before any name of the notes is known."""

from __future__ import annotations

import re

from graph.lexicon import lexicon_with
from graph.values import Pack
from graph.vocabulary import PRODUCTS, Kind, RelationType
from ingest.abbreviations import spells
from ingest.naming.vocabulary_index import pack_names
from ingest.outlining.headings import Signs
from ingest.terms import without_version

_WHAT_IS = re.compile(r"what(?:'s|s| is| are)(?: an?| the)? ", re.IGNORECASE)


def outline_signs(packs: tuple[Pack, ...]) -> Signs:
    """What the outline may know of the words: whether they are a pack's name, a lead-in, a transparent label."""
    index, words = pack_names(packs).index, lexicon_with(packs)

    def known(text: str) -> bool:
        bare = without_version(text)
        is_known = index.lookup(text) or (bare != text and index.lookup(bare))
        return bool(is_known or (text.istitle() and index.slipped(text)))

    def same(title: str, text: str) -> bool:
        title = _WHAT_IS.sub("", title)
        targets = {entry.entity_key for entry in index.lookup(title)}
        rest = text.partition(" ")[2]  # behind the maker's name, or a slip of it
        is_spelled_out = spells(title, text) or (rest.count(" ") > 1 and spells(title, rest))
        return is_spelled_out or any(entry.entity_key in targets for entry in index.lookup(text))

    def lists(title: str) -> bool:
        lead = words.lead_in(title)
        return lead is not None and lead.relation in (RelationType.HAS_FEATURE, RelationType.KIND_OF)

    return Signs(
        known=known,
        whole=lambda text: any(entry.kind in PRODUCTS for entry in index.lookup(without_version(text))),
        product=lambda text: any(entry.kind is Kind.SERVICE for entry in index.lookup(text)),
        same=same,
        lead_in=lambda text: words.lead_in(text) is not None,
        lists=lists,
        transparent=words.is_transparent,
    )

"""Two products that are all that a title holds: the notes set them side by side, whatever they say of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from graph.vocabulary import Kind
from ingest.values import Block, Role

_PRODUCTS = (Kind.SERVICE, Kind.TECHNOLOGY)


def title_pairs(
    blocks: Sequence[Block], subjects: Sequence[str | None], kinds: Mapping[str, Kind], owners: Mapping[str, str]
) -> dict[int, tuple[str, ...]]:
    """The two sides by the second title's block: its own product, and that of the only other title beside it."""
    below: dict[int, list[int]] = defaultdict(list)
    for block in blocks:
        if block.role is Role.HEADING and block.parent is not None and blocks[block.parent].level > 1:
            below[block.parent].append(block.index)
    pairs = (tuple(subjects[index] for index in titles) for titles in below.values())
    found = zip((titles[-1] for titles in below.values()), pairs, strict=True)
    return {
        last: (pair[1], pair[0])
        for last, pair in found
        if len(pair) == 2 and pair[0] and pair[1] and _are_products(pair[0], pair[1], kinds, owners)
    }


def _are_products(one: str, other: str, kinds: Mapping[str, Kind], owners: Mapping[str, str]) -> bool:
    is_part = owners.get(one) == other or owners.get(other) == one
    return one != other and not is_part and kinds.get(one) is kinds.get(other) and kinds.get(one) in _PRODUCTS

"""Two products, or two parts of a sort, that are all that a title holds: the notes set them side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from graph.names import singular
from graph.vocabulary import PRODUCTS, Kind
from ingest.outlining.lines import plain
from ingest.values import Block, Role


def title_pairs(
    blocks: Sequence[Block], subjects: Sequence[str | None], kinds: Mapping[str, Kind], owners: Mapping[str, str]
) -> dict[int, tuple[str, ...]]:
    """The two sides by the last title's block: the second thing that titles below another name, and the first."""
    below: dict[int, list[int]] = defaultdict(list)
    for block in blocks:
        if block.role is Role.HEADING and block.parent is not None and blocks[block.parent].level > 1:
            below[block.parent].append(block.index)
    found: dict[int, tuple[str, ...]] = {}
    for parent, titles in below.items():
        pair = [key for key in dict.fromkeys(subjects[index] for index in titles) if key]
        if len(pair) != 2 or subjects[parent] in pair or None in (subjects[index] for index in titles):
            continue
        one, other = pair
        are_products = len(titles) == 2 and kinds.get(one) in PRODUCTS
        is_part = owners.get(one) == other or owners.get(other) == one
        are_alike = are_products or (_gathers(blocks[parent]) and _are_parts(one, other, kinds, owners))
        if are_alike and not is_part and kinds.get(one) is kinds.get(other):
            found[titles[-1]] = (other, one)
    return found


def _gathers(title: Block) -> bool:
    """Whether a title names a sort of things, in the plural: "Mooring lines", "Kinds of anchors"."""
    words = plain(title.label or title.text).lower().partition(" of ")[0].rstrip(" :").split()
    return bool(words) and singular(words[-1]) != words[-1]


def _are_parts(one: str, other: str, kinds: Mapping[str, Kind], owners: Mapping[str, str]) -> bool:
    return kinds.get(one) is Kind.FEATURE and owners.get(one) is not None and owners.get(one) == owners.get(other)

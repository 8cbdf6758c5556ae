"""Titles that only gather things under a topic ("Search" over two engines): they own no parts and do nothing.

A title that no pack knows may be a product of the notes' own or the name of a shelf. What stands right below it tells:
a shelf holds known products, each with its own lines; two of them with titles of their own leave no doubt.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Mapping, Sequence

from graph.vocabulary import PRODUCTS, Kind
from ingest.attributing.clauses import opens_as_subject
from ingest.values import Block, Mention, Role

MIN_PRODUCTS = 2
MIN_SHARE = 1 / 3
"""Of the blocks right below the title; in fewer a product's own section only names its neighbours."""


def topic_keys(
    blocks: Sequence[Block],
    subjects: Sequence[str | None],
    mentions: Sequence[tuple[Mention, ...]],
    owners: Mapping[str, str],
    known: Container[str],
) -> frozenset[str]:
    """The keys of titles that name no thing of their own; `known` are the keys that packs know."""
    held: dict[int | None, int] = Counter(block.parent for block in blocks)
    products: dict[int | None, list[str]] = defaultdict(list)
    titled: dict[int | None, set[str]] = defaultdict(set)
    for block in blocks:
        product = _product(block, subjects[block.index], mentions[block.index], owners)
        if product is not None and product in known:
            products[block.parent].append(product)
            if block.role is Role.HEADING:
                titled[block.parent].add(product)
    found: set[str] = set()
    for block in blocks:
        key = subjects[block.index]
        if block.role is not Role.HEADING or key is None or key in known or owners.get(key, "") not in {"", *found}:
            continue
        named = products[block.index]
        is_shelf = len(titled[block.index] - {key}) >= MIN_PRODUCTS
        if is_shelf or (len({*named} - {key}) >= MIN_PRODUCTS and len(named) >= MIN_SHARE * held[block.index]):
            found.add(key)
    return frozenset(found)


def _product(block: Block, subject: str | None, mentions: Sequence[Mention], owners: Mapping[str, str]) -> str | None:
    """The product that a block is about by its title, its label or, with a verb behind it, its first word.

    A part that bears its owner's name ("Kinesis Firehose") stands for the owner.
    """
    kinds = PRODUCTS if block.role is Role.HEADING else (Kind.SERVICE,)
    first = next((m for m in mentions if m.start <= 1), None)
    if first is None:
        return None
    owner = _owner_in_name(block, first, owners)
    if owner is None and first.kind not in kinds:
        return None
    if subject == first.key:
        return owner or first.key
    sentence = block.role is Role.CONTENT and subject is None and block.label is None
    opens = sentence and opens_as_subject(block.text, 0, len(block.text), first, (Kind.SERVICE,))
    return (owner or first.key) if opens else None


def _owner_in_name(block: Block, part: Mention, owners: Mapping[str, str]) -> str | None:
    """The owner of a part, where the part's words begin with the owner's name."""
    owner = owners.get(part.key) if part.kind is Kind.FEATURE else None
    words = block.text[part.start : part.end].lower()
    return owner if owner and words.startswith(f"{owner.replace('-', ' ')} ") else None

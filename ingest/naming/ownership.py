"""Who owns the parts that notes name: a pack knows a chain of owners, and the notes may leave out some of its links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.identity import bare_key, slug
from graph.names import normal_form
from ingest.naming.guards import MAX_OWNERS
from ingest.values import Block, Mention

Mentions = tuple[tuple[Mention, ...], ...]
"""The mentions of a document, by block."""


@dataclass(frozen=True, slots=True)
class Ownership:
    """The packs' owners by key, and the keys that the notes name."""

    owners: Mapping[str, str]
    named: frozenset[str]

    def nearest(self, key: str, owner: str | None, surface: str) -> str | None:
        """The nearest owner of a part that the notes name; what they call it by its own name is no owner.

        A "pull subscription" is a kind of subscription, and a part of the service that has it.
        """
        for _ in range(MAX_OWNERS):
            if owner is None or (owner in self.named and not slug(surface).endswith("-" + bare_key(owner))):
                break
            owner = self.owners.get(owner)
        return owner if owner in self.named and owner != key else None


def settle(
    blocks: Sequence[Block], mentions: Mentions, owners: Mapping[str, str], ownership: Ownership
) -> tuple[Mentions, dict[str, str]]:
    """The mentions and the document's owners by key, each owned by the nearest owner that the notes name."""
    surfaces: dict[str, str] = {}
    settled = []
    for block, found in zip(blocks, mentions, strict=True):
        row = []
        for mention in found:
            surface = surfaces[mention.key] = normal_form(block.text[mention.start : mention.end])
            owner = ownership.nearest(mention.key, mention.owner, surface)
            row.append(mention if owner == mention.owner else mention._replace(owner=owner))
        settled.append(tuple(row))
    nearest = {key: ownership.nearest(key, owner, surfaces.get(key, "")) for key, owner in owners.items()}
    return tuple(settled), {key: owner for key, owner in nearest.items() if owner is not None}

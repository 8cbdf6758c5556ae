"""Lines below a title that names several things ("Boats and trains"): each is about the one that it names.

A line that names none goes on with the line right above it.
"""

from __future__ import annotations

from graph.vocabulary import PRODUCTS
from ingest.naming.name import Named


class JointTitles:
    """Which of a joint title's things each block right below it is about."""

    def __init__(self, named: Named) -> None:
        self._named, self._blocks = named, named.outline.blocks
        self._about: dict[int, str | None] = {}
        self._last: dict[int, tuple[int, str | None]] = {}

    def of(self, block: int, title: int) -> str | None:
        """The thing of a title that a block right below it is about. Blocks are asked for in their order."""
        sides = self._named.joined.get(title)
        if sides is None:
            return None
        if block not in self._about:
            self._about[block] = self._named_in(block, sides) or self._above(block, title, sides)
            self._last[title] = self._blocks[block].line_end, self._about[block]
        return self._about[block]

    def _named_in(self, block: int, sides: tuple[str, ...]) -> str | None:
        """The one of a title's things that opens a block or, of products, that alone is named in it."""
        mentions = self._named.mentions[block]
        opening = {mention.key for mention in mentions if mention.start <= 1} & {*sides}
        if not opening and self._are_products(sides):
            opening = {key for m in mentions for key in (m.key, m.owner) if key in sides}
        return opening.pop() if len(opening) == 1 else None

    def _above(self, block: int, title: int, sides: tuple[str, ...]) -> str | None:
        """What the line right above is about, where this one names no product of the title; parts have a whole."""
        end, last = self._last.get(title, (0, None))
        names_some = any(mention.key in sides for mention in self._named.mentions[block])
        goes_on = self._are_products(sides) and not names_some and self._blocks[block].line_start == end + 1
        return last if goes_on else None

    def _are_products(self, sides: tuple[str, ...]) -> bool:
        return all(self._named.kinds.get(side) in PRODUCTS for side in sides)

"""Lines that go on with what the line right above was about: "Holds coal", "Over that it stops"."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from graph.vocabulary import Kind, RelationType
from ingest.attributing.clauses import has_no_subject, points_back
from ingest.naming.name import Named
from ingest.outlining.lines import bare_label
from ingest.terms import is_sentence
from ingest.values import Block, LeadIn, Marker, Role

MAX_BEFORE = len("the ")


class Following:
    """Tells what a line goes on with. `taken` holds the names that took over as subjects, by block, and grows;
    `lead_in` tells what a label says of what follows it.
    """

    def __init__(self, named: Named, taken: Mapping[int, str], lead_in: Callable[[str], LeadIn | None]) -> None:
        self.named, self.taken, self.lead_in = named, taken, lead_in
        self.before: tuple[int | None, int, str] = (None, -1, "")
        self.product: dict[int | None, str] = {}
        self.plain: dict[int | None, str | None] = {}

    def of(self, block: Block) -> tuple[str, ...]:
        """What the lines above were about by their own words, where this one has no subject of its own.

        Without a pronoun that has to mean it, it does so only below a title that names nothing ("What about the
        crew?") or only gathers products; else the list has come back to its title. Blocks are asked for in their order.
        """
        parent, end, key = self.before
        names = (self.named.subjects[block.index], self.taken.get(block.index), self.named.openers.get(block.index))
        own = next(filter(None, names), None)
        follows = own is None and bool(key) and block.parent == parent and block.line_start == end + 1
        below_no_name = follows and self._is_below_no_name(block)
        goes_on = follows and (points_back(block.text) or (below_no_name and has_no_subject(block.text)))
        self.before = (block.parent, block.line_end, own or (key if goes_on else ""))
        return (key,) if goes_on else self._product_of_shelf(block, own)

    def of_shelf(self, block: Block) -> str | None:
        """The last product that the lines above were about below the same title, where that only gathers products and
        this line has no subject of its own, or says something of a noun; asked before the block's own clauses."""
        own = self.named.subjects[block.index]
        if block.role is not Role.CONTENT or block.parent is None or own is not None:
            return None
        if self.named.subjects[block.parent] not in self.named.topics:
            return None
        product = self.product.get(block.parent)
        if block.marker is not Marker.NONE and product is not None and self.plain.get(block.parent) == product:
            return product  # bullets below the plain line that is about it
        opens = any(mention.start <= MAX_BEFORE for mention in self.named.mentions[block.index])
        lead = self.lead_in(bare_label(block.label)) if block.label is not None else None
        if lead is not None and lead.relation is not RelationType.CONTRASTS_WITH:
            return product  # "callers: tugs, barges"
        says = block.label is None and not opens and is_sentence(block.text)
        return product if says or has_no_subject(block.text) else None

    def _is_below_no_name(self, block: Block) -> bool:
        """Whether the title right above a block names nothing."""
        if block.parent is None or self.named.subjects[block.parent]:
            return False
        return bool(self.named.outline.blocks[block.parent].level)

    def _product_of_shelf(self, block: Block, own: str | None) -> tuple[str, ...]:
        """The last product that a line below the same shelf of products was about."""
        if block.parent is None or self.named.subjects[block.parent] not in self.named.topics:
            return ()
        if own is not None and self.named.kinds.get(own) is Kind.SERVICE:
            self.product[block.parent] = own
        if block.marker is Marker.NONE:
            self.plain[block.parent] = own
        last = self.product.get(block.parent)
        return (last,) if last is not None and last != own else ()

"""The labels around a label: whether those below the same title look like names tells what the one at hand is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from ingest.naming.inside import Known
from ingest.naming.runs import MIN_RUN
from ingest.outlining.lines import plain
from ingest.terms import begins_as_deed, is_namelike, is_property, may_title_a_step
from ingest.values import Block, Role

MOST = 0.5
"""The share of a list's labels that are names, from which on the others are taken for such, too."""
MAX_MEMBER_WORDS = 2
MAX_SIBLINGS = 30
"""Labels on either side that are looked at."""


class NearLabels:
    """The labelled lines near a block, below the same one; `by_parent` and `contexts` grow as titles are read."""

    def __init__(
        self, by_parent: Mapping[int | None, Sequence[Block]], contexts: Sequence[tuple[str, ...]], known: Known
    ) -> None:
        self.by_parent, self.contexts, self.known = by_parent, contexts, known

    def are_names(self, block: Block, label: str) -> bool:
        """Whether all other labels beside an ordinary word are written as names: "Stop: …" among "BeforeStop: …"."""
        near = self._others(block)
        return len(near) >= MIN_RUN and not is_property(label) and all(is_namelike(plain(b.label or "")) for b in near)

    def may_be_member(self, block: Block) -> bool:
        """Whether a label may be one of the things that its list is of: beside names that are known, so may a word that
        else says what a thing is like ("plain" beside "clove hitch" and "bowline")."""
        label = block.label or ""
        if may_title_a_step(label):
            return True
        is_short = 0 < len(label.split()) <= MAX_MEMBER_WORDS and not begins_as_deed(label)
        return is_short and len(self._others(block)) >= MIN_RUN and self.share_of_names(block) >= MOST

    def share_of_names(self, block: Block) -> float:
        """The share of the other labels that look like names, or are known."""
        others, above = self._others(block), self.contexts[block.index]
        named = [b for b in others if is_namelike(b.label or "") or self.known(plain(b.label or ""), above)]
        return len(named) / len(others) if others else 0.0

    def _others(self, block: Block) -> list[Block]:
        siblings = self.by_parent[block.parent]
        at = bisect_left(siblings, block.index, key=lambda b: b.index)
        near = siblings[max(0, at - MAX_SIBLINGS) : at + MAX_SIBLINGS + 1]
        return [b for b in near if b.label and b is not block and b.role is Role.CONTENT]

"""What a title sets apart: neither of two sides is a part of the other, or uses it, because a line names both."""

from __future__ import annotations

from itertools import combinations

from graph.vocabulary import RelationType
from ingest.relating.rules.listed import BELOW_ITS_HEADING, PART_BY_LABEL
from ingest.relating.rules.passing import NAMED_IN_PASSING
from ingest.values import Clause, EdgeDraft

_BY_PLACE = frozenset({PART_BY_LABEL, BELOW_ITS_HEADING})


class Apart:
    """The pairs that the titles and tables so far have set apart."""

    def __init__(self) -> None:
        self._pairs: set[frozenset[str | None]] = set()

    def without(self, clause: Clause, edges: tuple[EdgeDraft, ...]) -> tuple[EdgeDraft, ...]:
        """The edges of a clause without those that only its place or a mention in passing tells of two sides."""
        if clause.sides:
            self._pairs.update(map(frozenset, combinations(clause.sides, 2)))
        return tuple([edge for edge in edges if not self._joins(edge)]) if self._pairs and edges else edges

    def _joins(self, edge: EdgeDraft) -> bool:
        is_part = edge.relation is RelationType.HAS_FEATURE and edge.rule in _BY_PLACE
        is_told_so = is_part or edge.rule == NAMED_IN_PASSING
        return is_told_so and frozenset((edge.source.key, edge.target.key)) in self._pairs

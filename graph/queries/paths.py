"""The shortest meaningful ways from one entity to another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from graph.ceilings import MAX_PATH_EXPANDED_NODES, MAX_PATH_STEPS, MAX_PATHS
from graph.store import GraphStore
from graph.values import Edge, Relation
from graph.vocabulary import RelationType

if TYPE_CHECKING:
    import networkx

COSTS: dict[RelationType, float] = {
    RelationType.HAS_FEATURE: 2.0,
    RelationType.KIND_OF: 2.0,
    RelationType.REPLACES: 2.0,
    RelationType.SUPPORTS: 2.5,
    RelationType.SUITED_TO: 2.5,
    RelationType.NOT_SUITED_TO: 2.5,
    RelationType.USE_INSTEAD_OF: 2.5,
    RelationType.RAISES: 2.5,
    RelationType.CONTRASTS_WITH: 3.0,
    RelationType.HAS_LIMIT: 4.0,
}
"""What a step costs where it says less than that one thing works with the other, which costs 1."""

MAX_PATH_HUB_RELATIONS = 500
_BORDERS_SINCE_MET = 2
_MAX_TIES = 20

Path = tuple[Relation, ...]


def path(store: GraphStore, a_id: str, b_id: str, *, max_paths: int = MAX_PATHS) -> tuple[Path, ...]:
    """Up to `max_paths` ways from a to b, best first; each step is a relation, walked in either direction.

    The best way is the one of least cost. A step along which something happens or is needed (triggers, sends_to,
    reads_from, stores_in, uses, runs_on, integrates_with, requires) costs 1. The others cost more, since they lead
    through what two things merely share: has_feature, kind_of and replaces 2; supports, suited_to, not_suited_to,
    use_instead_of and raises 2.5; contrasts_with 3; has_limit 4. Of several relations between two entities the cheapest
    is taken, then the first in order. Ways of equal cost come in the order of their ids, so the answer is always the
    same.

    Only the part of the graph around the two ends is read: breadth first from both, the border with fewer relations
    first, to at most MAX_PATH_STEPS steps and about MAX_PATH_EXPANDED_NODES entities. An entity with more than
    MAX_PATH_HUB_RELATIONS relations can be a stop on the way, but no further entities are looked for through it alone.
    Of an end with more than MAX_PATH_EXPANDED_NODES relations only those are read that lead to what was reached from
    the other end; of two such ends only those that join them, or else those that lead to what they have in common.

    Gives nothing where there is no such way, an id is unknown, or both are the same.
    """
    if a_id == b_id or max_paths < 1 or len(store.entities([a_id, b_id])) < 2:
        return ()
    graph = _graph(_around(store, a_id, b_id), (a_id, b_id))
    if a_id not in graph or b_id not in graph:
        return ()
    ways = [list(_steps(graph, ids)) for ids in _ways(graph, a_id, b_id, max_paths)]
    found = {relation[:4]: relation for relation in store.relations_of({step for way in ways for step in way})}
    told = ([found.get(step[:4]) for step in way] for way in ways)
    return tuple(tuple(filter(None, way)) for way in told if None not in way)  # a document may be forgotten meanwhile


class _Side:
    """What was reached from one end. The border is what of it is still to be expanded: no hubs but the end itself."""

    def __init__(self, store: GraphStore, end: str) -> None:
        self._store, self.end = store, end
        self.seen, self._reached = {end}, {end}
        self._border: dict[str, int] | None = store.degree([end])

    @property
    def border(self) -> dict[str, int]:
        """Entities, each with its number of relations; none where more were reached than a path is looked for in."""
        if self._border is None:
            few = self._reached if len(self._reached) <= MAX_PATH_EXPANDED_NODES else ()
            degree = self._store.degree(few, most=MAX_PATH_HUB_RELATIONS + 1)
            self._border = {node: count for node, count in degree.items() if count <= MAX_PATH_HUB_RELATIONS}
        return self._border

    @property
    def is_crowded(self) -> bool:
        """Whether it is still at its end, and that has more relations than entities are looked at."""
        return len(self.seen) == 1 and sum(self.border.values()) > MAX_PATH_EXPANDED_NODES

    def expanded(self) -> tuple[Edge, ...]:
        """The edges of the border, which moves on to what they lead to."""
        edges = self._store.edges(self.border)
        self._reached = {end for edge in edges for end in (edge.source, edge.target)} - self.seen
        self.seen |= self._reached
        self._border = None
        return edges


def _around(store: GraphStore, a_id: str, b_id: str) -> set[Edge]:
    """Edges near both ends: until the two sides have met, and then one border further on each side."""
    sides = _Side(store, a_id), _Side(store, b_id)
    edges = set[Edge]()
    since_met = 0
    for _ in range(MAX_PATH_STEPS):
        side, other = sorted(sides, key=lambda side: (not side.border, sum(side.border.values()), side.end))
        if side.is_crowded:
            return edges | _into_crowd(store, side, other)
        edges.update(side.expanded())
        seen = sides[0].seen | sides[1].seen
        since_met += len(seen) < len(sides[0].seen) + len(sides[1].seen)
        enough = since_met > _BORDERS_SINCE_MET or len(seen) > MAX_PATH_EXPANDED_NODES
        if enough and (since_met or all(len(side.seen) > 1 for side in sides)):
            break
    return edges


def _into_crowd(store: GraphStore, side: _Side, other: _Side) -> set[Edge]:
    """The edges of a crowded end that lead to the other side; where that is crowded too and not joined to it, the edges
    of both to what they have in common."""
    edges = store.edges_between([side.end], other.seen)
    if not edges and other.is_crowded:
        edges = store.edges_between([side.end, other.end], store.shared_neighbours(side.end, other.end))
    return set(edges)


def _graph(edges: Collection[Edge], ends: tuple[str, str]) -> networkx.Graph[str]:
    """The edges as a graph with one for each pair, without the dead ends that no way can pass."""
    import networkx

    touched = Counter(node for edge in edges for node in (edge.source, edge.target))
    kept = [
        e for e in edges if (touched[e.source] > 1 or e.source in ends) and (touched[e.target] > 1 or e.target in ends)
    ]
    graph: networkx.Graph[str] = networkx.Graph()
    best: dict[tuple[str, str], Edge] = {}
    for edge in sorted(kept, key=_preference):
        best.setdefault((min(edge.source, edge.target), max(edge.source, edge.target)), edge)
    neighbours = Counter(node for pair in best for node in pair)
    for pair, edge in best.items():
        if all(neighbours[node] > 1 or node in ends for node in pair):
            graph.add_edge(edge.source, edge.target, cost=_cost(edge), edge=edge)
    return graph


def _cost(edge: Edge) -> float:
    return COSTS.get(edge.relation, 1.0)


def _preference(edge: Edge) -> tuple[Any, ...]:
    return _cost(edge), *edge[:3], edge.condition or ""


def _ways(graph: networkx.Graph[str], a_id: str, b_id: str, max_paths: int) -> list[list[str]]:
    import networkx

    if not networkx.has_path(graph, a_id, b_id):
        return []
    ranked: list[tuple[float, int, list[str]]] = []
    for tried, ids in enumerate(networkx.shortest_simple_paths(graph, a_id, b_id, weight="cost")):
        cost = sum(_cost(step) for step in _steps(graph, ids))
        ties_may_follow = len(ranked) < max_paths or cost <= sorted(ranked)[max_paths - 1][0]
        if not ties_may_follow or tried >= max_paths + _MAX_TIES:
            break
        if len(ids) - 1 <= MAX_PATH_STEPS:
            ranked.append((cost, len(ids), ids))
    return [ids for _, _, ids in sorted(ranked)[:max_paths]]


def _steps(graph: networkx.Graph[str], ids: list[str]) -> Iterator[Edge]:
    for one, other in pairwise(ids):
        edge: Edge = graph.edges[one, other]["edge"]
        yield edge

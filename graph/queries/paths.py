"""The shortest meaningful ways from one entity to another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from graph.ceilings import MAX_PATH_EXPANDED_NODES, MAX_PATH_STEPS, MAX_PATHS
from graph.store import GraphStore
from graph.values import Relation
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

    Only the part of the graph around the two ends is read: breadth first from both, the smaller border first, to at
    most MAX_PATH_STEPS steps and about MAX_PATH_EXPANDED_NODES entities. An entity with more than
    MAX_PATH_HUB_RELATIONS relations can be a stop on the way, but no further entities are looked for through it alone.

    Gives nothing where there is no such way, an id is unknown, or both are the same.
    """
    if a_id == b_id or max_paths < 1 or len(store.entities([a_id, b_id])) < 2:
        return ()
    graph = _graph(_around(store, a_id, b_id), (a_id, b_id))
    if a_id not in graph or b_id not in graph:
        return ()
    return tuple(tuple(_steps(graph, ids)) for ids in _ways(graph, a_id, b_id, max_paths))


def _around(store: GraphStore, a_id: str, b_id: str) -> Iterable[Relation]:
    """Relations near both ends: until the two sides have met, and then one border further on each side."""
    seen = {a_id: {a_id}, b_id: {b_id}}
    border = {a_id: {a_id}, b_id: {b_id}}
    relations: dict[tuple[str, str, str, str | None], Relation] = {}
    begun, borders_since_met = set[str](), 0
    for _ in range(MAX_PATH_STEPS):
        side = min((a_id, b_id), key=lambda end: (not border[end], len(seen[end]), end))
        found = store.relations(_worth_expanding(store, border[side], {a_id, b_id})) if border[side] else ()
        relations.update(((r.source, r.relation, r.target, r.condition), r) for r in found)
        reached = {end for relation in found for end in (relation.source, relation.target)}
        border[side] = reached - seen[side]
        seen[side] |= reached
        begun.add(side)
        borders_since_met += not seen[a_id].isdisjoint(seen[b_id])
        enough = borders_since_met > 2 or len(seen[a_id] | seen[b_id]) > MAX_PATH_EXPANDED_NODES
        if enough and len(begun) == 2:
            break
    return relations.values()


def _worth_expanding(store: GraphStore, border: set[str], ends: set[str]) -> list[str]:
    degree = store.degree(border)
    return sorted(node for node in border if node in ends or degree.get(node, 0) <= MAX_PATH_HUB_RELATIONS)


def _graph(relations: Iterable[Relation], ends: tuple[str, str]) -> networkx.Graph[str]:
    """The relations as a graph with one edge for each pair, without the dead ends that no way can pass."""
    import networkx

    graph: networkx.Graph[str] = networkx.Graph()
    best: dict[tuple[str, str], Relation] = {}
    for relation in sorted(relations, key=_preference):
        best.setdefault((min(relation.source, relation.target), max(relation.source, relation.target)), relation)
    neighbours = Counter(node for pair in best for node in pair)
    for pair, relation in best.items():
        if all(neighbours[node] > 1 or node in ends for node in pair):
            graph.add_edge(relation.source, relation.target, cost=_cost(relation), relation=relation)
    return graph


def _cost(relation: Relation) -> float:
    return COSTS.get(relation.relation, 1.0)


def _preference(relation: Relation) -> tuple[Any, ...]:
    return _cost(relation), relation.source, relation.relation, relation.target, relation.condition or ""


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


def _steps(graph: networkx.Graph[str], ids: list[str]) -> Iterator[Relation]:
    for one, other in pairwise(ids):
        relation: Relation = graph.edges[one, other]["relation"]
        yield relation

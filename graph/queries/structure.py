"""What the graph as a whole looks like: how central each entity is, and which hang together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.store import GraphStore
from graph.vocabulary import RelationType

if TYPE_CHECKING:
    import networkx as nx

SEED = 7
"""The seed of the search for communities: the same graph gives the same ones."""


def ranks(store: GraphStore) -> dict[str, float]:
    """How central each entity is, by id: Katz centrality over the relations, limits left out; the sum of squares is 1.

    An entity counts by whom it is joined to, not only by how many. With a damping below one over the largest degree the
    sum always converges (L. Katz, A new status index derived from sociometric analysis, 1953).
    """
    import networkx as nx

    graph = _undirected(store)
    if not graph:
        return {}
    largest = max(degree for _, degree in graph.degree())
    return dict(nx.katz_centrality(graph, alpha=1 / (largest + 1), beta=1.0, max_iter=5_000))


def communities(store: GraphStore) -> tuple[tuple[str, ...], ...]:
    """Groups of entities that are joined among themselves more than with others, each sorted, the largest first.

    Louvain communities (Blondel and others, 2008), with a fixed seed over entities in the order of their ids; a
    relation weighs by the lines that say it.
    """
    import networkx as nx

    graph = _undirected(store)
    groups = nx.community.louvain_communities(graph, weight="lines", seed=SEED) if graph else []
    return tuple(sorted((tuple(sorted(group)) for group in groups), key=lambda group: (-len(group), group)))


def _undirected(store: GraphStore) -> nx.Graph[str]:
    """The entities that have relations, without limits; several relations between two are one edge."""
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    for relation in store.iter_relations():
        if relation.relation is RelationType.HAS_LIMIT:
            continue
        known = graph.get_edge_data(relation.source, relation.target, {"lines": 0})
        graph.add_edge(relation.source, relation.target, lines=known["lines"] + len(relation.evidence))
    return graph

"""The graph: its vocabulary, its stores and what can be asked of it.

Importing this package loads nothing else; each name below is fetched from its module when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graph.comparison.compare import compare, compare_entities
    from graph.coverage import report
    from graph.interchange import export_graph, write_export
    from graph.interchange_reader import import_graph
    from graph.limit_table import limits
    from graph.queries.lookup import find_name, resolve_name
    from graph.queries.paths import path
    from graph.queries.profile import profile
    from graph.queries.structure import communities, ranks
    from graph.questions.ask import ask
    from graph.stores import open_store

_HOME = {
    "ask": "graph.questions.ask",
    "communities": "graph.queries.structure",
    "compare": "graph.comparison.compare",
    "compare_entities": "graph.comparison.compare",
    "export_graph": "graph.interchange",
    "find_name": "graph.queries.lookup",
    "import_graph": "graph.interchange_reader",
    "limits": "graph.limit_table",
    "open_store": "graph.stores",
    "path": "graph.queries.paths",
    "profile": "graph.queries.profile",
    "ranks": "graph.queries.structure",
    "report": "graph.coverage",
    "resolve_name": "graph.queries.lookup",
    "write_export": "graph.interchange",
}

__all__ = [
    "ask",
    "communities",
    "compare",
    "compare_entities",
    "export_graph",
    "find_name",
    "import_graph",
    "limits",
    "open_store",
    "path",
    "profile",
    "ranks",
    "report",
    "resolve_name",
    "write_export",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])

"""The graph: its vocabulary, its stores and what can be asked of it.

Importing this package loads nothing else; each name below is fetched from its module when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graph.comparison.compare import compare, compare_entities
    from graph.interchange import export_graph, write_export
    from graph.interchange_reader import import_graph
    from graph.queries.lookup import find_name, resolve_name
    from graph.queries.paths import path
    from graph.queries.profile import profile
    from graph.stores import open_store

_HOME = {
    "compare": "graph.comparison.compare",
    "compare_entities": "graph.comparison.compare",
    "export_graph": "graph.interchange",
    "find_name": "graph.queries.lookup",
    "import_graph": "graph.interchange_reader",
    "open_store": "graph.stores",
    "path": "graph.queries.paths",
    "profile": "graph.queries.profile",
    "resolve_name": "graph.queries.lookup",
    "write_export": "graph.interchange",
}

__all__ = [
    "compare",
    "compare_entities",
    "export_graph",
    "find_name",
    "import_graph",
    "open_store",
    "path",
    "profile",
    "resolve_name",
    "write_export",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])

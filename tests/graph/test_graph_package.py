"""The package's front door: the names it promises, and that knocking wakes nobody."""

from __future__ import annotations

import subprocess
import sys

import pytest

import graph


def test_every_promised_name_is_there():
    for name in graph.__all__:
        assert callable(getattr(graph, name))
        assert name in dir(graph)
    with pytest.raises(AttributeError, match="nothing_like_it"):
        _ = graph.nothing_like_it


def test_opening_and_asking_an_embedded_store_loads_nothing_heavy(tmp_path):
    script = f"""
import sys, graph
loaded = [name for name in sys.modules if name.startswith("graph.")]
assert loaded == [], loaded
store = graph.open_store({str(tmp_path / "a.db")!r})
store.named("pump"), store.counts(), graph.profile(store, "pump")
heavy = {{"networkx", "neo4j", "spacy", "streamlit", "pandas", "numpy", "pyvis", "rapidfuzz"}} & set(sys.modules)
assert not heavy, heavy
"""
    subprocess.run([sys.executable, "-c", script], check=True)

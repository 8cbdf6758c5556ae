"""Fixtures of the tests of the graph."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from comparison_samples import fares, harbour
from graph_samples import garden, shed

from graph import open_store
from graph.store import GraphStore


@pytest.fixture
def filled(store):
    """A store that has read the garden and the shed."""
    store.replace_document(garden())
    store.replace_document(shed())
    return store


@pytest.fixture
def local(tmp_path: Path) -> Iterator[GraphStore]:
    """An embedded store, for what needs no proof on every store."""
    store = open_store(tmp_path / "local.db", create=True)
    yield store
    store.close()


@pytest.fixture
def boats(local: GraphStore) -> GraphStore:
    """An embedded store that has read the harbour and the fares."""
    local.replace_document(harbour())
    local.replace_document(fares())
    return local

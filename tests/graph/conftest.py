"""Fixtures of the tests of the graph."""

from __future__ import annotations

import pytest
from graph_samples import garden, shed


@pytest.fixture
def filled(store):
    """A store that has read the garden and the shed."""
    store.replace_document(garden())
    store.replace_document(shed())
    return store

"""Fixtures of all tests: the stores that every promise is proven on.

A store is one line of STORES. A test that takes `store` or `store_factory` runs once for each of them, unless it is
marked `embedded`; `pytest --store sqlite` keeps to the named ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from command_line import CommandLine

from graph.interchange import export_graph
from graph.store import GraphStore
from graph.stores import open_store
from ingest.bundled import notes_folder
from ingest.library import Options, ingest_paths

pytest_plugins = ["neo4j_server", "workers"]

StoreFactory = Callable[[], GraphStore]


def _sqlite_store(request: pytest.FixtureRequest) -> GraphStore:
    folder: Path = request.getfixturevalue("tmp_path")
    store = open_store(folder / f"store-{len(list(folder.glob('store-*.db')))}.db")
    request.addfinalizer(store.close)
    return store


def _neo4j_store(request: pytest.FixtureRequest) -> GraphStore:
    opened: GraphStore = request.getfixturevalue("neo4j_store")
    return opened


STORES: dict[str, Callable[[pytest.FixtureRequest], GraphStore]] = {
    "sqlite": _sqlite_store,
    "neo4j": _neo4j_store,
}

_MARKS = {"neo4j": (pytest.mark.neo4j, pytest.mark.xdist_group("neo4j"))}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--store", action="append", choices=sorted(STORES), help="run only on this store (repeatable)")
    parser.addoption("--update-golden", action="store_true", help="write the files of tests/golden anew")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "store_factory" in metafunc.fixturenames:
        chosen = metafunc.config.getoption("--store") or STORES
        if any(metafunc.definition.iter_markers("embedded")):
            chosen = [name for name in chosen if name == "sqlite"]
        params = [pytest.param(name, marks=_MARKS.get(name, ()), id=name) for name in STORES if name in chosen]
        metafunc.parametrize("store_factory", params, indirect=True, scope="function")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With --store, tests that are marked for a store which was not named are left out too."""
    chosen = config.getoption("--store") or STORES
    left_out = [item for item in items for name in _MARKS if name not in chosen and item.get_closest_marker(name)]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


@pytest.fixture
def store_factory(request: pytest.FixtureRequest) -> StoreFactory:
    """Makes an empty store. Only the last one made is of use: a Neo4j database holds one graph, so it is cleared."""

    def make() -> GraphStore:
        store = STORES[request.param](request)
        store.clear()
        return store

    return make


@pytest.fixture
def store(store_factory: StoreFactory) -> GraphStore:
    """An empty store."""
    return store_factory()


@pytest.fixture(scope="session")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    """An embedded store that has read the bundled notes; to be asked, not written to."""
    store = open_store(tmp_path_factory.mktemp("bundled") / "bundled.db", create=True)
    ingest_paths(store, [notes_folder()], Options(root=notes_folder()))
    yield store
    store.close()


@pytest.fixture(scope="session")
def bundled_export(bundled: GraphStore) -> str:
    """The export of the bundled notes."""
    return "".join(export_graph(bundled))


@pytest.fixture
def noteweave(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    """The command line in an empty folder, without a store and without settings in the environment."""
    from app.settings import SETTINGS

    for setting in SETTINGS:
        monkeypatch.delenv(setting.variable, raising=False)
    return CommandLine(tmp_path)

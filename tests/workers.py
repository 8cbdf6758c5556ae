"""How the tests are shared out among the workers of `pytest --numprocesses`: a plugin of `conftest.py`.

The groups that share a server come first and stay on one worker each; the others go file by file to whoever is free,
with the quick ones last, so that no worker waits for another at the end.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

GROUPS = ("neo4j", "browser")
FOLDERS = ("tests", "app", "graph", "ingest")
"""What takes long first: whole notes, then processes and pages."""


def group_of(nodeid: str) -> str | None:
    """The group that a test belongs to: its name or its file's tells."""
    return next((group for group in GROUPS if group in nodeid), None)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: _place(item.nodeid, item.path))


def _place(nodeid: str, path: Path) -> tuple[int, int]:
    group, folder = group_of(nodeid), path.parent.name
    return GROUPS.index(group) if group else len(GROUPS), FOLDERS.index(folder) if folder in FOLDERS else len(FOLDERS)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Scopes in the order of the tests.

    (xdist 3.8 adds its groups to ids that pytest 9.2 no longer reads, so the names have to tell.)
    """
    from xdist.scheduler import LoadScopeScheduling

    class GroupsThenFiles(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return group_of(nodeid) or nodeid.partition("::")[0]

    config.option.loadscopereorder = False
    return GroupsThenFiles(config, log)

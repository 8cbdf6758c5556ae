"""Fixtures of the tests of the command line."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from answer_pages import Pages
from command_line import QUEUE_NOTES, TOPIC_NOTES, CommandLine


@pytest.fixture(scope="session")
def two_notes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose store has read the two notes beside it; to be copied, not written to."""
    line = CommandLine(tmp_path_factory.mktemp("two-notes"))
    line.write("notes/sqs.md", QUEUE_NOTES)
    line.write("notes/sns.md", TOPIC_NOTES)
    line.ok("ingest", "notes")
    return line.folder


@pytest.fixture
def with_notes(noteweave: CommandLine, two_notes: Path) -> CommandLine:
    """The command line in a folder whose store holds two notes, `sqs.md` and `sns.md`."""
    shutil.copytree(two_notes, noteweave.folder, dirs_exist_ok=True)
    noteweave.ok("ingest", "notes")  # the copies become the store's documents
    return noteweave


@pytest.fixture(autouse=True)
def main_module_stays() -> Iterator[None]:
    """A page under test takes the place of the main module, which a process that is spawned later would run again."""
    main = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = main


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Pages:
    """Opens the pages that answer, over notes."""
    return Pages(tmp_path, monkeypatch)

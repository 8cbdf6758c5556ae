"""The command line as a whole: options before and after, how problems are told, and that help costs nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import CommandLine

HEAVY = [
    "spacy",
    "streamlit",
    "pandas",
    "neo4j",
    "networkx",
    "pyvis",
    "numpy",
    "rich.console",
    "markdown_it",
    "sqlite3",
]


def test_help_imports_nothing_heavy() -> None:
    script = f"""
import sys
from app.cli import run
run(["--help"])
loaded = [name for name in {HEAVY!r} if name in sys.modules]
sys.exit(f"loaded: {{loaded}}" if loaded else 0)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "ingest" in done.stdout


def test_no_command_at_all_shows_the_help(noteweave: CommandLine) -> None:
    assert "Usage: noteweave" in noteweave.ok().out


def test_version_is_the_package_s(noteweave: CommandLine) -> None:
    from importlib.metadata import version

    assert noteweave.ok("--version").out == f"noteweave {version('noteweave')}\n"


@pytest.mark.parametrize("place", ["before", "after"])
def test_shared_options_stand_before_or_after_the_command(with_notes: CommandLine, place: str) -> None:
    store = with_notes.store.rename(with_notes.folder / "other.db")
    options = ["--store", str(store), "--json"]
    arguments = [*options, "documents"] if place == "before" else ["documents", *options]
    assert [document["id"] for document in with_notes.ok(*arguments).json] == ["sns.md", "sqs.md"]


def test_an_option_wins_over_the_environment(with_notes: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NOTEWEAVE_STORE", "nowhere.db")
    assert "nowhere.db" in with_notes.refused("documents")
    with_notes.ok("documents", "--store", with_notes.store)


@pytest.mark.parametrize(
    "arguments", [["nonsense"], ["show"], ["show", "A", "B"], ["ingest", "--jobs", "0", "x"], ["--nonsense"], ["pack"]]
)
def test_wrong_usage_is_one_line_and_exit_code_2(noteweave: CommandLine, arguments: list[str]) -> None:
    assert "--help" in noteweave.refused(*arguments, code=2)


def test_debug_shows_the_traceback(noteweave: CommandLine) -> None:
    result = noteweave("documents", "--debug")
    assert result.code == 1
    assert "Traceback" in result.err
    assert result.err.splitlines()[-1].startswith("noteweave: ")


def test_a_reader_that_stops_listening_is_no_problem(with_notes: CommandLine) -> None:
    command = f"{sys.executable} -m app.cli export | head -c 10"
    done = subprocess.run(
        ["sh", "-c", command], cwd=with_notes.folder, capture_output=True, text=True, check=True, env=_environment()
    )
    assert done.stderr == ""


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}

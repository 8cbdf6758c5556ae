"""The README's commands work as they stand there, one after the other."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

from command_line import CommandLine

ROOT = Path(__file__).parents[1]


def _commands() -> list[str]:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```console\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    return [line.removeprefix("$ ") for block in blocks for line in block.splitlines() if line.startswith("$ ")]


def test_the_tour_runs(noteweave: CommandLine) -> None:
    shutil.copytree(ROOT / "data", noteweave.folder / "data")
    commands = _commands()
    assert len(commands) >= 8
    for command in commands:
        program, *arguments = shlex.split(command)
        assert program == "noteweave"
        done = noteweave(*arguments)
        assert done.code == 0, f"{command}: {done.err}"


def test_every_command_stands_in_the_table() -> None:
    import typer

    from app.cli import app

    text = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    assert [name for name in commands if f"`{name}" not in text] == []


def test_the_make_targets_are_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in ("explore", "test", "help"):
        assert re.search(rf"^{target}:.*## ", makefile, re.MULTILINE), target


def test_links_lead_somewhere() -> None:
    for page in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]:
        for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).exists(), f"{page.name}: {link}"

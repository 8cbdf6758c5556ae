"""`noteweave pack check`: what is wrong with a domain pack, each problem with its line."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from app.session import Session, command


def register(app: typer.Typer) -> None:
    """Add the group `pack` to the app."""
    group = typer.Typer(help="Domain packs: the names and verbs of a trade.", rich_markup_mode=None)
    command(group, "check")(check)
    app.add_typer(group, name="pack")


def check(session: Session, file: Annotated[Path, typer.Argument(help="The pack's TOML file.")]) -> None:
    """Check a pack; each problem is told with its line."""
    from app import output
    from ingest.packs import check_pack, shipped_packs

    problems = check_pack(file, shipped_packs())
    if session.as_json:
        output.write_json({"file": str(file), "problems": list(problems)})
    else:
        for problem in problems:
            output.say(problem)
        if not problems:
            output.console().print(f"{file}: no problem found.", markup=False)
    if problems:
        raise typer.Exit(1)

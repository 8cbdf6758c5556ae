"""`noteweave pack check` and `pack suggest`: what is wrong with a pack, and a starter pack from one's own notes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.session import Session, command

if TYPE_CHECKING:
    from ingest.packs.suggest import SuggestedName


def register(app: typer.Typer) -> None:
    """Add the group `pack` to the app."""
    group = typer.Typer(help="Domain packs: the names and verbs of a trade.", rich_markup_mode=None)
    command(group, "check")(check)
    command(group, "suggest")(suggest)
    app.add_typer(group, name="pack")


def check(session: Session, file: Annotated[Path, typer.Argument(help="The pack's TOML file.")]) -> None:
    """Check a pack; each problem is told with its line."""
    from app import output
    from ingest.packs.files import check_pack, shipped_packs

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


def suggest(
    session: Session,
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Files and folders of notes.")],
    output_file: Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write it here.")] = None,
    no_pack: Annotated[bool, typer.Option("--no-pack", help="Suggest names that the shipped packs know, too.")] = False,
) -> None:
    """Write a starter pack from notes: their names that no pack knows yet, with counts and guessed kinds, to be edited.

    A pack that lies at the root of the notes as noteweave-pack.toml is read with them.
    """
    from app import output, settings
    from ingest.library import Options
    from ingest.packs.suggest import suggest as suggestion_for
    from ingest.packs.suggest import suggestion_text

    packs = () if no_pack else tuple(settings.pack_files())
    options = Options(packs=packs, use_packs=not no_pack, max_mb=settings.max_file_mb())
    found = suggestion_for(paths, options)
    for _, problem in found.failed:
        output.say(problem)
    if session.as_json:
        output.write_json({"pack": found.name, "known": found.known, "names": [_name(n) for n in found.names]})
    else:
        with output.to_file_or_stdout(output_file) as file:
            file.write(suggestion_text(found))
    if found.failed:
        raise typer.Exit(1)


def _name(suggested: SuggestedName) -> dict[str, Any]:
    entity = suggested.entity
    return {
        "name": entity.name,
        "kind": entity.kind.value,
        "of": entity.owner,
        "aliases": list(entity.aliases),
        "lines": suggested.lines,
        "document": suggested.document,
        "line": suggested.line,
    }

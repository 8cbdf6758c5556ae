"""`noteweave export` and `noteweave import`: the graph as a file, and back."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from app.session import Session, command


class Format(StrEnum):
    """What an export can be written as."""

    JSON = "json"


def register(app: typer.Typer) -> None:
    """Add the commands to the app."""
    command(app, "export")(export)
    command(app, "import")(import_)


def export(
    session: Session,
    form: Annotated[Format, typer.Option("--format", help="The format to write.")] = Format.JSON,
    to: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="PATH", help="File to write; else standard output.")
    ] = None,
) -> None:
    """Write the whole graph in an open format."""
    from app import output
    from graph.interchange import write_export

    with session.open() as store, output.to_file_or_stdout(to) as file:
        write_export(store, file)


def import_(session: Session, file: Annotated[Path, typer.Argument(help="A JSON export.")]) -> None:
    """Read a JSON export into the store."""
    from app import output
    from graph.interchange_reader import read_export

    contributions = read_export(file)
    with session.open(create=True) as store:
        for contribution in contributions:
            store.replace_document(contribution)
    if session.as_json:
        output.write_json({"documents": [contribution.document.path for contribution in contributions]})
    else:
        output.console().print(f"Imported {output.counted(len(contributions), 'document')}.")

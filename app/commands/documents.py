"""`noteweave documents` and `noteweave forget`: what was read, and taking it back."""

from __future__ import annotations

from typing import Annotated

import typer

from app.session import Session, command

_COLUMNS = ("document", "title", "lines", "statements", "relations", "limits")


def register(app: typer.Typer) -> None:
    """Add the commands to the app."""
    command(app, "documents")(documents)
    command(app, "forget")(forget)


def documents(session: Session) -> None:
    """List the documents that were read, with counts."""
    from app import output

    with session.open() as store:
        found = store.documents()
    rows = [(d.path, d.title, d.lines, d.statements, d.relations, d.limits) for d in found]
    if session.as_json:
        output.write_json([dict(zip(("id", *_COLUMNS[1:]), row, strict=True)) for row in rows])
        return
    if not rows:
        output.console().print("No notes were read yet; read some with: noteweave ingest FOLDER", markup=False)
        return
    output.print_table(_COLUMNS, rows, numbers=frozenset(_COLUMNS[2:]))


def forget(
    session: Session, document: Annotated[list[str], typer.Argument(help="Documents as `documents` lists them.")]
) -> None:
    """Forget documents and what no other document supports."""
    from app import output
    from graph.errors import UnknownDocumentError

    with session.open() as store:
        known = {found.path for found in store.documents()}
        unknown = [path for path in document if path not in known]
        if unknown:
            raise UnknownDocumentError(f'no document "{unknown[0]}" was read (see: noteweave documents)')
        removed = [path for path in dict.fromkeys(document) if store.remove_document(path)]
    if session.as_json:
        output.write_json({"removed": removed})
    else:
        output.console().print(f"Forgotten: {', '.join(removed)}", markup=False)

"""`noteweave find`: full-text search over names, aliases and statements."""

from __future__ import annotations

from typing import Annotated

import typer

from app.session import Session, command


def register(app: typer.Typer) -> None:
    """Add the command to the app."""
    command(app, "find")(find)


def find(
    session: Session,
    text: Annotated[str, typer.Argument(help="Words to look for; of a name, the last one may be a beginning.")],
    limit: Annotated[int, typer.Option("--limit", min=1, max=1000, help="Most entities and most statements.")] = 20,
) -> None:
    """Search names, aliases and statements."""
    from app import facts, output, render

    with session.open() as store:
        entities = store.find_entities(text, limit=limit)
        statements = store.find_statements(text, limit=limit)
        abouts = {entity.id: entity.name for entity in store.entities({s.about for s in statements})}
    if session.as_json:
        output.write_json(
            {"entities": [facts.entity(e) for e in entities], "statements": [facts.statement(s) for s in statements]}
        )
    else:
        output.console().print(render.findings(text, entities, statements, abouts))

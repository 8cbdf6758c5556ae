"""`noteweave path`: the ways from one thing to another, with the lines of each step."""

from __future__ import annotations

from typing import Annotated

import typer

from app.session import Session, command


def register(app: typer.Typer) -> None:
    """Add the command to the app."""
    command(app, "path")(path)


def path(
    session: Session,
    start: Annotated[str, typer.Argument(metavar="A", help="Where to start.")],
    end: Annotated[str, typer.Argument(metavar="B", help="Where to get to.")],
) -> None:
    """Show the shortest meaningful ways from A to B."""
    from app import facts, output, render
    from graph.queries.lookup import resolve_name
    from graph.queries.paths import path as paths_between

    with session.open() as store:
        ends = [resolve_name(store, name) for name in (start, end)]
        ways = paths_between(store, *(found.entity.id for found in ends))
        on_the_way = {end for way in ways for step in way for end in (step.source, step.target)}
        names = {entity.id: entity.name for entity in store.entities(on_the_way)}
    if session.as_json:
        output.write_json({"paths": [[facts.relation(step) for step in way] for way in ways]})
        return
    for typed, found in zip((start, end), ends, strict=True):
        render.tell_mended(typed, found)
    output.console().print(render.ways(ends[0].entity, ends[1].entity, ways, names))

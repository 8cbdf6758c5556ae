"""`noteweave show`: everything that the notes say of one thing."""

from __future__ import annotations

from typing import Annotated

import typer

from app.session import Session, command


def register(app: typer.Typer) -> None:
    """Add the command to the app."""
    command(app, "show")(show)


def show(session: Session, name: Annotated[str, typer.Argument(help="A name, alias, or OWNER NAME.")]) -> None:
    """Show everything that the notes say of one thing.

    Its kind and aliases, its relations in both directions with their lines, its limits, its statements by facet.
    """
    from app import facts, output, render
    from graph.queries.lookup import resolve_name
    from graph.queries.profile import profile as profile_of

    with session.open() as store:
        found = resolve_name(store, name)
        profile = profile_of(store, found.entity.id)
    assert profile is not None, "a name that was resolved has an entity"
    if session.as_json:
        output.write_json(facts.profile(profile))
        return
    render.tell_mended(name, found)
    output.console().print(render.profile(profile))

"""`noteweave limits`: the table of limits."""

from __future__ import annotations

from typing import Annotated

import typer

from app.session import Session, command
from graph.vocabulary import Bound

Name = Annotated[str | None, typer.Argument(help="Whose limits, those of its features included; all without a name.")]
Unit = Annotated[str | None, typer.Option("--unit", help="Only what can be told in this unit (KB finds GB too).")]
Only = Annotated[Bound | None, typer.Option("--bound", help="Only limits of this bound.")]


def register(app: typer.Typer) -> None:
    """Add the command to the app."""
    command(app, "limits")(limits)


def limits(session: Session, name: Name = None, unit: Unit = None, bound: Only = None) -> None:
    """List the limits that the notes give, with the lines that say them."""
    from app import output
    from app.render import place, tell_mended
    from graph.limit_table import limits as limits_in
    from graph.queries.lookup import resolve_name

    with session.open() as store:
        if name is not None:
            owner = resolve_name(store, name)
            tell_mended(name, owner)
            name = owner.entity.id
        found = limits_in(store, name, unit, bound)
    if session.as_json:
        output.write_json([entry.to_json() for entry in found])
        return
    if not found:
        output.console().print("The notes give no such limit.", markup=False)
        return
    rows = []
    for entry in found:
        first = entry.evidence[0]
        where = place(first.document, first.line_start, first.line_end)
        quantity = f"{entry.limit.bound} {entry.limit.quantity}"
        scope = entry.limit.scope or ""
        rows.append((entry.owner.name, quantity, entry.value_text, scope, where, " ".join(first.text.split())))
    output.print_table(("of", "limit", "value", "scope", "line", "words"), rows, numbers=frozenset({"value"}))

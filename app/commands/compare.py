"""`noteweave compare`: two to six things side by side."""

from __future__ import annotations

from typing import Annotated

import typer

from app.session import Session, command

Names = Annotated[list[str], typer.Argument(metavar="A B [C...]", help="Two to six names, or one that names a group.")]
Markdown = Annotated[bool, typer.Option("--markdown", help="Print the table in Markdown.")]
Csv = Annotated[bool, typer.Option("--csv", help="Print the table as comma-separated values, for a spreadsheet.")]
Lines = Annotated[int, typer.Option("--lines", min=1, help="Most lines of a cell in the terminal's table.")]


def register(app: typer.Typer) -> None:
    """Add the command to the app."""
    command(app, "compare")(compare)


def compare(session: Session, names: Names, markdown: Markdown = False, csv: Csv = False, lines: Lines = 5) -> None:
    """Put things side by side.

    One column each, rows by what the lines are about (those that tell most first), limits in one unit, and the lines
    that name several of them. A single name that stands for a group ("EBS volume types") compares its members.
    """
    from app import comparison, output
    from graph.comparison.compare import compare as compared

    if session.as_json + markdown + csv > 1:
        raise typer.BadParameter("--json, --markdown and --csv cannot be had at once")
    with session.open() as store:
        found = compared(store, names)
    if session.as_json:
        output.write_json(found.to_json())
    elif markdown:
        print(comparison.as_markdown(found), end="")
    elif csv:
        print(comparison.as_csv(found), end="")
    else:
        output.console().print(comparison.as_table(found, max_lines=lines))

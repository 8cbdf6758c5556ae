"""`noteweave report`: what the reading made of the notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from app.session import Session, command

if TYPE_CHECKING:
    from rich.console import RenderableType

    from graph.coverage import Contradiction, Report

Most = Annotated[int, typer.Option("--most", min=1, help="Most rows of each part in the terminal.")]


def register(app: typer.Typer) -> None:
    """Add the command to the app."""
    command(app, "report")(report)


def report(session: Session, most: Most = 40) -> None:
    """Say how the notes were read.

    How many lines are in each bucket, which were left as noise, which spellings were taken for one name and by which
    rule, what contradicts itself (side by side, never resolved), and what nothing is joined with.
    """
    from app import output
    from graph.coverage import report as report_of

    with session.open() as store:
        found = report_of(store)
    if session.as_json:
        output.write_json(found.to_json())
    else:
        output.console().print(_page(found, most))


def _page(found: Report, most: int) -> RenderableType:
    from rich.console import Group
    from rich.text import Text

    from app.output import counted, printable, table

    total = sum(found.buckets.values())
    shares = [(bucket, f"{n:,}", f"{n / total:.1%}" if total else "") for bucket, n in found.buckets.items() if n]
    parts: list[RenderableType] = [table(("bucket", "lines", "share"), shares, numbers=frozenset({"lines", "share"}))]

    def part(title: str, columns: tuple[str, ...], rows: Sequence[Sequence[str]]) -> None:
        parts.append(Text(f"\n{title}", style="bold"))
        parts.append(table(columns, rows[:most]))
        if len(rows) > most:
            parts.append(Text(f"and {len(rows) - most:,} more (see --most, --json)", style="dim"))

    if found.noise:
        lines = [(f"{n.document}:{n.line}", n.text) for n in found.noise]
        part(counted(len(lines), "line") + " left as noise", ("line", "words"), lines)
    if found.merges:
        rules = ", ".join(f"{rule} {n:,}" for rule, n in Counter(m.rule for m in found.merges).most_common())
        merges = [(m.spelling, m.name, m.rule, f"{m.document}:{m.line}") for m in found.merges]
        part(f"Spellings taken for one name ({rules})", ("written", "taken as", "rule", "line"), merges)
    if found.contradictions:
        sides = [row for one in found.contradictions for row in _sides(one)]
        title = counted(len(found.contradictions), "contradiction")
        part(title, ("about", "says", "line", "words"), sides)
    if found.lonely:
        names = ", ".join(entity.name for entity in found.lonely[:most])
        more = f" and {len(found.lonely) - most:,} more" if len(found.lonely) > most else ""
        parts.append(Text(f"\nWithout relations ({len(found.lonely):,})", style="bold"))
        parts.append(Text(printable(names + more)))
    return Group(*parts)


def _sides(one: Contradiction) -> list[tuple[str, ...]]:
    from app.render import place

    rows: list[tuple[str, ...]] = []
    for number, side in enumerate(one.sides):
        first = side.evidence[0]
        where = place(first.document, first.line_start, first.line_end)
        rows.append((one.subject if number == 0 else "", side.says, where, " ".join(first.text.split())))
    return rows

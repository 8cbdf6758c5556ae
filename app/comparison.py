"""A comparison for people: a table in the terminal, in Markdown, and as comma-separated values."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from app.output import printable
from graph.comparison.values import NOT_SAID, Comparison, LimitCell, Link, Quote
from graph.vocabulary import READINGS, Direction

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

_STEERS_A_SPREADSHEET = ("=", "+", "-", "@", "\t", "\r", "\n")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")
_BLANKS = re.compile(r"\s+")


# -- the terminal -------------------------------------------------------------------------------------


def as_table(found: Comparison, *, max_lines: int) -> RenderableType:
    """The whole comparison; a cell shows its first `max_lines` lines and says how many more there are."""
    from rich.console import Group
    from rich.text import Text

    names = [entity.name for entity in found.entities]
    short = _one_document(found)
    rows = [
        [
            Text(row.label, style="bold"),
            *(_cell(found, column, cell, max_lines, short) for column, cell in _columns(found, row.cells)),
        ]
        for row in found.told_once()
    ]
    parts: list[RenderableType] = (
        [_grid(["", *names], rows)] if rows else [Text("The notes have no lines about these.")]
    )
    if found.limits:
        limits = [[Text(row.label, style="bold"), *map(_limit, row.cells)] for row in found.limits]
        parts += [_title("Limits"), _grid(["", *names], limits)]
    if common := list(_shared(found)):
        parts += [_title("In common"), *common]
    if found.contrast:
        parts += [
            _title("Where the notes name them together"),
            *(_quote(found, q, "", short) for q in found.contrast),
        ]
    if found.notes:
        parts += [Text(""), *(Text(printable(note), style="italic") for note in found.notes)]
    return Group(*parts)


def _grid(columns: Sequence[str], rows: Sequence[Sequence[Text]]) -> RenderableType:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    grid = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_lines=True)
    for number, column in enumerate(columns):
        grid.add_column(Text(printable(column)), overflow="fold", ratio=None if number == 0 else 1)
    for row in rows:
        grid.add_row(*row)
    return grid


def _title(words: str) -> Text:
    from rich.text import Text

    return Text(f"\n{words}", style="bold")


def _columns(found: Comparison, cells: Sequence[Sequence[Quote]]) -> Iterator[tuple[str, Sequence[Quote]]]:
    for entity, cell in zip(found.entities, cells, strict=True):
        yield entity.id, cell


def _cell(found: Comparison, column: str, cell: Sequence[Quote], most: int, short: bool) -> Text:
    from rich.text import Text

    if not cell:
        return Text(NOT_SAID, style="dim italic")
    shown = [_quote(found, quote, column, short) for quote in cell[:most]]
    if len(cell) > most:
        shown.append(Text(f"and {len(cell) - most} more", style="dim"))
    return Text("\n").join(shown)


def _quote(found: Comparison, quote: Quote, column: str, short: bool) -> Text:
    from rich.text import Text

    text = Text("• ")
    if column and quote.about != column:
        text.append(f"[{printable(found.name_of(quote.about))}] ", style="cyan")
    text.append(printable(one_line(quote.text)))
    text.append(f" {_place(quote, short)}", style="dim")
    return text


def _limit(cell: LimitCell | None) -> Text:
    from rich.text import Text

    if cell is None:
        return Text(NOT_SAID, style="dim italic")
    said = f" ({cell.said})" if cell.said != cell.text else ""
    return Text(printable(f"{cell.text}{said}"))


def _shared(found: Comparison) -> Iterator[Text]:
    from rich.text import Text

    for link in found.shared:
        yield Text(printable(f"• {link_words(found, link)}"))


# -- Markdown and CSV ---------------------------------------------------------------------------------


def as_markdown(found: Comparison) -> str:
    """The comparison as a Markdown document: tables whose cells hold the quoted lines."""
    names = [_plain(entity.name) for entity in found.entities]
    lines = [f"# {' and '.join(names)}", "", *_markdown_head(names)]
    for row in found.told_once():
        cells = [_markdown_cell(found, column, cell) for column, cell in _columns(found, row.cells)]
        lines.append(_markdown_row([f"**{row.label}**", *cells]))
    if found.limits:
        lines += ["", "## Limits", "", *_markdown_head(names)]
        lines += [
            _markdown_row([_plain(row.label), *(c.text if c else NOT_SAID for c in row.cells)]) for row in found.limits
        ]
    if found.shared:
        lines += ["", "## In common", "", *(f"- {_plain(link_words(found, link))}" for link in found.shared)]
    if found.contrast:
        lines += [
            "",
            "## Where the notes name them together",
            "",
            *(f"- {_plain(q.text)} ({_plain(_place(q, False))})" for q in found.contrast),
        ]
    lines += ["", *(_plain(note) for note in found.notes)] if found.notes else []
    return "\n".join(lines) + "\n"


def as_csv(found: Comparison) -> str:
    """The comparison as one table: part, row, then a column each.

    A cell that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(map(safe_cell, ["part", "row", *(entity.name for entity in found.entities)]))
    for row in found.told_once():
        cells = (_csv_cell(found, column, cell) for column, cell in _columns(found, row.cells))
        writer.writerow(map(safe_cell, ["lines", row.label, *cells]))
    for limits in found.limits:
        values = (cell.text if cell else NOT_SAID for cell in limits.cells)
        writer.writerow(map(safe_cell, ["limits", limits.label, *values]))
    return out.getvalue()


def safe_cell(text: str) -> str:
    """The text so that a spreadsheet takes it as text, whatever it begins with."""
    return f"'{text}" if text.startswith(_STEERS_A_SPREADSHEET) else text


def one_line(text: str) -> str:
    """The words of a quote on one line."""
    return _BLANKS.sub(" ", text).strip()


def link_words(found: Comparison, link: Link) -> str:
    """A link in words: ``SNS, SES: triggers Lambda``."""
    who = ", ".join(found.entities[column].name for column in link.columns)
    reading = READINGS[link.relation]
    words = reading.forward if link.direction is Direction.OUT else reading.inverse
    return f"{who}: {words} {found.name_of(link.other)}"


def _csv_cell(found: Comparison, column: str, cell: Sequence[Quote]) -> str:
    if not cell:
        return NOT_SAID
    return "\n".join(f"{_whose(found, column, quote)}{one_line(quote.text)} ({_place(quote, False)})" for quote in cell)


def _markdown_cell(found: Comparison, column: str, cell: Sequence[Quote]) -> str:
    if not cell:
        return f"*{NOT_SAID}*"
    told = (f"{_whose(found, column, quote)}{quote.text} ({_place(quote, False)})" for quote in cell)
    return "<br>".join(map(_plain, told))


def _markdown_head(names: Sequence[str]) -> list[str]:
    return [_markdown_row(["", *names]), _markdown_row(["---"] * (len(names) + 1))]


def _markdown_row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _plain(text: str) -> str:
    """Words of notes as plain text in Markdown, on one line."""
    return _MARKDOWN.sub(r"\\\1", printable(one_line(text)))


def _whose(found: Comparison, column: str, quote: Quote) -> str:
    return f"{found.name_of(quote.about)}: " if quote.about != column else ""


def _place(quote: Quote, short: bool) -> str:
    lines = f"{quote.line_start}" + (f"-{quote.line_end}" if quote.line_end != quote.line_start else "")
    return lines if short else f"{quote.document}:{lines}"


def _one_document(found: Comparison) -> bool:
    """Whether all quotes are of one document, so that line numbers are enough."""
    quotes = [quote for row in found.rows for cell in row.cells for quote in cell]
    return len({quote.document for quote in (*quotes, *found.contrast)}) < 2

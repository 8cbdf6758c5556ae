"""A comparison as tables: a column for each thing, rows by what the lines are about, then limits and relations."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from app.comparison import one_line
from app.web.parts.evidence import Line, quoted
from app.web.parts.links import focus_link
from app.web.parts.markup import Markup, join, tag
from graph.comparison.values import NOT_SAID, Comparison, LimitCell, LimitRow, Link, Quote, Row
from graph.vocabulary import READINGS, Direction

FIRST_LINES = 4
MOST_MARKED = 2
LEAST_BAR = 0.02


def side_by_side(found: Comparison) -> Markup:
    """All parts of the comparison that have something to say."""
    return tag(
        "section", _notes(found), _lines(found), _limits(found), _relations(found), _contrast(found), class_="nw-side"
    )


def _notes(found: Comparison) -> Markup:
    return tag("p", " ".join(found.notes), class_="nw-remarks") if found.notes else Markup("")


def _lines(found: Comparison) -> Markup:
    rows = found.told_once()
    if not rows:
        return tag("p", "The notes have no lines about these.", class_="nw-hint")
    names = [focus_link(e.id, e.name, class_=f"nw-{e.kind}-ink") for e in found.entities]
    telling = [row for row in rows if row.differs and all(row.cells)][:MOST_MARKED]
    shown = [_row(found, row, marked=row in telling) for row in rows]
    return _table(found, names, shown, "What the notes say of each")


def _row(found: Comparison, row: Row, *, marked: bool) -> Markup:
    cells = [tag("td", _cell(found, entity.id, cell)) for entity, cell in zip(found.entities, row.cells, strict=True)]
    return tag("tr", tag("th", row.label, scope="row"), *cells, class_="nw-telling" if marked else None)


def _cell(found: Comparison, column: str, quotes: Sequence[Quote]) -> Markup:
    if not quotes:
        return _not_said()
    files = ["" if one == before else _file(one) for before, one in pairwise(["", *(q.document for q in quotes)])]
    named = files if _several_documents(found) else [""] * len(quotes)
    said = [_quote(found, column, quote, file) for quote, file in zip(quotes, named, strict=True)]
    first = tag("ul", *said[:FIRST_LINES], class_="nw-said")
    if len(said) <= FIRST_LINES:
        return first
    rest = said[FIRST_LINES:]
    return join(first, tag("details", tag("summary", f"{len(rest)} more"), tag("ul", *rest, class_="nw-said")))


def _several_documents(found: Comparison) -> bool:
    """Whether a line's number alone does not tell where it stands."""
    return len({quote.document for row in found.rows for cell in row.cells for quote in cell}) > 1


def _file(document: str) -> str:
    return document.rsplit("/", 1)[-1] + " "


def _quote(found: Comparison, column: str, quote: Quote, file: str) -> Markup:
    """The line; its document is named where it is another than in the line before."""
    whose = focus_link(quote.about, found.name_of(quote.about), class_="nw-whose") if quote.about != column else ""
    told = (quote, *quote.also)
    places = file + ", ".join(dict.fromkeys(map(_place, told)))
    title = "; ".join(dict.fromkeys(f"{one.document}, line {_place(one)}" for one in told))
    return tag("li", whose, one_line(quote.text), " ", tag("span", places, class_="nw-at", title=title))


def _place(quote: Quote) -> str:
    return str(quote.line_start) if quote.line_end <= quote.line_start else f"{quote.line_start}–{quote.line_end}"


def _limits(found: Comparison) -> Markup:
    if not found.limits:
        return Markup("")
    names = [entity.name for entity in found.entities]
    rows = [tag("tr", tag("th", row.label, scope="row"), *_values(found, row)) for row in found.limits]
    return join(tag("h2", "Limits"), _table(found, names, rows, "Limits", quiet=True))


def _values(found: Comparison, row: LimitRow) -> list[Markup]:
    """The values in one unit, with bars where there are several to measure against each other."""
    values = [cell.value for cell in row.cells if cell is not None]
    most = max(values) if len(values) > 1 else 0
    several = _several_documents(found)
    return [tag("td", _value(cell, most, several), class_="nw-value") for cell in row.cells]


def _value(cell: LimitCell | None, most: float, named: bool) -> Markup:
    """The value with the place of its line; `named` says whether the document's name belongs to that."""
    if cell is None:
        return _not_said()
    place = (_file(cell.document) if named else "") + str(cell.line_start)
    bar = tag("span", class_="nw-length", style=f"width:{max(LEAST_BAR, cell.value / most):.0%}") if most > 0 else ""
    said = f" ({cell.said})" if cell.said != cell.text else ""
    value = join(tag("strong", cell.text), said)
    where = tag("span", place, class_="nw-at", title=f"{cell.document}, line {cell.line_start}")
    return tag(
        "div", tag("span", value, where), tag("span", bar, class_="nw-scale") if bar else "", class_="nw-limit-cell"
    )


def _relations(found: Comparison) -> Markup:
    rows = []
    if found.shared:
        shared = tag("td", tag("ul", *(_shared(found, link) for link in found.shared), class_="nw-joined"))
        rows.append(tag("tr", tag("th", "In common", scope="row"), _wide(shared, len(found.entities))))
    if any(found.only):
        cells = [tag("td", _links(found, links) if links else _not_said()) for links in found.only]
        rows.append(tag("tr", tag("th", "Of one alone", scope="row"), *cells))
    if not rows:
        return Markup("")
    names = [entity.name for entity in found.entities]
    return join(tag("h2", "Relations"), _table(found, names, rows, "Relations", quiet=True))


def _wide(cell: Markup, columns: int) -> Markup:
    return Markup(cell.replace("<td>", f'<td colspan="{columns}">', 1))


def _shared(found: Comparison, link: Link) -> Markup:
    several = len(link.columns) < len(found.entities)
    who = [tag("span", ", ".join(found.entities[n].name for n in link.columns), " ")] if several else []
    return tag("li", *who, tag("em", _reading(link)), " ", focus_link(link.other, found.name_of(link.other)))


def _links(found: Comparison, links: Sequence[Link]) -> Markup:
    """The links of one column, those of one reading together."""
    grouped: dict[str, list[Link]] = {}
    for link in links:
        grouped.setdefault(_reading(link), []).append(link)
    rows = [_group(found, reading, group) for reading, group in grouped.items()]
    return tag("ul", *rows, class_="nw-joined")


def _group(found: Comparison, reading: str, links: Sequence[Link]) -> Markup:
    named = [focus_link(link.other, found.name_of(link.other)) for link in links]
    told = [part for name in named for part in (", ", name)][1:]
    return tag("li", tag("em", reading), " ", *told)


def _reading(link: Link) -> str:
    reading = READINGS[link.relation]
    return reading.forward if link.direction is Direction.OUT else reading.inverse


def _contrast(found: Comparison) -> Markup:
    if not found.contrast:
        return Markup("")
    lines = [Line(q.document, q.line_start, q.line_end, q.text) for q in found.contrast]
    return join(tag("h2", "Where the notes name them together"), quoted(lines))


def _table(
    found: Comparison, names: Sequence[str], rows: Sequence[Markup], label: str, *, quiet: bool = False
) -> Markup:
    """A table with the same column widths as the others; a quiet one has its head for screen readers only."""
    widths = tag("colgroup", tag("col", class_="nw-first"), *(tag("col") for _ in found.entities))
    head = tag("tr", tag("td"), *(tag("th", name, scope="col") for name in names))
    class_ = "nw-columns nw-quiet-head" if quiet else "nw-columns"
    table = tag("table", widths, tag("thead", head), tag("tbody", *rows), class_=class_, aria_label=label)
    return tag("div", table, class_="nw-across", style=f"--columns:{len(found.entities)}")


def _not_said() -> Markup:
    return tag("span", NOT_SAID, class_="nw-not-said")

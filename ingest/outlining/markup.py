"""What Markdown itself says of the lines of a document: headings, code, tables, rules, front matter.

markdown-it-py finds them with their lines. Lists and paragraphs are not asked of it: people who type fast indent as
they like, and the outline needs what they meant (ingest.outline).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from ingest.outlining.drawn_titles import DrawnTitle, drawn_titles, ranks

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_UNDERLINE = re.compile(r"^ {0,3}(=+|-{3,}|~{3,})\s*$")
_WIKI_TITLE = re.compile(r"(={2,6})\s*\S.*?\s*\1\s*$")
_BOLD_TITLE = re.compile(r"(?:\*\*[^*]+\*\*|__[^_]+__):?(?:\s*\([^()]*\))?\s*$")
BOLD_LEVEL = 6
"""The rank of a title in bold type: below every heading that has a rank of its own."""
MIN_BOLD_TITLES = 3
"""Lines; a document with fewer has no habit of writing its titles so."""
_FENCE_LINE = re.compile(r"^ {0,3}(`{3,}|~{3,})\s*(.*?)\s*$")
MAX_TITLE = 80
"""Characters; a longer line is no title over its underline."""
_CELL_BORDER = re.compile(r"(?<!\\)\|")
_BARE_CELLS = re.compile(r"\s*(?![-*+•]\s)(?:\|\s*)?[^|\s].*?\s\|\s.*\s\|(?:\s|$)")
MIN_BARE_ROWS = 3
"""Lines with as many cells each; a table that has no line of dashes below its header."""
_FENCE_RULES = ["heading", "table", "fence", "hr"]


@dataclass(slots=True)
class Markup:
    """Line numbers (from 1) by what Markdown makes of them; `table_rows` maps a row's line to its cells.

    `headings` holds the rank of each title, `drawn` the words and the style of those that Markdown does not know.
    """

    headings: dict[int, int] = field(default_factory=dict)
    code: set[int] = field(default_factory=set)
    markup: set[int] = field(default_factory=set)
    table_rows: dict[int, tuple[str, ...]] = field(default_factory=dict)
    table_headers: dict[int, tuple[str, ...]] = field(default_factory=dict)
    drawn: dict[int, DrawnTitle] = field(default_factory=dict)

    def add_drawn(self, titles: Mapping[int, DrawnTitle]) -> None:
        """Take titles that are drawn with signs of their own for headings, each style with a rank of its own."""
        self.drawn.update(titles)
        own = {number: level for number, level in self.headings.items() if number not in self.drawn}
        self.headings.update(ranks(own, self.drawn))


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("zero").enable(_FENCE_RULES).disable("inline")


def read_markup(lines: list[str]) -> Markup:
    """Find Markdown's own structure. Underlined titles count as headings only below a single short line."""
    found = Markup()
    start = _front_matter(lines, found)
    drawn = {n: title for n, title in drawn_titles(lines).items() if n > start and not _WIKI_TITLE.match(lines[n - 1])}
    apart = drawn.keys() | _drawn_under_titles(lines, drawn)
    body = ["" if number <= start or number in apart else line for number, line in enumerate(lines, 1)]
    header: tuple[str, ...] = ()
    for token in _parser().parse("\n".join(body)):
        if token.map is None:
            continue
        first, end = token.map[0] + 1, token.map[1]
        if token.type == "heading_open":
            found.headings[first] = int(token.tag[1:])
        elif token.type == "fence":
            _fence(lines, first, end, found)
        elif token.type == "hr":
            found.markup.add(first)
        elif token.type == "table_open":
            header = _cells(lines[first - 1])
            found.table_headers[first] = header
            found.markup.add(first + 1)
        elif token.type == "tr_open" and first not in found.table_headers and "|" in lines[first - 1]:
            found.table_rows[first] = _cells(lines[first - 1])
            found.table_headers[first] = header
    _bare_tables(lines, found)
    _underlined(lines, found)
    _written_as_titles(lines, found)
    found.add_drawn({number: title for number, title in drawn.items() if number not in found.code})
    return found


def _written_as_titles(lines: list[str], found: Markup) -> None:
    """Titles that other writing tools know ("== Crew =="), and those in bold type that stand alone behind a blank line.

    Markdown takes both for text; a writer who heads sections so does it all along.
    """
    bold = []
    for number, line in enumerate(lines, 1):
        if not line.startswith(("==", "**", "__")) or number in found.code or number in found.markup:
            continue
        wiki = _WIKI_TITLE.match(line)
        if wiki is not None:
            found.headings.setdefault(number, len(wiki[1]))
        elif _BOLD_TITLE.match(line) and _is_alone(lines, number):
            bold.append(number)
    if len(bold) >= MIN_BOLD_TITLES:
        found.headings.update((number, BOLD_LEVEL) for number in bold if number not in found.headings)


def _is_alone(lines: list[str], number: int) -> bool:
    """Whether a line stands behind a blank one, short enough for a title."""
    above = lines[number - 2].strip() if number > 1 else ""
    return not above and len(lines[number - 1].strip()) <= MAX_TITLE


def _front_matter(lines: list[str], found: Markup) -> int:
    """The last line of a leading ``---`` block, 0 where there is none."""
    if not lines or lines[0].strip() != "---":
        return 0
    for number, line in enumerate(lines[1:], 2):
        if line.strip() in ("---", "..."):
            found.markup.update(range(1, number + 1))
            return number
        if number > 60 or (line.strip() and not re.match(r"\s*[-\w\"'#]", line)):
            return 0
    return 0


def _fence(lines: list[str], first: int, end: int, found: Markup) -> None:
    found.markup.add(first)
    closed = end > first and re.match(r"\s*(`{3,}|~{3,})\s*$", lines[end - 1])
    found.code.update(range(first + 1, end if closed else end + 1))
    if closed:
        found.markup.add(end)


def _drawn_under_titles(lines: list[str], titles: Collection[int]) -> set[int]:
    """The lines of tildes that underline a title or end in tildes: Markdown takes them for the beginning of code."""
    found: set[int] = set()
    fence = ""
    for number, line in enumerate(lines, 1):
        fenced = ("~~~" in line or "```" in line) and number not in titles
        mark = _FENCE_LINE.match(line) if fenced else None
        if mark is None:
            continue
        if fence:
            closes = mark[1].startswith(fence) and not mark[2]
            fence = "" if closes else fence
        elif mark[1][0] == "~" and (mark[2].endswith("~~") or (not mark[2] and _is_title(lines, number - 1))):
            found.add(number)
        else:
            fence = mark[1]
    return found


def _is_title(lines: list[str], number: int) -> bool:
    """Whether the line stands alone below a blank one, short enough for a title over its underline."""
    above = lines[number - 1].strip() if number else ""
    alone = number < 2 or not lines[number - 2].strip()
    return bool(above) and alone and len(above) <= MAX_TITLE and not above.startswith(("-", "*", "|"))


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip().replace("\\|", "|") for cell in _CELL_BORDER.split(line.strip().strip("|")))


def _bare_tables(lines: list[str], found: Markup) -> None:
    """Tables that are typed without signs around them: "who | how | how much" over lines with as many cells."""
    run: list[int] = []
    for number in range(1, len(lines) + 2):
        row = lines[number - 1] if number <= len(lines) and number not in found.code else ""
        width = len(_cells(row)) if _BARE_CELLS.match(row) and number not in found.table_headers else 0
        if run and width == len(_cells(lines[run[0] - 1])):
            run.append(number)
            continue
        if len(run) >= MIN_BARE_ROWS:
            found.table_headers.update((line, _cells(lines[run[0] - 1])) for line in run)
            found.table_rows.update((line, _cells(lines[line - 1])) for line in run[1:])
        run = [number] if width else []


def _underlined(lines: list[str], found: Markup) -> None:
    for number in range(2, len(lines) + 1):
        mark = _UNDERLINE.match(lines[number - 1])
        if not mark or number - 1 in found.markup | found.code or number in found.code:
            continue
        if number - 1 not in found.headings and _is_title(lines, number - 1):
            found.headings[number - 1] = 1 if mark[1][0] == "=" else 2
            found.markup.add(number)
        elif mark[1][0] in "=~" and len(mark[1]) > 2:
            found.markup.add(number)

"""Titles in the plural over items: "Moorings" over three short bullets lists parts of what is above it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from graph.names import singular
from graph.quantities.words import quantity_words
from ingest.outlining.deciding import deciding_columns
from ingest.outlining.lines import plain
from ingest.terms import is_verb, names_a_thing, word_list
from ingest.values import Block, Marker

MAX_ITEM_WORDS = 5
MAX_FIRST_WORDS = 3
_SEVERAL = re.compile(r",|/|\b(?:or|and)\b")
_REST = re.compile(r"[,(]| worth | to ")


def lists_items(title: Block, text: str, items: Sequence[Block]) -> bool:
    """Whether a title in the plural stands over short items: they are parts of what is above it."""
    words = _class_words(text)
    short = [b for b in items if len(b.text.split()) <= MAX_ITEM_WORDS or b.label is not None]
    names_class = _is_plural(words) and not is_verb(singular(words[-1])) and not words[0].endswith("ing")
    return names_class and _are_listed(title, items) and len(items) > 1 and 2 * len(short) >= len(items)


def lists_things(title: Block, text: str, items: Sequence[Block]) -> bool:
    """Whether a title in the plural stands over labelled items, each of which names a thing of that class."""
    explained = title.text.rstrip().endswith(":") and all(b.label is not None for b in items)
    labelled = [b for b in items if b.label is not None and b.body_start < len(b.text)]
    listed = _are_listed(title, items) or explained
    return _is_plural(_class_words(text)) and listed and len(labelled) > 1 and 2 * len(labelled) >= len(items)


def lists_figures(text: str, items: Sequence[Block]) -> bool:
    """Whether a title names a measure, and only its figures stand below it: "tide height" over "min 2 m", "max 9 m"."""
    measure = text.lower().rpartition(" ")[2] in quantity_words().quantity_nouns
    return measure and bool(items) and all(map(_is_figure, items))


def _is_figure(item: Block) -> bool:
    """Whether a line tells a figure, and no more of what it is a figure of: not "holds up to 9 m"."""
    first = item.text.split(None, 1)[0].lower() if item.text else ""
    return item.label is None and any(map(str.isdigit, item.text)) and not is_verb(first)


def first_cells(rows: Sequence[Block], header: tuple[str, ...]) -> list[str]:
    """What the rows of the table with a header begin with."""
    firsts = (plain(row.cells[0]) for row in rows if row.cells and row.header == header)
    return [first for first in firsts if first not in header]


def beside_things(row: Block, rows: Sequence[Block], is_known: Callable[[str], bool]) -> bool:
    """Whether half the rows of a table begin with things, so that an ordinary word in their place is one too."""
    words = plain(row.cells[0]).lower().split()
    if not 0 < len(words) <= MAX_FIRST_WORDS or words[0] in word_list("openers"):
        return False
    firsts = first_cells(rows, row.header)
    return 2 * sum(names_a_thing(first) or is_known(first) for first in firsts) >= len(firsts)


def _class_words(text: str) -> list[str]:
    return _REST.split(text)[0].lower().split()


def _is_plural(words: Sequence[str]) -> bool:
    return bool(words) and singular(words[-1]) != words[-1]


def _are_listed(title: Block, items: Sequence[Block]) -> bool:
    return all(b.marker in (Marker.BULLET, Marker.NUMBER) or b.indent > title.indent + 1 for b in items)


def row_name(header: Sequence[str], cells: Sequence[str]) -> str:
    """The cell that a table's row is about: the first, but what is to be taken where the first is a need for it.

    A mere figure at the beginning is one of what stands behind it ("22 | SSH").
    """
    titles = deciding_columns(header)
    if titles is None:
        return cells[1] if len(cells) > 1 and plain(cells[0]).isdigit() else cells[0]
    taken = dict(zip(header, cells, strict=False)).get(titles[1], "")
    return cells[0] if not taken or _SEVERAL.search(taken) else taken

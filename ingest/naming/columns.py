"""The columns of a table that are about things: "| | Gig | Raft |" over "| holds | 6 | 20 |"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from graph.lexicon import Lexicon
from ingest.naming.introduced import is_new_name
from ingest.outlining.headings import bare
from ingest.terms import is_property

MIN_SIDES = 2


def things_of_columns(
    header: Sequence[str], find: Callable[[str], str | None], new: Callable[[str], str], lexicon: Lexicon
) -> dict[str, str]:
    """The keys of the things that columns are about, by the titles of the columns.

    `find` knows the key of one; where it knows two of them, or all are written as names beside a first one without a
    title, the other columns are about things that are `new`.
    """
    found = {cell: key for cell in header if (key := find(cell)) is not None}
    others = [cell for cell in header[1:] if cell not in found and _may_be_thing(cell, lexicon)]
    all_names = not header[0].strip() and len(found) + len(others) == len(header) - 1
    if header[0] not in found and (len(set(found.values())) >= MIN_SIDES or (all_names and len(header) > MIN_SIDES)):
        found.update((cell, new(bare(cell))) for cell in others)
    return found


def _may_be_thing(cell: str, lexicon: Lexicon) -> bool:
    name = bare(cell)
    if not name or lexicon.lead_in(name) is not None or lexicon.is_transparent(name) or is_property(name):
        return False
    return all(map(is_new_name, name.split()))

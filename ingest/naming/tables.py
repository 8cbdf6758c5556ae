"""What the first cells of a table's rows name, and what its columns do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import takewhile

from graph.lexicon import Lexicon
from graph.names import Entry
from graph.vocabulary import Kind
from ingest.naming.columns import rows_are_things, things_of_columns, ticked_columns
from ingest.naming.inside import Known
from ingest.naming.listing import beside_things, row_name
from ingest.naming.sides import Shorts, side_of_word
from ingest.outlining.headings import bare
from ingest.outlining.lines import plain
from ingest.terms import names_a_thing
from ingest.values import Block, Role

_OF_TABLE = (Role.MARKUP, Role.TABLE_ROW)


class Tables:
    """Names rows and columns. `named` has the key of each column by its header's block and cell.

    `known` finds a name, `take` gives the key of one, `new` that of a new part of what is above, `new_thing` that of a
    new thing of a kind; `shorts` has the sides that titles and headers set apart, and takes those of headers.
    """

    def __init__(
        self,
        blocks: Sequence[Block],
        by_parent: Mapping[int | None, list[Block]],
        known: Known,
        take: Callable[[Entry], str],
        new: Callable[[str, Block, tuple[str, ...], str], str],
        new_thing: Callable[[str, int, Kind, str], str],
        shorts: Shorts,
        lexicon: Lexicon,
    ) -> None:
        self.blocks, self.by_parent = blocks, by_parent
        self.known, self.shorts, self.lexicon = known, shorts, lexicon
        self.take, self.new, self.new_thing = take, new, new_thing
        self.named: dict[tuple[int, str], str] = {}

    def row(self, block: Block, above: tuple[str, ...]) -> str | None:
        """The key of what a row's first cell names, where that is a thing."""
        first = plain(row_name(block.header, block.cells))
        if (entry := self.known(first, above)) is not None:
            return self.take(entry)
        heads = [self.known(plain(cell), above) for cell in block.header[1:]]
        rows = self.by_parent[block.parent]
        is_thing = names_a_thing(first) or beside_things(block, rows, lambda cell: self.known(cell, above) is not None)
        if all(heads) or not is_thing or not any(map(str.isalnum, first)):
            return None
        return self.new(first, block, above, "table row")

    def columns(self, block: Block, above: tuple[str, ...]) -> None:
        """Note what the columns below a header name."""
        below = takewhile(lambda row: row.role in _OF_TABLE, self.blocks[block.index + 1 :])
        rows = [row.cells for row in below if row.header == block.cells]
        ticked = ticked_columns(block.cells, rows)
        if rows_are_things(block.cells, rows, lambda cell: self.known(bare(cell), above)):
            return

        def find(cell: str) -> str | None:
            if cell in ticked:
                return None
            entry = self.known(bare(cell), above)
            return side_of_word(self.shorts.above(block), cell) or (self.take(entry) if entry is not None else None)

        def new(name: str, is_part: bool) -> str:
            if is_part:
                return self.new(name, block, above, "column")
            return self.new_thing(name, block.line_start, Kind.SERVICE, "column")

        found = things_of_columns(block.cells, rows, find, new, self.lexicon)
        self.named.update(((block.index, cell), key) for cell, key in found.items())
        self.shorts.sides[block.index] = tuple(dict.fromkeys(found.values()))

"""What a table says of the things that it tells to take: "| night trips | barge | ferry |" below "need | use | not"."""

from __future__ import annotations

from collections.abc import Iterator

from graph.vocabulary import Kind, RelationType
from ingest.outlining.deciding import deciding_columns, is_passed_over
from ingest.relating.ends import edge, known
from ingest.relating.gates import rule
from ingest.relating.purposes import purposes
from ingest.relating.sentence import CELLS, Sentence
from ingest.values import Clause, EdgeDraft, Mention

DECIDED = "row of a table that decides"


def _decided(sentence: Sentence) -> Iterator[EdgeDraft]:
    clause = sentence.clause
    titles = deciding_columns([title for title, *_ in clause.columns])
    if titles is None:
        return
    places = {title: (start, end) for title, start, end in clause.columns}
    taken = _things(clause, *places[titles[1]])
    start, end = places[titles[0]]
    for target in purposes(clause, start, end, RelationType.SUITED_TO):
        yield from (edge(known(m), RelationType.SUITED_TO, target, DECIDED) for m in taken)
    condition = f"for {clause.text[start:end].strip()}"
    for title, place in places.items():
        for other in _things(clause, *place) if is_passed_over(title) else ():
            for mention in taken:
                yield edge(known(mention), RelationType.USE_INSTEAD_OF, known(other), DECIDED, condition=condition)


def _things(clause: Clause, start: int, end: int) -> list[Mention]:
    return [m for m in clause.mentions if start <= m.start and m.end <= end and m.kind is not Kind.CONCEPT]


DECIDING_TABLES = (rule(_decided, CELLS),)
"""Rows of tables that tell what to take for what."""

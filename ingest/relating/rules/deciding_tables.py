"""What a table says of the things that it tells to take: "| night trips | barge | ferry |" below "need | use | not"."""

from __future__ import annotations

from collections.abc import Iterator

from graph.identity import bare_key, slug
from graph.names import singular
from graph.vocabulary import Kind, RelationType
from ingest.outlining.deciding import deciding_columns, holds_examples, is_passed_over
from ingest.outlining.lines import plain
from ingest.relating.ends import edge, known, subject
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


def _examples(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "| towboat | pulls | Tug, Barge |" below "kind | job | examples": products that are each of the row's kind.

    What a part of a thing has for examples it takes.
    """
    clause = sentence.clause
    first = clause.text[clause.columns[0][1] : clause.columns[0][2]] if clause.columns else ""
    is_kind = clause.subject_kind in (Kind.CONCEPT, Kind.FEATURE)
    if not is_kind or singular(slug(plain(first))) != singular(bare_key(clause.subject)):
        return
    for title, start, end in clause.columns[1:]:
        for mention in _things(clause, start, end) if holds_examples(title) else ():
            if mention.kind is not Kind.FEATURE:
                about = subject(clause.subject, clause)
                is_part = clause.subject_kind is Kind.FEATURE
                relation = RelationType.SUPPORTS if is_part else RelationType.KIND_OF
                yield edge(about, relation, known(mention), "example in a table", inverse=not is_part)


DECIDING_TABLES = (rule(_decided, CELLS), rule(_examples, CELLS))
"""Rows of tables that tell what to take for what, or which things are of a kind."""

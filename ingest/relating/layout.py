"""Relations that the layout of the notes states without a word: sides of a title, a need and what fits it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from graph.identity import bare_key, slug
from graph.names import is_ordinary
from graph.vocabulary import PRODUCTS, Kind, RelationType
from ingest.outlining.headings import bare
from ingest.terms import is_verb, word_list
from ingest.values import Clause, EdgeDraft, End

MAX_TITLE_WORDS = 4
_YES = re.compile(r"\W*yes[,;(]? ", re.IGNORECASE)
_PARTS = re.compile(r"\s*(?:[,/+]|\band\b)\s*")
MAX_SIDES = 4
"""A table with more known columns is a matrix, and sets no two of them against each other."""


def layout_edges(clause: Clause) -> tuple[EdgeDraft, ...]:
    """The edges that a clause's place states; nothing for one that the layout says nothing about."""
    return (*_contrasts(clause), *_engines(clause), *_fits(clause), *_ticked(clause))


def _contrasts(clause: Clause) -> Iterator[EdgeDraft]:
    """ "Deployment vs StatefulSet" as a title, or the two as the columns of a table."""
    if 1 < len(clause.sides) <= MAX_SIDES:
        for one, other in combinations(clause.sides, 2):
            yield EdgeDraft(End(key=one), RelationType.CONTRASTS_WITH, End(key=other), None, "side by side")


def _engines(clause: Clause) -> Iterator[EdgeDraft]:
    """Two products, each with a title of its own below the title of a third: that can be had with either of them."""
    if not clause.sides:
        return
    is_title = slug(clause.text) == bare_key(clause.subject) and clause.subject_kind in PRODUCTS
    is_product = clause.parent_kind is Kind.SERVICE and not is_ordinary(clause.parent_subject or "")
    if is_title and clause.parent_subject is not None and is_product:
        for side in clause.sides:
            item = End(key=side, kind=clause.subject_kind)
            yield EdgeDraft(End(key=clause.parent_subject), RelationType.SUPPORTS, item, None, "titles below a title")


def _ticked(clause: Clause) -> Iterator[EdgeDraft]:
    """ "yes" in a cell: the thing of the row has what its column is called, or that of the column what its row is."""
    about = End(key=clause.subject, kind=clause.subject_kind)
    if clause.cell:
        titles = [clause.frame] if _is_ticked(clause.text) else []
    elif clause.columns and slug(clause.text[slice(*clause.columns[0][1:])]) in bare_key(clause.subject):
        titles = [title for title, start, end in clause.columns[1:] if _is_ticked(clause.text[start:end])]
    else:
        titles = []
    for title in titles:
        for name in _PARTS.split(bare(title)):
            if 0 < len(name.split()) <= MAX_TITLE_WORDS and not title.endswith("?") and not _is_said(name):
                part = End(text=name, kind=Kind.FEATURE)
                yield EdgeDraft(about, RelationType.HAS_FEATURE, part, None, "ticked in a table")


def _is_said(title: str) -> bool:
    """Whether a title says what a thing does, and names no part: "survives a storm"."""
    first, _, rest = title.lower().partition(" ")
    return bool(rest) and first.endswith("s") and is_verb(first)


def _is_ticked(cell: str) -> bool:
    return bare(cell).lower() in word_list("ticks") or _YES.match(cell) is not None


def _fits(clause: Clause) -> Iterator[EdgeDraft]:
    """ "session store = Redis": what answers a need is suited to it."""
    for need in clause.needs:
        target = End(text=need, kind=Kind.CONCEPT)
        yield EdgeDraft(End(key=clause.subject), RelationType.SUITED_TO, target, None, "answers a need")

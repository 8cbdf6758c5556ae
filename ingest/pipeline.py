"""The way of a file from bytes to facts, in one place.

    read -> outline -> name -> attribute -> measure, relate -> assemble

Each stage is a plain function over the value of the one before. The result depends on the bytes, the path, the packs
and READER alone: the same input gives the same contribution, on any machine and in any order of files.
"""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

from graph.ceilings import MAX_FILE_MB
from graph.lexicon import Lexicon, lexicon_with
from graph.values import Contribution, Document, Pack
from ingest.assemble import Read, assemble
from ingest.attributing.attribute import attribute
from ingest.files.read import read
from ingest.measuring.carried import Carried, carried_on
from ingest.measuring.measure import measure
from ingest.naming.name import name
from ingest.naming.outline_signs import outline_signs
from ingest.naming.vocabulary_index import pack_names
from ingest.outlining.outline import outline
from ingest.relating.layout import layout_edges
from ingest.relating.limited import parts_with_figures
from ingest.relating.relate import relate_document

READER = "16"
"""The reader's version: a change of it means reading every document again."""


def reader_digest(packs: tuple[Pack, ...]) -> str:
    """Names the reader's version and the packs that a document was read with."""
    digest = hashlib.sha256("\n".join(f"{pack.name} {pack.digest}" for pack in packs).encode()).hexdigest()
    return f"{READER}+{digest[:12]}"


@lru_cache(maxsize=4)
def _loaded(packs: tuple[Pack, ...]) -> Lexicon:
    """The words that documents are read with. They and the names of the packs stay as long as the process runs,
    so the garbage collector need not go over them again and again.
    """
    with _collector_at_rest():
        words = lexicon_with(packs)
        pack_names(packs)
    gc.freeze()
    return words


def read_document(path: str, data: bytes, packs: tuple[Pack, ...], *, max_mb: float = MAX_FILE_MB) -> Contribution:
    """What one file says. `path` is relative to the folder that is read. Raises NotesError where it is no text."""
    words = _loaded(packs)
    with _collector_at_rest():
        return _read(read(path, data, max_mb=max_mb), packs, words)


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """No garbage collection for the time of one document: reading leaves no cycles, and to look for them takes a
    twentieth of its time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _read(document: Document, packs: tuple[Pack, ...], words: Lexicon) -> Contribution:
    named = name(outline(document, outline_signs(packs)), packs)
    read_clauses: list[Read] = []
    above: Carried = None
    topics = named.topics | {named.document_key}
    for clause, edges in relate_document(attribute(named, words.lead_in), words):
        limits = () if clause.quiet else carried_on(clause, measure(clause, topics), above)
        above = (clause.line_end, limits[-1]) if limits else above
        edges = (*edges, *layout_edges(clause))
        read_clauses.append((clause, edges, limits, words.facets(clause.text, has_limit=bool(limits))))
    drafts = [read[:3] for read in read_clauses]
    for place, part in parts_with_figures(drafts, named.kinds):
        clause, edges, limits, facets = read_clauses[place]
        read_clauses[place] = (clause, (*edges, part), limits, facets)
    return assemble(named, read_clauses, reader_digest(packs))

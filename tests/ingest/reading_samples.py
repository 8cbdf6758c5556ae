"""Short ways to read a few lines of made-up notes in tests: whom each line is about, what was named, what was said."""

from __future__ import annotations

from textwrap import dedent

from graph.resolve import resolve
from graph.values import Contribution, Document, Entity, Pack
from ingest.naming.outline_signs import outline_signs
from ingest.outlining.outline import outline
from ingest.packs.files import shipped_packs
from ingest.pipeline import read_document
from ingest.values import Block

SHIPPED = shipped_packs()
CACHE = "# Redis\n\nin memory\n\n{}\n\n# Kafka\n\nlog of messages\n\n# Envoy\n\nis a proxy\n"
HARBOUR = "# Ferry\n\nThe Ferry crosses the bay.\n\n{}\n\n# Winch\n\nA Winch pulls.\n\n# Barge\n\nA Barge is flat.\n"
"""Notes on three products each, with a place for a line about the first."""


def read_notes(text: str, packs: tuple[Pack, ...] = SHIPPED) -> Contribution:
    """The contribution of a text that may be indented as a whole."""
    return read_document("notes.md", dedent(text).encode(), packs)


def entities(contribution: Contribution) -> dict[str, Entity]:
    """The entity of each key."""
    return resolve(("notes.md", claim) for claim in contribution.names)


def about(text: str, words: str, packs: tuple[Pack, ...] = SHIPPED) -> set[str]:
    """The names of the things that the statement with these words is about."""
    contribution = read_notes(text, packs)
    names = entities(contribution)
    found = {names[s.about].name for s in contribution.statements if words in s.text}
    assert found, f"no statement holds {words!r}"
    return found


def blocks(text: str, packs: tuple[Pack, ...] = SHIPPED) -> tuple[Block, ...]:
    """The outline's blocks."""
    text = dedent(text)
    document = Document("notes.md", "notes", "", text.count("\n"), text)
    return outline(document, outline_signs(packs)).blocks


def block_of(text: str, words: str, packs: tuple[Pack, ...] = SHIPPED) -> Block:
    """The block with these words."""
    return next(block for block in blocks(text, packs) if words in block.text)


def relations(text: str, packs: tuple[Pack, ...] = SHIPPED) -> set[tuple[str, str, str]]:
    """The relations by the names of their ends."""
    contribution = read_notes(text, packs)
    names = entities(contribution)
    return {(names[e.source].name, str(e.relation), names[e.target].name) for e in contribution.edges}


def relations_below(title: str, line: str) -> set[tuple[str, str, str]]:
    """The relations that a line below a title states, in notes that hold nothing else."""
    return relations(f"# Notes\n\n## {title}\n\n- {line}\n")


def limits(text: str, packs: tuple[Pack, ...] = SHIPPED) -> set[tuple[str, str, float, str | None]]:
    """The limits: their owner's name, bound, value and unit."""
    contribution = read_notes(text, packs)
    names = entities(contribution)
    return {(names[f.owner].name, str(f.limit.bound), f.limit.value, f.limit.unit) for f in contribution.limits}

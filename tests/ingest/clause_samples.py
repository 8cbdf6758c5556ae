"""Short ways to have the relations of one clause read in tests: the names in its words, and what it states by keys."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from graph.lexicon import lexicon
from graph.vocabulary import Kind
from ingest.relating.relate import relate
from ingest.values import Clause, EdgeDraft, Mention

Triple = tuple[str, str, str]


def named(text: str, names: Iterable[str], kinds: Mapping[str, Kind], owner: str | None = None) -> tuple[Mention, ...]:
    """Where a text names the things, in any case; a dash in a name may be a space in the text. What has no kind is a
    feature.
    """
    found = (
        Mention(match.start(), match.end(), name.lower(), kinds.get(name, Kind.FEATURE), "pack", owner=owner)
        for name in names
        for match in re.finditer(rf"\b{name.replace('-', '[- ]')}\b", text, re.IGNORECASE)
    )
    return tuple(sorted(found, key=lambda mention: mention.start))


def edges_of(
    text: str, subject: str, kind: Kind = Kind.SERVICE, mentions: Iterable[Mention] = (), **fields: object
) -> tuple[EdgeDraft, ...]:
    """The relations of a clause about the subject; `fields` are further ones of the clause."""
    made = Clause("s", 1, 1, text, subject, kind, mentions=tuple(mentions), **fields)  # type: ignore[arg-type]
    return tuple(relate(made, lexicon()))


def triple(edge: EdgeDraft) -> Triple:
    """A relation by the keys of its ends, or by their words where they are new."""
    source, target = edge.source, edge.target
    return (source.key or source.text or "", edge.relation.value, target.key or target.text or "")


def stated(
    text: str, subject: str, kind: Kind = Kind.SERVICE, mentions: Iterable[Mention] = (), **fields: object
) -> set[Triple]:
    """What a clause about the subject states."""
    return {triple(edge) for edge in edges_of(text, subject, kind, mentions, **fields)}


def below_label(label: str | None) -> dict[str, object]:
    """The fields of a clause that begins with a label, a colon and a space."""
    return {"label": label, "body_start": len(label) + 2 if label else 0}

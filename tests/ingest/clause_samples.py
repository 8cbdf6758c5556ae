"""Short ways to have the relations of one clause read in tests: the names in its words, and what it states by keys."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from graph.lexicon import lexicon
from graph.vocabulary import Kind
from ingest.relating.relate import relate
from ingest.values import Clause, Mention

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


def stated(
    text: str, subject: str, kind: Kind = Kind.SERVICE, mentions: Iterable[Mention] = (), **fields: Any
) -> set[Triple]:
    """What a clause about the subject states, by the keys of the ends or the words of new ones; `fields` are further
    ones of the clause.
    """
    clause = Clause("s", 1, 1, text, subject, kind, mentions=tuple(mentions), **fields)
    edges = relate(clause, lexicon())
    return {(e.source.key or e.source.text or "", e.relation.value, e.target.key or e.target.text or "") for e in edges}


def below_label(label: str | None) -> dict[str, Any]:
    """The fields of a clause that begins with a label, a colon and a space."""
    return {"label": label, "body_start": len(label) + 2 if label else 0}

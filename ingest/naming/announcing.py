"""Titles that announce what follows of a thing they name: "Redis supports:", "Kafka limits", "Triggers for cron".

The title is no thing of its own. The lines below are about the one that it begins or ends with, and its other words may
say how they hang together with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from graph.labels import LeadIn
from graph.lexicon import is_transparent
from graph.names import Entry
from ingest.terms import is_property

MAX_NAME_WORDS = 4
_AROUND = " :-–—"
_OF = re.compile(r"\s(?:for|of|to|in|with|on)\s(?:the\s|an?\s)?", re.IGNORECASE)


def announced(
    text: str, known: Callable[[str], Entry | None], lead_in: Callable[[str], LeadIn | None]
) -> tuple[Entry, LeadIn | None] | None:
    """The thing that a title begins or ends with, and the relation that its other words set, or None for neither.

    `known` finds a name, `lead_in` the relation of a lead-in. Words that only group ("limits", "pricing") set none.
    """
    for name, rest in _splits(text):
        lead = lead_in(rest)
        entry = known(name) if lead is not None or is_transparent(rest) or is_property(rest) else None
        if entry is not None:
            return entry, lead
    return None


def _splits(text: str) -> Iterator[tuple[str, str]]:
    """The ways to cut a title into a name and other words, the longest name first."""
    words = text.split()
    for place in range(min(MAX_NAME_WORDS, len(words) - 1), 0, -1):
        yield " ".join(words[:place]).strip(_AROUND), " ".join(words[place:]).strip(_AROUND)
    for of in _OF.finditer(text):
        yield text[of.end() :].strip(_AROUND), text[: of.start()]

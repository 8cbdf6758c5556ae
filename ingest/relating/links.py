"""Links between notes, read as words in bold type, so that no rule takes their brackets for the end of something."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.values import Clause

# Bounds on their lengths, so that a line full of brackets is no work without end.
_LINK = re.compile(r"\[\[(?P<page>[^\[\]|\n]{1,200})(?:\|(?P<shown>[^\[\]|\n]{1,200}))?\]\]")


def unlinked(clause: Clause) -> Clause:
    """The clause with its links in stars instead of brackets; each word keeps its place.

    Of a link that shows other words than its page's name, that part stays which holds a name.
    """
    if "[[" not in clause.text:
        return clause
    return replace(clause, text=_LINK.sub(lambda match: _starred(match, clause), clause.text))


def _starred(match: re.Match[str], clause: Clause) -> str:
    page, shown = match["page"], match["shown"]
    if shown is None:
        return f"**{page}**"
    if any(match.start("page") <= m.start and m.end <= match.end("page") for m in clause.mentions):
        return f"**{page}**".ljust(len(match[0]))
    return f"**{shown}**".rjust(len(match[0]))

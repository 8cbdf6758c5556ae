"""What others are for, told behind what the thing at hand is bad for: "bad for coal, barges are"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.vocabulary import Kind, RelationType
from ingest.relating.ends import edge, known
from ingest.relating.gates import rule
from ingest.relating.purposes import purposes
from ingest.relating.sentence import NAME, Sentence
from ingest.values import EdgeDraft

_OTHERS_ARE = re.compile(
    r"\b(?:not|no|bad|poor|useless|wrong)\b[^,;.]{0,40}?\b(?:for|at)\s+(?P<what>[^,;.]{3,60}),\s+(?:but\s+)?"
    r"(?P<who>[^,;.()]{2,50}?)\s(?:is|are)[.! ]*$",
    re.IGNORECASE,
)


def _others_are(sentence: Sentence) -> Iterator[EdgeDraft]:
    clause = sentence.clause
    match = _OTHERS_ARE.search(clause.text, clause.body_start)
    if match is None:
        return
    start, end = match.span("who")
    things = [m for m in clause.mentions if start <= m.start and m.end <= end and m.kind is not Kind.CONCEPT]
    for target in purposes(clause, *match.span("what"), RelationType.SUITED_TO) if things else ():
        yield from (edge(known(thing), RelationType.SUITED_TO, target, "what others are for") for thing in things)


POINTED = (rule(_others_are, "is are", NAME),)
"""What another thing is for, told behind what this one is not."""

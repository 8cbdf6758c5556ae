"""What a thing is held against behind what it is like: "cheap compared to the ferry", "small in contrast to Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.vocabulary import Kind, RelationType
from ingest.relating.ends import edge, known
from ingest.relating.gates import rule
from ingest.relating.sentence import NAME, Sentence
from ingest.relating.sources import about_at
from ingest.values import EdgeDraft

_HELD_AGAINST = re.compile(
    r"\b(?:compared\s+(?:to|with)|in\s+(?:contrast|comparison)\s+(?:to|with)|as opposed to)\s+(?:the\s+|an?\s+)?[`*]*$",
    re.IGNORECASE,
)
_FAR = 40


def _likened(sentence: Sentence) -> Iterator[EdgeDraft]:
    clause = sentence.clause
    for mention in clause.mentions:
        before = clause.text[max(0, mention.start - _FAR) : mention.start]
        about = about_at(clause, mention.start)
        is_other = mention.kind is not Kind.CONCEPT and mention.key not in (about.key, clause.owner)
        if is_other and about.kind is not Kind.CONCEPT and _HELD_AGAINST.search(before):
            yield edge(about, RelationType.CONTRASTS_WITH, known(mention), "held against it")


LIKENED = (rule(_likened, "compared contrast comparison opposed", NAME),)
"""What a thing is held against."""

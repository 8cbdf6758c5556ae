"""Who made a thing: a company or a person named only for that is nothing that the thing takes or has."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.lexicon import Lexicon
from graph.text import tail
from graph.vocabulary import Kind
from ingest.values import Clause, Mention

NEAR = 60
_AND = frozenset({",", "and", "&", "/", "+"})
_MADE = re.compile(
    r"(?:^|[,;(]\s*|\b(?:was|is|were|are|and|originally|first|initially)\s+|(?P<noun>[\w-]+)\s+)"
    r"(?:made|developed|invented|written|designed|owned|acquired|bought|open[- ]sourced|maintained|created|started)\s+"
    r"(?:by|at|inside)\s+(?:the\s+)?[`*]*$",
    re.IGNORECASE,
)
_OF = re.compile(r"(?P<noun>[\w-]+)\s+(?:by|from)\s+(?:the\s+)?[`*]*$", re.IGNORECASE)


def without_makers(clause: Clause, lexicon: Lexicon) -> Clause:
    """The clause without the names that only tell who made what it is about: "a night ferry by Gull Lines"."""
    if " by " not in clause.text and " from " not in clause.text and " at " not in clause.text:
        return clause
    makers: list[Mention] = []
    for mention in clause.mentions:
        goes_on = bool(makers) and clause.text[makers[-1].end : mention.start].strip(" `*") in _AND
        if goes_on or _is_maker(clause, mention, lexicon):
            makers.append(mention)
    return replace(clause, mentions=tuple(m for m in clause.mentions if m not in makers)) if makers else clause


def _is_maker(clause: Clause, mention: Mention, lexicon: Lexicon) -> bool:
    if mention.kind is Kind.SERVICE or mention.owner is not None:
        return False
    before = tail(clause.text, max(clause.body_start, mention.start - NEAR), mention.start)
    made = _MADE.search(before)
    if made is not None:
        return made["noun"] is None or lexicon.names_kind(made["noun"].lower())
    of = _OF.search(before)
    return of is not None and lexicon.names_kind(of["noun"].lower())

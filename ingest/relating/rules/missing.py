"""What has to be added for what is not there: "lifts are not built in -> install the crane"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.vocabulary import Kind, RelationType
from ingest.relating.ends import edge, free, known, mentioned
from ingest.relating.gates import rule
from ingest.relating.phrases import pieces
from ingest.relating.plain_words import is_noun
from ingest.relating.sentence import NAME, Sentence
from ingest.values import Clause, EdgeDraft, End

_MISSING = re.compile(
    r"(?P<what>[\w`*][\w`*+&/, -]{1,60}?)\s+"
    r"(?:(?:is|are|come|comes)\s*(?:not|n['’]?t)|isn['’]?t|aren['’]?t|isnt|arent)\s+"
    r"(?:there|included|built in|built-in|collected|sent|shown|visible|installed|part of it)"
    r"(?:\s+by default|\s+out of the box)?"
    r"\s*(?:[-=]>|→|[,;:.]|-|so|\()\s*(?:so\s+)?(?:you\s+)?(?:must\s+|have to\s+|need to\s+)?"
    r"(?:install|add|use|enable|run|need|needs|wants?|take)\s+(?:the\s+|an?\s+)?[`*]*(?=\w)",
    re.IGNORECASE,
)
_WORDS = 3
WITHOUT_IT = "missing without it"
"""The rule by which the thing at hand lacks what is spoken of."""


def _missing(sentence: Sentence) -> Iterator[EdgeDraft]:
    clause = sentence.clause
    match = _MISSING.match(clause.text, clause.body_start)
    added = next((m for m in clause.mentions if match and m.start - match.end() in (0, 1)), None)
    if match is None or added is None or added.kind is Kind.CONCEPT:
        return
    for what in _things(clause, *match.span("what")):
        if what.key != added.key:
            yield edge(what, RelationType.REQUIRES, known(added), WITHOUT_IT)


def _things(clause: Clause, start: int, end: int) -> Iterator[End]:
    for piece in pieces(clause.text, start, end):
        named = mentioned(clause, piece)
        if named is not None:
            yield known(named)
        elif is_noun(piece.text) and len(piece.text.split()) <= _WORDS:
            yield free(piece.text, RelationType.REQUIRES)


MISSING = (rule(_missing, "there included built built-in collected sent shown visible installed part", NAME),)
"""What is not there unless something is added."""

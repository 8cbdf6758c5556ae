"""Parts behind the label of their whole, each explained there: "checks: hull check = leaks, rig check = ropes"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.vocabulary import Kind, RelationType
from ingest.relating.ends import edge, free, known, labelled
from ingest.relating.gates import rule
from ingest.relating.phrases import clean
from ingest.relating.sentence import LABEL, Sentence
from ingest.terms import names_a_thing
from ingest.values import Clause, EdgeDraft, End

_EXPLAINED = re.compile(r"(?:^|[.;,]\s+)(?P<what>[\w`*-]+(?: [\w`*-]+){0,2})\s+=\s+(?=\S)")
_SETTING = re.compile(r"[\d_]|--")
_OF_PARTS = (RelationType.HAS_FEATURE, RelationType.SUPPORTS)
MIN_EXPLAINED = 2
"""One alone may be a sum, or a setting with its value."""


def _explained(sentence: Sentence) -> Iterator[EdgeDraft]:
    clause = sentence.clause
    about = labelled(clause)
    of_parts = clause.lead is None or clause.lead.relation in _OF_PARTS
    if not of_parts or about.kind not in (Kind.FEATURE, Kind.SERVICE):
        return
    body = clause.text[clause.body_start :]
    found = [match for match in _EXPLAINED.finditer(body) if not _SETTING.search(match["what"])]
    if len(found) < MIN_EXPLAINED or found[0].start() > 0:
        return
    spans = [tuple(clause.body_start + place for place in match.span("what")) for match in found]
    parts = [part for start, end in spans if (part := _named(clause, start, end)) is not None]
    if all(part.key != about.key for part in parts):
        yield from (edge(about, RelationType.HAS_FEATURE, part, "explained behind its whole") for part in parts)


def _named(clause: Clause, start: int, end: int) -> End | None:
    mention = next((m for m in clause.mentions if m.start - start in (0, 1) and end - m.end in (0, 1)), None)
    if mention is not None:
        return known(mention) if mention.kind is Kind.FEATURE else None
    words = clean(clause.text[start:end])
    return free(words, RelationType.HAS_FEATURE) if names_a_thing(words) else None


EXPLAINED = (rule(_explained, LABEL, "="),)
"""Parts that the explanation of a label explains in turn."""

"""Lead-ins that are said in a sentence: "Targets can be the quay, the depot or the mill"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.vocabulary import Direction, Kind, RelationType
from ingest.relating.ends import edge, objects, subject
from ingest.relating.gates import rule
from ingest.relating.phrases import hard_end
from ingest.relating.sentence import Sentence
from ingest.values import Clause, EdgeDraft, End

_SAID = re.compile(
    r"(?:(?:the|its|possible|valid|supported)\s+)*(?P<lead>[A-Za-z]+(?: [a-z]+)?)\s+"
    r"(?:(?:can|could|may|might|will)\s+(?:also\s+)?be|are|include)\s+(?:either\s+|e\.g\.\s+)?(?=[\w`*])",
    re.IGNORECASE,
)
_FLOWS = (RelationType.SENDS_TO, RelationType.READS_FROM, RelationType.TRIGGERS, RelationType.INTEGRATES_WITH)


def _said(sentence: Sentence) -> Iterator[EdgeDraft]:
    """The edges of what a lead-in, a verb and a list say together."""
    clause = sentence.clause
    if clause.columns or clause.lead is not None or clause.label is not None:
        return
    match = _SAID.match(clause.text, clause.body_start)
    lead = sentence.lexicon.lead_in(match["lead"]) if match is not None else None
    if match is None or lead is None or lead.relation not in _FLOWS:
        return
    about = _about(clause)
    if about is None:
        return
    stop = hard_end(clause.text, match.end(), len(clause.text))
    for item in objects(clause, match.end(), stop, lead.relation)[0]:
        if item.key not in (None, clause.subject):
            ends = (about, item) if lead.direction is not Direction.IN else (item, about)
            yield edge(ends[0], lead.relation, ends[1], f"{lead.rule} (said)")


def _about(clause: Clause) -> End | None:
    """Whom a lead-in tells of: what stands above, where the lead-in's own words have become the subject."""
    if clause.subject_span is None:
        return subject(clause.subject, clause) if clause.subject_kind is not Kind.CONCEPT else None
    whole = clause.owner or clause.parent_subject
    return End(key=whole, kind=clause.parent_kind or Kind.SERVICE) if whole is not None else None


SAID_LEAD_INS = (rule(_said, "be are include"),)
"""Lead-ins with a verb behind them."""

"""Where a thing sends what it has: "to the quay, the depot or the mill", said without a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.vocabulary import PRODUCTS, Kind, RelationType
from ingest.relating.ends import edge, objects, subject
from ingest.relating.gates import rule
from ingest.relating.phrases import hard_end
from ingest.relating.sentence import Sentence
from ingest.values import EdgeDraft

_TO = re.compile(r"(?:^|[.;]\s+)[`*]*to\s+(?:the\s+|an?\s+)?(?=\w)", re.IGNORECASE)
MIN_TARGETS = 2


def _where_to(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "to X, Y or Z" and no more: where what the clause is about sends things."""
    clause = sentence.clause
    match = _TO.search(clause.text, clause.body_start)
    if match is None or clause.subject_kind is not Kind.SERVICE or clause.columns or clause.lead is not None:
        return
    stop = hard_end(clause.text, match.end(), len(clause.text))
    targets, end = objects(clause, match.end(), stop, RelationType.SENDS_TO)
    are_products = all(target.kind in PRODUCTS and target.key != clause.subject for target in targets)
    are_products = are_products and sum(target.kind is Kind.SERVICE for target in targets) >= MIN_TARGETS
    if are_products and not clause.text[end:stop].strip(" .`*"):
        for target in targets:
            yield edge(subject(clause.subject, clause), RelationType.SENDS_TO, target, "where to")


WHERE_TO = (rule(_where_to, "to"),)
"""Lists of places behind a bare "to"."""

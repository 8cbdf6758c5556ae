"""Parts that a clause counts ("2 cranes per quay"), and those that the later cells of a row say something of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.quantities.words import quantity_words
from graph.vocabulary import PRODUCTS, Kind, RelationType
from ingest.relating.ends import edge, labelled, subject
from ingest.relating.error_names import ERROR
from ingest.relating.gates import rule
from ingest.relating.phrases import free_end, list_parts
from ingest.relating.rules.opening import MAX_PART_WORDS, has_parts, part_at
from ingest.relating.sentence import CELLS, FIGURE, Sentence
from ingest.relating.subjects import follows_noun, is_predicate, noun_at
from ingest.values import EdgeDraft

_COUNTED = re.compile(
    r"(?:(?:max|min|up to|at most|at least)\s+)?"
    r"(?:(?!(?:4[0-3][1-9]|499|50[1-9])\s)\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten)"
    r"\s+(?!(?:shot|time|off|way|phase|factor|tier|step|stage|stop)\s)(?=[a-z])",
    re.IGNORECASE,
)


def _cells(sentence: Sentence) -> Iterator[EdgeDraft]:
    """The nouns that the later cells of a whole's row say something of: "pilot | 8 to 5 | radio max 12 km"."""
    clause = sentence.clause
    if clause.subject_kind not in PRODUCTS:
        return
    for _, start, end in clause.columns[1:]:
        for first, stop in list_parts(clause.text, start, end):
            noun = noun_at(sentence, sentence.index_at(first))
            if noun is None or noun.end > stop or not is_predicate(sentence, follows_noun(sentence, noun)):
                break
            target = part_at(clause, noun)
            if target is not None:
                yield edge(subject(clause.subject, clause), RelationType.HAS_FEATURE, target, "noun of a cell")


def _counted(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "2 cranes per quay, 4 at most": what a clause about a whole counts first."""
    clause = sentence.clause
    about = labelled(clause)
    of_label = clause.label is not None and about.kind is Kind.FEATURE and not clause.label[0].isdigit()
    if clause.subject_span is not None or clause.cell or not (of_label or has_parts(clause)):
        return
    begin = clause.body_start if of_label else 0
    for start, stop in list_parts(clause.text, begin, free_end(clause.text, begin, len(clause.text))):
        match = _COUNTED.match(clause.text, start, stop)
        if match is None:
            return
        noun = noun_at(sentence, sentence.index_at(match.end()), counted=True)
        words = noun.text.lower().split() if noun is not None else []
        is_error = noun is not None and ERROR.fullmatch(noun.text) is not None
        if noun is None or is_error or len(words) > MAX_PART_WORDS or set(words) & set(quantity_words().units.table):
            return
        target = part_at(clause, noun) if not of_label or (len(words) > 1 and words[-1].endswith("s")) else None
        if target is not None:
            yield edge(about, RelationType.HAS_FEATURE, target, "counted noun")


COUNTED = (
    rule(_cells, CELLS),
    rule(_counted, f"{FIGURE} one two three four five six seven eight nine ten"),
)
"""Parts that figures stand before, and those of cells."""

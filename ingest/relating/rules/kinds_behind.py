"""What a thing is, behind two and more of what it takes: "YAML and JSON reader"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.vocabulary import PRODUCTS, Kind, RelationType
from ingest.relating.ends import edge, free, known, subject
from ingest.relating.gates import rule
from ingest.relating.sentence import NAME, Sentence
from ingest.values import EdgeDraft

_AND = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:and|or|&|\+|/|,)\s*", re.IGNORECASE)
_REMARK = re.compile(r"\s*(?:\([^()]*\)\s*)?")
_NOUN = re.compile(r"(?P<noun>(?:[a-z-]+ )?[a-z-]+)(?=\s*(?:$|[,.;:(]))")


def _of_protocols(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "YAML and JSON reader": a kind behind two and more of what it takes, said of the thing above."""
    clause = sentence.clause
    is_said = clause.subject_kind in PRODUCTS and clause.subject_span is None
    if not is_said or clause.label is not None or clause.lead is not None or clause.strays:
        return
    place, taken = 0, 0
    for mention in clause.mentions:
        last = clause.text[mention.start : mention.end].lower().rpartition(" ")[2]
        if mention.end <= place:
            continue  # in a remark
        if mention.start != place or mention.kind is not Kind.TECHNOLOGY or sentence.lexicon.names_kind(last):
            break
        taken += 1
        behind = _AND.match(clause.text, mention.end) or _REMARK.match(clause.text, mention.end)
        place = behind.end() if behind is not None else mention.end
    noun = _NOUN.match(clause.text, place) if taken > 1 else None
    if noun is not None and sentence.lexicon.names_kind(noun["noun"].rpartition(" ")[2]):
        named = next((m for m in clause.mentions if (m.start, m.end) == noun.span("noun")), None)
        target = known(named) if named is not None else free(noun["noun"], RelationType.KIND_OF)
        yield edge(subject(clause.subject, clause), RelationType.KIND_OF, target, "kind behind what it takes")


KINDS_BEHIND = (rule(_of_protocols, NAME, "and or & + / ,"),)
"""Kinds that stand behind the formats and protocols of a thing."""

"""What an equals sign says besides kinds and uses: the technology that a thing is made with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.identity import bare_key
from graph.vocabulary import Kind, RelationType
from ingest.relating.ends import edge, ends_of, known
from ingest.relating.error_names import ERROR
from ingest.relating.gates import rule
from ingest.relating.sentence import Sentence
from ingest.relating.spoken_of import EQUALS, about_at
from ingest.terms import word_list
from ingest.values import Clause, EdgeDraft, Mention

_EXPLAINED = re.compile(r"[`*]* (?:that|which)\b")
_CAUSE = re.compile(r"[+>]|\b(?:no|not|fails?|over|under|when)\b")
_PART_END = re.compile(r"\s*(?:$|[,;.)(])")


def _equals(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "Recipe = YAML file": the technology that a thing is said to be is what it is made with."""
    clause = sentence.clause
    for match in EQUALS.finditer(clause.text):
        item = next((m for m in clause.mentions if m.start in (match.end(), match.end() + 1)), None)
        if item is not None and " + " in match["what"] and _PART_END.match(clause.text, item.end):
            for part in ends_of(clause, *match.span("what"), RelationType.USES):
                yield edge(known(item), RelationType.USES, part, "made up of")
        is_cause = _CAUSE.search(match["what"])
        is_one = item is not None and clause.text[item.end : item.end + 1] != "/"  # "crew = cook/mate" has both
        is_one = is_one and item is not None and not (_is_its_kind(clause, item) or _is_listed(clause, item))
        if is_one and item is not None and item.kind in (Kind.TECHNOLOGY, Kind.FEATURE) and not is_cause:
            about = about_at(clause, item.start)
            if ERROR.fullmatch((about.text or bare_key(about.key or "")).upper()):
                continue  # "502 = the mill is down"
            if about.key != item.key and (about.key != clause.subject or clause.subject_kind is not Kind.CONCEPT):
                yield edge(about, RelationType.USES, known(item), "equals")


def _is_listed(clause: Clause, item: Mention) -> bool:
    """Whether a part is the first of several: "cabin = bunks, lockers"."""
    beside = (m for m in clause.mentions if m.kind is item.kind is Kind.FEATURE and m.start > item.end)
    return any(clause.text[item.end : m.start].strip("` ") == "," for m in beside)


def _is_its_kind(clause: Clause, item: Mention) -> bool:
    """Whether a name says what a thing is, not what it is made with: "= a barge that carries mail", "= CLI of X"."""
    name = clause.text[item.start : item.end].lower()
    return name in word_list("surfaces") or _EXPLAINED.match(clause.text, item.end) is not None


EQUATED = (rule(_equals, "="),)
"""What things are set equal to."""

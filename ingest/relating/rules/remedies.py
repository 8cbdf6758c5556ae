"""What helps against a harm: "leaks: tar", "leaky hull -> the pump", where writers put the harm first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.identity import bare_key, slug
from graph.vocabulary import Kind, RelationType
from ingest.relating.ends import edge, ends_of, known, subject
from ingest.relating.error_names import ERROR
from ingest.relating.gates import rule
from ingest.relating.phrases import hard_end, list_parts
from ingest.relating.sentence import LABEL, Sentence
from ingest.terms import is_verb, names_harm, word_list
from ingest.values import Clause, EdgeDraft, End

_TAKE = r"(?:(?:use|try|add|enable|turn on|take|set|with|then) )?(?:the |an? )?"
_HARM = re.compile(
    r"(?:(?:against|to avoid|to prevent|to stop|for) )?(?P<harm>[a-z][\w/-]*(?: [\w/-]+){0,3}?)"
    rf"\s*(?::|=|\?|->|=>|→)\s*{_TAKE}",
    re.IGNORECASE,
)
_ADVICE = re.compile(rf"\s*{_TAKE}", re.IGNORECASE)


def _remedies(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "leaks: tar or a pump": each known thing of the list behind a harm is good for what the harm is."""
    clause = sentence.clause
    harm, begin = _harm(clause)
    if harm is None or clause.lead is not None or not sentence.lexicon.negations.isdisjoint(sentence.holds):
        return
    for start, end in list_parts(clause.text, begin, len(clause.text)):
        helping = next((m for m in clause.mentions if start <= m.start <= start + 1), None)
        if helping is None or helping.kind is Kind.CONCEPT or clause.text[helping.end : end].strip(" `*."):
            return
        if ERROR.match(clause.text, helping.start):
            return  # "leaks -> PumpFailed"
        yield edge(known(helping), RelationType.SUITED_TO, harm, "helps against a harm")


def against_it(sentence: Sentence) -> tuple[EdgeDraft, ...]:
    """ "fixes: tar, a pump" below a harm: each thing of the list is good for that; () where no harm stands above."""
    clause = sentence.clause
    if (clause.label or "").lower() not in word_list("remedies") or clause.subject_span is not None:
        return ()
    about = subject(clause.subject, clause)
    if about.key is None or not (clause.subject_kind is Kind.CONCEPT or names_harm(bare_key(about.key))):
        return ()
    advice = _ADVICE.match(clause.text, clause.body_start)
    begin = advice.end() if advice is not None else clause.body_start
    end = hard_end(clause.text, begin, len(clause.text))
    found = ends_of(clause, begin, end, RelationType.HAS_FEATURE)
    helping = (item for item in found if item != about and not _is_deed(item.text or ""))
    return tuple(edge(item, RelationType.SUITED_TO, about, "helps against a harm") for item in helping)


def _is_deed(words: str) -> bool:
    """Whether words tell what to do, and name no thing: "mend the hull"."""
    first, _, rest = words.lower().partition(" ")
    return is_verb(first) and rest.startswith(_OBJECTS)


_OBJECTS = ("the ", "a ", "an ", "it", "your ", "more ", "less ", "fewer ")


def _harm(clause: Clause) -> tuple[End | None, int]:
    """The harm that a clause begins with, or that is its label cut off, and where what is said of it begins."""
    label = clause.label
    if label is not None and label not in clause.text:
        is_own = slug(label) == bare_key(clause.subject)
        end = subject(clause.subject, clause) if is_own else End(text=label, kind=Kind.CONCEPT)
        return (end if names_harm(label) else None), clause.body_start
    match = _HARM.match(clause.text)
    if match is None or not names_harm(match["harm"]):
        return None, 0
    named = next((m for m in clause.mentions if (m.start, m.end) == match.span("harm")), None)
    return known(named) if named is not None else End(text=match["harm"], kind=Kind.CONCEPT), match.end()


REMEDIES = (rule(_remedies, f"{LABEL} : = ? -> => →"),)
"""What is good against what harms."""

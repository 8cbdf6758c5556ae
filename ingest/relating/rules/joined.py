"""Parts that only a sign joins: "deck + wheelhouse", "bow → hull → stern", "oars or sail"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.identity import bare_key, slug
from graph.vocabulary import PRODUCTS, Kind, RelationType
from ingest.relating.ends import edge, free, known, labelled, mentioned, subject
from ingest.relating.gates import Rule
from ingest.relating.phrases import Piece, clean
from ingest.relating.plain_words import is_noun
from ingest.relating.sentence import Sentence
from ingest.terms import is_verb, names_a_thing, word_list
from ingest.values import Clause, EdgeDraft, End, Mention

_FORM = "one form or the other"
LABEL_WORDS = 2
MAX_WORDS = 3
MAX_STEP_WORDS = 2
MIN_STEPS = 3
_DIGIT = re.compile(r"\d")
_STRETCH = re.compile(r"[^,;:.()=?]+(?:\.(?=\w)[^,;:.()=?]+)*")
"""Words between two signs."""
_PLUS = re.compile(r"\s\+\s")
_STEP = re.compile(r"\s*(?:→|->|=>)\s*|\s+>\s+")
_OR = re.compile(r",\s*|\s+or\s+")
_EITHER = re.compile(r"[\w./-]+(?: [\w./-]+)?(?:,\s*[\w./-]+(?: [\w./-]+)?)* or [\w./-]+(?: [\w./-]+)?")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_LEADS_UP = re.compile(r"^.*\s(?:with|w/)\s", re.IGNORECASE)
"""What stands before the first of the parts: "boat with deck + mast"."""
_AIM = re.compile(r"\b(?:for|to|from)\s|[-=]>|→", re.IGNORECASE)


def _sum(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "deck + wheelhouse": nouns that a plus joins are parts of what the clause is about."""
    clause = sentence.clause
    if clause.subject_kind is Kind.CONCEPT or clause.lead is not None or clause.columns:
        return
    for stretch in _STRETCH.finditer(clause.text, clause.body_start):
        spans = list(_between(clause.text, stretch.start(), stretch.end(), _PLUS))
        first = clause.text[slice(*spans[0])]
        opens_as_deed = is_verb(first.split()[0].lower()) if first.split() else True
        is_bracket = clause.text[: stretch.start()].rstrip().endswith("(")
        is_answer = clause.text[: stretch.start()].rstrip().endswith((">", "→", "?"))
        if len(spans) < 2 or is_answer or opens_as_deed or is_bracket or _AIM.search(stretch[0]):
            continue
        lead = _LEADS_UP.match(first)
        spans[0] = (spans[0][0] + (lead.end() if lead else 0), spans[0][1])
        if all(sentence.lexicon.names_kind(clause.text[a:b].lower().strip().rpartition(" ")[2]) for a, b in spans):
            continue  # "mail boat + towing vessel": what it is
        parts = [_noun(clause, start, end) for start, end in spans]
        for part in filter(None, parts) if all(parts) else ():
            if part.kind is Kind.FEATURE:
                yield edge(_whole(clause, stretch.start()), RelationType.HAS_FEATURE, part, "joined by a plus")


def _whole(clause: Clause, place: int) -> End:
    """What words are about that stand behind the clause's own subject, and a comma: what is above."""
    is_later = clause.subject_span is not None and clause.subject_span[1] < place
    return End(key=clause.parent_subject) if is_later and clause.parent_subject else subject(clause.subject, clause)


def _steps(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "bow → hull → stern": what something goes through in a thing."""
    clause = sentence.clause
    if clause.subject_kind is Kind.CONCEPT or clause.lead is not None or clause.columns:
        return
    for stretch in _STRETCH.finditer(clause.text, clause.body_start):
        spans = list(_between(clause.text, stretch.start(), stretch.end(), _STEP))
        texts = [clean(clause.text[a:b]) for a, b in spans]
        if len(spans) < MIN_STEPS or not all(0 < len(t.split()) <= MAX_STEP_WORDS for t in texts):
            continue
        if any(_DIGIT.search(text) for text in texts):
            continue
        for (start, end), text in zip(spans, texts, strict=True):
            named = mentioned(clause, Piece(text, start, end))
            if named is None or (named.kind not in PRODUCTS and named.owner in (None, clause.subject, clause.owner)):
                step = known(named) if named else free(text, RelationType.HAS_FEATURE)
                yield edge(subject(clause.subject, clause), RelationType.HAS_FEATURE, step, "step of a chain")


def _either(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "oars or sail", "day (default), night or both": the two or three forms that a part comes in."""
    clause = sentence.clause
    if clause.subject_kind is not Kind.FEATURE or clause.lead is not None or clause.columns:
        return
    body = _BRACKETS.sub("", clause.text[clause.body_start :]).strip(" .`")
    if _EITHER.fullmatch(body) is None:
        return
    forms = [form for form in _OR.split(body) if form]
    about = part_by_label(clause)
    first = forms[0].split()[0].lower()
    if first in sentence.lexicon.prepositions or any(is_verb(f.split()[0].lower()) and " " in f for f in forms):
        return
    if clause.label is None and any(m.kind is Kind.TECHNOLOGY for m in clause.mentions):
        return  # "oars or Diesel": what it takes
    for form in forms:
        named = next((m for m in clause.mentions if clause.text[m.start : m.end] == form), None)
        if _is_part(named) and not form[0].isdigit():
            end = known(named) if named else free(form, RelationType.HAS_FEATURE)
            yield edge(about or labelled(clause), RelationType.HAS_FEATURE, end, _FORM)
            if about is not None:
                yield edge(subject(clause.subject, clause), RelationType.HAS_FEATURE, about, _FORM)


def part_by_label(clause: Clause) -> End | None:
    """The part that a label names whose forms are told, where it is not what the clause is about already."""
    label = clean(clause.label or "")
    is_other = labelled(clause).key == clause.subject and slug(label) not in bare_key(clause.subject)
    is_part = len(label.split()) == LABEL_WORDS and names_a_thing(label) and is_noun(label)
    return free(label, RelationType.HAS_FEATURE) if is_other and is_part else None


def _between(text: str, start: int, end: int, sign: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The places of the words between signs."""
    position = start
    for match in sign.finditer(text, start, end):
        yield position, match.start()
        position = match.end()
    yield position, end


def _noun(clause: Clause, start: int, end: int) -> End | None:
    text = clean(clause.text[start:end])
    words = text.lower().split()
    named = mentioned(clause, Piece(text, start, end))
    if named is None and not 0 < len(words) <= MAX_WORDS:
        return None
    if named is None and any(m.kind in PRODUCTS and start <= m.start and m.end <= end for m in clause.mentions):
        return None
    is_deed = len(words) > 1 and is_verb(words[0]) and not words[0].endswith("ing")
    if named is None and words[-1] in word_list("writing"):
        return None  # "small letters + digits"
    if named is None and (is_deed or _DIGIT.search(text) or not is_noun(text)):
        return None
    return known(named) if named else free(text, RelationType.HAS_FEATURE)


def _is_part(named: Mention | None) -> bool:
    return named is None or named.kind not in PRODUCTS


JOINED = (
    Rule(_sum, frozenset(["+"])),
    Rule(_steps, frozenset(["->", "=>", "→", ">"])),
    Rule(_either, frozenset(["or"])),
)
"""Parts that a sign or a word joins."""

"""The states, variants and ways behind a label: "sail: furled, reefed, torn", "steering: wheel, tiller (default)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.quantities.words import quantity_words
from graph.vocabulary import PRODUCTS, Kind, RelationType
from ingest.relating.ends import edge, ends_of, free, labelled, subject, whole_of_label
from ingest.relating.phrases import clean, free_end, list_parts
from ingest.relating.rules.joined import part_by_label
from ingest.relating.sentence import Sentence
from ingest.terms import is_verb
from ingest.values import Clause, EdgeDraft, End

MIN_MEMBERS = 3
"""Of a list behind a label, so that a pair of words is not taken for one."""
MAX_STATE_WORDS = 3
_ASPECT = re.compile(r"[A-Za-z][a-z]+(?:ing|tion|ency|ity|ment|sis)|[A-Za-z][a-z]+ [a-z]+(?:ing|tion|ency|ity)")
"""A noun for what is done, or for a quality: its ways or grades may follow it."""
_USUAL = re.compile(r"[\w`]\s*\((?:the )?(?:default|dflt|def)\)", re.IGNORECASE)
"""Marks one of several grades or ways."""
MAX_WAY_WORDS = 3
_COUNTS = re.compile(r"\d|'")
_STATE = re.compile(r"[a-z]{2}(?:[^e]ed|based|ive|[^n]al|ic|ous|able|ible|less|ful)$")
_STATES = re.compile(r"(?:[\w-]+ ){0,2}(?:state|status|phase|mode|stage)s?", re.IGNORECASE)
"""Ends of labels behind which any short words are states."""
_IS_VALUE = re.compile(r"[A-Z][a-z]+")
WAY = "way of an aspect"
_NO_STATE = re.compile(r"(?:no|for|without|with|only|not)\s|[~$<>\d]", re.IGNORECASE)


def variants(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "sail: furled, reefed, torn", "`lights`: Off, Dim, Full (default)": the states or variants of one thing."""
    clause = sentence.clause
    end = free_end(clause.text, clause.body_start, len(clause.text))
    parts = list_parts(clause.text, clause.body_start, end)
    if len(parts) < MIN_MEMBERS or clause.text[end : end + 2].strip(" .;")[:1] not in ("", "("):
        return
    if sum(m.kind in PRODUCTS and clause.body_start <= m.start < end for m in clause.mentions) >= len(parts):
        return  # "pier: Dover, Calais, Ostend" tells what fills the place
    words = [clean(clause.text[a:b]) for a, b in parts]
    if any(_NO_STATE.match(item) for item in words):
        return  # "night mode: no crew, ~2 t, for mail"
    of_states = _STATES.fullmatch(clause.label or "") is not None and all(
        0 < len(item.split()) <= MAX_STATE_WORDS for item in words
    )
    are_states = all(map(_is_state, words)) or _are_ways(words, clause.text[clause.body_start : end])
    if of_states or are_states or all(map(_IS_VALUE.fullmatch, words)):
        part = part_by_label(clause) if of_states else None
        if part is not None:
            yield edge(subject(clause.subject, clause), RelationType.HAS_FEATURE, part, "variant")
        about, whole = part or labelled(clause), whole_of_label(clause)
        for item in words:
            yield edge(about, RelationType.HAS_FEATURE, free(item, RelationType.HAS_FEATURE), "variant")
            if whole.key != about.key:
                yield edge(whole, RelationType.HAS_FEATURE, free(item, RelationType.HAS_FEATURE), "variant")


def ways_of_aspects(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "steering: wheel, tiller (default), remote": the ways in which a thing does something."""
    clause = sentence.clause
    label = (clause.label or "").strip()
    is_marked = marks_a_default(clause)
    if not (is_marked or _ASPECT.fullmatch(label)):
        return
    end = free_end(clause.text, clause.body_start, len(clause.text))
    if clause.text[end : end + 2].strip(" .;")[:1] not in ("", "("):
        return
    found = list(ends_of(clause, clause.body_start, end, RelationType.HAS_FEATURE))
    if len(found) < max(MIN_MEMBERS, len(list_parts(clause.text, clause.body_start, end))):
        return
    if any(e.key is None and not _is_way(e.text or "", known=is_marked) for e in found):
        return
    whole = End(key=clause.parent_subject) if clause.parent_subject else subject(clause.subject, clause)
    for item in found:
        if item.kind is Kind.FEATURE or (is_marked and item.kind is Kind.CONCEPT):
            yield edge(whole, RelationType.HAS_FEATURE, item, WAY)
            about = labelled(clause)
            group = about if about.key != whole.key else free(label, RelationType.HAS_FEATURE)
            yield edge(item, RelationType.KIND_OF, group, "kind of an aspect")


def marks_a_default(clause: Clause) -> bool:
    """Whether a label is followed by ways or grades, of which one is marked as the default: they are no uses."""
    return bool((clause.label or "").strip()) and _USUAL.search(clause.text, clause.body_start) is not None


def _is_way(text: str, *, known: bool) -> bool:
    """Whether words may be a way or a grade; in a list that is `known` to be of those, what looks like a deed, too."""
    words = text.lower().split()
    is_counted = (words[0] in quantity_words().numbers and not text.isupper()) or _COUNTS.search(text)
    is_deed = len(words) > 1 and is_verb(words[0]) and not known
    return len(words) <= MAX_WAY_WORDS and not is_counted and not is_deed


def _are_ways(words: list[str], text: str) -> bool:
    """Whether single words joined by "or" are ways, some of which say how something is: "drifting, towed or fixed"."""
    are_short = all(item.islower() and (_is_state(item) or item.endswith("ing")) for item in words)
    return are_short and " or " in text and any(map(_is_state, words)) and not any(" " in item for item in words)


def _is_state(text: str) -> bool:
    """Whether a word or two say how something is: "reefed", "wind based"."""
    words = text.lower().split()
    return 0 < len(words) <= 2 and _STATE.search(words[-1]) is not None and (len(words) == 1 or words[-1] == "based")

"""The values that a setting may have: "mooring policy: loose by default, tight for storms", "`deckMode`: dry | wet".

What can be set has a noun for a sort of choice at its end (policy, mode, level), so that two short words behind it are
enough to tell a list of its values from what else a label may head.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.names import singular
from graph.quantities.words import without_count
from graph.vocabulary import PRODUCTS, Kind, RelationType
from ingest.relating.ends import edge, free, known, labelled, mentioned, whole_of_label
from ingest.relating.gates import Rule
from ingest.relating.phrases import Piece, clean
from ingest.relating.sentence import LABEL, Sentence
from ingest.terms import is_verb, word_list
from ingest.values import Clause, EdgeDraft, End

VALUE = "value of a setting"
MAX_VALUE_WORDS = 2
MIN_LISTED = 3
"""Values behind a comma each; of two, a sign or a word has to tell that they are a choice."""
_PER = re.compile(r"\s(?:per|for|in|on|by)\s.*$", re.IGNORECASE)
"""Behind the noun of a setting it tells what it is set for: "mooring level per boat"."""
_LAST_WORD = re.compile(r"[A-Za-z][a-z]+$")
_VALUES = re.compile(r"[^.;?!→]+?(?=\.?\s*$|\.\s|;|\s(?:->|=>|→))")
_BETWEEN = re.compile(r"\s*[,|/]\s*(?:or\s|and\s)?|\s+or\s+|\s+and\s+")
_TOLD = re.compile(
    r"\s*(?:\(|\b(?:by default|default|dflt)\b|\b(?:for|if|when|where|unless|only|once|since|with|w/|on|until)\s|=).*$",
    re.IGNORECASE,
)
"""Behind a value it tells when it is taken, or that it is the usual one."""
_CHOICE = re.compile(r"[|/]|\bor\b|\b(?:default|dflt)\b", re.IGNORECASE)
_NAMED = re.compile(r"[A-Za-z][\w-]*(?: [A-Za-z][\w-]*)?")


def _values(sentence: Sentence) -> Iterator[EdgeDraft]:
    """The edges of a label that names a setting, and of the values behind it."""
    clause = sentence.clause
    label = without_count(clean(_PER.sub("", (clause.label or "").strip())))
    if clause.columns or clause.lead_subject is not None or not is_setting(label):
        return
    whole, setting = whole_of_label(clause), _setting(clause, label)
    values = list(_listed(sentence, label))
    is_list = len(values) >= MIN_LISTED or _offers(clause, label)
    if whole.kind is Kind.CONCEPT and whole.key == clause.subject and setting is None:
        return
    if len(values) < 2 or not is_list:
        return
    if setting is not None:
        yield edge(whole, RelationType.HAS_FEATURE, setting, VALUE)
    for value in values:
        yield edge(whole, RelationType.HAS_FEATURE, value, VALUE)
        if setting is not None:
            yield edge(setting, RelationType.HAS_FEATURE, value, VALUE)
            yield edge(value, RelationType.KIND_OF, setting, VALUE)


def is_setting(label: str) -> bool:
    """Whether words name what one of a few values is chosen for: "mooring policy", "deckMode", "levels"."""
    last = _LAST_WORD.search(label)
    noun = last[0].lower() if last else ""
    return noun in word_list("class nouns") or noun in word_list("choices")


def _offers(clause: Clause, label: str) -> bool:
    """Whether two values behind a label are a choice: the label is in the plural, or one of them is marked."""
    return singular(label) != label or _CHOICE.search(clause.text, clause.body_start) is not None


def _listed(sentence: Sentence, label: str) -> Iterator[End]:
    """The values behind the label, if every part of the list is one: a name, or a word or two."""
    clause = sentence.clause
    match = _VALUES.match(clause.text, clause.body_start)
    if match is None:
        return
    found = []
    for start, end in _parts(clause.text, *match.span()):
        value = _value(sentence, start, end, label)
        if value is None:
            return
        found.append(value)
    yield from found


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    position = start
    for sign in _BETWEEN.finditer(text, start, end):
        if text.count("(", position, sign.start()) == text.count(")", position, sign.start()):
            yield position, sign.start()
            position = sign.end()
    yield position, end


def _value(sentence: Sentence, start: int, end: int, label: str) -> End | None:
    clause = sentence.clause
    text = clean(_TOLD.sub("", clause.text[start:end]))
    words = text.lower().split()
    named = mentioned(clause, Piece(text, start, end))
    if named is not None and text.lower() not in label.lower():  # "alarm states: OK, ALARM"
        return known(named) if named.kind not in PRODUCTS else None
    if _NAMED.fullmatch(text) is None or not sentence.lexicon.negations.isdisjoint(words):
        return None
    is_deed = len(words) > 1 and is_verb(words[0])
    return None if is_deed or len(words) > MAX_VALUE_WORDS else free(text, RelationType.HAS_FEATURE)


def _setting(clause: Clause, label: str) -> End | None:
    """The setting itself; none where its label is only the noun for a sort of choice: "modes"."""
    about = labelled(clause)
    if about.kind is Kind.FEATURE and about.key != whole_of_label(clause).key:
        return about
    return free(label, RelationType.HAS_FEATURE) if " " in label else None


GRADED = (Rule(_values, frozenset([LABEL])),)
"""Settings and their values."""

"""The lone words that a label lists: "Lock: open, fill, close" tells of the lock's parts or steps."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.vocabulary import PRODUCTS, Kind, RelationType
from ingest.relating.ends import edge, free, known, labelled, mentioned
from ingest.relating.gates import rule
from ingest.relating.phrases import Piece
from ingest.relating.plain_words import GENERAL, VAGUE
from ingest.relating.sentence import LABEL, Sentence
from ingest.terms import is_verb, names_a_thing, word_list
from ingest.values import Clause, EdgeDraft

_LIST = re.compile(r"\s*(?P<items>[a-z][a-z-]*(?: [a-z][a-z-]*)?(?:,\s+(?:and\s+)?[a-z][a-z-]*(?: [a-z][a-z-]*)?){2,})")
_END = re.compile(r"\s*(?:$|\.|;|,?\s+in (?:that|this) order\b|\s\()")
MIN_SORTED = 2
_BESIDE = re.compile(r"[`*]*\s*(?:,|/|\band\b|\bor\b)\s*[`*]*")
_ITEMS = (Kind.SERVICE, Kind.FEATURE)
_COMMA = re.compile(r",\s+(?:and\s+)?")


def _lone_words(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "Lock: open, fill, close": the words of a list behind the name of a thing, of which most are steps."""
    clause = sentence.clause
    if clause.label is None or clause.lead is not None or clause.columns or clause.subject_kind is Kind.CONCEPT:
        return
    match = _LIST.match(clause.text, clause.body_start)
    if match is None or not _END.match(clause.text, match.end()):
        return
    items, place = list[Piece](), match.start("items")
    for text in _COMMA.split(match["items"]):
        place = clause.text.index(text, place)
        items.append(Piece(text, place, place + len(text)))
        place += len(text)
    if not _are_steps([item.text for item in items]):
        return
    for item in items:
        named = mentioned(clause, item)
        part = known(named) if named is not None else free(item.text, RelationType.HAS_FEATURE)
        if named is None or named.kind is Kind.FEATURE:
            yield edge(labelled(clause), RelationType.HAS_FEATURE, part, "step behind a label")


def sorts_items(clause: Clause) -> bool:
    """Whether a label sorts the products behind it, and is no item itself."""
    named = [m for m in clause.mentions if m.start < clause.body_start]
    if clause.label is None or any(m.kind in PRODUCTS for m in named):
        return False
    items = [m for m in clause.mentions if m.kind in _ITEMS and m.start >= clause.body_start]
    if len(items) < MIN_SORTED or not 0 <= items[0].start - clause.body_start <= 1:
        return False
    return _BESIDE.fullmatch(clause.text, items[0].end, items[1].start) is not None


def _are_steps(items: list[str]) -> bool:
    """Whether most items are lone verbs in their plain form, or nouns of what is done, and none says nothing."""
    if any(not (VAGUE | GENERAL).isdisjoint(item.split()) or item in word_list("records") for item in items):
        return False
    deeds = sum(item.endswith("tion") or (is_verb(item) and not item.endswith(("s", "ed"))) for item in items)
    things = sum(names_a_thing(item) for item in items)
    return 2 * deeds >= len(items) and 2 * (deeds + things) > len(items)


LABEL_LISTS = (rule(_lone_words, LABEL),)
"""Lists of lone words behind a label."""

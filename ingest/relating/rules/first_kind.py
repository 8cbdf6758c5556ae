"""What a thing is, said by the first words of its section: "document store, every shelf is indexed"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.vocabulary import PRODUCTS, Kind, RelationType
from ingest.relating.end_words import is_no_thing
from ingest.relating.ends import edge, free, known, labelled, mentioned
from ingest.relating.phrases import Piece, clean, hard_end, list_parts
from ingest.relating.plain_words import GENERAL, is_noun
from ingest.relating.rules.kinds import is_kind
from ingest.relating.rules.nouns import NOUN_END
from ingest.relating.sentence import Sentence
from ingest.values import Clause, EdgeDraft

MAX_PARTS = 3
_STANDARD = re.compile(r"[A-Z]{2,}-\d+$")
KIND_FIRST = "kind in the first line"
WHAT = frozenset({"what", "what it is", "kind", "type", "is a", "category", "description"})
"""Titles of columns and rows that tell what each thing is."""


def first_kind(sentence: Sentence) -> Iterator[EdgeDraft]:
    """The kind that the first words of what is said of a thing name; only the first line of a section is asked."""
    clause = sentence.clause
    is_whole = clause.subject_kind in PRODUCTS or clause.heads
    strays = clause.strays and not clause.parent_subject
    if not is_whole or strays or clause.subject_span is not None or clause.lead is not None or clause.columns:
        return
    if clause.cell and clause.frame.lower().strip(" ?*_:") not in WHAT:
        return  # its row tells of something else
    if clause.label is not None and not clause.parent_subject and clause.body_start < len(clause.text.strip()):
        return
    begin = clause.body_start if clause.parent_subject else 0
    stop = next((m for m in NOUN_END.finditer(clause.text, begin) if m[0].strip() != "+"), None)
    places = list_parts(clause.text, begin, stop.start() if stop else len(clause.text))
    lexicon_kinds = sentence.lexicon.kind_nouns
    for index, (start, end) in enumerate(places[:MAX_PARTS]):
        if _WRITTEN_ON.match(clause.text, end):
            return
        if _BASED.match(clause.text, end):
            return  # "tide based planning"
        piece = Piece(clean(clause.text[start:end]), start, end)
        mention = mentioned(clause, piece)
        if any(m.key == clause.subject and m.start <= start and m.end > end for m in clause.mentions):
            return  # "Salt and Pepper Works", the name cut in two
        if any(m.start == start and m.end < end and m.kind is Kind.FEATURE and m.owner for m in clause.mentions):
            return  # "bow deck low, stern deck high" tells of parts
        if is_no_thing(piece.text, sentence.lexicon) or _STANDARD.search(piece.text):
            return  # "the raft isn't a boat", "steel AISI-316"
        is_class = mention is not None and mention.kind is Kind.TECHNOLOGY and piece.text.lower() in lexicon_kinds
        if not is_kind(sentence, piece, first=not index) or (
            mention and mention.kind is not Kind.CONCEPT and not is_class
        ):
            continue
        is_sort = sentence.lexicon.names_kind(piece.text.lower().rpartition(" ")[2])
        if mention is None and piece.text == clause.text.strip() and " " not in piece.text and not is_sort:
            continue  # "Ropes" over "hemp": one of them
        if _ADDED.match(clause.text, end) is not None and not is_sort and mention is None:
            return  # "mast + sail": parts
        if clause.strays and mention is None and not is_sort:
            continue  # "barge: night cargo, fog" below a title that names nothing
        if _is_step_or_likeness(clause, start, end) or _is_one_of_many(sentence, piece):
            return
        if _is_put_there(sentence, piece):
            return
        target = known(mention) if mention is not None else free(piece.text, RelationType.KIND_OF)
        yield edge(labelled(clause), RelationType.KIND_OF, target, KIND_FIRST)
        return


_IN = re.compile(r"\s+in\s+(?:the |an? )?", re.IGNORECASE)
_WRITTEN_ON = re.compile(r"\.\w")
"""A name with a dot in it goes on: "chart.pdf"."""
_BASED = re.compile(r" based (?!on\b|upon\b|in\b|off\b)\w")
_LEADS_ON = re.compile(r"\s*(?:\([^)]*\)\s*)?(?:(?:or|and)\s+[\w.-]+\s*)?(?:[-=]>|→|/)")
_ADDED = re.compile(r"[`*]*\s*(?:\([^()]*\)\s*)?\+\s")
_LIKENESS = re.compile(r"\W*(?:much|just|a bit|kind of|sort of|almost|basically)?\s*(?:like|similar)\b", re.IGNORECASE)


def _is_step_or_likeness(clause: Clause, start: int, end: int) -> bool:
    """Whether words begin a chain ("bow -> stern", "bow or keel -> mast"), name another ("Winch for coal"), or
    liken to it ("like a raft")."""
    words = clause.text[start:end].strip(" `*")
    is_pointed = words.startswith(("<", "-", "=", "→", "←", "↔"))
    is_pointed = is_pointed or (words.istitle() and " " not in words and clause.text.startswith(" for ", end))
    return (
        is_pointed or _LEADS_ON.match(clause.text, end) is not None or _LIKENESS.match(clause.text, start) is not None
    )


def _is_put_there(sentence: Sentence, piece: Piece) -> bool:
    """ "journal in Redis": where something of the thing is, and not what the thing is ("a broker in Erlang")."""
    clause = sentence.clause
    place = _IN.match(clause.text, piece.end)
    is_sort = sentence.lexicon.names_kind(piece.text.lower().rpartition(" ")[2])
    services = (m.start for m in clause.mentions if m.kind is Kind.SERVICE)
    return not is_sort and place is not None and place.end() in services


def _is_one_of_many(sentence: Sentence, piece: Piece) -> bool:
    """Whether unknown words are the first of several nouns, and so one of what a thing has: "boats: oak gig, …"."""
    clause = sentence.clause
    end = hard_end(clause.text, piece.start, len(clause.text))
    parts = list_parts(clause.text, piece.start, end)
    if clause.text.count(",", piece.start, end) + 1 < MAX_PARTS or " " not in piece.text:
        return False
    words = [clean(clause.text[first:last]) for first, last in parts]
    if not all(is_noun(each) or each.lower() in GENERAL for each in words):
        return False
    last = piece.text.lower().rpartition(" ")[2]
    is_named = any(
        m.start < piece.end and piece.start < m.end and m.kind is not Kind.TECHNOLOGY for m in clause.mentions
    )
    return not (is_named or sentence.lexicon.names_kind(last) or last.endswith(("er", "or")))

"""How a thing works, in a word or two that notes compare things by: "serverless", "highly available", "boat-based"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.identity import bare_key, slug
from graph.vocabulary import Kind, RelationType
from ingest.relating.ends import edge, free, known, mentioned, subject
from ingest.relating.gates import Rule
from ingest.relating.phrases import Piece, clean, free_end, list_parts
from ingest.relating.sentence import Sentence
from ingest.relating.subjects import opening_noun
from ingest.terms import signs_of, word_list
from ingest.values import Clause, EdgeDraft, End

MAX_CHARACTERS = 40
_MAKERS = ("based", "driven", "tenant", "oriented", "threaded", "managed", "hosted", "led", "tolerant", "resistant")
_MADE = re.compile(rf"[a-z]{{3,}}[ -](?:{'|'.join(_MAKERS)})")
_SIGNS = signs_of("qualities").union(_MAKERS)
"""Words without one of which a clause names no quality."""
_ADVERB = re.compile(r"(?:(?:highly|fully|extremely|very|massively|super|also|always|only)\s+)+", re.IGNORECASE)
_SAID = re.compile(
    r"\b(?:is|are)\s+(?P<words>(?:[a-z]+ )?[\w-]+(?: [a-z]+)?)(?=\s*(?:$|[,;.(]|and\b|whereas\b|while\b|but\b|not\b))"
)


def _qualities(sentence: Sentence) -> Iterator[EdgeDraft]:
    """The edges of a thing to the qualities that a label or a line of them gives it, or a sentence says that it has."""
    clause = sentence.clause
    for start, end in _given(clause):
        if bare_key(clause.subject).find(slug(_plain(clause.text[start:end]))) < 0:
            yield from _quality(clause, subject(clause.subject, clause), start, end)
    for match in _SAID.finditer(clause.text, clause.body_start) if sentence.signs & {"is", "are"} else ():
        if is_quality(match["words"]):
            yield from _quality(clause, _bearer(sentence, match.start() - 1), *match.span("words"))


def _bearer(sentence: Sentence, place: int) -> End:
    """What ends right before a verb: a name, a noun without an article, or ("the market") what the clause is about."""
    clause = sentence.clause
    named = next((m for m in clause.mentions if m.end == place), None)
    noun = opening_noun(sentence) if named is None else None
    if noun is not None and noun.end == place and noun.start == sentence.place(sentence.body):
        return free(noun.text, RelationType.HAS_FEATURE)
    return known(named) if named is not None else subject(clause.subject, clause)


def _quality(clause: Clause, about: End, start: int, end: int) -> Iterator[EdgeDraft]:
    piece = Piece(clean(clause.text[start:end]), start, end)
    inside = [m for m in clause.mentions if m.start < end and start < m.end]
    if all(m.kind is Kind.CONCEPT for m in inside):
        named = mentioned(clause, piece)
        target = known(named) if named is not None else free(piece.text, RelationType.HAS_FEATURE)
        yield edge(about, RelationType.HAS_FEATURE, target, "how it works")


def _given(clause: Clause) -> Iterator[tuple[int, int]]:
    """Where qualities stand in a label, or open a line below a thing, of which it says nothing else."""
    if clause.subject_span is not None or clause.lead is not None:
        return
    if clause.label is not None and is_quality(clause.label):
        yield clause.text.find(clause.label), clause.text.find(clause.label) + len(clause.label)
        return
    end = free_end(clause.text, clause.body_start, len(clause.text))
    for start, stop in list_parts(clause.text, clause.body_start, end):
        if not is_quality(clause.text[start:stop]):
            return
        yield start, stop


def is_quality(words: str) -> bool:
    """Whether words are the name of a quality that one thing has and another has not, as notes compare them."""
    plain = _plain(words)
    return plain in word_list("qualities") or (len(plain) <= MAX_CHARACTERS and bool(_MADE.fullmatch(plain)))


def _plain(words: str) -> str:
    return _ADVERB.sub("", clean(words).lower())


QUALITIES = (Rule(_qualities, _SIGNS),)
"""The qualities of a thing."""

"""How a thing works, in a word or two that notes compare things by: "serverless", "highly available", "boat-based"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.identity import bare_key, slug
from graph.vocabulary import Kind, RelationType
from ingest.relating.ends import edge, free, known, labelled, mentioned, subject
from ingest.relating.gates import Rule
from ingest.relating.phrases import Piece, clean, free_end, list_parts
from ingest.relating.sentence import NEGATION_REACH, Sentence
from ingest.relating.subjects import opening_noun
from ingest.terms import signs_of, word_list
from ingest.values import Clause, EdgeDraft, End

MAX_CHARACTERS = 40
_MAKERS = ("based", "driven", "tenant", "oriented", "threaded", "managed", "hosted", "led", "tolerant", "resistant")
_MADE = re.compile(rf"[a-z]{{3,}}[ -](?:{'|'.join(_MAKERS)})")
_SIGNS = signs_of("qualities").union(_MAKERS)
"""Words without one of which a clause names no quality."""
_ADVERB = re.compile(r"(?:(?:highly|fully|extremely|very|massively|super|also|always|only)\s+)+", re.IGNORECASE)
_KEPT_SO = re.compile(
    r"\b(?:encrypt(?:ed|ion|s)|sealed|protected) (?:at[ -]rest|in[ -](?:transit|flight))\b", re.IGNORECASE
)
_KEPT_SIGNS = frozenset({"rest", "transit", "flight"})
_DEED = r"(?:scale|grow|shrink|heal|fail over|failover|resize|rebalance|renew)"
_BY_ITSELF = re.compile(
    rf"\b(?:automatically {_DEED}s?|(?:{_DEED}s?|fails over) (?:automatically|by itself|on its own|to zero))\b",
    re.IGNORECASE,
)
_SCALES = re.compile(r"\b(?:scales?|scaled)\s+(?:out\s+)?(?P<way>horizontal|vertical|linear)ly\b", re.IGNORECASE)
_SELF_SIGNS = frozenset({"automatically", "itself", "own", "zero", "horizontally", "vertically", "linearly"})
"""What a thing does without anybody who tells it to is one of its parts."""
_APART = re.compile(r"\b(?:vs|versus)\b")
_WISHED = re.compile(r"\b(?:if|when|unless|must|should|has to|have to|need|needs|want|wants|for)\b", re.IGNORECASE)
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


def _kept_so(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "letters sealed in transit": how a thing keeps what it has."""
    clause = sentence.clause
    for match in _KEPT_SO.finditer(clause.text, clause.body_start):
        if not (_is_denied(sentence, match.start()) or _opens_otherwise(clause, match)):
            yield from _quality(clause, labelled(clause), *match.span())


def _by_itself(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "the tank refills by itself": what a thing does unasked is one of its parts."""
    clause = sentence.clause
    if clause.label is not None and _APART.search(clause.label):
        return
    for match in _BY_ITSELF.finditer(clause.text, clause.body_start):
        named = next((m for m in clause.mentions if m.end == match.start() - 1), None)
        about = known(named) if named is not None and named.kind is not Kind.CONCEPT else labelled(clause)
        if not _is_denied(sentence, match.start()):
            yield edge(about, RelationType.HAS_FEATURE, free(match[0], RelationType.HAS_FEATURE), "does it by itself")
    scales = _SCALES.search(clause.text, clause.body_start)
    if scales is not None and not _is_denied(sentence, scales.start()):
        way = free(f"{scales['way'].lower()} scaling", RelationType.HAS_FEATURE)
        yield edge(labelled(clause), RelationType.HAS_FEATURE, way, "does it by itself")


def _is_denied(sentence: Sentence, place: int) -> bool:
    index = sentence.index_at(place)
    before = sentence.words[max(0, index - NEGATION_REACH) : index]
    return not sentence.lexicon.negations.isdisjoint(word.lower for word in before)


def _opens_otherwise(clause: Clause, match: re.Match[str]) -> bool:
    """Whether it is asked for, or a condition: "if it has to be sealed in transit"."""
    return _WISHED.search(clause.text, clause.body_start, match.start()) is not None


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
    if clause.lead is not None:
        return
    if clause.label is not None and clause.subject_span is None and is_quality(clause.label):
        yield clause.text.find(clause.label), clause.text.find(clause.label) + len(clause.label)
        return
    begin = clause.body_start
    named = next((m for m in clause.mentions if m.start - begin in (0, 1) and m.key == clause.subject), None)
    if named is None and clause.subject_span is not None:
        return
    begin = named.end if named is not None else begin  # "Barge oar-driven (two oars)"
    end = free_end(clause.text, begin, len(clause.text))
    for start, stop in list_parts(clause.text, begin, end):
        if not is_quality(clause.text[start:stop]):
            return
        yield start, stop


def is_quality(words: str) -> bool:
    """Whether words are the name of a quality that one thing has and another has not, as notes compare them."""
    plain = _plain(words)
    return plain in word_list("qualities") or (len(plain) <= MAX_CHARACTERS and bool(_MADE.fullmatch(plain)))


def _plain(words: str) -> str:
    return _ADVERB.sub("", clean(words).lower())


QUALITIES = (Rule(_qualities, _SIGNS), Rule(_kept_so, _KEPT_SIGNS), Rule(_by_itself, _SELF_SIGNS))
"""The qualities of a thing."""

"""Who has a thing at the moment and hands it on, and what it is that is handed on or kept somewhere."""

from __future__ import annotations

import re

from graph.lexicon import Hit
from graph.vocabulary import Direction, Kind, RelationType
from ingest.relating.actors import actors_before
from ingest.relating.ends import free, known
from ingest.relating.plain_words import GENERAL, is_noun
from ingest.relating.positions import floor_of
from ingest.relating.sentence import Sentence, Side
from ingest.terms import is_verb, word_list
from ingest.values import End

_MOVES = (RelationType.SENDS_TO, RelationType.STORES_IN)
_PASSED = re.compile(r"\b(?:an?|the|its|your)\s+(?P<what>(?:[\w-]+ ){1,3}[\w-]+)\s+$", re.IGNORECASE)
RECEIVING = frozenset(["which", "that", "who"])


def handler(sentence: Sentence, hit: Hit) -> End | None:
    """ "is picked up by the tug and taken to the quay": who has it at that moment takes it there."""
    if hit.phrase.relation not in _MOVES or not (hit.phrase.passive or sentence.words[hit.first].lower.endswith("ed")):
        return None
    index = hit.first - 2
    if index < 1 or sentence.words[hit.first - 1].lower not in ("and", "then"):
        return None
    named = sentence.at.get(index)
    written = sentence.clause.text[sentence.words[index].start : sentence.words[index].end]
    if named is None and not (written[0].isupper() and written.isalpha()):
        return None
    first = (sentence.first_of(index) if named is not None else index) - 1
    while first > 0 and sentence.words[first].lower in word_list("determiners"):
        first -= 1
    if sentence.words[first].lower != "by":
        return None
    return known(named) if named is not None else free(written, RelationType.HAS_FEATURE)


_ASIDE = re.compile(r"[`*]*(?: [a-z]+)?\s*(?:\([^()]*\)\s*)?,?\s*$")


def receiver_of(sentence: Sentence, hit: Hit) -> End | None:
    """ "hands it to the pilot (ashore), who reads it and sends it on": who does what "and" goes on with."""
    index = hit.first - 1
    while index > 0 and sentence.words[index].lower not in RECEIVING:
        if sentence.words[index].lower in (".", ";", ":"):
            return None
        index -= 1
    clause, place = sentence.clause, sentence.place(index)
    behind = sentence.words[index + 1].lower if index > 0 else ""
    if not (behind.endswith("s") and is_verb(behind)):
        return None
    named = [m for m in clause.mentions if m.end <= place and _ASIDE.fullmatch(clause.text, m.end, place)]
    return known(named[-1]) if named and named[-1].kind is not Kind.CONCEPT else None


def passed_on(sentence: Sentence, left: Side) -> list[End]:
    """ "draws a depth chart which is used by the pilot": the noun before the relative clause."""
    match = _PASSED.search(sentence.clause.text, 0, sentence.place(left.edge))
    words = match["what"].lower().split() if match else []
    is_thing = bool(words) and is_noun(" ".join(words)) and not is_verb(words[0]) and words[-1] not in GENERAL
    return [free(match["what"], RelationType.HAS_FEATURE)] if match and is_thing else []


def is_done_to(sentence: Sentence, left: Side, hit: Hit) -> bool:
    """Whether no more than an auxiliary stands between a name and who reads it: "nets are picked up by"."""
    between = sentence.words[sentence.index_at(left.mentions[-1].end) : hit.first]
    is_read = hit.phrase.relation is RelationType.READS_FROM and hit.phrase.direction is Direction.IN
    return is_read and all(word.lower in sentence.lexicon.verb_aids for word in between)


def longer_noun(sentence: Sentence, left: Side, hit: Hit) -> End | None:
    """The noun that begins with a name and is kept or sent somewhere: "cargo papers are kept in", where cargo is
    known."""
    phrase = hit.phrase
    if phrase.relation not in _MOVES or not (phrase.passive or not phrase.verb) or phrase.direction is Direction.IN:
        return None
    first = sentence.index_at(left.mentions[-1].end)
    behind = [word.lower for word in sentence.words[first : hit.first] if word.lower not in sentence.lexicon.verb_aids]
    if len(left.mentions) > 1 or len(behind) != 1 or not behind[0].endswith("s") or not behind[0].isalpha():
        return None
    found = actors_before(sentence, hit.first, floor_of(sentence, hit))
    end = found.ends[0] if found is not None and len(found.ends) == 1 else None
    return end if end is not None and end.key is None else None

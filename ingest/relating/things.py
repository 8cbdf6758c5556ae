"""The thing that a few words of a clause name, whether it is known by name or not."""

from __future__ import annotations

import re

from graph.identity import bare_key
from graph.names import singular
from graph.vocabulary import RelationType
from ingest.relating.ends import free, known, mentioned
from ingest.relating.phrases import Piece, clean, is_name
from ingest.relating.plain_words import GENERAL, PRONOUNS
from ingest.terms import is_verb, names_a_thing
from ingest.values import Clause, End

SMALL = frozenset(["to", "by", "in", "on", "for", "with", "from", "of", "is", "are", "and", "or", "not", "when", "if"])
_NO_THINGS = PRONOUNS - {"users", "user"}
MAX_NOUN_WORDS = 3
_CUT = re.compile(r"[,;:.(]\s|[-=]>|→|\s(?:-|–|—)\s|\b(?:and|but|so|while|whereas)\s")


def thing_between(clause: Clause, start: int, stop: int) -> End | None:
    """The thing that words name: a name with nothing but general words beside it, else a noun phrase."""
    piece = Piece(clean(clause.text[start:stop]), start, stop)
    mention = mentioned(clause, piece)
    if mention is not None:
        return known(mention)
    words = piece.text.lower().split()
    if not is_name(piece.text) or SMALL & set(words) or _NO_THINGS & set(words) or words[-1] in GENERAL:
        return None
    if any(m.start < start < m.end or m.start < stop < m.end for m in clause.mentions):
        return None  # a name goes on outside
    if len(words) == 1 and words[0] in PRONOUNS:
        return None
    is_deed = len(words) > 1 and is_verb(words[0]) and words[0].endswith(("s", "ing"))
    return None if is_deed else free(piece.text, RelationType.HAS_FEATURE)


def thing_before(clause: Clause, place: int) -> End | None:
    """The thing whose words end at a place and begin where a part of the clause does."""
    place = len(clause.text[:place].rstrip(" `*"))
    named = next((m for m in clause.mentions if m.end == place), None)
    start = max((match.end() for match in _CUT.finditer(clause.text, 0, place)), default=0)
    text = clean(clause.text[start:place])
    if len(text.split()) <= MAX_NOUN_WORDS and names_a_thing(text):
        found = thing_between(clause, start, place)
        if found is not None:
            return found
    return known(named) if named is not None else None


def is_one_of_its_kind(clause: Clause, last: str) -> bool:
    """Whether the last of some words is that of the clause's subject too: "raft traffic" below "River traffic"."""
    return singular(last) == singular(bare_key(clause.subject).rpartition("-")[2])

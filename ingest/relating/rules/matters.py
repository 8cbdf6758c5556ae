"""What a tool deals with, told by a plain noun or two at the beginning: "Gull: mail, reads stamps only"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.vocabulary import Kind, RelationType
from ingest.relating.ends import edge, labelled
from ingest.relating.gates import Rule
from ingest.relating.sentence import Sentence
from ingest.terms import is_verb, word_list
from ingest.values import EdgeDraft, End

MATTER = "what it deals with"
_NOUN = re.compile(r"[`*=\s]*(?P<noun>[a-z]+)[`*]*\s*(?P<sign>,|\+|&|/|and\b|$|[.;(]|[-–—]\s)", re.IGNORECASE)
_GO_ON = frozenset({",", "+", "&", "/", "and"})


def _matters(sentence: Sentence) -> Iterator[EdgeDraft]:
    """Each of the nouns that open what is said of a product first, up to what is none of them."""
    clause = sentence.clause
    about = labelled(clause)
    is_first = clause.heads or (clause.label is not None and about.key == clause.subject)
    if about.kind is not Kind.SERVICE or not is_first or clause.lead is not None or clause.subject_span is not None:
        return
    place, sign, nouns = clause.body_start, ",", []
    while (
        sign in _GO_ON and (match := _NOUN.match(clause.text, place)) and match["noun"].lower() in word_list("matters")
    ):
        nouns.append(match["noun"])
        place, sign = match.end(), match["sign"]
    if sign in _GO_ON and not _says_more(sentence, place):
        return  # "mail, stamps, parcels": parts
    for noun in nouns:
        yield edge(about, RelationType.SUITED_TO, End(text=noun, kind=Kind.CONCEPT), MATTER)


def _says_more(sentence: Sentence, place: int) -> bool:
    """Whether words go on with what the tool does or where it stands, and with no further noun."""
    rest = sentence.clause.text[place:].split(None, 1)
    first = rest[0].lower() if rest else ""
    return (first.endswith("s") and is_verb(first)) or first in sentence.lexicon.prepositions


MATTERS = (Rule(_matters, word_list("matters")),)
"""What products deal with."""

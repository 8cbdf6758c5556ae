"""What a place of a clause speaks of: what is named or set equal before it, what opens the clause, or what is above."""

from __future__ import annotations

import re

from graph.text import tail
from graph.vocabulary import Kind, RelationType
from ingest.relating.actors import Actors, actors_before
from ingest.relating.ends import free, known, labelled, subject
from ingest.relating.phrases import clean
from ingest.relating.plain_words import VAGUE, is_noun
from ingest.relating.positions import is_finite
from ingest.relating.sentence import Sentence
from ingest.relating.subjects import ends_kind
from ingest.values import Clause, End, Mention

FAR = 200
"""How many characters before a place are looked at, so that long lines are read in time."""
_SIGN = re.compile(r"[,;]\s")
EQUALS = re.compile(r"(?:^|[,;.:]\s+)(?P<what>[^,;.:=]{2,40}?)\s+=\s+(?:an?\s+|just\s+|only\s+)?")
_WHICH = re.compile(r"[`*]*,? which (?:(?:also|only|just|still|does|do|can|could|will|would|is|are) )*$")
_FOR_A_USE = re.compile(r"[`*]*\s+for\s+[^,;:.()]{2,40}[,;]\s+(?:but\s+|also\s+)?")


def about_at(clause: Clause, place: int) -> End:
    """What a place of the text is about: the name before "which", the noun before an equals sign, else the label's
    thing or the subject."""
    which = _WHICH.search(tail(clause.text, clause.body_start, place))
    if which is not None and (named := next((m for m in clause.mentions if m.end == place - len(which[0])), None)):
        return known(named)
    equals = list(EQUALS.finditer(clause.text, max(0, place - FAR), place))
    if equals and not _SIGN.search(clause.text[equals[-1].end() : place]):
        start, end = equals[-1].span("what")
        mention = next((m for m in clause.mentions if m.start <= start + 1 and end <= m.end + 1), None)
        if mention is not None:
            return known(mention)
        words = clean(clause.text[start:end])
        is_thing = is_noun(words) and words.lower() not in VAGUE and not words.isdigit()
        return free(words, RelationType.HAS_FEATURE) if is_thing else subject(clause.subject, clause)
    return labelled(clause) if place >= clause.body_start else subject(clause.subject, clause)


def said_of(sentence: Sentence, place: int) -> list[End]:
    """What a part of the clause at a place speaks of, that has no subject of its own: the names or the noun that open
    the clause with a predicate of their own ("oars and sails are slow, never for races"), else what it is about."""
    clause = sentence.clause
    before = range(sentence.index_at(place)) if clause.label is None else ()
    verb = next((i for i in before if _says_of_opener(sentence, i)), None)
    found = actors_before(sentence, verb) if verb is not None else _named_before(sentence, place)
    if found is not None and found.ends and found.first == 0:
        return list(found.ends)
    if (named := _named_for_a_use(clause, place)) is not None:
        return [known(named)]
    if clause.opener is not None and clause.label is None:
        return [End(key=clause.opener, kind=Kind.FEATURE)]
    return [labelled(clause) if place >= clause.body_start else subject(clause.subject, clause)]


def _named_before(sentence: Sentence, place: int) -> Actors | None:
    """A part that opens the clause, also where the word behind it may be no verb: "night boats gigs, good for ..."."""
    clause = sentence.clause
    opener = next((m for m in clause.mentions if m.start <= 1 and m.end < place), None)
    if opener is None or opener.kind is not Kind.FEATURE or clause.subject_span is not None:
        return None
    return Actors((known(opener),), 0) if clause.text[opener.end : opener.end + 2].strip().isalpha() else None


_BOUNDS = frozenset(["max", "min", "maximum", "minimum"])


def _says_of_opener(sentence: Sentence, index: int) -> bool:
    """Whether a word may be the predicate of what opens the clause: a finite verb, an auxiliary or a figure."""
    word = sentence.words[index].lower
    return (
        index not in sentence.at
        and not ends_kind(sentence, index)
        and (is_finite(sentence, index) or word[0].isdigit() or word in _BOUNDS)
    )


def _named_for_a_use(clause: Clause, place: int) -> Mention | None:
    """The name that opens a clause and what it is for, right before a place: "Winch for mail, needs a rope"."""
    opener = next((m for m in clause.mentions if m.start - clause.body_start in (0, 1)), None)
    if opener is None or opener.kind is Kind.CONCEPT or opener.end >= place:
        return None
    return opener if _FOR_A_USE.fullmatch(clause.text, opener.end, place) else None

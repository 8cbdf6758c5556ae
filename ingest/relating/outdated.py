"""What is left behind: "the jetty is closed", "closed, take the pier", "we ditched the jetty"."""

from __future__ import annotations

import re
from functools import cache

from graph.identity import slug
from graph.lexicon import Hit
from graph.vocabulary import Kind, RelationType
from ingest.relating.ends import free, known, labelled, subject
from ingest.relating.phrases import clean
from ingest.relating.sentence import JOINS, Sentence
from ingest.relating.subjects import opening_noun
from ingest.relating.things import thing_between
from ingest.terms import is_namelike, names_a_thing, signs_of, word_list
from ingest.values import Clause, End

_BESIDE = re.compile(
    r"\W*(?:(?:is|are|was|were|got|has been|basically|now|officially|finally|which)\W+)*$", re.IGNORECASE
)
_SAYS = re.compile(r"(?:retires|goes|shuts|gets|only)\b", re.IGNORECASE)
"""Behind a comma a verb goes on with what the clause is about."""
_LONGER = re.compile(r"(?P<noun>\s[a-z]{3,})\s+(?:is|are)\s+")
NAME = r"[\w`][\w`.+#/-]*(?: [\w`.+#/-]+){0,3}?"
_STOPS = r"(?=\s*(?:$|[,;:.()–—]|->|=>|→|\s-\s)|\s(?:and|for|in|with|when|because|last|this|years?|ages)\b)"
_HELD_BEFORE = re.compile(
    rf"\b(?:was|were|used to be)\s+(?:the |an? |called )?(?P<old>{NAME}),\s*(?:but |and )?(?:it |which |that )?"
    r"(?:is |was |has been |got |gets )?(?:now |later |since |then |today )?$",
    re.IGNORECASE,
)
MAX_BEFORE = 120
_NO_TIME = r"(?!(?:in|since|by|from|for|as|on|at|after|with|long|last|next|now|already|ages|it|them|this|that)\b)"


@cache
def _given_up() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(word_list("rid of"), key=len, reverse=True))
    name = rf"(?:the |our )?(?-i:old |plain )?{_NO_TIME}(?P<old>{NAME}){_STOPS}"
    return re.compile(rf"\b(?:{words})\s+{name}", re.IGNORECASE)


def left_behind(sentence: Sentence, stop: int) -> End | None:
    """What was given up, or is said to be outdated, before a place: "we ditched the jetty", "the jetty is closed"."""
    clause = sentence.clause
    given_up = _given_up().search(clause.text, 0, stop) if sentence.has(signs_of("rid of")) else None
    if given_up is not None:
        old = thing_between(clause, *given_up.span("old"))
        return old if old is not None and is_named(old) else None  # "dropped the messages": what it does
    gone = where_gone(sentence, stop)
    return old_at(sentence, gone.start()) if gone is not None else None


def held_before(sentence: Sentence, place: int) -> End | None:
    """What had a place until what is told of it there: "the horn was Foghorn, now replaced by Siren" is of Foghorn."""
    clause = sentence.clause
    held = _HELD_BEFORE.search(clause.text, max(clause.body_start, place - MAX_BEFORE), place)
    return thing_between(clause, *held.span("old")) if held is not None else None


def is_named(end: End) -> bool:
    """Whether an end is a thing and no idea, or is written as the name of one."""
    return end.kind is not Kind.CONCEPT if end.key else (end.text or "")[:1].isupper() or is_namelike(end.text or "")


@cache
def gone_words() -> str:
    """What says that something is outdated, as a part of patterns."""
    return "|".join(re.escape(word) for word in sorted(word_list("gone"), key=len, reverse=True))


@cache
def _gone() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{gone_words()})\b", re.IGNORECASE)


def where_gone(sentence: Sentence, stop: int) -> re.Match[str] | None:
    """What says before a place that something is outdated."""
    return _gone().search(sentence.clause.text, 0, stop) if sentence.has(signs_of("gone")) else None


def old_at(sentence: Sentence, place: int) -> End | None:
    """What is said to be outdated at a place: the name right before it, the noun or the name that opens the clause."""
    clause = sentence.clause
    before = [m for m in clause.mentions if m.end <= place]
    is_beside = bool(before) and _BESIDE.fullmatch(clause.text, before[-1].end, place) is not None
    if is_beside and not (_SAYS.match(clause.text, place) and "," in clause.text[before[-1].end : place]):
        return known(before[-1])
    if clause.label is not None and place >= clause.body_start:
        return _of_label(clause)
    opened = len(clause.text[:place].rstrip()) - 1
    if clause.text[opened : opened + 1] == "(" and clause.text[clause.body_start :].lstrip(" `*_~")[:1].isupper():
        return thing_between(clause, clause.body_start, opened)  # "Jetty (closed, take the pier)"
    noun = opening_noun(sentence)
    if noun is not None and noun.end <= place:
        return free(noun.text, RelationType.HAS_FEATURE)
    if before and before[0].start <= clause.body_start + 1:
        longer = _LONGER.fullmatch(clause.text, before[0].end, place)
        if longer is None:
            return known(before[0])
        return free(clause.text[before[0].start : longer.end("noun")], RelationType.HAS_FEATURE)  # "night ferry pass"
    begins = clause.subject_span is None or clause.subject_span[0] < place  # "EOL" may be taken for a name
    return (labelled(clause) if begins else above(clause)) if _BESIDE.fullmatch(clause.text, 0, place) else None


def above(clause: Clause) -> End:
    """What the line is about, also where a name that opens it has taken over as its subject."""
    if clause.subject_span is not None and clause.parent_subject and clause.parent_kind is not Kind.CONCEPT:
        return End(key=clause.parent_subject, kind=clause.parent_kind or Kind.SERVICE)
    return subject(clause.subject, clause)


def _of_label(clause: Clause) -> End:
    """What the label of a clause names, whether it is known or not."""
    end = labelled(clause)
    text = clean(clause.label or "")
    is_new = end.key == clause.subject and slug(text) not in clause.subject and names_a_thing(text)
    inside = any(m.start < clause.body_start for m in clause.mentions)
    return free(text, RelationType.HAS_FEATURE) if is_new and not inside else end


def names_before_comma(sentence: Sentence, hit: Hit) -> list[End] | None:
    """ "Gig + Yawl, used to be Barge": the names that open the clause, where nothing else stands before the comma."""
    index = hit.first - 1
    if hit.phrase.relation is not RelationType.REPLACES or sentence.clause.label is not None:
        return None
    if index <= sentence.body or sentence.words[index].lower != ",":
        return None
    opening = range(sentence.body, index)
    are_names = all(i in sentence.at or sentence.words[i].lower in JOINS - {","} for i in opening)
    names = {sentence.at[i]: None for i in opening if i in sentence.at} if are_names else {}
    return [known(name) for name in names] or None

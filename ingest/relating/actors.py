"""Who does what a verb says: the noun phrases right before it, whole, as names or as free words.

"Container jobs in the cloud need a Linux host": the container jobs need it, not the container and not the cloud.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from graph.lexicon import Hit
from graph.vocabulary import PRODUCTS, Kind, RelationType
from ingest.relating.ends import free, known, labelled
from ingest.relating.phrases import clean
from ingest.relating.plain_words import GENERAL, PRONOUNS, is_noun
from ingest.relating.sentence import Sentence
from ingest.terms import is_general, is_verb, word_list
from ingest.values import End, Mention

MAX_WORDS = 4
MAX_ADJUNCTS = 2
_JOINS = frozenset({"and", "or", "&", "/", "+", "but", "then"})
_LISTS = frozenset({"and", "or", "&", "/", "+"})
_LONG_LISTS = _LISTS | {","}
_ALL = frozenset({"all", "both", "each"})
"""Right before a verb they sum up a list before them, that then needs no "and": "tugs, gigs all steer by it"."""
_RELATIVE = frozenset(
    {"which", "that", "who", "where", "whereby", "if", "when", "while", "because", "so", "since", "unless"}
)
_MARKS = frozenset({"`", "*", '"', "'", "_"})
_BEFORE_NOUNS = word_list("determiners") | {"new", "existing", "several", "multiple", "various"}
"""Articles, and what says between one and a noun no more than that there are some."""
_NO_ACTORS = word_list("no actors") | PRONOUNS
_BRACKETS = re.compile(r"\([^)]*\)")
_WORD = re.compile(r"\w")

_ARTICLES = frozenset({"a", "an", "the", "each", "every"})


_POINTERS = {("that", "one"): -1, ("this", "one"): -1, ("the", "latter"): -1, ("the", "former"): -2}


class Actors(NamedTuple):
    """The noun phrases that are the subject of a verb, and the index of the word where they begin.

    `ends` is empty where they name nothing of their own ("everybody", "the data").
    """

    ends: tuple[End, ...]
    first: int


class _Phrase(NamedTuple):
    """A noun phrase from `first` to `last`; `sign` is the index of what stands before it and its article.

    `before` says what that is: "start", "join" (a comma, "and"), "prep", or "" for a word that makes it no subject.
    """

    first: int
    last: int
    sign: int
    before: str


def actors(sentence: Sentence, hit: Hit, floor: int = 0, behind: int = -2) -> Actors | None:
    """The subject that stands in words of its own right before a verb; None where no plain noun phrase does.

    `behind` is the index at which the objects of the verb before it begin, which are no subjects of this one.
    """
    return actors_before(sentence, hit.first, floor, behind)


def actors_before(sentence: Sentence, index: int, floor: int = 0, behind: int = -2) -> Actors | None:
    """The subject of the verb that the word at an index begins."""
    if (pointed := _pointed_at(sentence, index - 1, floor) or _this_one(sentence, index)) is not None:
        return pointed
    last = _skip_small(sentence, index - 1, floor)
    for _ in range(MAX_ADJUNCTS + 1):
        found = _list(sentence, last, floor)
        while found and behind <= found[0].first <= behind + 1:
            del found[0]
        if len(found) > 1 and found[0].before == "prep" and _are_wholes(sentence, found):
            found = [phrase._replace(before="start") if phrase is found[1] else phrase for phrase in found[1:]]
        if not found or not found[0].before:
            return None
        sign = found[0].sign
        if found[0].before != "prep" or _is_call(sentence, sign):
            ends = (_end(sentence, phrase) for phrase in found)
            return Actors(tuple(end for end in ends if end is not None), sign + 1)
        last = sign - 1
    return None


def _pointed_at(sentence: Sentence, index: int, floor: int) -> Actors | None:
    """What "that one" or "the former" stands for, up to a word: the last name before them, or the last but one."""
    while index > floor and sentence.words[index].lower in sentence.lexicon.auxiliaries:
        index -= 1
    place = _POINTERS.get((sentence.words[index - 1].lower, sentence.words[index].lower)) if index > floor else None
    if place is None:
        return None
    before = [m for m in sentence.clause.mentions if m.end <= sentence.place(index - 1)]
    return Actors((known(before[place]),), index - 1) if len(before) >= -place else None


def _this_one(sentence: Sentence, index: int) -> Actors | None:
    """What "this service", "this tool" stands for right before a verb: what the clause is about."""
    first = sentence.body
    if index - first != 2 or sentence.words[first].lower != "this" or first + 1 in sentence.at:
        return None
    word = sentence.words[first + 1].lower
    if not (is_general(word) or sentence.lexicon.names_kind(word)):
        return None
    return Actors((labelled(sentence.clause),), first)


def _are_wholes(sentence: Sentence, found: list[_Phrase]) -> bool:
    """Whether products follow a comma and something else with a preposition: "a tug for mail, X and Y send"."""
    first, *others = ([sentence.at.get(i) for i in range(p.first, p.last + 1)] for p in found)
    named = all(m is not None and m.kind in PRODUCTS for mentions in others for m in mentions)
    is_thing = any(m is not None and m.kind is Kind.SERVICE for m in first)
    return named and not is_thing and sentence.words[found[1].sign].lower == ","


def _is_call(sentence: Sentence, index: int) -> bool:
    """Whether "webhook from" or the like ends at a word: what comes from a thing is that thing's doing."""
    words = sentence.words
    return index > 0 and words[index].lower == "from" and words[index - 1].lower in word_list("calls")


def _skip_small(sentence: Sentence, index: int, floor: int) -> int:
    """The index before adverbs and auxiliaries; -1 where an infinitive, a pronoun or a count stands there."""
    small = sentence.lexicon.verb_aids
    while index >= floor and index not in sentence.at:
        word = sentence.words[index].lower
        if word in word_list("no actors"):
            return -1
        if not (word in small or (word.endswith("ly") and len(word) > 4)):
            break
        index -= 1
    return index


def _list(sentence: Sentence, last: int, floor: int) -> list[_Phrase]:
    """The noun phrases that "and" joins up to a word."""
    phrase = _phrase(sentence, last, floor)
    found: list[_Phrase] = []
    is_summed = last + 1 < len(sentence.words) and sentence.words[last + 1].lower in _ALL
    joins = _LONG_LISTS if is_summed else _LISTS
    while phrase is not None and (phrase.before or not found):
        found.insert(0, phrase)
        if phrase.before != "join" or sentence.words[phrase.sign].lower not in joins:
            break
        phrase = _phrase(sentence, phrase.sign - 1, floor)
        joins = _LONG_LISTS
    return found


def _phrase(sentence: Sentence, last: int, floor: int) -> _Phrase | None:
    """The noun phrase that ends at a word, with a bracket behind it or not."""
    if last >= floor and sentence.words[last].lower == ")":
        last = next((i for i in range(last, floor, -1) if sentence.words[i].lower == "("), floor) - 1
    index, count = last, 0
    while index >= floor:
        if index in sentence.at:
            index, count = sentence.first_of(index), count + 1
        elif _opens_phrase(sentence, index):
            break
        elif sentence.words[index].lower not in _MARKS:
            if count and is_plural_verb(sentence.words[index].lower):
                return None
            count += 1
        if count > MAX_WORDS:
            return None
        index -= 1
    sign = index
    while sign >= floor and sentence.words[sign].lower in _BEFORE_NOUNS:
        sign -= 1
    return _Phrase(index + 1, last, sign, _before(sentence, sign, floor)) if count else None


def is_plural_verb(word: str) -> bool:
    """Whether a word is the form of a verb that follows a single thing ("gets")."""
    return word.endswith("s") and is_verb(word)


def _opens_phrase(sentence: Sentence, index: int) -> bool:
    """Whether a noun phrase begins behind a word."""
    word, lexicon = sentence.words[index].lower, sentence.lexicon
    small = word in _JOINS or word in _RELATIVE or word in word_list("determiners") or word in lexicon.prepositions
    is_sign = word not in _MARKS and not _WORD.match(word)
    return small or is_sign or word in lexicon.fillers or word in lexicon.negations or word[0].isdigit()


def _before(sentence: Sentence, sign: int, floor: int) -> str:
    if sign < floor:
        return "start"
    word = sentence.words[sign].lower
    if word in _JOINS or word == ",":
        return "join"
    if word in sentence.lexicon.prepositions and word != "so":
        return "prep"
    if word == "so" and (sign == floor or sentence.words[sign - 1].lower == ","):
        return "start"  # "it drifts, so a timer is a must"
    return "" if _WORD.match(word) or word == ")" else "start"


def _end(sentence: Sentence, phrase: _Phrase) -> End | None:
    """The name or the free words of a noun phrase."""
    text = sentence.clause.text
    start, stop = sentence.words[phrase.first].start, sentence.words[phrase.last].end
    inside = [m for m in sentence.clause.mentions if start <= m.start and m.end <= stop]
    name = _whole(text, start, stop, inside)
    if name is not None:
        return known(name)
    words = clean(text[start:stop])
    before = {word.lower for word in sentence.words[phrase.sign + 1 : phrase.first]}
    is_deed = bool(before & _ARTICLES) and words.isalpha() and is_verb(words.lower())  # "a new upload"
    is_thing = (is_noun(words) or is_deed) and _NO_ACTORS.isdisjoint(words.lower().split())
    return free(words, RelationType.HAS_FEATURE) if words and (inside or is_thing) else None


def _whole(text: str, start: int, stop: int, inside: list[Mention]) -> Mention | None:
    """The name that a phrase comes to: nothing but small and general words stand beside it, or its owner's name."""
    if not inside:
        return None
    last = inside[-1]
    rest = text[start : last.start] + " " + text[last.end : stop]
    for mention in inside[:-1]:
        if mention.key in (last.owner, last.key.rpartition("/")[0]):
            rest = rest.replace(text[mention.start : mention.end], " ")
    plain = {w.lower().strip("()*`.,'\"") for w in _BRACKETS.sub("", rest).split()}
    return last if not plain - GENERAL - word_list("determiners") - {""} else None

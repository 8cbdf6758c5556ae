"""The things that a question names, and which of their names are but words in it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from graph.names import is_ordinary
from graph.quantities.words import quantity_words
from graph.questions.mending import question_vocabulary
from graph.questions.names import Mention, NameBook, squeeze
from graph.questions.query import Subject
from graph.questions.words import QuestionWords
from graph.store import GraphStore
from graph.text import tokens
from graph.vocabulary import PRODUCTS, Kind

_ASKED_WHAT = re.compile(r"(?:what(?: is| are|'s)|define|explain|describe) (?:an? |the )?", re.IGNORECASE)
_OF_WHOLE = re.compile(r" (?:in|of|on|for|under|within) (?:an? |the )?", re.IGNORECASE)
MAX_WRITTEN = 20
_ASKED_FIRST = re.compile(r"^(?:which|what) ", re.IGNORECASE)


@cache
def _units() -> frozenset[str]:
    """Units of measure in lower case: they name nothing."""
    return frozenset(unit.lower() for unit in quantity_words().class_of)


_BESIDE = re.compile(r"\b(?:with|by|from|using|via|through|supports?|accepts?|or) $", re.IGNORECASE)
_CLOSES = re.compile(r"\W*(?:$|(?:or|and)\b)", re.IGNORECASE)


def is_name(mention: Mention, words: QuestionWords) -> bool:
    lowered = mention.text.lower()
    if lowered in _units():
        return False
    if lowered in words.stop:
        return mention.text != lowered and (mention.text.isupper() or bool(mention.start and mention.ids))
    return bool(mention.ids) or not lowered.isalpha() or mention.text != lowered or " " in lowered


def names_itself(text: str, start: int, end: int) -> bool:
    """Whether a vendor's name at a place of a question is what is asked about, not whose thing: "sign in with X?"."""
    return _BESIDE.search(text[:start]) is not None and _CLOSES.match(text, end) is not None


def _without_vendors(
    book: NameBook, words: QuestionWords, text: str, mentions: list[Mention], kinds: dict[str, Kind]
) -> list[Mention]:
    """The names without those that only say whose things are meant ("in AWS", "AWS services"), where others are left
    or the question has a noun for its answer."""

    def is_vendor(mention: Mention) -> bool:
        if names_itself(text, mention.start, mention.end):
            return False
        said = mention.text.lower().split()
        if len(said) == 1 and any(kinds.get(i) in PRODUCTS for i in mention.ids):
            return False
        return said[0] in book.prefixes and all(word in words.wanted and word.endswith("s") for word in said[1:])

    others = [mention for mention in mentions if not is_vendor(mention)]
    return others or [mention for mention in mentions if " " not in mention.text]


def subjects_of(
    store: GraphStore, book: NameBook, words: QuestionWords, text: str, mentions: list[Mention]
) -> tuple[Subject, ...]:
    kinds = {entity.id: entity.kind for entity in store.entities({i for m in mentions for i in m.ids})}
    mentions = _without_vendors(book, words, text, mentions, kinds)
    degree = store.degree({i for m in mentions for i in m.ids if len(m.ids) > 1})
    found = []
    for mention in mentions:
        ids = tuple(sorted(mention.ids, key=lambda i: (-degree.get(i, 0), i)))
        weak = _is_weak(book, words, mention, [kinds[i] for i in ids if i in kinds])
        weak = weak or (not ids and _is_written(store, mention.text))
        found.append(Subject(mention.text, mention.name, ids, mention.start, mention.end, mention.mended, weak))
    if found and _ASKED_FIRST.fullmatch(text[: found[0].start]) and found[0].text.islower():
        of_sort = {kinds[i] for i in found[0].ids if i in kinds} <= {Kind.CONCEPT, Kind.FEATURE}
        weak = " " not in found[0].text or (of_sort and any(not s.weak and s.ids for s in found[1:]))
        found[0] = replace(found[0], weak=found[0].weak or weak)  # "which registry …": what is asked for, not about
    if any(not s.weak and s.ids and kinds.get(s.ids[0]) in PRODUCTS for s in found):
        found = [replace(s, weak=True) if _is_plain_word(s, kinds) else s for s in found]
    return tuple(found)


def part_first(book: NameBook, text: str, subjects: tuple[Subject, ...]) -> tuple[Subject, ...]:
    """The subjects with the one meant as a thing that a definition is asked of, also where its name is a word: "what is
    a policy in IAM" is not about IAM. What the notes call by both names is the same."""
    if len(subjects) < 2 or not _OF_WHOLE.fullmatch(text[subjects[0].end : subjects[1].start]):
        return subjects
    part, whole = subjects[:2]
    ids = dict.fromkeys([*part.ids, *book.ids.get(squeeze(f"{whole.text} {part.text}"), ())])
    if not ids or not _ASKED_WHAT.fullmatch(text[: part.start]):
        return subjects
    return (replace(part, weak=False, ids=tuple(ids)), *subjects[1:])


def _is_plain_word(subject: Subject, kinds: dict[str, Kind]) -> bool:
    """A lower-case word beside a service's name, which only these notes take for a thing of no clear kind."""
    own = {kinds[i] for i in subject.ids if i in kinds}
    return (
        bool(subject.ids) and subject.text.isalpha() and subject.text.islower() and own <= {Kind.CONCEPT, Kind.FEATURE}
    )


def _is_written(store: GraphStore, name: str) -> bool:
    """Whether a line of the notes has a name that they do not keep as a thing: its words are then looked for."""
    return any(name.lower() in statement.text.lower() for statement in store.find_statements(name, limit=MAX_WRITTEN))


def _is_weak(book: NameBook, words: QuestionWords, mention: Mention, kinds: list[Kind]) -> bool:
    """A name that is an ordinary word, or that only these notes take for a thing of no clear kind."""
    lowered = mention.text.lower()
    if mention.text.isupper() and len(lowered) > 2 and Kind.CONCEPT not in kinds and mention.ids:
        return False
    if not mention.ids:  # words of the notes that only a pack takes for a name ("data sources") are words
        return lowered == mention.text and (
            all(map(is_ordinary, lowered.split())) or (" " in lowered and book.weights.has_all(words, lowered))
        )
    if Kind.SERVICE in kinds and lowered not in words.wanted:
        return mention.text == lowered and is_ordinary(lowered)
    if lowered in words.rates or lowered in words.generic or lowered in words.measures:
        return True
    if " " in lowered or "-" in lowered:
        return False
    if mention.text == lowered and Kind.TECHNOLOGY not in kinds and book.lexicon.find(tokens(lowered)):
        return True
    ordinary = (
        is_ordinary(lowered)
        or lowered in words.wanted
        or lowered in words.spellings
        or lowered in question_vocabulary()
    )
    return ordinary or (mention.text.islower() and set(kinds) <= {Kind.CONCEPT} and len(lowered) > 4)

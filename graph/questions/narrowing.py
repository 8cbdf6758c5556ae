"""Which of the names in a line are the answer: a line often says more than was asked.

A line that gives each thing its own part ("green bins for glass, blue bins for paper") answers with the part that holds
the question's words; a word in brackets marks the name right before it; a line that prefers one thing names that one
in a certain place.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from graph.questions.names import Mention
from graph.questions.words import plain_words, question_words
from graph.values import Entity

Found = Sequence[tuple[Mention, Entity]]
MIN_PART_WORDS = 3
MAX_MARK_WORDS = 2
_SENTENCE = re.compile(r"(?<=[\w)])[.;!?](?=\s|$)")
_COMMA = re.compile(r",(?=\s)")
_CLAUSE = re.compile(r"\b(?:is|are|for|has|have|holds?|does|do|can|needs?|takes?|gives?|means)\b|[=:]|->|=>|→")
_SIGN = re.compile(r"[-=]>|→|(?<=\s)=(?=\s)")
_BRACKET = re.compile(r"\s*\(([^()]*)\)")
_JOINS = re.compile(r"\s*(?:,|/|\+|\bor\b|\band\b|&|,\s*(?:or|and)\b)\s*(?:an? |the )?", re.IGNORECASE)
_TAKE = re.compile(
    r"\b(?:use|uses|take|prefer|prefers|choose|pick|try|go for|switch(?:ed)? to|move to|run) (?:an? |the )?[`*'\"“]*",
    re.IGNORECASE,
)
_TAKE_IT = re.compile(r"(?:use|take|choose|pick)(?: it| this)? (?:if|when|for|where|in case)\b", re.IGNORECASE)
_THAN = re.compile(
    r"\b(?:instead of|rather than|in place of|over|not|than|as opposed to|prefer\w* to) (?:an? |the )?[`*'\"“]*",
    re.IGNORECASE,
)
_BETTER = re.compile(
    r"(?:\s*\([^()]*\))?(?:\s*,)?(?: (?:is|are|was|were|would be|works?|does|do|much|far|now|model|usually))*"
    r" (?:instead|an alternative|better|preferred|recommended|favou?red|more \w+ than|(?!rather|other)\w+er than)\b",
    re.IGNORECASE,
)
_IT = re.compile(r"\b(?:prefer|use|take|choose|pick) (?:it|this|that|them|these|those)\b", re.IGNORECASE)
_GOES_ON = re.compile(r"[,;:.]|\b(?:and|or|but|then)\b")
_RELATIVE = re.compile(r"(?:\)|\s*\([^()]*\))?,? (?:which|that|who) (?:\w+ly |has |have )?")
_WORD = re.compile(r"[^\W_]+")
_OF_PREPOSITION = re.compile(
    r"\b(?:in|on|of|with|for|from|to|by|at|under|inside) (?:an? |the |your |its |their |each |every )?$", re.IGNORECASE
)


def advises(text: str) -> bool:
    """Whether a line opens with telling what to take."""
    return _TAKE.match(text.lstrip(" -*")) is not None and _TAKE_IT.match(text.lstrip(" -*")) is None


def parts(text: str) -> list[tuple[int, int]]:
    """Where the parts of a line stand that say something each: its sentences, and the clauses of a series of them.

    >>> line = "green bins are for glass, blue bins for paper; red ones are rare"
    >>> [line[start:end] for start, end in parts(line)]
    ['green bins are for glass', ' blue bins for paper', ' red ones are rare']
    """
    found = []
    for start, end in _cut(text, _SENTENCE, 0, len(text)):
        clauses = list(_cut(text, _COMMA, start, end))
        whole = all(_is_clause(text[a:b]) for a, b in clauses)
        found += clauses if whole else [(start, end)]
    return found


def _cut(text: str, mark: re.Pattern[str], start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in mark.finditer(text, start, end):
        yield at, match.start()
        at = match.end()
    if at < end:
        yield at, end


def _is_clause(text: str) -> bool:
    return len(text.split()) >= MIN_PART_WORDS and _CLAUSE.search(text) is not None


def is_series(text: str) -> bool:
    """Whether a text goes on with clauses of their own behind the first comma, so that it lists no names."""
    return any(_is_clause(text[a:b]) for a, b in [*_cut(text, _COMMA, 0, len(text))][1:])


def asked_part(text: str, asked: Collection[str], found: Found) -> Found:
    """The names in the one part of a line that holds words of the question (their concepts) which no other part has;
    all names where there is no such part."""
    places = parts(text)
    if len(places) < 2 or len(found) < 2:
        return found
    words = question_words()
    held = [{words.concept(word) for word in plain_words(text[a:b])} & set(asked) for a, b in places]
    best = max(held, key=len)
    rest: set[str] = set().union(*(other for other in held if other is not best))
    if not best - rest or sum(len(other) == len(best) for other in held) > 1:
        return found
    start, end = places[held.index(best)]
    return [pair for pair in found if start <= pair[0].start < end] or found


def is_in_parts(text: str) -> bool:
    """Whether a line says several things, each in a part of its own."""
    return len(parts(text)) > 1


def across(text: str, asked: Collection[str], found: Found) -> Found | None:
    """The names on the other side of the sign beside which the question's words stand ("wet rope -> tar"); None where
    no part of the line has its words on one side of a sign only."""
    words = question_words()
    best: tuple[int, Found] | None = None
    for start, end in (span for whole in _cut(text, _SENTENCE, 0, len(text)) for span in _cut(text, _COMMA, *whole)):
        sides = list(_cut(text, _SIGN, start, end))
        if len(sides) != 2:  # none, or a chain
            continue
        held = [len({words.concept(word) for word in plain_words(text[a:b])} & set(asked)) for a, b in sides]
        if min(held) or max(held) <= (best[0] if best else 0):
            continue
        a, b = sides[held.index(0)]
        best = max(held), [pair for pair in found if a <= pair[0].start < b]
    total = len({words.concept(word) for word in plain_words(text)} & set(asked))
    return best[1] if best is not None and best[0] == total else None


def marked(text: str, asked: Collection[str], found: Found) -> Found:
    """The names that a word of the question marks in brackets ("round (default)"); all names where there are no such
    brackets, none where what they mark is no name."""
    words = question_words()
    places = [
        match.start()
        for match in _BRACKET.finditer(text)
        if len(said := plain_words(match[1])) <= MAX_MARK_WORDS and not set(map(words.concept, said)).isdisjoint(asked)
    ]
    return [pair for pair in found if pair[0].end in places] if places else found


def preferred(text: str, found: Found) -> Found:
    """The names that a line would rather have, by where they stand; none where it does not say so."""
    left = [pair for pair in found if not _stands_behind(text, pair[0], _THAN)]
    return next(filter(None, (_better(text, left), _taken(text, left), _meant_by_it(text, left))), [])


def unspurned(text: str, found: Found) -> Found:
    """All names but those that a line would not have; all where that leaves none."""
    return [pair for pair in found if not _stands_behind(text, pair[0], _THAN)] or found


def _better(text: str, found: Found) -> Found:
    """What stands right before "is better than" or "instead"."""
    return [pair for pair in found if _BETTER.match(text, pair[0].end)]


def _taken(text: str, found: Found) -> Found:
    """What stands right behind "use", with what is joined to it."""
    own: list[tuple[Mention, Entity]] = []
    for pair in found:
        joined = own and _JOINS.fullmatch(text[own[-1][0].end : pair[0].start])
        if joined or _stands_behind(text, pair[0], _TAKE):
            own.append(pair)
    return own


def _meant_by_it(text: str, found: Found) -> Found:
    """What opens the sentence that goes on with "prefer it"."""
    for start, end in _cut(text, _SENTENCE, 0, len(text)):
        it = _IT.search(text, start, end)
        before = [pair for pair in found if it is not None and start <= pair[0].start < it.start()]
        if before:
            return before[:1]
    return []


def _stands_behind(text: str, mention: Mention, mark: re.Pattern[str]) -> bool:
    return any(match.end() == mention.start for match in mark.finditer(text))


def entities_of(found: Iterable[tuple[Mention, Entity]]) -> list[Entity]:
    """The things that were named, each once."""
    return list(dict.fromkeys(entity for _, entity in found))


def doing(text: str, verb: str, found: Found) -> Found:
    """The names before a verb (its concept) that do it, with what is joined to them: not those behind a preposition
    ("the cook in the kitchen stirs"), nor another verb's ("peels carrots and stirs"); none where no such name is."""
    words = question_words()
    at = next((m.start() for m in _WORD.finditer(text) if words.concept(m[0].lower()) == verb), None)
    before = [pair for pair in found if at is not None and pair[0].end <= at]
    if before and _RELATIVE.fullmatch(text[before[-1][0].end : at]):
        return before[-1:]
    free = [pair for pair in before if not _OF_PREPOSITION.search(text[: pair[0].start])] or before
    if not free or _GOES_ON.search(text[free[-1][0].end : at]):
        return []
    own = free[-1:]
    for pair in reversed(free[:-1]):
        if len(own) == 1 and text[pair[0].end : own[0][0].start].strip() == ",":
            break  # "painted in red, Ann made it": a list ends with "and"
        if not _JOINS.fullmatch(text[pair[0].end : own[0][0].start]):
            break
        own = [pair, *own]
    return own


def joined(text: str, start: int, found: Found) -> Found:
    """The name at a place in a line and those that go on from it as a list ("flour, salt and water")."""
    own: list[tuple[Mention, Entity]] = []
    at, ended = start, False
    for pair in found:
        between = text[at : pair[0].start]
        if between if not own else ended or not _JOINS.fullmatch(between):
            break
        ended = bool(between) and between.strip() != ","  # "and" comes before the last
        own.append(pair)
        at = pair[0].end
    return own

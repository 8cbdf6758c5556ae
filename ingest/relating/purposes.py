"""What a thing is good or bad for, as ends of edges: lists of workloads and ideas in free words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.vocabulary import RelationType
from ingest.relating.ends import OTHER_SIDE, named_ends
from ingest.relating.other_parts import PREPOSITION
from ingest.relating.phrases import MAX_PHRASE_WORDS, clean, free_end, hard_end, list_parts, pieces_at
from ingest.relating.plain_words import GENERAL
from ingest.terms import is_verb, names_a_thing, word_list
from ingest.values import Clause, End

_RELATIVE_OF = re.compile(
    r"\s*(?:applications?|apps?|workloads?|systems?|services?|anything|cases|situations|jobs|things)\s+"
    r"(?:requiring|needing|(?:that|which|where)\s+(?:(?:you|u)\s+)?"
    r"(?:needs?|requires?|wants?|uses?|depends? on|are mainly|are mostly|are))\s+(?!to\b)",
    re.IGNORECASE,
)
_NEEDING = re.compile(r"(?<=\w)\s+(?:requiring|needing)\s", re.IGNORECASE)
_TO_DO = re.compile(r"\s*(?:if|when|whenever|you|u|we|they|it)\b", re.IGNORECASE)
_NEEDS = re.compile(
    r"\s*(?:(?:if|when|whenever)\s+)?(?:(?:(?:you|u|we|i|they|people|somebody|someone)\s+)?"
    r"(?:really\s+|only\s+|just\s+|mainly\s+|mostly\s+)?"
    r"(?:need|want|have|require|got|expect|run|do|build|deal\s+with|work\s+with|care\s+about)"
    r"|(?:you|u|we|they)(?:['’]?re|\s+are)\s+(?:really\s+|only\s+|just\s+|mainly\s+|mostly\s+)?"
    r"(?:dealing\s+with|working\s+with|working\s+on|handling|running|building|doing|looking\s+for|using))"
    r"\s+(?:to\s+have\s+)?(?!to\b)",
    re.IGNORECASE,
)
"""Before what somebody needs: "when you want quick answers"."""
_OWN = re.compile(r"\s*(?:your|our|the|my|an?|any)\s+", re.IGNORECASE)
_SAID_OF = re.compile(r"[`*]*\s*(?:\([^()]*\)\s*)?(?:=|:|(?:is|are|has|have|can|does|do)\b)|\s*\([^()]*\)\s*for\b")
"""Behind a later part of a list it shows that another sentence begins there: "sails (cotton) are for races"."""
_SOME_DAY = re.compile(
    r"\s*(?:the\s+|possible\s+)?(?:future|later)(?:\s+(?:use|usage|reference))?[\s.]*", re.IGNORECASE
)
"""Where something is "reserved for future use", nobody knows what for."""
_EFFECTS = frozenset(
    ["avoiding", "allowing", "making", "letting", "meaning", "leaving", "causing", "enabling", "ensuring"]
)
"""Behind a comma, what comes of something: "used on lakes, avoiding the need to row"."""
_POINTED = re.compile(r"\s*(?:this|that|these|those)\s+(?:one\s+|ones\s+)?(?:only|alone)\b", re.IGNORECASE)
_STUFF = frozenset(["data", "information", "content"])
"""Without the words behind them they tell nothing of what a thing is for: "data that nobody has read"."""
_RELATIVE = frozenset(["that", "which", "who", "where", "whose"])
_SOMEBODY = frozenset(["it", "they", "we", "you", "u", "i"])
_POINTERS = frozenset(["the", "your"])
_LYING = frozenset(["live", "lie", "sit", "stay", "go", "come", "are", "need", "use", "run"])
_PLACE = frozenset(["in", "on", "at", "with", "under", "after"])
_JOINS = frozenset(["and", "or", "for"])
_LASTS = re.compile(
    r"\s*(?:(?:about|around|only|another|up to|at (?:most|least)|[~<>])\s*)?(?:\d[\d.,]*|an?|one|two|three)\s*"
    r"(?:ms|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|weeks?|months?|yrs?|years?)\s*",
    re.IGNORECASE,
)
_FIGURE_FIRST = re.compile(r"\s*\d[\d.,]*(?:\s|[a-z%])")
_FIGURE = re.compile(r"\d[\d.,]*%?$")


_WHO_DO = re.compile(
    r"(?:[a-z-]+(?:,| and| or) )*(?:[a-z-]+ )?"
    rf"(?:[a-z-]+s who|(?:people|anybody|anyone|everybody|those|{'|'.join(sorted(word_list('people')))}) (?:who|that)) "
    r"(?:are |(?:want|need|have|wish|like|try|plan) to )?(?=[a-z])",
    re.IGNORECASE,
)
_MAKING = re.compile(
    r"(?:design|build|develop|creat|writ|mak|plann?)(?:e|es|s|ing)? (?:the |their |an? )?", re.IGNORECASE
)
"""Behind what people do of that sort stands what the thing is for."""


def _deed_of_people(clause: Clause, start: int, end: int) -> int | None:
    """Where it stands what people do, for whom a thing is good: "for crews who plan night trips"."""
    match = _WHO_DO.match(clause.text, start, end) or _WHO_DO.match(clause.text, start + 1, end)
    if match is None:
        return None
    making = _MAKING.match(clause.text, match.end(), end)
    return making.end() if making else match.end()


def purposes(clause: Clause, start: int, end: int, relation: RelationType) -> Iterator[End]:
    """What a thing is good or bad for, between two places: each part of the list without its relative clause.

    "applications that need X" is X; a part that denies, or that says something of its own, ends the list.
    """
    if (deed := _deed_of_people(clause, start, len(clause.text))) is not None:
        start, end = deed, hard_end(clause.text, deed, len(clause.text))
    return named_ends(clause, pieces_at(clause.text, _places(clause.text, start, end)), relation)


_AGAIN = re.compile(r"\s*(?:as|on|at)\s+(?:an?\s+|the\s+|your\s+)?(?=\w)", re.IGNORECASE)
"""Begins a later part of a list as the first one began: "good on lakes and as a raft"."""
_OF_SUCH_STUFF = re.compile(
    r"[ -](?:type|kind|sort|style)s?(?: of)? (?:stuff|things?|thing(?:y|ies)|work)\s*$", re.IGNORECASE
)
"""Behind what a thing is for it tells no more: "harbour type stuff"."""


_LEAVES = re.compile(r"\s*(?:avoid|skip|never|don['’]?t|do not)\b", re.IGNORECASE)
_MADE = re.compile(
    r"\s*(?:built|made|written|based|run|hosted|backed|powered|used|owned|sold|kept) (?:on|of|in|with|by|from)\b"
)
"""Says of the thing itself how it is made: "for lakes, built on oak"."""


def _places(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for index, (first, last) in enumerate(list_parts(text, start, end)):
        part = text[first:last]
        relative = _RELATIVE_OF.match(part)
        if needs := _NEEDS.match(text, first, last):
            first = needs.end()
            part = text[first:last]
        if index and _LEAVES.match(part):
            return  # "fine on ponds, avoid at sea"
        if OTHER_SIDE.match(part) or (not index and (_TO_DO.match(part) or _POINTED.match(part))):
            return
        if relative is not None:
            first = min(first + relative.end(), last)
        elif index and _FIGURE_FIRST.match(part):
            return  # "for a drifting boat, 3h max"
        elif index and (_goes_on_with_another(part) or _MADE.match(part) or _SAID_OF.match(text, last)):
            return
        elif clean(part) in word_list("comparatives") or (
            not index and _OWN.match(part) and clean(part).lower() in GENERAL
        ):
            continue  # "for longer", "for your app" tell nothing
        elif _SOME_DAY.fullmatch(part):
            continue
        elif not index and _LASTS.fullmatch(part):
            return  # "a pass good for 12 h, sold on board"
        if index and (again := _AGAIN.match(text, first, last)):
            first = again.end()
        stop = _name_end(text, first, last)
        stuff = _OF_SUCH_STUFF.search(text, first, stop)
        yield from list_parts(text, first, stuff.start() if stuff else stop)


def _goes_on_with_another(part: str) -> bool:
    words = part.lower().split()
    is_order = len(words) > 1 and is_verb(words[0]) and words[1] in _POINTERS  # "tie the boat outside"
    return is_order or _says_its_own(words) or _of_another(part)


def _of_another(part: str) -> bool:
    """Whether a later part of a list tells what another thing is for: "gigs for races"."""
    thing, sign, _ = part.strip().partition(" for ")
    words = thing.lower().split()
    return bool(sign) and 0 < len(words) <= 2 and names_a_thing(thing) and words[0] not in _JOINS | _RELATIVE


def _says_its_own(words: list[str]) -> bool:
    """Whether a later part of a list is no purpose: a verb of its own, a figure, a restriction ("one site only")."""
    if len(words) < 2:
        return False
    if "it" in words or "them" in words:
        return True  # "in fog sound it twice"
    if len(words) > 2 and words[0].endswith("s") and words[1] in _LYING:
        return True  # "for coal, logs live in the shed"
    if words[0] in _EFFECTS and words[1] in word_list("determiners"):
        return True
    if words[0] in _RELATIVE or (is_verb(words[0]) and words[0].endswith("s")) or "than" in words:
        return True
    if words[0].partition("'")[0] in _SOMEBODY or (words[0] in _PLACE and not _SOMEBODY.isdisjoint(words)):
        return True  # "it's kept dry", "in winter row it under a bridge"
    if words[0] in word_list("auxiliaries") or words[0] == "there":
        return True  # "cannot be towed", "there it's the ferry"
    if words[-1].rstrip(".") in ("only", "not") or _FIGURE.match(words[-1]):
        return True
    carried = next((i for i, word in enumerate(words) if word in word_list("auxiliaries") and word != "not"), None)
    return carried is not None and carried > 0 and not _RELATIVE & set(words[:carried])


def _name_end(text: str, start: int, end: int) -> int:
    """Where a part's words stop: before a relative clause or, where they are too many for a name, a preposition."""
    stop = free_end(text, start, end)
    if (needing := _NEEDING.search(text, start, stop)) is not None:
        return needing.start()  # "old boats needing fewer hands"
    if clean(text[start:stop]).lower() in GENERAL | _STUFF and len(text[start:end].split()) <= MAX_PHRASE_WORDS:
        return end  # "services that run all day" says more than "services"
    if len(text[start:stop].split()) <= MAX_PHRASE_WORDS:
        return stop
    cut = PREPOSITION.search(text, start, stop)
    return cut.start() if cut else stop

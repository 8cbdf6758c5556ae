"""What a list in brackets says of the noun before it: its kinds, its parts, or what it takes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.text import tail
from graph.vocabulary import PRODUCTS, Kind, RelationType
from ingest.attributing.clauses import opens_as_subject
from ingest.relating.actors import actors_before
from ingest.relating.ends import edge, ends_of, known, labelled
from ingest.relating.gates import rule
from ingest.relating.phrases import list_parts
from ingest.relating.sentence import Sentence
from ingest.terms import word_list
from ingest.values import Clause, EdgeDraft, Mention

IN_A_BRACKET = "in a bracket"
_BRACKET = re.compile(r"\s*\(\s*(?!or\b)(?:e\.?g\.?,?\s+|like\s+|such as\s+)?", re.IGNORECASE)
_NOUN_BRACKET = re.compile(r" (?![a-z]+ed )[a-z]+ \((?=[\w ]+,[\w ]+,)")
"""A noun between a name and a bracket with three things at least: "a crew list (English, Dutch, French)"."""
_WHERE = re.compile(r"\b(?:on|in|under|inside|behind)\s+(?:top of\s+)?(?:an?\s+|the\s+)?$")
"""Before the head of a bracket: the bracket holds what is there, no kinds of it."""
_OR = re.compile(r"\s(?:or|/)\s")
_OPENS = re.compile(r"(?<=[\w`]) \((?!or )(?=[\w`.])")
_NOUN_BEHIND = re.compile(r"[`*]* (?!(?:and|or|in|on|via|with|by|only|etc|too|at|to)\b)[a-z]{3,}s\b")
_JOINED = re.compile(r"[,/;+&|]|\b(?:or|and|vs)\b")
_HOLDERS = frozenset({"group", "groups", "pool", "pools", "fleet", "fleets"})
"""What holds products, and is no sort of them: "berth groups (Barge, Tug)"."""
MIN_TAKEN = 2


def _lists(clause: Clause, inside: list[Mention], start: int, stop: int) -> bool:
    """Whether a bracket holds a list of names: it begins with one of two, or technologies make up half of it.

    "(the tug tows barges)" is a sentence, and lists nothing.
    """
    if inside and opens_as_subject(clause.text, start, stop, inside[0], ()):
        return False
    if len(inside) > 1 and inside[0].start == start:
        return _JOINED.search(clause.text, inside[0].end, inside[1].end) is not None
    parts = len(list_parts(clause.text, start, stop)) if inside else 0
    return parts > 1 and len(inside) >= parts / 2 and all(m.kind is Kind.TECHNOLOGY for m in inside)


def _taken_in_bracket(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "log column (Morse, Braille)": technologies in the bracket behind a noun are what that takes."""
    clause = sentence.clause
    for match in _OPENS.finditer(clause.text, clause.body_start):
        close = clause.text.find(")", match.end())
        inside = [m for m in clause.mentions if match.end() <= m.start and m.end <= close]
        are_technologies = len(inside) >= MIN_TAKEN and all(m.kind is Kind.TECHNOLOGY for m in inside)
        if not are_technologies or len(inside) < len(list_parts(clause.text, match.end(), close)) / 2:
            continue
        found = actors_before(sentence, sentence.index_at(match.start() + 1), sentence.body)
        head = found.ends[-1] if found is not None and found.ends else None
        if head is None or head.key is not None:
            continue
        is_sort = (head.text or "").lower().rpartition(" ")[2] in word_list("taken sorts")
        taker = labelled(clause) if is_sort else head  # "good languages (Morse, Braille)"
        for item in ends_of(clause, match.end(), close, RelationType.SUPPORTS):
            yield edge(taker, RelationType.SUPPORTS, item, "taken in a bracket")


def _bracketed(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "a controller (X, Y)": two or more names in a bracket are kinds or parts of a part, or what a thing takes."""
    clause = sentence.clause
    for head in clause.mentions:
        match = _BRACKET.match(clause.text, head.end) or _NOUN_BRACKET.match(clause.text, head.end)
        if match is None or _WHERE.search(clause.text, max(0, head.start - 12), head.start):
            continue
        close = clause.text.find(")", match.end())
        inside = [m for m in clause.mentions if match.end() <= m.start and m.end <= close]
        if not _lists(clause, inside, match.end(), close):
            continue
        noun = clause.text[head.start : head.end].lower().rpartition(" ")[2]
        is_class = sentence.lexicon.names_kind(noun)
        is_choice = _OR.search(clause.text, match.end(), close) is not None
        for item in inside:
            if clause.text.startswith(" for ", item.end) or _NOUN_BEHIND.match(clause.text, item.end):
                continue  # "logs (oak boxes, the barge for copies)", "cargo (Oak planks)"
            is_more = match.re is _NOUN_BRACKET
            if is_more and item.kind is not Kind.TECHNOLOGY:
                continue
            is_taken = (item.kind is Kind.TECHNOLOGY and not is_class) or (item.kind in PRODUCTS and noun in _HOLDERS)
            if head.kind in PRODUCTS or is_taken or (item.kind in PRODUCTS and is_choice):
                yield edge(known(head), RelationType.SUPPORTS, known(item), IN_A_BRACKET)
            elif item.kind in PRODUCTS and not (is_class or _is_any(clause, head)):
                continue  # "the harbour (barge/ferry)"
            elif item.kind in PRODUCTS:
                yield edge(known(item), RelationType.KIND_OF, known(head), IN_A_BRACKET)
            else:
                yield edge(known(head), RelationType.HAS_FEATURE, known(item), IN_A_BRACKET)


def _is_any(clause: Clause, head: Mention) -> bool:
    """Whether a name stands for any of its sort: in the plural, or behind an article ("a boat (barge, ferry)")."""
    return clause.text[head.end - 1] == "s" or _ARTICLE.search(tail(clause.text, 0, head.start)) is not None


_ARTICLE = re.compile(r"\b(?:an?|any|some|each|every|other)\s+[`*]*$", re.IGNORECASE)
_ALL_CAN = re.compile(
    r"(?:all|any|every|each)\b[^().,;]{0,40}\((?P<list>[^()]+)\)\s+(?:can|may|could)\s+(?:also\s+)?"
    r"(?:enable|use|have|get|do|run|join|book|take|be used with)\s+(?:the\s+|an?\s+)?(?=\w)",
    re.IGNORECASE,
)


def _open_to_all(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "all boats (gig, yawl, ketch) can use the night lock": a part that is open to all takes each of them."""
    clause = sentence.clause
    match = _ALL_CAN.match(clause.text, clause.body_start)
    part = next((m for m in clause.mentions if match and m.start == match.end()), None)
    if match is None or part is None or part.kind is not Kind.FEATURE:
        return
    for item in ends_of(clause, *match.span("list"), RelationType.SUPPORTS):
        yield edge(known(part), RelationType.SUPPORTS, item, "open to all in a bracket")


BRACKETS = (rule(_bracketed, "("), rule(_taken_in_bracket, "("), rule(_open_to_all, "("))
"""What a bracket lists."""

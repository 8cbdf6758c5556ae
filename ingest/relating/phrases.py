"""Free words as names: lists taken apart, articles and explanations cut off, a shared last noun given to each part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from ingest.terms import is_verb, word_list

MAX_PHRASE_WORDS = 6
MAX_PHRASE_CHARACTERS = 60
MAX_SHARING = 12
MAX_HEAD_WORDS = 3
"""So many parts of a list are looked at for the noun that an adjective shares with one of them."""
_NUMBER = re.compile(r"[~<>$]?\d[\d.,/x-]*%?(?:[kKmMgGtT]i?[bB])?")
# What ends a stretch of free words: an explanation, a relative clause, a condition, another sentence. Both look ahead,
# so that letters cost no search.
_STOP = re.compile(
    r"(?=[\s,;:\[\]().!?=|→-])(?:\s+(?:-|–|—|//)\s+|[;:\[\]]|\((?!e?s\)\s)|(?<!\(s)(?<!\(es)\)|[.!?](?=\s|$)|\s*(?:->|=>|→|=|\|)\s*|\n|"
    r"(?:\s*,)?\s+(?=(?:which|who|that|where|whereby|while|because|since|so that|so|but|if|when|whenever|once|unless|"
    r"until|as long as|as soon as|although|though|in case|due to|thanks to|given|rather than|instead of|despite|"
    r"regardless|in spite|not|don't|use|it|you|u|they|is|are|can|will|aka|a\.k\.a|also known as)\b))",
    re.IGNORECASE,
)
_HARD_STOP = re.compile(
    r"(?=[\s,;:\[\]().!?=|→-])(?:\s+(?:-|–|—)\s+|[;:\[\]]|\((?!e?s\)\s)|(?<!\(s)(?<!\(es)\)|[.!?](?=\s|$)|\s*(?:->|=>|→|=|\|)\s*|\n|(?:\s*,)?\s+(?=(?:but|if|when|unless|because|so)\b))",
    re.IGNORECASE,
)
_EXAMPLES = r"such as|like|including|e\.g\.?|eg\.?|i\.e\.?|for example|for instance|ex\.?"
_OTHERS = r"(?:(?:or |and )?other (?:[a-z]+ ){0,2})?"
_SPLIT = re.compile(  # looks ahead, so that letters cost no search
    rf"(?=[\s(,])\s*(?:\(\s*{_OTHERS}(?:{_EXAMPLES}|e,g),?\s+|,\s*(?:and|or|think)\s+|,?\s+(?:{_EXAMPLES}),?\s+|,|\s/\s|\s&\s|\s\+\s|"
    r"\s+(?:and|or|as well as|plus)\s+)\s*",
    re.IGNORECASE,
)
_EXAMPLES_FOLLOW = re.compile(rf"\s*[,(]?\s*{_OTHERS}({_EXAMPLES})\s", re.IGNORECASE)
_ONE_OF = re.compile(r"\b(?:in|on|to|from|with|into)\s+(?:an?|any|some)\s+(?:[a-z]+\s)?[a-z]+$", re.IGNORECASE)
_SLASH = re.compile(r"(?:(?<=[a-z])|(?<=[a-z]\d))/(?=[a-z])", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"[a-z]+$", re.IGNORECASE)
_WORD_BEHIND = re.compile(r"[a-z]+", re.IGNORECASE)
_COUNTED_BEFORE = re.compile(r"\d[kKmM]?\s*[a-z]+$", re.IGNORECASE)
_TIME_BEHIND = re.compile(r"(?:s|secs?|seconds?|min|minute|h|hr|hour|d|day|week|mo|month|yr?|year)\b", re.IGNORECASE)
_PATH = re.compile(r"[\s`'\"(]*[/~.]")
_FOLDERS = re.compile(r"\s*`?[a-z][\w.-]*(?:/[a-z][\w.-]*){2,}`?[\s.]*")
_EXAMPLE_BRACKET = re.compile(rf"\s*\(\s*{_OTHERS}(?:{_EXAMPLES}|e,g),?\s+", re.IGNORECASE)
# "(default)" in the middle of a list is a remark on one part; the list goes on behind it.
_REMARK = re.compile(r"\s*\([^()]*\)(?=\s*(?:,|/|&|\+|and\b|or\b))")
_CLASS_BEFORE = re.compile(r"[a-z]s,?\s+(?:e\.g|eg|ex)$")
"""A dot behind this, and its examples follow: "with tools e.g. Git, Docker"."""
_DOT = re.compile(r"\.")
_LIST_GOES_ON = re.compile(r"\)(?=\s*(?:,|/|&|\+|and\b|or\b))")
"""The end of examples in brackets, behind which the list goes on."""
SPELT_OUT = re.compile(r":\s+(?=[\w`]+(?: [\w`]+)?,)")
"""Behind a class its members follow: "for wet things: nets, sails"."""
_JOINED = re.compile(r"(?:,|\b(?:and|or))\s*$")
_EXPLAINED = re.compile(r"\s*(?:\(|->|=>|→|=)\s*|\s+:?(?=\d{2,5}(?:\s*[-–]\s*\d{2,5})?\s*(?:$|[,;]))")
_PART = re.compile(r"[^,;()\s](?:[^,;()]|\([^()]*\))*")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_LEADING = re.compile(
    r"^(?:(?:the|a|an|any|all|some|(?:its|their|your|ur|our|my)(?: very)? own|"
    r"your|ur|its|their|our|my|very|mainly|mostly|especially|basically|essentially|actually|simply|kinda|only|just|both|either|"
    r"many|lots of|a lot of|most|other|etc|also|to|for|in|with|using|when|running|doing|building|and|or|"
    rf"{_EXAMPLES})\b(?![-/])[\s.,:]*)+",
    re.IGNORECASE,
)
_IN_MEMORY = re.compile(r"^in memory (?=\w)", re.IGNORECASE)
"""A place that is a kind, with or without its hyphen: "in memory grid"."""
_TRAILING_SIGNS = " ,.;:!?&+/-"
_TRAILING_WORDS = (
    *("etc", "and", "or", "to", "for", "in", "with", "of", "too", "only", "mostly", "usually", "also"),
    *("as well", "anyway", "the", "a", "on", "tho", "nowadays"),
)
_TRAILING_WORD = re.compile(rf"\b(?:{'|'.join(_TRAILING_WORDS)})$", re.IGNORECASE)
_LONGEST_TRAILING = len("nowadays")
_MARK = re.compile(r"[*`\"“”_]")
_MARKS = re.compile(r"[*`\"“”]+(?=\S)|(?<=\S)[*`\"“”]+|(?<!\w)_+(?=\S)|(?<=\S)_+(?!\w)")
_GRADED = re.compile(r"\s*(?:very|really|super|extremely|insanely|quite|pretty)\s", re.IGNORECASE)
_ADJECTIVE = re.compile(
    r"(?:heavy|intensive|sensitive|term|based|critical|wide|time|scale|level|side|lived|[^saeoucgm]y|-way|[iu]key|ed|able|ible|ive|al|ic|ent|"
    r"ant|ous|ful|less)$"
)
_DIRECTIONS = frozenset(["incoming", "outgoing", "inbound", "outbound", "upcoming", "existing"])
"""Adjectives that look like nouns: "incoming and outgoing mail"."""
_NOUN = re.compile(
    r"(?:data|ity|tion|sion|ment|ness|ing|ship|ance|ence|traffic|topic|metric|logic|music|fabric|clinic|"
    r"brary|[^r]ory|[^e]try|every|query|copy|body|study|supply|reply|family|company|assembly|party|property|safety)$"
)


class Piece(NamedTuple):
    """A part of a list: its words as a name, and where they stand in the text."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=256)  # many rules ask for the same words
def free_end(text: str, start: int, end: int) -> int:
    """Where the free words that begin at `start` stop; examples in brackets still belong to them."""
    position, opened = start, False
    while (match := _STOP.search(text, position, end)) is not None:
        example, opened = _aside(text, match.start(), end, opened=opened)
        if example is None and _JOINED.search(text, start, match.start()):
            example = _BRACKETS.match(text, match.start(), end)  # "backups and (optional) logs"
        if example is not None:
            position = example.end()
        elif text[start : match.start()].strip(" ["):
            return match.start()
        else:
            position = max(match.end(), match.start() + 1)
    return end


def _aside(text: str, start: int, end: int, *, opened: bool) -> tuple[re.Match[str] | None, bool]:
    """What a list holds at a place without ending there: the signs around examples, a remark; and whether a bracket
    with examples is open behind it."""
    if text[start] == "." and _CLASS_BEFORE.search(text, max(0, start - len("s, e.g.")), start):
        return _DOT.match(text, start), opened
    if example := _EXAMPLE_BRACKET.match(text, start, end):
        return example, True
    if opened and (closes := _LIST_GOES_ON.match(text, start, end)):
        return closes, False
    return _REMARK.match(text, start, end), opened


@lru_cache(maxsize=256)
def hard_end(text: str, start: int, end: int) -> int:
    """Where the sentence at `start` is over, or an explanation or a remark begins; examples belong to it."""
    position, opened = start, False
    while (match := _HARD_STOP.search(text, position, end)) is not None:
        example, opened = _aside(text, match.start(), end, opened=opened)
        if example is not None:
            position = example.end()
        elif text[start : match.start()].strip(" :"):
            return match.start()
        else:
            position = max(match.end(), match.start() + 1)
    return end


def are_examples(text: str, start: int, end: int) -> bool:
    """Whether words before a place are a class whose examples stand behind it: "stores| like S3, a disk".

    "like" behind a single thing compares, unless a bracket opens before it.
    """
    match = _EXAMPLES_FOLLOW.match(text, start, end)
    if match is None:
        return False
    is_class = text[start - 1 : start] == "s" or _ONE_OF.search(text, max(0, start - MAX_PHRASE_CHARACTERS), start)
    return match[1].lower() != "like" or "(" in match[0] or bool(is_class)


def is_in_remark(text: str, start: int, place: int) -> bool:
    """Whether a place stands in brackets behind words that begin at `start`: "the old gate (brass)" is no brass."""
    opened = text.rfind("(", start, place)
    return opened > start and bool(text[start:opened].strip()) and ")" not in text[opened:place]


JOINED = re.compile(r"\b(?:and|or)\b|[/&+](?!\d)")
"""Joins the members of a list; without it something else may follow a comma ("oars instead of a sail, a keel")."""


@lru_cache(maxsize=256)
def list_parts(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The places of a list's parts between `start` and `end`; what stands in brackets parts no list around them."""
    found: list[tuple[int, int]] = []
    position = start
    for match in _SPLIT.finditer(text, start, end):
        if _is_inside_brackets(text, position, match.start(), end):
            continue
        _add_slashed(found, text, position, match.start())
        position = match.end()
    _add_slashed(found, text, position, end)
    return tuple(found)


def _is_inside_brackets(text: str, start: int, place: int, end: int) -> bool:
    opened = text.count("(", start, place) > text.count(")", start, place)
    return opened and text.find(")", place, end) >= 0


def _add_slashed(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Add what stands between two signs of a list, parted once more at its slashes."""
    position = start
    has_slash = text.find("/", start, end) >= 0 and not _is_path(text, start, end)
    for match in _SLASH.finditer(text, start, end) if has_slash else ():
        if not _is_pair(text, match):
            found.append((position, match.start()))
            position = match.end()
    if position < end and not text[position:end].isspace():
        found.append((position, end))


def _is_path(text: str, start: int, end: int) -> bool:
    """Whether words are one path: "/var/lib/oars", or behind a word of place "shed/oars/old"."""
    is_placed = text[:start].rstrip().endswith((" in", " under", " below", " at"))
    return _PATH.match(text, start, end) is not None or (is_placed and _FOLDERS.fullmatch(text, start, end) is not None)


def _is_pair(text: str, slash: re.Match[str]) -> bool:
    """Whether the words beside a slash are one idea together: "request/reply", "2 MB/s"."""
    if _TIME_BEHIND.match(text, slash.end()) and _COUNTED_BEFORE.search(text[: slash.start()]):
        return True
    before, behind = _WORD_BEFORE.search(text[: slash.start()]), _WORD_BEHIND.match(text, slash.end())
    return before is not None and behind is not None and f"{before[0]}/{behind[0]}".lower() in word_list("slashed")


@lru_cache(maxsize=65536)
def clean(text: str) -> str:
    """Words as a name: without marks, articles in front, small words behind."""
    plain = _BRACKETS.sub("", text) if "(" in text else text
    if "(" in plain or ")" in plain:  # half of a bracket that a list was cut in
        plain = plain.lstrip("( ").partition("(")[0].rstrip(") ")
    plain = _MARKS.sub("", plain) if _MARK.search(plain) else plain
    plain = " ".join(plain.split()).lstrip(" :;,.>=-")
    plain = plain.rstrip(")") if plain.endswith(")") and "(" not in plain else plain
    plain = _IN_MEMORY.sub("in-memory ", plain)
    leading = _LEADING.match(plain)
    return _without_trailing(plain[leading.end() :] if leading else plain).strip(" '\"")


def _without_trailing(text: str) -> str:
    """Words with single blanks, without the signs and small words behind them."""
    text = text.rstrip(_TRAILING_SIGNS)
    while text.lower().endswith(_TRAILING_WORDS):
        small = _TRAILING_WORD.search(text, max(0, len(text) - _LONGEST_TRAILING))
        if small is None:
            break
        text = text[: small.start()].rstrip(_TRAILING_SIGNS)
    return text


def pieces(text: str, start: int, end: int) -> list[Piece]:
    """The free words between `start` and `end` as names; what is too long for a name is left out."""
    return list(pieces_at(text, list_parts(text, start, end)))


def pieces_at(text: str, places: Iterable[tuple[int, int]]) -> Iterator[Piece]:
    """The parts of a list at these places as names, one after the other: often the first is all that is looked at.

    "short term/spiky workloads" is two: an adjective before the last part gets the last part's noun, but not one with
    a remark of its own, nor "crew heavy" before a comma.
    """
    kept = [(a, b) for a, b in places if text[a:b].strip()]
    for index, (a, b) in enumerate(kept, 1):
        name = clean(text[a:b])
        if len(name) == 1:
            name = called_alike(clean(text[slice(*kept[0])]), name) or name
        is_whole = text[a:b].rstrip().endswith(")") or (
            " " in name and name.endswith(" heavy") and text[b : b + 1] == ","
        )
        if _wants_noun(name) and not is_whole and (noun := _shared_noun(text, kept[index : index + MAX_SHARING])):
            name = f"{name} {noun}"
        if is_name(name):
            yield Piece(name, a, b)


def called_alike(first: str, item: str) -> str:
    """A part of a list that is only a letter or a number, called as the first one is: "deck b, c and d"; else ""."""
    head, _, letter = first.rpartition(" ")
    return f"{head} {item}" if head and len(letter) == len(item) == 1 and (letter + item).isalnum() else ""


def _shared_noun(text: str, following: Iterable[tuple[int, int]]) -> str:
    """The last word of the next part that has a noun of its own; a part that begins "very" shares none."""
    for start, end in following:
        if _GRADED.match(text, start):
            return ""
        name = clean(text[start:end])
        words = name.split()
        if len(words) >= 2 and words[-1][-1:].isalpha():
            return words[-1]
        if not _wants_noun(name):
            return ""
    return ""


def _wants_noun(name: str) -> bool:
    words = name.split()
    if words[-1:] and words[-1].lower() in _DIRECTIONS:
        return True
    return 0 < len(words) <= 2 and bool(_ADJECTIVE.search(words[-1])) and not _NOUN.search(words[-1])


def is_name(name: str) -> bool:
    """Whether words are short enough, and no quantity or sign, for a name."""
    words = name.split()
    if not 0 < len(words) <= MAX_PHRASE_WORDS or not 2 <= len(name) <= MAX_PHRASE_CHARACTERS:
        return False
    return name[0].isalpha() or (any(map(str.isalpha, name)) and not _NUMBER.fullmatch(words[0]))


def is_capital_inside(text: str, place: int) -> bool:
    """Whether a word has a capital letter that only a name has where it stands: "Rods and Beats pull"."""
    word, before = text[place:].partition(" ")[0], text[:place].rstrip()
    return word.istitle() and before[-1:].islower() and not before.istitle()


def heads_of_parts(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """The names in a list that says something of each: "rowing boat (lakes), tug -> harbours, liner = oceans"."""
    if _EXPLAINED.search(text, start, stop) is None:
        return []
    heads = []
    for match in _PART.finditer(text, start, stop):
        head = _EXPLAINED.split(match[0], maxsplit=1)[0]
        words = head.lower().split()
        if not 0 < len(words) <= MAX_HEAD_WORDS or (len(words) > 2 and is_verb(words[0])):
            return []
        heads.append((match.start(), match.start() + len(head)))
    return heads if len(heads) > 1 else []


def says_more(behind: list[str]) -> bool:
    """Whether the words behind a name say something of it."""
    is_deed = is_verb(behind[0].lower()) and behind[0].endswith("s")
    is_told = behind[0] in _SAYS_MORE or behind[0][0].isdigit()  # a lone figure is but a version
    return is_deed or (is_told and len(behind) > 1)


_SAYS_MORE = frozenset({"only", "just", "also", "not", "never", "can", "can't", "doesn't", "does", "has", "is", "are"})


def condition_alone(text: str) -> str:
    """A condition without what follows its comma: "for old hulls, which leak", but "for hulls, oars or sails"."""
    first, _, following = text.partition(",")
    return text if _LIST_END.search(following) else first


_LIST_END = re.compile(r"(?:\b(?:and|or)\s+(?:\S+\s+)?\S+|,\s*etc\.?)$", re.IGNORECASE)

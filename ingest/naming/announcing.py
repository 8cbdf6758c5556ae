"""Titles that announce what follows of a thing they name: "Redis supports:", "Kafka limits", "Triggers for cron".

The title is no thing of its own. The lines below are about the one that it begins or ends with, and its other words may
say how they hang together with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from graph.labels import LeadIn
from graph.lexicon import Lexicon
from graph.names import Entry
from graph.text import tokens
from graph.vocabulary import PRODUCTS, Direction, RelationType
from ingest.terms import is_property

MAX_NAME_WORDS = 4
_AROUND = " :-–—"
_DOERS = re.compile(
    r"(?:(?:the|following|other|all|some|many|which|what) )*(?:\w+ )?"
    r"(?:services|things|products|tools|apps|resources|components|systems|clients|jobs|commands|options|who|what)"
    r"(?: below)? (?:(?:that|which|who) )?(?:(?:can|could|may|also|will) )*(?=\w)",
    re.IGNORECASE,
)
"""Those who do something with the thing that ends the title: "services that use", "the following tools work with"."""
_QUESTION = re.compile(r"^(what|why|how|when|where|which|who|should|can|does|is|are|if|once|whenever)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"\s(?:what|which|who|whose|that|i|me|my|we)(?:\s|$)", re.IGNORECASE)
"""A title with a clause in it is about something, and names nothing: "Knots and what holds them", "Locks I forgot"."""
_PREPOSITION = re.compile(r"^(?:around|about|using|with|on|in|from|more|other|further|misc)\s+\w", re.IGNORECASE)
"""Such a title tells where its lines belong, and names no thing: "Around the harbour"."""
_NUMBERED = re.compile(
    r"v?\d{1,2}(?:\.\d+)+(?:-\w+)?|\d{4}[-/.]\d\d(?:[-/.]\d\d)?|\d{1,2}[./]\d{1,2}[./](?:\d{2,4})?"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*|(?:week|day|lecture|chapter|session|part|lesson|unit|module|version|release)\s+\d.*",
    re.IGNORECASE,
)
"""A title of a version, a date or a number tells when its lines were written or hold, and names no thing."""
_OF = re.compile(r"\s(?:for|of|to|in|with|on)\s(?:the\s|an?\s)?", re.IGNORECASE)


Known = Callable[[str], Entry | None]


def announced(text: str, known: Known, lexicon: Lexicon) -> tuple[Entry, LeadIn | None] | None:
    """The thing of which a title announces something, and the relation that its other words set, or None for neither.

    `known` finds a name. Words that only group ("limits", "pricing") set no relation.
    """
    for name, rest in _splits(text):
        lead = lexicon.lead_in(rest)
        entry = known(name) if lead is not None or lexicon.is_transparent(rest) or is_property(rest) else None
        if entry is not None:
            return entry, lead
    lead = lexicon.lead_in(text)
    is_of_one = lead is not None and lead.relation is not RelationType.CONTRASTS_WITH
    inside = _product_in(text, known) if is_of_one else None
    return (inside, lead) if inside is not None else _done_to(text, known, lexicon)


def names_nothing(title: str) -> bool:
    """Whether a title asks, or tells what its lines are about or where they belong, and is no name."""
    told = _PREPOSITION.match(title), _QUESTION.match(title), _CLAUSE.search(title), _NUMBERED.fullmatch(title)
    return any(told)


def _product_in(text: str, known: Known) -> Entry | None:
    """The product in the midst of words that set a relation: "don't use Redis for"."""
    words = text.split()
    for size in range(min(MAX_NAME_WORDS, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            entry = known(" ".join(words[start : start + size]).strip(_AROUND))
            if entry is not None and entry.kind in PRODUCTS:
                return entry
    return None


def _done_to(text: str, known: Known, lexicon: Lexicon) -> tuple[Entry, LeadIn] | None:
    """What the things below a title do to the one that it ends with, or have done to them by it.

    "The following tools use Redis", "Stored in Redis".
    """
    doers = _DOERS.match(text)
    is_passive = text.partition(" ")[0].lower().endswith("ed")
    words = text[doers.end() if doers else 0 :].strip(_AROUND).split() if doers or is_passive else []
    for place in range(1, len(words)):
        lead, name = _said_of_next(" ".join(words[:place]), lexicon), " ".join(words[place:])
        entry = known(name.removeprefix("the ")) if lead is not None else None
        if lead is not None and entry is not None:
            return entry, lead
    return None


def _said_of_next(words: str, lexicon: Lexicon) -> LeadIn | None:
    """What words that are nothing but a relation's say of those that stand before and below them."""
    written = tokens(words)
    hits = lexicon.find(written)
    if len(hits) != 1 or (hits[0].first, hits[0].end) != (0, len(written)):
        return None
    phrase = hits[0].phrase
    turned = Direction.IN if phrase.direction is Direction.OUT else Direction.OUT
    return LeadIn(phrase.relation, turned, f"lead-in: {phrase.rule}")


def _splits(text: str) -> Iterator[tuple[str, str]]:
    """The ways to cut a title into a name and other words, the longest name first."""
    words = text.split()
    for place in range(min(MAX_NAME_WORDS, len(words) - 1), 0, -1):
        yield " ".join(words[:place]).strip(_AROUND), " ".join(words[place:]).strip(_AROUND)
    for of in _OF.finditer(text):
        yield text[of.end() :].strip(_AROUND), text[: of.start()]

"""Which free words can be no thing: what rules take for an end of an edge goes through here, whatever the rule."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from graph.identity import bare_key
from graph.lexicon import Lexicon
from graph.names import is_ordinary
from graph.quantities.words import quantity_words
from graph.vocabulary import RelationType
from ingest.abbreviations import spells
from ingest.terms import is_verb, names_event, word_list
from ingest.values import EdgeDraft, End

_FINITE = frozenset(
    ["is", "are", "was", "were", "has", "have", "can", "cannot", "can't", "will", "won't", "must", "should", "could"]
) | {"would", "does", "doesn't", "don't", "isn't", "aren't", "it's", "that's", "there's", "didn't", "hasn't"}
_PLACED = frozenset([RelationType.STORES_IN, RelationType.RUNS_ON, RelationType.SENDS_TO, RelationType.READS_FROM])
_PHRASAL = re.compile(r"(?:ing|fan|opt|scale|log|sign|roll|time|check|back)$")
_GO_ON = frozenset(["gets", "then", "else", "otherwise", "therefore", "so", "nowadays", "meanwhile", "thats", "theres"])
"""At the beginning they go on with a sentence."""
_PAST_NOUNS = frozenset(["set", "cut", "cost", "built", "shut", "found", "left", "lost", "swapped"])
"""They begin names, too."""
MIN_INITIALS = 3
_OF_EACH = "each for its own"
"""The rule that keeps what somebody has or cannot do as it is said: "when you can't row"."""


_ANY = frozenset({"anything", "everything", "nothing", "something", "whatever"})
_DENIES = re.compile(r"\b(?:do|does|did|is|are|ca|wo)n['’]?t\b")


_LIVES = re.compile(r"\b(?:lives?|sits?|resides?)\s+(?:in|inside)\b", re.IGNORECASE)


def at_its_place(edge: EdgeDraft, text: str) -> EdgeDraft:
    """What "lives in" a network, as a clause's text says, runs there and is not stored in it."""
    place = bare_key(edge.target.key) if edge.target.key is not None else (edge.target.text or "").lower()
    if edge.relation is not RelationType.STORES_IN or place not in word_list("networks") or not _LIVES.search(text):
        return edge
    return edge._replace(relation=RelationType.RUNS_ON, rule="placed in a network")


def may_be_said(edge: EdgeDraft, lexicon: Lexicon) -> bool:
    """Whether both ends of an edge may be things, as far as their words tell; what is quoted may say anything.

    Nothing is kept in what it is a part of: "the locks live in the gate".
    """
    if edge.relation is RelationType.RAISES or edge.rule == _OF_EACH:
        return True
    if edge.relation is RelationType.RUNS_ON and names_event(bare_key(edge.target.key or "")):
        return False  # "runs on cron"
    if edge.source.key is not None and edge.target.key is not None:
        return not (edge.relation is RelationType.STORES_IN and edge.source.key.startswith(f"{edge.target.key}/"))
    if (edge.source.text or "").lower() in _ANY:
        return False  # "anything that has a sail"
    if (edge.target.text or "").lower() in word_list("calendar"):
        return False  # "painted by Friday"
    if edge.relation is RelationType.REPLACES and (edge.target.text or "").lower() in _FREE:
        return False  # "heir of the raft, open source"
    if edge.relation is RelationType.KIND_OF and _holds_article(edge.target.text or "", lexicon):
        return False  # "gulls follow the boat"
    is_said_so = edge.relation is RelationType.KIND_OF or edge.rule == "opening noun"
    if is_said_so and (edge.target.text or "").lower() in word_list("gone"):
        return False  # "the jetty: closed, legacy"
    if edge.relation is RelationType.USE_INSTEAD_OF and (_is_time(edge.source) or _is_time(edge.target)):
        return False  # "in days instead of months"
    if edge.relation is RelationType.USE_INSTEAD_OF and _is_deed_alone(edge.target):
        return False  # "a winch instead of towing it"
    if edge.relation is RelationType.USE_INSTEAD_OF and _is_slip(edge.target):
        return False  # "moored on a buoy instead of driffting"
    if edge.relation in _PLACED and _is_no_place((edge.target.text or "").lower()):
        return False
    if edge.relation is RelationType.RUNS_ON and names_event(edge.target.text or ""):
        return False  # "sails on night calls"
    if edge.relation is RelationType.REPLACES and (edge.target.text or "").lower() in word_list("predicates"):
        return False  # "replaced the oar, gone since May"
    if edge.relation is RelationType.SUITED_TO and _DENIES.search(edge.target.text or ""):
        return False  # "helps if the boat doesnt fit"
    is_titled = edge.relation is RelationType.HAS_FEATURE  # by what stands above: "what doesn't fit on the shelf"
    if is_titled and _is_long_form(edge.target, edge.source):
        return False  # "Night Harbour Authority" below "NHA desk"
    return not (_is_none(edge.target, lexicon) or (not is_titled and _is_none(edge.source, lexicon)))


def _holds_article(text: str, lexicon: Lexicon) -> bool:
    """Whether an article stands inside words, and no preposition before it: they are a sentence."""
    return any(
        word in _ARTICLES and before not in lexicon.prepositions for before, word in pairwise(text.lower().split())
    )


def _is_no_place(text: str) -> bool:
    """Whether words tell how, which of several or with which number: "in real time", "older ones", "port 80"."""
    first, _, last = text.rpartition(" ")
    return text in word_list("adverbials") or last in ("one", "ones") or (first in ("port", "ports") and last.isdigit())


def _is_time(end: End) -> bool:
    return end.key is None and (end.text or "").lower() in quantity_words().units.table


def _is_long_form(end: End, of: End) -> bool:
    """Whether free words spell out initials that stand in a name."""
    names = bare_key(of.key).split("-") if of.key is not None and end.key is None else ()
    return any(len(name) >= MIN_INITIALS and spells(name, end.text or "") for name in names)


def _is_deed_alone(end: End) -> bool:
    """Whether an end is a lone deed, done to what was said: "towing" of "towing it"."""
    text = end.text or ""
    deed = text.removesuffix("ing")
    return deed != text and text.isalpha() and text.islower() and any(map(is_verb, (deed, f"{deed}e", deed[:-1])))


def _is_slip(end: End) -> bool:
    """Whether an end is a lone verb's form that is misspelt, and so no thing that somebody named."""
    text = end.text or ""
    return text.endswith("ing") and text.islower() and text.isalpha() and not is_ordinary(text)


def _is_none(end: End, lexicon: Lexicon) -> bool:
    return end.key is None and end.text is not None and is_no_thing(end.text, lexicon)


_SHORT_UNITS = frozenset({"ms", "sec", "secs", "min", "mins", "hr", "hrs", "kb", "mb", "gb", "tb", "pb"})
_TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})
_SORT_OF_THING = re.compile(r"[ -](?:type|style|kind|sort) thing(?:y|s)?$")
_SUMMING_UP = frozenset({"typical", "usual", "think", "formerly", "previously", "originally", "née"})
"""Before a noun they say that what follows is like it, or was before, and name nothing."""
_ASIDE = frozenset({"say", "here", "there", "upto", "valid"})
_FREE = frozenset(
    {"open source", "open-source", "opensource", "free", "faster", "smaller", "cheaper", "better", "compatible"}
)
_WONT = frozenset(
    {"wont", "won't", "dont", "don't", "cant", "can't", "doesnt", "doesn't", "isnt", "isn't", "didnt", "didn't"}
)
_SIGNS = frozenset("≠↔→←⇒➔=")
_ARTICLES = frozenset({"the", "a", "an"})
_POINTERS = frozenset({"it", "them", "these", "those", "anybody", "anyone", "everybody", "everyone", "someone"})
_AGE = re.compile(
    r"(?:the )?(?:latest|newest|newer|current|next|new|first|second|third|last|previous|older?) "
    r"(?:generation|gen|version|release)"
)
"""How new a thing is, and no part or kind."""
_MEASURED = re.compile(r"\d[\d.]* ?[a-z%]+")
_VALUES = frozenset({"true", "false", "null", "nil", "undefined"})
_DEGREES = frozenset({"very", "quite", "really", "extremely", "somewhat", "rather"})
"""Inside words they say how much so something is."""
_SIDES = frozenset({"on", "in", "at", "to", "from", "with", "by", "of", "into", "onto"})


@lru_cache(maxsize=4096)
def is_no_thing(text: str, lexicon: Lexicon) -> bool:
    """Whether words are a piece of a sentence (with a finite verb, a negation or an adverb left over), or a time."""
    if text.isupper() and " " not in text:
        return False  # `FROM` is written as a name
    words = text.lower().split()
    last = words[-1] if words else ""
    if (len(text) == 1 and text.islower()) or (words[:1] == ["no"] and text[0].islower() and len(words) > 1):
        return True  # "f/16", "no oars"
    if _MEASURED.fullmatch(text) is not None and text.lower().lstrip("0123456789. ") in quantity_words().units.table:
        return True  # "60s"
    if text.lower() in _VALUES or not _DEGREES.isdisjoint(words[1:]):
        return True  # "true", "boat very slow"
    if not words or last in word_list("leftovers") or last in lexicon.negations or not _FINITE.isdisjoint(words):
        return True
    if not _SIGNS.isdisjoint(words):
        return True  # "barge ≠ boat"
    if last in word_list("particles") and (len(words) == 1 or not (is_verb(words[-2]) or _PHRASAL.search(words[-2]))):
        return True
    if _AGE.fullmatch(" ".join(words)):
        return True
    if words[0] in _SIDES and words[-1].isdigit():
        return True  # "on 90"
    if words[:2] in (["at", "least"], ["at", "most"]):
        return True  # "at least three"
    if words[0] == "per" or (len(words) > 1 and last in _SHORT_UNITS) or (len(words) == 1 and last in _TIMES):
        return True  # "per hour", "single digit ms", the day of "5 GB/day"
    if last.startswith("thing") and _SORT_OF_THING.search(text.lower()):
        return True  # "tug-type thing"
    if len(words) > 2 and words[0] == "more" and words[1] in ("a", "an"):
        return True  # "more a raft"
    if words[0] in _SUMMING_UP or words[0] in word_list("asides") or (len(words) > 1 and words[0] in _ASIDE):
        return True  # "typical events", "please not for cars", "say two boats", "here by the pier"
    if last in ("nowadays", "today") or words[-2:] == ["these", "days"]:
        return True  # "oars these days"
    if words[0] in _WONT and len(words) > 1:
        return True  # "wont float"
    if last in _POINTERS or " ".join(words) in word_list("asides"):
        return True  # "one of them"
    if words[0] in _GO_ON or words[0] in word_list("past") - _PAST_NOUNS:
        return True  # "then the crane", "kept one day", "took"
    if len(words) > 1 and last in quantity_words().units.table and words[-2] in quantity_words().numbers:
        return True
    return all(word in lexicon.no_nouns for word in words)

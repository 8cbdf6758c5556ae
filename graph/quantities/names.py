"""Short names for what a quantity measures: "message size", "retention", "poll interval"."""

from __future__ import annotations

import re

from graph.quantities.forms import is_acronym, singular
from graph.quantities.grammar import Quantity
from graph.quantities.words import QuantityWords, quantity_words
from graph.vocabulary import Bound

_MAX_WORDS = 5
_TIME_BY_LINK = {"every": "interval", "each": "interval", "after": "delay", "within": "time limit", "for": "duration"}
_SETTING = re.compile(r"-*\w+(?:_\w+|[._-]\w+(?:[._-]\w+)+)")
_PARTICIPLE = re.compile(r"\w+ed|kept|cut")
_PRICES = frozenset({"price", "pricing", "fee", "cost", "charge", "rate"})


def quantity_name(quantity: Quantity) -> str:
    """A name of at most five words for what the quantity measures; never empty."""
    words = quantity_words()
    if quantity.rule.startswith("port"):
        return "port"
    named = [w for w in (word.strip("`'’") for word in quantity.words.split()) if w not in ("", "x")]
    if len(named) == 1 and _SETTING.fullmatch(named[0]):
        return named[0]
    said = [_plain(w) for w in named]
    name = _told_by_verb(quantity, said, words) or _by_class(quantity, said, words)
    return " ".join(name.split()[:_MAX_WORDS])


def _plain(word: str) -> str:
    """Lower case, but for acronyms and names with capitals inside."""
    return word if is_acronym(word) or any(c.isupper() for c in word[1:]) else word.lower()


def _class(quantity: Quantity, words: QuantityWords) -> str | None:
    return "%" if quantity.unit == "%" else words.class_of.get(quantity.unit or "")


def _told_by_verb(quantity: Quantity, said: list[str], words: QuantityWords) -> str:
    """ "snapshots live 3 days" tells a "snapshot lifetime", "polls the till every 3 s" a "poll interval"."""
    verbs = words.verbs.get(_class(quantity, words) or "", {})
    noun = verbs.get(said[-1].lower(), "") if said else ""
    if quantity.unit == "%":
        return next((verbs[word.lower()] for word in said if word.lower() in verbs), "")
    if noun:
        return noun if " to " in noun else " ".join([*said[:-2], *map(singular, said[-2:-1]), noun])
    opens = said and not _PARTICIPLE.fullmatch(said[0])  # "deleted parcels" are not what is done to them
    return verbs.get(said[0].lower(), "") if opens else ""


def _by_class(quantity: Quantity, said: list[str], words: QuantityWords) -> str:
    unit = quantity.unit or ""
    kind = _class(quantity, words)
    if kind == "time":
        return _time(quantity, said)
    if kind == "size":
        sized = said and said[-1].lower() in words.sized
        return " ".join(said if sized else [*said[:-1], *map(singular, said[-1:]), "size"])
    if kind == "money":
        return " ".join(said if said and said[-1] in _PRICES else [*said, "price"])
    if kind == "%":
        return " ".join(said) or "share"
    if kind == "measure":
        return " ".join(said) or unit
    counted = unit.split("/")[0]
    if words.class_of.get(counted) == "size" or counted.endswith("bit"):
        return " ".join(said) or "throughput"
    if words.class_of.get(counted) == "time":
        return " ".join(said) or "time"
    if unit and counted not in ("1", "x"):
        return counted
    if said:
        return " ".join(said)
    ceiling = quantity.bound is Bound.MAX and quantity.rule != "range"
    return "factor" if unit == "x" else "limit" if ceiling else "value"


def _time(quantity: Quantity, said: list[str]) -> str:
    link = "every" if quantity.rule.startswith("interval") else quantity.link
    noun = _TIME_BY_LINK.get(link, "")
    if link == "after" and quantity.bound is Bound.MAX:
        return " ".join([*(word.lstrip("-") for word in said), "time limit"])  # "a visit is cut off after 5 min"
    if not said:
        return noun or "time"
    if link == "after" and said[-1].lower() not in quantity_words().lasting:
        behind = quantity.name_start >= quantity.end  # "unmounts after 5 minutes idle"
        return " ".join([*said, "time"] if behind else ["time before", *said])
    repeated = noun == "interval" and said[-1] != noun
    return " ".join([*said[:-1], singular(said[-1]), noun] if repeated else said)

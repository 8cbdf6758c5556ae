"""Short names for what a quantity measures: "message size", "retention", "poll interval"."""

from __future__ import annotations

from graph.quantities.forms import is_acronym, singular
from graph.quantities.grammar import Quantity
from graph.quantities.words import QuantityWords, quantity_words
from graph.vocabulary import Bound

_MAX_WORDS = 5
_TIME_BY_LINK = {"every": "interval", "each": "interval", "after": "delay", "within": "time limit", "for": "duration"}


def quantity_name(quantity: Quantity) -> str:
    """A name of at most five words for what the quantity measures; never empty."""
    words = quantity_words()
    if quantity.rule.startswith("port"):
        return "port"
    named = [w.strip("`'’") for w in quantity.words.split()]
    measured = quantity.unit == "%" or words.class_of.get(quantity.unit or "") is not None
    for word in named if measured else ():
        if word.lower() in words.verbs:
            return words.verbs[word.lower()]
    said = [_plain(w) for w in named if w]
    return " ".join(_by_class(quantity, said, words).split()[:_MAX_WORDS])


def _plain(word: str) -> str:
    """Lower case, but for acronyms and names with capitals inside."""
    return word if is_acronym(word) or any(c.isupper() for c in word[1:]) else word.lower()


def _by_class(quantity: Quantity, said: list[str], words: QuantityWords) -> str:
    unit = quantity.unit or ""
    kind = words.class_of.get(unit)
    if kind == "time":
        return _time(quantity.link or quantity.rule, said)
    if kind == "size":
        sized = said and said[-1].lower() in words.sized
        return " ".join(said if sized else [*said[:-1], *map(singular, said[-1:]), "size"])
    if kind == "money":
        return " ".join(["price", *said]) if said else "price"
    if unit == "%":
        return " ".join(said) or "share"
    counted = unit.split("/")[0]
    if words.class_of.get(counted) == "size" or counted.endswith("bit"):
        return " ".join(said) or "throughput"
    if unit and counted not in ("1", "x"):
        return said[0] if len(said) == 1 and "_" in said[0] else counted
    if said:
        return " ".join(said)
    ceiling = quantity.bound is Bound.MAX and quantity.rule != "range"
    return "factor" if unit == "x" else "limit" if ceiling else "value"


def _time(link: str, said: list[str]) -> str:
    noun = _TIME_BY_LINK.get(link, "")
    if not said:
        return noun or ("interval" if link == "interval" else "time")
    if link == "after":
        return "time before " + " ".join(said)
    if noun in ("interval",) and said[-1] != noun:
        return " ".join([*said, noun])
    return " ".join(said)

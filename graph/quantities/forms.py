"""Forms of words that the grammar of quantities asks about: plurals, acronyms, comparatives."""

from __future__ import annotations

import re

from graph.identity import number_text

_LONG_PLURALS = ("sses", "xes", "shes", "tches", "nches")
_IRREGULAR = frozenset({"people", "men", "women", "children", "media", "criteria", "feet", "mice", "teeth"})
_ACRONYM = re.compile(r"[a-z]?[A-Z]{2,}s?|[A-Z]{2,}[a-z]?s?")


def below_slash(amount: float, unit: str | None) -> str:
    """A unit of time as it stands below the slash: "s", "month", "6 h"."""
    name = unit or ""
    if amount != 1:
        return f"{number_text(amount)} {name}"
    return name.removesuffix("s") if len(name) > 2 else name


def is_acronym(word: str) -> bool:
    """True for words in capitals, with or without a plural s: "CPU", "VLANs", "vCPU"."""
    return _ACRONYM.fullmatch(word) is not None


def is_comparative(low: str) -> bool:
    """True for "more", "as", "faster" and the like."""
    return low in ("more", "less", "the", "as") or (len(low) > 4 and low.endswith("er"))


def is_plural(word: str) -> bool:
    """True where the word's end says plural."""
    low = word.lower()
    if low in _IRREGULAR:
        return True
    return len(low) > 2 and low.endswith("s") and not low.endswith(("ss", "us", "is"))


def singular(noun: str) -> str:
    """The noun without its plural's ending; what may be no plural is left as it is."""
    if not is_plural(noun) or not noun.isalpha() or not noun.endswith("s"):
        return noun
    if noun.endswith("ies") and len(noun) > len("pies"):
        return noun[:-3] + "y"
    return noun[: -2 if noun.endswith(_LONG_PLURALS) else -1]


def amount_text(value: float, unit: str | None) -> str:
    """A value with its unit, as people write it.

    >>> amount_text(1, "days"), amount_text(4, "days"), amount_text(1, "read replicas/h"), amount_text(7, None)
    ('1 day', '4 days', '1 read replica/h', '7')
    >>> amount_text(1000, "1/s")
    '1000/s'
    """
    return number_text(value) + unit_text(value, unit)


def said_amount(value: float, unit: str | None) -> str:
    """The same for a reader's eye, with commas between thousands.

    >>> said_amount(1000000, "requests/month"), said_amount(2500.5, "USD"), said_amount(443, None)
    ('1,000,000 requests/month', '2,500.5 USD', '443')
    """
    whole, dot, rest = number_text(value).partition(".")
    grouped = f"{int(whole):,}" if whole.lstrip("-").isdigit() else whole
    return f"{grouped}{dot}{rest}{unit_text(value, unit)}"


def unit_text(value: float, unit: str | None) -> str:
    """What stands behind a value: its unit with the blank before it, without one where only a time is below a slash."""
    counted, slash, below = (unit or "").partition("/")
    if value == 1:
        *kind, noun = counted.split(" ")
        counted = " ".join([*kind, singular(noun)])
    counted = "" if slash and counted == "1" else f" {counted}".rstrip()
    return f"{counted}{slash}{below}"


def plural(noun: str) -> str:
    """The noun with a plural s, the regular way."""
    if is_plural(noun):
        return noun
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")

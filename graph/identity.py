"""Derived identities: the same notes give the same ids, on every machine and in every order.

See "Identity" in the interchange documentation. Ids are never random and never hold a line number.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

_NOT_IN_SLUG = re.compile(r"[^\w+#.]+|_+")
_LOOSE_DOTS = re.compile(r"\.+(?=-|$)")


@lru_cache(maxsize=65536)
def slug(name: str) -> str:
    """The name as an id: NFKC, case-folded, letters of any script, digits and ``+ # .`` kept.

    >>> slug("Simple Queue Service"), slug("C++"), slug(".NET"), slug("blue/green deployment")
    ('simple-queue-service', 'c++', '.net', 'blue-green-deployment')

    A name without any such character gets the first hex digits of its hash, so that no name is without an id.
    """
    folded = unicodedata.normalize("NFKC", name).casefold()
    joined = _NOT_IN_SLUG.sub("-", folded)
    cleaned = (_LOOSE_DOTS.sub("", joined) if "." in joined else joined).strip("-")
    return cleaned or "x" + hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def name_key(name: str, owner: str | None = None) -> str:
    """The key that a contribution hangs on: the name's slug, below its owner's key where the bare name is ambiguous."""
    return f"{owner}/{slug(name)}" if owner else slug(name)


@lru_cache(maxsize=65536)
def bare_key(key: str) -> str:
    """The key's last part: the slug of the name without its owner."""
    return key.rsplit("/", 1)[-1]


def statement_id(document: str, text: str, occurrence: int) -> str:
    """Document, 12 hex digits of the text's SHA-256, and which occurrence of that text it is (from 1)."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return f"{document}#{digest}-{occurrence}"


def number_text(value: float) -> str:
    """A number as people write it: no exponent, no trailing zeros.

    >>> number_text(256.0), number_text(0.00001667), number_text(99.9), number_text(99.99999999999999)
    ('256', '0.00001667', '99.9', '99.99999999999999')
    """
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    text = f"{value:.12f}".rstrip("0").rstrip(".")
    return text if "." in text else f"{Decimal(repr(value)):f}"  # many nines are no 100


def limit_suffix(bound: str, quantity: str, value: float, unit: str | None, scope: str | None) -> str:
    """The part of a limit's id after its owner: ``#bound-quantity=value-unit@scope``."""
    measured = number_text(value) + (f"-{unit.replace(' ', '-')}" if unit else "")
    return f"#{bound}-{slug(quantity)}={measured}" + (f"@{slug(scope)}" if scope else "")

"""The forms of English verbs, by spelling and a short table of irregular ones."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

Irregular = Mapping[str, tuple[str, ...]]
"""Dictionary form to past participle and past tense."""

_DOUBLES = re.compile(r"^[^aeiou]*[aeiou][bdgklmnprt]$|(?:fer|mit|rol|log|nel)$")


@dataclass(frozen=True, slots=True)
class VerbForms:
    """`active` holds "send", "sends", "sending"; `past` holds "sent", and the past tense where it differs."""

    active: tuple[str, ...]
    past: tuple[str, ...]


def verb_forms(base: str, irregular: Irregular) -> VerbForms:
    """All forms of a verb in its dictionary form.

    >>> verb_forms("ship", {}).active, verb_forms("copy", {}).past
    (('ship', 'ships', 'shipping'), ('copied',))
    """
    past = irregular.get(base) or (_past(base),)
    return VerbForms((base, _third_person(base), _stem(base) + "ing"), tuple(past))


def _third_person(base: str) -> str:
    if base == "have":
        return "has"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _stem(base: str) -> str:
    """What stands before -ing: the last letter doubled, or a silent e gone."""
    if base.endswith("ie"):
        return base[:-2] + "y"
    if base.endswith("e") and not base.endswith(("ee", "oe")):
        return base[:-1]
    return base + base[-1] if _DOUBLES.search(base) else base


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ied"
    return _stem(base) + "ed"

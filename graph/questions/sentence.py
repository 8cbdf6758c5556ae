"""The wording of answers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.quantities.forms import said_amount
from graph.questions.answer import OwnedLimit
from graph.values import Limit
from graph.vocabulary import READINGS, Bound, Direction, RelationType

MAX_NAMED = 12
MAX_QUOTED = 240
_FULL_STOP = re.compile(r"(?<=\w\w)\.$")

_BOUNDS = {
    Bound.MAX: "at most",
    Bound.MIN: "at least",
    Bound.DEFAULT: "by default",
    Bound.EXACT: "",
    Bound.TYPICAL: "typically",
}

_UNNAMED = ("value", "limit")
"""What a limit is called whose line does not say what it limits."""

_VERBS: dict[RelationType, tuple[str, str]] = {
    RelationType.KIND_OF: ("is a kind of", "are kinds of"),
    RelationType.SUITED_TO: ("is good for", "are good for"),
    RelationType.NOT_SUITED_TO: ("is not good for", "are not good for"),
    RelationType.USE_INSTEAD_OF: ("is to be used instead of", "are to be used instead of"),
    RelationType.HAS_FEATURE: ("has", "have"),
}
"""How one thing, and how several, say a relation whose reading is no verb to be bent."""


def listed(names: Sequence[str]) -> str:
    """Names as a list in words, the first twelve of many.

    >>> listed(["S3"]), listed(["S3", "SQS", "SNS"])
    ('S3', 'S3, SQS and SNS')
    """
    shown = list(names[:MAX_NAMED])
    left = len(names) - len(shown)
    if left:
        return f"{', '.join(shown)} and {left} more"
    return " and ".join(filter(None, [", ".join(shown[:-1]), shown[-1]])) if shown else ""


def quoted(text: str) -> str:
    """Words of the notes in quotation marks, on one line, cut where they are long; of a table's row its filled cells.

    The full stop is left to the sentence in which they stand.

    >>> quoted("| size |  | 2 GB |"), quoted("It is big.")
    ('“size | 2 GB”', '“It is big”')
    """
    plain = _FULL_STOP.sub("", " ".join(text.split()))
    if plain.startswith("|"):
        plain = " | ".join(filter(None, map(str.strip, plain.split("|")))) or plain
    return f"“{plain if len(plain) <= MAX_QUOTED else plain[: MAX_QUOTED - 1].rstrip() + '…'}”"


def related(subject: str, relation: RelationType, direction: Direction, names: Sequence[str]) -> str:
    """ "3 things trigger Lambda: S3, SNS and SQS." """
    one, several = _verbs(relation)
    if direction is Direction.OUT:
        count = f"{len(names)} things: " if len(names) > 1 else ""
        return f"{subject} {one} {count}{listed(names)}."
    if len(names) == 1:
        return f"{names[0]} {one} {subject}."
    return f"{len(names)} things {several} {subject}: {listed(names)}."


def _verbs(relation: RelationType) -> tuple[str, str]:
    """A relation as one thing and as several say it: "sends to", "send to"."""
    verb, _, rest = READINGS[relation].forward.partition(" ")
    bent = (verb, verb.removesuffix("s"))
    return _VERBS.get(relation, (f"{bent[0]} {rest}".strip(), f"{bent[1]} {rest}".strip()))


def limit_in_words(owned: OwnedLimit) -> str:
    """ "SQS: retention 4 days by default", "Lambda: 1,000,000 requests/month" """
    return f"{owned.owner_name}: {_figure(owned.limit, owned.owner_name)}"


def figure_in_words(owned: OwnedLimit, of: str) -> str:
    """A limit without its owner's name where the thing it is told of (an id) has it, and with a part's."""
    return _figure(owned.limit, owned.owner_name) if owned.owner == of else limit_in_words(owned)


def _figure(limit: Limit, owner: str) -> str:
    """What counts, the value and for what it holds; the unit or the owner's name may say what counts."""
    said = ((limit.unit or "").partition("/")[0].casefold(), owner.casefold(), *_UNNAMED)
    quantity = "" if limit.quantity.casefold() in said else limit.quantity
    value = f"{_BOUNDS[limit.bound]} {said_amount(limit.value, limit.unit)}".strip()
    return " ".join(filter(None, (quantity, value, limit.scope or "")))

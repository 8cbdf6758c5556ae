"""The wording of answers."""

from __future__ import annotations

from collections.abc import Sequence

from graph.identity import number_text
from graph.questions.answer import OwnedLimit
from graph.vocabulary import READINGS, Bound, Direction, RelationType

MAX_NAMED = 12
MAX_QUOTED = 240

_BOUNDS = {
    Bound.MAX: "at most",
    Bound.MIN: "at least",
    Bound.DEFAULT: "by default",
    Bound.EXACT: "",
    Bound.TYPICAL: "typically",
}

_WITH_ANSWERS: dict[tuple[RelationType, Direction], str] = {
    (RelationType.SUITED_TO, Direction.OUT): "is good for",
    (RelationType.NOT_SUITED_TO, Direction.OUT): "is not good for",
    (RelationType.HAS_FEATURE, Direction.OUT): "has",
}


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
    """Words of the notes in quotation marks, on one line, cut where they are long."""
    plain = " ".join(text.split())
    return f"“{plain if len(plain) <= MAX_QUOTED else plain[: MAX_QUOTED - 1].rstrip() + '…'}”"


def related(subject: str, relation: RelationType, direction: Direction, names: Sequence[str]) -> str:
    """ "3 things trigger Lambda: S3, SNS and SQS." """
    reading = READINGS[relation]
    words = reading.forward if direction is Direction.OUT else reading.inverse
    words = _WITH_ANSWERS.get((relation, direction), words)
    if len(names) == 1:
        return f"{subject} {words} {names[0]}."
    return f"{subject} {words} {len(names)} things: {listed(names)}."


def limit_in_words(owned: OwnedLimit) -> str:
    """ "SQS: retention 4 days by default" """
    limit = owned.limit
    value = " ".join(filter(None, [number_text(limit.value), limit.unit]))
    bound = _BOUNDS[limit.bound]
    parts = [f"{owned.owner_name}: {limit.quantity}", f"{bound} {value}".strip(), limit.scope or ""]
    return " ".join(filter(None, parts))

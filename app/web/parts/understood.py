"""How a question was read, in words: what `understood` of an answer holds, for a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from graph.vocabulary import READINGS, Direction, RelationType

_INTENTS = {
    "stands_for": "what letters stand for",
    "comparison": "a comparison",
    "instead": "what to take instead",
    "path": "how things hang together",
    "bad_for": "what is not good for it",
    "quantity": "a figure",
    "yes_no": "yes or no",
    "kinds": "kinds or parts",
    "happens": "what happens",
    "command": "a command or a call",
    "when": "when to use it",
    "definition": "what it is",
    "where": "a place",
    "what": "things",
    "search": "lines with these words",
}


def understood_words(understood: Mapping[str, Any]) -> str:
    """One line: ``a question for things · … triggers Lambda``."""
    return " · ".join(_parts(understood))


def _parts(understood: Mapping[str, Any]) -> Iterator[str]:
    intent = str(understood.get("intent") or "")
    yield f"a question for {_INTENTS.get(intent, intent)}"
    subjects = understood.get("subjects") or [understood.get("subject")]
    named = " and ".join(str(subject) for subject in subjects if subject)
    relation = understood.get("relation")
    if relation:
        yield _reading(RelationType(relation), understood.get("direction"), named)
    elif named:
        yield f"about {named}"
    if figure := " ".join(str(understood[name]) for name in ("bound", "quantity") if understood.get(name)):
        yield f"looking for {figure}"
    if wanted := understood.get("wanted"):
        yield f"wanted: {wanted}"
    if words := understood.get("words"):
        yield "words: " + ", ".join(map(str, words))
    for wrong, right in (understood.get("mended") or {}).items():
        yield f"“{wrong}” read as “{right}”"


def _reading(relation: RelationType, direction: object, named: str) -> str:
    """The relation with a gap where the answer stands."""
    words = READINGS[relation].forward
    subject = named or "anything"
    return f"… {words} {subject}" if direction == Direction.IN else f"{subject} {words} …"

"""The answer to a question: a sentence, the things or figures it gives, the lines that say so, the graph behind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from graph.values import Entity, Limit, Relation, Statement


class AnswerKind(StrEnum):
    """What sort of answer it is."""

    ENTITIES = "entities"
    VALUE = "value"
    YES_NO = "yes_no"
    STATEMENTS = "statements"
    DEFINITION = "definition"
    COMPARISON = "comparison"
    PATH = "path"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Quote:
    """Lines of a document, counted from 1, with the notes' own words."""

    document: str
    line_start: int
    line_end: int
    text: str

    def to_json(self) -> dict[str, Any]:
        return {"document": self.document, "line_start": self.line_start, "line_end": self.line_end, "text": self.text}


@dataclass(frozen=True, slots=True)
class OwnedLimit:
    """A limit with whose it is."""

    owner: str
    owner_name: str
    limit: Limit

    def to_json(self) -> dict[str, Any]:
        value = self.limit.value
        return {
            "owner": self.owner,
            "owner_name": self.owner_name,
            "quantity": self.limit.quantity,
            "bound": self.limit.bound.value,
            "value": int(value) if float(value).is_integer() else value,
            "unit": self.limit.unit,
            "scope": self.limit.scope,
        }


@dataclass(frozen=True, slots=True)
class Step:
    """A relation of the small graph behind an answer."""

    source: str
    relation: str
    target: str
    condition: str | None = None

    def to_json(self) -> dict[str, Any]:
        return {"source": self.source, "relation": self.relation, "target": self.target, "condition": self.condition}


@dataclass(frozen=True, slots=True)
class Answer:
    """What `ask` gives. `entities` are id and name; `evidence` is never empty unless the kind is unknown.

    `understood` tells how the question was read, in words of the ontology, None for an empty question; `through` holds
    the steps of inference in words ("FIFO queue is a kind of SQS queue"), empty where the notes say it outright.
    """

    question: str
    kind: AnswerKind
    sentence: str
    understood: Mapping[str, Any] | None = None
    entities: tuple[tuple[str, str], ...] = ()
    limits: tuple[OwnedLimit, ...] = ()
    evidence: tuple[Quote, ...] = ()
    subgraph_entities: tuple[str, ...] = ()
    subgraph_relations: tuple[Step, ...] = ()
    suggestions: tuple[str, ...] = ()
    through: tuple[str, ...] = field(default=())

    def to_json(self) -> dict[str, Any]:
        """The answer as the contract of `ask --json` has it."""
        return {
            "question": self.question,
            "kind": self.kind.value,
            "understood": dict(self.understood) if self.understood is not None else None,
            "sentence": self.sentence,
            "entities": [{"id": entity_id, "name": name} for entity_id, name in self.entities],
            "limits": [limit.to_json() for limit in self.limits],
            "evidence": [quote.to_json() for quote in self.evidence],
            "subgraph": {
                "entities": list(self.subgraph_entities),
                "relations": [step.to_json() for step in self.subgraph_relations],
            },
            "suggestions": list(self.suggestions),
            "through": list(self.through),
        }


@dataclass(slots=True)
class Draft:
    """An answer in the making: what one of the answering modules found."""

    kind: AnswerKind
    sentence: str
    evidence: list[Quote]
    entities: list[Entity] = field(default_factory=list)
    limits: list[OwnedLimit] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    through: list[str] = field(default_factory=list)
    suggestions: list[str] = field(default_factory=list)


def quote(statement: Statement) -> Quote:
    """A statement as evidence."""
    return Quote(statement.document, statement.line_start, statement.line_end, statement.text)


def quotes_of(relations: Iterable[Relation]) -> list[Quote]:
    """The lines behind relations, each once, in the relations' order."""
    found = [
        Quote(e.document, e.line_start, e.line_end, e.text)
        for relation in relations
        for e in relation.evidence
        if e.text
    ]
    return list(dict.fromkeys(found))


def each_once(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """Quotes in their order, none twice: of two from one line, one of which holds the other, the longer."""
    kept: list[Quote] = []
    by_line: dict[tuple[str, int], list[int]] = {}
    for new in quotes:
        of_line = by_line.setdefault((new.document, new.line_start), [])
        place = next((n for n in of_line if new.text in kept[n].text or kept[n].text in new.text), None)
        if place is None:
            of_line.append(len(kept))
            kept.append(new)
        elif len(new.text) > len(kept[place].text):
            kept[place] = new
    return tuple(kept)

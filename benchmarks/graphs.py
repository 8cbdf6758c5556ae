"""Graphs of any size with the shape of real notes, made from a seed: for benchmarks, where no notes are that long.

Names are drawn so that few are in very many lines and most in a few (Zipf); a handful of hubs have 10,000 relations in
a large graph. Every statement is a line of its own, about half of them carry a relation, one in twelve a limit.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.identity import name_key, statement_id
from graph.values import Contribution, Document, EdgeFact, Limit, LimitFact, LineBucket, NameClaim, StatementFact
from graph.vocabulary import Bound, Bucket, Facet, Kind, RelationType

RELATIONS_PER_DOCUMENT = 5_000
HUBS = 20
HUB_SHARE = 0.2
_SYLLABLES = ("ba", "ce", "di", "fo", "gu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "zu", "bra", "cle")
_WORDS = ("keeps", "sends", "takes", "every", "order", "record", "quickly", "region", "cost", "reader", "copy", "key")
_TYPES = (
    RelationType.TRIGGERS,
    RelationType.SENDS_TO,
    RelationType.USES,
    RelationType.SUPPORTS,
    RelationType.STORES_IN,
)
_KINDS = (Kind.SERVICE, Kind.FEATURE, Kind.FEATURE, Kind.TECHNOLOGY, Kind.CONCEPT)
_FACETS = tuple(Facet)


def word(number: int) -> str:
    """A name that is different for each number and reads like one."""
    parts = []
    number += len(_SYLLABLES)
    while number:
        number, rest = divmod(number, len(_SYLLABLES))
        parts.append(_SYLLABLES[rest])
    return "".join(parts).capitalize()


def contributions(relations: int, seed: int = 1) -> Iterator[Contribution]:
    """Documents that hold about so many relations together, RELATIONS_PER_DOCUMENT in each; one entity has ten."""
    entities = max(50, relations // 10)
    documents = max(1, relations // RELATIONS_PER_DOCUMENT)
    for number in range(documents):
        yield _Document(f"part-{number:05}.md", entities, random.Random(f"{seed}-{number}")).fill(
            relations // documents
        )


@dataclass
class _Document:
    path: str
    entities: int
    random: random.Random
    names: dict[str, NameClaim] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    statements: list[StatementFact] = field(default_factory=list)
    edges: list[EdgeFact] = field(default_factory=list)
    limits: list[LimitFact] = field(default_factory=list)

    def fill(self, relations: int) -> Contribution:
        while len(self.edges) < relations:
            about = self._somebody()
            for _ in range(self.random.randint(3, 12)):
                self._line(about)
        text = "\n".join(self.lines) + "\n"
        digest = hashlib.sha256(text.encode()).hexdigest()
        return Contribution(
            document=Document(self.path, self.path, digest, len(self.lines), text),
            reader="benchmark",
            buckets=tuple(LineBucket(number, Bucket.STATEMENT) for number in range(1, len(self.lines) + 1)),
            statements=tuple(self.statements),
            names=tuple(self.names.values()),
            edges=tuple(self.edges),
            limits=tuple(self.limits),
        )

    def _somebody(self) -> str:
        """A name key: one of the hubs now and then, else anybody."""
        hub = self.random.random() < HUB_SHARE
        number = self.random.randrange(HUBS if hub else self.entities)
        text = word(number)
        key = name_key(text)
        self.names.setdefault(key, NameClaim(key, text, 1, "heading", _KINDS[number % len(_KINDS)]))
        return key

    def _line(self, about: str) -> None:
        target = self._somebody() if self.random.random() < 0.75 else None
        words = self.random.choices(_WORDS, k=self.random.randint(4, 9))
        text = " ".join([self.names[about].text, *words, *([self.names[target].text] if target else [])])
        text = f"{text} {len(self.lines)}"
        self.lines.append(text)
        line = len(self.lines)
        identity = statement_id(self.path, text, 1)
        facets = tuple(sorted({self.random.choice(_FACETS).value for _ in range(self.random.randint(0, 2))}))
        self.statements.append(StatementFact(identity, line, line, text, about, facets))
        if target is not None and target != about:
            part = self.random.random() < 0.2
            relation = RelationType.HAS_FEATURE if part else self.random.choice(_TYPES)
            self.edges.append(EdgeFact(about, relation, target, None, identity, line, line, "benchmark"))
        if line % 12 == 0:
            limit = Limit(self.random.choice(_WORDS), Bound.MAX, float(self.random.randrange(1, 500)), "KB")
            self.limits.append(LimitFact(about, limit, identity, line, line, "benchmark"))

"""Contributions for the tests of the graph: a small builder, two documents of a garden, and random ones."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from graph.identity import name_key, slug, statement_id
from graph.values import (
    Contribution,
    Document,
    EdgeFact,
    Limit,
    LimitFact,
    LineBucket,
    NameClaim,
    Relation,
    StatementFact,
)
from graph.vocabulary import Bound, Bucket, Facet, Kind, RelationType


class Notes:
    """Builds a contribution line by line; every fact stands on a line of its own."""

    def __init__(self, path: str, title: str | None = None, reader: str = "reader 1") -> None:
        self.path = path
        self.title = title or path
        self.reader = reader
        self.lines: list[str] = []
        self.names: list[NameClaim] = []
        self.statements: list[StatementFact] = []
        self.edges: list[EdgeFact] = []
        self.limits: list[LimitFact] = []

    def name(
        self,
        text: str,
        *,
        kind: Kind | None = None,
        owner: str | None = None,
        rule: str = "heading",
        same_as: str | None = None,
        description: str | None = None,
    ) -> str:
        """A claim on a new line; gives back the key."""
        self.lines.append(text)
        key = name_key(text, owner)
        self.names.append(NameClaim(key, text, len(self.lines), rule, kind, description, same_as))
        return key

    def say(self, text: str, about: str, *facets: Facet) -> str:
        """A statement on a new line; gives back its id."""
        occurrence = 1 + sum(statement.text == text for statement in self.statements)
        self.lines.append(text)
        line = len(self.lines)
        identity = statement_id(self.path, text, occurrence)
        self.statements.append(StatementFact(identity, line, line, text, about, tuple(sorted(facets))))
        return identity

    def edge(self, source: str, relation: RelationType, target: str, text: str, condition: str | None = None) -> None:
        identity = self.say(text, source)
        line = len(self.lines)
        self.edges.append(EdgeFact(source, relation, target, condition, identity, line, line, "verb"))

    def limit(self, owner: str, limit: Limit, text: str) -> None:
        identity = self.say(text, owner, Facet.LIMITS)
        line = len(self.lines)
        self.limits.append(LimitFact(owner, limit, identity, line, line, "quantity"))

    def build(self) -> Contribution:
        text = "".join(line + "\n" for line in self.lines)
        digest = hashlib.sha256(text.encode()).hexdigest()
        buckets = tuple(LineBucket(n, Bucket.STATEMENT) for n in range(1, len(self.lines) + 1))
        return Contribution(
            document=Document(self.path, self.title, digest, len(self.lines), text),
            reader=self.reader,
            buckets=buckets,
            statements=tuple(self.statements),
            names=tuple(self.names),
            edges=tuple(self.edges),
            limits=tuple(self.limits),
        )


def garden() -> Contribution:
    """A pump that feeds a sprinkler and a tank."""
    notes = Notes("garden.md", "Garden")
    pump = notes.name("Pump", kind=Kind.SERVICE, description="moves water uphill")
    sprinkler = notes.name("Sprinkler", kind=Kind.SERVICE)
    tank = notes.name("Rain Tank", kind=Kind.SERVICE)
    timer = notes.name("timer", kind=Kind.FEATURE, owner=pump)
    notes.edge(pump, RelationType.TRIGGERS, sprinkler, "the pump starts the sprinkler")
    notes.edge(pump, RelationType.READS_FROM, tank, "the pump draws from the rain tank", "when it has rained")
    notes.edge(pump, RelationType.HAS_FEATURE, timer, "the pump has a timer")
    notes.edge(tank, RelationType.CONTRASTS_WITH, pump, "tank and pump side by side")
    notes.limit(tank, Limit("volume", Bound.MAX, 300.0, "litres"), "the tank takes 300 litres at most")
    notes.say("a pump wants oil every spring", pump, Facet.OPERATIONS)
    return notes.build()


def shed() -> Contribution:
    """Another document that calls the pump by another name and repeats one of the garden's facts."""
    notes = Notes("shed/tools.md", "Tools")
    pump = notes.name("Pump", kind=Kind.SERVICE)
    long_name = notes.name("Water Moving Engine", rule="abbreviation", same_as=pump)
    sprinkler = notes.name("sprinkler", kind=Kind.TECHNOLOGY)
    notes.edge(long_name, RelationType.TRIGGERS, sprinkler, "the engine wakes up the sprinkler")
    notes.limit(long_name, Limit("pressure", Bound.DEFAULT, 2.5, "bar", "per hose"), "2.5 bar per hose unless set")
    return notes.build()


def ends(relations: Iterable[Relation]) -> list[tuple[str, str, str]]:
    """What relations join, without condition and evidence."""
    return [(r.source, str(r.relation), r.target) for r in relations]


# -- random contributions ------------------------------------------------------------------------------

FEW = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
"""A few examples over a store that a test cleans itself; what a store takes for one is no measure of the test."""

WORDS = ("Alpha", "alpha", "Beta", "BETA", "Gamma", "Delta", "Épsilon", "C++", "zeta 2", "Lambda")
PATHS = ("a.md", "b.md", "sub/c.md")
RULES = ("pack", "heading", "definition", "misspelling", "abbreviation")
LIMITS = (
    Limit("size", Bound.MAX, 256.0, "KB"),
    Limit("Size", Bound.MAX, 256.0, "KB"),
    Limit("retention", Bound.DEFAULT, 4.5, "days", "per queue"),
    Limit("nodes", Bound.EXACT, 3.0),
)


@st.composite
def contributions(draw: st.DrawFn, path: str | None = None) -> Contribution:
    """A small document over few names, so that documents share keys, join them and contradict each other."""
    notes = Notes(path or draw(st.sampled_from(PATHS)))
    names = draw(st.lists(st.tuples(st.sampled_from(WORDS), st.booleans()), min_size=1, max_size=6))
    keys: list[str] = []
    for text, owned in names:
        other = draw(st.none() | st.sampled_from([slug(word) for word in WORDS]))
        kind = draw(st.none() | st.sampled_from([Kind.SERVICE, Kind.FEATURE, Kind.CONCEPT, Kind.LIMIT]))
        description = draw(st.none() | st.sampled_from(["one thing", "another thing"]))
        rule = draw(st.sampled_from(RULES))
        owner = "alpha" if owned else None
        keys.append(notes.name(text, kind=kind, owner=owner, rule=rule, same_as=other, description=description))
        keys += [other] if other else []
    key = st.sampled_from(keys)
    types = st.sampled_from([RelationType.TRIGGERS, RelationType.CONTRASTS_WITH, RelationType.KIND_OF])
    for _ in range(draw(st.integers(0, 6))):
        condition = draw(st.none() | st.sampled_from(["at night", "when full"]))
        notes.edge(draw(key), draw(types), draw(key), draw(st.sampled_from(WORDS)), condition)
    for _ in range(draw(st.integers(0, 3))):
        notes.limit(draw(key), draw(st.sampled_from(LIMITS)), draw(st.sampled_from(WORDS)))
    for _ in range(draw(st.integers(0, 2))):
        notes.say(draw(st.sampled_from(WORDS)), draw(key), *draw(st.sets(st.sampled_from(list(Facet)), max_size=2)))
    return notes.build()

"""The values of the graph: what a document contributes, and what the graph says when contributions are resolved.

All are frozen and compare by their fields. A *contribution* hangs on name keys and depends on one document alone; an
*entity* is what the keys of all documents come to when they are joined (graph.resolve).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from graph.identity import limit_suffix
from graph.quantities.forms import amount_text
from graph.vocabulary import Bound, Bucket, Kind, RelationType

# -- what one document contributes ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Document:
    """A file of notes as it was read. `path` is its id; `text` keeps its line ends; `lines` is their count."""

    path: str
    title: str
    sha256: str
    lines: int
    text: str


@dataclass(frozen=True, slots=True)
class LineBucket:
    """What became of one line (counted from 1)."""

    line: int
    bucket: Bucket


@dataclass(frozen=True, slots=True)
class StatementFact:
    """Words of the notes and the key of what they are about. `facets` are sorted."""

    id: str
    line_start: int
    line_end: int
    text: str
    about: str
    facets: tuple[str, ...] = ()


class NameClaim(NamedTuple):
    """Somebody named something: `text` stands in line `line` and `rule` read it as a name.

    `key` is `name_key(text, owner)`. `same_as` joins the key with another one (an alias of a pack, an abbreviation that
    the notes define, a plural, a misspelling); two keys are one entity where any document's claim joins them.
    The rule `pack` marks a pack's canonical name, which wins over what the notes write.
    """

    key: str
    text: str
    line: int
    rule: str
    kind: Kind | None = None
    description: str | None = None
    same_as: str | None = None


class EdgeFact(NamedTuple):
    """A relation between two keys, read by `rule` from the statement of the same document."""

    source: str
    relation: RelationType
    target: str
    condition: str | None
    statement: str
    line_start: int
    line_end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Limit:
    """A quantity with its bound. `unit` is normalised (KB, s, days, requests/s, %, USD); None for a bare number."""

    quantity: str
    bound: Bound
    value: float
    unit: str | None = None
    scope: str | None = None

    @property
    def suffix(self) -> str:
        """The part of the limit's id after its owner."""
        return limit_suffix(self.bound, self.quantity, self.value, self.unit, self.scope)

    @property
    def name(self) -> str:
        """The limit in words: ``max message size 256 KB``; what the unit counts is said once: ``max 5 replicas``."""
        bound = None if self.bound is Bound.EXACT else self.bound
        counted = (self.unit or "").split("/")[0]
        quantity = None if counted == self.quantity else self.quantity
        words = (bound, quantity, amount_text(self.value, self.unit), self.scope)
        return " ".join(word for word in words if word)


@dataclass(frozen=True, slots=True)
class LimitFact:
    """A limit of the entity behind the key `owner`, read by `rule` from the statement."""

    owner: str
    limit: Limit
    statement: str
    line_start: int
    line_end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Contribution:
    """All that one document says. `reader` names the reader's version and the packs that it was read with.

    Every key in statements, edges and limits is introduced by a claim in `names` (or is the target of its `same_as`).
    """

    document: Document
    reader: str
    buckets: tuple[LineBucket, ...] = ()
    statements: tuple[StatementFact, ...] = ()
    names: tuple[NameClaim, ...] = ()
    edges: tuple[EdgeFact, ...] = ()
    limits: tuple[LimitFact, ...] = ()


# -- what the graph says ----------------------------------------------------------------------------


class Entity(NamedTuple):
    """A thing of the graph. `aliases` are sorted; `limit` is set where the kind is limit."""

    id: str
    name: str
    kind: Kind
    aliases: tuple[str, ...] = ()
    description: str | None = None
    limit: Limit | None = None


class Statement(NamedTuple):
    """Words of the notes with their place. `about` is an entity's id, `key` the name key it hangs on."""

    id: str
    document: str
    line_start: int
    line_end: int
    text: str
    about: str
    key: str
    facets: tuple[str, ...] = ()


class Evidence(NamedTuple):
    """Where a relation is said. The keys tell how the document named the two ends; `text` is the statement's."""

    statement: str
    document: str
    line_start: int
    line_end: int
    rule: str
    source_key: str
    target_key: str
    text: str = ""


class Edge(NamedTuple):
    """A relation without its evidence, which takes far longer to read; `lines` counts that."""

    source: str
    relation: RelationType
    target: str
    condition: str | None
    lines: int


class Relation(NamedTuple):
    """An edge, unique by its first four fields; never without evidence (sorted by document, line, statement, rule)."""

    source: str
    relation: RelationType
    target: str
    condition: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A claim with the document it stands in and the entity that its key came to."""

    entity: str
    document: str
    claim: NameClaim


@dataclass(frozen=True, slots=True)
class Subgraph:
    """A part of the graph. `left_out` counts the neighbours that a ceiling cut off, 0 where it is whole."""

    entities: tuple[Entity, ...]
    relations: tuple[Relation, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """One line of the list of documents, with counts of what each contributes."""

    path: str
    title: str
    sha256: str
    reader: str
    lines: int
    statements: int
    relations: int
    limits: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the store holds; limits are counted apart from the other entities."""

    documents: int
    statements: int
    entities: int
    relations: int
    limits: int


# -- what a pack brings ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PackEntity:
    """A name that a domain knows. `match` says how much a text must look like `name`.

    ``exact``: any case. ``context``: any case, but only in documents of the pack's domain. ``capitals``: written with
    the name's capitals, and not only because a sentence starts there. ``prefix``: never alone, only after a prefix of
    the pack (a service) or after its owner (a feature). The aliases are exact, but for those that stand in `capitals`
    or `context`. graph.forms spells all of this out.
    """

    name: str
    kind: Kind
    aliases: tuple[str, ...] = ()
    owner: str | None = None
    match: str = "exact"
    capitals: tuple[str, ...] = ()
    context: tuple[str, ...] = ()

    @property
    def ambiguous(self) -> bool:
        """Whether the name is also a common word, and counts only in documents of the pack's domain."""
        return self.match != "exact"


@dataclass(frozen=True, slots=True)
class PackVerb:
    """Words of a trade for a relation; direction `in` means that the words' subject is the relation's target."""

    relation: RelationType
    words: tuple[str, ...]
    direction: str = "out"


@dataclass(frozen=True, slots=True)
class Pack:
    """A domain's names and verbs, as read from one TOML file; `digest` changes with every change of them.

    `prefixes` are the words that people put before the services' names ("Amazon", "AWS").
    """

    name: str
    digest: str
    entities: tuple[PackEntity, ...] = ()
    verbs: tuple[PackVerb, ...] = ()
    never_same: tuple[tuple[str, ...], ...] = ()
    prefixes: tuple[str, ...] = ()

    def __hash__(self) -> int:
        # What is kept by packs is looked up for every document; to hash thousands of names each time is slow.
        return hash((self.name, self.digest))

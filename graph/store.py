"""What a store promises. Two stores keep the promise (graph.stores); one contract suite proves it for both."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Protocol

from graph.values import (
    Contribution,
    Counts,
    Document,
    DocumentSummary,
    Edge,
    Entity,
    LineBucket,
    Name,
    Pack,
    Relation,
    Statement,
    Subgraph,
)
from graph.vocabulary import Direction, Kind, RelationType


class GraphStore(Protocol):
    """The graph and the contributions behind it.

    Ids in, values out; an unknown id gives None or nothing, never an error. What could not be answered raises
    StoreUnavailableError. Every sequence comes in a stable order: entities by id, relations by source, relation, target
    and condition, statements by document, line and id, unless a method says otherwise.
    """

    url: str

    def close(self) -> None: ...

    # -- writing: each call is one transaction; on an error the store is as it was
    def replace_document(self, contribution: Contribution) -> None:
        """The old contribution of this document goes, the new one comes. Raises DanglingKeyError."""

    def remove_document(self, path: str) -> bool:
        """Forget a document and what no other supports; False where it was not there."""

    def clear(self) -> None:
        """Forget everything."""

    def replace_packs(self, packs: Sequence[Pack]) -> None:
        """Keep the packs in use, for questions."""

    def set_root(self, name: str, folder: str) -> None:
        """Remember an absolute folder that was read (never exported), under a name of the caller's."""

    # -- what was read
    def version(self) -> int | None:
        """A number that changes with all that is written, by whomever; None where only a look at everything tells."""

    def packs(self) -> tuple[Pack, ...]: ...

    def roots(self) -> dict[str, str]: ...

    def documents(self) -> tuple[DocumentSummary, ...]: ...

    def document(self, path: str) -> Document | None: ...

    def buckets(self, path: str) -> tuple[LineBucket, ...]: ...

    def counts(self) -> Counts: ...

    # -- looking up
    def entity(self, entity_id: str) -> Entity | None: ...

    def entities(self, ids: Collection[str]) -> tuple[Entity, ...]: ...

    def named(self, name: str) -> tuple[Entity, ...]:
        """Entities with exactly this name or alias, without regard to case; those by name before those by alias."""

    def vocabulary(self) -> Iterator[tuple[str, str]]:
        """Every name and alias (as written) with its entity's id, sorted, limits left out; for the matcher of names."""

    def statements(self, ids: Collection[str]) -> tuple[Statement, ...]: ...

    def statements_about(self, entity_ids: Collection[str], *, limit: int | None = None) -> tuple[Statement, ...]:
        """Statements about these entities; with a limit the first of them all."""

    def statements_on(self, path: str, line_start: int, line_end: int) -> tuple[Statement, ...]:
        """Statements of a document that touch these lines."""

    def relations(
        self,
        entity_ids: Collection[str],
        *,
        types: Collection[RelationType] | None = None,
        direction: Direction | None = None,
        limit: int | None = None,
        strongest: bool = False,
    ) -> tuple[Relation, ...]:
        """Relations with an end among the ids: their sources (`out`), targets (`in`), or either (None).

        With a limit the first of them all, or, if the `strongest` are asked for, those with most evidence.
        """

    def edges(
        self,
        entity_ids: Collection[str],
        *,
        types: Collection[RelationType] | None = None,
        direction: Direction | None = None,
        each: int | None = None,
    ) -> tuple[Edge, ...]:
        """The relations with an end among the ids, their evidence only counted; with `each` so many of every id, the
        first that `relations` gives for it and its direction."""

    def edges_between(self, ones: Collection[str], others: Collection[str]) -> tuple[Edge, ...]:
        """The relations that join one of the ones to one of the others, in either direction."""

    def shared_neighbours(self, one: str, other: str) -> tuple[str, ...]:
        """The ids of the entities that both have relations with, in either direction, sorted."""

    def relations_of(self, edges: Collection[Edge]) -> tuple[Relation, ...]:
        """These relations with their evidence."""

    def degree(self, entity_ids: Collection[str], *, most: int | None = None) -> dict[str, int]:
        """How many relations each entity has, in both directions; counted up to `most`, which is quick for hubs."""

    def neighbourhood(
        self,
        entity_id: str,
        *,
        types: Collection[RelationType] | None = None,
        kinds: Collection[Kind] | None = None,
        limit: int,
    ) -> Subgraph:
        """The entity, at most `limit` neighbours with the relations that join them to it, and how many were left out.

        Nearest in sense first: the neighbours with most evidence stay, then by id.
        """

    def find_entities(self, text: str, *, limit: int) -> tuple[Entity, ...]:
        """Entities whose names hold the words (the last one may be a beginning): the one of that very name first,
        limits last, shorter names before longer ones, then by id. Any text is only text."""

    def find_statements(self, text: str, *, limit: int, any_word: bool = False) -> tuple[Statement, ...]:
        """Statements that hold all the words (or, with any_word, some of them): those with more and rarer words first
        (graph.stores.texts.rarity), then the shorter, then by document, line and id."""

    # -- everything, in a stable order
    def iter_entities(self, kind: Kind | None = None) -> Iterator[Entity]: ...

    def iter_relations(self) -> Iterator[Relation]: ...

    def iter_statements(self, path: str | None = None) -> Iterator[Statement]: ...

    def iter_names(self, path: str | None = None) -> Iterator[Name]:
        """By document, line, key, rule and text."""

    def contribution(self, path: str) -> Contribution | None:
        """What a document contributed, equal to what replace_document was given (its tuples sorted)."""

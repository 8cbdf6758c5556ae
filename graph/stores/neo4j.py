"""The Neo4j store: the graph in a server's database, through the official driver."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any, TypeVar

from neo4j import Driver, GraphDatabase, NotificationDisabledClassification, RoutingControl

from graph.ceilings import NEO4J_CONNECT_TIMEOUT_S
from graph.stores import neo4j_read as read
from graph.stores import neo4j_write as write
from graph.stores.neo4j_rows import buckets_from
from graph.stores.neo4j_schema import prepare, told_in_one_line
from graph.stores.texts import pack_from, pack_text, storable
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

_T = TypeVar("_T")


class Neo4jStore:
    """A GraphStore over one database of a server (graph.store says what each method promises).

    Reads are routed as reads, and the server refuses a write in them; a write is one managed transaction. Safe to use
    from several threads: the driver keeps a pool of connections.
    """

    def __init__(
        self,
        url: str,
        *,
        user: str = "neo4j",
        password: str | None = None,
        database: str | None = None,
        create: bool = True,
    ) -> None:
        """Log in; without a password nobody is logged in, as a server without authentication wants it.

        Raises StoreUnavailableError where nothing answers within 5 seconds, StoreRefusedError, StoreMissingError (where
        the database holds no graph and `create` is false) or StoreVersionError.
        """
        self.url = url
        self._database = database
        with told_in_one_line(url, database):
            self._driver = _connect(url, user, password)
            try:
                self._driver.verify_connectivity()
                prepare(self._driver, database, url, create=create)
            except BaseException:
                self._driver.close()
                raise

    def close(self) -> None:
        self._driver.close()

    # -- writing

    def replace_document(self, contribution: Contribution) -> None:
        self._write(write.replace_document, contribution)

    def remove_document(self, path: str) -> bool:
        return self._write(write.remove_document, storable(path))

    def clear(self) -> None:
        self._write(write.clear)

    def replace_packs(self, packs: Sequence[Pack]) -> None:
        self._write(write.replace_packs, [pack_text(pack) for pack in packs])

    def set_root(self, name: str, folder: str) -> None:
        self._write(write.set_root, name, folder)

    # -- what was read

    def version(self) -> int | None:
        return None

    def packs(self) -> tuple[Pack, ...]:
        found = self._ask("MATCH (s:Noteweave:Store {store: 'noteweave'}) UNWIND s.packs AS pack RETURN pack")
        return tuple(pack_from(row["pack"]) for row in found)

    def roots(self) -> dict[str, str]:
        found = self._ask("MATCH (r:Noteweave:Root) RETURN r.root AS name, r.folder AS folder ORDER BY name")
        return {row["name"]: row["folder"] for row in found}

    def documents(self) -> tuple[DocumentSummary, ...]:
        found = self._ask(
            """MATCH (d:Noteweave:Document) RETURN d.path AS path, d.title AS title, d.sha256 AS sha256,
                d.reader AS reader, d.lines AS lines, d.statements AS statements, d.edges AS relations,
                d.limits AS limits ORDER BY d.path"""
        )
        return tuple(DocumentSummary(**row) for row in found)

    def document(self, path: str) -> Document | None:
        found = self._ask("MATCH (d:Noteweave:Document {path: $path}) RETURN d", path=path)
        return read.document_from(found[0]["d"]) if found else None

    def buckets(self, path: str) -> tuple[LineBucket, ...]:
        found = self._ask(
            "MATCH (d:Noteweave:Document {path: $path}) RETURN d {.bucket_lines, .buckets} AS d", path=path
        )
        return buckets_from(found[0]["d"]) if found else ()

    def counts(self) -> Counts:
        return read.counts(self._ask)

    def contribution(self, path: str) -> Contribution | None:
        return read.contribution(self._ask, path)

    # -- looking up

    def entity(self, entity_id: str) -> Entity | None:
        found = self.entities([entity_id])
        return found[0] if found else None

    def entities(self, ids: Collection[str]) -> tuple[Entity, ...]:
        return read.entities(self._ask, ids)

    def named(self, name: str) -> tuple[Entity, ...]:
        return read.named(self._ask, name)

    def vocabulary(self) -> Iterator[tuple[str, str]]:
        return read.vocabulary(self._ask)

    def statements(self, ids: Collection[str]) -> tuple[Statement, ...]:
        match = "MATCH (s:Noteweave:Statement) WHERE s.statement_id IN $ids"
        return read.statements(self._ask, match, ids=list(ids))

    def statements_about(self, entity_ids: Collection[str], *, limit: int | None = None) -> tuple[Statement, ...]:
        match = "MATCH (e:Noteweave:Entity) WHERE e.id IN $ids MATCH (s:Noteweave:Statement)-[:ABOUT]->(e)"
        return read.statements(self._ask, match, limit=limit, ids=list(entity_ids))

    def statements_on(self, path: str, line_start: int, line_end: int) -> tuple[Statement, ...]:
        match = """MATCH (s:Noteweave:Statement {document: $path})
            WHERE s.line_start <= $line_end AND s.line_end >= $line_start"""
        return read.statements(self._ask, match, path=path, line_start=line_start, line_end=line_end)

    def relations(
        self,
        entity_ids: Collection[str],
        *,
        types: Collection[RelationType] | None = None,
        direction: Direction | None = None,
        limit: int | None = None,
        strongest: bool = False,
    ) -> tuple[Relation, ...]:
        return read.relations(self._ask, entity_ids, types, direction, limit, strongest=strongest)

    def edges(
        self,
        entity_ids: Collection[str],
        *,
        types: Collection[RelationType] | None = None,
        direction: Direction | None = None,
        each: int | None = None,
    ) -> tuple[Edge, ...]:
        return read.edges(self._ask, entity_ids, types, direction, each)

    def edges_between(self, ones: Collection[str], others: Collection[str]) -> tuple[Edge, ...]:
        return read.edges_between(self._ask, ones, others)

    def shared_neighbours(self, one: str, other: str) -> tuple[str, ...]:
        return read.shared_neighbours(self._ask, one, other)

    def relations_of(self, edges: Collection[Edge]) -> tuple[Relation, ...]:
        return read.relations_of(self._ask, edges)

    def degree(self, entity_ids: Collection[str], *, most: int | None = None) -> dict[str, int]:
        return read.degree(self._ask, entity_ids, most)

    def neighbourhood(
        self,
        entity_id: str,
        *,
        types: Collection[RelationType] | None = None,
        kinds: Collection[Kind] | None = None,
        limit: int,
    ) -> Subgraph:
        return read.neighbourhood(self._ask, entity_id, types, kinds, limit)

    def find_entities(self, text: str, *, limit: int) -> tuple[Entity, ...]:
        return read.find_entities(self._ask, text, limit)

    def find_statements(self, text: str, *, limit: int, any_word: bool = False) -> tuple[Statement, ...]:
        return read.find_statements(self._ask, text, limit, any_word=any_word)

    # -- everything, in a stable order; a document's part at a time

    def iter_entities(self, kind: Kind | None = None) -> Iterator[Entity]:
        return read.iter_entities(self._ask, kind)

    def iter_relations(self) -> Iterator[Relation]:
        return read.iter_relations(self._ask)

    def iter_statements(self, path: str | None = None) -> Iterator[Statement]:
        match = "MATCH (s:Noteweave:Statement {document: $path})"
        for document in self._paths(path):
            yield from read.statements(self._ask, match, path=document)

    def iter_names(self, path: str | None = None) -> Iterator[Name]:
        for document in self._paths(path):
            yield from read.names(self._ask, document)

    def _paths(self, path: str | None) -> list[str]:
        return [document.path for document in self.documents()] if path is None else [path]

    # -- the server

    def _ask(self, query: str, /, **parameters: Any) -> list[dict[str, Any]]:
        """The rows of a reading query, which the server itself keeps from writing."""
        with told_in_one_line(self.url, self._database):
            records, _, _ = self._driver.execute_query(
                query, _storable(parameters), routing_=RoutingControl.READ, database_=self._database
            )
        return [dict(record) for record in records]

    def _write(self, work: Callable[..., _T], *arguments: Any) -> _T:
        """Run the work as one transaction that later reads see."""
        with (
            told_in_one_line(self.url, self._database),
            self._driver.session(
                database=self._database, bookmark_manager=self._driver.execute_query_bookmark_manager
            ) as session,
        ):
            return session.execute_write(work, *arguments)


def _connect(url: str, user: str, password: str | None) -> Driver:
    log = logging.getLogger("neo4j")
    if not log.handlers:
        log.addHandler(logging.NullHandler())  # else Python prints the driver's warnings beside our one line
    return GraphDatabase.driver(
        url,
        auth=None if password is None else (user, password),
        connection_timeout=NEO4J_CONNECT_TIMEOUT_S,
        connection_acquisition_timeout=NEO4J_CONNECT_TIMEOUT_S,
        max_transaction_retry_time=NEO4J_CONNECT_TIMEOUT_S,
        # Neither is a mistake: to ask an empty graph for a :Statement, and to want an index that is there.
        notifications_disabled_classifications=[
            NotificationDisabledClassification.UNRECOGNIZED,
            NotificationDisabledClassification.SCHEMA,
        ],
        user_agent="noteweave",
    )


def _storable(value: Any) -> Any:
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, dict):
        return {name: _storable(item) for name, item in value.items()}
    return [_storable(item) for item in value] if isinstance(value, list) else value

"""The embedded store: one SQLite file, safe to use from several threads and processes at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TypeVar

from graph.errors import StoreUnavailableError
from graph.resolve import fold
from graph.stores import sqlite_read as read
from graph.stores import sqlite_rows as rows
from graph.stores import sqlite_write as write
from graph.stores.sqlite_schema import connect, prepare, told_in_one_line
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

_IDLE_CONNECTIONS = 8  # each keeps a cache of up to 32 MB


class SqliteStore:
    """A GraphStore over one file (graph.store says what each method promises).

    Every call takes a connection of its own from a pool, so threads never share one; a reader sees the graph as it was
    when its call began and is not held up by a writer.
    """

    def __init__(self, path: Path, *, create: bool = True) -> None:
        """Open the file. Raises StoreMissingError, StoreUnavailableError, NotAStoreError or StoreVersionError."""
        self.path = path
        self.url = f"sqlite:///{path.as_posix()}"
        self._idle: list[sqlite3.Connection] = []
        self._watching: sqlite3.Connection | None = None
        """It never writes, so that all that is written counts for it as another's."""
        self._lock = Lock()
        self._open = True
        prepare(path, create=create)

    def close(self) -> None:
        with self._lock:
            self._open = False
            while self._idle:
                self._idle.pop().close()
            if self._watching is not None:
                self._watching.close()
                self._watching = None

    # -- writing

    def replace_document(self, contribution: Contribution) -> None:
        with self._writing() as connection:
            write.replace_document(connection, contribution)

    def remove_document(self, path: str) -> bool:
        with self._writing() as connection:
            return write.remove_document(connection, storable(path))

    def clear(self) -> None:
        with self._writing() as connection:
            write.clear(connection)

    def replace_packs(self, packs: Sequence[Pack]) -> None:
        with self._writing() as connection:
            connection.execute("DELETE FROM packs")
            connection.executemany("INSERT INTO packs (content) VALUES (?)", ((pack_text(pack),) for pack in packs))

    def set_root(self, name: str, folder: str) -> None:
        with self._writing() as connection:
            connection.execute("INSERT OR REPLACE INTO roots VALUES (?, ?)", (name, folder))

    # -- what was read

    def version(self) -> int | None:
        with told_in_one_line(self.path), self._lock:
            self._check_open()
            if self._watching is None:
                self._watching = connect(self.path)
            (version,) = self._watching.execute("PRAGMA data_version").fetchone()
            return int(version)

    def packs(self) -> tuple[Pack, ...]:
        with told_in_one_line(self.path):
            found = self._all("SELECT content FROM packs ORDER BY place")
            return tuple(pack_from(content) for (content,) in found)

    def roots(self) -> dict[str, str]:
        return dict(self._all("SELECT name, folder FROM roots ORDER BY name"))

    def documents(self) -> tuple[DocumentSummary, ...]:
        columns = "path, title, sha256, reader, lines, statements, edges, limits"
        return tuple(DocumentSummary(*row) for row in self._all(f"SELECT {columns} FROM documents ORDER BY path"))

    def document(self, path: str) -> Document | None:
        found = self._all("SELECT path, title, sha256, lines, text FROM documents WHERE path = ?", path)
        return Document(*found[0]) if found else None

    def buckets(self, path: str) -> tuple[LineBucket, ...]:
        return self._read(lambda connection: read.buckets(connection, storable(path)))

    def counts(self) -> Counts:
        return self._read(read.counts)

    def contribution(self, path: str) -> Contribution | None:
        return self._read(lambda connection: read.contribution(connection, storable(path)))

    # -- looking up

    def entity(self, entity_id: str) -> Entity | None:
        found = self.entities([entity_id])
        return found[0] if found else None

    def entities(self, ids: Collection[str]) -> tuple[Entity, ...]:
        return self._read(lambda connection: read.entities(connection, ids))

    def named(self, name: str) -> tuple[Entity, ...]:
        found = self._all(
            f"SELECT {rows.ENTITY_COLUMNS} FROM labels l JOIN entities e ON e.num = l.entity "
            "WHERE l.folded = ? ORDER BY l.is_alias, e.id",
            fold(name),
        )
        return tuple(map(rows.entity_from, found))

    def vocabulary(self) -> Iterator[tuple[str, str]]:
        query = "SELECT l.text, e.id FROM labels l JOIN entities e ON e.num = l.entity WHERE e.kind <> ? ORDER BY 1, 2"
        return self._iterate(iter, query, Kind.LIMIT)

    def statements(self, ids: Collection[str]) -> tuple[Statement, ...]:
        return self._read(lambda connection: read.statements(connection, "s.id IN {among}", rows.many(ids)))

    def statements_about(self, entity_ids: Collection[str], *, limit: int | None = None) -> tuple[Statement, ...]:
        return self._read(lambda connection: read.statements_about(connection, entity_ids, limit))

    def statements_on(self, path: str, line_start: int, line_end: int) -> tuple[Statement, ...]:
        where = "d.path = ? AND s.line_start <= ? AND s.line_end >= ?"
        return self._read(lambda connection: read.statements(connection, where, storable(path), line_end, line_start))

    def relations(
        self,
        entity_ids: Collection[str],
        *,
        types: Collection[RelationType] | None = None,
        direction: Direction | None = None,
        limit: int | None = None,
        strongest: bool = False,
    ) -> tuple[Relation, ...]:
        ids = {storable(entity_id) for entity_id in entity_ids}
        return self._read(
            lambda connection: read.relations(connection, ids, types, direction, limit, strongest=strongest)
        )

    def edges(
        self,
        entity_ids: Collection[str],
        *,
        types: Collection[RelationType] | None = None,
        direction: Direction | None = None,
        each: int | None = None,
    ) -> tuple[Edge, ...]:
        ids = {storable(entity_id) for entity_id in entity_ids}
        return self._read(lambda connection: read.edges(connection, ids, types, direction, each))

    def edges_between(self, ones: Collection[str], others: Collection[str]) -> tuple[Edge, ...]:
        return self._read(lambda connection: read.edges_between(connection, ones, others))

    def shared_neighbours(self, one: str, other: str) -> tuple[str, ...]:
        return self._read(lambda connection: read.shared_neighbours(connection, storable(one), storable(other)))

    def relations_of(self, edges: Collection[Edge]) -> tuple[Relation, ...]:
        return self._read(lambda connection: read.relations_of(connection, edges))

    def degree(self, entity_ids: Collection[str], *, most: int | None = None) -> dict[str, int]:
        return self._read(lambda connection: read.degree(connection, entity_ids, most))

    def neighbourhood(
        self,
        entity_id: str,
        *,
        types: Collection[RelationType] | None = None,
        kinds: Collection[Kind] | None = None,
        limit: int,
    ) -> Subgraph:
        entity_id = storable(entity_id)
        return self._read(lambda connection: read.neighbourhood(connection, entity_id, types, kinds, limit))

    def find_entities(self, text: str, *, limit: int) -> tuple[Entity, ...]:
        return self._read(lambda connection: read.find_entities(connection, text, limit))

    def find_statements(self, text: str, *, limit: int, any_word: bool = False) -> tuple[Statement, ...]:
        return self._read(lambda connection: read.find_statements(connection, text, limit, any_word=any_word))

    # -- everything, in a stable order

    def iter_entities(self, kind: Kind | None = None) -> Iterator[Entity]:
        where, parameters = ("", ()) if kind is None else (" WHERE e.kind = ?", (kind,))
        query = f"SELECT {rows.ENTITY_COLUMNS} FROM entities e{where} ORDER BY e.id"
        return self._iterate(partial(map, rows.entity_from), query, *parameters)

    def iter_relations(self) -> Iterator[Relation]:
        in_order = "ORDER BY r.source, r.relation, r.target, r.condition"
        return self._iterate(rows.relations_from, f"{rows.RELATION_QUERY.format(relations='relations r')} {in_order}")

    def iter_statements(self, path: str | None = None) -> Iterator[Statement]:
        where, parameters = ("", ()) if path is None else (" WHERE d.path = ?", (path,))
        query = f"{rows.STATEMENT_QUERY}{where} ORDER BY d.path, s.line_start, s.id"
        return self._iterate(partial(map, rows.statement_from), query, *parameters)

    def iter_names(self, path: str | None = None) -> Iterator[Name]:
        where, parameters = ("", ()) if path is None else (" WHERE d.path = ?", (path,))
        query = f"""SELECT {rows.CLAIM_COLUMNS}, e.id FROM {rows.CLAIM_TABLES} JOIN entities e ON e.num = k.entity
            {where} ORDER BY d.path, c.line, k.key, c.rule, c.text, coalesce(j.key, ''), coalesce(c.kind, ''),
                coalesce(c.description, '')"""
        return self._iterate(partial(map, rows.name_from), query, *parameters)

    # -- connections

    def _read(self, question: Callable[[sqlite3.Connection], _T]) -> _T:
        with self._reading() as connection:
            return question(connection)

    def _all(self, query: str, *parameters: str) -> list[rows.Row]:
        return list(self._iterate(iter, query, *parameters))

    def _iterate(
        self, made: Callable[[Iterator[rows.Row]], Iterator[_T]], query: str, *parameters: str
    ) -> Iterator[_T]:
        """What is made of the query's rows, one after the other."""
        with self._reading() as connection:
            yield from made(connection.execute(query, [storable(parameter) for parameter in parameters]))

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with told_in_one_line(self.path), self._connection() as connection:
            connection.execute("BEGIN")
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with told_in_one_line(self.path), self._connection() as connection:
            connection.execute("BEGIN IMMEDIATE")
            yield connection
            connection.execute("COMMIT")

    def _check_open(self) -> None:
        if not self._open:
            raise StoreUnavailableError(f"{self.path}: the store was closed")

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        """A connection for this thread alone; what was not committed is undone when it goes back."""
        with self._lock:
            self._check_open()
            connection = self._idle.pop() if self._idle else connect(self.path)
        try:
            yield connection
        finally:
            if connection.in_transaction:
                connection.rollback()
            with self._lock:
                keep = self._open and len(self._idle) < _IDLE_CONNECTIONS
                if keep:
                    self._idle.append(connection)
            if not keep:
                connection.close()

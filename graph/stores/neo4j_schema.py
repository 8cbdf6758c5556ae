"""The Neo4j store's ground: labels, constraints and indexes, and what the server's errors mean to a user.

Every node of ours carries `:Noteweave`, and every constraint, index and MATCH goes by that label, so that the nodes of
other applications in the same database are never read or touched. Beside it a node carries:

- `:Entity` and its kind (`:Service`, `:Feature`, ...): `id`, `name`, `kind`, `aliases`, `description`; a limit's
  measure
- `:Document` (`path`) and `:Statement` (`statement_id`): `(:Statement)-[:ABOUT]->(:Entity)` and
  `(:Statement)-[:IN]->(:Document)`
- `:Name`, a claim: `(:Name)-[:NAMES]->(:Entity)`, `(:Name)-[:IN]->(:Document)`
- `:Fact`, an edge or limit as its document states it on name keys, with the ids that the keys come to; both ids are
  absent where the ends are one entity
- `:Root` (a folder that was read) and one `:Store` (the schema's version, the packs)

A relation is a relationship between entities, `(:Service)-[:TRIGGERS]->(:Service)`. Its lists `statements`,
`documents`, `line_starts`, `line_ends`, `rules`, `source_keys` and `target_keys` run side by side: one place in each is
one evidence.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from neo4j import Driver, RoutingControl
from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    ConnectionAcquisitionTimeoutError,
    DatabaseError,
    DriverError,
    Forbidden,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

from graph.errors import StoreMissingError, StoreRefusedError, StoreUnavailableError, StoreVersionError
from graph.vocabulary import Kind, RelationType

SCHEMA_VERSION = 1
INDEX_BUILD_TIMEOUT_S = 300

NAME_WORDS = "noteweave_name_words"
STATEMENT_WORDS = "noteweave_statement_words"

_UNIQUE = {"entity": "id", "document": "path", "statement": "statement_id", "root": "root", "store": "store"}
_INDEXED = {
    "contributions": ("document",),
    "keys": ("key",),
    "joins": ("same_as",),
    "labels": ("folded",),
    "subjects": ("about_key",),
    "sources": ("source",),
    "targets": ("target",),
    "ends": ("source_id", "target_id"),
}
_WORDS = {NAME_WORDS: "name_words", STATEMENT_WORDS: "words"}

_UNAUTHORISED = "Neo.ClientError.Security"
_NO_DATABASE = "Neo.ClientError.Database.DatabaseNotFound"


def relationship_type(relation: RelationType) -> str:
    """The relation as Neo4j's custom writes it: in capitals."""
    return relation.value.upper()


def kind_label(kind: Kind) -> str:
    """The label beside `:Entity`."""
    return kind.value.capitalize()


ANY_RELATION = "|".join(relationship_type(relation) for relation in RelationType)


def prepare(driver: Driver, database: str | None, url: str, *, create: bool) -> None:
    """Make sure that a graph of our version stands in the database; begins an empty one where `create` says so.

    Raises StoreMissingError, StoreVersionError, or StoreRefusedError where `:Noteweave` is the label of other data.
    """
    query = """
        OPTIONAL MATCH (s:Noteweave:Store {store: 'noteweave'})
        RETURN s.schema_version AS version, EXISTS { (:Noteweave) } AS taken"""
    records, _, _ = driver.execute_query(query, database_=database, routing_=RoutingControl.READ)
    version, taken = records[0]["version"], records[0]["taken"]
    if version is None and taken:
        raise StoreRefusedError(
            f"{url}: the database has :Noteweave nodes that are no graph of ours; choose another database"
        )
    if version is not None and version > SCHEMA_VERSION:
        raise StoreVersionError(f"{url}: a newer Noteweave wrote this graph (schema {version}); upgrade this one")
    if version is None and not create:
        raise StoreMissingError(
            f"{url}: there is no graph here yet; read notes into it first, with: noteweave ingest PATH"
        )
    if version is None:
        _make(driver, database)


def _make(driver: Driver, database: str | None) -> None:
    for name, column in _UNIQUE.items():
        constraint = f"CREATE CONSTRAINT noteweave_{name} IF NOT EXISTS FOR (n:Noteweave) REQUIRE n.{column} IS UNIQUE"
        driver.execute_query(constraint, database_=database)
    for name, columns in _INDEXED.items():
        on = ", ".join(f"n.{column}" for column in columns)
        driver.execute_query(
            f"CREATE INDEX noteweave_{name} IF NOT EXISTS FOR (n:Noteweave) ON ({on})", database_=database
        )
    for name, column in _WORDS.items():
        driver.execute_query(
            f"CREATE FULLTEXT INDEX {name} IF NOT EXISTS FOR (n:Noteweave) ON EACH [n.{column}] "
            "OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}",  # the words are split and folded here
            database_=database,
        )
    driver.execute_query("CALL db.awaitIndexes($seconds)", seconds=INDEX_BUILD_TIMEOUT_S, database_=database)
    mark = "MERGE (s:Noteweave {store: 'noteweave'}) SET s:Store, s.schema_version = $version, s.packs = []"
    driver.execute_query(mark, version=SCHEMA_VERSION, database_=database)


@contextmanager
def told_in_one_line(url: str, database: str | None) -> Iterator[None]:
    """Turn the driver's errors about the server into ours; errors of the program itself pass through."""
    try:
        yield
    except (AuthError, Forbidden) as error:
        raise StoreRefusedError(
            f"{url}: the server refuses this user or password; "
            "set NOTEWEAVE_NEO4J_USER and NOTEWEAVE_NEO4J_PASSWORD in the environment"
        ) from error
    except (ServiceUnavailable, SessionExpired, ConnectionAcquisitionTimeoutError) as error:
        raise StoreUnavailableError(
            f"{url}: no Neo4j answers here; check the address and that it is started"
        ) from error
    except (ConfigurationError, DriverError) as error:
        raise StoreUnavailableError(f"{url}: the server cannot be used: {_line(error)}") from error
    except Neo4jError as error:
        _tell(error, url, database)
        raise


def _tell(error: Neo4jError, url: str, database: str | None) -> None:
    code = error.code or ""
    if code == _NO_DATABASE:
        named = f'no database "{database}"' if database else "no such database"
        raise StoreUnavailableError(f"{url}: the server has {named}; set NOTEWEAVE_NEO4J_DATABASE to one") from error
    if code.startswith(_UNAUTHORISED):
        raise StoreRefusedError(f"{url}: the server refuses: {_line(error)}") from error
    if isinstance(error, TransientError | DatabaseError):
        raise StoreUnavailableError(f"{url}: the server could not do it: {_line(error)}; try again") from error


def _line(error: Exception) -> str:
    """The first line of what the driver says; it never holds a password."""
    said = error.message if isinstance(error, Neo4jError) else str(error)
    return (said or type(error).__name__).splitlines()[0]

"""Where a graph lives, named by a URL: an embedded SQLite file or a Neo4j server."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from graph.errors import StoreUrlError

if TYPE_CHECKING:
    from graph.store import GraphStore

DEFAULT_STORE = "noteweave.db"
NEO4J_SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://(.*)", re.DOTALL)
_FORMS = "a file's path, sqlite:///notes.db, or bolt://, neo4j:// and their +s and +ssc kinds with host and port"


@dataclass(frozen=True, slots=True)
class SqlitePlace:
    """An embedded store's file."""

    path: Path


@dataclass(frozen=True, slots=True)
class Neo4jPlace:
    """A server's address, without user, password or path."""

    url: str


def parse_store_url(url: str) -> SqlitePlace | Neo4jPlace:
    """The place that a store URL names.

    A path or `sqlite:///relative.db`, `sqlite:////absolute.db` is a file; `bolt`, `neo4j` and their `+s`, `+ssc` kinds
    are a server. Raises StoreUrlError for anything else, and never repeats what could be a password.
    """
    match = _SCHEME.fullmatch(url)
    if match is None:
        return SqlitePlace(_file(url))
    scheme, rest = match[1].lower(), match[2]
    if scheme == "sqlite":
        return SqlitePlace(_sqlite_file(rest))
    if scheme in NEO4J_SCHEMES:
        return Neo4jPlace(_server_url(scheme, rest))
    raise StoreUrlError(f'no store goes by the scheme "{scheme}"; a store is {_FORMS}')


def _file(path: str) -> Path:
    if not path.strip() or "\0" in path:
        raise StoreUrlError(f"the store has no name; a store is {_FORMS}")
    return Path(path)


def _sqlite_file(rest: str) -> Path:
    if not rest.startswith("/"):
        raise StoreUrlError("a sqlite URL has three slashes before a relative path and four before an absolute one")
    return _file(rest[1:])


def _server_url(scheme: str, rest: str) -> str:
    try:
        parts = urlsplit(f"{scheme}://{rest}")
        port = parts.port
    except ValueError:
        raise StoreUrlError(f"the host or port of this {scheme} URL cannot be read") from None
    if "@" in rest:
        raise StoreUrlError(
            f"a {scheme} URL must hold no user or password; "
            "set NOTEWEAVE_NEO4J_USER and NOTEWEAVE_NEO4J_PASSWORD in the environment"
        )
    if parts.path.strip("/") or parts.query or parts.fragment:
        raise StoreUrlError(
            f"a {scheme} URL ends after host and port; "
            "set NOTEWEAVE_NEO4J_DATABASE in the environment to choose a database"
        )
    if not parts.hostname:
        raise StoreUrlError(f"a {scheme} URL needs a host, as in {scheme}://localhost:7687")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{scheme}://{host}" + (f":{port}" if port is not None else "")


def open_store(
    url: str | os.PathLike[str] = DEFAULT_STORE,
    *,
    create: bool = True,
    user: str | None = None,
    password: str | None = None,
    database: str | None = None,
) -> GraphStore:
    """Open the store that the URL names, and make an embedded one that is not there yet.

    With `create` false an absent file raises StoreMissingError, as a command that only reads wants it. `user`,
    `password` and `database` are Neo4j's; left out, they come from NOTEWEAVE_NEO4J_USER, NOTEWEAVE_NEO4J_PASSWORD and
    NOTEWEAVE_NEO4J_DATABASE in the environment.
    Raises StoreUrlError, StoreUnavailableError, StoreRefusedError, NotAStoreError or StoreVersionError.
    """
    place = parse_store_url(os.fspath(url))
    if isinstance(place, SqlitePlace):
        from graph.stores.sqlite import SqliteStore

        return SqliteStore(place.path, create=create)
    from graph.stores.neo4j import Neo4jStore

    return Neo4jStore(
        place.url,
        user=user or os.environ.get("NOTEWEAVE_NEO4J_USER") or "neo4j",
        password=password or os.environ.get("NOTEWEAVE_NEO4J_PASSWORD"),
        database=database or os.environ.get("NOTEWEAVE_NEO4J_DATABASE"),
        create=create,
    )

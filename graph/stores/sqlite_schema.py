"""The embedded store's file: its tables, and how it is opened, told apart from others and guarded against newer ones.

What documents contribute stands in documents, buckets, claims, statements and evidence, and hangs on name keys. What
the keys come to stands beside it: the sums of their claims in votes, `keys.entity`, entities with their labels, and
relations, which evidence points to. A row of evidence whose `edge` is null has both its ends in one entity and makes no
relation for now.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from graph.ceilings import SQLITE_BUSY_TIMEOUT_MS
from graph.errors import NotAStoreError, StoreMissingError, StoreUnavailableError, StoreVersionError

APPLICATION_ID = 0x4E57_7631
SCHEMA_VERSION = 1

SCHEMA = (
    """CREATE TABLE documents (
        num INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, title TEXT NOT NULL, sha256 TEXT NOT NULL,
        lines INTEGER NOT NULL, reader TEXT NOT NULL, statements INTEGER NOT NULL, edges INTEGER NOT NULL,
        limits INTEGER NOT NULL, text TEXT NOT NULL)""",  # the text last: what stands behind it takes reading it
    """CREATE TABLE buckets (
        document INTEGER NOT NULL REFERENCES documents, line INTEGER NOT NULL, bucket TEXT NOT NULL,
        PRIMARY KEY (document, line, bucket)) WITHOUT ROWID""",
    """CREATE TABLE entities (
        num INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, kind TEXT NOT NULL, aliases TEXT NOT NULL,
        description TEXT, quantity TEXT, bound TEXT, value REAL, unit TEXT, scope TEXT)""",
    "CREATE INDEX entities_by_kind ON entities (kind, id)",
    """CREATE TABLE labels (
        folded TEXT NOT NULL, is_alias INTEGER NOT NULL, entity INTEGER NOT NULL REFERENCES entities,
        text TEXT NOT NULL, PRIMARY KEY (folded, is_alias, entity)) WITHOUT ROWID""",
    "CREATE INDEX labels_by_entity ON labels (entity)",
    """CREATE TABLE keys (
        num INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE,
        entity INTEGER REFERENCES entities DEFERRABLE INITIALLY DEFERRED)""",
    "CREATE INDEX keys_by_entity ON keys (entity)",
    """CREATE TABLE claims (
        document INTEGER NOT NULL REFERENCES documents, key INTEGER NOT NULL REFERENCES keys, text TEXT NOT NULL,
        line INTEGER NOT NULL, rule TEXT NOT NULL, kind TEXT, description TEXT, same_as INTEGER REFERENCES keys)""",
    "CREATE INDEX claims_by_document ON claims (document)",
    "CREATE INDEX claims_by_key ON claims (key)",
    "CREATE INDEX claims_by_same_as ON claims (same_as) WHERE same_as IS NOT NULL",
    """CREATE TABLE votes (
        key INTEGER NOT NULL REFERENCES keys, aspect TEXT NOT NULL, tier INTEGER NOT NULL, value TEXT NOT NULL,
        lines INTEGER NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL,
        PRIMARY KEY (key, aspect, tier, value)) WITHOUT ROWID""",
    """CREATE TABLE statements (
        num INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document INTEGER NOT NULL REFERENCES documents,
        line_start INTEGER NOT NULL, line_end INTEGER NOT NULL, text TEXT NOT NULL,
        about INTEGER NOT NULL REFERENCES keys, facets TEXT NOT NULL)""",
    "CREATE INDEX statements_by_place ON statements (document, line_start, id)",
    "CREATE INDEX statements_by_about ON statements (about, document)",
    """CREATE TABLE relations (
        num INTEGER PRIMARY KEY, source TEXT NOT NULL REFERENCES entities (id) DEFERRABLE INITIALLY DEFERRED,
        relation TEXT NOT NULL, target TEXT NOT NULL REFERENCES entities (id) DEFERRABLE INITIALLY DEFERRED,
        condition TEXT NOT NULL, weight INTEGER NOT NULL DEFAULT 0,
        UNIQUE (source, relation, target, condition))""",
    "CREATE INDEX relations_by_target ON relations (target, source, relation, condition)",
    "CREATE INDEX relations_by_target_type ON relations (target, relation, source, condition, weight)",
    """CREATE TABLE evidence (
        num INTEGER PRIMARY KEY, statement INTEGER NOT NULL REFERENCES statements,
        line_start INTEGER NOT NULL, line_end INTEGER NOT NULL, rule TEXT NOT NULL,
        source INTEGER NOT NULL REFERENCES keys, relation TEXT NOT NULL, target INTEGER REFERENCES keys,
        condition TEXT NOT NULL, quantity TEXT, bound TEXT, value REAL, unit TEXT, scope TEXT,
        edge INTEGER REFERENCES relations DEFERRABLE INITIALLY DEFERRED)""",
    "CREATE INDEX evidence_by_statement ON evidence (statement)",
    "CREATE INDEX evidence_by_source ON evidence (source)",
    "CREATE INDEX evidence_by_target ON evidence (target) WHERE target IS NOT NULL",
    "CREATE INDEX evidence_by_edge ON evidence (edge)",
    "CREATE TABLE packs (place INTEGER PRIMARY KEY, content TEXT NOT NULL)",
    "CREATE TABLE roots (name TEXT PRIMARY KEY, folder TEXT NOT NULL) WITHOUT ROWID",
    "CREATE VIRTUAL TABLE entity_words USING fts5 (names, tokenize = 'unicode61 remove_diacritics 2')",
    """CREATE VIRTUAL TABLE statement_words USING fts5 (
        text, content = 'statements', content_rowid = 'num', tokenize = 'unicode61 remove_diacritics 2')""",
)

_OUT_OF_REACH = {
    sqlite3.SQLITE_PERM: "access is denied",
    sqlite3.SQLITE_BUSY: "another program is writing to it; try again when that is done",
    sqlite3.SQLITE_LOCKED: "another program is writing to it; try again when that is done",
    sqlite3.SQLITE_READONLY: "it cannot be written to; check its permissions and its folder's",
    sqlite3.SQLITE_IOERR: "the disk failed to read or write; check that it is there and has space",
    sqlite3.SQLITE_CORRUPT: "the file is damaged; move it away and read the notes again",
    sqlite3.SQLITE_FULL: "the disk is full; make space and try again",
    sqlite3.SQLITE_CANTOPEN: "the file cannot be opened; check the path and its permissions",
    sqlite3.SQLITE_AUTH: "access is denied",
}


@contextmanager
def told_in_one_line(path: Path) -> Iterator[None]:
    """Turn SQLite's errors about the file into ours, and what comes of values that nobody wrote into a damaged file;
    errors of the program itself pass through."""
    try:
        yield
    except (sqlite3.Error, LookupError, TypeError, ValueError) as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the low byte is the primary code
        if code == sqlite3.SQLITE_NOTADB:
            raise NotAStoreError(f"{path}: this file is no Noteweave store; name another with --store") from error
        if code not in _OUT_OF_REACH and (_is_unreadable(error) or _is_damaged(path)):
            code = sqlite3.SQLITE_CORRUPT
        if code in _OUT_OF_REACH:
            raise StoreUnavailableError(f"{path}: {_OUT_OF_REACH[code]}") from error
        raise


def _is_unreadable(error: Exception) -> bool:
    """Whether a text could not be read that only this program writes: Python's own error has no code of SQLite's."""
    undecodable = isinstance(error, sqlite3.OperationalError) and not hasattr(error, "sqlite_errorcode")
    return undecodable or isinstance(error, json.JSONDecodeError | UnicodeDecodeError)


def _is_damaged(path: Path) -> bool:
    """Whether SQLite finds the file damaged when it looks at all of it."""
    try:
        with closing(connect(path)) as connection:
            found = connection.execute("PRAGMA integrity_check(1)").fetchone()
            return found != ("ok",) or connection.execute("PRAGMA foreign_key_check").fetchone() is not None
    except sqlite3.DatabaseError:
        return True


def prepare(path: Path, *, create: bool) -> None:
    """Make sure that a store of our version stands at the path; makes it where `create` says so.

    Raises StoreMissingError, StoreUnavailableError, NotAStoreError or StoreVersionError, and changes no foreign file.
    """
    _check_place(path, create=create)
    with told_in_one_line(path):
        connection = connect(path, create=create)
        try:
            if not _is_ours(connection, path):
                if not create:
                    raise StoreMissingError(_nothing_yet(path))
                _make(connection, path)
        finally:
            connection.close()


def connect(path: Path, *, create: bool = False) -> sqlite3.Connection:
    """A connection in autocommit mode that one thread at a time may use."""
    mode = "rwc" if create else "rw"
    connection = sqlite3.connect(
        f"file:{quote(str(path.absolute()))}?mode={mode}",
        uri=True,
        timeout=SQLITE_BUSY_TIMEOUT_MS / 1000,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        for pragma in ("foreign_keys = ON", "synchronous = NORMAL", "temp_store = MEMORY", "cache_size = -32000"):
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def _check_place(path: Path, *, create: bool) -> None:
    with suppress(OSError):
        if path.is_dir():
            raise StoreUnavailableError(f"{path}: this is a folder; a store is a file in it")
        if path.exists():
            return
    if not create:
        raise StoreMissingError(_nothing_yet(path))
    if not path.parent.is_dir():
        raise StoreUnavailableError(f"{path}: the folder {path.parent} is not there; make it first")


def _nothing_yet(path: Path) -> str:
    return f"{path}: there is no store here yet; read notes into it first, with: noteweave ingest PATH"


def _is_ours(connection: sqlite3.Connection, path: Path) -> bool:
    """False for an empty file. Raises where the file is another program's or a newer Noteweave's."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (objects,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if application != APPLICATION_ID:
        if application or version or objects:
            raise NotAStoreError(f"{path}: this SQLite file is another program's; name another with --store")
        return False
    if version > SCHEMA_VERSION:
        raise StoreVersionError(
            f"{path}: written by a newer Noteweave (store version {version}, this one knows {SCHEMA_VERSION}); upgrade"
        )
    return True


def _make(connection: sqlite3.Connection, path: Path) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN IMMEDIATE")
    if not _is_ours(connection, path):  # another process may have made it while this one waited
        for statement in SCHEMA:
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    connection.execute("COMMIT")

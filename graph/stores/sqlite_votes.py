"""The sums of votes that the embedded store keeps for each key, so that a document costs what it says itself.

Counting all claims on a name anew for every document that holds it would make reading n documents cost n² where a name
stands in most of them. Here a document's votes are added to the sums and taken from them again; only where it was the
first place of a value are the claims of that key counted once more.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable

from graph.resolve import Aspect, SourcedClaim, Tier, Vote, votes_of
from graph.stores.sqlite_rows import CLAIM_COLUMNS, CLAIM_TABLES, claims_from, many

_AMONG = "IN (SELECT value FROM json_each(?))"


def add_votes(connection: sqlite3.Connection, claims: Iterable[SourcedClaim], keys: dict[str, int]) -> None:
    """Add the votes of claims that are not yet counted; `keys` has each key's number."""
    connection.executemany(
        """INSERT INTO votes (key, aspect, tier, value, lines, path, line) VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (key, aspect, tier, value) DO UPDATE SET lines = lines + excluded.lines,
            path = iif((excluded.path, excluded.line) < (path, line), excluded.path, path),
            line = iif((excluded.path, excluded.line) < (path, line), excluded.line, line)""",
        ((keys[v.key], v.aspect, v.tier, v.value, v.lines, v.path, v.line) for v in votes_of(claims)),
    )


def take_votes(
    connection: sqlite3.Connection, claims: Collection[SourcedClaim], keys: dict[str, int], path: str
) -> None:
    """Take the votes of one document's claims, which are deleted already, from the sums."""
    connection.executemany(
        "UPDATE votes SET lines = lines - ? WHERE key = ? AND aspect = ? AND tier = ? AND value = ?",
        ((v.lines, keys[v.key], v.aspect, v.tier, v.value) for v in votes_of(claims)),
    )
    touched = many(keys.values())
    connection.execute(f"DELETE FROM votes WHERE lines = 0 AND key {_AMONG}", (touched,))
    stale = connection.execute(f"SELECT DISTINCT key FROM votes WHERE path = ? AND key {_AMONG}", (path, touched))
    _count_again(connection, [key for (key,) in stale], keys)


def _count_again(connection: sqlite3.Connection, stale: list[int], keys: dict[str, int]) -> None:
    concerned = many(stale)
    connection.execute(f"DELETE FROM votes WHERE key {_AMONG}", (concerned,))
    rows = connection.execute(f"SELECT {CLAIM_COLUMNS} FROM {CLAIM_TABLES} WHERE c.key {_AMONG}", (concerned,))
    add_votes(connection, claims_from(rows), keys)


def votes_on(connection: sqlite3.Connection, keys: Collection[int]) -> list[Vote]:
    """All votes on these keys."""
    rows = connection.execute(
        f"""SELECT k.key, v.aspect, v.tier, v.value, v.lines, v.path, v.line
        FROM votes v JOIN keys k ON k.num = v.key WHERE v.key {_AMONG}""",
        (many(keys),),
    )
    aspects, tiers = {str(aspect): aspect for aspect in Aspect}, {int(tier): tier for tier in Tier}
    return [Vote(key, aspects[aspect], tiers[tier], *rest) for key, aspect, tier, *rest in rows]

"""Queries over many rows inside one transaction, a batch at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from neo4j import ManagedTransaction, Record

from graph.ceilings import NEO4J_BATCH_ROWS
from graph.stores.neo4j_rows import Properties

_JOINED_BY = {"Name": "NAMES", "Statement": "ABOUT"}


def run(tx: ManagedTransaction, query: str, rows: list[Any], **parameters: Any) -> None:
    """Run the query for all the rows, which it takes as `$rows`."""
    for start in range(0, len(rows), NEO4J_BATCH_ROWS):
        tx.run(query, rows=rows[start : start + NEO4J_BATCH_ROWS], **parameters).consume()


def fetch(tx: ManagedTransaction, query: str, rows: list[Any]) -> Iterator[Record]:
    """What the query gives for all the rows."""
    for start in range(0, len(rows), NEO4J_BATCH_ROWS):
        yield from tx.run(query, rows=rows[start : start + NEO4J_BATCH_ROWS])


def create(tx: ManagedTransaction, label: str, path: str, rows: list[Properties]) -> None:
    """Nodes of the document with these properties; `to` is the entity that a name or a statement is joined with."""
    join = ""
    if label in _JOINED_BY:
        join = f"""WITH d, row, n MATCH (e:Noteweave {{id: row.to}})
            CREATE (n)-[:IN]->(d), (n)-[:{_JOINED_BY[label]}]->(e)"""
    query = f"""MATCH (d:Noteweave:Document {{path: $path}}) UNWIND $rows AS row
        CREATE (n:Noteweave:{label}) SET n = row, n.document = $path, n.to = NULL {join}"""
    run(tx, query, rows, path=path)


def delete(tx: ManagedTransaction, nodes: list[str]) -> None:
    """The nodes of these element ids, with their relationships."""
    run(tx, "UNWIND $rows AS node MATCH (n:Noteweave) WHERE elementId(n) = node DETACH DELETE n", nodes)

"""The bundled notes in Neo4j: the same bytes come out as from a file, and whatever is asked is answered the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from bundled_samples import ROWS, nonsense
from command_line import CommandLine
from neo4j_server import Neo4jServer

from graph import ask, communities, compare, find_name, limits, open_store, path, profile, ranks, report
from graph.comparison.suggested import suggested_pairs
from graph.questions.examples import example_questions
from graph.store import GraphStore
from ingest.bundled import notes_folder

pytestmark = [pytest.mark.neo4j, pytest.mark.xdist_group("neo4j")]

FUZZED = 40
ENTITIES = ("lambda", "sqs", "sns", "api-gateway", "dynamodb")


@pytest.fixture(scope="module")
def line(neo4j_server: Neo4jServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[CommandLine]:
    """The command line whose store is the server, found by the environment; it has read the bundled notes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NOTEWEAVE_NEO4J_USER", neo4j_server.user)
        patch.setenv("NOTEWEAVE_NEO4J_PASSWORD", neo4j_server.password)
        patch.setenv("NOTEWEAVE_STORE", neo4j_server.url)
        store = open_store(neo4j_server.url)
        store.clear()
        store.close()
        line = CommandLine(tmp_path_factory.mktemp("neo4j-line"))
        assert "added" in line.ok("ingest", notes_folder()).out
        yield line


@pytest.fixture(scope="module")
def served(line: CommandLine, neo4j_server: Neo4jServer) -> Iterator[GraphStore]:
    """The server's store with the bundled notes."""
    store = open_store(neo4j_server.url)
    yield store
    store.close()


def test_the_bytes_are_those_of_a_file_also_after_a_second_reading(line: CommandLine, bundled_export: str) -> None:
    assert line.export() == bundled_export
    assert "added" not in line.ok("ingest", notes_folder()).out
    assert line.export() == bundled_export


def test_the_answers_are_those_of_a_file(served: GraphStore, bundled: GraphStore) -> None:
    for question in (*(row["q"] for row in ROWS), *nonsense(bundled, FUZZED)):
        assert ask(served, question) == ask(bundled, question), question


QUERIES: dict[str, Callable[[GraphStore], Any]] = {
    "profiles": lambda store: [profile(store, entity) for entity in (*ENTITIES, "nothing")],
    "ways": lambda store: [path(store, "lambda", other) for other in (*ENTITIES, "nothing")],
    "names": lambda store: [find_name(store, text) for text in ("lamda", "FIFO queues", "SQS FIFO", "zorg", "")],
    "comparisons": lambda store: [compare(store, names) for names in (["SNS", "SQS"], ["S3", "DynamoDB", "Lambda"])],
    "limits": lambda store: [limits(store), limits(store, "Lambda"), limits(store, unit="time")],
    "report": report,
    "communities": communities,
    "ranks": ranks,
    "pairs": lambda store: suggested_pairs(store, ENTITIES),
    "examples": lambda store: example_questions(store, ENTITIES),
}


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_gives_what_it_gives_from_a_file(served: GraphStore, bundled: GraphStore, query: str) -> None:
    found = QUERIES[query](bundled)
    assert found
    assert QUERIES[query](served) == found

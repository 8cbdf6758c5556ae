"""A real Neo4j for the tests: the one that NOTEWEAVE_TEST_NEO4J names, else one started here from the jar cache.

A plugin of `conftest.py`. Tests that use the server, directly or through a store fixture, carry the mark `neo4j` and
the word in their names, so that one worker runs them all: one server is started, and no two tests write into its one
database at once.
"""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from ports import free_port

from graph.store import GraphStore
from graph.stores import open_store

VERSION = "5.26.31"
START_TIMEOUT_S = 180
PASSWORD = "only-for-tests"

_CONF = """\
server.default_listen_address=127.0.0.1
server.bolt.enabled=true
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
dbms.security.auth_enabled=true
dbms.security.auth_max_failed_attempts=0
server.memory.pagecache.size=64m
dbms.usage_report.enabled=false
"""

_OPENED = ["java.base/java.nio=ALL-UNNAMED", "java.base/java.io=ALL-UNNAMED", "java.base/sun.nio.ch=ALL-UNNAMED"]


@dataclass(frozen=True)
class Neo4jServer:
    """Where a server answers and how to log in; the arguments of `open_store`."""

    url: str
    user: str
    password: str
    database: str | None = None


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jServer]:
    """The server of this session, whose database holds nothing but what tests wrote."""
    if url := os.environ.get("NOTEWEAVE_TEST_NEO4J"):
        with no_warnings():
            yield _given(url)
        return
    if reason := missing():
        if os.environ.get("CI") == "true":
            pytest.fail(f"no Neo4j to test against: {reason}", pytrace=False)
        pytest.skip(f"no Neo4j to test against: {reason}")
    with started(tmp_path_factory.mktemp("neo4j")) as server, no_warnings():
        yield server


@pytest.fixture(scope="session")
def neo4j_store(neo4j_server: Neo4jServer) -> Iterator[GraphStore]:
    """The server's store with whatever a test left in it."""
    server = neo4j_server
    store = open_store(server.url, user=server.user, password=server.password, database=server.database)
    yield store
    store.close()


def jar_folder() -> Path:
    """The folder that `.ci/fetch-neo4j` fills."""
    named = os.environ.get("NOTEWEAVE_NEO4J_JARS")
    return Path(named) if named else Path.home() / ".cache" / "noteweave" / f"neo4j-{VERSION}"


def missing() -> str | None:
    """What keeps this machine from starting a server, in words; None where nothing does."""
    if shutil.which("java") is None:
        return "Java is not installed"
    if not (jar_folder() / f"neo4j-{VERSION}.jar").is_file():
        return f"no Neo4j {VERSION} in {jar_folder()}; .ci/fetch-neo4j brings it"
    return None


@contextmanager
def no_warnings() -> Iterator[None]:
    """Fails at the end where the server had something to say against a query (deprecated, costly, unknown)."""
    said: list[str] = []
    listener = logging.Handler(logging.INFO)
    listener.emit = lambda record: said.append(record.getMessage()[:400])  # type: ignore[method-assign]
    log = logging.getLogger("neo4j.notifications")
    level = log.level
    log.setLevel(logging.INFO)
    log.addHandler(listener)
    try:
        yield
    finally:
        log.removeHandler(listener)
        log.setLevel(level)
    if said:
        pytest.fail("Neo4j warned about a query:\n" + "\n".join(sorted(set(said))), pytrace=False)


@contextmanager
def started(home: Path) -> Iterator[Neo4jServer]:
    """A server of its own on a free port, with its data in `home`; stopped at the end."""
    port = free_port()
    (home / "neo4j.conf").write_text(_CONF.format(port=port), encoding="utf-8")
    log = home / "console.log"
    with log.open("wb") as out:
        process = subprocess.Popen(_command(home), stdout=out, stderr=subprocess.STDOUT, cwd=home)
    try:
        _wait_until_started(process, log)
        server = Neo4jServer(f"bolt://127.0.0.1:{port}", "neo4j", PASSWORD)
        _set_first_password(server)
        yield server
    finally:
        process.kill()  # what it holds goes with its folder; asked nicely it takes 5 s
        process.wait()


def _command(home: Path) -> list[str]:
    opened = [f"--add-opens={package}" for package in _OPENED]
    memory = ["-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]
    entry = ["-cp", f"{jar_folder()}/*", "org.neo4j.server.CommunityEntryPoint"]
    return ["java", *memory, *opened, *entry, f"--home-dir={home}", f"--config-dir={home}", "--console-mode"]


def _wait_until_started(process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_TIMEOUT_S
    while "Started." not in (said := log.read_text(encoding="utf-8", errors="replace")):
        if process.poll() is not None or time.monotonic() > deadline:
            pytest.fail(f"Neo4j did not start:\n{said[-2000:]}", pytrace=False)
        time.sleep(0.1)


def _set_first_password(server: Neo4jServer) -> None:
    from neo4j import GraphDatabase

    with GraphDatabase.driver(server.url, auth=(server.user, "neo4j")) as driver:
        change = "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password"
        driver.execute_query(change, password=server.password, database_="system")


def _given(url: str) -> Neo4jServer:
    """A server that somebody else runs, refused where its database holds anything that is not ours."""
    from neo4j import GraphDatabase

    settings = os.environ
    server = Neo4jServer(
        url,
        settings.get("NOTEWEAVE_NEO4J_USER", "neo4j"),
        settings.get("NOTEWEAVE_NEO4J_PASSWORD", ""),
        settings.get("NOTEWEAVE_NEO4J_DATABASE"),
    )
    with GraphDatabase.driver(url, auth=(server.user, server.password)) as driver:
        foreign = "MATCH (n) WHERE NOT n:Noteweave RETURN count(n) AS nodes"
        records, _, _ = driver.execute_query(foreign, database_=server.database)
    if records[0]["nodes"]:
        pytest.fail("NOTEWEAVE_TEST_NEO4J names a database with data of others in it; the tests would wipe it")
    return server

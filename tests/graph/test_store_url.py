"""Which place a store URL names, and what is refused without repeating a password."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph import open_store
from graph.errors import StoreMissingError, StoreUrlError
from graph.stores import Neo4jPlace, SqlitePlace, parse_store_url


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("notes.db", "notes.db"),
        ("/tmp/my notes.db", "/tmp/my notes.db"),
        ("sqlite:///notes.db", "notes.db"),
        ("sqlite:///sub/notes.db", "sub/notes.db"),
        ("sqlite:////abs/notes.db", "/abs/notes.db"),
        ("SQLITE:///notes.db", "notes.db"),
        ("C:\\notes.db", "C:\\notes.db"),
        ("what?#.db", "what?#.db"),
    ],
)
def test_a_file(url, path):
    assert parse_store_url(url) == SqlitePlace(Path(path))


@pytest.mark.parametrize("scheme", ["bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"])
def test_a_server(scheme):
    assert parse_store_url(f"{scheme}://localhost:7687") == Neo4jPlace(f"{scheme}://localhost:7687")
    assert parse_store_url(f"{scheme}://graph.example/") == Neo4jPlace(f"{scheme}://graph.example")
    assert parse_store_url(f"{scheme}://[::1]:7687") == Neo4jPlace(f"{scheme}://[::1]:7687")


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("", "no name"),
        ("  ", "no name"),
        ("sqlite:///", "no name"),
        ("sqlite://notes.db", "three slashes"),
        ("redis://localhost", 'scheme "redis"'),
        ("bolt://", "needs a host"),
        ("bolt://:7687", "needs a host"),
        ("bolt://localhost:port", "host or port"),
        ("bolt://localhost:99999", "host or port"),
        ("bolt://localhost/mydb", "ends after host and port"),
        ("neo4j://localhost?x=1", "ends after host and port"),
    ],
)
def test_no_store(url, problem):
    with pytest.raises(StoreUrlError, match=problem):
        parse_store_url(url)


@pytest.mark.parametrize(
    "url",
    [
        "bolt://neo4j:s3cret@localhost",
        "neo4j+s://s3cret@localhost:7687",
        "postgres://me:s3cret@localhost/x",
        "bolt://me:s3cret@localhost:port",
        "bolt://me:s3cret@[::1",
    ],
)
def test_a_password_in_a_url_is_refused_and_not_repeated(url):
    with pytest.raises(StoreUrlError) as caught:
        parse_store_url(url)
    assert "s3cret" not in str(caught.value)
    assert "s3cret" not in str(caught.value.__cause__)


def test_open_store_takes_a_path_and_says_where_it_is(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    store = open_store("sqlite:///a.db")
    store.close()
    assert store.url == "sqlite:///a.db"
    assert (tmp_path / "a.db").is_file()
    open_store(tmp_path / "a.db", create=False).close()


def test_reading_where_there_is_no_store_yet_says_how_to_make_one(tmp_path):
    with pytest.raises(StoreMissingError, match="noteweave ingest"):
        open_store(tmp_path / "none.db", create=False)
    assert not (tmp_path / "none.db").exists()

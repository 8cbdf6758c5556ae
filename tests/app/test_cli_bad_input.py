"""Bad input gets one line that says what is wrong, where, and the way out, and leaves the store as it was."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

import pytest
from command_line import CommandLine
from neo4j_server import Neo4jServer
from ports import free_port

HANG_S = 60  # the promise is 5; a busy machine may be late, a hanging one never comes


def _missing(line: CommandLine) -> list[str | Path]:
    return ["missing.md"]


def _no_notes(line: CommandLine) -> list[str | Path]:
    return [line.write("pictures/photo.png", b"\x89PNG\r\n").parent]


def _binary(line: CommandLine) -> list[str | Path]:
    return [line.write("binary.md", b"\x7fELF\x00\x00\x01")]


def _no_file_of_notes(line: CommandLine) -> list[str | Path]:
    return [line.write("photo.png", b"\x89PNG\r\n")]


def _too_large(line: CommandLine) -> list[str | Path]:
    return [line.write("large.md", b"word " * 2_100_000)]


def _undecodable(line: CommandLine) -> list[str | Path]:
    return [line.write("latin.md", "ok\ncafé\n".encode("latin-1"))]


BAD = {
    "missing path": (_missing, "missing.md", "check the spelling"),
    "folder without notes": (_no_notes, "pictures", ".md, .markdown or .txt"),
    "binary file": (_binary, "binary.md", "binary"),
    "another kind of file": (_no_file_of_notes, "photo.png", ".md, .markdown or .txt"),
    "file over the size limit": (_too_large, "large.md", "NOTEWEAVE_MAX_FILE_MB"),
    "undecodable file": (_undecodable, "latin.md:2", "UTF-8"),
}


@pytest.mark.parametrize("bad", BAD)
def test_notes_that_cannot_be_read_leave_the_store_as_it_was(with_notes: CommandLine, bad: str) -> None:
    make, place, way_out = BAD[bad]
    before = with_notes.export()
    problem = with_notes.refused("ingest", *make(with_notes))
    assert place in problem
    assert way_out in problem
    assert with_notes.export() == before


@pytest.mark.parametrize("bad", BAD)
def test_notes_that_cannot_be_read_make_no_store(noteweave: CommandLine, bad: str) -> None:
    make, _, _ = BAD[bad]
    noteweave.refused("ingest", *make(noteweave))
    assert list(noteweave.folder.glob("noteweave.db*")) == []


@pytest.mark.parametrize(
    ("url", "way_out"),
    [
        ("mysql://localhost/notes", "sqlite:///"),
        ("sqlite://notes.db", "three slashes"),
        ("bolt://neo4j:secret-word@localhost:7687", "NOTEWEAVE_NEO4J_PASSWORD"),
        ("neo4j://localhost:7687/notes", "NOTEWEAVE_NEO4J_DATABASE"),
    ],
)
def test_a_store_url_that_names_no_store(noteweave: CommandLine, url: str, way_out: str) -> None:
    noteweave.write("a.md", "# A\n")
    problem = noteweave.refused("ingest", "a.md", "--store", url)
    assert way_out in problem
    assert "secret-word" not in problem


def test_reading_commands_do_not_make_a_store(noteweave: CommandLine) -> None:
    for arguments in (["documents"], ["show", "SQS"], ["find", "queue"], ["path", "A", "B"], ["export"]):
        assert "noteweave ingest" in noteweave.refused(*arguments)
    assert list(noteweave.folder.iterdir()) == []


def test_a_store_of_a_newer_version_is_left_alone(with_notes: CommandLine) -> None:
    with sqlite3.connect(with_notes.store) as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()
    before = with_notes.store.read_bytes()
    for arguments in (["documents"], ["ingest", "notes"]):
        assert "newer" in with_notes.refused(*arguments)
    assert with_notes.store.read_bytes() == before


@pytest.mark.parametrize("content", [b"my shopping list\n", b"SQLite format 3\x00 and then something else"])
def test_a_file_that_is_no_store_is_left_alone(noteweave: CommandLine, content: bytes) -> None:
    file = noteweave.write("noteweave.db", content)
    noteweave.write("a.md", "# A\n- a thing\n")
    for arguments in (["documents"], ["ingest", "a.md"]):
        assert "noteweave.db" in noteweave.refused(*arguments)
    assert file.read_bytes() == content


def test_another_program_s_database_is_left_alone(noteweave: CommandLine) -> None:
    with sqlite3.connect(noteweave.store) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()
    before = noteweave.store.read_bytes()
    noteweave.write("a.md", "# A\n")
    assert "noteweave.db" in noteweave.refused("ingest", "a.md")
    assert noteweave.store.read_bytes() == before


@pytest.mark.parametrize("arguments", [["documents"], ["ingest", "a.md"]])
def test_a_neo4j_that_does_not_answer_is_told_in_time(noteweave: CommandLine, arguments: list[str]) -> None:
    noteweave.write("a.md", "# A\n")
    url = f"bolt://127.0.0.1:{free_port()}"
    begun = time.monotonic()
    problem = noteweave.refused(*arguments, "--store", url)
    assert time.monotonic() - begun < HANG_S
    assert url in problem


@pytest.mark.neo4j
@pytest.mark.xdist_group("neo4j")
def test_a_neo4j_that_refuses_the_password(
    noteweave: CommandLine, neo4j_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NOTEWEAVE_NEO4J_USER", neo4j_server.user)
    monkeypatch.setenv("NOTEWEAVE_NEO4J_PASSWORD", "not-this-one")
    problem = noteweave.refused("documents", "--store", neo4j_server.url)
    assert "NOTEWEAVE_NEO4J_PASSWORD" in problem
    assert "not-this-one" not in problem


def test_good_files_go_in_and_bad_ones_keep_what_they_said(with_notes: CommandLine) -> None:
    with_notes.write("notes/sqs.md", b"\xff\xfe\x00")
    with_notes.write("notes/s3.md", "# S3\n- S3 keeps objects in buckets\n")
    result = with_notes("ingest", "notes", "--json")
    assert result.code == 1
    assert result.json["added"] == ["s3.md"]
    assert result.json["unchanged"] == ["sns.md"]
    assert [failure["path"] for failure in result.json["failed"]] == ["sqs.md"]
    assert result.err.startswith("noteweave: sqs.md")
    assert "256" in with_notes.ok("show", "SQS").out


@pytest.mark.parametrize("content", ["", "{}", "[1, 2", '{"format": "noteweave-graph", "version": 99}'])
def test_an_import_of_something_else_is_refused(with_notes: CommandLine, content: str) -> None:
    before = with_notes.export()
    file = with_notes.write("export.json", content)
    assert "export.json" in with_notes.refused("import", file)
    assert with_notes.export() == before


def test_an_export_to_a_folder_that_is_not_there(with_notes: CommandLine) -> None:
    assert "nowhere" in with_notes.refused("export", "-o", "nowhere/graph.json")


def test_a_failed_export_leaves_the_file_that_was_there(with_notes: CommandLine) -> None:
    file = with_notes.write("graph.json", "precious")
    with_notes.refused("export", "-o", file, "--store", "missing.db")
    assert file.read_text() == "precious"


def test_a_pack_with_a_mistake_is_told_with_its_line(with_notes: CommandLine) -> None:
    pack = with_notes.write("mine.toml", 'pack = "mine"\n[[entity]]\nname = "Wurzel"\nkind = "vegetable"\n')
    before = with_notes.export()
    assert "mine.toml:4" in with_notes.refused("pack", "check", pack)
    assert "mine.toml:4" in with_notes.refused("ingest", "notes", "--pack", pack)
    assert with_notes.export() == before

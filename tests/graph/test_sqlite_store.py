"""The embedded store as a file: told apart from other files, guarded, and whole after whatever goes wrong."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path

import pytest
from graph_samples import Notes, garden, shed

from graph import ask
from graph.errors import (
    NotAStoreError,
    StoreMissingError,
    StoreUnavailableError,
    StoreVersionError,
)
from graph.stores import open_store, sqlite_schema
from graph.values import Pack, PackEntity
from graph.vocabulary import Kind, RelationType


@pytest.fixture
def path(tmp_path):
    return tmp_path / "notes.db"


@pytest.fixture
def filled(path):
    store = open_store(path)
    store.replace_document(garden())
    yield store
    store.close()


def only_line(caught) -> str:
    (line,) = str(caught.value).splitlines()
    return line


def test_what_was_written_is_there_when_it_is_opened_again(filled, path):
    filled.close()
    again = open_store(path, create=False)
    assert again.entity("pump").name == "Pump"
    again.close()


def test_the_file_is_in_wal_mode_with_foreign_keys_kept(filled, path):
    filled.replace_document(shed())
    filled.remove_document("garden.md")
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        for words in ("statement_words", "entity_words"):
            connection.execute(f"INSERT INTO {words} ({words}, rank) VALUES ('integrity-check', 1)")
    connection.close()
    assert sqlite_schema.connect(path).execute("PRAGMA foreign_keys").fetchone() == (1,)


@pytest.mark.parametrize("content", [b"just some notes\n" * 100, b"\x00" * 4096, b"SQLite format 3\x00" + b"x" * 200])
def test_another_file_is_no_store_and_stays_as_it_was(path, content):
    path.write_bytes(content)
    for create in (True, False):
        with pytest.raises((NotAStoreError, StoreUnavailableError)) as caught:
            open_store(path, create=create)
        assert "notes.db" in only_line(caught)
    assert path.read_bytes() == content


def test_another_programs_sqlite_file_is_no_store_and_stays_as_it_was(path):
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipes (title)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(NotAStoreError, match="another program"):
        open_store(path)
    assert path.read_bytes() == before


def test_a_newer_stores_version_is_told(filled, path):
    filled.close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(StoreVersionError, match=r"notes\.db.*version 99.*upgrade"):
        open_store(path)


def test_an_empty_file_becomes_a_store_when_writing_and_is_none_when_reading(path):
    path.touch()
    with pytest.raises(StoreMissingError):
        open_store(path, create=False)
    store = open_store(path)
    assert store.counts().documents == 0
    store.close()


def test_a_place_where_no_file_can_be_is_told(tmp_path):
    (tmp_path / "file").write_text("x")
    for place in (tmp_path, tmp_path / "no" / "notes.db", tmp_path / "file" / "notes.db"):
        with pytest.raises(StoreUnavailableError) as caught:
            open_store(place)
        assert place.name in only_line(caught)


def test_a_file_held_by_another_writer_is_told_and_read_all_the_same(filled, path, monkeypatch):
    monkeypatch.setattr(sqlite_schema, "SQLITE_BUSY_TIMEOUT_MS", 50)
    filled.close()
    store = open_store(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreUnavailableError, match="another program is writing"):
        store.replace_document(shed())
    assert store.entity("pump") is not None
    other.rollback()
    other.close()
    store.replace_document(shed())
    store.close()


@pytest.mark.parametrize("seed", range(30))
def test_damage_is_told_whatever_it_hit(filled, path, seed):
    filled.replace_packs([Pack("p", "1", (PackEntity("Pump", Kind.SERVICE),))])
    filled.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content, chosen = bytearray(path.read_bytes()), random.Random(seed)
    for _ in range(chosen.choice((1, 30, 300))):
        content[chosen.randrange(100, len(content))] ^= 1 << chosen.randrange(8)
    path.write_bytes(content[: chosen.choice((len(content), len(content), len(content) // 2))])
    questions = (
        lambda store: [store.contribution(document.path) for document in store.documents()],
        lambda store: [*store.iter_entities(), *store.iter_relations(), *store.iter_statements(), *store.iter_names()],
        lambda store: (store.packs(), store.named("pump"), store.find_statements("the", limit=9, any_word=True)),
        lambda store: store.replace_document(shed()),
        lambda store: store.remove_document("garden.md"),
        lambda store: store.clear(),
    )
    for question in questions:
        with suppress(StoreUnavailableError, NotAStoreError, StoreVersionError), closing(open_store(path)) as store:
            question(store)


DISK_FULL = """
import resource, signal, sys
sys.path[:0] = [{here!r}]
from graph_samples import Notes, garden
from graph.errors import StoreUnavailableError
from graph.stores import open_store
store = open_store({path!r})
store.replace_document(garden())
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
notes = Notes("big.md")
key = notes.name("Big")
for number in range(100):
    notes.say(f"line {{number}} " + "of many words " * 1_000, key)
try:
    store.replace_document(notes.build())
except StoreUnavailableError as error:
    print(error)
print([document.path for document in store.documents()])
"""


def test_a_disk_without_space_is_told_and_the_store_is_as_before(path):
    script = DISK_FULL.format(here=str(Path(__file__).parent), path=str(path))
    # One file may not grow past 400 kB there, so the write fails as it does on a full disk.
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    problem, documents = done.stdout.splitlines()
    assert "disk" in problem
    assert documents == "['garden.md']"
    store = open_store(path, create=False)
    assert len(list(store.iter_relations())) == 5
    store.close()


ROOT = Path(__file__).parents[2]


def test_what_another_program_writes_changes_the_version_and_the_answers(filled, path):
    before, told = filled.version(), ask(filled, "what does the pump trigger?")
    notes = Notes("attic.md")
    pump, siren = notes.name("Pump", kind=Kind.SERVICE), notes.name("Siren", kind=Kind.SERVICE)
    notes.edge(pump, RelationType.TRIGGERS, siren, "the pump triggers the siren")
    other = open_store(path)
    other.replace_document(notes.build())
    other.close()
    assert filled.version() != before
    assert ("siren", "Siren") in set(ask(filled, "what does the pump trigger?").entities) - set(told.entities)


def test_a_closed_store_says_so(filled):
    filled.close()
    filled.close()
    with pytest.raises(StoreUnavailableError, match="closed"):
        filled.counts()


def test_an_iteration_that_is_left_early_blocks_nobody(filled):
    for _ in range(20):
        next(filled.iter_statements())
        filled.replace_document(garden())
    first = filled.iter_relations()
    next(first)
    filled.replace_document(shed())
    assert len(list(first)) == 4, "the iteration sees the graph as it was when it began"


def test_looking_around_a_hub_reads_an_index_and_not_the_hub(path):
    store = open_store(path)
    notes = Notes("hub.md")
    hub = notes.name("Hub")
    for number in range(300):
        notes.edge(hub, RelationType.USES, notes.name(f"Part {number}"), f"uses part {number}")
    store.replace_document(notes.build())
    queries = []
    with store._reading() as connection:
        connection.set_trace_callback(queries.append)
    assert len(store.relations(["hub"], limit=3)) == 3
    assert len(store.neighbourhood("hub", limit=3).relations) == 3
    with store._reading() as connection:
        connection.set_trace_callback(None)
        questions = [query for query in queries if "FROM" in query]
        plans = [connection.execute(f"EXPLAIN QUERY PLAN {query}").fetchall() for query in questions]
    steps = [row[3] for plan in plans for row in plan]
    assert steps
    tables = {"relations", "r", "evidence", "v", "entities", "e", "statements", "s", "keys", "a", "b", "documents", "d"}
    assert [step for step in steps if step.startswith("SCAN") and step.split()[1] in tables] == []
    store.close()

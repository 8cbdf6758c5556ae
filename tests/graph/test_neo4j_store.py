"""What only the Neo4j store has: a server that may be silent or refuse, and a database shared with others."""

from __future__ import annotations

import io
import socket
import threading
from contextlib import contextmanager

import pytest
from graph_samples import Notes, garden, shed
from neo4j import GraphDatabase
from neo4j.exceptions import ClientError
from ports import free_port

from graph.errors import StoreMissingError, StoreRefusedError, StoreUnavailableError, StoreVersionError
from graph.interchange import write_export
from graph.stores import open_store
from graph.values import Counts
from graph.vocabulary import Kind, RelationType

HANG_S = 60  # the promise is 5; a busy machine may be late, a hanging one never comes

pytestmark = [pytest.mark.neo4j, pytest.mark.xdist_group("neo4j")]


@pytest.fixture
def cypher(neo4j_server):
    """Runs a query beside the store and gives its rows."""
    driver = GraphDatabase.driver(neo4j_server.url, auth=(neo4j_server.user, neo4j_server.password))

    def run(query, **parameters):
        return [tuple(row) for row in driver.execute_query(query, parameters, database_=neo4j_server.database)[0]]

    yield run
    driver.close()


@pytest.fixture
def bare(cypher):
    """An emptied database that only its indexes remember; it is emptied again at the end."""
    cypher("MATCH (n:Noteweave) DETACH DELETE n")
    yield cypher
    cypher("MATCH (n:Noteweave) DETACH DELETE n")


@pytest.fixture
def opened(neo4j_server):
    """Opens the store as a caller would; closed at the end."""
    stores = []

    def open_it(**changes):
        settings = {"user": neo4j_server.user, "password": neo4j_server.password, "database": neo4j_server.database}
        stores.append(open_store(neo4j_server.url, **{**settings, **changes}))
        return stores[-1]

    yield open_it
    for store in stores:
        store.close()


@pytest.fixture
def store(opened):
    store = opened()
    store.clear()
    return store


# -- a server that does not answer, or refuses ---------------------------------------------------------


@contextmanager
def silent_port():
    """A port that takes connections and never says a word."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def opening_fails(url):
    """The error of opening the URL, which must come and not hang."""
    errors = []

    def attempt():
        try:
            open_store(url, user="neo4j", password="x").close()
        except StoreUnavailableError as error:
            errors.append(error)

    thread = threading.Thread(target=attempt, daemon=True)
    thread.start()
    thread.join(HANG_S)
    return errors[0] if errors else None


@pytest.mark.parametrize("scheme", ["bolt", "neo4j", "bolt+s"])
def test_a_server_that_says_nothing_is_given_up(scheme):
    with silent_port() as port:
        error = opening_fails(f"{scheme}://127.0.0.1:{port}")
    assert f"{scheme}://127.0.0.1:{port}: no Neo4j answers" in str(error)


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_no_server_at_all_is_told(scheme):
    assert "no Neo4j answers" in str(opening_fails(f"{scheme}://127.0.0.1:{free_port()}"))


def test_a_wrong_password_is_refused_and_not_repeated(opened):
    with pytest.raises(StoreRefusedError, match="refuses this user or password") as caught:
        opened(password="open sesame")
    assert "sesame" not in str(caught.value)


def test_a_database_that_is_not_there_is_named(opened):
    with pytest.raises(StoreUnavailableError, match=r'no database "elsewhere".*NOTEWEAVE_NEO4J_DATABASE'):
        opened(database="elsewhere")


def test_the_routing_scheme_reaches_the_same_graph(store, neo4j_server):
    store.replace_document(garden())
    routed = open_store(
        neo4j_server.url.replace("bolt://", "neo4j://"), user=neo4j_server.user, password=neo4j_server.password
    )
    assert routed.counts() == store.counts()
    routed.close()


def test_a_closed_store_says_so(opened):
    store = opened()
    store.close()
    with pytest.raises(StoreUnavailableError):
        store.counts()
    with pytest.raises(StoreUnavailableError):
        store.remove_document("garden.md")


# -- full text -----------------------------------------------------------------------------------------

ENDLESS = {
    "one word": "x" * 5_000,
    "many words": " ".join(f"w{n}" for n in range(5_000)),
    "many words in one": "q_" * 2_000,
    "many long words": " ".join(f"{n}" * 200 for n in range(2_000)),
    "accents": "\u00e9" * 1_500,
}


@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS)
def test_a_text_beyond_the_index_s_measure_is_still_only_text(store, text):
    store.replace_document(garden())
    assert store.find_entities(text, limit=3) == store.find_statements(text, limit=3, any_word=True) == ()
    assert store.find_statements(text, limit=3) == ()
    found = store.find_statements(f"sprinkler {text}", limit=3, any_word=True)
    assert [statement.text for statement in found] == ["the pump starts the sprinkler"]


# -- a database with something in it -------------------------------------------------------------------


def test_nodes_of_others_are_neither_read_nor_touched(store, cypher):
    cypher(
        """CREATE (a:Foreign:Entity:Service {id: 'pump', name: 'Pump', kind: 'service', folded: 'pump', key: 'pump'}),
        (b:Foreign:Document {path: 'garden.md', document: 'garden.md', text: 'theirs'}),
        (a)-[:TRIGGERS {statements: ['theirs']}]->(b), (b)-[:ABOUT]->(a)"""
    )
    theirs = "MATCH (n:Foreign) OPTIONAL MATCH (n)-[r]->() RETURN labels(n), properties(n), type(r), properties(r)"
    before = sorted(map(repr, cypher(theirs)))
    try:
        assert store.counts() == Counts(0, 0, 0, 0, 0)
        assert store.entity("pump") is None
        assert store.named("pump") == store.find_entities("pump", limit=3) == store.documents() == ()
        store.replace_document(garden())
        store.replace_document(shed())
        assert len([e for e in store.iter_entities() if e.id == "pump"]) == 1
        store.remove_document("garden.md")
        store.clear()
        assert sorted(map(repr, cypher(theirs))) == before
    finally:
        cypher("MATCH (n:Foreign) DETACH DELETE n")


def test_a_noteweave_label_of_somebody_else_is_refused(bare, opened):
    bare("CREATE (:Noteweave {mine: true})")
    with pytest.raises(StoreRefusedError, match="no graph of ours; choose another database"):
        opened()
    assert bare("MATCH (n:Noteweave) RETURN count(n)") == [(1,)]


def test_a_graph_of_a_newer_version_is_left_alone(bare, opened):
    opened().close()
    bare("MATCH (s:Noteweave:Store) SET s.schema_version = 99")
    with pytest.raises(StoreVersionError, match=r"newer Noteweave wrote this graph.*99"):
        opened()
    assert bare("MATCH (s:Noteweave:Store) RETURN s.schema_version") == [(99,)]


def test_an_empty_database_is_begun_only_on_request(bare, opened):
    with pytest.raises(StoreMissingError, match="noteweave ingest"):
        opened(create=False)
    assert bare("MATCH (n:Noteweave) RETURN count(n)") == [(0,)]
    opened().close()
    assert opened(create=False).counts() == Counts(0, 0, 0, 0, 0)


# -- what a person with a Cypher prompt finds ----------------------------------------------------------


def test_kinds_are_labels_and_relations_are_relationship_types(store, cypher):
    store.replace_document(garden())
    found = cypher(
        """MATCH (p:Noteweave:Entity:Service {name: 'Pump'})-[r:TRIGGERS]->(s:Service)
        UNWIND r.statements AS id MATCH (t:Statement {statement_id: id})-[:IN]->(d:Document), (t)-[:ABOUT]->(p)
        RETURN s.name, t.text, d.path, r.rules"""
    )
    assert found == [("Sprinkler", "the pump starts the sprinkler", "garden.md", ["verb"])]
    assert cypher("MATCH (:Noteweave:Limit)<-[:HAS_LIMIT]-(o:Service) RETURN o.name") == [("Rain Tank",)]


def test_a_changed_kind_changes_the_label(store, cypher):
    for kind, label in ((Kind.FEATURE, "Feature"), (Kind.TECHNOLOGY, "Technology")):
        notes = Notes("a.md")
        notes.name("Pump", kind=kind)
        store.replace_document(notes.build())
        assert cypher("MATCH (e:Noteweave:Entity) RETURN labels(e)") == [(["Noteweave", "Entity", label],)]


def test_the_server_refuses_a_write_in_a_read(store):
    with pytest.raises(ClientError) as caught:
        store._ask("CREATE (n:Noteweave:Entity {id: 'sneaked in'})")
    assert caught.value.code == "Neo.ClientError.Statement.AccessMode"
    assert store.counts().entities == 0


def test_the_same_contribution_again_writes_no_fact_anew(store, cypher):
    store.replace_document(garden())
    nodes = "MATCH (n:Noteweave) WHERE NOT n:Store OPTIONAL MATCH (n)-[r]->() RETURN elementId(n), elementId(r)"
    before = sorted(map(repr, cypher(nodes)))
    store.replace_document(garden())
    assert sorted(map(repr, cypher(nodes))) == before


# -- beside the embedded store -------------------------------------------------------------------------


def test_the_export_is_that_of_the_embedded_store_byte_for_byte(store, tmp_path):
    embedded = open_store(tmp_path / "same.db")
    joining = Notes("joining.md")
    joining.name("Rain Tank", rule="abbreviation", same_as="pump")
    joining.edge("pump", RelationType.USE_INSTEAD_OF, joining.name("Hose \U0001f4a7"), "a \U0001f4a7 hose", "when dry")
    joining.edge("pump", RelationType.USES, joining.name("\uffee gasket"), "a gasket")
    steps = [
        lambda s: s.replace_document(garden()),
        lambda s: s.replace_document(shed()),
        lambda s: s.replace_document(garden()),
        lambda s: s.replace_document(joining.build()),
        lambda s: s.remove_document("garden.md"),
        lambda s: s.remove_document("joining.md"),
    ]
    for step in steps:
        step(store)
        step(embedded)
        assert exported(store) == exported(embedded)
    embedded.close()


def exported(store):
    file = io.StringIO()
    write_export(store, file)
    return file.getvalue()

"""The JSON export: the same bytes for equal graphs, back without loss, and clear words about bad files."""

from __future__ import annotations

import io
import json
from contextlib import suppress

import pytest
from graph_samples import FEW, Notes, contributions, garden, shed
from hypothesis import given, settings
from hypothesis import strategies as st

from graph import open_store
from graph.errors import ExportFormatError
from graph.interchange import export_graph, write_export
from graph.interchange_reader import import_graph, read_export
from graph.values import Limit
from graph.vocabulary import Bound, RelationType


def exported(store) -> str:
    file = io.StringIO()
    write_export(store, file)
    return file.getvalue()


@pytest.fixture(scope="module")
def garden_text(tmp_path_factory) -> str:
    store = open_store(tmp_path_factory.mktemp("garden") / "garden.db")
    store.replace_document(garden())
    text = exported(store)
    store.close()
    return text


@pytest.fixture
def garden_export(garden_text, tmp_path):
    path = tmp_path / "garden.json"
    path.write_text(garden_text, encoding="utf-8")
    return path


def test_the_export_says_what_the_format_describes(store):
    store.replace_document(garden())
    store.set_root("home", "/very/secret/folder")
    text = exported(store)
    content = json.loads(text)
    assert (content["format"], content["version"]) == ("noteweave-graph", 1)
    assert content["documents"][0]["path"] == "garden.md"
    assert content["lines"][0] == {"document": "garden.md", "line": 1, "bucket": "statement"}
    assert content["statements"][0]["about"] in {"pump", "rain-tank"}
    (limit,) = [entity for entity in content["entities"] if entity["kind"] == "limit"]
    assert limit["limit"] == {"quantity": "volume", "bound": "max", "value": 300, "unit": "litres", "scope": None}
    assert '"value": 300}' in text
    (reads,) = [relation for relation in content["relations"] if relation["relation"] == "reads_from"]
    assert reads["condition"] == "when it has rained"
    assert reads["evidence"][0]["line_start"] == 6
    assert "secret" not in text


@pytest.mark.embedded
def test_keys_are_sorted_and_lists_are_in_order(store):
    store.replace_document(garden())
    store.replace_document(shed())
    text = exported(store)
    content = json.loads(text, object_pairs_hook=lambda pairs: pairs)

    def assert_sorted(value):
        if isinstance(value, list) and value and isinstance(value[0], tuple):
            assert [name for name, _ in value] == sorted(name for name, _ in value)
        for part in value if isinstance(value, list) else ():
            assert_sorted(part[1] if isinstance(part, tuple) else part)

    assert_sorted(content)
    plain = json.loads(text)
    for name in ("documents", "entities", "statements"):
        ids = [item["id"] for item in plain[name]]
        assert ids == sorted(ids)


def test_the_order_of_reading_leaves_no_trace(store_factory):
    texts = []
    for order in ([garden(), shed()], [shed(), garden()], [shed(), garden(), garden(), shed()]):
        store = store_factory()
        for contribution in order:
            store.replace_document(contribution)
        texts.append(exported(store))
    assert texts[0] == texts[1] == texts[2]


def test_an_empty_graph_goes_out_and_comes_back(store, tmp_path):
    path = tmp_path / "empty.json"
    path.write_text("".join(export_graph(store)), encoding="utf-8")
    assert json.loads(path.read_text())["documents"] == []
    assert import_graph(store, path) == 0


def assert_an_import_is_the_same_now_and_after_a_document_goes(store, path, documents):
    for document in documents:
        store.replace_document(document)
    before = exported(store)
    path.write_text(before, encoding="utf-8")
    store.remove_document(documents[1].document.path)
    without = exported(store)
    store.clear()
    assert import_graph(store, path) == len(documents)
    assert exported(store) == before
    store.remove_document(documents[1].document.path)
    assert exported(store) == without


def test_an_imported_graph_is_the_same_now_and_after_a_document_goes(store, tmp_path):
    joining = Notes("joining.md")
    joining.name("Rain Tank", rule="abbreviation", same_as="pump")
    documents = (garden(), joining.build(), shed())
    assert_an_import_is_the_same_now_and_after_a_document_goes(store, tmp_path / "graph.json", documents)


@pytest.mark.embedded
@FEW
@given(documents=st.tuples(contributions("a.md"), contributions("b.md"), contributions("sub/c.md")))
def test_any_imported_graph_is_the_same_now_and_after_a_document_goes(store, tmp_path, documents):
    store.clear()
    assert_an_import_is_the_same_now_and_after_a_document_goes(store, tmp_path / "graph.json", documents)


def test_edges_within_one_entity_and_odd_limits_survive(store, tmp_path):
    notes = Notes("a.md")
    pump, engine = notes.name("Pump"), notes.name("Engine", same_as="pump")
    notes.edge(pump, RelationType.USES, engine, "the pump has an engine")
    notes.limit(pump, Limit("Flow Rate", Bound.MAX, 5.0), "five")
    notes.limit(engine, Limit("flow rate", Bound.MAX, 5.0), "five too")
    store.replace_document(notes.build())
    kept = store.contribution("a.md")
    path = tmp_path / "a.json"
    path.write_text(exported(store), encoding="utf-8")
    assert read_export(path) == [kept]


def test_import_replaces_documents_of_the_same_path_and_keeps_others(store, garden_export):
    store.replace_document(shed())
    assert import_graph(store, garden_export) == 1
    assert [document.path for document in store.documents()] == ["garden.md", "shed/tools.md"]


@pytest.mark.embedded
def test_an_export_without_the_additional_fields_is_read_by_its_entities(garden_export, store):
    content = json.loads(garden_export.read_text(encoding="utf-8"))
    del content["sleeping"]
    for document in content["documents"]:
        del document["reader"]
    for statement in content["statements"]:
        del statement["key"]
    for name in content["names"]:
        del name["same_as"]
    for relation in content["relations"]:
        for evidence in relation["evidence"]:
            del evidence["source_key"], evidence["target_key"]
    garden_export.write_text(json.dumps(content), encoding="utf-8")
    import_graph(store, garden_export)
    assert json.loads(exported(store))["relations"]
    assert [e.id for e in store.iter_entities()][:2] == ["pump", "pump/timer"]


def _set(*way, to):
    def change(content):
        for step in way[:-1]:
            content = content[step]
        content[way[-1]] = to

    return change


BROKEN = [
    (_set("format", to="other"), "no Noteweave export"),
    (_set("version", to=2), "version 2 of the format"),
    (_set("statements", to={}), "statements: a list is wanted"),
    (_set("statements", 1, to=7), r"statements\[1\]: an object is wanted"),
    (_set("statements", 1, "line_start", to="5"), r"statements\[1\]\.line_start: a whole number is wanted"),
    (_set("statements", 1, "line_start", to=True), r"statements\[1\]\.line_start: a whole number is wanted"),
    (_set("statements", 0, "facets", to=["colour"]), r"statements\[0\]\.facets: 'colour' is not in the vocabulary"),
    (_set("statements", 0, "key", to="hose"), '"hose"'),
    (_set("relations", 0, "relation", to="trigers"), r'relations\[0\]\.relation: "trigers" is not in the vocabulary'),
    (_set("relations", 0, "evidence", 0, "statement", to="x"), 'statement "x" is not in the document'),
    (_set("relations", 0, "evidence", 0, "document", to="x"), r'relations\[0\]\.evidence\[0\]\.document: "x"'),
    (_set("names", 0, "kind", to="thing"), r"names\[0\]\.kind"),
    (_set("documents", 0, "text", to=None), r"documents\[0\]\.text: text is wanted"),
    (_set("documents", 0, "title", to="\ud800"), r"documents\[0\]\.title: half a surrogate"),
    (_set("lines", 0, "bucket", to="bin"), r"lines\[0\]\.bucket"),
]


@pytest.mark.embedded
@pytest.mark.parametrize(("change", "problem"), BROKEN)
def test_a_broken_export_is_refused_with_file_and_place_before_anything_is_written(
    garden_export, store, change, problem
):
    content = json.loads(garden_export.read_text(encoding="utf-8"))
    change(content)
    garden_export.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(ExportFormatError, match=f"garden.json: .*{problem}") as caught:
        import_graph(store, garden_export)
    assert "\n" not in str(caught.value)
    assert store.counts().documents == 0


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{", b"\xff\xfe\x00", b'"text"', b"{}", b"[" * 100_000, b'{"format": "noteweave-graph"}'],
    ids=["empty", "list", "cut", "binary", "text", "no format", "deep", "no version"],
)
def test_what_is_no_export_is_refused_in_one_line(tmp_path, content):
    path = tmp_path / "x.json"
    path.write_bytes(content)
    with pytest.raises(ExportFormatError, match=r"x\.json") as caught:
        read_export(path)
    assert "\n" not in str(caught.value)


def test_an_export_that_is_not_there_is_said_to_be_so(tmp_path):
    with pytest.raises(ExportFormatError, match="cannot be read"):
        read_export(tmp_path / "none.json")


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.just("garden.md"),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)


@settings(FEW, max_examples=150)
@given(data=st.data())
def test_whatever_is_changed_in_an_export_it_is_read_or_refused(tmp_path_factory, garden_text, data):
    file = tmp_path_factory.mktemp("changed") / "x.json"
    content = json.loads(garden_text)
    place = content
    while True:
        steps = list(place) if isinstance(place, dict) else list(range(len(place)))
        step = data.draw(st.sampled_from(steps))
        if not place[step] or not isinstance(place[step], dict | list) or data.draw(st.integers(0, 4)) == 0:
            break
        place = place[step]
    if data.draw(st.booleans()):
        place[step] = data.draw(JSON_VALUES)
    else:
        del place[step]
    file.write_text(json.dumps(content), encoding="utf-8")
    store = open_store(file.with_suffix(".db"))
    with suppress(ExportFormatError):
        import_graph(store, file)
    assert exported(store)
    store.close()

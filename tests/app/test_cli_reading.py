"""The commands that read notes and show what they say."""

from __future__ import annotations

import io
import json
import sys
from contextlib import closing
from pathlib import Path

import pytest
from command_line import QUEUE_NOTES, CommandLine

from graph.identity import name_key
from graph.stores import open_store
from graph.values import Contribution, Document, EdgeFact, NameClaim, StatementFact
from graph.vocabulary import Kind, RelationType


def test_ingest_says_what_it_did(noteweave: CommandLine) -> None:
    noteweave.write("notes/sqs.md", QUEUE_NOTES)
    noteweave.write("notes/.trash/old.md", "x")
    assert noteweave.ok("ingest", "notes").out == "Documents: 1 added (skipped: 1 hidden)\n"
    assert noteweave.ok("ingest", "notes").out == "Documents: 1 left alone (skipped: 1 hidden)\n"
    assert noteweave.ok("ingest", "notes", "--json").json == {
        "added": [],
        "changed": [],
        "removed": [],
        "unchanged": ["sqs.md"],
        "failed": [],
        "skipped": {"hidden": 1, "links": 0},
    }


def test_ingest_reads_standard_input(noteweave: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(QUEUE_NOTES.encode())))
    noteweave.ok("ingest", "-")
    [document] = noteweave.ok("documents", "--json").json
    assert document["title"] == "SQS"


def test_a_dry_run_leaves_no_store_behind(noteweave: CommandLine) -> None:
    noteweave.write("notes/sqs.md", QUEUE_NOTES)
    assert "1 added" in noteweave.ok("ingest", "notes", "--dry-run").out
    assert not noteweave.store.exists()


def test_the_graph_does_not_depend_on_how_it_was_read(noteweave: CommandLine, two_notes: Path) -> None:
    notes = two_notes / "notes"
    noteweave.ok("--store", "once.db", "ingest", notes)
    noteweave.ok("--store", "twice.db", "ingest", notes / "sqs.md", "--root", notes)
    noteweave.ok("--store", "twice.db", "ingest", notes / "sns.md", "--root", notes)
    noteweave.ok("--store", "twice.db", "ingest", notes, "--jobs", "2")
    assert noteweave.export("--store", "once.db") == noteweave.export("--store", "twice.db")


def test_packs_come_from_option_and_environment(noteweave: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    noteweave.write("a.md", "# Garden\n- The Wurzelwerk grows\n")
    pack = noteweave.write("p.toml", 'pack = "p"\n[[entity]]\nname = "Wurzelwerk"\nkind = "technology"\n')
    noteweave.ok("ingest", "a.md")
    assert noteweave("show", "Wurzelwerk").code == 1
    noteweave.ok("ingest", "a.md", "--pack", pack)
    assert noteweave.ok("show", "Wurzelwerk", "--json").json["entity"]["kind"] == "technology"
    noteweave.ok("ingest", "a.md", "--no-pack")
    monkeypatch.setenv("NOTEWEAVE_PACKS", str(pack))
    assert "1 changed" in noteweave.ok("ingest", "a.md").out
    noteweave.ok("show", "Wurzelwerk")


def test_documents_and_forget(with_notes: CommandLine) -> None:
    listed = with_notes.ok("documents", "--json").json
    assert [(document["id"], document["title"]) for document in listed] == [("sns.md", "SNS"), ("sqs.md", "SQS")]
    assert set(listed[0]) == {"id", "title", "lines", "statements", "relations", "limits"}
    assert "sns.md" in with_notes.ok("documents").out

    assert "nothing.md" in with_notes.refused("forget", "sns.md", "nothing.md")
    assert with_notes.ok("forget", "sns.md", "--json").json == {"removed": ["sns.md"]}
    assert "sns.md" not in with_notes.export()
    assert with_notes("show", "SNS").code == 1


def test_show_lists_both_directions_with_lines_limits_and_facets(with_notes: CommandLine) -> None:
    shown = with_notes.ok("show", "lambda").out
    assert "Lambda" in shown
    assert "triggered by" in shown
    assert "sns.md:4" in shown
    assert "SNS triggers Lambda" in shown

    queue = with_notes.ok("show", "SQS").out
    assert "triggers" in queue
    assert "sqs.md:5" in queue
    assert "256 KB" in queue
    assert "Statements: " in queue


def test_show_as_json(with_notes: CommandLine) -> None:
    shown = with_notes.ok("show", "SQS", "--json").json
    assert set(shown) >= {"entity", "statements", "limits", "relations"}
    assert shown["entity"]["kind"] == "service"
    [limit] = shown["limits"]
    assert (limit["owner_name"], limit["bound"], limit["value"], limit["unit"]) == ("SQS", "max", 256, "KB")
    triggers = [r for r in shown["relations"] if r["relation"] == "triggers"]
    assert [(r["source"], r["target"]) for r in triggers] == [("sqs", "lambda")]
    assert triggers[0]["evidence"][0]["line_start"] == 5


def test_a_misspelt_name_is_mended_and_said(with_notes: CommandLine) -> None:
    result = with_notes.ok("show", "lambada")
    assert '"lambada"' in result.err
    assert "Lambda" in result.out


def test_an_unknown_name_gets_the_nearest_ones(with_notes: CommandLine) -> None:
    assert "did you mean" in with_notes.refused("show", "FIFA queues of SQS")


def test_a_name_of_several_things_lists_the_choices(noteweave: CommandLine) -> None:
    claims = [
        NameClaim(name_key(name, owner), name, line, "heading", kind)
        for line, (name, owner, kind) in enumerate(
            [
                ("Oven", None, Kind.SERVICE),
                ("Door", "oven", Kind.FEATURE),
                ("Fridge", None, Kind.SERVICE),
                ("Door", "fridge", Kind.FEATURE),
            ],
            start=1,
        )
    ]
    text = "".join(f"# {claim.text}\n" for claim in claims)
    statement = StatementFact("kitchen.md#1", 1, 4, text, "oven")
    edges = [
        EdgeFact(owner, RelationType.HAS_FEATURE, f"{owner}/door", None, statement.id, 1, 4, "outline")
        for owner in ("oven", "fridge")
    ]
    document = Document("kitchen.md", "Kitchen", "0" * 64, 4, text)
    with closing(open_store(noteweave.store)) as store:
        store.replace_document(
            Contribution(document, "test", (), (statement,), names=tuple(claims), edges=tuple(edges))
        )
    problem = noteweave.refused("show", "door")
    assert "Oven Door" in problem
    assert "Fridge Door" in problem
    assert noteweave.ok("show", "Fridge door", "--json").json["entity"]["id"] == "fridge/door"


def test_find_looks_in_names_and_statements(with_notes: CommandLine) -> None:
    found = with_notes.ok("find", "subscribers", "--json").json
    assert [statement["line_start"] for statement in found["statements"]] == [3]
    assert [entity["name"] for entity in with_notes.ok("find", "SNS", "--json").json["entities"]][:1] == ["SNS"]
    assert "sns.md:3" in with_notes.ok("find", "subscribers").out


@pytest.mark.parametrize("text", ['"', "AND OR", "a* NOT (b", "'; DROP TABLE entities; --", "\x1b[31m"])
def test_find_takes_any_text_for_text(with_notes: CommandLine, text: str) -> None:
    result = with_notes.ok("find", text)
    assert "\x1b" not in result.out


def test_path_shows_each_step_with_its_lines(with_notes: CommandLine) -> None:
    [way, *_] = with_notes.ok("path", "SQS", "SNS", "--json").json["paths"]
    assert [(step["source"], step["relation"], step["target"]) for step in way] == [
        ("sqs", "triggers", "lambda"),
        ("sns", "triggers", "lambda"),
    ]
    shown = with_notes.ok("path", "SQS", "SNS").out
    assert "SQS triggers Lambda" in shown
    assert "Lambda triggered by SNS" in shown
    assert "sns.md:4" in shown


def test_an_unconnected_pair_has_no_path_and_that_is_an_answer(noteweave: CommandLine) -> None:
    noteweave.write("a.md", "# Oven\n- Hot\n")
    noteweave.write("b.md", "# Fridge\n- Cold\n")
    noteweave.ok("ingest", "a.md", "b.md")
    assert noteweave.ok("path", "Oven", "Fridge", "--json").json == {"paths": []}
    assert "no way" in noteweave.ok("path", "Oven", "Fridge").out


def test_export_and_import_lose_nothing(with_notes: CommandLine) -> None:
    exported = with_notes.export()
    with_notes.ok("export", "--format", "json", "-o", "graph.json")
    assert (with_notes.folder / "graph.json").read_text(encoding="utf-8") == exported
    assert "2 documents" in with_notes.ok("--store", "copy.db", "import", "graph.json").out
    assert with_notes.export("--store", "copy.db") == exported
    assert json.loads(exported)["format"] == "noteweave-graph"


def test_an_import_can_be_read_over(with_notes: CommandLine) -> None:
    with_notes.ok("export", "-o", "graph.json")
    with_notes.ok("--store", "copy.db", "import", "graph.json")
    assert "2 left alone" in with_notes.ok("--store", "copy.db", "ingest", "notes").out


def test_a_right_pack_passes_the_check(with_notes: CommandLine) -> None:
    pack = with_notes.write("mine.toml", 'pack = "mine"\n[[entity]]\nname = "Wurzel"\nkind = "concept"\n')
    assert "no problem" in with_notes.ok("pack", "check", pack).out
    assert with_notes.ok("pack", "check", pack, "--json").json["problems"] == []


def test_words_of_notes_cannot_steer_the_terminal(noteweave: CommandLine) -> None:
    noteweave.write("a.md", "# Oven\n- Oven shows [bold red]hot[/] and \x1b[31mred\x1b[0m signs\n")
    noteweave.ok("ingest", "a.md")
    shown = noteweave.ok("show", "Oven").out
    assert "[bold red]hot[/]" in shown
    assert "\x1b" not in shown

"""`noteweave ask` at a terminal, for programs, and for many questions at once."""

from __future__ import annotations

import io
import json
import subprocess
import sys

FIELDS = ["question", "kind", "understood", "sentence", "entities", "limits", "evidence", "subgraph", "suggestions"]
HEAVY = ("spacy", "streamlit", "pandas", "neo4j", "networkx", "pyvis")


class Bytes:
    """Standard input with the bytes that a program would pipe in."""

    def __init__(self, content: bytes) -> None:
        self.buffer = io.BytesIO(content)


def test_an_answer_shows_its_sentence_and_its_lines(with_notes):
    shown = with_notes.ok("ask", "what can trigger Lambda").out
    assert "SQS" in shown
    assert "SNS" in shown
    assert "sqs.md:5" in shown


def test_the_lines_that_are_left_out_are_counted_as_one_would_say_it(noteweave):
    notes = [
        f"- {name} max {size} MB"
        for size, name in enumerate(["files", "blobs", "sails", "oars", "ropes", "nets", "decks"], 2)
    ]
    (noteweave.folder / "kafka.md").write_text(
        "# Kafka\n\n" + "\n".join([*notes, "- retention max 9 days", "- max 5 GB"])
    )
    noteweave.ok("ingest", "kafka.md")
    assert "and 1 more line\n" in noteweave.ok("ask", "limits of Kafka").out


def test_the_json_has_every_field_of_the_contract(with_notes):
    answer = with_notes.ok("ask", "how big can an SQS message be", "--json").json
    assert list(answer)[: len(FIELDS)] == FIELDS
    assert answer["kind"] == "value"
    assert answer["limits"][0]["value"] == 256
    assert answer["limits"][0]["unit"] == "KB"
    assert {"document", "line_start", "line_end", "text"} == set(answer["evidence"][0])


def test_what_the_notes_do_not_say_is_an_answer_and_no_error(with_notes):
    answer = with_notes.ok("ask", "what does SQS cost", "--json").json
    assert answer["kind"] == "unknown"
    assert answer["evidence"] == []
    assert "do not say" in answer["sentence"]


def test_questions_come_from_standard_input_blank_ones_too(with_notes, monkeypatch):
    monkeypatch.setattr(sys, "stdin", Bytes(b"what triggers Lambda\n\nwhat is SQS\r\n" + b"\xff?\n"))
    lines = with_notes.ok("ask", "-", "--json").out.splitlines()
    assert len(lines) == 4
    answers = [json.loads(line) for line in lines]
    assert [answer["kind"] for answer in answers[:2]] == ["entities", "unknown"]
    assert answers[2]["question"] == "what is SQS"


def test_one_question_too_long_is_told_and_the_others_are_answered(with_notes, monkeypatch):
    monkeypatch.setattr(sys, "stdin", Bytes(b"x" * 1_001 + b"\nwhat triggers Lambda\n"))
    lines = with_notes.ok("ask", "-", "--json").out.splitlines()
    kinds = [json.loads(line)["kind"] for line in lines]
    assert kinds == ["unknown", "entities"]


def test_a_question_too_long_is_refused_in_one_line(with_notes):
    assert "1,000" in with_notes.refused("ask", "x" * 1_001)


QUESTIONS = ("what can trigger Lambda", "SNS vs SQS", "max message size of sqs", "what is zorg")


def test_asking_imports_nothing_heavy(with_notes):
    script = f"""
import sys
from app.cli import run
for question in {QUESTIONS!r}:
    code = run(["ask", question, "--store", {str(with_notes.store)!r}])
    loaded = [name for name in {HEAVY!r} if name in sys.modules]
    if loaded or code:
        sys.exit(f"{{question}}: exit code {{code}}, loaded: {{loaded}}")
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr

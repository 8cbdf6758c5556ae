"""What reading promises for any text at all: it never raises, loses no line, points at nothing that is not there."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from graph.resolve import check
from graph.text import split_lines
from graph.values import Contribution
from graph.vocabulary import Bucket
from ingest.bundled import notes_folder
from ingest.packs.files import shipped_packs
from ingest.pipeline import read_document

ROOT = Path(__file__).parents[2]
COVERED = (Bucket.LEAD_IN, Bucket.EDGE, Bucket.LIMIT, Bucket.DEFINITION, Bucket.STATEMENT)
"""Buckets whose every line is covered by a statement."""

PIECES = st.sampled_from(
    [
        "# ",
        "## ",
        "###### ",
        "- ",
        "* ",
        "+ ",
        "• ",
        "1. ",
        "a) ",
        "> ",
        ">> ",
        "\t",
        "            ",
        "- [ ] ",
        "``` ",
        "```",
        "~~~",
        "---",
        "===",
        "...",
        "Q: what?",
        "A: that",
        "SQS",
        "Lambda",
        "oven",
        "FIFO queue",
        "Default: ",
        "max 5 MB",
        ": explained",
        "A = B",
        " -> ",
        " => ",
        "\n",
        "\n\n",
        "\r",
        "\r\n",
        "\x0c",
        "\x85",
        "\u2028",
        "\u3000",
        "\xa0",
        "\ufeff",
        "\u200b",
        "\x01",
        "\x1b",
        "\x7f",
        "😀",
        "ǅ",
        "İ",
        "ß",
        "日本語",
        "عربي",
        "Types of queues:",
        "Not suitable for",
        "Great for:",
        "AWS says:",
        "e.g. ",
        "(",
        ")",
        "[[x]]",
        "[x](",
        "`",
        "**",
        "__",
        "?",
        "!",
        "—",
        ";",
        ". ",
        ", ",
        "$5 per GB",
        "1-35 days",
        "1,000,000",
        "²",
        "½",
        "١٢",
        "9e999",
        "<b>",
        "Simple Queue Service (SQS)",
        "uses",
        "triggers",
        "does not",
        "instead of",
        "don't use",
        "and",
        "or",
        "if",
        "per ",
        "word",
    ]
) | st.sampled_from(["| a | b |\n|---|---|\n| c | d |\n", "|", "\\|", " "])
MADE_UP = st.lists(PIECES, max_size=40).map("".join)
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=300)
RAGGED = [
    "",
    "\n",
    " ",
    "\ufeff",
    "\ufeff\n",
    "\u200b",
    "# \n#\n",
    "#  ;",
    ">  \n x",
    "> : word\nword\n> : word",
    "```\nnever closed",
    "~~~",
    "---\na: b",
    "---\n- x\n---\n",
    "|",
    "a|b\n-|-\n|\n||\n",
    " " * 5000 + "- deep",
    "\t" * 3000 + "1. deep",
    "- " * 3000,
    "> " * 3000,
    "1. " * 400,
    "(" * 3000,
    "a. B" * 300,
    "word " * 3000,
    "x" * 20000,
    "[x](" * 300,
    "5 MB " * 500,
    "SQS triggers Lambda and " * 100,
    "oven\n: hot  \n: cold",
    "\r\r\n\n\r",
]

THOROUGH = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read_text(text: str) -> Contribution:
    return read_document("shelf/page.md", text.encode(), shipped_packs())


FIELDS = ("buckets", "statements", "names", "edges", "limits")


def promises_kept(text: str) -> None:
    contribution = read_text(text)
    lines = split_lines(contribution.document.text)
    check(contribution)
    assert_every_line_has_its_bucket(contribution, lines)
    assert_statements_are_slices(contribution, lines)
    assert_nothing_points_outside(contribution, len(lines))


def assert_every_line_has_its_bucket(contribution: Contribution, lines: list[str]) -> None:
    filled = [number for number, line in enumerate(lines, 1) if line.strip().lstrip("\ufeff").strip()]
    assert sorted(bucket.line for bucket in contribution.buckets) == filled
    covered = {n for s in contribution.statements for n in range(s.line_start, s.line_end + 1)}
    assert covered >= {bucket.line for bucket in contribution.buckets if bucket.bucket in COVERED}


def assert_statements_are_slices(contribution: Contribution, lines: list[str]) -> None:
    for statement in contribution.statements:
        place = "\n".join(lines[statement.line_start - 1 : statement.line_end])
        assert statement.text
        assert statement.text in place
        assert statement.text.count("\n") == statement.line_end - statement.line_start
    ids = [statement.id for statement in contribution.statements]
    assert len(ids) == len(set(ids))


def assert_nothing_points_outside(contribution: Contribution, count: int) -> None:
    for fact in (*contribution.statements, *contribution.edges, *contribution.limits):
        assert 1 <= fact.line_start <= fact.line_end <= count
    for claim in contribution.names:
        assert 1 <= claim.line <= max(1, count)
        assert claim.key
        assert claim.text.strip()


@THOROUGH
@given(ANY_TEXT)
def test_any_text_is_read(text: str) -> None:
    promises_kept(text)


@THOROUGH
@given(MADE_UP)
def test_any_heap_of_markup_is_read(text: str) -> None:
    promises_kept(text)


@pytest.mark.parametrize("text", RAGGED, ids=lambda text: repr(text[:12]))
def test_ragged_texts_are_read(text: str) -> None:
    promises_kept(text)


@settings(THOROUGH, max_examples=40)
@given(MADE_UP)
@example("a\nb")
def test_line_ends_change_nothing_but_the_text(text: str) -> None:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    one, two = read_text(plain), read_text(plain.replace("\n", "\r\n"))
    for field in FIELDS:
        assert getattr(one, field) == getattr(two, field)


@settings(THOROUGH, max_examples=40)
@given(MADE_UP)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read_text(text) == read_text(text)


def test_every_bundled_line_keeps_the_promises() -> None:
    for path in sorted(notes_folder().glob("*.md")):
        promises_kept(path.read_text(encoding="utf-8"))


READ_AND_EXPORT = """
import sys
from pathlib import Path
from graph import export_graph, open_store
from ingest.bundled import notes_folder
from ingest.library import Options, ingest_paths

if __name__ == "__main__":
    options = Options(root=notes_folder(), jobs=int(sys.argv[2]))
    store = open_store(sys.argv[1])
    apart = [[path] for path in sorted(notes_folder().glob("*.md"), reverse=True)]
    for paths in [[notes_folder()]] if options.jobs > 1 else apart:
        ingest_paths(store, paths, options)
    sys.stdout.buffer.write("".join(export_graph(store)).encode())
"""


def test_any_hash_seed_order_and_number_of_jobs_give_the_same_bytes(tmp_path: Path, bundled_export: str) -> None:
    """One process reads the files one by one from the last to the first, another all at once in two jobs."""
    (tmp_path / "read.py").write_text(READ_AND_EXPORT, encoding="utf-8")
    for seed, jobs in (("1", "1"), ("4711", "2")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, str(tmp_path / "read.py"), str(tmp_path / f"{jobs}.db"), jobs]
        done = subprocess.run(command, env=environment, capture_output=True, check=True)
        assert done.stdout.decode() == bundled_export


def test_paths_are_composed_characters_with_slashes() -> None:
    name = unicodedata.normalize("NFD", "küche\\über.md")
    assert read_document(name, b"x", ()).document.path == "küche/über.md"

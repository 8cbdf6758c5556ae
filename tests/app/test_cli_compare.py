"""`noteweave compare`, `limits` and `report` at a terminal, in files and for programs."""

from __future__ import annotations

import csv
import io

import pytest

from app.comparison import as_csv, as_markdown, as_table, safe_cell
from graph.comparison.values import NOT_SAID, Comparison, Quote, Row
from graph.values import Entity
from graph.vocabulary import Kind


def test_a_comparison_shows_both_columns_the_gaps_and_the_limits(with_notes):
    shown = with_notes.ok("compare", "SNS", "SQS").out
    assert "Pushes messages to its subscribers" in shown
    assert "Messages wait in a queue until they are polled" in shown
    assert NOT_SAID in shown
    assert "256 KB" in shown


def test_the_json_is_the_comparisons_own(with_notes):
    table = with_notes.ok("compare", "SNS", "SQS", "--json").json
    assert [entity["name"] for entity in table["entities"]] == ["SNS", "SQS"]
    assert any(row["cells"][1] for row in table["limits"])


def test_a_group_is_compared_by_one_name_and_a_thing_alone_is_refused(with_notes):
    assert "the notes know no kinds of SNS" in with_notes.refused("compare", "SNS")


def test_two_forms_at_once_are_wrong_usage(with_notes):
    assert "cannot be had at once" in with_notes.refused("compare", "SNS", "SQS", "--csv", "--markdown", code=2)


def test_an_unknown_name_is_refused_in_one_line(with_notes):
    assert "zorg" in with_notes.refused("compare", "SNS", "zorg")


def test_the_csv_has_a_row_for_each_facet_and_limit(with_notes):
    rows = list(csv.reader(io.StringIO(with_notes.ok("compare", "SNS", "SQS", "--csv").out)))
    assert rows[0] == ["part", "row", "SNS", "SQS"]
    assert {row[0] for row in rows[1:]} == {"lines", "limits"}
    assert all(len(row) == 4 for row in rows)


def test_limits_are_listed_and_filtered(with_notes):
    assert "256 KB" in with_notes.ok("limits").out
    assert with_notes.ok("limits", "SQS", "--unit", "MB", "--bound", "max", "--json").json[0]["value"] == 256
    assert "no such limit" in with_notes.ok("limits", "SNS").out
    with_notes.refused("limits", "--bound", "most", code=2)


def test_the_report_counts_lines_and_has_a_form_for_programs(with_notes):
    assert "bucket" in with_notes.ok("report").out
    table = with_notes.ok("report", "--json").json
    assert list(table) == ["buckets", "noise", "merges", "contradictions", "lonely"]
    assert sum(table["buckets"].values()) == 9


# -- words of notes are only ever text -----------------------------------------------------------------


def steering(text):
    one, other = Entity("a", "=A", Kind.SERVICE), Entity("b", "B|b", Kind.SERVICE)
    quote = Quote("n.md#1", text, "a", "n.md", 3, 3)
    return Comparison((one, other), (Row("purpose", ((quote,), ())),), names={"a": "=A", "b": "B|b"})


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@sum(a1)", "\t=1", "\r=1"])
def test_no_cell_of_the_csv_is_a_formula(text):
    rows = list(csv.reader(io.StringIO(as_csv(steering(text)), newline="")))
    assert all(not cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row)
    assert rows[0][2] == "'=A"


def test_ordinary_cells_of_the_csv_stay_as_they_are():
    assert safe_cell("4 days") == "4 days"


def test_markdown_keeps_a_cell_in_its_cell(with_notes):
    table = as_markdown(steering("a | b\n<b>bold</b> *stars*")).splitlines()
    (row,) = [line for line in table if "Purpose" in line]
    assert r"a \| b \<b\>bold\</b\> \*stars\*" in row
    assert row.replace(r"\|", "").count("|") == 4
    assert with_notes.ok("compare", "SNS", "SQS", "--markdown").out.startswith("# SNS and SQS\n")


@pytest.mark.parametrize("width", [50, 80, 140])
def test_the_table_fits_the_width_and_wraps(width):
    from rich.console import Console

    console = Console(width=width, file=io.StringIO(), highlight=False)
    console.print(as_table(steering("word " * 60 + "x" * 90), max_lines=5))
    shown = console.file.getvalue()
    assert max(len(line) for line in shown.splitlines()) <= width
    assert shown.count("word") == 60
    assert shown.count("x") == 90


def test_a_long_cell_says_how_many_lines_it_leaves_out():
    from rich.console import Console

    found = steering("first")
    more = tuple(Quote(f"n.md#{n}", f"line {n}", "a", "n.md", n, n) for n in range(1, 9))
    console = Console(width=100, file=io.StringIO())
    console.print(as_table(Comparison(found.entities, (Row("purpose", (more, ())),)), max_lines=3))
    assert "and 5 more" in console.file.getvalue()


# -- pack suggest --------------------------------------------------------------------------------------


def test_a_suggested_pack_is_printed_or_written_and_is_right(with_notes):
    with_notes.write("brewing.md", "# Kettlewright\n\n- Kettlewright heats the mash\n- Kettlewright counts litres\n")
    printed = with_notes.ok("pack", "suggest", "brewing.md").out
    assert 'name = "Kettlewright"' in printed
    assert with_notes.ok("pack", "suggest", "brewing.md", "-o", "own.toml").out == ""
    assert (with_notes.folder / "own.toml").read_text(encoding="utf-8") == printed
    with_notes.ok("pack", "check", "own.toml")
    table = with_notes.ok("pack", "suggest", "brewing.md", "--json").json
    assert table["names"][0]["name"] == "Kettlewright"


def test_a_pack_from_nothing_is_refused(with_notes):
    assert "absent" in with_notes.refused("pack", "suggest", "absent.md")

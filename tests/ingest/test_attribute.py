"""Whom each clause is about, and how a line falls into clauses."""

from __future__ import annotations

import pytest
from reading_samples import about, limits, read_notes


@pytest.mark.parametrize(
    ("text", "words", "subject"),
    [
        ("# SQS\n- Lambda polls the queue\n", "polls", "Lambda"),
        ("# Redis\n- PostgreSQL keeps rows on a disk instead\n", "rows", "PostgreSQL"),
        ("# SQS\n- works well with Lambda\n", "works well", "SQS"),
        ("# Redis\n- quicker than PostgreSQL\n", "quicker", "Redis"),
        ("# SQS\n- if Lambda fails, the message comes back\n", "comes back", "SQS"),
    ],
)
def test_a_name_before_the_verb_is_the_subject_and_one_behind_it_is_not(text: str, words: str, subject: str) -> None:
    assert about(text, words) == {subject}


def test_the_section_comes_back_after_a_line_about_another() -> None:
    text = "# Redis\n- keeps keys in memory\n- PostgreSQL keeps rows\n- loses them without a snapshot\n"
    assert about(text, "loses") == {"Redis"}


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("burns coal; needs water", ["burns coal", "needs water"]),
        ("It burns coal. It needs water.", ["It burns coal.", "It needs water."]),
        ("works with pipes, e.g. Copper ones", ["works with pipes, e.g. Copper ones"]),
        ("holds (one; two) trays", ["holds (one; two) trays"]),
        ("is about 1.5 m long", ["is about 1.5 m long"]),
    ],
)
def test_sentences_and_parts_between_semicolons_are_clauses(line: str, parts: list[str]) -> None:
    contribution = read_notes(f"# Boiler\n- {line}\n")
    assert list(dict.fromkeys(s.text for s in contribution.statements)) == parts


@pytest.mark.parametrize(
    ("text", "owner", "value"),
    [
        ("# SQS\n## Visibility timeout\n- Default: 30 seconds\n", "visibility timeout", 30),
        ("# Kettle\n## Whistle\n- max 90 seconds\n", "whistle", 90),
        ("# Kettle\nDefaults:\n- 2 litres\n", "kettle", 2),
    ],
)
def test_a_limit_belongs_to_what_its_line_is_about(text: str, owner: str, value: float) -> None:
    assert {(name.lower(), number) for name, _, number, _ in limits(text)} == {(owner, value)}


def test_without_any_heading_a_line_is_about_the_document() -> None:
    assert about("It boils all the water that the cook needs for tea and soup.\n", "boils") == {"notes"}


def test_two_lines_with_the_same_words_are_two_statements() -> None:
    contribution = read_notes("# Kettle\n- boils water\n# Pot\n- boils water\n")
    same = [s for s in contribution.statements if s.text == "boils water"]
    assert len(same) == len({s.id for s in same}) == len({s.about for s in same}) == 2


def test_a_line_added_on_top_changes_no_id() -> None:
    lines = "# Kettle\n- boils water\n- whistles when it is done\n"
    before = {s.id for s in read_notes(lines).statements}
    assert before <= {s.id for s in read_notes("A word of greeting stands here.\n\n" + lines).statements}

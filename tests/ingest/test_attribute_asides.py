"""What a line is kept for besides its subject: what it opens or answers with, and what stands around it."""

from __future__ import annotations

import pytest
from reading_samples import about, read_notes


@pytest.mark.parametrize(
    ("text", "words", "second"),
    [
        ("# SQS\n- long polling (20 s) preferred by all\n", "preferred", "long polling"),
        ("# SQS\n- if the cranes are busy, Lambda sends the next barge\n", "next barge", "Lambda"),
        ("# SNS\n- many quays and little time? Kafka then\n", "little time", "Kafka"),
        ("# SQS\n- a ship that nobody can wait for -> take Redis (warm)\n", "nobody", "Redis"),
        ("# Kitchen\n- soup that has to keep a week = PostgreSQL, not the pot\n", "a week", "PostgreSQL"),
        ("# Engine\n## Boiler\nSteam dome holds the driest steam\n    lid weighs 9 stone\n", "9 stone", "Steam dome"),
        ("# Notes\n## SQS\n### Sending cargo in SQS\n- the crew counts the crates\n", "crates", "SQS"),
        ("# Notes\n## SQS\n### Old cranes\n- You can moor Redis as a barge here\n", "a barge", "Redis"),
        ("# Notes\n## SQS\n### Old cranes\nslow\n\n\nin a storm, know when to use SQS\n", "storm", "SQS"),
    ],
)
def test_a_line_is_kept_for_what_its_wording_and_its_place_bring(text: str, words: str, second: str) -> None:
    assert second in about(text, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("# Depot\n- Redis (warm), PostgreSQL and Kafka\n", "Kafka"),
        ("# Depot\n- barge, ferry, store = Redis\n", "ferry"),
        ("# SQS\n- door open -> Lambda\n", "door"),
        ("# Cranes\n- rope torn -> RopeTornException\n", "torn"),
    ],
)
def test_a_list_and_what_happens_are_about_their_section(text: str, words: str) -> None:
    assert len(about(text, words)) == 1


def test_a_shelf_of_products_goes_on_with_the_last_one() -> None:
    text = (
        "# Harbour\n\n## Watching things\nPrometheus pulls the figures\nGrafana draws them\n"
        "nice in the evening\nKafka keeps the log\nthe crew reads the old pages\n"
    )
    assert "Grafana" in about(text, "evening")
    assert "Kafka" in about(text, "old pages")


def test_a_side_is_called_by_its_initials() -> None:
    text = "# Notes\n\n## SQS\n\n### Day boat vs night boat\nD.B.:\nno lamps at all\nN.B.:\nall lamps lit\n"
    assert about(text, "no lamps") == {"Day boat"}
    assert about(text, "lamps lit") == {"night boat"}


@pytest.mark.parametrize(
    "line", ["the boiler must be cold before that", "Use the boiler for soup, too", "safety: the boiler has to be shut"]
)
def test_a_definite_noun_means_the_last_thing_of_the_section_whose_name_ends_so(line: str) -> None:
    text = f"# Kitchen\n## SQS\n- it needs the `steam-boiler`\n- `hand-pump` helps\n- {line}\n"
    text += "## Redis\n- the boiler is far\n"
    assert "steam-boiler" in about(text, line)
    assert "steam-boiler" not in about(text, "is far")


def test_a_title_that_tells_something_in_brackets_is_a_statement_and_a_name_spelt_out_is_none() -> None:
    text = "# Boats\n\nKafka (once called Tugboat):\n- carries logs\n\nRedis (Remote Dictionary Server):\n- is warm\n"
    assert about(text, "once called") == {"Kafka"}
    assert all("Remote" not in statement.text for statement in read_notes(text).statements)

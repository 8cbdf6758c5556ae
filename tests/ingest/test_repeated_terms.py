"""Nouns that stand together in several lines are terms of the notes, and those lines are kept for them."""

from __future__ import annotations

import pytest
from reading_samples import about, entities, read_notes, relations


def names(text: str) -> set[str]:
    return {entity.name for entity in entities(read_notes(text)).values()}


@pytest.mark.parametrize(
    ("lines", "term"),
    [
        (("the oven needs a baking tray", "grease each baking tray before use"), "baking tray"),
        (("every signal box has two levers", "nobody sleeps in the signal box"), "signal box"),
        (("Redis fills the session pool first", "a full session pool blocks the next one"), "session pool"),
        (("it runs in a warm steam dome", "watch the warm steam domes"), "warm steam dome"),
    ],
)
def test_two_lines_make_a_term(lines: tuple[str, str], term: str) -> None:
    text = "# Notes\n" + "".join(f"- {line}\n" for line in lines)
    assert term in names(text)
    assert all(term in about(text, line) for line in lines)


@pytest.mark.parametrize(
    "lines",
    [
        ("bread in the baking tray", "bread in the baking tray"),
        ("you can store trays by hand", "do not store trays at night"),
        ("take the largest tray", "wash the largest tray"),
        ("it has 7 wide shelves", "we built 7 wide shelves"),
        ("a two-stage oven door", "the one-stage oven door"),
    ],
)
def test_a_line_that_comes_twice_and_what_is_done_or_counted_make_none(lines: tuple[str, str]) -> None:
    found = names("# Notes\n" + "".join(f"- {line}\n" for line in lines))
    assert found.isdisjoint({"baking tray", "store trays", "largest tray", "wide shelves", "stage oven door"})


@pytest.mark.parametrize(
    ("line", "term"),
    [
        ("keeps its crates in a Redis pool for the night", "Redis pool"),
        ("the crew asks the Kafka ticket office", "Kafka ticket office"),
        ("a PostgreSQL table has four legs", "PostgreSQL table"),
    ],
)
def test_a_product_with_the_nouns_behind_it_is_an_idea_of_its_own(line: str, term: str) -> None:
    text = f"# Harbour\n## SQS\n- {line}\n"
    assert term in names(text)
    assert term in about(text, line)


@pytest.mark.parametrize(
    "line",
    [
        "the barge brings Redis inside",
        "since then Redis came first",
        "it gives Redis pool water plants",
        "like Redis only",
    ],
)
def test_a_product_before_other_words_makes_none(line: str) -> None:
    assert not [name for name in names(f"# Harbour\n## SQS\n- {line}\n") if name.startswith("Redis ")]


def test_what_answers_a_need_does_not_answer_it_for_the_terms_of_the_line() -> None:
    text = "# Harbour\n## Trains\n- warm Redis pool, wide decks? = Kafka\n"
    assert not [r for r in relations(text) if r[0] == "Redis pool"]

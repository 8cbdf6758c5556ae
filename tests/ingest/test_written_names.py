"""Words that are written as names are names, whatever no pack knows of them."""

from __future__ import annotations

import pytest
from reading_samples import about, entities, read_notes

from ingest.abbreviations import spells
from ingest.naming.written import written_names


def written(text: str) -> set[str]:
    return {text[start:end] for start, end in written_names(text)}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("bake it with --no-lid on a windy day", {"--no-lid"}),
        ("the path stands in $OVEN_HOME", {"$OVEN_HOME"}),
        ("max.crate.weight 5 kg", {"max.crate.weight"}),
        ("the train reads stops.yaml at night", {"stops.yaml"}),
        ("signals speak QRX/ZVT", {"QRX", "ZVT"}),
        ("rails know TCP/IP", {"TCP/IP"}),
        ("tick the 'Close all doors' option first", {"Close all doors"}),
        ("the “wait for steam” feature is on", {"wait for steam"}),
    ],
)
def test_signs_capitals_and_quotes_make_a_name(text: str, names: set[str]) -> None:
    assert written(text) == names


@pytest.mark.parametrize(
    "text",
    ["ask at www.oven.example", "he said 'never do that' again", "first--second", "crates cost $5", "one, two, three"],
)
def test_addresses_talk_and_prices_are_no_names(text: str) -> None:
    assert written(text) == set()


def test_a_variable_is_no_word_of_other_lines() -> None:
    text = "# Oven\n## Door\n- set $LATEST to the day\n- the latest bread is warm\n"
    assert "$LATEST" in {entity.name for entity in entities(read_notes(text)).values()}
    assert about(text, "is warm") <= {"Door", "latest bread"}


def test_a_word_all_in_capitals_before_its_verb_is_the_subject() -> None:
    assert about("# Rail\n## Signal\n- HALT stops the train\n", "stops the train") == {"HALT"}


def test_capitals_within_words_tell_what_a_capitalised_name_stands_for() -> None:
    assert spells("Steam", "STEady Air Mixer")
    assert not spells("Steam", "steady air mixer")

"""One line taken apart: indent, marker, text, label."""

from __future__ import annotations

import pytest

from ingest.outlining.lines import heading_text, plain, read_line, split_label
from ingest.values import Marker

LINES = {
    "plain": ("bread rises", "bread rises", 0, Marker.NONE),
    "bullet": ("- bread rises", "bread rises", 0, Marker.BULLET),
    "indented star": ("    * bread rises", "bread rises", 4, Marker.BULLET),
    "tab": ("\t- bread rises", "bread rises", 4, Marker.BULLET),
    "blank and tab": (" \t- bread rises", "bread rises", 4, Marker.BULLET),
    "task": ("- [x] bread rises", "bread rises", 0, Marker.BULLET),
    "round bullet": ("• bread rises", "bread rises", 0, Marker.BULLET),
    "bullet without a gap": ("-bread rises", "bread rises", 0, Marker.BULLET),
    "number": ("12. bread rises", "bread rises", 0, Marker.NUMBER),
    "letter": ("b) bread rises", "bread rises", 0, Marker.NUMBER),
    "quote": ("> bread rises", "bread rises", 0, Marker.QUOTE),
    "quoted bullet": ("> - bread rises", "bread rises", 0, Marker.BULLET),
    "byte order mark": ("\ufeff- bread rises", "bread rises", 0, Marker.BULLET),
    "minus sign of a number": ("-5 degrees", "-5 degrees", 0, Marker.NONE),
    "figure with a point": ("3.5 litres", "3.5 litres", 0, Marker.NONE),
    "only a bullet": ("-", "-", 0, Marker.NONE),
    "only a quote sign": (">", ">", 0, Marker.NONE),
    "option": ("--dry-run shows it", "--dry-run shows it", 0, Marker.NONE),
}


@pytest.mark.parametrize(("raw", "text", "indent", "marker"), LINES.values(), ids=LINES)
def test_a_line_is_indent_marker_and_text(raw: str, text: str, indent: int, marker: Marker) -> None:
    line = read_line(7, raw, 0)
    assert (line.text, line.indent, line.marker, line.number) == (text, indent, marker, 7)
    assert raw[line.offset :].rstrip() == text


LABELS = {
    "colon": ("Grill: heats from above", "Grill", "heats from above"),
    "colon at the end": ("Signals:", "Signals", ""),
    "dash": ("Grill - heats from above", "Grill", "heats from above"),
    "long dash": ("Fire box — burns coal", "Fire box", "burns coal"),
    "equals": ("max age = 3 days", "max age", "3 days"),
    "columns": ("sleeper     the beam below the rails", "sleeper", "the beam below the rails"),
    "bold": ("**Grill**: heats from above", "Grill", "heats from above"),
    "bold without a sign": ("**Fire box** burns coal: a lot of it", "Fire box", "burns coal: a lot of it"),
    "colon before a capital": ("Grill:Heats from above", "Grill", "Heats from above"),
    "bracketed": ("Grill (upper): heats", "Grill (upper)", "heats"),
}


@pytest.mark.parametrize(("text", "label", "body"), LABELS.values(), ids=LABELS)
def test_a_label_stands_before_its_explanation(text: str, label: str, body: str) -> None:
    found = split_label(text)
    assert found is not None
    assert (found.text, text[found.body_start :]) == (label, body)


@pytest.mark.parametrize(
    "text",
    [
        "bread rises in a warm oven",
        "the train leaves at 10:45",
        "see http://rail.example/points",
        "When the water boils in the kettle the whistle blows: pour it",
        "then it whistles. Pour the water slowly",
        "points->signals: order of the levers",
        "a (half open: bracket",
        "__enter__ opens the oven",
        "sails 10 - 50 m long",
    ],
)
def test_a_sentence_has_no_label(text: str) -> None:
    assert split_label(text) is None


def test_a_numbered_term_ends_at_its_stop() -> None:
    found = split_label("Grill. Heats from above", numbered=True)
    assert found is not None
    assert found.text == "Grill"


def test_inline_signs_go_and_words_stay() -> None:
    assert plain("**Fire** `box` of the [[Boilers|boiler]], [see](x.md) ~~coal~~") == "Fire box of the boiler, see coal"
    assert plain("snake_case_name and a * b") == "snake_case_name and a * b"


def test_a_heading_loses_its_signs() -> None:
    assert heading_text(read_line(1, "### Fire box ###", 0)) == "Fire box"


@pytest.mark.parametrize("text", ["Main use :towing boats home", "Dough :rests for an hour"])
def test_the_blank_may_stand_before_the_colon(text: str) -> None:
    label = split_label(text)
    assert label is not None
    assert text.startswith(f"{label.text} :{text[label.body_start :]}")


def test_a_colon_in_front_of_the_last_word_is_a_sign_of_code() -> None:
    assert split_label("validates :name") is None

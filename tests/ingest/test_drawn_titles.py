"""Titles in signs that no standard knows: whatever a writer draws around them, the lines below are theirs."""

from __future__ import annotations

import pytest
from reading_samples import about, block_of

from ingest.values import Role

NOTES = """\
my notes on the harbour

{0}
carries cars over the bay, forty at a time

{1}
lifts boxes, forty tons each
out of use when the wind is strong

{2}
sends its messages to a queue
holds its retries for 3 days
"""
THINGS = ("Ferry", "Gantry crane", "Message relay")
AROUND = [
    "~~~ {} ~~~",
    "~~~~~~~~ {} ~~~~",
    "--- {} ---",
    "-- {} --",
    "-------- {} --------",
    "*** {} ***",
    "== {} ==",
    ":: {} ::",
    "<< {} >>",
    "//// {} ////",
    "───── {} ─────",
]
BEFORE = ["-------- {}", "=== {}", "// {}", "~~~~ {}", ">> {}", "[{}]"]
MARKED = ["1) {}", "1. {}", "-> {}", "* {}", "+ {}", "§ {}"]


@pytest.mark.parametrize("style", [*AROUND, *BEFORE, *MARKED, "{}\n"])
def test_lines_are_about_the_drawn_title_above_them(style: str) -> None:
    text = NOTES.format(*(style.format(thing) for thing in THINGS))
    assert about(text, "over the bay") == {"Ferry"}
    assert about(text, "forty tons") == {"Gantry crane"}
    assert about(text, "when the wind") == {"Gantry crane"}
    assert about(text, "for 3 days") == {"Message relay"}


@pytest.mark.parametrize("style", AROUND)
def test_one_title_with_signs_on_both_sides_is_enough(style: str) -> None:
    text = f"# Harbour\n\n{style.format('Gantry crane')}\nlifts boxes\n"
    assert block_of(text, "Gantry").role is Role.HEADING


def test_a_style_that_comes_later_ranks_below() -> None:
    text = "~~~ Crane ~~~\nlifts boxes\n-- Hook --\nholds the box\n~~~ Ferry ~~~\ncarries cars\n"
    hook, ferry = block_of(text, "Hook"), block_of(text, "Ferry")
    assert hook.parent == block_of(text, "Crane").index
    assert ferry.parent is None


def test_tildes_around_code_stay_a_block_of_code() -> None:
    text = "# Oven\n~~~ python\nheat = 200\n~~~\nbakes bread\n"
    assert block_of(text, "heat").role is Role.CODE
    assert about(text, "bakes bread") == {"Oven"}


@pytest.mark.parametrize(
    "line",
    [
        "-- a second dash for what is below",
        "--dry-run",
        "**bold words**",
        "~~struck out~~",
        "[see the other file]",
        "---",
        "| a | b |",
    ],
)
def test_signs_of_other_things_make_no_title(line: str) -> None:
    text = f"# Crane\nlifts boxes\n{line}\nstands on rails\n"
    assert about(text, "on rails") == {"Crane"}


def test_steps_with_numbers_are_no_titles() -> None:
    text = "# Crane\n1. Start the engine\n2. Lower the hook\n3. Lift the box\nnot in a storm\n"
    assert all(block_of(text, words).role is not Role.HEADING for words in ("Start", "Lower"))


@pytest.mark.parametrize("bullet", ["o", "▸", "✓", "□", "→", "•"])
def test_whatever_bullet_a_list_has_its_items_are_parts_of_it(bullet: str) -> None:
    text = f"# Crane\n\nParts of the crane:\n{bullet} Hook\n{bullet} Cabin\n"
    assert block_of(text, "Cabin").parent == block_of(text, "Parts").index


def test_lone_items_before_other_titles_are_no_titles() -> None:
    notes = "# Harbour\n\n## Ferry\n- slow\n## Crane\n- loud\n## Relay\n- small\n\nopen on Sundays\n"
    assert [about(notes, words) for words in ("slow", "loud", "small")] == [{"Ferry"}, {"Crane"}, {"Relay"}]


def test_short_items_that_end_their_sections_are_no_titles() -> None:
    sections = (("Ferry", "carries cars", "slow"), ("Crane", "lifts boxes", "loud"), ("Relay", "holds mail", "small"))
    notes = "# Harbour\n\n" + "\n".join(f"## {title}\n\n- {first}\n- {last}\n" for title, first, last in sections)
    for title, _, last in sections:
        assert about(notes, last) == {title}

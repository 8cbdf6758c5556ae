"""Outlines that step in by a single blank."""

from __future__ import annotations

from reading_samples import about

OUTLINE = """\
Harbour notes

Crane
 lifts boxes
 at most 40 tons
Ferry
 carries cars
Redis
 keeps the log
 one thread
"""


def test_a_single_blank_is_a_step_where_notes_step_in_so() -> None:
    assert about(OUTLINE, "at most 40 tons") == {"Crane"}
    assert about(OUTLINE, "carries cars") == {"Ferry"}
    assert about(OUTLINE, "one thread") == {"Redis"}


def test_one_blank_among_wider_steps_is_a_slip() -> None:
    text = "# Harbour\n\nCrane\n    lifts boxes\n     at most 40 tons\n    needs oil\n"
    assert about(text, "at most 40 tons") == about(text, "needs oil") == {"Crane"}

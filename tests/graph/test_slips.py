"""Which words hasty ones were meant for."""

from __future__ import annotations

import pytest

from graph.slips import KnownWords, LongWords

WORD = "gangways"


def _slips(word: str) -> set[str]:
    """The words that a letter less, more, another, or two that change places make of a word, but for its first one."""
    places = range(1, len(word))
    return {
        *(word[:at] + word[at + 1 :] for at in places),
        *(word[:at] + "q" + word[at:] for at in places),
        *(word[:at] + "q" + word[at + 1 :] for at in places),
        *(word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in places if at + 1 < len(word)),
    }


@pytest.mark.parametrize("least", [6, 7, 8])
def test_a_single_slip_in_a_long_word_is_known_wherever_it_stands(least: int):
    words = LongWords([WORD, "mooring", "harbours"], least)
    assert {words.meant_by(slip) for slip in _slips(WORD)} == {WORD}
    assert words.meant_by("gqngwqys") is None
    assert words.meant_by("quayside") is None


def test_a_slip_that_may_mean_two_words_means_none():
    assert LongWords(["moorings", "moorinks"], 6).meant_by("mooringks") is None


@pytest.mark.parametrize("slip", ["mooor", "mor", "moro"])
def test_a_short_word_is_known_by_its_letters(slip: str):
    assert KnownWords(["moor", "berth"]).meant_by(slip) == "moor"


def test_a_short_word_with_another_letter_is_another_word():
    assert KnownWords(["moor", "berth"]).meant_by("noor") is None
    assert KnownWords(["fetches"]).meant_by("fetchs") == "fetches"

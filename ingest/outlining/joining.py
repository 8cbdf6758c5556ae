"""Which lines are one: a sentence that was wrapped, a question with its answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ingest.outlining.lines import Label, Line
from ingest.terms import is_sentence
from ingest.values import Marker

WRAP_AT = 60
"""Characters; notes with no longer line were not wrapped by the width of a window."""
HANG_AT = 45
"""Characters; a longer line goes on in an indented one that begins in lower case."""
MAX_WRAPPED_WIDTH = 100
"""Characters; notes with longer lines were not wrapped by hand, so that their indented lines are lines of their own."""
COMMA_AT = 30
"""Characters; a longer line that ends with a comma goes on in the next."""
MAX_QUESTION_LINES = 3
MIN_FULL, FULL_SHARE, RAGGED = 3, 0.1, 12
"""Lines, and their share, that come as close to the longest as so many characters; fewer do not show a window's end,
nor do as many as end just before that: then each line is as long as its words."""
_OPEN_END = re.compile(r"\b(?:to|of|the|an?|for|with|than|at|by|from|after|every|least|most|about)$", re.IGNORECASE)
_BREAKS_OFF = re.compile(
    r"\b(?:and|or|but|then|so|that|which|who|when|where|while|if|because|is|are|was|can|will|must|should|not|be|it|he|"
    r"she|we|you|they|your|its|their|this|these|as|in|on|into|via|over|per|between|without|under|also|both|only)$",
    re.IGNORECASE,
)
"""So a line does not end where no window broke it."""
_ANSWERED = re.compile(r"\?\s+A(?:nswer)?\s*:\s")
"""A question with its answer in one line."""
_LONGEST_END = len(" between")
MIN_ENDS, MIN_END_WIDTH, END_SHARE = 4, 25, 0.5
"""Paragraphs, the width of their last lines, and the share of them that close with a full stop in written prose."""
_MID_SENTENCE = tuple('`(["')
"""How a line may begin in the middle of a sentence, besides with a small letter."""
_SENTENCE_ENDS = tuple(".!?:;)")


class Joiner:
    """Tells how many lines, from a given one, make one block. `is_border` says where a section ends."""

    def __init__(self, lines: Sequence[Line], labels: Sequence[Label | None], is_border: Callable[[int], bool]) -> None:
        self.lines, self.labels, self.is_border = lines, labels, is_border
        widths = list(map(_width, lines))
        self.width = max([WRAP_AT, *widths])
        full = sum(width > self.width - RAGGED for width in widths)
        shorter = sum(self.width - 2 * RAGGED < width <= self.width - RAGGED for width in widths)
        self.is_wrapped = full >= max(MIN_FULL, FULL_SHARE * len(widths)) and full > shorter
        self.is_prose = self._closes_sentences()

    def _closes_sentences(self) -> bool:
        """Whether the notes close their sentences with full stops, so that a line without one is not at its end."""
        last = [line.text for index, line in enumerate(self.lines) if self._ends_paragraph(index)]
        closed = sum(text.endswith((".", "!", "?")) for text in last)
        return closed >= max(MIN_ENDS, END_SHARE * len(last))

    def _ends_paragraph(self, index: int) -> bool:
        line, below = self.lines[index], self.lines[index + 1] if index + 1 < len(self.lines) else None
        if line.marker is not Marker.NONE or len(line.text) < MIN_END_WIDTH or self.is_border(index):
            return False
        return below is None or below.blank_before > 0 or below.marker is not Marker.NONE or self.is_border(index + 1)

    def joined(self, index: int) -> int:
        """The number of lines of the block that begins at `index`; 1 where it is a line by itself."""
        return self._with_answer(index) or self._wrapped(index)

    def _wrapped(self, index: int) -> int:
        taken = 1
        while not self.is_border(index + taken) and self._goes_on(index + taken):
            taken += 1
        return taken

    def _goes_on(self, index: int) -> bool:
        """Whether the line at `index` goes on with the sentence of the line before it."""
        before, after = self.lines[index - 1], self.lines[index]
        if self.is_prose and self._is_open_sentence(before) and self._is_its_rest(index):
            return True
        begins = after.text[:1].islower() or (after.text[:1].isdigit() and _ends_with(_OPEN_END, before.text))
        if after.blank_before or after.marker is not Marker.NONE or not begins:
            return False
        if after.indent + 1 < before.indent:
            return False
        if before.text.endswith(",") and len(before.text) > COMMA_AT and self.labels[index] is None:
            return True
        if before.text.endswith(_SENTENCE_ENDS):
            return False
        is_full = self._may_be_wrapped(before) and _width(before) + 1 + len(after.text.split(None, 1)[0]) > self.width
        hangs = after.indent > before.indent and len(before.text) >= HANG_AT and self.width <= MAX_WRAPPED_WIDTH
        return hangs or (is_full and self.labels[index] is None and not is_sentence(after.text))

    def _is_open_sentence(self, line: Line) -> bool:
        """Whether a line of written prose stops short of its sentence's end."""
        return line.marker is Marker.NONE and len(line.text) >= HANG_AT and not line.text.endswith(tuple(".!?:;"))

    def _is_its_rest(self, index: int) -> bool:
        """Whether a line of prose begins as only the rest of a sentence does; where no window's end shows, one that
        says something by itself is none ("pg_dump is slow")."""
        after = self.lines[index]
        if after.blank_before or after.marker is not Marker.NONE or self.labels[index] is not None:
            return False
        if not self.is_wrapped and is_sentence(after.text):
            return False
        return after.text[:1].islower() or after.text.startswith(_MID_SENTENCE)

    def _may_be_wrapped(self, line: Line) -> bool:
        """Whether a window's end may have broken a line: one of many of its width, or one that ends in mid-sentence."""
        if self.is_wrapped or self.width > MAX_WRAPPED_WIDTH:
            return self.is_wrapped
        return _ends_with(_OPEN_END, line.text) or _ends_with(_BREAKS_OFF, line.text)

    def _with_answer(self, index: int) -> int | None:
        """The lines of "Q: …" and "A: …" together; None where the line asks no such question."""
        if not _is_labelled(self.labels[index], "q", "question") or _ANSWERED.search(self.lines[index].text):
            return None
        for taken in range(1, min(MAX_QUESTION_LINES + 1, len(self.lines) - index)):
            if _is_labelled(self.labels[index + taken], "q", "question"):
                return None
            if _is_labelled(self.labels[index + taken], "a", "answer"):
                return taken + self._wrapped(index + taken)
        return None


def _ends_with(words: re.Pattern[str], text: str) -> bool:
    return words.search(text, max(0, len(text) - _LONGEST_END)) is not None


def _is_labelled(label: Label | None, *words: str) -> bool:
    return label is not None and label.text.lower() in words


def _width(line: Line) -> int:
    return line.offset + len(line.text)

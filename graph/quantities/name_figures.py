"""Figures that measure nothing: parts of names, versions, addresses, dates, ratios and numbers of a list."""

from __future__ import annotations

from collections.abc import Sequence

from graph.quantities.forms import is_comparative
from graph.quantities.tokens import Token
from graph.quantities.words import QuantityWords


class NameFigures:
    """The tokens of one text, and which of its figures are parts of names."""

    def __init__(self, tokens: Sequence[Token], words: QuantityWords) -> None:
        self.tokens = tokens
        self.words = words

    def _is_part_of_name(self, i: int) -> bool:
        """Versions, addresses, dates, times of day, ratios, list numbers, "3-way"."""
        token = self.tokens[i]
        touched = i > 0 and self._touches(i - 1)
        before = self.tokens[i - 1] if i else None
        if before and touched and (before.text in "./#@_\\&^" or before.kind in ("word", "code")):
            return True
        if before and touched and before.text == "+" and self._touches(i - 2):
            return True  # "2f+1"
        if before and touched and before.text in ",:" and self._is_figure(i - 2, touching=True):
            return True
        if (before and before.kind == "number" and (before.is_plain or touched)) or self._is_in_date(i):
            return True
        return self._leads_into_name(i, token)

    def _leads_into_name(self, i: int, token: Token) -> bool:
        if i + 1 >= len(self.tokens) or not token.is_plain:
            return False
        sign, touched = self.tokens[i + 1], self._touches(i)
        if i == 0 and sign.text in ".)" and touched:
            return True
        if not touched or not self._touches(i + 1):
            return False
        follows = self._kind(i + 2)
        if sign.text in "./:," and follows == "number":
            return True
        if sign.text == "." and self._low(i + 2) == "x":
            return True  # "since 4.x"
        if sign.text in "-–" and follows == "word":
            unit, _ = self._unit(i + 2)
            return unit is None
        return False

    def _is_in_date(self, i: int) -> bool:
        """True for one of three figures chained by dashes, "2024-05-01"."""
        while self._is_figure(i - 2, touching=True) and self._text(i - 1) == "-" and self._touches(i - 1):
            i -= 2
        chained = 0
        while self._is_figure(i, touching=True) and self._text(i + 1) == "-" and self._touches(i + 1):
            i, chained = i + 2, chained + 1
        return chained > 1 and self._is_figure(i)

    def _is_figure(self, i: int, touching: bool = False) -> bool:
        return i >= 0 and self._kind(i) == "number" and (not touching or self._touches(i)) and self.tokens[i].is_plain

    def _unit(self, i: int) -> tuple[str | None, int]:
        """The unit that token `i` spells, and the token behind it."""
        text, low = self._text(i), self._low(i)
        if text == "%":
            return "%", i + 1
        if text in self.words.currency and self._kind(i + 1) != "number":
            return self.words.currency[text], i + 1
        if self._kind(i) != "word" or (len(low) == 1 and low not in ("s", "h", "d", "b")):
            return None, i
        if low == "times":
            return ("x" if is_comparative(self._low(i + 1)) else "times"), i + 1
        whole = self.words.units.find(low)
        if whole:
            return whole, i + 1
        return self.words.units.find(low.split("/", 1)[0]) if "/" in low.rstrip("/") else None, i + 1

    # -- tokens -------------------------------------------------------------------------------------

    def _kind(self, i: int) -> str:
        return self.tokens[i].kind if 0 <= i < len(self.tokens) else ""

    def _text(self, i: int) -> str:
        return self.tokens[i].text if 0 <= i < len(self.tokens) else ""

    def _low(self, i: int) -> str:
        return self.tokens[i].low if 0 <= i < len(self.tokens) else ""

    def _touches(self, i: int) -> bool:
        """True where no space is between token `i` and the next one."""
        return 0 <= i < len(self.tokens) - 1 and self.tokens[i].end == self.tokens[i + 1].start

"""What follows a figure's unit: "per second", "/ 6h", "a day", "per region", "+/s"."""

from __future__ import annotations

from dataclasses import replace

from graph.quantities.figure import Figure
from graph.quantities.forms import below_slash, is_plural
from graph.quantities.name_figures import NameFigures

PER = frozenset({"per", "/", "a", "an", "each", "every"})
_OLD = frozenset({"ago", "later", "earlier"})
_SCOPE_WORDS = 5


class Rates(NameFigures):
    """The tokens of one text, and what its figures are divided by."""

    def _with_slash(self, figure: Figure, below: str) -> Figure:
        """The unit divided by one of time or size ("40 MB/TB"); anything else below the slash is scope."""
        unit = self.words.units.find(below.lower())
        if self._is_ratio(figure, unit):
            return replace(figure, unit=f"{figure.unit}/{unit}")
        if self.words.is_time(unit) and not self._keeps_scope(figure, unit):
            return replace(figure, rate=below_slash(1, unit), unit=f"{figure.unit or '1'}/{below_slash(1, unit)}")
        return replace(figure, scope=f"per {below}")

    def _with_rate(self, figure: Figure) -> Figure:
        """Reads "per second", "/ 6h", "a day", "per 1 million requests" behind the figure."""
        i = figure.after
        if self._low(i) not in PER:
            return figure
        amount, unit, after = self._amount(i + 1)
        if figure.style == "bare" and self._low(i) not in ("per", "/"):
            often = self._low(i) in ("a", "an") and self.words.is_time(unit) and not figure.spelled  # "5 a day"
            if not often or self._low(after) in _OLD:
                return figure
        if self.words.is_time(unit) and not self._keeps_scope(figure, unit):
            below = below_slash(amount, unit)
            counted = "times" if figure.unit == "x" else figure.unit or "1"
            return replace(figure, rate=below, unit=f"{counted}/{below}", after=after, core=after)
        if self._low(i) == "/" and amount == 1 and self._is_ratio(figure, unit):
            return replace(figure, unit=f"{figure.unit}/{unit}", after=after, core=after)
        scope, after = self._scope(i)
        loose = self._low(i) == "/" and (self._kind(i + 1) == "number" or self._low(i + 1) in self.words.before)
        bare = self._low(i) == "/" and figure.style == "bare"
        loose = loose or (bare and (self._kind(after - 1) == "number" or self._low(after) == "="))  # "mode=0 / mode=1"
        if not scope or loose:
            return figure
        return replace(figure, scope=scope, after=after)

    def _is_ratio(self, figure: Figure, below: str | None) -> bool:
        """Whether a size below a slash is a part of the unit: of sizes and rates, not of prices."""
        return self.words.class_of.get(below or "") == "size" and (
            figure.unit == "IOPS" or self.words.class_of.get(figure.unit or "") == "size"
        )

    def _keeps_scope(self, figure: Figure, below: str | None) -> bool:
        """Money, shares, and sizes by the day or longer ("5 GB per month") keep their "per" as scope, and so do times
        of "each" month and times beside others ("1m / 10s").
        """
        kind = self.words.class_of.get(figure.unit or "")
        slow = below in ("days", "weeks", "months", "years")
        each = self._low(figure.after) in ("each", "every") or self._kind(figure.after + 1) == "number"
        return kind == "money" or figure.unit == "%" or (kind == "size" and slow) or (kind == "time" and each)

    def _amount(self, i: int) -> tuple[float, str | None, int]:
        """A unit with an optional amount: "second", "6 hours", "30s"."""
        if self._kind(i) == "number":
            token = self.tokens[i]
            if token.glued:
                return token.value, self.words.units.find(token.glued.lower()), i + 1
            unit, after = self._unit(i + 1)
            return token.value, unit, after
        unit, after = self._unit(i)
        return 1, unit, after

    def _scope(self, i: int) -> tuple[str, int]:
        """The words of "per …" from token `i`, repeated ("per month per 1 million requests")."""
        k, taken = i + 1, 0
        while k < len(self.tokens) and taken < _SCOPE_WORDS:
            token = self.tokens[k]
            if token.low == "per" and taken:
                taken = -1
            elif token.kind not in ("word", "number") or token.low in self.words.stop:
                break
            elif is_plural(token.text) and self._low(k + 1) != "per":
                k, taken = k + 1, taken + 1
                break
            elif taken and self._low(k) in self.words.before:
                break
            k, taken = k + 1, taken + 1
            if token.kind == "word" and self._kind(k) == "word" and self._low(k) in self.words.after:
                break
        if taken == 0 or (self._kind(i + 1) == "number" and k == i + 2 and self.tokens[i + 1].is_plain):
            return "", i
        words = [self.tokens[n].text for n in range(i, k)]
        words[0] = "per" if words[0] in ("/", "a", "an") else words[0]
        return " ".join(words), k

    def _with_plus(self, figure: Figure) -> Figure:
        """ "10 GB+/s" """
        i = figure.after
        open_end = figure.style == "unit" and self._text(i) == "+" and self._touches(i - 1)
        return replace(figure, open_end=True, after=i + 1, core=i + 1) if open_end else figure

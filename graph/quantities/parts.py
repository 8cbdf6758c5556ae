"""A text in parts: tokens, and the commas, brackets, arrows and full stops that part what is said of one figure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from graph.quantities.figure import Figure
from graph.quantities.tokens import Token
from graph.quantities.words import QuantityWords

_HARD = frozenset(";,|()[]!?")
_PARTING = frozenset({"arrow", "dots", "sign"})
_DASHES = frozenset("-–—")


class Parts:
    """A text with its tokens; `hard` says of each token whether it parts the text."""

    def __init__(self, text: str, tokens: list[Token], words: QuantityWords) -> None:
        self.text = text
        self.words = words
        self.tokens = tokens
        self.hard = [token.kind in _PARTING and self._is_hard(i) for i, token in enumerate(tokens)]
        self._part_starts, self._part_ends = self._parts()
        self._offsets = [token.start for token in tokens]

    def low(self, i: int) -> str:
        """The token in lower case, "" outside the text."""
        return self.tokens[i].low if 0 <= i < len(self.tokens) else ""

    def text_at(self, i: int) -> str:
        """The token as it is written, "" outside the text."""
        return self.tokens[i].text if 0 <= i < len(self.tokens) else ""

    def between(self, one: Figure, two: Figure) -> str:
        """The tokens between two figures in lower case, joined by spaces."""
        return " ".join(t.low for t in self.tokens[one.after : two.first])

    def boundary_between(self, one: Figure, two: Figure) -> bool:
        """True where a comma, bracket, arrow or full stop parts the two."""
        return any(self.hard[one.after : two.first])

    def _is_hard(self, i: int) -> bool:
        token = self.tokens[i]
        if token.kind == "arrow" or token.text in _HARD:
            return True
        spaced = token.end < len(self.text) and self.text[token.end].isspace()
        if token.text in ".…":
            shortened = i > 0 and f"{self.tokens[i - 1].low}." in self.words.before
            return (spaced and not shortened) or token.end == len(self.text)
        lonely = spaced and token.start > 0 and self.text[token.start - 1].isspace()
        ranged = 0 < i < len(self.tokens) - 1 and self.tokens[i - 1].kind == self.tokens[i + 1].kind == "number"
        return token.text in _DASHES and lonely and not ranged

    def _parts(self) -> tuple[list[int], list[int]]:
        """For each token the first one of its part, and the one that ends it."""
        count = len(self.tokens)
        starts, ends = [0] * (count + 1), [count] * (count + 1)
        for i in range(count):
            starts[i + 1] = i + 1 if self.hard[i] else starts[i]
        for i in range(count - 1, -1, -1):
            ends[i] = i if self.hard[i] else ends[i + 1]
        return starts, ends

    def segment_start(self, i: int) -> int:
        """The first token of the part in which token `i` stands."""
        return self._part_starts[i]

    def part_before(self, offset: int) -> range:
        """The tokens of a part before the one that starts at an offset of the text."""
        i = bisect_left(self._offsets, offset)
        return range(self.segment_start(i), i)

    def segment_end(self, i: int) -> int:
        """The token that ends the part in which token `i` stands."""
        return self._part_ends[i]

    def left(self, k: int, figures: Sequence[Figure]) -> int:
        """The first token that can belong to figure `k` on its left."""
        start = self.segment_start(figures[k].first)
        return max(start, figures[k - 1].core) if k else start

    def right(self, k: int, figures: Sequence[Figure]) -> int:
        """The token behind what can belong to figure `k` on its right."""
        i, end = figures[k].core, self.segment_end(figures[k].core)
        end = min(end, figures[k + 1].first) if k + 1 < len(figures) else end
        return next((n for n in range(i, end) if self.low(n) == ":"), end)

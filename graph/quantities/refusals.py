"""Words that make a limit of a threshold: what is more or less than the figure is refused."""

from __future__ import annotations

from graph.quantities.bounds import Bounds
from graph.quantities.figure import Figure

_WILL_NOT = frozenset({"won't", "wont", "cannot", "can't", "cant", "doesn't", "doesnt", "don't", "dont", "not"})
_STARTING = frozenset({"start", "run", "boot", "work", "come", "accept", "allow", "bother", "use", "take", "worth"})
_ERRORS = ("error", "Error", "Exception")
_FAILING = frozenset(
    {
        "fails",
        "fail",
        "failed",
        "panics",
        "dies",
        "breaks",
        "drops",
        "exits",
        "stops",
        "crashes",
        "chokes",
        "locks",
        "hangs",
    }
)
_REFUSING = frozenset({"refuse", "refuses", "reject", "rejects", "refused", "rejected"})


class Refusals(Bounds):
    """A text with its tokens, and what it says to be refused."""

    def is_refused_below(self, start: int, first: int) -> bool:
        """ "won't start with a heap under 2 GB", "don't bother below 1 TB": less is refused."""
        verbs = (i + 1 for i in range(start, first - 1) if self.low(i) in _WILL_NOT)
        return any(self.low(i) in _STARTING for i in verbs) or self.are_refused(start, first)

    def are_refused(self, start: int, first: int) -> bool:
        """ "refuses parcels above 30 kg", "breaks above 9 t": what stands before forbids more."""
        return self.low(first - 2) in _FAILING or any(self.low(i) in _REFUSING for i in range(start, first))

    def is_refused(self, figure: Figure) -> bool:
        """ "uploads over 100 MB are rejected", "more than 5 calls -> 429": what follows forbids more."""
        end = self.segment_end(figure.core)
        if self._leads_to_error(end):
            return True
        end = next((n for n in range(figure.core, end) if self.low(n) == ":"), end)
        return any(self.words.refusal_phrases.find(self.tokens, figure.core, end))

    def _leads_to_error(self, end: int) -> bool:
        """Whether an arrow at the end of a part leads to an error or its code."""
        if end + 1 >= len(self.tokens) or self.tokens[end].kind != "arrow":
            return False
        behind = self.tokens[end + 1]
        return behind.text.endswith(_ERRORS) or (400 <= behind.value < 600 and behind.is_plain)

"""The bound words of a text ("up to", "by default", "at most") and the figures that they speak of."""

from __future__ import annotations

from collections.abc import Sequence

from graph.quantities.figure import Figure
from graph.quantities.parts import Parts
from graph.quantities.tokens import Token
from graph.quantities.words import BoundWord, Phrases, QuantityWords
from graph.vocabulary import Bound

_LONGEST_LABEL = 4
_NEAR = 7
_LEAST_BEFORE = 2
_STRICT = frozenset({"soft", "hard"})
_JOINS = frozenset({"and", "&", "+", "/"})


class Bounds(Parts):
    """A text with its tokens and the bound words in it."""

    def __init__(self, text: str, tokens: list[Token], words: QuantityWords) -> None:
        super().__init__(text, tokens, words)
        self._before = self._hits(words.before_phrases, words.before)
        self._after = self._hits(words.after_phrases, words.after)
        self._before_at = {at: end for at, end, _ in self._before}
        self._after_at = {at: (end, word) for at, end, word in self._after}
        self._before_by_end: dict[int, list[tuple[int, BoundWord]]] = {}
        for at, end, word in self._before:
            self._before_by_end.setdefault(end, []).append((at, word))
        self._before_tokens = {n for at, end, _ in self._before for n in range(at, end)}
        self._after_tokens = {n for at, end, _ in self._after for n in range(at, end)}

    def _hits(self, phrases: Phrases, table: dict[str, BoundWord]) -> list[tuple[int, int, BoundWord]]:
        """Bound words as (first token, token behind, what they say), slips of the pen included."""
        hits = [(at, end, table[phrase]) for at, end, phrase in phrases.find(self.tokens, 0, len(self.tokens))]
        for i, token in enumerate(self.tokens):
            if token.kind == "word" and token.low not in table and token.low not in self.words.stop:
                meant = self.words.bound_spellings.find(token.low)
                if meant and meant in table:
                    hits.append((i, i + 1, table[meant]))
        return sorted(hits, key=lambda h: h[:2])

    def bound_of(self, k: int, figures: Sequence[Figure]) -> tuple[Bound, bool]:
        """The bound of figure `k`, and whether the text says it."""
        figure = figures[k]
        sign = self.low(figure.first - 1)
        if figure.open_end or sign in (">=", "≥"):
            return Bound.MIN, True
        if sign in ("<=", "≤"):
            return Bound.MAX, True
        hits = [*self.left_hits(k, figures), *self._right_hits(k, figures)]
        best = max(hits, key=lambda h: (h[1].bound is Bound.DEFAULT and h[1].strong, h[1].strong, -h[0]), default=None)
        if not best and self.low(figure.core) == "top" and self.segment_end(figure.core) == figure.core + 1:
            return Bound.MAX, True  # "8 TB top"
        if best and not (figure.approximate and not best[1].strong):
            return (self.words.is_time(figure.unit) and best[1].of_time) or best[1].bound, True
        if figure.approximate or sign in ("~", "≈"):
            return Bound.TYPICAL, True
        return (Bound.EXACT, False) if sign != "<" else (Bound.MAX, True)

    def is_bound(self, i: int) -> bool:
        """Whether token `i` belongs to a bound word that may stand before a figure."""
        return i in self._before_tokens

    def left_hits(self, k: int, figures: Sequence[Figure]) -> list[tuple[int, BoundWord]]:
        """The bound words on the left of figure `k`, each with its distance."""
        start, first = self._left_of_bracket(k, figures), figures[k].first
        ends = range(start + 1, first + 1)
        hits = [(at, end, w) for end in ends for at, w in self._before_by_end.get(end, ()) if at >= start]
        if hits and k and hits[0][0] == figures[k - 1].core:
            del hits[: len(hits) > 1 or self._leans_back(hits[0][0], k, figures)]
        return [(first - end, word) for _, end, word in hits]

    def _left_of_bracket(self, k: int, figures: Sequence[Figure]) -> int:
        """The first token that can bound figure `k`: one that fills a bracket goes with the words before that."""
        figure, start = figures[k], self.left(k, figures)
        if self.low(figure.first - 1) != "(" or self.low(figure.core) != ")" or figure.first < _LEAST_BEFORE:
            return start
        before = self.segment_start(figure.first - 2)
        return max(before, figures[k - 1].core) if k else before

    def _leans_back(self, at: int, k: int, figures: Sequence[Figure]) -> bool:
        """ "10 max. 1.5 GB", "1 s min 9 s max": the word is of the figure before `k`, if no other word bounds that, and
        a full stop ends it or a word behind bounds figure `k`, too.
        """
        ends = self.low(at + 1) == "." or figures[k].core in self._after_at
        return ends and not self.left_hits(k - 1, figures)

    def _right_hits(self, k: int, figures: Sequence[Figure]) -> list[tuple[int, BoundWord]]:
        figure, end = figures[k], self.right(k, figures)
        near = [(at, *self._after_at[at]) for at in range(figure.core, figure.core + _NEAR) if at in self._after_at]
        other = next((n for n in range(figure.core, end) if n in self._before_tokens), end)  # "10, up to the max"
        hits = [(at - figure.core + 1, word) for at, stop, word in near if stop <= end and at <= other]
        following = figures[k + 1] if k + 1 < len(figures) else None
        if following and following.first == end:
            hits = [h for h in hits if not self._belongs_right(figure.core + h[0] - 1, k + 1, figures)]
        return hits + self._behind_sign(figure, end)

    def bound_behind(self, k: int, figures: Sequence[Figure]) -> tuple[Bound, bool] | None:
        """The bound that stands behind figure `k`, where none stands before it."""
        hits = [] if self.left_hits(k, figures) else self._right_hits(k, figures)
        return self.bound_of(k, figures) if hits else None

    def other_bound(self, k: int, figures: Sequence[Figure]) -> Bound | None:
        """ "32 days default and max", "min and default 5": what the other one of two joined bound words says."""
        said = self.bound_of(k, figures)[0]
        (end, word), start = self._after_at.get(figures[k].core, (0, None)), self.left(k, figures)
        start += bool(k and start == figures[k - 1].core)  # that word is of the figure before
        second = self._after_at.get(end + 1) if word and self.low(end) in _JOINS else None
        pair = {word.bound, second[1].bound} if word and second and self._closes(second[0]) else set()
        for at, stop, first in self._before:
            joined = start <= at < figures[k].first and self.low(stop) in _JOINS and stop + 1 in self._before_at
            pair |= {first.bound, *(w.bound for n, _, w in self._before if n == stop + 1)} if joined else set()
        return next((bound for bound in sorted(pair) if bound is not said), None) if said in pair else None

    def _closes(self, i: int) -> bool:
        """Whether a part ends at token `i`."""
        return i >= len(self.tokens) or self.hard[i]

    def _belongs_right(self, at: int, k: int, figures: Sequence[Figure]) -> bool:
        """True where the bound word leads on to figure `k` ("5 s maximum 900")."""
        between = range(at + 1, figures[k].first)
        if at not in self._before_at or self._leans_back(at, k, figures):
            return False
        if self._before_at[at] == figures[k].first:
            return True
        return all(self.low(i) in self.words.links and self.low(i) != "and" for i in between)

    def _behind_sign(self, figure: Figure, end: int) -> list[tuple[int, BoundWord]]:
        """A bound word alone between signs right behind: "(default)", ", not more", "30 days (720 h) by default"."""
        if self.low(end) == "(" and self.low(end + 1) in _STRICT and self.low(end + 2) == ")":
            return [(end - figure.core + 1, BoundWord(Bound.MAX, strong=True))]  # "5 per dock (soft)"
        closed = self.behind_bracket(end) if end == figure.core else end
        if end >= len(self.tokens) or self.tokens[end].text not in ",(" or end - figure.core > _NEAR:
            return []
        for at in (closed, end + 1, end + 2):
            stop, word = self._after_at.get(at, (0, None))
            if word and (stop >= len(self.tokens) or self.hard[stop]) and (at == closed or self._joins(end, at)):
                return [(at - figure.core + 1, word)]
        return []

    def behind_bracket(self, opened: int) -> int:
        """The token behind a short bracket that opens at a token, else the token itself."""
        if self.low(opened) != "(":
            return opened
        return next((n + 1 for n in range(opened, opened + _NEAR) if self.low(n) == ")"), opened)

    def _joins(self, end: int, at: int) -> bool:
        return at == end + 1 or self.low(end + 1) in ("and", "but", "the", "is")

    def label_bound(self) -> Bound | None:
        """The bound that a label at the start gives to all that follows: "defaults: every 10 s, timeout 1 s"."""
        for at, end, word in self._before[:2]:
            leads = at == 0 or (at < _LONGEST_LABEL and not any(self.hard[:at]))
            closes = self.low(end) == ":" or (
                self.low(end) in ("values", "settings", "limits") and self.low(end + 1) == ":"
            )
            if leads and closes and self.low(at) != "by" and (word.strong or self.low(at) in ("limits", "quotas")):
                return word.bound
        return None

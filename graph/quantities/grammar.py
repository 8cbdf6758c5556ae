"""The grammar of quantities: which figures of a text bound, fix or describe something, and what they say of it.

Used on the notes and on questions alike. Pure text work: a table of words (words/quantities.toml), no parser.
"""

from __future__ import annotations

import re
from dataclasses import replace

from graph.quantities.figure import Figure
from graph.quantities.figure import Quantity as Quantity
from graph.quantities.figures import FigureReader
from graph.quantities.page import Page, bound_in
from graph.quantities.series import (
    RANGE_WORDS,
    TOGETHER,
    is_joined,
    is_named_alike,
    is_parallel,
    is_qualified_alike,
    opens_next_part,
    with_shared_units,
)
from graph.quantities.shared_names import with_shared_names
from graph.quantities.tokens import tokens_of
from graph.quantities.words import quantity_words
from graph.text import stretches
from graph.vocabulary import Bound

_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[a-z]+")
_EACH = frozenset({"a", "an", "every", "each"})
_EACH_TIME = re.compile(r"\b(?:an?|every|each)\s+(?:\w*(?:sec|min|hour|day|week|month|year)\w*|yr|hr|wk)\b")
_LEFT_OVER = frozenset({"left", "remaining"})
_PAST = frozenset({"past", "last", "previous"})
_POINTING = frozenset({"the", "these", "those", "my", "our", "your", "in", "over", "for", "of", "from", "during"})
_FIRM_ARTICLE = frozenset({"within", "after", "for", "of", "is", "=", "takes", "lasts", "to", "under"})
_AGAIN = frozenset({"next", "another", "same", "following", "those", "these"})
_ARTICLES = frozenset({"a", "an"})
_RANKED = frozenset({"level", "grade", "tier"})
_LATER = frozenset({"later", "newer"})
_CHOOSABLE = frozenset({"possible", "configurable", "allowed", "adjustable", "settable", "selectable"})
"""Behind a range they tell that what was said before may be set to all of it."""
_UNTIL = frozenset({"until", "till", "when", "if", "once", "unless", "whenever"})
_SMALL = 3
_LONGEST_STRETCH = 2_000
"""Longer texts are read in parts, so that the time grows with the length alone."""


def read_quantities(text: str, frame: str = "") -> tuple[Quantity, ...]:
    """All quantities of the text, in order; a range gives two, its minimum and its maximum.

    `frame` are words above the text ("Defaults", a column's head): their bound holds where the text says none.

    Left out are figures that are names, versions, dates, addresses or codes, the arithmetic of worked examples, and
    bare numbers that nothing makes a quantity. Never raises.
    """
    if not (_DIGIT.search(text) or _may_hold(text.lower())):
        return ()
    found: list[Quantity] = []
    for start, end in stretches(text, 0, len(text), _LONGEST_STRETCH):
        found += (_moved(q, start) for q in _read(text[start:end], frame))
    return tuple(found)


def _may_hold(text: str) -> bool:
    """Whether a text in lower case without a digit may have a figure in words."""
    words = _WORD.findall(text)
    is_counted = not quantity_words().counting.isdisjoint(words)
    return is_counted or (not _EACH.isdisjoint(words) and _EACH_TIME.search(text) is not None)


def _read(text: str, frame: str) -> list[Quantity]:
    words, tokens = quantity_words(), tokens_of(text)
    figures = FigureReader(tokens, words).read()
    if not figures:
        return []
    page = Page(text, tokens, words)
    return _Judge(page, with_shared_units(page, figures), bound_in(frame, words)).quantities()


def _moved(quantity: Quantity, by: int) -> Quantity:
    if not by:
        return quantity
    place = {n: getattr(quantity, n) + by for n in ("start", "end", "name_start", "name_end")}
    return replace(quantity, **place)


class _Judge:
    """Decides for each figure of a page whether it is a quantity, and with which bound."""

    def __init__(self, page: Page, figures: list[Figure], framed: Bound | None) -> None:
        self.page = page
        self.words = page.words
        self.figures = figures
        self.base = page.label_bound() or framed

    def quantities(self) -> list[Quantity]:
        found: list[Quantity] = []
        k = 0
        while k < len(self.figures):
            if self._is_range(k):
                found += self._in_series(k, found, self._range(k, found[-1] if found else None))
                k += 2
                continue
            quantity = self._single(k, found[-1] if found else None)
            if quantity:
                found += self._in_series(k, found, [quantity])
                found += self._with_other_bound(k, found[-1])
            k += 1
        return with_shared_names(self.page, found)

    def _in_series(self, k: int, found: list[Quantity], quantities: list[Quantity]) -> list[Quantity]:
        """In a series the later ones have the first one's name, and what they are named by is their scope."""
        before = found[-1] if found else None
        if not before or not k or not quantities:
            return quantities
        last = self.figures[k + len(quantities) - 1]
        if not before.words or not is_parallel(self.page, self.figures[k - 1], self.figures[k], last):
            return quantities
        if before.name_start > before.start and not before.scope:
            return quantities
        kind = " ".join(self.page.words_behind(last))
        return [self._as_before(q, before, kind) for q in quantities]

    def _with_other_bound(self, k: int, quantity: Quantity) -> list[Quantity]:
        """The figure once more where two bound words speak of it."""
        other = self.page.other_bound(k, self.figures) if quantity.said else None
        return [replace(quantity, bound=other)] if other else []

    @staticmethod
    def _as_before(here: Quantity, before: Quantity, kind: str) -> Quantity:
        named = replace(here, words=before.words, name_start=before.name_start, name_end=before.name_end)
        bound = before.bound if before.said and not here.said else here.bound
        return replace(named, bound=bound, scope=here.scope or kind)

    # -- ranges -------------------------------------------------------------------------------------

    def _is_range(self, k: int) -> bool:
        if k + 1 >= len(self.figures):
            return False
        low, high = self.figures[k], self.figures[k + 1]
        between = self.page.between(low, high)
        if between == "and":
            if not self.page.has_on_left(k, self.figures, "between"):
                return False
        elif between not in RANGE_WORDS:
            return False
        same = low.unit == high.unit or low.unit is None or self._class(low.unit) == self._class(high.unit) is not None
        return same and low.scope is None and self._is_worth(k, range_of=True)

    def _class(self, unit: str | None) -> str | None:
        return self.words.class_of.get(unit or "")

    def _range(self, k: int, previous: Quantity | None) -> list[Quantity]:
        low, high = self.figures[k], self.figures[k + 1]
        if self.page.is_dropped(low) or self.page.is_dropped(high):
            return []
        if low.unit == high.unit and low.value > high.value:
            low, high = replace(low, value=high.value), replace(high, value=low.value)
        conditional = self.page.in_condition(low)
        if low.unit is None and low.value == high.value:
            return []  # "1 to 1"
        if k and low.unit is None and high.unit is None and self.page.is_bracket_behind(self.figures[k - 1], low, high):
            low, high = (replace(f, unit=self.figures[k - 1].unit) for f in (low, high))  # "90 days (1-400)"
        told = previous if low.unit is None and high.unit is None and self.page.low(high.after) in _CHOOSABLE else None
        if told is not None:  # "kept 7 days by default, 1-35 possible"
            low, high = (replace(f, unit=self._handed_on(told)) for f in (low, high))
        first = self._quantity(k, low, Bound.MIN, "range", conditional)
        last = self._quantity(k + 1, high, Bound.MAX, "range", conditional)
        named = told or (first if first.words else last)
        scope = last.scope or first.scope
        place = (named.words, named.name_start, named.name_end)
        return [replace(q, words=place[0], name_start=place[1], name_end=place[2], scope=scope) for q in (first, last)]

    # -- single figures -------------------------------------------------------------------------------

    def _single(self, k: int, previous: Quantity | None) -> Quantity | None:
        figure = self.figures[k]
        if self.page.is_dropped(figure) or self._is_past(figure) or self._is_said_again(k) or self.page.is_old(figure):
            return None
        bound, said = self.page.bound_of(k, self.figures)
        if not said and previous and self._goes_with_previous(k):
            bound, said = previous.bound, previous.said
        if not said and k + 1 < len(self.figures) and is_joined(self.page, figure, self.figures[k + 1]):
            bound, said = self.page.bound_behind(k + 1, self.figures) or (bound, said)
        if not said and k + 1 < len(self.figures) and self.page.between(figure, self.figures[k + 1]) == "of":
            bound, said = self.page.bound_of(k + 1, self.figures)  # "3 of 5 keys open it by default"
        if not said and self.base and figure.style != "port" and not self.page.is_port(figure):
            bound, said = self.base, True
        modal, threshold = self.page.threshold(k, self.figures)
        aside = threshold and modal is None and bound is not Bound.DEFAULT  # but "older than 5 days (default)"
        conditional = self.page.in_condition(figure) or aside
        bound, said = (modal, True) if modal else (bound, said)
        if figure.spelled and figure.value <= 1 and self.page.low(figure.core) == "or":
            return None  # "one or more", "zero or more"
        if figure.spelled and figure.value == 1 and self.page.low(figure.first - 1) in _UNTIL:
            return None  # "until one breaks"
        if self.page.low(figure.first - 1) == "=" and self.page.low(figure.first - 3) in _UNTIL:
            return None  # "off until forward=1"
        if self.page.counts_the_rest(figure):
            return None
        if figure.style == "bare" and self.page.is_port(figure):
            figure = replace(figure, style="port")
        repeats = previous is not None and self._repeats(figure)
        told = self.page.is_personal(figure) or self.page.low(figure.core) in _LEFT_OVER
        if not (repeats or self._is_worth(k, said=said)) or (told and not said):
            return None
        if previous and (repeats or self._lacks_unit(k, said)):
            figure = replace(figure, unit=self._handed_on(previous))
        rule = figure.style if not said else f"{figure.style}-{bound}"
        quantity = replace(self._quantity(k, figure, bound, rule, conditional), said=said)
        return quantity if said else self._advertised(quantity)

    def _advertised(self, quantity: Quantity) -> Quantity:
        """Shares of time are what a maker promises ("SLA 99.95 %")."""
        named = quantity.words.lower().split() if quantity.unit == "%" else []
        return replace(quantity, bound=Bound.TYPICAL) if self.words.shares.intersection(named) else quantity

    def _handed_on(self, previous: Quantity) -> str | None:
        """The unit that a bare number takes over ("default is 0 seconds, maximum is 900")."""
        unit = previous.unit or ""
        of_bytes = self._class(unit.split("/")[0]) == "size" or unit.split("/")[0].endswith("bit")
        return unit if unit and (of_bytes or "/" not in unit or unit.endswith("/s")) and unit != "%" else None

    def _lacks_unit(self, k: int, said: bool) -> bool:
        figure = self.figures[k]
        return said and figure.style == "bare" and figure.scope is None and not self.page.name_of(k, self.figures)[0]

    def _repeats(self, figure: Figure) -> bool:
        """A bare number at the end of a part behind a verb: its unit was said before ("the other one had 12")."""
        before, is_code = self.page.low(figure.first - 1), figure.value in self.words.http_codes and figure.value >= 400
        repeats = figure.style == "bare" and before in self.words.repeating and not is_code
        return repeats and self.page.ends_segment(figure)

    def _goes_with_previous(self, k: int) -> bool:
        if not k:
            return False
        before, here = self.figures[k - 1], self.figures[k]
        if self.page.low(here.first - 1) == "ones" and self._class(before.unit) == self._class(here.unit) is not None:
            return True  # "pies are kept 3 hours at most, frozen ones a week"
        qualified = before.unit == here.unit and is_qualified_alike(self.page, before, here)
        alike = qualified or is_named_alike(self.page, before, here) or self._counts_as_before(k)
        if alike and self.page.left_hits(k - 1, self.figures):
            return True
        repeats = is_parallel(self.page, before, here, here) or (
            here.unit == before.unit is not None
            and (self.page.tokens[here.first].is_plain or self.page.low(here.first - 1) == "(")
            and opens_next_part(self.page, before, here)
        )
        joined = is_joined(self.page, before, here) and self.page.left_hits(k - 1, self.figures)
        return bool(repeats or joined) or self.page.between(before, here) in TOGETHER

    def _is_past(self, figure: Figure) -> bool:
        """ "the past 3 years", "2 years ago": no limit; but "flares last 3 years", "the last 90 days of use"."""
        if not self.words.is_time(figure.unit) or self.page.low(figure.after) == "of":
            return False
        before = figure.first - 1
        of_past = self.page.low(before) in _PAST and (before == 0 or self.page.low(before - 1) in _POINTING)
        return of_past or self.page.low(figure.after) == "ago"

    def _is_said_again(self, k: int) -> bool:
        """ "1 MB at a time, then the next 1 MB"."""
        figure = self.figures[k]
        if self.page.low(figure.first - 1) not in _AGAIN:
            return False
        return any((f.value, f.unit) == (figure.value, figure.unit) for f in self.figures[:k])

    def _is_worth(self, k: int, said: bool = False, range_of: bool = False) -> bool:
        figure = self.figures[k]
        judge = {
            "unit": self._unit_counts,
            "counted": self._noun_counts,
            "bare": self._bare_counts,
            "interval": self._interval_counts,
            "article": self._article_counts,
            "port": lambda *_: True,
        }[figure.style]
        return judge(k, figure, said or range_of)

    def _unit_counts(self, k: int, figure: Figure, said: bool) -> bool:
        if figure.unit == "x":
            return said or self.page.is_comparison(figure.after)
        if self.page.low(figure.first - 1) == "not":
            return False  # "not 100% sure"
        if figure.unit == "bits" and self.page.low(figure.first - 1) == "on":
            return False  # "on 64 bit"
        if not said and self.page.describes_thing(figure):
            return False
        return not (figure.value == 1 and self.page.low(figure.core) == "=" and figure.first == 0)

    def _interval_counts(self, k: int, figure: Figure, said: bool) -> bool:
        if k and not self.page.boundary_between(self.figures[k - 1], figure):
            return False
        return figure.unit in ("ms", "s", "min", "h") or self.page.low(figure.first) == "every"

    def _article_counts(self, k: int, figure: Figure, said: bool) -> bool:
        ellipsis = k > 0 and self.page.low(figure.first - 1) == "ones" and self.words.is_time(self.figures[k - 1].unit)
        return said or ellipsis or self.page.low(figure.first - 1) in _FIRM_ARTICLE

    def _noun_counts(self, k: int, figure: Figure, said: bool) -> bool:
        before = self.page.low(figure.first - 1)
        idiom = figure.spelled and figure.value == 1 and before in ("under", "within", "below")
        if before == "no" or idiom:
            return False
        if said:
            return True
        if self.page.is_labelled(figure):
            return False
        if self.page.is_inside_name(figure):
            return False
        if before in self.words.keeping:
            return True
        if (
            figure.head in self.words.enumerating
            or self.page.low(self.page.behind_bracket(figure.core)) == "="
            or self.page.is_name_of_verb(figure)
        ):
            return False
        if figure.value <= _SMALL and set((figure.unit or "").split()) & self.words.loose:
            return False
        if figure.spelled and figure.value < 20:
            return bool(figure.rate or figure.scope) or (figure.value > 1 and self.page.starts_segment(figure))
        return True

    def _bare_counts(self, k: int, figure: Figure, said: bool) -> bool:
        if self.page.low(figure.first - 1) in _ARTICLES or (
            figure.value == 0 and self.page.low(figure.first - 1) == "to"
        ):
            return False  # "gives a 200", "scales to 0"
        if self.page.low(figure.after) == "or" and self.page.low(figure.after + 1) in _LATER:
            return False  # "Java 17 or newer"
        if figure.rate or self.page.is_port(figure) or figure.scope or self.page.fills_cell(figure):
            return True
        if self.page.is_year(figure) or (figure.spelled and figure.value < 20 and not said):
            return False
        ranked = said and self.page.low(figure.first - 1) in _RANKED  # "paranoia level 1 by default"
        if self.page.is_version(figure) or (self.page.is_labelled(figure) and not ranked):
            return False
        if self.page.follows_quantity_noun(figure) or self.page.closes_noun(figure):
            return True
        if k and self._counts_as_before(k) and self._is_worth(k - 1, said):
            return True
        opens_range = k + 1 < len(self.figures) and self.page.between(figure, self.figures[k + 1]) in RANGE_WORDS
        return said or opens_range or self.page.is_in_brackets(figure)

    def _counts_as_before(self, k: int) -> bool:
        """ "batch size 32 or 64", "weight 5 on deck, 9 below": a bare number beside another that counts."""
        before, here = self.figures[k - 1], self.figures[k]
        if (before.style, here.style) != ("bare", "bare") or here.value in self.words.http_codes:
            return False
        return self.page.between(before, here) in TOGETHER or is_qualified_alike(self.page, before, here)

    # -- putting together -----------------------------------------------------------------------------

    def _quantity(self, k: int, figure: Figure, bound: Bound, rule: str, conditional: bool) -> Quantity:
        words, start, end = self.page.name_of(k, self.figures)
        first = self.page.tokens[figure.first].start
        quantity = Quantity(
            start=first,
            end=self.page.tokens[figure.core - 1].end,
            value=figure.value,
            unit=figure.unit,
            bound=bound,
            scope=self.page.scope_of(k, self.figures),
            words=words,
            name_start=start,
            name_end=end,
            rule=rule,
            behind=self.page.name_behind(k, self.figures)[0] if words and end <= first else "",
            link=self.page.low(figure.first - 1),
            said=rule == "range",
            conditional=conditional,
        )
        return self._labelled(k, quantity)

    def _labelled(self, k: int, quantity: Quantity) -> Quantity:
        """Under a label that names the measure, what a figure is named by is its scope ("SLA: north 99.9 %")."""
        label = self.page.label_of(k, self.figures) if ":" in self.page.text else ""
        own = quantity.words.lower()
        if not label or "_" in own or any(self.words.measures(word, quantity.unit) for word in own.split()):
            return quantity
        return replace(quantity, words=label, scope=quantity.scope or quantity.words or None)

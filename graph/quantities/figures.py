"""Figures of a text with what they count or measure: `10 secs`, `300 transactions per second`, `a week`.

A figure here is only read, not judged: whether it bounds anything is decided in graph.quantities.
"""

from __future__ import annotations

import re
from dataclasses import replace

from graph.quantities.figure import Figure
from graph.quantities.forms import below_slash, is_acronym, is_plural, plural
from graph.quantities.rates import PER, Rates
from graph.quantities.tokens import Token

_MAX_FIGURE = 1e15
_LETTERS = frozenset({"s", "m", "h", "d", "w", "y", "ms", "us", "ns", "mo"})
"""Units so short that "a" before them opens no time."""
_ONE_OF = frozenset({"a", "an", "every", "each"})
_OR_MORE = frozenset({"more", "fewer", "less"})
_BOUNDS_INSIDE = frozenset({"max", "max.", "maximum", "min", "min.", "minimum"})
_POINTING = frozenset({"each", "every", "this", "that", "which", "another", "any"})
_MORE = frozenset({"more", "extra", "additional"})
_RANKS = frozenset({"lower", "upper", "higher"})
_TAKING = frozenset(
    {"set", "have", "need", "use", "want", "get", "got", "make", "create", "pick", "take", "add", "choose"}
)
_LEAST_PLURAL = 4
_LEAST_SCORE = 100
_MEMORY = frozenset({"ram", "memory", "disk", "storage", "of", "swap", "heap"})
_TRANSPORT = frozenset({"tcp", "udp"})
_PREFIX_SIZE = {"k": "KB", "m": "MB", "g": "GB", "t": "TB"}
_NOUN_WORDS = 4
_LEAST_SHARE = 90
_FEWEST_NINES, _MOST_NINES = 2, 16
_LARGEST_BASE, _LARGEST_POWER = 10, 49
_PARTS_OF_NAME = re.compile(r"[_.-]|(?<=[a-z])(?=[A-Z])")
_SURELY_COUNTED = 1000
_NUMBERED = frozenset({"port", "mode"})
"""Nouns of which a number behind them is the name, whatever follows."""
_FIRST_ERROR, _ROUND = 400, 50
"""Numbers of errors of the web; a round one may be a time in seconds all the same."""
_CODES = frozenset({"error", "errors", "status", "response", "http", "code", "codes", "ok"})
_REASONS = frozenset({"bad", "conflict", "forbidden", "not", "too", "toomanyrequests", "unauthorised", "unauthorized"})
"""How what an error's code stands for begins, in small letters."""


class FigureReader(Rates):
    """Reads all figures of one text's tokens, from left to right."""

    def read(self) -> list[Figure]:
        """The figures in order; those that are part of a name, a date, a version or an address are left out."""
        found: list[Figure] = []
        i = 0
        while i < len(self.tokens):
            token = self.tokens[i]
            figure = self._at(i) if token.kind == "number" or token.low in self.words.figure_openers else None
            if figure is not None:
                found.append(figure)
                i = max(figure.after, i + 1)
            else:
                i += 1
        return found

    # -- one figure ---------------------------------------------------------------------------------

    def _at(self, i: int) -> Figure | None:
        figure = self._any_at(i)
        if figure and figure.unit == "cents":
            return replace(figure, unit="USD", value=figure.value / 100)
        return figure

    def _any_at(self, i: int) -> Figure | None:
        token = self.tokens[i]
        if token.kind == "number":
            return None if self._is_part_of_name(i) else self._number(i)
        if token.kind == "word":
            return self._times_a_day(i) or self._one_unit(i) or self._spelled(i)
        return None

    def _number(self, i: int) -> Figure | None:
        token = self.tokens[i]
        if abs(token.value) >= _MAX_FIGURE or (self._low(i - 1) == "first" and self._text(i + 1) == ")"):
            return None  # "0.50 $ each (first 25)"
        figure = self._power(i) or Figure(i, i + 1, i + 1, token.value)
        if token.currency:
            figure = replace(figure, unit=self.words.currency[token.currency], style="unit")
            if token.glued and token.glued.lower() in self.words.multipliers:
                figure = replace(figure, value=token.value * self.words.multipliers[token.glued.lower()])
            return self._with_rate(self._with_multiplier(figure))
        if token.glued:
            glued = self._glued(figure, token)
            return self._with_rate(self._with_plus(glued)) if glued else None
        return self._measured(self._with_multiplier(self._with_sign(figure)))

    def _power(self, i: int) -> Figure | None:
        """ "2^31"."""
        if self._text(i + 1) != "^" or not self._touches(i) or not self._is_figure(i + 2) or not self._touches(i + 1):
            return None
        base, power = self.tokens[i].value, self.tokens[i + 2].value
        whole = 1 < base <= _LARGEST_BASE and power <= _LARGEST_POWER and self.tokens[i].is_plain
        return Figure(i, i + 3, i + 3, base**power) if whole else None

    def _is_named(self, i: int, nouns: frozenset[str]) -> bool:
        """Whether one of the nouns stands before token `i`, alone or as the end of a parameter ("max_body_size 1m")."""
        i -= 1
        while self._low(i) in self.words.links or self._low(i) in self.words.before:
            i -= 1
        text = self._text(i).strip("`")
        if "size" in nouns and text.lower().endswith("size"):
            return True  # "recordsize 128K"
        return text.lower() in nouns or _PARTS_OF_NAME.split(text)[-1].lower() in nouns

    def _unit_of_name(self, i: int) -> str | None:
        """The unit of time or size that a parameter ends with: "linger.ms 5", "retentionInDays = 30"."""
        while self._low(i - 1) in ("=", ":", "is", "to", "of"):
            i -= 1
        parts = _PARTS_OF_NAME.split(self._text(i - 1).strip("`")) if i else []
        unit = self.words.units.find(parts[-1].lower()) if len(parts) > 1 and len(parts[-1]) > 1 else None
        return unit if self.words.class_of.get(unit or "") in ("time", "size") else None

    def _counted_by_name(self, i: int) -> str | None:
        """What a parameter counts whose name ends with a plural: "num_workers 4", "max_jobs_per_line 16"."""
        while self._low(i - 1) in ("=", ":", "is", "to", "of") or self._low(i - 1) in self.words.before:
            i -= 1
        parts = [part.lower() for part in _PARTS_OF_NAME.split(self._text(i - 1).strip("`"))] if i else []
        last = parts.index("per") - 1 if "per" in parts[1:] else len(parts) - 1
        counted = parts[last] if last > 0 else ""
        return counted if len(counted) >= _LEAST_PLURAL and counted.isalpha() and is_plural(counted) else None

    def _glued(self, figure: Figure, token: Token) -> Figure | None:
        """A figure with letters at its end: a unit (20s), a multiplier (150k), a sign of doubt (17ish), else a name."""
        low, after = token.glued.lower(), figure.after
        follows = self._low(after)
        if low == "s" and follows == "of" and token.value >= _LEAST_SCORE and not token.value % _LEAST_SCORE:
            return None  # "1000s of passengers"
        if low == "s" and token.value in self.words.http_codes and token.value > _FIRST_ERROR and token.value % _ROUND:
            return None  # "random 502s"
        if low == "ish":
            return replace(self._measured(figure), approximate=True)
        counts_things = bool(self._noun(after, 2)[0])  # "page size max 10k rows"
        is_bare = not self._unit(after)[0] and not counts_things
        sized = follows in _MEMORY or (is_bare and self._is_named(figure.first, self.words.sized))
        if low in _PREFIX_SIZE and sized:
            return replace(figure, unit=_PREFIX_SIZE[low], style="unit")
        if low == "m" and self._is_named(figure.first, self.words.processors):
            return replace(figure, unit="CPU", style="unit", value=token.value / 1000)  # "cpu 500m"
        if low in ("k", "m", "bn"):
            if low == "m" and token.value == int(token.value) and token.glued == "m" and not self._noun(after, 2)[0]:
                return replace(figure, unit="min", style="unit")
            return self._measured(replace(figure, value=token.value * self.words.multipliers[low]))
        if low == "x":
            factor = token.value > 1 and self._kind(after) != "number"
            return replace(figure, unit="x", style="unit") if factor else None
        unit = self.words.units.find(low)
        named = len(low) == 1 and token.glued in "SHDWY"
        return replace(figure, unit=unit, style="unit") if unit and not named else None

    def _with_sign(self, figure: Figure) -> Figure:
        """A minus that touches the figure and nothing before it."""
        i = figure.first
        if i and self.tokens[i - 1].text in "-−" and self._touches(i - 1) and not (i > 1 and self._touches(i - 2)):
            before = self.tokens[i - 2] if i > 1 else None
            signed = before is not None and (before.kind == "word" or before.text in "=(~:")
            if signed and self._measured(figure).style != "unit":
                return replace(figure, first=i - 1, value=-figure.value)
        return figure

    def _with_multiplier(self, figure: Figure) -> Figure:
        low = self._low(figure.after)
        alone = self._text(figure.after) in ("k", "K", "M") and bool(self._noun(figure.after + 1, 2)[0])
        if low in self.words.multipliers and (len(low) > 1 or alone):
            factor = self.words.multipliers[low]
            return replace(figure, value=figure.value * factor, after=figure.after + 1, core=figure.core + 1)
        return figure

    def _measured(self, figure: Figure) -> Figure:
        """The figure with the unit or the counted noun behind it."""
        i = figure.after
        if self._text(i) == "+" and self._touches(i - 1):
            figure, i = replace(figure, open_end=True, after=i + 1, core=i + 1), i + 1
        port = self._port(figure, i)
        if port:
            return port
        unit, after = self._unit(i + self._is_kind_of_time(i))
        if unit is None and self._text(i) == "-" and self._touches(i - 1) and self._touches(i):
            unit, after = self._unit(i + 1)
            unit = unit if self.words.class_of.get(unit or "") in ("time", "size") else None
        if unit is not None:
            rate = None
            if "/" in self._text(after - 1).strip("/") and "/" not in unit:
                rate = self._low(after - 1).split("/", 1)[1]
            measured = replace(figure, unit=unit, style="unit", after=after, core=after)
            return self._with_slash(measured, rate) if rate else self._with_rate(self._with_plus(measured))
        if self._low(i) == "9s" or (self._text(i) == "9" and self._low(i + 1) in "'’" and self._low(i + 2) == "s"):
            return self._nines(figure, i + 1 if self._low(i) == "9s" else i + 3)
        if self._low(i) in ("x", "×", "*"):
            return figure
        named = self._unit_of_name(figure.first) or self._counted_by_name(figure.first)
        if named and not self._noun(i, figure.value)[0]:
            return replace(figure, unit=named, style="unit")
        if figure.value % 1 and _LEAST_SHARE < figure.value < 100 and self._is_named(figure.first, self.words.shares):
            return replace(figure, unit="%", style="unit")  # "SLA 99.95"
        counted = self._counted(figure, i)
        return self._with_rate(counted if counted else figure)

    def _is_kind_of_time(self, i: int) -> bool:
        """ "20 idle minutes", "7 more days": whether token `i` says what kind of time the unit behind it measures."""
        unit = self.words.units.find(self._low(i + 1)) if is_plural(self._text(i + 1)) else None
        kind = self._low(i)
        free = self._kind(i) == "word" and (kind not in self.words.stop or kind in _MORE)
        return free and self.words.is_time(unit) and not self.words.units.find(kind) and not is_plural(self._text(i))

    def _port(self, figure: Figure, i: int) -> Figure | None:
        if self._text(i) == "/" and self._touches(i - 1) and self._low(i + 1) in _TRANSPORT:
            return replace(figure, style="port", after=i + 2, core=i + 2)
        return None

    # -- counted nouns ------------------------------------------------------------------------------

    def _counted(self, figure: Figure, i: int) -> Figure | None:
        if figure.value != int(figure.value) and figure.value < 1000 and self._low(i) not in self.words.processors:
            return None
        if self._is_http_code(figure, i):
            return None
        bounded = self._bound_inside(i)
        phrase, after, rate = self._noun(i + bounded, figure.value)
        if not phrase or (bounded and not is_plural(phrase[-1])):
            return None
        head = phrase[-1]
        if head == "others" or (figure.value == 1 and len(phrase) == 1 and head.endswith("ed")):
            return None  # "and 100 others", "1 failed"
        if self._low(figure.first - 1) in _NUMBERED:
            return None  # "port 53 UDP", "mode 1 active-backup"
        if head == "nines" and _FEWEST_NINES <= figure.value <= _MOST_NINES:
            return self._nines(figure, after)
        unit: str | None = " ".join(phrase if figure.value != 1 else [*phrase[:-1], plural(head)])
        if head in ("ones", "one"):
            unit = None
        core = i if bounded else after  # "200 max threads": the bound word stays to be found behind the figure
        counted = replace(figure, unit=unit, style="counted", head=head.lower(), after=after, core=core)
        return self._with_slash(counted, rate) if rate else counted

    def _bound_inside(self, i: int) -> int:
        """How many words of a bound stand before the counted noun: "200 max threads", "2 or more cranes"."""
        is_open = self._low(i) == "or" and self._low(i + 1) in _OR_MORE
        length = 2 if is_open else int(self._low(i) in _BOUNDS_INSIDE)
        return length if self._kind(i + length) == "word" else 0

    @staticmethod
    def _nines(figure: Figure, after: int) -> Figure:
        """ "five nines" are 99.999 %."""
        share = round(100 - 10 ** (2 - figure.value), int(figure.value))
        return replace(figure, value=share, unit="%", style="unit", after=after, core=after, approximate=True)

    def _noun(self, i: int, value: float) -> tuple[list[str], int, str | None]:
        """The noun phrase at `i` up to its first plural, the token behind it, and what follows a slash inside it."""
        phrase: list[str] = []
        for k in range(i, min(i + _NOUN_WORDS, len(self.tokens))):
            token = self.tokens[k]
            counted = is_acronym(token.text) and token.text.endswith("s")  # "300 GETs"
            held = counted or token.low not in self.words.stop or (phrase and self._is_noun_of_verb(k))
            held = held or (token.low in _RANKS and is_plural(self._text(k + 1)))  # "128 lower decks"
            if token.kind != "word" or not held or any(c.isdigit() for c in token.text):
                break
            noun, _, rate = token.text.partition("/")
            phrase.append(noun if is_acronym(noun) else self.words.shortened.get(noun.lower(), noun.lower()))
            if is_plural(noun) or rate:
                return phrase, k + 1, rate or None
        if not phrase:
            return [], i, None
        if value == 1:
            return phrase[:2], i + len(phrase[:2]), None
        if is_acronym(phrase[0]) or phrase[0] in self.words.processors:
            return phrase[:1], i + 1, None
        after = i + len(phrase)
        slip = value >= _SURELY_COUNTED and self._low(after) == "per"  # "150k connecton per node"
        return (phrase, after, None) if slip else ([], i, None)

    def _is_noun_of_verb(self, k: int) -> bool:
        """ "16 active runs per line": a verb's form that closes a counted noun."""
        closes = self._kind(k + 1) not in ("word", "number", "code") or self._low(k + 1) in ("per", "in", "at", "each")
        return closes and self._low(k) in ("runs", "uses", "works")

    def _is_http_code(self, figure: Figure, i: int) -> bool:
        if figure.value not in self.words.http_codes or figure.first + 1 != figure.after:
            return False
        text = self._text(i).split("/")[0]
        named = text[:1].isupper() and not is_acronym(text)
        reason = figure.value >= _FIRST_ERROR and self._low(i) in _REASONS  # "429 too many requests"
        return named or reason or self._low(i) in _CODES

    # -- figures in words ---------------------------------------------------------------------------

    def _spelled(self, i: int) -> Figure | None:
        low = self._low(i)
        value = self.words.numbers.get(low)
        after = i + 1
        if low == "one" and (self._low(i - 1) in _POINTING or self._low(i - 2) in ("the", "a", "an")):
            return None  # "each one", "that one", "the default one"
        if low == "one" and self._low(i - 1) in _TAKING and self._kind(i + 1) != "word":
            return None  # "unless you set one"
        if low in ("a", "an", "first") and self._low(i + 1) in self.words.multipliers and len(self._low(i + 1)) > 3:
            value, after = 1.0, i + 1
        elif value is None:
            return None
        if 20 <= value < 100 and self._low(after) in self.words.numbers and self.words.numbers[self._low(after)] < 10:
            value, after = value + self.words.numbers[self._low(after)], after + 1
        if low == "half" and self._low(after) in ("a", "an"):
            after += 1
        return self._measured(self._with_multiplier(Figure(i, after, after, float(value), spelled=True)))

    def _one_unit(self, i: int) -> Figure | None:
        """ "a week", "every second": one of a unit of time."""
        if self._low(i) not in _ONE_OF or self._kind(i + 1) != "word":
            return None
        unit = self.words.units.find(self._low(i + 1))
        if not self.words.is_time(unit) or self._low(i + 1) in _LETTERS or self._is_ordinal(i + 1):
            return None
        style = "interval" if self._low(i) in ("every", "each") else "article"
        return Figure(i, i + 2, i + 2, 1.0, unit, style, spelled=True)

    def _is_ordinal(self, i: int) -> bool:
        """ "a second rail": a number of the noun behind it, not a time."""
        return self._low(i) == "second" and self._kind(i + 1) == "word" and self._low(i + 1) not in self.words.stop

    def _times_a_day(self, i: int) -> Figure | None:
        """ "once a day", "twice per hour"."""
        value = {"once": 1.0, "twice": 2.0, "thrice": 3.0}.get(self._low(i))
        if value is None or self._low(i + 1) not in PER:
            return None
        amount, unit, after = self._amount(i + 2)
        if not self.words.is_time(unit):
            return None
        below = below_slash(amount, unit)
        return Figure(i, after, after, value, f"times/{below}", "unit", rate=below, spelled=True)

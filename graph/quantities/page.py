"""The surroundings of a figure: bound words on either side, conditions, examples, names of what is measured."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from graph.quantities.figures import Figure
from graph.quantities.forms import is_acronym, is_comparative, is_plural
from graph.quantities.refusals import Refusals
from graph.quantities.tokens import tokens_of
from graph.quantities.words import QuantityWords
from graph.vocabulary import Bound

_ARITHMETIC = re.compile(
    r"\d[\w.%]*(?:\s[A-Za-z%]+)?\s?[*×x+/]\s?\d[^=;]{0,60}=\s*\S*\d"
    r"|\d[\w.%]*\s[*×+\-−/]\s\d[^=;]{0,60}=\s*\S*\d"
    r"|=\s*[A-Za-z(][\w(]*\s?[*/×+]\s?[\w(]*\d"
)
_EXAMPLE_AT_START = 3
_LONGEST_CUE = 5
_LONGEST_ASIDE = 12
_OF_WORDS = frozenset({"of", "on", "in", "for", "to", "a", "an", "the", "per", "with"})
_PER_WORDS = frozenset({"a", "an", "per", "every", "each"})
_PARAMETER = re.compile(
    r"[a-z]{2,}[A-Z][a-z]\w*|[A-Za-z]\w*_\w+|(?:Max|Min|Default|Limit)[A-Z]\w+|--?[a-z][\w-]+|[a-z]+(?:[-.][a-z]+)+"
)
_MODALS = frozenset({"can", "may", "must", "will", "should", "could", "cannot", "can't"})
_SCOPES_OF_NOUNS = frozenset({"per", "for", "on", "in", "each", "across", "with", "w/"})
_AFTER_CLOSED = frozenset({"per", "by", "on", "for", "free", "each", "total"})
_LATEST = 20
_NAME_WORDS = 3
_ORDINALS = frozenset({"first", "last", "other"})
_SCOPE_WORDS = 6
_BELOW = frozenset({"under", "below"})
_LEAST_PORT, _LAST_PORT = 1024, 65_535
_PORT_ENDS = frozenset({"/", "and", "or", "for", "by"})
_VERSION_DIGITS = re.compile(r"\d+\.\d+")


class Page(Refusals):
    """A text with its tokens and the bound words, conditions and examples in it."""

    # -- what is no limit -----------------------------------------------------------------------------

    @cached_property
    def _dropped(self) -> list[tuple[int, int]]:
        """Stretches of examples and arithmetic, as offsets."""
        spans = []
        for at, end, phrase in self.words.example_phrases.find(self.tokens, 0, len(self.tokens)):
            if phrase not in ("example", "eg") or self.low(end) in (".", ":", ","):
                spans.append((self.tokens[at].start, self._example_end(at)))
        for match in _ARITHMETIC.finditer(self.text) if "=" in self.text else ():
            start = max(self.text.rfind(". ", 0, match.start()), self.text.rfind(";", 0, match.start()), 0)
            spans.append((start, self._sentence_end(match.end())))
        return spans

    def _example_end(self, at: int) -> int:
        start = self.tokens[at].start
        opened = self.text.rfind("(", 0, start)
        if opened >= 0 and ")" not in self.text[opened:start]:
            closed = self.text.find(")", start)
            return closed if closed >= 0 else len(self.text)
        return len(self.text) if at < _EXAMPLE_AT_START else self._sentence_end(start + _LONGEST_CUE)

    def _sentence_end(self, start: int) -> int:
        ends = [p for p in (self.text.find(". ", start), self.text.find(";", start)) if p >= 0]
        return min(ends, default=len(self.text))

    def is_dropped(self, figure: Figure) -> bool:
        """True for a figure in an example or in arithmetic."""
        at = self.tokens[figure.first].start
        return any(start <= at < end for start, end in self._dropped)

    @cached_property
    def _conditional(self) -> list[bool]:
        """For each token whether "if", "when" … opens the part in which it stands."""
        cues = {at for at, _, _ in self.words.cue_phrases.find(self.tokens, 0, len(self.tokens))}
        marked, inside = [], False
        for i, token in enumerate(self.tokens):
            marked.append(inside)
            if self.hard[i] or token.low in ("then", ":"):
                inside = False
            elif i in cues and not (token.low == "once" and self.low(i + 1) in _PER_WORDS):
                inside = True
        return marked

    def in_condition(self, figure: Figure) -> bool:
        """True where "if", "when" … opens the part in which the figure stands."""
        return self._conditional[figure.first]

    @cached_property
    def _comparators(self) -> dict[int, tuple[int, str]]:
        """Comparators by the token behind them."""
        found = self.words.comparator_phrases.find(self.tokens, 0, len(self.tokens))
        return {end: (at, phrase) for at, end, phrase in found}

    def threshold(self, k: int, figures: Sequence[Figure]) -> tuple[Bound | None, bool]:
        """For a figure behind a comparator: the bound that a modal makes of it, and that it is a threshold."""
        first = figures[k].first
        if self.low(first - 1) in (">", "<") and not self.words.is_time(figures[k].unit):
            return None, True
        if self.low(first - 1) in _BELOW and self.is_refused_below(self.left(k, figures), first):
            return Bound.MIN, True
        at, word = self._comparators.get(first) or self._comparators.get(first - 1) or (first, "")
        if not word or at in self._before_tokens:
            return None, False  # none, or a part of a longer bound word: "no more than 5"
        start, upward = self.left(k, figures), word in self.words.upper
        if upward and (self.is_refused(figures[k]) or self.are_refused(start, first)):
            return Bound.MAX, True
        if any(self.words.forbidden_phrases.find(self.tokens, start, first)):
            return (Bound.MAX if upward else Bound.MIN), True
        if any(self.words.required_phrases.find(self.tokens, start, first)):
            return (Bound.MIN if upward else Bound.MAX), True
        return None, True

    def is_old(self, figure: Figure) -> bool:
        """ "used to be 10", "was 128 MB before": a value of the past."""
        before, after = self.low(figure.first - 1), self.low(figure.core)
        if before == "be" and self.low(figure.first - 3) == "used":
            return True
        if before in ("formerly", "previously") or after in ("formerly", "previously"):
            return True
        return before in ("was", "were") and after == "before" and not self.low(figure.core + 1).strip(".,;)")

    # -- what makes a bare number a quantity ------------------------------------------------------------

    def is_port(self, figure: Figure) -> bool:
        """ "port 22", "TCP 179"."""
        i = figure.first
        while self.low(i - 1) in (",", "and", "or", "/") and i > 1 and self.tokens[i - 2].is_plain:
            i -= 2
        noun = self.low(self._back_over_links(i))
        carried = self.low(figure.first - 1) in ("tcp", "udp") and self.tokens[figure.first].is_plain
        return carried or noun in ("port", "ports") or self._is_listened_on(figure)

    def _is_listened_on(self, figure: Figure) -> bool:
        """ "web UI 8006", "REST on 6333": a number of four or five digits behind what listens."""
        i, text = figure.first - 1, self.text_at(figure.first)
        if not text.isdigit() or not _LEAST_PORT <= figure.value <= _LAST_PORT:
            return False
        if self.low(i) in ("on", "at", ":", "="):
            i -= 1
        free = self.segment_end(figure.first) == figure.after or self.low(figure.after) in _PORT_ENDS
        return free and self.low(i).strip("`") in self.words.listening

    def is_year(self, figure: Figure) -> bool:
        """True for 1900 to 2099 as four plain digits, and for a day beside a month's name."""
        months = self.words.months
        dated = self.low(figure.first - 1) in months or (self.low(figure.after) in months and figure.value <= 31)
        four_digits = figure.first + 1 == figure.after and len(self.tokens[figure.first].text) == 4
        return dated or (four_digits and 1900 <= figure.value < 2100)

    def is_version(self, figure: Figure) -> bool:
        """ "Python 3.11", "since 1.24", "SSL 3": a number without unit behind a name."""
        name, before = self.text_at(figure.first - 1), self.low(figure.first - 1)
        named = is_acronym(name) or (name[:1].isupper() and name.isalpha() and not is_plural(name))
        bound = before in self.words.before or self.follows_quantity_noun(figure)
        if named and not bound and figure.unit is None and self.tokens[figure.first].is_plain:
            return 1 <= figure.value <= _LATEST  # but "CLS 0.1", "MSS 1460"
        decimal = _VERSION_DIGITS.fullmatch(self.tokens[figure.first].text) is not None
        return figure.unit is None and decimal and not self.follows_quantity_noun(figure)

    def is_personal(self, figure: Figure) -> bool:
        """ "my own 2 years", "we ran 3 nodes": what the writer has or did."""
        before = {self.low(i) for i in range(self.segment_start(figure.first), figure.first)}
        return not before.isdisjoint(self.words.personal) and before.isdisjoint(self.words.possible)

    def is_labelled(self, figure: Figure) -> bool:
        """True where the figure is the number of a thing ("layer 7", "Docker 23") and not of a quantity."""
        i = figure.first - 1
        before = self.low(i)
        if before in self.words.label_nouns:
            return True
        if i < 0 or self.tokens[i].kind != "word" or i == self.segment_start(i) or self.low(i - 1) == ":":
            return False
        text = self.tokens[i].text
        known = before in self.words.quantity_nouns or before in self.words.before
        return text[0].isupper() and not known and not _PARAMETER.fullmatch(text)

    def _back_over_links(self, i: int) -> int:
        i -= 1
        if self.low(i) == "(" and self.low(i + 2) == ")":  # "max_connections (100)"
            i -= 1
        while i >= 0 and self.low(i) in ("is", "of", "=", ":", "are", "to", "at", "from"):
            i -= 1
        if self.low(i) == ")":  # "MSS (Maximum Segment Size) 1460"
            i = next((n - 1 for n in range(i, max(i - _LONGEST_ASIDE, 0), -1) if self.low(n) == "("), -1)
        return i

    def follows_quantity_noun(self, figure: Figure) -> bool:
        """True behind "distance", "TTL", "`maxSurge`", "batch_size", "is" and the like in between."""
        i = self._back_over_links(figure.first)
        if i < 0:
            return False
        token = self.tokens[i]
        if token.kind == "code":
            return bool(_PARAMETER.fullmatch(token.text.strip("` ")))
        numbered = token.text.count(".") == 1 or "version" in token.low
        parameter = not numbered and _PARAMETER.fullmatch(token.text) is not None
        return token.kind == "word" and (parameter or token.low in self.words.quantity_nouns)

    def is_bracket_behind(self, before: Figure, first: Figure, last: Figure) -> bool:
        """Whether two figures fill the bracket right behind a figure with a unit ("90 days by default (1-400)")."""
        opened = self.low(first.first - 1) == "(" and self.low(last.after) == ")"
        return opened and before.unit is not None and self.segment_end(before.core) == first.first - 1

    def is_in_brackets(self, figure: Figure) -> bool:
        """True for a bare number alone in round brackets that is no code ("conntrack entries (262144)")."""
        alone = self.low(figure.first - 1) == "(" and self.low(figure.after) == ")" and figure.first > 1
        alone = alone and len(self.text_at(figure.first - 2)) > 1  # "O(1)"
        return alone and figure.value not in self.words.http_codes

    def starts_segment(self, figure: Figure) -> bool:
        """True where the figure opens its part or stands right behind a colon."""
        return self.segment_start(figure.first) == figure.first or self.low(figure.first - 1) in (":", "=")

    def closes_noun(self, figure: Figure) -> bool:
        """True for a bare number right behind a noun, with nothing or a qualifier behind it ("hop count 15, …")."""
        ends = self.ends_segment(figure) or self.low(figure.after) in _AFTER_CLOSED
        return ends and figure.value not in self.words.http_codes and self.follows_noun(figure)

    def follows_noun(self, figure: Figure) -> bool:
        """True right behind a common noun that numbers nothing ("weights 0 - 255")."""
        i = self._back_over_links(figure.first)
        if i < 0 or self.tokens[i].kind != "word" or i < self.segment_start(figure.first):
            return False
        text, low = self.tokens[i].text, self.low(i)
        common = text.islower() or is_acronym(text) or i == self.segment_start(i)
        named = low in self.words.label_nouns or low.removesuffix("s") in self.words.label_nouns
        return common and len(low) > 1 and not named and low not in self.words.stop | self.words.links

    def fills_cell(self, figure: Figure) -> bool:
        """True for a bare number alone in a cell of a table's row."""
        return self.low(figure.first - 1) == "|" and self.low(figure.after) in ("|", "")

    def ends_segment(self, figure: Figure) -> bool:
        """True where nothing of its part follows the figure."""
        return self.segment_end(figure.after) == figure.after

    def is_comparison(self, i: int) -> bool:
        """True where "faster", "more" … stands at token `i` ("10x faster")."""
        return is_comparative(self.low(i))

    def has_on_left(self, k: int, figures: Sequence[Figure], word: str) -> bool:
        """True where the word stands on the left of figure `k`, in its part."""
        return any(self.low(i) == word for i in range(self.left(k, figures), figures[k].first))

    def only_bounds_between(self, one: Figure, two: Figure) -> bool:
        """True where only bound words and signs stand between two figures ("default 7, max 35 days")."""
        bounds = self._before_tokens
        inside = range(one.after, two.first)
        if self.low(one.after) in self.words.after and self.low(two.first - 1) not in ",/(":
            return False  # "10 max. 1.5 GB of memory"
        return any(i in bounds for i in inside) and all(i in bounds or self.low(i) in ",/(and or" for i in inside)

    # -- names and scopes -------------------------------------------------------------------------------

    def name_of(self, k: int, figures: Sequence[Figure]) -> tuple[str, int, int]:
        """What figure `k` measures, in the text's own words, with their place; words on the left come first."""
        start = self.left(k, figures)
        first, last = self._name_before(figures[k].first, start)
        setting = last - first == 1 and "_" in self.text_at(first)
        if (
            first > start and not setting and self.low(first - 1) in _OF_WORDS
        ):  # "ports on Linux: 1 to 9", "the size of a parcel is"
            head = self._name_before(first, start)
            per = self.low(first - 1) == "per"
            first, last = head if head[0] < head[1] else (last, last) if per else (first, last)
        first, last = (first, last) if first < last else self._name_before_bracket(figures[k].first)
        if last - first == 1 and self.low(first) in _ORDINALS:
            first = last  # "the first 50 TB"
        lasting = k > 0 and first == figures[k - 1].core and self.low(figures[k].first - 1) in ("for", "over")
        if first < last and not lasting:  # the 3 h of "1 s resolution for 3 h" have no name
            begin, stop = self.tokens[first].start, self.tokens[last - 1].end
            return self.text[begin:stop].strip("`"), begin, stop
        return self.name_behind(k, figures)

    def label_of(self, k: int, figures: Sequence[Figure]) -> str:
        """The label before figure `k` that names its measure: "SLA" of "SLA: north 99.9 %, south 99 %"."""
        i = next((n for n in range(figures[k].first - 1, 0, -1) if self.low(n) == ":"), 0)
        first, last = self._name_before(i, self.segment_start(i))
        if first == last or not self.words.measures(self.low(last - 1), figures[k].unit):
            return ""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end].strip("`")

    def _name_before_bracket(self, i: int) -> tuple[int, int]:
        """ "timeout (default 30 s)": the noun of quantity before the bracket that the figure opens."""
        opened = self.segment_start(i) - 1
        if self.low(opened) not in ("(", "[") or any(n not in self._before_tokens for n in range(opened + 1, i)):
            return i, i
        first, last = self._name_before(opened, self.segment_start(opened))
        noun = self.tokens[last - 1]
        measured = noun.low in self.words.quantity_nouns | self.words.sized or _PARAMETER.fullmatch(noun.text)
        return (first, last) if first < last and measured else (i, i)

    def _name_before(self, i: int, start: int) -> tuple[int, int]:
        """The noun words before token `i`, over bound words and links: first token, token behind (equal for none)."""
        i -= 1
        while i >= start and (i in self._before_tokens or self.low(i) in self.words.links):
            i -= 1
        last = i
        while i >= start and last - i < _NAME_WORDS and self.is_name(i) and i not in self._before_tokens:
            i -= 1
        modal = i >= start and self.low(i) in _MODALS and self.low(i + 1) in self.words.containing
        if modal and last == i + 1:  # "a message can hold up to"
            return self._name_before(i, start)
        return i + 1 + modal, last + 1

    def words_behind(self, figure: Figure) -> list[str]:
        """The words right behind a figure where they are all that its part still holds."""
        end = self.segment_end(figure.core)
        inside = range(figure.core, end)
        nouns = self.words.quantity_nouns | self.words.sized
        named = all(self.is_name(i) and i not in self._after_tokens and self.low(i) not in nouns for i in inside)
        return [self.tokens[i].text for i in inside] if named else []

    def is_name(self, i: int) -> bool:
        """True for a token that can be a part of a name."""
        token = self.tokens[i]
        return token.kind == "code" or (token.kind == "word" and token.low not in self.words.stop)

    def name_behind(self, k: int, figures: Sequence[Figure]) -> tuple[str, int, int]:
        figure, end = figures[k], self.right(k, figures)
        if figure.style == "counted" or figure.rate:
            return "", 0, 0
        i = figure.core + 1 if self.low(figure.core) in ("of", "the") else figure.core
        last = i
        while last < end and last - i < _NAME_WORDS and self.is_name(last) and last not in self._after_tokens:
            last += 1
        if last == i:
            return "", 0, 0
        begin, stop = self.tokens[i].start, self.tokens[last - 1].end
        return self.text[begin:stop], begin, stop

    def scope_of(self, k: int, figures: Sequence[Figure]) -> str | None:
        """The qualifier behind figure `k`: "per region", "on Linux", "if nobody announces one"."""
        figure = figures[k]
        if figure.scope:
            return figure.scope
        end = self.segment_end(figure.core)
        i = figure.core
        i = self._after_at[i][0] if i in self._after_at else i
        starts = self.words.scope_starts
        if i < end and self.low(i) not in starts and self.name_behind(k, figures)[0]:
            i, starts = i + len(self.name_behind(k, figures)[0].split()), _SCOPES_OF_NOUNS  # "10 ms CPU per request"
        if i >= end or self.low(i) not in starts or (k + 1 < len(figures) and figures[k + 1].first < end):
            return None
        last = min(end, i + _SCOPE_WORDS)
        stops = [at for at in range(i + 1, last) if at in self._after_at or self._goes_on(at, end)]
        last = min([last, *stops])
        return self.text[self.tokens[i].start : self.tokens[last - 1].end] if last > i + 1 else None

    def _goes_on(self, at: int, end: int) -> bool:
        """Where a qualifier ends and another statement follows: "on the website and everything will"."""
        return self.low(at) in ("and", "but", "so") and end - at > 2


def bound_in(frame: str, words: QuantityWords) -> Bound | None:
    """The bound that a label or a column's head says: "Defaults", "Max size", "Limits". None where it says none."""
    tokens = tokens_of(frame)
    said = [words.before[phrase] for _, _, phrase in words.before_phrases.find(tokens, 0, len(tokens))]
    slips = [words.bound_spellings.find(t.low) for t in tokens if t.low not in words.stop]
    said += [words.before[slip] for slip in slips if slip in words.before]
    best = max(said, key=lambda w: (w.bound is Bound.DEFAULT, w.strong), default=None)
    return best.bound if best else None


def nouns_in(frame: str, words: QuantityWords) -> str:
    """What a label names beside its bound: "visibility timeout" of "Max visibility timeout"."""
    tokens = tokens_of(frame)
    bounds = {n for at, end, _ in words.before_phrases.find(tokens, 0, len(tokens)) for n in range(at, end)}
    bounds |= {n for n, t in enumerate(tokens) if words.bound_spellings.find(t.low)}
    kept = [t.text for n, t in enumerate(tokens) if t.kind == "word" and n not in bounds and t.low not in words.stop]
    return " ".join(kept) if len(kept) <= _NAME_WORDS else ""

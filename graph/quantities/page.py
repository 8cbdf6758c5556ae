"""The surroundings of a figure: bound words on either side, conditions, examples, names of what is measured."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache

from graph.quantities.bare import PARAMETER, BareNumbers
from graph.quantities.figure import Figure
from graph.quantities.tokens import tokens_of
from graph.quantities.words import QuantityWords
from graph.vocabulary import Bound

_OFTEN = re.compile(r"\b\d+ (?:times|cases) (?:out )?of \d+\b|\b\d+ (?:out )?of \d+ (?:times|cases)\b")
"""How often: "9 times out of 10"."""
_ARITHMETIC = re.compile(
    r"\d[\w.%]*(?:\s[A-Za-z%]+)?\s?[*×x+/]\s?\d[^=;]{0,60}=\s*(?:(?:about|around|roughly|approx\.?|ca\.?)\s)?\S*\d"
    r"|\d[\w.%]*\s[*×+\-−/]\s\d[^=;]{0,60}=\s*(?:(?:about|around|roughly|approx\.?|ca\.?)\s)?\S*\d"
    r"|=\s*[A-Za-z(][\w(]*\s?[*/×+]\s?[\w(]*\d"
    r"|=\s*\d[\d.]*\s[-−+*/×]\s[A-Za-z]"
)
_EXAMPLE_AT_START = 3
_LONGEST_CUE = 5
_OF_WORDS = frozenset({"of", "on", "in", "for", "to", "a", "an", "the", "per", "with"})
_PER_WORDS = frozenset({"a", "an", "per", "every", "each"})
_ADJUNCTS = frozenset({"on", "in", "with"})
_DETERMINERS = frozenset({"the", "a", "an", "it", "its", "them", "your", "all"})
_OF_THEM = frozenset({"them", "those", "these", "which", "it"})
_MEASURES_SELF = frozenset({"size", "length", "total", "all", "width", "height"})
_SHORT_BOUNDS = frozenset({"max", "maximum", "min", "minimum", "default"})
_WAYS = frozenset({"in", "out", "up", "down"})
_JOINING = frozenset({"and", "or", "+", "/", "&"})
_ROUGHLY = frozenset({"about", "around", "some", "~", "roughly", "maybe", "another"})
_ADDING = frozenset({"and", "plus", "+", "&", ","})
_TAKES = frozenset({"takes", "take", "took"})
MODALS = frozenset({"can", "may", "must", "will", "should", "could", "cannot", "can't"})
_SCOPES_OF_NOUNS = frozenset({"per", "for", "on", "in", "each", "across", "with", "w/"})
_NAME_WORDS = 3
_SETTING_NEAR = 4
_PRONOUNS = frozenset({"it", "they", "you", "we"})
_LEAST_CONDITION = 3
"""Words from "if" to the pronoun that opens what happens then: "if wind turns it waits"."""
_ORDINALS = frozenset({"first", "last", "other"})
_SCOPE_WORDS = 6
_BELOW = frozenset({"under", "below"})
_HYPHENATED = re.compile(r"[a-z]+(?:-[a-z]+)+")  # "(read-only)"


class Page(BareNumbers):
    """A text with its tokens and the bound words, conditions and examples in it."""

    def counts_the_rest(self, figure: Figure) -> bool:
        """ "barges, rafts and about 100 more": how many others there are."""
        if self.low(figure.core) not in ("more", "others"):
            return False
        before = figure.first - 1
        while self.low(before) in _ROUGHLY:
            before -= 1
        return self.low(before) in _ADDING

    # -- what is no limit -----------------------------------------------------------------------------

    @cached_property
    def _dropped(self) -> list[tuple[int, int]]:
        """Stretches of examples and arithmetic, as offsets."""
        spans = []
        for at, end, phrase in self.words.example_phrases.find(self.tokens, 0, len(self.tokens)):
            if phrase not in ("example", "eg") or self.low(end) in (".", ":", ","):
                spans.append((self.tokens[at].start, self._example_end(at)))
        spans.extend(match.span() for match in (_OFTEN.finditer(self.text) if " of " in self.text else ()))
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
        cues = {at for at, _, _ in self.words.cue_phrases.find(self.tokens, 0, len(self.tokens))} - self._before_tokens
        marked, inside, opened = [], False, 0
        for i, token in enumerate(self.tokens):
            marked.append(inside)
            if self.hard[i] or token.low in ("then", ":"):
                inside = False
            elif inside and token.low in _PRONOUNS and i - opened >= _LEAST_CONDITION and self._does(i + 1):
                inside = False  # "if the wind turns it waits for 2 h"
            elif i in cues and not (token.low == "once" and self.low(i + 1) in _PER_WORDS):
                inside, opened = True, i
        return marked

    def in_condition(self, figure: Figure) -> bool:
        """True where "if", "when" … opens the part in which the figure stands."""
        return self._conditional[figure.first]

    def _does(self, i: int) -> bool:
        """Whether a token looks like the verb of a pronoun before it: "waits", "will"."""
        return self.low(i) in MODALS or (self.low(i).isalpha() and self.low(i).endswith("s"))

    @cached_property
    def _comparators(self) -> dict[int, tuple[int, str]]:
        """Comparators by the token behind them."""
        found = self.words.comparator_phrases.find(self.tokens, 0, len(self.tokens))
        return {end: (at, phrase) for at, end, phrase in found}

    def threshold(self, k: int, figures: Sequence[Figure]) -> tuple[Bound | None, bool]:
        """For a figure behind a comparator: the bound that a modal makes of it, and that it is a threshold."""
        first = figures[k].first
        if self.low(first - 1) in (">", "<") and not (self.words.is_time(figures[k].unit) or self._caps(k, figures)):
            refuses = self.are_refused(self.left(k, figures), first)
            if self.low(first - 1) == ">" and (refuses or self.is_refused(figures[k])):
                return Bound.MAX, True
            needed = any(self.words.required_phrases.find(self.tokens, self.left(k, figures), first - 1))
            return (None if not needed else Bound.MAX if self.low(first - 1) == "<" else Bound.MIN), True
        if self.low(first - 1) in _BELOW and self.is_refused_below(self.left(k, figures), first):
            return Bound.MIN, True
        aside = self.low(first - 1) in self.words.stop or self.tokens[first - 1].kind == "sign"
        aside = aside and first - 1 not in self._before_tokens  # "over max 3"
        at, word = self._comparators.get(first) or (aside and self._comparators.get(first - 1)) or (first, "")
        if not word or at in self._before_tokens:
            return None, False  # none, or a part of a longer bound word: "no more than 5"
        start, upward = self.left(k, figures), word in self.words.upper
        if word == "over" and any(self.low(i) in self.words.spreading for i in range(start, at)):
            return None, False  # "copies over 3 zones"
        if self.setting_behind(figures[k]) is not None:
            return (Bound.MAX if upward else Bound.MIN), True
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

    # -- names and scopes -------------------------------------------------------------------------------

    def name_of(self, k: int, figures: Sequence[Figure]) -> tuple[str, int, int]:
        """What figure `k` measures, in the text's own words, with their place: a parameter in the bracket right
        behind it, else the words on its left, else those on its right.
        """
        setting = self.setting_behind(figures[k])
        if setting is not None:
            return self.text_at(setting).strip("`"), self.tokens[setting].start, self.tokens[setting].end
        first, last = self._words_before(k, figures)
        lasting = k > 0 and first == figures[k - 1].core and self.low(figures[k].first - 1) in ("for", "over")
        if first < last and not lasting:  # the 3 h of "1 s resolution for 3 h" have no name
            begin, stop = self.tokens[first].start, self.tokens[last - 1].end
            return self.text[begin:stop].strip("`"), begin, stop
        behind = self.name_behind(k, figures)
        return behind if behind[0] else self._measure_before(k, figures)

    def _words_before(self, k: int, figures: Sequence[Figure]) -> tuple[int, int]:
        """The words on the left of figure `k` that name it: first token, token behind (equal for none)."""
        start = self.left(k, figures)
        compared, _ = self._comparators.get(figures[k].first, (0, ""))
        measured = figures[k].style == "unit" and compared > start  # "a swell over 2 m breaks it"
        first, last = self._name_before(compared if measured else figures[k].first, start)
        setting = last - first == 1 and "_" in self.text_at(first)
        before = self.low(first - 1) if first > start and not setting else ""
        if before in _OF_WORDS:  # "ports on Linux: 1 to 9", "the size of a parcel is"
            head = self._name_before(first - (before in _ADJUNCTS), start)
            dropped = before in _ADJUNCTS or before == "per"
            first, last = head if head[0] < head[1] else (last, last) if dropped else (first, last)
        if self.words.is_time(figures[k].unit):
            first, last = self._with_verb(first, last, start)
        first, last = (first, last) if first < last else self._name_before_bracket(k, figures)
        return (
            (last, last) if last - first == 1 and self.low(first) in _ORDINALS else (first, last)
        )  # "the first 50 TB"

    def _with_verb(self, first: int, last: int, start: int) -> tuple[int, int]:
        """The name with the verb before it that says what becomes of the thing: "keeps data 7 days", "keep it 9 h"."""
        verb = first - 1
        while verb > start and self.low(verb) in _DETERMINERS:
            verb -= 1
        known = self.low(verb) in self.words.verbs["time"] and verb >= start
        if self.low(verb) in _TAKES and first == last:
            return self._name_before(verb, start)
        if not known or (first < last and self._is_participle(verb)):
            return first, last
        return (verb, last) if first < last else (verb, verb + 1)

    def _is_participle(self, i: int) -> bool:
        return self.low(i).endswith(("ed", "pt")) or self.low(i) in ("cut", "valid", "good")

    def _measure_before(self, k: int, figures: Sequence[Figure]) -> tuple[str, int, int]:
        """The measure that ends the part before that of figure `k`: "sail timeout -> bell after 100 s"."""
        start = self.segment_start(figures[k].first)
        above = self.segment_start(start - 1) if start else 0
        first, last = self._name_before(start - 1, above) if start else (0, 0)
        if first == last or (k and above <= figures[k - 1].first < start):
            return "", 0, 0
        if not self.words.measures(self.low(last - 1).strip("`").replace("_", " ").split(" ")[-1], figures[k].unit):
            return "", 0, 0
        begin, stop = self.tokens[first].start, self.tokens[last - 1].end
        return self.text[begin:stop].strip("`"), begin, stop

    def setting_behind(self, figure: Figure) -> int | None:
        """The token of a parameter alone in the bracket behind the figure's part: "within 30 s (`reply_timeout`)"."""
        opened = self.segment_end(figure.core)
        if opened - figure.core > _SETTING_NEAR or self.low(opened) != "(" or self.low(opened + 2) != ")":
            return None
        name, quoted = self.text_at(opened + 1), self.tokens[opened + 1].kind == "code"
        known = PARAMETER.fullmatch(name.strip("`")) and (quoted or not _HYPHENATED.fullmatch(name))
        return opened + 1 if known else None

    def label_of(self, k: int, figures: Sequence[Figure]) -> str:
        """The label before figure `k` that names its measure: "SLA" of "SLA: north 99.9 %, south 99 %"."""
        i = next((n for n in range(figures[k].first - 1, 0, -1) if self.low(n) == ":"), 0)
        first, last = self._name_before(i, self.segment_start(i))
        if first == last or not self.words.measures(self.low(last - 1), figures[k].unit):
            return ""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end].strip("`")

    def _name_before_bracket(self, k: int, figures: Sequence[Figure]) -> tuple[int, int]:
        """ "timeout (default 30 s)": the noun of quantity before the bracket that the figure opens, any noun before
        one that it fills.
        """
        i = figures[k].first
        opened = self.segment_start(i) - 1
        if self.low(opened) not in ("(", "[") or any(n not in self._before_tokens for n in range(opened + 1, i)):
            return i, i
        first, last = self._name_before(opened, self.segment_start(opened))
        noun = self.tokens[last - 1]
        if figures[k].style == "unit" and self._fills(figures[k]):
            if self.low(first - 1) == "per":
                first, last = self._name_before(first - 1, self.segment_start(opened))
            return (i, i) if k and figures[k - 1].core > first else (first, last)
        measured = noun.low in self.words.quantity_nouns | self.words.sized or PARAMETER.fullmatch(noun.text)
        return (first, last) if first < last and measured else (i, i)

    def _fills(self, figure: Figure) -> bool:
        """Whether nothing but bound words stands between a figure and the bracket's end."""
        end = self.segment_end(figure.core)
        return self.low(end) == ")" and all(i in self._after_tokens for i in range(figure.core, end))

    def _name_before(self, i: int, start: int) -> tuple[int, int]:
        """The noun words before token `i`, over bound words and links: first token, token behind (equal for none)."""
        i -= 1
        while i >= start and (i in self._before_tokens or self.low(i) in self.words.links):
            i -= 1
        last = i
        while i >= start and last - i < _NAME_WORDS and self.is_name(i) and i not in self._before_tokens:
            i -= 1
        modal = i >= start and self.low(i) in MODALS and self.low(i + 1) in self.words.containing
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
        i = figure.core
        i += self.low(i) in ("of", "the") or (self.low(i) in _SHORT_BOUNDS and i + 1 < end)  # "15 min max run time"
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
        if (figure.rate or "/" in (figure.unit or "")) and self._is_way(i):
            return self.text_at(i)
        starts = self.words.scope_starts
        if i < end and self.low(i) not in starts and self.name_behind(k, figures)[0]:
            i, starts = i + len(self.name_behind(k, figures)[0].split()), _SCOPES_OF_NOUNS  # "10 ms CPU per request"
        if i >= end or self.low(i) not in starts or (k + 1 < len(figures) and figures[k + 1].first < end):
            return None
        if self.low(i) == "of" and self.words.class_of.get(figure.unit or "") in ("size", "time"):
            return None  # "4 KB of text"
        if self.low(i + 1) in (_OF_THEM if self.low(i) == "of" else _MEASURES_SELF if self.low(i) == "in" else ()):
            return None  # "3 of those", "12 m in length"
        last = min(end, i + _SCOPE_WORDS)
        stops = [at for at in range(i + 1, last) if at in self._after_at or self._goes_on(at, end)]
        last = min([last, *stops])
        return self.text[self.tokens[i].start : self.tokens[last - 1].end] if last > i + 1 else None

    def _is_way(self, i: int) -> bool:
        """ "1 MB/s in, 2 MB/s out": whether token `i` says which way, and nothing follows that it leads to."""
        alone = i + 1 >= len(self.tokens) or self.hard[i + 1] or self.low(i + 1) in _JOINING
        return self.low(i) in _WAYS and alone

    def _goes_on(self, at: int, end: int) -> bool:
        """Where a qualifier ends and another statement follows: "on the website and everything will"."""
        return self.low(at) in ("and", "but", "so") and end - at > 2

    def _caps(self, k: int, figures: Sequence[Figure]) -> bool:
        """Whether a figure behind "<" is all that its part says of a thing: "crates < 5 kg", and neither "for crates
        < 5 kg" nor "crates < 5 kg go by bike"."""
        first, end = figures[k].first, figures[k].core
        if self.low(first - 1) != "<" or self.in_condition(figures[k]):
            return False
        if any(self.low(i) in ("for", "on", "with") for i in range(self.left(k, figures), first)):
            return False
        return end >= len(self.tokens) or self.low(end) in (",", ";", ".", ")")


@lru_cache(maxsize=64)  # all lines below a title ask
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

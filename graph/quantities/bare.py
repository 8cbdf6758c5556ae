"""What makes a bare number a quantity, and what a mere number of a version, a year or a thing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.quantities.figure import Figure
from graph.quantities.forms import is_acronym, is_comparative, is_plural
from graph.quantities.refusals import Refusals

PARAMETER = re.compile(
    r"[a-z]{2,}[A-Z][a-z]\w*|[A-Za-z]\w*_\w+|(?:Max|Min|Default|Limit)[A-Z]\w+|--?[a-z][\w-]+|[a-z]+(?:[-.][a-z]+)+"
)
"""How names of parameters are written: "maxSeats", "max_seats", "--max-seats", "seats.max"."""
_LONGEST_ASIDE = 12
_AFTER_CLOSED = frozenset({"per", "by", "on", "for", "free", "each", "total"})
_LATEST = 20
_LEAST_PORT, _LAST_PORT = 1024, 65_535
_PORT_ENDS = frozenset({"/", "and", "or", "for", "by"})
_VERSION_DIGITS = re.compile(r"\d+\.\d+")


class BareNumbers(Refusals):
    """A text with its tokens, and what its numbers without a unit are."""

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
        if self.low(i) == "(" and self.low(figure.after) == ")":  # "a reader of metrics (9100)"
            behind = self.low(i - 1)
            return behind.isalpha() and not (self.is_year(figure) or is_plural(behind))
        if self.low(i) in ("on", "at", ":", "="):
            i -= 1
        free = self.segment_end(figure.first) == figure.after or self.low(figure.after) in _PORT_ENDS
        return free and self.low(i).strip("`") in self.words.listening

    def is_year(self, figure: Figure) -> bool:
        """True for 1900 to 2099 as four plain digits but a power of two, and for a day beside a month's name."""
        months = self.words.months
        dated = self.low(figure.first - 1) in months or (self.low(figure.after) in months and figure.value <= 31)
        four_digits = figure.first + 1 == figure.after and len(self.tokens[figure.first].text) == 4
        return dated or (four_digits and 1900 <= figure.value < 2100 and figure.value != 2048)

    def is_version(self, figure: Figure) -> bool:
        """ "Python 3.11", "since 1.24", "SSL 3": a number without unit behind a name."""
        name, before = self.text_at(figure.first - 1), self.low(figure.first - 1)
        named = is_acronym(name) or (name[:1].isupper() and name.isalpha() and not is_plural(name))
        bound = before in self.words.before or self.follows_quantity_noun(figure)
        if named and not bound and figure.unit is None and self.tokens[figure.first].is_plain:
            return 1 <= figure.value <= _LATEST  # but "CLS 0.1", "MSS 1460"
        decimal = _VERSION_DIGITS.fullmatch(self.tokens[figure.first].text) is not None
        return figure.unit is None and decimal and not self.follows_quantity_noun(figure)

    def is_name_of_verb(self, figure: Figure) -> bool:
        """ "RowBoat 2 carries boats": a number behind the name that opens the part, and what it counts is a verb."""
        i, after = figure.first - 1, self.tokens[figure.core] if figure.core < len(self.tokens) else None
        named = i >= 0 and i == self.segment_start(i) and self.text_at(i)[:1].isupper() and figure.value <= _LATEST
        follows = after is not None and after.kind == "word" and after.low not in self.words.stop
        return (
            named and follows and self.low(figure.core) not in self.words.after and self.text_at(figure.core).islower()
        )

    def is_inside_name(self, figure: Figure) -> bool:
        """ "AES 256 GCM": a number between two acronyms, of which the second counts nothing."""
        noun = self.text_at(figure.core - 1)
        is_one = is_acronym(noun) and not is_plural(noun) and figure.first + 2 == figure.core
        return is_one and is_acronym(self.text_at(figure.first - 1)) and figure.value > 1

    def describes_thing(self, figure: Figure) -> bool:
        """ "reading a 4 KB page": a size between an article and the noun of what has it, which is no measure."""
        if self.words.class_of.get(figure.unit or "") != "size" or self.low(figure.first - 1) not in ("a", "an"):
            return False
        nouns = self.words.quantity_nouns | self.words.sized | self.words.after.keys()
        noun = self.tokens[figure.core] if figure.core < len(self.tokens) else None
        return noun is not None and noun.kind == "word" and noun.low not in self.words.stop | nouns

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
        return text[0].isupper() and not known and not PARAMETER.fullmatch(text)

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
            noun = token.text.strip("` ")
            is_set = noun.isalpha() and self.low(figure.first - 1) in ("is", "=")
            return is_set or noun.lower() in self.words.quantity_nouns or bool(PARAMETER.fullmatch(noun))
        numbered = token.text.count(".") == 1 or "version" in token.low
        parameter = not numbered and PARAMETER.fullmatch(token.text) is not None
        return token.kind == "word" and (parameter or token.low in self.words.quantity_nouns)

    def is_bracket_behind(self, before: Figure, first: Figure, last: Figure) -> bool:
        """Whether two figures fill the bracket right behind one with a unit ("90 days by default (can be 1-400)")."""
        start = self.segment_start(first.first)
        fills = self.low(start - 1) == "(" and self.low(last.after) == ")"
        fills = fills and all(self.low(i) in self.words.links for i in range(start, first.first))
        return fills and before.unit is not None and self.segment_end(before.core) == start - 1

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

"""Which line of a paragraph without bullets holds the lines below it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from graph.names import is_ordinary
from ingest.outlining.headings import Signs
from ingest.outlining.lines import Label, Line
from ingest.terms import is_namelike, is_sentence
from ingest.values import Marker

_WRITTEN = re.compile(r"[a-z\d]_[a-z\d]|[a-z][A-Z]")
_ARROW = re.compile(r"[^\s,;]+(?: [^\s,;]+){0,3}\s*(?:[-=]>|→|⇒)")
_CAPITALS = re.compile(r"\w[A-Z]")
MIN_PAIRS = 2
"""Labelled lines, each with a plain line below it; one pair alone shows no habit."""


class Paragraphs:
    """Tells whether an unmarked line holds what follows it. `is_border` says where a section ends."""

    def __init__(
        self,
        lines: Sequence[Line],
        labels: Sequence[Label | None],
        is_border: Callable[[int], bool],
        signs: Signs,
    ) -> None:
        self.lines, self.labels, self.is_border, self.signs = lines, labels, is_border, signs

    def opens(self, index: int, taken: int, *, title: str | None, is_product: bool) -> bool:
        """Whether the block of `taken` lines holds the next ones: indented ones, or those that its label explains.

        Right below a `title`, only a product's name or the title once more may hold the rest of the section.
        What names a product outside any other product's section (`is_product`) is explained by all of its paragraph.
        """
        if index + taken >= len(self.lines) or self.is_border(index + taken):
            return False
        line, after, label = self.lines[index], self.lines[index + taken], self.labels[index]
        if after.indent > line.indent + (label is None or after.marker is Marker.BULLET):
            return True
        if after.blank_before or label is None:
            return label is None and self._says_before_items(line, after)
        named = label.text[:1].isupper() or is_namelike(label.text) or line.text.startswith(("**", "__"))
        known = self.signs.known(label.text)
        if after.marker is Marker.BULLET:
            alike = _is_written(label.text) and _is_written(after.text.split(None, 1)[0].rstrip(":,"))
            own = title is None or known or self.signs.same(title, label.text)  # else it says what the title is
            explained = (named and own and not alike) or label.body_start >= len(line.text)
            return explained or (known and (line.blank_before > 0 or self.signs.whole(label.text)))
        if after.marker is not line.marker:
            return False
        if self.labels[index + taken] is not None:
            return is_product and self._is_alone(index + taken)
        if self._has_own_subject(index + taken) or self._tells_of_products(index + taken):
            return False
        starts = line.blank_before > 0 and named
        if title is not None:
            starts = self.signs.whole(label.text) or self.signs.same(title, label.text)
        return starts or (taken == 1 and self.alternates(index))

    def _says_before_items(self, line: Line, after: Line) -> bool:
        """Whether a sentence set off by a blank line stands right above bullets: they go on with its subject."""
        is_set_off = line.blank_before > 0 and line.marker is Marker.NONE
        return is_set_off and after.marker is Marker.BULLET and not after.blank_before and is_sentence(line.text)

    def _is_alone(self, index: int) -> bool:
        """Whether no line of the paragraph from `index` on names another product in its label."""
        while index < len(self.lines) and self._follows(index):
            label = self.labels[index]
            if label is not None and self.signs.whole(label.text):
                return False
            index += 1
        return True

    def alternates(self, index: int) -> bool:
        """Whether labelled lines and plain ones take turns in the whole paragraph, the line being labelled."""
        first, last = index, index + 1
        while first > 0 and self._follows(first):
            first -= 1
        while last < len(self.lines) and self._follows(last):
            last += 1
        labels = self.labels[first:last]
        if labels[0] is None or labels[0].body_start >= len(self.lines[first].text):
            labels = labels[1:]  # the paragraph's title
        if len({self.signs.whole(label.text) for label in labels if label is not None}) != 1:
            return False
        if any(self._has_own_subject(n) for n in range(last - len(labels), last) if self.labels[n] is None):
            return False
        turns = [label is not None for label in labels]
        return turns == [n % 2 == 0 for n in range(len(turns))] and len(turns) >= 2 * MIN_PAIRS

    def _has_own_subject(self, index: int) -> bool:
        """Whether an unlabelled line begins with a name of its own: with capitals inside, or before an arrow."""
        text = self.lines[index].text
        return bool(_ARROW.match(text) or _CAPITALS.search(text.split(None, 1)[0]))

    def _tells_of_products(self, index: int) -> bool:
        """Whether half of the plain lines of the paragraph from `index` on, and two at least, begin with a product's
        name, so that each line tells of another one: "barge carries coal" below "gig: two rowers"."""
        plain, of_products = 0, 0
        while index < len(self.lines) and self._follows(index):
            words = self.lines[index].text.split()
            plain += self.labels[index] is None
            of_products += self.labels[index] is None and any(self._is_product(words, n) for n in (1, 2, 3))
            index += 1
        return of_products >= max(MIN_PAIRS, plain / 2)

    def _is_product(self, words: list[str], count: int) -> bool:
        """Whether the first words of a line are the name of a product that no English word is, and more follows."""
        name = " ".join(words[:count])
        is_word = count == 1 and is_ordinary(name.lower())
        return len(words) > count and not is_word and self.signs.product(name)

    def _follows(self, index: int) -> bool:
        """Whether the line goes on right below the one before it, as far out and as plain as that one."""
        line, before = self.lines[index], self.lines[index - 1]
        return (
            not line.blank_before
            and line.marker is Marker.NONE
            and before.marker is Marker.NONE
            and abs(line.indent - before.indent) <= 1
            and not self.is_border(index)
            and not self.is_border(index - 1)
        )


def _is_written(word: str) -> bool:
    """Whether a word is written as only programs write names: "fit_lid", "fitLid"."""
    return bool(_WRITTEN.search(word))

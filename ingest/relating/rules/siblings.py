"""What one line sets side by side in several sentences: "night boats carry mail. Day boats carry people"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.identity import bare_key
from graph.vocabulary import Kind, RelationType
from ingest.relating.ends import edge, free, subject
from ingest.relating.sentence import Sentence
from ingest.relating.subjects import opening_noun
from ingest.values import Clause, EdgeDraft, End

MAX_WORDS = 4
_WORD = re.compile(r"[a-z0-9]+")


class Siblings:
    """What opened the clauses of the line at hand."""

    def __init__(self) -> None:
        self._line = 0
        self._opened: list[tuple[End, tuple[str, ...]]] = []

    def edges(self, clause: Clause, sentence: Sentence) -> Iterator[EdgeDraft]:
        """The contrast of what opens a clause with its like that opened an earlier one of the same line."""
        if clause.line_start != self._line:
            self._line, self._opened = clause.line_start, []
        found = _opener(clause, sentence)
        if found is None:
            return
        for other, words in self._opened:
            if _are_variants(words, found[1]) and other != found[0]:
                yield edge(other, RelationType.CONTRASTS_WITH, found[0], "variants in one line")
        self._opened.append(found)


def _opener(clause: Clause, sentence: Sentence) -> tuple[End, tuple[str, ...]] | None:
    """The part that a clause is about by its own words, and these words."""
    if clause.subject_span is not None and clause.subject_kind is Kind.FEATURE:
        text, end = bare_key(clause.subject), subject(clause.subject, clause)
    else:
        noun = opening_noun(sentence)
        if noun is None:
            return None
        text, end = noun.text, free(noun.text, RelationType.HAS_FEATURE)
    words = tuple(_WORD.findall(text.lower()))
    return (end, words) if 1 < len(words) <= MAX_WORDS else None


def _are_variants(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names end with the same noun, and one word before it is another."""
    same_end = one[-1].rstrip("s") == other[-1].rstrip("s")
    return same_end and len(one) == len(other) and sum(a != b for a, b in zip(one[:-1], other[:-1], strict=True)) == 1

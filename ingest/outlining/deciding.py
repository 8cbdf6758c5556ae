"""Tables that tell for each need what to take: "| need | use | not |"."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.outlining.lines import plain
from ingest.terms import word_list


def deciding_columns(titles: Sequence[str]) -> tuple[str, str] | None:
    """The titles of the columns with the needs and with what is to be taken; None where a table decides nothing."""
    need = next((title for title in titles if _is(title, "need columns")), None)
    taken = next((title for title in titles if _is(title, "pick columns")), None)
    is_ordered = need is not None and taken is not None and titles.index(need) < titles.index(taken)
    return (need, taken) if need is not None and taken is not None and is_ordered else None


def is_passed_over(title: str) -> bool:
    """Whether a column holds what is not to be taken."""
    return _is(title, "passed columns")


def holds_examples(title: str) -> bool:
    """Whether a column holds examples of what its rows are about."""
    return _is(title, "example columns")


def _is(title: str, words: str) -> bool:
    return plain(title).lower().strip(" ?:.!…") in word_list(words)

"""Words as hasty writers spell them: "w/", "frm", "good 4 that"; a table of spellings, kept as data."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files("graph") / "words" / "shorthand.toml").read_text(encoding="utf-8"))


@cache
def _table() -> tuple[dict[str, str], dict[str, tuple[str, frozenset[str]]]]:
    """The spellings, and the figures that sound like words with the words behind which they do."""
    data = _data()
    figures = {figure: (entry["word"], frozenset(entry["behind"])) for figure, entry in data["figures"].items()}
    return data["spellings"], figures


@cache
def nouns() -> dict[str, str]:
    """The nouns that are written short inside names, in both numbers, and the singular that each stands for."""
    return {form: noun for short, noun in _data()["nouns"].items() for form in (short, f"{short}s")}


def written_out(word: str) -> str:
    """The word that a lower-case spelling stands for, else the same word.

    >>> written_out("frm"), written_out("firm")
    ('from', 'firm')
    """
    return _table()[0].get(word, word)


def figure_as_word(figure: str, before: str, following: str) -> str:
    """The word that a figure between two words sounds like, where it counts nothing; else the figure.

    >>> figure_as_word("4", "good", "queues"), figure_as_word("4", "wants", "cores")
    ('for', '4')
    """
    word, behind = _table()[1].get(figure, (figure, frozenset()))
    sounds = before in behind or (before == following and word == "to")  # "machine 2 machine"
    is_count = word == "to" and following.endswith("s")  # "used 2 doors"
    return word if sounds and following[:1].isalpha() and not is_count else figure

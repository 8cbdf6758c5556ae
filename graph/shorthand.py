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
def spellings() -> dict[str, str]:
    """The lower-case spellings of words in a hurry, and the word that each stands for.

    >>> spellings()["frm"]
    'from'
    """
    found: dict[str, str] = _data()["spellings"]
    return found


@cache
def _figures() -> dict[str, tuple[str, frozenset[str]]]:
    """The figures that sound like words, with the words behind which they do."""
    return {figure: (entry["word"], frozenset(entry["behind"])) for figure, entry in _data()["figures"].items()}


@cache
def nouns() -> dict[str, str]:
    """The nouns that are written short inside names, in both numbers, and the singular that each stands for."""
    return {form: noun for short, noun in _data()["nouns"].items() for form in (short, f"{short}s")}


def figure_as_word(figure: str, before: str, following: str) -> str:
    """The word that a figure between two words sounds like, where it counts nothing; else the figure.

    >>> figure_as_word("4", "good", "queues"), figure_as_word("4", "wants", "cores")
    ('for', '4')
    """
    word, behind = _figures().get(figure, (figure, frozenset()))
    sounds = before in behind or (before == following and word == "to")  # "machine 2 machine"
    is_count = word == "to" and following.endswith("s")  # "used 2 doors"
    return word if sounds and following[:1].isalpha() and not is_count else figure

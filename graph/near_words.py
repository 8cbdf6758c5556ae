"""How far a misspelt word is from the words that it may stand for, by slips of the hand and letters left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial
from string import ascii_lowercase

MIN_MISSPELT_LETTERS = 5
MIN_SUBSEQUENCE_LETTERS, MIN_SHORTENED_LETTERS = 4, 6
"""Of a word that lost letters, and of the name that it is left of."""
MIN_TWICE_MISSPELT = 8
"""A name of fewer letters has one slip in it at most."""
MAX_SLIPS = 2
"""Letters by which a misspelling may differ from a name, and be shorter or longer than it."""
_KEY_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def sizes_near(letters: int) -> list[int]:
    """The lengths of the names that a word of so many letters may be a slip of."""
    sizes = range(max(MIN_MISSPELT_LETTERS, letters - MAX_SLIPS), letters + MAX_SLIPS + 1)
    return [size for size in sizes if abs(size - letters) <= _slips_in(size)]


def _slips_in(letters: int) -> int:
    """How many slips a name of so many letters may have in it."""
    return 1 if letters < MIN_TWICE_MISSPELT else MAX_SLIPS


def one_slip_from(word: str) -> list[str]:
    """The words that a letter more, less or another makes of a word, or two that change places."""
    found = [f"{word}{letter}" for letter in ascii_lowercase]
    for at in range(len(word)):
        head, tail, rest = word[:at], word[at:], word[at + 1 :]
        found += [f"{head}{letter}{tail}" for letter in ascii_lowercase]
        found += [f"{head}{letter}{rest}" for letter in ascii_lowercase]
        found += [f"{head}{rest}", f"{head}{rest[:1]}{tail[0]}{rest[1:]}"]
    return found


def slips_of(word: str, names: Sequence[str]) -> dict[str, float]:
    """The names that a misspelling is near, with how far: half a slip for a neighbouring key or a swap."""
    if len(word) < MIN_MISSPELT_LETTERS:
        return {}
    found = {}
    for name, slips in alike(word, names, MAX_SLIPS):
        if slips <= _slips_in(len(name)):
            near = slips == 1 and len(word) == len(name) and _is_near_slip(word, name)
            found[name] = 0.5 if near else float(slips)
    return found


@cache
def _search() -> Callable[..., list[tuple[str, float, int]]]:
    """What looks for near words; loaded when a word is first looked for."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    return partial(extract, scorer=OSA.distance, limit=None)


def alike(word: str, names: Sequence[str], most: int) -> list[tuple[str, float]]:
    """The names that so many slips at most make of a word, with the number of them."""
    return [(name, slips) for name, slips, _ in _search()(word, names, score_cutoff=most)]


def _is_near_slip(word: str, name: str) -> bool:
    differing = [(a, b) for a, b in zip(word, name, strict=True) if a != b]
    if len(differing) == 2:
        return True
    return is_near_key(*differing[0])


def is_near_key(one: str, other: str) -> bool:
    """Whether the keys of two letters stand side by side."""
    return any(one in row and other in row and abs(row.index(one) - row.index(other)) == 1 for row in _KEY_ROWS)


def lost_letters(word: str, name: str) -> bool:
    """Letters left out by a hurried hand: one or two of the name's letters, never its last one.

    So little is left of the name that the caller has to know it from elsewhere in the same notes (`SUBSEQUENCE_COST`).
    """
    rest = iter(name)
    return len(name) >= MIN_SHORTENED_LETTERS and word[-1] == name[-1] and all(letter in rest for letter in word)

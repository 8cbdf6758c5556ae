"""Words of a text, with their places: the light tokenizer that notes and questions share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache, partial
from typing import NamedTuple

from graph.shorthand import figure_as_word, spellings

# "w/", "w/o" and "b/c"; words with inner apostrophes, hyphens and dots ("don't", "pull-based", "Node.js"); arrows; any
# other sign by itself.
_TOKEN = re.compile(r"[wW]/o?(?=\s)|b/c(?=\s)|\w++(?:['’.-]\w++)*+|[-=–]>|[^\w\s]")


class Token(NamedTuple):
    """A word or a sign. `lower` has the straight apostrophe and is written out ("w/" is "with", "→" is "->").

    `start` and `end` count characters of the text.
    """

    lower: str
    start: int
    end: int


_token = partial(tuple.__new__, Token)
"""A token of its three values, as they are: the class takes twice as long to make one."""


@lru_cache(maxsize=64)  # relations and facets of one clause are read one after the other
def tokens(text: str) -> tuple[Token, ...]:
    """The words and signs of a text, in order.

    >>> [t.lower for t in tokens("Don't poll SQS/SNS -> Lambda!")]
    ["don't", 'poll', 'sqs', '/', 'sns', '->', 'lambda', '!']
    """
    matches = _TOKEN.finditer(text.replace("’", "'"))
    found = [_token((match[0].lower(), match.start(), match.end())) for match in matches]
    short = spellings()
    for place in [place for place, token in enumerate(found) if token.lower in short]:
        lower, start, end = found[place]
        if not (text[start:end].isalpha() and text[start:end].isupper()):  # "BC", "U" are names
            found[place] = Token(short[lower], start, end)
    return tuple(_without_figures(found) if "4" in text or "2" in text else found)


def token_words(text: str) -> list[str]:
    """The lower-case words and signs of a text, in order, where their places do not matter."""
    return [token.lower for token in tokens(text)]


def _without_figures(found: list[Token]) -> list[Token]:
    """The tokens with words for the figures that only sound like them ("good 4 that")."""
    lower = [token.lower for token in found]
    for index in range(1, len(found) - 1):
        if len(lower[index]) == 1 and lower[index].isdigit():
            word = figure_as_word(lower[index], lower[index - 1], lower[index + 1])
            found[index] = found[index]._replace(lower=word)
    return found


MAX_TAIL = 80


def tail(text: str, start: int, end: int) -> str:
    """The last characters of `text[start:end]`: enough for a pattern of a few words that ends there, on long lines too.

    >>> tail("use the queue", 0, 8)
    'use the '
    """
    return text[max(start, end - MAX_TAIL) : end]


def stretches(text: str, start: int, end: int, most: int) -> Iterator[tuple[int, int]]:
    """Parts of `text[start:end]` of at most so many characters, cut behind spaces where there are any.

    >>> list(stretches("one two three", 0, 13, 8))
    [(0, 8), (8, 13)]
    """
    while end - start > most:
        cut = text.rfind(" ", start, start + most) + 1 or start + most
        yield start, cut
        start = cut
    yield start, end


_LINE_END = re.compile(r"\r\n|\n|\r")


def split_lines(text: str) -> list[str]:
    r"""The lines of a text; a line ends at \n, \r\n or \r and nowhere else, and the last one may lack its end.

    >>> split_lines("a\r\nb\rc\n")
    ['a', 'b', 'c']
    """
    # Without a carriage return the plain split gives the same, ten times as fast.
    lines = _LINE_END.split(text) if "\r" in text else text.split("\n")
    if lines and lines[-1] == "":
        lines.pop()
    return lines

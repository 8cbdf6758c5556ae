"""Where the names of a clause stand among its words, and which of them are none in the text at hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter

from graph.lexicon import Lexicon
from graph.text import Token
from ingest.terms import word_list
from ingest.values import Mention


def names_at(words: Sequence[Token], mentions: Iterable[Mention]) -> dict[int, Mention]:
    """The names by the words that they cover; of two that overlap the first."""
    at: dict[int, Mention] = {}
    index, count = 0, len(words)
    for mention in sorted(mentions, key=attrgetter("start")):
        while index < count and words[index].end <= mention.start:
            index += 1
        while index < count and words[index].start < mention.end:
            at[index] = mention
            index += 1
    return at


def is_small_word(text: str, mention: Mention, lexicon: Lexicon) -> bool:
    """Whether a name's words are a mere preposition or pronoun in the text at hand, and not written as code."""
    surface = text[mention.start : mention.end]
    is_small = surface.islower() and (surface in lexicon.fillers or surface in word_list("never names"))
    return is_small and text[mention.end : mention.end + 1] != "`"

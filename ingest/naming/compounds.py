"""Things that are called by a product and a noun ("Kafka cluster", "ferry ticket office"), and are named so once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from graph.vocabulary import PRODUCTS
from ingest.naming.repeated import Words, may_be_noun
from ingest.terms import is_verb, names_a_thing, word_list
from ingest.values import Mention

MAX_NOUNS = 2
_PASSED_ON = word_list("calls") | word_list("general")
"""What goes through a product is that product's in each line, and no thing of its own: "Kafka messages"."""


def compounds(text: str, words: Words, mentions: Sequence[Mention]) -> Iterator[str]:
    """The products of a text with the nouns right behind them, where no other name and no verb stands there."""
    starts = [start for _, start, _ in words]
    taken = {mention.start for mention in mentions}
    for mention in mentions:
        if mention.kind in PRODUCTS and mention.rule in ("pack", "alias"):
            behind = words[bisect_left(starts, mention.end) :][: MAX_NOUNS + 1]
            end = _end_of_nouns(text, mention.end, behind, taken)
            nouns = text[mention.end : end].strip()
            if nouns and names_a_thing(nouns) and not nouns.endswith("ing") and nouns not in _PASSED_ON:
                yield text[mention.start : end]


def _end_of_nouns(text: str, end: int, words: Words, taken: set[int]) -> int:
    """Where the nouns end that follow a place in lower case; there, if none do or they go on."""
    place = end
    for number, (_, start, stop) in enumerate(words):
        if text[place:start] != " ":
            break
        if not _is_plain_noun(text[start:stop]) or start in taken:
            return place if _closes(text[start:stop], text[:place]) else end
        if number == MAX_NOUNS:
            return end
        place = stop
    return place


def _is_plain_noun(word: str) -> bool:
    return word.islower() and may_be_noun(word) and word not in word_list("past")


def _closes(word: str, before: str) -> bool:
    """Whether a word goes on with something else behind nouns: a small word, or a verb in the third person.

    A particle belongs to a verb before it ("tops up the tank"), and so does what has an article ("tails the log").
    """
    is_object = word in word_list("determiners") and before.endswith("s")
    if is_object or word in word_list("particles"):
        return False
    return not may_be_noun(word.lower()) or (is_verb(word) and word.endswith("s"))

"""The kind of a thing that no pack knows, by the words of the title or the label that names it."""

from __future__ import annotations

from graph.names import is_ordinary, singular
from graph.vocabulary import Kind
from ingest.values import Block, Role

MAX_NAME_WORDS = 3
MAX_PART_WORDS = 4
_JOINING = frozenset({"and", "&", "+", "/"})
"""A title with one of these gathers several things under a topic: "Tides & currents"."""


def kind_by_words(text: str, block: Block, owner: str | None) -> Kind:
    """A part of its owner, or else a service where a title names it; an idea where the words are those of a topic."""
    if owner is None:
        words = text.lower().split()
        is_name = text[:1].isupper() and len(words) <= MAX_NAME_WORDS and _JOINING.isdisjoint(words)
        is_name = is_name and not (len(words) == 1 and _is_of_topic(words[0]))
        return Kind.SERVICE if block.level and is_name else Kind.CONCEPT
    words = text.lower().removeprefix(f"{owner.replace('-', ' ')} ").split()
    is_deed = words[0].endswith("ing") and not (block.role is Role.CONTENT and len(words) == 1)
    is_topic = len(words) > MAX_PART_WORDS or is_deed or "and" in words or "&" in words
    return Kind.CONCEPT if is_topic else Kind.FEATURE


def _is_of_topic(word: str) -> bool:
    """Whether a word is an ordinary one in the plural, or what is done: "backups", "monitoring"."""
    return is_ordinary(word) and (word.endswith("ing") or singular(word) != word)

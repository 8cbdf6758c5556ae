"""Names that notes introduce with what they are: "Tidebus - lightweight message bus, written in Rust"."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping

from graph.lexicon import Lexicon
from graph.names import Entry, is_ordinary, singular
from graph.vocabulary import PRODUCTS, Kind
from ingest.outlining.lines import plain
from ingest.terms import is_namelike, is_verb, word_list

MAX_NAME_WORDS = 2
_KIND = re.compile(
    r"(?:an?\s+|the\s+|our\s+|my\s+)?(?P<before>(?:[\w+/-]+\s+){0,4}?)(?P<noun>[a-z]+)"
    r"(?=\s*(?:$|[,;:.(–—]|\s-\s|(?:that|which|for|with|used|built|written|made|based|by|on|in|to|like|from)\b))",
    re.IGNORECASE,
)
"""What a thing is, before anything else that is said of it."""


class Introduced:
    """The products that a document tells of by their names first. `kinds` are those of the keys that it names."""

    def __init__(self, lexicon: Lexicon, kinds: Mapping[str, Kind], of_packs: Container[str]) -> None:
        self._lexicon, self._kinds, self._of_packs = lexicon, kinds, of_packs
        self._keys: set[str] = set()

    def tells(self, label: str, body: str, above: Iterable[str]) -> bool:
        """Whether a label is a new name, and the words behind it begin with the kind of thing that it is.

        Below a product that a pack knows, or another one that the notes introduce, it is a part.
        """
        words = label.split()
        if not 0 < len(words) <= MAX_NAME_WORDS or not all(map(is_new_name, words)):
            return False
        kind = _KIND.match(plain(body))
        if kind is None or not self._lexicon.names_kind(kind["noun"].lower()):
            return False
        before = kind["before"].lower().split()
        is_said = bool(before) and (before[0] in word_list("no nouns") or (is_verb(before[0]) and before[0][-1] == "s"))
        return not is_said and not any(map(self._is_product, above))

    def noted(self, entry: Entry) -> Entry:
        """The entry, kept as that of a product."""
        self._keys.add(entry.entity_key)
        return entry

    def is_new_product(self, key: str) -> bool:
        """Whether a key is that of a product which no pack knows, by a name without an ordinary word or a plural."""
        if key in self._keys:
            return True
        is_new = key not in self._of_packs and "/" not in key and self._kinds.get(key) is Kind.SERVICE
        return is_new and all(is_new_name(word) and singular(word) == word for word in key.split("-"))

    def __contains__(self, key: object) -> bool:
        """Whether a key is that of a thing that packs know, or of a product that the notes introduce."""
        return key in self._keys or key in self._of_packs

    def _is_product(self, key: str) -> bool:
        return key in self and self._kinds.get(key) in PRODUCTS


def is_new_name(word: str) -> bool:
    """Whether a word has a capital or another sign of a name, or is none of the language."""
    if word.lower() in word_list("openers") or not any(map(str.isalpha, word)):
        return False
    return not is_ordinary(word.lower()) if word.islower() or word.istitle() else is_namelike(word)

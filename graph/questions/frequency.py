"""How much the words of a question tell: a word that stands in few lines of the notes tells more than one in many."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from itertools import islice

from graph.questions.words import QuestionWords, plain_words
from graph.store import GraphStore

MAX_COUNTED_STATEMENTS = 20_000
MAX_LINES_OF_A_WORD = 5_000
MAX_RARE = 3
TIMES_AS_COMMON = 4
_LEAST = 0.4


class WordWeights:
    """Weights of words, from the number of lines that hold them (or a word that means the same)."""

    def __init__(self, lines: Counter[str], counted: int, spellings: Counter[str], total: int = 0) -> None:
        self._lines, self._counted, self._spellings = lines, counted, spellings
        self._times = total / counted if counted else 1.0
        self._forms: dict[str, tuple[str, ...]] | None = None

    @property
    def counts(self) -> Mapping[str, int]:
        """The words of the notes as they are spelt, each with the number of lines that hold it."""
        return self._spellings

    def has_all(self, words: QuestionWords, text: str) -> bool:
        """Whether each word of a text stands in the notes, in one form or another."""
        return all(word in self._spellings or self._lines[words.concept(word)] for word in plain_words(text))

    def __contains__(self, word: str) -> bool:
        """Whether a lower-case word stands in the notes as it is."""
        return word in self._spellings

    def forms(self, words: QuestionWords, word: str) -> tuple[str, ...]:
        """How the notes write a word, and all that mean the same: full text finds no "backups" for "backup"."""
        if self._forms is None:
            found: dict[str, list[str]] = {}
            for spelled in self._spellings:
                found.setdefault(words.concept(spelled), []).append(spelled)
            self._forms = {concept: tuple(spellings) for concept, spellings in found.items()}
        return self._forms.get(words.concept(word), ())

    def is_everywhere(self, word: str) -> bool:
        """Whether a word stands in so many lines that looking for it finds nothing."""
        return self._spellings[word.lower()] * self._times > MAX_LINES_OF_A_WORD

    def is_rare(self, word: str) -> bool:
        """Whether a word stands in so few lines that they may misspell it, too."""
        return self._spellings[word] <= MAX_RARE

    def is_commoner(self, word: str, other: str) -> bool:
        """Whether a word stands in far more lines than another, or the other in none."""
        count = self._spellings[other]
        return not count or self._spellings[word.lower()] >= TIMES_AS_COMMON * count

    def of(self, words: QuestionWords, word: str) -> float:
        """From 1 for a word that the notes hardly have down to 0.4 for one that is everywhere."""
        share = math.log1p(self._lines[words.concept(word)]) / math.log1p(max(self._counted / 4, 2))
        return 1.0 - (1.0 - _LEAST) * min(1.0, share)


def word_weights(store: GraphStore, words: QuestionWords) -> WordWeights:
    """Count the words of the store's statements, of the first 20,000 where there are more."""
    lines: Counter[str] = Counter()
    spellings: Counter[str] = Counter()
    counted = 0
    for statement in islice(store.iter_statements(), MAX_COUNTED_STATEMENTS):
        found = set(plain_words(statement.text))
        spellings.update(found)
        lines.update({words.concept(word) for word in found})
        counted += 1
    total = sum(document.statements for document in store.documents())
    return WordWeights(lines, counted, spellings, total)

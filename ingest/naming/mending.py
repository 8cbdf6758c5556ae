"""Which name a misspelt word of a document stands for. The words themselves are never rewritten, only linked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from graph.names import Entry, NameIndex, is_ordinary, normal_form, singular
from ingest.naming.guards import ALWAYS_ON, Guards, Hit
from ingest.naming.vocabulary_index import PackNames

MAX_TIMES = 3
"""Who writes a word more often than this does not misspell it."""
MIN_UNSEEN_LETTERS = 6
"""A name that the notes never spell right is only meant by a word of as many letters."""
_PLAIN_WORD = re.compile(r"[\w@#$%&]+")
_WORD = re.compile(r"[\w@#$%&]+(?:\.\w+)*")
_WINDOW = 4


class Mender:
    """Mends the words of one document towards names of the packs and terms of its own."""

    def __init__(self, texts: Iterable[str], packs: PackNames, terms: NameIndex, guards: Guards) -> None:
        self.packs, self.terms, self.guards = packs, terms, guards
        self.counts = Counter(map(str.lower, _PLAIN_WORD.findall("\n".join(texts))))
        self.usual = {w for w, n in self.counts.items() if len(w) < 3 or n > MAX_TIMES or is_ordinary(w)}
        self.mended: dict[tuple[str, int], str | None] = {}
        self.mended_by_packs: dict[str, str | None] = {}

    def mend(self, word: str) -> str | None:
        """The word of a name that a lower-case word misspells, None where there is no clear one."""
        if word in self.usual or len(word) < 3 or is_ordinary(word):
            return None
        memory = (word, len(self.terms.by_form))  # a term that is found later may be meant by earlier words
        if memory not in self.mended:
            self.mended[memory] = self._mend(word)
        return self.mended[memory]

    def __contains__(self, word: object) -> bool:
        """Whether the notes spell the word of a name right somewhere."""
        return word in self.counts and any(index.holds_word(str(word)) for index in (self.packs.index, self.terms))

    def hits(self, text: str, taken: Iterable[Hit]) -> Iterator[Hit]:
        """Names in the text once its misspelt words are mended."""
        unusual = set(map(str.lower, _WORD.findall(text))) - self.usual
        mends = {word: mend for word in unusual if (mend := self.mend(word))}
        if not mends:
            return
        words = [(match.start(), match.end(), match[0].lower()) for match in _WORD.finditer(text)]
        covered = {place for hit in taken for place in range(hit.start, hit.end)}
        misspelt = [n for n, (start, _, word) in enumerate(words) if word in mends and start not in covered]
        mended = {n: mends[words[n][2]] for n in misspelt}
        for position in mended:
            for first in range(max(0, position - _WINDOW + 1), position + 1):
                for last in range(position, min(len(words), first + _WINDOW)):
                    if any(text[words[i][1] : words[i + 1][0]].strip(" -") for i in range(first, last)):
                        continue
                    surface = " ".join(mended.get(i, words[i][2]) for i in range(first, last + 1))
                    written = text[words[first][0] : words[last][1]]
                    is_acronym = text[slice(*words[position][:2])].isupper()  # "SLOG" is no hasty "syslog"
                    for entry in self._named(surface, written):
                        if is_acronym and not entry.text.isupper():
                            continue
                        yield Hit(words[first][0], words[last][1], entry, exact=False)

    def known_when_mended(self, surface: str) -> Entry | None:
        """The entry that a whole title means with its misspelt words mended."""
        words = surface.lower().split()
        mended = [self.mend(word) or word for word in words]
        if mended == words:
            slipped = (*self.terms.slipped(surface), *self.packs.index.slipped(surface))
            return next((entry for entry in slipped if entry.match == "exact"), None)
        return next((entry for entry in self._named(" ".join(mended), surface) if entry.match == "exact"), None)

    def _named(self, mended: str, written: str) -> Iterator[Entry]:
        """The entries of mended words, but for those that a pack says are never the same as what is written."""
        found = (*self.terms.lookup(mended), *self.packs.index.lookup(mended))
        if not found:
            return
        form = normal_form(written)
        unlike = [names for names in self.packs.index.never_same if form in names]
        for entry in found:
            if not any(normal_form(entry.text) in names for names in unlike):
                yield entry

    def _mend(self, word: str) -> str | None:
        if any(index.holds_word(form) for index in (self.packs.index, self.terms) for form in (word, singular(word))):
            return None
        if word not in self.mended_by_packs:
            mended = self.packs.index.mend(word, preferred=self.counts.keys())
            is_meant = mended and (mended in self or self._is_sure(word, mended))
            self.mended_by_packs[word] = mended if is_meant else None
        if mended := self.mended_by_packs[word]:
            return mended
        mended = self.terms.mend(word, preferred=self.counts.keys())
        return mended if mended and self.counts[mended] > max(1, self.counts[word]) else None

    def _is_sure(self, word: str, mended: str) -> bool:
        """Whether a name that the notes never spell right may be meant: only one of the document's own domain."""
        if not word[-1].isalnum():
            return True
        packs = {self.packs.pack_of.get(entry.entity_key) for entry in self.packs.index.with_word(mended)}
        return len(word) >= MIN_UNSEEN_LETTERS and bool(packs & (self.guards.active - {ALWAYS_ON}))

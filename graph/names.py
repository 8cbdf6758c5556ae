"""Names and how people write them: forms, guards, and the misspelling matcher that notes and questions share.

A name has *forms*, the lower-case spellings that stand for it ("codebuild", "code build", "fifo queues"). A text that
looks like no form may still be a misspelt one; the guards are those that measured best on real notes: same first
letter, five letters or more, no digit touched, a clear lead over the runner-up, and the right spelling known from a
pack or from the same notes. A wrong link is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from itertools import islice
from typing import NamedTuple

from graph.near_words import (
    MAX_SLIPS,
    MIN_SUBSEQUENCE_LETTERS,
    lost_letters,
    one_slip_from,
    sizes_near,
    slips_of,
)
from graph.shorthand import nouns
from graph.vocabulary import Kind

SUBSEQUENCE_COST = 1.5
MAX_NAME_WORDS = 12
"""A text is not searched for longer names."""
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
_UNSHIFTED = str.maketrans({"!": "1", "@": "2", "#": "3", "$": "4", "%": "5", "^": "6", "&": "7", "*": "8"})
_NO_PLURAL = ("ss", "us", "is", "os")
_INITIALS_AND_S = 4
_WORDS_IN_IS = frozenset(["this", "axis", "iris", "ibis", "dais"])
"""Words of four letters that are no initials with a plural's ending."""
_IN_CHE = ("caches", "niches", "headaches")
_IN_SES = ("statuses", "buses", "aliases", "biases", "viruses", "canvases")
"""Plurals of words in -che, and of words in -s, which their spelling does not tell from those in -ch and -se."""
MIN_SLIPPED_LETTERS = 8
"""Of a whole name in which one letter is wrong; a shorter one may be another name."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A name that may be found in a text. `key` is what it stands for; `same_as` is set where the name is an alias.

    `entity_key` is the key of the thing that the name stands for.
    `match`: exact (any case), capitals (written as in `text`), shouted (all in capitals), local (only in its owner's
    own section).
    """

    key: str
    text: str
    kind: Kind
    rule: str
    match: str = "exact"
    owner: str | None = None
    target: str | None = None
    entity_key: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "entity_key", self.target or self.key)


@lru_cache(maxsize=65536)
def singular(word: str) -> str:
    """A lower-case word without the plural's ending, by spelling alone.

    >>> singular("queues"), singular("policies"), singular("access"), singular("indexes"), singular("uris")
    ('queue', 'policy', 'access', 'index', 'uri')
    >>> singular("caches"), singular("branches"), singular("sizes"), singular("aliases")
    ('cache', 'branch', 'size', 'alias')
    """
    if len(word) == _INITIALS_AND_S and word.endswith("is") and word not in _WORDS_IN_IS:
        return word[:-1]  # "apis"
    if len(word) <= 3 or not word.endswith("s") or word.endswith(_NO_PLURAL):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("xes", "ches", "shes", "sses", "zzes", *_IN_SES)) and not word.endswith(_IN_CHE):
        return word[:-2]
    return word[:-1]


def plural(word: str) -> str:
    """A lower-case word with the plural's ending."""
    if word.endswith("y") and word[-2:-1] not in tuple("aeiou"):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh", "z")) else "s")


@lru_cache(maxsize=65536)
def forms(name: str) -> tuple[str, ...]:
    """The lower-case spellings of a name: with and without hyphens, joined and split, singular and plural."""
    base = " ".join(name.split())
    spellings = {base.lower(), _CAMEL.sub(" ", base).lower()}
    for spelling in list(spellings):
        spellings.add(spelling.replace("-", " "))
        words = spelling.replace("-", " ").split()
        if 1 < len(words) <= 3 and all(w.isalnum() for w in words):
            spellings.add("-".join(words))
            if len(words) == 2 and sum(map(len, words)) >= 6:
                spellings.add("".join(words))
    return tuple(sorted(spellings | {n for s in spellings for n in _numbers(s)}))


def _numbers(spelling: str) -> Iterator[str]:
    head, _, last = spelling.rpartition(" ")
    lead = f"{head} " if head else ""
    if len(last) < 2 or not last[-1].isalpha():
        return
    yield lead + singular(last)
    if not last.endswith("s"):
        yield lead + plural(last)


def has_capitals_of(surface: str, name: str) -> bool:
    """Whether a surface is written with the capitals of the name, a plural's ending aside."""
    return surface.replace("-", " ").startswith(name.replace("-", " ")) and len(surface) <= len(name) + 2


_MENDABLE = re.compile(r"[a-z]{5,}(?:\.[a-z]+)?|[a-z]+\.[a-z]{2,}")
"""The words of a lower-case name that a misspelt one may be mended to."""
_WORD = re.compile(r"\w++:/{2}\S+|\.?\w++(?:[.'’]\w++)*+(?:[+#]+(?!\w))?")


class NameHit(NamedTuple):
    """Words of a text that have the form of a name: their place, and whose names it is."""

    start: int
    end: int
    entries: tuple[Entry, ...]


@lru_cache(maxsize=65536)
def normal_word(word: str) -> str:
    """A word without case, plural and the sign of what it has: what two spellings of a name have in common."""
    owner = word[:-POSSESSIVE] if has_possessive(word) else word
    return singular(owner.lower().replace("’", "'"))


POSSESSIVE = len("'s")
_CONTRACTED = frozenset(["it", "that", "what", "there", "here", "he", "she", "who", "where", "how", "when", "let"])
"""Before "'s" these are no names that something belongs to."""


def has_possessive(word: str) -> bool:
    """Whether a word that is written as a name ends as that of what something belongs to, or "is": "Ferry's"."""
    is_name = word.endswith(("'s", "’s")) and not word.islower()
    return is_name and word[:-POSSESSIVE].lower() not in _CONTRACTED


def name_words(text: str) -> list[tuple[str, int, int]]:
    """The normal words of a text with their places; hyphens and slashes part words, dots and plus signs inside stay,
    and a web address is one word."""
    return [
        (normal_word(match[0]), match.start(), match.end() - (POSSESSIVE if has_possessive(match[0]) else 0))
        for match in _WORD.finditer(text)
    ]


@dataclass(slots=True)
class NameIndex:
    """All names that a text is searched for, by their normal words, and the words that a misspelt one may be mended to.

    One index over tens of thousands of spellings is built in a fraction of a second and costs a look-up a word
    (docs/decisions: names are found by normal words).
    """

    by_form: dict[str, list[Entry]] = field(default_factory=dict)
    words: dict[tuple[str, int], set[str]] = field(default_factory=dict)  # by first letter and length
    by_word: dict[str, list[Entry]] = field(default_factory=dict)
    beginnings: set[str] = field(default_factory=set)
    near: dict[tuple[str, int], list[str]] = field(default_factory=dict)  # what words of that many letters may misspell
    never_same: frozenset[frozenset[str]] = frozenset()
    times_grown: int = 0
    """While this stays, what was looked up is found again."""

    def add(self, entry: Entry) -> None:
        """Add a name under its normal words, split and joined."""
        self.times_grown += 1
        for form in _forms_to_find(entry.text):
            entries = self.by_form.setdefault(form, [])
            if not any(known.entity_key == entry.entity_key and known.owner == entry.owner for known in entries):
                entries.append(entry)
            end = form.find(" ")
            while end > 0 and form.count(" ", 0, end) < MAX_NAME_WORDS - 1:
                self.beginnings.add(form[:end])
                end = form.find(" ", end + 1)
        for word in _MENDABLE.findall(entry.text.lower()):
            self.add_word(word)
            self.by_word.setdefault(normal_word(word), []).append(entry)

    def add_word(self, word: str) -> None:
        """Let a misspelt word be mended to this one, in lower case."""
        self.words.setdefault((word[:1], len(word)), set()).add(word)
        self.near.clear()

    def lookup(self, surface: str) -> tuple[Entry, ...]:
        """The entries of a surface as a whole; nothing is mended, but hasty short forms are known."""
        return self._of_form(normal_form(surface))

    def lookup_behind(self, owner: str, surface: str) -> tuple[Entry, ...]:
        """The entries of a surface with its owner's name before it."""
        return self._of_form(f"{normal_form(owner)} {normal_form(surface)}")

    def _of_form(self, form: str) -> tuple[Entry, ...]:
        entries = self.by_form.get(form)
        if entries is None and " " in form:
            words = form.split(" ")
            entries = None if nouns().keys().isdisjoint(words) else self.by_form.get(_in_full(words))
        return tuple(entries) if entries else ()

    def find(self, words: Sequence[tuple[str, int, int]]) -> Iterator[NameHit]:
        """Every name among the words of a text (from name_words), the longer of two that begin together first."""
        yield from self._names(words)
        in_full = nouns()
        short = [start for word, start, _ in words if word in in_full]
        if short:
            full = [(in_full.get(word, word), start, end) for word, start, end in words]
            for hit in self._names(full):
                first = next((start for start in short if start >= hit.start), hit.end)
                if first < hit.end and " " in hit.entries[0].text:
                    yield hit

    def _names(self, words: Sequence[tuple[str, int, int]]) -> Iterator[NameHit]:
        by_form, beginnings = self.by_form, self.beginnings
        for first in [n for n, (word, _, _) in enumerate(words) if word in by_form or word in beginnings]:
            form, start, end = words[first]
            found = []
            if form in by_form:
                found.append(NameHit(start, end, tuple(by_form[form])))
            following = first + 1
            while form in beginnings and following < len(words):
                word, _, end = words[following]
                form = f"{form} {word}"
                if form in by_form:
                    found.append(NameHit(start, end, tuple(by_form[form])))
                following += 1
            yield from reversed(found)

    def with_word(self, word: str) -> Iterator[Entry]:
        """The entries that have the lower-case word among the words of their names."""
        yield from self.by_word.get(normal_word(word), ())

    def slipped(self, surface: str) -> tuple[Entry, ...]:
        """The entries of a name of several words that one slip in the last word has made a surface of.

        A word too short to be mended alone is told by the rest of the name: "Data Kaey" is the data key.
        """
        before, _, last = normal_form(surface).rpartition(" ")
        if before not in self.beginnings or len(before) + len(last) < MIN_SLIPPED_LETTERS or is_ordinary(last):
            return ()
        near = {form for word in one_slip_from(last) if (form := f"{before} {word}") in self.by_form}
        return self._of_form(near.pop()) if len(near) == 1 else ()

    def holds_word(self, word: str) -> bool:
        """Whether a lower-case word is part of a name."""
        return word in self.words.get((word[:1], len(word)), ())

    def mend(self, word: str, *, preferred: AbstractSet[str] = frozenset()) -> str | None:
        """The word of a name that a misspelt lower-case word stands for, None where there is no clear one."""
        unshifted = word.translate(_UNSHIFTED)
        if unshifted != word:
            return unshifted if unshifted in self.by_form else None
        if not word.replace(".", "").isalpha() or is_ordinary(word):
            return None
        if len(word) < MIN_SUBSEQUENCE_LETTERS:
            return None  # neither a slip nor a lost letter is told by so few
        costs = slips_of(word, self._near(word[0], len(word)))
        for size in range(len(word) + 1, len(word) + MAX_SLIPS + 1):
            for other in self.words.get((word[0], size), frozenset()) & preferred:
                if other[-1] == word[-1] and lost_letters(word, other):
                    costs.setdefault(other, SUBSEQUENCE_COST)
        return _nearest(word, costs, preferred)

    def _near(self, first: str, letters: int) -> list[str]:
        """The words of names that a word with that first letter and so many letters may be a slip of."""
        found = self.near.get((first, letters))
        if found is None:
            found = [other for size in sizes_near(letters) for other in self.words.get((first, size), ())]
            self.near[first, letters] = found
        return found


@lru_cache(maxsize=65536)
def normal_form(name: str) -> str:
    """The normal words of a name, one space between them: "Read-Replicas" is "read replica"."""
    return " ".join(map(normal_word, _WORD.findall(name)))


def opening_form(text: str, words: int) -> str:
    """The normal form of the first words of a text, which of a long one is sooner made."""
    return " ".join([normal_word(match[0]) for match in islice(_WORD.finditer(text), words)])


def _in_full(words: Sequence[str]) -> str:
    """The normal form of several words with its hasty short forms in full: "step fns" is "step function"."""
    in_full = nouns()
    return " ".join([in_full.get(word, word) for word in words])


def _forms_to_find(name: str) -> Iterator[str]:
    """The normal forms under which a name is found: as it is written, split and joined."""
    form = normal_form(name)
    if form:
        yield form
    if (split := _CAMEL.sub(" ", name)) != name and (words := normal_form(split)) != form:
        yield words
    if form.count(" ") in (1, 2):  # "Code Build" for CodeBuild
        joined = form.replace(" ", "")
        if len(joined) >= 6 and joined.isalnum():
            yield joined


@lru_cache(maxsize=1)
def _ordinary() -> frozenset[str]:
    text = (files("graph") / "words" / "ordinary.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


_ENDINGS = (
    *(("ed", ""), ("ed", "e"), ("d", ""), ("ing", ""), ("ing", "e"), ("er", ""), ("er", "e"), ("est", "")),
    *(("est", "e"), ("ly", ""), ("es", ""), ("ies", "y"), ("ied", "y"), ("ier", "y"), ("iest", "y")),
    *(("ation", "e"), ("ion", ""), ("ion", "e"), ("ment", ""), ("ness", ""), ("less", ""), ("able", ""), ("able", "e")),
)
"""Endings of English words, and what stands in their place in the base form."""
_BY_LAST = {
    last: tuple((ending, instead) for ending, instead in _ENDINGS if ending.endswith(last))
    for last in {ending[-1] for ending, _ in _ENDINGS}
}

_STEM_ENDINGS = frozenset(ending for ending, _ in _ENDINGS) | frozenset(
    ("", "al", "e", "r", "or", "s", "ant", "ance", "ence", "ent", "ate", "ating", "ator", "ions")
)


@lru_cache(maxsize=65536)
def is_ordinary(word: str) -> bool:
    """Whether a lower-case word is an ordinary English one, in any of its endings."""
    known = _ordinary()
    if word in known or singular(word) in known:
        return True
    for ending, instead in _BY_LAST.get(word[-1:], ()):
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) > 2:
            doubled = not instead and stem[-1] == stem[-2]
            if stem + instead in known or (doubled and stem[:-1] in known):
                return True
    return False


def _same_stem(word: str, name: str) -> bool:
    """Whether two words differ in an ending only, as "finalize" and "finalizer" do: neither misspells the other."""
    shared = 0
    while shared < min(len(word), len(name)) and word[shared] == name[shared]:
        shared += 1
    pair = {word[shared:], name[shared:]}
    return shared >= 4 and pair <= _STEM_ENDINGS and pair != {"s", "es"}  # "kubernets" lost a letter


def _nearest(word: str, costs: Mapping[str, float], preferred: Container[str]) -> str | None:
    """The name that costs least, those that the notes spell right before others; None where two are as near."""
    ranked = sorted((cost, other not in preferred, other) for other, cost in costs.items() if not is_form(word, other))
    if not ranked:
        return None
    if len(ranked) > 1 and ranked[1][0] <= ranked[0][0] and ranked[1][1] == ranked[0][1]:
        return None
    return ranked[0][2]


def is_form(word: str, name: str) -> bool:
    """Whether two lower-case words are forms of one: neither misspells the other."""
    return word == name or singular(word) == name or _same_stem(word, name)

"""Which words of a text are names: those of the graph, those that only a pack knows, and misspelt ones.

One look reads the store's vocabulary into a dictionary; it is kept as long as the store's documents stay the same.
"""

from __future__ import annotations

import gc
import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from weakref import WeakKeyDictionary

from graph.forms import Form
from graph.forms import forms as pack_forms
from graph.lexicon import Hit, Lexicon, lexicon, lexicon_with
from graph.names import is_ordinary, singular
from graph.questions.context import Outline
from graph.questions.frequency import WordWeights, word_weights
from graph.questions.placing import Place
from graph.questions.spelling import Spelling
from graph.questions.words import question_words
from graph.store import GraphStore
from graph.text import tokens
from graph.vocabulary import Kind

MAX_NAME_WORDS = 6
MIN_PHRASE_LETTERS = 8
MIN_FIRST_LETTERS = 4
HEAD_LETTERS = 4
HEAD_SPAN = 16
SPLIT_WORDS = 2
_SPLIT = re.compile(r"[^\s,;:()\[\]{}\"“”?!=`*|<>→]+")
_SQUEEZED = re.compile(r"[^\w+#.]+|_+")
_SIGNS = re.compile(r"[\W_]+")
_WORDY = re.compile(r"[^\W_]")
_HUMP = re.compile(r"(?<=[a-z]{3})(?=[A-Z]{2,}$)")
_DIGITS = re.compile(r"\d")
_ARTICLES = ("a", "an", "the")


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a text that name something, from `start` to `end`: the entities they may mean, none where only a pack
    knows the name. `name` is the spelling that matched, `mended` whether the text misspells it."""

    start: int
    end: int
    text: str
    ids: tuple[str, ...]
    name: str
    mended: bool = False


@lru_cache(maxsize=131_072)
def squeeze(text: str) -> str:
    """What the spellings of a name have in common: no case, no signs or spaces, no plural.

    >>> squeeze("API Gateways") == squeeze("api-gateway"), squeeze("X-Ray") == squeeze("xray"), squeeze("C++")
    (True, True, 'c++')
    """
    words = [
        word.strip(".") if len(word) > 1 and not word.startswith(".") else word
        for word in _SQUEEZED.sub(" ", text.lower()).split()
    ]
    if not words:
        return ""
    words[-1] = singular(words[-1].rstrip("'"))
    return "".join(words)


def _head(text: str) -> str:
    """The first letters of a name in lower case, without signs."""
    head = text[:HEAD_LETTERS]
    if head.isalnum():
        return head
    return _SIGNS.sub("", text)[:HEAD_LETTERS] or text[:1]


def _glues(surface: str, name: str) -> bool:
    """Whether a text of several words is a name only when small words are glued together ("the instance" for
    "Theinstance", "am I" for "AMI", "for each" for "for_each") or capital letters made small ("a record")."""
    words = surface.lower().split()
    small = [word in question_words().stop for word in words]
    return words[0] in _ARTICLES or all(small) or (" " not in name and any(small))


@dataclass(slots=True)
class NameBook:
    """The names of one store, by their squeezed spelling."""

    ids: dict[str, tuple[str, ...]] = field(default_factory=dict)
    spelled: dict[str, str] = field(default_factory=dict)
    pack_names: dict[str, str] = field(default_factory=dict)
    pack_kinds: dict[str, Kind] = field(default_factory=dict)
    prefixes: frozenset[str] = frozenset()
    lines: dict[str, int] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    outlines: dict[str, Outline] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    found: dict[str, list[Mention]] = field(default_factory=dict)
    said: dict[str, list[Hit]] = field(default_factory=dict)
    _heads: dict[str, int] | None = None
    _spreads: dict[str, int] = field(default_factory=dict)
    _phrases: dict[tuple[str, int], list[str]] | None = None
    lexicon: Lexicon = field(default_factory=lexicon)
    weights: WordWeights = field(default_factory=lambda: WordWeights(Counter(), 0, Counter()))
    _spelling: Spelling | None = None

    def add(self, name: str, entity_id: str) -> None:
        """Let a name stand for an entity too."""
        key = squeeze(name)
        self._heads = self._phrases = None
        known = self.ids.get(key, ())
        if key and entity_id not in known:
            self.ids[key] = (*known, entity_id)
            self.spelled.setdefault(key, name)

    def find(self, text: str) -> list[Mention]:
        """The names in a text, the longest at each place, none overlapping another, from left to right."""
        words = [(match.start(), match.end()) for match in _SPLIT.finditer(text)]
        found: list[Mention] = []
        place = 0
        while place < len(words):
            longest = self._most_words(text, words[place][0]) if _WORDY.search(text, *words[place]) else 0  # no arrow
            mention = self._longest(text, words, place, longest) if longest else None
            if mention is None:
                place += 1
                continue
            found.append(mention)
            while place < len(words) and words[place][0] < mention.end:
                place += 1
        return found

    def _longest(self, text: str, words: list[tuple[int, int]], place: int, longest: int) -> Mention | None:
        for last in range(min(len(words), place + longest) - 1, place - 1, -1):
            start, end = words[place][0], words[last][1]
            surface = text[start:end].rstrip(".'-/").removesuffix("'s").removesuffix("’s")
            key = squeeze(surface)
            if key in self.ids and not (last > place and _glues(surface, self.spelled[key])):
                return Mention(start, start + len(surface), surface, self.ids[key], self.spelled[key])
            if key in self.pack_names and not (last > place and _glues(surface, self.pack_names[key])):
                return self._of_pack(text, words, place, surface)
        return self._part(text, words[place])

    def _most_words(self, text: str, start: int) -> int:
        """How many words a name that begins like the text at this place may have, 0 where none does."""
        if self._heads is None:
            self._heads, self._spreads = {}, {}
            for key, name in (*self.spelled.items(), *self.pack_names.items()):
                head = _head(key)
                spread = min(MAX_NAME_WORDS, len(_SPLIT.findall(name)) + SPLIT_WORDS)
                self._heads[head] = max(spread, self._heads.get(head, 0))
        head = _head(text[start : start + HEAD_SPAN].lower())
        known = self._spreads.get(head)
        if known is None:
            known = max((self._heads.get(head[:size], 0) for size in range(1, len(head) + 1)), default=0)
            self._spreads[head] = known
        return known

    def _part(self, text: str, word: tuple[int, int]) -> Mention | None:
        """A name before a stroke or hyphen ("SNS/SQS", "Lambda-based")."""
        start, end = word
        piece = re.split(r"[/\-–]", text[start:end])[0]
        if piece.islower() and piece.isalpha() and text[start + len(piece) : end].startswith("-"):
            return None  # "pod-managed identity" is no pod
        if not piece or start + len(piece) == end:
            return None
        key = squeeze(piece)
        return Mention(start, start + len(piece), piece, self.ids[key], self.spelled[key]) if key in self.ids else None

    def _of_pack(self, text: str, words: list[tuple[int, int]], place: int, surface: str) -> Mention:
        """A pack's spelling: of an entity of the store under its canonical name, or of something the notes lack; a part
        of a thing that they have ("DynamoDB item") leaves the thing."""
        start = words[place][0]
        name = self.pack_names[squeeze(surface)]
        ids = self.ids.get(squeeze(name), ())
        first = text[start : words[place][1]]
        owner = self.ids.get(squeeze(first), ())
        if not ids and owner and len(surface) > len(first) and first.lower() not in self.prefixes:
            return Mention(start, start + len(first), first, owner, self.spelled[squeeze(first)])
        return Mention(start, start + len(surface), surface, ids or self._without_vendor(surface), name)

    def _without_vendor(self, surface: str) -> tuple[str, ...]:
        """What the notes call by a name without its vendor: "Functions" for "Azure Functions"."""
        words = surface.split(" ")
        for cut in range(1, len(words)):
            if " ".join(words[:cut]).lower() in self.prefixes and (ids := self.ids.get(squeeze(" ".join(words[cut:])))):
                return ids
        return ()

    def mend_phrase(self, text: str) -> str | None:
        """The name of several words that a text misspells by one letter, as it would be written ("long poling")."""
        from rapidfuzz.distance import DamerauLevenshtein

        key = squeeze(text)
        if len(key) < MIN_PHRASE_LETTERS or _DIGITS.search(key):
            return None
        near = [
            name
            for size in (len(key) - 1, len(key), len(key) + 1)
            for name in self._phrases_like(key[0], size)
            if DamerauLevenshtein.distance(key, name, score_cutoff=1) == 1
        ]
        return self.spelled[near[0]] if len(near) == 1 else None

    def _phrases_like(self, letter: str, size: int) -> list[str]:
        """The squeezed names of several words that begin with a letter and have so many letters."""
        if self._phrases is None:
            self._phrases = {}
            for key, spelled in self.spelled.items():
                if " " in spelled:
                    self._phrases.setdefault((key[0], len(key)), []).append(key)
        return self._phrases.get((letter, size), [])

    def mend_with_digits(self, word: str) -> str | None:
        """The name with figures that a word misspells by one letter ("nett3" for "net3"), as it would be written."""
        from rapidfuzz.distance import DamerauLevenshtein

        key, digits = squeeze(word), _DIGITS.findall(word)
        if sum(map(str.isalpha, key)) < 4 or not digits:
            return None
        near = [
            name
            for name in self.ids
            if name[0] == key[0]
            and _DIGITS.findall(name) == digits
            and DamerauLevenshtein.distance(key, name, score_cutoff=1) == 1
        ]
        return self.spelled[near[0]] if len(near) == 1 else None

    def spelling(self, asked: frozenset[str], small: frozenset[str]) -> Spelling:
        """The words that a misspelt one may stand for: those of the notes and their names, and those `asked` with."""
        if self._spelling is None:
            names = {*re.findall(r"[a-z]{3,}", " ".join(self.spelled.values()).lower()), *self.ids}
            self._spelling = Spelling(self.weights.counts, names, asked, small)
        return self._spelling


_BOOKS: WeakKeyDictionary[GraphStore, tuple[int | None, object, NameBook]] = WeakKeyDictionary()


def name_book(store: GraphStore) -> NameBook:
    """The store's names; read anew only when its documents have changed. They stay, so the garbage collector need not
    go over them again and again."""
    version, known = store.version(), _BOOKS.get(store)
    if known is not None and version is not None and known[0] == version:
        return known[-1]
    state = tuple((document.path, document.sha256, document.reader) for document in store.documents())
    if known is not None and known[1] == state:
        _BOOKS[store] = version, *known[1:]
        return known[-1]
    book = _read(store)
    _BOOKS[store] = version, state, book
    gc.freeze()
    return book


def _read(store: GraphStore) -> NameBook:
    packs = store.packs()
    book = NameBook(lexicon=lexicon_with(packs))
    for name, entity_id in store.vocabulary():
        book.add(name, entity_id)
    book.weights = word_weights(store, question_words())
    documents = store.documents()
    book.lines = {document.path: document.lines for document in documents}
    book.titles = {document.path: document.title for document in documents}
    for pack in packs:
        book.prefixes |= {prefix.lower() for prefix in pack.prefixes}
        for form in pack_forms(pack):
            own = squeeze(form.entity.name)
            counts = form.match == "exact" or own in book.ids
            if " " in form.text or (counts and not is_ordinary(form.text.lower())):
                book.pack_names.setdefault(_squeezed(form), form.entity.name)
                book.pack_kinds.setdefault(own, form.entity.kind)
    _share_short_nouns(book)
    _add_first_words(book)
    _add_last_words(book)
    _drop_clauses(book)
    return book


def _add_first_words(book: NameBook) -> None:
    """Let a name be called by its first word where the second only says what it is ("Cosmos DB", "CosmosDB"), and where
    the word is neither an ordinary one nor another's name."""
    nouns = question_words().naming
    for key, name in list(book.spelled.items()):
        first, _, noun = _HUMP.sub(" ", name).partition(" ")
        if noun.lower() not in nouns or not first[:1].isupper() or len(first) < MIN_FIRST_LETTERS:
            continue
        short = squeeze(first)
        taken = short in book.ids or short in book.pack_names or first.lower() in book.prefixes
        if not taken and first.isalpha() and not is_ordinary(first.lower()):
            book.add(first, book.ids[key][0])


def _add_last_words(book: NameBook) -> None:
    """Let a name that begins with another's be called by its last word ("Firehose"), where no other name ends with that
    and it is no ordinary word."""
    plain = question_words().naming | question_words().wanted
    ends: dict[str, set[str]] = {}
    for key, name in book.spelled.items():
        ends.setdefault(name.rpartition(" ")[2], set()).update(book.ids[key])
    for key, name in list(book.spelled.items()):
        first, last = name.partition(" ")[0], name.rpartition(" ")[2]
        if first == last or len(last) < MIN_FIRST_LETTERS or not last.isalpha() or not last[0].isupper():
            continue
        known = squeeze(first) in book.ids and first[:1].isupper()
        taken = squeeze(last) in book.ids or squeeze(last) in book.pack_names
        ordinary = is_ordinary(last.lower()) or last.lower() in plain
        if known and not taken and len(ends[last]) == 1 and not ordinary:
            book.add(last, book.ids[key][0])


def _drop_clauses(book: NameBook) -> None:
    """Forget names that are another name and its verb ("Sprinkler waters"): they would hide the thing itself."""
    for key, name in list(book.spelled.items()):
        head, _, last = name.rpartition(" ")
        if head and last.endswith("s") and last.islower() and squeeze(head) in book.ids:
            hits = book.lexicon.find(tokens(last))
            if hits and hits[0].phrase.verb and not hits[0].phrase.weak:
                del book.ids[key], book.spelled[key]


def _squeezed(form: Form) -> str:
    """The squeezed text of a form; the many with a prefix are made of the few without."""
    rest = squeeze(form.text[len(form.prefix) + 1 :]) if form.prefix else ""
    return _squeezed_prefix(form.prefix) + rest if rest else squeeze(form.text)


@lru_cache(maxsize=1_024)
def _squeezed_prefix(prefix: str) -> str:
    return squeeze(f"{prefix} 0")[:-1]


def _share_short_nouns(book: NameBook) -> None:
    """Let names mean the same things whose noun is spelled out in one and short in the other: "Application LB" and
    "application load balancer"; a pack's name, too, that the notes have in short only. What one pair tells of a noun
    holds for all names with it ("Network LB")."""
    shorts = {name.rpartition(" ")[2] for name in book.spelled.values()}
    spelled_out: dict[str, str] = {}
    for key, name in [*book.spelled.items(), *((k, n) for k, n in book.pack_names.items() if k not in book.ids)]:
        words = name.split(" ")
        for cut in (len(words) - 2, len(words) - 3):
            if cut < 1:
                break
            short = "".join(word[:1] for word in words[cut:]).upper()
            if short not in shorts:
                continue
            other = squeeze(" ".join([*words[:cut], short]))
            if other != key and other in book.ids and book.spelled[other].endswith(f" {short}"):
                both = tuple(dict.fromkeys([*book.ids[other], *book.ids.get(key, ())]))
                book.ids[key] = book.ids[other] = both
                book.spelled.setdefault(key, name)
                spelled_out[short] = " ".join(words[cut:])
    for name, ids in [(book.spelled[key], ids) for key, ids in book.ids.items()]:
        head, _, short = name.rpartition(" ")
        for entity_id in ids if head and short in spelled_out else ():
            book.add(f"{head} {spelled_out[short]}", entity_id)

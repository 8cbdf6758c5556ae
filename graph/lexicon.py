"""The words for relations and facets, read once from data and shared by the notes' reader and the question reader.

words/relations.toml and words/facets.toml hold the words; this module knows only how to find them: a trie of words, so
that the number of phrases does not slow the reading. Nothing of any domain stands here; packs add their verbs.
"""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from graph.facets import FacetWords
from graph.labels import LabelSet, LeadIn, LeadIns, normal_label
from graph.phrases import Phrase, pack_phrases, word_data, written_phrases
from graph.slips import KnownWords, LongWords
from graph.text import Token, tokens
from graph.values import Pack, PackVerb
from graph.vocabulary import Facet, RelationType

MAX_GAP_WORDS = 6
MAX_LIST_WORDS = 10
"""So many words, commas among them, may stand in a gap that holds a list."""
_LIST_ENDS = frozenset({"and", "or", "&"})
_NO_LIST = frozenset({"(", ")", "on", "in", "at", "with", "for", "by", "of", "is", "are", "it", "them", "you"})
"""None of them stands in the list that a verb moves somewhere."""
MAX_LABEL_WORDS = 5
_LABELLED = frozenset(
    {
        RelationType.TRIGGERS,
        RelationType.SENDS_TO,
        RelationType.READS_FROM,
        RelationType.STORES_IN,
        RelationType.RUNS_ON,
        RelationType.INTEGRATES_WITH,
    }
)
"""Relations whose words, alone before a colon, say what the things behind it are."""
MIN_MISSPELT_LETTERS = 8
MIN_SLIPPED_LETTERS = 5
"""So short a word is mended only where a letter is doubled that should not be, or the reverse, or two are swapped."""
MIN_MISSPELT_KIND = MIN_MISSPELT_LABEL = 7
MIN_MISSPELT_LEAD_IN = 6
MIN_ADVERB = 4
MAX_SPELLINGS = 100_000
_ADVERBS = frozenset(
    {"only", "also", "just", "always", "well", "right", "straight", "even", "often", "too", "now", "still"}
)
"""May stand between the words of a phrase, and so may those in "-ly"."""
_STOPS_A_GAP = frozenset(
    {"as", "according", "based", "built", ",", ";", ".", ":", "->", "=>", "to", "from", "which", "that", "if", "when"}
)


class Hit(NamedTuple):
    """A phrase found among tokens, from `first` up to but without `end`; its gap starts at `gap_start`."""

    first: int
    end: int
    phrase: Phrase
    gap_start: int


class _Node(dict[str, "_Node"]):
    """A place in the trie of phrases."""

    __slots__ = ("phrases",)

    def __init__(self) -> None:
        super().__init__()
        self.phrases: tuple[Phrase, ...] = ()


class _Spellings(dict[str, str]):
    """The word of a phrase that each word stands for: itself, but where it is a misspelt one."""

    def __init__(self, words: Collection[str]) -> None:
        super().__init__()
        self._words, self._known_words = words, KnownWords(words)
        self._long_words = LongWords(filter(str.isalpha, words), MIN_MISSPELT_LETTERS)

    def __missing__(self, word: str) -> str:
        meant = None
        if word not in self._words:
            is_long = len(word) >= MIN_MISSPELT_LETTERS
            meant = self._long_words.meant_by(word) if is_long else None
            meant = meant or (self._known_words.meant_by(word) if len(word) >= MIN_SLIPPED_LETTERS else None)
        if len(self) < MAX_SPELLINGS:
            self[word] = meant or word
        return meant or word


class _Kinds(dict[str, bool]):
    """Whether each word is a noun of those that say what a thing is, misspelt or not."""

    def __init__(self, nouns: Collection[str]) -> None:
        super().__init__()
        self._nouns, self._long_nouns = nouns, LongWords(nouns, MIN_MISSPELT_KIND)

    def __missing__(self, word: str) -> bool:
        is_kind = word in self._nouns
        if not is_kind and len(word) >= MIN_MISSPELT_KIND:
            is_kind = self._long_nouns.meant_by(word) is not None
        if len(self) < MAX_SPELLINGS:
            self[word] = is_kind
        return is_kind


class Lexicon:
    """Finds the words of relations and facets, lead-ins and transparent labels."""

    def __init__(self, verbs: tuple[PackVerb, ...] = ()) -> None:
        data = word_data("relations.toml")
        small = data["small"]
        self.negations = frozenset(small["negations"])
        self.fillers = frozenset(small["fillers"])
        self.prepositions = frozenset(small["prepositions"])
        self.auxiliaries = frozenset(small["auxiliaries"])
        self.no_nouns = self.fillers | self.negations | self.prepositions
        self.verb_aids = self.fillers | self.auxiliaries
        self.noun_ends = self.prepositions | self.auxiliaries | self.negations
        self.conditions: dict[str, list[tuple[str, ...]]] = defaultdict(list)  # by their first words
        for condition in small["conditions"]:
            self.conditions[condition.split()[0]].append(tuple(condition.split()))
        self.kind_nouns = frozenset(data["kinds"]["nouns"])
        self._kinds = _Kinds(self.kind_nouns)
        self._lead_ins, self._facets = _lead_ins(), _facets()
        self._lead_in_words = LongWords(self._lead_ins.vocabulary, MIN_MISSPELT_LEAD_IN)
        self._lead_in = lru_cache(maxsize=4096)(self._find_lead_in)
        self._word_of_lead_in = lru_cache(maxsize=MAX_SPELLINGS)(self._find_word_of_lead_in)
        self._root = _Node()
        self._words: set[str] = set()
        self._saying: set[str] = set()
        """The verbs that say in a label what the things behind it are."""
        for words, phrase in (*pack_phrases(verbs), *written_phrases()):
            self._add(words, phrase)
            if phrase.verb and phrase.relation in _LABELLED:
                self._saying.add(words[0])
        self._spellings = _Spellings(self._words)

    def names_kind(self, word: str) -> bool:
        """Whether a lower-case word, misspelt or not, may end the words that say what a thing is ("message broker")."""
        return self._kinds[word]

    def hold_kind(self, words: frozenset[str]) -> bool:
        """Whether one of some lower-case words, misspelt or not, says what a thing is."""
        return not self.kind_nouns.isdisjoint(words) or any(map(self._kinds.__getitem__, words))

    def with_verbs(self, packs: Iterable[Pack]) -> Lexicon:
        """A lexicon that knows the packs' verbs too; they win over the words of the file."""
        return lexicon_with(packs)

    # -- relations
    def find(self, words: Sequence[Token], taken: Container[int] = ()) -> list[Hit]:
        """The phrases among tokens: the longest at each place, none overlapping another, from left to right.

        A phrase gives way to one of its relation that begins with its second word and reaches further ("can fetch ropes
        out of").
        No phrase begins at the places that are `taken` by something else.
        """
        hits: list[Hit] = []
        spellings, root = self._spellings, self._root
        spelled = [spellings[word.lower] for word in words]
        behind = 0
        for place in [place for place, word in enumerate(spelled) if word in root]:
            hit = _longest(spelled, place, root[spelled[place]]) if place >= behind and place not in taken else None
            if hit is not None and hit.end - hit.first > 1 and spelled[place + 1] in root:
                verb = _longest(spelled, place + 1, root[spelled[place + 1]])
                if verb is not None and verb.end > hit.end and verb.phrase.relation is hit.phrase.relation:
                    hit = verb
            if hit is not None:
                hits.append(hit)
                behind = hit.end
        return hits

    def _add(self, words: tuple[str, ...], phrase: Phrase) -> None:
        """The first phrase of a spelling stays, but for each particle that a gap may end with."""
        node = self._root
        for word in words:
            if word not in node:
                node[word] = _Node()
            node = node[word]
        self._words.update(words)
        if all(known.particle != phrase.particle for known in node.phrases):
            node.phrases = (*node.phrases, phrase)

    # -- labels
    def lead_in(self, text: str) -> LeadIn | None:
        """What a title or label says of the lines below it, None where it says nothing of a relation."""
        return self._lead_in(text)

    def _find_lead_in(self, text: str) -> LeadIn | None:
        found = self._lead_ins.find(text)
        words = text.lower().rstrip(" :").split() if found is None else []
        if not 0 < len(words) <= MAX_LABEL_WORDS:
            return found
        return self._said_by_misspelt(words) or self._said_in_label(text, words)

    def _said_by_misspelt(self, words: list[str]) -> LeadIn | None:
        """What a short label says that has a slip in a word of a lead-in: "suported formats"."""
        meant = list(map(self._word_of_lead_in, words))
        return self._lead_ins.find(" ".join(meant)) if meant != words else None

    def _find_word_of_lead_in(self, word: str) -> str:
        near = self._lead_in_words.meant_by(word) if len(word) >= MIN_MISSPELT_LEAD_IN - 1 else None
        return near if near is not None and near.rstrip("s") != word.rstrip("s") else word

    def _said_in_label(self, text: str, written: Sequence[str]) -> LeadIn | None:
        """What a label says that is nothing but a relation's words: "polls itself", "started by"."""
        if self._saying.isdisjoint(map(self._spellings.__getitem__, written)):
            return None
        words = tokens(text.rstrip(" :"))
        hits = self.find(words) if len(words) <= MAX_LABEL_WORDS else []
        if len(hits) != 1 or any(w.lower not in self.fillers for w in (*words[: hits[0].first], *words[hits[0].end :])):
            return None
        phrase = hits[0].phrase
        is_finite = phrase.passive or words[hits[0].first].lower.endswith("s")
        says = phrase.verb and is_finite and not phrase.weak and phrase.relation in _LABELLED
        return LeadIn(phrase.relation, phrase.direction, f"lead-in: {phrase.rule}") if says else None

    def is_transparent(self, text: str) -> bool:
        """Whether a title or label only groups the lines below it ("Notes", "Example")."""
        return is_transparent(text)

    # -- facets
    def facets(self, text: str, has_limit: bool = False) -> tuple[str, ...]:
        """The names of the facets of a statement, sorted; `has_limit` tells that a limit was read from it."""
        found = self._facets.find(text)
        return tuple(sorted(found | {Facet.LIMITS.value} if has_limit else found))


def _longest(words: Sequence[str], first: int, node: _Node) -> Hit | None:
    """The longest phrase that begins at `first`; one with a closed gap reaches up to its particle."""
    best, position = None, first
    at: _Node | None = node
    while at is not None:
        position += 1
        for phrase in at.phrases:
            end = position if not phrase.particle else _behind_gap(words, position, phrase.particle)
            # Where a closed gap and whole words end at one place, the whole words are meant ("took over from").
            if end is not None and _is_better(hit := Hit(first, end, phrase, position), best):
                best = hit
        if position + 1 < len(words) and words[position] not in at and _is_adverb(words[position]):
            position += 1  # "runs only on"
        at = at.get(words[position]) if position < len(words) else None
    return best


def _is_better(hit: Hit, best: Hit | None) -> bool:
    """Whether a hit reaches further than the best so far; of two gaps of one relation the one closed first counts."""
    if best is None or hit.end == best.end:
        return best is None or not hit.phrase.particle
    is_same = hit.phrase.relation is best.phrase.relation and hit.gap_start == best.gap_start
    if is_same and hit.phrase.particle and best.phrase.particle:
        return hit.end < best.end  # "moor the raft on the quay inside the dock"
    return hit.end > best.end


def _is_adverb(word: str) -> bool:
    return word in _ADVERBS or (word.endswith("ly") and len(word) > MIN_ADVERB)


def _behind_gap(words: Sequence[str], position: int, particle: str) -> int | None:
    """The place behind the particle, if it follows within a few words and before anything else begins."""
    wanted = particle.split()
    if wanted[0] not in words:
        return None
    reach, comma = MAX_GAP_WORDS, False  # a list goes on behind a comma, up to its "and"
    for place in range(position, min(len(words), position + MAX_LIST_WORDS + 1)):
        if place > position + reach:
            return None
        if words[place] == wanted[0] and not comma and list(words[place : place + len(wanted)]) == wanted:
            return place + len(wanted)
        if words[place] == "," and _NO_LIST.isdisjoint(words[position:place]):
            comma, reach = True, MAX_LIST_WORDS
        elif words[place] in _STOPS_A_GAP or (reach == MAX_LIST_WORDS and words[place] in _NO_LIST):
            return None
        comma = comma and words[place] not in _LIST_ENDS
    return None


@cache
def _lead_ins() -> LeadIns:
    """What labels say: the same for all lexicons."""
    return LeadIns(word_data("relations.toml")["lead_in"])


@cache
def _facets() -> FacetWords:
    """The facets of words: the same for all lexicons."""
    return FacetWords(word_data("facets.toml"))


@cache
def _transparent() -> tuple[LabelSet, LongWords]:
    """The labels that only group lines, and those of them that are known with a slip in them."""
    labels = word_data("relations.toml")["transparent"]["labels"]
    return LabelSet(labels), LongWords(filter(str.isalpha, labels), MIN_MISSPELT_LABEL)


@cache
def lexicon() -> Lexicon:
    """The lexicon of the words that ship, without any pack's verbs. It stays, so the garbage collector need not go over
    it again and again."""
    made = Lexicon()
    gc.freeze()
    return made


@lru_cache(maxsize=16)
def _extended(verbs: tuple[PackVerb, ...]) -> Lexicon:
    return Lexicon(verbs)


def lexicon_with(packs: Iterable[Pack]) -> Lexicon:
    """The lexicon of the words that ship and of the packs' verbs, which win over them."""
    verbs = tuple(verb for pack in packs for verb in pack.verbs)
    return _extended(verbs) if verbs else lexicon()


def lead_in(text: str) -> LeadIn | None:
    """What a title or label says of the lines below it, by the words that ship."""
    return lexicon().lead_in(text)


@lru_cache(maxsize=4096)
def is_transparent(text: str) -> bool:
    """Whether a title or label only groups the lines below it ("Notes", "Example")."""
    label = normal_label(text)
    labels, long_labels = _transparent()
    if label in labels:
        return True
    return len(label) >= MIN_MISSPELT_LABEL and label.isalpha() and long_labels.meant_by(label) is not None


def facets(text: str, has_limit: bool = False) -> tuple[str, ...]:
    """The names of the facets of a statement, by the words that ship."""
    return lexicon().facets(text, has_limit)

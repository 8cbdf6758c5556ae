"""The nouns that open a clause, or a part of it, as the subject of what follows: "night mooring costs", "window 64 KB".

A small grammar of word order: what stands before a finite verb, an auxiliary, a figure or a sign is a noun, even where
its last word may be a verb elsewhere ("health check every 2 s"); what opens with a verb is an order.
"""

from __future__ import annotations

import re
from functools import lru_cache

from graph.text import Token
from graph.vocabulary import Kind, RelationType
from ingest.relating.phrases import Piece, clean
from ingest.relating.plain_words import GENERAL, VAGUE
from ingest.relating.sentence import JOINS, Sentence
from ingest.terms import is_general, is_property, is_verb, names_a_thing, word_list

MAX_WORDS = 4
_WORD = re.compile(r"[a-z`]")
_ARTICLES = frozenset({"a", "an", "the", "each", "every"})
_TURNS = frozenset(
    ["rather", "instead", "vs", "versus", "only", "one", "two", "three", "ok", "more", "less", "just", "every", "each"]
) | {
    "that",
    "which",
    "whereby",
    "who",
    "inside",
    "underneath",
    "first",
    "better",
    "faster",
    "slower",
    "cheaper",
    "smaller",
    "bigger",
    "too",
    "possible",
    "both",
    "still",
    "already",
}
"""Words that end a noun as a verb does."""


_NEEDING = frozenset({"need", "want", "got", "doing", "performing"}) | {
    "replaced",
    "ditched",
    "dropped",
    "moved",
    "switched",
    "migrated",
}
"""Somebody's need or deed opens with them ("need deck space?", "replaced the old oar"), no noun."""
_BOUNDS = frozenset({"default", "defaults", "max", "maximum", "min", "minimum"})
_REMARK = re.compile(r"\s*\([^()]*\)(?=\s+\w)")
_ASKED = re.compile(r"(?:Q|Question)\b\s*[:.)-]")
_JOINED = frozenset({"(", "+", "&", "="})
_SUITS = (RelationType.SUITED_TO, RelationType.NOT_SUITED_TO)
FLOWS = (RelationType.READS_FROM, RelationType.SENDS_TO, RelationType.STORES_IN, RelationType.TRIGGERS)
"""What a label says of the things behind it that are no parts: "Looks at: tide tables"."""
_STANDS_BEFORE = JOINS | {"", "(", "->", "=>"}
_ALONG = word_list("particles") | {"around", "itself", "over"}
"""Particles, and what is like them behind what is known to be a verb."""


@lru_cache(maxsize=8)  # many rules ask the same sentence
def opening_noun(sentence: Sentence) -> Piece | None:
    """The noun of at most four words that opens what is said, None where it opens with a verb or is no thing."""
    clause = sentence.clause
    lead = clause.lead
    is_own = clause.label is not None and clause.lead_subject is None and lead is not None and lead.relation in FLOWS
    is_listed = lead is not None and (clause.item or is_own or lead.relation in _SUITS)
    if clause.subject_span is not None or is_listed or _ASKED.match(clause.text):
        return None
    return noun_at(sentence, sentence.body)


def noun_at(sentence: Sentence, first: int, *, counted: bool = False) -> Piece | None:
    """The noun that begins at a word, up to what it is the subject of; None where no noun or no thing stands there.

    Behind a number (`counted`) a lone word is a noun whatever follows.
    """
    has_article = first < len(sentence.words) and sentence.words[first].lower in _ARTICLES
    words, follows = _words_of(sentence, first + has_article)
    if not words or not _may_open(sentence, words, follows, counted):
        return None
    if (has_article and not _says_of_it(sentence, follows)) or follows == "?":
        return None
    if "'" in words[0].lower and words[0].lower.partition("'")[0] in sentence.lexicon.no_nouns:
        return None  # "it's fine"
    start, end = words[0].start, words[-1].end
    text = clean(sentence.clause.text[start:end])
    if not text or text.lower().split()[-1] in VAGUE or not _ARTICLES.isdisjoint(text.lower().split()[1:-1]):
        return None  # "mending the nets"
    if text.lower() in word_list("adverbials"):
        return None  # "real time, made of planks"
    vague = is_general(text) or is_property(text) or bool({text.lower(), f"{text.lower()}s"} & GENERAL)
    if vague or not (names_a_thing(text) or _is_doing(sentence, words, follows)):
        return None
    return Piece(text, start, end)


def follows_noun(sentence: Sentence, noun: Piece) -> str:
    """The word or sign behind a noun and its remark in brackets, in lower case; "" at the end."""
    remark = _REMARK.match(sentence.clause.text, noun.end)
    index = sentence.index_at(remark.end() if remark else noun.end)
    return sentence.words[index].lower if index < len(sentence.words) else ""


_BEHIND_KIND = frozenset(["", ",", ".", ";", "(", "for", "with", "written", "that", "which"])


def ends_kind(sentence: Sentence, index: int) -> bool:
    """Whether what looks like a verb ends what a thing is, said by what it deals with: "JSON store, speaks HTTP"."""
    word, before = sentence.words[index].lower, sentence.at.get(index - 1)
    after = sentence.words[index + 1].lower if index + 1 < len(sentence.words) else ""
    if before is None:
        opens = index - 1 == sentence.body and not sentence.words[index - 1].lower.endswith("s")
    else:
        opens = before.kind is Kind.TECHNOLOGY and sentence.index_at(before.start) == sentence.body
    return opens and not word.endswith("s") and after in _BEHIND_KIND and sentence.lexicon.names_kind(word)


def is_predicate(sentence: Sentence, word: str) -> bool:
    """Whether a word says something of the noun before it: a finite verb, an auxiliary, a figure, an equals sign."""
    if word in sentence.lexicon.auxiliaries or word in word_list("measuring") or word[:1].isdigit() or word == "=":
        return True
    return is_verb(word) and not word.endswith("ing")


def _says_of_it(sentence: Sentence, word: str) -> bool:
    return is_predicate(sentence, word) and word not in ("at", "up", "out", "since")


def _words_of(sentence: Sentence, first: int) -> tuple[list[Token], str]:
    """The words up to the first sign, figure, verb or small word, and what that is; none where they are too many."""
    found: list[Token] = []
    lexicon = sentence.lexicon
    measuring = word_list("measuring")
    for index in range(first, len(sentence.words)):
        lower = sentence.words[index].lower
        if lower in lexicon.noun_ends or lower in JOINS or lower in measuring or not _WORD.match(lower):
            return found, lower
        if found and (lower in _TURNS or lower.endswith("ly") or _is_finite(sentence, index, found)):
            return found, lower
        found.append(sentence.words[index])
        if len(found) > MAX_WORDS:
            return [], ""
    return found, ""


def _is_finite(sentence: Sentence, index: int, before: list[Token]) -> bool:
    """Whether a word is the verb of the noun before it: not "check" in "health check every minute", nor "streams" in
    "change streams feed the lake"."""
    word = sentence.words[index].lower
    following = sentence.words[index + 1].lower if index + 1 < len(sentence.words) else ""
    if not is_verb(word):
        return word.endswith("s") and following in word_list("particles")  # "fans out"
    if word.endswith("s"):
        says_more = following[:1].isalnum() or following in ("`", '"', "~")
        another = following in sentence.lexicon.auxiliaries or (is_verb(following) and not following.endswith("s"))
        return says_more and not another
    is_base = not word.endswith("ed") and word not in word_list("past")
    return not is_base or before[-1].lower.endswith("s")


def _may_open(sentence: Sentence, words: list[Token], follows: str, counted: bool) -> bool:
    """Whether words may be a noun: no small word, no order, and no lone word before a preposition."""
    lexicon, first = sentence.lexicon, words[0].lower
    if first in lexicon.no_nouns or first in _NEEDING or first.endswith("ly") or first == "too":
        return False
    stands = counted or is_predicate(sentence, follows) or follows in lexicon.negations or follows in _STANDS_BEFORE
    if len(words) == 1 and not stands:
        return False
    if not is_verb(first):
        return True
    if first.endswith("s") and words[1:] and words[1].lower in _ALONG:
        return False  # "goes back", "plays along"
    if len(words) == 1:
        stands = follows in _BOUNDS or follows in sentence.lexicon.auxiliaries or follows in _JOINED
        plural = first.endswith("s") and stands
        return plural or _is_doing(sentence, words, follows)
    return counted or first.endswith("ed") or (is_predicate(sentence, follows) and follows != "=")


def _is_doing(sentence: Sentence, words: list[Token], follows: str) -> bool:
    """Whether a lone "-ing" is the subject of a verb: "versioning keeps", "clustering is"."""
    finite = follows in sentence.lexicon.auxiliaries or (is_verb(follows) and follows.endswith("s"))
    return len(words) == 1 and words[0].lower.endswith("ing") and finite

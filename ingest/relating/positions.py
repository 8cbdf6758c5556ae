"""Where the words of a relation stand in their clause, and what stands beside them."""

from __future__ import annotations

from graph.lexicon import Hit
from ingest.relating.phrases import Piece
from ingest.relating.sentence import Sentence
from ingest.terms import is_verb, word_list

_BETWEEN = frozenset({"then", "also", "so", "directly", "is", "are", "be", "very", "mostly", "mainly", "often"})
_BETWEEN |= {"has", "have", "had", "was", "were", "been"}


def floor_of(sentence: Sentence, hit: Hit) -> int:
    """How far back the left side may reach: up to the label, if the words stand behind it."""
    return sentence.body if hit.first >= sentence.body else 0


def shares_subject(sentence: Sentence, hit: Hit) -> bool:
    """Whether "and", with small words at most, joins the verb to the one before it."""
    first = sentence.words[hit.first].lower
    last = sentence.words[hit.end - 1].lower
    if not (hit.phrase.verb or first.endswith("ed") or last.endswith("ed") or first in word_list("predicates")):
        return False
    index = hit.first - 1
    while index > 0 and sentence.words[index].lower in _BETWEEN:
        index -= 1
    return (
        index > 0
        and sentence.words[index].lower in ("and", "then", "or", "&", "+")
        and not sentence.words[hit.first].lower.endswith("ing")
    )


def begins_part(sentence: Sentence, index: int) -> bool:
    """Whether a verb begins a later part of a sentence, alone or behind a pronoun: "…, it reads X", "…, can read X"."""
    small = sentence.lexicon.fillers | sentence.lexicon.auxiliaries
    while index > 0 and sentence.words[index - 1].lower in small:
        index -= 1
    return index > 0 and sentence.words[index - 1].lower == ","


def is_near(sentence: Sentence, noun: Piece, hit: Hit) -> bool:
    """Whether nothing but small words stands between the noun that opens the clause and the relation's words."""
    if noun.end > sentence.place(hit.first):
        return False
    between = sentence.words[sentence.index_at(noun.end) : hit.first]
    if between and between[-1].lower == "or" and sentence.words[hit.first].lower.endswith("ed"):
        return False  # "open, or covered with canvas": two ways of one thing
    return all(word.lower in sentence.lexicon.fillers for word in between)


def is_finite(sentence: Sentence, index: int) -> bool:
    """Whether the word at an index may be a finite verb or an auxiliary; of a word with hyphens the last part tells."""
    word = sentence.words[index].lower.rpartition("-")[2]
    return is_verb(word) or word in sentence.lexicon.auxiliaries

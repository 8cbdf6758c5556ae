"""Settings that a clause gives the figure of: "idle timeout 60 s", "tide log kept 2 years", "ferry grace period 5 min".

What can be set has a noun that tells so at its end; what it is set for stands above, or before it.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.vocabulary import Kind, RelationType
from ingest.relating.ends import edge, free, known, mentioned, subject
from ingest.relating.gates import Rule
from ingest.relating.phrases import Piece, clean
from ingest.relating.sentence import Sentence
from ingest.relating.subjects import noun_at
from ingest.terms import word_list
from ingest.values import EdgeDraft

SETTING = "setting with its figure"
MAX_WORDS = 3
_BEGINS = frozenset({",", ";", ".", "and", "but", "then", "with", "+"})
_LASTS = frozenset({"kept", "keeps", "every", "lasts", "of"})
"""Between a setting and its figure they tell how long, or how often."""


def _settings(sentence: Sentence) -> Iterator[EdgeDraft]:
    """The edges of the settings that have a figure."""
    clause = sentence.clause
    if clause.subject_kind is Kind.CONCEPT or clause.columns:
        return
    for index in range(sentence.body, len(sentence.words)):
        if index == sentence.body or sentence.words[index - 1].lower in _BEGINS:
            noun = noun_at(sentence, index)
            if noun is not None and _is_set(sentence, noun):
                yield from _setting(sentence, noun)


def _is_set(sentence: Sentence, noun: Piece) -> bool:
    """Whether a noun ends as a setting's does, and its figure follows, in brackets or not."""
    words = noun.text.lower().split()
    if not 1 < len(words) <= MAX_WORDS or words[-1] not in word_list("settings"):
        return False
    index = sentence.index_at(noun.end)
    following = [word.lower for word in sentence.words[index : index + 2]]
    if following and (following[0] in _LASTS or following[0] in ("(", "=", ":", "max", "min", "default")):
        following = following[1:]
    return bool(following) and (following[0][:1].isdigit() or following[0] in ("~", "$"))


def _setting(sentence: Sentence, noun: Piece) -> Iterator[EdgeDraft]:
    clause = sentence.clause
    owner = next((m for m in clause.mentions if m.start == noun.start and m.end < noun.end), None)
    named = mentioned(clause, noun)
    if named is not None or owner is None or owner.kind is Kind.CONCEPT:
        target = known(named) if named is not None else free(noun.text, RelationType.HAS_FEATURE)
        if named is None or named.kind is Kind.FEATURE:
            yield edge(subject(clause.subject, clause), RelationType.HAS_FEATURE, target, SETTING)
        return
    rest = clean(clause.text[owner.end : noun.end])
    yield edge(known(owner), RelationType.HAS_FEATURE, free(rest, RelationType.HAS_FEATURE), SETTING)


SETTINGS = (Rule(_settings, word_list("settings")),)
"""Settings with their figures."""

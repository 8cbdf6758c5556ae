"""A verb that is said once for two: "the ferry sails to Hull, the tug to Oslo", "Ann reads the log, Bob the mail"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from graph.lexicon import Hit
from graph.vocabulary import Direction, Kind, RelationType
from ingest.relating.ends import edge, free, known, objects
from ingest.relating.phrases import free_end
from ingest.relating.sentence import Sentence, Side
from ingest.values import EdgeDraft, End

_JOINS = frozenset({"and", "but", "while", "whereas", "the", "a", "an"})
_ADVERBS = frozenset({"rather", "instead", "only", "also", "mostly", "mainly", "usually", "just", "always"})
_PREPOSITIONS = frozenset({"on", "in", "to", "from", "into", "at", "with", "via", "over", "through", "off"})
_ARTICLES = frozenset({"the", "a", "an", "its", "their"})
_FREE = (RelationType.READS_FROM, RelationType.SENDS_TO, RelationType.STORES_IN, RelationType.RUNS_ON)


class Gap(NamedTuple):
    """Where a part without a verb begins (a comma's token), who does it, and the token of what it is done to."""

    first: int
    doer: End
    behind: int


def gap_behind(sentence: Sentence, hit: Hit, stop: int) -> Gap | None:
    """The first part behind a verb's own objects that has another doer and the verb's preposition, or an article."""
    words = sentence.words
    last = words[hit.end - 1].lower
    wanted = frozenset({last}) if last in _PREPOSITIONS else _ARTICLES if hit.phrase.relation in _FREE else None
    for index in range(hit.end + 1, stop - 2) if wanted else ():
        if words[index].lower not in (",", ";"):
            continue
        place = index + 1
        while place < stop and words[place].lower in _JOINS and place not in sentence.at:
            place += 1
        doer, behind = _doer(sentence, place)
        behind += behind < stop and words[behind].lower in _ADVERBS
        if (
            doer is not None
            and wanted
            and behind + 1 < len(words)
            and words[behind].lower in wanted
            and behind not in sentence.at
        ):
            return Gap(index, doer, behind + (last in _PREPOSITIONS))
    return None


def _doer(sentence: Sentence, place: int) -> tuple[End | None, int]:
    """Who does it, by a name or a word written as one at a token, and the token behind; no one by an idea's name."""
    mention = sentence.at.get(place)
    if mention is not None:
        is_doer = mention.kind is not Kind.CONCEPT and sentence.first_of(place) == place
        return (known(mention) if is_doer else None), sentence.last_of(place) + 1
    text = sentence.clause.text[sentence.place(place) :].split(None, 1)[0] if place < len(sentence.words) else ""
    return (free(text, RelationType.HAS_FEATURE) if text[:1].isupper() and text.isalpha() else None), place + 1


def gapped(sentence: Sentence, hit: Hit, left: Side, gap: Gap) -> Iterator[EdgeDraft]:
    """What the doer of the part without a verb does, and those of the parts behind it."""
    relation, inverse = hit.phrase.relation, hit.phrase.direction is Direction.IN
    following: Gap | None = gap
    while following is not None:
        start = sentence.place(following.behind)
        after = gap_behind(sentence, hit._replace(end=following.behind), len(sentence.words))
        end = sentence.place(after.first) if after is not None else len(sentence.clause.text)
        targets, _ = objects(
            sentence.clause, start, free_end(sentence.clause.text, start, end), relation, is_free=relation in _FREE
        )
        for target in targets:
            if target.key is None or target.key not in {following.doer.key, *(m.key for m in left.mentions)}:
                yield edge(following.doer, relation, target, f"{hit.phrase.rule} (verb before)", inverse=inverse)
        following = after

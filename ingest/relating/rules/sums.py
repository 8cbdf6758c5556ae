"""A whole by its parts: "3 courses = soup, fish, cake", "boarding pass: gate + seat"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from graph.lexicon import is_transparent
from graph.quantities.words import quantity_words
from graph.vocabulary import PRODUCTS, Kind, RelationType
from ingest.relating.ends import edge, ends_of, free, known, labelled, subject
from ingest.relating.gates import rule
from ingest.relating.phrases import clean, free_end, list_parts
from ingest.relating.plain_words import names_place
from ingest.relating.sentence import Sentence
from ingest.terms import is_property, is_verb, names_a_thing, word_list
from ingest.values import Clause, EdgeDraft, End

MAX_SUM_WORDS = 3
MIN_LISTED, MIN_ADDED = 3, 2
"""Parts of a whole that is set equal to a list, and of one that is said with plus signs."""
_SIGNS = re.compile(r",|\+|\band\b|\bor\b| / ")
_SORTS = re.compile(r"\s*[\w.-]+(?:/[\w.-]+)+ \w[\w -]*")
"""Several sorts of one noun: "road/rail car"."""
_TOLD_OF_IT = re.compile(r"\s*(?:for|if|when|unless|like|only|not|no)\s", re.IGNORECASE)
"""Begins what is no part of a thing, but said of it."""
_LIKE = word_list("comparatives") | word_list("superlatives") | word_list("adjectives")
_LIKE |= {"older", "newer", "old", "new", "simple"}
"""Words that tell what a thing is like, and not what it is made of."""


def sum_of(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "3 courses = soup, fish, cake", "deck: bow + stern": a whole by its parts; of a list, protocols and formats are
    what it takes.
    """
    clause = sentence.clause
    label = clause.label or ""
    end = free_end(clause.text, clause.body_start, len(clause.text))
    places = list_parts(clause.text, clause.body_start, end)
    if any(_TOLD_OF_IT.match(clause.text, start) for start, _ in places):
        return  # "tug = small hull, big engine, for harbours"
    if any(words in _LIKE or is_property(words) for words in (clean(clause.text[a:b]).lower() for a, b in places)):
        return  # "tug = older, steam, brass"
    if not _SIGNS.search(clause.text, clause.body_start, end) and _SORTS.fullmatch(clause.text, clause.body_start, end):
        return  # "cab = road/rail car": what it is
    is_set = "=" in clause.text[len(label) : clause.body_start]
    is_added = all(clause.text[b:c].strip(" `*)") == "+" for (_, b), (c, _) in pairwise(places)) and len(places) > 1
    if not (is_set or is_added):
        return
    found = list(ends_of(clause, clause.body_start, end, RelationType.HAS_FEATURE))
    parts = [clean(clause.text[a:b]) for a, b in places]
    if (
        len(found) < (MIN_ADDED if is_added else MIN_LISTED)
        or len(found) < len(parts)
        or end < len(clause.text.rstrip(" ."))
    ):
        return
    if any(item.kind in PRODUCTS for item in found) and (not is_set or names_place(label)):
        return  # "crews: Hull + Dover"
    about = _summed(clause, label)
    words = [part.lower().split() for part in parts]
    if all(0 < len(w) <= MAX_SUM_WORDS and (len(w) == 1 or not is_verb(w[0])) for w in words):
        for item in found:
            taken = item.kind is Kind.TECHNOLOGY and "," in clause.text[clause.body_start : end]
            relation = RelationType.SUPPORTS if taken else RelationType.HAS_FEATURE
            yield edge(about, relation, item, "part of a sum")


_IS_SUM = re.compile(
    r"(?P<of>[\w`][\w`. -]{1,30}? )?(?:it'?s |is |are |just |basically |really )+(?=[\w`])"
    r"(?P<list>[\w` /-]+(?: \+ [\w` /-]+)+)"
    r"\s*(?=$|[.;,(])",
    re.IGNORECASE,
)


def _is_sum(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "a desk is drawers + lamp + chair": the parts of the thing at hand, or of the one that opens the line."""
    clause = sentence.clause
    match = _IS_SUM.match(clause.text, clause.body_start)
    about = labelled(clause)
    if match is None or about.kind is Kind.CONCEPT:
        return
    if match["of"]:
        first, last = match.span("of")
        named = next((m for m in clause.mentions if m.start == first and m.end == last - 1), None)
        if named is None or named.kind is Kind.CONCEPT:
            return
        about = known(named)
    found = list(ends_of(clause, *match.span("list"), RelationType.HAS_FEATURE))
    words = [(end.text or "").lower().split() for end in found]
    qualities = word_list("adjectives") | word_list("comparatives")
    if any(end.key is None and (end.text or "").lower().rpartition(" ")[2] in qualities for end in found):
        return  # "a tug is cheaper + faster"
    are_long = any(len(w) > MAX_SUM_WORDS or (len(w) > 1 and is_verb(w[0])) for w in words)
    if are_long or len(found) <= match["list"].count(" + "):
        return
    for item in found:
        if item.key != about.key:
            yield edge(about, RelationType.HAS_FEATURE, item, "part of a sum")


SUMS = (rule(_is_sum, "+", "is it's its are"),)
"""What a thing is summed up by."""


def _summed(clause: Clause, label: str) -> End:
    """The whole that a label names, known or not; a number in it counts the parts of what is above."""
    about, words = labelled(clause), label.lower().split()
    is_thing = len(words) <= MAX_SUM_WORDS and names_a_thing(label) and not is_transparent(label)
    if words[0] in quantity_words().numbers or words[0][0].isdigit():
        return subject(clause.subject, clause)
    return free(clean(label), RelationType.HAS_FEATURE) if is_thing and about.key == clause.subject else about

"""A whole by its parts: "3 courses = soup, fish, cake", "boarding pass: gate + seat"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from graph.lexicon import is_transparent
from graph.quantities.words import quantity_words
from graph.vocabulary import Kind, RelationType
from ingest.relating.ends import edge, ends_of, free, labelled, subject
from ingest.relating.phrases import clean, free_end, list_parts
from ingest.relating.plain_words import names_place
from ingest.relating.sentence import Sentence
from ingest.terms import is_verb, names_a_thing, word_list
from ingest.values import Clause, EdgeDraft, End

MAX_SUM_WORDS = 3
MIN_LISTED, MIN_ADDED = 3, 2
"""Parts of a whole that is set equal to a list, and of one that is said with plus signs."""
_TOLD_OF_IT = re.compile(r"\s*(?:for|if|when|unless|like|only|not|no)\s", re.IGNORECASE)
"""Begins what is no part of a thing, but said of it."""
_LIKE = word_list("comparatives") | word_list("adjectives") | {"older", "newer", "old", "new", "simple"}
"""Words that tell what a thing is like, and not what it is made of."""
_PRODUCTS = (Kind.SERVICE, Kind.TECHNOLOGY)


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
    if any(clean(clause.text[a:b]).lower() in _LIKE for a, b in places):
        return  # "tug = older, steam, brass"
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
    if any(item.kind in _PRODUCTS for item in found) and (not is_set or names_place(label)):
        return  # "crews: Hull + Dover"
    about = _summed(clause, label)
    words = [part.lower().split() for part in parts]
    if all(0 < len(w) <= MAX_SUM_WORDS and (len(w) == 1 or not is_verb(w[0])) for w in words):
        for item in found:
            taken = item.kind is Kind.TECHNOLOGY and "," in clause.text[clause.body_start : end]
            relation = RelationType.SUPPORTS if taken else RelationType.HAS_FEATURE
            yield edge(about, relation, item, "part of a sum")


def _summed(clause: Clause, label: str) -> End:
    """The whole that a label names, known or not; a number in it counts the parts of what is above."""
    about, words = labelled(clause), label.lower().split()
    is_thing = len(words) <= MAX_SUM_WORDS and names_a_thing(label) and not is_transparent(label)
    if words[0] in quantity_words().numbers or words[0][0].isdigit():
        return subject(clause.subject, clause)
    return free(clean(label), RelationType.HAS_FEATURE) if is_thing and about.key == clause.subject else about

"""Names that a clause mentions without saying how: their kind and the sign before them tell the likeliest relation.

"Kanban board, Slack, webhooks" below a tool: a name in a list is what the tool takes; behind "on" or "+" what it uses.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from graph.vocabulary import Kind, RelationType
from ingest.ends import edge, free, known, mentioned, subject
from ingest.sentence import Sentence
from ingest.subjects import follows_noun, is_predicate, opening_noun
from ingest.terms import is_verb, word_list
from ingest.values import Clause, EdgeDraft, End, Mention

_DESCRIBES = re.compile(
    r"[\s-]+(?!(?:and|or|to|for|in|on|from|with|by|at|of|via|over|is|are|but|so|when|if|as)\b)[a-z]"
)
"""A noun behind a name: the name only describes it ("HTTP endpoint")."""
_AIMS = frozenset({"for", "on", "in", "of", "to"})
"""Before a name, they tell what something else is for, or where it is."""
_JOINED = frozenset({"and", "or", "with", "in", "+"})
_LISTED = frozenset({",", "and", "+", "&", "/", ".", ":", ";"})
"""Before an idea in a list it is, as behind a verb, what a thing does or has; other words only bring it up."""
_BESIDE_TIERS = frozenset({"only", "and", "or", "up", "max", "has", "needs", "on", "in", "for", "with", "is"})
_CONDITIONS = frozenset(
    {"if", "when", "unless", "until", "before", "after", "than", "unlike", "like", "instead", "not"}
)


def passing(sentence: Sentence, used: Collection[str | None]) -> Iterator[EdgeDraft]:
    """The edges of names in passing. `used` are the keys that other edges of the clause have already."""
    clause = sentence.clause
    if clause.hypothetical:
        return
    yield from _tiers(sentence)
    plain = all(hit.phrase.weak for hit in sentence.hits())
    limited = _first_limit(sentence)
    for mention in clause.mentions:
        if mention.key in used or mention.key == clause.subject or sentence.denies(mention):
            continue
        if plain and mention.kind is Kind.TECHNOLOGY and clause.subject_kind is Kind.SERVICE:
            yield edge(_actor(sentence, mention), RelationType.SUPPORTS, known(mention), "technology named")
        elif not (_DESCRIBES.match(clause.text, mention.end) or limited < mention.start):
            sign = _sign_before(sentence, mention)
            relation = _likeliest(clause, mention, sign)
            if relation is RelationType.HAS_FEATURE:
                relation = _of_idea(sentence, mention, sign)
            if relation is not None:
                yield edge(_actor(sentence, mention), relation, known(mention), "named in passing")


_TIER_NOUNS = frozenset({"tier", "tiers", "plan", "sku", "edition", "level"})


def _tiers(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "10 boats on Basic, 40 on Premium": the grades that something is sold in, written as names or called so."""
    clause = sentence.clause
    if clause.subject_kind is not Kind.SERVICE or not any(word.lower in word_list("tiers") for word in sentence.words):
        return
    for index, word in enumerate(sentence.words):
        if word.lower not in word_list("tiers") or index in sentence.at:
            continue
        following = sentence.words[index + 1].lower if index + 1 < len(sentence.words) else ""
        called = following in _TIER_NOUNS
        is_name = clause.text[word.start].isupper() and (not following[:1].isalpha() or following in _BESIDE_TIERS)
        text = clause.text[word.start : sentence.words[index + 1].end if called else word.end]
        if called or (is_name and index > 0):
            yield edge(
                subject(clause.subject, clause), RelationType.HAS_FEATURE, free(text, RelationType.HAS_FEATURE), "tier"
            )


def _actor(sentence: Sentence, mention: Mention) -> End:
    """What takes or uses a name: the nouns that open the clause with a verb ("cargo cranes lift"), else the subject."""
    clause = sentence.clause
    noun = opening_noun(sentence)
    if noun is None or " " not in noun.text or noun.end > mention.start:
        return subject(clause.subject, clause)
    if not is_predicate(sentence, follows_noun(sentence, noun)):
        return subject(clause.subject, clause)
    named = mentioned(clause, noun)
    return known(named) if named is not None else free(noun.text, RelationType.HAS_FEATURE)


def _is_kind(sentence: Sentence, mention: Mention) -> bool:
    """Whether a name says what a thing is: "key-value store", "relational database"."""
    last = mention.key.rpartition("/")[2].rpartition("-")[2]
    return last in sentence.lexicon.kind_nouns


def _of_idea(sentence: Sentence, mention: Mention, sign: str) -> RelationType | None:
    """What an idea is to the thing: its kind, or, in a list, what it does or has."""
    if _is_kind(sentence, mention):
        return RelationType.KIND_OF
    index = sentence.index_at(mention.start) - 2
    is_passive = sign.endswith("ed") and index >= 0 and sentence.words[index].lower in ("be", "is", "are")
    acts = is_passive or (sign.endswith("s") and is_verb(sign))
    return RelationType.HAS_FEATURE if sign in _LISTED or acts else None


def _first_limit(sentence: Sentence) -> int:
    """Where the first denial or condition begins; the text's end where there is none."""
    limits = sentence.lexicon.negations | _CONDITIONS
    return next((word.start for word in sentence.words if word.lower in limits), len(sentence.clause.text))


def _sign_before(sentence: Sentence, mention: Mention) -> str:
    index = sentence.index_at(mention.start) - 1
    while index >= sentence.body and sentence.words[index].lower in ("a", "an", "the", "its", "`", '"', "*"):
        index -= 1
    return sentence.words[index].lower if index >= sentence.body else ""


def _likeliest(clause: Clause, mention: Mention, sign: str) -> RelationType | None:
    """The relation of what a clause is about to a name in it, by the kinds of the two; None where nothing is likely."""
    match clause.subject_kind, mention.kind:
        case (Kind.SERVICE, Kind.SERVICE):
            return RelationType.USES if sign else None
        case (Kind.SERVICE, Kind.CONCEPT):
            return RelationType.HAS_FEATURE if sign else None
        case (Kind.SERVICE | Kind.TECHNOLOGY, Kind.TECHNOLOGY):
            return RelationType.SUPPORTS
        case (Kind.FEATURE, Kind.TECHNOLOGY):
            return RelationType.SUPPORTS if sign not in _AIMS else None
        case (Kind.SERVICE | Kind.FEATURE, Kind.FEATURE):
            return RelationType.USES if sign in _JOINED else None
    return None

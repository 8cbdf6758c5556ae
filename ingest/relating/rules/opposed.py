"""Two things set side by side by what is said of each: "floats (the raft sinks)", "rows, while gigs sail"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from graph.text import tail
from graph.vocabulary import PRODUCTS, Kind, RelationType
from ingest.relating.ends import edge, known
from ingest.relating.gates import rule
from ingest.relating.purposes import purposes
from ingest.relating.rules.doing import DOES_IT
from ingest.relating.sentence import Sentence
from ingest.terms import is_verb
from ingest.values import Clause, EdgeDraft, End, Mention

_WHILE = re.compile(
    r"(?:[,;.]\s+|\s(?=whereas))(?:while|whereas|whilst|meanwhile)\s+(?:the |an? |plain |normal )?[`*]*$", re.IGNORECASE
)
_TURN = re.compile(
    r"[`*]*,?\s+(?:on the other (?:hand|side)|otoh|in contrast|by contrast|is (?:just |exactly )?the "
    r"(?:(?:exact |very )?opposite|other way (?:round|around)|reverse|contrary)(?: order| thing| way)?)\b",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"(?:^|[.;,(]\s*)(?:(?:but|and|so)\s+)?(?:the |an? )?[`*]*$", re.IGNORECASE)
_IN_BRACKET = re.compile(r"\s*(?P<before>[^()]{2,40}?)\s*\(\s*(?:but |while |the |an? |plain )*[`*]*", re.IGNORECASE)
_IS_SO = re.compile(r"[`*]*\s*(?:=|:|is|are)\s+(?:not )?[\w-]+(?: [\w-]+)?\s*\)")
_NOT = re.compile(
    r"[`*]*\s+(?:(?:is|are|does|do|can|has|have|will)(?: not|n'?t)|cannot|can|does|is|has)"
    r"\s*(?:that|it|so|one|any|this)?\s*\)",
    re.IGNORECASE,
)
MAX_WORDS = 3
_SAID = frozenset(
    [
        "is",
        "are",
        "has",
        "have",
        "does",
        "do",
        "can",
        "can't",
        "cant",
        "cannot",
        "isn't",
        "isnt",
        "doesn't",
        "doesnt",
        "=",
        "was",
        "needs",
    ]
)


_LACKS = re.compile(
    r"\b(?:can(?:no|['’]?t)|can not|does(?: not|n['’]?t)|won['’]?t)\s+(?:(?:do|handle|support|take)\s+)?"
    r"(?P<what>(?!be\s)[^,;.:()]{3,40}),\s*(?:but\s+)?(?:the\s+)?[`*]*$",
    re.IGNORECASE,
)
_CAN = re.compile(r"[`*]*\s+(?:can|does|will|do)\s*(?:$|[,;.)!])", re.IGNORECASE)


def _other_can(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "the gig can't carry cars, the ferry can": what one lacks, and the other is good for."""
    clause = sentence.clause
    for mention in clause.mentions:
        lacks = _LACKS.search(clause.text[: mention.start]) if _CAN.match(clause.text, mention.end) else None
        if lacks is None or mention.kind is Kind.CONCEPT:
            continue
        for target in purposes(clause, *lacks.span("what"), RelationType.SUITED_TO):
            is_taken = target.key is not None and target.kind is Kind.TECHNOLOGY
            relation = RelationType.SUPPORTS if is_taken else RelationType.SUITED_TO
            yield edge(known(mention), relation, target, "the other can")


def _opposed(sentence: Sentence) -> Iterator[EdgeDraft]:
    """What the line is about, and another like it of which something else is said."""
    clause = sentence.clause
    about, kind = clause.subject, clause.subject_kind
    if clause.subject_span is not None and clause.subject_span[0] <= clause.body_start + 1:
        about, kind = clause.parent_subject or about, clause.parent_kind or kind  # "Gigs on the other hand sail"
    if clause.label is not None or about is None:
        return
    for mention in clause.mentions:
        if mention.key == about or not _are_alike(clause, mention, kind) or DOES_IT.match(clause.text, mention.end):
            continue
        before = clause.text[clause.body_start : mention.start]
        if _turns(sentence, mention, before) or _is_in_bracket(sentence, mention, before):
            yield edge(End(key=about, kind=kind), RelationType.CONTRASTS_WITH, known(mention), "of each its own")
            return


def _turns(sentence: Sentence, mention: Mention, before: str) -> bool:
    """Whether a word before a name or behind it tells that the other one is spoken of now."""
    if _WHILE.search(before) and before.strip() and _says(sentence, mention):
        return True
    return _TURN.match(sentence.clause.text, mention.end) is not None and _BEGINS.search(before) is not None


def _is_in_bracket(sentence: Sentence, mention: Mention, before: str) -> bool:
    """Whether a name opens a bracket behind what the thing above is like, and is told there to be otherwise."""
    text = sentence.clause.text
    match = _IN_BRACKET.fullmatch(before)
    if match is None or any(m.start < mention.start for m in sentence.clause.mentions):
        return False
    if _NOT.match(text, mention.end):
        return True
    words = match["before"].lower().strip(" !.,").split()
    is_quality = len(words) == 1 or (len(words) <= MAX_WORDS and not is_verb(words[0]))
    return is_quality and _IS_SO.match(text, mention.end) is not None


def _word_behind(sentence: Sentence, mention: Mention) -> str:
    index = sentence.index_at(mention.end)
    return sentence.words[index].lower if index < len(sentence.words) else ""


def _says(sentence: Sentence, mention: Mention) -> bool:
    """Whether a verb stands behind a name."""
    word = _word_behind(sentence, mention)
    return word in _SAID or (is_verb(word) and word.endswith("s"))


def _are_alike(clause: Clause, mention: Mention, kind: Kind) -> bool:
    """Whether a name may stand beside the thing above: no part of it or of something else."""
    if mention.key in (clause.owner, clause.parent_subject):
        return False
    if mention.kind is Kind.FEATURE and mention.owner is None:
        return True
    return (
        mention.kind is kind or (mention.kind in PRODUCTS and kind in PRODUCTS) or Kind.CONCEPT in (mention.kind, kind)
    )


_LIKE = re.compile(
    r"(?:(?:a bit|much|just|kind of|sort of|basically|similar|pretty much|almost|works?|looks?|is|it'?s"
    r"|same as)\s+)*(?:like|same as|similar to)\s+(?:the |an? )?[`*]*",
    re.IGNORECASE,
)
_BUT = re.compile(r"[`*]*,?\s+(?:but|only|except|without|w/o|minus|just)\b", re.IGNORECASE)


def _like_but(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "like the raft but with oars": what the line is about, and its like with which it does not share that."""
    clause = sentence.clause
    match = _LIKE.match(clause.text, clause.body_start)
    other = next((m for m in clause.mentions if match and m.start == match.end()), None)
    if other is None or clause.label is not None or clause.subject_span is not None:
        return
    if (
        _BUT.match(clause.text, other.end)
        and _are_alike(clause, other, clause.subject_kind)
        and other.key != clause.subject
    ):
        about = End(key=clause.subject, kind=clause.subject_kind)
        yield edge(about, RelationType.CONTRASTS_WITH, known(other), "like it, but for something")


_DIFFERENCE = re.compile(
    r"\b(?:differences?|diffs?|distinction|choose|choice|decide)\s+between\s+(?:the |an? )?[`*]*$", re.IGNORECASE
)
_AND_THE = re.compile(r"[`*]*\s*(?:,\s*(?:and |or )?|\band\b|\bor\b|&|/|\bvs\.?)\s*(?:the |an? )?[`*]*")


def _difference(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "difference between the raft and the gig": two that a question or a line tells apart."""
    clause = sentence.clause
    for one, other in pairwise(clause.mentions):
        is_asked = _DIFFERENCE.search(tail(clause.text, 0, one.start)) is not None
        if is_asked and _AND_THE.fullmatch(clause.text, one.end, other.start) and one.key != other.key:
            yield edge(known(one), RelationType.CONTRASTS_WITH, known(other), "told apart")


OPPOSED = (
    rule(_other_can, "can does will do", "can't cant cannot can’t not doesn't doesnt won't wont"),
    rule(_difference, "between", "difference differences diff diffs distinction choose choice decide"),
    rule(_like_but, "like same similar", "but only except without w minus just"),
    rule(_opposed, "while whereas whilst meanwhile hand side otoh contrast opposite way reverse contrary ("),
)
"""What is said of each of two."""

"""Parts told with what they belong to behind them: "oars, sails and anchors are part of it", "you get oars + sails"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.vocabulary import Kind, RelationType
from ingest.relating.ends import edge, ends_of, labelled
from ingest.relating.error_names import ERROR
from ingest.relating.gates import rule
from ingest.relating.plain_words import is_noun
from ingest.relating.sentence import PLAIN, Sentence
from ingest.terms import is_verb
from ingest.values import Clause, EdgeDraft, End

_BEHIND = re.compile(
    r"(?:(?:there(?:'s|s| is| are)|also|even|and)\s+)*(?P<list>[\w`][^;:.()?!=]{2,100}?),?\s+"
    r"(?:(?:is|are|all|both|also|even|already|comes?|too)\s+)*"
    r"(?:(?:a )?(?:parts?|features?|pieces?) of (?:it|this)|in (?:it|there)|built[- ]?in|included|incl|on board|onboard"
    r"|with it|along with it|for free|out of the box)(?: too| as well)?\s*[.!]*$",
    re.IGNORECASE,
)
_ENDS = (
    *("of it", "of this", "in it", "in there", "built in", "built-in", "builtin", "included", "incl", "on board"),
    *("onboard", "with it", "for free", "out of the box"),
)
_BEFORE = re.compile(
    r"(?:(?:you|u) (?:also |even )?get(?: also)?|incl\.?|including|(?:it )?(?:also )?does(?: also)?)\s+"
    r"(?!(?:a|an|the|it|that|this|not|no|all|nothing|everything|what|charged|billed|to)\b)"
    r"(?P<list>[\w`][^;:.()?!=]{2,80}?)(?: too| as well)?(?: (?:along )?with it| for free| out of the box| on top)?"
    r"\s*[.!]*$",
    re.IGNORECASE,
)
MAX_WORDS = 4


def _included(sentence: Sentence) -> Iterator[EdgeDraft]:
    """The parts of a list that is all that a line holds beside the words for having it."""
    clause = sentence.clause
    about = labelled(clause)
    if about.kind is Kind.CONCEPT or clause.subject_span is not None or sentence.has(sentence.lexicon.negations):
        return
    ends = clause.text.lower().rstrip(" .!").removesuffix(" too").removesuffix(" as well").endswith(_ENDS)
    match = _BEFORE.match(clause.text, clause.body_start)
    match = match or (_BEHIND.match(clause.text, clause.body_start) if ends else None)
    if match is None or ERROR.search(match["list"]):
        return
    parts = list(ends_of(clause, *match.span("list"), RelationType.HAS_FEATURE))
    is_told, is_got = match[0].lower().startswith("incl"), match.re is _BEFORE
    nouns = [part for part in parts if is_told or _is_noun(part)]
    if not nouns or not all(is_told or _may_be_part(clause, about, part, is_got=is_got) for part in parts):
        return
    for part in parts:
        is_taken = part.key is not None and part.kind is Kind.TECHNOLOGY
        yield edge(about, RelationType.SUPPORTS if is_taken else RelationType.HAS_FEATURE, part, "included")


def _may_be_part(clause: Clause, about: End, part: End, *, is_got: bool) -> bool:
    if part.key is not None:
        return part.kind is not Kind.SERVICE and part.key not in (about.key, clause.owner)
    words = (part.text or "").lower().split()
    behind = words[1:-1] if is_got else words[1:]  # "you get weather maps", but "the crew maps" is a sentence
    acts = any(word.endswith("s") and is_verb(word) for word in behind)
    is_word = len(words) == 1 and not words[0].endswith(("ed", "ly"))  # "tow and tug" beside a noun
    return 0 < len(words) <= MAX_WORDS and (is_word or is_noun(part.text or "")) and not acts


def _is_noun(part: End) -> bool:
    return part.key is not None or is_noun(part.text or "")


INCLUDED = (
    rule(_included, "it this there in incl included built builtin board onboard free box including get does", PLAIN),
)
"""Parts that are told without a verb of having."""

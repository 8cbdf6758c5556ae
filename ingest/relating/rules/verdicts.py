"""A need and the verdict on it: "coal? perfect", "live cattle? forget it", "cold nights => no!", "mail = pain"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from graph.vocabulary import PRODUCTS, Kind, RelationType
from ingest.relating.ends import edge, subject
from ingest.relating.gates import Rule, rule
from ingest.relating.purposes import purposes
from ingest.relating.sentence import Sentence
from ingest.terms import is_verb, names_a_thing, word_list
from ingest.values import Clause, EdgeDraft, End

MAX_WORDS = 6
VERDICT = "verdict on a need"
_ARROWS = ("=>", "->", "→")
_NO = re.compile(r"(?:no|nope|nah)\s*(?:$|[!.,;)])", re.IGNORECASE)
"""Behind an arrow a plain denial, too; behind a question it may only tell that something is missing ("oars? no")."""
_NEED = re.compile(
    r"(?:^|[.;]\s+)(?:(?:need|want|got|for)\s+)?(?P<need>[a-z][^?:;=>.()]{2,70}?)\s*(?P<sign>\?|=>|->|→|=|:)\s*(?P<said>[a-z].*)",
    re.IGNORECASE,
)


@cache
def _said(name: str) -> re.Pattern[str]:
    words = "|".join(re.escape(text) for text in sorted(word_list(name), key=len, reverse=True))
    return re.compile(
        rf"(?:(?:is|just|an?|the|total|really|very|then)\s+)*(?:{words})\s*(?:$|[!.,;)(]|here\b|then\b|with\b)", re.I
    )


def is_refused(text: str, place: int) -> bool:
    """Whether what stands behind a need at a place of the text says that it is not met: "coal? no"."""
    return _REFUSED.match(text, place) is not None


_REFUSED = re.compile(
    r"[`*]*\s*(?:\?|=>|->|→)\s*(?:not?|nope|nah|never|don['’]?t|forget|bad|avoid|wrong|elsewhere|skip)\b", re.IGNORECASE
)


def _verdict(sentence: Sentence) -> Iterator[EdgeDraft]:
    """What a need that a clause opens with is told of the thing above: that it is good for it, or bad."""
    clause = sentence.clause
    is_labelled = clause.label is not None and not clause.text[: clause.body_start].rstrip().endswith("=")
    if clause.lead is not None or (is_labelled and not _is_wrong_for(clause)):
        return
    match = _NEED.match(clause.text, 0 if clause.label is not None else clause.body_start)
    words = match["need"].lower().split() if match else []
    if (
        match is None
        or not 0 < max(map(len, map(str.split, match["need"].split(",")))) <= MAX_WORDS
        or words[0] in word_list("questioning") | word_list("auxiliaries")
    ):
        return
    start, end = match.span("need")
    if any(m.kind in PRODUCTS and start <= m.start < end for m in clause.mentions):
        return  # "Steam? perfect": what it takes, not what it is for
    is_bad = _said("verdicts against").match(match["said"]) is not None
    is_bad = is_bad or (match["sign"] in _ARROWS and _NO.match(match["said"]) is not None)
    is_good = match["sign"] not in ("=", ":") and _said("verdicts for").match(match["said"]) is not None
    if not (is_bad or is_good) or (is_verb(words[0]) and words[0].endswith("s")):
        return
    about = subject(clause.subject, clause)
    if clause.label is not None:
        about = End(key=clause.parent_subject or clause.subject, kind=clause.parent_kind or clause.subject_kind)
    relation = RelationType.NOT_SUITED_TO if is_bad else RelationType.SUITED_TO
    for target in purposes(clause, start, end, relation) if about.kind is not Kind.CONCEPT else ():
        if target.key is None or target.key != about.key:
            yield edge(about, relation, target, VERDICT)


_YES_NO = re.compile(
    r"(?:^|[,;.(:]\s*|\b(?:and|but)\s+)(?P<need>[a-z0-9][\w/ -]{2,40}?)\s*[:=]?\s+"
    r"(?P<said>yes|yep|no|nope)(?=\s*(?:$|[,;.)!]))",
    re.IGNORECASE,
)


def _yes_and_no(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "mail yes, live cattle no": what a thing is good for, beside what it is not."""
    clause = sentence.clause
    found = [*_YES_NO.finditer(clause.text, clause.body_start)]
    said = [match["said"].lower().startswith("y") for match in found]
    if clause.subject_kind not in PRODUCTS or len(set(said)) < 2:
        return
    for match, is_good in zip(found, said, strict=True):
        if not any(m.kind in PRODUCTS and m.start in range(*match.span("need")) for m in clause.mentions):
            relation = RelationType.SUITED_TO if is_good else RelationType.NOT_SUITED_TO
            for target in purposes(clause, *match.span("need"), relation):
                yield edge(subject(clause.subject, clause), relation, target, VERDICT)


def _is_wrong_for(clause: Clause) -> bool:
    """Whether a label is a use, and what stands behind it tells no more than that the thing above is wrong for it:
    "night trips: wrong boat", but not "Sails: avoid", which is said of a part."""
    label = (clause.label or "").lower()
    is_use = label.endswith(("s", "ing", "ions")) and " " in label and names_a_thing(label)
    said = clause.text[clause.body_start :].lower().strip(" .!")
    return is_use and any(said.removeprefix("a ") == verdict for verdict in word_list("wrong for"))


@cache
def _signs() -> frozenset[str]:
    every = word_list("verdicts against") | word_list("verdicts for")
    return frozenset(text.partition(" ")[0].partition("'")[0] for text in every) | {"no", "nope", "nah"}


VERDICTS = (
    Rule(_verdict, frozenset({"?", "=", "=>", "->", ":"}), _signs()),
    rule(_yes_and_no, "yes yep", "no nope"),
)
"""What is said of a need in a word or two."""

"""The things that a clause's wording makes it about, where no verb right behind their names made them its subject.

"Night ferry for lorries, calls at both islands" opens with its subject, "heavy cars? take the barge" answers with it,
and in "when the tide is out, the barge waits" it stands behind the condition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.vocabulary import PRODUCTS, Kind
from ingest.attributing.clauses import opens_as_subject
from ingest.relating.error_names import ERROR
from ingest.terms import is_verb, word_list
from ingest.values import Clause, Mention

_PARTS = frozenset({Kind.SERVICE, Kind.FEATURE})
_BEFORE = re.compile(r"(?:(?:the|an?|each|every|your)\s+)?[`\"']?", re.IGNORECASE)
_BEHIND = re.compile(
    r"[`\"']?(?:\s*\(|\s+(?:for|in|inside|on|only|if|when|with|w/|without|w/o|from|to|by|as|over)\s|\s+([a-z]+)\b)"
)
_JOINS = re.compile(r"[`\"']?(?:\s*\([^()]*\))?\s*(?:,|/|\+|&|\band\b|\bor\b)\s*(?:and\s+|or\s+)?[`\"']?")
_ANSWER = re.compile(
    r"(?:\?|->|=>|→| =)\s*(?:(?:->|=>|→)\s*)?(?:\([^()]*\)\s*)?(?:(?:then|better|just|so)\s+)?"
    r"(?:(?:take|use|try|get|go(?:\s+(?:for|with|to))?|stay\s+(?:with|w/)|pick|choose)\s+)?(?:(?:the|an?)\s+)?[`\"']?"
)
_ANSWERS = ("?", ">", "→", " =")
_ARROW = re.compile(r"[-=]>|→")
_PART = re.compile(r"[,;:.]\s")
_MIN_NEED_WORDS = 3
_NEED_WORDS = {"?": 1, "=": 4}
"""What is shorter before the sign is a name ("session store = Redis"), or what happens ("door open -> alarm")."""
_CONDITION = re.compile(r"(?:if|when|whenever|once|after|before|unless|while)\s[^,;:]*,\s+", re.IGNORECASE)


def opening_names(clause: Clause) -> Iterator[str]:
    """The keys of what a clause opens with, answers with, or comes to behind its condition."""
    if clause.lead is not None or not clause.mentions:
        return
    yield from _first(clause)
    yield from _answer(clause)
    yield from _behind_condition(clause)


def _first(clause: Clause) -> Iterator[str]:
    """The name that a clause opens with; not the first one of a list of names."""
    before = _BEFORE.match(clause.text)
    first = clause.mentions[0]
    if first.start == (before.end() if before else 0) and first.kind in _PARTS and _says_more(clause, first):
        yield first.key


def _says_more(clause: Clause, first: Mention) -> bool:
    """Whether something is said of the first mention, and no other name stands beside it."""
    behind = _BEHIND.match(clause.text, first.end)
    if behind is None or (behind[1] and (not is_verb(behind[1]) or behind[1] in word_list("sayings"))):
        return False
    joined = _JOINS.match(clause.text, first.end)
    return joined is None or len(clause.mentions) == 1 or clause.mentions[1].start != joined.end()


def _answer(clause: Clause) -> Iterator[str]:
    """What stands behind the need that it meets, where the need does not open with a name itself."""
    if clause.mentions[0].start <= 1 or len(_ARROW.findall(clause.text)) > 1:
        return
    for answer in _ANSWER.finditer(clause.text) if any(sign in clause.text for sign in _ANSWERS) else ():
        words = len(_PART.split(clause.text[: answer.start()])[-1].split())
        if words >= _NEED_WORDS.get(answer[0].lstrip()[0], _MIN_NEED_WORDS):
            yield from (m.key for m in clause.mentions if m.start == answer.end() and _is_taken(clause, m))


def _is_taken(clause: Clause, mention: Mention) -> bool:
    """Whether a mention names what one can take, and no error that one gets or part that does something then."""
    if mention.kind in PRODUCTS:
        return True
    is_error = ERROR.fullmatch(clause.text[mention.start : mention.end]) is not None
    acts = opens_as_subject(clause.text, mention.start, len(clause.text), mention, ())
    return mention.kind is Kind.FEATURE and not is_error and not acts


def _behind_condition(clause: Clause) -> Iterator[str]:
    condition = _CONDITION.match(clause.text)
    if condition is None:
        return
    end = len(clause.text)
    yield from (m.key for m in clause.mentions if opens_as_subject(clause.text, condition.end(), end, m, ()))

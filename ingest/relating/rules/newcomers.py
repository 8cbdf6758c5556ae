"""What people are told to move to: "X is closed, Y is what you take now", "Y it is", "Y since May, X is buried"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.vocabulary import Kind, RelationType
from ingest.relating.ends import edge
from ingest.relating.gates import rule
from ingest.relating.outdated import NAME, gone_words, left_behind
from ingest.relating.sentence import Sentence
from ingest.relating.things import thing_between
from ingest.values import EdgeDraft, End

_REPLACES = RelationType.REPLACES
_BEGINS = r"(?:^|[,;.:(]\s*|\s[-–—]\s+|(?:->|=>|→)\s*)(?:(?:so|and|but|now)\s+)?(?:the |an? )?"
_ENDS = r"(?=\s*(?:$|[,;.:()!]|\s[-–—]\s))"
_PEOPLE = r"(?:you|u|us|they|we|people|everybody|everyone|all|folks)"
_MOVING = r"(?:want|use|take|move|go|switch|migrate|recommend|push|need|run|like|prefer|pick)[a-z]*"
_IS_WHAT = re.compile(
    rf"{_BEGINS}(?P<new>{NAME}) (?:is|are) (?:what|the one|where) {_PEOPLE}\s+"
    rf"(?:(?:should|now|all|have to|are supposed to|are meant to|are told to|must)\s+)?{_MOVING}\b",
    re.IGNORECASE,
)
_WANTED_ON = re.compile(
    rf"\b(?:want|wants|push|pushes|pushing|moving|moves|nudge|nudges|steer|steers) {_PEOPLE}(?: all)?"
    rf" (?:on|onto|to|over to|towards?) (?:the )?(?P<new>{NAME})(?: now| these days| nowadays| instead)?{_ENDS}",
    re.IGNORECASE,
)
_IT_IS = re.compile(rf"{_BEGINS}(?P<new>{NAME}) it is(?: now| then)?{_ENDS}", re.IGNORECASE)
_IS_GONE = rf"(?: (?:is|was|are|were|got|has been))?(?: now)? (?:{gone_words()})"
_SINCE = re.compile(
    rf"(?:^|[,;.:(]\s*)(?P<new>{NAME}) (?:is (?:the )?default |default )?(?:since|from|as of) v?\d[\w.]*"
    rf"(?: on(?:wards)?)?[,;]\s+(?:the |old )?(?P<old>{NAME}){_IS_GONE}{_ENDS}",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    rf"(?:^|[,;.:(]\s*)(?P<old>{NAME}) (?:until|till|up to|before) v?\d[\w.]*[,;]\s+"
    rf"(?:then|since then|now|after that|afterwards|from (?:then|there) on)(?: it'?s)? (?:the )?(?P<new>{NAME}){_ENDS}",
    re.IGNORECASE,
)


def _told_to_move(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "the jetty is closed, the pier is what you take", "they want you on the pier", "sails it is"."""
    text = sentence.clause.text
    for shape in (_IS_WHAT, _WANTED_ON, _IT_IS):
        match = shape.search(text)
        old = left_behind(sentence, match.start("new")) if match is not None else None
        new = thing_between(sentence.clause, *match.span("new")) if match is not None else None
        if old is not None and new is not None and _is_named(new) and old != new:
            yield edge(new, _REPLACES, old, "told to move")
            return


def _from_then_on(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "sails since 1.2, oars are gone", "oars until 1.2, then sails"."""
    for shape in (_SINCE, _UNTIL):
        match = shape.search(sentence.clause.text)
        if match is None:
            continue
        new, old = (thing_between(sentence.clause, *match.span(side)) for side in ("new", "old"))
        if new is not None and old is not None and new != old and _is_named(new) and _is_named(old):
            yield edge(new, _REPLACES, old, "from then on")
            return


def _is_named(end: End) -> bool:
    return end.kind is not Kind.CONCEPT if end.key else (end.text or "")[:1].isupper()


NEWCOMERS = (
    rule(_told_to_move, "what one where want wants push pushes pushing moving moves nudge nudges steer steers it"),
    rule(_from_then_on, "since from as until till up before"),
)
"""What people move to when something is gone."""

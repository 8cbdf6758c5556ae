"""What the later sentences of a line are about that have no subject of their own."""

from __future__ import annotations

import re

from graph.vocabulary import Kind
from ingest.terms import is_verb
from ingest.values import Clause

_INSTEAD = re.compile(r"[`*]*\s+instead\b", re.IGNORECASE)
_SECOND = re.compile(r"(?:,|;|\b(?:and|but|while|whereas))\s+(?:the\s+)?[`*]*$", re.IGNORECASE)
"""Before the subject of a sentence's second part."""


def goes_on_with(clause: Clause, subject: str, section: str) -> str:
    """The key of what the sentences behind a clause are about; `subject` is the key of what the clause itself is about.

    That is the subject, but the section for "the tug pulls, the ferry carries cars" below the ferry, and the gig for "a
    gig instead if it is calm".
    """
    for mention in clause.mentions:
        if mention.start == 0 and mention.kind is Kind.SERVICE and _INSTEAD.match(clause.text, mention.end):
            return mention.key
        following = clause.text[mention.end :].split(None, 1)
        does = bool(following) and is_verb(following[0].lower())
        if mention.key == section != subject and does and _SECOND.search(clause.text[: mention.start]):
            return section
    return subject


_PRAISE = re.compile(
    r"(?:(?:really|very|also|not|never|too|only) )?"
    r"(?:good|great|fine|ideal|perfect|nice|bad|useless|overkill|meant|made|best) (?:for|at|when|if)\b",
    re.IGNORECASE,
)


def praised(sentence: str, subject: str, labelled: str | None, kind: Kind) -> str:
    """What a sentence without a subject is about; `subject` is that of the one before it, `labelled` that of the line.

    "**Ferry** - a boat. The bow for cars. Good for tourists" praises the ferry, and not its bow.
    """
    return labelled if labelled is not None and kind is Kind.FEATURE and _PRAISE.match(sentence) else subject

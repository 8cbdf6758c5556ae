"""Lines that suppose, ask or leave open what they say: "what if", "maybe one day", "could it float? nobody tried"."""

from __future__ import annotations

import re

_SUPPOSES = re.compile(r"(?:what if|suppose|imagine|say you|let's say|assume|scenario)\b", re.IGNORECASE)
_ASKS = re.compile(r"\?\s*\)?$")
_ASKED_FIRST = re.compile(
    r"\W*(?:hm+,?\s+|so,?\s+|but\s+)?(?:does|do|is|are|can|could|would|will|should|did|has|have|was)\s+(?:it|we|this"
    r"|they|i|you|u|that|one"
    r"|[A-Z][\w-]*)\b[^?]*\?\s*(?!(?:yes|yep|yeah|sure|ok|it|they|of course|only|with|via"
    r"|but)\b)(?![^?]*\b(?:only|but|just)\b)[^?]{0,40}$",
    re.IGNORECASE,
)
_SOME_DAY = re.compile(
    r"\b(?:could|might|may|would|maybe|perhaps|possibly|should|planned|plan|want to|wanna)\b.*\b(?:one day"
    r"|some ?day|in (?:the )?future|at some point"
    r"|eventually|next (?:year|quarter|week|month|sprint)|who knows|not sure|let'?s see|we'?ll see|undecided"
    r"|not decided|unclear)\b",
    re.IGNORECASE,
)
_LEFT_OPEN = re.compile(
    r"(?:[,;.?(]|\s[-–—])\s*(?:(?:still|yet|all)\s+)?(?:undecided|open|open (?:point|question|issue)"
    r"|not decided(?: yet)?|unclear|nobody (?:tried|knows|checked|asked)(?: (?:it|yet))?"
    r"|who knows|no idea|not sure(?: yet)?|tbd|tbc|to be (?:decided|checked|confirmed|discussed)|look (?:it "
    r"|this )?up|check (?:it|this|that|again|later)?|revise|ask around|\?+)"
    r"[\s.!?)]*$",
    re.IGNORECASE,
)
_TO_DO = re.compile(
    r"\W*(?:todo|(?:still )?to ?do|planned|idea|wish|wishlist|maybe|perhaps|question|open (?:point|question)"
    r"|next (?:week|sprint|step)|later)\s*[:?]\s",
    re.IGNORECASE,
)


_THOUGHT = re.compile(
    r"\b(?:i|we) (?:first |always |once |had )?(?:thought|believed|assumed|expected|guessed)\b"
    r"|\bwould\b[^,;.]*\bif (?:we|i|you) (?:ever|had|were)\b"
    r"|\b(?:we|i) (?:once |have )?(?:tried|tested)\b.*\b(?:did not|didn['’]?t|failed|no luck"
    r"|does not|doesn['’]?t|not work)\b",
    re.IGNORECASE,
)
"""What somebody once held to be so, or what came to nothing."""
_SIGNS = (
    *(
        "decided",
        "open",
        "unclear",
        "nobody",
        "who knows",
        "no idea",
        "not sure",
        "tbd",
        "tbc",
        "to be ",
        "look",
        "check",
    ),
    *(
        "revise",
        "ask around",
        "??",
        "day",
        "future",
        "point",
        "eventually",
        "next ",
        "let's see",
        "lets see",
        "we'll see",
    ),
)
"""One of them stands in every line that is left open, and in few others."""


def is_left_open(text: str) -> bool:
    """Whether a clause supposes or asks something, or leaves open whether it is so."""
    if _SUPPOSES.match(text) or ("?" in text and (_ASKS.search(text) or _ASKED_FIRST.match(text))):
        return True
    if _TO_DO.match(text):
        return True
    if _THOUGHT.search(text):
        return True
    lowered = text.lower()
    if not any(map(lowered.__contains__, _SIGNS)):
        return False
    return _LEFT_OPEN.search(text) is not None or _SOME_DAY.search(text) is not None

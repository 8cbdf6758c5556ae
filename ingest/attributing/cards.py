"""Learning cards: a question that names one thing, and its answer, which is about that thing.

"Q: What is a ketch? A: a boat with two masts", "default length of Ketch? -> 12 m".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from graph.vocabulary import Kind
from ingest.values import Block, Mention

MAX_QUESTION_WORDS = 14
_CARD = re.compile(
    r"[*_]*(?:Q(?:uestion)?\s*[:.)]\s*)?[*_]*\s*(?P<question>[^?\n\t]{4,120}?)[*_]*(?:\?[*_]*|(?=\t)|(?=\s*\n))"
    r"\s*(?:[-*+•]\s+)?[*_]*(?:A(?:nswer)?\s*[:.)]\s*|(?:->|=>|→|-|–|—)\s+)?[*_]*\s*(?=\S)",
    re.IGNORECASE,
)
_WHAT_IS = re.compile(r"(?:what|who)(?:['’]?s|\s+is|\s+are)\s+(?:an?\s+|the\s+)?(?P<what>.+)$", re.IGNORECASE)
_ASKING = re.compile(
    r"(?:what|which|where|who|whose|whom|how|when|why|is|are|does|do|did|can|max|min|maximum|minimum|default|typical|name|list)\b",
    re.IGNORECASE,
)
_THINGS = (Kind.SERVICE, Kind.TECHNOLOGY, Kind.FEATURE)


class Card(NamedTuple):
    """The key of the thing that a question names, the block with that for its label, and where the answer begins."""

    thing: str
    block: Block
    answer_start: int


def card_of(block: Block, mentions: Sequence[Mention]) -> Card | None:
    """The card that a block is, where its question names one thing and no other; None for a need or a choice."""
    text = block.text
    if "?" not in text and (block.label or "").lower() not in ("q", "question") and "\t" not in text:
        return None
    match = _CARD.match(text)
    if match is None or not _ASKING.match(match["question"]) or len(match["question"].split()) > MAX_QUESTION_WORDS:
        return None
    if match.end() >= len(text) or "or" in match["question"].lower().split():
        return None
    asked = [m for m in mentions if match.start("question") <= m.start and m.end <= match.end("question")]
    things = [m for m in asked if m.kind in _THINGS] or asked
    if len({m.key for m in things}) != 1:
        return None
    what = _WHAT_IS.match(match["question"])
    start = match.start("question") + what.start("what") if what is not None else 0
    is_thing = what is not None and _is_all(text, start, match.end("question"), things[0])
    label = what["what"] if what is not None and is_thing else _without(match["question"], text, things[0])
    return Card(things[0].key, replace(block, label=label), match.end())


def _without(question: str, text: str, thing: Mention) -> str:
    """A question without the thing at its end: "default length" of "default length of Ketch"."""
    name = re.escape(text[thing.start : thing.end])
    return re.sub(rf"\s+(?:of|for|in|on)\s+(?:an?\s+|the\s+)?{name}\s*$", "", question) or question


def _is_all(text: str, start: int, end: int, thing: Mention) -> bool:
    """Whether nothing but a thing is asked for: "what is a ketch", but not "what is a ketch good for"."""
    return thing.start - start in (0, 1) and not text[thing.end : end].strip(" `*_\"'”)")

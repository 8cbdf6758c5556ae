"""Lines that ask and answer: the need that a name answers, and the choice that a question offers.

"Q: wide loads? A: barge"; "Q: barge or train for coal? A: barge, it has no timetable".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.vocabulary import PRODUCTS, Kind
from ingest.attributing.clauses import is_need
from ingest.naming.labels import BOLD_ANSWER
from ingest.outlining.lines import split_label
from ingest.values import Block, Choice, Mention

_RELATIVE = re.compile(r"\s(?:where|that|which|who|whose)\s")
_PARTS = re.compile(r"[,;?]|\band\b")
ANSWER = re.compile(r"(?:\n\s*|\?\s+)(?:[-*+•]\s+)?[*_]*(?:A|Answer)\s*:[*_]*\s*")
"""What stands between a question and its answer."""

_ASKED = re.compile(
    r"(?:Q(?:uestion)?\s*:\s*)?(?P<question>[^?]+?)(?:\?|(?=\n\s*A(?:nswer)?\s*:))\s*(?:A(?:nswer)?\s*:\s*)?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\W{0,3}(?:,|,?\s+or|\s*/|\s+vs\.?)\s+\W{0,2}(?:the |an? )?", re.IGNORECASE)
_OR = re.compile(r"\s(?:or|vs\.?)\s", re.IGNORECASE)
_TOLD = re.compile(r"[`*]*\s*(?:$|[.,;:(!–—-]|because\b|as\b|since\b|obviously\b)", re.IGNORECASE)
_NEED = re.compile(r"[`*]*,?\s+(?:for|in case of)\s+(?=\w)", re.IGNORECASE)
MAX_BEFORE = len("the `")


def defined(block: Block, mentions: Sequence[Mention], named: str | None) -> str | None:
    """The key of what a label asks for: "session store = Redis" is about Redis, as is "session store: **Redis**, fast".

    `named` is the key of what the block names. An explanation that is not in bold type is a name and nothing else.
    """
    if named is not None and (bold := BOLD_ANSWER.match(block.text, block.body_start)) is not None:
        return next((m.key for m in mentions if (m.start, m.end) == bold.span(1) and m.key == named), None)
    answer = ANSWER.search(block.text)
    body_start = answer.end() if answer else block.body_start
    for mention in mentions:
        rest = block.text[mention.end :].lstrip(" `")
        is_whole = not rest.strip(" .!") or (answer is not None and rest[0] in ",.;(")
        is_asked = answer is not None and mention.start < body_start
        if mention.start <= body_start + 1 and is_whole and mention.kind in PRODUCTS and not is_asked:
            return mention.key if mention.start >= body_start else None
    return None


def needs(block: Block) -> tuple[str, ...]:
    """The words on the left of "session store = Redis", or each part of the question that a name answers."""
    answer = ANSWER.search(block.text)
    if answer is not None:
        parts = _PARTS.split(block.text[block.body_start : answer.start()])
        return tuple(need for part in parts if is_need(need := _RELATIVE.split(part.strip(), maxsplit=1)[0]))
    sign = split_label(block.text)
    is_told = sign is not None and (sign.sign == "=" or BOLD_ANSWER.match(block.text, block.body_start) is not None)
    return (sign.text,) if sign is not None and is_told else ()


def choice_offered(text: str, mentions: Sequence[Mention]) -> Choice | None:
    """What the question that a text begins with offers, and what its answer takes; None without such a question.

    `mentions` are those of the text, in order. No thing is offered beside a part of its own.
    """
    asked = _ASKED.match(text) if "?" in text or "\nA" in text else None
    if asked is None or _OR.search(asked["question"]) is None:
        return None
    end = asked.end("question")
    offered = _offered(text, [m for m in mentions if m.end <= end])
    keys = dict.fromkeys(m.key for m in offered)
    if len(keys) < 2:
        return None
    answer = next((m for m in mentions if 0 <= m.start - asked.end() <= MAX_BEFORE), None)
    is_taken = answer is not None and answer.key in keys and _TOLD.match(text, answer.end) is not None
    need = _NEED.match(text, offered[-1].end)
    chosen = answer.key if answer is not None and is_taken else None
    return Choice(tuple(keys), chosen, offered[-1].end, need.end() if need else end, end, asked.end())


def _offered(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The things that a question lists as a choice: those of its mentions that "or" and commas join."""
    runs: list[list[Mention]] = [[]]
    for mention in mentions:
        last = runs[-1][-1] if runs[-1] else None
        if last is not None and _BETWEEN.fullmatch(text, last.end, mention.start) is None:
            runs.append([])
        runs[-1].append(mention)
    joined = [run for run in runs if len(run) > 1 and _OR.search(text, run[0].end, run[-1].start)]
    things = joined[-1] if joined else []
    wholes = {key for m in things for key in (m.owner, *m.wholes)}
    return things if all(m.kind is not Kind.CONCEPT and m.key not in wholes for m in things) else []

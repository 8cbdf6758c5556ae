"""Which of several of a sort is the default: the one that a list of that sort marks ("gears: slow (default), fast")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.questions import heads, sentence
from graph.questions.answer import AnswerKind, Draft, Quote, quote
from graph.questions.lists import HeadedList
from graph.questions.names import squeeze
from graph.questions.query import Query
from graph.questions.retrieval import View
from graph.questions.words import plain_words
from graph.vocabulary import PRODUCTS

_SORT = r"((?:[\w/.-]+ ){0,3}?[\w/.-]+)"
_ASKS = (
    re.compile(rf"^(?:which|what) {_SORT} (?:is|are|does|do|will|would|gets?) (?:.*\b)?default\b"),
    re.compile(rf"^(?:(?:what|which) (?:is|are) )?(?:the )?default {_SORT} (?:of|in|for|on|with)\b"),
    re.compile(rf"\bdefault {_SORT}$"),
)
_MARK = re.compile(r"\bdefault\b", re.IGNORECASE)


def sorts_asked(view: View, query: Query) -> tuple[str, ...]:
    """What stands for the words, best first, by which the notes may call the sort of which the default is asked ("which
    gear type is the default"); none where no such thing, or a figure, is asked for."""
    match = next(filter(None, (pattern.search(query.text.lower()) for pattern in _ASKS)), None)
    if match is None or query.dimension is not None:
        return ()
    products = view.entities(s.ids[0] for s in query.known if not s.weak)
    named = {w for e in products if e.kind in PRODUCTS for name in (e.name, *e.aliases) for w in plain_words(name)}
    words = [w for w in plain_words(match[1]) if not heads.is_sort(w) and w not in view.words.stop | named]
    if not words or words[-1] in view.words.measures | view.words.generic | view.words.unnamed:
        return ()
    telling = [word for word in words if word not in view.words.vague | view.words.classes]
    return tuple(map(view.words.concept, (*telling[-1:], words[-1]) if telling else words[-1:]))


def default_of_sort(view: View, query: Query, sorts: tuple[str, ...]) -> Draft | None:
    """The one item of a list that is marked as the default; None where there is no such list, or not just one such."""
    words = [word for word in query.words if word not in view.words.light | view.words.vague | view.words.classes]
    asked = frozenset(c for text in (*words, *(s.text for s in query.known)) for c in view.concepts(text))
    asked -= {view.words.concept(word) for word in ("default", "type", *view.words.classes)}
    listings = list(heads.lists_dealing(view, query)) if sorts else []
    for path, listing in (found for sort in sorts[::-1] for found in listings if sort in view.concepts(found[1].head)):
        if not asked - view.concepts(listing.head) <= heads.around(view, path, listing):
            continue
        marked = list(_marked(view, path, listing))
        if len(marked) == 1:
            return _drafted(view, query, path, replace(listing, items=tuple(marked)))
    return None


def is_of_sort(view: View, draft: Draft, sorts: tuple[str, ...]) -> bool:
    """Whether the first line of an answer has the asked sort, or stands below it, and a default: not that of something
    else."""
    first = draft.evidence[0]
    outline = view.outline(first.document)
    over = " ".join([outline.above(first.line_start).text, *outline.texts[first.line_start - 1 : first.line_end]])
    names = " ".join(entity.name for entity in draft.entities)
    whole = f"{first.text} {over} {names}"
    return not sorts or (_MARK.search(whole) is not None and not view.concepts(whole).isdisjoint(sorts))


def _marked(view: View, path: str, listing: HeadedList) -> Iterator[tuple[int, str]]:
    """The items beside which the list says that they are the default."""
    texts = view.outline(path).texts
    for place, (line, item) in enumerate(listing.items):
        text = texts[line - 1]
        start = text.find(item)
        following = listing.items[place + 1] if place + 1 < len(listing.items) else (0, "")
        end = text.find(following[1], start + len(item)) if following[0] == line else -1
        if start >= 0 and not _MARK.search(item) and _MARK.search(text[start : end if end > 0 else len(text)]):
            yield line, item


def _drafted(view: View, query: Query, path: str, listing: HeadedList) -> Draft | None:
    line, item = listing.items[0]
    things = list(heads.things_of(view, query, path, listing))
    named = [m for m in view.names_in(view.outline(path).texts[line - 1]) if squeeze(m.text) == squeeze(item)]
    things = things or [entity for m in named if (entity := view.best(m.ids)) is not None]
    evidence: list[Quote] = [quote(s) for s in view.store.statements_on(path, line, line)]
    if not evidence:
        return None
    told = f"{things[0].name if things else item}, as the notes say: {sentence.quoted(evidence[0].text)}"
    return Draft(AnswerKind.ENTITIES if things else AnswerKind.STATEMENTS, told, evidence, things)

"""How much a line looks like the one that says what a thing is."""

from __future__ import annotations

import re

from graph.questions.names import squeeze
from graph.questions.retrieval import Line, View
from graph.vocabulary import Facet

_OPENS = 4
_IS = re.compile(
    r"\b(is|are|means|=|stands for|refers to|allows|enables|provides|lets|used to|services?|tool|container|workflow)\b",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(r"^\s*(\([^)]*\)\s*)?(:|-|–|—|=|is\b|are\b|\(|means\b)")
_IS_DONE = re.compile(r"\s*(?:is|are) (?!an?\b|the\b|one\b)\w+(?:ed|en|pt)\b")
_KNOWN_AS = re.compile(r"\b(?:known as|called|termed|named|referred to as) (?:an? |the )?$", re.IGNORECASE)
_POINTS_BACK = re.compile(r"(?:this|that|these|those|it|they|also|which)\b", re.IGNORECASE)
_ASKS = re.compile(r"\W*(?:when|why|how|what|which|where) (?:should|to|do|does|can|is|are|about)\b", re.IGNORECASE)
FIRST_LINES = 2
FIRST_WORTH = 1.2
ASKS_WORTH = 1.5
IS_WORTH = 0.6
KNOWN_AS_WORTH = 2.2


def says_what(behind: str) -> bool:
    """Whether the text behind a name goes on to say what it is."""
    return _AFTER_NAME.match(behind) is not None


def names_it(before: str) -> bool:
    """Whether the text before a name says that something is called so."""
    return _KNOWN_AS.search(before) is not None


def _points_away(view: View, line: Line) -> bool:
    """Whether a line only points back to another one: "this is known as …"."""
    outline = view.outline(line.statement.document)
    return _POINTS_BACK.match(line.text) is not None and not outline.before(line.statement.line_start, line.text)


def _is_first(view: View, entity_id: str, line: Line) -> bool:
    """Whether a line stands right below a title that is just the thing's name."""
    path, at = line.statement.document, line.statement.line_start
    over = view.outline(path).title_of(at, FIRST_LINES)
    return over is not None and entity_id in view.book.ids.get(squeeze(over), ())


def _worth_behind(behind: str) -> float:
    """How much the text behind a name looks like what it is: most behind a sign or "is a", less behind "is kept"."""
    if not _AFTER_NAME.match(behind):
        return 0.5
    if _IS_DONE.match(behind):
        return 1.0
    return 2.0 if _IS.match(behind.lstrip()) else 2.0 + IS_WORTH


def worth(view: View, entity_id: str, line: Line) -> float:
    """How much a line looks like a definition: it opens with the name and goes on with a colon, a dash or "is"."""
    found = 0.0
    opening = next(iter(view.names_in(line.text)), None)
    if opening is not None and opening.start < _OPENS and entity_id in opening.ids:
        found += _worth_behind(line.text[opening.end :])
    elif any(entity_id in m.ids and names_it(line.text[: m.start]) for m in view.names_in(line.text)):
        found += 0.0 if _points_away(view, line) else KNOWN_AS_WORTH
    if line.statement.about == entity_id:
        found += 1.0
        found += FIRST_WORTH if _is_first(view, entity_id, line) else 0.0
    found += IS_WORTH if _IS.search(line.text) else 0.0
    if Facet.PURPOSE in line.statement.facets:
        found += 0.5
    found -= ASKS_WORTH if _ASKS.match(line.text) else 0.0
    words = len(line.text.split())
    return found + line.share * 0.5 - (0.7 if words < 4 else 0.0) - min(words / 200, 0.3)

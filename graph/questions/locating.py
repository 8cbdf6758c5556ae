"""Where a thing is kept: the folder or path that a line about it names ("the key hangs in the left folder")."""

from __future__ import annotations

import re

from graph.questions import finding, sentence
from graph.questions.answer import AnswerKind, Draft, quote
from graph.questions.query import Query
from graph.questions.retrieval import Line, View, retrieve

MAX_LINES = 5
_PLACE = re.compile(
    r"(?:\b(?:in|into|to|under|at|inside|within|from)|→|[-=]>) (?:an? |the |its |your )?"
    r"(`[^`\s]*/[^`\s]*`|(?<![\w/.])(?:~|/[\w.-]+|\.[\w-]+/)[\w/.-]*|"
    r"(?:[\w-]+ ){0,2}(?:root|folder|directory|location)\b)",
    re.IGNORECASE,
)


def located(view: View, query: Query) -> Draft | None:
    """The path or folder in the lines that deal with the question; None where none has one."""
    lines = [(line, place) for line in _about_it(view, query) if (place := _PLACE.search(line.text)) is not None]
    if not lines:
        return None
    best, place = lines[0]
    told = f"{place[1].strip('`')}, as the notes say: {sentence.quoted(best.text)}"
    entities = [e for m in view.names_in(place[1]) if (e := view.best(m.ids)) is not None]
    evidence = list(dict.fromkeys(quote(line.statement) for line, _ in lines[:MAX_LINES]))
    about = [best.about] if best.about else []
    return Draft(AnswerKind.ENTITIES if entities else AnswerKind.STATEMENTS, told, evidence, entities or about)


def _about_it(view: View, query: Query) -> list[Line]:
    """The lines that deal with the question; where it only names a thing, those about just that."""
    if query.words:
        return [line for line in finding.good_lines(view, query) if line.of_subject >= finding.OF_ALL]
    own = {i for s in query.known if not s.weak for i in s.ids}
    return [line for line in retrieve(view, query) if line.of_subject >= 1.0 and line.statement.about in own]

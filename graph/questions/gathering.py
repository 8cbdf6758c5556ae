"""The last resort: lines that hold only a part of what is asked, but clearly more of it than all others.

People ask in other words than their notes'. A thing whose lines hold a good part of the question's rare words is what
they mean where nothing else comes near; where two things do, nothing is said.
"""

from __future__ import annotations

import re

from graph.questions import commanding, finding, line_things, sentence
from graph.questions.answer import AnswerKind, Draft
from graph.questions.nearby import IN_NAME, IN_TEXT, NEARBY
from graph.questions.query import Intent, Query
from graph.questions.retrieval import Line, View, retrieve
from graph.questions.words import plain_words
from graph.values import Entity
from graph.vocabulary import PRODUCTS, RelationType

MAX_LINES = 60
MIN_COVERED = 0.5
MARGIN = 0.15
UNKNOWN_WORTH = 0.5
"""A word that stands nowhere in the notes tells nothing against a line: its writer has another for it."""
ASIDE_WORTH = 0.4
_ASKED_VERB = re.compile(
    r"^(?:who|what|which \w+) "
    r"(?!is|are|was|were|do|does|did|can|could|has|have|had|will|would|should|must|may|might)(\w+)\b"
)
_OF_SORT = re.compile(r"^(?:which|what) (?:(?:type|kind|sort)s? of )?([\w-]+)\b")
_OF_SORTS = frozenset({"language", "languages", "format", "formats", "protocol", "protocols", "engine", "engines"})
_IDLE = (None, RelationType.HAS_FEATURE, RelationType.KIND_OF)
"""Relations of a question ("which part of X …") that its line need not say."""
_NAMING = (Intent.WHAT, Intent.WHERE, Intent.INSTEAD)


def gathered(view: View, query: Query) -> Draft | None:
    """The best lines of the one thing that holds clearly most of what is asked; None where that is too little."""
    telling = _telling(view, query)
    if not telling or _OF_SORTS & set(query.wanted):
        return None
    groups = _groups(view, query)
    ranked = sorted(groups, key=lambda lines: (-_covered(view, query, lines), -lines[0].score))
    if not ranked or not _is_trusted(view, query, ranked, telling):
        return None
    best = ranked[0]
    draft = finding.as_lines(view, best)
    draft.sentence = draft.sentence.replace("the notes say", "the nearest line of the notes says", 1)
    if named := _named(view, query, best[0]):
        draft.kind, draft.entities = AnswerKind.ENTITIES, named
        names = sentence.listed([entity.name for entity in named])
        draft.sentence = f"{names}, as the nearest line of the notes has it: {sentence.quoted(best[0].text)}"
    return draft


def _telling(view: View, query: Query) -> list[str]:
    """The words that a line has to hold some of: no names, none that only say the relation or the sort of answer."""
    strong = any(not s.weak for s in query.known)
    named = {word for s in query.subjects if not (s.weak and strong) for word in plain_words(s.text)}
    little = view.words.light | view.words.generic | set(query.nouns) | view.relation_words(query) | named
    return [word for word in query.words if word not in little and not word.endswith("ly")]


def _groups(view: View, query: Query) -> list[list[Line]]:
    """The lines on the question's subjects by the thing that they are about, best first."""
    has_subject = any(not s.weak for s in query.known)
    found: dict[str, list[Line]] = {}
    for line in retrieve(view, query)[:MAX_LINES]:
        if has_subject and line.of_subject < finding.OF_ALL:
            continue
        if line.contrary or not (line.says or query.relation in _IDLE or query.intent is Intent.COMMAND):
            continue
        if finding.is_open(line.text) or line.text.rstrip().endswith("?"):
            continue
        found.setdefault(line.statement.about, []).append(line)
    typed = commanding.is_command_asked(query)
    for lines in found.values():
        lines.sort(key=lambda line: (typed and not commanding.has_command(view, line), -line.share))
    return [lines for lines in found.values() if not typed or commanding.has_command(view, lines[0])]


def _covered(view: View, query: Query, lines: list[Line]) -> float:
    """The weighed part of the question's words that some of the lines hold."""
    total = met = 0.0
    for word in query.words:
        weight = view.weight(word) * (ASIDE_WORTH if word in query.aside else 1.0)
        weight *= 1.0 if view.book.weights.has_all(view.words, word) else UNKNOWN_WORTH
        total += weight
        met += weight * max(line.held[word] for line in lines)
    return met / total if total else 0.0


def _is_trusted(view: View, query: Query, ranked: list[list[Line]], telling: list[str]) -> bool:
    """Whether the first of the groups holds enough, of the telling words and the asked noun and verb too, and no other
    comes near it, but for those of the same line."""
    best = ranked[0]
    held = {word: max(line.held[word] for line in best) for word in query.words}
    covered = _covered(view, query, best)
    if max(held[word] for word in telling) < IN_NAME:
        return False
    if covered < MIN_COVERED and not _is_all_there_is(view, query, best, telling):
        return False
    if query.nouns and max(held[word] for word in query.nouns) < IN_NAME:
        return False
    if query.relation in (RelationType.SUITED_TO, RelationType.NOT_SUITED_TO):
        purpose = plain_words(query.text.rpartition(" for ")[2])
        if any(held.get(word, 1.0) < NEARBY for word in purpose if word in telling):
            return False
    verb = _ASKED_VERB.match(query.text.lower())
    if verb is not None and held.get(verb[1], 1.0) < NEARBY:
        return False
    places = {(line.statement.document, line.statement.line_start) for line in best}
    rivals = [r for r in ranked[1:] if (r[0].statement.document, r[0].statement.line_start) not in places]
    return all(covered - _covered(view, query, rival) >= MARGIN for rival in rivals)


def _is_all_there_is(view: View, query: Query, lines: list[Line], telling: list[str]) -> bool:
    """Whether the notes have just one line on the one part that is asked about, with one of the telling words."""
    subjects = [s for s in query.known if not s.weak]
    entity = view.entity(subjects[0].ids[0]) if len(subjects) == 1 else None
    if entity is None or entity.kind in PRODUCTS:
        return False
    on_it = [line for line in retrieve(view, query) if line.of_subject >= 1.0]
    places = {(line.statement.document, line.statement.line_start) for line in on_it}
    return len(places) == 1 and on_it[0] in lines and any(on_it[0].held[word] >= IN_TEXT for word in telling)


def _named(view: View, query: Query, line: Line) -> list[Entity]:
    if commanding.is_command_asked(query):
        return commanding.typed_things(view, query, line)
    if query.intent not in _NAMING:
        return []
    if query.intent is Intent.INSTEAD:
        return line_things.preferred(view, query, line)
    sort = _OF_SORT.match(query.text.lower())
    if sort is not None and line.about is not None and view.words.concept(sort[1]) in view.concepts(line.about.name):
        return [line.about]
    return line_things.things(view, query, line)

"""Ask the graph a question in words: read it, answer it by its intent, and say what the notes lack where they do."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from graph.ceilings import MAX_QUESTION_CHARACTERS
from graph.errors import QuestionError
from graph.names import normal_form
from graph.questions import (
    all_limits,
    choosing,
    commanding,
    deciding,
    defaults,
    defining,
    finding,
    gathering,
    heads,
    listing,
    locating,
    long_forms,
    measuring,
    members,
    other_names,
    pairs,
    relating,
    sentence,
    table_cells,
)
from graph.questions.answer import Answer, AnswerKind, Draft, Step, each_once
from graph.questions.names import name_book
from graph.questions.naming import called
from graph.questions.owned import qualified
from graph.questions.query import Intent, Query
from graph.questions.reading import read
from graph.questions.retrieval import View
from graph.questions.suggesting import MAX_SUGGESTIONS, comparison_of, lacking, suggestions
from graph.store import GraphStore
from graph.values import Relation
from graph.vocabulary import RelationType

Answering = Callable[[View, Query], Draft | None]


def _related(view: View, query: Query) -> Draft | None:
    if query.negated and query.relation is not RelationType.NOT_SUITED_TO:
        return listing.listed(view, query)  # what it does do is no answer
    draft = relating.part_that(view, query) or relating.of_own(view, query)
    draft = draft or relating.related(view, query, strictly=True)
    below = listing.listed(view, query)
    if draft is None and below is None:
        draft = relating.related(view, query, strictly=False)
    if draft is not None:
        draft = relating.with_wholes(view, query, draft)
    return _joined(draft, below) if draft is not None and below is not None else draft or below


def _edges(view: View, query: Query) -> Draft | None:
    """What the graph's relations say, those first that are just the asked one."""
    return relating.related(view, query, strictly=True) or relating.related(view, query, strictly=False)


def _asked_relation(view: View, query: Query) -> Draft | None:
    """The relation in "what is the successor of X"; None where the question is after the thing itself."""
    return _edges(view, query) if query.relation in _OF_NOUNS else None


def _suited(view: View, query: Query) -> Draft | None:
    """What a thing is (not) good for: the relations, then the lines that deal with it."""
    draft = _edges(view, query)
    lines = finding.lines_only(view, query)
    if draft is None or lines is None:
        return draft or lines
    first, rest = lines.evidence[:2], lines.evidence[2:]
    draft.evidence = list(dict.fromkeys([*draft.evidence[:3], *first, *draft.evidence[3:], *rest]))
    return draft


def _joined(draft: Draft, below: Draft) -> Draft:
    """One answer from relations and from the lines below a label."""
    new = [entity for entity in below.entities if entity not in draft.entities]
    draft.entities = [*draft.entities, *new]
    draft.evidence = list(dict.fromkeys([*draft.evidence, *below.evidence]))
    if new:
        _, said, where = below.sentence.partition(", as the notes")
        draft.sentence += f" Also {sentence.listed([entity.name for entity in new])}{said}{where}"
    return draft


def _defined_by_words(view: View, query: Query) -> Draft | None:
    """The lines that hold what is asked for besides a thing's name; a thing that is only mentioned is not defined."""
    asks_for_more = defining.ENDS_OPEN.search(query.text) is not None
    whole = bool(query.words) or _EXPLAIN.match(query.text) is not None  # "explain X" wants any line on it
    return finding.lines_only(view, query, whole=True) if whole and not asks_for_more else None


def _open_ended(view: View, query: Query) -> Draft | None:
    """What a question with a noun, or with no relation, leaves open at its end; relations say more than one line."""
    return finding.left_open(view, query) if query.wanted or query.relation is None else None


_EXPLAIN = re.compile(r"(?:explain|describe|tell me about)\b", re.IGNORECASE)
_OF_NOUNS = (RelationType.REPLACES, RelationType.USE_INSTEAD_OF)
_WAYS: dict[Intent, tuple[Answering, ...]] = {
    Intent.STANDS_FOR: (long_forms.stands_for,),
    Intent.OTHER_NAME: (other_names.otherwise_called,),
    Intent.COMPARISON: (pairs.compared,),
    Intent.INSTEAD: (members.instead,),
    Intent.PATH: (pairs.joined, finding.lines_only),
    Intent.BAD_FOR: (_suited,),
    Intent.QUANTITY: (
        table_cells.in_table,
        all_limits.all_limits,
        measuring.measured,
        measuring.counted_in_words,
        measuring.default_in_words,
    ),
    Intent.YES_NO: (deciding.chosen, deciding.decided),
    Intent.KINDS: (heads.under_head, finding.left_open, members.kinds_or_parts, finding.lines_only),
    Intent.HAPPENS: (finding.lines_only,),
    Intent.COMMAND: (commanding.commands,),
    Intent.WHEN: (_suited,),
    Intent.DEFINITION: (
        other_names.meaning,
        table_cells.in_table,
        heads.within_line,
        _asked_relation,
        choosing.meant,
        defining.defined,
        _defined_by_words,
    ),
    Intent.WHERE: (_related, locating.located, finding.found),
    Intent.WHAT: (
        table_cells.in_table,
        heads.of_several,
        _open_ended,
        all_limits.all_limits,
        listing.with_property,
        listing.behind_noun,
        _related,
        listing.led_in,
        finding.left_open,
        finding.found,
    ),
    Intent.SEARCH: (
        table_cells.in_table,
        heads.under_head,
        members.of_group,
        deciding.denied,
        finding.found,
        defining.defined,
    ),
}
"""How each intent is answered: the first way that finds something gives the answer."""


def ask(store: GraphStore, question: str) -> Answer:
    """Answer a question from the graph. Any text is answered, with the kind `unknown` where the notes do not say.

    Raises QuestionError for a question of more than MAX_QUESTION_CHARACTERS characters.
    """
    if len(question) > MAX_QUESTION_CHARACTERS:
        raise QuestionError(
            f"the question has {len(question):,} characters, more than the {MAX_QUESTION_CHARACTERS:,} that are read "
            "(ask it in fewer words)"
        )
    if not question.strip():
        return Answer(question, AnswerKind.UNKNOWN, "There is no question.", None)
    book = name_book(store)
    view = View(store, book, book.lexicon)
    query = qualified(view, read(store, book, question))
    may_answer = not _only_missing(query) and not (query.missing and query.intent in _NEED_ALL)
    draft = _answered(view, query) if may_answer else None
    if draft is None or not draft.evidence:
        return _unknown(view, query)
    return _answer(view, query, draft)


def _answered(view: View, query: Query) -> Draft | None:
    """What the first way of the question's intent finds, of a default only that of the asked sort."""
    sorts = defaults.sorts_asked(view, query)
    draft = defaults.default_of_sort(view, query, sorts) or _by_intent(view, query)
    return draft if draft is None or not draft.evidence or defaults.is_of_sort(view, draft, sorts) else None


def _by_intent(view: View, query: Query) -> Draft | None:
    """What the first way of an intent finds. What somebody needs may be said without any word of need."""
    draft = next(filter(None, (way(view, query) for way in _WAYS[query.intent])), None)
    if draft is None and query.relation is RelationType.REQUIRES and query.intent is Intent.WHAT:
        return _by_intent(view, replace(query, relation=None, direction=None))
    if draft is None and query.aside and query.intent is Intent.INSTEAD:
        return _by_intent(
            view, replace(query, words=tuple(w for w in query.words if w not in query.aside), aside=frozenset())
        )
    return gathering.gathered(view, query) if draft is None and query.intent in _GATHERED else draft


_GATHERED = frozenset(
    {Intent.WHAT, Intent.WHERE, Intent.COMMAND, Intent.HAPPENS, Intent.WHEN, Intent.INSTEAD, Intent.SEARCH}
)
_NEED_ALL = frozenset({Intent.COMPARISON, Intent.PATH})


def _only_missing(query: Query) -> bool:
    """Whether the question is about a name that the notes lack, and about no other."""
    missing = [s for s in query.missing if not s.weak]
    return bool(missing) and not [s for s in query.known if not s.weak]


def _answer(view: View, query: Query, draft: Draft) -> Answer:
    relations = list(dict.fromkeys(draft.relations))
    ids = [entity.id for entity in draft.entities]
    nodes = dict.fromkeys(
        [
            *ids,
            *(s.ids[0] for s in query.known if not s.weak),
            *(end for r in relations for end in (r.source, r.target)),
        ]
    )
    quoted = f" {' '.join(normal_form(quote.text) for quote in draft.evidence)} "
    return Answer(
        question=query.question,
        kind=draft.kind,
        sentence=draft.sentence,
        understood=understood(view, query),
        entities=tuple((e.id, called(view, query, e, quoted)) for e in dict.fromkeys(draft.entities)),
        limits=tuple(draft.limits),
        evidence=each_once(draft.evidence),
        subgraph_entities=tuple(nodes),
        subgraph_relations=tuple(map(_step, relations)),
        suggestions=(*draft.suggestions, *comparison_of(view, query)),
        through=tuple(dict.fromkeys(draft.through)),
    )


def _step(relation: Relation) -> Step:
    return Step(relation.source, relation.relation.value, relation.target, relation.condition)


def _unknown(view: View, query: Query) -> Answer:
    return Answer(
        question=query.question,
        kind=AnswerKind.UNKNOWN,
        sentence=lacking(view, query),
        understood=understood(view, query),
        suggestions=tuple(dict.fromkeys([*comparison_of(view, query), *suggestions(view, query)]))[:MAX_SUGGESTIONS],
    )


def understood(view: View, query: Query) -> dict[str, Any]:
    """How the question was read, in words of the ontology."""
    subjects = [view.name(s.ids[0]) if s.ids else s.name for s in query.subjects if not s.weak]
    subjects = subjects or [view.name(s.ids[0]) if s.ids else s.name for s in query.subjects]
    said: dict[str, Any] = {
        "intent": query.intent.value,
        "relation": query.relation.value if query.relation else None,
        "direction": query.direction.value if query.direction else None,
        "subject": subjects[0] if subjects else None,
    }
    optional = {
        "subjects": subjects if len(subjects) > 1 else None,
        "wanted": " ".join(query.wanted) or None,
        "quantity": query.dimension,
        "bound": query.bound.value if query.bound else None,
        "words": list(query.words) or None,
        "mended": dict(query.mended) or None,
    }
    return said | {name: value for name, value in optional.items() if value}

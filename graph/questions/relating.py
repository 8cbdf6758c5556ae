"""Answers from relations of the graph, and the inference that a reader would do, each step of it named.

Three steps are taken, each only where the notes say nothing outright, or beside what they say: what is said of a kind
holds for its varieties; what is said of a part answers for the whole ("RDS encryption uses KMS", so RDS does); and
relations that say nearly the same are read for one another ("can be triggered by" for "receives from").
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from graph.questions import sentence
from graph.questions.answer import AnswerKind, Draft, quotes_of
from graph.questions.line_things import is_section, is_word, of_asked_kind
from graph.questions.query import Intent, Query, Subject
from graph.questions.retrieval import PARTS, View
from graph.questions.words import plain_words
from graph.text import tokens
from graph.values import Entity, Evidence, Relation
from graph.vocabulary import PRODUCTS, SYMMETRIC, Direction, Kind, RelationType

MAX_ENTITIES = 60
MAX_STRONGEST = 100
"""Of the relations of one type so many are looked at: with their lines, so that a hub's thousands would take long."""
MAX_INFERRED = 100
"""So many relations are looked at for each step that a reader would take on, ..."""
MAX_INFERRED_OF_ALL = 100
"""... and no further step is taken once so many have been."""
MAX_ENDS = 2_000
_ASKED_FIRST = re.compile(r"(?:which|what) ", re.IGNORECASE)
_OF_VALUE = re.compile(
    r"(?:which|what) (?:[\w-]+ ){0,2}?(models?|modes?|class|policy|values?|headers?|codes?) (?:does|do|did|can)\b"
)
_WHICH_KIND = re.compile(r"(?:which|what) (?:kind|type|sort) of ")
_SORT = re.compile(r"(?:which|what) ((?:[\w/.-]+ ){0,2}[\w/.-]+) (?:is|are) ")
_SORTS = frozenset({"type", "kind", "sort"})
_OWN = re.compile(r"\b(?:its|their) $", re.IGNORECASE)
MIN_WORDY = 3
_STATES = ("enabled", "active", "configured", "running", "required", "present")
_ORDINALS = frozenset(
    {"next", "last", "other", "another", "same", "every", "each", "any", "own", "your", "their", "its"}
)
_OF_PARTS = frozenset({RelationType.USES, RelationType.REQUIRES, RelationType.RUNS_ON, RelationType.STORES_IN})
_OTHERWISE_KEPT = (RelationType.SUPPORTS, RelationType.USES, RelationType.RUNS_ON)
_NEAR: dict[RelationType, tuple[RelationType, ...]] = {
    RelationType.STORES_IN: (RelationType.SENDS_TO,),
    RelationType.SENDS_TO: (RelationType.STORES_IN,),
    RelationType.REPLACES: (RelationType.USE_INSTEAD_OF,),
    RelationType.USE_INSTEAD_OF: (RelationType.REPLACES,),
    RelationType.USES: (RelationType.INTEGRATES_WITH, RelationType.SUPPORTS),
    RelationType.SUPPORTS: (RelationType.USES, RelationType.RUNS_ON),
    RelationType.RUNS_ON: (RelationType.INTEGRATES_WITH, RelationType.SUPPORTS),
    RelationType.HAS_FEATURE: (RelationType.KIND_OF,),
}
"""Relations that the notes may have chosen to say the same."""


def related(view: View, query: Query, *, strictly: bool) -> Draft | None:
    """What stands in the asked relation to the subject (strictly), or in one that says nearly the same, also by way of
    its kinds and parts; None where the graph has no such edge, or the question says more than its edges do."""
    if query.relation is None or query.direction is None or not query.known:
        return None
    subject = query.strong[0] if len(query.strong) == 1 else _of_relation(view, query)
    if subject is None:
        return None
    further = (
        (RelationType.SUPPORTS,) if query.relation is RelationType.SENDS_TO and query.intent is Intent.WHAT else ()
    )
    for types in ((query.relation,),) if strictly else (_NEAR.get(query.relation, ()), further):
        edges = _fitting(view, query, _edges(view, subject.ids[:1], types, query.direction))
        if strictly and query.relation is RelationType.INTEGRATES_WITH:
            edges = list(dict.fromkeys([*edges, *_fitting(view, query, _saying(view, query, subject))]))
        if (
            strictly
            and query.relation is RelationType.SENDS_TO
            and further
            and not _reaches_a_name(view, edges, subject)
        ):
            edges = list(
                dict.fromkeys([*edges, *_fitting(view, query, _edges(view, subject.ids[:1], further, query.direction))])
            )
        if edges and (draft := _draft(view, query, subject, edges, [])) is not None:
            return draft
    return _inferred(view, query, subject) if not strictly else None


def part_that(view: View, query: Query) -> Draft | None:
    """ "which gate of the port takes lorries": the parts of the first subject, by the second."""
    if query.relation is not RelationType.SUPPORTS or not query.wanted or len(query.strong) != 2:
        return None
    whole, other = query.strong
    owned = view.store.edges(whole.ids[:1], types=PARTS, direction=Direction.OUT, each=MAX_ENDS)
    parts = {edge.target for edge in owned}
    types = (RelationType.SUPPORTS, RelationType.SUITED_TO)
    edges = [edge for edge in _edges(view, other.ids[:1], types, Direction.IN) if edge.source in parts]
    return _draft(view, replace(query, direction=Direction.IN), other, edges, []) if edges else None


def of_own(view: View, query: Query) -> Draft | None:
    """ "Where does the shop keep its bolts": the relation of the bolts, by lines under the shop or with its name."""
    owner = next((s for s in query.known if not s.weak), None)
    if query.relation is None or owner is None:
        return None
    behind = (s for s in query.known if s.weak and (s.start > owner.end or _OWN.search(query.text[: s.start])))
    own = next(behind, None)
    if own is None:
        return None
    name = view.concepts(owner.name)
    edges = [
        edge
        for edge in _edges(view, own.ids, (query.relation,), query.direction)
        if any(name <= view.concepts(f"{e.text} {_over(view, e)}") for e in edge.evidence)
    ]
    return _draft(view, query, own, edges, []) if edges else None


def _over(view: View, found: Evidence) -> str:
    return view.outline(found.document).above(found.line_start).text


def _reaches_a_name(view: View, edges: list[Relation], subject: Subject) -> bool:
    """Whether a relation leads to a product or a technology, not only to "subscribers"."""
    ends = view.entities(other_end(edge, subject.ids) for edge in edges)
    return any(end.kind in PRODUCTS for end in ends)


def _saying(view: View, query: Query, subject: Subject) -> list[Relation]:
    """Edges of other relations whose own lines say the asked one in words: "integrates with …" kept as support."""
    edges = view.relations(subject.ids[:1], _OTHERWISE_KEPT, Direction.OUT, strongest=True)
    return [
        edge
        for edge in edges
        if any(h.phrase.relation is query.relation for e in edge.evidence for h in view.lexicon.find(tokens(e.text)))
    ]


def _of_relation(view: View, query: Query) -> Subject | None:
    """Of several subjects the one that has such a relation, with the others in its lines."""
    assert query.relation is not None
    for subject in _asked_about(query):
        if _fitting(view, query, _edges(view, subject.ids[:1], (query.relation,), query.direction)):
            return subject
    return None


def _asked_about(query: Query) -> tuple[Subject, ...]:
    """The subjects but one that only tells what is asked for ("which load balancer uses X")."""
    found = query.strong
    return tuple(s for s in found if not _ASKED_FIRST.fullmatch(query.text[: s.start])) or found


def _edges(
    view: View,
    ids: Iterable[str],
    types: tuple[RelationType, ...],
    direction: Direction | None,
    limit: int = MAX_STRONGEST,
) -> list[Relation]:
    if not types:
        return []
    wanted = list(ids)
    edges = list(view.relations(wanted, types, direction, limit, strongest=True))
    if mirrored := [t for t in types if t in SYMMETRIC]:
        edges = list(dict.fromkeys([*edges, *view.relations(wanted, mirrored, None, limit, strongest=True)]))
    return edges


def _fitting(view: View, query: Query, edges: list[Relation]) -> list[Relation]:
    """The edges whose lines hold the question's further words, where there are such words; those whose other end is a
    thing of the wanted sort, where some are."""
    rest = [word for word in further_words(view, query) if word not in view.words.light]
    subjects = query.strong_ids
    others = _asked_about(query) if len(query.strong) > 1 else []
    if len(edges) > 1:
        edges = [edge for edge in edges if not {edge.source, edge.target} <= subjects]
    sort, verbs = _sort_of_value(view, query), view.relation_words(query)
    nouns = tuple(noun for noun in query.nouns if noun not in verbs)  # "what triggers X" asks for no triggers
    if query.relation is RelationType.USES:  # "which sealing wax does X use": one for sealing need be no wax
        nouns = nouns[-1:]
    if not rest and not others and not nouns and not sort:
        return edges
    fitting = []
    ends = view.entities(end for edge in edges for end in (edge.source, edge.target))
    names = {end.id: " ".join((end.name, *end.aliases)) for end in ends}
    for edge in edges:
        said = (evidence.text for evidence in edge.evidence)
        text = " ".join([*said, names.get(edge.source, ""), names.get(edge.target, ""), edge.condition or ""])
        have = view.concepts(text)
        if nouns and not any(view.words.concept(w) in have for w in nouns):
            continue
        if sort and sort not in have:
            continue
        if any(word.isdigit() and word not in have for word in rest):
            continue
        if rest and sum(view.words.concept(w) in have for w in rest) < 0.6 * len(rest):
            continue
        if not all(_is_told_with(view, edge, text, s) for s in others if s.ids[0] not in (edge.source, edge.target)):
            continue
        fitting.append(edge)
    return fitting


def _is_told_with(view: View, edge: Relation, text: str, subject: Subject) -> bool:
    """Whether what is said of an edge (`text`), or stands over one of its lines, names a further subject."""
    names = {subject.text.lower(), subject.name.lower()}
    if any(name in text.lower() for name in names):
        return True
    return any(name in _over(view, found).lower() for found in edge.evidence for name in names)


def _sort_of_value(view: View, query: Query) -> str | None:
    """What stands for the noun behind "which" that no kind of thing in the graph answers to ("which model does X use")
    but only a line that has it; None of other questions."""
    noun = _OF_VALUE.match(query.text.lower()) if query.relation is RelationType.USES else None
    return view.words.concept(noun[1]) if noun is not None and noun[1] in query.wanted else None


def further_words(view: View, query: Query) -> list[str]:
    """The words of a question that neither say its relation nor belong to the noun for its answer."""
    left = [w for w in query.words if w not in query.nouns]
    left = [w for w in left if w not in view.words.generic] or left  # "its data" of "use to encrypt its data"
    return [w for w in left if not (_says_relation(view, query, w) or _is_of_wanted(query, w) or _is_moved(query, w))]


def _is_moved(query: Query, word: str) -> bool:
    """Whether a word stands between a verb and the particle that closes the question: "send messages to"."""
    moves = query.relation in (RelationType.SENDS_TO, RelationType.READS_FROM, RelationType.STORES_IN)
    return moves and re.search(rf"\b{re.escape(word)} (?:to|into|from|in|on)\W*$", query.text.lower()) is not None


def _is_of_wanted(query: Query, word: str) -> bool:
    """Whether a word only goes before the noun for the sort of answer: "programming" of "programming languages"."""
    return any(re.search(rf"\b{re.escape(word)} {re.escape(noun)}\b", query.text.lower()) for noun in query.wanted)


def _says_relation(view: View, query: Query, word: str) -> bool:
    """Whether a word is only there to say the relation."""
    if word in view.words.places:
        return word == [w for w in plain_words(query.text) if w in view.words.places][-1]
    return word in view.relation_words(query)


def other_end(edge: Relation, ids: Iterable[str]) -> str:
    """The end of an edge that is not among the ids."""
    return edge.target if edge.source in set(ids) else edge.source


def _draft(view: View, query: Query, subject: Subject, edges: list[Relation], through: list[str]) -> Draft | None:
    assert query.relation is not None
    assert query.direction is not None
    are_all = len(edges) < MAX_STRONGEST
    edges = sorted(edges, key=lambda e: (-len(e.evidence), e.source, e.target))[: MAX_ENTITIES * 2]
    ends = view.entities(other_end(edge, subject.ids) for edge in edges)
    ends = [e for e in ends if e.kind is not Kind.LIMIT and not _is_noise(view, e)]
    ends = _of_wanted_kind(query, [e for e in ends if not is_section(view, e)])
    ends = _of_wanted_name(view, query, ends)
    ends = of_asked_kind(view, query, ends, strictly=True)  # "which gate takes lorries": not whatever takes them
    if not ends:
        return None
    kept = {entity.id for entity in ends}
    edges = [edge for edge in edges if other_end(edge, subject.ids) in kept]
    ends = list(dict.fromkeys(_plainest(view, subject, end) for end in ends))
    told = sentence.related(view.name(subject.ids[0]), edges[0].relation, query.direction, [e.name for e in ends])
    if not are_all:
        told += f" Only the {MAX_STRONGEST} with most lines were looked at."
    if through:
        told += f" (through: {'; '.join(through)})"
    return Draft(AnswerKind.ENTITIES, told, quotes_of(edges), ends, relations=edges, through=through)


def _of_wanted_name(view: View, query: Query, ends: list[Entity]) -> list[Entity]:
    """Those that have the asked noun in their name, where some do and one is asked for ("which kind of queue is", or
    "which queue type is good for")."""
    sort = _SORT.match(query.text.lower())
    if query.relation is not RelationType.SUITED_TO and not _WHICH_KIND.match(query.text.lower()):
        return ends
    nouns = view.concepts(" ".join([*query.wanted[-1:], sort[1] if sort else ""])) - _SORTS
    return [end for end in ends if not nouns.isdisjoint(view.concepts(end.name))] or ends


def _plainest(view: View, subject: Subject, end: Entity) -> Entity:
    """The known part that an end names together with its state ("automatic backup enabled" for the automated backup);
    the end itself where there is none."""
    said = view.concepts(end.name)
    states = frozenset(map(view.words.concept, _STATES))
    if end.kind in PRODUCTS or len(said) < MIN_WORDY or said.isdisjoint(states):
        return end
    around = [*view.owners(subject.ids[:1])[subject.ids[0]], *subject.ids[:1]]
    parts = [e for e in view.entities(i for owner in around for i in view.family(owner)) if e.kind is Kind.FEATURE]
    fitting = [e for e in parts if view.concepts(e.name) == said - states]
    return fitting[0] if len(fitting) == 1 else end


def _is_noise(view: View, entity: Entity) -> bool:
    first, _, rest = entity.name.lower().partition(" ")
    return entity.name in view.words.stop or len(entity.name) > 80 or bool(rest and first in _ORDINALS)


def _of_wanted_kind(query: Query, entities: list[Entity]) -> list[Entity]:
    wanted = set(query.wanted)
    if wanted & {"service", "services", "product", "products"}:
        return [e for e in entities if e.kind is Kind.SERVICE]
    if wanted & {"language", "languages", "format", "formats", "protocol", "protocols"}:
        return [e for e in entities if e.kind is Kind.TECHNOLOGY]
    if wanted & {"engine", "engines"}:
        return [e for e in entities if e.kind in PRODUCTS] or entities
    return entities


def _inferred(view: View, query: Query, subject: Subject) -> Draft | None:
    """What holds for the kinds that the subject is a variety of, or for its parts; the chain of lines comes with it."""
    assert query.relation is not None
    assert query.direction is not None
    steps = _steps(view, query, subject)
    known = view.store.edges(
        [other_end(step, subject.ids[:1]) for step in steps], types=[query.relation], direction=query.direction, each=1
    )
    related, left = {end for edge in known for end in (edge.source, edge.target)}, MAX_INFERRED_OF_ALL
    for step in steps:
        end = other_end(step, subject.ids[:1])
        if left <= 0 or (end not in related and query.relation not in SYMMETRIC):
            continue
        found = _edges(view, [end], (query.relation,), query.direction, MAX_INFERRED)
        left -= len(found)
        edges = _fitting(view, query, found)
        if not edges:
            continue
        reading = "is a kind of" if step.relation is RelationType.KIND_OF else "has the part"
        words = f"{view.name(step.source)} {reading} {view.name(step.target)}"
        draft = _draft(
            view, query, Subject(subject.text, view.name(end), (end,), subject.start, subject.end), edges, [words]
        )
        if draft is not None:
            draft.evidence = list(dict.fromkeys([*draft.evidence, *quotes_of([step])]))
            draft.relations = [*draft.relations, step]
            return draft
    return None


def _steps(view: View, query: Query, subject: Subject) -> tuple[Relation, ...]:
    """From the subject to what it is a variety of, to its parts, and to the whole whose name is a word of its own."""
    ids = subject.ids[:1]
    steps = view.relations(ids, [RelationType.KIND_OF], Direction.OUT, MAX_ENTITIES)
    if query.relation in _OF_PARTS and query.direction is Direction.OUT:
        steps += view.relations(ids, [RelationType.HAS_FEATURE], Direction.OUT, MAX_ENTITIES)
    said = view.concepts(subject.text)
    if own := {i for i in view.entity_words(ids[0]) if view.concepts(view.name(i)) <= said}:
        wholes = (whole for one in sorted(own) for whole in view.relations_between(one, ids[0]))
        steps += tuple(w for w in wholes if w.relation is RelationType.HAS_FEATURE and w.source in own)
    return steps[:MAX_ENTITIES]


def with_wholes(view: View, query: Query, draft: Draft) -> Draft:
    """Beside parts in the relation, the things whose parts they are: "RDS encryption uses KMS", so RDS does."""
    if query.relation is not RelationType.USES or query.intent is not Intent.WHAT:
        return draft
    parts = [e for e in draft.entities if e.kind is Kind.FEATURE]
    ids = [part.id for part in parts]
    edges = view.relations(ids, [RelationType.HAS_FEATURE], Direction.IN, MAX_INFERRED) if ids else ()
    have = {e.id for e in draft.entities} | query.strong_ids
    new = [edge for edge in edges if edge.source not in have]
    view.entities(end for edge in new for end in (edge.source, edge.target))  # all at once
    for edge in new:
        draft.through.append(f"{view.name(edge.target)} is a feature of {view.name(edge.source)}")
        draft.relations.append(edge)
    draft.entities += [e for e in view.entities(edge.source for edge in new) if not is_word(view, e, query)]
    draft.evidence = list(dict.fromkeys([*draft.evidence, *quotes_of(new)]))
    if new:
        draft.sentence += f" (through: {'; '.join(draft.through)})"
    return draft

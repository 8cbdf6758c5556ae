"""Kinds and parts of a thing, and what to take instead of one."""

from __future__ import annotations

import re

from graph.questions import finding, line_things, sentence
from graph.questions.answer import AnswerKind, Draft, quote, quotes_of
from graph.questions.names import squeeze
from graph.questions.query import Intent, Query
from graph.questions.relating import other_end
from graph.questions.retrieval import Line, View, retrieve
from graph.questions.words import plain_words
from graph.values import Entity, Relation
from graph.vocabulary import Direction, Kind, RelationType

MAX_MEMBERS = 60
MAX_READ = 200
"""So many kinds or parts are read with their lines, those with most."""
MIN_MEMBERS = 2
_KINDS = re.compile(
    r"\b(types?|kinds?|sorts?|variants?|flavou?rs?|varieties|forms?|modes?|classes|class|options|policies|strategies|tiers)\b"
)
_SPURNED = re.compile(r"\b(?:instead of|rather than|in place of) ([^,.;:]+)", re.IGNORECASE)
_RATHER_THAN = re.compile(r"\b(?:instead of|rather than|in place of|over) (?:an? |the )?$", re.IGNORECASE)
_WHEN = re.compile(r"when\b", re.IGNORECASE)
_CLEARLY = re.compile(r"\b(instead|alternatives?|rather than|in place of|replace\w*|switch(ed)? to)\b", re.IGNORECASE)
_INSTEAD = re.compile(
    r"\b(instead|rather|replace\w*|alternatives?|more \w+ than|in (its|their) place|switch(ed)? to|better|prefer\w*|"
    r"recommended|avoid|"
    r"(not|n[o']?t) (good|suited|suitable|ideal|meant|made) for\b.{1,40}\b(use|take))\b",
    re.IGNORECASE,
)


def kinds_or_parts(view: View, query: Query) -> Draft | None:
    """The varieties of the subject, or its parts; those that one line lists under the asked word come first."""
    if not query.known:
        return None
    group = of_group(view, query)
    if group is not None:
        return group
    listing = _listed(view, query)
    if listing is not None:
        return listing
    subject = query.strong[0]
    ids = subject.ids[:1]
    kinds = list(_kinds(view, ids))
    parts = list(_parts(view, ids))
    asks_kinds = bool(_KINDS.search(query.text.lower()))
    if asks_kinds:
        edges = _like_whole(view, ids[0], kinds or _of_noun(view, query, parts))
    else:
        edges = _holding(view, query, parts or kinds)
    edges = [e for e in edges if _is_member(view, e, ids)][:MAX_MEMBERS]
    if not edges:
        return None
    members = view.entities(other_end(edge, ids) for edge in edges)
    verb = "has the kinds" if asks_kinds else "has"
    told = f"{view.name(ids[0])} {verb} {sentence.listed([m.name for m in members])}."
    return Draft(AnswerKind.ENTITIES, told, quotes_of(edges), members, relations=edges)


def of_group(view: View, query: Query) -> Draft | None:
    """The members of the very group that is asked for ("exchange types", "the routing policies of X"): what the notes
    keep below a thing of that name, where the question has nothing else than those that it belongs to."""
    if query.intent is Intent.SEARCH and query.words:
        return None
    named = query.known
    for subject in named:
        group = next((i for i in subject.ids if _is_group(view, subject.text, i)), None)
        others = [s for s in named if s is not subject]
        if group is None or not others or not _belongs(view, group, [s.ids for s in others if not s.weak]):
            continue
        parts = (*_kinds(view, (group,)), *_parts(view, (group,)))
        edges = [edge for edge in parts if _is_member(view, edge, (group,))][:MAX_MEMBERS]
        members = list(dict.fromkeys(view.entities(other_end(edge, (group,)) for edge in edges)))
        if len(members) >= MIN_MEMBERS:
            told = f"{view.name(group)}: {sentence.listed([m.name for m in members])}."
            return Draft(AnswerKind.ENTITIES, told, quotes_of(edges), members, relations=edges)
    return None


def _kinds(view: View, ids: tuple[str, ...]) -> tuple[Relation, ...]:
    return _read(view, ids, RelationType.KIND_OF, Direction.IN)


def _parts(view: View, ids: tuple[str, ...]) -> tuple[Relation, ...]:
    return _read(view, ids, RelationType.HAS_FEATURE, Direction.OUT)


def _read(view: View, ids: tuple[str, ...], of_type: RelationType, direction: Direction) -> tuple[Relation, ...]:
    found = view.relations(ids, [of_type], direction, MAX_READ, strongest=True)
    view.entities(other_end(edge, ids) for edge in found)  # all at once
    return found


def _is_group(view: View, text: str, entity_id: str) -> bool:
    """Whether a thing is named as several of a sort."""
    entity = view.entity(entity_id)
    return entity is not None and text.lower().endswith("s") and bool(_KINDS.search(text.lower()))


def _belongs(view: View, group: str, others: list[tuple[str, ...]]) -> bool:
    """Whether a group is a part of each other thing asked about, or its members are."""
    above = set(view.owners([group])[group])
    above |= {o for owners in view.owners(above).values() for o in owners}
    members = [edge.target for edge in _parts(view, (group,))]
    above |= {o for owners in view.owners(members).values() for o in owners}
    return all(not above.isdisjoint(ids) for ids in others)


def _like_whole(view: View, whole: str, edges: list[Relation]) -> list[Relation]:
    """The parts or kinds that are called as the whole is ("File Gateway" of a "Storage Gateway"), all where hardly one
    is."""
    noun = view.name(whole).rpartition(" ")[2].lower()
    alike = [edge for edge in edges if view.name(other_end(edge, [whole])).lower().endswith(f" {noun}")]
    return alike if len(alike) >= MIN_MEMBERS else edges


def _nouns(view: View, query: Query) -> list[str]:
    return [w for w in (*query.wanted, *query.words) if w not in view.words.stop]


def _of_noun(view: View, query: Query, parts: list[Relation]) -> list[Relation]:
    """The parts whose names or lines hold the asked noun ("storage class"), all where none does."""
    nouns = {view.words.concept(w) for w in _nouns(view, query)}
    by_name = [p for p in parts if nouns & view.concepts(view.name(p.target))]
    if len(by_name) >= MIN_MEMBERS:
        return by_name
    fitting = [
        p for p in parts if nouns & view.concepts(view.name(p.target) + " " + " ".join(e.text for e in p.evidence))
    ]
    return fitting if nouns else parts


def _holding(view: View, query: Query, edges: list[Relation]) -> list[Relation]:
    """The edges whose lines hold what the question says besides: the parts of a thing are none of something in it."""
    said = view.words.wanted | view.relation_words(query)
    asked = {view.words.concept(word) for word in query.words if word not in said}
    return [
        edge
        for edge in edges
        if not asked or not asked.isdisjoint(view.concepts(" ".join(e.text for e in edge.evidence)))
    ]


def _is_member(view: View, edge: Relation, ids: tuple[str, ...]) -> bool:
    entity = view.entity(other_end(edge, ids))
    return entity is not None and entity.kind is not Kind.LIMIT and len(entity.name) <= 60


def _listed(view: View, query: Query) -> Draft | None:
    """The members that one line lists behind the asked word: "pool modes: session (default), transaction"."""
    nouns = {
        view.words.concept(w)
        for w in plain_words(query.text)
        if _KINDS.fullmatch(w) or w in view.words.wanted or w in query.words
    }
    nouns -= {view.words.concept(w) for w in ("kind", "type", "sort", "feature", "part")}
    if not nouns:
        return None
    sort = {view.words.concept(w) for w in plain_words(query.text) if _KINDS.fullmatch(w)} & nouns
    for line in finding.good_lines(view, query):
        head, colon, rest = line.text.partition(":")
        if not colon or len(head.split()) > 5 or not (sort or nouns) & view.concepts(head):
            continue
        named = [view.best(m.ids) for m in view.names_in(rest)]
        members = [e for e in dict.fromkeys(named) if e is not None and e.id not in query.strong_ids]
        if len(members) >= 2:
            told = f"{sentence.listed([m.name for m in members])}, as the notes say: {sentence.quoted(line.text)}"
            return Draft(AnswerKind.ENTITIES, told, [quote(line.statement)], members)
    return None


def instead(view: View, query: Query) -> Draft | None:
    """What the notes prefer to the subject, by an edge that says so, else by a line that names another with it."""
    ids = [s.ids[0] for s in query.strong]
    edges = _preferring(view, query, ids)
    if edges:
        entities = view.entities(edge.source for edge in edges)
        told = f"{sentence.listed([e.name for e in entities])} instead of {view.name(edges[0].target)}."
        return Draft(AnswerKind.ENTITIES, told, quotes_of(edges), entities, relations=edges)
    if _WHEN.match(query.text) and len(query.known) > 1:
        return _set_apart(view, query)
    least = 0.5 if _words_beside(query) else 0.0
    lines = [
        line
        for line in retrieve(view, query)
        if _INSTEAD.search(line.text) and (line.of_subject >= 0.5 or line.share >= 0.6) and line.share >= least
    ]
    lines.sort(
        key=lambda line: (
            -line.score
            - (0.15 if _CLEARLY.search(line.text) else 0.0)
            - (0.3 if line.of_subject >= finding.OF_ALL else 0.0)
        )
    )
    for line in lines[:5]:
        entities = _preferred(view, query, line)
        if entities:
            told = f"{sentence.listed([e.name for e in entities])}, as the notes say: {sentence.quoted(line.text)}"
            ordered = [line, *(other for other in lines if other is not line)]
            return Draft(AnswerKind.ENTITIES, told, [quote(other.statement) for other in ordered[:5]], entities)
        if _TAKES.search(line.text) and _spurned(view, query, line):
            return finding.as_lines(view, [line])
    kept = [line for line in lines if _spurned(view, query, line) is not False]
    return finding.as_lines(view, kept) if kept else None


def _set_apart(view: View, query: Query) -> Draft | None:
    """When to take one thing instead of another: the lines that name both, else what the notes say of the one."""
    groups = [set(s.ids) for s in query.known[:2]]
    lines = [line for line in retrieve(view, query) if not finding.is_open(line.text)]
    named = {line.statement.id: {i for m in view.names_in(line.text) for i in m.ids} for line in lines}
    both = [line for line in lines if all(not group.isdisjoint(named[line.statement.id]) for group in groups)]
    if both:
        return finding.as_lines(view, both)
    own = [line for line in lines if line.statement.about in groups[0] and finding.worth_of_use(line)]
    own.sort(key=lambda line: -finding.worth_of_use(line))
    return finding.as_lines(view, own) if own else None


def _preferring(view: View, query: Query, ids: list[str]) -> list[Relation]:
    """The edges that prefer something to the one subject, or one of two to the other; their lines hold all that is
    asked besides. What stands behind "instead of" is the one, and a thing beside it ("KEYS in Redis") only its whole.
    """
    spurned = [s.ids[0] for s in query.strong if _RATHER_THAN.search(query.text[: s.start])]
    if len(spurned) == 1 and not _WHEN.match(query.text):
        ids = spurned
    if not 0 < len(ids) <= 2:
        return []
    edges = list(view.relations(ids, [RelationType.USE_INSTEAD_OF, RelationType.REPLACES], Direction.IN))
    if len(ids) == 2:
        edges = [edge for edge in edges if {edge.source, edge.target} == set(ids)]
    asked = {view.words.concept(word) for word in _words_beside(query)}
    return [edge for edge in edges if any(asked <= view.concepts(found.text) for found in quotes_of([edge]))]


def _words_beside(query: Query) -> list[str]:
    named = {word for subject in query.known for word in plain_words(subject.text)}
    own = [w for w in query.words if w not in named and w not in query.nouns]
    return [w for w in own if w not in ("instead", "place", "replace", "run", "better")]


def _spurned(view: View, query: Query, line: Line) -> bool | None:
    """Whether what a line would not have is what the question has; None where it names nothing of the kind."""
    spurned = _SPURNED.search(line.text)
    if spurned is None:
        return None
    asked = {concept for s in query.subjects for concept in view.concepts(s.text)}
    return not view.concepts(spurned[1]).isdisjoint(asked | set(map(view.words.concept, query.words)))


_CODE_BEFORE = re.compile(r"\W*`([^`]+)` (?:instead of|rather than|in place of)\b", re.IGNORECASE)
_TAKES = re.compile(r"\b(?:use|take|choose|pick) [`*]*[\w./+-]+[`*]* (?:instead of|rather than|over)\b", re.IGNORECASE)


def _preferred(view: View, query: Query, line: Line) -> list[Entity]:
    """What a line would rather have than the subject; nothing where it spurns something else."""
    of_asked = _spurned(view, query, line)
    if of_asked is False:
        return []
    if found := line_things.preferred(view, query, line):
        return found
    if (coded := _CODE_BEFORE.match(line.text)) is not None:  # a name, whatever word it is
        return [e for e in view.entities(view.book.ids.get(squeeze(coded[1]), ())[:1]) if e.id not in query.strong_ids]
    own = line_things.above(view, query, line.about)
    own = None if own is None or own.id in query.strong_ids else own
    if _TAKES.search(line.text):
        return []  # it prefers what is no thing of the graph, not what the line is about
    if of_asked and own is not None:
        return [own]
    return line_things.others(view, query, line) or ([own] if own is not None else [])

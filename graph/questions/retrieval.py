"""The lines of the notes that deal with a question, best first.

Full text finds lines that hold its words; the lines about its subjects (and their parts) come to them. Each is then
weighed by how many of the question's words it holds itself, by its subject, or by lines close by of the same subject.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from graph.lexicon import Hit, Lexicon
from graph.names import is_ordinary
from graph.questions.context import MAX_DOCUMENT_LINES, Above, Outline, outline
from graph.questions.names import Mention, NameBook, squeeze
from graph.questions.query import Intent, Query
from graph.questions.saying import relation_words
from graph.questions.weighing import weigh
from graph.questions.words import QuestionWords, plain_words, question_words
from graph.store import GraphStore
from graph.text import tokens
from graph.values import Entity, Relation, Statement
from graph.vocabulary import Direction, Kind, RelationType

MAX_FOUND = 120
MAX_OUTLINES = 256
MAX_TEXTS = 20_000
MAX_SPELLINGS = 60
MAX_ABOUT = 600
MAX_NAMING = 2
MAX_NAMED = 5
MAX_ABOUT_WORDS = 40
MAX_WEIGHED = 120
MAX_FOUND_OF_HUB = 80
MAX_ABOUT_OF_HUB = 200
MAX_WEIGHED_OF_HUB = 40
"""Of a hub, whose own lines are found by their words alone, so many are found, and so many of its parts' weighed."""
MAX_FAMILY = 60
MAX_OWNERS = 8
MAX_ABOUT_RELATIONS = 1_500
MAX_RELATIONS = 500
FIGURE_WEIGHT = 2.0
LIGHT = 4.0
PARTS = (RelationType.HAS_FEATURE,)
_PARTED = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=\b\d)(?=[A-Za-z]{2}\b)|(?<=\b\d\d)(?=[A-Za-z]{2}\b)")


_UNREAD = Outline()


@dataclass(slots=True)
class Line:
    """A statement with how it fits a question. `held` gives for each word how well it is met, from 0 to 1;
    `of_subject` is true where the line is about a subject or names it; `share` is the weighed part of the words met.
    `says` is true where it has the asked relation, `contrary` where it says that the other way round, `unsaid` where it
    has neither the relation nor the question's word for it."""

    statement: Statement
    about: Entity | None
    held: dict[str, float] = field(default_factory=dict)
    of_subject: float = 0.0
    share: float = 0.0
    says: bool = False
    contrary: bool = False
    unsaid: bool = False
    score: float = 0.0

    @property
    def text(self) -> str:
        return self.statement.text


class View:
    """What one question looks at: the store, its names, and what was fetched already."""

    def __init__(self, store: GraphStore, book: NameBook, lexicon: Lexicon) -> None:
        self.store, self.book, self.lexicon = store, book, lexicon
        self.words: QuestionWords = question_words()
        self._entities: dict[str, Entity | None] = {}
        self._owners: dict[str, tuple[str, ...]] = {}
        self._families: dict[str, tuple[str, ...]] = {}
        self.retrieved: dict[Query, list[Line]] = {}
        self._titles: dict[str, frozenset[str]] | None = None
        self._degree: dict[str, int] = {}
        self._weights: dict[str, float] = {}
        self._relation_words: dict[Query, frozenset[str]] = {}
        self._relations: dict[Hashable, tuple[Relation, ...]] = {}

    # -- entities
    def entities(self, ids: Iterable[str]) -> list[Entity]:
        """The entities of the ids, in the order given; unknown ids are left out."""
        wanted = list(dict.fromkeys(ids))
        if new := [i for i in wanted if i not in self._entities]:
            self._entities.update(dict.fromkeys(new))
            self._entities.update({entity.id: entity for entity in self.store.entities(new)})
        return [entity for i in wanted if (entity := self._entities[i]) is not None]

    def entity(self, entity_id: str) -> Entity | None:
        if entity_id not in self._entities:
            self.entities([entity_id])
        return self._entities[entity_id]

    def name(self, entity_id: str) -> str:
        entity = self.entity(entity_id)
        return entity.name if entity else entity_id

    def best(self, ids: Collection[str]) -> Entity | None:
        """Of entities that share a name the one with most relations."""
        if len(ids) > 1:
            if new := [i for i in ids if i not in self._degree]:
                self._degree.update(dict.fromkeys(new, 0) | self.store.degree(new))
            ids = sorted(ids, key=lambda i: (-self._degree[i], i))
        return next(iter(self.entities(ids)), None)

    def titles(self) -> dict[str, frozenset[str]]:
        """The words of each document's title where it is a name of the graph: all its lines stand under that."""
        if self._titles is None:
            named = {path: title for path, title in self.book.titles.items() if squeeze(title) in self.book.ids}
            self._titles = {path: frozenset(self.concepts(title)) for path, title in named.items()}
        return self._titles

    def above(self, statement: Statement) -> Above:
        """The heading and the lead-in over a statement; documents are read once for all questions."""
        return self.outline(statement.document).above(statement.line_start)

    def outline(self, path: str) -> Outline:
        """The outline of a document, an empty one of a very long one."""
        outlines = self.book.outlines
        if path not in outlines:
            if self.book.lines.get(path, 0) > MAX_DOCUMENT_LINES:
                return _UNREAD
            if len(outlines) >= MAX_OUTLINES:
                outlines.pop(next(iter(outlines)))
            outlines[path] = outline(self.store, path)
        return outlines[path]

    def entity_words(self, entity_id: str) -> tuple[str, ...]:
        """Entities whose names are words of this one's name ("Lambda" in "Lambda function")."""
        entity = self.entity(entity_id)
        words = entity.name.split(" ") if entity and entity.kind is not Kind.SERVICE else []
        plain = len(words) == 2 and (is_ordinary(words[1].lower()) or words[1].lower() in self.words.wanted)
        found = self.book.ids.get(squeeze(words[0]), ()) if plain else ()
        return tuple(i for i in found if i != entity_id)

    def owners(self, ids: Collection[str]) -> dict[str, tuple[str, ...]]:
        """Whose feature or variety each entity is, by the graph and by its id."""
        new = [i for i in ids if i not in self._owners]
        if new:
            found: dict[str, list[str]] = {i: [i.rpartition("/")[0]] if "/" in i else [] for i in new}
            for edge in self.store.edges(new, types=PARTS, direction=Direction.IN, each=MAX_OWNERS):
                found[edge.target].append(edge.source)
            self._owners.update({i: tuple(dict.fromkeys(owners)) for i, owners in found.items()})
        return {i: self._owners[i] for i in ids}

    def family(self, entity_id: str) -> tuple[str, ...]:
        """The entity, its parts and varieties and their parts, itself first."""
        if entity_id not in self._families:
            members = [entity_id, *self._members([entity_id], {entity_id})]
            members += self._members(members[1:], set(members))
            self._families[entity_id] = tuple(members)
        return self._families[entity_id]

    def _members(self, ids: list[str], seen: set[str]) -> list[str]:
        if not ids or len(seen) > MAX_FAMILY:
            return []
        parts = self.store.edges(ids, types=PARTS, direction=Direction.OUT, each=MAX_FAMILY)
        kinds = self.store.edges(ids, types=[RelationType.KIND_OF], direction=Direction.IN, each=MAX_FAMILY)
        found = [part.target for part in parts] + [kind.source for kind in kinds]
        return [i for i in dict.fromkeys(found) if i not in seen][:MAX_FAMILY]

    def sections_on(self, entity_id: str) -> tuple[str, ...]:
        """What is no product and uses a part: sections of notes that deal with it ("Heavy loads: use a crane")."""
        entity = self.entity(entity_id)
        if entity is None or entity.kind is not Kind.FEATURE:
            return ()
        users = self.store.edges([entity_id], types=[RelationType.USES], direction=Direction.IN, each=MAX_OWNERS)
        return tuple(
            e.id for e in self.entities(edge.source for edge in users) if e.kind in (Kind.FEATURE, Kind.CONCEPT)
        )

    def relations(
        self,
        ids: Collection[str],
        types: Collection[RelationType] | None,
        direction: Direction | None,
        limit: int = MAX_RELATIONS,
        *,
        strongest: bool = False,
    ) -> tuple[Relation, ...]:
        """What the store's relations gives, read once for a question."""
        asked = tuple(ids), None if types is None else tuple(types), direction, limit, strongest
        if asked not in self._relations:
            found = self.store.relations(ids, types=types, direction=direction, limit=limit, strongest=strongest)
            self._relations[asked] = found
        return self._relations[asked]

    def relations_between(self, one: str, other: str) -> tuple[Relation, ...]:
        """The relations between two things, however many others they have."""
        return self.store.relations_of(self.store.edges_between([one], [other]))

    # -- words of lines
    def names_in(self, text: str) -> list[Mention]:
        """The names of the graph in a text."""
        known = self.book.found
        if text not in known:
            if len(known) >= MAX_TEXTS:
                known.clear()
            known[text] = [m for m in self.book.find(text) if m.ids and m.text.lower() not in self.words.stop]
        return known[text]

    def hits_in(self, text: str) -> list[Hit]:
        """The phrases of relations in a text."""
        known = self.book.said
        if text not in known:
            if len(known) >= MAX_TEXTS:
                known.clear()
            known[text] = self.lexicon.find(tokens(text))
        return known[text]

    def relations_said(self, text: str) -> frozenset[RelationType]:
        """The relations that a text has words of."""
        return frozenset(hit.phrase.relation for hit in self.hits_in(text))

    def concepts(self, text: str) -> frozenset[str]:
        return concepts_of(text)

    # -- words of the question
    def weight(self, word: str) -> float:
        """How much a word counts: rare ones most, those that stand for any relation or noun less."""
        if word not in self._weights:
            self._weights[word] = self._weight(word)
        return self._weights[word]

    def _weight(self, word: str) -> float:
        if word.isdigit():
            return FIGURE_WEIGHT
        weight = self.book.weights.of(self.words, word)
        if word in self.words.light:
            return weight / LIGHT
        little = word in self.words.places or word in self.words.wanted or word in self.words.generic
        return weight / 2 if little or word.endswith("ly") else weight

    def relation_words(self, query: Query) -> frozenset[str]:
        """The words of a question that are there to say its relation."""
        if query not in self._relation_words:
            self._relation_words[query] = frozenset(relation_words(self, query))
        return self._relation_words[query]


@lru_cache(maxsize=65_536)
def concepts_of(text: str) -> frozenset[str]:
    """What the words of a text stand for; a name like "CodeBuild" and a figure like "4KB" also for its parts, several
    words also for the one that says the same ("low cost" for "cheap")."""
    words, parted = question_words(), _PARTED.sub(" ", text)
    spelled = plain_words(text) if parted == text else [*plain_words(text), *plain_words(parted)]
    found = set(map(words.concept, spelled))
    found.update(concept for parts, concept in words.phrases if parts <= found)
    return frozenset(found)


def retrieve(view: View, query: Query) -> list[Line]:
    """Lines that deal with the question, best first; the caller gets a list of its own."""
    if query not in view.retrieved:
        view.retrieved[query] = _weighed(view, query)
    return list(view.retrieved[query])


def _weighed(view: View, query: Query) -> list[Line]:
    subjects = [subject.ids for subject in query.known if not subject.weak] or [s.ids for s in query.known]
    statements = _candidates(view, query, subjects)
    view.entities({statement.about for statement in statements})
    lines = [Line(statement, view.entity(statement.about)) for statement in statements]
    weigh(view, query, lines, subjects)
    return sorted(
        lines, key=lambda line: (-line.score, line.statement.document, line.statement.line_start, line.statement.id)
    )


def _candidates(view: View, query: Query, subjects: list[tuple[str, ...]]) -> list[Statement]:
    found: dict[str, Statement] = {}
    ids = list(dict.fromkeys([i for group in subjects for i in group[:3] for i in view.family(i)]))
    ids += [i for group in subjects for i in view.sections_on(group[0]) if i not in ids]
    degree = view.store.degree(ids, most=MAX_ABOUT_RELATIONS + 1)
    small = [i for i in ids if degree.get(i, 0) <= MAX_ABOUT_RELATIONS]
    weights = view.book.weights
    names = [s.text for s in query.subjects]
    words = [word for word in query.words if not weights.is_everywhere(word)]
    alike = dict.fromkeys(
        s for word in query.words for s in (word, *weights.forms(view.words, word), *view.words.alike(word))
    )
    if query.intent is Intent.YES_NO:
        alike |= dict.fromkeys(f"{word}less" for word in query.words)
    spelled = [word for word in alike if not weights.is_everywhere(word)][:MAX_SPELLINGS]
    is_hub = len(small) < len(ids)
    about = view.store.statements_about(small, limit=MAX_ABOUT_OF_HUB if is_hub else MAX_ABOUT) if small else ()
    nearest = _nearest(about, spelled, MAX_WEIGHED_OF_HUB if is_hub else MAX_WEIGHED)
    found.update((statement.id, statement) for statement in nearest)
    for statement in _about_words(view, query):
        found[statement.id] = statement
    exact = " ".join([*names, *words])
    if words:
        for statement in view.store.find_statements(exact, limit=20):
            found[statement.id] = statement
    if spelled or names:
        most = MAX_FOUND_OF_HUB if is_hub else MAX_FOUND
        for statement in view.store.find_statements(" ".join([*names, *spelled]), limit=most, any_word=True):
            found[statement.id] = statement
    return list(found.values())


def _about_words(view: View, query: Query) -> Sequence[Statement]:
    """The lines about things that words of the question name without being taken for a name ("hash", "504")."""
    if any(not subject.weak for subject in query.known):
        words = [word for word in query.words if len(word) > 2 and word.isdigit()]
    else:
        words = sorted(query.words, key=view.weight, reverse=True)
    asked = view.concepts(query.text)
    named = [e for word in words[:MAX_NAMING] for e in view.store.find_entities(word, limit=MAX_NAMED)]
    ids = [e.id for e in named if view.concepts(e.name) <= asked or not asked.isdisjoint(e.name.split()[:1])]
    return view.store.statements_about(ids, limit=MAX_ABOUT_WORDS) if ids else ()


def _nearest(statements: Sequence[Statement], words: Collection[str], most: int) -> Sequence[Statement]:
    """The statements, of more than can be weighed in time those that hold most of the words."""
    if len(statements) <= most:
        return statements
    texts = [statement.text.lower() for statement in statements]
    ranked = sorted(range(len(texts)), key=lambda n: -sum([word in texts[n] for word in words]))
    return [statements[n] for n in ranked[:most]]

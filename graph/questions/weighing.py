"""How well a line fits a question: by the words that it holds, by its subject, and by what stands around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.questions.matching import held as held_by
from graph.questions.matching import initials
from graph.questions.nearby import IN_FUZZY, IN_NAME, NEARBY, add_block, add_nearby
from graph.questions.placing import Place, placed
from graph.questions.query import Intent, Query
from graph.questions.saying import weigh_relation
from graph.questions.words import plain_words
from graph.vocabulary import Facet

if TYPE_CHECKING:
    from graph.questions.retrieval import Line, View

SUBJECT_WEIGHT = 1.5
NOUN_WEIGHT = 0.3
TOGETHER = 0.95
ASIDE_WORTH = 0.4
DENIAL_WEIGHT = 0.3
COMPARED_WEIGHT = 0.3
_FACETS = {Intent.HAPPENS: Facet.ERRORS, Intent.WHEN: Facet.SUITABILITY, Intent.BAD_FOR: Facet.SUITABILITY}
_DENYING = (Intent.YES_NO, Intent.BAD_FOR, Intent.QUANTITY, Intent.COMPARISON)
_ASKS_CODE = re.compile(r"\b(?:status|error|http|response|exit|return) codes?\b|\bstatus\b")
_CODE = re.compile(r"\b[1-5]\d\d\b")
_UTMOST = re.compile(
    r"\b(?:cheapest|lowest|highest|least|most|best|fastest|slowest|largest|biggest|smallest|newest|latest)\b"
)
_COMPARED = re.compile(r"\b(?:(more|over|above)|(less|fewer|under|below))(?: than)? ([\d,.]+)")
_BOUNDED = re.compile(r"\b(?:(up to|max(?:imum)?(?: of)?|at most)|(min(?:imum)?(?: of)?|at least|from)) ([\d,.]+)")
_CAPITALS = re.compile(r"\b[A-Z]{2,5}\b")


def weigh(view: View, query: Query, lines: list[Line], subjects: list[tuple[str, ...]]) -> None:
    """Fill in how each line fits the question."""
    places = placed(view, (line.statement for line in lines))
    titles = view.titles()
    groups = [_Group.of(view, ids) for ids in subjects]
    hits: dict[str, list[float]] = {}
    asked = _Asked.of(view, query)
    for line in lines:
        place = places[line.statement.id]
        line.held = asked.held(place, line.text)
        title = titles.get(line.statement.document, frozenset())
        hits[line.statement.id] = _of_subjects(line.text, place, title, groups)
        line.of_subject = sum(hits[line.statement.id]) / len(subjects) if subjects else 0.0
        if query.relation is not None:
            weigh_relation(view, query, line, asked.relation_words)
        for word in asked.relation_words if line.says else ():
            line.held[word] = max(line.held[word], IN_NAME)
    if len(subjects) > 1:
        add_block(lines, hits, view.outline)
    add_nearby(lines)
    for line in lines:
        _score(view, query, line, asked, places[line.statement.id])


@dataclass(slots=True)
class _Asked:
    """The words of a question that its lines are weighed by: what stands for each, for its opposite where that decides
    as well, and how much it counts."""

    concepts: dict[str, str]
    opposed: dict[str, frozenset[str]]
    weights: dict[str, float]
    total: float
    relation_words: list[str]
    subjects: list[frozenset[str]]
    wanted: frozenset[str]
    code_words: tuple[str, ...]
    utmost: bool
    only_light: bool
    phrases: tuple[frozenset[str], ...]
    denies: bool
    compared: tuple[str, str] | None

    @classmethod
    def of(cls, view: View, query: Query) -> _Asked:
        asks_code = _ASKS_CODE.search(query.text.lower())
        decides = query.intent is Intent.YES_NO  # a line that says the opposite decides as well
        weights = {word: view.weight(word) for word in query.words if word not in query.nouns}
        weights |= {word: weight * ASIDE_WORTH for word, weight in weights.items() if word in query.aside}
        denies = query.negated and query.intent not in _DENYING and _says_not(view, query)
        return cls(
            {word: view.words.concept(word) for word in query.words},
            {word: found for word in query.words if decides and (found := view.words.opposed(word))},
            weights,
            sum(weights.values()) + (NOUN_WEIGHT if query.nouns else 0.0) + (DENIAL_WEIGHT if denies else 0.0),
            [word for word in query.words if word in view.relation_words(query)],
            [view.concepts(subject.text) for subject in query.known],
            frozenset(map(view.words.concept, query.wanted)),
            tuple(word for word in plain_words(asks_code[0]) if word in query.words) if asks_code else (),
            _UTMOST.search(query.text.lower()) is not None,
            bool(query.words) and view.words.light.issuperset(query.words) and not query.wanted,
            tuple(view.concepts(subject.text) for subject in query.missing if " " in subject.text),
            denies,
            _bound_of(_COMPARED.search(query.text.lower())),
        )

    def held(self, place: Place, text: str) -> dict[str, float]:
        """How well a line meets each word."""
        have, names = place.words, place.over
        held = {word: held_by(concept, word, have, names, text) for word, concept in self.concepts.items()}
        if self.code_words and _CODE.search(text):  # "missing scope => 403" says its code without the word
            held |= {word: max(held[word], IN_NAME) for word in self.code_words}
        for phrase in self.phrases:
            if not phrase <= have | names:  # a name of several words that the notes have, though not as a thing
                held |= {w: min(held[w], NEARBY) for w, concept in self.concepts.items() if concept in phrase}
        for word, opposed in self.opposed.items():
            if held[word] < IN_FUZZY and not opposed.isdisjoint(have):
                held[word] = IN_FUZZY
        return held


def _bound_of(match: re.Match[str] | None) -> tuple[str, str] | None:
    """Which side of which figure something has to be on: ("more", "16000")."""
    if match is None:
        return None
    return "more" if match[1] else "less", match[3].replace(",", "").rstrip(".")


def _compares(asked: tuple[str, str] | None, text: str) -> int:
    """1 where a line says "more than" of the figure of which the question does, -1 where it has that as its most."""
    if asked is None:
        return 0
    lowered = text.lower()
    if any(_bound_of(match) == asked for match in _COMPARED.finditer(lowered)):
        return 1
    return -1 if any(_bound_of(match) == asked for match in _BOUNDED.finditer(lowered)) else 0


def _says_not(view: View, query: Query) -> bool:
    """Whether a question denies what it asks for ("may come in but not leave"); "without" only tells how."""
    words = plain_words(query.text)
    return bool(query.words) and any(w in view.words.negated and w != "without" for w in words)


@dataclass(slots=True)
class _Group:
    """The entities that a subject may mean, the words of its name, what its name is a word more than, and
    its first letters."""

    ids: tuple[str, ...]
    words: frozenset[str]
    whole: tuple[str, ...]
    words_of_whole: frozenset[str]
    short: str

    @classmethod
    def of(cls, view: View, ids: tuple[str, ...]) -> _Group:
        whole = view.entity_words(ids[0])
        words_of_whole = view.concepts(view.name(whole[0])) if whole else frozenset[str]()
        name = view.name(ids[0])
        return cls(ids, view.concepts(name), whole, words_of_whole, initials(name))


def _of_subjects(text: str, place: Place, title: frozenset[str], subjects: list[_Group]) -> list[float]:
    """How far a line is about each of the subjects: 1 where it is, or names it; 0.9 where that only stands above its
    own, or its words stand in the line, the names above it or its document's title."""
    if all(place.chain[0] in group.ids for group in subjects):
        return [1.0] * len(subjects)

    def stands(words: frozenset[str]) -> bool:
        return words <= place.words or not words - place.words - place.over - title

    found: list[float] = []
    for group in subjects:
        hit = 0.0
        if place.chain[0] in group.ids or not place.named.isdisjoint(group.ids):
            hit = 1.0
        elif not set(group.ids).isdisjoint(place.chain) or stands(group.words):
            hit = 0.9
        elif group.whole and (
            not place.named.union(place.chain).isdisjoint(group.whole) or stands(group.words_of_whole)
        ):
            hit = 0.8
        elif group.short and group.short in _CAPITALS.findall(text):
            hit = 0.9
        found.append(hit)
    return found


def _score(view: View, query: Query, line: Line, asked: _Asked, place: Place) -> None:
    total = asked.total
    met = sum(asked.weights[word] * held for word, held in line.held.items() if word not in query.nouns)
    met += NOUN_WEIGHT * max((line.held[word] for word in query.nouns), default=0.0)
    if asked.denies and not view.words.negated.isdisjoint(plain_words(line.text)):
        met += DENIAL_WEIGHT
    line.share = met / total if total else (1.0 if line.of_subject else 0.0)
    if asked.only_light and len(asked.subjects) > 1 and line.of_subject >= TOGETHER:
        line.share = 1.0  # two things and a word that says little: what puts them together deals with it
    bonus = 0.05 if line.says else 0.0
    bonus += 0.12 if _FACETS.get(query.intent, "") in line.statement.facets else 0.0
    bonus += 0.04 * sum(subject <= place.words for subject in asked.subjects)
    if query.intent is Intent.WHERE:  # what a thing is kept in stands under its name
        bonus += 0.02 * sum(subject <= place.words | place.over for subject in asked.subjects)
    bonus += 0.05 if asked.utmost and _UTMOST.search(line.text.lower()) else 0.0
    bonus += COMPARED_WEIGHT * _compares(asked.compared, line.text)
    bonus += 0.06 if not asked.wanted.isdisjoint(place.words) else 0.0
    bonus -= 0.1 if place.asks else 0.0
    bonus -= 0.1 if place.sets_apart and query.intent is not Intent.COMPARISON else 0.0
    length = min(len(line.text) / 5_000, 0.05)
    subject = SUBJECT_WEIGHT if query.known else 0.0
    line.score = (met + subject * line.of_subject) / ((total + subject) or 1.0) + bonus - length

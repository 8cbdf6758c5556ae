"""Names that mean a thing only together with another name of the question: the part of an owner, the side of a pair.

"Night rate" beside the name of a phone company is that company's night rate, whoever else has one; and of two sides
that are set against each other, each is looked for by the words that it is called by, first among the parts of the
thing in which they are compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from graph.questions.names import squeeze
from graph.questions.query import Intent, Query, Subject
from graph.questions.retrieval import View
from graph.values import Entity
from graph.vocabulary import PRODUCTS, Kind

MAX_FOUND = 12
MAX_MORE_WORDS = 2
_PAIR = re.compile(
    r"^(?:.*\b(?:between|compare|is|are|does|do|how|choose)\b )?(?:an? |the )?(?P<one>[\w/.+-]+(?: [\w/.+-]+){0,2}?)"
    r" (?:and|or|vs\.?|versus|with|from|to|than) (?:an? |the )?(?P<other>[\w/.+-]+(?: [\w/.+-]+){0,2}?)"
    r"(?: (?:differ|different|compare)\b)?(?: (?:in|of|for|on|at|with) (?:an? |the )?(?P<owner>.+))?$",
    re.IGNORECASE,
)


def qualified(view: View, query: Query) -> Query:
    """The query with its names read in the light of one another."""
    if query.intent is Intent.COMPARISON:
        return _with_sides(view, query)
    return _with_parts(view, query)


def _with_parts(view: View, query: Query) -> Query:
    """The query in which a name beside a product's is that product's part of that name, where it has one."""
    owner = next((s for s in query.known if not s.weak and _is_product(view, s)), None)
    if owner is None:
        return query
    subjects = [_of_owner(view, s, owner) if s is not owner else s for s in query.subjects]
    if subjects == list(query.subjects):
        return query
    return replace(query, subjects=tuple(replace(s, weak=True) if s is owner else s for s in subjects))


def _of_owner(view: View, subject: Subject, owner: Subject) -> Subject:
    if subject.weak or not subject.ids or _is_product(view, subject):
        return subject
    family = set(view.family(owner.ids[0]))
    if not family.isdisjoint(subject.ids) or owner.ids[0] in view.owners(subject.ids[:1])[subject.ids[0]]:
        return subject
    part = _called(subject.text, view.entities(family))
    return replace(subject, name=part.name, ids=(part.id,)) if part is not None else subject


def _with_sides(view: View, query: Query) -> Query:
    """The query of the two things that it sets against each other, where not both are names by themselves."""
    pair = _PAIR.match(query.text)
    if pair is None or len([s for s in query.known if not s.weak and not _is_in(s, pair)]) > 1:
        return query
    owner = next((s for s in query.known if not s.weak and _is_in(s, pair)), None)
    family = view.entities(view.family(owner.ids[0])) if owner is not None else []
    found = [_side(view, pair[name], family) for name in ("one", "other")]
    sides = [
        Subject(pair[n], e.name, (e.id,), *pair.span(n)) for n, e in zip(("one", "other"), found, strict=True) if e
    ]
    if len({s.ids for s in sides}) < 2:
        return query
    named = {word for side in sides for word in side.text.lower().replace("-", " ").split()}
    words = tuple(word for word in query.words if word not in named)
    return replace(query, subjects=tuple(sides), words=words)


def _side(view: View, text: str, family: list[Entity]) -> Entity | None:
    """What a side is called: one of the family, else by its own name, else the thing that has its words in its name."""
    exact = view.entities(view.book.ids.get(squeeze(text), ()))
    known = {entity.id for entity in family}
    own = next((entity for entity in exact if entity.id in known), None)
    own = own or _called(text, family) or view.best([entity.id for entity in exact])
    return own or _called(text, view.store.find_entities(text, limit=MAX_FOUND))


def _called(text: str, entities: Iterable[Entity]) -> Entity | None:
    """The one whose name begins with a text and has hardly more words."""
    said = squeeze(text)
    begun = [e for e in entities if e.kind is not Kind.LIMIT and squeeze(e.name).startswith(said)]
    begun = [e for e in begun if len(re.split(r"[ /-]", e.name)) - len(re.split(r"[ /-]", text)) <= MAX_MORE_WORDS]
    return min(begun, key=lambda e: (len(e.name), e.id), default=None)


def _is_product(view: View, subject: Subject) -> bool:
    entity = view.entity(subject.ids[0])
    return entity is not None and entity.kind in PRODUCTS


def _is_in(subject: Subject, pair: re.Match[str]) -> bool:
    """Whether a subject stands where a pair names the thing in which it is compared."""
    return pair["owner"] is not None and subject.start >= pair.start("owner")

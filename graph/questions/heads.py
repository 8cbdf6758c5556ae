"""Answers from lists by their heads: "tray types of X" from the list that the notes head so, whatever else is a part or
kind of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.names import singular
from graph.questions import sentence
from graph.questions.answer import AnswerKind, Draft, Quote, quote
from graph.questions.lists import MIN_ITEMS, HeadedList, in_line
from graph.questions.names import squeeze
from graph.questions.query import Intent, Query, Subject
from graph.questions.retrieval import View, retrieve
from graph.questions.words import plain_words
from graph.values import Entity
from graph.vocabulary import PRODUCTS, Kind

MAX_LINES = 80
MAX_DOCUMENTS = 8
MIN_KNOWN = 0.5
KIND = "kind"
_SORTS = frozenset({"type", "kind", "sort", "form", "variant", "variety", "flavour", "flavor", "category"})
_BEHIND_NOUN = re.compile(r" (?:of|for|in|on|from|to|with|by) ")
_COUNTS = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"})
_SEVERAL = re.compile(r"(?:which|what) (?:[\w/.-]+ ){0,2}[\w/.-]+s (?:do|does|can|could|may|will|are there|has|have)\b")
_ASKING = frozenset({"exist", "exists", "offer", "offers", "available", "supported", "different", "various"})


@dataclass(frozen=True, slots=True)
class _Found:
    """A list whose head fits a question: `extra` says how many words of its head the question does not have."""

    extra: int
    listing: HeadedList
    path: str
    things: tuple[Entity, ...]

    @property
    def is_of_things(self) -> bool:
        """Whether the graph has most items as things."""
        return len(self.things) >= max(MIN_ITEMS, MIN_KNOWN * len(self.listing.items))


def under_head(view: View, query: Query) -> Draft | None:
    """What the notes list under the very words that are asked for; None where they have no such list, or several that
    fit as well with words of their own."""
    asked = _said(view, query.text)
    if query.intent is Intent.WHAT:  # its verb need not stand over the list
        little = view.words.light.union(view.words.places, view.relation_words(query))
        asked -= {view.words.concept(word) for word in query.words if word in little}
    if query.negated or not query.known or not (asked - _named(view, query)):
        return None
    found = sorted(_fitting(view, query, asked), key=lambda one: (one.extra, one.listing.line))
    best = [one for one in found if one.extra == found[0].extra]
    if not best or (best[0].extra and len({one.listing.head.lower() for one in best}) > 1):
        return None
    first = max(best, key=lambda one: len(one.things))
    evidence = _evidence(view, first)
    if not evidence:
        return None
    if not first.is_of_things:
        items = sentence.listed([item for _, item in first.listing.items])
        return Draft(AnswerKind.STATEMENTS, f"The notes list under “{first.listing.head}”: {items}.", evidence)
    told = f"{sentence.listed([e.name for e in first.things])}, as the notes list under “{first.listing.head}”."
    return Draft(AnswerKind.ENTITIES, told, evidence, list(first.things))


def within_line(view: View, query: Query) -> Draft | None:
    """The same from a list within one line, where a question asks for nothing but several of a sort ("tray types")."""
    several = _asks_classes(view, query) or any(_is_plural(view, s) for s in query.known)
    draft = under_head(view, query) if several else None
    return draft if draft is not None and len({q.line_start for q in draft.evidence}) == 1 else None


def of_several(view: View, query: Query) -> Draft | None:
    """The same where a question asks which of them do something ("which trays can the oven take")."""
    draft = under_head(view, query) if _SEVERAL.match(query.text.lower()) else None
    return draft if draft is not None and draft.kind is AnswerKind.ENTITIES else None


def _said(view: View, text: str) -> frozenset[str]:
    """What stands for the words of a question or head that tell which list is meant; all words for a sort are one."""
    words = [word for word in plain_words(text) if word not in _ASKING and word not in _COUNTS]
    plain = {word for word in words if is_sort(word) or word not in view.words.stop | view.book.prefixes}
    return frozenset(KIND if is_sort(word) else view.words.concept(word) for word in plain if len(word) > 1)


def is_sort(word: str) -> bool:
    return singular(word) in _SORTS


def _named(view: View, query: Query) -> frozenset[str]:
    """The words of the names in a question that are surely meant as things."""
    products = [s for s in query.known if not s.weak and not _is_plural(view, s)]
    return frozenset(concept for subject in products for concept in view.concepts(subject.text))


def _is_plural(view: View, subject: Subject) -> bool:
    """Whether a thing is named as several of a sort; a product may be called so ("Printers")."""
    entity = view.entity(subject.ids[0])
    called = (
        {plain_words(name)[-1:][0] for name in (entity.name, *entity.aliases) if plain_words(name)} if entity else ()
    )
    product = entity is not None and entity.kind in PRODUCTS
    last = plain_words(subject.text)[-1]
    return singular(last) != last and not (product and last in called)


def _fitting(view: View, query: Query, asked: frozenset[str]) -> Iterator[_Found]:
    for path, listing in lists_dealing(view, query):
        head = _said(view, listing.head)
        extra = _extra(view, listing, head, asked)
        if extra is None or not _is_several(view, query, listing.head, head, asked):
            continue
        classes = set() if extra else set(map(view.words.concept, view.words.classes))
        if not asked - head - {KIND} - classes <= around(view, path, listing):
            continue
        found = _Found(extra, listing, path, tuple(dict.fromkeys(things_of(view, query, path, listing))))
        sure = query.intent is Intent.SEARCH or listing.line == listing.items[0][0]
        if found.is_of_things or (sure and not extra):
            yield found


def _extra(view: View, listing: HeadedList, head: frozenset[str], asked: frozenset[str]) -> int | None:
    """How many words of a head a question does not have: one at most, and not its noun; None where the head has more
    or nothing of the question."""
    extra = head - asked - {KIND}
    if not extra:
        return 0 if head else None
    noun = view.words.concept(_noun(listing.head))
    return 1 if len(extra) == 1 and noun not in extra and head - extra - {KIND} else None


def _is_several(view: View, query: Query, text: str, head: frozenset[str], asked: frozenset[str]) -> bool:
    """Whether a head says that several of what is asked follow: by a word for a sort, or as a noun in the plural that
    is not just the thing asked about."""
    if KIND in head:
        return KIND in asked or query.intent is not Intent.SEARCH
    noun = _noun(text)
    plural = singular(noun) != noun
    if plural and KIND in asked and not any(noun in plain_words(name) for name in _products(view, query)):
        return True  # "gates" for the types of an iron gate
    return (plural or _asks_classes(view, query)) and bool(head - _named(view, query))


def _products(view: View, query: Query) -> list[str]:
    """The names of the products in a question."""
    own = view.entities(subject.ids[0] for subject in query.known if not subject.weak)
    return [entity.name.lower() for entity in own if entity.kind is Kind.SERVICE]


def _asks_classes(view: View, query: Query) -> bool:
    """Whether a question asks for several levels, modes or the like."""
    return any(word in view.words.classes and singular(word) != word for word in plain_words(query.text))


def _noun(head: str) -> str:
    """What the items of a head are: its last word, or the one before "of", "for" and the like."""
    words = plain_words(_BEHIND_NOUN.split(head, maxsplit=1)[0]) or plain_words(head)
    return words[-1]


def lists_dealing(view: View, query: Query) -> Iterator[tuple[str, HeadedList]]:
    """The lists within the lines that deal with a question, then those below a head in the documents of these."""
    lines = retrieve(view, query)[:MAX_LINES]
    for line in lines:
        if (found := in_line(line.text)) is not None:
            at = line.statement.line_start
            yield line.statement.document, HeadedList(found[0], at, tuple((at, item) for item in found[1]))
    for path in list(dict.fromkeys(line.statement.document for line in lines))[:MAX_DOCUMENTS]:
        for listing in view.outline(path).lists:
            yield path, listing


def around(view: View, path: str, listing: HeadedList) -> frozenset[str]:
    """The words of what stands over a list."""
    outline = view.outline(path)
    over = outline.above(listing.line)
    titles = view.titles().get(path, frozenset())
    on_head = {s.about for s in view.store.statements_on(path, listing.line, listing.line)}
    on_items = {s.about for s in view.store.statements_on(path, listing.line + 1, listing.items[-1][0])}
    owners = view.owners(on_head | on_items)
    names = [view.name(i) for i in {*on_head, *(owner for found in owners.values() for owner in found)}]
    return view.concepts(f"{over.text} {' '.join(names)}") | titles


def things_of(view: View, query: Query, path: str, listing: HeadedList) -> Iterator[Entity]:
    """The things of the graph that the items name: those that their own lines are about, then those of the asked thing,
    then those of no other; also with the noun of the head where an item has no name alone."""
    own = query.strong_ids
    family = {i for subject in query.known for one in subject.ids[:1] for i in view.family(one)}
    noun = _noun(listing.head)
    nouns = [singular(noun)] if not is_sort(noun) else [w for w in plain_words(listing.head) if not is_sort(w)][-1:]
    ends = [line - 1 for line, _ in listing.items[1:]] + [listing.items[-1][0] + 1]
    for (line, item), end in zip(listing.items, ends, strict=True):
        if item.split()[0].lower() in view.words.stop and len(item.split()) > 1:
            continue  # "on the island: …" tells where
        here = [s.about for s in view.store.statements_on(path, line, max(line, end))]
        ids = [i for key in (item, *(f"{item} {noun}" for noun in nouns)) for i in view.book.ids.get(squeeze(key), ())]
        said = [e.id for e in view.entities(here) if view.concepts(item) <= view.concepts(e.name)]
        near = [i for i in ids if i in here or i in family]
        free = [i for i in ids if "/" not in i]
        if (thing := view.best([i for i in near or said or free if i not in own])) is not None:
            yield thing


def _evidence(view: View, found: _Found) -> list[Quote]:
    """The lines of a list."""
    lines = [found.listing.line, *(line for line, _ in found.listing.items)]
    said = [s for line in dict.fromkeys(lines) for s in view.store.statements_on(found.path, line, line)]
    return list(dict.fromkeys(quote(s) for s in said))

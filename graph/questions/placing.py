"""What is known of a line whatever is asked: its words, those over it, and whose it is.

It takes longer to find out than to weigh the line by it, so it is kept with the names of the store, for all questions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.values import Statement

if TYPE_CHECKING:
    from graph.questions.retrieval import View

MAX_PLACES = 5_000
_VERSUS = re.compile(r"^\W*[\w./ -]{1,40}\b(vs\.?|versus)\s")


@dataclass(frozen=True, slots=True)
class Place:
    """What a line holds and where it stands, in concepts.

    `words` are those of its text and `over` those of what stands over it: the names of its thing and of that one's
    owners, its heading and lead-in. `chain` is its thing with the owners, `named` are the things that it names.
    `asks` and `sets_apart` tell whether the line is a question, and whether it opens with "this vs that".
    """

    words: frozenset[str]
    over: frozenset[str]
    chain: tuple[str, ...]
    named: frozenset[str]
    asks: bool
    sets_apart: bool


def placed(view: View, statements: Iterable[Statement]) -> dict[str, Place]:
    """The statements' places by the statements' ids."""
    known = view.book.places
    if len(known) > MAX_PLACES:
        known.clear()
    wanted = list(statements)
    new = [statement for statement in wanted if statement.id not in known]
    chains = _chains(view, {statement.about for statement in new})
    names = {about: _names(view, chain) for about, chain in chains.items()}
    for statement in new:
        over = names[statement.about] | view.concepts(view.above(statement).text)
        known[statement.id] = Place(
            words=view.concepts(statement.text),
            over=over.union(map(view.words.concept, statement.facets)),
            chain=chains[statement.about],
            named=frozenset(i for mention in view.names_in(statement.text) for i in mention.ids),
            asks=statement.text.rstrip().endswith("?"),
            sets_apart=_VERSUS.search(statement.text) is not None,
        )
    return {statement.id: known[statement.id] for statement in wanted}


def _chains(view: View, abouts: set[str]) -> dict[str, tuple[str, ...]]:
    """Things with their owners and those ones' owners."""
    owners = view.owners(abouts)
    above = view.owners({owner for found in owners.values() for owner in found})
    chains = {
        about: tuple(dict.fromkeys([about, *own, *(grand for owner in own for grand in above[owner])]))
        for about, own in owners.items()
    }
    view.entities({i for chain in chains.values() for i in chain})  # all at once
    return chains


def _names(view: View, chain: tuple[str, ...]) -> frozenset[str]:
    """The words of a thing's names, and of its owners' first ones."""
    found: frozenset[str] = frozenset()
    for place, entity in enumerate(view.entities(chain)):
        for name in (entity.name, *entity.aliases) if place == 0 else (entity.name,):
            found |= view.concepts(name)
    return found

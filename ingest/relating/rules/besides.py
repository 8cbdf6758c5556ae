"""What a verb's words tell beside its own edge: what else lies there, what a place is in, which format is moved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from graph.vocabulary import PRODUCTS, Kind, RelationType
from ingest.relating.actors import is_plural_verb
from ingest.relating.ends import ALSO_THERE, NOT_SO, edge, free, known, objects
from ingest.relating.phrases import free_end
from ingest.relating.plain_words import is_noun
from ingest.relating.sources import above
from ingest.relating.subjects import opening_noun
from ingest.relating.targets import Said
from ingest.terms import is_verb, word_list
from ingest.values import Clause, EdgeDraft, End

_FLOWS = (RelationType.SENDS_TO, RelationType.READS_FROM, RelationType.STORES_IN)
_COMMA = re.compile(r"[`*]*(?:,|,? and)\s+")
_IN_TURN = re.compile(r"(?: [a-z]+)?[`*]* (?:in|on|inside|within) (?:your|the|an?|its|our) [`*]*", re.IGNORECASE)
_PLAIN_PLACE = re.compile(
    r"\s*(?:its own|the|an?|your|every|each) [a-z]+(?: [a-z]+)? (?:in|on|inside|within) (?:your|the|an?|its|our) [`*]*"
)
_ALSO_NEEDED = re.compile(
    r"\s+(?:on|in|at|for|inside|from)\s+[^,;.:()]{2,30}?(?:\s*\([^()]*\))?,?\s+(?:(?:and|plus|&|\+)\s+(?:also\s+)?"
    r"(?=(?:an?|at least|one|two)\s+\w)|AND\s+(?=\w))"
)
_KEPT = frozenset(["index", "indexes", "metadata", "logs", "data", "state"])
_SHARED_OUT = re.compile(
    r"\s+(?:in|for|on|at|as|during|to|by|under|with)\s+(?:the |an? |its |our )?[\w-]+(?: [\w-]+)?(?P<joint>\s*"
    r"(?:,\s*(?:and\s+)?|\s(?:and|or)\s+)(?:from |in |on |to |with |via )?(?:the )?[`*]*)(?=\w)",
    re.IGNORECASE,
)
_ALSO_SO = re.compile(r"[`*]*\s+(?:in|for|on|at|as|during|to|by|under)\s+\w", re.IGNORECASE)
_WRITTEN = re.compile(r"[A-Z][\w.+-]*(?: [A-Z]\w*)?")


class Shared(NamedTuple):
    """A further object of a verb, where the words that join it to the one before begin, and where it ends."""

    target: End
    begin: int
    end: int


def shared_out(clause: Clause, place: int) -> Iterator[Shared]:
    """ "carries coal at night and mail for islands": the further objects of a verb behind the first one that ends at a
    place, each with a time, a place or a purpose of its own."""
    while (match := _SHARED_OUT.match(clause.text, place)) is not None:
        named = next((m for m in clause.mentions if m.start == match.end()), None)
        written = _WRITTEN.match(clause.text, match.end()) if named is None else None
        place = named.end if named is not None else written.end() if written is not None else -1
        if place < 0 or (named is not None and named.kind not in PRODUCTS) or not _ALSO_SO.match(clause.text, place):
            return
        target = known(named) if named is not None else free(clause.text[match.end() : place], RelationType.USES)
        yield Shared(target, match.start("joint"), place)


def also_there(said: Said, place: int) -> Iterator[EdgeDraft]:
    """ "oars lie in X, nets in Y": behind a list of places, what else is where, without a verb of its own."""
    clause, relation = said.sentence.clause, said.hit.phrase.relation
    if relation not in (RelationType.STORES_IN, RelationType.SENDS_TO):
        return
    while (comma := _COMMA.match(clause.text, place)) and (also := ALSO_THERE.match(clause.text, comma.end())):
        targets, place = objects(clause, also.end(), free_end(clause.text, also.end(), len(clause.text)), relation)
        words = also["what"].split()
        is_kept = words[-1] in word_list("records") | word_list("stored") | _KEPT
        acts = len(words) > 1 and (is_plural_verb(words[-1]) or (words[-2].endswith("s") and is_verb(words[-1])))
        is_deed = acts or (not (is_kept and len(words) == 1) and (is_verb(words[0]) or not is_noun(also["what"])))
        if is_deed or not targets or targets[0].key is None or NOT_SO.match(clause.text, comma.end()):
            return
        for target in targets:
            yield edge(above(said.sentence, said.hit), relation, target, "also there")
            yield edge(free(also["what"], RelationType.HAS_FEATURE), relation, target, "also there")


def also_needed(said: Said, place: int) -> Iterator[EdgeDraft]:
    """ "needs the key on deck (not at sea) and a rope": what is needed besides, behind where the first one is."""
    clause = said.sentence.clause
    match = _ALSO_NEEDED.match(clause.text, place) if said.hit.phrase.relation is RelationType.REQUIRES else None
    if match is None:
        return
    end = free_end(clause.text, match.end(), len(clause.text))
    for target in objects(clause, match.end(), end, RelationType.REQUIRES, is_free=True)[0]:
        for source in said.sources:
            if target != source:
                yield edge(source, RelationType.REQUIRES, target, "needed besides")


def within(said: Said, targets: list[End], place: int) -> Iterator[EdgeDraft]:
    """ "moor the raft at a buoy in your harbour": what runs in a place runs in what that place is in, too."""
    clause, relation = said.sentence.clause, said.hit.phrase.relation
    if relation is not RelationType.RUNS_ON or not (targets or said.hit.phrase.particle):
        return
    match = (_IN_TURN if targets else _PLAIN_PLACE).match(clause.text, place)
    outer = next((m for m in clause.mentions if match is not None and m.start == match.end()), None)
    if outer is None or outer.kind is Kind.CONCEPT:
        return
    for source in said.sources:
        if outer.key not in (source.key, *(target.key for target in targets)):
            yield edge(source, relation, known(outer), "in its turn there")


def format_moved(said: Said, targets: list[End]) -> Iterator[EdgeDraft]:
    """ "reads CSV off the shelf": what is moved between a thing and another is a format that the thing takes."""
    sentence, hit = said.sentence, said.hit
    if hit.phrase.relation not in _FLOWS or hit.phrase.passive or not targets:
        return
    inside = (sentence.at.get(index) for index in range(hit.gap_start, hit.end - 1))
    for mention in dict.fromkeys(m for m in inside if m is not None and m.kind is Kind.TECHNOLOGY):
        for source in said.sources:
            if source.key is not None:
                yield edge(source, RelationType.SUPPORTS, known(mention), "format moved")


def kept_there(said: Said) -> str | None:
    """The noun that opens a clause, where what goes somewhere is there to be kept: "snapshots go to X"."""
    if said.hit.phrase.relation is not RelationType.SENDS_TO or said.hit.phrase.verb:
        return None
    sentence, place = said.sentence, said.hit.first
    noun = opening_noun(sentence)
    before = [word.lower for word in sentence.words[sentence.body : place]]
    text = noun.text if noun is not None else "".join(before) if len(before) == 1 else ""
    return text if text and text.lower().split()[-1] in word_list("stored") else None

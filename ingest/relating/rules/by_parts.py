"""What a part does, its whole does: "hired boats carry mail to X" below the harbour."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from graph.vocabulary import PRODUCTS, Kind, RelationType
from ingest.relating.ends import edge, subject
from ingest.relating.plain_words import GENERAL
from ingest.relating.rules.brackets import IN_A_BRACKET
from ingest.relating.rules.opening import has_parts, sets_beside
from ingest.relating.sentence import Sentence
from ingest.relating.subjects import FLOWS
from ingest.terms import names_a_thing, word_list
from ingest.values import Clause, EdgeDraft, End

_BESIDE = (RelationType.REPLACES, RelationType.USE_INSTEAD_OF, RelationType.CONTRASTS_WITH)
_DONE = (*FLOWS, RelationType.RUNS_ON, RelationType.USES)
_KIND = RelationType.KIND_OF
_PLACED = (RelationType.STORES_IN, RelationType.SENDS_TO, RelationType.READS_FROM)
_DONE_BY = re.compile(
    r"[`*]*\s+(?:(?:is|are|gets|get|being)\s+)?(?:(?:all|mostly|internally)\s+)?(?:done|handled|provided|managed"
    r"|dealt with|taken care of|carried out|solved|implemented|terminated)\s+(?:by|with|via|through|using)\b",
    re.IGNORECASE,
)
_NO_DOERS = frozenset(
    {"event", "state", "object", "objects", "item", "items", "record", "records", "message", "messages"}
)
_INTERFACE = re.compile(
    r"(?:client |native )?(?:APIs?|SDKs?|clients?|librar(?:y|ies)|bindings|drivers?|plugins?|connectors?)",
    re.IGNORECASE,
)


def doers(sentence: Sentence, said: Iterable[EdgeDraft]) -> Iterator[EdgeDraft]:
    """What a clause about a whole says that something does: a part of the whole, where it is no whole itself."""
    clause = sentence.clause
    whole = _whole_above(clause)
    if whole is None or sets_beside(sentence):
        return
    for end in dict.fromkeys(e.source for e in said if e.target.key != whole.key):
        if _is_doer(end):
            part = end._replace(kind=Kind.FEATURE)
            yield edge(whole, RelationType.HAS_FEATURE, part, "part that does something")
    yield from _done_to(clause, whole, said)


def _whole_above(clause: Clause) -> End | None:
    """The whole that a clause is about, or the service of the part that it is about: "the bow cuts; the mate rows"."""
    if clause.subject_kind is not Kind.CONCEPT and has_parts(clause):
        return subject(clause.subject, clause)
    is_part = clause.subject_kind is Kind.FEATURE and clause.parent_kind is Kind.SERVICE
    if is_part and clause.parent_subject is not None:
        return End(key=clause.parent_subject, kind=Kind.SERVICE)
    return None


def _done_to(clause: Clause, whole: End, said: Iterable[EdgeDraft]) -> Iterator[EdgeDraft]:
    """What a part of a whole gives things to or takes them from: "the crane puts bags on the belt"."""
    for told in said:
        is_own = told.source.key in (None, clause.subject) or told.source.kind is Kind.FEATURE
        last = (told.target.text or "").rpartition(" ")[2]
        if told.relation not in _PLACED or not is_own or last in word_list("surroundings"):
            continue
        if _is_doer(told.target) and f" the {told.target.text} " in f" {clause.text} ":
            part = told.target._replace(kind=Kind.FEATURE)
            yield edge(whole, RelationType.HAS_FEATURE, part, "part that it is done to")


def wholes(sentence: Sentence, said: Collection[EdgeDraft]) -> Iterator[EdgeDraft]:
    """What a part starts, sends, reads, keeps or takes, its whole does: "night logs go to X", "hooks: Lua, Perl"."""
    clause = sentence.clause
    if clause.subject_kind is Kind.CONCEPT or sets_beside(sentence):
        return
    others = {e.target.key for e in said if e.relation in _BESIDE}
    for told in said:
        if told.relation in _DONE or told.relation is RelationType.SUPPORTS:
            is_taken = told.relation is RelationType.SUPPORTS
            whole = _whole(told.source, clause, is_taken=is_taken)
            if told.relation is RelationType.USES and told.target.kind is not Kind.SERVICE:
                whole = None  # a technology of a part need be none of the whole's
            if told.relation is RelationType.USES and (doing := _done_for_it(told, clause)) is not None:
                whole = doing
            if whole is not None and whole.key not in others and _is_other(told.target, whole):
                yield told._replace(source=whole, rule="taken by its part" if is_taken else "done by its part")
        if told.relation is RelationType.TRIGGERS and _is_unnamed(told.target) and clause.subject_kind in PRODUCTS:
            whole = subject(clause.subject, clause)
            if _is_other(told.source, whole):
                yield told._replace(target=whole, rule="done to its part")


def _done_for_it(told: EdgeDraft, clause: Clause) -> End | None:
    """ "steering is done by the pilot" below a ship: the ship, where an idea or a technology opens the clause."""
    what = next((m for m in clause.mentions if m.key == told.source.key and m.start <= clause.body_start + 1), None)
    if what is None or what.kind is Kind.SERVICE or what.owner or not _DONE_BY.match(clause.text, what.end):
        return None
    if what.key != clause.subject:
        return subject(clause.subject, clause) if clause.subject_kind is Kind.SERVICE else None
    return End(key=clause.parent_subject, kind=Kind.SERVICE) if clause.parent_kind is Kind.SERVICE else None


def _whole(part: End, clause: Clause, *, is_taken: bool) -> End | None:
    """What a part belongs to that goes by common nouns: what the clause is about, or what is above that.

    What it takes may be told of a part with a name of its own, too.
    """
    about = subject(clause.subject, clause)
    if part.key is None:
        is_event = (part.text or "").rpartition(" ")[2] in word_list("any event")  # "PR events"
        return about if about.kind in PRODUCTS and (is_event or _is_unnamed(part)) else None
    names = [m for m in clause.mentions if m.key == part.key]
    is_plain = is_taken or any(clause.text[m.start : m.end].islower() for m in names)
    kind = clause.subject_kind if part.key == clause.subject else part.kind
    if kind is not Kind.FEATURE or not is_plain:
        return None
    if part.key != clause.subject:
        return about if any(m.owner == clause.subject for m in names) else None
    is_told = clause.subject_span is not None or clause.label is not None
    owners = {m.owner for m in names} - {None, clause.owner, clause.parent_subject}
    if not is_told or owners or clause.parent_subject is None or clause.parent_kind in (None, Kind.CONCEPT):
        return None
    if clause.owner and clause.owner != clause.parent_subject and any(m.owner == clause.owner for m in names):
        return End(key=clause.owner, kind=Kind.SERVICE)  # what the part's own name says before what stands above
    if not {"vs", "vs.", "versus"}.isdisjoint(clause.frame.lower().split()):
        return None  # below "bow deck vs stern deck" the one is no part of the other
    return End(key=clause.parent_subject, kind=clause.parent_kind)


def _is_other(end: End, whole: End) -> bool:
    if end.key is None:
        return (end.text or "").istitle() and " " not in (end.text or "")  # written as a name
    return end.key != whole.key and end.kind in PRODUCTS


def _is_unnamed(end: End) -> bool:
    text = end.text or ""
    return end.key is None and text.islower() and (names_a_thing(text) or " " not in text)


def _is_doer(end: End) -> bool:
    text = end.text or ""
    last = text.split()[-1] if text and end.key is None else ""
    is_general = bool({last, f"{last}s"} & GENERAL) or last in _NO_DOERS or last in word_list("workloads")
    return last[:1].islower() and not is_general and names_a_thing(text)


def by_interface(clause: Clause, edges: Iterable[EdgeDraft]) -> Iterator[EdgeDraft]:
    """ "timetables for trams and buses" below a depot: what its interfaces are for, the whole takes, too."""
    whole, span = clause.parent_subject, clause.subject_span
    if whole is None or span is None or not _INTERFACE.fullmatch(clause.text, *span):
        return
    for said in edges:
        if said.relation is RelationType.SUPPORTS and said.source.key == clause.subject:
            yield edge(End(key=whole), RelationType.SUPPORTS, said.target, "by its interface")


def by_examples(edges: Collection[EdgeDraft]) -> Iterator[EdgeDraft]:
    """ "mail goes to a river port (Dover, Calais)": where it goes is told by the examples in the bracket behind it."""
    examples = [(e.target, e.source) for e in edges if e.rule == IN_A_BRACKET and e.relation is _KIND]
    for said in edges if examples else ():
        if said.relation in _PLACED and said.source.key is not None:
            items = (item for place, item in examples if place.key == said.target.key and item.key != said.source.key)
            yield from (said._replace(target=item, rule="example of its place") for item in items)

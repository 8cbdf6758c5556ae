"""What sets a thing going, told by an event: "starts on a knock or a ring", "night call -> wakes the pilot"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.vocabulary import PRODUCTS, Kind, RelationType
from ingest.relating.actors import actors_before
from ingest.relating.ends import edge, free, known, labelled
from ingest.relating.gates import rule
from ingest.relating.phrases import clean, free_end, list_parts
from ingest.relating.plain_words import is_noun
from ingest.relating.sentence import Sentence
from ingest.relating.things import thing_between
from ingest.terms import names_event, word_list
from ingest.values import Clause, EdgeDraft, End

_TRIGGERS = RelationType.TRIGGERS
_SMALL = r"(?:(?:an?|each|every|any|all|new|either|the|one|your|some)\s+)*"
_SET_GOING = (
    r"(?:start(?:s|ed)?|run|runs|fire[sd]?|triggered|invoked|kicked off|kicks? (?:in|off)|woken(?: up)?|wakes? up"
    r"|goes off|set off|launched|called|executed|begins?|builds?|deploys?|reacts?|acts?|kicked|get going|gets going)"
)
_ON_EVENT = re.compile(
    rf"\b(?P<verb>{_SET_GOING})\s+(?:(?:again|automatically|once|anew|directly|manually or)\s+)?"
    rf"(?:on|upon|from|by|at|with|per|for every|for each|after|in response to)\s+(?P<list>{_SMALL}[\w`][^;:.()]*)",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\s+(?:to|in|into|on|from|of|via|for|with|when|if|so|while|that|which|every|at)\s", re.IGNORECASE)
_STARTS = r"(?:runs?|starts?|fires?(?: off)?|kicks? off|triggers?|executes?|invokes?|launches|wakes?)"
_ARROW = re.compile(r"\s*(?:->|=>|→)\s*")
_STARTED_BEHIND = re.compile(rf"(?:it |then )*{_STARTS}\s+(?:the|an?|your|its|our)\s+(?P<what>[\w`][\w` .-]*?)\s*$")
_IS_STARTED = re.compile(
    r"(?:the |an? )?(?P<what>[\w`][\w` .-]*?)\s+(?:(?:is|are|gets?)\s+)?"
    r"(?:starts?|started|runs?|run|executed|fires?|fired|kicks in|kicked off|launched|woken up|wakes up|triggered)\s*$"
)
_BY_DEED = re.compile(
    r"(?:finish|complet|publish|merg|upload|push|sav|creat|delet|clos|tagg|chang|updat|submitt|clos|approv)ing\s+"
    rf"(?:the|an?|your)\s+(?P<what>[\w`][\w` -]*?)\s+(?:also\s+|then\s+|can\s+|will\s+)*{_STARTS}\s+"
    r"(?:the|an?|your|its)\s+(?P<started>[\w`][\w` -]*?)\s*(?=$|[,;.(])",
    re.IGNORECASE,
)
MAX_WORDS = 3


def _on_event(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "starts on a knock or a ring": each of them sets the thing at hand going."""
    clause = sentence.clause
    match = _ON_EVENT.search(clause.text, clause.body_start)
    if match is None or sentence.has(sentence.lexicon.negations):
        return
    start, stop = match.span("list")
    found = [_happening(clause, *place) for place in list_parts(clause.text, start, free_end(clause.text, start, stop))]
    if not found or found[0] is None:
        return
    acting = actors_before(sentence, sentence.index_at(match.start("verb")), sentence.body)
    targets = acting.ends if acting is not None and acting.ends else (labelled(clause),)
    for source in found:
        for target in targets:
            if source is not None and source != target and target.kind is not Kind.CONCEPT:
                yield edge(source, _TRIGGERS, target, "starts on an event")


_EACH_TIME = re.compile(
    r"\b(?:(?:every|each|any) ?time|whenever|as soon as)\s+(?:there(?:'s|\s+is|\s+are)\s+)?"
    r"(?P<event>(?:an?|new)\s+(?:[\w-]+\s+){0,2}?[\w-]+)(?=\s+(?:to|in|on|is|are|gets?|appears?|comes?|happens?|arrives?)\b|\s*(?:$|[,.;)]))",
    re.IGNORECASE,
)


def _each_time(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "rings every time there is a new guest", "whenever a call comes in": what happens starts what is at hand."""
    clause = sentence.clause
    match = _EACH_TIME.search(clause.text, clause.body_start)
    if match is None or clause.subject_kind is Kind.CONCEPT or sentence.has(sentence.lexicon.negations):
        return
    source = _happening(clause, *match.span("event"))
    if source is not None:
        yield edge(source, _TRIGGERS, labelled(clause), "starts on an event")


def _happening(clause: Clause, start: int, stop: int) -> End | None:
    """The event that a part of a list names, or the product whose event it is ("a Ferry signal")."""
    if _PLACE.search(clause.text, start, stop):
        return None  # "a push to the yard": what stands there tells more
    text = clean(clause.text[start:stop])
    words = text.split()
    if not 0 < len(words) <= MAX_WORDS + 1 or not names_event(text) or text.lower() in word_list("any event"):
        return None
    named = next((m for m in clause.mentions if start <= m.start and m.end <= stop), None)
    if named is not None and (named.kind in PRODUCTS or clause.text[named.start : named.end] == text):
        return known(named)
    return free(text, RelationType.HAS_FEATURE)


def _arrow(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "night call -> wakes the pilot", "call -> pilot is started": what an event, or the thing at hand, starts."""
    clause = sentence.clause
    signs = list(_ARROW.finditer(clause.text, clause.body_start))
    if not signs or clause.subject_kind is Kind.CONCEPT or sentence.has(sentence.lexicon.negations):
        return
    last = len(clause.text.rstrip(" .!"))
    before, behind = clause.text[clause.body_start : signs[0].start()], clause.text[signs[-1].end() : last]
    match = _STARTED_BEHIND.fullmatch(behind) or _IS_STARTED.fullmatch(behind)
    if match is None:
        return
    start = signs[-1].end()
    what = thing_between(clause, start + match.start("what"), start + match.end("what"))
    is_marked, words = match.re is _STARTED_BEHIND, clean(match["what"])
    if what is None and is_marked and " " in words and words.replace(" ", "").isalpha():
        what = free(words, RelationType.HAS_FEATURE)
    is_thing = what is not None and (what.key is not None or is_marked or is_noun(what.text or ""))
    if what is None or not is_thing or len((what.text or "").split()) > MAX_WORDS or what.kind is Kind.CONCEPT:
        return
    event = clean(before)
    is_told = names_event(event) and len(event.split()) <= MAX_WORDS
    is_told = is_told and not any(m.start < signs[0].start() for m in clause.mentions)
    source = free(event, RelationType.HAS_FEATURE) if is_told else labelled(clause)
    if what.key is None or what.key not in (clause.subject, clause.owner, source.key):
        yield edge(source, _TRIGGERS, what, "arrow to what starts")


def _by_deed(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "finishing the hull kicks off the paint job": what is done to a thing sets another going."""
    clause = sentence.clause
    match = _BY_DEED.match(clause.text, clause.body_start)
    if match is None:
        return
    source = thing_between(clause, *match.span("what"))
    target = thing_between(clause, *match.span("started"))
    if source is not None and target is not None and source != target:
        yield edge(source, _TRIGGERS, target, "starts when that is done")


EVENTS = (
    rule(_each_time, "time everytime anytime whenever soon", " ".join(sorted(word_list("happenings")))),
    rule(
        _on_event,
        "start starts started run runs fire fires fired triggered invoked kicked kick kicks woken wake wakes goes set "
        "launched called executed begin begins build builds deploy deploys react reacts act acts get gets",
        " ".join(sorted(word_list("happenings"))),
    ),
    rule(
        _arrow,
        "-> => →",
        "run runs start starts started fire fires fired executed kick kicks kicked launched woken wakes wake trigger "
        "triggers triggered execute executes invoke invokes launches",
    ),
    rule(
        _by_deed,
        "the a an your",
        "kick kicks trigger triggers start starts run runs fire fires execute executes "
        "invoke invokes launches wake wakes",
    ),
)
"""What an event sets going."""

"""What a thing takes, needs or suits, told by what people do: "rules are written in X", "for coal? this is the one"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.vocabulary import PRODUCTS, Kind, RelationType
from ingest.relating.ends import edge, ends_of, labelled, objects
from ingest.relating.gates import rule
from ingest.relating.phrases import free_end
from ingest.relating.plain_words import is_noun
from ingest.relating.purposes import purposes
from ingest.relating.sentence import Sentence
from ingest.values import Clause, EdgeDraft, End

_WRITTEN_IN = re.compile(
    r"(?:(?:you|u|we|devs?|people) )?(?:(?:can|could|may|have to) )?(?:(?:write|code|script|program|define"
    r"|express)(?: it| them| [a-z]+s)? in"
    r"|(?:the |its |custom |own )*[a-z]+s (?:(?:can|could|may|must|have to) be |are |r )?(?:written|coded|scripted"
    r"|programmed|implemented|expressed) in"
    r"|(?:code|scripts|functions|plugins|rules|jobs|tests|handlers|queries|policies|extensions|modules"
    r"|transforms) (?:is |are )?in)\s+"
    r"(?:either )?",
    re.IGNORECASE,
)
_MUST_SWITCH_ON = re.compile(
    r"(?:(?:you|u|we|they|it)(?:'ll| will)? )?(?:must|have to|has to|need to|needs to|gotta|got to)\s+(?:first\s+"
    r"|also\s+)?"
    r"(?:enable|install|turn on|switch on|activate|set up|attach|create|configure|register|buy)\s+(?:the |an? |your )?"
    r"(?P<what>[\w`][^,;.()]{1,40}?)\s+(?:first|for (?:it|this|that)|before(?:hand)?|in advance|before (?:it|you"
    r"|that)\b[^,;]*)\s*[.!]?$",
    re.IGNORECASE,
)
_THIS_IS_IT = re.compile(
    r"(?:if|when|whenever|for|need|want)\s+(?:(?:you|u|we)\s+)?(?:(?:have to|need to|want to|need|want|have"
    r"|must)\s+)?(?P<need>[\w`][^,;.()?]{2,50}?)"
    r"\s*[,?:]?\s+(?:then\s+)?(?:this is (?:the one|it|what you (?:want|need))|this is your \w+|use this|take this"
    r"|this one|go for (?:this|it))\b\s*[.!]?$",
    re.IGNORECASE,
)
_WANTED_THERE = re.compile(
    r"(?P<need>[\w`][^;.()?]{2,60}?)\s*[,:–-]\s*(?:that'?s|this is|thats) where (?:you|u|we"
    r"|people) (?:really )?(?:want|use|need|put|take|like) (?:it|this)\b",
    re.IGNORECASE,
)
_PICK_ONE = re.compile(
    r"(?:(?:is |comes as |can be |runs |run |with )?(?:either )?)(?P<list>[\w`][^;.:()]*?\bor\b[^;.:(),]+?)"
    r"\s*[,;:(–-]+\s*"
    r"(?:(?:you|u|we) (?:can |have to |must |get to )?)?(?:pick|choose|take|select|decide)\s+"
    r"(?:(?:one|either|whichever|what you like|between them)|(?:your|ur) (?:pick|choice|poison))\)?\s*[.!]*$",
    re.IGNORECASE,
)


def _pick_one(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "Latin or Greek, pick one": what is left to choose is what the thing above takes."""
    clause, about = sentence.clause, labelled(sentence.clause)
    match = _PICK_ONE.match(clause.text, clause.body_start)
    if match is None or not _is_whole(clause, about) or sentence.has(sentence.lexicon.negations):
        return
    found = list(ends_of(clause, *match.span("list"), RelationType.SUPPORTS))
    for choice in found if any(end.kind in PRODUCTS and end.key for end in found) else ():
        if choice.key != about.key:
            yield edge(about, RelationType.SUPPORTS, choice, "left to choose")


def _written_in(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "rules are written in Latin or Greek": languages that the thing above takes, whatever is written."""
    clause, about = sentence.clause, labelled(sentence.clause)
    match = _WRITTEN_IN.match(clause.text, clause.body_start)
    if match is None or not _is_whole(clause, about) or sentence.has(sentence.lexicon.negations):
        return
    end = free_end(clause.text, match.end(), len(clause.text))
    found = objects(clause, match.end(), end, RelationType.SUPPORTS)[0]
    for language in found if any(end.kind is Kind.TECHNOLOGY and end.key for end in found) else ():
        if language.key != about.key:
            yield edge(about, RelationType.SUPPORTS, language, "written in it")


def _switched_on(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "you have to install the mast first": what must be there before the thing above works."""
    clause, about = sentence.clause, labelled(sentence.clause)
    match = _MUST_SWITCH_ON.match(clause.text, clause.body_start)
    if match is None or about.kind is Kind.CONCEPT or clause.subject_span is not None or clause.label is not None:
        return
    for part in ends_of(clause, *match.span("what"), RelationType.REQUIRES):
        is_thing = part.key is not None or is_noun(part.text or "")
        if is_thing and (part.key is None or part.key != about.key):
            yield edge(about, RelationType.REQUIRES, part, "to be there first")


def _the_one(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "if you have to move coal, this is the one", "wide rivers, thats where you want it"."""
    clause, about = sentence.clause, labelled(sentence.clause)
    match = _THIS_IS_IT.match(clause.text, clause.body_start) or _WANTED_THERE.match(clause.text, clause.body_start)
    if match is None or not _is_whole(clause, about) or sentence.has(sentence.lexicon.negations):
        return
    for target in purposes(clause, *match.span("need"), RelationType.SUITED_TO):
        yield edge(about, RelationType.SUITED_TO, target, "the one for it")


def _is_whole(clause: Clause, about: End) -> bool:
    return about.kind in (*PRODUCTS, Kind.FEATURE) and clause.subject_span is None and clause.label is None


TAKEN = (
    rule(_pick_one, "or", "pick choose take select decide"),
    rule(
        _written_in,
        "in",
        "write code script program define express written coded scripted programmed implemented expressed scripts "
        "functions "
        "plugins rules jobs tests handlers queries policies extensions modules transforms",
    ),
    rule(
        _switched_on,
        "enable install turn switch activate set attach create configure register buy",
        "must have has need needs gotta got",
    ),
    rule(_the_one, "this where", "if when whenever for need want that's thats that"),
)
"""What a thing takes, needs or is for, by what people do with it."""

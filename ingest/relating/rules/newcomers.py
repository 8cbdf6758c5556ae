"""What people are told to move to: "X is closed, Y is what you take now", "Y it is", "Y since May, X is buried"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.vocabulary import Kind, RelationType
from ingest.relating.ends import edge, known
from ingest.relating.gates import rule
from ingest.relating.outdated import NAME, above, gone_words, is_named, left_behind
from ingest.relating.sentence import Sentence
from ingest.relating.things import thing_between
from ingest.values import Clause, EdgeDraft, End

_REPLACES = RelationType.REPLACES
_BEGINS = r"(?:^|[,;.:(]\s*|\s[-–—]\s+|(?:->|=>|→)\s*)(?:(?:so|and|but|now)\s+)?(?:the |an? )?"
_ENDS = r"(?=\s*(?:$|[,;.:()!]|\s[-–—]\s))"
_PEOPLE = r"(?:you|u|us|they|we|people|everybody|everyone|all|folks)"
_MOVING = r"(?:want|use|take|move|go|switch|migrate|recommend|push|need|run|like|prefer|pick)[a-z]*"
_IS_WHAT = re.compile(
    rf"{_BEGINS}(?P<new>{NAME}) (?:is|are) (?:what|the one|where) {_PEOPLE}\s+"
    rf"(?:(?:should|now|all|have to|are supposed to|are meant to|are told to|must)\s+)?{_MOVING}\b",
    re.IGNORECASE,
)
_WANTED_ON = re.compile(
    rf"\b(?:want|wants|push|pushes|pushing|moving|moves|nudge|nudges|steer|steers) {_PEOPLE}(?: all)?"
    rf" (?:on|onto|to|over to|towards?) (?:the )?(?P<new>{NAME})(?: now| these days| nowadays| instead)?{_ENDS}",
    re.IGNORECASE,
)
_IT_IS = re.compile(rf"{_BEGINS}(?P<new>{NAME}) it is(?: now| then)?{_ENDS}", re.IGNORECASE)
_IS_GONE = rf"(?: (?:is|was|are|were|got|has been))?(?: now)? (?:{gone_words()})"
_SINCE = re.compile(
    rf"(?:^|[,;.:(]\s*)(?P<new>{NAME}) (?:is (?:the )?default |default )?(?:since|from|as of) v?\d[\w.]*"
    rf"(?: on(?:wards)?)?[,;]\s+(?:the |old )?(?P<old>{NAME}){_IS_GONE}{_ENDS}",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    rf"(?:^|[,;.:(]\s*)(?P<old>{NAME}) (?:until|till|up to|before) v?\d[\w.]*[,;]\s+"
    rf"(?:then|since then|now|after that|afterwards|from (?:then|there) on)(?: it'?s)? (?:the )?(?P<new>{NAME}){_ENDS}",
    re.IGNORECASE,
)


_NOW = r"(?:now|these days|nowadays|today|since then)"
_ONCE = re.compile(
    rf"(?:^|[,;(]\s*)(?:formerly|previously|née|nee|originally|once)\s+(?:known as |called |named )?"
    rf"(?P<old>{NAME})(?=\s*(?:$|[,;.:()]|\s[-–—]\s))",
    re.IGNORECASE,
)
_IS_NOW = re.compile(
    rf"(?:was (?P<old>{NAME}),? )?(?:(?P<now>now (?:it'?s|its|is|called)) |(?:it'?s |is ))(?P<new>{NAME})"
    rf"(?(now)|(?P<then> {_NOW})){_ENDS}",
    re.IGNORECASE,
)
_THE_NEW = re.compile(rf"(?:is |it'?s |basically )*the new (?P<old>{NAME}){_ENDS}", re.IGNORECASE)
_OUT_AND_IN = re.compile(
    rf"(?:^|[,;.:(]\s*)(?:(?P<old>{NAME}) (?:is )?out,? (?:and )?(?P<new>{NAME}) (?:is )?in"
    rf"|in with (?P<new_>{NAME}),? (?:and )?out with (?P<old_>{NAME})"
    rf"|out with (?P<old__>{NAME}),? (?:and )?in with (?P<new__>{NAME})){_ENDS}",
    re.IGNORECASE,
)
_POINTS_TO_NEW = re.compile(
    rf"(?P<old>{NAME})\s*(?:->|=>|→)\s*(?:(?:the )?{_NOW} (?:called )?(?P<new>{NAME})|(?P<new_>{NAME}) {_NOW}"
    rf"|(?P<new__>{NAME}) \((?:the )?new(?: one| name)?\)){_ENDS}",
    re.IGNORECASE,
)


_RUN_NOW = re.compile(
    rf"\b{_PEOPLE} (?:all )?(?:runs?|uses?|have|take|are on|is on) (?P<new>{NAME}) {_NOW}{_ENDS}",
    re.IGNORECASE,
)


def _told_to_move(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "the jetty is closed, the pier is what you take", "they want you on the pier", "sails it is"."""
    text = sentence.clause.text
    for shape in (_IS_WHAT, _WANTED_ON, _RUN_NOW, _IT_IS):
        match = shape.search(text)
        old = left_behind(sentence, match.start("new")) if match is not None else None
        new = thing_between(sentence.clause, *match.span("new")) if match is not None else None
        if old is not None and new is not None and is_named(new) and old != new:
            yield edge(new, _REPLACES, old, "told to move")
            return


def _from_then_on(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "sails since 1.2, oars are gone", "oars until 1.2, then sails"."""
    for shape in (_SINCE, _UNTIL):
        match = shape.search(sentence.clause.text)
        if match is None:
            continue
        new, old = (thing_between(sentence.clause, *match.span(side)) for side in ("new", "old"))
        if new is not None and old is not None and new != old and is_named(new) and is_named(old):
            yield edge(new, _REPLACES, old, "from then on")
            return


def _another_name(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "formerly the Jetty", "it's the Pier now", "the new Jetty": what a section is about, under another name."""
    clause = sentence.clause
    about = above(clause)
    if clause.label is not None or about.kind is Kind.CONCEPT:
        return
    once = _ONCE.search(clause.text)
    is_new = once is None or (clause.text[: once.start()].strip() and once[0][0] != "(")
    once = _THE_NEW.match(clause.text) if is_new else once
    now = _IS_NOW.match(clause.text)
    if once is not None:
        old = thing_between(clause, *once.span("old"))
        if (
            old is not None
            and _is_whole(clause, old)
            and old.key != about.key
            and (old.kind is Kind.SERVICE or not is_new)
        ):
            yield edge(about, _REPLACES, old, "another name")
    elif now is not None:
        new = thing_between(clause, *now.span("new"))
        old = thing_between(clause, *now.span("old")) if now["old"] else about
        if (
            new is not None
            and old is not None
            and _is_whole(clause, new)
            and (new.key or new.text) != (old.key or old.text)
        ):
            yield edge(new, _REPLACES, old, "another name")


def _out_and_in(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "the jetty is out, the pier is in", "Jetty -> now Pier", "Jetty -> Pier (new one)"."""
    clause = sentence.clause
    match = _OUT_AND_IN.search(clause.text) or _POINTS_TO_NEW.match(clause.text)
    if match is None:
        return
    groups = {name.strip("_"): name for name, words in match.groupdict().items() if words}
    new, old = (thing_between(clause, *match.span(groups[side])) for side in ("new", "old"))
    if new is not None and old is not None and new != old and _is_whole(clause, new) and _is_whole(clause, old):
        yield edge(new, _REPLACES, old, "out and in")


_OUT_OF = re.compile(
    r"\s*(?:came|grew|was born|evolved) out of (?:the |what was )?(?:old )?[`*]*(?=\w)|\s*evolved from [`*]*(?=\w)",
    re.IGNORECASE,
)


def _came_out_of(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "grew out of the Jetty": one product out of another."""
    clause = sentence.clause
    about = above(clause)
    starts = {clause.body_start: about} | {m.end: known(m) for m in clause.mentions}
    for place, one in starts.items():
        match = _OUT_OF.match(clause.text, place)
        other = next((m for m in clause.mentions if match and m.start == match.end()), None)
        if other is not None and one.kind is other.kind is Kind.SERVICE and one.key != other.key:
            yield edge(one, _REPLACES, known(other), "came out of it")


def _is_whole(clause: Clause, end: End) -> bool:
    """Whether an end is a product and no part of the section's, or words that are written as the name of one."""
    if end.key is None:
        return all(word[:1].isupper() for word in (end.text or "").split())
    about = above(clause).key
    owners = {m.owner for m in clause.mentions if m.key == end.key}
    return end.kind is Kind.SERVICE or (end.kind is Kind.FEATURE and about not in owners and end.key != about)


NEWCOMERS = (
    rule(
        _told_to_move,
        "what one where want wants push pushes pushing moving moves nudge nudges steer steers it now nowadays today "
        "days",
    ),
    rule(_another_name, "now these nowadays today since formerly previously née nee originally once new"),
    rule(_came_out_of, "came grew born evolved"),
    rule(_out_and_in, "out now these nowadays today new"),
    rule(_from_then_on, "since from as until till up before"),
)
"""What people move to when something is gone."""

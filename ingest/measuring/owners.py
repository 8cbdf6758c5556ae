"""Whose figure it is: of the feature or product that a clause names with it, else of what the clause is about."""

from __future__ import annotations

import re

from graph.quantities.forms import is_plural
from graph.quantities.grammar import Quantity
from graph.quantities.page import bound_in
from graph.quantities.tokens import tokens_of
from graph.quantities.words import quantity_words
from graph.vocabulary import PRODUCTS, Kind, RelationType
from ingest.measuring.columns import second_of_row
from ingest.measuring.naming import names_measure
from ingest.terms import is_verb
from ingest.values import Clause, Mention

_WORDS = re.compile(r"\w+")
_COPULAS = frozenset(
    {"is", "are", "=", ":", "(", "`", "has", "a", "the", "-", "<", ">", "<=", ">=", "≤", "≥", "~", "≈"}
)
SENTENCE = re.compile(r"; |(?<=\w\w)[.!?] | (?:whereas|while) ")
"""Where another sentence begins."""
_PART = re.compile(rf", | vs\.? |{SENTENCE.pattern}")
_LABEL_OF_PART = re.compile(r"(?:, |; | / )(?P<label>[^,;:/()?]{1,40}): [^,;:/()?]{0,20}$")
_THE_OTHERS = re.compile(
    r"(?:, |; |\b(?:whereas|while|but|vs\.?) )(?:(?:all|for|of|in|on) )*(?:the )?(?:rest|others?)\b[^,;.()]*$",
    re.IGNORECASE,
)
_LOOK_BACK = 300  # so that the time grows with the text's length alone
_OPENING = frozenset({"", "the", "a", "an", "but", "and", "then", "rest of", "the rest of"})
OWNERS = frozenset({Kind.FEATURE, Kind.SERVICE, Kind.TECHNOLOGY})
"""Kinds of things that figures belong to."""
_ONE_OF = re.compile(r"^(?:1|one|an?) (?=\w)")
_PREPOSITIONS = frozenset({"to", "from", "of", "for", "in", "on", "at", "with", "by", "per", "via", "into", "than"})


def owner_of(clause: Clause, quantity: Quantity, first: Quantity) -> str:
    """The key of what a quantity of the clause belongs to; `first` is the first quantity of the clause."""
    return second_thing(clause, quantity) or _beside(clause, quantity, first) or _owner(clause, quantity)


def second_thing(clause: Clause, quantity: Quantity) -> str | None:
    """The key of the second thing of a row that sets two side by side, where that has a name."""
    place = second_of_row(clause, quantity) if clause.columns else None
    return next((m.key for m in clause.mentions if (m.start, m.end) == place), None)


def _owner(clause: Clause, quantity: Quantity) -> str:
    """The key of the feature right before the quantity, of the name before "port N", else of the subject."""
    name_end = quantity.name_end - (clause.text[: quantity.name_end][-1:] == "`")
    for place, mention in enumerate(clause.mentions):
        measured = quantity.name_start <= mention.start and mention.end == name_end
        if measured and clause.text[mention.start : mention.end].lower() == "port":
            continue  # the port of what the line is about
        if measured and mention.kind is Kind.FEATURE and _is_head(clause.text, mention, quantity):
            return _modified_by(clause.mentions[max(0, place - 1)], mention, clause.text) or mention.key
        if _owns_port(clause.text, mention, quantity) or _has_bracket(clause.text, mention, quantity):
            return mention.key
    ways = (_possessor, _told_which, _own_label, _labelled, _compared, _opens_part, _whole_of_others)
    return next((key for way in ways if (key := way(clause, quantity))), clause.subject)


_OF_ITS = re.compile(r"['’]s?\s+\w")
"""Behind an owner's name: "the winch's reel time"."""
_OF = re.compile(r"\s+of\s+(?:(?:the|an?)\s+)?")
"""Before an owner's name: "reel time of the winch"."""


def _possessor(clause: Clause, quantity: Quantity) -> str | None:
    """ "the winch's reel time 30 s", "Winch reel time 30 s", "reel time of the winch 30 s": the thing that has it."""
    behind = _OF.match(clause.text, quantity.name_end) if names_measure(quantity.words) else None
    for mention in clause.mentions:
        if behind is not None and mention.start == behind.end() and mention.kind in OWNERS:
            return mention.key if mention.end <= quantity.start else None
        if mention.start == quantity.name_start and mention.end < quantity.name_end and mention.kind in OWNERS:
            is_its = _OF_ITS.match(clause.text, mention.end) is not None
            rest = clause.text[mention.end : quantity.name_end]
            is_alone = not any(mention.end < other.end <= quantity.name_end for other in clause.mentions)
            is_thing = not is_plural(rest) or is_verb(rest.strip())  # no metrics, but "panics"
            measured = names_measure(rest) or (quantity.said and is_alone and is_thing)
            return mention.key if is_its or (mention.kind is Kind.SERVICE and measured) else None
    return None


_WHICH = re.compile(r"[`*]*, which (?:[\w'-]+ ){1,6}$")


def _told_which(clause: Clause, quantity: Quantity) -> str | None:
    """ "kept dry by the pump, which starts every 5 min": the thing before "which", whose figure follows."""
    near = max(0, quantity.start - _LOOK_BACK)
    before = (m for m in clause.mentions if m.kind in OWNERS and near <= m.end <= quantity.start)
    return next((m.key for m in before if _WHICH.fullmatch(clause.text, m.end, quantity.start)), None)


def _whole_of_others(clause: Clause, quantity: Quantity) -> str | None:
    """ "carries 9 cars, the other boats 4": what a figure tells of all others of its sort is told of their whole."""
    is_part = clause.subject_kind is Kind.FEATURE and _THE_OTHERS.search(clause.text[: quantity.start])
    return clause.owner or clause.parent_subject if is_part else None


def _modified_by(before: Mention, mention: Mention, text: str) -> str | None:
    """ "a lee berth holds up to 9 boats": the berth of another thing, named together with what says of which kind."""
    touches = before.kind is Kind.FEATURE and text[before.end : mention.start] == " "
    return before.key if touches and mention.owner and mention.owner != before.key else None


def _compared(clause: Clause, quantity: Quantity) -> str | None:
    """ "tug vs ferry: the ferry takes up to 9 cars": the side, or its initials, that opens the figure's sentence."""
    if clause.lead is None or clause.lead.relation is not RelationType.CONTRASTS_WITH or not clause.body_start:
        return None
    start = max([clause.body_start, *(m.end() for m in SENTENCE.finditer(clause.text, 0, quantity.start))])
    opening = _WORDS.findall(clause.text[start : quantity.start].lower())
    opening = opening[opening[:1] == ["the"] :]
    sides = (m for m in clause.mentions if m.end < clause.body_start)
    names = ((m.key, _WORDS.findall(clause.text[m.start : m.end].lower())) for m in sides)
    return next((key for key, name in names if opening[: len(name)] == name or opening[:1] == [_initials(name)]), None)


def _initials(name: list[str]) -> str:
    return "".join(word[0] for word in name)


def _beside(clause: Clause, quantity: Quantity, first: Quantity) -> str | None:
    """ "upper deck 40 %, lower deck 60 %": what the second figure measures stands beside the subject, as its equal,
    whose figure it is if it is known by name.

    So does a second time beside one that the subject itself is: "hello 5 s, hold time 15 s".
    """
    alike = quantity is not first and quantity.unit == first.unit and quantity.name_start > first.end
    if not alike or not clause.subject_span or clause.subject_span[0] != first.name_start:
        return None
    is_time = clause.subject_span[1] == first.name_end and quantity_words().is_time(quantity.unit)
    measure = names_measure(quantity.words) and not is_time
    if measure or not quantity.words:
        return None
    place = (quantity.name_start, quantity.name_end)
    equal = next((m.key for m in clause.mentions if (m.start, m.end) == place and m.kind in OWNERS), None)
    return equal or clause.parent_subject or clause.owner


def _own_label(clause: Clause, quantity: Quantity) -> str | None:
    """ "tug: 9 cars, launch: 8 seats": the thing with a colon behind it that opens the figure's part."""
    match = _LABEL_OF_PART.search(clause.text, clause.body_start, quantity.start) if clause.label else None
    if match is None:
        return None
    named = (m for m in clause.mentions if (m.start, m.end) == match.span("label"))
    return next((m.key for m in named if m.kind in OWNERS), None)


def _labelled(clause: Clause, quantity: Quantity) -> str | None:
    """The thing that the clause's label names and no more: "sail locker: 12 sails", "1 TU = 2 MB/s"."""
    if not clause.label or quantity.start < clause.body_start or bound_in(clause.label, quantity_words()):
        return None
    if any(sign in clause.text[clause.body_start : quantity.start] for sign in ";?"):
        return None
    term = _ONE_OF.sub("", clause.label)
    if names_measure(term):
        return None
    start = clause.text.find(term, 0, clause.body_start)
    named = (m for m in clause.mentions if (m.start, m.end) == (start, start + len(term)))
    return next((m.key for m in named if m.kind in OWNERS), None)


def _opens_part(clause: Clause, quantity: Quantity) -> str | None:
    """ "cars park below, the launch has max 8 seats": the thing that opens the figure's part, or a later sentence."""
    near = max(0, quantity.start - _LOOK_BACK)
    parts = [m.end() for m in _PART.finditer(clause.text, near, quantity.start)]
    sentence = max((m.end() for m in SENTENCE.finditer(clause.text, near, quantity.start)), default=0)
    if quantity.rule.startswith("port"):
        return None
    starts = [start for start in (parts[-1] if parts else 0, sentence) if start]
    found = (_opener(clause, quantity, start) for start in dict.fromkeys(starts))
    return next((key for key in found if key), None)


def opening_name(clause: Clause) -> Mention | None:
    """The name that a clause opens with: "ropes last 3 years"."""
    first = clause.mentions[0] if clause.mentions else None
    return first if first and clause.text[: first.start].strip("` ").lower() in _OPENING else None


def _opener(clause: Clause, quantity: Quantity, part: int) -> str | None:
    """The thing that opens a part of the clause, if the figure is about it and not a measure of it."""
    if any(sign in clause.text[part : quantity.start] for sign in "(|"):
        return None
    for mention in clause.mentions:
        if part <= mention.start < mention.end < quantity.start and mention.kind in OWNERS:
            before, named = clause.text[part : mention.start], clause.text[mention.start : mention.end]
            measured = quantity.name_start <= mention.start < quantity.name_end or names_measure(named)
            measured = measured and not (mention.kind in PRODUCTS and mention.end == quantity.name_end)
            plural = is_plural(named) and not named.isupper()  # but "DNS"
            opens = before.strip("` ").lower() in _OPENING and not plural
            return mention.key if opens and not measured else None
    return None


def _has_bracket(text: str, mention: Mention, quantity: Quantity) -> bool:
    """ "the ferry takes cars, the launch doesn't (up to 12 people)": the bracket is about what opens its part.

    Right behind a name it is about that.
    """
    opened = text.rfind("(", 0, quantity.start)
    if opened < mention.end or mention.kind not in OWNERS or ")" in text[opened : quantity.start]:
        return False
    if mention.start and not text[mention.end : opened].strip(" `*"):
        return True
    part = max(text.rfind(sign, 0, opened) for sign in (", ", "; "))
    return 0 < part < mention.start and not text[part + 1 : mention.start].strip()


_LISTENING = re.compile(r"[`*]*\s+(?:(?:is|runs|listens|sits)\s+)?(?:on|at)\s+(?:port\s+)?$", re.IGNORECASE)


def _owns_port(text: str, mention: Mention, quantity: Quantity) -> bool:
    """ "LDAPS port 636": the name of a thing with its port behind it."""
    noun = text[mention.end : quantity.name_end].strip(" `)").lower()
    if quantity.rule.startswith("port") and (quantity.name_start, quantity.name_end) == (mention.start, mention.end):
        opens = mention.kind is Kind.SERVICE and not text[: mention.start].strip("` ")
        return opens and _LISTENING.match(text, mention.end, quantity.start) is not None
    before = text[: mention.start].split()
    object_of = before and before[-1].lower() in _PREPOSITIONS
    near = mention.start <= quantity.name_end and mention.end < quantity.name_end <= quantity.start
    if not text[: mention.start].strip("` ") and text[mention.end : quantity.start].strip("`,:( ").lower() == "port":
        return mention.kind in OWNERS  # "`planner ui`, port 5000"
    return mention.kind in OWNERS and near and noun == "port" and not object_of


def _is_head(text: str, mention: Mention, quantity: Quantity) -> bool:
    """ "door lock max 5 min" but not "reads of 4 KB", "calls to the door lock every 5 min" or "TTL 1"."""
    words = quantity_words()
    before, between = text[: mention.start].split(), text[mention.end : quantity.start]
    tokens = tokens_of(between)
    bound = {n for at, end, _ in words.before_phrases.find(tokens, 0, len(tokens)) for n in range(at, end)}
    joined = {token.low for n, token in enumerate(tokens) if n not in bound}
    if "(" in text[quantity.end : mention.start] and mention.start - quantity.name_start in (0, 1):
        return True  # "answers within 30 s (`reply_timeout`)"
    if mention.end > quantity.start or text[mention.start : mention.end].lower() in words.quantity_nouns:
        return False
    return joined <= _COPULAS and not (before and before[-1].lower() in _PREPOSITIONS)

"""Measuring: the quantities of a clause become limits of what the clause is about."""

from __future__ import annotations

import re
from collections.abc import Container
from math import isclose

from graph.comparison.units import scale_of
from graph.quantities.grammar import Quantity, read_quantities
from graph.quantities.names import quantity_name
from graph.values import Limit
from graph.vocabulary import Bound, Kind, RelationType
from ingest.measuring.beyond import least_taken
from ingest.measuring.columns import in_its_column, measure_of_column, names_row, second_of_row
from ingest.measuring.naming import named, names_measure
from ingest.measuring.owners import OWNERS, SENTENCE, opening_name, owner_of, second_thing
from ingest.relating.error_names import ERROR
from ingest.terms import is_verb
from ingest.values import Clause, LimitDraft, Mention

_STANDARD = re.compile(r"\b[A-Z]{2,}[ -]?(\d{1,9})-(\d{1,9})\b")
_ANSWERS = re.compile(r"\b(?:answers?|answered|returns?|returned|responds? with|throws?)\s*$", re.IGNORECASE)
_VERSIONED = (Kind.SERVICE, Kind.TECHNOLOGY, Kind.FEATURE)
_LIFTS_LIMIT = re.compile(
    r"\s*(?:=+|:|[-=]>|→|\(|means?|is|for|turns it)\s*"
    r"(?:no (?:limit|cap|max|maximum|expiry|timeout)|unlimited|unbounded|infinit[ey]|forever|never|off|"
    r"disabled|none)\b",
    re.IGNORECASE,
)
"""Behind a zero or less, which then is no figure: "0 = no limit"."""
_SET_TO = re.compile(r"[a-z_]=$")
"""Before the value of a setting, behind which its meaning stands: "mode=1 slow ferry"."""
_ONLY_ONE = re.compile(r"\bthe only $", re.IGNORECASE)
_SIGN_OF_ERROR = re.compile(r"(?:->|=>|→|=|\b(?:errors?|status|code|returns?|gets?|with|an?))\s*$", re.IGNORECASE)
_LEADS_TO_CODE = re.compile(r"(?:->|=>|→|\bthen)\s*$")
_ANSWER = re.compile(
    r"\?\s*\n\s*(?:[-*+•]\s+)?(?:A|Ans|Answer)\b[:.)]*\s*|\?\s+(?:A|Ans|Answer)\s*[:.)]\s*", re.IGNORECASE
)
_YES = re.compile(r"(?:yes|yep|yeah|true|right|correct|of course)\b", re.IGNORECASE)


_ARROW = re.compile(r"(?:->|=>|→)\s*(?:use\s+)?")
_LATEST = 100
"""No version of a product has a higher number."""
_THRESHOLD = re.compile(
    r"[>≥]\s*=?\s*\d|\b(?:more than|bigger than|larger than|longer than|over|above|if|when)\s", re.IGNORECASE
)


def measure(clause: Clause, topics: Container[str] = ()) -> tuple[LimitDraft, ...]:
    """The limits that the clause states, in the order of its words.

    The owner is the clause's subject, or a service or feature whose name stands right before the quantity; `topics`
    only gather lines and own nothing where a line opens with a name. Thresholds of conditions and hypothetical clauses
    give none; what a label announces and its explanation repeats comes once.
    """
    if clause.hypothetical or clause.quiet or _is_warned_of(clause):
        return ()
    frame = _frame(clause)
    said = (least_taken(clause, quantity) for quantity in read_quantities(clause.text, frame))
    read = [q for q in said if not q.conditional and not _is_no_limit(clause, q)]
    read = [q for q in read if q.start >= _answer_start(clause)]
    if clause.columns:
        read = [in_its_column(clause, q) for q in read]
    kept = _without_repeats([named(q, clause, frame) for q in read], clause)
    gathers = clause.subject in topics and clause.subject_kind is Kind.CONCEPT and not clause.subject_span
    opener = opening_name(clause) if gathers else None
    return tuple(_draft(clause, q, kept[0], opener) for q in kept)


def _is_warned_of(clause: Clause) -> bool:
    """Whether the clause stands below "not good for" or "don't": its figures say what is not to be done."""
    return clause.lead is not None and clause.lead.relation is RelationType.NOT_SUITED_TO


def _answer_start(clause: Clause) -> int:
    """Where the answer to the question begins that a clause holds, unless that says yes to what was asked; else 0."""
    answer = _ANSWER.search(clause.text) if "?" in clause.text else None
    return answer.end() if answer and not _YES.match(clause.text, answer.end()) else 0


def _frame(clause: Clause) -> str:
    """The label that was cut off the clause, else the words above it."""
    cut_off = clause.label if clause.label and not clause.text.startswith(clause.label) else None
    return cut_off or clause.frame


def _is_no_limit(clause: Clause, quantity: Quantity) -> bool:
    """Whether a bare number is an error's code ("-> 429"), a standard's ("FIPS 140-2"), or the object of a verb.

    What seems to be counted behind a product's name may be its verb, and the number its version.
    """
    if clause.columns and names_row(clause, quantity):
        return True
    if clause.columns and second_of_row(clause, quantity) and second_thing(clause, quantity) is None:
        return True
    if quantity.rule == "counted" and (_is_version(clause, quantity) or _switches(quantity)):
        return True
    if quantity.rule.startswith("bare") and _is_version(clause, quantity):
        return True
    if quantity.rule == "counted" and _SET_TO.search(clause.text[: quantity.start]):
        return True
    if _tells_when(clause, quantity):
        return True
    if quantity.value <= 0 and _LIFTS_LIMIT.match(clause.text, quantity.end):
        return True
    if _ONLY_ONE.search(clause.text[: quantity.start]):
        return True
    if quantity.unit is not None:
        counted = quantity.rule == "counted" and _may_be_code(quantity)
        return counted and _LEADS_TO_CODE.search(clause.text[: quantity.start]) is not None
    before, after = clause.text[: quantity.start], clause.text[quantity.start :]
    if any(m.start() < quantity.start < m.end() and int(m[1]) > int(m[2]) for m in _STANDARD.finditer(clause.text)):
        return True
    signs = _SIGN_OF_ERROR.search(before) or (ERROR.match(after) and not _is_measured(clause, quantity))
    is_code = (_may_be_code(quantity) and signs) or (quantity.value in range(400, 600) and _ANSWERS.search(before))
    listens = quantity.rule == "port" and quantity.name_start == clause.body_start  # "listens on port 22"
    is_done = is_verb(quantity.words.lower()) and quantity.link not in ("is", "=") and not listens
    return bool(is_code) or (is_done and not quantity.said)


def _tells_when(clause: Clause, quantity: Quantity) -> bool:
    """Whether a figure belongs to a threshold before an arrow: "boats > 9 m or 4 crews -> the big lock"."""
    arrow = _ARROW.search(clause.text, quantity.end)
    if arrow is None or quantity.start < clause.body_start or ERROR.match(clause.text, arrow.end()):
        return False
    if not any(m.start - arrow.end() in (0, 1) and m.kind in OWNERS for m in clause.mentions):
        return False
    begins = max((m.end() for m in SENTENCE.finditer(clause.text, clause.body_start, quantity.start)), default=0)
    return _THRESHOLD.search(clause.text, begins, quantity.end) is not None


def _switches(quantity: Quantity) -> bool:
    """Whether a zero does something: "0 disables it"."""
    return quantity.value == 0 and is_verb((quantity.unit or "").lower())


def _is_version(clause: Clause, quantity: Quantity) -> bool:
    """Whether a number is a product's, as the end of its name or with its verb behind: "Ferry 2 carries cars"."""
    follows = clause.text[quantity.start :].split(None, 2)[1:2]
    is_behind = any(m.start < quantity.start <= m.end + 1 and m.kind in _VERSIONED for m in clause.mentions)
    if any(m.start < quantity.start < m.end and m.rule in ("pack", "alias") for m in clause.mentions):
        return True  # "Pier 1 berths": the end of a name
    figure = clause.text[quantity.start : quantity.end]
    if is_behind and quantity.unit is None and quantity.value < _LATEST and figure.endswith("+"):
        return True  # "Pier 2+"
    return is_behind and any(word.endswith("s") and is_verb(word.lower()) for word in follows)


def _may_be_code(quantity: Quantity) -> bool:
    is_port = quantity.rule.startswith("port")
    return quantity.value in range(400, 600) and quantity.bound is not Bound.DEFAULT and not is_port


def _is_measured(clause: Clause, quantity: Quantity) -> bool:
    """Whether the text tells a number's bound, or what it measures: "max 500", "weight 450", a cell below "size"."""
    nouns = quantity.words.lower().split()[-1:]
    return quantity.said or names_measure(" ".join(nouns)) or bool(measure_of_column(clause, quantity))


def _draft(clause: Clause, quantity: Quantity, first: Quantity, opener: Mention | None) -> LimitDraft:
    owner = owner_of(clause, quantity, first)
    owner = opener.key if opener and owner == clause.subject and opener.end <= quantity.start else owner
    of_owner = owner != clause.subject and quantity.scope == clause.text[quantity.name_start : quantity.name_end]
    scope = None if of_owner else quantity.scope
    limit = Limit(quantity_name(quantity), quantity.bound, quantity.value, quantity.unit, scope)
    return LimitDraft(owner, limit, f"measure-{quantity.rule}")


def _without_repeats(quantities: list[Quantity], clause: Clause) -> list[Quantity]:
    """Drops a quantity of the label that the explanation says again, the assumed bound before the said one."""
    kept: list[Quantity] = []
    for quantity in quantities:
        same = next((k for k, other in enumerate(kept) if _repeats(other, quantity, clause)), None)
        if same is None:
            kept.append(quantity)
        elif quantity.said > kept[same].said or (quantity.said == kept[same].said and quantity.unit == kept[same].unit):
            kept[same] = quantity
    return kept


def _is_in_other_unit(one: Quantity, two: Quantity) -> bool:
    """Whether the second quantity, without a name of its own, is the first in another unit: "30 days (720 h)"."""
    (dimension, factor), (other, its_factor) = scale_of(one.unit), scale_of(two.unit)
    return not two.words and dimension == other and isclose(one.value * factor, two.value * its_factor)


def _repeats(one: Quantity, two: Quantity, clause: Clause) -> bool:
    bracketed = "(" in clause.text[one.end : two.start]
    equal = (one.value, one.unit) == (two.value, two.unit)
    if not equal and not (bracketed and _is_in_other_unit(one, two)):
        return False
    if one.end <= clause.body_start <= two.start:
        return True
    if bracketed and (one.said != two.said or one.bound == two.bound):
        return True
    if one.bound != two.bound or one.scope != two.scope:
        return False
    return one.words == two.words or not one.words or not two.words

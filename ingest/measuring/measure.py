"""Measuring: the quantities of a clause become limits of what the clause is about."""

from __future__ import annotations

import re
from collections.abc import Container
from math import isclose

from graph.comparison.units import scale_of
from graph.quantities.forms import is_plural
from graph.quantities.grammar import Quantity, read_quantities
from graph.quantities.names import quantity_name
from graph.quantities.page import bound_in
from graph.quantities.tokens import tokens_of
from graph.quantities.words import quantity_words
from graph.values import Limit
from graph.vocabulary import PRODUCTS, Bound, Kind, RelationType
from ingest.measuring.beyond import least_taken
from ingest.measuring.columns import in_its_column, measure_of_column, second_of_row
from ingest.measuring.naming import named, names_measure
from ingest.relating.error_names import ERROR
from ingest.terms import is_verb
from ingest.values import Clause, LimitDraft, Mention

_WORDS = re.compile(r"\w+")
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
_COPULAS = frozenset(
    {"is", "are", "=", ":", "(", "`", "has", "a", "the", "-", "<", ">", "<=", ">=", "≤", "≥", "~", "≈"}
)
_SENTENCE = re.compile(r"; |(?<=\w\w)[.!?] | (?:whereas|while) ")
_PART = re.compile(rf", | vs\.? |{_SENTENCE.pattern}")
_LABEL_OF_PART = re.compile(r"(?:, |; | / )(?P<label>[^,;:/()?]{1,40}): [^,;:/()?]{0,20}$")
_THE_OTHERS = re.compile(
    r"(?:, |; |\b(?:whereas|while|but|vs\.?) )(?:(?:all|for|of|in|on) )*(?:the )?(?:rest|others?)\b[^,;.()]*$",
    re.IGNORECASE,
)
_LOOK_BACK = 300  # so that the time grows with the text's length alone
_OPENING = frozenset({"", "the", "a", "an", "but", "and", "then", "rest of", "the rest of"})
_OWNERS = frozenset({Kind.FEATURE, Kind.SERVICE, Kind.TECHNOLOGY})
_ONE_OF = re.compile(r"^(?:1|one|an?) (?=\w)")
_PREPOSITIONS = frozenset({"to", "from", "of", "for", "in", "on", "at", "with", "by", "per", "via", "into", "than"})


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
    opener = _opening_name(clause) if gathers else None
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
    if clause.columns and second_of_row(clause, quantity) and _second(clause, quantity) is None:
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
    if not any(m.start - arrow.end() in (0, 1) and m.kind in _OWNERS for m in clause.mentions):
        return False
    begins = max((m.end() for m in _SENTENCE.finditer(clause.text, clause.body_start, quantity.start)), default=0)
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
    owner = _second(clause, quantity) or _beside(clause, quantity, first) or _owner(clause, quantity)
    owner = opener.key if opener and owner == clause.subject and opener.end <= quantity.start else owner
    of_owner = owner != clause.subject and quantity.scope == clause.text[quantity.name_start : quantity.name_end]
    scope = None if of_owner else quantity.scope
    limit = Limit(quantity_name(quantity), quantity.bound, quantity.value, quantity.unit, scope)
    return LimitDraft(owner, limit, f"measure-{quantity.rule}")


def _second(clause: Clause, quantity: Quantity) -> str | None:
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
    ways = (_told_which, _own_label, _labelled, _compared, _opens_part, _whole_of_others)
    return next((key for way in ways if (key := way(clause, quantity))), clause.subject)


_WHICH = re.compile(r"[`*]*, which (?:[\w'-]+ ){1,6}$")


def _told_which(clause: Clause, quantity: Quantity) -> str | None:
    """ "kept dry by the pump, which starts every 5 min": the thing before "which", whose figure follows."""
    near = max(0, quantity.start - _LOOK_BACK)
    before = (m for m in clause.mentions if m.kind in _OWNERS and near <= m.end <= quantity.start)
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
    start = max([clause.body_start, *(m.end() for m in _SENTENCE.finditer(clause.text, 0, quantity.start))])
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
    equal = next((m.key for m in clause.mentions if (m.start, m.end) == place and m.kind in _OWNERS), None)
    return equal or clause.parent_subject or clause.owner


def _own_label(clause: Clause, quantity: Quantity) -> str | None:
    """ "tug: 9 cars, launch: 8 seats": the thing with a colon behind it that opens the figure's part."""
    match = _LABEL_OF_PART.search(clause.text, clause.body_start, quantity.start) if clause.label else None
    if match is None:
        return None
    named = (m for m in clause.mentions if (m.start, m.end) == match.span("label"))
    return next((m.key for m in named if m.kind in _OWNERS), None)


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
    return next((m.key for m in named if m.kind in _OWNERS), None)


def _opens_part(clause: Clause, quantity: Quantity) -> str | None:
    """ "cars park below, the launch has max 8 seats": the thing that opens the figure's part, or a later sentence."""
    near = max(0, quantity.start - _LOOK_BACK)
    parts = [m.end() for m in _PART.finditer(clause.text, near, quantity.start)]
    sentence = max((m.end() for m in _SENTENCE.finditer(clause.text, near, quantity.start)), default=0)
    if quantity.rule.startswith("port"):
        return None
    starts = [start for start in (parts[-1] if parts else 0, sentence) if start]
    found = (_opener(clause, quantity, start) for start in dict.fromkeys(starts))
    return next((key for key in found if key), None)


def _opening_name(clause: Clause) -> Mention | None:
    """The name that a clause opens with: "ropes last 3 years"."""
    first = clause.mentions[0] if clause.mentions else None
    return first if first and clause.text[: first.start].strip("` ").lower() in _OPENING else None


def _opener(clause: Clause, quantity: Quantity, part: int) -> str | None:
    """The thing that opens a part of the clause, if the figure is about it and not a measure of it."""
    if any(sign in clause.text[part : quantity.start] for sign in "(|"):
        return None
    for mention in clause.mentions:
        if part <= mention.start < mention.end < quantity.start and mention.kind in _OWNERS:
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
    if opened < mention.end or mention.kind not in _OWNERS or ")" in text[opened : quantity.start]:
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
        return mention.kind in _OWNERS  # "`planner ui`, port 5000"
    return mention.kind in _OWNERS and near and noun == "port" and not object_of


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

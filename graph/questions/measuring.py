"""Answers to questions about quantities: the limits and figures of the lines that deal with them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.quantities.grammar import Quantity, read_quantities
from graph.quantities.words import QuantityWords, quantity_words
from graph.questions import finding, narrowing, sentence
from graph.questions.answer import AnswerKind, Draft, OwnedLimit, quote
from graph.questions.names import squeeze
from graph.questions.nearby import IN_FUZZY, IN_NAME, IN_TEXT, NEARBY
from graph.questions.query import Query
from graph.questions.retrieval import Line, View, retrieve
from graph.questions.words import plain_words, stems
from graph.values import Entity, Relation
from graph.vocabulary import Bound, Direction, RelationType

MAX_VALUES = 4
MAX_LINES = 5
_COUNTED = re.compile(
    r"\b(?:how (?:many|much)|number of|the most) "
    r"(?!(?:can|could|do|does|is|are|may|will|would|should|must|did|i|you|we|one)\b)"
    r"((?:[\w-]+ ){0,3}?[\w-]+)\b"
    r"(?: (?:do|does|can|may|are|is|will|should|would|could|has|have|per|in|of|fit|one|a|an|the|each)\b|$)"
)
_PER = re.compile(r"\s*(?:/|per\b)")
_EACH = re.compile(r"(?:\bper|\beach|\bevery|/)\s*\w+")
_RATE = re.compile(r"\b(throughput|rate|per|bandwidth|speed|fast)\b")
_PRICES = frozenset({"USD", "EUR", "GBP", "cents"})
_OWN_SIZE = re.compile(r"\b(?!max|min|default|the|what|largest|biggest|smallest)[a-z]+[ -]size\b")
_IN_TIME = re.compile(r"/(s|min|h|days|month)$|^(IOPS|[KMG]bit/s|[KMG]bps)$")
_ENDLESS = re.compile(
    r"\b(unlimited|no (upper |hard )?(limit|cap|maximum)s?|any number|as many as|indefinitely|forever|"
    r"no (retention|expiry|expiration)|(never|don't|doesn't|does not|do not) expires?)\b(?! to\b)",
    re.IGNORECASE,
)
_HOW_DONE = re.compile(r"(?!(?:dai|week|month|hour|year|quarter)ly$)\w{3,}ly")
_HOW_OFTEN = re.compile(
    r"\b(only .{0,40}once|once (a|an|per|every|only|when|in)|twice|never|always|daily|weekly|monthly|hourly|yearly|"
    r"annually|continuous(ly)?|shown once|every (second|minute|hour|day|week|month|year|time))\b|\bonce$",
    re.IGNORECASE,
)
_PORTS = frozenset({"port", "ports"})
_LIMITS = frozenset({"cap", "limit", "quota", "number", "amount", "count", "threshold", "capacity"})
_NAMED_MEASURES = frozenset({"discount", "discounts", "saving", "savings", "fee", "size", "price", "share"})
_CLEAR = frozenset({"time", "interval", "size", "price"})
_UTMOST = re.compile(r"\b(?:largest|biggest|smallest)\b")
_BOTH = re.compile(r"\b(?:default|max\w*|min\w*)s? (?:and|&|or) (?:the )?(?:default|max\w*|min\w*)\b")
_ONE_STEP = re.compile(r"\b(?:in|with|by) (?:a single|one(?: single)?) ([\w-]+)", re.IGNORECASE)
_FOR_SOME = re.compile(r"for (?!the\b|an?\b|all\b|any\b|each\b|every\b)([a-z][\w-]+)(?= [\w-])", re.IGNORECASE)
_DEFAULT = re.compile(r"\bdefaults?\b", re.IGNORECASE)
_COMPOUND = re.compile(r"\b(\w+) (?:time|size|period|interval|limit|timeout|rate|count|length|age|delay)\b")
_KEEPING = frozenset({"keep", "keeps", "kept", "store", "stored", "stores"})
_NEAR_FIGURE = 25
NEAR_COUNT = 30
OF_FIRST_WORD = 0.8
_WORKED = re.compile(r"\d[\w ,.]{0,20}\s[x×*]\s*\d.*=|\d\s*\w{0,3}\s*[x×*/+]\s*\d.*=|=.*\d\s*[x×*/+]\s*\d")
_HOW_SOON = re.compile(r"\b(immediately|instantly|right away|at once|never|forever|indefinitely)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A line with the figures in it that the question may mean."""

    line: Line
    quantities: tuple[Quantity, ...]
    fit: float


def measured(view: View, query: Query) -> Draft | None:
    """The figure that is asked for, and the one for the other bound where a question has two ("default and max")."""
    draft = _measured(view, query)
    if draft is None and query.dimension == "size" and _UTMOST.search(query.text.lower()):
        draft = _measured(view, replace(query, dimension=None))  # the smallest step, in minutes
    both = _BOTH.search(query.text.lower())
    if draft is None or both is None:
        return draft
    for bound, patterns in view.words.bounds:
        if bound is query.bound or not isinstance(bound, Bound) or not any(p.search(both[0]) for p in patterns):
            continue
        more = _measured(view, replace(query, bound=bound))
        if more is not None and more.evidence[0] != draft.evidence[0]:
            draft.sentence += f"; {more.sentence}"
            draft.evidence = list(dict.fromkeys([draft.evidence[0], *more.evidence, *draft.evidence]))
            draft.limits = [*draft.limits, *more.limits]
            draft.relations = [*draft.relations, *more.relations]
    return draft


def _measured(view: View, query: Query) -> Draft | None:
    """The figure that is asked for, with its line; None where no line about the subject gives one."""
    lines = _dealing(view, query)
    readings = [r for line in lines[:40] if (r := _reading(view, query, line)) is not None]
    if not readings:
        return None
    readings.sort(key=lambda r: (-r.fit, r.line.statement.document, r.line.statement.line_start))
    best = readings[0]
    limits = _limits(view, query, best)
    told = _told(best, limits)
    near = [quote(r.line.statement) for r in readings if r.fit >= best.fit - 0.3]
    about = [best.line.about] if best.line.about else []
    return Draft(
        AnswerKind.VALUE,
        told,
        near[:MAX_LINES],
        about,
        limits=[owned for owned, _ in limits],
        relations=[r for _, r in limits],
    )


def _needed(view: View, query: Query) -> list[str]:
    """The words that a line, or the names above it, must hold."""
    generic = view.words.generic
    if query.dimension != "port":  # a line that only names a thing beside the port of another has no "listens"
        generic |= view.words.light
    if query.dimension in ("time", "interval"):
        generic |= view.words.lifetimes
    if query.dimension == "rate":
        generic |= view.words.rates
    if query.dimension == "count":
        generic |= _KEEPING
    if query.dimension is None:  # of a length or an overhead the line has to say that it is one
        generic -= view.words.measures - view.words.unnamed - _LIMITS
    if query.dimension == "speed":
        generic |= view.words.speedy
    generic -= set(_COMPOUND.findall(query.text.lower())) - view.words.unnamed
    of_all = not any(not s.weak for s in query.known)  # a figure of the question belongs to what it is about
    needed = [word for word in query.words if word not in generic and (of_all or not word.isdigit())]
    return [w for w in needed if not _HOW_DONE.fullmatch(w)]


def _dealing(view: View, query: Query) -> list[Line]:
    """The lines that deal with the question."""
    needed = _needed(view, query)
    lines = retrieve(view, query) if needed or query.known else []
    return [
        line
        for line in lines
        if _deals_with(view, query, line, needed) and not finding.is_of_another(view, query, line)
    ]


def _deals_with(view: View, query: Query, line: Line, needed: list[str]) -> bool:
    if _is_own_port(query, line):
        needed = [word for word in needed if word not in view.words.light and word not in _PORTS]
    held = [line.held.get(word, 0.0) for word in needed]
    all_held = len(held) > 1 and min(held) >= IN_TEXT  # then the thing's first word will do: the grill of "grill rack"
    if any(not s.weak for s in query.known) and line.of_subject < (OF_FIRST_WORD if all_held else finding.OF_ALL):
        return False
    near = {word for s in query.known if s.weak for word in plain_words(s.text)} if line.of_subject else set()
    near = near if any(line.held.get(word, 0.0) >= IN_NAME for word in needed if word not in near) else set()
    missing = sum(line.held.get(word, 0.0) < (NEARBY if word in near else IN_NAME) for word in needed)
    strong = sum(not s.weak for s in query.known)
    few = 2 if query.dimension in _CLEAR and strong else 3
    between = strong > 1 and line.of_subject >= 1.0  # a figure between two things needs no verb
    near_enough = min(held, default=0.0) > 0 or (between and max(held, default=0.0) >= IN_FUZZY)
    return missing == 0 or (len(held) + max(0, strong - 1) >= few and missing == 1 and near_enough)


def _reading(view: View, query: Query, line: Line) -> _Reading | None:
    if _is_endless(view, query, line):
        return _Reading(line, (), line.score + 0.25)
    found = [q for q in read_quantities(line.text) if not q.conditional and _is_of_dimension(view, query, line, q)]
    if query.bound in (Bound.MAX, Bound.MIN):
        opposite = Bound.MIN if query.bound is Bound.MAX else Bound.MAX
        found = [q for q in found if q.bound is not opposite]
    if query.bound is Bound.DEFAULT and not _is_own_port(query, line) and not _names_just_that(view, query, line):
        found = [q for q in found if q.bound is Bound.DEFAULT or "default" in line.text.lower()]
    if not found:
        return None
    exact = any(q.bound is query.bound for q in found) if query.bound else False
    first = [q for q in found if q.bound is query.bound] or found
    in_time = query.dimension in ("rate", "speed") and any(_IN_TIME.search(q.unit or "") for q in first)
    worked = 0.3 if _WORKED.search(line.text) else 0.0  # an example that is worked out states no limit
    beside = any(_stands_by(view, query, line, q) for q in first)
    worked += 0.3 if _is_of_one_step(query, line) or _is_of_some(query, line) else 0.0
    fit = line.score + (0.25 if exact else 0.0) + (0.3 if in_time else 0.0) + (0.1 if beside else 0.0) - worked
    return _Reading(line, tuple(first), fit)


def _is_own_port(query: Query, line: Line) -> bool:
    """Whether the ports of a line are those of just the thing that is asked about: they are its default ones."""
    return query.dimension == "port" and any(line.statement.about in s.ids for s in query.known if not s.weak)


def _is_of_one_step(query: Query, line: Line) -> bool:
    """Whether a line's figure holds for one act only ("in a single request") that the question does not have."""
    act = _ONE_STEP.search(line.text)
    return act is not None and act[1].lower() not in plain_words(query.text)


def _is_of_some(query: Query, line: Line) -> bool:
    """Whether a line opens with those of a sort for which its figure holds, and the question has no such word ("for
    heavy boats up to 3 m")."""
    some = _FOR_SOME.match(line.text)
    return some is not None and stems(some[1]).isdisjoint(stems(query.text))


def _stands_by(view: View, query: Query, line: Line, quantity: Quantity) -> bool:
    """Whether a word of the question stands right before or behind the figure ("10-50 GB a shard")."""
    near = view.concepts(line.text[max(0, quantity.start - _NEAR_FIGURE) : quantity.end + _NEAR_FIGURE])
    asked = [*query.words, *(word for s in query.subjects for word in plain_words(s.text))]
    generic = view.words.generic - _NAMED_MEASURES
    return any(view.words.concept(word) in near for word in asked if word not in generic)


def _is_endless(view: View, query: Query, line: Line) -> bool:
    """Whether a line says that there is no limit to just what is asked for."""
    asks = query.bound is Bound.MAX or query.dimension in ("size", "time", "count")
    said = _ENDLESS.search(line.text)
    words = [w for w in query.words if w not in view.words.generic or w in ("data", "records", "items")]
    strong = [s for s in query.known if not s.weak]
    if not all(any(line.statement.about in view.family(i) for i in s.ids) for s in strong):
        return False
    return said is not None and asks and all(line.held.get(word, 0.0) >= IN_FUZZY for word in words)


def counted_in_words(view: View, query: Query) -> Draft | None:
    """The line that answers in words ("once", "every day"), where none gives a figure."""
    said = _HOW_OFTEN if query.dimension == "interval" else _HOW_SOON if query.dimension == "time" else None
    return _in_words(view, query, said) if said is not None else None


def default_in_words(view: View, query: Query) -> Draft | None:
    """What a line marks as the default, where what is asked for is no figure ("default storage class"); the line itself
    where that has no name."""
    if query.bound is not Bound.DEFAULT or query.dimension is not None:
        return None
    draft = _in_words(view, query, _DEFAULT)
    text = draft.evidence[0].text if draft is not None else ""
    if draft is not None and (named := _marked_default(view, query, text)):
        told = f"{sentence.listed([e.name for e in named])}, as the notes say: {sentence.quoted(text)}"
        return Draft(AnswerKind.ENTITIES, told, draft.evidence, named)
    return draft


def _marked_default(view: View, query: Query, text: str) -> list[Entity]:
    """The one of several names in a line that "(default)" marks; none where there is no such mark."""
    own = {i for s in query.known for i in s.ids}
    named = [(m, e) for m in view.names_in(text) if (e := view.best(m.ids)) is not None and e.id not in own]
    found = narrowing.entities_of(narrowing.marked(text, {view.words.concept("default")}, named))
    return found if len(found) == 1 < len(named) else []


def _in_words(view: View, query: Query, said: re.Pattern[str]) -> Draft | None:
    """The lines that deal with the question and say so in words; None where there are none."""
    lines = [line for line in _dealing(view, query) if said.search(line.text)]
    if not lines:
        return None
    about = [lines[0].about] if lines[0].about else []
    told = f"No figure; the notes say, on {about[0].name + ': ' if about else ''}{sentence.quoted(lines[0].text)}"
    return Draft(AnswerKind.STATEMENTS, told, [quote(line.statement) for line in lines[:MAX_LINES]], about)


def _is_of_dimension(view: View, query: Query, line: Line, quantity: Quantity) -> bool:
    dimension = next((d for d in view.words.dimensions if d.name == query.dimension), None)
    for_each = _EACH.match(quantity.scope or "")
    each = for_each is not None and not _is_asked(view, query, for_each[0])
    equated = _is_equated(view, query, line.text[: quantity.start])
    if dimension is not None and dimension.name == "size" and each and not (equated or _may_be_each(query, line)):
        return False
    unit = quantity.unit or ""
    kind = quantity_words().class_of.get(unit.split("/")[0])
    if dimension is None:
        return True
    if dimension.name == "size" and not unit and _names_own_size(query, line):
        return True
    rate = "/" in unit or (bool(_PER.match(line.text[quantity.end :])) and (each or for_each is None))
    if rate and dimension.name in ("size", "time", "interval") and not _RATE.search(query.text.lower()):
        return equated and kind in dimension.classes
    if dimension.name == "speed":
        return kind == "time" if "/" not in unit else _IN_TIME.search(unit) is not None
    if dimension.name == "rate":
        return rate or _IN_TIME.search(unit) is not None or _names_rate(view, line)
    if dimension.name == "port":
        return quantity.rule.startswith("port") or "port" in line.text.lower()
    if dimension.classes:
        return kind in dimension.classes and (dimension.name == "price" or kind != "money")
    if dimension.units:
        return unit in dimension.units
    return _is_counted(view, query, line, quantity)


def _is_equated(view: View, query: Query, before: str) -> bool:
    """Whether what stands before a figure says that the asked thing is just that: "1 bath = 80 l per hour"."""
    what, sign, _ = before.rpartition("=")
    ids = {i for s in query.known if not s.weak for i in s.ids}
    return bool(sign) and any(not ids.isdisjoint(m.ids) for m in view.names_in(what))


def _may_be_each(query: Query, line: Line) -> bool:
    """Whether a size for each of something else may answer: a rate is asked for, or a line has all that is asked."""
    held = [line.held.get(word, 0.0) for word in query.words]
    return _RATE.search(query.text.lower()) is not None or (bool(held) and min(held) >= IN_TEXT)


def _names_rate(view: View, line: Line) -> bool:
    """Whether a line, or what stands over it, says that its figures are a rate."""
    return not view.words.rates.isdisjoint(plain_words(f"{line.text} {view.above(line.statement).text}"))


def _is_asked(view: View, query: Query, scope: str) -> bool:
    """Whether a figure holds for each of just what is asked about: "10 GB a shelf" for the size of a shelf."""
    asked = {view.words.concept(word) for s in query.subjects for word in plain_words(s.text)}
    return not asked.isdisjoint(view.concepts(scope))


def _names_just_that(view: View, query: Query, line: Line) -> bool:
    """Whether a line has the quantity by the very words that are asked for ("hold time"): its figure is the default."""
    named = [match for match in _COMPOUND.finditer(query.text.lower()) if match[1] not in view.words.unnamed]
    return any(match[0] in line.text.lower() for match in named)


def _names_own_size(query: Query, line: Line) -> bool:
    """Whether a line has the very size that is asked for and that may be but a count: "page size", "batch size"."""
    own = _OWN_SIZE.search(query.text.lower())
    return own is not None and squeeze(own[0]) in squeeze(line.text)


def _is_counted(view: View, query: Query, line: Line, quantity: Quantity) -> bool:
    """Whether the figure counts what is asked for: its noun stands beside it, or is its unit."""
    match = _COUNTED.search(query.text.lower())
    if match is None:
        return True
    asked = [view.words.concept(word) for word in match[1].split() if word not in view.words.stop]
    units = quantity_words()
    head = match[1].split()[-1]
    for spelled in (head, head.removesuffix("s"), head + "s"):
        if (normal := _unit_of(units, spelled)) is not None and normal == (quantity.unit or "").split("/")[0]:
            return True
    if _goes_on_with(view, line.text[quantity.end :], asked):
        return True  # "30 seconds notice"
    measured_in = (quantity.unit or "").split("/")[0]
    if measured_in in _PRICES or measured_in == "%" or units.class_of.get(measured_in) in ("size", "time"):
        return False
    counts_another = measured_in.islower() and asked and view.words.concept(measured_in.split()[-1]) != asked[-1]
    before = 0 if counts_another else NEAR_COUNT  # "after 5 tries" counts no topics, whatever topic they are of
    near = _EACH.sub(" ", line.text[max(0, quantity.start - before) : quantity.end + 40])
    have = view.concepts(f"{near} {quantity.unit or ''} {'' if counts_another else quantity.words}")
    return bool(asked) and asked[-1] in have


def _goes_on_with(view: View, text: str, asked: list[str]) -> bool:
    """Whether a text goes on with the noun that is asked for, with no sign before it."""
    first = next(iter(plain_words(text)), "") if text.startswith(" ") and text[1:2].isalpha() else ""
    return bool(asked) and view.words.concept(first) == asked[-1]


def _unit_of(units: QuantityWords, word: str) -> str | None:
    return units.units.find(word)


def _limits(view: View, query: Query, best: _Reading) -> list[tuple[OwnedLimit, Relation]]:
    """The limits of the graph that were read from the best line, those with the asked bound and figures first."""
    about = best.line.statement.about
    ids = {about, *(i for mention in view.names_in(best.line.text) for i in mention.ids)}
    edges = view.relations(ids, [RelationType.HAS_LIMIT], Direction.OUT)
    edges = tuple(e for e in edges if any(v.statement == best.line.statement.id for v in e.evidence))
    values = {(q.value, q.unit) for q in best.quantities}
    found = []
    for edge in edges:
        entity = view.entity(edge.target)
        if entity is not None and entity.limit is not None and (entity.limit.value, entity.limit.unit) in values:
            found.append((OwnedLimit(edge.source, view.name(edge.source), entity.limit), edge))
    found.sort(key=lambda pair: pair[0].limit.bound is not query.bound)
    return found[:MAX_VALUES]


def _told(best: _Reading, limits: Sequence[tuple[OwnedLimit, Relation]]) -> str:
    words = sentence.quoted(best.line.text)
    if limits:
        return f"{'; '.join(sentence.limit_in_words(limit) for limit, _ in limits)}: {words}"
    about = f"{best.line.about.name}: " if best.line.about else ""
    return f"{about}{words}"

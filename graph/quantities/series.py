"""Figures in a series: what the later ones leave unsaid ("7d standard, 90d premium", "20 seats inside, 10 on deck")."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.quantities.figure import Figure
from graph.quantities.forms import is_plural
from graph.quantities.page import Page

RANGE_WORDS = frozenset(
    [
        "-",
        "–",
        "—",
        "to",
        "until",
        "till",
        "upto",
        "up to",
        "through",
        "..",
        "...",
        "…",
        "to a max of",
        "to a maximum of",
    ]
)
TOGETHER = frozenset({"and", "or", "/", "&", "+", "or even"})
_QUALIFIERS = frozenset({"on", "for", "in", "with", "w/", "if", "when", "at", "by"})
_OF_THEM = frozenset({"them", "those", "these", "which"})
_AT_MOST = re.compile(r"\b(?:up ?to|max(?:imum)?|at most)\b")
_KIND_WORDS = 2
_NAME_WORDS = 3
_JOINED_WORDS = 4
_FIRST_ERROR = 400
_NEAR_MINUTES = frozenset({"ms", "s", "min", "h"})
_COUNTED_ALIKE = frozenset({"counted", "unit"})


def with_shared_units(page: Page, figures: list[Figure]) -> list[Figure]:
    """Hands a unit back over "or" and ranges ("1 or 3 years", "20 to 60 bytes"), and forward in a series."""
    shared = list(figures)
    for k in range(len(shared) - 2, -1, -1):
        here, following = shared[k], shared[k + 1]
        listed = figures[k + 1].style == "bare" and not _are_two_ranges(page, figures, k)
        of_last = k > 0 and figures[k - 1].unit is not None and page.low(here.first - 1) == "/"  # "5 s / 10 max, 2 GB"
        is_own = of_last or page.is_port(here)
        if here.style == "bare" and following.unit and not is_own and _takes_next_unit(page, here, following, listed):
            shared[k] = replace(here, unit=following.unit, style=following.style, head=following.head)
    for k, here in enumerate(shared):
        if k and _is_least_in_brackets(page, shared[k - 1], here):
            shared[k] = replace(here, unit=shared[k - 1].unit, after=here.first + 1, core=here.first + 1)
            continue
        shared[k] = _counted_by_label(page, here) or (_as_before(page, shared[k - 1], here) if k else here)
    return shared


def _is_least_in_brackets(page: Page, before: Figure, here: Figure) -> bool:
    """ "90 days (7 min)": the least of what stands before, and no minutes."""
    alone = page.low(here.first - 1) == "(" and page.low(here.first + 1) == "min" and page.low(here.first + 2) == ")"
    is_other = before.unit is not None and before.unit not in _NEAR_MINUTES
    return alone and is_other and page.segment_end(before.core) == here.first - 1


def _are_two_ranges(page: Page, figures: list[Figure], k: int) -> bool:
    """Whether a range ends with a figure and another begins with the next one: "0-60, 5-10 kg"."""
    pairs = [figures[n : n + 2] for n in (k - 1, k + 1) if n >= 0]
    return len(pairs) == 2 and all(len(pair) == 2 and page.between(*pair) in RANGE_WORDS for pair in pairs)


def _takes_next_unit(page: Page, here: Figure, following: Figure, listed: bool) -> bool:
    """Whether the unit of the next figure is that of a bare one; `listed` says that the next one had none itself."""
    between = page.between(here, following)
    parallel = between.split(" ")[-1] in TOGETHER and between.count(" ") <= 1 and following.style == "counted"
    joined = parallel or (listed and between == ",") or between in TOGETHER or between in RANGE_WORDS
    is_own = _counts_else(page, here, following) or (here.value > following.value and _AT_MOST.search(between))
    joined = joined or (page.only_bounds_between(here, following) and not is_own)  # "default 900, up to 2 h"
    joined = joined or (between == "of" and following.style == "counted")  # "3 of 5 keys"
    return joined and following.style in ("unit", "counted") and (here.spelled or not following.spelled)


def _counts_else(page: Page, here: Figure, following: Figure) -> bool:
    """Whether a bare number counts what stands before it: "retries 3, max 100 boats"."""
    words, noun = page.words, page.low(here.first - 1)
    is_named = is_plural(noun) or noun in words.quantity_nouns or noun == "limit"
    if noun in words.verbs["time"] or noun in words.keeping:
        return False  # "keeps 3, max 100 boats"
    return following.style == "counted" and page.low(here.after) == "," and is_named


def _repeats_unit(page: Page, before: Figure, here: Figure) -> bool:
    """A bare number that opens the next part, with no more than a qualifier behind it: ", 100 on the roof"."""
    if before.style not in _COUNTED_ALIKE or here.spelled or not opens_next_part(page, before, here):
        return False
    if page.is_year(here) or (here.value in page.words.http_codes and here.value >= _FIRST_ERROR):
        return False
    if before.unit == "%":
        return here.value % 1 > 0 and page.ends_segment(here)
    after = page.low(here.after)
    if after == "of":
        return page.low(here.after + 1) in _OF_THEM
    if here.scope or after == "per":
        return before.style == "counted"
    return after in _QUALIFIERS or 0 < len(page.words_behind(here)) <= 1


def _counted_by_label(page: Page, here: Figure) -> Figure | None:
    """ "Lockers at the pier: 5 on deck, 20 inside": the plural that opens the label, for a figure right behind it."""
    if here.style != "bare" or page.low(here.first - 1) != ":" or page.low(here.after) not in _QUALIFIERS:
        return None
    nouns: list[str] = []
    for i in range(min(_NAME_WORDS, here.first - 1)):
        nouns.append(page.low(i))
        if not page.is_name(i) or page.low(i) in page.words.enumerating | page.words.label_nouns:
            return None
        if is_plural(nouns[-1]):
            return replace(here, unit=" ".join(nouns), style="counted", head=nouns[-1])
    return None


def _as_before(page: Page, before: Figure, here: Figure) -> Figure:
    """A figure with the unit of the one before it, where that goes on."""
    if here.rate and here.rate == before.rate and (here.unit or "").startswith("1/") and before.unit:
        return replace(here, unit=before.unit, style="unit")  # "200 / 6h"
    if here.style != "bare" or not before.unit:
        return here
    goes_on = _repeats_unit(page, before, here) or _is_time_too(page, before, here)
    goes_on = goes_on or _is_of_next(page, before, here) or _is_bounded_alike(page, before, here)
    return replace(here, unit=before.unit, style=before.style, head=before.head) if goes_on else here


def _is_bounded_alike(page: Page, before: Figure, here: Figure) -> bool:
    """ "oak holds up to 32 t, pine up to 16": a bare number that closes the next part, behind the same bound words."""
    start = page.segment_start(here.first)
    closes = (
        page.ends_segment(here) and page.low(start - 1) in (",", "/") and page.segment_end(before.core) == start - 1
    )
    if not closes or before.style != "unit" or before.unit == "%" or page.is_year(here):
        return False
    words = _bound_before(page, here)
    noun, former = (page.low(figure.first - len(words) - 1) for figure in (here, before))
    is_count = is_plural(noun) and noun != former  # "sails up to 9 t, oars up to 4"
    return bool(words) and words == _bound_before(page, before) and page.is_name(start) and not is_count


def _bound_before(page: Page, figure: Figure) -> list[str]:
    """The bound words right before a figure."""
    first = figure.first
    while first and page.is_bound(first - 1):
        first -= 1
    return [page.low(i) for i in range(first, figure.first)]


def _is_of_next(page: Page, before: Figure, here: Figure) -> bool:
    """ "halogen up to 2000 hours, LED about 30000": each figure closes a part that a thing's name opens, and a bound or
    a verb stands at most between.
    """
    start = page.segment_start(here.first)
    if page.low(start - 1) != "," or page.segment_end(before.core) != start - 1 or before.unit == "%":
        return False
    closes = page.ends_segment(here) and not page.is_version(here) and not page.is_year(here)
    name = _opening_name(page, here)
    named = name and not name.islower() and _opening_name(page, before)
    thing = before.style in _COUNTED_ALIKE and not _is_measure(page, before.first - 1)
    return bool(named) and closes and thing and not page.follows_quantity_noun(here)


def _opening_name(page: Page, figure: Figure) -> str:
    """The first word of a thing's name that is all that stands in a figure's part beside bound words: "LED about"."""
    start = page.segment_start(figure.first)
    colon = next((i for i in range(figure.first - 1, start, -1) if page.low(i) == ":"), start - 1)
    rest = [i for i in range(colon + 1, figure.first) if not page.is_bound(i)]
    return page.text_at(rest[0]) if 0 < len(rest) <= _NAME_WORDS and all(map(page.is_name, rest)) else ""


def _is_time_too(page: Page, before: Figure, here: Figure) -> bool:
    """A bare number that closes the next part: "hello 5 s, hold time 15" where its name is one of times, "retention
    7 days, Premium 90" where the name before is, and this one a thing's.
    """
    start = page.segment_start(here.first)
    closes = page.low(start - 1) == "," and page.segment_end(before.core) == start - 1 and page.ends_segment(here)
    if before.style != "unit" or not page.words.is_time(before.unit) or not closes:
        return False
    if 0 < here.first - start <= _NAME_WORDS and page.words.measures(page.low(here.first - 1), before.unit):
        return True
    named = range(page.segment_start(before.first), before.first)
    thing = here.first == start + 1 and page.text_at(start).istitle() and not is_plural(page.text_at(start))
    thing = thing and not page.is_version(here) and not page.is_year(here)
    return thing and any(page.words.measures(page.low(i), before.unit) for i in named)


def opens_next_part(page: Page, before: Figure, here: Figure) -> bool:
    """Whether a figure is the first word behind the comma, bracket or slash that ends the part of the one before it."""
    sign = here.first - 1
    if page.low(sign) == "/":  # "5 s on deck / 30 s below"
        return 0 < sign - before.core <= _NAME_WORDS and all(page.is_name(i) for i in range(before.core, sign))
    return page.low(sign) in (",", "(") and page.segment_end(before.core) == sign


def is_joined(page: Page, before: Figure, here: Figure) -> bool:
    """ "2 engines and 1 cook", "5 t or 2 m³": nothing but a few words of its name between a figure and what joins the
    next one."""
    between = range(before.core, here.first)
    if not between or len(between) > _JOINED_WORDS or page.low(between[-1]) not in ("and", "or"):
        return False
    return all(page.is_name(i) for i in between[:-1])


def is_parallel(page: Page, before: Figure, first: Figure, last: Figure) -> bool:
    """ "payload 6 MB sync, 256 KB async": each figure has words behind it that say of what kind.

    `first` and `last` are the two figures of a range, else the same one.
    """
    if not opens_next_part(page, before, first) or before.style != "unit" or last.style != "unit":
        return False
    kinds = page.words.class_of
    alike = before.unit == last.unit or kinds.get(before.unit or "") == kinds.get(last.unit or "") is not None
    slashed = page.low(first.first - 1) == "/"
    of_before = first.first - 1 - before.core if slashed else len(page.words_behind(before))
    return alike and 0 < of_before <= _KIND_WORDS and 0 < len(page.words_behind(last)) <= _KIND_WORDS


def is_qualified_alike(page: Page, before: Figure, here: Figure) -> bool:
    """ "weight 5 on deck, 9 below it", "up to 5 t on deck or 9 t below": both have a qualifier behind them, and only a
    comma or "or" stands between.
    """
    joined = page.low(here.first - 1) == "or" and here.first - before.core <= _JOINED_WORDS
    opens = joined or (opens_next_part(page, before, here) and page.low(here.first - 1) == ",")
    return opens and all(page.low(figure.after) in _QUALIFIERS for figure in (before, here))


def is_named_alike(page: Page, before: Figure, here: Figure) -> bool:
    """ "letter max 20 KB, parcel 8 MB": a size, or a thing's time, with only its name before it, behind a comma."""
    first, kinds = page.segment_start(here.first), page.words.class_of
    kind = kinds.get(here.unit or "")
    if kind not in ("size", "time") or kinds.get(before.unit or "") != kind or page.low(first - 1) != ",":
        return False
    names = range(first, here.first)
    if page.segment_end(before.core) != first - 1 or not 0 < len(names) <= _NAME_WORDS:
        return False
    thing = kind == "size" or (len(names) == 1 and page.text_at(first).istitle() and not _is_measure(page, first))
    return thing and all(page.is_name(i) for i in names)


def _is_measure(page: Page, i: int) -> bool:
    """Whether a word says what a time measures: "Timeout", "Cached"."""
    low = page.low(i)
    return low in page.words.lasting | page.words.quantity_nouns or low in page.words.verbs["time"]

"""What a quantity is called by the words of the one before it: "timeout 60 s, up to 900 s"."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.quantities.figure import Quantity
from graph.quantities.page import MODALS, Page
from graph.quantities.series import RANGE_WORDS, TOGETHER

_PARTS_OF_NAME = re.compile(r"[ _.-]")


def with_shared_names(page: Page, found: list[Quantity]) -> list[Quantity]:
    """The quantities in their order; one without a name of its own has that of the one before where it goes on.

    A thing named where a measure was said before is a scope: "delay 5 s, Express 2 s".
    """
    for k in range(1, len(found)):
        before, here = found[k - 1], found[k]
        if not before.words or not _are_alike(page, before, here):
            continue
        if not here.words and not here.rule.startswith("counted") and _goes_on(page, before, here):
            found[k] = replace(here, words=before.words, name_start=before.name_start, name_end=before.name_end)
        elif _is_of_thing(page, before, here):
            found[k] = replace(here, words=before.words, scope=here.scope or here.words)
    return found


def _are_alike(page: Page, before: Quantity, here: Quantity) -> bool:
    kinds = page.words.class_of
    same = kinds.get(here.unit or "") == kinds.get(before.unit or "") is not None
    return here.unit == before.unit or (before.unit is None and before.said) or same


def _goes_on(page: Page, before: Quantity, here: Quantity) -> bool:
    if here.scope and before.scope:
        return True  # "20 KB by mail, 8 MB by boat"
    tied = page.text[before.end : here.start].strip() in TOGETHER | RANGE_WORDS
    return tied or (here.said and (here.unit == "%" or _has_no_noun(page, here)))


def _has_no_noun(page: Page, here: Quantity) -> bool:
    """Whether no noun stands before the figure in its part, unless it "can be raised to" it."""
    part = page.part_before(here.start)
    said = {page.low(i) for i in part}
    if here.link == "after" or "so" in said:
        return False  # "looks every 60 s, gives up after 7 days"
    return not said.isdisjoint(MODALS) or not any(page.is_name(i) and not page.is_bound(i) for i in part)


def _is_of_thing(page: Page, before: Quantity, here: Quantity) -> bool:
    """ "delay 5 s by default, Express 2 s, foggy ones 9 s": whether the words of the figure here name whose it is."""
    if here.words.endswith(" ones"):
        return True
    measure = _PARTS_OF_NAME.split(before.words)[-1]
    named = here.words.isalpha() and here.words.istitle() and not page.words.measures(here.words, here.unit)
    return named and here.name_start > before.end and page.words.measures(measure, before.unit)

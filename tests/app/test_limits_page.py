"""The Limits page without a browser: every limit with its line, sorted and filtered as the address says."""

from __future__ import annotations

import re

import samples
from answer_pages import Pages, asked, html, run
from streamlit.testing.v1 import AppTest

from app.web.parts.links import LIMITS
from graph.values import Contribution, Limit
from graph.vocabulary import Bound, Kind


def kitchen() -> Contribution:
    """Limits of several units, bounds and owners."""
    notes = samples.Notes("kitchen.md", "Kitchen")
    oven, jar = (notes.name(text, Kind.SERVICE) for text in ("Oven", "Jar"))
    notes.limit(oven, Limit("baking", Bound.MAX, 2, "h"), "two hours in the oven, no more")
    notes.limit(oven, Limit("warming up", Bound.TYPICAL, 600, "s"), "some 600 s to get warm")
    notes.limit(jar, Limit("keeping", Bound.MAX, 1, "days", "once open"), "an open jar lasts a day")
    notes.limit(jar, Limit("weight", Bound.MIN, 3, "KB"), "3 KB of honey at least")
    notes.limit(jar, Limit("shelves", Bound.EXACT, 1234), "1234 shelves")
    return notes.contribution()


def quantities(page: AppTest) -> list[str]:
    body = html(page).split("<tbody>")[1]
    return [re.findall(r"<td[^>]*>(.*?)</td>", row)[2] for row in body.split("<tr>")[1:]]


def test_every_limit_stands_with_its_value_and_line(pages: Pages) -> None:
    page = pages(LIMITS, kitchen())
    assert quantities(page) == ["keeping", "shelves", "weight", "baking", "warming up"]
    shown = html(page)
    assert "5 limits" in shown
    assert "<strong>1,234</strong>" in shown
    assert "two hours in the oven, no more" in shown
    assert "kitchen.md 1" in shown
    assert "once open" in shown


def test_values_sort_on_the_scale_of_what_they_measure(pages: Pages) -> None:
    assert quantities(pages(LIMITS, kitchen(), unit="time", sort="value")) == ["warming up", "baking", "keeping"]
    assert quantities(pages(LIMITS, kitchen(), unit="time", sort="-value")) == ["keeping", "baking", "warming up"]


def test_a_head_sorts_and_then_turns_the_order(pages: Pages) -> None:
    shown = html(pages(LIMITS, kitchen(), sort="quantity", bound="max"))
    assert "./limits?bound=max&amp;sort=-quantity" in shown
    assert "./limits?bound=max&amp;sort=value" in shown
    assert re.search(r'aria-sort="ascending"[^>]*>.*?Quantity', shown)


def test_an_order_that_is_none_is_the_first_one(pages: Pages) -> None:
    assert quantities(pages(LIMITS, kitchen(), sort="<b>")) == quantities(pages(LIMITS, kitchen()))


def test_filters_come_from_the_address(pages: Pages) -> None:
    page = pages(LIMITS, kitchen(), of="jar", bound="min")
    assert quantities(page) == ["weight"]
    assert "1 of 5 limits" in html(page)
    assert quantities(pages(LIMITS, kitchen(), unit="size")) == ["weight"]


def test_choosing_a_filter_writes_the_address_and_keeps_the_order(pages: Pages) -> None:
    page = pages(LIMITS, kitchen(), sort="-value")
    page.selectbox(key="nw-of-choice").set_value("oven")
    page = run(page)
    assert asked(page, "of") == ["oven"]
    assert asked(page, "sort") == ["-value"]
    assert quantities(page) == ["baking", "warming up"]
    page.selectbox(key="nw-of-choice").set_value(None)
    assert len(quantities(run(page))) == 5


def test_choices_say_how_many(pages: Pages) -> None:
    page = pages(LIMITS, kitchen())
    assert list(page.selectbox(key="nw-of-choice").options) == ["Jar · 3", "Oven · 2"]
    assert "time · 3" in page.selectbox(key="nw-unit-choice").options
    assert list(page.selectbox(key="nw-bound-choice").options) == ["max · 2", "min · 1", "exact · 1", "typical · 1"]


def test_a_service_without_limits_of_its_own_has_those_of_its_features(pages: Pages) -> None:
    notes = samples.Notes("tap.md", "Tap")
    tap, filter_ = notes.name("Tap", Kind.SERVICE), notes.name("Filter", Kind.FEATURE)
    notes.join(tap, samples.RelationType.HAS_FEATURE, [filter_], "a tap can have a filter")
    notes.limit(filter_, Limit("use", Bound.MAX, 30, "days"), "change the filter after 30 days")
    page = pages(LIMITS, notes.contribution(), of="tap")
    assert quantities(page) == ["use"]
    assert page.selectbox(key="nw-of-choice").value == "tap"


def test_nothing_that_fits_is_said(pages: Pages) -> None:
    assert "The notes give no such limit." in html(pages(LIMITS, kitchen(), of="oven", bound="min"))


def test_an_unknown_owner_or_bound_is_no_traceback(pages: Pages) -> None:
    assert "Nothing is called" in html(pages(LIMITS, kitchen(), of="no such thing"))
    assert len(quantities(pages(LIMITS, kitchen(), bound="<b>"))) == 5


def test_an_owner_leads_to_explore(pages: Pages) -> None:
    assert 'href="./?focus=jar"' in html(pages(LIMITS, kitchen()))


def test_notes_never_become_markup(pages: Pages) -> None:
    notes = samples.Notes("<i>.md", "hostile")
    one = notes.name("<b>one</b>", Kind.SERVICE)
    notes.limit(one, Limit("<em>size</em>", Bound.MAX, 3, "<q>", "<s>"), "<script>alert(1)</script>")
    shown = html(pages(LIMITS, notes.contribution()))
    for raw in ("<b>", "<i>", "<em>", "<q>", "<s>", "<script"):
        assert raw not in shown
    assert "&lt;script&gt;" in shown

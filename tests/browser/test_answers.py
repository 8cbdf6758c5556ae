"""One walk through each of Ask, Compare and Limits in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from drawn import VIEW, settle, wait_for_drawn

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

OpenPage = Callable[..., "Page"]


def asked(page: Page, name: str) -> list[str]:
    return parse_qs(urlsplit(page.url).query).get(name, [])


def test_ask_read_the_lines_look_at_the_graph_and_go_on_in_explore(open_page: OpenPage) -> None:
    page = open_page("?focus=hub")
    page.get_by_role("link", name="Ask", exact=True).click()
    page.wait_for_url(re.compile(r"/ask"))
    settle(page)
    box = page.locator(".st-key-nw-question input")
    box.fill("what can invoke Lambda")
    box.press("Enter")
    page.get_by_role("heading", name="The lines that say so").wait_for()
    assert asked(page, "q") == ["what can invoke Lambda"]
    wait_for_drawn(page, "lambda")
    at = page.evaluate(f"({VIEW})().edgePointOf('in|triggers|sqs')")
    page.mouse.click(at["x"], at["y"])
    page.get_by_role("heading", name="SQS triggers Lambda").wait_for()
    page.locator(".nw-edges tr", has_text="Kinesis").locator(".nw-places a").click()
    page.get_by_role("heading", name="Kinesis triggers Lambda").wait_for()

    at = page.evaluate(f"({VIEW})().pointOf('in|triggers|sqs')")
    page.mouse.dblclick(at["x"], at["y"])
    page.wait_for_url(re.compile(r"/\?focus=sqs"))
    wait_for_drawn(page, "sqs")
    page.go_back()
    page.wait_for_url(re.compile(r"/ask\?q=what"))
    page.locator(".nw-sentence", has_text="trigger").wait_for()

    box.fill("what does SQS cost on Mars")
    box.press("Enter")
    page.locator(".nw-silent", has_text="The notes do not say").wait_for()
    page.get_by_role("link", name="what does SQS trigger").click()
    page.locator(".nw-answer a.nw-chip", has_text="Lambda").wait_for()
    assert asked(page, "q") == ["what does SQS trigger"]


def test_compare_a_pair_add_one_take_one_out_and_save_the_table(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page("compare")
    page.locator(".nw-list a", has_text="SQS").click()
    columns = page.locator("table.nw-columns").first.locator("thead th")
    columns.nth(1).wait_for()
    page.get_by_text("the notes do not say").first.wait_for()

    page.locator(".st-key-search input").press_sequentially("kines", delay=30)
    page.locator(".nw-found a", has_text="Kinesis").click()
    columns.nth(2).wait_for()
    assert sorted(columns.all_inner_texts()) == ["Kinesis", "SNS", "SQS"]
    assert page.locator(".st-key-search input").input_value() == ""

    page.get_by_title("Take Kinesis out").click()
    columns.nth(2).wait_for(state="detached")
    assert sorted(asked(page, "with")) == ["sns", "sqs"]
    page.go_back()
    columns.nth(2).wait_for()
    settle(page)

    with page.expect_download() as download:
        page.get_by_role("button", name="CSV").click()
    download.value.save_as(tmp_path / "table.csv")
    assert "Messages wait until someone fetches them." in (tmp_path / "table.csv").read_text(encoding="utf-8")


def test_limits_are_filtered_and_sorted_and_the_address_brings_it_all_back(open_page: OpenPage) -> None:
    page = open_page("limits")
    rows = page.locator(".nw-limit-table tbody tr")
    rows.nth(2).wait_for()
    page.get_by_role("link", name="Value").click()
    page.wait_for_url(re.compile("sort=value"))
    page.locator("th[aria-sort]", has_text="Value").wait_for()
    page.locator(".st-key-nw-unit-choice input").click()
    page.get_by_role("option", name="size · 1").click()
    page.wait_for_url(re.compile("unit=size"))
    rows.nth(1).wait_for(state="detached")

    page.reload()
    rows.first.wait_for()
    assert rows.count() == 1
    assert "a message has at most 256 KB" in rows.first.inner_text()
    assert (asked(page, "unit"), asked(page, "sort")) == (["size"], ["value"])
    rows.first.get_by_role("link", name="SQS").click()
    page.wait_for_url(re.compile(r"/\?focus=sqs"))
    wait_for_drawn(page, "sqs")


def test_nothing_sticks_out_of_a_narrow_window_and_the_line_of_a_limit_is_in_sight(open_page: OpenPage) -> None:
    page = open_page("ask?q=what+can+invoke+Lambda", width=800, scheme="dark")
    wait_for_drawn(page, "lambda")
    assert page.evaluate("document.querySelector('.stMain').scrollWidth") <= 800
    page.locator(".nw-answer a", has_text="SQS").click()
    wait_for_drawn(page, "sqs")
    page.get_by_role("link", name="Limits", exact=True).click()
    page.locator(".nw-limit-table").wait_for()
    assert page.evaluate("document.querySelector('.stMain').scrollWidth") <= 800

    page.set_viewport_size({"width": 480, "height": 1000})
    page.wait_for_function("""() => {
        const { x, right } = document.querySelector(".nw-limit-table .nw-words-cell").getBoundingClientRect();
        return 0 <= x && x < right && right <= 480;
    }""")

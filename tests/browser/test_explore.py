"""The Explore page in a real browser: what the tests without one cannot see.

Each page counts its requests: none may leave this machine.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from drawn import VIEW, wait_for_drawn

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

Visit = Callable[..., "Page"]


@pytest.fixture
def visit(open_page: Visit) -> Visit:
    """Opens Explore at a query and waits until the view is drawn."""

    def opened(query: str = "", **how: Any) -> Page:
        page = open_page(query, **how)
        page.wait_for_selector(".stage canvas")
        wait_for_drawn(page)
        return page

    return opened


def focus_of(page: Page) -> str:
    return str(page.evaluate(f"({VIEW})().data.focus"))


def neighbours(page: Page) -> set[str]:
    return set(page.evaluate(f"({VIEW})().data.nodes.map((node) => node.entity)"))


def point(page: Page, row: str, what: str = "pointOf") -> tuple[float, float]:
    at = page.evaluate(f"(row) => ({VIEW})().{what}(row)", row)
    return at["x"], at["y"]


def panel(page: Page) -> Any:
    return page.locator(".nw-panel")


def test_show_more_search_look_move_go_back_and_read_an_edge(visit: Visit) -> None:
    page = visit("?focus=hub")
    assert len(neighbours(page)) == 61
    page.get_by_role("button", name="Show more").click()
    page.wait_for_function(f"({VIEW})().data.nodes.length === 81")
    wait_for_drawn(page, "hub")

    page.locator(".st-key-search input").fill("lambda")
    page.locator(".st-key-search input").press("Enter")
    wait_for_drawn(page, "lambda")
    assert {"sqs", "s3", "python"} <= neighbours(page)

    page.mouse.dblclick(*point(page, "in|triggers|sqs"))
    wait_for_drawn(page, "sqs")
    page.wait_for_url(re.compile("focus=sqs"))
    panel(page).get_by_text("a queue that others poll").wait_for()

    page.go_back()
    wait_for_drawn(page, "lambda")

    page.mouse.click(*point(page, "in|triggers|sqs", "edgePointOf"))
    panel(page).get_by_text("A message in the queue can start a Lambda function").wait_for()
    assert "sqs.md" in panel(page).inner_text()
    assert focus_of(page) == "lambda"


def test_a_chip_shows_itself_in_the_panel_and_back_is_ready_as_soon_as_there_is_a_way_back(visit: Visit) -> None:
    page = visit("?focus=lambda")
    page.mouse.click(*point(page, "in|triggers|sqs"))
    panel(page).get_by_role("heading", name="SQS", exact=True).wait_for()
    assert focus_of(page) == "lambda"
    for way in (panel(page).get_by_text("Move here"), page.locator(".nw-edges a", has_text="SQS").first):
        way.click()
        wait_for_drawn(page, "sqs")
        page.get_by_role("button", name="Back").click()
        wait_for_drawn(page, "lambda")


def test_typing_finds_without_enter_and_the_keyboard_steps_through_and_enters(visit: Visit) -> None:
    page = visit("?focus=lambda")
    page.evaluate(f"() => {{ ({VIEW})().mark_of_this_test = true; }}")
    page.locator(".st-key-search input").press_sequentially("simple q", delay=30)
    page.locator(".nw-found a", has_text="SQS").click()
    wait_for_drawn(page, "sqs")
    assert page.locator(".st-key-search input").input_value() == ""
    assert page.evaluate(f"({VIEW})().mark_of_this_test"), "the view was taken down and built anew"

    page.locator(".stage").focus()
    page.keyboard.press("n")
    panel(page).get_by_role("heading", name="Lambda", exact=True).wait_for()
    page.keyboard.press("n")
    page.keyboard.press("p")
    page.keyboard.press("Enter")
    wait_for_drawn(page, "lambda")


def test_a_link_to_a_view_brings_focus_and_filters_and_the_view_can_be_saved(visit: Visit, tmp_path: Path) -> None:
    page = visit("?focus=lambda&relation=supports")
    assert neighbours(page) == {"lambda", "java", "go", "python", "node.js", "c#", "ruby", "powershell"}
    page.get_by_role("button", name="Relations").click()
    page.get_by_role("button", name="triggers · 10").click()
    page.wait_for_function(f"({VIEW})().data.nodes.length === 18")
    page.wait_for_url(re.compile("relation=triggers"))
    page.keyboard.press("Escape")  # the list of relations
    wait_for_drawn(page, "lambda")

    with page.expect_download() as download:
        page.get_by_role("button", name="PNG").click()
    download.value.save_as(tmp_path / "view.png")
    assert download.value.suggested_filename == "Lambda.png"
    assert (tmp_path / "view.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (800, "dark")])
def test_page_and_view_fit_the_window_and_follow_the_theme_of_the_system(visit: Visit, width: int, scheme: str) -> None:
    page = visit("?focus=lambda", width=width, scheme=scheme)
    assert page.evaluate(f"({VIEW})().theme") == scheme
    ink = page.evaluate("getComputedStyle(document.querySelector('.nw-panel')).color")
    assert (max(map(int, re.findall(r"\d+", ink)[:3])) > 128) is (scheme == "dark")

    assert page.evaluate("document.querySelector('.stMain').scrollWidth") <= width
    stage = page.locator(".stage").bounding_box()
    beside = panel(page).bounding_box()
    assert stage is not None
    assert beside is not None
    if width > 1000:
        assert beside["x"] >= stage["x"] + stage["width"]
    else:
        assert beside["y"] >= stage["y"] + stage["height"]
    for row in page.evaluate(f"({VIEW})().data.nodes.map((node) => node.id)"):
        x, y = point(page, row)
        assert stage["x"] < x < stage["x"] + stage["width"]
        assert stage["y"] < y < stage["y"] + stage["height"]


def test_in_a_narrow_window_the_view_begins_right_below_its_buttons(visit: Visit) -> None:
    page = visit("?focus=hub", width=320)
    room = page.evaluate(
        f"""() => {{
            const view = ({VIEW})();
            const rows = view.data.nodes.map((node) => view.network.canvasToDOM({{ x: 0, y: node.y }}).y);
            return [Math.min(...rows), view.stage.clientHeight - Math.max(...rows)];
        }}"""
    )
    assert max(room) < 100, room

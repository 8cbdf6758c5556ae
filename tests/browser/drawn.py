"""When a page is ready to be clicked: its script has run and the view stands still."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

VIEW = "() => [...document.querySelectorAll('*')].map((one) => one.noteweave).find(Boolean)"
STILL_MS = 250

_STANDS_STILL = f"""([focus, still]) => {{
    const view = ({VIEW})();
    if (!view?.edges?.length || (focus && view.data.focus !== focus)) return false;
    const place = [view.network.getViewPosition(), view.network.getScale(), view.stage.getBoundingClientRect()];
    const ready = document.querySelector('[data-testid="stApp"]').dataset.testScriptState === "notRunning";
    const now = JSON.stringify([ready, view.data, view.drawn, place]);
    if (now !== view.lastSeen) Object.assign(view, {{ lastSeen: now, since: performance.now() }});
    return ready && document.fonts.status === "loaded" && performance.now() - view.since > still;
}}"""


def settle(page: Page) -> None:
    """Wait until the page's script has run: what is typed before that would be taken back."""
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()


def wait_for_drawn(page: Page, focus: str = "") -> None:
    """Wait until the view shows this focus, or any, the page's script has run and nothing moves any more.

    What is clicked before is taken back, or missed.
    """
    page.wait_for_function(_STANDS_STILL, arg=[focus, STILL_MS])

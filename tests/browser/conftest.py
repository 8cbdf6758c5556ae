"""Chromium and the pages over the sample notes, started once for all tests in a browser."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest
import samples
from ports import free_port

from app.web.flags import FLAGS, HOME
from graph.stores import open_store

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, Request

START_TIMEOUT_S = 180
NAMES = ("chromium", "chromium-browser", "google-chrome")
OpenPage = Callable[..., "Page"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium as the system installed it."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        reason = "there is no Chromium here: install the package chromium to run the browser tests"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[str]:
    """The pages over the sample notes, on a free port."""
    store_path = tmp_path_factory.mktemp("pages") / "sample.db"
    store = open_store(store_path)
    for contribution in (samples.lambda_notes(), samples.queue_notes(), samples.hub_notes(80)):
        store.replace_document(contribution)
    store.close()
    port = free_port()
    place = ["--server.address=127.0.0.1", f"--server.port={port}", "--server.headless=true"]
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", str(HOME), *FLAGS, *place],
        env={**os.environ, "NOTEWEAVE_STORE": str(store_path)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(f"http://127.0.0.1:{port}/_stcore/health")
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.kill()
        process.wait()


def wait_for(url: str) -> None:
    until = time.monotonic() + START_TIMEOUT_S
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(url, timeout=5).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    pytest.fail(f"the pages did not answer within {START_TIMEOUT_S} s")


@pytest.fixture(scope="session")
def window(browser: Browser) -> Iterator[BrowserContext]:
    """One visitor's browser, which keeps the scripts of the pages as browsers do."""
    context = browser.new_context()
    yield context
    context.close()


@pytest.fixture
def open_page(window: BrowserContext, address: str) -> Iterator[OpenPage]:
    """Opens a page; at the end no request may have gone elsewhere, and no script may have failed."""
    elsewhere: list[str] = []
    problems: list[str] = []
    pages = []

    def look(request: Request) -> None:
        if not is_here(request.url, address):
            elsewhere.append(request.url)

    def opened(path: str = "", *, width: int = 1400, height: int = 1000, scheme: Any = "light") -> Page:
        page = window.new_page()
        pages.append(page)
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme)
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("dialog", lambda dialog: problems.append(dialog.message))
        page.goto(address + path)
        return page

    window.on("request", look)
    yield opened
    for page in pages:
        page.close()
    window.remove_listener("request", look)
    assert not elsewhere
    assert not problems


def is_here(url: str, address: str) -> bool:
    return url.startswith((address, address.replace("http", "ws"), "data:", "blob:"))

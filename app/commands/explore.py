"""`noteweave explore`: the web app over the store, as a process of its own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Annotated

import typer

from app import settings
from app.session import Session, command
from graph.errors import NoteweaveError

PORTS_TRIED = 100
START_TIMEOUT_S = 60
STOP_TIMEOUT_S = 5
LOOK_EVERY_S = 0.1
WILDCARDS = ("0.0.0.0", "::")
_STOPPING = (signal.SIGINT, signal.SIGTERM)

Address = Annotated[str, typer.Option("--address", help="Address to listen on.")]
Port = Annotated[int | None, typer.Option("--port", metavar="PORT", help=settings.PORT.help)]
NoBrowser = Annotated[bool, typer.Option("--no-browser", help="Do not open a browser.")]
Writable = Annotated[
    bool, typer.Option("--writable", help="Allow changes although the address is open to other machines.")
]


class ExploreError(NoteweaveError):
    """The web app cannot be started."""


def register(app: typer.Typer) -> None:
    """Add the command to the app."""
    command(app, "explore")(explore)


def explore(
    session: Session,
    address: Address = "127.0.0.1",
    port: Port = None,
    no_browser: NoBrowser = False,
    writable: Writable = False,
) -> None:
    """Open the graph in the browser."""
    free = _free_port(address, settings.port(port))
    _offer_notes(session)
    from app.web.flags import WRITABLE_VARIABLE

    environment = {**os.environ, settings.STORE.variable: session.url, WRITABLE_VARIABLE: "1" if writable else ""}
    # Its standard output only greets; what goes wrong is told on standard error.
    nothing = subprocess.DEVNULL
    process = subprocess.Popen(_web_command(address, free), env=environment, stdin=nothing, stdout=nothing)
    with _handing_over_signals(process) as stopped:
        _announce(process, _url(address, free), open_browser=not no_browser)
        code = _ended(process, stopped)
    if code and not stopped:
        raise ExploreError(f"the web app stopped with exit code {code} (its own words stand above)")


def _offer_notes(session: Session) -> None:
    """Where the store holds nothing, ask whether to read the bundled notes; the page offers the same.

    A store that cannot be opened is told here, before a page is started that could only say the same.
    """
    from graph.errors import StoreMissingError

    try:
        with session.open() as store:
            if store.documents():
                return
    except StoreMissingError:
        pass
    can_ask = sys.stdin.isatty() and sys.stdout.isatty()
    if can_ask and typer.confirm("This store is empty. Read the bundled notes to look around?", default=True):
        from ingest.bundled import notes_folder
        from ingest.library import ingest_paths

        with session.open(create=True) as store:
            ingest_paths(store, [notes_folder()])


def _free_port(address: str, wanted: int) -> int:
    """The wanted port or the next one on which nobody listens."""
    for port in range(wanted, min(wanted + PORTS_TRIED, 65536)):
        try:
            family, kind, proto, _, place = socket.getaddrinfo(address, port, type=socket.SOCK_STREAM)[0]
        except OSError:
            raise ExploreError(f'"{address}" is no address of this machine (leave --address out)') from None
        with socket.socket(family, kind, proto) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(place)
            except OSError as error:
                problem = error.strerror
            else:
                return port
    raise ExploreError(f"no port from {wanted} on can be used: {problem} (choose another with --port)")


def _web_command(address: str, port: int) -> list[str]:
    from app.web.flags import FLAGS, HOME

    # Headless: the browser is opened here, once the app answers, and Streamlit asks nothing at its first start.
    place = [f"--server.address={address}", f"--server.port={port}", "--server.headless=true", "--logger.level=warning"]
    # The pages answer to their own address only, so that no other site's name can be made to mean it; a wildcard
    # address has as many names as the machine.
    place.append(f"--server.allowedHosts={'*' if address in WILDCARDS else address}")
    return [sys.executable, "-m", "streamlit", "run", str(HOME), *FLAGS, *place]


def _url(address: str, port: int) -> str:
    host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(address, f"[{address}]" if ":" in address else address)
    return f"http://{host}:{port}"


@contextmanager
def _handing_over_signals(process: subprocess.Popen[bytes]) -> Iterator[list[int]]:
    """Hand SIGINT and SIGTERM to the process; the list holds those that came. At the end the process is gone."""
    came: list[int] = []

    def hand_over(number: int, _frame: FrameType | None) -> None:
        came.append(number)
        process.terminate()

    former = {number: signal.signal(number, hand_over) for number in _STOPPING}
    try:
        yield came
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)
        _stop(process)


def _ended(process: subprocess.Popen[bytes], stopped: list[int]) -> int | None:
    """The exit code of the process once it has ended, or None once a signal came.

    It looks in steps: Python handles a signal that comes just before a blocking wait only when that wait is over,
    and this one would have no end.
    """
    while not stopped and process.poll() is None:
        time.sleep(LOOK_EVERY_S)
    return process.returncode


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(STOP_TIMEOUT_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _announce(process: subprocess.Popen[bytes], url: str, *, open_browser: bool) -> None:
    """Wait until the app answers, then print its address."""
    deadline = time.monotonic() + START_TIMEOUT_S
    while process.poll() is None and time.monotonic() < deadline:
        if _answers(url):
            print(f"Noteweave is at {url} (Ctrl+C stops it)", flush=True)
            if open_browser and _has_screen():
                import webbrowser

                webbrowser.open(url)
            return
        time.sleep(LOOK_EVERY_S)
    if process.poll() is None:
        raise ExploreError(f"the web app did not answer at {url} within {START_TIMEOUT_S} s (try another --port)")


def _has_screen() -> bool:
    """Whether a browser could show itself; on a machine without a screen a text browser would take the terminal."""
    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _answers(url: str) -> bool:
    import urllib.request

    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # never by way of a proxy
    try:
        with opener.open(f"{url}/_stcore/health", timeout=1) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False

"""`noteweave explore`: the web app as a process of its own, found, stopped, and out of the way."""

from __future__ import annotations

import os
import select
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from command_line import CommandLine
from ports import free_port

STOP_TIMEOUT_S = 60


@contextmanager
def _exploring(folder: Path, *options: str) -> Iterator[subprocess.Popen[str]]:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    process = subprocess.Popen(
        [sys.executable, "-m", "app.cli", "explore", "--no-browser", *options],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        text=True,
    )
    try:
        yield process
    finally:
        process.terminate()
        process.communicate(timeout=STOP_TIMEOUT_S)


def test_it_takes_the_next_free_port_says_where_it_is_and_stops_when_told(with_notes: CommandLine) -> None:
    with socket.create_server(("127.0.0.1", free_port())) as taken:
        port = taken.getsockname()[1]
        with _exploring(with_notes.folder, "--port", str(port)) as process:
            assert process.stdout is not None
            said = process.stdout.readline()
            assert said.startswith("Noteweave is at http://127.0.0.1:"), process.stderr
            url = said.split()[3]
            assert int(url.rsplit(":", 1)[1]) > port
            with urllib.request.urlopen(url, timeout=STOP_TIMEOUT_S) as answer:
                assert answer.status == 200
            process.send_signal(signal.SIGTERM)
            rest, errors = process.communicate(timeout=STOP_TIMEOUT_S)
    assert (process.returncode, rest, errors) == (0, "", "")
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", int(url.rsplit(":", 1)[1])), timeout=5)


def test_it_stops_when_told_although_the_app_hangs(with_notes: CommandLine) -> None:
    with _exploring(with_notes.folder, "--port", str(free_port())) as process:
        assert process.stdout is not None
        process.stdout.readline()
        app = int(subprocess.check_output(["pgrep", "-P", str(process.pid)]))
        os.kill(app, signal.SIGSTOP)
        try:
            process.send_signal(signal.SIGTERM)
            assert process.wait(STOP_TIMEOUT_S) == 0
            with pytest.raises(ProcessLookupError):
                os.kill(app, 0)
        finally:
            with suppress(ProcessLookupError):
                os.kill(app, signal.SIGCONT)


@pytest.mark.parametrize(
    ("options", "way_out"),
    [
        (["--address", "no.such.host.invalid"], "--address"),
        (["--port", "70000"], "1 to 65535"),
        (["--store", "mysql://x"], "scheme"),
    ],
)
def test_what_cannot_be_started_is_told(with_notes: CommandLine, options: list[str], way_out: str) -> None:
    assert way_out in with_notes.refused("explore", "--no-browser", *options)


def test_a_file_that_is_no_store_is_told_before_the_app_starts(noteweave: CommandLine) -> None:
    noteweave.write("noteweave.db", "my shopping list")
    assert "noteweave.db" in noteweave.refused("explore", "--no-browser")


def test_an_empty_store_is_offered_the_bundled_notes(noteweave: CommandLine) -> None:
    ours, theirs = os.openpty()
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-m", "app.cli", "explore", "--no-browser", "--port", str(free_port())]
    terminal = {"stdin": theirs, "stdout": theirs, "stderr": theirs}
    process = subprocess.Popen(command, cwd=noteweave.folder, env=environment, **terminal)
    os.close(theirs)
    try:
        said = _until(ours, b"look around?")
        assert b"empty" in said
        os.write(ours, b"y\n")
        _until(ours, b"Noteweave is at")
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(STOP_TIMEOUT_S) == 0
        os.close(ours)
    assert "lambda.md" in noteweave.ok("documents").out


def _until(terminal: int, wanted: bytes) -> bytes:
    said = b""
    while wanted not in said:
        ready, _, _ = select.select([terminal], [], [], 60)
        assert ready, said
        said += os.read(terminal, 4096)
    return said

"""What goes to the terminal or a file: rich for people, JSON for programs. Words of notes are only ever text."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from graph.errors import NoteweaveError

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

PLAIN_WIDTH = 200
"""Columns where standard output is no terminal: wide enough that lines of notes need not wrap."""


class OutputError(NoteweaveError):
    """A file that cannot be written."""


def say(problem: str) -> None:
    """Print a problem on standard error as the one line that it is."""
    print(f"noteweave: {' '.join(printable(problem).split())}", file=sys.stderr)


def write_json(value: Any) -> None:
    """One JSON value on standard output, keys in the order that they were given in."""
    print(json.dumps(value, ensure_ascii=not _speaks_unicode(), indent=2))


def console() -> Console:
    """A console on standard output, with colours on a terminal only."""
    from rich.console import Console

    return Console(highlight=False, soft_wrap=False, emoji=False, width=None if sys.stdout.isatty() else PLAIN_WIDTH)


def table(columns: Sequence[str], rows: Iterable[Sequence[object]], *, numbers: frozenset[str] = frozenset()) -> Table:
    """A table of plain texts; the columns named in `numbers` stand to the right."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    made = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        right = column in numbers
        made.add_column(Text(column), justify="right" if right else "left", no_wrap=right, overflow="fold")
    for row in rows:
        made.add_row(*(cell if isinstance(cell, Text) else Text(printable(str(cell))) for cell in row))
    return made


def print_table(
    columns: Sequence[str], rows: Iterable[Sequence[object]], *, numbers: frozenset[str] = frozenset()
) -> None:
    """Print a table of plain texts."""
    console().print(table(columns, rows, numbers=numbers))


def printable(text: str) -> str:
    """The text without control characters, with which notes could otherwise steer a terminal."""
    return "".join(c if c.isprintable() or c in "\n\t" else "\N{REPLACEMENT CHARACTER}" for c in text)


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun.

    >>> counted(1, "file"), counted(2, "file"), counted(0, "entity", "entities")
    ('1 file', '2 files', '0 entities')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


@contextmanager
def to_file_or_stdout(path: Path | None) -> Iterator[IO[str]]:
    """A text file to write to: standard output, or `path` by way of a temporary file beside it, so that a failure
    leaves what was there. Line ends are written as they are. Raises OutputError."""
    if path is None:
        yield sys.stdout
        return
    try:
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror} (name a folder that you may write to)") from None
    try:
        with open(descriptor, "w", encoding="utf-8", newline="") as file:
            yield file
        os.chmod(name, 0o666 & ~_umask())
        os.replace(name, path)
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror} (name another file)") from None
    finally:
        Path(name).unlink(missing_ok=True)


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def _speaks_unicode() -> bool:
    return (sys.stdout.encoding or "").lower().replace("-", "") in ("utf8", "utf16")

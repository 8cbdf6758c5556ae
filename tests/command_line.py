"""What the tests of the command line share: running a command, and what came of it."""

from __future__ import annotations

import contextlib
import io
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.cli import run


@dataclass(frozen=True)
class Result:
    """What a command line did: exit code, standard output, standard error."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class CommandLine:
    """Runs `noteweave` in this process, in a folder of its own and with a store there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = folder / "noteweave.db"

    def __call__(self, *arguments: str | Path) -> Result:
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), contextlib.chdir(self.folder):
            code = run([os.fspath(argument) for argument in arguments])
        return Result(code, out.getvalue(), err.getvalue())

    def ok(self, *arguments: str | Path) -> Result:
        """Run what has to go well."""
        result = self(*arguments)
        assert result.code == 0, result.err
        return result

    def refused(self, *arguments: str | Path, code: int = 1) -> str:
        """Run what has to be refused, and give the one line that says why."""
        result = self(*arguments)
        assert result.code == code, (result.out, result.err)
        assert result.err.count("\n") == 1, result.err
        assert result.err.startswith("noteweave: ")
        return result.err.strip()

    def export(self, *options: str | Path) -> str:
        """The store's export."""
        return self.ok(*options, "export").out

    def write(self, path: str, text: str | bytes) -> Path:
        """A file in the folder."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        return file


QUEUE_NOTES = """# SQS

- Messages wait in a queue until they are polled
- Max message size is 256 KB
- SQS can trigger Lambda

## FIFO queue
- Order is kept
"""

TOPIC_NOTES = """# SNS

- Pushes messages to its subscribers
- SNS triggers Lambda
"""

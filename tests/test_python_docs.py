"""The example in docs/python.md runs as it stands."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def test_the_example_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    example = re.search(r"```python\n(.*?)```", (ROOT / "docs" / "python.md").read_text(encoding="utf-8"), re.DOTALL)
    assert example is not None
    shutil.copytree(ROOT / "data" / "notes", tmp_path / "notes")
    monkeypatch.chdir(tmp_path)
    exec(compile(example[1], "docs/python.md", "exec"), {})
    said = capsys.readouterr().out
    assert "sqs.md" in said
    assert "lambda.md:" in said

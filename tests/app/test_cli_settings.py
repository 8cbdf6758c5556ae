"""Settings are a table: each is documented, readable from the environment, and shown with where it comes from."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import CommandLine

from app.settings import NEO4J_PASSWORD, SETTINGS, Setting

README = Path(__file__).parents[2] / "README.md"


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_each_setting_is_documented_read_from_the_environment_and_shown(
    noteweave: CommandLine, monkeypatch: pytest.MonkeyPatch, setting: Setting
) -> None:
    documented = [line for line in README.read_text(encoding="utf-8").splitlines() if f"`{setting.variable}`" in line]
    assert documented, "the README's table of settings lacks it"
    assert not setting.default or setting.default in documented[0]

    assert _shown(noteweave, setting) == (setting.default, "default")
    monkeypatch.setenv(setting.variable, "1234")
    assert _shown(noteweave, setting) == ("(set)" if setting.secret else "1234", "environment")


def test_an_option_is_shown_as_one(noteweave: CommandLine) -> None:
    rows = noteweave.ok("--store", "mine.db", "settings", "--json").json
    assert (rows[0]["value"], rows[0]["from"]) == ("mine.db", "option")


def test_the_password_is_never_shown(noteweave: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NEO4J_PASSWORD.variable, "correct-horse")
    for arguments in (["settings"], ["settings", "--json"], ["documents", "--store", "bolt://127.0.0.1:9", "--debug"]):
        result = noteweave(*arguments)
        assert "correct-horse" not in result.out + result.err


@pytest.mark.parametrize(("variable", "value"), [("NOTEWEAVE_MAX_FILE_MB", "much"), ("NOTEWEAVE_MAX_FILE_MB", "0")])
def test_a_setting_of_no_use_is_told(
    noteweave: CommandLine, monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    monkeypatch.setenv(variable, value)
    noteweave.write("a.md", "x")
    assert variable in noteweave.refused("ingest", "a.md")


def _shown(noteweave: CommandLine, setting: Setting) -> tuple[str, str]:
    row = next(row for row in noteweave.ok("settings", "--json").json if row["name"] == setting.name)
    assert row["variable"] in noteweave.ok("settings").out
    return row["value"], row["from"]

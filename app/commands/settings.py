"""`noteweave settings`: every setting, its value and where it comes from."""

from __future__ import annotations

import typer

from app import settings
from app.session import Session, command


def register(app: typer.Typer) -> None:
    """Add the command to the app."""
    command(app, "settings")(show_settings)


def show_settings(session: Session) -> None:
    """Show every setting, its value and where it comes from."""
    from app import output

    rows = [_row(setting, session) for setting in settings.SETTINGS]
    if session.as_json:
        output.write_json(rows)
        return
    columns = ("setting", "value", "from", "environment", "what it is")
    output.print_table(columns, [[row[key] for key in ("name", "value", "from", "variable", "help")] for row in rows])


def _row(setting: settings.Setting, session: Session) -> dict[str, str]:
    value = settings.value_of(setting, session.store if setting is settings.STORE else None)
    shown = "(set)" if setting.secret and value.text else value.text
    return {
        "name": setting.name,
        "value": shown,
        "from": value.origin,
        "variable": setting.variable,
        "default": setting.default,
        "help": setting.help,
    }

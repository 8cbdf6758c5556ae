"""Where the data that ships with Noteweave lies: notes to try, and domain packs."""

from __future__ import annotations

from pathlib import Path

_HOME = Path(__file__).resolve().parent.parent


def data_folder() -> Path:
    """The bundled data: a checkout's ``data/`` next to the packages, else the wheel's ``noteweave_data``."""
    checkout = _HOME / "data"
    # Somebody else's "data" may lie next to an installed package; only a checkout has the project file too.
    if checkout.is_dir() and (_HOME / "pyproject.toml").is_file():
        return checkout
    return _HOME / "noteweave_data"


def notes_folder() -> Path:
    """The bundled notes, one Markdown file a subject."""
    return data_folder() / "notes"


def packs_folder() -> Path:
    """The shipped domain packs, one TOML file each."""
    return data_folder() / "packs"

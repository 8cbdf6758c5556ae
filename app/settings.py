"""Every setting in one table: an option on the command line, else the environment, else the default.

There is no settings file. Reading happens when a value is asked for, never on import.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from graph.ceilings import MAX_FILE_MB, MAX_VIEW_NODES
from graph.errors import NoteweaveError
from graph.stores import DEFAULT_STORE

_N = TypeVar("_N", int, float)

ENVIRONMENT, DEFAULT, OPTION = "environment", "default", "option"


class SettingError(NoteweaveError):
    """A setting whose value cannot be used."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One line of the table. `secret` values are never shown; `option` is the command line's word for it, if any."""

    name: str
    variable: str
    default: str
    help: str
    option: str | None = None
    secret: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """A setting's value and where it comes from: option, environment or default."""

    text: str
    origin: str


STORE = Setting("store", "NOTEWEAVE_STORE", DEFAULT_STORE, "Where the graph lives: a file or a Neo4j URL.", "--store")
NEO4J_USER = Setting("neo4j-user", "NOTEWEAVE_NEO4J_USER", "neo4j", "User of the Neo4j server.")
NEO4J_PASSWORD = Setting("neo4j-password", "NOTEWEAVE_NEO4J_PASSWORD", "", "Password of the Neo4j server.", secret=True)
NEO4J_DATABASE = Setting("neo4j-database", "NOTEWEAVE_NEO4J_DATABASE", "", "Database; empty means the server's own.")
PACKS = Setting("packs", "NOTEWEAVE_PACKS", "", "Further domain packs: files, separated as in PATH.", "--pack")
MAX_MB = Setting("max-file-mb", "NOTEWEAVE_MAX_FILE_MB", str(MAX_FILE_MB), "Largest file of notes that is read, in MB.")
PORT = Setting("port", "NOTEWEAVE_PORT", "8501", "Port of the web app; the next free one if it is taken.", "--port")
VIEW_NODES = Setting("view-nodes", "NOTEWEAVE_VIEW_NODES", str(MAX_VIEW_NODES), "Most entities that a view draws.")

SETTINGS = (STORE, NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE, PACKS, MAX_MB, PORT, VIEW_NODES)


def value_of(setting: Setting, option: str | None = None, environment: Mapping[str, str] | None = None) -> Value:
    """The setting's value as text. An empty environment variable counts as not set."""
    if option is not None:
        return Value(option, OPTION)
    given = (os.environ if environment is None else environment).get(setting.variable, "")
    return Value(given, ENVIRONMENT) if given else Value(setting.default, DEFAULT)


def max_file_mb() -> float:
    """The largest file that is read, in MB. Raises SettingError."""
    return _number(MAX_MB, float, lambda number: 0 < number < 10_000, "a number of MB above 0")


def port(option: int | None = None) -> int:
    """The web app's port. Raises SettingError."""
    given = None if option is None else str(option)
    return _number(PORT, int, lambda number: 0 < number < 65536, "a port from 1 to 65535", given)


def view_nodes() -> int:
    """How many entities a view draws at most. Raises SettingError."""
    return _number(VIEW_NODES, int, lambda number: number > 0, "a whole number above 0")


def pack_files() -> tuple[Path, ...]:
    """The packs that the environment names."""
    return tuple(Path(part) for part in value_of(PACKS).text.split(os.pathsep) if part)


def _number(
    setting: Setting, convert: Callable[[str], _N], fits: Callable[[_N], bool], wanted: str, option: str | None = None
) -> _N:
    value = value_of(setting, option)
    place = setting.option if value.origin == OPTION else setting.variable
    try:
        number = convert(value.text)
        if fits(number):
            return number
    except ValueError:
        pass
    raise SettingError(f'{place} is "{value.text}"; give it {wanted}')

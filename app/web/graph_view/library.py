"""vis-network, as the installed pyvis wheel brings it: nothing is fetched from elsewhere."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from graph.errors import NoteweaveError

_WHERE = "lib/vis-*/vis-network.min.js"


class MissingLibraryError(NoteweaveError):
    """The installed pyvis has no vis-network where it used to be."""


def vis_network_script() -> str:
    """The library's JavaScript, of the newest version there. Raises MissingLibraryError."""
    spec = find_spec("pyvis")
    folder = Path(spec.origin).parent if spec and spec.origin else None
    found = sorted(folder.glob(_WHERE), key=_version) if folder else []
    if not found:
        raise MissingLibraryError(
            f"the graph view needs vis-network, and pyvis {_pyvis_version()} has no {_WHERE}; "
            "install the pinned one again: pip install --force-reinstall pyvis==0.3.2"
        )
    return found[-1].read_text(encoding="utf-8")


def _version(path: Path) -> tuple[int, ...]:
    return tuple(int(part) for part in path.parent.name.removeprefix("vis-").split(".") if part.isdigit())


def _pyvis_version() -> str:
    try:
        return version("pyvis")
    except PackageNotFoundError:
        return "(not installed)"

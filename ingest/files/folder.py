"""From the paths that a person names to the files that are read, each with its path in the store.

A folder is walked in the order of its names. Hidden files and folders, and links that leave the folder, are skipped and
counted; a linked folder that stays inside is not entered, since its files are read where they lie.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from graph.errors import NotesError

_T = TypeVar("_T")

ENDINGS = (".md", ".markdown", ".txt")
STANDARD_INPUT = "-"
STANDARD_INPUT_PATH = "standard-input.md"
_KINDS_OF_NOTES = "notes are .md, .markdown or .txt files"


@dataclass(frozen=True, slots=True)
class NoteFile:
    """A file to read. `path` is the document's, relative to `root`, with ``/`` and in NFC; `file` is absolute.

    What came by standard input or from a page has no place on disk: its bytes are in `data`, and `root` is None.
    """

    path: str
    file: Path
    root: Path | None = None
    data: bytes | None = None

    def size(self) -> int:
        """The file's length in bytes. Raises NotesError where it cannot be asked."""
        return len(self.data) if self.data is not None else self._ask(lambda: self.file.stat().st_size)

    def read(self) -> bytes:
        """The file's bytes. Raises NotesError where it cannot be read."""
        return self.data if self.data is not None else self._ask(self.file.read_bytes)

    def _ask(self, question: Callable[[], _T]) -> _T:
        try:
            return question()
        except OSError as error:
            raise NotesError(f"cannot read {self.path}: {error.strerror} (mend that, then read it again)") from None


@dataclass(slots=True)
class Walk:
    """What a walk found. `files` are absolute and sorted; `problems` tells of folders that could not be listed."""

    files: list[Path] = field(default_factory=list)
    hidden: int = 0
    links: int = 0
    problems: list[tuple[str, str]] = field(default_factory=list)


def walk(folder: Path) -> Walk:
    """All notes below the folder."""
    found = Walk()
    real = folder.resolve()
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            found.problems.append((str(here), f"cannot list {here}: {error.strerror}"))
            continue
        waiting += [Path(entry.path) for entry in reversed(entries) if _take(entry, real, found)]
    found.files.sort()
    return found


def _take(entry: os.DirEntry[str], real_root: Path, found: Walk) -> bool:
    """Put a file of notes into the walk, count what is skipped, and say whether this is a folder to enter."""
    path = Path(entry.path)
    if entry.name.startswith("."):
        found.hidden += 1
    elif entry.is_symlink() and not _stays_inside(path, real_root):
        found.links += 1
    elif entry.is_dir(follow_symlinks=False):
        return True
    elif entry.is_file() and is_note(path):
        found.files.append(path)
    return False


def is_note(path: Path) -> bool:
    """Whether the file's ending is one of notes."""
    return path.suffix.lower() in ENDINGS


def _stays_inside(link: Path, real_root: Path) -> bool:
    try:
        return link.resolve(strict=True).is_relative_to(real_root)
    except (OSError, RuntimeError):  # a link to nowhere, or in a circle
        return False


def document_path(file: Path, root: Path) -> str:
    """The path of a document: relative to the root, with ``/``, in NFC."""
    return unicodedata.normalize("NFC", file.relative_to(root).as_posix())


@dataclass(frozen=True, slots=True)
class Target:
    """A path that a person named, looked at: its files, and for a folder what the walk skipped."""

    path: Path
    is_folder: bool
    walk: Walk


def look_at(path: Path) -> Target:
    """The notes behind a path. Raises NotesError where there is nothing to read: no such path, or another kind of file.

    A folder without notes is no error here; `Target.walk.files` is empty.
    """
    absolute = Path(os.path.abspath(path))
    if absolute.is_dir():
        return Target(absolute, True, walk(absolute))
    if not absolute.exists():
        raise NotesError(f"there is no {path} (check the spelling; relative paths start at {Path.cwd()})")
    if not absolute.is_file():
        raise NotesError(f"{path} is neither a file nor a folder ({_KINDS_OF_NOTES})")
    if not is_note(absolute):
        raise NotesError(f"{path} is no file of notes ({_KINDS_OF_NOTES}; rename it if it is one)")
    return Target(absolute, False, Walk(files=[absolute]))


def root_of(target: Target, known_roots: Collection[Path], root: Path | None = None) -> Path:
    """The folder that the target's documents are named from.

    A given root wins. A folder is its own root unless it lies in one that was read before; a single file belongs to
    the nearest folder that was read before, else to its parent. Raises NotesError where the target is not in `root`.
    """
    own = target.path if target.is_folder else target.path.parent
    if root is not None:
        absolute = Path(os.path.abspath(root))
        if not own.is_relative_to(absolute):
            raise NotesError(f"{target.path} is not in the root {absolute} (give --root a folder above it)")
        return absolute
    around = [folder for folder in known_roots if own.is_relative_to(folder)]
    return max(around, key=lambda folder: len(folder.parts), default=own)


def note_files(target: Target, root: Path) -> Iterator[NoteFile]:
    """The target's files with their documents' paths."""
    for file in target.walk.files:
        yield NoteFile(document_path(file, root), file, root)


def no_notes(paths: Sequence[Path]) -> NotesError:
    """The error for folders without any notes."""
    return NotesError(f"no notes in {', '.join(map(str, paths))} ({_KINDS_OF_NOTES}; hidden ones are not read)")

"""Many files into a store: what is new or changed is read and written, the rest costs a digest.

Each file is a transaction of its own. One that cannot be read is told and keeps what it said before; the others go in.
A document is read anew where its bytes, the packs or the reader's version differ from those that the store remembers.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graph.ceilings import MAX_FILE_MB
from graph.errors import DanglingKeyError, NotesError
from graph.store import GraphStore
from ingest.files.folder import (
    STANDARD_INPUT_PATH,
    NoteFile,
    Target,
    document_path,
    look_at,
    no_notes,
    note_files,
    root_of,
)
from ingest.files.shelf import Shelf
from ingest.packs.files import load_packs
from ingest.reading import Outcome, PacksByRoot, read_files

Progress = Callable[[int, int, str], None]
"""Called with the number of files done, the number of all, and the path that was just done."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that did not go in: its path and the problem in one line."""

    path: str
    problem: str


@dataclass(frozen=True, slots=True)
class Summary:
    """What a reading did. All are documents' paths, sorted; those of `failed` may be paths as they were given.

    `hidden` and `links` count the files and folders that the walk skipped.
    """

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    failed: tuple[Failure, ...] = ()
    hidden: int = 0
    links: int = 0


@dataclass(frozen=True, slots=True)
class Options:
    """How to read: root and packs as on the command line, `max_mb` in MB (10^6 bytes), `jobs` in processes."""

    root: Path | None = None
    packs: tuple[Path, ...] = ()
    use_packs: bool = True
    prune: bool = False
    dry_run: bool = False
    jobs: int = 1
    max_mb: float = MAX_FILE_MB


@dataclass(frozen=True, slots=True)
class Wanted:
    """The paths that a person named, looked at before any store is opened."""

    targets: tuple[Target, ...] = ()
    failed: tuple[Failure, ...] = ()
    standard_input: bytes | None = None


def look(
    paths: Sequence[str | os.PathLike[str]], *, standard_input: bytes | None = None, prune: bool = False
) -> Wanted:
    """Look at the paths. Raises NotesError, with the first problem, where none of them holds anything to read.

    With `prune` a folder without notes is right: all its documents may have gone.
    """
    targets: list[Target] = []
    failed: list[Failure] = []
    for path in paths:
        try:
            targets.append(look_at(Path(path)))
        except NotesError as error:
            failed.append(Failure(os.fspath(path), str(error)))
    failed += [Failure(*problem) for target in targets for problem in target.walk.problems]
    empty = [] if prune else [t.path for t in targets if not t.walk.files and not t.walk.problems]
    if len(empty) == len(targets) and standard_input is None and not (prune and targets):
        raise NotesError(failed[0].problem) if failed else no_notes(empty)
    failed += [Failure(str(path), str(no_notes([path]))) for path in empty]
    return Wanted(tuple(targets), tuple(failed), standard_input)


def ingest_paths(
    store: GraphStore,
    paths: Sequence[str | os.PathLike[str]],
    options: Options | None = None,
    *,
    progress: Progress | None = None,
) -> Summary:
    """Read files and folders into the store.

    Raises NotesError where there is nothing to read at all, PackError for a pack with a mistake (both before anything
    is written), and what a store raises. A file that fails alone stands in the summary's `failed`.
    """
    options = options or Options()
    return ingest(store, look(paths, prune=options.prune), options, progress=progress)


def ingest(store: GraphStore, wanted: Wanted, options: Options, *, progress: Progress | None = None) -> Summary:
    """Read into the store what `look` found; raises as `ingest_paths` does."""
    reading = _Reading(store, wanted, options)
    files = {file.file: file for target in wanted.targets for file in note_files(target, reading.root_of(target))}
    if wanted.standard_input is not None:
        path = Path(STANDARD_INPUT_PATH)
        files[path] = NoteFile(STANDARD_INPUT_PATH, path, None, wanted.standard_input)
    return reading.run(list(files.values()), progress)


@dataclass
class _Reading:
    """One run: the shelf that it writes to, and the tally of what it did."""

    store: GraphStore
    wanted: Wanted
    options: Options
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.shelf = Shelf(self.store, dry_run=self.options.dry_run)
        self.failed += self.wanted.failed

    def root_of(self, target: Target) -> Path:
        return root_of(target, self.shelf.folders, self.options.root)

    def run(self, files: Sequence[NoteFile], progress: Progress | None) -> Summary:
        packs = self._packs(files)
        accepted = list(self._accept(files))
        outcomes = read_files(
            accepted, packs, known=self.shelf.digests, max_mb=self.options.max_mb, jobs=self.options.jobs
        )
        for done, outcome in enumerate(outcomes, 1):
            self._take(outcome)
            if progress:
                progress(done, len(accepted), outcome.file.path)
        if self.options.prune:
            self._prune({file.path for file in files})
        if self.added or self.changed or self.unchanged:
            self.shelf.keep_folders(self.root_of(target) for target in self.wanted.targets if self._is_read(target))
            self.shelf.keep_packs(pack for of_root in packs.values() for pack in of_root)
        return self._summary()

    def _packs(self, files: Sequence[NoteFile]) -> PacksByRoot:
        roots = {file.root: None for file in files}
        return {root: load_packs(root, self.options.packs, self.options.use_packs) for root in roots}

    def _accept(self, files: Sequence[NoteFile]) -> Iterator[NoteFile]:
        """The files whose paths are free or their own; the others fail."""
        seen: dict[str, NoteFile] = {}
        for file in files:
            other = seen.setdefault(file.path, file)
            taken = other.file if other is not file else self.shelf.other_file(file)
            if taken is None:
                yield file
            else:
                problem = f"{file.path} stands for {taken} already, {file.file} is another (give a --root above both)"
                self.failed.append(Failure(file.path, problem))

    def _take(self, outcome: Outcome) -> None:
        path = outcome.file.path
        if outcome.problem is not None:
            self.failed.append(Failure(path, outcome.problem))
            return
        is_new = path not in self.shelf.digests
        try:
            moved = self.shelf.put(outcome.file, outcome.contribution)
        except DanglingKeyError as error:
            self.failed.append(Failure(path, str(error)))
            return
        done = self.unchanged if outcome.contribution is None else self.added if is_new else self.changed
        done.append(path)
        self.removed += [moved] if moved else []

    def _prune(self, present: set[str]) -> None:
        """Forget the documents of the folders that were read whose files are no longer there."""
        for target in self.wanted.targets:
            if not target.is_folder or target.walk.problems:
                continue  # what could not be listed is not known to be gone
            root = self.root_of(target)
            below = "" if target.path == root else f"{document_path(target.path, root)}/"
            gone = [path for path in self.shelf.of_root(root) if path.startswith(below) and path not in present]
            for path in gone:
                self.shelf.forget(path)
            self.removed += gone

    def _is_read(self, target: Target) -> bool:
        # A single file does not make its folder one that was read, unless --root says so.
        return target.is_folder or self.options.root is not None

    def _summary(self) -> Summary:
        walks = [target.walk for target in self.wanted.targets]
        return Summary(
            added=tuple(sorted(self.added)),
            changed=tuple(sorted(self.changed)),
            removed=tuple(sorted(self.removed)),
            unchanged=tuple(sorted(self.unchanged)),
            failed=tuple(sorted(self.failed, key=lambda failure: failure.path)),
            hidden=sum(walk.hidden for walk in walks),
            links=sum(walk.links for walk in walks),
        )

"""What a store knows of files on disk: which document is which file, and which folders were read.

Two sorts of folders stand under `set_root` and never in an export: each folder that was read, under its own name, and
for each document the folder that its path starts from, under the document's path.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from graph.store import GraphStore
from graph.values import Contribution, Pack
from ingest.files.folder import NoteFile


class Shelf:
    """The documents of a store by path and by file. With `dry_run` nothing is written, and the answers are the same.

    `digests` are each document's digest and reader, `folders` those that were read, outermost of nested ones.
    """

    def __init__(self, store: GraphStore, *, dry_run: bool = False) -> None:
        self._store = store
        self._dry_run = dry_run
        self._roots = store.roots()
        self.digests = {document.path: (document.sha256, document.reader) for document in store.documents()}
        self.folders = {Path(folder) for name, folder in self._roots.items() if name == folder}
        self._path_of = {file: path for path in self.digests if (file := self._file(path)) is not None}

    def other_file(self, file: NoteFile) -> Path | None:
        """The file that a document of this path was read from, where it is another one and still there.

        A copy with the same bytes is no other file: it takes the place of the first.
        """
        if file.root is None or file.path not in self.digests:
            return None
        known = self._file(file.path)
        if known is None or known == file.root / file.path or not known.exists():
            return None
        return None if self.digests[file.path][0] == sha256(file.read()).hexdigest() else known

    def of_root(self, root: Path) -> list[str]:
        """The documents whose paths start from this folder, sorted."""
        return sorted(path for path in self.digests if self._roots.get(path) == str(root))

    def put(self, file: NoteFile, contribution: Contribution | None) -> str | None:
        """Write what the file says (None: what it said before) and remember where it lies.

        Gives the path that the same file had until now, if it was another; that document is forgotten.
        """
        former = self._path_of.get(file.root / file.path) if file.root is not None else None
        if contribution is not None and not self._dry_run:
            self._store.replace_document(contribution)
        if file.root is not None:
            self._set_root(file.path, file.root)
        if former is None or former == file.path:
            return None
        self.forget(former)
        return former

    def forget(self, path: str) -> None:
        """Remove a document."""
        self.digests.pop(path, None)
        if not self._dry_run:
            self._store.remove_document(path)

    def keep_folders(self, folders: Iterable[Path]) -> None:
        """Remember folders as read; one that lies inside is from now on a part of them."""
        for folder in dict.fromkeys(folders):
            self._set_root(str(folder), folder)
            for inner in self.folders:
                if inner != folder and inner.is_relative_to(folder):
                    self._set_root(str(inner), folder)

    def keep_packs(self, packs: Iterable[Pack]) -> None:
        """Keep the packs for questions, together with those that another folder brought. No packs change nothing."""
        now = {(pack.name, pack.digest): pack for pack in packs}
        if not now or self._dry_run:
            return
        kept = self._store.packs()
        names = {pack.name for pack in now.values()}
        others = [pack for pack in kept if pack.name not in names] if len(self.folders) > 1 else []
        wanted = (*now.values(), *others)
        if set(wanted) != set(kept):
            self._store.replace_packs(wanted)

    def _set_root(self, name: str, folder: Path) -> None:
        if self._roots.get(name) != str(folder):
            self._roots[name] = str(folder)
            if not self._dry_run:
                self._store.set_root(name, str(folder))

    def _file(self, path: str) -> Path | None:
        root = self._roots.get(path)
        return Path(root) / path if root is not None else None

"""`noteweave ingest`: files and folders of notes into the store."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app import settings
from app.session import Session, command

if TYPE_CHECKING:
    from graph.store import GraphStore
    from ingest.library import Options, Progress, Summary

Paths = Annotated[list[str], typer.Argument(metavar="PATH", help="Files and folders; - is standard input.")]
Root = Annotated[Path | None, typer.Option("--root", metavar="DIR", help="Folder that the paths are told from.")]
Packs = Annotated[list[Path] | None, typer.Option("--pack", metavar="FILE", help="A further domain pack (repeatable).")]
NoPack = Annotated[bool, typer.Option("--no-pack", help="Read without any pack, the shipped ones included.")]
Prune = Annotated[bool, typer.Option("--prune", help="Forget the documents that are gone from these folders.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Read and say what would change; write nothing.")]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, max=64, help="How many processes read.")]


def register(app: typer.Typer) -> None:
    """Add the command to the app."""
    command(app, "ingest")(ingest)


def ingest(
    session: Session,
    paths: Paths,
    root: Root = None,
    pack: Packs = None,
    no_pack: NoPack = False,
    prune: Prune = False,
    dry_run: DryRun = False,
    jobs: Jobs = 1,
) -> None:
    """Read files and folders of notes into the store.

    Notes are .md, .markdown and .txt files; an Obsidian vault is read as it is. Each file goes in as a whole or not at
    all: one that cannot be read is told, keeps what it said before, and the others go in.
    """
    from ingest.files.folder import STANDARD_INPUT
    from ingest.library import Options, look

    options = Options(
        root=root,
        packs=() if no_pack else (*settings.pack_files(), *(pack or ())),
        use_packs=not no_pack,
        prune=prune,
        dry_run=dry_run,
        jobs=jobs,
        max_mb=settings.max_file_mb(),
    )
    data = sys.stdin.buffer.read() if STANDARD_INPUT in paths else None
    wanted = look([path for path in paths if path != STANDARD_INPUT], standard_input=data, prune=prune)
    with _store(session, dry_run=dry_run) as store, _progress() as progress:
        from ingest import library

        summary = library.ingest(store, wanted, options, progress=progress)
    _tell(session, summary, options)


@contextmanager
def _store(session: Session, *, dry_run: bool) -> Iterator[GraphStore]:
    """The store to write to. A new file into which nothing went is not left behind."""
    from graph.stores import SqlitePlace, parse_store_url

    place = parse_store_url(session.url)
    is_new = isinstance(place, SqlitePlace) and not place.path.exists()
    left_behind = False
    try:
        with session.open(create=True) as store:
            try:
                yield store
            finally:
                left_behind = is_new and not store.documents()
    finally:
        if left_behind and isinstance(place, SqlitePlace):
            for suffix in ("", "-wal", "-shm"):
                place.path.with_name(place.path.name + suffix).unlink(missing_ok=True)


@contextmanager
def _progress() -> Iterator[Progress | None]:
    """A bar on standard error, where that is a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
    from rich.text import Text

    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)

        def advance(done: int, total: int, path: str) -> None:
            bar.update(task, completed=done, total=total, description=Text(path).markup)

        yield advance


def _tell(session: Session, summary: Summary, options: Options) -> None:
    from app import output

    if session.as_json:
        output.write_json(_json(summary))
    else:
        output.console().print(_sentence(summary, dry_run=options.dry_run), markup=False)
    for failure in summary.failed:
        output.say(failure.problem)
    if summary.failed:
        raise typer.Exit(1)


def _json(summary: Summary) -> dict[str, Any]:
    return {
        "added": list(summary.added),
        "changed": list(summary.changed),
        "removed": list(summary.removed),
        "unchanged": list(summary.unchanged),
        "failed": [{"path": failure.path, "problem": failure.problem} for failure in summary.failed],
        "skipped": {"hidden": summary.hidden, "links": summary.links},
    }


def _sentence(summary: Summary, *, dry_run: bool) -> str:
    counts = [
        f"{len(paths):,} {word}"
        for word, paths in (
            ("added", summary.added),
            ("changed", summary.changed),
            ("removed", summary.removed),
            ("left alone", summary.unchanged),
            ("failed", summary.failed),
        )
        if paths
    ]
    skipped = [
        f"{number:,} {words}"
        for number, words in ((summary.hidden, "hidden"), (summary.links, "leading out of the folder"))
        if number
    ]
    beginning = "Nothing was written. It would be: " if dry_run else "Documents: "
    return beginning + (", ".join(counts) or "none") + (f" (skipped: {', '.join(skipped)})" if skipped else "")

"""The reading of many files, one after the other or in several processes, with the same outcome in the same order."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

from graph.errors import NotesError
from graph.values import Contribution, Pack
from ingest.files.folder import NoteFile

READS_AHEAD_PER_JOB = 2

PacksByRoot = Mapping[Path | None, tuple[Pack, ...]]
"""The packs that the files of each root are read with."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file: a contribution, or a problem in one line, or neither where it is unchanged."""

    file: NoteFile
    contribution: Contribution | None = None
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class _Job:
    """A file whose bytes have to be read into facts."""

    file: NoteFile
    data: bytes


def read_files(
    files: Iterable[NoteFile],
    packs: PacksByRoot,
    *,
    known: Mapping[str, tuple[str, str]],
    max_mb: float,
    jobs: int = 1,
) -> Iterator[Outcome]:
    """Read the files that are not `known`: by document path, the digest and the reader that the store remembers.

    With `jobs` above 1 that many processes read. At most a few files for each are held in memory at a time.
    """
    from ingest.pipeline import reader_digest

    readers = {root: reader_digest(of_root) for root, of_root in packs.items()}
    checked = (_check(file, readers[file.root], known.get(file.path), max_mb) for file in files)
    if jobs > 1:
        yield from _in_processes(checked, packs, max_mb, jobs)
        return
    for step in checked:
        yield _read(step, packs[step.file.root], max_mb) if isinstance(step, _Job) else step


def _check(file: NoteFile, reader: str, known: tuple[str, str] | None, max_mb: float) -> Outcome | _Job:
    try:
        if file.size() > max_mb * 1_000_000:
            raise NotesError(f"{file.path} is larger than {max_mb:g} MB (split it, or raise NOTEWEAVE_MAX_FILE_MB)")
        data = file.read()
    except NotesError as error:
        return Outcome(file, problem=str(error))
    return Outcome(file) if known == (hashlib.sha256(data).hexdigest(), reader) else _Job(file, data)


def _read(job: _Job, packs: tuple[Pack, ...], max_mb: float) -> Outcome:
    from ingest.pipeline import read_document

    try:
        return Outcome(job.file, read_document(job.file.path, job.data, packs, max_mb=max_mb))
    except NotesError as error:
        return Outcome(job.file, problem=str(error))


def _in_processes(checked: Iterator[Outcome | _Job], packs: PacksByRoot, max_mb: float, jobs: int) -> Iterator[Outcome]:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    # Started afresh, not forked: a fork would copy whatever threads and connections the caller has.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, context, initializer=_start_worker, initargs=(dict(packs), max_mb)) as pool:
        waiting: deque[Outcome | Future[Outcome]] = deque()
        for step in checked:
            waiting.append(pool.submit(_read_in_worker, step) if isinstance(step, _Job) else step)
            if len(waiting) > jobs * READS_AHEAD_PER_JOB:
                yield _result(waiting.popleft())
        while waiting:
            yield _result(waiting.popleft())


def _result(step: Outcome | Future[Outcome]) -> Outcome:
    return step.result() if isinstance(step, Future) else step


_worker: tuple[PacksByRoot, float] = {}, 0.0


def _start_worker(packs: PacksByRoot, max_mb: float) -> None:
    global _worker
    _worker = packs, max_mb


def _read_in_worker(job: _Job) -> Outcome:
    packs, max_mb = _worker
    return _read(job, packs[job.file.root], max_mb)

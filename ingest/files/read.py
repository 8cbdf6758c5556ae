"""Bytes to a document: encoding, line ends, size. Nothing is guessed silently; what cannot be decoded is said."""

from __future__ import annotations

import codecs
import hashlib
import re
import unicodedata

from graph.ceilings import MAX_FILE_MB
from graph.errors import NotesError
from graph.text import split_lines as split_lines
from graph.values import Document

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_HEAD = 40
"""Lines in which a document's title is looked for."""
_HEADING = re.compile(r" {0,3}#\s+(.*?)\s*#*\s*$")
_UNDERLINED = re.compile(r" {0,3}(?=[^=\s])(\S.*?)\s*$")
_UNDERLINE = re.compile(r" {0,3}={2,}\s*$")


def decode(path: str, data: bytes, *, max_mb: float = MAX_FILE_MB) -> str:
    """The text of a file: UTF-8 with or without a byte order mark, UTF-16 with one. Raises NotesError otherwise."""
    if len(data) > max_mb * 1_000_000:
        raise NotesError(f"{path} is larger than {max_mb:g} MB (split it, or raise NOTEWEAVE_MAX_FILE_MB)")
    encoding, body = "utf-8", data
    for bom, name in _BOMS:
        if data.startswith(bom):
            encoding, body = name, data[len(bom) :]
            break
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise NotesError(f"{path}:{line} is not {encoding.upper()} text (save the file as UTF-8)") from None
    if "\0" in text:
        raise NotesError(f"{path} looks like a binary file (notes are .md, .markdown or .txt text)")
    return text


def read(path: str, data: bytes, *, max_mb: float = MAX_FILE_MB) -> Document:
    """A document from a file's bytes. `path` is relative to the folder that is read, and becomes NFC with ``/``."""
    text = decode(path, data, max_mb=max_mb)
    lines = split_lines(text)
    name = unicodedata.normalize("NFC", path.replace("\\", "/"))
    return Document(
        path=name,
        title=_title(name, lines),
        sha256=hashlib.sha256(data).hexdigest(),
        lines=len(lines),
        text=text,
    )


def _title(path: str, lines: list[str]) -> str:
    """The first top-level heading among the first lines, else the file's name without its ending."""
    for line, below in zip(lines[:_HEAD], [*lines[1:_HEAD], ""], strict=False):
        heading = _HEADING.match(line) or (_UNDERLINED.match(line) if _UNDERLINE.match(below) else None)
        if heading and heading[1]:
            return heading[1]
    return file_title(path)


def file_title(path: str) -> str:
    """The name of a file without its folders and its ending: the title of notes that have none."""
    stem = path.rsplit("/", 1)[-1]
    return re.sub(r"\.(md|markdown|txt)$", "", stem, flags=re.IGNORECASE) or path

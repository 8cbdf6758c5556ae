"""The JSON interchange format, inwards: an export becomes the contributions that it was made of."""

from __future__ import annotations

import json
import os
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from graph.errors import DanglingKeyError, ExportFormatError
from graph.interchange import FORMAT, VERSION
from graph.resolve import canonical, check
from graph.store import GraphStore
from graph.values import (
    Contribution,
    Document,
    EdgeFact,
    Limit,
    LimitFact,
    LineBucket,
    NameClaim,
    StatementFact,
)
from graph.vocabulary import Bound, Bucket, Facet, Kind, RelationType

_T = TypeVar("_T")
_MAX_NUMBER = 2**53  # beyond it, neighbouring whole numbers are one and the same in JSON
_HALF_PAIR = re.compile("[\ud800-\udfff]")
_WORDS = {str: "text", int: "a whole number", float: "a number", list: "a list", dict: "an object", bool: "yes or no"}


def import_graph(store: GraphStore, path: str | os.PathLike[str]) -> int:
    """Read an export into the store, one transaction a document, and give back how many documents it held.

    Documents of the same path are replaced, others stay. The whole file is checked before the first is written: raises
    ExportFormatError naming file and place.
    """
    contributions = read_export(path)
    for contribution in contributions:
        store.replace_document(contribution)
    return len(contributions)


def read_export(path: str | os.PathLike[str]) -> list[Contribution]:
    """The contributions of an export, by path. Raises ExportFormatError."""
    try:
        contributions = [canonical(contribution) for contribution in _contributions(_object(Path(path)))]
        for contribution in contributions:
            check(contribution)
    except (ExportFormatError, DanglingKeyError) as error:
        raise ExportFormatError(f"{os.fspath(path)}: {error}") from error
    return contributions


def _object(path: Path) -> _Item:
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ExportFormatError(f"cannot be read ({error.strerror})") from error
    except (UnicodeDecodeError, RecursionError, ValueError) as error:
        place = f" at line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise ExportFormatError(f"this is no JSON{place}; a Noteweave export is wanted") from error
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise ExportFormatError("this is no Noteweave export; make one with: noteweave export --format json")
    if content.get("version") != VERSION:
        raise ExportFormatError(f"version {content.get('version')!r} of the format is not known here, only {VERSION}")
    return _Item("", content)


@dataclass(frozen=True, slots=True)
class _Item:
    """An object of the file and its place in words, as in ``statements[3]``."""

    place: str
    fields: dict[str, Any]

    def get(self, name: str, wanted: type[_T]) -> _T:
        value = self.fields.get(name)
        if wanted is float and type(value) is int and abs(value) <= _MAX_NUMBER:
            value = float(value)
        if type(value) is not wanted:
            raise self.error(name, f"{_WORDS[wanted]} is wanted here")
        if isinstance(value, str) and _HALF_PAIR.search(value):
            raise self.error(name, "half a surrogate pair is no text")
        if isinstance(value, int | float) and not abs(value) <= _MAX_NUMBER:
            raise self.error(name, "this number is too large")
        return value

    def optional(self, name: str) -> str | None:
        return None if self.fields.get(name) is None else self.get(name, str)

    def one_of(self, name: str, choices: Callable[[str], _T]) -> _T:
        value = self.get(name, str)
        try:
            return choices(value)
        except ValueError as error:
            raise self.error(name, f'"{value}" is not in the vocabulary') from error

    def items(self, name: str) -> Iterator[_Item]:
        for index, fields in enumerate(self.get(name, list)):
            place = f"{self.place}.{name}[{index}]".lstrip(".")
            if type(fields) is not dict:
                raise ExportFormatError(f"{place}: an object is wanted here")
            yield _Item(place, fields)

    def error(self, name: str, problem: str) -> ExportFormatError:
        return ExportFormatError(f"{self.place}.{name}: {problem}".lstrip("."))


def _contributions(export: _Item) -> list[Contribution]:
    documents = _documents(export)
    parts: dict[str, dict[str, list[Any]]] = {path: defaultdict(list) for path in documents}

    def add(part: str, item: _Item, fact: object) -> None:
        path = item.get("document", str)
        if path not in parts:
            raise item.error("document", f'"{path}" is not among the documents')
        parts[path][part].append(fact)

    for item in export.items("lines"):
        add("buckets", item, LineBucket(item.get("line", int), item.one_of("bucket", Bucket)))
    for item in export.items("statements"):
        add("statements", item, _statement(item))
    _no_two_alike(export)
    for item in export.items("names"):
        add("names", item, _claim(item))
    if "sleeping" in export.fields:
        for item in export.items("sleeping"):
            add("edges", item, _edge(item, item, item.get("source_key", str), item.get("target_key", str)))
    limits = _limits(export)
    for relation in export.items("relations"):
        for item in relation.items("evidence"):
            fact = _fact(relation, item, limits)
            add("limits" if isinstance(fact, LimitFact) else "edges", item, fact)
    return [
        Contribution(document, reader, **{part: tuple(facts) for part, facts in parts[path].items()})
        for path, (document, reader) in sorted(documents.items())
    ]


def _documents(export: _Item) -> dict[str, tuple[Document, str]]:
    documents: dict[str, tuple[Document, str]] = {}
    for item in export.items("documents"):
        path = item.get("path", str)
        if path in documents:
            raise item.error("path", f'"{path}" stands there twice')
        texts = item.get("title", str), item.get("sha256", str)
        document = Document(path, *texts, item.get("lines", int), item.get("text", str))
        documents[path] = document, item.optional("reader") or ""
    return documents


def _statement(item: _Item) -> StatementFact:
    facets = item.get("facets", list)
    known = {facet.value for facet in Facet}
    unknown = [facet for facet in facets if not (isinstance(facet, str) and facet in known)]
    if unknown:
        raise item.error("facets", f"{unknown[0]!r} is not in the vocabulary")
    key = item.optional("key") or item.get("about", str)
    return StatementFact(item.get("id", str), *_lines(item), item.get("text", str), key, tuple(facets))


def _no_two_alike(export: _Item) -> None:
    seen: set[str] = set()
    for item in export.items("statements"):
        identity = item.get("id", str)
        if identity in seen or not identity.startswith(item.get("document", str) + "#"):
            raise item.error("id", f'"{identity}" stands there twice, or is not of its document')
        seen.add(identity)


def _lines(item: _Item) -> tuple[int, int]:
    return item.get("line_start", int), item.get("line_end", int)


def _claim(item: _Item) -> NameClaim:
    key, entity = item.get("key", str), item.get("entity", str)
    # A file of another hand may lack `same_as`; the entity then says with which key this one is joined.
    same_as = item.optional("same_as") if "same_as" in item.fields else entity if entity != key else None
    kind = None if item.fields.get("kind") is None else item.one_of("kind", Kind)
    place = item.get("line", int), item.get("rule", str)
    return NameClaim(key, item.get("text", str), *place, kind, item.optional("description"), same_as)


def _limits(export: _Item) -> dict[str, Limit]:
    return {item.get("id", str): _limit(item) for item in export.items("entities") if "limit" in item.fields}


def _limit(item: _Item) -> Limit:
    limit = _Item(f"{item.place}.limit", item.get("limit", dict))
    measure = limit.one_of("bound", Bound), limit.get("value", float)
    return Limit(limit.get("quantity", str), *measure, limit.optional("unit"), limit.optional("scope"))


def _fact(relation: _Item, item: _Item, limits: dict[str, Limit]) -> EdgeFact | LimitFact:
    target = relation.get("target", str)
    source_key = item.optional("source_key") or relation.get("source", str)
    if target in limits:
        limit = _limit(item) if "limit" in item.fields else limits[target]
        return LimitFact(source_key, limit, item.get("statement", str), *_lines(item), item.get("rule", str))
    return _edge(relation, item, source_key, item.optional("target_key") or target)


def _edge(relation: _Item, item: _Item, source: str, target: str) -> EdgeFact:
    meaning = relation.one_of("relation", RelationType)
    place = item.get("statement", str), *_lines(item), item.get("rule", str)
    return EdgeFact(source, meaning, target, relation.optional("condition"), *place)

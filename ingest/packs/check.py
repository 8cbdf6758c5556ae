"""The rules that a pack's file keeps, and the line of each mistake."""

from __future__ import annotations

import difflib
import hashlib
import json
import re
import tomllib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.errors import PackError
from graph.identity import slug
from graph.values import Pack, PackEntity, PackVerb
from graph.vocabulary import Direction, Kind, RelationType

MATCHES = ("exact", "context", "capitals", "prefix")
KINDS = tuple(kind.value for kind in Kind if kind is not Kind.LIMIT)
_RELATIONS = tuple(relation.value for relation in RelationType)
_DIRECTIONS = tuple(direction.value for direction in Direction)

_TEXT, _TEXTS = "text", "list of texts"
_TOP_FIELDS = {"pack": _TEXT, "prefixes": _TEXTS, "never_same": "lists", "entity": "tables", "verb": "tables"}
_FIELDS = {
    "entity": {
        "name": _TEXT,
        "kind": _TEXT,
        "of": _TEXT,
        "aliases": _TEXTS,
        "match": _TEXT,
        "capitals": _TEXTS,
        "context": _TEXTS,
    },
    "verb": {"relation": _TEXT, "words": _TEXTS, "direction": _TEXT},
}
_EXAMPLES = {_TEXT: '"SQS"', _TEXTS: '["SQS", "SNS"]', "lists": '[["SQS", "SNS"]]', "tables": "[[entity]]"}
_WORDS = {"kind": KINDS, "match": MATCHES, "relation": _RELATIONS, "direction": _DIRECTIONS}
_REQUIRED = {"entity": ("name", "kind"), "verb": ("relation", "words")}

_HEADER = re.compile(r"\s*\[\[\s*(\w+)\s*\]\]")
_ARRAY = re.compile(r"\s*(entity|verb)\s*=\s*\[")
_KEY = re.compile(r"\s*([\w-]+)\s*=")
_SYNTAX_LINE = re.compile(r"\s*\(at line (\d+), column \d+\)")

Problem = tuple[int, str]


def examine(path: Path, known: Collection[str]) -> tuple[Pack, tuple[str, ...]]:
    """The pack in the file as far as it is right, and its problems. `known` are names of other packs.

    Raises PackError where there is no reading it at all: no file, no text, no TOML (told with its line).
    """
    text = _text(path)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _SYNTAX_LINE.search(str(error))
        line = place[1] if place else text.count("\n") + 1
        what = _SYNTAX_LINE.sub("", str(error)).replace(" (at end of document)", " at the end of the file")
        return Pack(path.stem, ""), (f"{path}:{line}: {what} (see: the TOML rules at https://toml.io)",)
    _hoist(data)
    lines = _Lines(text)
    problems = sorted({*_top_problems(data, lines), *_item_problems(data, lines), *_name_problems(data, lines, known)})
    pack = Pack(path.stem, "") if problems else _pack(data)
    return pack, tuple(f"{path}:{line}: {what}" for line, what in problems)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise PackError(f"{path} is not UTF-8 text (save the pack as UTF-8)") from None
    except OSError as error:
        raise PackError(f"cannot read the pack {path}: {error.strerror} (name a pack's TOML file)") from None


def _hoist(data: dict[str, Any]) -> None:
    # TOML gives a key that stands below [[verb]] to that verb; people write never_same at the end all the same.
    for table in ("entity", "verb"):
        for item in _items(data, table):
            if "never_same" in item:
                data.setdefault("never_same", item.pop("never_same"))


def _items(data: dict[str, Any], table: str) -> list[dict[str, Any]]:
    items = data.get(table, [])
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []


class _Lines:
    """Where in the file the n-th entity or verb stands, and its keys; tomllib does not tell.

    Looked for once something is wrong, which it is in none of the packs that ship.
    """

    def __init__(self, text: str) -> None:
        self._text, self._read = text, False
        self._items: dict[str, list[int]] = {"entity": [], "verb": []}
        self._keys: dict[tuple[str, int, str], int] = {}

    def _find(self) -> None:
        if self._read:
            return
        self._read = True
        table, in_array = "", False
        for number, line in enumerate(self._text.splitlines(), start=1):
            header, array = _HEADER.match(line), _ARRAY.match(line)
            if header or array:
                table, in_array = (header or array)[1], bool(array)  # type: ignore[index]
            if header or (in_array and line.lstrip().startswith("{")):
                self._items.setdefault(table, []).append(number)
            elif in_array and line.startswith("]"):
                table, in_array = "", False
            elif not in_array and (key := _KEY.match(line)):
                self._keys.setdefault((table, len(self._items.get(table, ())) - 1, key[1]), number)

    def top(self, key: str) -> int:
        """The line of a key of the pack itself, 1 where it is missing."""
        self._find()
        found = [line for (_, _, name), line in self._keys.items() if name == key]
        return min(found, default=1)

    def item(self, table: str, index: int, key: str = "") -> int:
        """The line of an entity's or verb's key, else of the entity or verb itself."""
        self._find()
        items = self._items[table]
        own = items[index] if index < len(items) else (items[-1] if items else 1)
        return self._keys.get((table, index, key), own)


def _did_you_mean(word: object, words: Collection[str]) -> str:
    near = difflib.get_close_matches(str(word), sorted(words), n=1, cutoff=0.6)
    return f'did you mean "{near[0]}"?' if near else "use one of: " + ", ".join(words)


def _is(value: object, sort: str) -> bool:
    if sort == _TEXT:
        return isinstance(value, str) and bool(value.strip())
    if sort == "tables":
        return isinstance(value, list) and all(isinstance(item, dict) for item in value)
    if sort == "lists":
        return isinstance(value, list) and all(_is(item, _TEXTS) and len(item) > 1 for item in value)
    return isinstance(value, list) and all(_is(item, _TEXT) for item in value)


def _field_problems(item: dict[str, Any], fields: dict[str, str], whose: str) -> Iterator[tuple[str, str]]:
    for key, value in item.items():
        if key not in fields:
            yield key, f'unknown field "{key}" in {whose} ({_did_you_mean(key, fields)})'
        elif not _is(value, fields[key]):
            yield key, f'"{key}" in {whose} has the wrong form (write it as {_EXAMPLES[fields[key]]})'
        elif key in _WORDS and value not in _WORDS[key]:
            yield key, f'unknown {key} "{value}" in {whose} ({_did_you_mean(value, _WORDS[key])})'


def _top_problems(data: dict[str, Any], lines: _Lines) -> Iterator[Problem]:
    for key, what in _field_problems(data, _TOP_FIELDS, "the pack"):
        yield lines.top(key), what
    if "pack" not in data:
        yield 1, 'the pack has no name (begin the file with: pack = "name")'


def _item_problems(data: dict[str, Any], lines: _Lines) -> Iterator[Problem]:
    for table, fields in _FIELDS.items():
        for index, item in enumerate(_items(data, table)):
            whose = f'{table} "{item["name"]}"' if "name" in item else f"{table} {index + 1}"
            for key, what in _field_problems(item, fields, whose):
                yield lines.item(table, index, key), what
            for key in _REQUIRED[table]:
                if key not in item:
                    yield lines.item(table, index), f'{whose} has no "{key}" (add: {key} = …)'
            if item.get("match") == "prefix" and item.get("kind") != "service" and "of" not in item:
                line = lines.item(table, index, "match")
                yield line, f'{whose} has no prefix to match (add its owner: of = …, or use match = "capitals")'


@dataclass(slots=True)
class _Place:
    """Where a name was first met: index, key and name of its entity, and the spellings that the entity gives it."""

    index: int
    key: str
    name: str
    spellings: set[str]


def _texts(value: object) -> list[str]:
    return [text for text in value if isinstance(text, str)] if isinstance(value, list) else []


def _name_problems(data: dict[str, Any], lines: _Lines, known: Collection[str]) -> Iterator[Problem]:
    """Names that stand twice, owners that stand nowhere, and capitals that are no name of their entity."""
    first: dict[tuple[str, str], _Place] = {}
    entities = [(index, item) for index, item in enumerate(_items(data, "entity")) if isinstance(item.get("name"), str)]
    for index, item in entities:
        owner = slug(item["of"]) if isinstance(item.get("of"), str) else ""
        for key, name in [("name", item["name"]), *(("aliases", alias) for alias in _texts(item.get("aliases")))]:
            place = first.get((slug(name), owner))
            if place is None:
                first[slug(name), owner] = _Place(index, key, item["name"], {name.casefold()})
            elif place.index == index and name.casefold() not in place.spellings:
                place.spellings.add(name.casefold())  # another spelling of the same thing ("dead letter queue")
            else:
                before = lines.item("entity", place.index, place.key)
                what = f'"{name}" is named twice (already at line {before}, as "{place.name}"; keep one)'
                yield lines.item("entity", index, key), what
    names = {name for _, item in entities for name in (item["name"], *_texts(item.get("aliases")))}
    folded = {name.casefold() for name in (*names, *known)}
    for index, item in entities:
        if isinstance(item.get("of"), str) and item["of"].casefold() not in folded:
            what = f'owner "{item["of"]}" of "{item["name"]}" is not in the pack ({_owner_hint(item["of"], names)})'
            yield lines.item("entity", index, "of"), what
        for key in ("capitals", "context"):
            for name in _texts(item.get(key)):
                if name not in (item["name"], *_texts(item.get("aliases"))):
                    what = f'"{name}" in {key} is no name of "{item["name"]}" (add it to aliases)'
                    yield lines.item("entity", index, key), what


def _owner_hint(owner: str, names: Collection[str]) -> str:
    near = difflib.get_close_matches(owner, sorted(names), n=1, cutoff=0.6)
    return f'did you mean "{near[0]}"?' if near else f'add an entity named "{owner}"'


def _pack(data: dict[str, Any]) -> Pack:
    canonical = json.dumps(data, sort_keys=True, ensure_ascii=False)
    return Pack(
        name=data["pack"],
        digest=hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()[:12],
        entities=tuple(_entity(item) for item in data.get("entity", [])),
        verbs=tuple(
            PackVerb(RelationType(item["relation"]), tuple(item["words"]), item.get("direction", "out"))
            for item in data.get("verb", [])
        ),
        never_same=tuple(tuple(names) for names in data.get("never_same", [])),
        prefixes=tuple(data.get("prefixes", [])),
    )


def _entity(item: dict[str, Any]) -> PackEntity:
    return PackEntity(
        name=item["name"],
        kind=Kind(item["kind"]),
        aliases=tuple(item.get("aliases", [])),
        owner=item.get("of"),
        match=item.get("match", "exact"),
        capitals=tuple(item.get("capitals", [])),
        context=tuple(item.get("context", [])),
    )

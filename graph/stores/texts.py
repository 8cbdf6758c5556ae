"""Text in every store, whatever its own rows look like: how values stand as it, and how much a sought word tells."""

from __future__ import annotations

import json
import math
import re
import unicodedata
from dataclasses import asdict
from typing import Any

from graph.values import Pack, PackEntity, PackVerb
from graph.vocabulary import Kind, RelationType

MAX_RANKED = 5_000
"""A word that more statements hold tells little: of those only the first MAX_OF_COMMON are ranked."""
MAX_OF_COMMON = 500
MAX_SOUGHT_WORDS = 400  # SQLite takes 500 parts in a query, Neo4j's index 1,024
MAX_SOUGHT_CHARACTERS = 20_000

_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")


def sought_words(text: str) -> list[str]:
    """The different words of a text, for a full-text index; of a text beyond all measure the first ones."""
    words = {without_accents(word): word for word in _WORD.findall(text[:MAX_SOUGHT_CHARACTERS])}
    return list(words.values())[:MAX_SOUGHT_WORDS]


def without_accents(text: str) -> str:
    """The text as full-text indexes compare it: without accents and case."""
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(character for character in decomposed if not unicodedata.combining(character)).casefold()


def rarity(count: int) -> int:
    """How much it counts that a statement holds a word which so many hold: all stores rank by the sum, so it is whole.

    >>> [rarity(count) for count in (1, 50, 2_500, 5_000, 70_000)]
    [8518, 4606, 694, 1, 1]
    """
    return 1 + int(1_000 * math.log(MAX_RANKED / min(count, MAX_RANKED)))


def storable(text: str) -> str:
    """The text with lone surrogates, which no stored text holds, made into a sign that can be asked for."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def pack_text(pack: Pack) -> str:
    """A pack as JSON, for a store to keep."""
    return json.dumps(asdict(pack), ensure_ascii=False)


def pack_from(text: str) -> Pack:
    """The pack that `pack_text` wrote."""
    content = json.loads(text)
    kinds = {kind.value: kind for kind in Kind}
    entities = tuple(PackEntity(**_with_tuples(entity, kind=kinds[entity["kind"]])) for entity in content["entities"])
    verbs = tuple(PackVerb(**_with_tuples(verb, relation=RelationType(verb["relation"]))) for verb in content["verbs"])
    never_same = tuple(map(tuple, content["never_same"]))
    return Pack(**_with_tuples(content, entities=entities, verbs=verbs, never_same=never_same))


def _with_tuples(fields: dict[str, Any], **instead: Any) -> dict[str, Any]:
    """The fields with their lists as tuples, and with some others in their place."""
    tuples = {name: tuple(value) if type(value) is list else value for name, value in fields.items()}
    return tuples | instead

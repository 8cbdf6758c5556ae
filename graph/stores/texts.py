"""How values stand as text in every store, whatever its own rows look like."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from graph.values import Pack, PackEntity, PackVerb
from graph.vocabulary import Kind, RelationType


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

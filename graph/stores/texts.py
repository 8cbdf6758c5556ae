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
    content = _with_tuples(json.loads(text))
    entities = tuple(PackEntity(**{**entity, "kind": Kind(entity["kind"])}) for entity in content["entities"])
    verbs = tuple(PackVerb(**{**verb, "relation": RelationType(verb["relation"])}) for verb in content["verbs"])
    return Pack(**{**content, "entities": entities, "verbs": verbs})


def _with_tuples(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _with_tuples(part) for name, part in value.items()}
    return tuple(map(_with_tuples, value)) if isinstance(value, list) else value

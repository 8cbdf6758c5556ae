"""The table of limits: every quantity that the notes give, whose it is and where it is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from graph.comparison.align import Owned, limits_of
from graph.comparison.columns import columns
from graph.comparison.units import SCALES, scale_of
from graph.quantities.forms import said_amount
from graph.queries.lookup import resolve_name
from graph.store import GraphStore
from graph.values import Entity, Evidence, Limit
from graph.vocabulary import Bound, Direction, Kind, RelationType

_BATCH = 500


@dataclass(frozen=True, slots=True)
class LimitEntry:
    """A limit with its owner and the lines that say it (never empty), the first of them first."""

    owner: Entity
    limit: Limit
    evidence: tuple[Evidence, ...]

    @property
    def value_text(self) -> str:
        """The value with its unit: ``256 KB``."""
        return said_amount(self.limit.value, self.limit.unit)

    def to_json(self) -> dict[str, Any]:
        """The form that `limits --json` prints."""
        limit, first = self.limit, self.evidence[0]
        return {
            "owner": self.owner.id,
            "owner_name": self.owner.name,
            "quantity": limit.quantity,
            "bound": limit.bound.value,
            "value": int(limit.value) if float(limit.value).is_integer() else limit.value,
            "unit": limit.unit,
            "scope": limit.scope,
            "document": first.document,
            "lines": [first.line_start, first.line_end],
            "text": first.text,
        }


def limits(
    store: GraphStore, name: str | None = None, unit: str | None = None, bound: Bound | str | None = None
) -> tuple[LimitEntry, ...]:
    """All limits by owner, quantity, bound and value; those of one thing and its features where a name is given.

    `unit` keeps what can be told in this unit ("KB" finds GB too), or what is of its sort (time, size, money); any
    spelling will do. `bound` keeps one of max, min, default, exact, typical. Raises UnknownNameError,
    AmbiguousNameError, and ValueError for another bound.
    """
    wanted = None if bound is None else Bound(bound)
    found = _all(store) if name is None else _of_one(store, name)
    kept = (e for e in found if (wanted is None or e.limit.bound is wanted) and (unit is None or _fits(e.limit, unit)))
    return tuple(sorted(kept, key=_order))


def _of_one(store: GraphStore, name: str) -> Iterator[LimitEntry]:
    entity = resolve_name(store, name).entity
    (owned,) = limits_of(store, columns(store, [entity]))
    yield from map(_entry, owned)


def _entry(owned: Owned) -> LimitEntry:
    return LimitEntry(owned.owner, owned.limit, owned.relation.evidence)


def _all(store: GraphStore) -> Iterator[LimitEntry]:
    for batch in _batches(store.iter_entities(Kind.LIMIT)):
        values = {entity.id: entity.limit for entity in batch}
        relations = store.relations(values, types=[RelationType.HAS_LIMIT], direction=Direction.IN)
        owners = {owner.id: owner for owner in store.entities({relation.source for relation in relations})}
        for relation in relations:
            limit = values[relation.target]
            if limit is not None:
                yield LimitEntry(owners[relation.source], limit, relation.evidence)


def _batches(entities: Iterable[Entity]) -> Iterator[tuple[Entity, ...]]:
    rest = iter(entities)
    while batch := tuple(islice(rest, _BATCH)):
        yield batch


def _fits(limit: Limit, unit: str) -> bool:
    typed = unit.strip()
    if typed.lower() in SCALES:
        return scale_of(limit.unit)[0] == typed.lower()
    return limit.unit is not None and scale_of(limit.unit)[0] == scale_of(normal_unit(typed))[0]


def normal_unit(typed: str) -> str:
    """The unit that a person means: ``hours`` is ``h``, ``kilobytes`` are ``KB``; of a rate, what is counted too."""
    from graph.quantities.words import quantity_words

    counted, slash, per = typed.rpartition("/")
    if slash:
        return f"{normal_unit(counted)}/{normal_unit(per)}"
    return quantity_words().units.find(typed.lower()) or typed


def _order(entry: LimitEntry) -> tuple[str, str, str, str, float, str]:
    limit = entry.limit
    return (entry.owner.name.casefold(), entry.owner.id, limit.quantity, limit.bound, limit.value, limit.suffix)

"""The vocabulary of the graph: kinds, relations with their readings, facets, bounds and buckets.

This is the one place that says which words the graph is made of; the ontology in docs/ explains them.
Nothing here belongs to one domain: product names and the verbs of a trade are data in a pack.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What an entity is."""

    SERVICE = "service"
    FEATURE = "feature"
    TECHNOLOGY = "technology"
    CONCEPT = "concept"
    LIMIT = "limit"


PRODUCTS = (Kind.SERVICE, Kind.TECHNOLOGY)
"""Kinds of things that stand by themselves; what is a feature is a part of one of them."""


class Bound(StrEnum):
    """Which side of a quantity a limit states; `TYPICAL` is a designed or advertised figure."""

    MAX = "max"
    MIN = "min"
    DEFAULT = "default"
    EXACT = "exact"
    TYPICAL = "typical"


class Bucket(StrEnum):
    """What became of a line of the notes; a line is counted in the first bucket that fits, in this order."""

    HEADING = "heading"
    LEAD_IN = "lead-in"
    QUESTION = "question"
    EDGE = "edge"
    LIMIT = "limit"
    DEFINITION = "definition"
    STATEMENT = "statement"
    NOISE = "noise"
    MARKUP = "markup"


class Direction(StrEnum):
    """Which way a relation is walked from the entity in question."""

    OUT = "out"
    IN = "in"


class RelationType(StrEnum):
    """How two entities hang together; read as *source* relation *target*."""

    TRIGGERS = "triggers"
    SENDS_TO = "sends_to"
    READS_FROM = "reads_from"
    STORES_IN = "stores_in"
    USES = "uses"
    RUNS_ON = "runs_on"
    INTEGRATES_WITH = "integrates_with"
    SUPPORTS = "supports"
    REQUIRES = "requires"
    HAS_FEATURE = "has_feature"
    HAS_LIMIT = "has_limit"
    KIND_OF = "kind_of"
    REPLACES = "replaces"
    USE_INSTEAD_OF = "use_instead_of"
    CONTRASTS_WITH = "contrasts_with"
    SUITED_TO = "suited_to"
    NOT_SUITED_TO = "not_suited_to"
    RAISES = "raises"


@dataclass(frozen=True, slots=True)
class Reading:
    """How a relation is read in both directions, and whether the two directions are one."""

    forward: str
    inverse: str
    symmetric: bool = False


READINGS: dict[RelationType, Reading] = {
    RelationType.TRIGGERS: Reading("triggers", "triggered by"),
    RelationType.SENDS_TO: Reading("sends to", "receives from"),
    RelationType.READS_FROM: Reading("reads from", "read by"),
    RelationType.STORES_IN: Reading("stores in", "stores data of"),
    RelationType.USES: Reading("uses", "used by"),
    RelationType.RUNS_ON: Reading("runs on", "runs"),
    RelationType.INTEGRATES_WITH: Reading("integrates with", "integrates with", symmetric=True),
    RelationType.SUPPORTS: Reading("supports", "supported by"),
    RelationType.REQUIRES: Reading("requires", "required by"),
    RelationType.HAS_FEATURE: Reading("has feature", "feature of"),
    RelationType.HAS_LIMIT: Reading("has limit", "limit of"),
    RelationType.KIND_OF: Reading("kind of", "has kinds"),
    RelationType.REPLACES: Reading("replaces", "replaced by"),
    RelationType.USE_INSTEAD_OF: Reading("use instead of", "better replaced by"),
    RelationType.CONTRASTS_WITH: Reading("contrasts with", "contrasts with", symmetric=True),
    RelationType.SUITED_TO: Reading("suited to", "suits"),
    RelationType.NOT_SUITED_TO: Reading("not suited to", "unsuited"),
    RelationType.RAISES: Reading("raises", "raised by"),
}

SYMMETRIC = frozenset(relation for relation, reading in READINGS.items() if reading.symmetric)


class Facet(StrEnum):
    """What a statement is about; the rows of a comparison, in the order in which they are shown."""

    PURPOSE = "purpose"
    MODEL = "model"
    LIMITS = "limits"
    PRICING = "pricing"
    PERFORMANCE = "performance"
    SCALING = "scaling"
    AVAILABILITY = "availability"
    DURABILITY = "durability"
    CONSISTENCY = "consistency"
    ORDERING = "ordering"
    SECURITY = "security"
    NETWORKING = "networking"
    STORAGE = "storage"
    DEPLOYMENT = "deployment"
    OPERATIONS = "operations"
    INTEGRATION = "integration"
    SUPPORT = "support"
    SUITABILITY = "suitability"
    ERRORS = "errors"
    INTERFACE = "interface"


OTHER_FACET = "other"
"""The row of a comparison for statements without a facet; never stored."""

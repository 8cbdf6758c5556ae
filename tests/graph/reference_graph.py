"""What a set of contributions must come to, worked out in the plainest way: everything at once, nothing kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from graph.resolve import canonical, fold
from graph.values import Contribution, Entity, Evidence, LimitFact, Relation
from graph.vocabulary import SYMMETRIC, Kind, RelationType


def graph_of(contributions: Iterable[Contribution]) -> tuple[list[Entity], list[Relation]]:
    """Entities by id, and relations by source, relation, target and condition."""
    documents = {c.document.path: canonical(c) for c in contributions}
    entity_of = _entities(documents)
    evidence: dict[tuple[str, RelationType, str, str], list[Evidence]] = defaultdict(list)
    said: dict[tuple[str, str], list[tuple[str, LimitFact]]] = defaultdict(list)
    for path, document in documents.items():
        text = {statement.id: statement.text for statement in document.statements}
        for edge in document.edges:
            ends = entity_of[edge.source].id, entity_of[edge.target].id
            if ends[0] != ends[1]:
                source, target = sorted(ends) if edge.relation in SYMMETRIC else ends
                place = (edge.statement, path, edge.line_start, edge.line_end, edge.rule)
                found = Evidence(*place, edge.source, edge.target, text[edge.statement])
                evidence[source, edge.relation, target, edge.condition or ""].append(found)
        for fact in document.limits:
            owner = entity_of[fact.owner].id
            place = (fact.statement, path, fact.line_start, fact.line_end, fact.rule)
            found = Evidence(*place, fact.owner, fact.owner + fact.limit.suffix, text[fact.statement])
            evidence[owner, RelationType.HAS_LIMIT, owner + fact.limit.suffix, ""].append(found)
            said[owner, fact.limit.suffix].append((path, fact))
    limits = [_limit(owner, facts) for (owner, _), facts in said.items()]
    relations = [
        Relation(source, relation, target, condition or None, tuple(sorted(rows, key=_place)))
        for (source, relation, target, condition), rows in sorted(evidence.items())
    ]
    return sorted({*entity_of.values(), *limits}, key=lambda entity: entity.id), relations


def _place(evidence: Evidence) -> tuple[object, ...]:
    ends = evidence.source_key, evidence.target_key
    return evidence.document, evidence.line_start, evidence.line_end, evidence.statement, evidence.rule, *ends


def _entities(documents: dict[str, Contribution]) -> dict[str, Entity]:
    claims = [(path, claim) for path, document in documents.items() for claim in document.names]
    group = {key: key for _, claim in claims for key in (claim.key, claim.same_as) if key}
    for _ in group:  # as many rounds as the longest chain could need
        for _, claim in claims:
            if claim.same_as:
                both = min(group[claim.key], group[claim.same_as])
                group[claim.key] = group[claim.same_as] = both
    entities = {}
    for key, name in group.items():
        entities[key] = _entity([(path, claim) for path, claim in claims if group[claim.key] == name])
    return entities


def _entity(claims) -> Entity:
    pack = [row for row in claims if row[1].rule == "pack"]
    plain = [row for row in claims if row[1].rule != "misspelling"]
    of_name = pack or plain or claims
    name = _most(of_name, lambda claim: claim.text)
    first = min((path, claim.line, claim.key) for path, claim in of_name if claim.text == name)
    kinds = [row for row in claims if row[1].kind not in (None, Kind.LIMIT)]
    kinds = [row for row in kinds if row in pack] or kinds
    described = [row for row in claims if row[1].description]
    described = [row for row in described if row in pack] or described
    spellings = defaultdict(list)
    for path, claim in claims:
        if fold(claim.text) != fold(name):
            spellings[fold(claim.text)].append((path, claim))
    return Entity(
        id=first[2],
        name=name,
        kind=_most(kinds, lambda claim: claim.kind) or Kind.CONCEPT,
        aliases=tuple(sorted(_most(rows, lambda claim: claim.text, tiers=3) for rows in spellings.values())),
        description=_most(described, lambda claim: claim.description),
    )


def _most(claims, value, tiers=1):
    """The value on most lines; a line counts again for another key, and where several tiers vote for another tier."""
    tier = {"pack": 0, "misspelling": 2}
    votes = {(value(c), path, c.line, c.key, tier.get(c.rule, 1) if tiers > 1 else 0) for path, c in claims}
    return _first_of_most(votes)


def _first_of_most(votes):
    count = defaultdict(int)
    for chosen, *_ in sorted(votes, key=lambda vote: (vote[1:3], str(vote[0]))):
        count[chosen] += 1
    return max(count, key=lambda chosen: count[chosen], default=None)  # the first one met, where several have most


def _limit(owner: str, facts: list[tuple[str, LimitFact]]) -> Entity:
    limit = _first_of_most({(fact.limit, path, fact.line_start) for path, fact in facts})
    return Entity(owner + limit.suffix, limit.name, Kind.LIMIT, limit=limit)

"""From contributions to the graph: which keys are one entity, what it is called, and which edges that makes.

Everything here is a pure function of the claims and facts that it is given, in whatever order they come. A store
fetches what a change touches, calls these functions and writes down what they say; so both stores build the same graph,
and the order in which files were read leaves no trace.

Evidence keeps its keys as the document wrote them: of a symmetric relation the two may stand the other way round than
the relation's ends, and of a limit the target's key is the owner's key with the limit's suffix.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable
from dataclasses import replace
from typing import TypeVar

from graph.errors import DanglingKeyError
from graph.values import Contribution, EdgeFact, Entity, LimitFact, NameClaim, StatementFact
from graph.vocabulary import SYMMETRIC, Kind, RelationType

PACK_RULE = "pack"
"""The rule of a pack's canonical name; it outweighs whatever the notes write."""

MISSPELLING_PREFIX = "misspel"
"""Rules that begin like this mended a misspelling; their texts become a name only where there is no other."""

SourcedClaim = tuple[str, NameClaim]
"""A claim with the path of its document."""

SourcedLimit = tuple[str, LimitFact]
"""A limit fact with the path of its document."""

_T = TypeVar("_T", bound=Hashable)


def fold(name: str) -> str:
    """A name as names are compared: without regard to case and to how wide its gaps are."""
    return " ".join(name.split()).casefold()


# -- one document's contribution ---------------------------------------------------------------------


def introduced_keys(contribution: Contribution) -> set[str]:
    """The keys that the contribution's claims introduce: their own and those that they are the same as."""
    keys = {claim.key for claim in contribution.names}
    keys.update(claim.same_as for claim in contribution.names if claim.same_as is not None)
    return keys


def check(contribution: Contribution) -> None:
    """Raise DanglingKeyError where a fact uses a key that no claim introduces, or a statement that is not there."""
    path = contribution.document.path
    known = introduced_keys(contribution)
    for key, line in _used_keys(contribution):
        if key not in known:
            raise DanglingKeyError(f'{path}:{line}: the name key "{key}" is used, but no name claim introduces it')
    statements = {statement.id for statement in contribution.statements}
    facts: list[EdgeFact | LimitFact] = [*contribution.edges, *contribution.limits]
    for fact in facts:
        if fact.statement not in statements:
            raise DanglingKeyError(f'{path}:{fact.line_start}: the statement "{fact.statement}" is not in the document')


def _used_keys(contribution: Contribution) -> Iterable[tuple[str, int]]:
    for statement in contribution.statements:
        yield statement.about, statement.line_start
    for edge in contribution.edges:
        yield edge.source, edge.line_start
        yield edge.target, edge.line_start
    for limit in contribution.limits:
        yield limit.owner, limit.line_start


def canonical(contribution: Contribution) -> Contribution:
    """The same contribution with its tuples sorted and without repetitions; an empty condition becomes None.

    Limits that one rule read from the same words and that differ in spelling alone count as one.
    """
    edges = {replace(edge, condition=edge.condition or None) for edge in contribution.edges}
    limits = {_limit_order(fact)[:-1]: fact for fact in sorted(contribution.limits, key=_limit_order, reverse=True)}
    return replace(
        contribution,
        buckets=tuple(sorted(set(contribution.buckets), key=lambda bucket: (bucket.line, bucket.bucket))),
        statements=tuple(sorted(set(contribution.statements), key=_statement_order)),
        names=tuple(sorted(set(contribution.names), key=claim_order)),
        edges=tuple(sorted(edges, key=_edge_order)),
        limits=tuple(sorted(limits.values(), key=_limit_order)),
    )


def _statement_order(fact: StatementFact) -> tuple[int, str]:
    return fact.line_start, fact.id


def claim_order(claim: NameClaim) -> tuple[object, ...]:
    """Sorts the claims of one document: by line, key, rule and text, then by the rest so that no order is left open."""
    return claim.line, claim.key, claim.rule, claim.text, claim.same_as or "", claim.kind or "", claim.description or ""


def _edge_order(fact: EdgeFact) -> tuple[object, ...]:
    ends = (fact.source, fact.relation, fact.target, fact.condition or "")
    return fact.line_start, fact.line_end, *ends, fact.statement, fact.rule


def _limit_order(fact: LimitFact) -> tuple[object, ...]:
    return fact.line_start, fact.line_end, fact.owner, fact.limit.suffix, fact.statement, fact.rule, repr(fact.limit)


# -- keys to entities --------------------------------------------------------------------------------


def group_keys(claims: Iterable[NameClaim]) -> list[frozenset[str]]:
    """The keys of the claims, in groups of those that `same_as` joins, directly or by way of others."""
    neighbours: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        neighbours[claim.key].add(claim.same_as or claim.key)
        neighbours[claim.same_as or claim.key].add(claim.key)
    groups, seen = [], set[str]()
    for start in neighbours:
        if start not in seen:
            group = _reachable(start, neighbours)
            seen |= group
            groups.append(frozenset(group))
    return groups


def _reachable(start: str, neighbours: dict[str, set[str]]) -> set[str]:
    reached, frontier = {start}, [start]
    while frontier:
        fresh = neighbours[frontier.pop()] - reached
        reached |= fresh
        frontier.extend(fresh)
    return reached


def resolve(claims: Collection[SourcedClaim]) -> dict[str, Entity]:
    """Each key's entity. `claims` must be all claims of all documents on the groups in question."""
    groups = group_keys(claim for _, claim in claims)
    group_of = {key: index for index, group in enumerate(groups) for key in group}
    members: list[list[SourcedClaim]] = [[] for _ in groups]
    for path, claim in claims:
        members[group_of[claim.key]].append((path, claim))
    entities = [entity_of(group) for group in members]
    return {key: entities[index] for key, index in group_of.items()}


def entity_of(claims: Collection[SourcedClaim]) -> Entity:
    """The entity that one group of claims comes to.

    Name: the pack's, else of the texts that are no misspellings the one on most lines, then the first by path, line and
    text; its claim's key is the id. Kind and description: the pack's, else the one with most lines, then the first.
    A limit never comes from a claim, so `limit` as a claimed kind counts for nothing.
    """
    chosen = _name_claim(claims)
    kind = _prefer_pack(claims, lambda claim: claim.kind if claim.kind is not Kind.LIMIT else None)
    return Entity(
        id=chosen.key,
        name=chosen.text,
        kind=kind or Kind.CONCEPT,
        aliases=_aliases(claims, chosen.text),
        description=_prefer_pack(claims, lambda claim: claim.description),
    )


def _name_claim(claims: Collection[SourcedClaim]) -> NameClaim:
    candidates = (
        [(path, claim) for path, claim in claims if claim.rule == PACK_RULE]
        or [(path, claim) for path, claim in claims if not claim.rule.startswith(MISSPELLING_PREFIX)]
        or claims
    )
    text = most_said((claim.text, path, claim.line) for path, claim in candidates)
    of_text = [(path, claim.line, claim.key, claim) for path, claim in candidates if claim.text == text]
    return min(of_text, key=lambda row: row[:3])[3]


def _prefer_pack(claims: Collection[SourcedClaim], value: Callable[[NameClaim], _T | None]) -> _T | None:
    votes = [(value(claim), path, claim.line, claim.rule == PACK_RULE) for path, claim in claims]
    for of_pack in (True, False):
        said = [(vote, path, line) for vote, path, line, is_pack in votes if vote is not None and is_pack is of_pack]
        if said:
            return most_said(said)
    return None


def _aliases(claims: Collection[SourcedClaim], name: str) -> tuple[str, ...]:
    spellings: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
    for path, claim in claims:
        spellings[fold(claim.text)].append((claim.text, path, claim.line))
    spellings.pop(fold(name), None)
    return tuple(sorted(most_said(votes) for votes in spellings.values()))


def most_said(votes: Iterable[tuple[_T, str, int]]) -> _T:
    """Of values with the path and line that say them: the one on most lines, then the first by path and line."""
    places: dict[_T, set[tuple[str, int]]] = defaultdict(set)
    for value, path, line in votes:
        places[value].add((path, line))
    return min(places, key=lambda value: (-len(places[value]), min(places[value]), repr(value)))


# -- facts to relations ------------------------------------------------------------------------------


def relation_ends(source: str, relation: RelationType, target: str) -> tuple[str, str] | None:
    """The ids of a relation's two ends in the order in which it stands, or None where both are one entity."""
    if source == target:
        return None
    if relation in SYMMETRIC and target < source:
        return target, source
    return source, target


def limit_entity(owner: str, facts: Iterable[SourcedLimit]) -> Entity:
    """The limit of the entity `owner` that these facts, all of one suffix, come to."""
    limit = most_said((fact.limit, path, fact.line_start) for path, fact in facts)
    return Entity(id=owner + limit.suffix, name=limit.name, kind=Kind.LIMIT, limit=limit)

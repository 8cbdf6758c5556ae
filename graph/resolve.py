"""From contributions to the graph: which keys are one entity, what it is called, and which edges that makes.

Everything here is a pure function of the claims and facts that it is given, in whatever order they come. A store
fetches what a change touches, calls these functions and writes down what they say; so both stores build the same graph,
and the order in which files were read leaves no trace.

Evidence keeps its keys as the document wrote them: of a symmetric relation the two may stand the other way round than
the relation's ends, and of a limit the target's key is the owner's key with the limit's suffix.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum

from graph.errors import DanglingKeyError
from graph.values import Contribution, EdgeFact, Entity, Limit, LimitFact, NameClaim, StatementFact
from graph.vocabulary import SYMMETRIC, Kind, RelationType

PACK_RULE = "pack"
"""The rule of a pack's canonical name; it outweighs whatever the notes write."""

MISSPELLING_PREFIX = "misspel"
"""Rules that begin like this mended a misspelling; their texts become a name only where there is no other."""

SourcedClaim = tuple[str, NameClaim]
"""A claim with the path of its document."""

SourcedLimit = tuple[str, LimitFact]
"""A limit fact with the path of its document."""


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
    edges = {edge._replace(condition=edge.condition or None) for edge in contribution.edges}
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


# -- claims to votes ---------------------------------------------------------------------------------


class Aspect(StrEnum):
    """What a claim votes for."""

    NAME = "name"
    KIND = "kind"
    DESCRIPTION = "description"
    JOIN = "join"


class Tier(IntEnum):
    """How much a vote weighs: any vote of a lower tier beats all votes of a higher one."""

    PACK = 0
    NOTES = 1
    MISSPELLING = 2


@dataclass(frozen=True, slots=True)
class Vote:
    """What the claims on a key say of one aspect: on how many lines they say it, and the first place where.

    Votes of different documents add up, so that a store can keep the sums and need not look at all claims again.
    """

    key: str
    aspect: Aspect
    tier: Tier
    value: str
    lines: int
    path: str
    line: int


def votes_of(claims: Iterable[SourcedClaim]) -> list[Vote]:
    """The claims, of one or of many documents, added up. A line counts once for each key, aspect, tier and value."""
    places: dict[tuple[str, Aspect, Tier, str], set[tuple[str, int]]] = defaultdict(set)
    for path, claim in claims:
        for aspect, tier, value in _said_by(claim):
            places[claim.key, aspect, tier, value].add((path, claim.line))
    return [Vote(*said, len(where), *min(where)) for said, where in places.items()]


def _said_by(claim: NameClaim) -> Iterator[tuple[Aspect, Tier, str]]:
    of_notes = Tier.PACK if claim.rule == PACK_RULE else Tier.NOTES
    mended = claim.rule.startswith(MISSPELLING_PREFIX)
    yield Aspect.NAME, Tier.MISSPELLING if mended else of_notes, claim.text
    if claim.kind is not None and claim.kind is not Kind.LIMIT:
        yield Aspect.KIND, of_notes, str(claim.kind)
    if claim.description:
        yield Aspect.DESCRIPTION, of_notes, claim.description
    if claim.same_as:
        yield Aspect.JOIN, of_notes, claim.same_as


# -- votes to entities -------------------------------------------------------------------------------


def resolve(claims: Iterable[SourcedClaim]) -> dict[str, Entity]:
    """Each key's entity. `claims` must be all claims of all documents on the groups in question."""
    return elect(votes_of(claims))


def elect(votes: Collection[Vote]) -> dict[str, Entity]:
    """Each key's entity. `votes` must be all votes of all documents on the groups in question."""
    groups = group_keys(votes)
    group_of = {key: index for index, group in enumerate(groups) for key in group}
    members: list[list[Vote]] = [[] for _ in groups]
    for vote in votes:
        members[group_of[vote.key]].append(vote)
    entities = [entity_of(group) for group in members]
    return {key: entities[index] for key, index in group_of.items()}


def group_keys(votes: Iterable[Vote]) -> list[frozenset[str]]:
    """The keys of the votes, in groups of those that are joined, directly or by way of others."""
    neighbours: dict[str, set[str]] = defaultdict(set)
    for vote in votes:
        other = vote.value if vote.aspect is Aspect.JOIN else vote.key
        neighbours[vote.key].add(other)
        neighbours[other].add(vote.key)
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


def entity_of(votes: Collection[Vote]) -> Entity:
    """The entity that the votes on one group of keys come to.

    Name: the pack's, else of the texts that are no misspellings the one on most lines, then the first by path, line and
    text; the key of its first claim is the id. Kind and description: the pack's, else the one on most lines, then the
    first. A limit never comes from a claim, so `limit` as a claimed kind counts for nothing.
    """
    names = [vote for vote in votes if vote.aspect is Aspect.NAME]
    heard = _of_best_tier(names)
    name = _winner(heard)
    kinds = _of_best_tier([vote for vote in votes if vote.aspect is Aspect.KIND])
    descriptions = _of_best_tier([vote for vote in votes if vote.aspect is Aspect.DESCRIPTION])
    return Entity(
        id=min((vote.path, vote.line, vote.key) for vote in heard if vote.value == name)[2],
        name=name,
        kind=Kind(_winner(kinds)) if kinds else Kind.CONCEPT,
        aliases=_aliases(names, name),
        description=_winner(descriptions) if descriptions else None,
    )


def _of_best_tier(votes: list[Vote]) -> list[Vote]:
    best = min((vote.tier for vote in votes), default=Tier.PACK)
    return [vote for vote in votes if vote.tier == best]


def _winner(votes: Collection[Vote]) -> str:
    """The value on most lines, then the first by path, line and itself."""
    if len(votes) == 1:
        return next(iter(votes)).value
    lines: dict[str, int] = defaultdict(int)
    first: dict[str, tuple[str, int]] = {}
    for vote in votes:
        lines[vote.value] += vote.lines
        place = vote.path, vote.line
        first[vote.value] = min(first.get(vote.value, place), place)
    return min(lines, key=lambda value: (-lines[value], first[value], value))


def _aliases(names: list[Vote], chosen: str) -> tuple[str, ...]:
    spellings: dict[str, list[Vote]] = defaultdict(list)
    for vote in names:
        spellings[fold(vote.value)].append(vote)
    spellings.pop(fold(chosen), None)
    return tuple(sorted(_winner(votes) for votes in spellings.values()))


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
    said: dict[Limit, set[tuple[str, int]]] = defaultdict(set)
    for path, fact in facts:
        said[fact.limit].add((path, fact.line_start))
    limit = min(said, key=lambda wording: (-len(said[wording]), min(said[wording]), repr(wording)))
    return Entity(id=owner + limit.suffix, name=limit.name, kind=Kind.LIMIT, limit=limit)

"""The ends of edges, from names and from free words."""

from __future__ import annotations

from collections.abc import Iterator

from graph.vocabulary import Kind, RelationType
from ingest.phrases import Piece, pieces
from ingest.values import Clause, EdgeDraft, End, Mention

_GENERAL = frozenset(
    ["workload", "workloads", "application", "applications", "app", "apps", "use", "case", "cases", "purpose", "purposes", "processing", "traffic", "usage", "system", "systems"]
)
_FREE_KIND = {
    RelationType.HAS_FEATURE: Kind.FEATURE,
    RelationType.SUPPORTS: Kind.FEATURE,
    RelationType.RAISES: Kind.FEATURE,
    RelationType.REQUIRES: Kind.FEATURE,
    RelationType.REPLACES: Kind.FEATURE,
}


def known(mention: Mention) -> End:
    """The end that a name stands for."""
    return End(key=mention.key, kind=mention.kind)


def subject(key: str, clause: Clause) -> End:
    """The end that the clause, or what is above it, is about."""
    return End(key=key, kind=clause.subject_kind if key == clause.subject else Kind.CONCEPT)


def free(text: str, relation: RelationType) -> End:
    """The end that free words name."""
    return End(text=text, kind=_FREE_KIND.get(relation, Kind.CONCEPT))


def edge(source: End, relation: RelationType, target: End, rule: str, *, inverse: bool = False, condition: str | None = None) -> EdgeDraft:
    """An edge, turned round where the words name its target first."""
    if inverse:
        source, target = target, source
    return EdgeDraft(source, relation, target, condition, rule)


def mentioned(clause: Clause, piece: Piece) -> Mention | None:
    """The name that a piece of free words comes to, general words beside it aside ("OLTP workloads")."""
    inside = [m for m in clause.mentions if piece.start <= m.start and m.end <= piece.end]
    if not inside:
        return None
    longest = max(inside, key=lambda m: m.end - m.start)
    named = {w.lower() for w in clause.text[longest.start : longest.end].split()}
    rest = {w.lower().strip("()*`.,") for w in piece.text.split()} - named - _GENERAL
    return longest if not rest else None


def ends_of(clause: Clause, start: int, end: int, relation: RelationType) -> Iterator[End]:
    """The ends that the words between two places name, each part of the list as a name or as free words."""
    for piece in pieces(clause.text, start, end):
        mention = mentioned(clause, piece)
        yield known(mention) if mention is not None else free(piece.text, relation)

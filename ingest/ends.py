"""The ends of edges, from names and from free words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.vocabulary import Kind, RelationType
from ingest.phrases import Piece, pieces
from ingest.values import Clause, EdgeDraft, End, Mention

_GENERAL = frozenset(
    [
        "workload",
        "workloads",
        "application",
        "applications",
        "app",
        "apps",
        "use",
        "case",
        "cases",
        "purpose",
        "purposes",
        "processing",
        "traffic",
        "usage",
        "system",
        "systems",
        "service",
        "services",
    ]
)
_FEATURES = frozenset(
    {RelationType.HAS_FEATURE, RelationType.SUPPORTS, RelationType.RAISES, RelationType.REQUIRES, RelationType.REPLACES}
)
_PREPOSITION = re.compile(
    r"\s+(?:for|to|in|on|from|with|by|at|of|via|over|using|through|as|into|per|after|before|during|since|without|under|thru|"
    r"inside|between|across|within|against|every|each)\b",
    re.IGNORECASE,
)
_PRONOUNS = frozenset(
    [
        "it",
        "them",
        "you",
        "this",
        "that",
        "these",
        "those",
        "which",
        "they",
        "everything",
        "all",
        "both",
        "one",
        "us",
        "more",
        "itself",
        "anything",
        "nothing",
        "something",
        "others",
        "ones",
        "etc",
        "co",
        "users",
        "user",
        "lots",
        "less",
    ]
)
_NAMELIKE = re.compile(r"[A-Z\d_`/.]")
MAX_PLAIN_WORDS = 3


def known(mention: Mention) -> End:
    """The end that a name stands for."""
    return End(key=mention.key, kind=mention.kind)


def subject(key: str, clause: Clause) -> End:
    """The end that the clause, or what is above it, is about."""
    return End(key=key, kind=clause.subject_kind if key == clause.subject else Kind.CONCEPT)


def free(text: str, relation: RelationType) -> End:
    """The end that free words name."""
    return End(text=text, kind=Kind.FEATURE if relation in _FEATURES else Kind.CONCEPT)


def edge(
    source: End, relation: RelationType, target: End, rule: str, *, inverse: bool = False, condition: str | None = None
) -> EdgeDraft:
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
    named = {w.lower().strip("()*`.,") for w in clause.text[longest.start : longest.end].split()}
    rest = {w.lower().strip("()*`.,") for w in piece.text.split()} - named - _GENERAL
    return longest if not rest else None


def ends_of(clause: Clause, start: int, end: int, relation: RelationType) -> Iterator[End]:
    """The ends that the words between two places name, each part of the list as a name or as free words."""
    for piece in pieces(clause.text, start, end):
        mention = mentioned(clause, piece)
        if mention is not None:
            yield known(mention)
        elif piece.text.lower() not in _PRONOUNS:
            yield free(piece.text, relation)


def objects(clause: Clause, start: int, end: int, relation: RelationType, *, is_free: bool) -> tuple[list[End], int]:
    """The objects of a verb between two places, and where their list ends.

    A part of the list is the name in it, at most three words from its beginning; beside a name, or where the relation's
    target may be free (`is_free`), a part may also be a few words of its own. A preposition ends the list.
    """
    found: list[End] = []
    last = start
    for piece in pieces(clause.text, start, end):
        cut = _PREPOSITION.search(clause.text, piece.start, piece.end)
        stop = cut.start() if cut else piece.end
        target = _object(clause, piece, stop, relation, allow_free=is_free or bool(found))
        if target is None:
            break
        found.append(target)
        last = stop
        if cut:
            break
    return found, last


def _object(clause: Clause, piece: Piece, stop: int, relation: RelationType, *, allow_free: bool) -> End | None:
    inside = [m for m in clause.mentions if piece.start <= m.start and m.end <= stop]
    if inside:
        first = inside[0]
        before = len(clause.text[piece.start : first.start].split())
        nouns = [m for m in inside if m.start - first.end <= 1] if len(inside) > 1 else inside
        return known(max(nouns, key=lambda m: m.end - m.start)) if before <= MAX_PLAIN_WORDS else None
    if not allow_free:
        return None
    words = pieces(clause.text, piece.start, stop)
    text = words[0].text if words else ""
    short = 0 < len(text.split()) <= MAX_PLAIN_WORDS and text.lower().split()[0] not in _PRONOUNS
    return free(text, relation) if short and (len(text.split()) == 1 or _NAMELIKE.search(text) or allow_free) else None

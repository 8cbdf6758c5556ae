"""Parts that the notes name for a figure alone: "T2 = 87 % of the lease" below a thing makes T2 a part of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from graph.identity import bare_key, slug
from graph.vocabulary import PRODUCTS, Kind, RelationType
from ingest.relating.ends import edge
from ingest.values import Clause, EdgeDraft, End, LimitDraft

_PLACED = (RelationType.HAS_FEATURE, RelationType.KIND_OF)


def parts_with_figures(
    read: Sequence[tuple[Clause, Sequence[EdgeDraft], Sequence[LimitDraft]]], kinds: Mapping[str, Kind]
) -> Iterator[tuple[int, EdgeDraft]]:
    """The owners of limits that no edge of the document places, each as a part of what its clause stands below.

    Gives the place of the clause in `read` with the edge; `kinds` are those of the document's names.
    """
    placed = {name for _, edges, _ in read for draft in edges for name in _placed(draft)}
    for place, (clause, _, limits) in enumerate(read):
        for owner in dict.fromkeys(limit.owner for limit in limits):
            whole = _whole(clause, owner) if kinds.get(owner) is Kind.FEATURE else None
            if whole is not None and bare_key(owner) not in placed:
                placed.add(bare_key(owner))
                part = End(key=owner, kind=Kind.FEATURE)
                yield place, edge(End(key=whole), RelationType.HAS_FEATURE, part, "part with a figure")


def _placed(draft: EdgeDraft) -> Iterator[str]:
    """The bare keys of what an edge tells to be a part of something, or to be of a kind."""
    if draft.relation in _PLACED:
        ends = (draft.target,) if draft.relation is RelationType.HAS_FEATURE else (draft.source, draft.target)
        yield from (bare_key(end.key) if end.key else slug(end.text or "") for end in ends)


def _whole(clause: Clause, owner: str) -> str | None:
    """The product that a clause stands below, or the one that a pack knows a part of where it stands below none.

    None where the owner is what the section or the line's label names.
    """
    if clause.subject == owner and (clause.subject_span is None or clause.label is not None):
        return None
    named = next((m.owner for m in clause.mentions if m.key == owner), None)
    above = ((clause.subject, clause.subject_kind), (clause.parent_subject, clause.parent_kind))
    whole = next((key for key, kind in above if kind in PRODUCTS and key != owner), None)
    if whole is None:
        return named if named in (clause.owner, clause.parent_owner) else None
    return whole if named in (None, whole) else None

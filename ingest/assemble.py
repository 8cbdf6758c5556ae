"""What the stages read, put together as one contribution: new names become claims, lines get their buckets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.identity import slug
from graph.values import Contribution, EdgeFact, LimitFact, LineBucket, NameClaim, StatementFact
from graph.vocabulary import Bucket, Kind, RelationType
from ingest.end_keys import EndKeys, whole_of
from ingest.files.read import split_lines
from ingest.naming.name import Named
from ingest.values import Block, Clause, EdgeDraft, LimitDraft, Role

Read = tuple[Clause, tuple[EdgeDraft, ...], tuple[LimitDraft, ...], tuple[str, ...]]
"""A clause with its edges, its limits and its facets."""

_BUCKETS = {
    Role.HEADING: Bucket.HEADING,
    Role.LABEL: Bucket.HEADING,
    Role.LEAD_IN: Bucket.LEAD_IN,
    Role.MARKUP: Bucket.MARKUP,
}
_ORDER = tuple(Bucket)


def assemble(named: Named, read: Sequence[Read], reader: str) -> Contribution:
    """The contribution of a document. Edges whose two ends are one thing are left out; doubles are folded."""
    document = named.outline.document
    ends = _ends(named, read)
    statements, edges, limits = [], {}, {}
    buckets: dict[int, Bucket] = {}
    for clause, drafts, measured, facets in read:
        statements.append(
            StatementFact(clause.statement, clause.line_start, clause.line_end, clause.text, clause.subject, facets)
        )
        drawn = (edge for draft in drafts if not _is_vendor(draft, named) and (edge := _edge(clause, draft, ends)))
        made = [edge for edge in drawn if not _is_of_topic(edge, named)]
        edges.update({(e.source, e.relation, e.target, e.condition, e.statement): e for e in made})
        kept = [item for item in measured if item.owner != named.document_key or item.owner not in named.topics]
        for item in kept:
            fact = LimitFact(item.owner, item.limit, clause.statement, clause.line_start, clause.line_end, item.rule)
            limits[(fact.owner, item.limit, fact.statement)] = fact
        _mark(buckets, clause, bool(made), bool(kept))
    needed = {key for s in statements for key in (s.about,)} | {f.owner for f in limits.values()}
    claims = {**ends.claims, **_missing(needed - ends.introduced, named)}
    return Contribution(
        document=document,
        reader=reader,
        buckets=tuple(_line_buckets(named, buckets)),
        statements=tuple(statements),
        names=tuple(sorted(claims.values(), key=lambda c: (c.line, c.key, c.rule, c.text))),
        edges=tuple(edges.values()),
        limits=tuple(limits.values()),
    )


def _ends(named: Named, read: Sequence[Read]) -> EndKeys:
    """The document's names with its parts among them, so that whatever else names a part finds it."""
    ends = EndKeys(named.claims)
    for clause, drafts, _, _ in read:
        for draft in drafts:
            if draft.relation is RelationType.HAS_FEATURE and not _is_vendor(draft, named):
                _edge(clause, draft, ends)
    return ends


def _is_vendor(draft: EdgeDraft, named: Named) -> bool:
    """Whether a part's words are the name of who sells everything in these notes, and so no part of a thing."""
    text = draft.target.text
    return text is not None and draft.relation is RelationType.HAS_FEATURE and slug(text) in named.vendors


def _is_of_topic(edge: EdgeFact, named: Named) -> bool:
    """Whether a title that only gathers lines would do or own something, or be a part."""
    if edge.source in named.topics:
        return True
    is_part = edge.relation is RelationType.HAS_FEATURE or edge.target == named.document_key
    return is_part and edge.target in named.topics


def _edge(clause: Clause, draft: EdgeDraft, ends: EndKeys) -> EdgeFact | None:
    has_part = draft.relation is RelationType.HAS_FEATURE
    is_part = not has_part and draft.source.kind is Kind.FEATURE
    source = ends.key(draft.source, clause, draft.rule, whole=whole_of(clause) if is_part else None)
    target = ends.key(draft.target, clause, draft.rule, whole=source if has_part else None)
    if source == target or draft.relation is RelationType.HAS_LIMIT:
        return None
    lines = clause.line_start, clause.line_end
    return EdgeFact(source, draft.relation, target, draft.condition, clause.statement, *lines, draft.rule)


def _missing(keys: Iterable[str], named: Named) -> dict[tuple[str, str, int, str], NameClaim]:
    """Claims for subjects that only a title's known name stands for."""
    found = {}
    for key in sorted(keys):
        text = key.rsplit("/", 1)[-1].replace("-", " ")
        found[(key, text, 1, "title")] = NameClaim(key, text, 1, "title", named.kinds.get(key))
    return found


def _mark(buckets: dict[int, Bucket], clause: Clause, edge: bool, limit: bool) -> None:
    bucket = Bucket.EDGE if edge else Bucket.LIMIT if limit else Bucket.STATEMENT
    if clause.hypothetical and not edge and not limit:
        bucket = Bucket.QUESTION
    elif bucket is Bucket.STATEMENT and clause.label is not None and clause.parent_subject is not None:
        bucket = Bucket.DEFINITION
    for line in range(clause.line_start, clause.line_end + 1):
        known = buckets.get(line)
        buckets[line] = bucket if known is None else min(known, bucket, key=_ORDER.index)


def _line_buckets(named: Named, buckets: dict[int, Bucket]) -> Iterable[LineBucket]:
    """Every non-blank line in the first bucket that fits."""
    lines = split_lines(named.outline.document.text)
    roles: dict[int, Block] = {
        n: block for block in named.outline.blocks for n in range(block.line_start, block.line_end + 1)
    }
    for number, text in enumerate(lines, 1):
        if not text.strip().lstrip("\ufeff"):
            continue
        block = roles.get(number)
        bucket = _BUCKETS.get(block.role) if block is not None else Bucket.MARKUP
        yield LineBucket(number, bucket or buckets.get(number, Bucket.NOISE))

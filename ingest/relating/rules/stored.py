"""What is kept where, told the other way round: "the tram keeps its keys here", "the shed is where oars go"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.vocabulary import PRODUCTS, Direction, Kind, RelationType
from ingest.relating.ends import edge, ends_of, free, known, labelled
from ingest.relating.gates import rule
from ingest.relating.phrases import free_end
from ingest.relating.plain_words import is_noun
from ingest.relating.sentence import LABEL, Sentence
from ingest.values import Clause, EdgeDraft, End

_STORES = RelationType.STORES_IN
_KEEPS = re.compile(
    r"[`*]*\s+(?:can |will |always |also |then )?(?:keeps?|stores?|saves?|puts?|holds?|persists?|writes?|caches?"
    r"|archives?|remembers)\s+"
    r"(?P<what>[^,;.:()]{1,50}?)(?P<there>\s+(?:there|here|in here|in there|in it|into it|on it"
    r"|in this)\b)?(?=\s*(?:$|[,;.)(!]|so\b|and\b))",
    re.IGNORECASE,
)
_WHERE = re.compile(r"(?:^|[,;.(]\s*)(?:(?:this|that|it)\s*)?(?:'?s\s+|is\s+)?where\s+(?:the )?[`*]*$", re.IGNORECASE)
_HOLDS_OF = re.compile(
    r"(?:^|[,;.(]\s*|\b(?:it|and)\s+)(?:holds?|keeps?|stores?|contains?|has)\s+(?:the |all |all the )*"
    r"(?:[\w-]+ ){0,2}(?:data|state|metadata|disks?|files|config|configs|configuration|secrets|images|logs|records"
    r"|rows|backups|snapshots|volumes|artifacts|artefacts"
    r"|sessions|history|schemas?|offsets|keys|passwords|tables|indexes)\s+(?:of|for)\s+(?:the |our |your )?[`*]*",
    re.IGNORECASE,
)
_IS_WHERE = re.compile(
    r"[`*]*\s+is\s+(?:the place |the spot )?where\s+(?:(?:the|its|all|all its|old"
    r"|new)\s+)*(?P<what>[a-z][\w-]*(?: [a-z][\w-]*)?)\s+"
    r"(?:goe?s?|lands?|ends? up|lives?|sits?|stays?|(?:is|are|gets?) (?:stored|kept|saved|written|put|persisted|held"
    r"|archived|dumped)|is|are)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:the |an? )?(?P<what>[\w-]+(?: [\w-]+){0,2}?)(?= is (?:the place |the spot )?where\b)", re.IGNORECASE
)
_LED = (
    *(RelationType.STORES_IN, RelationType.SENDS_TO, RelationType.READS_FROM),
    *(RelationType.TRIGGERS, RelationType.RUNS_ON, RelationType.INTEGRATES_WITH),
)


def _kept_here(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "the tram keeps its keys here", "where the tram keeps its keys", "holds the keys of the tram"."""
    clause = sentence.clause
    about = _above(clause)
    if about.kind is Kind.CONCEPT or sentence.has(sentence.lexicon.negations):
        return
    holds = _HOLDS_OF.search(clause.text, clause.body_start)
    for mention in clause.mentions:
        if mention.kind not in PRODUCTS or mention.key == about.key:
            continue
        keeps = _KEEPS.match(clause.text, mention.end)
        before = clause.text[clause.body_start : mention.start]
        is_here = keeps is not None and bool(keeps["there"]) and len(before) <= len("the `")
        is_where = keeps is not None and _WHERE.search(before) is not None
        is_of = holds is not None and mention.start in (holds.end(), holds.end() + 1)
        if is_here or is_where or is_of:
            yield edge(known(mention), _STORES, about, "kept here")


def _above(clause: Clause) -> End:
    """The title's thing, also where a name that opens the clause has taken over as its subject."""
    opens = clause.subject_span is not None and clause.label is None
    if opens and clause.parent_subject:
        return End(key=clause.parent_subject, kind=clause.parent_kind or Kind.CONCEPT)
    return labelled(clause)


def _is_where(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "the shed is where oars go": a place that is known, or that a noun names."""
    clause = sentence.clause
    about = _above(clause)
    match = _OPENING.match(clause.text, clause.body_start)
    told = _IS_WHERE.match(clause.text, match.end("what")) if match is not None else None
    if match is None or told is None or about.kind is Kind.CONCEPT:
        return
    named = next(
        (m for m in clause.mentions if m.end == match.end("what") and m.start <= match.start("what") + 1), None
    )
    if named is not None and named.key != about.key:
        yield edge(about, _STORES, known(named), "where it goes")
    elif named is None and is_noun(match["what"]):
        yield edge(about, _STORES, free(match["what"], _STORES), "where it goes")


def _behind_known_label(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "storage backend: shed, barn", where the label is a known part of the thing above and says what it is for."""
    clause = sentence.clause
    lead = sentence.lexicon.lead_in(clause.label) if clause.label and clause.lead is None else None
    part = next((m for m in clause.mentions if m.start <= 1 and m.end <= clause.body_start), None)
    if lead is None or lead.relation not in _LED or part is None or part.kind is not Kind.FEATURE:
        return
    whole = clause.parent_subject if part.key == clause.subject else clause.subject
    if whole is None or whole == part.key or (part.owner is not None and part.owner != whole):
        return
    end = free_end(clause.text, clause.body_start, len(clause.text))
    for item in ends_of(clause, clause.body_start, end, lead.relation):
        if item.key is not None and item.key != whole and item.kind is not Kind.FEATURE:
            is_in = lead.direction is Direction.IN
            yield edge(End(key=whole, kind=Kind.SERVICE), lead.relation, item, "behind a part's label", inverse=is_in)


STORED = (
    rule(
        _kept_here,
        "keep keeps store stores save saves put puts hold holds persist persists write writes cache caches archive "
        "archives "
        "remembers contain contains",
        "there here it this where of",
    ),
    rule(_is_where, "where"),
    rule(_behind_known_label, LABEL),
)
"""What is kept where."""

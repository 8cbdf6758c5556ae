"""Who takes or does what the words before were about: "Ferry mail: letters by sea. Tug and barge do it, too"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph.vocabulary import PRODUCTS, Kind, RelationType
from ingest.relating.actors import actors_before
from ingest.relating.ends import edge, ends_of, known, subject
from ingest.relating.sentence import Sentence
from ingest.values import Clause, EdgeDraft, End

TAKES_IT = "takes what was named"
_VERBS = r"do|does|speaks?|reads?|understands?|supports?|handles?|knows?|offers?|implements?|covers?"
_TAKING = frozenset(form for verb in _VERBS.split("|") for form in (verb.replace("?", ""), verb.replace("s?", "")))
_TAKES = re.compile(
    rf"(?:\b(?:all|both|each|also|can|could|will|now)\s+)*\b(?P<verb>{_VERBS})\s+(?P<what>it|that|this|both)\b"
    r"(?=\s*(?:$|[,;.!)(|]|(?:for|via|with|w/|by|too|as well|now|natively|out of)\b))",
    re.IGNORECASE,
)
USES_IT = "uses what was named"
_USING = (
    r"mounts?|attach(?:es)?|uses?|access(?:es)?|reach(?:es)?|joins?|calls?|quer(?:y|ies)|talks? to|connects? to"
    r"|consumes?"
)
_USES_IT = re.compile(
    rf"(?:\b(?:all|both|each|also|can|could|will|now)\s+)*\b(?:{_USING})\s+it\b"
    r"(?=\s*(?:$|[,;.!)(|]|(?:via|with|w/|by|over|through|directly|too|also|as well|now|natively)\b))",
    re.IGNORECASE,
)
_NAMES_IN_BRACKET = re.compile(r"\((?P<names>[^()]*,[^()]*)\)\s*(?:all|both|also|can)?\s*$")
_WRITTEN = re.compile(r"[A-Z][\w.+#-]*(?: [A-Z][\w.+#-]*){0,2}")
_THINGS = (Kind.SERVICE, Kind.TECHNOLOGY, Kind.FEATURE)


class Takers:
    """What the clauses of the line at hand have been about by their own words."""

    def __init__(self) -> None:
        self._line = 0
        self._about: End | None = None

    def edges(self, clause: Clause, sentence: Sentence) -> Iterator[EdgeDraft]:
        """The edges of those who are said to take what the line, else the title above, is about."""
        if clause.line_start != self._line:
            self._line, self._about = clause.line_start, None
        if (used := _USES_IT.search(clause.text, clause.body_start) if sentence.has(_IT) else None) is not None:
            yield from _using(sentence, used, self._about)
        may_take = sentence.has(_POINTERS) and sentence.has(_TAKING)
        match = _TAKES.search(clause.text, clause.body_start) if may_take else None
        takers = _takers(sentence, match) if match is not None else []
        if match is None or not takers:
            self._about = subject(clause.subject, clause)
            return
        for about in _meant(clause, match, takers, self._about):
            is_read = match["verb"].lower().startswith("read") and about.kind is not Kind.TECHNOLOGY
            if about.kind is Kind.SERVICE and match["verb"].lower() in ("do", "does"):
                continue  # "the tug can do it as well": something that the ferry does
            relation = RelationType.READS_FROM if is_read else RelationType.SUPPORTS
            yield from (edge(taker, relation, about, TAKES_IT) for taker in takers if taker.key != about.key)


_IT = frozenset({"it"})
_POINTERS = _IT | {"that", "this", "both"}


def _using(sentence: Sentence, match: re.Match[str], before: End | None) -> Iterator[EdgeDraft]:
    """ "barges and Linux can moor there, too": products work together with it, and technology is what it supports."""
    clause = sentence.clause
    actors = actors_before(sentence, sentence.index_at(match.start()), sentence.body)
    denied = sentence.lexicon.negations & {word.lower for word in sentence.words[: sentence.index_at(match.end())]}
    opens = actors is not None and actors.first <= sentence.body
    users = [_named_first(clause, actor) for actor in actors.ends] if actors is not None and opens else []
    for user in (user for user in users if user.key and user.kind in PRODUCTS and not denied):
        for about in _meant(clause, match, users, before):
            if about.kind is Kind.CONCEPT:
                continue
            if user.kind is Kind.TECHNOLOGY:
                yield edge(about, RelationType.SUPPORTS, user, USES_IT)
            else:
                yield edge(user, RelationType.INTEGRATES_WITH, about, USES_IT)


def _named_first(clause: Clause, actor: End) -> End:
    """The product whose name begins that of who does it: "Dover tugs"."""
    text = actor.text or ""
    place = clause.text.find(text) if text else -1
    named = next((m for m in clause.mentions if m.start == place and m.kind is Kind.SERVICE), None)
    return known(named) if named is not None else actor


def without_opposite(edges: Iterable[EdgeDraft], taken: Iterable[EdgeDraft]) -> tuple[EdgeDraft, ...]:
    """The edges but for those that tell something else of who takes a thing and of what is taken, or of the title."""
    pairs = {(e.source, e.target.key) for e in taken}
    takers, things = {source for source, _ in pairs}, {key for _, key in pairs}
    return tuple(
        e
        for e in edges
        if not (e.target in takers and (e.source.key in things or e.relation is RelationType.HAS_FEATURE))
        and not (e.source in takers and e.relation is RelationType.SUPPORTS and e.rule != TAKES_IT)
    )


def _takers(sentence: Sentence, match: re.Match[str]) -> list[End]:
    """Who does it: names, or words written as one, right before the verb; those in a bracket where it holds several."""
    clause = sentence.clause
    bracket = _NAMES_IN_BRACKET.search(clause.text, clause.body_start, match.start())
    is_list = match[0].lower().startswith("all") and bracket is None
    if bracket is not None or is_list:
        span = bracket.span("names") if bracket is not None else (clause.body_start, match.start())
        found = list(ends_of(clause, *span, RelationType.HAS_FEATURE))
    else:
        actors = actors_before(sentence, sentence.index_at(match.start()), sentence.body)
        found = list(actors.ends) if actors is not None else []
    denied = sentence.lexicon.negations & {word.lower for word in sentence.words[: sentence.index_at(match.end())]}
    named = all(end.key is not None or _WRITTEN.fullmatch(end.text or "") for end in found)
    return found if named and not denied else []


def _meant(clause: Clause, match: re.Match[str], takers: list[End], before: End | None) -> list[End]:
    """What "it" stands for: what the clause before was about, else what is above; "both" for two names before."""
    keys = {taker.key for taker in takers}
    if match[0].lower().endswith("both"):
        others = {m.key: known(m) for m in clause.mentions if m.end <= match.start() and m.key not in keys}
        return list(others.values()) if len(others) == 2 else []
    if before is not None and before.key not in keys:
        return [before]
    if clause.subject not in keys:
        return [subject(clause.subject, clause)] if clause.subject_kind in _THINGS else []
    above = clause.parent_subject
    return [End(key=above, kind=clause.parent_kind)] if above and clause.parent_kind in _THINGS else []

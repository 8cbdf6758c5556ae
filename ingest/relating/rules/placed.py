"""Where what a thing has is kept or runs, told without a verb: "charts in the tower, night crews on barges"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.text import tail
from graph.vocabulary import Kind, RelationType
from ingest.relating.ends import edge, free, known, labelled, objects
from ingest.relating.gates import Rule
from ingest.relating.phrases import clean, free_end
from ingest.relating.sentence import NAME, Sentence
from ingest.terms import is_verb, names_a_thing, word_list
from ingest.values import EdgeDraft, End

_KEPT = word_list("stored") | {"data", "logs", "log"}
_ALSO_KEPT = word_list("records")
_RUNNING = word_list("runners")
_PLACED = re.compile(
    r"(?:^|[,;:.(=+]\s*|\b(?:and|or|view|see|find|check|read|watch|inspect|get)\s+)"
    r"(?:(?:the|its|all|our|your|an?)\s+)?(?:(?:full|whole|complete|entire)\s+)?"
    r"(?P<what>(?:[A-Za-z-]+ )??(?P<noun>[A-Za-z]+))\s+"
    r"(?:(?:is|are|all|now|which|that)\s+)*(?P<sign>(?:in|on|to)\s+(?!(?:with|using|via|by|through|to|as)\b)(?=[\w`*])"
    r"|(?=on[- ]prem))"
)
_PART_END = re.compile(r"[`*]*\s*(?:$|[,;.()]|(?:and|or|with|inside|too|only)\b)")
"""Behind a place: a verb there would tell something else of the part."""
MAX_ARTICLE = len("the `")


def _placed(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "logs in the tower", "night crews on barges": a part without a verb, and its place."""
    clause = sentence.clause
    for match in _PLACED.finditer(clause.text, clause.body_start):
        noun, sign = match["noun"].lower(), match["sign"].strip().lower()
        first = match["what"].split()[0].lower()
        if first != noun and (is_verb(first) or first in sentence.lexicon.no_nouns):
            continue
        end = free_end(clause.text, match.end(), len(clause.text))
        if noun in _KEPT:
            targets, last = objects(clause, match.end(), end, RelationType.STORES_IN)
            sends = sign == "to" and is_verb(noun)  # "the ferry logs to the tower"; a file keeps what it gets
            is_file = not {".", "/"}.isdisjoint(clause.text[match.end() : last])
            for target in targets if _PART_END.match(clause.text, last) else ():
                if not sends or (target.key is None and is_file) or target.kind is Kind.FEATURE:
                    yield from _edges(sentence, match, RelationType.STORES_IN, target, "kept there")
        elif (noun in _ALSO_KEPT and sign != "to") or (noun in _RUNNING and sign in ("on", "")):
            relation = RelationType.STORES_IN if noun in _ALSO_KEPT else RelationType.RUNS_ON
            for target in _places(sentence, match.end(), end, relation):
                yield from _edges(sentence, match, relation, target, "placed there")


def _places(sentence: Sentence, start: int, end: int, relation: RelationType) -> Iterator[End]:
    """The products that words name as a place; in a technology that is no product, things are written."""
    clause = sentence.clause
    if premises := next((m for m in clause.mentions if m.start == start and m.kind is Kind.CONCEPT), None):
        yield known(premises)
        return
    targets, last = objects(clause, start, end, relation)
    for target in targets if _PART_END.match(clause.text, last) else ():
        is_place = target.kind is Kind.SERVICE or (target.kind is Kind.TECHNOLOGY and relation is RelationType.RUNS_ON)
        if target.key is None or not is_place:
            return
        yield target


def _edges(
    sentence: Sentence, match: re.Match[str], relation: RelationType, target: End, rule: str
) -> Iterator[EdgeDraft]:
    """The edges of the part and of what it belongs to."""
    clause = sentence.clause
    start, stop = match.span("what")
    product = next((m for m in clause.mentions if m.start == start and m.end < stop and m.kind is Kind.SERVICE), None)
    whole = labelled(clause) if product is None else known(product)  # "the ferry's log in the tower"
    if whole.key != target.key and whole.kind is not Kind.CONCEPT:
        yield edge(whole, relation, target, rule)
    named = next((m for m in clause.mentions if m.start <= start and m.end == stop), None)
    words = clean(match["what"])
    if named is not None and named.key != target.key:
        yield edge(known(named), relation, target, rule)
    elif (
        named is None
        and not words.lower().endswith(("data", "log"))
        and names_a_thing(words)
        and target.key is not None
    ):
        yield edge(free(words.lower(), RelationType.HAS_FEATURE), relation, target, rule)


_DATA = (
    r"(?:state|data|metadata|history|records|results|sessions|settings|config|configuration|storage|persistence|files|objects"
    r"|backups|artifacts|artefacts|content|indexes|checkpoints)"
)
_USED_FOR = re.compile(
    rf"[`*]* (?:(?:for|as) (?:its |the |all |a |persistent |long[- ]term )*{_DATA}(?: store)?(?=\s*(?:$|[,;.(]|and\b))"
    r"|to (?:store|keep|save|persist)\b)",
    re.IGNORECASE,
)
_USING = re.compile(r"\b(?:uses?|using|takes?|relies on|with) (?:an? |the )?[`*]*$", re.IGNORECASE)
_HOLDS = re.compile(
    rf"[`*]* (?:(?:holds|keeps|stores|remembers|has) (?:all )?(?:its|the) (?:own )?{_DATA}(?=\s*(?:$|[,;.]))"
    r"|is where (?:it|the [a-z]+|its [a-z]+) (?P<verb>runs|lives|keeps|stores|saves|puts|are|is|stays?)\b)",
    re.IGNORECASE,
)
_HOLDING = frozenset(
    {"uses", "use", "using", "takes", "relies", "with", "holds", "keeps", "stores", "remembers", "has", "where"}
)


def _held(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "uses the tower for its charts", "the tower keeps the charts", "the quay is where it lies": a named place."""
    clause = sentence.clause
    for mention in clause.mentions if clause.subject_kind is not Kind.CONCEPT else ():
        if mention.kind is not Kind.SERVICE or sentence.denies(mention):
            continue
        is_used = _USING.search(tail(clause.text, clause.body_start, mention.start)) is not None
        used = _USED_FOR.match(clause.text, mention.end) if is_used else None
        holds = _HOLDS.match(clause.text, mention.end) if mention.start - clause.body_start <= MAX_ARTICLE else None
        is_own = mention.key == clause.subject and clause.subject_span is not None
        whole = End(key=clause.parent_subject, kind=clause.parent_kind or Kind.CONCEPT) if is_own else labelled(clause)
        if (used or holds) and whole.key not in (None, mention.key) and whole.kind is not Kind.CONCEPT:
            runs = holds is not None and (holds["verb"] or "").lower() in ("runs", "lives")
            relation = RelationType.RUNS_ON if runs else RelationType.STORES_IN
            yield edge(whole, relation, known(mention), "held there")


PLACED = (
    Rule(_placed, _KEPT | _ALSO_KEPT | _RUNNING, frozenset(["in", "on", "to"])),
    Rule(_held, _HOLDING, frozenset([NAME])),
)
"""What is where, told without a verb."""

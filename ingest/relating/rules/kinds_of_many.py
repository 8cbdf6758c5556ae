"""What many are: "the buoys are steel floats that ...", "the gig and the skiff are rowing boats"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.identity import bare_key
from graph.names import singular
from graph.vocabulary import Kind, RelationType
from ingest.relating.ends import edge, free, known, list_before, mentioned, subject
from ingest.relating.error_names import ERROR
from ingest.relating.gates import rule
from ingest.relating.phrases import Piece, clean, hard_end, list_parts
from ingest.relating.sentence import NAME, Sentence
from ingest.terms import is_general, is_verb, word_list
from ingest.values import Clause, EdgeDraft, Mention

PLURAL = re.compile(r"[^su]s$")
_ARE = re.compile(
    r"\s+are\s+(?:(?:just|only|basically|simply|really|small|special)\s+)?(?P<what>(?:[\w-]+ ){0,2}[a-z-]+s)\s+"
    r"(?:that|which|used|indexed|stored|kept|defined)\b",
    re.IGNORECASE,
)
_MANY = frozenset(["things", "ones", "ways", "cases", "examples", "values", "lots", "always"])
_ALL_ARE = re.compile(
    r"[`*]*\s*(?:(?:\([^()]*\)\s*)?(?:are\s+|=\s*|[:,-]\s*)?(?:both|all)\s+(?:of\s+them\s+)?(?:are\s+)?|are\s+)"
    r"(?:(?:just|only|basically|simply|really|also)\s+)?"
    r"(?P<what>(?:[\w-]+ ){0,3}?[a-z-]+s)(?=\s*(?:$|[,.;:(]|that|which|for|with))",
    re.IGNORECASE,
)


def _plural(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "the buoys are steel floats that ...": the kind of many of a sort."""
    clause = sentence.clause
    match = _ARE.search(clause.text, clause.body_start)
    words = match["what"].lower().split() if match is not None else []
    if match is None or not PLURAL.search(words[-1]) or is_general(match["what"]) or words[-1] in _MANY:
        return
    small = sentence.lexicon.no_nouns | sentence.lexicon.auxiliaries
    if small & set(words) or words[-1] in word_list("people") or words[0].endswith(("ed", "ing")) or is_verb(words[0]):
        return
    named = next((m for m in clause.mentions if m.end == match.start()), None)
    about = known(named) if named is not None and may_be_a_kind(clause, named) else None
    if about is not None and not any(m.start < match.end() and match.start() < m.start for m in clause.mentions):
        yield edge(about, RelationType.KIND_OF, free(match["what"], RelationType.KIND_OF), "kind of many")


def _several(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "the gig and the skiff are rowing boats": the kind that the names of a list share."""
    clause = sentence.clause
    for mention in clause.mentions:
        match = _ALL_ARE.match(clause.text, mention.end) if may_be_a_kind(clause, mention) else None
        words = match["what"].lower().split() if match is not None else []
        if match is None or not sentence.lexicon.names_kind(singular(words[-1])):
            continue
        members = list_before(clause, mention)
        small = sentence.lexicon.no_nouns | sentence.lexicon.auxiliaries | sentence.lexicon.negations
        if len(members) < 2 or not small.isdisjoint(words):
            continue
        target = free(" ".join([*match["what"].split()[:-1], singular(words[-1])]), RelationType.KIND_OF)
        yield from (edge(known(each), RelationType.KIND_OF, target, "kind of several") for each in reversed(members))


_FOR_EXAMPLE = re.compile(
    r"(?:e\.?g\.?[:,]?|(?:for )?(?:ex|examples?|instance)\.?:"
    r"|(?:popular|common|known|typical) (?:ones|options|tools|products|examples):"
    r"|(?:implementations?|products?|vendors?):)\s+",
    re.IGNORECASE,
)


def _examples(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "e.g. the gig, the skiff" below "Rowing boats": each of a list that names nothing but things is one."""
    clause = sentence.clause
    match = _FOR_EXAMPLE.match(clause.text) if clause.subject_span is None else None
    last = bare_key(clause.subject).rpartition("-")[2]
    is_class = clause.subject_kind is Kind.CONCEPT or sentence.lexicon.names_kind(last) or last.endswith(("er", "or"))
    if match is None or not is_class or clause.subject_kind is Kind.SERVICE or clause.owner is not None:
        return
    parts = list_parts(clause.text, match.end(), hard_end(clause.text, match.end(), len(clause.text)))
    found = [mentioned(clause, Piece(clean(clause.text[a:b]), a, b)) for a, b in parts]
    members = [m for m in found if m is not None and m.kind is not Kind.CONCEPT]
    if len(members) == len(parts):
        yield from (
            edge(known(m), RelationType.KIND_OF, subject(clause.subject, clause), "given for example") for m in members
        )


def may_be_a_kind(clause: Clause, mention: Mention) -> bool:
    """Whether a name can be of a kind: no idea, and no error."""
    return mention.kind is not Kind.CONCEPT and ERROR.fullmatch(clause.text, mention.start, mention.end) is None


MANY_KINDS = (
    rule(_plural, "are"),
    rule(_several, "are both all"),
    rule(_examples, "e g eg ex example examples instance : ,", NAME),
)

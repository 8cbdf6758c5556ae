"""What nouns say that stand alone: members of a label, bare lines of names, uses before an arrow, the noun of a kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.names import singular
from graph.vocabulary import Kind, RelationType
from ingest.ends import edge, ends_of, free, known, mentioned, subject
from ingest.nouns import MAX_KIND_WORDS, NOUN_END, VERB_AFTER
from ingest.phrases import clean, free_end, list_parts, pieces
from ingest.sentence import Sentence
from ingest.terms import is_verb, names_a_thing
from ingest.values import EdgeDraft


def alone(sentence: Sentence) -> Iterator[EdgeDraft]:
    """The edges of nouns that stand alone."""
    yield from _class_nouns(sentence)
    yield from _label_list(sentence)
    yield from _bare_technology(sentence)
    yield from _bare_nouns(sentence)
    yield from _arrow(sentence)


# -- lists and nouns that stand alone
def _class_nouns(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "reverse proxy, web server": what a thing is, said without an article at the beginning of its explanation."""
    clause = sentence.clause
    if clause.subject_span is not None or clause.subject_kind is Kind.CONCEPT or clause.lead is not None:
        return
    end = free_end(clause.text, clause.body_start, len(clause.text))
    for piece in pieces(clause.text, clause.body_start, end):
        cut = NOUN_END.search(clause.text, piece.start, piece.end)
        noun = clean(clause.text[piece.start : cut.start() if cut else piece.end])
        words = noun.lower().split()
        if not 1 < len(words) <= MAX_KIND_WORDS or singular(words[-1]) not in sentence.lexicon.kind_nouns or words[-1].endswith("s"):
            return
        if words[0] in sentence.lexicon.negations or VERB_AFTER.search(noun):
            return
        yield edge(subject(clause.subject, clause), RelationType.KIND_OF, free(noun, RelationType.KIND_OF), "noun of its kind")
        if cut and cut[0].strip() != ",":
            return


def _label_list(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "CNI plugins: Calico, Cilium": the members of a kind, or the parts of a thing."""
    clause = sentence.clause
    if clause.label is None or clause.lead is not None or clause.subject_span is not None:
        return
    end = free_end(clause.text, clause.body_start, len(clause.text))
    ends = list(ends_of(clause, clause.body_start, end, RelationType.HAS_FEATURE))
    parts = len(list(list_parts(clause.text, clause.body_start, end)))
    if len(ends) < 2 or len(ends) < parts or any(len((e.text or "").split()) > 2 for e in ends):
        return
    things = all(e.kind in (Kind.SERVICE, Kind.TECHNOLOGY) and e.key for e in ends)
    for item in ends:
        if things:
            yield edge(item, RelationType.KIND_OF, subject(clause.subject, clause), "members of a label")
        else:
            yield edge(subject(clause.subject, clause), RelationType.HAS_FEATURE, item, "parts of a label")


def _bare_technology(sentence: Sentence) -> Iterator[EdgeDraft]:
    """A line of nothing but names of technology below a thing: what it supports."""
    clause = sentence.clause
    if clause.lead is not None or clause.label is not None or clause.subject_span is not None or not clause.mentions:
        return
    if any(m.kind is not Kind.TECHNOLOGY for m in clause.mentions):
        return
    if all(i in sentence.at or w.lower in ("and", "or", ",", "/", "&", "+", ".") for i, w in enumerate(sentence.words)):
        for mention in clause.mentions:
            yield edge(subject(clause.subject, clause), RelationType.SUPPORTS, known(mention), "bare technology")


def _bare_nouns(sentence: Sentence) -> Iterator[EdgeDraft]:
    """A short line of nouns below a service: what it has."""
    clause = sentence.clause
    if clause.lead is not None or clause.label is not None or clause.subject_kind is not Kind.SERVICE:
        return
    if clause.subject_span is not None or len(clause.text.split()) > 8 or re.search(r"[\d:;.=>]", clause.text):
        return
    found = pieces(clause.text, 0, free_end(clause.text, 0, len(clause.text)))
    if len(found) != len(list(list_parts(clause.text, 0, len(clause.text)))):
        return
    for piece in found:
        words = piece.text.lower().split()
        if not 2 <= len(words) <= 3 or not names_a_thing(piece.text) or is_verb(words[0]) or words[0] in sentence.lexicon.negations:
            return
    for piece in found:
        mention = mentioned(clause, piece)
        target = known(mention) if mention else free(piece.text, RelationType.HAS_FEATURE)
        yield edge(subject(clause.subject, clause), RelationType.HAS_FEATURE, target, "bare nouns")


_ARROW = re.compile(r"\s*(?:->|=>|→)\s*(?:use\s+)?")


def _arrow(sentence: Sentence) -> Iterator[EdgeDraft]:
    """ "short jobs -> X": what is right of the arrow is for what is left of it; between two services, data goes along it."""
    clause = sentence.clause
    arrows = list(_ARROW.finditer(clause.text))
    if len(arrows) != 1:
        return
    arrow = arrows[0]
    right = next((m for m in clause.mentions if m.start in (arrow.end(), arrow.end() + 1)), None)
    left = [m for m in clause.mentions if m.end <= arrow.start()]
    if right is None or right.kind not in (Kind.SERVICE, Kind.FEATURE):
        return
    behind = clause.text[right.end :].strip()
    if behind and not re.match(r"(?:,|;|\.|\(|not\b|instead of\b)", behind):
        return
    before = clause.text[: arrow.start()]
    if any(m.kind is Kind.SERVICE for m in left):
        source = left[-1]
        if source.kind is Kind.SERVICE and source.end >= len(before.rstrip()) - 10 and right.kind is Kind.SERVICE:
            relation = RelationType.TRIGGERS if _EVENT.search(before) else RelationType.SENDS_TO
            yield edge(known(source), relation, known(right), "arrow between services")
        return
    if VERB_AFTER.search(before) or re.search(r"\d", before):
        return
    for target in ends_of(clause, clause.body_start, arrow.start(), RelationType.SUITED_TO):
        yield edge(known(right), RelationType.SUITED_TO, target, "arrow from a use")


_EVENT = re.compile(r"\b(?:events?|uploads?|changes?|pushe?s?|webhooks?|alarms?|cron|schedules?|commits?|merges?|clicks?)\b", re.IGNORECASE)

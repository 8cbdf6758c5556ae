"""What a thing is only the surface of: "Helm: web UI for the barge", "oarctl = CLI for the raft"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.names import is_ordinary
from graph.vocabulary import PRODUCTS, RelationType
from ingest.relating.ends import edge, free, known, labelled
from ingest.relating.gates import rule
from ingest.relating.phrases import clean
from ingest.relating.sentence import Sentence
from ingest.terms import word_list
from ingest.values import Clause, EdgeDraft, End, Mention

SURFACE = "surface of another"
_SURFACE = re.compile(
    rf"(?:[=:]\s*)?(?:(?:is|it's|its)\s+)?(?:(?:just|basically)\s+)?(?:the |an? )?(?P<what>(?:[\w-]+ ){{,3}}?"
    rf"(?:{'|'.join(sorted(word_list('surfaces'), reverse=True))})) (?:for|to|of|around|over|on top of) (?:the )?[`*]*",
    re.IGNORECASE,
)


def _surface(sentence: Sentence) -> Iterator[EdgeDraft]:
    """What a thing or a label is the surface of, and which sort of surface it is."""
    clause = sentence.clause
    start = clause.subject_span[1] if clause.subject_span is not None else clause.body_start
    match = _SURFACE.match(clause.text, len(clause.text) - len(clause.text[start:].lstrip(" `*")))
    below = next((m for m in clause.mentions if match and m.start == match.end()), None)
    if match is None or below is None or below.kind not in PRODUCTS:
        return
    about = _named(clause, below)
    if about is not None and sentence.lexicon.negations.isdisjoint(match[0].lower().split()):
        yield edge(about, RelationType.USES, known(below), SURFACE)
        yield edge(about, RelationType.KIND_OF, free(clean(match["what"]), RelationType.KIND_OF), SURFACE)


def _named(clause: Clause, below: Mention) -> End | None:
    """What is the surface: the thing that the clause is about, else its label where that is a name."""
    about = labelled(clause)
    if about.key != below.key:
        return about
    label = clean(clause.label or "")
    is_name = label[:1].isupper() and " " not in label and not is_ordinary(label.lower())
    return free(label, RelationType.HAS_FEATURE) if is_name else None


SURFACES = (
    rule(_surface, " ".join(sorted({word.split()[-1] for word in word_list("surfaces")})), "for to of around over top"),
)
"""What gives people a hold on something else."""

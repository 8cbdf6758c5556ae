"""What a thing can do, said by a verb, under the name that notes have for it: "the mill caches grain" is caching."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from graph.vocabulary import Kind, RelationType
from ingest.relating.ends import edge, free, known, labelled
from ingest.relating.gates import Rule
from ingest.relating.sentence import NEGATION_REACH, Sentence
from ingest.values import EdgeDraft, End

CAPABILITY = "capability by its verb"
_REACH = 5
"""Words behind a verb among which its object stands."""
_AUXILIARIES = frozenset({"can", "will", "could"})
_BETWEEN = frozenset({"also", "automatically", "always", "then", "just", "only", "itself"})
"""Words between a verb and the one that does it."""
_NOUNS_TOO = frozenset({"caches", "buffers", "samples", "batches", "groups", "retries"})
_BEFORE = frozenset({"it", "and", "+", ",", ";", "."})
"""Words before a verb of what the clause is about; behind "and" a verb goes on for the same as the one before it."""
_GIVEN = re.compile(r"\b(?:if|when|whenever|unless|must|should|has to|have to|need|needs|want|wants)\b", re.IGNORECASE)


class Capability(NamedTuple):
    """The name of what is done, and the words of which one has to follow the verb, if any."""

    name: str
    of: frozenset[str]


def _forms(verb: str) -> tuple[str, str]:
    """The base form and the third person of a verb: "retry", "retries"; "fail over", "fails over"."""
    head, _, particle = verb.partition(" ")
    ending = f"{head[:-1]}ies" if head.endswith("y") else f"{head}s"
    return verb, f"{ending} {particle}".strip()


@cache
def _capabilities() -> dict[str, Capability]:
    """What each form of a verb says that is done."""
    data = tomllib.loads((files("ingest") / "words" / "capabilities.toml").read_text(encoding="utf-8"))
    return {
        form: Capability(name, frozenset(word.lower() for word in entry.get("of", ())))
        for name, entry in data.items()
        for verb in entry["verbs"]
        for form in _forms(verb)
    }


_SIGNS = frozenset(form.partition(" ")[0] for form in _capabilities())


def _said(sentence: Sentence) -> Iterator[EdgeDraft]:
    """The edges of what has a capability to its name, one for each of a clause's verbs that says it."""
    clause = sentence.clause
    if clause.columns or clause.lead is not None:
        return
    for index in range(sentence.body, len(sentence.words)):
        found = _at(sentence, index)
        who = _who(sentence, index) if found is not None and index not in sentence.at else None
        if found is not None and who is not None and not _is_denied(sentence, index):
            yield edge(who, RelationType.HAS_FEATURE, free(found.name, RelationType.HAS_FEATURE), CAPABILITY)


def _at(sentence: Sentence, index: int) -> Capability | None:
    """The capability whose verb stands at a word, with its particle and its object."""
    words = [word.lower for word in sentence.words[index : index + _REACH]]
    found = _capabilities().get(" ".join(words[:2])) or _capabilities().get(words[0])
    if found is None or (found.of and found.of.isdisjoint(words[1:])):
        return None
    is_listed = index - 1 not in sentence.at and words[1:2] in ([], [","], ["and"], ["or"], ["."])
    return None if is_listed and words[0] in _NOUNS_TOO else found  # "sieves, retries, a roof"


def _who(sentence: Sentence, index: int) -> End | None:
    """Who does what the verb at a word says: the name before it, or what the clause is about where nothing is there."""
    clause, before = sentence.clause, index - 1
    verb = sentence.words[index].lower
    is_base = not verb.endswith("s")
    helped = False
    while before >= sentence.body and (word := sentence.words[before].lower) in _BETWEEN | _AUXILIARIES:
        helped = helped or word in _AUXILIARIES
        before -= 1
    if is_base and not helped:
        return None  # "retry is 0", "encrypt before you send"
    if before in sentence.at:
        named = sentence.at[before]
        return known(named) if named.kind is not Kind.CONCEPT else None
    opens = before < sentence.body or sentence.words[before].lower in _BEFORE
    is_told = (clause.label or "").lower().endswith(verb.removesuffix("s"))  # "`mill grind`: grinds the grain"
    return labelled(clause) if opens and not is_told and clause.subject_kind is not Kind.CONCEPT else None


def _is_denied(sentence: Sentence, index: int) -> bool:
    """Whether the words before a verb deny it, or set a condition that it belongs to."""
    before = {word.lower for word in sentence.words[max(0, index - NEGATION_REACH) : index]}
    start = sentence.clause.text.rfind(",", 0, sentence.place(index)) + 1
    asked = _GIVEN.search(sentence.clause.text, max(start, sentence.clause.body_start), sentence.place(index))
    following = sentence.words[index + 1].lower if index + 1 < len(sentence.words) else ""
    return asked is not None or not sentence.lexicon.negations.isdisjoint(before | {following})


CAPABILITIES = (Rule(_said, _SIGNS),)
"""What things can do."""

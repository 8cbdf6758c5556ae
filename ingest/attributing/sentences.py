"""Where the sentences of a line end, by spaCy's tokenizer and rules; no statistical model is loaded.

The tokenizer knows what no sentence ends with ("e.g.", "vs.", "3.5", "Node.js"). Importing spaCy costs over a second,
so it is imported for the first line that may hold two sentences and not before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from ingest.terms import word_list

if TYPE_CHECKING:
    from spacy.language import Language

MAX_NEED_WORDS = 6
_MAY_END = re.compile(r"[.!?][)\]\"'`]?\s+[A-Z0-9`\"(]")
_EXAMPLE = re.compile(r"\s*(?:for )?(?:an )?example[.!]\s*", re.IGNORECASE)
"""No sentence, but a word of what follows."""
_BEGINS = re.compile(r"[A-Z0-9`\"(]")


@cache
def _pipeline() -> Language:
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    vocabulary: Any = nlp.vocab
    vocabulary.lex_attr_getters = {}  # what the words look like is not asked
    tokenizer: Any = nlp.tokenizer  # spaCy's own stubs know it as a callable only
    for short in ("incl.", "approx.", "ex.", "resp.", "max.", "min.", "cf.", "ca."):
        tokenizer.add_special_case(short, [{"ORTH": short}])
    return nlp


def sentence_starts(text: str) -> Iterator[int]:
    """Where each sentence after the first begins; none inside parentheses, and none that begins in lower case."""
    if not _MAY_END.search(text):
        return
    last = 0
    for sentence in _pipeline()(text).sents:
        start = sentence.start_char
        before = text[:start]
        if start and _BEGINS.match(text, start) and before.count("(") <= before.count(")"):
            if not _names_a_need(text[last:start]) and not _EXAMPLE.fullmatch(text, last, start):
                yield start
            last = start


def _names_a_need(text: str) -> bool:
    """Whether a sentence is a need ("wide loads?") and no question: its answer belongs to it."""
    words = text.lower().split()
    if not text.rstrip().endswith("?") or len(words) > MAX_NEED_WORDS:
        return False
    return words[0] not in word_list("questioning")

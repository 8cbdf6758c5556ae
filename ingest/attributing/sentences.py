"""Where the sentences of a line end, by spaCy's tokenizer and rules; no statistical model is loaded.

The tokenizer knows what no sentence ends with ("e.g.", "vs.", "3.5", "Node.js"). Importing spaCy costs over a second,
so it is asked only for lines in which a sign may or may not be such an end: behind a plain word in lower case it is.
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
_SIGN = re.compile(
    r"(?<!\S)\(?(?P<word>(?!co\.)[a-z]{2,}|[A-Z][a-z]{6,}|[A-Z]{2,}|\d+)\)?[.!?](?: (?=[A-Za-z0-9`])|$)"
    r"|(?P<inside>(?<=\w)\.(?=[a-z0-9])|(?<=[A-Z0-9])\.(?=[A-Z])|(?<![\w.])(?:e\.g|i\.e)\.(?=[\s,:]))"
    r"|[.!?]"
)
"""A sign that ends a sentence behind a word, one inside a word, or one of which only the tokenizer can tell."""


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
    for start in _plain_starts(text) or _tokenized_starts(text):
        before = text[:start]
        if start and _BEGINS.match(text, start) and before.count("(") <= before.count(")"):
            if not _names_a_need(text[last:start]) and not _EXAMPLE.fullmatch(text, last, start):
                yield start
            last = start


def _plain_starts(text: str) -> list[int]:
    """Where sentences begin in a text whose signs leave no doubt, as the tokenizer has it; else nothing."""
    found: list[int] = []
    for sign in _SIGN.finditer(text) if text.isascii() else ():
        if sign["word"] and sign["word"] not in word_list("abbreviated"):
            found.append(sign.end())
        elif not sign["inside"]:
            return []
    return found


def _tokenized_starts(text: str) -> Iterator[int]:
    return (sentence.start_char for sentence in _pipeline()(text).sents)


def _names_a_need(text: str) -> bool:
    """Whether a sentence is a need ("wide loads?") and no question: its answer belongs to it."""
    words = text.lower().split()
    if not text.rstrip().endswith("?") or len(words) > MAX_NEED_WORDS:
        return False
    return words[0] not in word_list("questioning")

"""Where sentences end: what is plain is told without the tokenizer, and told as the tokenizer tells it."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise, product

import pytest

from ingest.attributing.sentences import _plain_starts, _tokenized_starts, sentence_starts

PARTS = ["dough", "Kneading", "the LATHE", "max", "vs", "co", "e.g. rye", "3.5", "(two)", "oven 9", "Rye", "it", "a 5%"]


def parts(text: str) -> list[str]:
    """The sentences of a text."""
    cuts = [0, *sentence_starts(text), len(text)]
    return [text[a:b].strip() for a, b in pairwise(cuts)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("The dough rests. Knead it twice.", ["The dough rests.", "Knead it twice."]),
        ("Bake at 230.5 degrees. Rye takes longer.", ["Bake at 230.5 degrees.", "Rye takes longer."]),
        ("Keeps max. 5 litres, e.g. Milk or whey", ["Keeps max. 5 litres, e.g. Milk or whey"]),
        ("Turn the steel (slowly). Oil cools it.", ["Turn the steel (slowly).", "Oil cools it."]),
        ("Chisels vs. Gouges are sold at lathe.shop", ["Chisels vs. Gouges are sold at lathe.shop"]),
    ],
)
def test_sentences_end_where_words_do(text: str, sentences: list[str]) -> None:
    assert parts(text) == sentences


def test_what_is_plain_is_told_as_the_tokenizer_tells_it() -> None:
    plain = 0
    for first, sign, second in product(PARTS, (". ", "! ", "? ", ".", ".) "), PARTS):
        text = f"{first}{sign}{second[:1].upper()}{second[1:]} goes on. `It` ends"
        if starts := _plain_starts(text):
            plain += 1
            found = [start for start in _tokenized_starts(text) if start and text[start] != " "]
            assert [s for s in starts if s < len(text)] == found, text
    assert plain > len(PARTS)


def test_plain_sentences_need_no_tokenizer() -> None:
    told = "from ingest.attributing.sentences import sentence_starts as starts; import sys\n"
    told += "assert list(starts('The lathe turns. Oil cools it.')) == [17] and 'spacy' not in sys.modules"
    subprocess.run([sys.executable, "-c", told], check=True)

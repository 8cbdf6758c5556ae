"""What the first words of a section say that its thing is."""

from __future__ import annotations

import pytest

from graph.lexicon import lexicon
from graph.vocabulary import Kind
from ingest.relate import relate_document
from ingest.values import Clause


def kinds(*texts: str, kind: Kind = Kind.SERVICE, subject: str = "ferry") -> list[str]:
    clauses = [Clause("s", line, line, text, subject, kind) for line, text in enumerate(texts, 1)]
    edges = [edge for _, found in relate_document(clauses, lexicon()) for edge in found]
    return [e.target.text or "" for e in edges if e.relation.value == "kind_of"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Night transport, every boat has a bell", "Night transport"),
        ("folk dance from the north", "folk dance"),
        ("crossings + floating restaurant platform", "floating restaurant platform"),
    ],
)
def test_the_first_words_of_a_section_name_a_kind(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    "text", ["boats and ropes", "sails at six", "the bell rings", "successor of the steam boat", "no cars"]
)
def test_parts_deeds_and_remarks_are_no_kinds(text: str) -> None:
    assert not kinds(text)


def test_only_the_first_line_tells_and_only_of_a_whole() -> None:
    assert not kinds("the bell rings", "river transport in May")
    assert not kinds("river transport in May", kind=Kind.FEATURE)

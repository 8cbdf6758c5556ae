"""Lines that nobody types but a file may hold: they are read to their end, and none is lost."""

from __future__ import annotations

import pytest

from ingest.packs.files import shipped_packs
from ingest.pipeline import read_document

TIMES = 400
LINES = {
    "one word before a bracket": "a" * 5 * TIMES + " (",
    "hyphens before a bracket": "a-" * TIMES + "(ab)",
    "numbers": "1. " * TIMES,
    "a list of letters": "a, " * TIMES,
    "arrows": "x -> " * TIMES,
    "open brackets": "(" * TIMES,
    "code": "`a` " * TIMES,
    "one thing against the next": "x vs " * TIMES,
    "sizes": "5 MB " * TIMES,
    "clauses": "uses SQS; " * (TIMES // 2),
    "paths": "in /etc/a or " * (TIMES // 4),
    "adjectives": "tidal, " * TIMES,
    "written names": ", ".join(f"Lock{n}Gate" for n in range(TIMES // 2)),
    "names of packs": "Lambda, nginx, " * (TIMES // 2),
    "one verb over and over": "Lambda sends barges to SQS and " * (TIMES // 8),
}


@pytest.mark.parametrize("line", LINES.values(), ids=LINES.keys())
def test_a_long_line_is_read_and_not_lost(line: str) -> None:
    text = f"# Lock\n\n- {line}\n- The lock sends water to the lower basin.\n"
    read = read_document("canal.md", text.encode(), shipped_packs())
    assert {bucket.line for bucket in read.buckets} == {1, 3, 4}
    assert any("lower basin" in statement.text for statement in read.statements)


def test_a_clause_without_end_is_read_in_parts_that_hold_all_its_words() -> None:
    words = [f"buoy{n}" for n in range(600)]
    read = read_document("sea.md", f"# Sea\n\n{' '.join(words)}\n".encode(), ())
    parts = [statement.text for statement in read.statements]
    assert len(parts) > 1
    assert " ".join(parts).split() == words


def test_a_long_form_begins_with_a_word_wherever_it_stands() -> None:
    text = "# Ships\n\n- (the Vessel Traffic Service (VTS)) watches\n- 2nd Automatic Hull Monitor (AHM) listens\n"
    keys = {claim.text: claim.same_as or claim.key for claim in read_document("sea.md", text.encode(), ()).names}
    assert keys["Vessel Traffic Service"] == keys["VTS"]
    assert keys["Automatic Hull Monitor"] == keys["AHM"]

"""Bytes to text: encodings, line ends, sizes, titles."""

from __future__ import annotations

import pytest

from graph.errors import NotesError
from graph.text import split_lines
from ingest.files.read import decode, read

TEXT = "# Kessel\nmacht Dampf für 3 €\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_utf_8_and_marked_utf_16_are_text(encoding: str) -> None:
    document = read("a.md", TEXT.encode(encoding))
    assert document.text == TEXT
    assert (document.title, document.lines) == ("Kessel", 2)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"ok\nfor \xff", "a.md:2 is not UTF-8"),
        ("Dampf".encode("utf-16-le") + b"\0", "a.md"),
        (b"x\0y", "binary"),
        (b"\xff\xfe\x00", "UTF-16"),
        (b"\xff\xfe\x00\xd8", "UTF-16"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(data: bytes, problem: str) -> None:
    with pytest.raises(NotesError, match=problem) as raised:
        decode("a.md", data)
    assert "\n" not in str(raised.value)


def test_a_file_over_the_limit_is_refused() -> None:
    with pytest.raises(NotesError, match=r"larger than 0\.001 MB"):
        decode("a.md", b"x" * 1001, max_mb=0.001)
    assert decode("a.md", b"x" * 1000, max_mb=0.001)


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("a", 1), ("a\n", 1), ("a\r\nb\rc\n\n", 4), ("a\x0cb\u2028c\x85d", 1), ("\n\r", 2)]
)
def test_lines_end_at_three_signs_and_nowhere_else(text: str, count: int) -> None:
    assert len(split_lines(text)) == count
    assert read("a.md", text.encode()).lines == count


@pytest.mark.parametrize(
    ("path", "text", "title"),
    [
        ("rail/Points.md", "words\n", "Points"),
        ("a.TXT", "", "a"),
        (".md", "", ".md"),
        ("a.md", "\n## Not this\n# Rail #\n", "Rail"),
        ("a.md", "Night trains\n=====\n\nPoints\n---\n", "Night trains"),
        ("a.md", "=====\nRAIL\n=====\n", "RAIL"),
        ("a.md", "words\n\n=====\n", "a"),
    ],
)
def test_the_title_is_the_first_top_heading_or_the_files_name(path: str, text: str, title: str) -> None:
    assert read(path, text.encode()).title == title

"""The title of a file of notes that is written as plain text: "Ferry notes - wrote these on the train"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.outlining.drawn_titles import may_be_lonely_title
from ingest.outlining.headings import Signs, bare
from ingest.outlining.lines import Line, heading_text
from ingest.outlining.markup import Markup
from ingest.terms import word_list

MAX_WORDS = 14
"""Words of a first line that says that notes follow, remarks included."""
MAX_LONELY_WORDS = 6
MAX_NAME_WORDS = 3
"""Words of a name that no pack knows."""
TOP = 1
"""The rank of the title of a whole file."""
_WORD = re.compile(r"[a-z]+")
_REMARK = re.compile(r"\s[-–—]+\s|[(,;:]|\s/\s")


def opening_title(lines: Sequence[Line], markup: Markup, signs: Signs) -> Line | None:
    """The first line, where it titles the file and Markdown knows no title of the highest rank.

    It does where it says that notes follow, or stands alone between blank lines as no other line does.
    """
    first = lines[0] if lines else None
    is_taken = first is None or first.number in {*markup.headings, *markup.markup, *markup.code, *markup.table_headers}
    if first is None or is_taken or first.mark or TOP in markup.headings.values():
        return None
    words = first.text.lower().split()
    if len(words) <= MAX_WORDS and not word_list("notes").isdisjoint(_WORD.findall(first.text.lower())):
        return first
    is_short = len(words) <= MAX_LONELY_WORDS and may_be_lonely_title(first)
    return first if is_short and _stands_alone(lines, signs) else None


MIN_SECTIONS = 2
LOWEST = 6


def below_the_file(lines: Sequence[Line], markup: Markup, signs: Signs) -> bool:
    """Lower the ranks of all titles by one where each of the highest only says what stands below it ("# Needs", then
    "# Limits"): the name of the file titles them. Gives whether it did.
    """
    tops = [bare(heading_text(line)) for line in lines if markup.headings.get(line.number) == TOP]
    if len(tops) < MIN_SECTIONS or not all(signs.lead_in(text) or signs.transparent(text) for text in tops):
        return False
    markup.headings.update({number: min(rank + 1, LOWEST) for number, rank in markup.headings.items()})
    return True


def _stands_alone(lines: Sequence[Line], signs: Signs) -> bool:
    """Whether a blank line follows the first one, and no other line stands so or names a product behind a blank one."""
    if len(lines) < 2 or not lines[1].blank_before:
        return False
    set_off = [
        (line, after)
        for line, after in pairwise(lines[1:])
        if line.blank_before and not line.mark and may_be_lonely_title(line)
    ]
    return not any(after.blank_before or signs.whole(bare(line.text)) for line, after in set_off)


def topic(title: str) -> str:
    """A title without its remarks and without the words that say what kind of notes follow."""
    words = _REMARK.split(title)[0].split()
    around = word_list("around a title")
    while words and words[0].lower() in around:
        words.pop(0)
    while words and words[-1].lower() in around:
        words.pop()
    return " ".join(words)


def is_written_as_name(title: str) -> bool:
    """Whether a title is a few words with a capital each, and nothing else."""
    words = title.split()
    return 0 < len(words) <= MAX_NAME_WORDS and all(word[:1].isupper() for word in words)

"""One line of notes, taken apart: indent, marker, text, and the label of "Term: explanation"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from ingest.values import Marker

_SAYS = re.compile(r"[.!?;]\s|[.!?;]$|[-=]>")
_SIGN_OF_ITEM = re.compile(r"[ \t]+>[ \t]+(?!>)")
"""Behind an indent the sign of a quote is one of an item: "  > oars"."""
_QUOTE = re.compile(r"(?:\s*>)+\s?")
DENYING = "❌✗✘✖⛔"
_BULLET = re.compile(
    r"(?:(?:\.{1,3}|[:~^;@])(?=\s)"
    r"|(?:[-*+•‣–—·○●»∙§]|[-=]>|[\u2190-\u21ff\u25a0-\u2bff\U0001f300-\U0001faff]\ufe0f?)(?:\s+|(?=[^\W\d_]|\())"
    r"|o\s+)\s*(?:\[[ xX]\]\s+)?"
)
"""An "o" is what a word processor's hollow bullet becomes on the way into plain text. A colon or a full stop that
stands alone before a line is one, too; some writers have bullets of their own. A cross is none: it denies the line."""
_PICTURES = "\u2190"
"""The first of the signs that are drawn as pictures."""
_BOLD_ALONE = re.compile(r"(\*\*|__)[^*_]+\1:?\s*$")
"""Behind a picture it is a title, and the picture no bullet."""
_NUMBER = re.compile(r"(?:\d{1,3}|[a-zA-Z])[.)](?:\s+|(?=[A-Z]\w))")
_BARE_NUMBER = re.compile(r"(\d{1,2})\s+(?=[^\W\d])")
MIN_NUMBERS = 3
"""Lines that count without stops behind their numbers; fewer may be figures."""
MIN_STEPS = 3
"""Lines that step in by a single blank; fewer may be slips."""
_HEADING = re.compile(r"(?:#{1,6}|={2,6}(?=.*=\s*$))\s*(?=\S)")
_SECTION = re.compile(r"(?:\d{8,14}|\d{4}-\d\d-\d\d|\d{1,2}(?:\.\d{1,2}){1,3}\.?|\d{1,2}[.)])\s+(?=[^\W\d_]|[*`])")
"""The number of a section, or the day or the stamp of a note, before the words of its title."""
_INLINE = re.compile(r"[\[*_`~=]")
# Bounds on their lengths, so that a line full of brackets is no work without end.
_WIKILINK = re.compile(r"!?\[\[([^\]|]{0,400}\|)?([^\]]{0,400})\]\]")
_LINK = re.compile(r"!?\[([^\]]{0,400})\]\([^)]{0,2000}\)")
_EMPHASIS = re.compile(r"(\*\*|__|``?|~~|==)(?=\S)|(?<=\S)(\*\*|__|``?|~~|==)")
_TRAILING = re.compile(r"\s*(?:#*|={2,6})\s*$")

_MAX_WORDS = {":": 7, "=": 7}
_MAX_CONTRAST_WORDS = 9
"""So that three things may be set apart, of two words each."""
_COLON = re.compile(r"\s*(?::;?(?=\s|$)|:(?=[A-Z]))")
_LATE_COLON = re.compile(r"(?<=[a-z])\s+:(?=[a-z]+\s)")
"""A hasty hand puts the blank before the colon: "Main use :towing boats"."""
_DASH = re.compile(r"\s+(?:-{1,3}|–|—)\s+|\s+(?:-|–|—)(?=[A-Z])")
_DOTS = re.compile(r"\s+(?:\.{2,3}|::|~)\s+")
_EQUALS = re.compile(r"\s+=\s+")
_COLUMN = re.compile(r"(?<=\S)\s{3,}(?=\S)")
FROM_TO = re.compile(r"\S+(?: \S+)? (?:<?-{1,2}>|<-{1,2}|=>|→|←) \S+(?: \S+)?$")
"""Where something goes, drawn with an arrow: "Gantry -> Depot"."""
_BOLD = re.compile(r"(\*\*|__(?=[A-Z]))(?=\S)([^*_]{1,60})(?<=\S)\1\s+(?=[^\W_])")
"""A term in bold type that opens a line needs no sign behind it: "**Tender** carries coal"."""
_NUMBERED_STOP = re.compile(r"\.\s+(?=[A-Z])")
_STOP = re.compile(r"(?<=[a-z])\.\s+(?=[A-Z])")

_SIGNS = (
    (":", _COLON),
    ("-", _DASH),
    ("–", _DASH),
    ("—", _DASH),
    ("=", _EQUALS),
    ("  ", _COLUMN),
    ("\t", _COLUMN),
    (" ..", _DOTS),
    (" ::", _DOTS),
    (" :", _LATE_COLON),
    (" ~ ", _DOTS),
)
"""What has to stand in a text for a pattern to be worth looking for."""
_SIGN_OF = {_COLON: ":", _LATE_COLON: ":", _DASH: "-", _EQUALS: "=", _COLUMN: "   ", _DOTS: "-"}


class Line(NamedTuple):
    """A non-blank line. `text` starts at `offset` in the raw line, behind indent and marker, without trailing blanks.

    `blank_before` counts the blank lines above it; `indent` counts columns (a tab goes to the next multiple of four).
    `mark` is the bullet, or the sign behind a number; lines of one list have the same.
    """

    number: int
    text: str
    offset: int
    indent: int
    marker: Marker
    blank_before: int
    ordinal: str = ""
    mark: str = ""


class Label(NamedTuple):
    """The term of a labelled line, and where its explanation starts (len(text) where none follows)."""

    text: str
    body_start: int
    sign: str


def read_line(number: int, raw: str, blank_before: int) -> Line:
    """Take one non-blank raw line apart."""
    rest = raw.lstrip("\ufeff")
    position = len(raw) - len(rest)
    marker, ordinal, mark = Marker.NONE, "", ""
    is_item = _SIGN_OF_ITEM.match(rest) is not None
    quote = None if is_item else _QUOTE.match(rest)
    if quote and rest[quote.end() :].strip():
        position += quote.end()
        rest = rest[quote.end() :]
        marker = Marker.QUOTE
    indent, rest, position = _strip_indent(rest, position)
    bullet = (_QUOTE if is_item else _BULLET).match(rest) if rest[:1] not in DENYING else None
    numbered = _NUMBER.match(rest)
    if bullet and bullet.end() < len(rest):
        position, rest = position + bullet.end(), rest[bullet.end() :]
        if bullet[0][0] < _PICTURES or not _BOLD_ALONE.match(rest):
            marker, mark = Marker.BULLET, bullet[0][0]
    elif numbered and numbered.end() < len(rest):
        marker, ordinal = Marker.NUMBER, numbered[0].strip()
        mark = ordinal[-1]
        position, rest = position + numbered.end(), rest[numbered.end() :]
    _, rest, position = _strip_indent(rest, position)
    return Line(number, rest.rstrip(), position, indent, marker, blank_before, ordinal, mark)


def with_bare_numbers(lines: Sequence[Line]) -> list[Line]:
    """The lines, those that count one, two, three without a stop behind the number taken for numbered ones."""
    found = list(lines)
    run: list[int] = []
    for index in range(len(lines) + 1):
        number = _bare_number(lines[index]) if index < len(lines) else 0
        if run and number == len(run) + 1 and not lines[index].blank_before:
            run.append(index)
            continue
        if len(run) >= MIN_NUMBERS:
            found[run[0] : run[-1] + 1] = [_numbered(lines[i]) for i in run]
        run = [index] if number == 1 else []
    return found


def with_wider_steps(lines: list[Line]) -> list[Line]:
    """The lines of a text that steps in by a single blank, with steps of two: one blank elsewhere is a slip."""
    steps = [line.indent for line in lines if line.indent]
    if steps.count(1) < MIN_STEPS or 2 * steps.count(1) < len(steps):
        return lines
    return [line._replace(indent=2 * line.indent) if line.indent else line for line in lines]


def _bare_number(line: Line) -> int:
    match = _BARE_NUMBER.match(line.text) if line.marker is Marker.NONE else None
    return int(match[1]) if match is not None else 0


def _numbered(line: Line) -> Line:
    ordinal, text = line.text.split(None, 1)
    offset = line.offset + len(line.text) - len(text)
    return line._replace(marker=Marker.NUMBER, ordinal=ordinal, mark="0", text=text, offset=offset)


def _strip_indent(rest: str, position: int) -> tuple[int, str, int]:
    column = 0
    for length, character in enumerate(rest):
        if character == "\t":
            column = (column // 4 + 1) * 4
        elif character.isspace():
            column += 1
        else:
            return column, rest[length:], position + length
    return column, rest, position


def heading_text(line: Line) -> str:
    """The words of a Markdown heading, without its signs."""
    words = _TRAILING.sub("", _HEADING.sub("", line.text, count=1))
    numbered = _SECTION.match(words)
    return words[numbered.end() :] if numbered is not None else words or line.text


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """A text without the signs of inline Markdown around its words: ``**Image**`` is "Image"."""
    if not _INLINE.search(text):
        return text.strip()
    return _EMPHASIS.sub("", _LINK.sub(r"\1", _WIKILINK.sub(r"\2", text))).strip()


_AGAINST = re.compile(r"\s*(?:vs\.?|versus)\s", re.IGNORECASE)


@lru_cache(maxsize=4096)  # the outline, the names and the clauses ask for the same lines
def split_label(text: str, *, numbered: bool = False) -> Label | None:
    """The label of "Term: …", "Term - …", "Term = …", "Term   …" in columns, "**Term** …", and of a numbered "Term. …".

    None where what stands before the sign is too long, or is a sentence, for a term.
    """
    bold = _BOLD.match(text)
    if bold is not None and _may_be_label(bold[2], "**") and not _AGAINST.match(text, bold.end()):
        term = bold[2].rstrip(" :")  # "**Crew:** four men"
        return Label(term, bold.end(), "**" if term == bold[2] else ":")
    patterns = [pattern for mark, pattern in _SIGNS if mark in text]
    found = [(match.start(), match, _SIGN_OF[pattern]) for pattern in patterns if (match := pattern.search(text))]
    stop = (_NUMBERED_STOP if numbered else _STOP).search(text) if "." in text else None
    if stop is not None:
        found.append((stop.start(), stop, "."))
    for start, match, sign in sorted(found, key=lambda item: item[0]):
        label = text[:start]
        if sign == "-" and label[-1:].isdigit() and text[match.end() : match.end() + 1].isdigit():
            continue  # "sails 10 - 50 m each" is a range
        if _may_be_label(label, sign):
            body_start = match.end() + (len(text[match.end() :]) - len(text[match.end() :].lstrip()))
            return Label(plain(label), body_start, sign)
        if sign == ":":
            return None
    return None


def _may_be_label(label: str, sign: str) -> bool:
    words = (_ASIDE.sub(" ", label) if sign == ":" else label).split()
    most = _MAX_CONTRAST_WORDS if " vs" in label else _MAX_WORDS.get(sign, 5)
    if not words or len(words) > most:
        return False
    if sign == "." and (len(words) > 4 or not label[:1].isupper()):
        return False
    if sign == "." and label.endswith("vs"):
        return False
    if _SAYS.search(label.replace("vs.", "vs")) and sign != ".":
        return False
    if label.count("(") != label.count(")") or label.count("`") % 2:
        return False
    return not ("," in label and (len(words) > 4 or (sign == "=" and len(words) > 2)))


_WHEN = re.compile(r"\s*(?:\([^()]*\)|\s(?:when|if)|\son (?:(?:tcp|udp)\s)?port \d+)$", re.IGNORECASE)
_ASIDE = re.compile(r"(?<=\w)\s*\([^()]*\)\s+(?=(?:on|in|for|at|with|via|over)\s)")
_ONE = re.compile(r"^(?:1|one|an?|each|every)\s+(?=\S+$)(?!\d)", re.IGNORECASE)
"""What counts a unit that a line explains: "1 RU = …"."""


def bare_label(label: str) -> str:
    """A label without the "when", the port or the remark at its end, a remark inside, and what counts a unit."""
    return _ONE.sub("", _ASIDE.sub(" ", _WHEN.sub("", label)).strip())

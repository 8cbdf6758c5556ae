"""What other programs leave in notes that they write out: tags and signs of HTML, marks of callouts and footnotes.

Each line keeps its number. One that holds nothing else counts as a blank one; what is code stays as it is.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from itertools import pairwise

_NEEDED = re.compile(r"<|&[a-z#]|\[!|\[\^|\[\[\d|%%|#")
_FENCE = re.compile(r"\s{0,3}(?:>\s?)?(?:```|~~~)")
_NAMES = (
    r"(?:h[1-6]|p|br|hr|ul|ol|li|dl|dt|dd|b|i|u|s|em|strong|small|mark|sub|sup|span|div|font|center|details|summary|"
    r"aside|blockquote|section|article|figure|figcaption|a|img|table|thead|tbody|tr|td|th|pre)"
)
_TAG = re.compile(rf"<(?P<closes>/?)(?P<name>{_NAMES})(?:\s[^<>]{{0,400}})?/?>", re.IGNORECASE)
_TITLE = re.compile(r"\s*<h(?P<rank>[1-6])(?:\s[^<>]{0,400})?>(?P<words>.*?)(?:</h[1-6]>)?\s*$", re.IGNORECASE)
_ITEM = re.compile(r"(?P<indent>\s*)(?:<(?:ul|ol)(?:\s[^<>]{0,400})?>\s*)?<li(?:\s[^<>]{0,400})?>\s*", re.IGNORECASE)
_BREAK = re.compile(r"\s*(?<!`)<br\s*/?>\s*", re.IGNORECASE)
_SAID = re.compile(r"[.!?:;,|]$|^$")
_COMMENT = re.compile(r"<!--.{0,2000}?-->|%%.{0,2000}?%%")
_ENTITY = re.compile(
    r"&(?:nbsp|amp|lt|gt|quot|apos|ndash|mdash|hellip|rarr|larr|bull|middot|times|#\d{2,5}|#x[\da-f]{2,4});", re.I
)
_CALLOUT = re.compile(r"(?P<quote>\s*(?:>\s*)+)\[!\w[\w-]{0,30}\][+-]?\s*")
_FOOTNOTE = re.compile(r"(?<=\S)\[\^[\w-]{1,30}\](?!:)")
_STAMP = re.compile(r"(?<=\[\[)\d{8,14}\s+")
"""The time at which a note was begun, before its title in a link."""
_TAGS_ALONE = re.compile(r"\s*(?:tags?\s*:{1,2}\s*)?#[a-z][\w/-]*(?:[\s,]+#[a-z][\w/-]*)+\s*$", re.IGNORECASE)
"""Two and more words with the sign of a tag; a single one may be a hasty title."""
_TIGHT_TITLE = re.compile(r"(?P<signs>#(?=[A-Z])|#{2,6}(?=[^\W\d_]))(?P<words>[^#.!?;]{2,60})$")
"""A hasty title, without the blank behind its sign: "#Boats", "##hulls"."""
_TAG_FIRST = re.compile(r"(?P<before>\s*(?:[-*+]\s+(?:\[[ xX]\]\s+)?)?)#(?=[a-z][\w/-]+\s)")
"""The tag that a line begins with is the first of its words: "#todo paint the hull"."""


def without_remnants(lines: Sequence[str]) -> list[str]:
    """The lines of a text as their writer saw them."""
    found: list[str] = []
    fenced = commented = False
    last_end = max((index for index, raw in enumerate(lines) if "-->" in raw), default=-1)
    for index, raw in enumerate(lines):
        if commented:
            commented = "-->" not in raw
            raw = raw.partition("-->")[2]
        fenced ^= _FENCE.match(raw) is not None
        line = raw if fenced or not _NEEDED.search(raw) else _seen(raw)
        if not fenced and "<!--" in line and last_end > index:
            line, commented = line.partition("<!--")[0], True
        found.append(line)
    return found


def _seen(raw: str) -> str:
    """A line without what marks it up."""
    line = _COMMENT.sub("", raw) if "<!--" in raw or "%%" in raw else raw
    if "[!" in line and (callout := _CALLOUT.match(line)):
        words = line[callout.end() :]
        line = callout["quote"] + words if words.strip() else ""
    line = _STAMP.sub("", line) if "[[" in line else line
    line = _FOOTNOTE.sub("", line) if "[^" in line else line
    if "<" in line:
        line = _without_tags(line)
    line = _without_tag_signs(line) if "#" in line else line
    return _ENTITY.sub(_sign, line) if "&" in line else line


def _without_tag_signs(line: str) -> str:
    """A line without the sign that makes a tag of its first word; a hasty title with the blank that it lacks."""
    if _TAGS_ALONE.match(line):
        return ""
    title = _TIGHT_TITLE.match(line)
    return f"{title['signs']} {title['words']}" if title is not None else _TAG_FIRST.sub(r"\g<before>", line, count=1)


def _without_tags(line: str) -> str:
    """A line without the tags that stand at its ends, in pairs, or break it; one that is spoken of stays."""
    title = _TITLE.match(line)
    if title is not None:
        line = f"{'#' * int(title['rank'])} {title['words']}"
    line = _ITEM.sub(r"\g<indent>- ", line, count=1) if _ITEM.match(line) else line
    parts = _BREAK.split(line)
    line = parts[0] + "".join(f"{' ' if _SAID.search(a) else '; '}{b}" if b else "" for a, b in pairwise(parts))
    tags = list(_TAG.finditer(line))
    closed = {tag["name"].lower() for tag in tags if tag["closes"]}
    paired = closed & {tag["name"].lower() for tag in tags if not tag["closes"]}
    for tag in reversed(tags):
        at_end = not line[: tag.start()].strip() or not line[tag.end() :].strip()
        is_sign = at_end or tag["name"].lower() in paired or tag["name"].lower() == "img"
        if is_sign and line[tag.start() - 1 : tag.start()] != "`":
            line = line[: tag.start()] + line[tag.end() :]
    return line


def _sign(entity: re.Match[str]) -> str:
    return html.unescape(entity[0]).replace("\xa0", " ")

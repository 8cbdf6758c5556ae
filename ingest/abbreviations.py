"""Short forms and what they stand for, as notes define them: "Simple Queue Service (SQS)", "GW = gateway"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.names import is_ordinary

_SHORT = r"[A-Za-z][A-Za-z0-9/&.+-]{1,9}"
_BETWEEN_WORDS = re.compile(r"[\s/&'-]+")
_NO_LETTER = re.compile(r"[^a-z0-9]")
_SHORT_THEN_LONG = re.compile(rf"(?<![\w-])({_SHORT})\s*\(\s*([A-Za-z][A-Za-z0-9 ,/&'-]{{3,80}}?)\s*\)")
# Begins where a word does, so that a word of any length is gone over once.
_LONG_THEN_SHORT = re.compile(
    rf"(?<![\w'/&-])[\d_'/&-]*((?:[A-Za-z][\w'/&-]*[ ]+){{1,7}}[A-Za-z][\w'/&-]*)\s*\(\s*({_SHORT})\s*\)"
)
_SHORT_DASH_LONG = re.compile(
    rf"^({_SHORT})\s*(?:-|–|—|:|=|stands for|short for)\s*([A-Za-z][A-Za-z0-9 '/&-]{{3,80}})$"
)
_LEGEND_LABEL = re.compile(r"^[A-Za-z][a-z]+(?: [a-z]+)?:\s+")
_IN_LEGEND = re.compile(r"([A-Za-z][\w/&]{1,5})\s*=\s*([A-Za-z][\w '/&-]{3,40})")
SMALL_WORDS = frozenset({"a", "an", "and", "for", "in", "of", "on", "or", "over", "the", "to", "with"})


def abbreviations(text: str) -> Iterator[tuple[str, str]]:
    """The (short, long) pairs that a text defines: "Simple Queue Service (SQS)", "DR (Designated Router)"."""
    bracketed = "(" in text
    for match in _SHORT_THEN_LONG.finditer(text) if bracketed else ():
        if spells(match[1], match[2]):
            yield match[1], match[2].strip()
    for match in _LONG_THEN_SHORT.finditer(text) if bracketed else ():
        words = match[1].split()
        for start in range(len(words) - 1, -1, -1):
            if words[start].lower() not in SMALL_WORDS and spells(match[2], " ".join(words[start:])):
                yield match[2], " ".join(words[start:])
                break
    dashed = _SHORT_DASH_LONG.match(text)
    if dashed and spells(dashed[1], dashed[2]):
        yield dashed[1], dashed[2].strip()
    yield from _legend(text) if text.count("=") > 1 else ()


def _legend(text: str) -> Iterator[tuple[str, str]]:
    """The pairs of a line that holds nothing else: "abbr: NF = NightFerry, BH = Barge House"."""
    label = _LEGEND_LABEL.match(text)
    items = [_IN_LEGEND.fullmatch(item.strip()) for item in re.split("[,;]", text[label.end() if label else 0 :])]
    pairs = [(item[1], item[2].strip()) for item in items if item is not None and is_short_for(item[1], item[2])]
    if len(pairs) == len(items):
        yield from (pair for pair in pairs if pair[0].rstrip("s").isupper())


def is_short_for(short: str, long: str) -> bool:
    """Whether the letters of a short form stand in the long one in their order, the first of them first."""
    letters = iter(long.lower())
    return long[:1].lower() == short[:1].lower() and all(
        letter in letters for letter in short.lower() if letter.isalnum()
    )


_SHORTENED = re.compile(r"(\w[\w .-]*?)\s*\((\w{2,5})\)")


def shortened(title: str) -> tuple[str, str] | None:
    """The short form and the long one of a title that ends with its own in brackets: "Prometheus (prom)", "Vault (VT)".

    Its letters stand in the name in their order; an ordinary word tells something of it.
    """
    match = _SHORTENED.fullmatch(title)
    long, short = (match[1], match[2]) if match is not None else ("", "")
    if not short or is_ordinary(short.lower()):
        return None
    is_form = long.lower().startswith(short.lower()) or not short.islower()
    return (short, long) if is_form and is_short_for(short, long) else None


def spells(short: str, long: str) -> bool:
    """Whether the letters of an abbreviation are the initials of the long form, small words left out or not.

    >>> spells("SQS", "Simple Queue Service"), spells("DR", "Designated Router"), spells("SQS", "a message queue")
    (True, True, False)
    """
    letters = _NO_LETTER.sub("", short.lower())
    if short[-1:] == "s" and short[:-1].isupper():
        letters = letters[:-1]
    words = [w for w in _BETWEEN_WORDS.split(long.lower()) if w]
    if len(letters) < 2 or len(words) < 2 or len(words) > len(letters) + 3:
        return False
    initials = "".join(w[0] for w in words)
    content = "".join(w[0] for w in words if w not in SMALL_WORDS)
    capitals = "".join(filter(str.isupper, long)).lower()
    is_word = short[1:].islower() and capitals != letters  # "open van" is no Oven, "OVErhead Net" is
    return letters in (initials, content) or (len(letters) > 2 and not is_word and _spelled_byword_list(letters, words))


def _spelled_byword_list(letters: str, words: list[str]) -> bool:
    """Each word gives its first letter and perhaps more of its letters: "Virtual eXtensible LAN" for VXLAN."""
    if not letters:
        return all(w in SMALL_WORDS for w in words)
    if not words:
        return False
    if words[0] in SMALL_WORDS and _spelled_byword_list(letters, words[1:]):
        return True
    if words[0][0] != letters[0]:
        return False
    return any(
        all(c in iter(words[0][1:]) for c in letters[1:taken]) and _spelled_byword_list(letters[taken:], words[1:])
        for taken in range(1, min(len(letters), 4) + 1)
    )

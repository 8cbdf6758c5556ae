"""Names that are ordinary words too, in a list beside others of their kind: "python, go and rust"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.vocabulary import Kind
from ingest.naming.guards import Hit

_SEPARATOR = re.compile(r"\s*(?:,\s*(?:(?:and|or)\s)?|[/+&]|(?:and|or)\b)\s*")
_OPENS = re.compile(r"(?:^|[,/+&(:;.=>]|\b(?:and|or|in|for|with|on|supports?|speaks?|runs))\s*$", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:$|[,/+&);.]|(?:and|or)\b)")


def named_in_lists(text: str, kept: Iterable[Hit], refused: Iterable[Hit]) -> list[Hit]:
    """Those of the hits refused for their small letters that a list sets beside a kept name of technology."""
    known = {(hit.start, hit.end) for hit in kept if hit.entry.kind is Kind.TECHNOLOGY}
    items = [hit for hit in refused if _is_item(text, hit)] if known else []
    found: list[Hit] = []
    while beside := [hit for hit in items if any(_are_joined(text, hit, span) for span in known)]:
        found += beside
        known |= {(hit.start, hit.end) for hit in beside}
        items = [hit for hit in items if hit not in beside]
    return found


def _is_item(text: str, hit: Hit) -> bool:
    """Whether a hit is all that its place in a list holds."""
    is_ordinary = hit.entry.match == "capitals" and hit.entry.kind is Kind.TECHNOLOGY
    return is_ordinary and _OPENS.search(text[: hit.start]) is not None and _ENDS.match(text, hit.end) is not None


def _are_joined(text: str, hit: Hit, span: tuple[int, int]) -> bool:
    first, second = sorted([(hit.start, hit.end), span])
    return _SEPARATOR.fullmatch(text, first[1], second[0]) is not None

"""Weak signs that a line acts as a heading, added up where no single one decides.

Each has a weight in words/heading_signs.toml (ingest.outlining.signs): positive ones speak for a heading.
"""

from __future__ import annotations

import re

from ingest.abbreviations import abbreviations
from ingest.outlining.headings import BOLD, DIGIT, PARENTHESES, VERB, Signs, Surroundings, bare, is_short
from ingest.outlining.lines import plain
from ingest.outlining.signs import probability
from ingest.terms import is_verb
from ingest.values import Marker

_QUESTION = re.compile(r"^(what|why|how|when|where|which|who)\b", re.IGNORECASE)


def signs_of(place: Surroundings, signs: Signs) -> dict[str, float]:
    """The named signs of a candidate, each 0 or 1 or a small number."""
    text = plain(place.line.text)
    name = bare(text)
    words = name.split()
    known = signs.known(name)
    found = {
        "bias": 1.0,
        "colon": float(text.endswith((":", ":;"))),
        "question": float(bool(text.endswith("?") or _QUESTION.match(text))),
        "words over four": float(max(0, len(words) - 4)),
        "one word": float(len(words) == 1),
        "verb": float(bool(VERB.search(name))),
        "lower case": float(bool(words) and words[0][:1].islower()),
        "all capitals": float(name.isupper() and len(name) > 4),
        "every word capital": float(len(words) > 1 and all(not w[:1].islower() for w in words if len(w) > 3)),
        "comma": float("," in name or ";" in name or "/" in name),
        "full stop": float(text.endswith((".", "!"))),
        "digit": float(bool(DIGIT.search(name))),
        "arrow": float("->" in text or "→" in text or "=" in text),
        "bold": float(bool(BOLD.match(place.line.text))),
        "parenthesis": float(bool(PARENTHESES.search(text)) and len(words) <= 5),
        "known": float(known),
        "known, not in a list": float(known and not place.below_lead_in and place.line.marker is not Marker.BULLET),
        "below a lead-in": float(place.below_lead_in),
        "transparent": float(signs.transparent(name)),
        "lead-in": float(signs.lead_in(name)),
        "begins with a verb": float(bool(words) and is_verb(words[0].lower()) and not known),
        "begins with an article": float(
            bool(words) and words[0].lower() in ("a", "an", "the", "your", "this", "no", "all", "each")
        ),
        "first in section": float(place.first_in_section),
        "says the title again": float(place.title_above is not None and signs.same(place.title_above, name)),
        "names and expands": float(
            bool(PARENTHESES.search(text)) and len(words) <= 4 and any(True for _ in abbreviations(text.rstrip(":")))
        ),
    }
    found.update(_signs_above(place, known))
    found.update(_signs_below(place))
    return found


def _signs_above(place: Surroundings, known: bool) -> dict[str, float]:
    line, before = place.line, place.before
    marked = line.marker in (Marker.BULLET, Marker.NUMBER)
    return {
        "bullet": float(line.marker is Marker.BULLET),
        "number": float(line.marker is Marker.NUMBER),
        "blank before": float(line.blank_before > 0),
        "below a heading": float(place.title_above is not None),
        "below a heading, unknown": float(place.title_above is not None and not known),
        "after a bullet": float(before is not None and before.marker is Marker.BULLET and not marked),
        "short line above": float(
            before is not None and not line.blank_before and len(before.text.split()) <= 4 and not marked
        ),
        "inside a paragraph": float(
            before is not None and not line.blank_before and not marked and before.marker is line.marker
        ),
    }


def _signs_below(place: Surroundings) -> dict[str, float]:
    line, after = place.line, place.after
    if after is None:
        return {"nothing below": 1.0}
    marked = line.marker in (Marker.BULLET, Marker.NUMBER)
    deeper = after.indent > line.indent + 1
    return {
        "blank after": float(after.blank_before > 0),
        "bullets below": float(after.marker is Marker.BULLET and line.marker is not Marker.BULLET),
        "numbers below": float(after.marker is Marker.NUMBER and not marked),
        "deeper below": float(deeper),
        "same marker below": float(marked and after.marker is line.marker and not deeper),
        "plain below number": float(
            line.marker is Marker.NUMBER and after.marker is Marker.NONE and not after.blank_before
        ),
        "longer line below": float(len(after.text) > 2 * len(line.text) and not after.blank_before),
        "short line below": float(is_short(after, line) and not after.blank_before),
        "two short lines below": float(
            is_short(after, line)
            and not after.blank_before
            and place.later is not None
            and not place.later.blank_before
            and is_short(place.later, line)
        ),
        "label below": float(place.after_label is not None and not after.blank_before),
        "shallower below": float(after.indent < line.indent - 1),
    }


def heading_score(found: dict[str, float]) -> float:
    """The probability (0 to 1) that the line acts as a heading."""
    return probability("heading_signs", found)

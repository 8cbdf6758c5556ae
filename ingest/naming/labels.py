"""Does the label of "Label: explanation" name a thing of its own, or does it sum up a line about what is above it?

"Visibility timeout: how long a message stays hidden" is about the visibility timeout; "Cheap: pay per request" is about
the service above.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from graph.identity import slug
from graph.lexicon import is_transparent
from graph.names import Entry, is_ordinary
from graph.vocabulary import Kind
from ingest.outlining.lines import plain, split_label
from ingest.outlining.signs import probability
from ingest.terms import is_general, is_namelike, is_property, is_verb, may_title_a_step, names_a_thing, word_list
from ingest.values import Block, Marker

MAX_SAID_WORDS = 3
MAX_DESCRIPTION = 200
"""Characters of what is said of a thing."""
_SAYING = frozenset({"is", "are", "can", "has"})
_BREAKS_OFF = re.compile(
    r"\s+(?:has|have|contains?|includes?|provides?|offers?|comes? with|consists? of|are|supports?|needs?|requires?)$",
    re.IGNORECASE,
)
SAYS = re.compile(r"\s(?:instead of|rather than|->|=>|→)\s", re.IGNORECASE)
"""With one of these a label says something, and names nothing."""
UNLIKELY, LIKELY = 0.15, 0.75
"""Below the first, a line is about what is above it; from the second on, about its label; in between it is for both."""

_ARTICLE = re.compile(r"^(an?|the|any|each|every|one|this is)\b", re.IGNORECASE)
_VERB_START = re.compile(r"^(?!this\b|its\b|always\b|is\b|as\b|access\b)([a-z]{2,}[^s\W]s)\b", re.IGNORECASE)
_NUMBER_START = re.compile(r"^[~<>$]?\d|^(up to|max|min|default|between)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LabelledLine:
    """A label with what surrounds it. `known_part`: it is known as a part of a thing above; `names_section`: its
    explanation names the thing above.

    `labelled_share` is the share of labelled lines among its neighbours, `siblings_are_names` the share of the labels
    beside it that look like names; `holds_lines` whether lines hang below it.
    """

    label: str
    body: str
    sign: str
    marker: Marker
    known: bool
    known_part: bool
    known_service: bool
    begins_with_section: bool
    names_section: bool
    holds_lines: bool
    labelled_share: float
    siblings_are_names: float
    section_is_service: bool


BOLD_ANSWER = re.compile(r"(?:\*\*|__)([^*_\n]{2,60})(?:\*\*|__)(?=\s*(?:$|[,;.(!]))")
"""A name in bold type behind a label: "wide loads: **barge**, by day"."""


def signs_around(
    block: Block,
    entry: Entry | None,
    above: tuple[str, ...],
    *,
    holds_lines: bool,
    labelled_share: float,
    siblings_are_names: float,
    section_is_service: bool,
) -> LabelledLine:
    """A labelled block below the keys `above` it, with what its label is known as."""
    label, body = plain(block.label or ""), block.text[block.body_start :]
    sign = split_label(block.text, numbered=block.marker is Marker.NUMBER)
    section = above[0].rsplit("/", 1)[-1] if above else ""
    return LabelledLine(
        label=label,
        body=body,
        sign=sign.sign if sign else ":",
        marker=block.marker,
        known=entry is not None,
        names_section=bool(above) and section.replace("-", " ") in body.lower(),
        known_part=entry is not None and entry.owner in above,
        known_service=entry is not None and entry.kind is Kind.SERVICE,
        begins_with_section=bool(above) and slug(label).startswith(f"{section}-"),
        holds_lines=holds_lines,
        labelled_share=labelled_share,
        siblings_are_names=siblings_are_names,
        section_is_service=section_is_service,
    )


def is_filled(label: str, body: str, known: Callable[[str], Entry | None]) -> bool:
    """Whether a label is the place in the thing above that a product fills ("engine: Diesel"), and no part itself."""
    words = label.lower()
    is_role = words.rpartition(" ")[2] in word_list("roles")
    is_place = is_role or words in word_list("functions") or words in word_list("places for products")
    filled = known(plain(body).strip(" .")) if is_place and len(body.split()) <= MAX_SAID_WORDS else None
    return filled is not None and (filled.kind is Kind.SERVICE or (is_role and filled.kind is Kind.TECHNOLOGY))


def signs_of(line: LabelledLine) -> dict[str, float]:
    """The named signs that the label is a thing."""
    words = plain(line.label).split()
    body = plain(line.body)
    first = body.split()[0].lower() if body.split() else ""
    return {
        "bias": 1.0,
        "known name": float(line.known),
        "known service in a service's section": float(line.known_service and line.section_is_service),
        "begins with the section's name": float(line.begins_with_section),
        "may name a thing": float(names_a_thing(line.label)),
        "looks like a name": float(any(is_namelike(w) for w in words)),
        "noun of a property": float(not names_a_thing(line.label) and not line.known),
        "lower case": float(line.label[:1].islower()),
        "lower case, ordinary": float(line.label[:1].islower() and not line.known and is_ordinary(words[0].lower()))
        if words
        else 0.0,
        "one word": float(len(words) == 1),
        "more than three words": float(len(words) > 3),
        "no ordinary word": float(bool(words) and not any(is_ordinary(w.lower().strip("()")) for w in words)),
        "holds lines": float(line.holds_lines),
        "numbered, holds lines": float(line.holds_lines and line.marker is Marker.NUMBER),
        "neighbours are labelled": line.labelled_share,
        "siblings are names": line.siblings_are_names,
        "numbered": float(line.marker is Marker.NUMBER),
        "bullet": float(line.marker is Marker.BULLET),
        "full stop as sign": float(line.sign == "."),
        "dash as sign": float(line.sign == "-"),
        "equals as sign": float(line.sign == "="),
        "explanation names the section": float(line.names_section),
        "explained by itself": float(bool(words) and words[0].lower() in body.lower().split()[:8]),
        "explained with an article": float(bool(_ARTICLE.match(body))),
        "explained with a verb": float(bool(_VERB_START.match(body))),
        "explained with a number": float(bool(_NUMBER_START.match(body))),
        "explained with you": float(first in ("you", "can", "if", "when", "use", "it", "no", "not", "don't")),
        "below a service": float(line.section_is_service),
    }


def likelihood(line: LabelledLine) -> float:
    """How likely it is, 0 to 1, that the line is about its label.

    A known part of what is above is certain, and so is a number or a written name that holds lines, or words in bold.
    """
    if line.known_part and not is_property(line.label):
        return 1.0
    clear_holder = line.marker is Marker.NUMBER or any(is_namelike(word) for word in line.label.split())
    fits = names_a_thing(line.label) or (line.marker is Marker.NUMBER and may_title_a_step(line.label))
    if fits and ((line.holds_lines and clear_holder) or line.sign == "**"):
        return 1.0
    return probability("label_signs", signs_of(line))


def said_of(label: str) -> str:
    """The words before the verb of a label that is a sentence: "Harbour" of "Harbour keeps boats: …"."""
    words = label.split()
    for size in range(1, min(len(words), MAX_SAID_WORDS + 1)):
        word = words[size]
        if word in _SAYING or word in word_list("past") or (word.endswith("s") and is_verb(word)):
            return " ".join(words[:size])
    return ""


def definition(body: str) -> str | None:
    """What a label's explanation says of its thing, in so many characters; None for a lone word and what only begins
    with a sign or a figure."""
    words = plain(body)
    is_told = len(words.split()) > 1 and words[:1].isalpha()
    return words[:MAX_DESCRIPTION] if is_told else None


def before_verb(title: str) -> str:
    """The thing before the verb with which a title breaks off: "Night boats" of "Night boats need"; "" without one."""
    head = _BREAKS_OFF.sub("", title)
    is_thing = head != title and len(head.split()) <= MAX_SAID_WORDS and not (is_general(head) or is_transparent(head))
    return head if is_thing else ""

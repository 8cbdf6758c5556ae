"""Does a line act as a heading? Where one sign decides.

Fast typists write headings that Markdown does not know: a short line over bullets, a term with a colon, a numbered
term. Where no single sign decides, weak ones are added up (ingest.outlining.heading_signs).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from ingest.outlining.lines import DENYING, FROM_TO, Label, Line, plain
from ingest.terms import begins_as_deed, is_namelike, is_property, is_sentence, is_verb, names_a_thing
from ingest.values import Marker

IMPLICIT_LEVEL = 7
"""The rank of a heading that Markdown does not know."""
MAX_HEADING_WORDS, MAX_LEAD_IN_WORDS = 10, 4
MAX_REMARK_WORDS, MAX_NAME_WORDS = 6, 3
MIN_EXPLANATION = 2
"""Words in brackets; fewer are another name or a remark."""
_WHOLE_WORD = re.compile(r"\w+")
VERB = re.compile(
    r"\b((?:is|are|ca|wo|does|do)n'?t|is|are|was|were|has|have|had|can|cannot|will|would|should|must|may|might|does|do|"
    r"you|it|they|we|gets?|makes?|lets?|allows?|needs?|keeps?|takes?|gives?|goes|comes)\b",
    re.IGNORECASE,
)
_CONTRAST = re.compile(r"^[\w+#./@-]+(?: [\w+#./@-]+)? (?:vs\.?|versus) [\w+#./@-]+(?: [\w+#./@-]+)?$", re.IGNORECASE)
_BOUND = re.compile(r"\b(defaults?|max|min|up to)\b", re.IGNORECASE)
PARENTHESES = re.compile(r"\s*\([^()]*\)\s*:?$")
_SO_ON = ("etc", "etc.", "co", "co.")
_AND_SO_ON = re.compile(r"(?<=\w),?\s+(?:etc\.?|(?:&|and)\s+co\.?)$", re.IGNORECASE)
"""Behind a name it tells that the lines below are of its like, too."""
DIGIT = re.compile(r"\d")
_WORD = re.compile(r"\w")
BOLD = re.compile(r"^(\*\*|__)[^*_]+(\*\*|__):?$")


@dataclass(frozen=True, slots=True)
class Signs:
    """What the words of a line can tell beyond their looks; the outline is given these by the pipeline.

    `lists` tells whether a lead-in says that the items below it are parts or kinds.
    """

    known: Callable[[str], bool]
    whole: Callable[[str], bool]
    product: Callable[[str], bool]
    same: Callable[[str, str], bool]
    lead_in: Callable[[str], bool]
    lists: Callable[[str], bool]
    transparent: Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A candidate line with its neighbours; None where there is none before the next Markdown heading.

    `after_a_name`: the lines above it are a product's name and one line about that, so that names and lines take turns.
    """

    line: Line
    label: Label | None
    before: Line | None
    after: Line | None
    later: Line | None
    after_label: Label | None
    title_above: str | None
    below_lead_in: bool
    indented_below_title: bool
    first_in_section: bool
    after_a_name: bool


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """The name part of a heading line: no inline marks, no trailing colon, no trailing parenthesis."""
    words = plain(text)
    name = (PARENTHESES.sub("", words) if "(" in words else words).rstrip(" :;?").strip()
    return _AND_SO_ON.sub("", name) if name.endswith(_SO_ON) else name


def may_be_heading(line: Line, label: Label | None) -> bool:
    """Only a line without an explanation of its own, and not longer than a title, is looked at."""
    if label is not None and label.body_start < len(line.text):
        return False
    return (
        len(line.text.split()) <= MAX_HEADING_WORDS
        and bool(_WORD.search(line.text))
        and not line.text.startswith(("|", "http", "<", "--", *DENYING))
    )


def is_contrast(name: str) -> bool:
    """Whether a title only sets two things apart: "gen 1 vs gen 2"."""
    return bool(_CONTRAST.match(name)) and not VERB.search(name)


class _Looks(NamedTuple):
    """What a line that may be a heading looks like, above the line `after` it."""

    name: str
    after: Line
    known: bool
    colon: bool
    listed: bool
    signs: Signs

    @property
    def lead_in(self) -> bool:
        """Whether its words set a relation; not asked of lines that other signs decide."""
        return self.signs.lead_in(self.name)


def clear_case(place: Surroundings, signs: Signs) -> bool | None:
    """Where one sign does decide: no heading stands among its like; a colon over a list makes one."""
    name = bare(place.line.text)
    if place.title_above is not None and signs.same(place.title_above, name):
        return False
    if place.after is None:
        return None
    line, after = place.line, place.after
    listed = after.indent > line.indent + 1 or (after.marker is Marker.BULLET and line.marker is Marker.NONE)
    if _ends_list(place) or (_ends_sentence(line, name, signs) and not (listed and signs.lead_in(name))):
        return False
    colon = plain(line.text).endswith(":")
    looks = _Looks(name, after, signs.known(name), colon, listed, signs)
    found = _set_off(place, looks, signs)
    found = _over_what_follows(place, looks) if found is None else found
    if found is not None:
        return found
    if _says_or_lists(place, looks):
        return False
    if _holds_items(place, looks):
        return True
    return True if _leads(place, looks) else False if _is_none(place, looks, signs) else None


def _ends_sentence(line: Line, name: str, signs: Signs) -> bool:
    """Whether a line is what is left of a sentence that began on the line above: "you need MySQL or PostgreSQL."."""
    return line.text.endswith(".") and name[:1].islower() and " " in name and not signs.whole(name)


def _set_off(place: Surroundings, looks: _Looks, signs: Signs) -> bool | None:
    """By how a line is written and where it stands."""
    line, after = place.line, looks.after
    if (line.text.endswith("!") and not line.blank_before) or _tells(line):
        return False
    if place.after_a_name and not after.blank_before and signs.whole(looks.name):
        return True
    if BOLD.match(line.text) and line.marker is Marker.NONE and signs.whole(looks.name):
        return True
    if explains_in_brackets(line.text) and not after.blank_before and explains_in_brackets(after.text):
        return False
    return True if _is_set_off_name(place, signs, looks.name) or _has_remark(place, signs) else None


def _over_what_follows(place: Surroundings, looks: _Looks) -> bool | None:
    """By what stands right below a line."""
    line, after, name = place.line, looks.after, looks.name
    if after.blank_before:
        over_list = is_plain = False
    else:
        over_list, is_plain = looks.listed, line.marker is after.marker is Marker.NONE
    if is_contrast(name) and line.marker is Marker.NONE and not after.blank_before:
        return _goes_into(place, name)
    if looks.known and is_plain and line.text.istitle() and _EXPLAINS.match(after.text):
        return True
    joins = " + " in name or (", " in name and not over_list)
    if place.first_in_section and joins and not looks.colon:
        return False  # "ovens + bread" right below a title tells what it is or has
    if line.marker is Marker.NONE and _ASKS_WHAT.match(line.text) and not after.blank_before:
        return True
    return True if over_list and (looks.colon or _is_plain_title(line, name) or looks.lead_in) else None


def _is_plain_title(line: Line, name: str) -> bool:
    titled = bool(line.blank_before) and line.marker is Marker.NONE and line.text[:1].isupper()
    return titled and not VERB.search(name) and not line.text.endswith((".", "!")) and "," not in name


def _says_or_lists(place: Surroundings, looks: _Looks) -> bool:
    """Whether a line is one of a list, says something, or goes on with the title right above it."""
    line, after = place.line, looks.after
    is_item = line.marker in (Marker.BULLET, Marker.NUMBER) and after.marker is line.marker
    if is_item and after.indent <= line.indent + 1:
        return True
    if looks.colon or looks.listed or looks.known:
        return False
    if " than " in looks.name:
        return True  # "barges better than ferries"
    if place.title_above is not None and not is_namelike(looks.name):
        return True
    return is_sentence(looks.name) and not looks.lead_in


def _ends_list(place: Surroundings) -> bool:
    """Whether a line is the last of several items, right above plain text that stands as far out."""
    line, before, after = place.line, place.before, place.after
    if before is None or after is None or line.marker is Marker.NONE or line.blank_before:
        return False
    goes_on = before.marker is line.marker and before.indent == line.indent
    return goes_on and after.marker is Marker.NONE and after.indent <= line.indent


def _holds_items(place: Surroundings, looks: _Looks) -> bool:
    """Whether a bare noun in a list holds the deeper items right below it: they tell of what it names."""
    line, after, words = place.line, looks.after, looks.name.split()
    marked = (Marker.BULLET, Marker.NUMBER)
    holds = line.marker in marked and after.marker in marked and after.indent > line.indent + 1
    if not holds or after.blank_before or not 0 < len(words) <= MAX_NAME_WORDS or line.text.endswith((".", "!", "?")):
        return False
    is_said = VERB.search(looks.name) or DIGIT.search(looks.name) or is_verb(words[0].lower())
    return not is_said and "," not in looks.name and names_a_thing(looks.name)


def _leads(place: Surroundings, looks: _Looks) -> bool:
    """Whether a lead-in stands over what it announces."""
    if looks.after.blank_before or not looks.lead_in:
        return False
    is_brief = len(looks.name.split()) <= MAX_LEAD_IN_WORDS and is_short(looks.after, place.line)
    return is_brief or _is_enumeration(looks.after.text) or _asks(place)


def _is_none(place: Surroundings, looks: _Looks, signs: Signs) -> bool:
    """Whether a line without a colon is a remark, an item or a deed."""
    words = looks.name.split()
    if looks.colon or (FROM_TO.match(looks.name) and not looks.listed):
        return not looks.colon
    if (len(words) > 2 and _BOUND.search(looks.name)) or (not looks.listed and _is_item(place, looks, signs)):
        return True
    return any(signs.lead_in(" ".join(words[:size])) for size in range(2, len(words)))


def _is_item(place: Surroundings, looks: _Looks, signs: Signs) -> bool:
    """Whether a line that has nothing listed below it is one of several lines, or a deed."""
    is_for = " for " in looks.name and signs.known(looks.name.partition(" for ")[0])  # "cranes for coal"
    amid = not place.line.blank_before and (is_for or _CODE_FIRST.match(looks.name))
    if amid or place.indented_below_title or place.below_lead_in or _among_short_lines(place, looks.known):
        return True
    return is_property(looks.name) or (not looks.known and begins_as_deed(looks.name))


_CODE_FIRST = re.compile(r"(?:`|\.[a-z]|--?[a-z]|[a-z]+_[a-z_]+\b).* ")
_ASKS_WHAT = re.compile(
    r"(?:and )?what(?:'s| is| are)(?: an?| the)?(?: (?!is\b|used\b|it\b|they\b)\S+){1,2}\?$", re.IGNORECASE
)
_EXPLAINS = re.compile(r"(?:used (?:to|for|by)|is|are|an?|allows?|lets|helps) \w", re.IGNORECASE)
"""How a line begins that tells what the name right above it is or does."""


def _goes_into(place: Surroundings, name: str) -> bool:
    """Whether what follows two sides set apart deals with them: it is set off, listed, or has a word of them."""
    after = place.after
    if after is None or place.line.blank_before or place.first_in_section or after.marker is not place.line.marker:
        return True
    words = set(_WHOLE_WORD.findall(after.text.lower()))
    return after.indent > place.line.indent or not words.isdisjoint(_WHOLE_WORD.findall(name.lower()))


def _tells(line: Line) -> bool:
    """Whether a line says with a verb in small letters what the thing above does: "keeps keys"."""
    first = line.text.split(None, 1)[0]
    is_doing = first.islower() and first.endswith("s") and " " in line.text and is_verb(first)
    return is_doing and not plain(line.text).endswith(":")


def explains_in_brackets(text: str) -> bool:
    """Whether a line is a few words and their explanation in brackets: "Tender (carries coal and water)"."""
    opens = text.find("(")
    return opens > 0 and text.endswith(")") and len(text[opens:].split()) > MIN_EXPLANATION


def _is_set_off_name(place: Surroundings, signs: Signs, name: str) -> bool:
    """Whether a product's name stands alone behind a blank line, over lines that are no such names themselves."""
    line, after = place.line, place.after
    if after is None or after.blank_before or not line.blank_before or line.marker is not Marker.NONE:
        return False
    is_name = signs.whole(name) or (signs.known(name) and " " in name and all(w[:1].isupper() for w in name.split()))
    return is_name and not signs.whole(bare(after.text)) and not signs.lead_in(name)


def _has_remark(place: Surroundings, signs: Signs) -> bool:
    """Whether a product's name and a few words about it stand alone between blank lines: "Ferry, the one for cars"."""
    line, after = place.line, place.after
    alone = line.blank_before and line.marker is Marker.NONE and after is not None and after.blank_before
    name, _, remark = line.text.partition(", ")
    is_short = 0 < len(remark.split()) <= MAX_REMARK_WORDS and not DIGIT.search(remark) and "," not in remark
    return bool(alone) and is_short and not line.text.endswith(".") and signs.whole(name) and signs.product(name)


def is_short(other: Line, line: Line) -> bool:
    """Whether a neighbour is as short as an item of a list without markers."""
    return other.marker is line.marker and len(other.text.split()) <= 5 and not other.text.endswith(":")


def _is_enumeration(text: str) -> bool:
    """Whether a line is a list in one row: three parts and more, each a few words long."""
    parts = [part.split() for part in text.split(",")]
    return len(parts) > 2 and all(0 < len(part) <= 5 for part in parts) and not VERB.search(text)


def _asks(place: Surroundings) -> bool:
    """Whether a line is a question with plain answers below it; what is asked with "why" is answered in sentences."""
    line, after = place.line, place.after
    text = plain(line.text)
    is_question = line.marker is Marker.NONE and text.endswith("?") and not text.lower().startswith("why")
    return is_question and after is not None and place.after_label is None and not after.text.endswith((":", "."))


def _among_short_lines(place: Surroundings, known: bool) -> bool:
    """Whether the line stands in a run of short lines without markers, which is a list and no heading."""
    line, before, after, later = place.line, place.before, place.after, place.later
    below = [
        other for other in (after, later) if other is not None and not other.blank_before and is_short(other, line)
    ]
    above = before is not None and not line.blank_before and place.title_above is None and is_short(before, line)
    return line.marker is Marker.NONE and (len(below) == 2 or (above and (bool(below) or not known)))


def surroundings(
    lines: Sequence[Line],
    labels: Sequence[Label | None],
    index: int,
    *,
    first: bool,
    title_above: str | None,
    below_lead_in: bool,
    indented_below_title: bool,
    after_a_name: bool,
    last: bool,
) -> Surroundings:
    """A line of the sequence with its neighbours, looking at nothing beyond the section's borders."""
    return Surroundings(
        line=lines[index],
        label=labels[index],
        before=None if first else lines[index - 1],
        after=None if last else lines[index + 1],
        later=None if last or index + 2 >= len(lines) else lines[index + 2],
        after_label=None if last else labels[index + 1],
        title_above=title_above,
        below_lead_in=below_lead_in,
        indented_below_title=indented_below_title,
        first_in_section=first,
        after_a_name=after_a_name,
    )

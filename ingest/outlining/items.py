"""Items of a list that begin with the name of a thing: "Cold, 90 days at least", "Hot (default)", "device code -> TVs".

Below "Tiers" or "grants" each item is a thing, and what stands behind its name is said of it, whatever the sign between
the two. Lines with a colon or a dash have their label already; these get theirs here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from graph.names import is_ordinary, singular
from ingest.outlining.headings import IMPLICIT_LEVEL, Signs, bare
from ingest.outlining.lines import plain
from ingest.outlining.open_blocks import MARKED
from ingest.terms import begins_as_deed, is_sentence, is_verb, may_title_a_step, names_a_thing, word_list
from ingest.values import Block, Role

MIN_ITEMS = 2
MAX_HEAD_WORDS = 4
MAX_TITLE_WORDS = 4
_HEAD = re.compile(
    r"(?P<head>[^\W\d_`'\"][^,;:()=→]*?|`[^`]+`)"
    r"(?:\s+(?=\((?![A-Z]\w*\)))|\s*(?:[-=]>|→|⇒)\s*|,\s+(?=\d|[<>≤≥~$]"
    r"|(?:for|only|when|if|in|on|at|by|with|without|not|no|never|the|an?|default|max|min|up|one|two|three|same|like|since"
    r"|each|every|can|is|has|as|to|from|but|also|mostly|mainly)\b))"
)

_BRACKET = re.compile(
    r"(?P<head_all>(?P<marks>\*\*|__|~~|`)?(?P<head>[A-Za-z][\w.+#-]*(?: [\w.+#-]+){0,3})(?(marks)(?P=marks))\s+)"
    r"\((?P<first>[a-z][a-z'-]*)(?:\s+(?P<second>[a-z]+))?[^()]*\)$"
)
_FIGURE_LAST = re.compile(r"\s\d+(?:[a-z]+|%)$", re.IGNORECASE)
"""With its unit it tells how much there is of something: "draught 9m, max 12"."""
_SAYING = frozenset({"instead", "use", "is", "are", "was", "were", "can", "has", "does", "written", "built", "based"})
"""Begins what a bracket says of the name before it."""
_ITEM = r"[\w`*.+#@-]+(?: [\w`*.+#@-]+)?"
_CLASS = re.compile(
    rf"(?P<label>(?:[A-Za-z-]+ ){{0,2}}(?P<noun>[A-Za-z]+s)) (?P<first>[\w`*.+#@-]+)(?: [\w`*.+#@-]+)?"
    rf"(?:\s*[,/]\s*(?:and |or )?{_ITEM}){{2,12}}(?:\s*\([^()]*\))?\.?$"
)
"""A plural, and the names of three things and more, up to the end of the line."""
_NO_NAME = re.compile(r"(?:no|not|by|in|on|at|for|if|when|with|without|from|to|as|of|only|up)\b|\w+ly$", re.IGNORECASE)
_ARROW = re.compile(r"[-=]>|→|⇒")
_ONE_ARROW = re.compile(r"(\s*(?:[-=]>|→|⇒)\s*)")
"""A second one in a line makes a chain, or a row of pairs."""


def with_item_heads(blocks: Sequence[Block], signs: Signs) -> tuple[Block, ...]:
    """The blocks, with labels for the items of lists whose title says that they are things."""
    below: dict[int, list[Block]] = defaultdict(list)
    for block in blocks:
        if block.parent is not None and block.role is Role.CONTENT:
            below[block.parent].append(block)
    found = {b.index: told for b in blocks if b.label is None and (told := _told_in_brackets(b, signs)) is not None}
    content = (block for block in blocks if block.role is Role.CONTENT and ("," in block.text or "/" in block.text))
    found |= {block.index: labelled for block in content if (labelled := _unsigned(block)) is not None}
    found |= {b.index: told for b in blocks if b.label is None and (told := _told_by_arrow(b, signs)) is not None}
    for parent, items in below.items():
        if len(items) >= MIN_ITEMS and _names_a_class(blocks[parent], signs):
            found.update((item.index, labelled) for item in items if (labelled := _labelled(item)) is not None)
    return tuple(found.get(block.index, block) for block in blocks)


def _told_in_brackets(item: Block, signs: Signs) -> Block | None:
    """An item of a list with its head as its label, where a bracket ends it that says what it does or came to.

    "Jetty (carries cars)", "**Jetty** (closed, take the pier)".
    """
    is_item = item.role is Role.CONTENT and item.marker in MARKED and item.text.endswith(")")
    match = _BRACKET.match(item.text) if is_item else None
    if match is None:
        return None
    first, head = match["first"].lower(), match["head"]
    is_said = (is_verb(first) and first.endswith("s") and not first.endswith("ss")) or first in _SAYING
    is_new = names_a_thing(head) or not is_ordinary(head.lower())
    is_name = signs.whole(head) or (head[:1].isupper() and is_new and not begins_as_deed(head))
    is_told = is_said or (f"{first} {match['second'] or ''}".strip() in word_list("gone")) or first in word_list("gone")
    return replace(item, label=head, body_start=match.end("head_all"), term=True) if is_name and is_told else None


def _told_by_arrow(item: Block, signs: Signs) -> Block | None:
    """An item with the known name before its only arrow as its label, where what follows is a list of what is told of
    it, and none of where something goes: "barge -> 9 m, flat deck, no sails"."""
    head, sign, told = _ONE_ARROW.split(item.text, 1) if _ONE_ARROW.search(item.text) else (item.text, "", "")
    pieces = [piece.strip(" .") for piece in told.split(",")]
    is_list = item.role is Role.CONTENT and item.marker in MARKED and len(pieces) > 1 and not _ARROW.search(told)
    if not is_list or not signs.whole(head.strip("` *")) or all(map(signs.whole, pieces)):
        return None
    is_told = told[:1].islower() or told[:1].isdigit()
    return replace(item, label=plain(head.strip()), body_start=len(head + sign), term=True) if is_told else None


def _unsigned(item: Block) -> Block | None:
    """The line with its class as a label, where the names of what there is of that follow without a sign."""
    match = _CLASS.match(item.text) if item.label is None else None
    if match is None or match["noun"].lower() not in word_list("class nouns"):
        return None
    first = match["first"].lower()
    if any(first in word_list(name) for name in ("no nouns", "openers", "auxiliaries", "past")):
        return None
    return replace(item, label=match["label"], body_start=match.end("label") + 1)


def _names_a_class(title: Block, signs: Signs) -> bool:
    """Whether the title of a list is a noun in the plural, or says in another way that the items are parts or kinds."""
    text = bare(title.label or title.text) if title.body_start in (0, len(title.text)) else ""
    words = text.lower().split()
    if not words or len(words) > MAX_TITLE_WORDS or signs.whole(text) or title.level in range(1, IMPLICIT_LEVEL):
        return False
    plural = singular(words[-1]) != words[-1] and (len(words) == 1 or not is_verb(words[0]))
    if len(words) > 1 and text.istitle() and words[-1] not in word_list("class nouns"):
        plural = False  # "Night Ferries" may be one thing's name
    return signs.lists(text) or (plural and title.role is not Role.LEAD_IN)


def _labelled(item: Block) -> Block | None:
    """The item with the name at its beginning as its label; None where it has one, or begins with no name."""
    match = _HEAD.match(item.text) if item.label is None else None
    head = match["head"].strip() if match is not None else ""
    if match is None or _ARROW.search(item.text, match.end()) or not 0 < len(head.split()) <= MAX_HEAD_WORDS:
        return None
    if begins_as_deed(head) or is_sentence(head) or _NO_NAME.match(head) or _FIGURE_LAST.search(head):
        return None
    is_name = names_a_thing(head) or may_title_a_step(head)
    return replace(item, label=plain(head), body_start=match.end(), term=True) if is_name else None

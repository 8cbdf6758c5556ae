"""Items of a list that begin with the name of a thing: "Cold, 90 days at least", "Hot (default)", "device code -> TVs".

Below "Tiers" or "grants" each item is a thing, and what stands behind its name is said of it, whatever the sign between
the two. Lines with a colon or a dash have their label already; these get theirs here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from graph.names import singular
from ingest.outlining.headings import IMPLICIT_LEVEL, Signs, bare
from ingest.outlining.lines import plain
from ingest.terms import begins_as_deed, is_sentence, is_verb, may_title_a_step, names_a_thing
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

_NO_NAME = re.compile(r"(?:no|not|by|in|on|at|for|if|when|with|without|from|to|as|of|only|up)\b|\w+ly$", re.IGNORECASE)
_ARROW = re.compile(r"[-=]>|→|⇒")
"""A second one in a line makes a chain, or a row of pairs."""


def with_item_heads(blocks: Sequence[Block], signs: Signs) -> tuple[Block, ...]:
    """The blocks, with labels for the items of lists whose title says that they are things."""
    below: dict[int, list[Block]] = defaultdict(list)
    for block in blocks:
        if block.parent is not None and block.role is Role.CONTENT:
            below[block.parent].append(block)
    found: dict[int, Block] = {}
    for parent, items in below.items():
        if len(items) >= MIN_ITEMS and _names_a_class(blocks[parent], signs):
            found.update((item.index, labelled) for item in items if (labelled := _labelled(item)) is not None)
    return tuple(found.get(block.index, block) for block in blocks)


def _names_a_class(title: Block, signs: Signs) -> bool:
    """Whether the title of a list is a noun in the plural, or says in another way that the items are parts or kinds."""
    text = bare(title.label or title.text) if title.body_start in (0, len(title.text)) else ""
    words = text.lower().split()
    if not words or len(words) > MAX_TITLE_WORDS or signs.whole(text) or title.level in range(1, IMPLICIT_LEVEL):
        return False
    plural = singular(words[-1]) != words[-1] and (len(words) == 1 or not is_verb(words[0]))
    return signs.lists(text) or (plural and title.role is not Role.LEAD_IN)


def _labelled(item: Block) -> Block | None:
    """The item with the name at its beginning as its label; None where it has one, or begins with no name."""
    match = _HEAD.match(item.text) if item.label is None else None
    head = match["head"].strip() if match is not None else ""
    if match is None or _ARROW.search(item.text, match.end()) or not 0 < len(head.split()) <= MAX_HEAD_WORDS:
        return None
    if begins_as_deed(head) or is_sentence(head) or _NO_NAME.match(head):
        return None
    is_name = names_a_thing(head) or may_title_a_step(head)
    return replace(item, label=plain(head), body_start=match.end(), term=True) if is_name else None

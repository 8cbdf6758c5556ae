"""What a thing is for beyond a figure: "applies to cargo > 4 t" tells the least that it takes, and is no condition."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.quantities.grammar import Quantity
from graph.vocabulary import Bound
from ingest.values import Clause

_LOOK_BACK = 80
_TAKES_BEYOND = re.compile(
    r"(?:^|[,;.:]\s+)(?:(?:it|this|is|are|can be|only|mainly|also|mostly)\s+)*"
    r"(?:appl(?:y|ies) to|(?:used|use|meant|made|needed|required|intended|designed) (?:only )?(?:for|to)|for|only)"
    r"\s+(?:[a-z-]+\s+){1,4}?"
    r"(?:>=?|over|above|beyond|(?:larger|bigger|longer|heavier|greater|of more|more)\s+than)\s*~?\s*$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\s*(?:(?:in|of) (?:size|length|weight)|long|each|only|or more)?\s*(?:[.;]|$)", re.IGNORECASE)


def least_taken(clause: Clause, quantity: Quantity) -> Quantity:
    """The quantity as the least that a thing is for, where the clause says so; else as it was read.

    "for cargo over 4 t take the barge" goes on, and tells when to take something else.
    """
    if not quantity.conditional or quantity.unit is None or _ENDS.match(clause.text, quantity.end) is None:
        return quantity
    before = clause.text[max(0, quantity.start - _LOOK_BACK) : quantity.start]
    if _TAKES_BEYOND.search(before) is None:
        return quantity
    return replace(quantity, bound=Bound.MIN, conditional=False, said=True)

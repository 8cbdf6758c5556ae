"""A figure of a text with what it counts or measures, and a quantity, which is a figure with what it says."""

from __future__ import annotations

from dataclasses import dataclass

from graph.vocabulary import Bound


@dataclass(frozen=True, slots=True)
class Figure:
    """`first`:`after` are its tokens, unit and "per" included; `core` is the token behind figure and unit.

    `style` is unit, counted (a noun is the unit), bare, interval ("every second") or port. `head` is the counted
    noun's last word. `approximate` marks "17ish", "~3"; `open_end` "10+".
    """

    first: int
    after: int
    core: int
    value: float
    unit: str | None = None
    style: str = "bare"
    head: str = ""
    rate: str | None = None
    scope: str | None = None
    approximate: bool = False
    open_end: bool = False
    spelled: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with what it says. `start` and `end` are offsets in the text (figure and unit).

    `unit` is normalised (None for a bare number); `scope` keeps the qualifier ("per region"). `words` say what is
    measured, from `name_start` to `name_end`; they may be empty. `link` is the word right before the figure ("every",
    "after"), "" without one. `said` is false where `bound` is only assumed. `conditional` marks the threshold of a
    condition, which is no limit. `behind` are the words behind the figure that may name it where `words` do not.
    """

    start: int
    end: int
    value: float
    unit: str | None
    bound: Bound
    scope: str | None
    words: str
    name_start: int
    name_end: int
    rule: str
    link: str = ""
    said: bool = False
    conditional: bool = False
    behind: str = ""

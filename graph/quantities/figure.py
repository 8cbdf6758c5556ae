"""A figure of a text with what it counts or measures."""

from __future__ import annotations

from dataclasses import dataclass


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

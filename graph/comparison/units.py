"""One unit for quantities that measure the same: what "4 days" and "12 h" are on one scale.

A week has 7 days, a month 30, a year 365; a kilobyte has 1,024 bytes, as in most notes on computers.
"""

from __future__ import annotations

from collections.abc import Sequence

SCALES: dict[str, dict[str, float]] = {
    "time": {
        "ns": 1e-9,
        "us": 1e-6,
        "ms": 1e-3,
        "s": 1,
        "min": 60,
        "h": 3600,
        "days": 86_400,
        "weeks": 604_800,
        "months": 2_592_000,
        "years": 31_536_000,
    },
    "size": {"B": 1, "KB": 2**10, "MB": 2**20, "GB": 2**30, "TB": 2**40, "PB": 2**50, "EB": 2**60},
    "bits": {"bits/s": 1, "Kbit/s": 1e3, "Mbit/s": 1e6, "Gbit/s": 1e9, "Kbps": 1e3, "Mbps": 1e6, "Gbps": 1e9},
    "money": {"cents": 0.01, "USD": 1},
    "frequency": {"Hz": 1, "MHz": 1e6, "GHz": 1e9},
}
_OF = {unit: (dimension, factor) for dimension, units in SCALES.items() for unit, factor in units.items()}
_PER = {"s": "s", "min": "min", "h": "h", "hour": "h", "day": "days", "week": "weeks", "month": "months"}


def scale_of(unit: str | None) -> tuple[str, float]:
    """What a unit measures and how many of the smallest common measure it is; an unknown unit measures itself."""
    if not unit:
        return "", 1.0
    if unit in _OF:
        return _OF[unit]
    counted, slash, per = unit.rpartition("/")
    if slash and per in _PER:
        seconds = _OF[_PER[per]][1]
        dimension, factor = scale_of(counted)
        return f"{dimension} a second", factor / seconds
    return unit.lower(), 1.0


def same_scale(values: Sequence[tuple[float, str | None]]) -> list[tuple[float, str | None]]:
    """The values in one of their own units: the largest in which all are whole, else the smallest.

    They have to measure the same (scale_of).

    >>> same_scale([(4, "days"), (12, "h")]), same_scale([(14, "days"), (1, "weeks")])
    ([(96, 'h'), (12, 'h')], [(14, 'days'), (7, 'days')])
    """
    units = sorted({unit for _, unit in values}, key=lambda unit: (-scale_of(unit)[1], unit or ""))
    for unit in units:
        converted = [(_converted(value, own, unit), unit) for value, own in values]
        if all(float(value).is_integer() for value, _ in converted) or unit == units[-1]:
            return converted
    return list(values)


def _converted(value: float, own: str | None, unit: str | None) -> float:
    if own == unit:
        return value
    exact = value * scale_of(own)[1] / scale_of(unit)[1]
    return float(f"{exact:.12g}")

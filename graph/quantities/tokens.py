"""Tokens of a text for the grammar of quantities: figures, words and signs, with their offsets."""

from __future__ import annotations

import re
from typing import NamedTuple

_TOKEN = re.compile(
    r"""
    (?P<link>(?:https?://|www\.|arn:)\S+ | (?<![\w.])/\w[\w.-]*(?:/[\w.-]+)+
      | (?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:/\d{1,2})?(?![\w.]*\d))  # 10.0.0.0/16
  | (?P<code>`[^`\n]*`)
  | (?P<number>(?P<currency>[$€£]\s?)?
      (?P<digits>
          \d{1,3}(?:[,’']\d{3})+(?!\d)(?:\.\d+)?  # 16,000
        | \d{1,3}(?:\.\d{3}){2,}(?![\d.]) | [1-9]\d{0,2}\.000(?!\d|\.\d) | [1-9]\d{0,2}(?:[ ]000)+(?!\w)
        | \d+,\d{1,2}(?=\s?(?:%|€|\$|[kmgt]?i?b(?!\w)|m?s(?!\w)|secs?|min|h(?!\w)|hours?|eur))  # 99,95 %
        | 0,\d+(?!\d|,\d)
        | \d+(?:\.\d+)?)
      (?P<glued>%|[A-Za-zµ]+)?)
  | (?P<arrow>->|=>|→|⇒)
  | (?P<dots>\.\.+|…)
  | (?P<compare><=|>=)
  | (?P<word>[wW]/(?=\s)|[^\W\d](?:\w|[.'’\-/+&](?=\w))*)
  | (?P<sign>\S)
    """,
    re.VERBOSE,
)
_GROUPED = re.compile(r"\d{1,3}(?:[,’' .]\d{3})+")

_DECIMAL_COMMA = re.compile(r"0,\d+|\d+,\d{1,2}")


class Token(NamedTuple):
    """`kind` is the name of the group that matched; `low` is the text in lower case; `value` that of a figure."""

    kind: str
    start: int
    end: int
    text: str
    low: str
    value: float = 0.0
    glued: str = ""
    currency: str = ""

    @property
    def is_plain(self) -> bool:
        """A figure without currency and without letters at its end."""
        return self.kind == "number" and not self.glued and not self.currency


def _figure(digits: str) -> float:
    if _DECIMAL_COMMA.fullmatch(digits):
        return float(digits.replace(",", "."))
    whole, _, _ = digits.rpartition(".")
    if "." in digits and _GROUPED.fullmatch(digits) and (digits.endswith(".000") or whole.count(".")):
        return float(digits.replace(".", ""))
    for mark in ",’' ":
        digits = digits.replace(mark, "")
    return float(digits)


def tokens_of(text: str) -> list[Token]:
    """All tokens in order. Figures inside words ("gp2", "HTTP/2", "t3.micro"), links, paths and code are none."""
    found = []
    for match in _TOKEN.finditer(text):
        kind, written = match.lastgroup or "sign", match[0]
        start, end = match.span()
        if kind == "number":
            value, glued, currency = _figure(match["digits"]), match["glued"] or "", (match["currency"] or "").strip()
            found.append(Token(kind, start, end, written, written.lower(), value, glued, currency))
        else:
            found.append(Token(kind, start, end, written, written.lower()))
    return found

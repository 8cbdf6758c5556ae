"""How the names and numbers of errors are written."""

from __future__ import annotations

import re

_WENT_WRONG = (
    "failed|exceeded|denied|not_?found|refused|unavailable|exhausted|throttled|rejected|forbidden|unauthorized"
)
ERROR = re.compile(
    r"(?<![\w.$,-])(?:(?:HTTP |status |code |error )?[45]\d\d"
    r"(?![\d,.%]\d|\d|%|\s*(?i:[kmgt]i?b|ms|s|secs?|mins?|hours?|days?|tps|iops|words?|requests|nodes|bytes|characters)\b)"
    r"|[A-Z]+(?:_[A-Z]+)+\b|[a-z]+(?:_[a-z]+)*_exception\b|[A-Z]{4,}\b(?=\s+error\b)"
    r"|(?:E|ORA-|SQLSTATE )\d{4,5}\b"
    r"|(?:Insufficient|TooMany|NoSuch|Malformed|OutOf|Throttled|Unauthorized)(?:[A-Z][a-z]+)+\b"
    r"|[A-Z]\w*(?:Exception|Error|Fault|Warning|BackOff|Backoff)s?\b|OOMKilled\b|E[A-Z]{6,}\b(?!\s+(?:lock|access|mode|use)\b)|[A-Z]+FAIL\b|[A-Z]{2,}DOMAIN\b"
    rf"|(?!max|min)[A-Za-z]+(?:(?<=[a-z])(?=[A-Z])|_)(?i:{_WENT_WRONG})\b|invalid_[a-z_]+\b)"
)
"""Names and numbers of errors."""

"""Words that are written as names: in code, with capitals or signs inside, options, settings, variables, files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from graph.names import is_ordinary
from ingest.terms import is_general, is_verb, names_a_thing, word_list

_OPTION = re.compile(r"--?[a-z][a-z-]{2,}")
_CODE = re.compile(r"(?<!`)`([^`\n]{2,40})`(?!`)")
_WRITTEN_NAME = re.compile(
    r"(?<![\w/.@-])(?:"
    r"[a-z]*[A-Z][a-z0-9]+[A-Z]\w*"  # camel case: CoreDNS, BatchGetItem, gRPC
    r"|[a-z]{2,}[A-Z][a-z]{2,}\w*"  # one hump: gcTime, createRoot
    r"|[a-z0-9]+_[a-z0-9_]*[a-z0-9]"  # snake case: max_connections
    r"|[a-z]{1,3}[A-Z]{2,}\w*"  # eBGP, vCPU
    r"|[A-Z][A-Z0-9]*(?:[-/][A-Z0-9]+)*[A-Z0-9](?:s(?![\w]))?"  # capitals: MSS, TCP/IP, EDNS0
    r")(?![\w@])"
)
_SIGNED = re.compile(
    r"(?<![\w`$-])(?:"
    r"--[a-z][a-z-]{2,}"  # an option: --no-wait
    r"|\$[A-Z][A-Z_]+"  # a variable: $HOME
    r"|[a-z]{2,}(?:\.[a-z]{2,}){2,}(?=\s*[=:\d]|\s(?:is|to|defaults?|dflt)\b)"  # a setting: max.poll.records 500
    r"|[a-z]{2,}\.[a-z]{4,}(?=(?:\s|\s?=\s?)\d)"  # buffer.memory 32MB
    r")(?![\w@/.`-])"
)
_QUOTED = re.compile(r"(?<!\w)[\"'“‘]([A-Za-z][a-z]+(?: [\w-]+){1,4})[\"'”’] ((?:[a-z]+ )?[a-z]+)\b")
_OPENING = re.compile(r"^([A-Za-z][\w-]{4,})\s+([a-z]+(?:n't)?)\b(?!\s*[:=])")
_SHOUTED = re.compile(r"^([A-Z]{3,})\s+([a-z]{2,}s)\s")
_BOLD = re.compile(
    r"(\*\*|__)(?P<name>[A-Za-z][\w./+-]*(?: [\w./+-]+)?)\1\s+(?P<remark>\([^()]*\)\s*)?(?:(?P<verb>[a-z]+(?:n't)?)\b)?"
)
_WHERE = ("in-", "on-", "off-", "out-", "per-", "multi-", "non-", "cross-", "low-", "high-")
"""How words begin that only describe: "in-memory store"."""
_HOSTS = ("www.", ".com", ".org", ".net", ".io")


def written_names(text: str) -> Iterator[tuple[int, int]]:
    """Where a text holds words that are written as names: code, camel case, capitals that are no shouted word."""
    for match in _CODE.finditer(text) if "`" in text else ():
        is_option = _OPTION.fullmatch(match[1]) is not None
        if is_option or (not match[1].startswith(("http", "-")) and 0 < len(match[1].split()) <= 3):
            yield match.start(1), match.end(1)
    for match in _WRITTEN_NAME.finditer(text):
        for start, end in _joined(match):
            word = text[start:end]
            shouted = word.lower() in word_list("shouted") or (word.isupper() and is_ordinary(word.lower()))
            if len(word) > 1 and not shouted and text[start - 1 : start] != "`":
                yield start, end
    yield from _signed(text)


def _joined(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The names that slashes join ("TCP/UDP"), or the one that they are a part of ("TCP/IP", "PS/2")."""
    parts = match[0].split("/")
    if match[0].lower() in word_list("slashed") or any(len(part) < 2 for part in parts):
        parts = [match[0]]
    start = match.start()
    for part in parts:
        yield start, start + len(part)
        start += len(part) + 1


def _signed(text: str) -> Iterator[tuple[int, int]]:
    """Options, variables, settings, files, and what is quoted before the noun of what a screen or a program shows."""
    if "--" in text or "$" in text or "." in text:
        for match in _SIGNED.finditer(text):
            if not match[0].startswith(_HOSTS[0]) and not match[0].endswith(_HOSTS[1:]):
                yield match.span()
    if "." in text:
        yield from (match.span() for match in _files().finditer(text))
    for match in _QUOTED.finditer(text) if any(sign in text for sign in "\"'“‘") else ():
        if not word_list("shown").isdisjoint(match[2].split()):
            yield match.span(1)


@cache
def _files() -> re.Pattern[str]:
    endings = "|".join(sorted(word_list("file endings")))
    return re.compile(rf"(?<![\w/@`.-])[\w-]++\.(?:{endings})(?![\w/`-])")


def opening_name(text: str) -> Iterator[tuple[int, int]]:
    """The first word of a text, where it is no ordinary one and a verb follows: "Fluentd ships node logs".

    An ordinary one has to be all in capitals: "COPY loads from a file".
    """
    if text.startswith(("**", "__")):
        yield from _emphasised(text)
    match = _OPENING.match(text)
    if match and (_is_said(match[2]) or (is_verb(match[2]) and not match[2].endswith("ed"))):
        word = match[1].lower().removeprefix("the")
        plain_word = word.endswith(("ly", "est", "nt")) or word.startswith(_WHERE) or is_ordinary(word) or is_verb(word)
        plain_word = plain_word or is_ordinary(match[1].lower())  # "These" is no "the" and "se"
        if not (plain_word or is_general(word)) and not any(word in word_list(n) for n in ("openers", "adjectives")):
            yield match.start(1), match.end(1)
    shouted = _SHOUTED.match(text)
    if shouted and is_verb(shouted[2]) and shouted[1].lower() not in word_list("shouted"):
        yield shouted.span(1)


def _emphasised(text: str) -> Iterator[tuple[int, int]]:
    """The name in bold type that opens a text, where a verb follows: "**mailer** sends the tickets"."""
    match = _BOLD.match(text)
    verb = (match["verb"] or "") if match else ""
    is_told = _is_said(verb) or (verb.endswith("s") and is_verb(verb))
    if match and (is_told or match[0].rstrip().endswith(")") or (verb and match["remark"])):
        word = match["name"].lower()
        if names_a_thing(word) and not any(word in word_list(name) for name in ("emphasis", "openers", "adjectives")):
            yield match.span("name")


def _is_said(word: str) -> bool:
    return word in word_list("auxiliaries") or word in word_list("predicates")

"""Plain words: which are too small, too vague or too general to name a thing, and which make a noun."""

from __future__ import annotations

import re

from ingest.terms import is_general, is_property, is_verb, names_a_thing, word_list

PORT = re.compile(r"ports? \d", re.IGNORECASE)
"""A number that something listens on, and no part of it."""
GENERAL = frozenset(
    [
        "script",
        "scripts",
        "files",
        "format",
        "code",
        "workload",
        "workloads",
        "application",
        "applications",
        "app",
        "apps",
        "use",
        "case",
        "cases",
        "purpose",
        "purposes",
        "processing",
        "traffic",
        "usage",
        "system",
        "systems",
        "service",
        "services",
    ]
)
PRONOUNS = frozenset(
    [
        "it",
        "them",
        "em",
        "you",
        "this",
        "that",
        "these",
        "those",
        "which",
        "they",
        "everything",
        "all",
        "both",
        "one",
        "us",
        "more",
        "itself",
        "anything",
        "nothing",
        "something",
        "others",
        "ones",
        "etc",
        "co",
        "users",
        "user",
        "lots",
        "so",
        "less",
        "be",
    ]
)
VAGUE = frozenset(
    [
        "needed",
        "required",
        "much",
        "risky",
        "whatever",
        "last",
        "latest",
        "previous",
        "order",
        "parallel",
        "sequence",
        "turn",
        "background",
        "bigger",
        "smaller",
        "larger",
        "higher",
        "lower",
        "longer",
        "newer",
        "later",
        "older",
        "better",
        "faster",
        "cheaper",
        "next",
        "another",
        "certain",
        "specific",
        "ability",
        "more",
        "lot",
        "sequence",
        "part",
        "parts",
        "way",
        "ways",
        "set",
        "number",
        "things",
        "possibility",
        "shorthand",
        "shortcut",
        "idea",
        "option",
        "hit",
        "steps",
        "stuff",
        "requirements",
        "own",
        "pain",
        "nightmare",
        "horror",
        "hell",
        "disaster",
    ]
)


def is_noun(text: str) -> bool:
    """Whether a few words may be a thing: no deed, no quality, no small or general words alone."""
    words = text.lower().split()
    if not words or is_general(text) or is_property(text) or " ".join(words) in GENERAL or "'" in text:
        return False
    if len(words) == 1:
        is_quality = words[0].endswith(("ly", "ial", "ous", "ful", "less")) or words[0] in word_list("openers")
        return not is_quality and (words[0].endswith("s") or not is_verb(words[0]))
    return names_a_thing(text)


def are_nouns(words: list[str]) -> bool:
    """Whether words behind a name make another name with it."""
    return all(
        word.isalpha()
        and not word.endswith("ly")
        and not is_verb(word)
        and word not in GENERAL
        and word not in ("no", "not", "never", "without")
        and word not in word_list("no heads")
        for word in (word.lower().strip("`*") for word in words)
    )


_WHERE_DONE = re.compile(r"\s(?:at|in) (?:rest|transit|flight|prod|production|dev|use)$")


def names_place(label: str) -> bool:
    """Whether a label names what anything may take another product for: "engine", "logs", "CI"."""
    words = label.lower().strip(" *_")
    if words.rpartition(" ")[2] in word_list("roles"):
        return True
    deed = _WHERE_DONE.sub("", words)
    return deed.rpartition(" ")[2] in word_list("functions") or words in word_list("places for products")

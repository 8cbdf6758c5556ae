"""What the title of a whole file says its notes are about: "My Ferry notes (messy)" are about Ferry."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from graph.lexicon import Lexicon
from graph.names import Entry, is_ordinary
from ingest.outlining.document_title import TOP, is_written_as_name, topic
from ingest.outlining.headings import bare
from ingest.terms import word_list
from ingest.values import Block, Role

MIN_SECTIONS = 2
_PARTS = re.compile(r"[^\W\d_]{2,}")
_FILES = frozenset({"readme", "index", "todo", "untitled", "draft", "inbox", "journal", "homelab", "infra"})
_FILES |= {"infrastructure", "stack", "services", "systems", "architecture", "setup", "glossary", "wiki"}
"""What a file is often called that is about no one thing."""
_IS_A = re.compile(
    r"(?:(?:it|this)(?:['’]?s| is)? |is )?an? (?:[\w-]+ ){0,3}?(?P<noun>[\w-]+)"
    r"(?=[.,;:]|$| (?:that|which|for|written|made|used|from|to|in|with|on|of)\b)",
    re.IGNORECASE,
)
"""The kind of thing that a first line gives: "a message broker written in Rust"."""


def is_named_again(title: str, blocks: Sequence[Block]) -> bool:
    """Whether a title is written as a name, and the notes below it name it again; as it is, where it is shouted."""
    same = title if title.isupper() else title.lower()
    texts = (block.text if title.isupper() else block.text.lower() for block in blocks if block.level != TOP)
    return is_written_as_name(title) and any(same in text for text in texts)


def thing_of(
    title: str, below: Sequence[Block], blocks: Sequence[Block], find: Callable[[str], Entry | None], lexicon: Lexicon
) -> Entry | str | None:
    """What notes are about by their title, all of it or but for the words that say that notes follow: a known thing, or
    the name of one that the notes name again, or describe right `below`.
    """
    about = topic(title)
    if (entry := find(title) or find(about)) is not None:
        return entry
    named = next((words for words in (title, about) if is_named_again(words, blocks)), None)
    return named or (about if is_described(about, below, lexicon) else None)


def only_says_notes_follow(title: str, blocks: Sequence[Block]) -> bool:
    """Whether the title of a file is no name of what its notes are about, nor named in them again."""
    times = sum(block.text.lower().count(title.lower()) for block in blocks if block.level != TOP)
    above = any(block.level == TOP and block.text == title for block in blocks)
    return not times and not (above and is_written_as_name(title) and topic(title) == title)


def is_described(title: str, below: Sequence[Block], lexicon: Lexicon) -> bool:
    """Whether a title is a name, and what stands right below it says what that is, or what it needs, does and is for:
    by the first line ("A message broker"), or by most titles and labels there ("Needs", "Use it for", "Triggers").
    """
    first = next((block for block in below if block.role is not Role.MARKUP), None)
    if first is None or not (_may_be_name(title) or _is_name_and_kind(title, lexicon)):
        return False
    kind = _IS_A.match(first.text) if first.role is Role.CONTENT else None
    if kind is not None and lexicon.names_kind(kind["noun"].lower()):
        return True
    sections = [bare(block.label or block.text) for block in below if block.role is Role.HEADING or block.label]
    telling = [t for t in sections if lexicon.lead_in(t) is not None or t.lower() in word_list("roles")]
    grouping = [text for text in sections if text in telling or lexicon.is_transparent(text)]
    return len(telling) >= MIN_SECTIONS and 2 * len(grouping) >= len(sections)


def _is_name_and_kind(title: str, lexicon: Lexicon) -> bool:
    """Whether a title is a name with a capital and the kind of thing that it is: "Tideline service"."""
    name, _, kind = title.rpartition(" ")
    return lexicon.names_kind(kind) and is_written_as_name(name)


def _may_be_name(title: str) -> bool:
    """Whether a title, or what a file is called, may name a thing: "looma", but neither "my-notes" nor a date."""
    words = _PARTS.findall(title.lower())
    if not words or not word_list("around a title").union(word_list("notes"), _FILES).isdisjoint(words):
        return False
    return is_written_as_name(title) or (" " not in title and not all(map(is_ordinary, words)))

"""What the title of a whole file says its notes are about: "My Ferry notes (messy)" are about Ferry."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.outlining.document_title import TOP, is_written_as_name, topic
from ingest.values import Block


def is_named_again(title: str, blocks: Sequence[Block]) -> bool:
    """Whether a title is written as a name, and the notes below it name it again; as it is, where it is shouted."""
    same = title if title.isupper() else title.lower()
    texts = (block.text if title.isupper() else block.text.lower() for block in blocks if block.level != TOP)
    return is_written_as_name(title) and any(same in text for text in texts)


def only_says_notes_follow(title: str, blocks: Sequence[Block]) -> bool:
    """Whether the title of a file is no name of what its notes are about, nor named in them again."""
    times = sum(block.text.lower().count(title.lower()) for block in blocks if block.level != TOP)
    above = any(block.level == TOP and block.text == title for block in blocks)
    return not times and not (above and is_written_as_name(title) and topic(title) == title)

"""Runs of labelled lines: where each label is a noun, they are more likely a list of parts than of remarks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ingest.terms import is_noun_ending, is_property, names_a_thing, word_list
from ingest.values import Block, Role

MIN_RUN = 3
"""Lines; a pair of labels that happen to be nouns is no list."""
MAX_LABEL_WORDS = 2


def parts_in_runs(blocks: Sequence[Block], groups: Callable[[str], bool]) -> frozenset[int]:
    """The blocks of each run whose labels are nouns. A label that `groups` lines elsewhere makes no run by itself."""
    found: set[int] = set()
    for run in _runs(blocks):
        if sum(not groups(block.label or "") for block in run) >= MIN_RUN:
            found.update(block.index for block in run)
    return frozenset(found)


def _runs(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    run: list[Block] = []
    end = 0
    for block in blocks:
        below = run and block.line_start == end + 1
        if below and block.parent == run[-1].index:
            end = block.line_end  # the label's explanation goes on
            continue
        is_part = _names_a_part(block)
        if not (is_part and below and block.parent == run[-1].parent):
            yield run
            run = []
        if is_part:
            run.append(block)
            end = block.line_end
    yield run


def _names_a_part(block: Block) -> bool:
    label = (block.label or "").lower()
    if block.role is not Role.CONTENT or not 0 < block.body_start < len(block.text):
        return False
    short = 0 < len(label.split()) <= MAX_LABEL_WORDS
    noun = short and (names_a_thing(label) or (" " not in label and is_noun_ending(label)))
    return noun and not is_property(label) and label not in word_list("fields")

"""Names that open a sentence in marks of their own: a link's brackets, the stars of bold type."""

from __future__ import annotations

from ingest.values import Block, Mention

_MARKS = (("[[", "]]"), ("**", "**"), ("__", "__"))
_SIZE = 2
_SENTENCE_ENDS = (". ", "; ", ".\n")


def with_marks(block: Block, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions of a block, those that open a sentence in marks together with these.

    "[[Tender]] carries coal" says of the tender what "Tender carries coal" says.
    """
    text = block.text
    if not any(opens in text for opens, _ in _MARKS):
        return mentions
    return tuple(_with_own(text, mention) for mention in mentions)


def _with_own(text: str, mention: Mention) -> Mention:
    start, end = mention.start, mention.end
    for opens, closes in _MARKS:
        opening = start - _SIZE
        if text.endswith(opens, 0, start) and text.startswith(closes, end) and _opens(text, opening):
            return mention._replace(start=opening, end=end + _SIZE)
    return mention


def _opens(text: str, start: int) -> bool:
    """Whether a sentence begins at a place."""
    return start == 0 or text.endswith(_SENTENCE_ENDS, 0, start)

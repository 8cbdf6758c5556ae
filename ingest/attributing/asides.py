"""What else a line may be about, where its place and its words leave a doubt or name a second thing.

The clause that gives the facts has one subject. A line is kept for a second one where a careful reader would look for
it there too: what it says to use or to avoid, another side of the title above it, the section that a paragraph goes on
with behind a blank line, and the section where a common word may only seem to be its subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.identity import bare_key
from graph.names import is_ordinary
from graph.text import tail
from graph.vocabulary import Kind
from ingest.attributing.openings import opening_names
from ingest.attributing.referring import Referring
from ingest.naming.name import Named
from ingest.terms import one_of, word_list
from ingest.values import Block, Clause, Role

_LACKED = re.compile(r"\b(?:no|not|without|w/o|never) (?:an? |the |any )?$", re.IGNORECASE)
_ADVISING = (*sorted(word_list("advice")), "can", "could", "should")
"""Words without which a clause advises nothing."""
_ADVICE = re.compile(rf"\b{one_of('advice')}\s+(?:{one_of('leading')}\s+)*`?-{{0,2}}$", re.IGNORECASE)
_CAN_USE = re.compile(r"(?:you|we) (?:can|could|should) (?:also )?[a-z]+ (?:the |an? )?$", re.IGNORECASE)


class Asides:
    """The further subjects of a document's clauses."""

    def __init__(self, named: Named) -> None:
        self.named, self.blocks = named, named.outline.blocks
        self.continued = continued(named)
        self.referring = Referring(named)
        self.known = frozenset(claim.key for claim in named.claims if claim.rule in ("pack", "alias"))

    def of(self, block: Block, clause: Clause, section: str) -> Iterator[str]:
        """The keys of what a clause may be about besides its subject; `section` is what stands above it."""
        if clause.subject != self.named.subjects[block.index]:  # else its own label says what the line is about
            yield from _advised(clause, self.named.contexts[block.index])
        yield from self._sides(block, clause)
        yield from opening_names(clause)
        joined = self.named.joined.get(block.parent, ()) if block.parent is not None else ()
        if clause.subject == section and section not in joined:
            yield from joined
        if clause.subject in self.named.topics and clause.mentions:
            yield clause.mentions[0].key
        if _is_common_word(clause):
            yield section
        yield from self._labelled_part(block, section)
        yield from self._wider(block, clause, section)
        yield from self.referring.of(block, clause)
        yield from (key for key, words in self.named.used.get(block.index, ()) if _is_told_of(words, clause.text))
        if clause.subject == section and block.index in self.continued:
            yield from self.named.contexts[block.index][:1]

    def _labelled_part(self, block: Block, section: str) -> Iterator[str]:
        """The part of the section that a label names together with other words: "default gauge, the usual: …"."""
        if block.label is None or self.named.subjects[block.index] is not None:
            return
        for mention in self.named.mentions[block.index]:
            if mention.end < block.body_start and mention.owner == section:
                yield mention.key

    def _wider(self, block: Block, clause: Clause, section: str) -> Iterator[str]:
        """What a clause's surroundings make it about besides.

        That is the opener of the line that it is indented below, the section where a mere idea took over as its
        subject, and what stands above the section where its title names that with other words.
        """
        if block.parent is not None and self.blocks[block.parent].role is Role.CONTENT:
            yield from filter(None, (self.named.openers.get(block.parent),))
        if clause.subject_span is not None and clause.subject_kind is Kind.CONCEPT:
            yield section
        if section not in self.known:
            yield from (key for key in self.named.contexts[block.index][1:] if _names(bare_key(section), bare_key(key)))

    def _sides(self, block: Block, clause: Clause) -> Iterator[str]:
        """The sides of the title above ("merge or rebase") that a clause names."""
        if not self.named.sides:
            return
        sides = self.named.sides.get(block.index, ())
        yield from sides
        parent = block.parent
        while parent is not None and not sides:
            sides = self.named.sides.get(parent, ()) if self.blocks[parent].role is Role.HEADING else ()
            parent = self.blocks[parent].parent
        yield from (mention.key for mention in clause.mentions if mention.key in sides)


def _names(title: str, name: str) -> bool:
    """Whether a title holds another name: "Importing cargo in the Harbour Office"."""
    return title != name and f"-{name}-" in f"-{title}-"


def _is_told_of(words: str, text: str) -> bool:
    """Whether a text has some words, and does not say that there is no such thing: "no mooring time"."""
    before, found, _ = text.partition(words)
    return bool(found) and _LACKED.search(before) is None


def _advised(clause: Clause, above: Sequence[str]) -> Iterator[str]:
    """What a clause says to use, to install or to avoid: a part, a product above, or any product that one can use."""
    text = clause.text.lower()
    may_advise = bool(clause.mentions) and any(word in text for word in _ADVISING)
    for mention in clause.mentions if may_advise else ():
        is_part = mention.kind in (Kind.FEATURE, Kind.CONCEPT)
        before = tail(clause.text, 0, mention.start)
        is_told = _ADVICE.search(before) if is_part or mention.key in above else None
        if is_told or (not is_part and _CAN_USE.match(before)):
            yield mention.key
            return


def _is_common_word(clause: Clause) -> bool:
    """Whether the clause's own words for its subject are one common word: "rollback slows it down"."""
    if clause.subject_span is None:
        return False
    start, end = clause.subject_span
    word = clause.text[start:end]
    word = word.lower() if start < 2 and word[1:].islower() else word  # its capital may be the line's
    by_notes = any(m.key == clause.subject and m.rule not in ("pack", "alias") for m in clause.mentions)
    plain_word = word.isalpha() and word.islower() and clause.text[max(0, start - 1) : start] != "`"
    return is_ordinary(word.lower()) or (plain_word and by_notes)


def continued(named: Named) -> dict[int, str]:
    """By block, the implicit heading's thing that a paragraph goes on with behind a blank line.

    It does where it names that thing, or a part that was named first below that heading; not where it opens with the
    section's own name.
    """
    found: dict[int, str] = {}
    over: set[int | None] = {None}
    first = _first_blocks(named)
    for paragraph in _paragraphs(named.outline.blocks):
        left = paragraph[0].left
        key = named.subjects[left] if left is not None and left not in over else None
        if left is None or key is None or not _goes_on(named, paragraph, left, key, first):
            over.add(left)  # a section that came back does not end again
        else:
            found.update((block.index, key) for block in paragraph)
    return found


def _paragraphs(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Blocks without a blank line between them, behind the same closed heading."""
    paragraph: list[Block] = []
    for block in blocks:
        if paragraph and (block.line_start != paragraph[-1].line_end + 1 or block.left != paragraph[-1].left):
            yield paragraph
            paragraph = []
        paragraph.append(block)
    if paragraph:
        yield paragraph


def _first_blocks(named: Named) -> dict[str, int]:
    """The first block that names each key, or is about it."""
    first: dict[str, int] = {}
    for index, (mentions, subject) in enumerate(zip(named.mentions, named.subjects, strict=True)):
        for key in (*(mention.key for mention in mentions), *filter(None, (subject,))):
            first.setdefault(key, index)
    return first


def _goes_on(named: Named, paragraph: list[Block], left: int, key: str, first: dict[str, int]) -> bool:
    in_heading = {m.key for m in named.mentions[left]}
    opening = {m.key for block in paragraph for m in named.mentions[block.index][:1] if m.start <= 1}
    if opening & set(named.contexts[left]) - in_heading:
        return False
    below = {m.key for block in _below(named, left) for m in named.mentions[block.index][:1]}
    new = {name for name in below if first[name] >= left}
    theirs = ({key} | in_heading | new) - set(named.contexts[left])
    return any(m.key in theirs for block in paragraph for m in named.mentions[block.index])


def _below(named: Named, heading: int) -> Iterator[Block]:
    """The lines right below an implicit heading; it and they stand together."""
    for block in named.outline.blocks[heading + 1 :]:
        if block.left is not None or block.level:
            return
        if block.parent == heading:
            yield block

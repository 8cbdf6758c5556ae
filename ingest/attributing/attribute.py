"""What each clause is about: from its place in the outline, or from the name in it that takes over as subject."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

from graph.identity import statement_id
from graph.vocabulary import PRODUCTS, Kind, RelationType
from ingest.attributing.asides import Asides
from ingest.attributing.asked import choice_offered, defined, needs
from ingest.attributing.cards import card_of
from ingest.attributing.clauses import (
    FOOTNOTE,
    OFFERED,
    Spans,
    behind_remark,
    cells_of,
    clause_spans,
    is_common_noun,
    label_of,
    lists_name,
    mentions_in,
    opens_as_subject,
    reaching_into,
    says_more,
    with_their_owners,
)
from ingest.attributing.doubting import is_left_open
from ingest.attributing.following import Following
from ingest.attributing.going_on import goes_on_with, praised
from ingest.attributing.holders import frame_of, is_nested, is_set_apart, names_part
from ingest.naming.joint import JointTitles
from ingest.naming.name import Named
from ingest.outlining.lines import plain, split_label
from ingest.terms import is_chatter
from ingest.values import Block, Choice, Clause, LeadIn, Marker, Mention, Role

_OBJECT_PRONOUN = re.compile(r"^(?:\S+\s+){1,5}(?:it|them)\b", re.IGNORECASE)
_TOLD_BY_PARTS = (RelationType.HAS_FEATURE, RelationType.SENDS_TO, RelationType.READS_FROM)
"""Lead-ins that may be the name of a part, too: "Modules", "Producers"."""

_THINGS = (Kind.FEATURE, Kind.SERVICE, Kind.TECHNOLOGY)


class _Place(NamedTuple):
    """What the outline says of a block: keys above (nearest first), what it names itself, the lead-in above it.

    `firm`: the nearest key is that of a Markdown heading, below which the section's owner is no news.
    """

    above: tuple[str, ...]
    own: str | None
    lead: LeadIn | None
    firm: bool
    lead_subject: str | None = None


def attribute(named: Named, lead_in: Callable[[str], LeadIn | None]) -> tuple[Clause, ...]:
    """The clauses of a document in order, each with its subject."""
    return tuple(_Attributor(named, lead_in).run())


class _Attributor:
    def __init__(self, named: Named, lead_in: Callable[[str], LeadIn | None]) -> None:
        self.named, self.lead_in = named, lead_in
        self.blocks = named.outline.blocks
        self.occurrences: Counter[str] = Counter()
        self.taken: dict[int, str] = {}
        self.taken_last: dict[int, str] = {}
        self.known = frozenset(claim.key for claim in named.claims if claim.rule in ("pack", "alias"))
        self.asides = Asides(named)
        self.joint = JointTitles(named)
        self.chained: tuple[int, tuple[Mention, ...]] = (-1, ())
        self.placed: tuple[int, _Place] | None = None
        self.following = Following(named, self.taken, lead_in)
        self.headers: dict[tuple[str, ...], int] = {}
        for block in self.blocks:
            if block.role is Role.MARKUP:
                self.headers.setdefault(block.cells, block.index)

    def run(self) -> Iterator[Clause]:
        for block in self.blocks:
            yield from self._with_asides(block, list(self._clauses(block)))

    def _with_asides(self, block: Block, clauses: list[Clause]) -> Iterator[Clause]:
        """The clauses of a block, and quiet ones for what else they may be about."""
        yield from clauses
        if block.role is not Role.CONTENT:
            return
        told = {clause.subject for clause in clauses}
        section = self._base(self._place(block))
        topic = self.following.of(block)
        for clause in clauses:
            for key in (*topic, *self.asides.of(block, clause, section)):
                if key not in told:
                    told.add(key)
                    yield replace(self._also_about(clause, key), needs=(), sides=(), choice=None)

    def _clauses(self, block: Block) -> Iterator[Clause]:
        place = self._place(block)
        lead = place.lead if block.role is Role.HEADING and place.own is not None else None
        if len(self.named.sides.get(block.index, ())) > 1 and (lead is None or lead.relation is RelationType.KIND_OF):
            yield self._side_by_side(block)
        if block.role in (Role.MARKUP, Role.LABEL) or (block.role is Role.HEADING and not says_more(block)):
            if lead is not None and block.marker is not Marker.NONE:
                yield self._as_item(block, place)
            return
        if block.role is Role.TABLE_ROW:
            yield from self._row(block, place)
        elif block.role is not Role.CONTENT:
            clause = self._clause(block, 0, len(block.text), place.own or self._base(place), place)
            yield replace(clause, quiet=block.role is Role.CODE)
        elif FOOTNOTE.match(block.text):
            yield replace(self._clause(block, 0, len(block.text), self._base(place), place), quiet=True)
        elif self.named.mentions[block.index] or not is_chatter(plain(block.text)):
            yield from self._content(block, place)  # others are told as noise in the report

    def _side_by_side(self, block: Block) -> Clause:
        """A title or a table's header that sets things side by side."""
        sides = self.named.sides[block.index]
        clause = self._clause(block, 0, len(block.text), sides[0], self._place(block))
        return replace(clause, sides=sides, quiet=True)

    def _as_item(self, block: Block, place: _Place) -> Clause:
        """A name in a list that has lines of its own below it, as what the list's lead-in says of it."""
        clause, key = self._clause(block, 0, len(block.text), self._base(place), place), place.own or ""
        whole = Mention(0, len(clause.text), key, self._kind(key), "title", owner=self.named.owners.get(key))
        return replace(clause, mentions=clause.mentions or (whole,), label=None, body_start=0)

    # -- the outline's word
    def _place(self, block: Block) -> _Place:
        """What stands above a block; kept, as the block's clauses and its asides ask."""
        if self.placed is None or self.placed[0] != block.index:
            self.placed = (block.index, self._look_up(block))
        return self.placed[1]

    def _look_up(self, block: Block) -> _Place:
        above: list[str] = []
        lead: LeadIn | None = None
        lead_subject: str | None = None
        parent, steps, firm, below, of_item = block.parent, 0, False, block.index, False
        if parent in self.taken_last and block.marker is Marker.NONE and block.indent > self.blocks[parent].indent + 1:
            above.append(self.taken_last[parent])  # an indented line goes on with the last sentence of the one above
        while parent is not None:
            holder, key = self.blocks[parent], self.named.subjects[parent] or self.taken.get(parent)
            key = key or self.joint.of(below, parent)
            below = parent
            if lead is None and steps <= 1 and not of_item:
                lead = self.named.leads.get(holder.index) or self._lead_of(holder)
            lead_subject = key if lead is not None and lead_subject is None else lead_subject
            of_item = of_item or (holder.marker is not Marker.NONE and self.named.subjects[holder.index] is not None)
            if key and key not in above:
                firm = holder.level in range(1, 7) if not above else firm
                above.append(key)
            if holder.role is not Role.LABEL:
                steps += 1
            parent = holder.parent
        goes_on = self.asides.continued.get(block.index) or self.following.of_shelf(block)
        above = [goes_on, *above] if goes_on is not None and goes_on not in above else above
        lead_subject = lead_subject or (self.named.document_key if lead is not None else None)
        return _Place(tuple(above), self.named.subjects[block.index], lead, firm, lead_subject)

    def _lead_of(self, holder: Block) -> LeadIn | None:
        """The relation that a block sets for what hangs below it: no name, no explanation, no title of all notes."""
        names_nothing = holder.role is Role.HEADING and self.named.subjects[holder.index] is None
        titles = names_nothing and (holder.level != 1 or holder.index > 0)
        bare = holder.role is Role.CONTENT and (holder.label is None or holder.body_start >= len(holder.text))
        is_lead = titles or bare or holder.role is Role.LEAD_IN
        lead = self.lead_in(holder.label or plain(holder.text)) if is_lead else None
        names_it = lead is not None and names_part(holder, self.named.subjects, self.named.mentions)
        return None if lead and lead.relation in _TOLD_BY_PARTS and names_it else lead

    def _base(self, place: _Place) -> str:
        return place.above[0] if place.above else self.named.document_key

    # -- text
    def _content(self, block: Block, place: _Place) -> Iterator[Clause]:
        choice = choice_offered(block.text, self.named.mentions[block.index])
        if choice is not None:
            yield from self._choice(block, choice, place)
            return
        base = self._base(place)
        card = card_of(block, self.named.mentions[block.index]) if self._kind(base) is Kind.CONCEPT else None
        if card is not None and card.thing != base:
            yield replace(self._clause(card.block, 0, len(block.text), card.thing, place), body_start=card.answer_start)
            return
        names_part = place.own is not None and base in self.known and self._kind(base) is Kind.SERVICE
        answer = None if names_part else self._defined(block)
        unsure = block.index in self.named.unsure and place.own not in (None, self._base(place))
        spans = behind_remark(block, list(clause_spans(block.text)))
        first = spans[0][0] if spans else 0
        if answer is None and unsure:
            end, spans = self._own_sentences(block, place, spans)
            yield from self._unsure(block, place, end)
        subject = answer or place.own or self._base(place)
        for start, end in spans:
            labelled = self._label_inside(block, start, end)
            is_told = labelled or (answer is not None and start < block.text.find("?"))
            taken = None if is_told else self._taking_over(block, place, start, end)
            subject = praised(block.text[start:end], subject, place.own, self._kind(subject))
            span, subject = ((taken.start - start, taken.end - start), taken.key) if taken else (None, subject)
            if labelled and block.text[:start].rstrip().endswith(".") and block.text[start:end].find(": ") > 0:
                subject = labelled
            if taken and block.text[:start].rstrip().endswith("."):
                self.taken_last[block.index] = taken.key
            clause = self._clause(block, start, end, labelled or subject, place, span)
            subject = goes_on_with(clause, subject, base)
            if start > first:
                yield clause
            else:
                yield from self._first(block, clause, answer, taken)

    def _own_sentences(self, block: Block, place: _Place, spans: Spans) -> tuple[int, Spans]:
        """Where the first later sentence begins that has a label or a subject of its own, and the spans from there."""
        for n, (start, end) in enumerate(spans):
            sentence = block.text[:start].rstrip().endswith(".")
            if sentence and (self._label_inside(block, start, end) or self._taking_over(block, place, start, end)):
                return spans[n - 1][1], spans[n:]
        return len(block.text), []

    def _choice(self, block: Block, choice: Choice, place: _Place) -> Iterator[Clause]:
        """A question with all that answers it, which tells what is chosen, and the answer's own words."""
        subject = choice.chosen or choice.offered[0]
        yield replace(self._clause(block, 0, len(block.text), subject, place), choice=choice, quiet=True)
        for start, end in clause_spans(block.text):
            if end > choice.answer_start:
                begin = max(start, choice.answer_start)
                yield self._clause(block, begin, end, self._label_inside(block, begin, end) or subject, place)

    def _first(self, block: Block, clause: Clause, answer: str | None, taken: Mention | None) -> Iterator[Clause]:
        """The first clause of a block, and once more for the part that its first words name."""
        if taken is not None:
            self.taken.setdefault(block.index, taken.key)
        yield replace(clause, needs=needs(block)) if answer else clause
        opener = self.named.openers.get(block.index)
        if opener is not None and opener != clause.subject:
            yield replace(self._also_about(clause, opener), owner=self.named.owners.get(opener))

    def _also_about(self, clause: Clause, key: str) -> Clause:
        """The clause kept once more, for another thing, with no fact read from it."""
        return replace(clause, statement=self._id(clause.text), subject=key, subject_kind=self._kind(key), quiet=True)

    def _label_inside(self, block: Block, start: int, end: int) -> str | None:
        """The name that labels a clause after the first: "slow = every 30 s; fast = every second"."""
        label = split_label(block.text[start:end]) if start else None
        return self._mention_of(block, start, start + len(label.text) + 2) if label else None

    def _defined(self, block: Block) -> str | None:
        """What the explanation names, if not behind a label that says how that hangs together with what is above."""
        if block.label is None or block.index in self.named.leads or self.lead_in(block.label) is not None:
            return None
        return defined(block, self.named.mentions[block.index], self.named.subjects[block.index])

    def _unsure(self, block: Block, place: _Place, end: int) -> Iterator[Clause]:
        """The line is kept for what is above it, its explanation for its label; the likelier gives the facts."""
        about_label = self.named.unsure[block.index] >= 0.5
        whole = self._clause(block, 0, end, place.own or "", place)
        base = self._base(place)
        yield replace(whole, subject=base, subject_kind=self._kind(base), parent_subject=None, quiet=about_label)
        body = self._clause(block, block.body_start, end, place.own or "", place)
        if body.text and about_label:
            yield replace(whole, statement=body.statement, text=body.text, mentions=body.mentions, body_start=0)
        elif body.text:
            yield replace(body, quiet=True)

    def _mention_of(self, block: Block, start: int, end: int) -> str | None:
        found = [m for m in self.named.mentions[block.index] if start <= m.start and m.end <= end]
        return found[0].key if found and found[0].start - start <= 4 else None

    def _taking_over(self, block: Block, place: _Place, start: int, end: int) -> Mention | None:
        """The name that opens a clause with a verb behind it is the subject, unless a label is."""
        text, own_label = block.text, not start and block.label is not None
        if (not start and place.own is not None) or (own_label and self.lead_in(block.label or "") is not None):
            return None
        body = block.body_start if own_label else start
        described = _THINGS if is_set_apart(block, self.blocks, self.named.sides) else self._described(place)
        for mention in reaching_into(self._with_owners(block), start, end):
            words = text[mention.start : mention.end]
            opens = opens_as_subject(text, body, end, mention, described) and not self._is_offered(text, mention, place)
            if opens and not self._is_no_news(mention, words, place, text[body:end]):
                return None if own_label and lists_name(block, mention) else mention
        return None

    def _described(self, place: _Place) -> tuple[Kind, ...]:
        """The kinds of things that a line may be about without a verb: none below a lead-in, below a topic products."""
        if place.lead is not None:
            return ()
        base = self._base(place)
        owner = self.named.owners.get(base)
        topic = base in self.named.topics or Kind.CONCEPT in (self._kind(base), self._kind(owner) if owner else None)
        return _THINGS if topic else (Kind.FEATURE,)

    def _is_offered(self, text: str, mention: Mention, place: _Place) -> bool:
        """Whether a product is only what the thing above has or lacks: "Lua is not supported"."""
        whole = mention.kind in PRODUCTS and mention.key not in place.above
        return whole and self._kind(self._base(place)) is not Kind.CONCEPT and bool(OFFERED.match(text, mention.end))

    def _with_owners(self, block: Block) -> tuple[Mention, ...]:
        """The block's mentions from where their owners' names begin; kept, as each clause of the block asks."""
        if self.chained[0] != block.index:
            self.chained = (block.index, tuple(with_their_owners(block.text, self.named.mentions[block.index])))
        return self.chained[1]

    def _is_no_news(self, mention: Mention, words: str, place: _Place, text: str) -> bool:
        """Whether a name says no more than the headings above do, or is the vendor of everything.

        "The engine manages it" below a part of the engine is about that part; an ordinary word that was the label of
        some line ("Resources: …") is just a word in the next.
        """
        if is_common_noun(mention, words, (place.own, *place.above)):
            return True
        if mention.key in place.above[1:] and _OBJECT_PRONOUN.search(text):
            return True
        return mention.key in self.named.vendors or (place.firm and mention.key in place.above[1:])

    def _clause(
        self, block: Block, start: int, end: int, subject: str, place: _Place, span: tuple[int, int] | None = None
    ) -> Clause:
        text = block.text[start:end]
        label, body_start = label_of(block, start, text)
        line_start = block.line_start + block.text.count("\n", 0, start)
        lead = place.lead
        if label is not None and (place.own is None or start) and block.role is Role.CONTENT:
            lead = self.lead_in(label) or lead
        elif label is not None and not start:
            lead = self.named.leads.get(block.index) or lead
        base = self._base(place)
        return Clause(
            statement=self._id(text),
            line_start=line_start,
            line_end=line_start + text.count("\n"),
            text=text,
            subject=subject,
            subject_kind=self._kind(subject),
            subject_span=span,
            mentions=mentions_in(self.named.mentions[block.index], start, end),
            lead=lead,
            lead_subject=place.lead_subject if lead is place.lead else None,
            owner=self.named.owners.get(subject),
            parent_subject=base if subject != base else None,
            parent_kind=self._kind(base) if subject != base else None,
            parent_owner=self.named.owners.get(base) if subject != base else None,
            nested=is_nested(block, self.blocks, self.named.subjects),
            strays=block.parent is not None and self.named.subjects[block.parent] is None,
            label=label,
            body_start=body_start,
            item=place.lead is not None,
            opener=self.named.openers.get(block.index) if subject == base else None,
            hypothetical=is_left_open(text),
            frame=frame_of(block, self.blocks),
            above=place.above,
            heads=place.firm and subject == base and all(self._kind(k) is Kind.CONCEPT for k in place.above[1:]),
        )

    def _kind(self, key: str) -> Kind:
        return self.named.kinds.get(key, Kind.CONCEPT)

    def _id(self, text: str) -> str:
        self.occurrences[text] += 1
        return statement_id(self.named.outline.document.path, text, self.occurrences[text])

    # -- tables
    def _row(self, block: Block, place: _Place) -> Iterator[Clause]:
        """Cells are about their column's entity where columns are entities, else the row is about its first cell."""
        heads = [self._column(block, cell) for cell in block.header]
        if sum(head is not None for head in heads) < 2:
            whole = self._clause(block, 0, len(block.text), place.own or self._base(place), place)
            yield replace(whole, columns=cells_of(block))
            return
        position = 0
        for cell, head in zip(block.cells, heads, strict=False):
            start = block.text.find(cell, position) if cell else -1
            if start < 0:
                continue
            position = start + len(cell)
            clause = self._clause(block, start, position, head or self._base(place), place)
            title = block.cells[0] if heads[0] is None and head else ""
            lead = self.lead_in(title) if title else None
            clause = replace(clause, frame=title or clause.frame, cell=True)
            yield replace(clause, lead=lead, lead_subject=None, item=True) if lead else clause

    def _column(self, block: Block, cell: str) -> str | None:
        header = self.headers.get(block.header)
        return self.named.columns.get((header, cell)) if header is not None else None

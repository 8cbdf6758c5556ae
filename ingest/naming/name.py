"""Which words are entities: names of the packs, names that the notes bring themselves, and misspelt ones.

First the notes' own definitions, then each title and label that names a thing, then words that are written as names;
last every text is searched for all of them. Every way in which a text came to its entity is a claim with the rule's
name, so that each merge can be shown.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from graph.identity import bare_key, name_key, slug
from graph.lexicon import lexicon_with
from graph.names import name_words
from graph.values import NameClaim, Pack
from graph.vocabulary import Kind
from ingest.abbreviations import abbreviations, shortened, spells
from ingest.naming.claims import WRITTEN, Claims
from ingest.naming.clipped import clipped_names
from ingest.naming.compounds import compounds
from ingest.naming.document_title import only_says_notes_follow
from ingest.naming.enumerated import named_in_lists
from ingest.naming.guards import Guards, Hit, is_one_name
from ingest.naming.initialled import initialled_names
from ingest.naming.known import KnownNames
from ingest.naming.marks import with_marks
from ingest.naming.mending import Mender
from ingest.naming.ownership import Ownership, settle
from ingest.naming.repeated import repeated_terms
from ingest.naming.title_pairs import title_pairs
from ingest.naming.titles import Titles
from ingest.naming.topics import topic_keys
from ingest.naming.vocabulary_index import pack_names
from ingest.naming.written import opening_name, written_names
from ingest.outlining.headings import bare
from ingest.outlining.lines import plain, split_label
from ingest.terms import is_compared, is_misspelt, is_pointing, names_a_thing, opening_nouns, word_list
from ingest.values import Block, LeadIn, Mention, Outline, Role

MAX_SHORT_FORM = 8
_START = attrgetter("start")
_TWICE = 2
_SHORT_ENDS = re.compile(r"[(,.;:]")
_INTERFACE = re.compile(r" (?:API|console|CLI)\b(?!s? [A-Z])")
_ITS = re.compile(r"['’]s?\s+[a-z]")
"""Behind a name: what it has is told."""
_LATER_LABEL = re.compile(r"[.;,]\s+([A-Za-z][\w-]*(?: [a-z][\w-]*)?)\s*([:=])\s")


@dataclass(frozen=True, slots=True)
class Named:
    """An outline with its names. `subjects` and `mentions` go by block; `owners` by key; `document_key` is the title's.

    `columns` holds the entity that a table's column is about, by the header's block and cell;
    `sides` the keys that a title or a table's header sets side by side, by block;
    `leads` the relations that titles set for what follows of the things that they name ("Redis supports:"), by block;
    `joined` those of a title that names several things and is about each of them ("Boats and trains");
    `unsure` how likely the label of a block is what its line is about, where that is not clear;
    `openers` the part of its section that a block's first words name as the subject of a verb;
    `contexts` the keys above each block, nearest first;
    `vendors` are keys of those whose name stands before everything they sell;
    `topics` those of titles that only gather lines, the document's among them where its title is no thing;
    `used` the terms of several lines that a block uses, by block: their keys and their words.
    """

    outline: Outline
    subjects: tuple[str | None, ...]
    mentions: tuple[tuple[Mention, ...], ...]
    claims: tuple[NameClaim, ...]
    kinds: dict[str, Kind]
    owners: dict[str, str]
    columns: dict[tuple[int, str], str]
    sides: dict[int, tuple[str, ...]]
    leads: dict[int, LeadIn]
    joined: dict[int, tuple[str, ...]]
    unsure: dict[int, float]
    vendors: frozenset[str]
    openers: dict[int, str]
    contexts: tuple[tuple[str, ...], ...]
    document_key: str
    topics: frozenset[str]
    used: dict[int, list[tuple[str, str]]]


def name(outline: Outline, packs: tuple[Pack, ...]) -> Named:
    """Find the names of a document. Without packs, titles, labels, definitions and written names remain."""
    return Namer(outline, packs).run()


class Namer:
    """Finds the names of one document, step by step."""

    def __init__(self, outline: Outline, packs: tuple[Pack, ...]) -> None:
        self.outline, self.blocks = outline, outline.blocks
        self.packs = pack_names(packs)
        self.claims = Claims(self.packs)
        self.words = [name_words(block.text) for block in self.blocks]
        self.pack_hits = [
            [Hit(hit.start, hit.end, entry) for hit in self.packs.index.find(words) for entry in hit.entries]
            for words in self.words
        ]
        self.guards = Guards(self.packs, (hit for hits in self.pack_hits for hit in hits))
        self.claims.vendors = self.guards.vendors
        self.text = "\n".join(block.text for block in self.blocks).lower()
        self.times: dict[str, int] = {}
        self.mender = Mender([block.text for block in self.blocks], self.packs, self.claims.terms, self.guards)
        known = KnownNames(self.packs, self.guards, self.claims, self.mender)
        self.lexicon = lexicon_with(packs)
        self.titles = Titles(
            self.blocks,
            known.find,
            self.claims.term,
            self.lexicon,
            outline.document.title,
            self.packs.by_key,
        )

    def run(self) -> Named:
        """All steps in their order."""
        self.define_abbreviations()
        self.guards.is_new_product = self.titles.introduced.is_new_product
        subjects = self.titles.run()
        self.claims.initials(self.titles.shorts.used)
        self._add_written_names()
        self._add_interfaces()
        used = self._add_repeated_terms()
        self._add_later_labels(subjects)
        self.claims.owners.update(self.titles.owners)
        for (index, _), key in self.titles.columns.items():
            self.claims.introduce(key, self.blocks[index].line_start)
        mentions = tuple(self._mentions(block) for block in self.blocks)
        in_notes = {m.key for found in mentions for m in found} | {*filter(None, (*subjects, self.titles.document_key))}
        of_packs = mentions
        ownership = Ownership(self.packs.owners, frozenset(in_notes))
        mentions, self.claims.owners = settle(self.blocks, mentions, self.claims.owners, ownership)
        openers = self._openers(mentions, subjects)
        self._add_compounds(mentions, used)
        for block, found in zip(self.blocks, mentions, strict=True):
            self.claims.mentions(block, found)
        for block, found in zip(self.blocks, of_packs, strict=True):
            self.claims.named_owners(block, found)
        mentions = tuple(map(with_marks, self.blocks, mentions))
        topics = topic_keys(self.blocks, subjects, mentions, self.claims.owners, self.titles.introduced)
        document_key = self._document_key()
        is_thing = self.titles.document_key is not None or document_key in self.packs.by_key
        if not is_thing and only_says_notes_follow(self.outline.document.title, self.blocks):
            topics |= {document_key}
        return Named(
            outline=self.outline,
            subjects=subjects,
            mentions=mentions,
            document_key=document_key,
            topics=topics,
            used=used,
            claims=self.claims.sorted(),
            kinds=self.claims.kinds,
            owners=self.claims.owners,
            columns=self.titles.columns,
            sides=title_pairs(self.blocks, subjects, self.claims.kinds, self.claims.owners) | self.titles.sides,
            leads=self.titles.leads,
            joined=self.titles.joined,
            unsure=self.titles.unsure,
            vendors=self.guards.vendors,
            openers=openers,
            contexts=tuple(self.titles.contexts),
        )

    def _document_key(self) -> str:
        title, key = self.outline.document.title, self.titles.document_key
        if key is None:
            key = slug(title)
            self.claims.add(NameClaim(key, title, 1, "title", Kind.CONCEPT))
        self.claims.introduce(key, 1)
        return key

    # -- names that the notes bring
    def define_abbreviations(self) -> None:
        """Pairs in one line ("DR (Designated Router)"), the other form of a title behind or below it, clipped names."""
        for block in self.blocks:
            if block.role not in (Role.MARKUP, Role.CODE):
                for short, long in abbreviations(plain(block.text)):
                    self.claims.abbreviation(short, long, block.line_start)
            pair = shortened(plain(block.text)) if block.role is Role.HEADING else None
            if pair is not None:
                self.claims.abbreviation(*pair, block.line_start)
        for above, below in pairwise(self.blocks):
            if above.role is not Role.HEADING or below.role is not Role.CONTENT:
                continue
            short, long = bare(above.text), _SHORT_ENDS.split(plain(below.text))[0].strip()
            if len(short) <= MAX_SHORT_FORM and spells(short, long):
                self.claims.abbreviation(short, long, below.line_start)
        for clip in clipped_names(self.blocks, self.pack_hits, self.packs.index):
            self.claims.clipped(*clip)
        for initials in initialled_names(self.blocks, self.pack_hits, self.packs.index, self.guards.vendors):
            self.claims.first_letters(*initials)

    def _add_written_names(self) -> None:
        """Words that are written as names, and that neither a pack nor a title knows, are names of the notes."""
        for block, above in zip(self.blocks, self.titles.contexts, strict=True):
            if block.role is not Role.CONTENT:
                continue
            for start, end in (*written_names(block.text), *opening_name(block.text)):
                text = block.text[start:end].strip()
                before = block.text[start - 1 : start]
                if not self._is_known(text, above) and (before == "*" or not self._is_slip(text)):
                    code = before == "`" or text[0] in "-$"
                    owner = above[0] if above and code else None
                    kind = Kind.FEATURE if above else Kind.CONCEPT
                    self.claims.term(text, block.line_start, kind, owner, WRITTEN)

    def _is_slip(self, text: str) -> bool:
        """Whether a word is a misspelt name, or an ordinary one misspelt once at the beginning of a line."""
        word = text.lower()
        once = text.istitle() and self.mender.counts[word] < _TWICE
        return self.mender.mend(word) is not None or (once and is_misspelt(word))

    def _add_interfaces(self) -> None:
        """ "the Redis console", "the Redis API" are ways into the product before them, and parts of it."""
        for block, hits in zip(self.blocks, self.pack_hits, strict=True):
            for hit in hits if block.role is Role.CONTENT else ():
                interface, key = _INTERFACE.match(block.text, hit.end), hit.entry.entity_key
                if interface is None or hit.entry.kind is not Kind.SERVICE or key in self.guards.vendors:
                    continue
                text = block.text[hit.start : interface.end()]
                if hit.entry.match == "exact" and not self._is_known(text, ()):
                    self.claims.term(text, block.line_start, Kind.FEATURE, key, "interface of a product")

    def _add_repeated_terms(self) -> dict[int, list[tuple[str, str]]]:
        """Nouns that stand together in several lines, as ideas of the notes: by block their keys and their words.

        They are no names that other rules look for in a text, which would take them out of longer words.
        """
        used: dict[int, list[tuple[str, str]]] = defaultdict(list)
        for uses in repeated_terms(self.blocks, self.words):
            if not self._is_known(uses[0].text, ()):
                for use in uses:
                    used[use.block].append((self._idea(uses[0].text, uses[0].line, "used in several lines"), use.text))
        return used

    def _add_compounds(self, mentions: Sequence[tuple[Mention, ...]], used: dict[int, list[tuple[str, str]]]) -> None:
        """Products with a noun behind them, as ideas of the notes, too."""
        for block, found in zip(self.blocks, mentions, strict=True):
            texts = compounds(block.text, self.words[block.index], found) if block.role is Role.CONTENT else ()
            for text in texts:
                if not self._is_known(text, self.titles.contexts[block.index]):
                    used[block.index].append((self._idea(text, block.line_start, "a product's noun"), text))

    def _idea(self, text: str, line: int, rule: str) -> str:
        key = name_key(text)
        self.claims.add(NameClaim(key, text, line, rule, Kind.CONCEPT))
        return key

    def _add_later_labels(self, subjects: Sequence[str | None]) -> None:
        """ "small: 2 tugs. large: 5 tugs": the label of a later sentence is a thing where the line's own label is."""
        for block, above in zip(self.blocks, self.titles.contexts, strict=True):
            label = split_label(block.text) if block.label and subjects[block.index] else None
            if label is None or block.role is not Role.CONTENT:
                continue
            for found in _LATER_LABEL.finditer(block.text, block.body_start):
                known = self._is_known(found[1], above) or self._is_slip(found[1])
                announces = self.lexicon.is_transparent(found[1]) or self.lexicon.lead_in(found[1]) is not None
                if found[2] == label.sign and names_a_thing(found[1]) and not (known or announces):
                    owner = self.titles.owner(above)
                    self.claims.term(found[1], block.line_start, Kind.FEATURE, owner, "label")

    def _is_known(self, text: str, above: Sequence[str]) -> bool:
        if above and bare_key(above[0]).endswith(f"-{slug(text)}"):
            return True  # the section's own name, shortened: "LFS" below "Git LFS"
        entries = (*self.claims.terms.lookup(text), *self.packs.index.lookup(text))
        return any(self.guards.accept(e, text, 0, len(text), title=True, context=above) for e in entries)

    def _times(self, words: str) -> int:
        if words not in self.times:
            self.times[words] = self.text.count(words)
        return self.times[words]

    def _openers(self, mentions: Sequence[tuple[Mention, ...]], subjects: Sequence[str | None]) -> dict[int, str]:
        """The nouns that open a line as its subject: known ones, and parts of the section that they name."""
        found: dict[int, str] = {}
        for block, above in zip(self.blocks, self.titles.contexts, strict=True):
            plain_line = block.role is Role.CONTENT and subjects[block.index] is None and bool(above)
            span = opening_nouns(block.text) if plain_line else None
            key = self._opener(block, span, mentions[block.index], above) if span else None
            if key is not None:
                found[block.index] = key
        return found

    def _opener(
        self, block: Block, span: tuple[int, int], mentions: Sequence[Mention], above: tuple[str, ...]
    ) -> str | None:
        """What opening nouns name: the thing that they end with behind plain words, or else a part of the section."""
        text = block.text[span[0] : span[1]]
        head = next((m for m in mentions if m.end >= span[1] > m.start), None)
        if head is not None:
            before = text[: max(0, head.start - span[0])].lower().split()
            small = (slug(word) in self.guards.vendors or word in word_list("leading") for word in before)
            if all(small) or not head.exact:
                return head.key
        elif mentions and mentions[0].start == span[0] and _ITS.match(block.text, mentions[0].end):
            return mentions[0].key  # "Winch's reel time is short"
        elif (is_pointing(block.text[: span[0]]) and self._times(text.lower()) < _TWICE) or (
            text.isalpha() and (self._is_slip(text) or is_compared(block.text, span[1]))
        ):
            return None
        owner = self.titles.owner(above)
        return self.claims.term(text, block.line_start, Kind.FEATURE, owner, "subject of a line").entity_key

    # -- mentions in the texts
    def _mentions(self, block: Block) -> tuple[Mention, ...]:
        if block.role is Role.MARKUP:
            return ()
        context = self.titles.contexts[block.index]
        hits = [hit for hit in (*self.pack_hits[block.index], *self._term_hits(block)) if is_one_name(block.text, hit)]
        hits.extend(self.mender.hits(block.text, hits))
        things = (hit for hit in hits if hit.entry.entity_key not in self.guards.vendors)
        hits = [self._as_part_of_section(hit, block.text, context) for hit in things]
        kept: list[Hit] = []
        refused: list[Hit] = []
        for h in hits:
            is_meant = self.guards.accept(h.entry, block.text, h.start, h.end, title=False, context=context)
            (kept if is_meant else refused).append(h)
        kept += named_in_lists(block.text, kept, refused) if refused else ()
        return tuple(
            Mention(h.start, h.end, e.entity_key, e.kind, e.rule, h.exact, e.owner, self.guards.wholes(e.owner))
            for h in self.guards.without_anothers(self._without_overlaps(block.text, kept, context))
            for e in (h.entry,)
        )

    def _without_overlaps(self, text: str, hits: list[Hit], context: Sequence[str]) -> list[Hit]:
        """The longest first (a vendor's name aside), then exact ones, then those whose owner or pack is nearest."""
        hits = sorted(hits, key=_START)
        if all(one.end <= other.start for one, other in pairwise(hits)):
            return hits
        ranked = sorted(
            hits,
            key=lambda h: (
                h.start - h.end + self._vendor_length(text, h),
                h.start,
                not h.exact,
                bool(h.entry.owner) and h.entry.owner not in context,
                self.guards.distance(h.entry, text[h.start : h.end].replace("-", " ")),
                h.entry.entity_key,
            ),
        )
        taken: list[Hit] = []
        covered = bytearray(len(text))
        for hit in ranked:
            if not any(covered[hit.start : hit.end]):
                taken.append(hit)
                covered[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
        return sorted(taken, key=lambda h: h.start)

    def _vendor_length(self, text: str, hit: Hit) -> int:
        """The length of the vendor's name that a hit begins with: "AWS X-Ray" tells less than "X-Ray SDK"."""
        first = text[hit.start : hit.end].split(" ", 1)[0]
        return len(first) if len(first) < hit.end - hit.start and slug(first) in self.guards.vendors else 0

    def _as_part_of_section(self, hit: Hit, text: str, context: Sequence[str]) -> Hit:
        """A part that a pack knows of an owner who is not near is such a part of the section's own thing."""
        entry = hit.entry
        if entry.rule not in ("pack", "alias") or entry.match != "exact" or entry.kind is not Kind.FEATURE:
            return hit
        surface = text[hit.start : hit.end]
        is_own = self.guards.owner_is_near(entry, context) or self.guards.is_initials(entry, surface)
        whole = context[0] if context else ""
        if is_own and entry.owner not in (*context, None):
            whole = next((key for key in context if self.guards.has_varieties(key, entry.text)), "")
            is_own = not whole
        elif hit.start > 1:
            return hit
        if is_own or not context:
            return hit
        if told := next((e for e in self.claims.terms.lookup(surface) if e.owner == whole), None):
            return Hit(hit.start, hit.end, told, hit.exact)  # a label has named it already
        key = name_key(entry.text, whole)
        self.claims.kinds.setdefault(key, Kind.FEATURE)
        self.claims.owners.setdefault(key, whole)
        part = type(entry)(key, entry.text, Kind.FEATURE, "known elsewhere", "local", whole)
        return Hit(hit.start, hit.end, part, hit.exact)

    def _term_hits(self, block: Block) -> list[Hit]:
        found = self.claims.terms.find(self.words[block.index])
        return [Hit(hit.start, hit.end, entry) for hit in found for entry in hit.entries]

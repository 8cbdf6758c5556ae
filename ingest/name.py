"""Which words are entities: names of the packs, names that the notes bring themselves, and misspelt ones.

Runs over the outline twice. First each title and label that names a thing becomes a term (or is found to be a known
name); then every text is searched for the names of packs and for those terms. Every way in which a text came to its
entity is a claim with the rule's name, so that each merge can be shown.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.identity import bare_key, name_key, slug
from graph.lexicon import is_transparent, lead_in
from graph.names import Entry, NameIndex, has_capitals_of, is_ordinary, name_words, singular
from graph.values import Document, NameClaim, Pack
from graph.vocabulary import Kind
from ingest.headings import Signs, bare
from ingest.lines import plain
from ingest.terms import abbreviations, is_generic, is_verb, opening_name, opening_nouns, spells, written_names
from ingest.titles import Titles
from ingest.values import Block, Mention, Outline, Role
from ingest.vocabulary_index import MIN_UNAMBIGUOUS_NAMES, PackNames, pack_names

ALWAYS_ON = "technology"
"""The pack of what everybody refers to; its common words need no document of its domain."""
MAX_OWNERS = 4
"""A part of a part of a part: deeper packs do not nest."""
_TITLES = (Role.HEADING, Role.LABEL, Role.LEAD_IN)
_SEVERAL = re.compile(r"\s[+&/|]\s|\bvs\b|[,;]\s")
_SENTENCE_START = re.compile(r"(^|[.!?:;]\s+|\n)$")


@dataclass(frozen=True, slots=True)
class Named:
    """An outline with its names. `subjects` and `mentions` go by block; `owners` by key; `document_key` is the title's.

    `columns` holds the entity that a table's column is about, by the header's block and cell;
    `unsure` how likely the label of a block is what its line is about, where that is not clear;
    `openers` the part of its section that a block's first words name as the subject of a verb;
    `vendors` are keys of those whose name stands before everything they sell.
    """

    outline: Outline
    subjects: tuple[str | None, ...]
    mentions: tuple[tuple[Mention, ...], ...]
    claims: tuple[NameClaim, ...]
    kinds: dict[str, Kind]
    owners: dict[str, str]
    columns: dict[tuple[int, str], str]
    unsure: dict[int, float]
    vendors: frozenset[str]
    openers: dict[int, str]
    document_key: str


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    entry: Entry
    exact: bool = True


def outline_signs(document: Document, packs: tuple[Pack, ...]) -> Signs:
    """What the outline may know of the words: whether they are a pack's name, a lead-in, a transparent label."""
    index = pack_names(packs).index

    def same(title: str, text: str) -> bool:
        targets = {entry.entity_key for entry in index.lookup(title)}
        return spells(title, text) or any(entry.entity_key in targets for entry in index.lookup(text))

    return Signs(
        known=lambda text: bool(index.lookup(text)),
        same=same,
        lead_in=lambda text: lead_in(text) is not None,
        transparent=is_transparent,
    )


def name(outline: Outline, packs: tuple[Pack, ...]) -> Named:
    """Find the names of a document. Without packs, titles, labels, definitions and capitalised names remain."""
    return _Namer(outline, packs).run()


class _Namer:
    def __init__(self, outline: Outline, packs: tuple[Pack, ...]) -> None:
        self.outline, self.blocks = outline, outline.blocks
        self.packs: PackNames = pack_names(packs)
        self.claims: dict[tuple[str, str, int, str], NameClaim] = {}
        self.kinds: dict[str, Kind] = {}
        self.owners: dict[str, str] = {}
        self.terms = NameIndex()
        self.section_terms: list[Entry] = []
        self.words = [name_words(block.text) for block in self.blocks]
        self.pack_hits = [self._pack_hits(index) for index in range(len(self.blocks))]
        self.active = self._active_packs()

    def run(self) -> Named:
        self._define_abbreviations()
        titles = Titles(self.blocks, self.known, self._add_term, lead_in, self.outline.document.title)
        subjects = titles.run()
        self._add_written_names(titles.contexts)
        self.owners.update(titles.owners)
        self.contexts = titles.contexts
        mentions = tuple(self._mentions(index) for index in range(len(self.blocks)))
        openers = self._openers(mentions, subjects)
        for index, found in enumerate(mentions):
            self._claim_mentions(index, found)
        document_key = self._document_key(titles.document_key)
        claims = tuple(sorted(self.claims.values(), key=lambda c: (c.line, c.key, c.rule, c.text)))
        return Named(self.outline, subjects, mentions, claims, self.kinds, self.owners, titles.columns, titles.unsure, self.packs.vendors, openers, document_key)

    def _document_key(self, key: str | None) -> str:
        title = self.outline.document.title
        if key is None:
            key = slug(title)
            self._claim(NameClaim(key, title, 1, "title", Kind.CONCEPT))
        return key

    # -- names of the packs
    def _pack_hits(self, index: int) -> list[_Hit]:
        found = self.packs.index.find(self.words[index])
        return [_Hit(hit.start, hit.end, entry) for hit in found for entry in hit.entries]

    def _active_packs(self) -> frozenset[str]:
        seen: dict[str, set[str]] = defaultdict(set)
        for hits in self.pack_hits:
            for hit in hits:
                if hit.entry.match == "exact":
                    seen[self.packs.pack_of[hit.entry.entity_key]].add(hit.entry.entity_key)
        self.present = frozenset(bare_key(hit.entry.entity_key) for hits in self.pack_hits for hit in hits if not hit.entry.owner)
        self.weight_of_pack = {pack: len(keys) for pack, keys in seen.items()}
        return frozenset({p for p, keys in seen.items() if len(keys) >= MIN_UNAMBIGUOUS_NAMES} | {ALWAYS_ON})

    def _acceptable(self, entry: Entry, text: str, start: int, end: int, *, title: bool, context: Sequence[str]) -> bool:
        if entry.match == "local":
            return entry.owner in context
        if entry.rule in ("pack", "alias") and not self._owner_is_near(entry, context):
            return False
        if entry.rule in ("pack", "alias") and entry.match != "exact" and self._anothers(entry, context):
            return False
        if entry.match == "exact":
            return True
        if self.packs.pack_of.get(entry.entity_key) not in self.active:
            return False
        if entry.match == "context":
            return True
        surface = text[start:end]
        if not has_capitals_of(surface, entry.text):
            return False
        starts = bool(_SENTENCE_START.search(text[:start])) and entry.text[1:].islower() and " " not in entry.text
        follows = re.match(r"\s+([a-z]+)", text[end:])
        starts = starts and follows is not None and (is_ordinary(surface.lower()) or not is_verb(follows[1]))
        return title or not starts

    def _owner_is_near(self, entry: Entry, context: Sequence[str]) -> bool:
        """A part is named only where its owner is: above it, or anywhere in the notes, or where the name says it itself."""
        if entry.owner is None or entry.text.lower().startswith(entry.owner):
            return True
        near = self.present.union(context)
        owner: str | None = entry.owner
        for _ in range(MAX_OWNERS):
            if owner is None or owner in near:
                break
            owner = self.packs.owners.get(owner)
        return owner is not None

    def _anothers(self, entry: Entry, context: Sequence[str]) -> bool:
        """Whether an owned common word stands in the section of another service."""
        if entry.owner is None or "/" not in entry.entity_key or entry.owner in context or " " in entry.text:
            return False
        return any(key in self.packs.by_key and self.packs.by_key[key].kind is Kind.SERVICE for key in context)

    def known(self, text: str, context: Sequence[str]) -> Entry | None:
        """The entry that a whole title or label stands for; an owned one of the context before others."""
        surface = " ".join(text.split())
        if _SEVERAL.search(surface):
            return None
        candidates = [
            entry
            for index in (self.terms, self.packs.index)
            for entry in index.lookup(surface)
            if self._acceptable(entry, surface, 0, len(surface), title=True, context=context)
        ]
        candidates.sort(key=lambda e: (e.owner not in context if e.owner else True, self._distance(e)))
        if candidates and (candidates[0].owner is None or candidates[0].owner in context):
            return self._take_known(candidates[0])
        part = self._part(surface, context) or self._shortened(surface, context)
        if part or candidates:
            return self._take_known(part or candidates[0])
        return self._known_when_mended(surface)

    def _distance(self, entry: Entry) -> int:
        """Names of the notes themselves first, then those of the pack that the document has most of."""
        pack = self.packs.pack_of.get(entry.entity_key)
        return 0 if pack is None else 1000 - self.weight_of_pack.get(pack, 0)

    def _part(self, surface: str, context: Sequence[str]) -> Entry | None:
        """A title that needs its owner's name to be known: "Users" of IAM is the "IAM user"."""
        for owner in context:
            names = [self.packs.by_key[owner].name] if owner in self.packs.by_key else []
            for name in names:
                for entry in self.packs.index.lookup(f"{name} {surface}"):
                    if entry.match == "exact" and entry.entity_key != owner:
                        key = name_key(surface, owner)
                        local = Entry(key, surface, entry.kind, "part of its owner", "local", owner, entry.entity_key)
                        self.terms.add(local)
                        return local
        return None

    def _shortened(self, surface: str, context: Sequence[str]) -> Entry | None:
        """A title that begins the name of one thing of the same section: "On-demand" for "On-Demand Capacity"."""
        start = surface.lower() + " "
        start = start.replace("-", " ")
        parts = [*self.section_terms, *(entry for owner in context for entry in self.packs.parts.get(owner, ()))]
        found = {e.entity_key: e for e in parts if e.owner in context and e.text.lower().replace("-", " ").startswith(start)}
        return next(iter(found.values())) if len(found) == 1 else None

    def _known_when_mended(self, surface: str) -> Entry | None:
        words = surface.lower().split()
        mended = [self._mend(word) or word for word in words]
        if mended == words:
            return None
        found = [e for index in (self.terms, self.packs.index) for e in index.lookup(" ".join(mended)) if e.match == "exact"]
        return found[0] if found else None

    # -- names that the notes bring
    def _define_abbreviations(self) -> None:
        for block in self.blocks:
            if block.role in (Role.MARKUP, Role.CODE):
                continue
            for short, long in abbreviations(plain(block.text)):
                self._define(short, long, block.line_start)
        self._define_expansions()

    def _define_expansions(self) -> None:
        """The long form on the first line below a heading of capitals: "## EBS", then "Elastic Block Store"."""
        for above, below in zip(self.blocks, self.blocks[1:], strict=False):
            short, long = bare(above.text), re.split(r"[(,.;:]", plain(below.text))[0].strip()
            if above.role is Role.HEADING and below.role is Role.CONTENT and len(short) <= 8 and spells(short, long):
                self._define(short, long, below.line_start)

    def _define(self, short: str, long: str, line: int) -> None:
        short_known = [e for e in self.packs.index.lookup(short) if e.match == "exact"]
        long_known = [e for e in self.packs.index.lookup(long) if e.match == "exact"]
        if short_known and long_known:
            return
        if long_known:
            self._join(short, line, long_known[0].entity_key, long_known[0].kind)
        elif short_known:
            self._join(long, line, short_known[0].entity_key, short_known[0].kind)
        elif not is_generic(short):
            entry = self._add_term(short, line, Kind.CONCEPT, None, "abbreviation")
            self._join(long, line, entry.entity_key, entry.kind)

    def _add_written_names(self, contexts: Sequence[tuple[str, ...]]) -> None:
        """Words that are written as names, and that neither a pack nor a title knows, are names of the notes."""
        for block, above in zip(self.blocks, contexts, strict=True):
            if block.role is not Role.CONTENT:
                continue
            for start, end in (*written_names(block.text), *opening_name(block.text)):
                text = block.text[start:end].strip()
                known = [*self.terms.lookup(text), *self.packs.index.lookup(text)]
                if any(self._acceptable(e, text, 0, len(text), title=True, context=above) for e in known) or self._mend(text.lower()):
                    continue
                owner = above[0] if above and block.text[start - 1 : start] == "`" else None
                self._add_term(text, block.line_start, Kind.FEATURE if above else Kind.CONCEPT, owner, "written as a name")

    def _openers(self, mentions: Sequence[tuple[Mention, ...]], subjects: Sequence[str | None]) -> dict[int, str]:
        """The nouns that open a line as its subject, where the notes have them more than once: parts of the section."""
        found: dict[int, str] = {}
        for block, above in zip(self.blocks, self.contexts, strict=True):
            span = opening_nouns(block.text) if block.role is Role.CONTENT and subjects[block.index] is None else None
            if span is None or not above or any(m.start < span[1] for m in mentions[block.index]):
                continue
            text = re.sub(r"^(?:the|an?|each|every)\s+", "", block.text[span[0] : span[1]], flags=re.IGNORECASE)
            if self._text().count(text.lower()) > (1 if " " in text else 2):
                found[block.index] = self._add_term(text, block.line_start, Kind.FEATURE, above[0], "subject of a line").entity_key
        return found

    def _text(self) -> str:
        if not hasattr(self, "_lower"):
            self._lower = "\n".join(block.text for block in self.blocks).lower()
        return self._lower

    def _join(self, text: str, line: int, target: str, kind: Kind) -> None:
        key = slug(text)
        if key == target:
            return
        self.terms.add(Entry(key, text, kind, "abbreviation", target=target))
        self._claim(NameClaim(key, text, line, "abbreviation", same_as=target))

    def _add_term(self, text: str, line: int, kind: Kind, owner: str | None, rule: str, description: str | None = None) -> Entry:
        generic = is_generic(text) and owner is not None
        key = name_key(text, owner if generic else None)
        entry = Entry(key, text, kind, rule, "local" if generic else "exact", owner)
        self.terms.add(entry)
        if owner:
            self.section_terms.append(entry)
        self.kinds.setdefault(key, kind)
        if owner and owner != key:
            self.owners.setdefault(key, owner)
        self._claim(NameClaim(key, text, line, rule, kind, description))
        return entry

    # -- mentions in the texts
    def _mentions(self, index: int) -> tuple[Mention, ...]:
        block = self.blocks[index]
        if block.role is Role.MARKUP:
            return ()
        context = self.contexts[index]
        hits = [*self.pack_hits[index], *self._term_hits(index)]
        hits += self._mended_hits(index, hits)
        hits = [self._as_part_of_section(hit, context) for hit in hits]
        kept = [h for h in hits if self._acceptable(h.entry, block.text, h.start, h.end, title=False, context=context)]
        kept.sort(key=lambda h: (h.start - h.end, h.start, not h.exact, h.entry.owner not in context if h.entry.owner else False, self._distance(h.entry), h.entry.entity_key))
        taken: list[_Hit] = []
        for hit in kept:
            if all(hit.end <= other.start or hit.start >= other.end for other in taken):
                taken.append(hit)
        taken.sort(key=lambda h: h.start)
        return tuple(Mention(h.start, h.end, h.entry.entity_key, h.entry.kind, h.entry.rule, h.exact, h.entry.owner) for h in taken)

    def _as_part_of_section(self, hit: _Hit, context: Sequence[str]) -> _Hit:
        """A part that a pack knows of an owner who is not near ("versioning") is such a part of the section's own thing."""
        entry = hit.entry
        named_here = entry.kind is Kind.FEATURE and entry.match == "exact" and entry.rule in ("pack", "alias")
        if not named_here or not context or self._owner_is_near(entry, context) or hit.start > 1:
            return hit
        part = Entry(name_key(entry.text, context[0]), entry.text, Kind.FEATURE, "known elsewhere", "local", context[0])
        self.kinds.setdefault(part.key, part.kind)
        self.owners.setdefault(part.key, context[0])
        return _Hit(hit.start, hit.end, part, hit.exact)

    def _term_hits(self, index: int) -> list[_Hit]:
        found = self.terms.find(self.words[index])
        return [_Hit(hit.start, hit.end, entry) for hit in found for entry in hit.entries]

    def _mended_hits(self, index: int, hits: Iterable[_Hit]) -> list[_Hit]:
        """Hits in the text with its misspelt words mended; the words themselves stay as they are."""
        text = self.blocks[index].text
        covered = [(h.start, h.end) for h in hits]
        words = [(m.start(), m.end(), m[0].lower()) for m in re.finditer(r"[\w@#$%&]+(?:\.\w+)*", text)]
        mended = [self._mend(w) if not any(a <= s < b for a, b in covered) else None for s, _, w in words]
        found: list[_Hit] = []
        for position, mend in enumerate(mended):
            if mend is None:
                continue
            for first in range(max(0, position - 3), position + 1):
                for last in range(position, min(len(words), first + 4)):
                    if any(text[words[i][1] : words[i + 1][0]].strip(" -") for i in range(first, last)):
                        continue
                    surface = " ".join(mended[i] or words[i][2] for i in range(first, last + 1))
                    for entry in (*self.terms.lookup(surface), *self.packs.index.lookup(surface)):
                        found.append(_Hit(words[first][0], words[last][1], entry, exact=False))
        return found

    def _mend(self, word: str) -> str | None:
        if len(word) < 3 or is_ordinary(word) or self.packs.index.holds_word(word) or self.terms.holds_word(word):
            return None
        if self.packs.index.holds_word(singular(word)) or self.terms.holds_word(singular(word)):
            return None
        counts = self._word_counts()
        if counts[word] > 3:
            return None
        preferred = frozenset(w for w, count in counts.items() if count and (self.packs.index.holds_word(w) or self.terms.holds_word(w)))
        mended = self.packs.index.mend(word, preferred=preferred)
        if mended and (mended in preferred or self._sure_enough(word, mended)):
            return mended
        mended = self.terms.mend(word, preferred=preferred)
        return mended if mended and counts[mended] > max(1, counts[word]) else None

    def _sure_enough(self, word: str, mended: str) -> bool:
        """Whether a name that the notes never spell right may be meant: a long word, or one of the document's own domain."""
        if not word[-1].isalnum():
            return True
        packs = {self.packs.pack_of.get(entry.entity_key) for entry in self.packs.index.with_word(mended)}
        return len(word) >= 6 and bool(packs & (self.active - {ALWAYS_ON}))

    def _word_counts(self) -> Counter[str]:
        if not hasattr(self, "_counts"):
            self._counts = Counter(w.lower() for block in self.blocks for w in re.findall(r"[\w@#$%&]+", block.text))
        return self._counts

    # -- claims
    def _claim_mentions(self, index: int, mentions: Iterable[Mention]) -> None:
        block = self.blocks[index]
        for mention in mentions:
            surface = " ".join(block.text[mention.start : mention.end].split())
            line = block.line_start + block.text.count("\n", 0, mention.start)
            owner = mention.key.rsplit("/", 1)[0] if "/" in mention.key else None
            key = name_key(surface, owner)
            rule = mention.rule if mention.exact else "misspelling"
            if owner is None and len({e.entity_key for e in self.packs.index.lookup(surface)}) > 1:
                key = name_key(surface, mention.key)  # other documents may mean another thing by these words
            target = None if key == mention.key else mention.key
            self._claim(NameClaim(key, surface, line, "name" if rule == "pack" else rule, None if target else mention.kind, same_as=target))
            self._introduce(mention.key, line)

    def _take_known(self, entry: Entry) -> Entry:
        self.kinds.setdefault(entry.entity_key, entry.kind)
        return entry

    def _introduce(self, key: str, line: int) -> None:
        """The claim of the pack itself on its canonical name, once a document."""
        entity = self.packs.by_key.get(key)
        if entity is not None and not any(c.rule == "pack" and c.key == key for c in self._claims_of(key)):
            self._claim(NameClaim(key, entity.name, line, "pack", entity.kind))
            self.kinds[key] = entity.kind

    def _claims_of(self, key: str) -> list[NameClaim]:
        return [claim for (claimed, _, _, rule), claim in self.claims.items() if claimed == key and rule == "pack"]

    def _claim(self, claim: NameClaim) -> None:
        identity = (claim.key, claim.text, claim.line, claim.rule)
        known = self.claims.get(identity)
        if known is None or (known.description is None and claim.description is not None):
            self.claims[identity] = claim

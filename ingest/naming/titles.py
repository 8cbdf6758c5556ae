"""What each title and label of the outline names, and whose it is.

Walks the tree from the top. A title that is a known name is that entity; one that sets a relation, groups lines or asks
a question names nothing of its own, and the lines below it stay with what is above (or with the one name inside it);
any other becomes a term of the notes, a feature of the service that it stands below.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Container, Sequence
from dataclasses import replace

from graph.lexicon import Lexicon
from graph.names import Entry, is_ordinary
from graph.quantities.words import without_count
from graph.vocabulary import PRODUCTS, Kind, RelationType
from ingest.naming.announcing import announced, names_nothing
from ingest.naming.document_title import is_described, thing_of
from ingest.naming.guards import is_part_of_another
from ingest.naming.inside import Known, NamesInside
from ingest.naming.introduced import Introduced
from ingest.naming.kinds import kind_by_words
from ingest.naming.labels import (
    BOLD_ANSWER,
    LIKELY,
    SAYS,
    UNLIKELY,
    LabelledLine,
    before_verb,
    definition,
    is_filled,
    likelihood,
    said_of,
    signs_around,
)
from ingest.naming.listing import lists_figures, lists_items, lists_things
from ingest.naming.near_labels import NearLabels
from ingest.naming.runs import parts_in_runs
from ingest.naming.set_apart import SetApart
from ingest.naming.sides import (
    AGAINST,
    ASPECT,
    CONTRAST,
    SETS_APART,
    VERSUS,
    Shorts,
    named_part,
    with_versus,
)
from ingest.naming.tables import Tables
from ingest.outlining.document_title import TOP, is_written_as_name, topic
from ingest.outlining.headings import bare
from ingest.outlining.lines import bare_label, plain
from ingest.terms import begins_as_deed, is_property, is_sentence, names_a_thing, word_list
from ingest.values import Block, LeadIn, Marker, Role

MAX_TITLE_WORDS = 9
MAX_SUBJECT_WORDS = 3
_REMARK = re.compile(r",\s+(?:just|only|mostly|mainly|in short|some|more|again)\s.*$", re.IGNORECASE)
_WHAT_IS = re.compile(r"what\s+(?:is|are)\s+(?:an?\s+|the\s+)?(?P<what>[a-z][\w-]*(?:\s[\w-]+){,2})$", re.IGNORECASE)
_OF_PARTS = frozenset({RelationType.HAS_FEATURE, RelationType.KIND_OF, RelationType.SUPPORTS})
"""Below other lead-ins stand things by themselves: "started by:"."""
_AND_SO_ON = re.compile(r"(?<=\w),? (?:for ex|for example|for instance|e\.?g|etc)\.?$", re.IGNORECASE)
"""Behind a title it belongs to what follows, and not to the name."""


class Titles:
    """Gives each block the key of what it names. `contexts` are the keys above each block, nearest first."""

    def __init__(
        self,
        blocks: Sequence[Block],
        known: Known,
        add_term: Callable[..., Entry],
        lexicon: Lexicon,
        title: str,
        of_packs: Container[str],
    ) -> None:
        self.blocks, self.known, self.add_term, self.title = blocks, known, add_term, title
        self.lexicon, self.lead_in, self.groups = lexicon, lexicon.lead_in, lexicon.is_transparent
        self.inside = NamesInside(known)
        self.by_parent: dict[int | None, list[Block]] = defaultdict(list)
        for block in blocks:
            self.by_parent[block.parent].append(block)
        self.subjects: list[str | None] = []
        self.kinds: dict[str, Kind] = {}
        self.contexts: list[tuple[str, ...]] = []
        self.owners: dict[str, str] = {}
        self.apart = SetApart(known, self._take, self._new, self._new_thing, self.groups)
        self.sides, self.joined = self.apart.sides, self.apart.joined
        self.leads: dict[int, LeadIn] = {}
        self.shorts = Shorts(blocks, self.sides)
        self.unsure: dict[int, float] = {}
        self.classes: set[int] = set()
        self.introduced = Introduced(lexicon, self.kinds, of_packs)
        self.document_key: str | None = None
        self.file_key: str | None = None
        self.last_title: dict[int | None, str | None] = {}
        self.tables = Tables(
            blocks, self.by_parent, known, self._take, self._new, self._new_thing, self.shorts, lexicon
        )
        self.columns = self.tables.named
        self.near = NearLabels(self.by_parent, self.contexts, known)
        self.in_runs = parts_in_runs(blocks, self._announces)

    def _announces(self, label: str) -> bool:
        """Whether a label only groups what follows it, or says how that hangs together."""
        return self.groups(label) or self.lead_in(label) is not None

    def run(self) -> tuple[str | None, ...]:
        self.document_key = self.file_key = self._file_name()
        for block in self.blocks:
            above = self._above(block)
            self.contexts.append(above)
            self.subjects.append(self._subject(block, above))
            if block.role is Role.HEADING:
                self.last_title[block.parent] = self.subjects[-1]
            if block.role is Role.MARKUP and block.cells:
                self.tables.columns(block, above)
        return tuple(self.subjects)

    def _above(self, block: Block) -> tuple[str, ...]:
        if block.parent is None:
            return (self.file_key,) if self.file_key else ()
        key = self.subjects[block.parent]
        rest = self.contexts[block.parent]
        if not key or key in rest:
            return rest
        owner = self.owners.get(key)
        return (key, *rest) if owner is None or owner in rest else (key, owner, *rest)

    def _subject(self, block: Block, above: tuple[str, ...]) -> str | None:
        if block.role is Role.HEADING:
            return self._title(block, above)
        if block.role is Role.LEAD_IN:
            return self._before_verb(block, above) or self._named_in(block.text, above)
        if block.role is Role.CONTENT and block.label is not None:
            return self._label(block, above)
        if block.role is Role.TABLE_ROW and block.cells:
            return self.tables.row(block, above)
        return None

    def _title(self, block: Block, above: tuple[str, ...]) -> str | None:
        text = with_versus(bare(block.text))
        if not text:
            return None
        if block.level == 1 and text == bare(self.title) and not above:
            self.document_key = self._document_title(text, block, self.by_parent.get(block.index, []))
            return self.document_key
        text = named_part(text)
        if self.apart.lists(text, block, above, block.text if block.text.rstrip().endswith("?") else ""):
            return None
        grouping = block.level in range(2, 7) and (self._only_groups(text, above) if above else self.groups(text))
        if grouping and not (text.isupper() and self.known(text, above)):
            return None
        if (side := self.shorts.side(block, text)) is not None:
            return side
        if (apart := self.apart.known_or_named(text, block, above)) is not None:
            return apart
        entry = self.inside.and_more(plain(block.text), above) or self.known(text, above)
        if entry is not None and text.lower() in word_list("broad titles") and is_part_of_another(entry, above):
            entry = None  # "Security"
        told = self._announced(text, block, above) if entry is None else None
        if told is not None:
            return told
        entry = entry or self.inside.of_a_title(text, above)
        implicit = bool(above) and block.level > 6
        items = self.by_parent.get(block.index, [])
        if implicit and lists_things(block, text, items):
            self.classes.add(block.index)
        is_list = implicit and lists_items(block, text, items)
        if implicit and entry is None and lists_figures(text, items):
            return None
        if implicit and is_property(text) and (entry is None or entry.kind is Kind.CONCEPT):
            return None
        if entry is not None or is_list:
            return self._take(entry) if entry is not None else None
        if implicit and begins_as_deed(text):
            done_to = self._named_in(block.text, above)
            if done_to is not None or " " not in text:
                return done_to or self._goes_on(block, above)
        asked = _WHAT_IS.match(text)
        if asked is not None:
            return self._asked(asked["what"], block, above)
        if names_nothing(text) or len(text.split()) > MAX_TITLE_WORDS:
            return self._named_in(block.text, above)
        is_choice = SETS_APART.search(text) is not None and all(self.known(p, above) for p in SETS_APART.split(text))
        if block.text.rstrip().endswith("?") and not is_choice:
            return self._asked(text, block, above)
        text = _REMARK.sub("", text)
        if VERSUS.search(text) or (above and AGAINST.match(text)):
            is_told, key = self.apart.of_title(text, block, above)
            if is_told:
                return key
        done_with = self.inside.done_with(text, above) if implicit else None
        entry = done_with or self.inside.doer(said_of(text), above)  # "the Barge keeps its coal below"
        return self._take(entry) if entry else self._new(text, block, above, "heading")

    def _document_title(self, text: str, block: Block, below: Sequence[Block]) -> str | None:
        found = thing_of(text, below, self.blocks, lambda t: self.known(t, ()) or self.inside.amid(t, ()), self.lexicon)
        if isinstance(found, str):
            return self._new(found, block, (), "heading")
        return self._take(found) if found is not None else None

    def _file_name(self) -> str | None:
        """What notes without a title over them are about by the name of their file, where they describe that."""
        top = self.by_parent.get(None, [])
        if any(block.level == TOP for block in top) or not is_described(topic(self.title), top, self.lexicon):
            return None
        return self._document_title(self.title, replace(top[0], role=Role.HEADING, level=TOP), top)

    def _announced(self, text: str, block: Block, above: tuple[str, ...]) -> str | None:
        """The thing of which a title announces something, and the lead-in that it is for the lines below."""
        found = announced(text, lambda name: self.known(name, above), self.lexicon)
        if found is None:
            return None
        entry, lead = found
        if (entry.kind is Kind.FEATURE and entry.owner in above) or entry.entity_key in above[1:]:
            return None  # "Tide tables:" lists what the whole has
        if lead is not None:
            self.leads[block.index] = lead
        return self._take(entry)

    def _goes_on(self, block: Block, above: tuple[str, ...]) -> str | None:
        """The service of the title before one that tells only what is done ("Deploy:"), which speaks of it still."""
        key = self.last_title.get(block.parent)
        return key if key is not None and self.kinds.get(key) is Kind.SERVICE and key not in above else None

    def _asked(self, text: str, block: Block, above: tuple[str, ...]) -> str | None:
        """ "Tidal water?" asks what an idea is, which the lines below it explain."""
        inside = self._named_in(block.text, above)
        if inside is not None or len(text.split()) > MAX_SUBJECT_WORDS or not names_a_thing(text):
            return inside
        return self._take(self.add_term(text, block.line_start, Kind.CONCEPT, None, "heading"))

    def _before_verb(self, block: Block, above: tuple[str, ...]) -> str | None:
        """The part that a title which breaks off behind its verb is about: "Night boats need:"."""
        head = before_verb(bare(block.text)) if above else ""
        entry = self.known(head, above) if head else None
        if entry is not None:
            return self._take(entry)
        return self._new(head, block, above, "heading") if names_a_thing(head) else None

    def _only_groups(self, text: str, above: tuple[str, ...]) -> bool:
        """Whether a Markdown heading below a thing's own only groups lines about it ("## Pricing", "## Works with").

        One that only says that parts follow may name one that a pack knows ("## Modules").
        """
        lead = self.lead_in(text)
        if lead is not None and lead.relation is RelationType.HAS_FEATURE:
            entry = self.known(text, above)
            return entry is None or entry.owner not in above
        is_lead = lead is not None and lead.rule != "title of two"
        return is_lead or self.groups(text) or is_property(text) or text.lower() in word_list("sections")

    def _label(self, block: Block, above: tuple[str, ...]) -> str | None:
        label = bare_label(block.label or "")
        if label.lower() in ("q", "a") or label.lower().partition(" ")[0] in word_list("comparing"):
            return None
        if CONTRAST.search(label):
            self.apart.contrast(label, block, above)
            return None
        body = block.text[block.body_start :]
        lead = self.lead_in(label)
        of_errors = lead is not None and lead.relation is RelationType.RAISES  # "Mail status code: 429"
        is_no_name = of_errors or is_filled(label, body, lambda name: self.known(name, above))
        if SAYS.search(label) or (above and (is_no_name or without_count(label) != label)):  # "two decks: …"
            return None
        if label.lower() in word_list("tests") and body[:1].isdigit():
            return self._new(label, block, (), "label")
        if (side := self.shorts.side(block, label)) is not None:
            return side
        entry = self._known_label(label, above)
        told = self.inside.doer(said_of(label), above) if entry is None else None
        if told is not None:
            return self._take(told)
        if lead is None and entry is None and (answer := self._in_bold(block, label, above)) is not None:
            return self._take(answer)
        lists = (entry is None or lead is not None) and not is_sentence(body)
        if lists and (announced_of := self._announced(label, block, above)) is not None:
            return announced_of
        if entry is not None and entry.kind is Kind.CONCEPT and above and (is_property(label) or self._is_sort(entry)):
            return None  # "night ferry: lorries, mail" below a ferry's name
        part = entry is not None and entry.owner in above
        in_run = block.index in self.in_runs
        is_written = entry is not None and entry.kind in PRODUCTS and label.isupper()  # "REST" is not the rest
        if not part and not in_run and not is_written and (self.groups(label) or lead is not None):
            return None
        topic_only = all(self.kinds.get(key) is Kind.CONCEPT and key not in self.owners for key in above)
        alone = topic_only and is_written_as_name(label) and not is_ordinary(label.lower())  # nothing else is spoken of
        if entry is None and self.introduced.tells(label, body, above):
            entry = self.add_term(label, block.line_start, Kind.SERVICE, None, "label", definition(body))
            return self._take(self.introduced.noted(entry))
        sure = alone or block.term or self._is_a_kind(block, entry) or self.near.are_names(block, label)
        likely = 1.0 if sure else likelihood(self.labelled_line(block, entry, above))
        likely = max(likely, UNLIKELY) if in_run else likely
        if likely < UNLIKELY or (likely < LIKELY and entry is None and not (in_run or names_a_thing(label))):
            return None
        if likely < LIKELY and not topic_only:
            self.unsure[block.index] = likely
        return self._take(entry) if entry else self._new(label, block, above, "label", definition(body))

    def _in_bold(self, block: Block, label: str, above: tuple[str, ...]) -> Entry | None:
        """The thing in bold type that answers what a label asks for: "wide loads: **barge**, by day"."""
        asks = " " in label or block.parent in self.joined
        answer = BOLD_ANSWER.match(block.text, block.body_start) if asks else None
        return self.known(plain(answer[1]), above) if answer is not None else None

    def _is_sort(self, entry: Entry) -> bool:
        """Whether an idea is a sort of thing, as what stands above a label may be one: "graph database"."""
        return self.lexicon.names_kind(entry.entity_key.rpartition("-")[2])

    def _known_label(self, label: str, above: tuple[str, ...]) -> Entry | None:
        """What a label names, all of it or before what it names it for: "Trains for freight: …"."""
        aspect = ASPECT.search(f"{label} ")
        return self.known(label, above) or self.inside.product(label[: aspect.start()] if aspect else "", above)

    def _is_a_kind(self, block: Block, entry: Entry | None) -> bool:
        """Whether the block stands right below "Types of …" or "Mooring plans": each label there is a thing."""
        if block.parent is None:
            return False
        lead, holder = self._lead_over(block), self.blocks[block.parent]
        is_part = entry is None or entry.kind is Kind.FEATURE
        if holder.index in self.classes and is_part and self.near.may_be_member(block):
            return True
        is_markdown = holder.role is Role.HEADING and holder.level in range(1, 7)
        return lead is not None and lead.relation is RelationType.KIND_OF and not is_markdown

    def _lead_over(self, block: Block) -> LeadIn | None:
        """What the line right above a block says of what hangs below it."""
        holder = self.blocks[block.parent] if block.parent is not None else None
        return self.lead_in(holder.label or bare(holder.text)) if holder is not None else None

    def labelled_line(self, block: Block, entry: Entry | None, above: tuple[str, ...]) -> LabelledLine:
        """A labelled block with the signs around it."""
        near = [*self.blocks[max(0, block.index - 2) : block.index], *self.blocks[block.index + 1 : block.index + 3]]
        return signs_around(
            block,
            entry,
            above,
            holds_lines=block.index in self.by_parent,
            labelled_share=sum(b.label is not None for b in near) / max(1, len(near)),
            siblings_are_names=self.near.share_of_names(block),
            section_is_service=bool(above) and self.kinds.get(above[0]) is Kind.SERVICE,
        )

    def _named_in(self, text: str, above: tuple[str, ...]) -> str | None:
        return self._take(entry) if (entry := self.inside.any_name(text, above)) is not None else None

    def _new(self, text: str, block: Block, above: tuple[str, ...], rule: str, description: str | None = None) -> str:
        lead = self._lead_over(block) if block.role is Role.HEADING and block.marker is not Marker.NONE else None
        owner = self.owner(above) if lead is None or lead.relation in _OF_PARTS else None
        text = _AND_SO_ON.sub("", text)
        kind = kind_by_words(text, block, owner)
        entry = self.add_term(text, block.line_start, kind, owner, rule, description)
        return self._take(entry, owner)

    def _new_thing(self, text: str, line: int, kind: Kind, rule: str) -> str:
        return self._take(self.add_term(text, line, kind, None, rule))

    def _take(self, entry: Entry, owner: str | None = None) -> str:
        key = entry.entity_key
        self.kinds.setdefault(key, entry.kind)
        if owner and owner != key and entry.kind is Kind.FEATURE:
            self.owners.setdefault(key, owner)
        elif entry.owner and entry.owner != key:
            self.owners.setdefault(key, entry.owner)
        return key

    def owner(self, above: tuple[str, ...]) -> str | None:
        """The nearest service above, else the nearest thing above."""
        services = [key for key in above if self.kinds.get(key) in PRODUCTS]
        return services[0] if services else above[0] if above else None

"""Which service a part of a part belongs to, learned from a document's clauses as they come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from graph.identity import bare_key, slug
from graph.text import tail
from graph.vocabulary import Kind, RelationType
from ingest.relating.ends import edge
from ingest.relating.error_names import ERROR
from ingest.values import Clause, EdgeDraft, End

MAX_STEPS = 4
MAX_OWNER_WORDS = 3
MAX_PART_WORDS = 5
PART_OF_WHOLE = "part of the whole"
SETTING_OF_WHOLE = "setting of the whole"
PART_OF_SECTION = "part of the service above"
_OR = re.compile(r"\s*(?:,|\s/\s|\s\+\s)\s*")
_LACKING = re.compile(
    r"(?:\b(?:no|not|never|without|w/o|dropped|lost|lacks|removed)|n't)(?: (?:real|more|the|any|an?))?\s[`*]*$", re.I
)
"""What stands before a part that a thing has not, or no longer has."""
_SETTING = re.compile(r"[a-z]_[a-z]|[a-z][A-Z]")
_WRITTEN = re.compile(r"(?!.*(?:_id|Id)s?$)(?:.*[a-z\d]_[a-z\d]|.*[a-z][A-Z][a-z]|--?[a-z])")
"""A setting's name, and not that of a product ("NetBIOS"), a unit or a number of something ("user_id")."""


def _row_parts(text: str) -> Iterator[str]:
    """The parts that the rest of a cell names; "opening hour / day" is the opening hour and the opening day."""
    first, *others = _OR.split(text)
    yield first
    shared = first.rpartition(" ")[0]
    for other in others:
        yield other if " " in other or "_" in other else f"{shared} {other}".strip()


def is_setting(written: str) -> bool:
    """Whether words are written as the name of a setting, and name no error."""
    return _WRITTEN.match(written) is not None and ERROR.fullmatch(written) is None


class Wholes:
    """The owners of a document's names, and which of them are services."""

    def __init__(self) -> None:
        self._owners: dict[str, str] = {}
        self._services: set[str] = set()
        self._section = ""

    def edges(self, clause: Clause) -> Iterator[EdgeDraft]:
        """A part that the clause is about, as a part of the service at the end of its owners."""
        self._learn(clause)
        if not clause.hypothetical and not clause.quiet:
            yield from self._settings(clause)
            yield from self._of_section(clause)
            yield from self._of_row(clause)
        above = (clause.owner or clause.parent_subject) in self._services
        if clause.subject_kind is not Kind.FEATURE or clause.hypothetical or clause.quiet or above:
            return
        whole = self._whole(clause)
        if whole is not None and whole not in (clause.subject, clause.owner):
            item = End(key=clause.subject, kind=Kind.FEATURE)
            yield edge(End(key=whole), RelationType.HAS_FEATURE, item, PART_OF_WHOLE)

    def _settings(self, clause: Clause) -> Iterator[EdgeDraft]:
        """Settings that a clause names in code or as one written word, as parts of the service above."""
        for mention in clause.mentions:
            if mention.kind is not Kind.FEATURE or _LACKING.search(tail(clause.text, 0, mention.start)):
                continue
            written = clause.text[mention.start : mention.end]
            if mention.owner is None and mention.rule == "written as a name" and is_setting(written):
                is_field = mention.end <= clause.body_start and clause.subject_kind is Kind.FEATURE
                whole = clause.subject if is_field else self._whole(clause)  # "bookedBy: who asked for the boat"
            else:
                is_code = clause.text[mention.start - 1 : mention.start] in ("`", "-") and mention.start > 0
                whole = self._climb(mention.owner) if is_code or _SETTING.search(written) else None
            if whole is not None and whole not in (mention.owner, mention.key) and ERROR.fullmatch(written) is None:
                item = End(key=mention.key, kind=Kind.FEATURE)
                yield edge(End(key=whole), RelationType.HAS_FEATURE, item, SETTING_OF_WHOLE)

    def _of_section(self, clause: Clause) -> Iterator[EdgeDraft]:
        """Known parts of the service that heads the section, whatever the clause itself is about."""
        for mention in clause.mentions:
            if mention.kind is not Kind.FEATURE or mention.owner != self._section:
                continue
            is_error = ERROR.fullmatch(clause.text, mention.start, mention.end) is not None
            is_none = is_error or clause.text[mention.start] == "/"
            if not is_none and not _LACKING.search(tail(clause.text, 0, mention.start)):
                part = End(key=mention.key, kind=Kind.FEATURE)
                yield edge(End(key=self._section), RelationType.HAS_FEATURE, part, PART_OF_SECTION)

    def _of_row(self, clause: Clause) -> Iterator[EdgeDraft]:
        """ "Bakery opening hour / day" as the first cell of a table's row: parts of the bakery, called by the rest."""
        if not clause.columns:
            return
        _, start, end = clause.columns[0]
        words = clause.text[start:end].split()
        for count in range(1, min(len(words), MAX_OWNER_WORDS + 1)):
            owner = slug(" ".join(words[:count]))
            if owner in self._services and len(words) - count <= MAX_PART_WORDS:
                for text in _row_parts(" ".join(words[count:])):
                    item = End(text=text, kind=Kind.FEATURE)
                    yield edge(End(key=owner), RelationType.HAS_FEATURE, item, "part named in a row")
                return

    def _learn(self, clause: Clause) -> None:
        if clause.subject_kind is Kind.SERVICE:
            self._services.add(clause.subject)
            self._section = clause.subject if clause.subject_span is None else self._section
        elif clause.owner and clause.owner != clause.subject:
            self._owners.setdefault(clause.subject, clause.owner)
        if clause.parent_subject and clause.parent_owner and clause.parent_owner != clause.parent_subject:
            self._owners.setdefault(clause.parent_subject, clause.parent_owner)
        for mention in clause.mentions:
            if mention.owner and mention.owner != mention.key:
                for part, owner in pairwise((mention.key, mention.owner, *mention.wholes)):
                    self._owners.setdefault(part, owner)

    def _whole(self, clause: Clause) -> str | None:
        """The nearest service above, by the owners of the subject and, failing that, of what stands above it."""
        starts = (clause.subject, clause.owner, clause.parent_subject)
        return next((whole for start in starts if (whole := self._climb(start)) is not None), None)

    def _climb(self, key: str | None) -> str | None:
        for _ in range(MAX_STEPS):
            if key is None or key in self._services:
                return key
            owner = self._owners.get(key)
            if owner is not None and owner != self._section and bare_key(key).startswith(f"{owner}-"):
                return None  # "Garden Shop" has its whole's name in its own, and stands for itself
            key = owner or key.rpartition("/")[0] or None
        return None

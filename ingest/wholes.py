"""Which service a part of a part belongs to, learned from a document's clauses as they come."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.identity import bare_key
from graph.vocabulary import Kind, RelationType
from ingest.ends import edge
from ingest.sentence import ERROR
from ingest.values import Clause, EdgeDraft, End

MAX_STEPS = 4
PART_OF_WHOLE = "part of the whole"
SETTING_OF_WHOLE = "setting of the whole"
_SETTING = re.compile(r"[a-z]_[a-z]|[a-z][A-Z]")
_WRITTEN = re.compile(r"(?!.*(?:_id|Id)s?$)(?:.*[a-z\d]_[a-z\d]|.*[a-z][A-Z][a-z]|--?[a-z])")
"""A setting's name, and not that of a product ("NetBIOS"), a unit or a number of something ("user_id")."""


def is_setting(written: str) -> bool:
    """Whether words are written as the name of a setting, and name no error."""
    return _WRITTEN.match(written) is not None and ERROR.fullmatch(written) is None


class Wholes:
    """The owners of a document's names, and which of them are services."""

    def __init__(self) -> None:
        self._owners: dict[str, str] = {}
        self._services: set[str] = set()

    def edges(self, clause: Clause) -> Iterator[EdgeDraft]:
        """A part that the clause is about, as a part of the service at the end of its owners."""
        self._learn(clause)
        if not clause.hypothetical and not clause.quiet:
            yield from self._settings(clause)
        above = {clause.owner, clause.parent_subject} & self._services
        if clause.subject_kind is not Kind.FEATURE or clause.hypothetical or clause.quiet or above:
            return
        whole = self._whole(clause)
        if whole is not None and whole not in (clause.subject, clause.owner, clause.parent_subject):
            item = End(key=clause.subject, kind=Kind.FEATURE)
            yield edge(End(key=whole), RelationType.HAS_FEATURE, item, PART_OF_WHOLE)

    def _settings(self, clause: Clause) -> Iterator[EdgeDraft]:
        """Settings that a clause names in code or as one written word, as parts of the service above."""
        for mention in clause.mentions:
            written = clause.text[mention.start : mention.end]
            if mention.owner is None and mention.rule == "written as a name" and is_setting(written):
                whole = self._whole(clause)
            else:
                whole = self._climb(mention.owner) if _SETTING.search(written) else None
            if whole is not None and mention.kind is Kind.FEATURE and whole not in (mention.owner, mention.key):
                item = End(key=mention.key, kind=Kind.FEATURE)
                yield edge(End(key=whole), RelationType.HAS_FEATURE, item, SETTING_OF_WHOLE)

    def _learn(self, clause: Clause) -> None:
        if clause.subject_kind is Kind.SERVICE:
            self._services.add(clause.subject)
        elif clause.owner and clause.owner != clause.subject:
            self._owners.setdefault(clause.subject, clause.owner)
        for mention in clause.mentions:
            if mention.owner and mention.owner != mention.key:
                self._owners.setdefault(mention.key, mention.owner)

    def _whole(self, clause: Clause) -> str | None:
        """The nearest service above, by the owners of the subject and, failing that, of what stands above it."""
        starts = (clause.subject, clause.owner, clause.parent_subject)
        return next((whole for start in starts if (whole := self._climb(start)) is not None), None)

    def _climb(self, key: str | None) -> str | None:
        for _ in range(MAX_STEPS):
            if key is None or key in self._services:
                return key
            if bare_key(key).startswith(f"{self._owners.get(key, key)}-"):
                return None  # "Garden Shop" has its whole's name in its own, and stands for itself
            key = self._owners.get(key)
        return None

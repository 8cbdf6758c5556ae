"""Parts that the notes name without saying a word of whose they are: a title, what opens a line, a later sentence."""

from __future__ import annotations

from collections.abc import Iterator

from graph.identity import bare_key
from graph.vocabulary import Kind, RelationType
from ingest.relating.ends import edge, known
from ingest.terms import word_list
from ingest.values import Clause, EdgeDraft, End

TITLE_OF_A_PART = "title of a part"
_WHOLES = (Kind.SERVICE, Kind.TECHNOLOGY)
_NO_TITLES = ("stuff", "things")


class Standing:
    """The wholes that the line at hand has been about so far."""

    def __init__(self) -> None:
        self._line = 0
        self._wholes: list[str] = []

    def edges(self, clause: Clause) -> Iterator[EdgeDraft]:
        """The parts that stand in the notes as titles, as openers of lines, and beside their wholes."""
        if clause.line_start != self._line:
            self._line, self._wholes = clause.line_start, []
        if clause.hypothetical:
            return
        if clause.quiet:
            yield from self._opener(clause)
            return
        yield from _title(clause)
        yield from self._beside(clause)
        self._wholes.append(clause.subject)
        self._wholes.extend(m.key for m in clause.mentions if m.start <= 1 and m.kind in _WHOLES)

    def _opener(self, clause: Clause) -> Iterator[EdgeDraft]:
        """A line below a whole that its first noun may be about too: "rudder turns by hand"."""
        owner, _, name = clause.subject.rpartition("/")
        is_many = name.endswith("s") or name in word_list("people") or name in bare_key(owner)
        is_many = is_many or clause.text.split(None, 1)[0].lower() in word_list("determiners")
        if clause.subject_kind is Kind.FEATURE and owner in self._wholes and not is_many:
            yield _part(owner, End(key=clause.subject, kind=Kind.FEATURE), "opener of a line")

    def _beside(self, clause: Clause) -> Iterator[EdgeDraft]:
        """Known parts in the same line as their whole, wherever the section's subject is."""
        named = {m.key for m in clause.mentions if m.kind in _WHOLES}
        for mention in clause.mentions:
            if mention.kind is not Kind.FEATURE or mention.owner is None or mention.owner == clause.subject:
                continue
            if mention.owner in self._wholes:
                yield _part(mention.owner, known(mention), "part in the line of its whole")
            elif mention.key == clause.subject and mention.owner in named:
                yield _part(mention.owner, known(mention), "part beside its whole")


def _title(clause: Clause) -> Iterator[EdgeDraft]:
    """A title that names a part, also where each line below speaks of something of its own."""
    title, owner = clause.parent_subject, clause.parent_owner
    if clause.parent_kind is not Kind.FEATURE or title is None or owner is None or owner in (title, clause.subject):
        return
    if not title.endswith(_NO_TITLES) and not bare_key(title).startswith("the-"):  # "The family" only gathers
        yield _part(owner, End(key=title, kind=Kind.FEATURE), TITLE_OF_A_PART)


def _part(owner: str, item: End, rule: str) -> EdgeDraft:
    return edge(End(key=owner), RelationType.HAS_FEATURE, item, rule)

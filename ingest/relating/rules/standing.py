"""Parts that the notes name without saying a word of whose they are: a title, what opens a line, a later sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.identity import bare_key, slug
from graph.vocabulary import PRODUCTS, Kind, RelationType
from ingest.relating.ends import edge, known
from ingest.relating.plain_words import GENERAL
from ingest.terms import is_verb, word_list
from ingest.values import Clause, EdgeDraft, End

TITLE_OF_A_PART = "title of a part"
PRODUCT_OF_IDEA = "product below an idea"
_SEVERAL = re.compile(
    r"\b(?:(?:range|number|variety|family|choice|list) of|several|many|various|different|following)\s+"
    r"(?P<words>[\w-]+(?: [\w-]+){0,2}?s)\b",
    re.IGNORECASE,
)
_NO_TITLES = ("stuff", "things")


class Standing:
    """The wholes that the line at hand has been about so far."""

    def __init__(self) -> None:
        self._line = 0
        self._wholes: list[str] = []
        self._idea = ""

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
        yield from self._of_idea(clause)
        self._wholes.append(clause.subject)
        if clause.owner is not None:
            self._wholes.append(clause.owner)
        self._wholes.extend(m.key for m in clause.mentions if m.start <= 1 and m.kind in PRODUCTS)

    def _of_idea(self, clause: Clause) -> Iterator[EdgeDraft]:
        """Products with a title each, below a heading for an idea where a line says that there are several of them."""
        if clause.heads:
            is_same = clause.subject == self._idea
            tells = clause.subject_kind is Kind.CONCEPT and _tells_of_several(clause.text, bare_key(clause.subject))
            self._idea = clause.subject if tells or is_same else ""
        is_title = clause.subject_span is None and clause.label is None and clause.parent_subject is None
        if self._idea and is_title and not clause.heads and clause.subject_kind in PRODUCTS:
            item = End(key=clause.subject, kind=clause.subject_kind)
            yield edge(item, RelationType.KIND_OF, End(key=self._idea, kind=Kind.CONCEPT), PRODUCT_OF_IDEA)

    def _opener(self, clause: Clause) -> Iterator[EdgeDraft]:
        """A line below a whole that its first noun may be about too: "rudder turns by hand"."""
        owner, name = clause.owner or "", bare_key(clause.subject)
        if clause.subject_kind is not Kind.FEATURE or owner not in self._wholes:
            return
        is_many = name.endswith("s") or name in word_list("people") or name in bare_key(owner)
        is_many = is_many or clause.text.split(None, 1)[0].lower() in word_list("determiners")
        is_many = is_many or clause.label is not None or not slug(clause.text).startswith(name) or _says_more(name)
        if not is_many:
            yield _part(owner, End(key=clause.subject, kind=Kind.FEATURE), "opener of a line")

    def _beside(self, clause: Clause) -> Iterator[EdgeDraft]:
        """Known parts in the same line as their whole, wherever the section's subject is."""
        named = {m.key for m in clause.mentions if m.kind in PRODUCTS}
        for mention in clause.mentions:
            if mention.kind is not Kind.FEATURE or mention.owner is None or mention.owner == clause.subject:
                continue
            if mention.owner in self._wholes:
                yield _part(mention.owner, known(mention), "part in the line of its whole")
            elif mention.key == clause.subject and mention.owner in named:
                yield _part(mention.owner, known(mention), "part beside its whole")


def _says_more(name: str) -> bool:
    """Whether the words of an opening noun say something themselves, or name what is done everywhere ("traffic")."""
    words = name.split("-")
    return (
        words[-1] in GENERAL
        or words[-1] in word_list("no parts")
        or any(word.endswith("s") and is_verb(word) for word in words[1:-1])
    )


def _tells_of_several(text: str, idea: str) -> bool:
    """Whether a line counts things by the name of an idea: "a choice of floating cranes" below "Floating"."""
    match = _SEVERAL.search(text) if "s" in text else None
    words = match["words"].lower() if match else ""
    return words.endswith("s") and slug(words).startswith(f"{idea}-")


def _title(clause: Clause) -> Iterator[EdgeDraft]:
    """A title that names a part, also where each line below speaks of something of its own."""
    title, owner = clause.parent_subject, clause.parent_owner
    if clause.parent_kind is not Kind.FEATURE or title is None or owner is None or owner in (title, clause.subject):
        return
    if not title.endswith(_NO_TITLES) and not bare_key(title).startswith("the-"):  # "The family" only gathers
        yield _part(owner, End(key=title, kind=Kind.FEATURE), TITLE_OF_A_PART)


def _part(owner: str, item: End, rule: str) -> EdgeDraft:
    return edge(End(key=owner), RelationType.HAS_FEATURE, item, rule)

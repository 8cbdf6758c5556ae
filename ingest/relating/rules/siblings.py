"""What one line sets side by side in several sentences: "night boats carry mail. Day boats carry people"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.identity import bare_key, slug
from graph.vocabulary import Kind, RelationType
from ingest.relating.ends import edge, free, known, subject
from ingest.relating.sentence import Sentence
from ingest.relating.subjects import opening_noun
from ingest.values import Clause, EdgeDraft, End, Mention

MIN_WORDS, MAX_WORDS = 2, 4
_WORD = re.compile(r"[a-z0-9]+")


class Siblings:
    """What opened the clauses of the line at hand."""

    def __init__(self) -> None:
        self._line = 0
        self._opened: list[tuple[End, tuple[str, ...]]] = []
        self._labels: list[tuple[End, str | None]] = []
        self._whole: str | None = None
        """The whole that the lines above speak of."""
        self._avoided: tuple[int, Mention] | None = None
        """The line that says what to avoid, and what that is."""
        self._asked: tuple[int, list[End]] | None = None
        """The last line below a question when to take each of some things, and those that the lines are about."""
        self._case: tuple[int, Mention] | None = None
        """The line above that speaks of one case ("for night boats, ..."), and its name."""
        self._numbered: dict[str, dict[float, End]] = {}
        """The things whose names have a number in them, by their names without it and by that number."""
        self._section: str | None = None
        self._summed_up: str | None = None
        """The product that heads the section, and the one whose summary the lines above are."""

    def edges(self, clause: Clause, sentence: Sentence) -> Iterator[EdgeDraft]:
        """The contrast of what opens a clause with its like that opened an earlier one of the same line, or of the
        case that it speaks of with the one of the line above."""
        if sentence.has(_EACH) and _WHEN_EACH.match(clause.text):
            self._asked = (clause.line_start, [])
        if clause.hypothetical:
            return
        yield from self._newest(clause)
        yield from self._cases(clause) if sentence.has(_CASE_WORDS) else ()
        yield from self._opposite(clause)
        yield from self._recap(clause)
        yield from self._instead(clause, sentence)
        yield from self._chosen(clause)
        if clause.line_start != self._line:
            self._line, self._opened, self._labels = clause.line_start, [], []
        yield from self._labelled(clause)
        found = _opener(clause, sentence) if not clause.cell else None
        if found is None:
            return
        for other, words in self._opened:
            if _are_variants(words, found[1]) and other != found[0]:
                yield edge(other, RelationType.CONTRASTS_WITH, found[0], "variants in one line")
        self._opened.append(found)

    def _labelled(self, clause: Clause) -> Iterator[EdgeDraft]:
        """The contrast of what labels a clause with its like that labels one before: "Ferry: cars. Tug: ships"."""
        if not _is_labelled(clause) or clause.subject_kind is Kind.CONCEPT:
            return
        about = subject(clause.subject, clause)
        for other, owner in self._labels:
            is_part = other.key == clause.owner or owner == about.key
            if other.kind is about.kind and other != about and not is_part:
                yield edge(other, RelationType.CONTRASTS_WITH, about, "variants in one line")
        self._labels.append((about, clause.owner))

    def _newest(self, clause: Clause) -> Iterator[EdgeDraft]:
        """ "latest generation" below "Tug 2": it takes the place of the "Tug 1" that the notes spoke of before."""
        name = bare_key(clause.subject)
        numbers = _NUMBER.findall(name) if clause.subject_kind is not Kind.CONCEPT else []
        if len(numbers) != 1:
            return
        number, older = float(numbers[0]), self._numbered.setdefault(_NUMBER.sub("#", name), {})
        older[number] = subject(clause.subject, clause)
        before = max((n for n in older if n < number), default=None)
        if before is not None and _NEWEST.fullmatch(clause.text.strip(" .!")):
            yield edge(older[number], RelationType.REPLACES, older[before], "newest of its line")

    def _opposite(self, clause: Clause) -> Iterator[EdgeDraft]:
        """ "a gig is the opposite", below lines on the barge: what is named is set beside that."""
        about = clause.subject if clause.subject_kind is Kind.SERVICE else clause.owner
        span, other = clause.subject_span, self._whole
        may_be = span is not None and other not in (None, about) and clause.subject_kind is Kind.SERVICE
        if may_be and span is not None and _OPPOSITE.match(clause.text, span[1]):
            end = End(key=other, kind=Kind.SERVICE)
            yield edge(subject(clause.subject, clause), RelationType.CONTRASTS_WITH, end, "said to be otherwise")
        self._whole = about or other

    def _recap(self, clause: Clause) -> Iterator[EdgeDraft]:
        """ "Ferry:" again at the end of the ferry's section, then "Tug:": summaries that set the two side by side."""
        is_summary = clause.subject_kind is Kind.SERVICE and slug(clause.frame) == bare_key(clause.subject)
        if clause.heads:
            self._section, self._summed_up = clause.subject, None
        elif clause.subject_span is None and clause.label is None and is_summary:
            other = self._summed_up if self._section in clause.above else None
            if other == self._section is not None and clause.subject != other:
                end = End(key=other, kind=Kind.SERVICE)
                yield edge(end, RelationType.CONTRASTS_WITH, subject(clause.subject, clause), "summed up side by side")
            self._summed_up = clause.subject

    def _instead(self, clause: Clause, sentence: Sentence) -> Iterator[EdgeDraft]:
        """ "Avoid the gig. Take the tug or the barge.": what is advised in the same line is better than what is not."""
        if self._avoided is not None and self._avoided[0] == clause.line_start:
            other = self._avoided[1]
            for mention in _advised(clause):
                if mention.kind is other.kind and mention.key != other.key:
                    yield edge(known(mention), RelationType.USE_INSTEAD_OF, known(other), "that is avoided")
        match = _AVOID.match(clause.text) if "avoid" in sentence.holds else None
        named = next((m for m in clause.mentions if match and m.start == match.end()), None)
        self._avoided = (clause.line_start, named) if named is not None and named.kind is not Kind.CONCEPT else None

    def _chosen(self, clause: Clause) -> Iterator[EdgeDraft]:
        """ "When to take each boat?", and then a title for each of them: they are set side by side."""
        if self._asked is None or clause.line_start - self._asked[0] > MAX_GAP:
            self._asked = None
            return
        is_title = clause.subject_span is None and clause.subject_kind in (Kind.FEATURE, Kind.SERVICE)
        about, others = subject(clause.subject, clause), self._asked[1]
        if is_title and about not in others:
            for other in others:
                if other.kind is about.kind and clause.owner not in (None, other.key):
                    yield edge(other, RelationType.CONTRASTS_WITH, about, "each when it fits")
            others.append(about)
        self._asked = (clause.line_start, others)

    def _cases(self, clause: Clause) -> Iterator[EdgeDraft]:
        """ "For night boats, ...", then "for day boats, ...": two parts of a whole that lines tell apart."""
        match = _CASE.match(clause.text)
        named = next((m for m in clause.mentions if match and m.start == match.end()), None)
        is_case = named is not None and named.kind is Kind.FEATURE and _CASE_END.match(clause.text, named.end)
        if named is None or not is_case or clause.label is not None:
            return
        if self._case is not None and self._case[0] + 1 == clause.line_start:
            other = self._case[1]
            if other.owner == named.owner is not None and other.key != named.key:
                yield edge(known(other), RelationType.CONTRASTS_WITH, known(named), "case by case")
        self._case = (clause.line_start, named)


_OPPOSITE = re.compile(
    r"[`*]*\s+(?:is|are|works?) (?:just |quite |exactly )?"
    r"(?:the (?:opposite|other way (?:round|around)|reverse)|not the same|something else|another thing|different)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_NEWEST = re.compile(
    r"(?:is |it is |it's |the |a |this is )*(?:latest|newest|newer|current|next|new)(?: and \w+)? "
    r"(?:generation|gen|version|release|model|revision)",
    re.IGNORECASE,
)
MAX_GAP = 2
"""A title may stand between two answers of a question, and no blank line that ends them."""
_EACH = frozenset({"each", "which"})
_WHEN_EACH = re.compile(
    r"(?:when|where) (?:to|should (?:you|we|i)) (?:use|take|choose|pick) (?:each|which)\b[^?.]{0,40}[?:]?\s*$",
    re.IGNORECASE,
)
_AVOID = re.compile(
    r"(?:(?:but|so|in general|generally|always),?\s+)*avoid\s+(?:using\s+|the use of\s+)?(?:the\s+|an?\s+)?[`*]*",
    re.IGNORECASE,
)
_USE = re.compile(r"\b(?:use|take|prefer|choose)\s+(?:the\s+|an?\s+)?[`*]*", re.IGNORECASE)
_OR = re.compile(r"[`*]*(?:\s*(?:,|/|,?\s*\b(?:or|and)\b)\s*(?:the\s+|an?\s+)?[`*]*(?:[A-Z][a-z]+(?=,?\s))?)+")


def _advised(clause: Clause) -> Iterator[Mention]:
    """The names in the list that a clause advises to take."""
    match = _USE.search(clause.text)
    place = match.end() if match else -1
    for mention in clause.mentions if match else ():
        if mention.start == place or (place >= 0 and _OR.fullmatch(clause.text, place, mention.start)):
            yield mention
            place = mention.end


_CASE_WORDS = frozenset({"for", "with", "in", "on"})
_CASE = re.compile(r"(?:[-*•]\s+)?(?:for|with|in|on)\s+(?:the |an? )?[`*]*", re.IGNORECASE)
_CASE_END = re.compile(r"[`*]*(?:\s+[a-z]+)?\s*[,:]")


def _opener(clause: Clause, sentence: Sentence) -> tuple[End, tuple[str, ...]] | None:
    """The part that a clause is about by its own words, and these words."""
    if clause.subject_kind is Kind.FEATURE and (clause.subject_span is not None or _is_labelled(clause)):
        text, end = bare_key(clause.subject), subject(clause.subject, clause)
    else:
        noun = opening_noun(sentence)
        if noun is None:
            return None
        text, end = noun.text, free(noun.text, RelationType.HAS_FEATURE)
    words = tuple(_WORD.findall(text.lower()))
    return (end, words) if len(words) <= MAX_WORDS else None


def _is_labelled(clause: Clause) -> bool:
    """Whether the clause's own label names what it is about."""
    named = clause.label is not None and clause.subject_span is None
    return named and bool(clause.owner or clause.parent_subject)


def _are_variants(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names end with the same noun, and one word before it is another."""
    if len(one) < MIN_WORDS:
        return False
    same_end = one[-1].rstrip("s") == other[-1].rstrip("s")
    return same_end and len(one) == len(other) and sum(a != b for a, b in zip(one[:-1], other[:-1], strict=True)) == 1

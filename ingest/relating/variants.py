"""Varieties of a thing, told by their names alone: a "night ferry" is a kind of ferry, and no day ferry.

Which names a document holds is known only at its end, so that all its clauses are looked at before the first edge.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from graph.identity import bare_key
from graph.names import singular
from graph.vocabulary import Kind, RelationType
from ingest.relating.ends import edge
from ingest.terms import word_list
from ingest.values import Clause, EdgeDraft, End, Mention

KIND_BY_NAME = "kind by its name"
TWO_OF_A_KIND = "two of a kind"
MEMBER_BY_NAME = "member by its name"
MIN_MEMBERS = 3
MAX_STEPS = 4
_SHORT = re.compile(r"[a-z]{3,5}")
MIN_PAIR_WORDS = 3
_CLASS = re.compile(
    r"(?P<noun>[a-z][\w-]*(?: [a-z][\w-]*)?) (?:types|kinds|classes|variants|families|flavou?rs|styles)", re.IGNORECASE
)
_NO = ("no ", "No ", "without ", "w/o ")
_CODE = re.compile(r"[`_$.]|-[-A-Z]|[a-z][A-Z]")


class Variants:
    """The parts that a document names, where it names them first, and which of them titles and labels are about."""

    def __init__(self, clauses: Sequence[Clause]) -> None:
        self._owners: dict[str, str] = {}
        self._first: dict[str, int] = {}
        self._topics: set[str] = set()
        for index, clause in enumerate(clauses):
            for key, owner in _parts(clause):
                self._owners.setdefault(key, owner)
                self._first.setdefault(key, index)
            if clause.subject_span is None:
                self._topics.add(clause.subject)
        self._edges: dict[int, list[EdgeDraft]] = defaultdict(list)
        self._first |= {key: index for key, index in _ideas(clauses).items() if key not in self._first}
        for found in (*self._kinds(), *self._pairs(), *_alike(_ideas(clauses))):
            last = max(self._first[end.key] for end in (found.source, found.target) if end.key)
            self._edges[last].append(found)
        for place, found in _members(clauses):
            self._edges[place].append(found)

    def edges(self, index: int) -> Iterable[EdgeDraft]:
        """The edges of names that the document holds with the clause at a place, and not before."""
        return self._edges.get(index, ())

    def _kinds(self) -> Iterator[EdgeDraft]:
        """A part whose name is that of another part of the same whole with words before it."""
        for key, owner in self._owners.items():
            words = bare_key(key).split("-")
            for start in range(1, len(words)):
                base = "-".join(words[start:])
                known = next((k for k in (base, f"{owner}/{base}") if self._owners.get(k) == owner), None)
                if known is not None:
                    if _tell_apart(words[:start], owner) and not base.startswith(f"{bare_key(owner)}-"):
                        yield _edge(key, RelationType.KIND_OF, known, KIND_BY_NAME)
                    break

    def _pairs(self) -> Iterator[EdgeDraft]:
        """The only two topics of a whole that end with the same noun, where their names share one word more."""
        alike: dict[tuple[str, str], list[str]] = defaultdict(list)
        for key in self._owners:
            words = bare_key(key).split("-")
            if len(words) >= MIN_PAIR_WORDS:
                alike[self._whole(key), singular(words[-1])].append(key)
        for pair in alike.values():
            if len(pair) == 2 and self._topics.issuperset(pair) and _differ_in_one(*pair):
                yield _edge(pair[0], RelationType.CONTRASTS_WITH, pair[1], TWO_OF_A_KIND)

    def _whole(self, key: str) -> str:
        for _ in range(MAX_STEPS):
            key = self._owners.get(key, key)
        return key


def _ideas(clauses: Sequence[Clause]) -> dict[str, int]:
    """The ideas with short names that titles and labels explain, and where they do first."""
    found: dict[str, int] = {}
    for index, clause in enumerate(clauses):
        is_topic = clause.subject_span is None and clause.subject_kind is Kind.CONCEPT and not clause.quiet
        if is_topic and _SHORT.fullmatch(clause.subject) and clause.subject.upper() in (clause.label or clause.frame):
            found.setdefault(clause.subject, index)
    return found


def _alike(ideas: dict[str, int]) -> Iterator[EdgeDraft]:
    """Two ideas whose short names differ in one letter, or in the order of two: "RTO" and "RPO", "ETL" and "ELT"."""
    for one, other in combinations(ideas, 2):
        differing = [(a, b) for a, b in zip(one, other, strict=False) if a != b]
        is_turned = len(differing) == 2 and differing[0] == differing[1][::-1]
        if len(one) == len(other) and one[0] == other[0] and (len(differing) == 1 or is_turned):
            yield EdgeDraft(End(key=one), RelationType.CONTRASTS_WITH, End(key=other), None, "short names alike")


def _members(clauses: Sequence[Clause]) -> Iterator[tuple[int, EdgeDraft]]:
    """Below "Ferry types" the titles that end in "ferry", three at least, and those that stand between them."""
    titles = [i for i, clause in enumerate(clauses) if clause.subject_span is None and not clause.quiet]
    for index, clause in enumerate(clauses):
        match = _CLASS.fullmatch(clause.text.rstrip(" :")) if clause.text[:1].isupper() else None
        if match is None:
            continue
        noun = singular(match["noun"].lower().replace(" ", "-"))
        whole = clause.owner or clause.subject
        below = [i for i in titles if i > index and clauses[i].label is None]
        named = [i for i in below if clauses[i].owner == whole and bare_key(clauses[i].subject).endswith(f"-{noun}")]
        if len({clauses[i].subject for i in named}) < MIN_MEMBERS:
            continue
        is_named = bare_key(clause.subject).startswith(noun)
        group = End(key=clause.subject) if is_named else End(text=clause.text.rstrip(" :"), kind=Kind.FEATURE)
        seen = {whole, clause.subject}
        for i in below:
            each = clauses[i]
            if named[0] <= i <= named[-1] and each.subject not in seen and each.subject_kind is not Kind.SERVICE:
                seen.add(each.subject)
                item = End(key=each.subject, kind=each.subject_kind)
                yield i, edge(group, RelationType.HAS_FEATURE, item, MEMBER_BY_NAME)


def _parts(clause: Clause) -> Iterator[tuple[str, str]]:
    """The parts that a clause is about or names in words of their own, with their owners."""
    if clause.owner and clause.subject_kind is Kind.FEATURE:
        yield clause.subject, clause.owner
    for mention in clause.mentions:
        is_part = mention.owner and mention.kind is Kind.FEATURE and not clause.text.endswith(_NO, 0, mention.start)
        if is_part and mention.owner and not _is_code(clause.text, mention):
            yield mention.key, mention.owner


def _is_code(text: str, mention: Mention) -> bool:
    """Whether a name is written as an option, a header or a call, whose words tell nothing of kinds."""
    return _CODE.search(text, max(0, mention.start - 1), mention.end) is not None


def _tell_apart(words: list[str], owner: str) -> bool:
    """Whether the words before a noun tell one of its kind from others: none joins, or names the whole once more."""
    small = not word_list("no varieties").isdisjoint(words) or words[0] in word_list("advice")
    return not small and set(bare_key(owner).split("-")).isdisjoint(words)


def _differ_in_one(one: str, other: str) -> bool:
    words, others = bare_key(one).split("-")[:-1], bare_key(other).split("-")[:-1]
    return len(words) == len(others) and sum(a != b for a, b in zip(words, others, strict=True)) == 1


def _edge(source: str, relation: RelationType, target: str, rule: str) -> EdgeDraft:
    return edge(End(key=source, kind=Kind.FEATURE), relation, End(key=target, kind=Kind.FEATURE), rule)

"""What a question asks for, read from its words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from graph.vocabulary import Bound, Direction, RelationType


class Intent(StrEnum):
    """What sort of answer a question wants; the names stand in `understood`."""

    STANDS_FOR = "stands_for"
    OTHER_NAME = "other_name"
    COMPARISON = "comparison"
    INSTEAD = "instead"
    PATH = "path"
    BAD_FOR = "bad_for"
    QUANTITY = "quantity"
    YES_NO = "yes_no"
    KINDS = "kinds"
    HAPPENS = "happens"
    COMMAND = "command"
    WHEN = "when"
    DEFINITION = "definition"
    WHERE = "where"
    WHAT = "what"
    SEARCH = "search"


@dataclass(frozen=True, slots=True)
class Subject:
    """A thing that a question names: the entities that it may mean (best first; none where the notes do not have it).

    `weak` marks a name that is also an ordinary word: it may be meant as a thing, or only as a word.
    """

    text: str
    name: str
    ids: tuple[str, ...]
    start: int
    end: int
    mended: bool = False
    weak: bool = False


@dataclass(frozen=True)
class Query:
    """A question as it was read.

    `text` is the question with misspelt words mended. `subjects` are the things it names, `words` the words besides
    them that an answer has to deal with, `wanted` nouns for the sort of answer ("service"), `nouns` other such nouns,
    which are among the `words` ("which instance families are …"), `aside` those of the `words` that only tell of the
    case in which it is asked. With a `relation`, `direction` tells where the answer
    stands as seen from the subject: OUT, the subject is the relation's source.
    """

    question: str
    text: str
    intent: Intent
    subjects: tuple[Subject, ...] = ()
    words: tuple[str, ...] = ()
    wanted: tuple[str, ...] = ()
    relation: RelationType | None = None
    direction: Direction | None = None
    dimension: str | None = None
    bound: Bound | None = None
    negated: bool = False
    nouns: tuple[str, ...] = ()
    mended: tuple[tuple[str, str], ...] = ()
    aside: frozenset[str] = frozenset()

    @cached_property
    def known(self) -> tuple[Subject, ...]:
        """The subjects that the notes have."""
        return tuple(subject for subject in self.subjects if subject.ids)

    @cached_property
    def missing(self) -> tuple[Subject, ...]:
        """The subjects that are names of something which the notes do not have."""
        return tuple(subject for subject in self.subjects if not subject.ids)

    @cached_property
    def strong(self) -> tuple[Subject, ...]:
        """The known subjects that are surely meant as things, else those that may be."""
        return tuple(s for s in self.known if not s.weak) or self.known

    @cached_property
    def strong_ids(self) -> frozenset[str]:
        """The ids of all that the subjects may mean."""
        return frozenset(i for subject in self.strong for i in subject.ids)

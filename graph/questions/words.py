"""The words of questions, read once from data, and what makes two words of a question and of a note the same."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from graph.names import singular
from graph.vocabulary import Bound, RelationType

_ENDINGS = (
    ("istence", "ist"), ("istent", "ist"),
    ("ically", "ic"), ("ability", "abl"), ("ibility", "ibl"), ("ization", "iz"), ("isation", "is"), ("ations", "at"),
    ("ation", "at"), ("itions", "it"), ("ition", "it"), ("ments", ""), ("ment", ""), ("ings", ""), ("ing", ""),
    ("edly", ""), ("ed", ""), ("ions", ""), ("ion", ""), ("ers", ""), ("er", ""), ("ors", ""), ("or", ""), ("ic", ""),
    ("ly", ""), ("able", "abl"), ("ies", "y"), ("es", ""), ("s", ""),
)  # fmt: skip
_LAST = tuple({ending for ending, _ in _ENDINGS})
_MIN_STEM = 3
_MIN_BEFORE_IC = 5  # "logic" is no "log"
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")
_WORD = re.compile(r"[^\W_]+(?:['’][a-z]+)?")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """What the forms of an English word have in common, by spelling alone.

    >>> stem("rotation") == stem("rotate"), stem("encrypted") == stem("encrypts"), stem("policies") == stem("policy")
    (True, True, True)
    """
    at = singular(word.lower())
    for _ in range(2):
        if not at.endswith(_LAST):
            break
        for ending, instead in _ENDINGS:
            least = _MIN_BEFORE_IC if ending == "ic" else _MIN_STEM
            if at.endswith(ending) and len(at) - len(ending) >= least and ending != instead:
                at = at[: -len(ending)] + instead
                break
    if len(at) > _MIN_STEM and at[-1] == at[-2] and at[-1] not in "aeious":
        at = at[:-1]
    return at[:-1] if len(at) > _MIN_STEM and at[-1] in "ey" else at


def plain_words(text: str) -> list[str]:
    """The words of a text in lower case; hyphens, strokes and dots part them, "5,000" is 5000."""
    lowered = text.lower()
    if "," in lowered:
        lowered = _THOUSANDS.sub("", lowered)
    return [word.replace("’", "'") for word in _WORD.findall(lowered)]


def stems(text: str) -> set[str]:
    """The stems of a text's words."""
    return {stem(word) for word in plain_words(text)}


@dataclass(frozen=True, slots=True)
class Dimension:
    """What a question measures: the patterns that ask for it, and the units that an answer has."""

    name: str
    asked: tuple[re.Pattern[str], ...]
    classes: frozenset[str]
    units: frozenset[str]


@dataclass(frozen=True, slots=True)
class IntentWords:
    """The patterns that ask for an intent, and those under which it is not meant after all."""

    name: str
    patterns: tuple[re.Pattern[str], ...]
    unless: tuple[re.Pattern[str], ...] = ()

    def fits(self, lowered: str) -> bool:
        """Whether a question in lower case has this intent."""
        return any(p.search(lowered) for p in self.patterns) and not any(p.search(lowered) for p in self.unless)


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """The data of words/questions.toml, ready to use."""

    intents: tuple[IntentWords, ...]
    stop: frozenset[str]
    wanted: frozenset[str]
    negated: frozenset[str]
    groups: dict[str, str]
    spellings: dict[str, tuple[str, ...]]
    opposites: dict[str, frozenset[str]]
    dimensions: tuple[Dimension, ...]
    bounds: tuple[tuple[Bound, tuple[re.Pattern[str], ...]], ...]
    places: dict[str, RelationType]
    said: tuple[tuple[RelationType, tuple[re.Pattern[str], ...]], ...] = ()
    said_of_subject: frozenset[re.Pattern[str]] = frozenset()
    sections: frozenset[str] = frozenset()
    leading: frozenset[str] = frozenset()
    generic: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    naming: frozenset[str] = frozenset()
    comparing: frozenset[str] = frozenset()
    measures: frozenset[str] = frozenset()
    lifetimes: frozenset[str] = frozenset()
    rates: frozenset[str] = frozenset()
    unnamed: frozenset[str] = frozenset()
    speedy: frozenset[str] = frozenset()
    light: frozenset[str] = frozenset()
    vague: frozenset[str] = frozenset()
    wordings: tuple[tuple[re.Pattern[str], str], ...] = ()
    common: frozenset[str] = frozenset()
    phrases: tuple[tuple[frozenset[str], str], ...] = ()

    def concept(self, word: str) -> str:
        """What stands for a word and all that mean the same: its stem, or the stem of its group's first word."""
        found = stem(word)
        return self.groups.get(found, found)

    def opposed(self, word: str) -> frozenset[str]:
        """What stands for the words that say the opposite, "lidless" for "lid" among them."""
        return frozenset(self.groups.get(o, o) for o in (*self.opposites.get(stem(word), ()), stem(f"{word}less")))

    def alike(self, word: str) -> tuple[str, ...]:
        """Spellings under which a word may stand in the notes, itself first."""
        return (word, *self.spellings.get(self.concept(word), ()))


@cache
def question_words() -> QuestionWords:
    """The words of questions that ship."""
    data = tomllib.loads((files("graph") / "words" / "questions.toml").read_text(encoding="utf-8"))
    words = data["words"]
    measure = f"(?:{'|'.join(words['measures'].split())})"
    groups, spellings = _synonyms(words["synonyms"])
    for said in words["phrases"]:
        parts, concept = said.split(" = ")[0].split(), _phrase(said, groups)[1]
        spellings[concept] = tuple(dict.fromkeys([*spellings.get(concept, ()), *parts]))
    return QuestionWords(
        intents=tuple(
            IntentWords(
                group["name"],
                _patterns(pattern.replace("<measure>", measure) for pattern in group["patterns"]),
                _patterns(group.get("unless", ())),
            )
            for group in data["intent"]
        ),
        stop=frozenset(words["stop"].split()),
        wanted=frozenset(words["wanted"].split()),
        negated=frozenset(words["negated"].split()),
        sections=frozenset(words["sections"].split()),
        leading=frozenset(words["leading"].split()),
        naming=frozenset(words["naming"].split()),
        classes=frozenset(words["classes"].split()),
        comparing=frozenset(words["comparing"].split()),
        generic=frozenset(words["generic"].split()),
        measures=frozenset(words["measures"].split()),
        lifetimes=frozenset(words["lifetimes"].split()),
        rates=frozenset(words["rates"].split()),
        unnamed=frozenset(words["unnamed"].split()),
        speedy=frozenset(words["speedy"].split()),
        light=frozenset(words["light"].split()),
        vague=frozenset(words["vague"].split()),
        wordings=tuple(
            (re.compile(said, re.IGNORECASE), group["means"]) for group in data["wording"] for said in group["said"]
        ),
        common=frozenset(words["common"].split()),
        phrases=tuple(_phrase(said, groups) for said in words["phrases"]),
        groups=groups,
        spellings=spellings,
        opposites=_opposites(words["opposites"]),
        dimensions=tuple(
            Dimension(d["name"], _patterns(d["asked"]), frozenset(d.get("classes", ())), frozenset(d.get("units", ())))
            for d in data["dimension"]
        ),
        bounds=tuple((Bound(group["bound"]), _patterns(group["patterns"])) for group in data["bound"]),
        said=tuple((RelationType(group["relation"]), _patterns(group["patterns"])) for group in data["said"]),
        said_of_subject=frozenset(
            pattern for g in data["said"] if g.get("direction") == "out" for pattern in _patterns(g["patterns"])
        ),
        places={word: RelationType(g["relation"]) for g in reversed(data["where"]) for word in g["words"].split()},
    )


def _phrase(said: str, groups: dict[str, str]) -> tuple[frozenset[str], str]:
    """What stands for the words of "low cost = cheap", and for the word that says the same."""
    parts, _, same = said.partition(" = ")
    concepts = [groups.get(stem(word), stem(word)) for word in (*parts.split(), same)]
    return frozenset(concepts[:-1]), concepts[-1]


def _patterns(patterns: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, patterns))


def _synonyms(lines: list[str]) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    groups: dict[str, str] = {}
    spellings: dict[str, tuple[str, ...]] = {}
    for line in lines:
        words = line.split()
        first = stem(words[0])
        for word in words:
            groups.setdefault(stem(word), first)
        spellings[first] = (*spellings.get(first, ()), *words)
    return groups, spellings


def _opposites(lines: list[str]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in lines:
        stems = [stem(word) for word in line.split()]
        for one in stems:
            found[one] = found.get(one, frozenset()) | frozenset(other for other in stems if other != one)
    return found

"""A clause as words with its names: what stands beside a relation's words, what denies them, what limits them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from graph.lexicon import Hit, Lexicon
from graph.text import tail, tokens
from graph.vocabulary import Direction, RelationType
from ingest.relating.adverbials import PLACING, PRONOUNS, behind_adverbial, stands_for_subject
from ingest.relating.name_places import is_small_word, names_at
from ingest.relating.phrases import condition_alone, is_capital_inside
from ingest.terms import is_verb, word_list
from ingest.values import Clause, Mention

_BOUNDARY = frozenset({",", ";", ":", ".", "(", ")", "->", "=>", "!", "?", "|", "-", "–", "—", "="})
_HARD = frozenset({";", ".", "!", "?", "|", "->", "=>", "–", "—"})
_LISTING = frozenset(
    [",", ";", "/", "&", "+", "(", "and", "or", "plus", "as", "like", "including", "for", "e.g", "eg", "i.e", "ex"]
)
"""Words and signs between the members of lists and their examples."""
JOINS = frozenset({",", "and", "or", "/", "&", "+", "plus"})
_OPENERS_IF = frozenset(
    ["if", "unless", "whether", "when", "whenever", "until", "before", "after", "instead", "rather"]
)
_RELATIVE = frozenset({"which", "that", "who", "where", "whereby", "so", "because", "but", "while"})
_GONE = word_list("done away with")
_PLACES = frozenset({"on", "at", "per", "in"})
_NEARLY = frozenset({"almost", "nearly", "virtually", "practically", "absolutely", "basically"})
_BURDENS = frozenset({"need", "hassle", "burden", "having", "pain", "trouble", "work"})
_GONE_BEHIND = re.compile(
    r"[`*]*\s+(?:support\s+)?(?:(?:is|are|was|were|got|has been|have been)\s+)?"
    r"(?:dropped|removed|discontinued|retired|gone|axed|killed off|phased out)"
    r"(?=\s*(?:$|[,;.)!]|(?:in|with|since|from|as of)\s+(?:v(?:ersion\s?)?)?\d|(?:now|again|completely)\b))",
    re.IGNORECASE,
)
"""Behind a noun it tells that it is there no more; "letters dropped in the box" are."""
_SPARED = re.compile(
    rf"\b(?:remov|eliminat|avoid|sav|spar|reliev|free|without|no)\w*\s(?:\w+\s){{,2}}(?:{'|'.join(sorted(_BURDENS))})"
    r"\s(?:of\s|to\s|from\s|for\s)?(?:\w+\s)?$",
    re.IGNORECASE,
)
"""What stands before words for something that is not needed any more: "saves you the trouble of"."""
_DETERMINERS = frozenset(
    {"the", "a", "an", "of", "this", "each", "per", "every", "different", "various", "several", "other"}
)
_NOUN_BEHIND = frozenset({"from", "into", "onto", "between"})
"""Behind one of these a verb's form is a noun: "from streams"."""
_NOUNS_FIRST = frozenset({"log"})
"""Forms of verbs that are nouns unless the word before makes verbs of them: "tails log files"."""
_GOING = frozenset({"go", "land", "end", "flow"})
_BEFORE_DEEDS = frozenset({"to", "and", "then", "also"})
_BEFORE_NOUNS = _DETERMINERS | {"many", "few", "fewer", "more", "less", "no", "its", "their", "your", "our", "at"}
_BEFORE_NOUNS |= {"till", "until"}
"""Before a verb's form they make a noun of it: "too many calls"."""
_PART = re.compile(r"[^\W_]+")
NEGATION_REACH = 4
LABEL, LEAD_IN, CELLS, NAME, NAMES, FIGURE = "<label>", "<lead-in>", "<cells>", "<name>", "<names>", "<figure>"
PLAIN = "<plain>"
"""What a clause may hold besides words: no word is written so. NAMES are two at least; PLAIN is a clause about what
stands above it, without a label or a lead-in."""
_DIGIT = re.compile(r"\d")


class Side(NamedTuple):
    """The names on one side of a relation's words. `edge` is the token index where they begin (left) or end (right).

    `plain` tells that ordinary words stood there, with no name among them; `other` that the words belong to a relative
    clause about something without a name ("jobs that need …").
    """

    mentions: tuple[Mention, ...]
    edge: int
    plain: bool = False
    other: bool = False


class Sentence:
    """The words of a clause and where its names are among them."""

    def __init__(self, clause: Clause, lexicon: Lexicon) -> None:
        names = tuple(m for m in clause.mentions if not is_small_word(clause.text, m, lexicon))
        self.clause = clause if len(names) == len(clause.mentions) else replace(clause, mentions=names)
        self.lexicon = lexicon
        self.words = tokens(clause.text)
        self._starts = [word.start for word in self.words]
        self.at = names_at(self.words, self.clause.mentions)
        start = bisect_left(self._starts, clause.body_start)
        self.body = behind_adverbial(self.words, start, self.at, lexicon)
        self.is_told_when = self.body > start
        self.signs = frozenset([word.lower for word in self.words])
        """The lower-case words and signs of the clause, that tell a rule quickly that it has nothing to look for."""
        self.holds = self.signs.union(self._parts(), self._shape())
        """The same, also parted at hyphens, dots, apostrophes and underscores; and what else a rule may need."""
        self._has_burdens = self.has(_BURDENS)

    def _parts(self) -> list[str]:
        """What signs inside the words part, and the words of a label that was cut off the text."""
        label = self.clause.label
        cut_off = label.lower() if label is not None and label not in self.clause.text else ""
        return _PART.findall(" ".join([cut_off, *(word for word in self.signs if not word.isalnum())]))

    def _shape(self) -> list[str]:
        clause = self.clause
        found = [NAME, NAMES][: len(clause.mentions)]
        if clause.label is not None:
            found.append(LABEL)
        if clause.lead is not None:
            found.append(LEAD_IN)
        if clause.label is None and clause.lead is None and clause.subject_span is None:
            found.append(PLAIN)
        if clause.columns:
            found.append(CELLS)
        if _DIGIT.search(clause.text):
            found.append(FIGURE)
        return found

    def has(self, words: frozenset[str]) -> bool:
        """Whether one of some lower-case words stands in the clause: without it a rule has nothing to look for."""
        return not self.holds.isdisjoint(words)

    def may_list(self) -> bool:
        """Whether a list of several things may stand in the clause."""
        return not self.signs.isdisjoint(_LISTING)

    def hits(self) -> Iterator[Hit]:
        """The relation words of the clause that are no part of a name."""
        return iter(self._hits)

    @cached_property
    def _hits(self) -> tuple[Hit, ...]:
        return tuple(self._find_hits())

    def _find_hits(self) -> Iterator[Hit]:
        for hit in self.found_between(0, len(self.words)):
            if hit.phrase.verb and hit.first < self.body < len(self.words) and not self._is_equation():
                continue  # a label sums up; what it heads says it
            if hit.phrase.weak and hit.phrase.verb and (self._is_noun(hit) or self._is_listed(hit)):
                continue  # "a cron schedule"
            if hit.phrase.weak and not hit.phrase.verb and hit.end == len(self.words):
                continue  # "night queries": nothing stands behind it
            if hit.end - hit.first == 1 and is_capital_inside(self.clause.text, self.place(hit.first)):
                continue  # "Rods and Beats pull"
            outside = all(index not in self.at for index in range(hit.first, hit.gap_start))
            if outside and (hit.end - 1 not in self.at or hit.end == hit.gap_start):
                yield hit

    def found_between(self, start: int, end: int) -> Iterator[Hit]:
        """The phrases between two words; behind a verb's form that is a noun, those that it hides."""
        for hit in self.lexicon.find(self.words[start:end], {index - start for index in self.at}):
            if start:
                hit = hit._replace(first=hit.first + start, end=hit.end + start, gap_start=hit.gap_start + start)
            if not (hit.phrase.verb and self._is_noun_here(hit)):
                yield hit
            elif hit.end > hit.gap_start:
                yield from self.found_between(hit.first + 1, hit.end)

    def _is_noun_here(self, hit: Hit) -> bool:
        """Whether a verb's form is a noun by what stands before it ("the use of", "from streams & dumps into") or
        behind it ("sink writes to")."""
        word = self.words[hit.first].lower
        if word.endswith("ing"):
            return False
        are_parts = word == "features" and self._word(hit.end) in self.lexicon.prepositions
        if self._word(hit.first - 1) in _BEFORE_NOUNS or are_parts:
            return True
        if word.endswith("ed"):  # "from tied boats to the quay"
            return hit.end > hit.gap_start and self._word(hit.first - 1) in ("from", "of", "between")
        if word in _NOUNS_FIRST and hit.first != self.body:
            doing = self.lexicon.auxiliaries | PRONOUNS | _BEFORE_DEEDS
            return hit.first - 1 not in self.at and self._word(hit.first - 1) not in doing
        if hit.end == hit.gap_start:
            return self._is_compound(hit, word)
        following = self.words[hit.gap_start].lower
        if following in self.lexicon.auxiliaries or following in _GOING:
            return True  # "pulls are made from the left", "logs go to the mill"
        acts = following.endswith("s") and hit.gap_start not in self.at and is_verb(following)
        return self._word(hit.first - 1) in _NOUN_BEHIND or (acts and not word.endswith("s"))

    def _is_compound(self, hit: Hit, word: str) -> bool:
        """Whether a lone verb's base form begins a part as a noun: "launch types A and B", "…, scan on push"."""
        before, following = self._word(hit.first - 1), self._word(hit.end)
        if hit.end - hit.first > 1 or word.endswith("s") or not (hit.first == self.body or before == ","):
            return False
        is_label = hit.end not in self.at and self.lexicon.lead_in(f"{word} {following}") is not None
        return is_label or (following in _PLACES and before == ",")

    def _is_equation(self) -> bool:
        """ "needs `x` = 1": no label, but a value that something has to have."""
        return self.body > 0 and self.words[self.body - 1].lower == "="

    def _is_noun(self, hit: Hit) -> bool:
        """Whether a word that may be a verb ends a part of the sentence, with a noun before it."""
        word = self.words[hit.first].lower
        ends = hit.end == len(self.words) or self.words[hit.end].lower in _BOUNDARY
        return ends and hit.end - hit.first == 1 and hit.first - 1 in self.at and not word.endswith(("s", "ed", "ing"))

    def _is_listed(self, hit: Hit) -> bool:
        """Whether a verb in its base form stands in a list in brackets: "(for spring, fire, start of the day)"."""
        is_base = hit.end - hit.first == 1 and not self.words[hit.first].lower.endswith(("s", "ed", "ing"))
        text = tail(self.clause.text, 0, self.words[hit.first].start)
        return self._word(hit.first - 1) == "," and is_base and text.rfind("(") > text.rfind(")")

    def hits_between(self, start: int, end: int) -> Iterator[Hit]:
        """The relation words that begin between two places of the text."""
        return (hit for hit in self.hits() if start <= self.place(hit.first) < end)

    # -- what denies
    def negated(self, hit: Hit) -> bool:
        """Whether a word in front of the relation's words, or directly behind them, denies them."""
        negations = self.lexicon.negations
        before = (self._word(hit.first - 2), self._word(hit.first - 1))
        if hit.phrase.relation is RelationType.REQUIRES and before == ("used", "to"):
            return True  # "used to need a key"
        for index in range(hit.first - 1, max(-1, hit.first - 1 - NEGATION_REACH), -1):
            word = self.words[index].lower
            if word in _BOUNDARY or (word in _RELATIVE and word != "so") or self._says_on(index):
                break
            if word in negations and not (word == "not" and self._word(index + 1) == "only"):
                return True
        if self._word(hit.end + (self._word(hit.end) in _NEARLY)) in ("no", "not", "neither", "none", "nothing"):
            return True
        return self._spared(self.place(hit.first))

    def _says_on(self, index: int) -> bool:
        """Whether "and" goes on with a predicate of its own, which what is denied before it does not reach."""
        return self.words[index].lower == "and" and self._word(index + 1) in self.lexicon.auxiliaries

    def denies(self, mention: Mention) -> bool:
        """Whether the words right before or behind a name say that it is not there, or no more ("no X")."""
        if self._spared(mention.start) or self.says_gone(mention.end):
            return True
        index = self.index_at(mention.start - (self.clause.text[mention.start - 1 : mention.start] == "`")) - 1
        for place in range(index, max(-1, index - 2), -1):
            word = self.words[place].lower
            if word in self.lexicon.negations or word in _GONE:
                return True
            if word not in self.lexicon.fillers:  # "no native X"
                return place == index and word.isalpha() and self._word(place - 1) in ("no", "without")
        return False

    def says_gone(self, place: int) -> bool:
        """Whether the words behind a noun say that it is there no more: "oars dropped in v3"."""
        return _GONE_BEHIND.match(self.clause.text, place) is not None

    def _spared(self, end: int) -> bool:
        """Whether what begins at a place of the text is something that is not needed any more."""
        return self._has_burdens and _SPARED.search(tail(self.clause.text, 0, end)) is not None

    def conditional(self, hit: Hit) -> bool:
        """Whether the relation's words stand in an if-part themselves."""
        for index in range(hit.first - 1, -1, -1):
            word = self.words[index].lower
            if word in _HARD or word in (",", ":"):
                return False
            if word in _OPENERS_IF and index not in self.at:
                return True
        return False

    def _word(self, index: int) -> str:
        return self.words[index].lower if 0 <= index < len(self.words) else ""

    # -- sides
    def left(self, hit: Hit, *, floor: int = 0) -> Side:
        """The names in front of the relation's words, back to the sentence's beginning or the next sign."""
        index, plain, pronoun, by_pronoun = hit.first - 1, 0, False, False
        is_done_to = hit.phrase.passive and hit.phrase.direction is Direction.OUT
        while index >= floor and index not in self.at:
            word = self.words[index].lower
            pronoun = pronoun or word in PRONOUNS
            by_pronoun = by_pronoun or (not plain and stands_for_subject(self.words, index, hit))
            if word == ")" and (opened := self._opened(index, floor)) > floor:
                index = opened - 1
                continue
            if word in ("which", "that", "who") and index > floor:
                if index - 1 not in self.at and self.words[index - 1].lower != "one":
                    return Side((), index, plain > 0, other=True)
            elif (
                word in _HARD
                or word in _BOUNDARY
                or word in _RELATIVE
                or (word == "since" and pronoun and index > floor)
            ):
                return Side((), index + 1, plain > 0)
            elif word == "and" and (is_done_to if plain else pronoun):
                return Side((), index + 1, plain > 0)  # "planes with X and boards kept in", "no X and it can carry"
            if word not in self.lexicon.fillers and not word.endswith("ly"):
                plain += 1
            if plain > 2:
                return Side((), floor, False) if by_pronoun else Side((), index, True)
            index -= 1
        if index < floor:
            return Side((), floor, plain > 0 and not by_pronoun)
        if pronoun and self._is_placed(index):
            return Side((), index + 1, plain > 0)  # "on a lake it needs oars": the lake does not
        found = [self.at[index]]
        edge = index = self.first_of(index)
        while index - 1 >= floor and (before := self._joined_before(index - 1, floor)) is not None:
            if self._ends_another_part(before, hit.first):
                break
            found.append(self.at[before])
            edge = index = self.first_of(before)
        return Side(tuple(reversed(found)), edge)

    def _ends_another_part(self, index: int, end: int) -> bool:
        """Whether a name before a comma is told of something else: "the barge is for coal, ferries are for mail"."""
        before = self.first_of(index) - 1
        joins = {word.lower for word in self.words[index + 1 : end]} & JOINS
        return joins == {","} and self._word(before) in self.lexicon.prepositions

    def _is_placed(self, index: int) -> bool:
        """Whether a name stands behind a word of place, with an article or not."""
        before = self.first_of(index) - 1
        while self._word(before) in _DETERMINERS:
            before -= 1
        return self._word(before) in PLACING

    def _opened(self, index: int, floor: int) -> int:
        """The index of the bracket that is closed at a word; the floor where there is none."""
        return next((i for i in range(index - 1, floor, -1) if self.words[i].lower == "("), floor)

    def first_of(self, index: int) -> int:
        mention = self.at[index]
        while index - 1 in self.at and self.at[index - 1] is mention:
            index -= 1
        return index

    def last_of(self, index: int) -> int:
        mention = self.at[index]
        while index + 1 in self.at and self.at[index + 1] is mention:
            index += 1
        return index

    def _joined_before(self, index: int, floor: int) -> int | None:
        """The name that stands before the one at `index + 1` in the same list."""
        joined = False
        while index >= floor and index not in self.at:
            word = self.words[index].lower
            if word in JOINS:
                joined = True
            elif word not in ("a", "an", "the", "functions", "services"):
                return None
            index -= 1
        return index if joined and index >= floor else None

    def is_infinitive(self, hit: Hit, left: Side) -> bool:
        """Whether the verb is the aim of a name before it ("use X to send …"), not what that name does."""
        before = self._word(hit.first - 1)
        return before == "to" and hit.first - 2 in self.at and self.at[hit.first - 2] is left.mentions[-1]

    def opens(self, index: int) -> bool:
        """Whether a part of the sentence begins at the word: behind a comma or a semicolon."""
        return index > 0 and self.words[index - 1].lower in (",", ";", "and", "but")

    def place(self, index: int) -> int:
        """Where the word at `index` starts in the text; the text's end behind the last word."""
        return self.words[index].start if index < len(self.words) else len(self.clause.text)

    def index_at(self, place: int) -> int:
        """The index of the first word at or behind a place of the text."""
        return bisect_left(self._starts, place)

    # -- conditions
    def _opens_condition(self, index: int) -> bool:
        following = tuple(word.lower for word in self.words[index : index + 3])
        return any(following[: len(words)] == words for words in self.lexicon.conditions.get(following[0], ()))

    def condition(self, index: int, stop: int) -> str | None:
        """The words from `index` on, if they begin as a condition does, up to the end of the sentence."""
        if index >= stop or not self._opens_condition(index):
            return None
        last = index
        while last + 1 < stop and self.words[last + 1].lower not in (";", ".", "->", "=>", "(", ")"):
            last += 1
        words = condition_alone(self.clause.text[self.words[index].start : self.words[last].end]).split()
        return " ".join(words) if 2 <= len(words) <= 14 else None

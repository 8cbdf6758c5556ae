"""Yes or no, decided by the line that says so; a negated one decides for "No"."""

from __future__ import annotations

import re

from graph.questions import line_things, sentence
from graph.questions.answer import AnswerKind, Draft, quote
from graph.questions.finding import good_lines, is_open
from graph.questions.matching import initials
from graph.questions.nearby import IN_NAME
from graph.questions.query import Query
from graph.questions.retrieval import Line, View, retrieve
from graph.questions.words import plain_words, stem

MIN_SHARE = 0.6
MIN_DIRECT = 0.5
MAX_LINES = 5
SCOPE_BEFORE, SCOPE_BEHIND = 7, 3
_TOKEN = re.compile(r"->|=>|→|[\w'’+#-]+|[^\w\s]")
_CHOICE = re.compile(
    r"^(?:is|are|was|were|should|do (?:i|we|you)) .*?([\w-]+) or (?:(?:an?|the|in|on|at|by) )*([\w-]+)(?: [\w-]+)?$"
)
_ASIDE = re.compile(r"\b(?:before|after|once|until|while)\b.*$")
_TAKEN_OUT = re.compile(r"\b(?:isn'?t|aren'?t|doesn'?t|don'?t|can'?t|not)\W*$", re.IGNORECASE)
MAX_BESIDE = 10
ASIDE_WORTH = 0.4
_TO_TEN = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
NUMBERS = {word: str(number) for number, word in enumerate(_TO_TEN, start=2)}
_ENDS_SCOPE = frozenset({";", ".", "but", "(", "->", "=>", "→"})
_ANSWERED = re.compile(r"(\?|->|=>|→|:|-)\s*(no|nope|never)\b", re.IGNORECASE)
_ASKS_ON = re.compile(
    r"\b(on|enabled?|active|activated)( by default)?$|\b(on|enabled|active) by default\b", re.IGNORECASE
)
_IS_OFF = re.compile(r"\b(off|disabled|inactive)\b", re.IGNORECASE)
_IS_ON = re.compile(r"\b(on|enabled|active)\b", re.IGNORECASE)


def chosen(view: View, query: Query) -> Draft | None:
    """Which of two words a question with "or" is right: by the best line about the subject that holds just one of them,
    else both; None where the question offers no such choice, or no line has either."""
    offered = _CHOICE.search(query.text.lower())
    subject = next((s for s in query.known if not s.weak), None)
    if offered is None or subject is None:
        return None
    one, other = _stems(offered[1]), _stems(offered[2])  # themselves: a word that says nearly the same chooses nothing
    lines = [line for line in retrieve(view, query) if _is_own(view, subject.ids[0], line)]
    ranked = [(one - other <= (have := _stems(line.text))) + (other - one <= have) for line in lines]
    best = next((line for count in (1, 2) for line, held in zip(lines, ranked, strict=True) if held == count), None)
    if best is None or one == other:
        return None
    told = f"{view.name(subject.ids[0])}: {sentence.quoted(best.text)}"
    more = [line for line, held in zip(lines, ranked, strict=True) if held and line is not best]
    evidence = [quote(line.statement) for line in [best, *more][:MAX_LINES]]
    return Draft(AnswerKind.STATEMENTS, told, evidence, view.entities(subject.ids[:1]))


def _stems(text: str) -> set[str]:
    return {stem(word) for word in plain_words(text)}


def _is_own(view: View, entity_id: str, line: Line) -> bool:
    """Whether a line is about a thing or opens with it, and says something."""
    first = next(iter(view.names_in(line.text)), None)
    own = line.statement.about == entity_id or (first is not None and entity_id in first.ids)
    return own and not is_open(line.text) and not line.text.rstrip().endswith("?")


def decided(view: View, query: Query) -> Draft | None:
    """Whether the notes say so: by the best line that holds what is asked; None where none does."""
    found = retrieve(view, query) if _ASIDE.search(query.text.lower()) else good_lines(view, query)
    lines = [line for line in found if _holds(view, query, line)]
    known = all(view.book.weights.has_all(view.words, word) for word in query.words)
    if (
        not lines and known and len(line_things.strong(query)) > 1
    ):  # a line that puts the two together decides, in whatever words
        lines = [
            line for line in retrieve(view, query) if line.of_subject >= 1.0 and not line.text.rstrip().endswith("?")
        ]
    if not lines:
        return None
    top = lines[0]
    said = says(view, query, top)
    for line in lines[1:6]:  # a line that denies it as well decides, where the first only mentions it
        if line.score >= top.score - 0.05 and not says(view, query, line) and said:
            top, said = line, False
    if said and (denial := _denied_beside(view, query, top)) is not None:
        top, said = denial, False
    answer = said != _asks_negated(query)
    told = f"{'Yes' if answer else 'No'}: {sentence.quoted(top.text)}"
    ordered = [top, *(line for line in lines if line is not top)]
    entities = [top.about] if top.about else []
    return Draft(AnswerKind.YES_NO, told, [quote(line.statement) for line in ordered[:MAX_LINES]], entities)


def _has_numbers(query: Query, line: Line) -> bool:
    """Whether a line has the numbers of a question, in words or in digits."""
    words = set(plain_words(line.text))
    asked = [word for word in query.words if word in NUMBERS or word.isdigit()]
    return all(not words.isdisjoint({word, NUMBERS.get(word, word)}) for word in asked)


def _denied_beside(view: View, query: Query, top: Line) -> Line | None:
    """The rest of the line that takes just the subject out: "idempotent: GET, PUT. POST isn't"."""
    for line in retrieve(view, query)[:MAX_BESIDE]:
        beside = line.statement.document == top.statement.document and line.statement.line_end == top.statement.line_end
        if beside and line.of_subject >= 1.0 > top.of_subject and _TAKEN_OUT.search(line.text):
            return line
    return None


def _holds(view: View, query: Query, line: Line) -> bool:
    aside = _ASIDE.search(query.text.lower())
    less = set(plain_words(aside[0])) if aside else set[str]()
    weights = {word: view.weight(word) * (ASIDE_WORTH if word in less else 1.0) for word in line.held}
    total = sum(weights.values())
    direct = sum(weights[word] for word, held in line.held.items() if held >= IN_NAME)
    if query.words and direct < MIN_DIRECT * total:
        return False
    share = sum(weights[w] * held for w, held in line.held.items()) / total if less and total else line.share
    return share >= MIN_SHARE and line.of_subject >= (0.6 if query.known else 0.0) and _has_numbers(query, line)


def _asks_negated(query: Query) -> bool:
    """Whether "yes" affirms a denial; "isn't it so" is answered as "is it so"."""
    return query.text.lower().startswith("cannot ")


def says(view: View, query: Query, line: Line) -> bool:
    """Whether a line affirms what the question says; False where it denies it, or says the opposite."""
    if _ANSWERED.search(line.text):
        return False
    over = view.above(line.statement)
    if any(word in view.words.negated for lead in (over.lead, over.heading) for word in plain_words(lead)):
        return "?" in over.text
    words = [match[0].lower().replace("’", "'") for match in _TOKEN.finditer(line.text)]
    asked = {view.words.concept(w) for w in query.words} | {
        view.words.concept(w) for s in query.subjects for w in plain_words(s.text)
    }
    asked |= {view.words.concept(short) for s in query.subjects if (short := initials(s.text).lower())}
    places = [n for n, word in enumerate(words) if any(view.words.concept(p) in asked for p in plain_words(word))]
    shared = set(plain_words(query.text)[1:])  # "without terminating" in question and line alike denies nothing
    denied = [
        n for n, word in enumerate(words) if (word in view.words.negated or word.endswith("n't")) and word not in shared
    ]
    if any(_is_denied(words, place, denied) for place in places):
        return False
    if _ASKS_ON.search(query.text) and _IS_OFF.search(line.text) and not _IS_ON.search(line.text):
        return False
    return not _says_opposite(view, query, line)


def _is_denied(words: list[str], place: int, denied: list[int]) -> bool:
    for no in denied:
        low, high = min(no, place), max(no, place)
        if high - low > (SCOPE_BEFORE if no < place else SCOPE_BEHIND):
            continue
        if not any(word in _ENDS_SCOPE for word in words[low + 1 : high]) and not (
            no > place and words[no] in ("no", "without")
        ):
            return True
    return False


def _says_opposite(view: View, query: Query, line: Line) -> bool:
    """ "Pull-based" where "push-based" is asked for, and not both."""
    have = _stems(line.text)
    for word in query.words:
        opposite = view.words.opposites.get(stem(word), frozenset())
        if opposite & have and view.words.concept(word) not in view.concepts(line.text):
            return True
    return False

"""Whether a line denies what a question asks, or says the opposite."""

from __future__ import annotations

import re

from graph.questions import narrowing
from graph.questions.matching import are_near, initials
from graph.questions.query import Query
from graph.questions.retrieval import Line, View
from graph.questions.words import plain_words, stem, stems
from graph.vocabulary import RelationType

SCOPE_BEFORE, SCOPE_BEHIND = 7, 3
_LESS = "less"
_PREDICATE = frozenset({"is", "are", "was", "were"})
_ENDS_SCOPE = frozenset({";", ".", "but", "(", "->", "=>", "→"})
_TOKEN = re.compile(r"->|=>|→|[\w'’+#-]+|[^\w\s]")
_ANSWERED = re.compile(r"(\?|->|=>|→|:|-)\s*(no|nope|never)\b", re.IGNORECASE)
_ASKS_ON = re.compile(
    r"\b(on|enabled?|active|activated)( by default)?$|\b(on|enabled|active) by default\b", re.IGNORECASE
)
_IS_OFF = re.compile(r"\b(off|disabled|inactive)\b", re.IGNORECASE)
_IS_ON = re.compile(r"\b(on|enabled|active)\b", re.IGNORECASE)
_PREDICATE_DENIAL = re.compile(
    r"\W*(?:it |they |this )?(?:not|never|no|(?:can|do|does|is|are|wo|should)(?: ?not|n['’]?t))\b", re.IGNORECASE
)
_ASKS_WHAT_IT_IS = re.compile(r"^(?:is|are|was|were|isn['’]?t|aren['’]?t)\b|\bbe\b", re.IGNORECASE)
_IS_NOT = re.compile(r"\b(?:is|are|was|were)(?: not |n['’]t )(?:an? |the )?", re.IGNORECASE)
_WITHOUT_DOING = re.compile(r"\bwithout (?:\w+ )?\w+ing\b", re.IGNORECASE)
_SPARED = re.compile(
    r"\b(?:(?:(?:eliminat|remov|avoid)\w*|sav(?:es?|ing)|spar(?:es?|ing)|without|no)(?: you| us)?(?: the| any)? need"
    r"|without having|no longer need) "
    r"(?:to|for|of) (?P<what>[^.;,(]+)",
    re.IGNORECASE,
)
"""What nobody has to do: "removes the need to stir"."""
_PURPOSE = re.compile(r"\bso that\b.*", re.IGNORECASE)
_NEEDS = re.compile(r"\b(?:needs?|requires?|must)\b", re.IGNORECASE)
_ONLY_AT_FIRST = re.compile(
    r"\bonly\b.*\b(?:when|while|at|during|on|upon|before)\b"
    r".*\b(?:creat\w+|start\w*|launch\w*|set ?up|first|beginning)\b",
    re.IGNORECASE,
)
_LATER = re.compile(r"\b(?:already|exist\w*|later|afterwards?|still|after)\b", re.IGNORECASE)
_OPPOSITE = {
    RelationType.SUITED_TO: RelationType.NOT_SUITED_TO,
    RelationType.NOT_SUITED_TO: RelationType.SUITED_TO,
}
_WHICH_DOES = re.compile(r"which (?:[\w/.-]+ ){1,3}?(\w+s)(?: .*)?$")
_BARE = re.compile(r"(?:\b(?:not|never|cannot)|n['’]t) (\w+)\s*(?:[.,;()]|$)", re.IGNORECASE)


def is_predicate(text: str) -> bool:
    """Whether a line as a whole denies something: "cannot be a lid", "not a lid"."""
    return _PREDICATE_DENIAL.match(text) is not None


def is_on_identity(view: View, query: Query, line: Line) -> bool:
    """Whether a line tells by name what its thing is not, and the question asks for something else than what it is."""
    if _ASKS_WHAT_IT_IS.search(query.text):
        return False
    starts = {mention.start for mention in view.names_in(line.text)}
    return any(match.end() in starts for match in _IS_NOT.finditer(line.text))


def without_manner(text: str) -> str:
    """A text without what it says that a thing is done "without doing": that says nothing of the thing itself."""
    return _WITHOUT_DOING.sub(" ", text)


def says(view: View, query: Query, line: Line) -> bool:
    """Whether a line affirms what the question says; False where it denies it, or says the opposite."""
    if _ANSWERED.search(line.text):
        return False
    over = view.above(line.statement)
    if any(word in view.words.negated for lead in (over.lead, over.heading) for word in plain_words(lead)):
        return "?" in over.text
    asked = {view.words.concept(w) for w in query.words} | {
        view.words.concept(w) for s in query.subjects for w in plain_words(s.text)
    }
    asked |= {view.words.concept(short) for s in query.subjects if (short := initials(s.text).lower())}
    if has_denied(view, query, line, asked) or _is_suited_otherwise(view, query, line, asked):
        return False
    if _LATER.search(query.text) and _ONLY_AT_FIRST.search(line.text):
        return False
    if _ASKS_ON.search(query.text) and _IS_OFF.search(line.text) and not _IS_ON.search(line.text):
        return False
    return not _says_opposite(view, query, line)


def _is_suited_otherwise(view: View, query: Query, line: Line, asked: set[str]) -> bool:
    """Whether a line says that something is bad for what a question would have it good for, or the other way round."""
    opposite = _OPPOSITE.get(query.relation) if query.relation is not None else None
    if opposite is None:
        return False
    own = [line.text[a:b] for a, b in narrowing.parts(line.text)]
    holding = [part for part in own if not asked.isdisjoint(view.concepts(part))] or own
    over = view.above(line.statement)
    told = [view.relations_said(text) for text in (*holding, over.lead, over.heading)]
    return any(opposite in said for said in told) and not any(query.relation in said for said in told)


def has_denied(view: View, query: Query, line: Line, asked: set[str]) -> bool:
    """Whether a line denies one of the concepts. "Without terminating" in question and line alike denies nothing."""
    if _ANSWERED.search(line.text):
        return True
    text = _PURPOSE.sub(" ", line.text)
    text = text if _NEEDS.search(query.text) else without_manner(text)
    if (spared := _SPARED.search(text)) and any(_is_asked(view, query, w, asked) for w in spared["what"].split()):
        return True
    words = [match[0].lower().replace("’", "'") for match in _TOKEN.finditer(text)]
    places = [n for n, word in enumerate(words) if _is_asked(view, query, word, asked)]
    shared = set(plain_words(query.text)[1:])
    denied = [
        n for n, word in enumerate(words) if (word in view.words.negated or word.endswith("n't")) and word not in shared
    ]
    if any(word.endswith(_LESS) and view.words.concept(word.removesuffix(_LESS)) in asked for word in words):
        return True  # "lidless" has no lid
    return any(words[place + 1 : place + 2] == ["nothing"] or _is_denied(words, place, denied) for place in places)


def _is_asked(view: View, query: Query, word: str, asked: set[str]) -> bool:
    """Whether a word of a line stands for one of the concepts, also misspelt."""
    return any(view.words.concept(part) in asked for part in plain_words(word)) or any(
        view.words.concept(own) in asked and are_near(own, word) for own in query.words
    )


def _is_denied(words: list[str], place: int, denied: list[int]) -> bool:
    for no in denied:
        low, high = min(no, place), max(no, place)
        behind = SCOPE_BEFORE if no and words[no - 1] in _PREDICATE else SCOPE_BEHIND
        if high - low > (SCOPE_BEFORE if no < place else behind):
            continue
        if not any(word in _ENDS_SCOPE for word in words[low + 1 : high]) and not (
            no > place and words[no] in ("no", "without")
        ):
            return True
    return False


def _says_opposite(view: View, query: Query, line: Line) -> bool:
    """ "Pull-based" where "push-based" is asked for, and not both."""
    have = stems(line.text)
    for word in query.words:
        opposite = view.words.opposites.get(stem(word), frozenset())
        if opposite & have and view.words.concept(word) not in view.concepts(line.text):
            return True
    return False


def denies_bare(view: View, line: Line, words: list[str]) -> bool:
    """Whether a line denies one of the words without a word behind it: what does not encrypt encrypts nothing."""
    denied = {view.words.concept(match[1].lower()) for match in _BARE.finditer(line.text)}
    return not denied.isdisjoint(map(view.words.concept, words))


def denies_verb(view: View, query: Query, line: Line) -> bool:
    """Whether a line in one part denies the verb of a question that asks which of a sort does it."""
    verb = _WHICH_DOES.match(query.text.lower())
    if verb is None or verb[1] not in query.words or len(narrowing.parts(line.text)) > 1:
        return False
    return has_denied(view, query, line, {view.words.concept(verb[1])})

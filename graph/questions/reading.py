"""From a question to a query: names first, then the words of relations, quantities and intents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from graph.lexicon import Hit, Lexicon
from graph.questions.mending import GIVEN, plain_question
from graph.questions.names import Mention, NameBook, squeeze
from graph.questions.query import Intent, Query, Subject
from graph.questions.subjects import is_name, names_itself, part_first, subjects_of
from graph.questions.words import QuestionWords, plain_words, question_words
from graph.store import GraphStore
from graph.text import Token, tokens
from graph.vocabulary import Bound, Direction, RelationType

_WITH_RELATION = (
    Intent.WHAT,
    Intent.WHERE,
    Intent.YES_NO,
    Intent.WHEN,
    Intent.BAD_FOR,
    Intent.KINDS,
    Intent.DEFINITION,
    Intent.COMMAND,
)
_OF_SEVERAL = (Intent.COMPARISON, Intent.PATH)
_SUITED = {Intent.WHEN: RelationType.SUITED_TO, Intent.BAD_FOR: RelationType.NOT_SUITED_TO}
_TECHNOLOGIES = frozenset({"language", "languages", "format", "formats", "protocol", "protocols", "engine", "engines"})
_OF_TECHNOLOGY = (None, RelationType.RUNS_ON, RelationType.USES, RelationType.SUPPORTS, RelationType.INTEGRATES_WITH)
_ASKED_VERB = re.compile(
    r"^(?:who|what) (?!is|are|was|were|do|does|did|can|could|has|have|had|will|would|should)(\w+)\b"
)
_CLOSING_VERB = re.compile(
    r"^what (?:does|do|did|can|will) .+ (?!(?:do|to|mean|need|use|have|for|in|on|of|at|by|with)$)(\w+)$"
)
_ASKED_WORD = re.compile(r"^(?:which|what) ([\w/.-]+)() ")
_ASKED_THING = re.compile(
    r"^(?:which|what) ((?:[\w/.-]+ ){0,2}?[\w/.-]+)"
    r"(?: (is|are|was|were|does|do|did|can|could|should|would|will|may|must|has|have)\b)"
)
_BEHIND_VERB = re.compile(r" (?:the|an?|my|your|our|its|their|all|every|each|over|out|away|off|up)\b")
_ASKED_CALL = re.compile(r"^(?:which|what) (?:[\w-]+ )?call\b", re.IGNORECASE)
_BEFORE_CHOICE = re.compile(
    r"(?:(?:when )?(?:should|would|shall|do|can) (?:i|we|you|one) (?:better |rather )?"
    r"(?:use|take|try|want|need|have|pick|choose|prefer|go (?:for|with))|"
    r"(?:what|which)(?: one)? (?:is|would be|suits|fits)(?: better| best| nicer)?|is it better to (?:use|take)|"
    r"use|when(?: to use)?)?[:,]?(?: ?(?:an?|the))?"
)
_CLOSING_CHOICE = re.compile(
    r"^(?:which|what|who) (?:\w+ )?(?:is|are|does|do|has|should|would|works?|costs?|fits?|suits?)\b"
    r".*[,:?] ?(?:an? |the )?[^,:?]+ or "
)
_DONE_BY_US = re.compile(r"\b(?:can|could|may|might|should|must) (?:i|we|you) \w+$", re.IGNORECASE)
_PLACE = re.compile(r" (?:in|on|inside|under) (?:an? |the )?$")
_COMPARED_AT_LEAST = 2
_COMPARED = re.compile(r"\b\w+er (?:[a-z]+ )?(?:than|to)\b")
_BEFORE_NOUN = r"\b(which|what|wich|list|name)\b (?:(?:kinds?|types?|sorts?) of )?(?:[\w/.-]+ ){0,2}"


def read(store: GraphStore, book: NameBook, question: str) -> Query:
    """Read a question. Any text gives a query; one in which nothing is recognised is a search for its words."""
    words = question_words()
    plain, mended = plain_question(store, book, question)
    lowered = plain.lower()
    mentions = [_without_verb(book, plain, m) for m in book.find(plain) if is_name(m, words)]
    subjects = subjects_of(store, book, words, plain, mentions)
    asked = lowered.partition(f" {GIVEN} ")[0]
    subjects = tuple(replace(s, weak=s.weak or s.end > len(asked)) for s in subjects)
    asked = _FLAG.sub(lambda match: "f" * len(match[0]), asked)
    intent = _intent(words, asked, tuple(s for s in subjects if s.end <= len(asked)))
    if intent is Intent.COMPARISON and _CLOSING_CHOICE.search(asked) and _ends_in_choice(asked, subjects):
        subjects = (*(replace(s, weak=True) for s in subjects[:-2]), *(replace(s, weak=False) for s in subjects[-2:]))
    if intent is Intent.COMPARISON:
        subjects = _without_place(lowered, subjects)
    if intent is Intent.DEFINITION:
        subjects = part_first(book, plain, subjects)
    if intent in _OF_SEVERAL and sum(bool(s.ids) and not s.weak for s in subjects) < 2:
        subjects = tuple(replace(s, weak=s.weak and not s.ids) for s in subjects)
    query = Query(question, plain, intent, subjects, mended=mended)
    query = replace(query, negated=any(word in words.negated for word in plain_words(lowered)))
    if query.negated and intent is Intent.KINDS:
        query = replace(query, intent=Intent.WHAT)  # those that are not so, not all
    query = _with_relation(query, book.lexicon, words)
    query = _without_idle_relation(_with_words(_with_quantity(query, words), words, book.prefixes))
    if (
        _TECHNOLOGIES & set(query.wanted)
        and query.intent is Intent.WHAT
        and query.relation in _OF_TECHNOLOGY
        and query.known
    ):
        left = tuple(word for word in query.words if not re.search(rf"\bbe {re.escape(word)} (?:in|with)$", lowered))
        return replace(query, relation=RelationType.SUPPORTS, direction=Direction.OUT, words=left)
    return query


def _without_verb(book: NameBook, text: str, mention: Mention) -> Mention:
    """The mention without its last word, where that is the verb of the question: "what can the oven bake" asks nothing
    of an "oven bake"."""
    head, _, last = mention.text.rpartition(" ")
    ids = book.ids.get(squeeze(head), ()) if last.islower() else ()
    if not ids or not _AUXILIARY.search(text[: mention.start]) or not _NO_VERB_BEHIND.match(text[mention.end :]):
        return mention
    return Mention(mention.start, mention.start + len(head), head, ids, book.spelled[squeeze(head)], mention.mended)


# -- intents -----------------------------------------------------------------------------------------


def _intent(words: QuestionWords, lowered: str, subjects: tuple[Subject, ...]) -> Intent:
    strong = [s for s in subjects if not s.weak] or list(subjects)
    if len(strong) >= 2 and _is_choice(lowered, strong):
        return Intent.COMPARISON
    if len(subjects) >= 2 and _CLOSING_CHOICE.search(lowered) and _ends_in_choice(lowered, subjects):
        return Intent.COMPARISON
    if len(subjects) == 1 and _rest(lowered, subjects) == "":
        return Intent.DEFINITION
    plain = _without_figures(lowered, subjects)
    for known in words.intents:
        if known.fits(plain):
            intent = Intent(known.name)
            if intent is Intent.PATH and len([s for s in subjects if s.ids]) < 2:
                continue
            if intent is Intent.COMPARISON and not subjects:
                continue
            return intent
    return Intent.SEARCH


def _without_figures(lowered: str, subjects: tuple[Subject, ...]) -> str:
    """The text with the figures in names taken for letters: "Route 53" asks for no quantity."""
    for subject in subjects:
        if subject.ids and not subject.weak:
            name = _FIGURE.sub("n", lowered[subject.start : subject.end])
            lowered = lowered[: subject.start] + name + lowered[subject.end :]
    return lowered


def _rest(lowered: str, subjects: tuple[Subject, ...] | list[Subject]) -> str:
    """The text without the subjects' names."""
    parts, at = [], 0
    for subject in subjects:
        parts.append(lowered[at : subject.start])
        at = subject.end
    parts.append(lowered[at:])
    return " ".join(" ".join(parts).split())


def _is_choice(lowered: str, subjects: list[Subject]) -> bool:
    """ "X or Y", "X, Y or Z for this": names that stand side by side at the beginning, one to be chosen."""
    between = [lowered[a.end : b.start].strip(" ,;/") for a, b in pairwise(subjects)]
    before = lowered[: subjects[0].start].strip()
    joined = all(part in ("", "or", "vs", "vs.", "versus") for part in between) and any(between)
    return joined and _BEFORE_CHOICE.fullmatch(before) is not None


def _ends_in_choice(lowered: str, subjects: tuple[Subject, ...]) -> bool:
    """ "Which is quicker, X or Y": the question closes with the two names to choose from."""
    one, other = subjects[-2:]
    between = lowered[one.end : other.start].strip()
    return (
        bool(one.ids and other.ids)
        and between in ("or", "or a", "or an", "or the")
        and not lowered[other.end :].strip()
    )


def _without_place(lowered: str, subjects: tuple[Subject, ...]) -> tuple[Subject, ...]:
    """The subjects with what only says where two others are compared: "tar or pitch in a boat, how do they differ"."""
    if sum(not s.weak for s in subjects) <= _COMPARED_AT_LEAST:
        return subjects
    last = subjects[-1]
    is_place = _PLACE.search(lowered[: last.start]) is not None
    return (*subjects[:-1], replace(last, weak=True)) if is_place else subjects


# -- relations ---------------------------------------------------------------------------------------


def _with_relation(query: Query, known: Lexicon, words: QuestionWords) -> Query:
    if query.intent in _SUITED:
        return replace(query, relation=_SUITED[query.intent], direction=Direction.OUT)
    if query.intent not in _WITH_RELATION:
        return query
    found = tokens(query.text)
    hits = [hit for hit in known.find(found) if not _inside(hit, found, query.subjects)]
    noun = _ASKED_THING.match(query.text.lower())
    if noun is not None:  # "which sharpening is cheaper" asks nothing of who sharpens
        hits = [hit for hit in hits if found[hit.end - 1].end > noun.end(1) or noun[1] in words.wanted]
    if _WHICH_KIND.search(query.text.lower()):
        hits = [hit for hit in hits if hit.phrase.relation is not RelationType.KIND_OF]
    agent = _AGENT.search(query.text.lower())
    if query.intent is Intent.WHERE and not agent and (place := _place(query, words, found)):
        return replace(query, relation=place, direction=Direction.OUT)
    if (said := _said(query, words)) is not None:
        return said
    best = min(hits, key=lambda hit: (hit.phrase.weak, hit.first), default=None)
    if best is None:
        return query
    if _AGENT.search(query.text[: found[best.first].end].lower()):
        return _of_agent(query, best, found)
    direction = _direction(query, best, found)
    return replace(query, relation=best.phrase.relation, direction=direction)


def _said(query: Query, words: QuestionWords) -> Query | None:
    """The query with a relation that is asked for in words of questions; None where there is none."""
    strong = [s for s in query.subjects if not s.weak] or list(query.subjects)
    for relation, patterns in words.said:
        match = next(filter(None, (pattern.search(query.text.lower()) for pattern in patterns)), None)
        if match is not None and strong:
            behind = any(s.start >= match.end() for s in strong) and match.re not in words.said_of_subject
            return replace(query, relation=relation, direction=Direction.IN if behind else Direction.OUT)
    return None


_AUXILIARY = re.compile(
    r"\b(?:can|could|does|do|did|may|might|will|would|should|must) (?:an? |the |my |our )?$", re.IGNORECASE
)
_NO_VERB_BEHIND = re.compile(r"$| (?:an?|the|its|my|our|to|from|in|into|on|with|by|at|for|when|if)\b", re.IGNORECASE)
_FIGURE = re.compile(r"\d")
_FLAG = re.compile(r"(?<!\S)--?[a-z][\w-]+")
_LETTER = re.compile(r"[B-HJ-Z]")  # a language, a drive: no article, no person
_AGENT = re.compile(
    r"\b(i|we|you|one|people)( \w+ly)? \w+$|\b(do|can|could|should|must|may) (i|we|you)\b|"
    r"\bwhere (can|should|could|do|must|may) (i|we|you|one)\b"
)
_ASKED_FIRST = re.compile(r"^(?:which|what) ", re.IGNORECASE)
_DOER = re.compile(r"\b(?:do|does|did|is|are|was|were|i|we|you|one|people)\b")
_WHAT_DOES = re.compile(r"^what (?:do|does|did) (?:an? |the )?[\w -]+ $", re.IGNORECASE)
_WHICH_KIND = re.compile(r"^(which|what) (kind|type|sort)s? of\b")
_OF_ERRORS = re.compile(r"\b(errors?|exceptions?|codes?|status|messages?|fail\w*|raises?|throws?)\b|\b\d{3}\b")
_WITH_THING = re.compile(r"\buse(d)? .*\bwith\b|\bwith$")
_OF_LANGUAGES = re.compile(rf"\b(?:{'|'.join(sorted(_TECHNOLOGIES))})\b")
_WITH = re.compile(r"\b(with|in|on|by)\b")


def _without_idle_relation(query: Query) -> Query:
    """The query without a relation that its verb hardly means: "have" with more behind it, "shows" of no error."""
    has_more = query.relation is RelationType.HAS_FEATURE and query.intent is Intent.WHAT and len(query.words) > 2
    no_error = query.relation is RelationType.RAISES and not _OF_ERRORS.search(query.text.lower())
    return replace(query, relation=None, direction=None) if has_more or no_error else query


def _of_agent(query: Query, hit: Hit, found: Sequence[Token]) -> Query:
    """ "What can I use with X" asks what X takes; otherwise what somebody does is no relation of the subject's."""
    behind = query.text[found[hit.first].end :].lower()
    if hit.phrase.relation in (RelationType.USES, RelationType.RUNS_ON, RelationType.SUPPORTS) and _WITH.search(behind):
        asks_together = _WITH_THING.search(query.text.lower()) and not _OF_LANGUAGES.search(query.text.lower())
        relation = RelationType.INTEGRATES_WITH if asks_together else RelationType.SUPPORTS
        return replace(query, relation=relation, direction=Direction.OUT)
    return query


def _inside(hit: Hit, found: Sequence[Token], subjects: tuple[Subject, ...]) -> bool:
    start, end = found[hit.first].start, found[hit.end - 1].end
    return any(s.start <= start and end <= s.end and not s.weak for s in subjects)


def _place(query: Query, words: QuestionWords, found: Sequence[Token]) -> RelationType | None:
    """The relation that a question with "where" asks for, by its last verb outside of names, or by its "from"."""
    if found and found[-1].lower == "from":
        return RelationType.READS_FROM
    strong = [s for s in query.subjects if not s.weak]
    free = (t.lower for t in reversed(found) if not any(s.start <= t.start < s.end for s in strong))
    return next((words.places[word] for word in free if word in words.places), None)


def _direction(query: Query, hit: Hit, found: Sequence[Token]) -> Direction:
    """Where the answer stands: a name before the relation's words is their source, one behind is their target."""
    at = found[hit.first].start
    strong = [s for s in query.subjects if not s.weak] or list(query.subjects)
    rest = [s for s in strong if s.start >= at]
    before_verb = query.text[:at].lower().removesuffix("is ").removesuffix("are ")
    if rest and _ASKED_FIRST.match(query.text) and not _DOER.search(before_verb):
        strong = rest  # "which load balancer uses X", "which policy of Y enables X": what does it is asked for
    before = any(s.end <= at for s in strong)
    behind = any(s.start >= at for s in strong)
    subject_first = before or not behind or bool(_WHAT_DOES.match(query.text[:at]))
    if query.intent is Intent.KINDS and hit.phrase.relation is RelationType.HAS_FEATURE:
        return Direction.OUT  # "features of X", whatever stands first
    is_source = subject_first == (hit.phrase.direction is Direction.OUT)
    return Direction.OUT if is_source else Direction.IN


# -- quantities and words ----------------------------------------------------------------------------


def _with_quantity(query: Query, words: QuestionWords) -> Query:
    lowered = query.text.lower()
    bound = next((b for b, patterns in words.bounds if any(p.search(lowered) for p in patterns)), None)
    dimension = next((d.name for d in words.dimensions if any(p.search(lowered) for p in d.asked)), None)
    if query.intent is not Intent.QUANTITY:
        return query
    return replace(query, dimension=dimension, bound=bound if isinstance(bound, Bound) else None)


def _with_words(query: Query, words: QuestionWords, vendors: frozenset[str]) -> Query:
    """The words that an answer has to deal with: neither names nor the grammar of the question."""
    strong = [(s.start, s.end) for s in query.known if not s.weak]
    named = {s.end for s in query.known if not s.weak or query.intent is Intent.QUANTITY}
    compared = _COMPARED.search(query.text.lower()) if query.intent is Intent.INSTEAD else None
    content: list[str] = []
    wanted: list[str] = []
    for match in re.finditer(r"[^\W_]+(?:['’][a-z]+)?", query.text):
        word = match[0].lower().replace("’", "'").removesuffix("'s")
        if any(start <= match.start() < end for start, end in strong):
            continue
        if word in words.classes and match.start() - 1 in named:
            continue
        if query.intent in (Intent.INSTEAD, Intent.WHEN) and word in words.comparing:
            continue
        if query.intent is Intent.QUANTITY and _DONE_BY_US.search(query.text, 0, match.end()):
            continue  # "how many oars can I add"
        if compared is not None and compared.start() <= match.start() < compared.end():
            continue  # "a safer option than"
        named_so = match.start() > 0 and match[0].istitle() and not query.text.istitle()  # "Go"
        if (
            (word in words.stop and not named_so and not (_ASKED_CALL.match(query.text) and word == "call"))
            or word in words.negated
            or (word in vendors and not names_itself(query.text, *match.span()))
            or (len(word) < 2 and not word.isdigit() and not _LETTER.fullmatch(match[0]))
        ):
            continue
        asked_for = not wanted and query.intent not in (
            Intent.QUANTITY,
            Intent.YES_NO,
            Intent.HAPPENS,
            Intent.DEFINITION,
        )
        if word in words.wanted and asked_for and re.search(rf"{_BEFORE_NOUN}{re.escape(word)}\b", query.text.lower()):
            wanted.append(word)
        elif (
            wanted
            and word in words.wanted
            and re.search(rf"\b{re.escape(wanted[-1])} {re.escape(word)}\b", query.text.lower())
        ):
            content.append(wanted.pop())
            wanted.append(word)
        else:
            content.append(word)
    if not content and not wanted and query.relation is None and query.intent is Intent.WHAT:
        lowered = query.text.lower()  # "who makes X", "what does X make" ask for more than any line about X
        content = _ASKED_VERB.findall(lowered) or _CLOSING_VERB.findall(lowered)
    words_left = tuple(dict.fromkeys(content))
    nouns = _nouns(query, words, words_left) if not wanted else ()
    aside = frozenset(plain_words(query.text.lower().partition(f" {GIVEN} ")[2])) & set(words_left)
    return replace(query, words=words_left, wanted=tuple(dict.fromkeys(wanted)), nouns=nouns, aside=aside)


def _nouns(query: Query, words: QuestionWords, content: tuple[str, ...]) -> tuple[str, ...]:
    """The words behind "which" up to its verb, where they are no vague nouns; of other questions none."""
    match = _ASKED_THING.match(query.text.lower()) or _ASKED_WORD.match(query.text.lower())
    if match is None or match[1] in words.vague:
        return ()
    if not match[2] and (match[1] in words.light or match[1].endswith("ed")):
        return ()  # "what covers …", "what replaced …"
    found = match[1].split()
    if not match[2]:  # no auxiliary verb parts the noun from the rest: only the first word is sure to be one
        found = found[:1]
        if _BEHIND_VERB.match(query.text[match.end(1) :].lower()):
            return ()  # "what encrypts the values", "what took over from …"
    return tuple(word for word in found if word in content)

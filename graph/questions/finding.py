"""Answers from lines: the things that the best lines name, or the lines themselves."""

from __future__ import annotations

import re

from graph.questions import definition, denial, line_things, sentence
from graph.questions.answer import AnswerKind, Draft, Quote, quote
from graph.questions.nearby import IN_NAME
from graph.questions.query import Intent, Query
from graph.questions.retrieval import Line, View, retrieve
from graph.questions.words import plain_words, question_words
from graph.values import Entity
from graph.vocabulary import PRODUCTS, Facet, RelationType

_OF_RELATION = (Intent.WHAT, Intent.WHERE)
MIN_SHARE = 0.6
MIN_SHARE_OF_CAUSE = 0.5
MIN_SHARE_WITHOUT_SUBJECT = 0.65
MAX_LINES = 5
MAX_OPEN = 10
MIN_WORDS = 3
MIN_REST = 2
OF_ALL = 0.9
OF_MOST = 0.75
CLOSE = 0.25
RANK_WORTH = 0.06
KIND_WORTH = 0.1
SAME_LINES = 0.8
USE_WORTH = 1.5
MAX_BESIDE = 3
CAUSE_WORTH = 0.12
_SEVERAL = re.compile(
    r"(?:which|what) (?:[\w/.-]+ ){0,2}[\w/.-]+s (?:are|do|can|could|cannot|can't|have|must|may|should|will)\b"
)
_TECHNOLOGIES = frozenset({"language", "languages", "format", "formats", "protocol", "protocols", "engine", "engines"})
_BAD = re.compile(
    r"\b(bad|avoid|never|instead|poor|weak|slow|struggles?|fails?|except|unsuitable|without|only)\b", re.IGNORECASE
)
_FORBIDS = re.compile(r"\W*(?:never|don.?t|do not|avoid)\b", re.IGNORECASE)
_ADVISES = re.compile(r"\W*(?:use|take|choose|pick|prefer|go for)\b", re.IGNORECASE)
_ASKS_ADVICE = re.compile(r"\b(?:should|would|do) (?:i|we|you|one) (?:use|take|choose|pick)\b")
_WHEN_WAS = re.compile(r"^(?:since )?when (?:was|were|did)\b", re.IGNORECASE)
_DATED = re.compile(r"\b(?:19|20)\d\d\b|\b(?:since|from|in|with|at|of) v?\d", re.IGNORECASE)
_GOOD = re.compile(
    r"\b(?:good|great|best|super|ideal|perfect|nice|handy|useful|suited|made|meant|used|"
    r"use (?:it )?(?:for|when|if|to))\b",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\b(?:TODO|TBD|FIXME)\b|\?\?|\b(?:[Tt]o-?do:|not sure\b|unsure\b|no idea\b)")
_POINTS_BACK = re.compile(r"(?:this|that|these|those|it|they)\b", re.IGNORECASE)
_WEAK = re.compile(
    r"\b(?:can.?t|cannot|won.?t|doesn.?t|isn.?t|not (?:for|good|ideal|suit\w+|great|support\w*|possible|meant|made)|"
    r"bad|poor|slow|weak|hard|avoid|hopeless|useless|struggl\w+|fails?|expensive|limited|lacks?|no \w+)\b",
    re.IGNORECASE,
)
_NOT_FOR = re.compile(r"\W*(?:not|no good|bad|useless|hopeless|overkill|wrong) (?:for|at|with)\b", re.IGNORECASE)
_IF_NONE = re.compile(
    r"\b(?:if|when) (?:there (?:is|are) (?:no|not)|no\b|nobody|i have no|we have no)|\bwithout\b", re.IGNORECASE
)
_OTHERWISE = re.compile(r"\b(?:otherwise|else|unless|fails?|must|missing|lost)\b", re.IGNORECASE)
_POINTS_ON = re.compile(r"\bsee (?:above|below|there|also|page|section|other)\b|\bref(?:erence)?s?: ", re.IGNORECASE)
_CAUSES = re.compile(r"\b(?:if|when|once|unless|otherwise|because|so)\b|[-=]>|→|=", re.IGNORECASE)
_LEADS = re.compile(r":\s*$|\bcan'?t help$")


def is_open(text: str) -> bool:
    """Whether a line only says that its writer does not know yet."""
    return _OPEN.search(text) is not None


def good_lines(view: View, query: Query, lines: list[Line] | None = None) -> list[Line]:
    """The lines that deal with the question: they hold enough of its words, and stand under or name its subject."""
    lines = retrieve(view, query) if lines is None else lines
    good = [line for line in lines if is_good(query, line) and not is_open(line.text)]
    good = [line for line in good if not _POINTS_ON.search(line.text)]
    return [line for line in good if line.of_subject >= OF_MOST or not is_of_another(view, query, line)]


def holds_all(view: View, line: Line) -> bool:
    """Whether a line, or what stands over it, has all words of weight."""
    return all(held >= IN_NAME for word, held in line.held.items() if word not in view.words.light | view.words.generic)


def is_of_another(view: View, query: Query, line: Line) -> bool:
    """Whether a line is about a product other than the one that is asked about, which it only names."""
    products = {i for s in query.known if not s.weak for i in s.ids if is_product(view, i)}
    if not products or line.about is None or not is_product(view, line.about.id):
        return False
    over = view.titles().get(line.statement.document, frozenset()) | view.concepts(view.above(line.statement).text)
    if any(view.concepts(view.name(product)) <= over for product in products):
        return False
    family = {i for product in products for i in view.family(product)}
    return line.about.id not in family


def is_product(view: View, entity_id: str) -> bool:
    entity = view.entity(entity_id)
    return entity is not None and entity.kind in PRODUCTS


def is_good(query: Query, line: Line) -> bool:
    """Whether a line holds enough of what is asked to answer it."""
    subjects = [s for s in query.known if not s.weak]
    if not query.words and not subjects:
        return False
    if query.intent in _OF_RELATION and (line.contrary or (line.unsaid and len(query.words) < MIN_WORDS)):
        return False
    if query.intent is Intent.WHAT and query.nouns and max(line.held.get(w, 0.0) for w in query.nouns) < IN_NAME:
        light = question_words().light
        rest = [line.held.get(word, 0.0) for word in query.words if word not in query.nouns and word not in light]
        stated = line.says and not line.contrary and line.of_subject >= 1.0
        if len(rest) < (1 if stated else MIN_REST) or min(rest) < IN_NAME:
            return False
    if (
        not (query.words or query.wanted)
        and query.relation is not None
        and query.intent in _OF_RELATION
        and not line.says
        and not (len(subjects) > 1 and line.of_subject >= OF_ALL)
    ):
        return False
    if subjects:
        says_little = query.relation is None and query.intent in _OF_RELATION and query.words
        if says_little and line.of_subject < 1.0 and question_words().light.issuperset(query.words):
            return False  # "what does X send": no line on something else that has the verb
        all_words = line.share >= OF_ALL and len(query.words) > 1
        if query.relation and query.intent in _OF_RELATION and line.of_subject < OF_MOST and not all_words:
            return False
        happens = query.intent is Intent.HAPPENS and line.of_subject >= 1.0 and _CAUSES.search(line.text)
        if query.words and line.share < (MIN_SHARE_OF_CAUSE if happens else MIN_SHARE) and not _says_all_but_how(line):
            return False
        telling = not (question_words().light | question_words().generic).issuperset(query.words)
        telling = telling and query.intent is not Intent.SEARCH  # of a few words each name counts
        if line.of_subject < 0.75 and len(subjects) > 1 and not (telling and line.share >= 0.75):
            return False
        holds_all = len(query.words) >= MIN_WORDS and min(line.held.values(), default=0.0) >= IN_NAME
        return line.of_subject >= 0.45 or holds_all
    return line.share >= MIN_SHARE_WITHOUT_SUBJECT and max(line.held.values(), default=0) >= 0.8


def _says_all_but_how(line: Line) -> bool:
    """Whether a line names the subject and says the asked relation, and lacks but how it is done ("directly")."""
    lacking = [word for word, held in line.held.items() if held < IN_NAME]
    return (
        line.says
        and line.of_subject >= 1.0
        and len(lacking) < len(line.held)
        and all(w.endswith("ly") for w in lacking)
    )


def left_open(view: View, query: Query) -> Draft | None:
    """What a line about the subject gives behind the very words that the question ends with."""
    if query.negated or not query.known:
        return None
    for line in retrieve(view, query)[:MAX_OPEN]:
        beside = [word for word in query.words if word not in query.nouns and word not in view.words.light]
        if any(line.held[word] < IN_NAME for word in beside):
            continue
        if line.of_subject >= 1.0 and (named := line_things.complements(view, query, line)):
            told = f"{sentence.listed([e.name for e in named])}, as the notes say: {sentence.quoted(line.text)}"
            return Draft(AnswerKind.ENTITIES, told, [quote(line.statement)], named)
    return None


def denies(view: View, line: Line) -> bool:
    """Whether a line has a word of denial, or takes something out."""
    denied = any(word in view.words.negated for word in plain_words(line.text))
    return denied or line_things.EXCEPT.search(line.text) is not None


def found(view: View, query: Query) -> Draft | None:
    """Things that the best lines name as the answer, said to be read from lines; None where no line will do."""
    lines = [line for line in good_lines(view, query) if query.negated or not _speaks_against(view, query, line)]
    if line_things.asks_error(query):
        lines = [line for line in lines if line_things.names_error(line.text)]
    if not lines:
        return None
    if query.negated:  # what does not do it is asked for: the lines that deny it come first
        lines.sort(key=lambda line: not denies(view, line))
    top = lines[0]
    close = [line for line in lines if line.score >= top.score - CLOSE][: 2 * MAX_LINES]
    if query.intent is Intent.SEARCH:  # a few words: the line itself is as much asked for as what it names
        close = close[:1]
    if query.negated and denies(view, top):
        close = [line for line in close if denies(view, line)]
    best = max(close, key=lambda line: _worth_of_things(view, query, line))
    entities = line_things.things(view, query, best)
    if entities and not (entities := line_things.of_asked_kind(view, query, entities)):
        return None
    if line_things.asks_error(query):
        entities = line_things.are_errors(entities)
    if query.relation is RelationType.USES and query.nouns and best.held[query.nouns[-1]] < IN_NAME:
        entities = [e for e in entities if line_things.stands_before(view, best, e, query.nouns)]
    if not entities and _TECHNOLOGIES & set(query.wanted):
        return None
    ordered = [best, *(line for line in lines if line is not best)]
    if not entities:
        return as_lines(view, ordered)
    if _SEVERAL.match(query.text.lower()):
        more = [thing for line in _like(view, best, close) for thing in line_things.things(view, query, line)]
        entities = list(dict.fromkeys([*entities, *more]))
    entities = _own_parts(view, best, close) if entities == [best.about] else entities
    names = [entity.name for entity in entities]
    told = f"{sentence.listed(names)}, as the notes say: {sentence.quoted(best.text)}"
    return Draft(AnswerKind.ENTITIES, told, _evidence(ordered, top.score), entities)


def _own_parts(view: View, best: Line, close: list[Line]) -> list[Entity]:
    """What the best line is about, or the one part of that which the same line is about as well."""
    assert best.about is not None
    place = (best.statement.document, best.statement.line_start)
    here = {x.about.id: x.about for x in close if x.about and (x.statement.document, x.statement.line_start) == place}
    parts = [here[i] for i, owners in view.owners(here).items() if best.about.id in owners]
    return parts if len(parts) == 1 else [best.about]


def _speaks_against(view: View, query: Query, line: Line) -> bool:
    """Whether a line forbids, or says that something is bad for what the question wants a good one for."""
    if _NOT_FOR.match(line.text) and (query.relation is None or query.relation is RelationType.SUITED_TO):
        return True
    bad = query.relation is RelationType.SUITED_TO and RelationType.NOT_SUITED_TO in view.relations_said(line.text)
    bad = bad or (
        denial.is_predicate(line.text) and denial.has_denied(view, query, line, line_things.asked(view, query))
    )
    return bad or _FORBIDS.match(line.text) is not None or denial.denies_verb(view, query, line)


def _like(view: View, best: Line, lines: list[Line]) -> list[Line]:
    """The lines that say of other things what the best one says."""
    said = view.concepts(best.text)
    found = []
    for line in lines:
        have = view.concepts(line.text)
        if line is not best and len(said & have) >= SAME_LINES * len(said | have):
            found.append(line)
    return found


def _warns(view: View, line: Line) -> bool:
    """Whether a line, or the lead-in over it, says that something is not good."""
    over = view.above(line.statement)
    texts = (line.text, over.lead, over.heading)
    return any(_BAD.search(text) or any(w in view.words.negated for w in plain_words(text)) for text in texts)


def _worth_of_things(view: View, query: Query, line: Line) -> float:
    rank, found = line_things.ranked_things(view, query, line)
    named = {view.words.concept(word) for word in (*query.wanted, *query.nouns)}
    of_kind = any(not named.isdisjoint(view.concepts(entity.name)) for entity in found) if named else False
    of_kind = of_kind or not line_things.asked_kind(view, query).isdisjoint(entity.id for entity in found)
    worth = RANK_WORTH * rank + (KIND_WORTH if of_kind else 0.0)
    worth += RANK_WORTH if _ASKS_ADVICE.search(query.text.lower()) and _ADVISES.match(line.text) else 0.0
    return line.score + worth if rank else line.score - CLOSE


def lines_only(view: View, query: Query, *, whole: bool = False) -> Draft | None:
    """The best lines themselves; those that follow a lead-in come with it. What is bad has to be said so."""
    lines = good_lines(view, query)
    if whole:  # "the default password of X": a line about the default of something else will not do
        lines = [line for line in lines if holds_all(view, line)]
    if _WHEN_WAS.search(query.text):
        lines = [line for line in lines if _DATED.search(line.text)]
    if query.intent is Intent.WHEN and query.known and not query.words:  # any line about it will do: the telling first
        subject = query.strong[0].ids[0]
        lines.sort(key=lambda line: -line.of_subject - definition.worth(view, subject, line) - worth_of_use(line))
    if query.intent is Intent.HAPPENS and _IF_NONE.search(
        query.text
    ):  # what it is says nothing of when it is not there
        lines = [
            line for line in lines if line.of_subject >= 1.0 and (denies(view, line) or _OTHERWISE.search(line.text))
        ]
    if query.intent is Intent.HAPPENS:
        lines.sort(key=lambda line: -line.score - (CAUSE_WORTH if _CAUSES.search(line.text) else 0.0))
    if query.intent is Intent.BAD_FOR:
        lines = [line for line in lines if line.says or denies(view, line) or _warns(view, line)]
        lines = lines if query.words else [line for line in lines if _is_weakness(view, query, line)]
    return as_lines(view, lines) if lines else None


def _is_weakness(view: View, query: Query, line: Line) -> bool:
    """Whether a line about the subject, or a part of it, tells what that cannot do or is bad at."""
    family = {i for subject in query.strong for i in view.family(subject.ids[0])}
    return line.statement.about in family and (line.says or _WEAK.search(line.text) is not None)


def worth_of_use(line: Line) -> float:
    """How much a line looks like one that says what a thing is good for."""
    said = USE_WORTH if line.says or Facet.SUITABILITY in line.statement.facets else 0.0
    return said + (USE_WORTH if _GOOD.search(line.text) else 0.0)


def as_lines(view: View, lines: list[Line]) -> Draft:
    """An answer that gives the lines themselves, best first."""
    top = lines[0]
    evidence = with_following(view, top, _evidence(lines, top.score))
    about = f"{top.about.name}: " if top.about else ""
    told = f"No relation of the graph fits; the notes say, on {about}{sentence.quoted(in_full(view, top))}"
    return Draft(AnswerKind.STATEMENTS, told, evidence, [top.about] if top.about else [])


def _evidence(lines: list[Line], best: float) -> list[Quote]:
    near = [line for line in lines if line.score >= best * 0.6]
    return [quote(line.statement) for line in near[:MAX_LINES]]


def with_following(view: View, top: Line, evidence: list[Quote]) -> list[Quote]:
    """The evidence with what stands beside the first line, and with what stands below it, unless that says all."""
    beside = _beside(view, top)
    if top.says and not _LEADS.search(top.text.strip()):
        return list(dict.fromkeys([evidence[0], *beside, *evidence[1:]]))
    if not (_LEADS.search(top.text.strip()) or len(top.text.split()) <= 5):
        return list(dict.fromkeys([evidence[0], *beside, *evidence[1:3], *_below(view, top, 2), *evidence[3:]]))
    return list(dict.fromkeys([evidence[0], *beside, *_below(view, top, 4), *evidence[1:]]))


def _beside(view: View, line: Line) -> list[Quote]:
    """The other sentences of a line, in their order."""
    own, at = line.text, line.statement.line_start
    outline = view.outline(line.statement.document)
    found = view.store.statements_on(line.statement.document, at, line.statement.line_end)
    others = [s for s in found if s.line_start == at and s.text not in own and own not in s.text]
    return [quote(s) for s in sorted(others, key=lambda s: outline.place(at, s.text))][:MAX_BESIDE]


def in_full(view: View, line: Line) -> str:
    """The text of a line, with what stands before it there where it only points back to that ("This is known as …"); of
    a cell also the head of its row."""
    outline = view.outline(line.statement.document)
    row = outline.row(line.statement.line_start)
    if line.text in row[1:] and row[0]:
        return f"{row[0]}: {line.text}"
    before = outline.before(line.statement.line_start, line.text)
    return f"{before} {line.text}" if before and _POINTS_BACK.match(line.text) else line.text


def _below(view: View, line: Line, count: int) -> list[Quote]:
    """What stands right below a line, in its block."""
    end, path = line.statement.line_end, line.statement.document
    below = view.store.statements_on(path, end + 1, end + count)
    return [quote(s) for s in below if s.line_start > end and view.outline(path).is_one_block(end, s.line_start)]

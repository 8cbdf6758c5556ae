"""Yes or no, decided by the line that says so; a negated one decides for "No"."""

from __future__ import annotations

import re

from graph.questions import sentence
from graph.questions.answer import AnswerKind, Draft, quote
from graph.questions.denial import denies_bare, has_denied, is_on_identity, says, without_manner
from graph.questions.finding import OF_ALL, OF_MOST, good_lines, is_of_another, is_open, is_product
from graph.questions.names import squeeze
from graph.questions.nearby import IN_FUZZY, IN_NAME, NEARBY
from graph.questions.query import Query, Subject
from graph.questions.retrieval import Line, View, retrieve
from graph.questions.words import plain_words, stems
from graph.values import Relation
from graph.vocabulary import PRODUCTS, SYMMETRIC, Direction, RelationType

MIN_SHARE = 0.6
MIN_DIRECT = 0.5
MAX_LINES = 5
MAX_JOINING = 200
_CHOICE = re.compile(
    r"^(?:is|are|was|were|should|does|did|do|can|will) .*?([\w-]+) or "
    r"(?:(?:an?|the|in|on|at|by) )*([\w-]+)(?: [\w-]+)?$"
)
_OF_HAVING = (
    RelationType.HAS_FEATURE,
    RelationType.SUPPORTS,
    RelationType.INTEGRATES_WITH,
    RelationType.SUITED_TO,
    RelationType.USES,
)
"""Relations that notes in few words leave out: "no ordering"."""
_EITHER_WAY = SYMMETRIC | {RelationType.INTEGRATES_WITH}
_TOGETHER = (*_OF_HAVING, RelationType.REQUIRES, RelationType.TRIGGERS, RelationType.SENDS_TO, RelationType.READS_FROM)
_ONLY = re.compile(r"(?<!-)(?<!\bread )\bonly\b", re.IGNORECASE)
_BY_DEFAULT = re.compile(r"\b(?:by default|out of the box)\b", re.IGNORECASE)
_SAYS_DEFAULT = re.compile(r"\b(?:defaults?|out of the box|always|automatic\w*|off|enabled|disabled)\b", re.IGNORECASE)
OPENS = 4
_ASIDE = re.compile(r"\b(?:before|after|once|until|while)\b.*$")
_ASKS_USE = re.compile(r"^(?:should|can|could|may|do) (?:i|we|you|one) .*\b(?:use|work with|take)\b", re.IGNORECASE)
_SPURNS = re.compile(
    r"\b(?:don.?t|do not|never|not to|should not|shouldn.?t) (?:be )?(?:us\w+|work|touch)\b|\bavoid\b", re.IGNORECASE
)
_NUMBERED = re.compile(r"\b(layer|level|version|port|floor|phase|step|stage|generation|gen|line|type) (\d+)\b")
_TAKEN_OUT = re.compile(r"\b(?:isn'?t|aren'?t|doesn'?t|don'?t|can'?t|not)\W*$", re.IGNORECASE)
MAX_BESIDE = 10
ASIDE_WORTH = 0.4
_TO_TEN = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
NUMBERS = {word: str(number) for number, word in enumerate(_TO_TEN, start=2)}


def chosen(view: View, query: Query) -> Draft | None:
    """Which of two words a question with "or" is right: by the best line about the subject that holds just one of them,
    else both; None where the question offers no such choice, or no line has either."""
    offered = _CHOICE.search(query.text.lower())
    subject = next((s for s in query.known if not s.weak), None)
    if offered is None or subject is None:
        return None
    one, other = stems(offered[1]), stems(offered[2])  # themselves: a word that says nearly the same chooses nothing
    lines = [line for line in retrieve(view, query) if _is_own(view, subject.ids[0], line)]
    ranked = [(one - other <= (have := stems(line.text))) + (other - one <= have) for line in lines]
    best = next((line for count in (1, 2) for line, held in zip(lines, ranked, strict=True) if held == count), None)
    if best is None or one == other:
        return None
    told = f"{view.name(subject.ids[0])}: {sentence.quoted(best.text)}"
    more = [line for line, held in zip(lines, ranked, strict=True) if held and line is not best]
    evidence = [quote(line.statement) for line in [best, *more][:MAX_LINES]]
    return Draft(AnswerKind.STATEMENTS, told, evidence, view.entities(subject.ids[:1]))


def _is_own(view: View, entity_id: str, line: Line) -> bool:
    """Whether a line is about a thing or opens with it, and says something."""
    first = next(iter(view.names_in(line.text)), None)
    own = line.statement.about == entity_id or (first is not None and entity_id in first.ids)
    return own and not is_open(line.text) and not line.text.rstrip().endswith("?")


def decided(view: View, query: Query) -> Draft | None:
    """Whether the notes say so: by the best line that holds what is asked, or that denies it in fewer words; None where
    none does."""
    if _CHOICE.search(query.text.lower()) and query.strong:
        return None  # "fast or slow" wants one of the two
    bare = view.words.light.issuperset(query.words) and len(query.strong) == 1
    advice = bare and _ASKS_USE.search(query.text) is not None
    ways = (_spurning,) if advice else (_deciding, _denying, _by_relation, _listing, _putting_together, _numbered)
    lines = next(filter(None, (way(view, query) for way in ways)), None)
    if not lines:
        return None
    top, said = lines[0]
    for line, affirms in lines[1:6]:  # a line that denies it as well decides, where the first only mentions it
        if line.score >= top.score - 0.05 and not affirms and said:
            top, said = line, False
    if said and (denial := _denied_beside(view, query, top)) is not None:
        top, said = denial, False
    answer = said != _asks_negated(query)
    told = f"{'Yes' if answer else 'No'}: {sentence.quoted(_with_lead(view, top))}"
    ordered = [top, *(line for line, _ in lines if line is not top)]
    entities = [top.about] if top.about else []
    return Draft(AnswerKind.YES_NO, told, [quote(line.statement) for line in ordered[:MAX_LINES]], entities)


def denied(view: View, query: Query) -> Draft | None:
    """No, where a few words with a question mark are just what a line denies ("oven steam?"); None otherwise."""
    if not query.question.rstrip().endswith("?") or not query.strong:
        return None
    draft = decided(view, query)
    return draft if draft is not None and draft.sentence.startswith("No:") else None


def _deciding(view: View, query: Query) -> list[tuple[Line, bool]]:
    """The lines that hold what is asked, with whether they affirm it. One that lacks a telling word affirms nothing; it
    denies where it says that something else "only" is so."""
    found = retrieve(view, query) if _ASIDE.search(query.text.lower()) else good_lines(view, query)
    telling = _telling(view, query)
    lines = []
    for line in found:
        if not _holds(view, query, line) or is_on_identity(view, query, line):
            continue
        affirms, lacks = says(view, query, line), _lacks(view, query, line, telling)
        if not affirms or not lacks or _ONLY.search(line.text):
            lines.append((line, affirms and not lacks))
    return lines


def _lacks(view: View, query: Query, line: Line, telling: list[str]) -> bool:
    """Whether a line is without something that it had to say for a "yes": a telling word, the verb itself, all the
    subjects where only its relation is the asked one, what holds "by default"."""
    plain = view.concepts(_without_other_names(view, query, line))
    named = {word for s in query.known for word in plain_words(s.text)}
    verb = next((word for word in telling if word not in named), None)
    for word in telling:
        elsewhere = view.words.concept(word) in view.concepts(line.text) - plain
        least = IN_NAME if word == verb else NEARBY
        if elsewhere or line.held[word] < least or _is_by_opposite(view, line, word):
            return True
    if _BY_DEFAULT.search(query.text) and not _SAYS_DEFAULT.search(line.text):
        return True
    if len(query.strong) == 2 and _leaves_one_out(view, query, line):
        return True
    literal = all(line.held[word] >= IN_FUZZY for word in view.relation_words(query) if word in line.held)
    return line.of_subject < OF_ALL and bool(query.known) and (not literal or is_of_another(view, query, line))


def _leaves_one_out(view: View, query: Query, line: Line) -> bool:
    """Whether a line speaks of only one of the two things that a question joins by a relation, or of two products; or
    joins one of them to something else in that way, or the other way round, as the graph has read it."""
    two = [s.ids[0] for s in query.strong]
    if line.of_subject < OF_ALL and (query.relation is not None or all(is_product(view, one) for one in two)):
        return True
    edges = view.relations(two, [query.relation], None, MAX_JOINING) if query.relation is not None else ()
    said = [e for e in edges if any(found.statement == line.statement.id for found in e.evidence)]
    return bool(said) and not any(_is_asked(query, e) for e in said)


def _is_asked(query: Query, edge: Relation) -> bool:
    """Whether a relation of the graph is the one between the two things of a question, in its direction."""
    first, second = (s.ids[0] for s in query.strong)
    ends = (first, second) if query.direction is Direction.OUT else (second, first)
    return (edge.source, edge.target) == ends or (query.relation in _EITHER_WAY and (edge.target, edge.source) == ends)


def _without_other_names(view: View, query: Query, line: Line) -> str:
    """The line's text without what says nothing of the thing itself: longer names that the question does not have, and
    what it does "without doing"."""
    asked = view.concepts(query.text)
    text = line.text
    for mention in view.names_in(line.text):
        named = view.best(mention.ids)
        proper = named is not None and named.kind in PRODUCTS
        if proper and not view.concepts(mention.text) <= asked:
            text = text.replace(mention.text, " ")
    return text if "without" in asked else without_manner(text)


def _is_by_opposite(view: View, line: Line, word: str) -> bool:
    """Whether a line only has the opposite of a word."""
    over = view.above(line.statement).text
    opposed = view.words.opposed(word)
    return bool(opposed & view.concepts(line.text)) and view.words.concept(word) not in view.concepts(
        f"{line.text} {over}"
    )


def _denying(view: View, query: Query) -> list[tuple[Line, bool]]:
    """Lines about the subject that deny just what is asked, in fewer words: "no ordering", "not MySQL"."""
    had = view.relation_words(query) if query.relation in _OF_HAVING else frozenset[str]()
    telling = [word for word in _telling(view, query) if word not in had]
    others = [word for s in query.strong[1:] for word in plain_words(s.text)]
    if not telling and not others:
        return []
    lines = []
    for line in retrieve(view, query):
        if is_on_identity(view, query, line):
            continue
        held = [word for word in telling if line.held[word] >= IN_NAME]
        whole = len(held) == len(telling) or denies_bare(view, line, held)
        denied = {view.words.concept(word) for word in (*held, *others)}
        fits = line.of_subject >= OF_MOST and whole and _has_numbers(query, line)
        if fits and has_denied(view, query, line, denied):
            lines.append((line, False))
    return lines


def _numbered(view: View, query: Query) -> list[tuple[Line, bool]]:
    """The lines on just the subject that say what is asked of another number ("floor 3" for "floor 2"), where none says
    it of the asked one."""
    asked = _NUMBERED.search(query.text.lower())
    first = next((s for s in query.known if not s.weak and asked is not None and s.end <= asked.start()), None)
    if asked is None or first is None:
        return []
    words = [word for word in _telling(view, query) if word not in plain_words(asked[0])]
    own = [line for line in retrieve(view, query) if line.statement.about in first.ids]
    found = [(line, n) for line in own for n in _NUMBERED.findall(line.text.lower()) if n[0] == asked[1]]
    if any(number == asked[2] for _, (_, number) in found):
        return []
    return [(line, False) for line, _ in found if words and all(line.held[word] >= IN_NAME for word in words)]


def _spurning(view: View, query: Query) -> list[tuple[Line, bool]]:
    """The lines that would not have the subject used, where just that is asked."""
    ids = query.strong_ids
    return [(x, False) for x in retrieve(view, query) if x.statement.about in ids and _SPURNS.search(x.text)]


def _by_relation(view: View, query: Query) -> list[tuple[Line, bool]]:
    """The lines for which the graph has the asked relation between the two subjects, or for "works with" any by which
    things work together; none where the question says more."""
    said = view.relation_words(query)
    if query.relation is None or len(query.strong) != 2 or not said.issuperset(_telling(view, query)):
        return []
    types = _TOGETHER if query.relation is RelationType.INTEGRATES_WITH else [query.relation]
    between = view.relations_between(*(s.ids[0] for s in query.strong))
    edges = [e for e in between if e.relation in types and _is_asked(query, e)]
    stated = {found.statement for edge in edges for found in edge.evidence}
    return [(line, True) for line in retrieve(view, query) if line.statement.id in stated]


def _listing(view: View, query: Query) -> list[tuple[Line, bool]]:
    """The items that are just the name of one subject, below a lead-in that denies it, or says the asked relation, and
    in a section on the other, or on what the question is about besides its names."""
    subjects = query.strong
    found = []
    for line in retrieve(view, query) if len(subjects) > 1 else ():
        own = next((s for s in subjects if _is_just(view, line.text, s)), None)
        others = [s for s in subjects if s is not own]
        if own is None or not any(_is_section_on(view, query, line, s) for s in others):
            continue
        lead = _lead(view, line)
        if any(word in view.words.negated for word in plain_words(lead)):
            found.append((line, False))
        elif query.relation is not None and query.relation in view.relations_said(lead):
            found.append((line, True))
    return found


def _is_just(view: View, text: str, subject: Subject) -> bool:
    """Whether a text is but the subject's name."""
    named = view.names_in(text)
    return len(named) == 1 and squeeze(text) == squeeze(named[0].text) and not set(subject.ids).isdisjoint(named[0].ids)


def _is_section_on(view: View, query: Query, line: Line, subject: Subject) -> bool:
    """Whether a line stands in a section on a subject: on a part that it uses, or on more than the names of the
    question."""
    about = line.statement.about
    if about in subject.ids or about in view.sections_on(subject.ids[0]):
        return True
    named = {concept for s in query.subjects for concept in view.concepts(s.text)}
    shared = view.concepts(view.name(about)) & view.concepts(query.text)
    return line.of_subject >= OF_ALL and view.concepts(subject.text) <= shared and bool(shared - named)


def _lead(view: View, line: Line) -> str:
    """The lead-in over an item, or the title that is none but leads in to it."""
    over = view.above(line.statement)
    return over.lead or over.heading


def _with_lead(view: View, line: Line) -> str:
    """The text of a line, with its lead-in where it is but a name."""
    named = view.names_in(line.text)
    bare = len(named) == 1 and squeeze(line.text) == squeeze(named[0].text)
    return f"{_lead(view, line)} {line.text}".strip() if bare else line.text


def _putting_together(view: View, query: Query) -> list[tuple[Line, bool]]:
    """The lines that put two things together, in whatever words, where the notes have all words of the question: those
    that deny it, and those that list the one about the other."""
    words = [word for word in query.words if word not in view.words.light]
    if len(query.strong) < 2 or not all(view.book.weights.has_all(view.words, word) for word in words):
        return []
    lines = [line for line in retrieve(view, query) if line.of_subject >= 1.0 and not line.text.rstrip().endswith("?")]
    told = [(line, says(view, query, line)) for line in lines if not is_on_identity(view, query, line)]
    lists = not words and query.relation in _OF_HAVING
    return [(line, affirms) for line, affirms in told if not affirms or (lists and _is_item(view, query, line))]


def _is_item(view: View, query: Query, line: Line) -> bool:
    """Whether a line about one subject opens with another."""
    first = next(iter(view.names_in(line.text)), None)
    opens = first is not None and first.start < OPENS and line.statement.about not in first.ids
    return opens and line.statement.about in query.strong_ids


def _telling(view: View, query: Query) -> list[str]:
    """The words without which a line does not say what is asked."""
    classes = {concept for word in view.words.classes if (concept := _of_group(view, word))}
    little = view.words.light | view.words.generic | set(view.words.places)
    aside = _ASIDE.search(query.text.lower())
    little |= set(plain_words(aside[0])) if aside else set()
    return [w for w in query.words if w not in little and not w.endswith("ly") and view.words.concept(w) not in classes]


def _of_group(view: View, word: str) -> str | None:
    """What a word stands for; None where that is but another word with the same stem ("edition", "edit")."""
    concept = view.words.concept(word)
    return concept if word in view.words.spellings.get(concept, (word,)) else None


def _has_numbers(query: Query, line: Line) -> bool:
    """Whether a line has the numbers of a question, in words or in digits."""
    words = set(plain_words(line.text))
    asked = [word for word in query.words if word in NUMBERS or word.isdigit()]
    return all(not words.isdisjoint({word, NUMBERS.get(word, word)}) for word in asked)


def _denied_beside(view: View, query: Query, top: Line) -> Line | None:
    """The rest of the line that takes just the subject out ("idempotent: GET, PUT. POST isn't"), or that denies the
    verb ("added when it is built. Cannot be added later")."""
    verb = next(iter(_telling(view, query)), None)
    for line in retrieve(view, query)[:MAX_BESIDE]:
        beside = line.statement.document == top.statement.document and line.statement.line_end == top.statement.line_end
        if beside and line.of_subject >= 1.0 > top.of_subject and _TAKEN_OUT.search(line.text):
            return line
        whole = line.of_subject >= 1.0 and line.share >= MIN_SHARE and verb is not None and line.held[verb] >= 1.0
        if beside and whole and has_denied(view, query, line, {view.words.concept(str(verb))}):
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

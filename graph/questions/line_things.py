"""What a line names as the answer: the things in it, of the sort that is asked for, besides what is asked about."""

from __future__ import annotations

import re

from graph.names import is_ordinary
from graph.questions import narrowing, verb_sides
from graph.questions.matching import are_near
from graph.questions.query import Intent, Query
from graph.questions.retrieval import Line, View
from graph.questions.sorting import of_kind, of_wanted_kind
from graph.questions.words import plain_words
from graph.text import tokens
from graph.values import Entity
from graph.vocabulary import PRODUCTS, Kind

_PLACES = (Kind.SERVICE, Kind.FEATURE, Kind.TECHNOLOGY)
_LABEL = re.compile(r"\W*([\w-]+(?: [\w-]+)?): ")
_PLACED = re.compile(r"\b(?:in|into|inside|under|within|to|onto) (?:an? |the |your |its )?$", re.IGNORECASE)
_SPURNS_PLACE = re.compile(r"\b(?:rather than|instead of|not) \w+ (?:an? |the |your |its )?$", re.IGNORECASE)
_COPULAS = frozenset({"is", "are", "a", "an", "the"})
_SMALL = frozenset({"a", "an", "the", "of", "in", "for", "on", "and", "or", "to", "your", "its"})
_BEHIND = 60
MAX_LIFTS = 3
_ASKED_VERB = re.compile(
    r"(?:who|what) (?!is|are|was|were|do|does|did|can|could|has|have|had|will|would|should)(\w+)\b"
)
_IS_WHERE = re.compile(r"\W*(?:this|that|it|here) is where\b|\W*where (?:you|we|i|to)\b", re.IGNORECASE)
_WHICH = re.compile(r"(?:which|what) (?P<whose>[\w-]+ )?", re.IGNORECASE)
_BY = re.compile(r"\b(\w+) by ")
_OPENS = 4
_LEFT_OPEN = re.compile(
    r"\b(\w+)(?: (up|out|down|off|back))? "
    r"(in|on|by|with|from|as|into|under|upon|of|(?<=up )to|(?<=out )to|(?<=back )to)(?: by default)?$"
)
_ERRORS = frozenset({"error", "errors", "exception", "exceptions"})
_ERROR = re.compile(r"(?i:error|exception|fail|fault|denied|exceeded)|\b[1-5]\d\d\b|^[A-Z][A-Z0-9_]{2,}$|_|[a-z][A-Z]")
EXCEPT = re.compile(r"\b(?:except|but not|apart from|other than|all but)\b", re.IGNORECASE)
_LACKS = re.compile(r"\W*(?:no|without|lacks)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.;](?=\s|$)")
_DENIED_BEHIND = re.compile(
    r" (?:can['’]?t|cannot|(?:do|does|is|are|wo)n['’]?t|(?:can|do|does|is|are|will) not)\b(?! only\b)", re.IGNORECASE
)
_SPURNED = re.compile(r"\b(?:instead of|rather than|in place of|as opposed to) (?:an? |the )?", re.IGNORECASE)


def asked_kind(view: View, query: Query) -> frozenset[str]:
    """The varieties and parts of what stands behind "which" as the sort of answer ("which volume type is for logs")."""
    first = next(iter(query.known), None)
    asked = _WHICH.fullmatch(query.text[: first.start]) if first is not None else None
    if first is None or asked is None or (asked["whose"] and asked["whose"].strip().lower() not in view.book.prefixes):
        return frozenset()
    return frozenset(i for own in first.ids for i in view.family(own)[1:])


def of_asked_kind(view: View, query: Query, entities: list[Entity], *, strictly: bool = False) -> list[Entity]:
    """Those that may be of the sort behind "which", where that is a thing of the notes: its varieties, what has its
    name in theirs, and unless strictly whatever is no product."""
    kind = asked_kind(view, query)
    if not kind or query.known[0].weak or query.nouns or query.wanted:
        return entities
    nouns = view.concepts(query.known[0].text)
    doubtful = [e for e in entities if e.id not in kind and (strictly or e.kind in PRODUCTS)]
    left_out = {e.id for e in doubtful if nouns.isdisjoint(view.concepts(e.name))}
    return [entity for entity in entities if entity.id not in left_out]


def are_errors(entities: list[Entity]) -> list[Entity]:
    """Those that are called like an error or a code: "BusyException", "429", "ENOSPC", "too_many_guests"."""
    return [entity for entity in entities if any(map(names_error, (entity.name, *entity.aliases)))]


def names_error(text: str) -> bool:
    """Whether a text has something that looks like an error or a code."""
    return _ERROR.search(text) is not None


def asks_error(query: Query) -> bool:
    """Whether an error is what the question wants to know."""
    return not _ERRORS.isdisjoint(query.wanted)


def things(view: View, query: Query, line: Line) -> list[Entity]:
    """What a line gives as the answer."""
    return ranked_things(view, query, line)[1]


def ranked_things(view: View, query: Query, line: Line) -> tuple[int, list[Entity]]:
    """What a line gives as the answer: the name that the asked noun or verb goes with, or that stands across a sign;
    the thing that it opens with or is about, where that is not the question's own subject; else the names in it besides
    the subject."""
    if taken_out := _taken_out(view, query, line):
        return 4, taken_out
    if (lacking := _lacking(view, query, line)) is not None:
        return 3, [lacking]
    if doers := _doers(view, query, line):
        return 4, doers
    named = _beside_subjects(view, query, line)
    if (objects := verb_sides.objects(view, query, line, named)) is not None:
        return (3 if objects else 0), objects
    direct = _beside_words(view, query, line)
    if direct is not None:
        return 3, [direct]
    if query.intent is Intent.WHERE and (
        kept := [e for m, e in named if _is_place(line.text[: m.start]) and e.kind in _PLACES]
    ):
        return 3, list(dict.fromkeys(kept))
    if query.intent is Intent.WHERE and (place := _place_itself(view, query, line)) is not None:
        return 3, [place]
    said = {view.words.concept(word) for s in query.known for word in plain_words(s.text)}
    if behind := _behind_label(view, query, line, named):
        return 3, behind
    across = narrowing.across(line.text, asked(view, query) | said, named)
    if across is not None:
        found = of_kind(query, narrowing.entities_of(across))
        return (3 if found else 0), found
    found = others(view, query, line)
    if (thing := _own_thing(view, query, line, named, found)) is not None:
        return 2, [thing]
    is_own = line.about is not None and line.about.id in query.strong_ids
    is_own = is_own or (len(found) < len(named) and narrowing.is_in_parts(line.text))
    return (2 if found and is_own else 1 if found else 0), found


def _place_itself(view: View, query: Query, line: Line) -> Entity | None:
    """What a line is about that says "this is where …", or that opens with the asked verb: "stores coal"."""
    first = plain_words(line.text)[:1]
    verb = bool(first) and first[0] in view.words.places and view.words.concept(first[0]) in asked(view, query)
    is_place = verb or _IS_WHERE.match(line.text) is not None
    return above(view, query, line.about) if is_place and line.about and line.about.id not in query.strong_ids else None


def _behind_label(view: View, query: Query, line: Line, named: narrowing.Found) -> list[Entity]:
    """What a line names behind a label that is but words of the question: "glazing: Salt or Ash"."""
    label = _LABEL.match(line.text)
    if label is None or not view.concepts(label[1]) <= asked(view, query):
        return []
    return of_kind(query, narrowing.entities_of([pair for pair in named if pair[0].start >= label.end()]))


def _is_place(before: str) -> bool:
    """Whether what stands behind a text is where something is or goes, and not where it is not."""
    return _PLACED.search(before) is not None and not _SPURNS_PLACE.search(before)


def _taken_out(view: View, query: Query, line: Line) -> list[Entity]:
    """What a line takes out of what it says, where just that is asked for: "all are sweet except quinces"."""
    mark = EXCEPT.search(line.text) if query.negated else None
    if mark is None or denied_before(view, line.text[: mark.start()]):
        return []
    end = _SENTENCE_END.search(line.text, mark.end())
    named = [m for m in view.names_in(line.text) if mark.end() <= m.start < (end.start() if end else len(line.text))]
    near = {line.statement.about, *query.strong_ids}
    near |= {owner for owners in view.owners(near).values() for owner in owners}
    found = [view.best([i for i in m.ids if not near.isdisjoint(view.owners([i])[i])] or m.ids) for m in named]
    return [entity for entity in found if entity is not None and entity.id not in query.strong_ids]


def _lacking(view: View, query: Query, line: Line) -> Entity | None:
    """The part of the subject that a line with nothing but a denial is about, where one that lacks something is asked
    for: "no lid" under "glass jar" to "which jar has no lid"."""
    if not query.negated or line.about is None or not _LACKS.match(line.text) or line.about.id in query.strong_ids:
        return None
    return line.about if of_wanted_kind(view, query, line.about) is line.about else None


def denied_before(view: View, text: str) -> bool:
    """Whether a text denies something: what is taken out of that is so."""
    return any(word in view.words.negated for word in plain_words(text))


def _own_thing(view: View, query: Query, line: Line, named: narrowing.Found, found: list[Entity]) -> Entity | None:
    """What a line opens with or is about; None where that is asked about, or another part has the answer."""
    all_named = narrowing.entities_of(named)
    if found and len(found) < len(all_named) and narrowing.is_in_parts(line.text):
        return None
    subjects = {i for subject in query.known for i in subject.ids}
    opening = _opening(view, line)
    if opening is not None and (_is_heading(view, query, opening) or (opening in all_named and opening not in found)):
        opening = None
    if opening is not None and opening.kind is Kind.FEATURE and is_word(view, opening, query, _first_name(view, line)):
        opening = None  # "guest-initiated" names no guest where just that word is asked for
    about = above(view, query, line.about)
    if about is not None and about.kind in PRODUCTS and opening is not None and _only_describes(opening, line):
        opening = None
    if about is not None and (_is_title(view, about, line) or not line.share or _stands_below(view, query, line)):
        about = None
    if narrowing.advises(line.text):
        about = None  # "take the other gate" gives nothing that it is about
    fitting = (of_wanted_kind(view, query, thing) for thing in (opening, about))
    return next((thing for thing in fitting if thing is not None and thing.id not in subjects), None)


def _only_describes(opening: Entity, line: Line) -> bool:
    """Whether what a line opens with only says what its product is or does: no product, nor written as a name."""
    behind = line.text[len(opening.name) :].lstrip()
    return opening.kind is Kind.CONCEPT and not behind.startswith((":", "=", "-", "(", "→"))


def _doers(view: View, query: Query, line: Line) -> list[Entity]:
    """What does it, by the verb of a question: what stands before that in a line, or behind it the other way round:
    "made by X" to "who makes Y"."""
    verb = _ASKED_VERB.match(query.text.lower())
    if verb is None:
        return []
    asked = view.words.concept(verb[1])
    if " by " not in line.text:
        named = _beside_subjects(view, query, line)
        doing = (
            narrowing.doing(line.text, one, named) for one in (asked, *verb_sides.verbs_of_relation(view, query, line))
        )
        return narrowing.entities_of(next(filter(None, doing), []))
    for match in _BY.finditer(line.text):
        if view.words.concept(match[1].lower()) == asked:
            behind = next((m for m in view.names_in(line.text) if m.start >= match.end()), None)
            entity = view.best(behind.ids) if behind and behind.start <= match.end() + _OPENS else None
            return [entity] if entity is not None and entity.id not in query.strong_ids else []
    return []


def complements(view: View, query: Query, line: Line) -> list[Entity]:
    """What stands in a line behind the verb and the preposition that a question ends with, with what is joined to it:
    "written in Go" to "what is X written in"."""
    left = _LEFT_OPEN.search(query.text.lower())
    if left is None or f" {left[3]} " not in line.text or (left[1] in view.words.stop and not left[2]):
        return []
    asked = view.words.concept(left[1])
    behind = " ".join(filter(None, left.groups()[1:]))
    for match in re.finditer(rf"\b(\w+) {behind} (?:an? |the )?", line.text):
        if view.words.concept(match[1].lower()) == asked:
            pairs = [(m, e) for m in view.names_in(line.text) if m.start >= match.end() and (e := view.best(m.ids))]
            named = narrowing.joined(line.text, match.end(), pairs)
            return [e for e in narrowing.entities_of(named) if e.id not in query.strong_ids]
    return []


def _stands_below(view: View, query: Query, line: Line) -> bool:
    """Whether a line is set in below one that opens with the question's thing: what it is about says then no more."""
    over = view.concepts(view.above(line.statement).parent)
    return any(not s.weak and view.concepts(s.text) <= over for s in query.known)


def _beside_words(view: View, query: Query, line: Line) -> Entity | None:
    """The name that stands right before the words of the question in a line ("OpenAPI definition file", "CodeBuild
    compiles source code"), or the only one that goes with the asked noun ("left lane"); None where there is none."""
    asked = {view.words.concept(word) for word in (*query.words, *query.wanted)}
    noun = view.words.concept((*query.wanted, *query.nouns)[-1]) if (*query.wanted, *query.nouns) else None
    of_noun: list[Entity] = []
    for mention in view.names_in(line.text):
        entity = view.best(mention.ids)
        behind = plain_words(line.text[mention.end : mention.end + _BEHIND])
        behind = [word for word in behind if not word.endswith("ly") and word not in _COPULAS][:2]
        if entity is None or entity.id in query.strong_ids or is_word(view, entity, query, mention.text):
            continue
        if len(behind) == 2 and all(view.words.concept(word) in asked for word in behind):
            return of_wanted_kind(view, query, entity)
        if noun is not None and noun in map(view.words.concept, (*plain_words(mention.text)[1:], *behind[:1])):
            of_noun.append(entity)
    return of_wanted_kind(view, query, of_noun[0]) if len(set(of_noun)) == 1 else None


def stands_before(view: View, line: Line, entity: Entity, nouns: tuple[str, ...]) -> bool:
    """Whether a line has a thing right before one of the asked nouns ("Oakum sealing")."""
    concepts = {view.words.concept(noun) for noun in nouns}
    behind = [plain_words(line.text[m.end :])[:1] for m in view.names_in(line.text) if entity.id in m.ids]
    return any(view.words.concept(word[0]) in concepts for word in behind if word)


def is_wanted_word(view: View, text: str) -> bool:
    """Whether a text is a noun for the sort of answer ("services")."""
    return text.lower() in view.words.wanted


def above(view: View, query: Query, entity: Entity | None) -> Entity | None:
    """The thing itself, or its owner where its name only heads a part of the notes ("Scenario") or repeats the
    question; None where nothing is left."""
    for _ in range(MAX_LIFTS):
        if entity is None or entity.id in query.strong_ids or not _is_heading(view, query, entity):
            return entity
        if " " not in entity.name and not is_section(view, entity):
            return None
        entity = view.best(view.owners([entity.id])[entity.id])
    return entity


def _is_heading(view: View, query: Query, entity: Entity) -> bool:
    if entity.kind in PRODUCTS:
        return False
    return is_section(view, entity) or is_word(view, entity, query)


def is_section(view: View, entity: Entity) -> bool:
    """Whether a name is but a heading or the beginning of a clause ("Can create"), and no answer to anything."""
    words = plain_words(entity.name)
    if entity.kind in PRODUCTS or not words:
        return False
    if ":" in entity.name or not {"vs", "versus"}.isdisjoint(words):
        return True
    return (
        all(word in view.words.sections or word in view.words.stop for word in words) or words[0] in view.words.leading
    )


def others(view: View, query: Query, line: Line) -> list[Entity]:
    """The names in a line that the question does not have, those that answer it; of the wanted kind, where there are
    such."""
    found = verb_sides.across_relation(view, query, line, _beside_subjects(view, query, line))
    found = _answering(view, query, line.text, found)
    return of_kind(query, narrowing.entities_of(found))


def preferred(view: View, query: Query, line: Line) -> list[Entity]:
    """What a line prefers in so many words, by where that stands."""
    return narrowing.entities_of(narrowing.preferred(line.text, _beside_subjects(view, query, line)))


def asked(view: View, query: Query) -> set[str]:
    """What stands for the words of the question besides the names that are surely meant as things."""
    asked = {view.words.concept(word) for word in query.words}
    return asked | {view.words.concept(word) for s in query.subjects if s.weak for word in plain_words(s.text)}


def _answering(view: View, query: Query, text: str, found: narrowing.Found) -> narrowing.Found:
    """Of the names in a line those that its words give as the answer."""
    if len(found) < 2:
        return found
    if query.intent is Intent.INSTEAD:
        return narrowing.preferred(text, found) or narrowing.unspurned(text, found)
    said = asked(view, query) - {view.words.concept(word) for word in query.nouns}
    found = narrowing.asked_part(text, said, narrowing.marked(text, said, found))
    verb = _ASKED_VERB.match(query.text.lower())
    return (verb and narrowing.doing(text, view.words.concept(verb[1]), found)) or found


def _beside_subjects(view: View, query: Query, line: Line) -> narrowing.Found:
    """The names in a line that the question does not have, with where they stand."""
    subjects = query.strong_ids
    inside = {i for s in subjects for i in view.entity_words(s)}
    found = []
    spurned = _SPURNED.search(line.text) if query.intent is not Intent.INSTEAD else None
    for mention in view.names_in(line.text):
        entity = view.best(mention.ids)
        if spurned is not None and spurned.end() == mention.start:
            continue
        if not query.negated and _DENIED_BEHIND.match(line.text, mention.end):
            continue  # "a tug can, a barge can't"
        if entity is None or entity.id in subjects or entity.id in inside or is_word(view, entity, query, mention.text):
            continue
        if is_section(view, entity) or mention.text.lower() in view.book.prefixes:
            continue
        found.append((mention, entity))
    return found


def _opening(view: View, line: Line) -> Entity | None:
    """The thing whose name opens the line."""
    first = next(iter(view.names_in(line.text)), None)
    if first is None or first.start >= _OPENS:
        return None
    entity = view.best(first.ids)
    words = entity is not None and entity.name.istitle() and first.text[1:].islower() and " " in first.text
    hits = view.lexicon.find(tokens(first.text)) if entity is not None and first.text != entity.name else []
    verb = bool(hits) and hits[0].phrase.verb
    return None if words or verb else entity  # "Front door" is no "Front Door", "Supports" no "Support"


def _first_name(view: View, line: Line) -> str:
    """The first name in a line, as it stands there."""
    return next((mention.text for mention in view.names_in(line.text)), "")


def _is_title(view: View, about: Entity, line: Line) -> bool:
    """Whether a thing is but the title of its document."""
    if about.kind is not Kind.CONCEPT or view.owners([about.id])[about.id]:
        return False
    return about.name.lower() == line.statement.document.lower().rpartition(".")[0]


def is_word(view: View, entity: Entity, query: Query, text: str | None = None) -> bool:
    """Whether a name is but an ordinary word here, or a word of the question."""
    name = (text or entity.name).lower()
    said = view.concepts(query.text)
    asked = set(plain_words(query.text))
    if all(word in _SMALL or word in asked or view.words.concept(word) in said for word in plain_words(name)):
        return True
    if name in view.words.wanted or name in view.words.stop:
        return True
    if any(view.words.concept(word) == view.words.concept(name) or are_near(word, name) for word in query.words):
        return True
    return (
        entity.kind is not Kind.SERVICE and entity.kind is not Kind.TECHNOLOGY and name.isalpha() and is_ordinary(name)
    )

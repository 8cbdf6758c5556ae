"""Answers from lists: a title or lead-in says what is asked, and the lines below it are the answers.

Notes often put a relation into a label ("It requires:", "SNS sends messages to:"). The reader keeps such a label as a
thing of its own, with the items as statements about it; a question whose words the label (with the names above it)
holds is answered with what the items name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from graph.questions import finding, line_things, narrowing, relating, sentence, sorting
from graph.questions.answer import AnswerKind, Draft, quote
from graph.questions.context import MAX_LEAD_LINES
from graph.questions.nearby import IN_NAME
from graph.questions.query import Intent, Query
from graph.questions.retrieval import Line, View, retrieve
from graph.questions.words import plain_words
from graph.text import tokens
from graph.values import Entity, Statement
from graph.vocabulary import PRODUCTS, Direction, Kind, RelationType

MAX_LABELS = 40
MAX_ITEMS = 40
MAX_LEADING = 3
MAX_OPEN_WORDS = 2
MAX_ITEM_WORDS = 14
MAX_LIST_WORDS = 6
MIN_COVERED = 0.75
MIN_NAMED = 0.5
MAX_NAMED_LINES = 5
_PROPERTY = re.compile(r"^(?:which|what|list|wich)\b.*\b(?:are|is|have|has|can)\b")
_OPENING_CHARACTERS = 40
_OPENS = 4
MIN_MEMBERS = 2
_LISTS = re.compile(
    r"((?:[\w/-]+ ){0,2}[\w/-]+)(?:\s*:|\s*=| ?\(|,? such as\b|,? like\b| (?:can|may) be\b| are\b| include\b)"
    r"\s*([^().;:]+[^().;: ])"
)
_REMARKED = re.compile(r"^((?:[\w/-]+ ){0,2}?[\w/-]+) (?:I|we|you|to|that|which)\b[^:]{0,40}:\s*(\S.*)$")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_PLACE = re.compile(
    r"\b(?:in|into|to|onto|on|at|inside|under|within) (?:an? |the |your |its )?$|[-=]> ?$|→ ?$", re.IGNORECASE
)
_PLACES = (RelationType.STORES_IN, RelationType.SENDS_TO)
"""Of where a thing is kept and where it goes notes say the one or the other."""
_DOES = re.compile(r"^(?:what|who|which) (?:can|could|may) (\w+)\b")
_GOES_ON = re.compile(r"\s*(?:,(?! which| that)|/|and\b|or\b|&)", re.IGNORECASE)


def listed(view: View, query: Query) -> Draft | None:
    """What the lines below a label name, where the label holds what is asked; None where there is no such label."""
    for label in _labels(view, query):
        denied = _is_denied(view, label.name)
        stated = view.store.statements_about([label.id], limit=MAX_ITEMS)
        items = [item for item in stated if (denied or _is_denied_over(view, item)) is query.negated]
        if (denied and not query.negated) or not items:
            continue
        if not query.negated and (named_in := _said_in_name(view, query, label)):
            said = [quote(item) for item in view.store.statements_about([label.id], limit=MAX_NAMED_LINES)]
            told = f"{sentence.listed([e.name for e in named_in])}, as the notes say in the title “{label.name}”."
            if said:
                return Draft(AnswerKind.ENTITIES, told, said, named_in)
        short = [item for item in items if len(item.text.split()) <= MAX_ITEM_WORDS]
        named = [(item, entity) for item in short for entity in _named(view, query, item, label)]
        if query.intent is Intent.WHERE and view.lexicon.lead_in(label.name) is None:
            named = [(item, entity) for item, entity in named if _is_place(view, item, entity)]
        if named:
            entities = list(dict.fromkeys(entity for _, entity in named))
            told = f"{sentence.listed([e.name for e in entities])}, as the notes list under “{label.name}”."
            lines = dict.fromkeys(quote(item) for item, _ in named)
            return Draft(AnswerKind.ENTITIES, told, list(lines), entities)
    return _below_lead(view, query)


def _is_denied(view: View, text: str) -> bool:
    return any(word in view.words.negated for word in plain_words(text))


def _is_denied_over(view: View, item: Statement) -> bool:
    """Whether the lead-in or title right over an item denies it: "can't use: …"."""
    over = view.above(item)
    return _is_denied(view, f"{over.lead} {over.heading}")


def _is_place(view: View, item: Statement, entity: Entity) -> bool:
    """Whether a line names a thing as where something is or goes: behind "in", "to" and the like."""
    at = [m.start for m in view.names_in(item.text) if entity.id in m.ids]
    return any(_PLACE.search(item.text[:start]) for start in at)


def _said_in_name(view: View, query: Query, label: Entity) -> list[Entity]:
    """What a label names behind the asked relation ("API Gateway sends logs to CloudWatch")."""
    words = tokens(label.name)
    hit = next((h for h in view.lexicon.find(words) if h.phrase.relation is query.relation), None)
    if hit is None or query.direction is not Direction.OUT or hit.phrase.direction is not Direction.OUT:
        return []
    behind = view.names_in(label.name[words[hit.end - 1].end :])
    found = [e for m in behind if (e := view.best(m.ids)) and e.kind in PRODUCTS]
    return [e for e in found if e.id not in query.strong_ids]


def _below_lead(view: View, query: Query) -> Draft | None:
    """What the lines below a lead-in name, where it has the asked relation and they are about the subject."""
    if query.relation is None or not query.known:
        return None
    first = query.strong[0]
    ids = {*view.family(first.ids[0]), *view.sections_on(first.ids[0])}
    rest = relating.further_words(view, query)
    found: list[tuple[Line, Entity]] = []
    for line in retrieve(view, query):
        over = view.above(line.statement)
        if line.statement.about not in ids or any(line.held.get(word, 0.0) < IN_NAME for word in rest):
            continue
        if query.nouns and max(line.held.get(word, 0.0) for word in query.nouns) < IN_NAME:
            continue
        if query.negated and not (_is_denied(view, line.text) or _is_denied_over(view, line.statement)):
            continue
        if _has_relation(view, query, over.lead) or _is_lead_in(view, query, over.heading):
            found += [(line, entity) for entity in _named(view, query, line.statement, line.about)]
    if not found:
        found = _below_said(view, query)
    if not found:
        return None
    found.sort(key=lambda pair: (pair[0].statement.document, pair[0].statement.line_start))
    entities = [e for e in dict.fromkeys(e for _, e in found) if sorting.of_wanted_kind(view, query, e) is e]
    if not entities:
        return None
    told = f"{sentence.listed([e.name for e in entities])}, as the notes list them."
    return Draft(AnswerKind.ENTITIES, told, list(dict.fromkeys(quote(line.statement) for line, _ in found)), entities)


def _below_said(view: View, query: Query) -> list[tuple[Line, Entity]]:
    """What the lines below a line name that leads in to them with the relation and the subject's name."""
    rest = relating.further_words(view, query)
    for line in retrieve(view, query)[:MAX_LABELS]:
        if any(line.held[word] < IN_NAME for word in rest):
            continue
        if query.nouns and max(line.held.get(word, 0.0) for word in query.nouns) < IN_NAME:
            continue
        if not line.says or line.of_subject < 1.0 or len(line.text.split()) > MAX_ITEM_WORDS:
            continue
        leads = view.lexicon.lead_in(line.text) is not None and not line_things.others(view, query, line)
        if not leads and not _ends_with_relation(view, query, line.text):
            continue
        last, path = line.statement.line_end, line.statement.document
        items = _items_below(view, line)
        if view.outline(path).above(last + 1).lead != line.text.strip():
            if line_things.others(view, query, line):
                continue  # it says itself what it leads in to
            items = [s for s in items if s.line_start == last + 1 and _is_of_names(view, s)]
        if found := [(Line(s, None), entity) for s in items for entity in _named(view, query, s, None)]:
            return found
    return []


def _ends_with_relation(view: View, query: Query, text: str) -> bool:
    """Whether a line has the asked relation and leaves its other side open, for the lines below."""
    words = tokens(text)
    hits = [h for h in view.lexicon.find(words) if h.phrase.relation is query.relation]
    hits = [h for h in hits if h.phrase.direction is query.direction]
    behind = (text[words[h.end - 1].end :] for h in hits if len(words) - h.end <= MAX_OPEN_WORDS)
    open_end = text.rstrip().endswith(":") or any(rest == rest.lower() for rest in behind)
    return bool(hits) and open_end


def _items_below(view: View, line: Line) -> list[Statement]:
    """What stands below a line in its block."""
    last, path = line.statement.line_end, line.statement.document
    below = view.store.statements_on(path, last + 1, last + MAX_LEAD_LINES)
    return [s for s in below if s.line_start > last and view.outline(path).is_one_block(last, s.line_start)]


def led_in(view: View, query: Query) -> Draft | None:
    """What the lines name that the best line leads in to: one about the subject that holds all that is asked and ends
    with a colon."""
    for line in finding.good_lines(view, query)[:MAX_LEADING]:
        if not line.text.rstrip().endswith(":") or min(line.of_subject, line.share) < finding.OF_ALL:
            continue
        end = view.outline(line.statement.document).ends.get(line.statement.line_start)
        items = [s for s in _items_below(view, line) if end is None or s.line_start < end]
        items = list(takewhile(lambda s: len(s.text.split()) <= MAX_ITEM_WORDS, items))
        named = [(s, entity) for s in items for entity in _named(view, query, s, None)]
        if named:
            entities = list(dict.fromkeys(entity for _, entity in named))
            lines = dict.fromkeys([quote(line.statement), *(quote(s) for s, _ in named)])
            told = (
                f"{sentence.listed([e.name for e in entities])}, as the notes list under {sentence.quoted(line.text)}"
            )
            return Draft(AnswerKind.ENTITIES, told, list(lines), entities)
    return None


def _is_of_names(view: View, item: Statement) -> bool:
    """Whether a line is but a list of names."""
    named = sum(len(mention.text) for mention in view.names_in(item.text))
    return "," in item.text and named >= MIN_NAMED * len(item.text.replace(" ", ""))


def _has_relation(view: View, query: Query, lead: str) -> bool:
    if view.lexicon.lead_in(lead) is not None:
        return _is_lead_in(view, query, lead)
    asked = _PLACES if query.intent is Intent.WHERE and query.relation in _PLACES else (query.relation,)
    return any(
        hit.phrase.relation in asked and hit.phrase.direction is query.direction
        for hit in view.lexicon.find(tokens(lead))
    )


def _is_lead_in(view: View, query: Query, text: str) -> bool:
    """Whether a title or lead-in as a whole says the asked relation."""
    meaning = view.lexicon.lead_in(text)
    return meaning is not None and meaning.relation is query.relation and meaning.direction is query.direction


def _labels(view: View, query: Query) -> Iterator[Entity]:
    """Things whose names, with those of their owners, hold the words of the question; best covered first."""
    asked = [word for word in query.words if word not in view.relation_words(query)]
    words = {word: view.words.concept(word) for word in (*asked, *query.wanted)}
    if not words:
        return
    subjects = query.strong_ids
    family = [i for subject in query.strong for i in view.family(subject.ids[0])]
    abouts = [line.statement.about for line in retrieve(view, query)[:MAX_LABELS]]
    owners = view.owners(ids := [i for i in dict.fromkeys([*family, *abouts]) if i not in subjects])
    ranked: list[tuple[float, str, Entity]] = []
    for entity in view.entities(ids):
        own = view.concepts(entity.name)
        if (
            entity.kind is Kind.LIMIT
            or len(own) < 2
            or (subjects and not _is_under(view, query, entity, owners[entity.id]))
        ):
            continue
        total = sum(view.weight(word) for word in words)
        covered = sum(view.weight(word) for word, concept in words.items() if concept in own) / total
        if covered >= MIN_COVERED:
            ranked.append((-covered, entity.id, entity))
    yield from (entity for _, _, entity in sorted(ranked, key=lambda found: found[:2]))


def _is_under(view: View, query: Query, entity: Entity, owners: tuple[str, ...]) -> bool:
    """Whether each of the question's things owns the label, or its words stand in the label's name."""
    own = view.concepts(entity.name)
    return all(
        not set(owners).isdisjoint(subject.ids) or view.concepts(subject.name) <= own for subject in query.strong
    )


def _named(view: View, query: Query, item: Statement, label: Entity | None) -> list[Entity]:
    """What an item names: what it opens with, or all its names where it is a list of them itself."""
    mentions = view.names_in(item.text)
    named = line_things.others(view, query, Line(item, label))
    found = [entity for entity in named if label is None or entity.id != label.id]
    opens = bool(mentions) and mentions[0].start < _OPENS and not _GOES_ON.match(item.text[mentions[0].end :])
    if opens and (first := [entity for entity in found if entity.id in mentions[0].ids] or _only_name(item, found)):
        return first[:1]
    return found if len(item.text.split()) <= MAX_LIST_WORDS or item.text.count(",") >= 2 else []


def _only_name(item: Statement, found: list[Entity]) -> list[Entity]:
    """The names of an item but those that it only has in a remark in brackets."""
    bare = _IN_BRACKETS.sub("", item.text).lower()
    return [entity for entity in found if any(name.lower() in bare for name in (entity.name, *entity.aliases))]


def behind_noun(view: View, query: Query) -> Draft | None:
    """The things that a line lists behind the very noun that is asked for: "data sources: A, B and C", "needs a broker
    (A, B)"; None where no line about the subject has such a list."""
    asked = [*(query.nouns or query.wanted or _doers(query))]
    asked = [
        w for w in asked if view.book.weights.has_all(view.words, w)
    ]  # "outside suppliers" are listed as suppliers
    nouns = [view.words.concept(word) for word in asked]
    if not nouns or query.negated:
        return None
    rest = [word for word in relating.further_words(view, query) if word not in view.words.generic]
    rest = [word for word in rest if view.words.concept(word) not in nouns]
    for line in retrieve(view, query)[:MAX_LABELS]:
        if query.known and line.of_subject < finding.OF_ALL:
            continue
        if any(line.held[word] < IN_NAME for word in rest):
            continue
        for head, items in (*_LISTS.findall(line.text), *_REMARKED.findall(line.text)):
            own = [view.words.concept(word) for word in plain_words(head)]
            if own[-1:] != nouns[-1:] or not set(nouns) <= set(own) or narrowing.is_series(items):
                continue
            if _is_elsewhere(view, line, items, rest):
                continue
            members = _members(view, query, items)
            if len(members) >= MIN_MEMBERS:
                told = f"{sentence.listed([e.name for e in members])}, as the notes say: {sentence.quoted(line.text)}"
                return Draft(AnswerKind.ENTITIES, told, [quote(line.statement)], members)
    return None


def _is_elsewhere(view: View, line: Line, items: str, rest: list[str]) -> bool:
    """Whether a line has words of the question in a part of its own, other than the one with the items."""
    at = line.text.find(items)
    own = " ".join(line.text[a:b] for a, b in narrowing.parts(line.text) if a <= at < b)
    asked = set(map(view.words.concept, rest)) & view.concepts(line.text)
    return not asked <= view.concepts(own)


def _doers(query: Query) -> list[str]:
    """The verb that asks for those who do it: "what can consume X" asks for its consumers."""
    return [word for word in _DOES.findall(query.text.lower()) if word in query.words]


def _members(view: View, query: Query, items: str) -> list[Entity]:
    """What a text of items names; nothing where the names are only a small part of it."""
    mentions = view.names_in(items)
    if sum(len(mention.text) for mention in mentions) < MIN_NAMED * len(items.replace(" ", "")):
        return []
    found = [view.best(mention.ids) for mention in mentions]
    return [e for e in dict.fromkeys(found) if e is not None and e.id not in query.strong_ids]


def with_property(view: View, query: Query) -> Draft | None:
    """All things of the asked kind whose own lines state a property ("which services are serverless")."""
    wanted = next((word for word in query.wanted if word.endswith("s")), None)
    stated = [*query.words, *(s.text for s in query.subjects if s.weak or not line_things.is_wanted_word(view, s.text))]
    if (
        query.relation is not None
        or wanted is None
        or not _PROPERTY.search(query.text.lower())
        or not 1 <= len(set(stated)) <= 2
    ):
        return None
    concepts = {concept for text in stated for concept in view.concepts(text)} - view.concepts(wanted)
    found: dict[Entity, Line] = {}
    for line in retrieve(view, query):
        opening = view.concepts(line.text[:_OPENING_CHARACTERS])
        thing = sorting.of_wanted_kind(view, query, line.about)
        if thing is not None and concepts and concepts <= opening and not finding.denies(view, line):
            found.setdefault(thing, line)
    if len(found) < 2:
        return None
    told = f"{sentence.listed([entity.name for entity in found])}, by their own lines in the notes."
    return Draft(AnswerKind.ENTITIES, told, [quote(line.statement) for line in found.values()], list(found))

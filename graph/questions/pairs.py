"""Questions about two or more things: what sets them apart, and how they hang together."""

from __future__ import annotations

from itertools import zip_longest

from graph.ceilings import MAX_COMPARED_ENTITIES
from graph.questions import definition, finding, sentence
from graph.questions.answer import AnswerKind, Draft, quote, quotes_of
from graph.questions.query import Query, Subject
from graph.questions.retrieval import Line, View, retrieve
from graph.values import Entity, Relation, Statement
from graph.vocabulary import READINGS, Facet

MAX_EACH = 4
MAX_LINES_NAMING = 150
MAX_JOINS = 2_000
MAX_NAMES_TOGETHER = 4
MAX_JOINING = 60
NEAR_EACH_OTHER = 15
DENIAL = 1.0
ASKED_WORTH = 3.0
_WORTH = {Facet.PURPOSE: 2.0, Facet.MODEL: 1.5, Facet.SUITABILITY: 1.5, Facet.INTERFACE: 0.3}


def compared(view: View, query: Query) -> Draft | None:
    """What the notes say of each, those lines first that set them side by side; None where fewer than two are known."""
    subjects = query.strong
    if len(subjects) < 2:
        subjects = query.known
    chosen = [e for s in subjects if (e := _of_pair(view, s, subjects)) is not None]
    entities = list(dict.fromkeys(chosen))[:MAX_COMPARED_ENTITIES]
    if len(entities) < 2:
        return None
    lines = retrieve(view, query)
    together = _together(view, lines, entities)
    own = {entity.id: _own(view, lines, entity) for entity in entities}
    each = [_telling(view, query, own, entity) for entity in entities]
    evidence = [quote(line.statement) for line in together[:1]]
    for rank in range(MAX_EACH):
        evidence += [quote(found[rank].statement) for found in each if rank < len(found)]
    if not evidence:
        return None
    told = [_in_words(view, entity, found) for entity, found in zip(entities, each, strict=True) if found]
    side = [f"Side by side: {sentence.quoted(line.text)}" for line in together[:1]]
    return Draft(AnswerKind.COMPARISON, ". ".join([*told, *side]), list(dict.fromkeys(evidence)), entities)


def _in_words(view: View, entity: Entity, found: list[Line]) -> str:
    return f"{entity.name}: {'; '.join(sentence.quoted(finding.in_full(view, line)) for line in found[:3])}"


def _together(view: View, lines: list[Line], entities: list[Entity]) -> list[Line]:
    """Lines that name several of them and say something: neither questions nor long lists of names nor names alone."""
    ids = [entity.id for entity in entities]
    found = []
    for line in lines:
        if _names(view, line, ids) < 2 or line.text.rstrip().endswith("?"):
            continue
        named = view.names_in(line.text)
        words = [word for word in line.text.split() if any(map(str.isalnum, word))]
        if len(named) <= MAX_NAMES_TOGETHER and len(words) > sum(len(m.text.split()) for m in named) + 2:
            found.append(line)
    return found


def _own(view: View, lines: list[Line], entity: Entity) -> list[Line]:
    """The lines about one of them; about its parts, or naming it, where there are none."""
    own = [line for line in lines if line.statement.about == entity.id]
    if not own:
        family = set(view.family(entity.id))
        own = [line for line in lines if line.statement.about in family]
    return own or [line for line in lines if _names(view, line, [entity.id])]


def _telling(view: View, query: Query, own: dict[str, list[Line]], entity: Entity) -> list[Line]:
    """The lines that tell most of a thing, those first that stand beside or near the others' lines."""
    others = [line.statement for i, lines in own.items() if i != entity.id for line in lines]
    places: dict[str, list[int]] = {}
    for statement in others:
        places.setdefault(statement.document, []).append(statement.line_start)

    def worth(line: Line) -> float:
        found = sum(_WORTH.get(Facet(facet), 0.0) for facet in line.statement.facets)
        gaps = [abs(at - line.statement.line_start) for at in places.get(line.statement.document, ())]
        nearest = min(gaps, default=NEAR_EACH_OTHER)
        beside[line.statement.id] = 2.5 if nearest == 0 else 2.0 * max(0.0, 1 - nearest / NEAR_EACH_OTHER)
        found += definition.worth(view, entity.id, line)
        found += ASKED_WORTH if query.words and line.share >= finding.OF_ALL else 0.0
        found -= DENIAL if finding.denies(view, line) else 0.0
        return found - (1.0 if len(line.text.split()) < 2 and nearest else 0.0)

    beside: dict[str, float] = {}
    alone = {line.statement.id: worth(line) for line in own[entity.id]}
    ranked = sorted(
        own[entity.id], key=lambda line: (-alone[line.statement.id] - beside[line.statement.id] / 2, _place(line))
    )
    near = [line for line in ranked if beside[line.statement.id] > 0]
    near.sort(key=lambda line: (-alone[line.statement.id] / 2 - beside[line.statement.id], _place(line)))
    taken = [line for pair in zip_longest(ranked, near) for line in pair if line is not None]
    return list({line.statement.id: line for line in taken}.values())


def _place(line: Line) -> tuple[str, int]:
    return line.statement.document, line.statement.line_start


def _of_pair(view: View, subject: Subject, subjects: tuple[Subject, ...]) -> Entity | None:
    """Of entities that share the name the one that goes with the others: of the same owner, else the best known."""
    candidates = view.entities(subject.ids)
    if len(candidates) < 2:
        return next(iter(candidates), None)
    others = [i for s in subjects if s is not subject for i in s.ids]
    owned = view.owners([*subject.ids, *others])
    wanted = {owner for i in others for owner in owned[i]}
    return next((e for e in candidates if wanted & set(owned[e.id])), view.best(subject.ids))


def _names(view: View, line: Line, ids: list[str]) -> int:
    named = {i for mention in view.names_in(line.text) for i in mention.ids}
    return sum(i in named for i in ids)


def joined(view: View, query: Query) -> Draft | None:
    """How two things hang together: by one step, by a line that names both, else by the shortest way."""
    ends = query.strong
    if len(ends) < 2:
        ends = query.known
    if len(ends) < 2:
        return None
    first, last = view.best(ends[0].ids), view.best(ends[-1].ids)
    if first is None or last is None or first.id == last.id:
        return None
    way = _ways(view, first, last)
    if len(way) != 1 and (line := _naming_both(view, query, first, last)) is not None:
        told = f"{first.name} and {last.name}: {sentence.quoted(line.text)}"
        return Draft(
            AnswerKind.PATH, told, [quote(line.statement), *quotes_of(way)], [first, last], relations=list(way)
        )
    if not way:
        return _bridged(view, first, last)
    stops, words = _walk(view, first, way)
    return Draft(AnswerKind.PATH, words, quotes_of(way), stops, relations=list(way))


def _ways(view: View, first: Entity, last: Entity) -> tuple[Relation, ...]:
    from graph.queries.paths import path

    return next(iter(path(view.store, first.id, last.id, max_paths=1)), ())


def _naming_both(view: View, query: Query, first: Entity, last: Entity) -> Line | None:
    """The best line that names both, or one and is about the other; long lists of names tell less."""
    families = (set(view.family(first.id)), set(view.family(last.id)))

    def joins(line: Line) -> bool:
        mentions = [mention.ids for mention in view.names_in(line.text)]
        named = {i for ids in mentions for i in ids if len(ids) == 1 or i in (first.id, last.id)}  # "code" is of many
        named |= {i for one in named for i in view.entity_words(one)}  # "lorry bay" names the lorry
        near = [not family.isdisjoint(named | {line.statement.about}) for family in families]
        return all(near) and not named.isdisjoint((first.id, last.id))

    lines = [line for line in retrieve(view, query)[:MAX_JOINING] if joins(line)]
    names = [len({m.ids for m in view.names_in(line.text)}) for line in lines]
    telling = (line for line, count in zip(lines, names, strict=True) if count <= MAX_NAMES_TOGETHER)
    return next(telling, lines[names.index(min(names))] if lines else None)


def _bridged(view: View, first: Entity, last: Entity) -> Draft | None:
    """A way through the notes' own parts: lines that name either end, and what those are about."""
    starts, ends = _lines_naming(view, first), _lines_naming(view, last)
    pairs = [
        (a, b) for a in starts for b in ends if a.document == b.document and a.about != first.id and b.about != last.id
    ]
    joins = {a.about: set(view.family(a.about)) | set(view.owners([a.about])[a.about]) for a, _ in pairs[:MAX_JOINS]}
    joined = [(a, b) for a, b in pairs if a.about == b.about or b.about in joins.get(a.about, ())]
    if not joined:
        return None
    one, other = min(joined, key=lambda pair: (abs(pair[0].line_start - pair[1].line_start), pair[0].line_start))
    stops = view.entities(dict.fromkeys([first.id, one.about, other.about, last.id]))
    told = f"{' – '.join(stop.name for stop in stops)}, by lines that name them: "
    told += " and ".join(sentence.quoted(text) for text in dict.fromkeys((one.text, other.text)))
    steps = list(view.relations_between(one.about, other.about))
    return Draft(AnswerKind.PATH, told, list(dict.fromkeys([quote(one), quote(other)])), stops, relations=steps)


def _lines_naming(view: View, entity: Entity) -> list[Statement]:
    found = view.store.find_statements(entity.name, limit=MAX_LINES_NAMING)
    return [statement for statement in found if any(entity.id in m.ids for m in view.names_in(statement.text))]


def _walk(view: View, first: Entity, way: tuple[Relation, ...]) -> tuple[list[Entity], str]:
    stops, parts, at = [first], [], first.id
    for step in way:
        forward = step.source == at
        reading = READINGS[step.relation]
        other = step.target if forward else step.source
        parts.append(f"{view.name(at)} {reading.forward if forward else reading.inverse} {view.name(other)}")
        at = other
        stops += view.entities([other])
    return stops, "; ".join(parts) + "."

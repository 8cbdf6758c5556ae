"""The graph for people at a terminal: rich tables and texts. Words of notes are plain text, never markup."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text

from app.output import counted, printable, table
from graph.quantities.forms import said_amount
from graph.values import Entity, Evidence, Relation, Statement
from graph.vocabulary import READINGS

if TYPE_CHECKING:
    from graph.queries.lookup import Found
    from graph.queries.profile import Profile
    from graph.questions.answer import Answer

MAX_LINES_PER_RELATION = 3
MAX_ANSWER_LINES = 8


def tell_mended(typed: str, found: Found) -> None:
    """Say on standard error that a name was read as another one, where it was."""
    if found.mended:
        print(f'noteweave: read "{typed}" as "{found.name}"', file=sys.stderr)


def place(document: str, line_start: int, line_end: int) -> str:
    """Where lines stand: ``aws.md:12`` or ``aws.md:12-14``."""
    return f"{document}:{line_start}" + (f"-{line_end}" if line_end != line_start else "")


def profile(found: Profile) -> RenderableType:
    """An entity's page: what it is, what it is related to in both directions, its limits, its statements by facet."""
    parts: list[RenderableType] = [_head(found.entity)]
    if relations := [*_related(found, found.outgoing, out=True), *_related(found, found.incoming, out=False)]:
        parts += [_title("Relations"), table(("relation", "with", "lines"), relations)]
    if found.limits:
        parts += [_title("Limits"), table(("limit", "value", "scope", "lines"), _limits(found))]
    for facet, statements in found.by_facet():
        parts += [_title(f"Statements: {facet}"), table(("line", "words"), map(_line, statements))]
    return Group(*parts)


def findings(
    text: str, entities: Sequence[Entity], statements: Sequence[Statement], abouts: Mapping[str, str]
) -> RenderableType:
    """What a search found; says so where that is nothing."""
    if not entities and not statements:
        return Text(f'Nothing in the notes holds "{printable(text)}".')
    parts: list[RenderableType] = []
    if entities:
        rows = [(entity.name, entity.kind, ", ".join(entity.aliases)) for entity in entities]
        parts += [_title("Entities"), table(("name", "kind", "also"), rows)]
    if statements:
        lines = [(abouts.get(statement.about, statement.about), *_line(statement)) for statement in statements]
        parts += [_title("Statements"), table(("about", "line", "words"), lines)]
    return Group(*parts)


def ways(start: Entity, end: Entity, found: Sequence[Sequence[Relation]], names: Mapping[str, str]) -> RenderableType:
    """The ways from start to end, each step with its lines."""
    if not found:
        return Text(f"The notes show no way from {printable(start.name)} to {printable(end.name)}.")
    parts: list[RenderableType] = []
    for number, way in enumerate(found, 1):
        parts += [_title(f"Way {number}"), table(("step", "lines"), _steps(start.id, way, names))]
    return Group(*parts)


def answer(found: Answer, *, with_question: bool = False) -> RenderableType:
    """An answer: the sentence, the lines that say so, how the question was read, and what else may be asked."""
    parts: list[RenderableType] = []
    if with_question:
        parts.append(Text(printable(" ".join(found.question.split())), style="italic"))
    parts.append(Text(printable(found.sentence), style="bold"))
    if found.evidence:
        lines = [(place(q.document, q.line_start, q.line_end), q.text) for q in found.evidence[:MAX_ANSWER_LINES]]
        parts.append(table(("line", "words"), lines))
    if left := len(found.evidence) - MAX_ANSWER_LINES:
        parts += [Text(f"and {counted(left, 'more line')}")] if left > 0 else []
    if found.understood is not None:
        parts.append(Text(f"understood as: {_understood(found.understood)}", style="dim"))
    if found.suggestions:
        parts.append(Text("the notes can answer: " + "; ".join(map(printable, found.suggestions)), style="dim"))
    return Group(*parts)


def _understood(understood: Mapping[str, object]) -> str:
    """How a question was read, as "intent what, relation triggers": only what was recognised."""
    told = []
    for name, value in understood.items():
        if isinstance(value, Mapping):
            value = ", ".join(f"{wrong} as {right}" for wrong, right in value.items())
        elif isinstance(value, list):
            value = ", ".join(map(str, value))
        if value:
            told.append(f"{name} {printable(str(value))}")
    return "; ".join(told)


def _steps(at: str, way: Iterable[Relation], names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for step in way:
        forward = step.source == at
        reading = READINGS[step.relation]
        to = step.target if forward else step.source
        words = reading.forward if forward else reading.inverse
        yield f"{names.get(at, at)} {words} {names.get(to, to)}{_condition(step)}", _lines(step.evidence)
        at = to


def _head(entity: Entity) -> Text:
    head = Text.assemble((printable(entity.name), "bold"), "  ", (str(entity.kind), "italic"))
    if entity.aliases:
        head.append(f"\nalso: {printable(', '.join(entity.aliases))}")
    if entity.description:
        head.append(f"\n{printable(entity.description)}")
    return head


def _title(words: str) -> Text:
    return Text(f"\n{words}", style="bold")


def _related(found: Profile, relations: Iterable[Relation], *, out: bool) -> Iterator[tuple[str, str, str]]:
    """Rows grouped by reading; the reading stands in the first row of its group only."""
    previous = ""
    for relation in sorted(relations, key=lambda r: (list(READINGS).index(r.relation), r.source, r.target)):
        reading = READINGS[relation.relation]
        words = reading.forward if out else reading.inverse
        other = relation.target if relation.source == found.entity.id else relation.source
        name = found.name_of(other) + _condition(relation)
        yield (words if words != previous else ""), name, _lines(relation.evidence)
        previous = words


def _limits(found: Profile) -> Iterator[tuple[str, str, str, str]]:
    for entity, relation in found.limits:
        limit = entity.limit
        assert limit is not None
        value = said_amount(limit.value, limit.unit)
        yield f"{limit.bound} {limit.quantity}", value, limit.scope or "", _lines(relation.evidence)


def _condition(relation: Relation) -> str:
    return f" ({relation.condition})" if relation.condition else ""


def _lines(evidence: Sequence[Evidence]) -> str:
    """The places of a relation with the words of each, the first few of many."""
    shown = [f"{place(e.document, e.line_start, e.line_end)}  {e.text}" for e in evidence[:MAX_LINES_PER_RELATION]]
    left = len(evidence) - len(shown)
    return "\n".join([*shown, *([f"and {left} more"] if left else [])])


def _line(statement: Statement) -> tuple[str, str]:
    return place(statement.document, statement.line_start, statement.line_end), statement.text

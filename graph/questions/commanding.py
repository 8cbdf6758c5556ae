"""Commands, flags and calls: what is typed to do something."""

from __future__ import annotations

import re

from graph.questions import finding, line_things, sentence
from graph.questions.answer import AnswerKind, Draft, quote
from graph.questions.names import squeeze
from graph.questions.query import Query
from graph.questions.retrieval import Line, View, retrieve
from graph.values import Entity
from graph.vocabulary import Kind

_COMMANDS = frozenset({"command", "commands", "call", "calls", "flag", "flags", "parameter", "switch"})
_TYPED = re.compile(
    r"`[^`]+`|(?<!\w)--?[a-z][\w-]+|\b[a-z]+(-[a-z]+){2,}\b|^\s*\$ |\b\w+\(\)|\b[a-z]+ [a-z-]+ -[a-z-]+"
)
_ASKS_COMMAND = re.compile(
    r"^(?:which|what) (?:[\w-]+ ){0,2}(?:command|call|flag|parameter|switch)\b|\b(?:command|flag|switch)$"
    r"|^(?:[\w-]+ ){0,3}(?:command|flag|switch|parameter|option) (?:to|for|that)\b"
)
_DASHED = re.compile(r"^[a-z][\w ]* (?:-{1,2}\w|[a-z]+-[a-z-]+)|^-{1,2}[a-z]")
_ASKS_HOW = re.compile(r"how (?:is|are|does|was|were)\b")
_CALLED = re.compile(rf"{_DASHED.pattern}|^[A-Z][a-z]+(?:[A-Z][a-z]+)+$")
_OF_PARTS = re.compile(r"\w[-_]\w+ (?:commands?|calls?|flags?|parameters?|switch)\b")
_CALL = re.compile(r"\b[A-Z][a-z]+(?:[A-Z][a-z]+)+\b")


def commands(view: View, query: Query) -> Draft | None:
    """The lines that name a command, a flag or a call to do it with; the best lines where none was asked for in so many
    words ("how do I …"), or how a thing is or does something."""
    lines = finding.good_lines(view, query)
    beside = finding.OF_MOST if any(not s.weak for s in query.known) else 0.0
    near = [line for line in lines if line.of_subject >= beside or line.share >= finding.OF_MOST]
    written = [line for line in near if has_command(view, line)] if not _ASKS_HOW.match(query.text.lower()) else []
    if not written and _COMMANDS & set(query.wanted):
        written = _named_by_noun(view, query)
        return finding.as_lines(view, written) if written else None
    best = [line for line in written if line.score >= lines[0].score - finding.CLOSE]
    if best and _ASKS_COMMAND.search(query.text.lower()) and (typed := typed_things(view, query, best[0])):
        told = f"{sentence.listed([e.name for e in typed])}, as the notes say: {sentence.quoted(best[0].text)}"
        return Draft(AnswerKind.ENTITIES, told, [quote(line.statement) for line in best[: finding.MAX_LINES]], typed)
    rest = [line for line in lines if line not in best]
    return finding.as_lines(view, [*best, *rest]) if lines else None


def is_command_asked(query: Query) -> bool:
    """Whether a command, a flag or a call is what the question wants to know."""
    return not _COMMANDS.isdisjoint(query.wanted)


def typed_things(view: View, query: Query, line: Line) -> list[Entity]:
    """The commands and calls that a line names, by how they are written."""
    typed = _DASHED if "command" in query.text.lower() else _CALLED
    return [e for e in line_things.others(view, query, line) if e.kind is not Kind.SERVICE and typed.search(e.name)]


def _named_by_noun(view: View, query: Query) -> list[Line]:
    """The lines that name a parameter, a flag or the like by just that noun, together with all that is asked about."""
    nouns = set(map(view.words.concept, query.wanted))
    lines = retrieve(view, query) if len([s for s in query.known if not s.weak]) > 1 else []
    return [
        line
        for line in lines
        if line.of_subject >= finding.OF_ALL
        and nouns <= view.concepts(line.text)
        and (has_command(view, line) or _OF_PARTS.search(line.text))
    ]


def has_command(view: View, line: Line) -> bool:
    """Whether a line, or the thing it is about, looks like what is typed: `this`, --this, ThisCall, "name this"."""
    if _TYPED.search(line.text):
        return True
    named = {m.text for m in view.names_in(line.text)} | ({line.about.name} if line.about else set())
    about = view.entities(i for m in view.names_in(line.text) for i in m.ids)
    products = {e.name for e in [*about, *([line.about] if line.about else [])] if e.kind is Kind.SERVICE}
    if any(_CALL.fullmatch(name) for name in (named | set(_CALL.findall(line.text))) - products):
        return True
    words = line.about.name.split(" ") if line.about else []
    if not 2 <= len(words) <= 4 or line.about is None or not line.about.name.islower():
        return False
    return words[0] in view.book.prefixes or _is_tool(view, words[0])


def _is_tool(view: View, word: str) -> bool:
    return any(e.kind is Kind.SERVICE for e in view.entities(view.book.ids.get(squeeze(word), ())))

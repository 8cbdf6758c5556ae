"""An answer for the page: the sentence with what it is about, its lines, and what to ask where there is none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.output import counted
from app.web.parts.chips import chips
from app.web.parts.evidence import Line, quoted, unique
from app.web.parts.links import ASK, COMPARE, focus_link, link_list, view_link
from app.web.parts.markup import Markup, join, tag
from app.web.parts.panel import limit_words
from app.web.parts.understood import understood_words
from app.web.state import QUESTION, WITH
from graph.ceilings import MAX_COMPARED_ENTITIES
from graph.questions.answer import Answer, AnswerKind, OwnedLimit, Quote
from graph.values import Entity

MOST_CHIPS = 60
FIRST_LINES = 12
LONG_SENTENCE = 180


def answer_text(answer: Answer, entities: Sequence[Entity], way: Markup) -> Markup:
    """The sentence, the figures, the things as chips that open in Explore, and how the question was read.

    Where the answer is a way through the graph, that stands in the place of the chips.
    """
    rest = len(entities) - MOST_CHIPS
    return tag(
        "section",
        tag("h1", answer.sentence, class_=_size(answer.sentence)),
        tag("p", "Inferred: " + "; ".join(answer.through), class_="nw-through") if answer.through else "",
        tag("ul", *map(_figure, answer.limits), class_="nw-figures") if answer.limits else "",
        way or (chips(entities[:MOST_CHIPS]) if entities else ""),
        tag("p", f"and {rest:,} more", class_="nw-hint") if rest > 0 else "",
        _compare_link(answer, entities),
        _understood(answer),
        question_links("also", answer.suggestions) if answer.suggestions else "",
        class_="nw-answer",
    )


def no_answer(answer: Answer) -> Markup:
    """What the notes lack, and what they have near it."""
    return tag(
        "section",
        tag("h1", answer.sentence, class_="nw-sentence nw-silent"),
        _understood(answer),
        question_links("The notes can answer", answer.suggestions, stacked=True),
        class_="nw-answer",
    )


def question_links(label: str, questions: Iterable[str], *, stacked: bool = False) -> Markup:
    """Questions that ask themselves with a click, with words before them; nothing where there are none."""
    return link_list(label, [view_link(ASK, {QUESTION: [one]}, one) for one in questions], stacked=stacked)


def answer_lines(quotes: Sequence[Quote]) -> Markup:
    """The lines that say so, best first; the last of many behind a fold."""
    lines = unique(Line(one.document, one.line_start, one.line_end, one.text) for one in quotes)
    first, rest = lines[:FIRST_LINES], lines[FIRST_LINES:]
    more = tag("details", tag("summary", counted(len(rest), "more line")), quoted(rest)) if rest else ""
    heading = tag("h3", "The lines that say so", tag("span", f"{len(lines):,}", class_="nw-count"))
    return tag("section", heading, quoted(first), more, class_="nw-panel")


def _size(sentence: str) -> str:
    return "nw-sentence nw-long" if len(sentence) > LONG_SENTENCE else "nw-sentence"


def _figure(owned: OwnedLimit) -> Markup:
    value, rest = limit_words(owned.limit)
    is_named = owned.owner_name.casefold() in owned.limit.quantity.casefold()
    owner = focus_link(owned.owner, owned.owner_name, class_="nw-more") if not is_named else ""
    return tag("li", tag("strong", value), tag("span", rest), owner)


def _compare_link(answer: Answer, entities: Sequence[Entity]) -> Markup:
    if answer.kind is not AnswerKind.COMPARISON or not 2 <= len(entities) <= MAX_COMPARED_ENTITIES:
        return Markup("")
    link = view_link(COMPARE, {WITH: [one.id for one in entities]}, "Put them side by side", class_="nw-more")
    return tag("p", link)


def _understood(answer: Answer) -> Markup:
    if answer.understood is None:
        return Markup("")
    return tag("p", join(tag("span", "read as "), understood_words(answer.understood)), class_="nw-understood")

"""What a line gets from the lines around it: a subject named further up in its block, words that stand close by."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from graph.questions.context import Outline

if TYPE_CHECKING:
    from graph.questions.retrieval import Line

NEAR_LINES = 4
BLOCK_LINES = 10
BESIDE = 0.6
IN_BLOCK = 0.7
IN_TEXT, IN_FUZZY, IN_NAME, NEARBY = 1.0, 0.9, 0.8, 0.5


def add_block(lines: list[Line], hits: dict[str, list[float]], outline: Callable[[str], Outline]) -> None:
    """Subjects of a line of which lines above it in the same block are: "In place: …", "Lambda is not supported"."""
    by_document: dict[str, list[Line]] = {}
    for line in lines:
        by_document.setdefault(line.statement.document, []).append(line)
    for path, group in by_document.items():
        group.sort(key=lambda line: line.statement.line_start)
        for place, line in enumerate(group):
            own = hits[line.statement.id]
            if max(own) < 0.9 or min(own) > 0:
                continue
            at = line.statement.line_start
            for before in range(place - 1, -1, -1):
                above = group[before].statement
                if at - above.line_start > BLOCK_LINES or not outline(path).is_one_block(above.line_start, at):
                    break
                own = [max(a, IN_BLOCK if b >= 1 else 0.0) for a, b in zip(own, hits[above.id], strict=True)]
            line.of_subject = sum(own) / len(own)


def add_nearby(lines: list[Line]) -> None:
    """Words that a line lacks, but which stand a few lines off in one about the same thing."""
    by_place: dict[tuple[str, str], list[Line]] = {}
    for line in lines:
        by_place.setdefault((line.statement.document, line.statement.about), []).append(line)
    gained: list[tuple[Line, str]] = []
    beside: list[tuple[Line, float]] = []
    for line, other in (pair for group in by_place.values() for pair in _neighbours(group)):
        gained += [(line, word) for word, held in other.held.items() if held >= IN_NAME and line.held[word] < NEARBY]
        if other.of_subject > line.of_subject:
            beside.append((line, min(other.of_subject, BESIDE)))
    for line, word in gained:
        line.held[word] = NEARBY
    for line, of_subject in beside:
        line.of_subject = max(line.of_subject, of_subject)


def _neighbours(group: list[Line]) -> Iterator[tuple[Line, Line]]:
    """Each line with each other one that is a few lines off."""
    group.sort(key=lambda line: line.statement.line_start)
    for place, line in enumerate(group):
        for other in group[place + 1 : place + NEAR_LINES + 1]:
            if other.statement.line_start - line.statement.line_start > NEAR_LINES:
                break
            yield line, other
            yield other, line

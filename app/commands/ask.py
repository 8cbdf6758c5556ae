"""`noteweave ask`: a question in words, answered with the lines that say so."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from app.session import Session, command

if TYPE_CHECKING:
    from graph.questions.answer import Answer


def register(app: typer.Typer) -> None:
    """Add the command to the app."""
    command(app, "ask")(ask)


def ask(
    session: Session,
    question: Annotated[str, typer.Argument(help="A question in words, or - for one on each line of standard input.")],
) -> None:
    """Answer a question, with the lines of the notes that say so."""
    from graph.errors import QuestionError
    from graph.questions.answer import Answer, AnswerKind
    from graph.questions.ask import ask as answer_to

    with session.open() as store:
        if question != "-":
            _show(session, answer_to(store, question), several=False)
            return
        for line in _lines():
            try:
                answer = answer_to(store, line)
            except QuestionError as error:  # the other lines still want their answers
                answer = Answer(line, AnswerKind.UNKNOWN, str(error))
            _show(session, answer, several=True)


def _lines() -> list[str]:
    """The lines of standard input, blank ones too; what cannot be decoded is replaced."""
    text = sys.stdin.buffer.read().decode("utf-8", "replace")
    lines = text.replace("\r\n", "\n").split("\n")
    return lines[:-1] if lines and not lines[-1] else lines


def _show(session: Session, answer: Answer, *, several: bool) -> None:
    from app import output, render

    if session.as_json:
        if several:
            print(json.dumps(answer.to_json(), ensure_ascii=True))
        else:
            output.write_json(answer.to_json())
        return
    output.console().print(render.answer(answer, with_question=several))

"""The bundled notes, asked: how many questions come out right, and that none is answered from nothing."""

from __future__ import annotations

import re
from typing import Any

import pytest
from bundled_samples import ROWS, nonsense

from graph import ask
from graph.questions.answer import Answer, AnswerKind
from graph.store import GraphStore

RIGHT, GROUNDED = 0.88, 0.88
"""Floors of all questions together: answered right, and of those the share with a line that holds the answer."""

FUZZED = 2_000
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_SECONDS = {"s": 1, "min": 60, "h": 3_600, "days": 86_400, "day": 86_400, "weeks": 604_800, "week": 604_800}


@pytest.fixture(scope="module")
def answers(bundled: GraphStore) -> list[tuple[dict[str, Any], Answer]]:
    return [(row, ask(bundled, row["q"])) for row in ROWS]


def words(name: str) -> set[str]:
    return {word.removesuffix("s") for word in re.findall(r"[\w$#@+.]+", name.lower())}


def same(one: str, other: str) -> bool:
    return words(one) <= words(other) or words(other) <= words(one)


def is_right(row: dict[str, Any], answer: Answer) -> bool:
    if row.get("unknown") or answer.kind is AnswerKind.UNKNOWN:
        return bool(row.get("unknown")) and answer.kind is AnswerKind.UNKNOWN
    return all(check(row, answer) for field, check in CHECKS.items() if field in row)


def _holds_set(row: dict[str, Any], answer: Answer) -> bool:
    found = [name for _, name in answer.entities]
    has = [any(same(wanted, name) for name in found) for wanted in row["set"]]
    if row.get("any"):
        return any(has)
    extra = [name for name in found if not any(same(wanted, name) for wanted in row["set"])]
    return all(has) and (bool(row.get("allow_more")) or len(extra) <= (len(row["set"]) >= 5))


def _holds_values(row: dict[str, Any], answer: Answer) -> bool:
    said = {float(number) for number in _NUMBER.findall(answer.sentence.replace(",", ""))}
    said |= {owned.limit.value * _SECONDS.get(owned.limit.unit or "", 1) for owned in answer.limits}
    for value in row["value"]:
        number, _, unit = value.replace(",", "").partition(" ")
        if not {float(number), float(number) * _SECONDS.get(unit, 1)} & said:
            return False
    return True


def _says(row: dict[str, Any], answer: Answer) -> bool:
    text = "\n".join([answer.sentence, *(quote.text for quote in answer.evidence[:5])])
    for pattern in row["says"]:
        if pattern in ("yes", "no"):
            if not answer.sentence.lower().startswith(pattern):
                return False
        elif not re.search(pattern, text, re.IGNORECASE):
            return False
    return True


def _compares(row: dict[str, Any], answer: Answer) -> bool:
    found = [name for _, name in answer.entities]
    return answer.kind is AnswerKind.COMPARISON and all(any(same(w, n) for n in found) for w in row["compare"])


def _leads(row: dict[str, Any], answer: Answer) -> bool:
    found = [name for _, name in answer.entities]
    ends = answer.kind is AnswerKind.PATH and len(found) > 1
    return ends and same(row["path"][0], found[0]) and same(row["path"][-1], found[-1])


CHECKS = {"set": _holds_set, "value": _holds_values, "says": _says, "compare": _compares, "path": _leads}


def test_most_questions_are_answered_right(answers):
    wrong = [row["q"] for row, answer in answers if not is_right(row, answer)]
    assert len(wrong) <= (1 - RIGHT) * len(ROWS), wrong


def test_no_question_is_answered_that_the_notes_do_not_answer(answers):
    told = [row["q"] for row, answer in answers if row.get("unknown") and answer.kind is not AnswerKind.UNKNOWN]
    assert not told


def test_right_answers_stand_on_the_lines_that_say_so(answers):
    right = [(row, answer) for row, answer in answers if "lines" in row and is_right(row, answer)]
    grounded = sum(
        any(set(row["lines"]) & set(range(quote.line_start, quote.line_end + 1)) for quote in answer.evidence)
        for row, answer in right
    )
    assert grounded >= GROUNDED * len(right)


def test_evidence_is_the_notes_own_words(answers, bundled):
    for _, answer in answers:
        for quote in answer.evidence:
            document = bundled.document(quote.document)
            lines = document.text.splitlines()[quote.line_start - 1 : quote.line_end]
            assert words(quote.text) <= words(" ".join(lines)), quote


def test_any_question_is_answered_from_lines_or_not_at_all(bundled):
    for question in nonsense(bundled, FUZZED):
        answer = ask(bundled, question)
        assert (answer.kind is AnswerKind.UNKNOWN) == (not answer.evidence), question


def test_a_comparison_opens_with_what_each_is_and_tells_the_row_of_a_cell(bundled: GraphStore) -> None:
    sentence = ask(bundled, "SNS vs SQS").sentence
    assert sentence.startswith("SNS: “SNS: Simple Notification Service”; “Delivery: push”")
    assert "SQS: “SQS: Simple Queue Service" in sentence


def test_a_sentence_names_each_thing_once(bundled: GraphStore) -> None:
    answer = ask(bundled, "what can trigger Lambda")
    assert len(answer.entities) > 1
    assert not [name for _, name in answer.entities if answer.sentence.count(f"{name},") > 1]


def test_a_vendor_that_is_asked_about_has_to_stand_in_the_line(bundled: GraphStore) -> None:
    answer = ask(bundled, "can users of a user pool sign in with Google?")
    assert answer.kind is AnswerKind.UNKNOWN or "Google" in " ".join(quote.text for quote in answer.evidence)

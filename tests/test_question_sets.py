"""The question sets name lines of the bundled notes: moving them shows here, not as a worse figure later."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
SETS = ROOT / "tests" / "questions"
NUMBER = re.compile(r"\d+(?:\.\d+)?")
SIZES = [("bundled", 60), ("six-notes-dev", 75), ("six-notes-dev-2", 431), ("six-notes-held", 75)]
EXPECTED = {"set", "value", "says", "compare", "path", "unknown"}


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (SETS / name).read_text(encoding="utf-8").splitlines()]


def named_lines(document: str, lines: list[int]) -> list[str]:
    text = (ROOT / "data" / "notes" / document).read_text(encoding="utf-8").split("\n")
    return [text[line - 1] for line in lines]


def figures(text: str) -> set[float]:
    plain = text.replace(",", "").replace("a week", "1 week").replace("1 million", "1000000")
    return {float(number) for number in NUMBER.findall(plain)}


@pytest.mark.parametrize(
    "row",
    [r for name in ("bundled", "bundled-2") for r in rows(f"{name}.jsonl") if "lines" in r],
    ids=lambda row: row["q"],
)
def test_the_lines_of_a_question_hold_its_answer(row: dict[str, Any]) -> None:
    named = named_lines(row["document"], row["lines"])
    assert all(line.strip() for line in named)
    text = "\n".join(named)
    for pattern in row.get("says", []):
        assert pattern in ("yes", "no") or re.search(pattern, text, re.IGNORECASE), pattern
    for value in row.get("value", []):
        assert figures(value) <= figures(text), value


@pytest.mark.parametrize("row", rows("bundled-comparisons.jsonl"), ids=lambda row: " / ".join(row["compare"]))
def test_the_lines_of_a_comparison_hold_its_cells(row: dict[str, Any]) -> None:
    for cell in row["cells"]:
        assert cell["of"] in row["compare"]
        for line in named_lines(cell["document"], cell["lines"]):
            assert re.search(cell["says"], line, re.IGNORECASE), cell


@pytest.mark.parametrize(("name", "count"), SIZES)
def test_a_set_has_its_size_and_a_third_of_hard_questions(name: str, count: int) -> None:
    found = rows(f"{name}.jsonl")
    assert len({row["q"].casefold() for row in found}) == len(found) == count
    assert all(EXPECTED & row.keys() and ("lines" in row or row.get("unknown")) for row in found)
    assert abs(sum(row["trait"] != "plain" for row in found) - count / 3) <= 1


def test_no_topic_is_in_both_halves() -> None:
    for dev, held in (("dev", "held"), ("dev-3", "held-2")):
        topics = [{(row["document"], row["topic"]) for row in rows(f"six-notes-{half}.jsonl")} for half in (dev, held)]
        assert not topics[0] & topics[1]

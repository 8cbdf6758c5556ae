"""What starts what, told by when it happens, and what is better or fails, in the words of a bakery and a yard."""

from __future__ import annotations

import pytest
from reading_samples import relations

Told = tuple[str, str, str]


def told(line: str, title: str) -> set[Told]:
    return relations(f"# Yard\n\n## {title}\nkeeps things\n- {line}\n- opens late\n")


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("starts as soon as Kafka has the dough", "Jenkins"),
        ("gets going when Kafka rings", "Jenkins"),
        ("runs upon Kafka", "Jenkins"),
        ("can be fired off from Kafka", "Jenkins"),
        ("Trigger: Kafka", "Jenkins"),
        ("after a storm Jenkins takes over", "Kafka"),
        ("dough ready? Jenkins starts", "Kafka"),
        ("dough = Jenkins runs", "Kafka"),
        ("tells Jenkins to build", "Kafka"),
        ("makes Jenkins run", "Kafka"),
        ("a bell has Jenkins run", "Kafka"),
        ("lets Jenkins know when the boat is in", "Kafka"),
    ],
)
def test_what_happens_at_an_event_is_started_by_it(line: str, title: str) -> None:
    assert ("Kafka", "triggers", "Jenkins") in told(line, title)


@pytest.mark.parametrize(
    "line",
    [
        "runs when Kafka is installed",
        "doesn't start when Kafka is down",
        "on every pier Kafka runs",
        "has Kafka clients for Java",
        "makes Kafka fast",
        "lets Kafka run without oars",
        "not a way to make Kafka push",
        "trigger = a knock, not Kafka",
    ],
)
def test_a_state_or_a_place_starts_nothing(line: str) -> None:
    found = told(line, "Jenkins")
    assert not {("Kafka", "triggers", "Jenkins"), ("Jenkins", "triggers", "Kafka")} & found


@pytest.mark.parametrize(
    ("line", "better", "other"),
    [
        ("Kafka would be better here", "Kafka", "Redis"),
        ("if it has to last you're better off with Kafka", "Kafka", "Redis"),
        ("go Kafka if you want replay", "Kafka", "Redis"),
        ("big loaves: Kafka, not Redis", "Kafka", "Redis"),
        ("too many loaves? then Kafka", "Kafka", "Redis"),
        ("I'd pick Kafka over it for slow boats", "Kafka", "Redis"),
        ("skip Kafka and use Redis", "Redis", "Kafka"),
        ("no reason to use Kafka any more, just use Redis", "Redis", "Kafka"),
        ("a safer bet than Kafka", "Redis", "Kafka"),
    ],
)
def test_what_somebody_is_better_off_with(line: str, better: str, other: str) -> None:
    assert (better, "use_instead_of", other) in told(line, "Redis")


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("no rights? 403", "403"),
        ("401 without a pass", "401"),
        ("else 404", "404"),
        ('says "wrong gate" if the boat is late', "wrong gate"),
    ],
)
def test_an_error_stands_behind_what_went_wrong(line: str, error: str) -> None:
    assert ("Redis", "raises", error) in told(line, "Redis")

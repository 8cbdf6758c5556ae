"""Learning cards below a mere topic: each is about the one thing that its question names."""

from __future__ import annotations

import pytest
from reading_samples import about, limits, relations

STYLES = [
    "Q: {0}?\nA: {1}",
    "**Q:** {0}?\n**A:** {1}",
    "- Q: {0}?\n- A: {1}",
    "Q: {0}? A: {1}",
    "{0}? -> {1}",
    "{0}?\t{1}",
]


@pytest.mark.parametrize("style", STYLES)
def test_a_card_is_about_what_its_question_names(style: str) -> None:
    text = "# Flashcards\n\n" + style.format("how long does Kafka keep messages by default", "7 days") + "\n"
    assert about(text, "7 days") == {"Kafka"}
    assert {(owner, value, unit) for owner, _, value, unit in limits(text)} == {("Kafka", 7.0, "days")}


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    ("question", "answer", "edge"),
    [
        ("Where does Thanos keep its blocks", "in S3", ("Thanos", "stores_in", "S3")),
        ("where do Jenkins logs go", "to Kafka", ("Jenkins", "sends_to", "Kafka")),
        ("Where does Jenkins run", "on Kubernetes", ("Jenkins", "runs_on", "Kubernetes")),
        ("What does Kafka use for elections", "ZooKeeper", ("Kafka", "uses", "ZooKeeper")),
        ("What is Kafka", "a distributed commit log", ("Kafka", "kind_of", "distributed commit log")),
    ],
)
def test_question_and_answer_tell_a_relation(
    style: str, question: str, answer: str, edge: tuple[str, str, str]
) -> None:
    found = relations("# Cards\n\n" + style.format(question, answer) + "\n")
    assert edge in found
    assert not {each for each in found if each[1] == edge[1] and each != edge}


def test_each_card_is_one_by_itself() -> None:
    text = "# Cards\nQ: Where does Thanos keep blocks? A: in S3\nQ: What does Kafka need?\nA: ZooKeeper\n"
    assert relations(text) == {("Thanos", "stores_in", "S3"), ("Kafka", "requires", "ZooKeeper")}


@pytest.mark.parametrize(
    "card",
    [
        "Q: Kafka or RabbitMQ for many routes?\nA: depends",
        "Q: what do you take when it rains?\nA: a coat",
        "Q: why not both, Kafka and Redis?\nA: too much work",
    ],
)
def test_other_questions_tell_of_no_one_thing(card: str) -> None:
    assert not {edge for edge in relations(f"# Cards\n\n{card}\n") if edge[1] != "contrasts_with"}


def test_below_a_thing_of_their_own_questions_stay_with_it() -> None:
    text = "# Yard\n\n## Glazer\nfires pots\n\nQ: default port of Redis?\nA: 6379\n"
    assert "Redis" not in about(text, "default port")

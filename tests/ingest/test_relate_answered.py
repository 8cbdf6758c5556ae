"""Questions with their answers, as on learning cards: the two together tell a relation."""

from __future__ import annotations

import pytest

from tests.ingest.reading_samples import relations

CARDS = "# Cards\n\n## Glazer\nfires pots\n\nQ: {}?\nA: {}\n"


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        ("what can start Glazer", "Jenkins and Kafka", ("Kafka", "triggers", "Glazer")),
        ("what can start Jenkins", "Kafka", ("Kafka", "triggers", "Jenkins")),
        ("what does Jenkins trigger", "Glazer or Kafka", ("Jenkins", "triggers", "Kafka")),
        ("what is Kafka used by", "Grafana", ("Grafana", "uses", "Kafka")),
        ("what does Grafana need", "PostgreSQL, nothing else", ("Grafana", "requires", "PostgreSQL")),
        ("who writes to Kafka", "Jenkins", ("Jenkins", "sends_to", "Kafka")),
        ("what replaced Jenkins", "Kafka", ("Kafka", "replaces", "Jenkins")),
        ("what does Grafana run on", "Kubernetes", ("Grafana", "runs_on", "Kubernetes")),
    ],
)
def test_a_card_tells_the_relation_that_it_asks_for(question: str, answer: str, expected: tuple[str, str, str]) -> None:
    found = relations(CARDS.format(question, answer))
    assert expected in found
    assert (expected[2], expected[1], expected[0]) not in found


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("what can not start Jenkins", "Kafka"),
        ("what fits better, Jenkins or Kafka", "depends"),
    ],
)
def test_other_cards_tell_nothing_of_the_kind(question: str, answer: str) -> None:
    told = {relation for _, relation, _ in relations(CARDS.format(question, answer))}
    assert told.isdisjoint({"triggers", "requires"})


def test_a_question_is_no_kind_and_no_way_of_data() -> None:
    found = relations("# Cards\n\n## Kafka\nwhat carries S3? -> KMS\n")
    assert not {relation for _, relation, _ in found} & {"kind_of", "sends_to"}

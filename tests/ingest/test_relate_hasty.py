"""What hasty people leave to be understood: slips in verbs, "that one", "nothing but", a need before an arrow."""

from __future__ import annotations

import pytest
from reading_samples import about, relations

Told = tuple[str, str, str]


def told(line: str, title: str = "Redis") -> set[Told]:
    return relations(f"# Yard\n\n## {title}\nkeeps things\n- {line}\n- opens late\n")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("trigers Jenkins every night", ("Redis", "triggers", "Jenkins")),
        ("pushs the ledger to Kafka", ("Redis", "sends_to", "Kafka")),
        ("goood for slow bakers", ("Redis", "suited_to", "slow bakers")),
        ("needs nothing but Postgres", ("Redis", "requires", "PostgreSQL")),
        ("speaks nothing but HTTP", ("Redis", "supports", "HTTP")),
        ("old loaves lie in it", ("old loaves", "stores_in", "Redis")),
        ("Kafka feeds Grafana, that one exports to MinIO", ("Grafana", "sends_to", "MinIO")),
        ("Kafka and Grafana: the former reads from MinIO", ("Kafka", "reads_from", "MinIO")),
        ("an oven alarm spins up Jenkins", ("Redis", "triggers", "Jenkins")),
        ("the bell kicks off Furnace", ("Redis", "triggers", "Furnace")),
        ("runs as a lodger on Kubernetes", ("Redis", "runs_on", "Kubernetes")),
        ("many bakers -> Cassandra instead", ("Cassandra", "use_instead_of", "Redis")),
        ("many bakers -> Cassandra instead", ("Cassandra", "suited_to", "bakers")),
        ("Teradata natively supported", ("Redis", "supports", "Teradata")),
        ("ok with CUDA and OpenCL", ("Redis", "supports", "OpenCL")),
        ("needs Grafana or Cassandra 4.1", ("Redis", "requires", "Cassandra")),
        ("try Twinewright instead of Kafka", ("Twinewright", "use_instead_of", "Kafka")),
        ("can deal with Grafana & Kafka", ("Redis", "supports", "Kafka")),
    ],
)
def test_what_is_written_in_a_hurry_is_understood(line: str, expected: Told) -> None:
    assert expected in told(line)


@pytest.mark.parametrize(
    ("line", "never"),
    [
        ("rafts go to Kafka, that one exports to MinIO", ("that one exports", "sends_to", "MinIO")),
        ("Kafka feeds Grafana, the latter reads from MinIO too", ("Redis", "supports", "MinIO")),
        ("trigers Jenkins every night", ("Redis", "kind_of", "trigers Jenkins")),
        ("Kafka, Yaml and json supported. It sleeps", ("Redis", "supports", "json supported")),
        ("needs Grafana or Cassandra, Kafka only old MinIO", ("Redis", "requires", "Kafka")),
        ("Kafka not for long hauls -> Cassandra or Grafana", ("Kafka", "sends_to", "Cassandra")),
        ("the sails go up", ("Redis", "kind_of", "sails go up")),
        ("rafts leak! many rafts -> Cassandra instead", ("Cassandra", "use_instead_of", "Redis")),
    ],
)
def test_a_piece_of_a_sentence_is_no_thing(line: str, never: Told) -> None:
    assert never not in told(line)


def test_two_exclamation_marks_end_a_sentence() -> None:
    text = "# Yard\n\n## Redis\nkeeps keys\n- Kafka is never full!! Grafana draws it\n- opens late\n"
    assert "Grafana" in about(text, "Grafana draws")


@pytest.mark.parametrize("title", ["Sourdough vs Rye Loaf", "Difference between Sourdough and Rye Loaf"])
def test_a_title_of_two_sides_names_both_known_or_not(title: str) -> None:
    text = f"# Notes\n\n## {title}\n- Sourdough takes two days\n- Rye Loaf keeps for a week\n"
    assert ("Sourdough", "contrasts_with", "Rye Loaf") in relations(text)
    assert "Sourdough" in about(text, "Sourdough takes")
    assert "Rye Loaf" in about(text, "Rye Loaf keeps")


def test_sides_that_name_nothing_are_no_things() -> None:
    assert not relations("# Notes\n\n## Pros vs cons\n- cheap\n- slow\n")


def test_a_lone_item_below_a_title_heads_nothing() -> None:
    text = "# Notes\n\n## Kiln\n- Brick oven\n\n## Raft\n- floats\n"
    assert about(text, "Brick oven") == {"Kiln"}

"""What hasty hands put into one line: arrows as labels, a remark before the advice, several things told apart."""

from __future__ import annotations

import pytest
from reading_samples import HARBOUR, about, limits, relations

STORE = "# Redis\n\nquick sets\n\n{}\n\n# Kafka\n\nlog of messages\n\n# RabbitMQ\n\nqueues\n"


@pytest.mark.parametrize(
    ("notes", "line", "expected"),
    [
        # a remark before the advice
        (HARBOUR, "Tip: cover for the Barge? Winch, not Ferry", ("Winch", "use_instead_of", "Ferry")),
        (STORE, "Exam tip: night jobs -> Kafka", ("Kafka", "suited_to", "night jobs")),
        (STORE, "NB: needs Kafka", ("Redis", "requires", "Kafka")),
        # several needs, each in a sentence
        (HARBOUR, "big loads -> Barge. steep banks -> Winch, its free", ("Winch", "suited_to", "steep banks")),
        # who is for the same
        (HARBOUR, "Winch or Barge for coal", ("Winch", "suited_to", "coal")),
        (STORE, "Kafka / RabbitMQ for events", ("Kafka", "suited_to", "events")),
        # what needs something behind its own purpose
        (HARBOUR, "Winch for coal, needs a Barge", ("Winch", "requires", "Barge")),
        (STORE, "Kafka for events, needs RabbitMQ", ("Kafka", "requires", "RabbitMQ")),
        # what took whose place
        (HARBOUR, "Winch is gone, Barge now", ("Barge", "replaces", "Winch")),
        (STORE, "RabbitMQ is dead, Kafka these days", ("Kafka", "replaces", "RabbitMQ")),
        (HARBOUR, "Winch is a last resort, use Barge", ("Barge", "use_instead_of", "Winch")),
        (STORE, "RabbitMQ is discouraged, take Kafka", ("Kafka", "use_instead_of", "RabbitMQ")),
        # "with" in one letter
        (HARBOUR, "works w Barge too", ("Ferry", "integrates_with", "Barge")),
        (STORE, "works w Kafka", ("Redis", "integrates_with", "Kafka")),
        # what starts it
        (HARBOUR, "started via Winch", ("Winch", "triggers", "Ferry")),
        (STORE, "start from Kafka, RabbitMQ", ("RabbitMQ", "triggers", "Redis")),
        # what has to run
        (STORE, "backups (Kafka has to run)", ("Redis", "requires", "Kafka")),
        # members that are verbs elsewhere
        (HARBOUR, "states: Load, Sail, Dock, Wait, Turn, Fail, Moor, Rest", ("Ferry", "has_feature", "Fail")),
        (STORE, "states: Task, Choice, Parallel, Map, Wait, Pass, Succeed, Fail", ("Redis", "has_feature", "Succeed")),
        # what a thing is, said of what stands above
        (STORE, "AMQP broker written in Erlang", ("Redis", "uses", "Erlang")),
    ],
)
def test_what_is_said(notes: str, line: str, expected: tuple[str, str, str]) -> None:
    assert expected in relations(notes.format(line))


@pytest.mark.parametrize(
    ("notes", "line", "wrong"),
    [
        (HARBOUR, "used to need the Winch", ("Ferry", "suited_to")),
        (HARBOUR, "big loads -> Barge", ("Ferry", "suited_to")),
        (STORE, "Kafka can do it as well", ("Kafka", "supports")),
        (STORE, "Kafka = serverless, pay for CPU", ("Kafka", "suited_to")),
        (STORE, "AMQP broker written in Erlang", ("AMQP", "uses")),
        (STORE, "pg_dump = logical, pg_basebackup = physical", ("pg_dump", "suited_to")),
        (STORE, "hot key -> QuotaExceeded", ("QuotaExceeded", "suited_to")),
    ],
)
def test_what_is_not_said(notes: str, line: str, wrong: tuple[str, str]) -> None:
    assert not [edge for edge in relations(notes.format(line)) if edge[:2] == wrong]


@pytest.mark.parametrize(
    ("title", "items", "owner"),
    [
        ("redis", "- kafka -> 9 GB at most, sharded, no joins\n- redis -> 3 GB at most, in memory", "Kafka"),
        ("Night Ferries", "- draught 9m, max 12\n- slow", "Night Ferries"),
    ],
)
def test_whose_figure_it_is(title: str, items: str, owner: str) -> None:
    assert owner in {name for name, *_ in limits(f"# Notes\n\nabout boats\n\n## {title}\n\n{items}\n")}


@pytest.mark.parametrize(
    "line", ["flow runs > 15 min or 10 boats in a row -> Kafka", "over 100 MB or 9 parts => RabbitMQ instead"]
)
def test_a_threshold_before_advice_is_no_limit(line: str) -> None:
    assert not limits(STORE.format(line))


def test_a_default_beyond_the_most_has_another_unit() -> None:
    assert {(value, unit) for _, _, value, unit in limits(STORE.format("default 3600, up to 7 days"))} >= {(7, "days")}
    assert not [
        1 for _, _, value, unit in limits(STORE.format("default 3600, up to 7 days")) if (value, unit) == (3600, "days")
    ]


def test_two_labels_in_a_line_are_told_apart() -> None:
    found = relations(f"{STORE.format('x')}\n# Notes\n\nKafka: replay, audits / RabbitMQ: night jobs\n")
    assert about("# a\n\nKafka: replay, audits / RabbitMQ: night jobs\n", "night jobs") == {"RabbitMQ"}
    assert not [edge for edge in found if edge[0] == "Kafka" and edge[2] == "night jobs"]


@pytest.mark.parametrize("title", ["S3 buckets & co", "SQS queues + DLQ", "Kafka topics etc"])
def test_a_title_with_a_part_and_more_is_about_the_product(title: str) -> None:
    assert about(f"# Exam\n\nsoon\n\n# {title}\n\n- cheap to run\n", "cheap to run") == {title.split()[0]}

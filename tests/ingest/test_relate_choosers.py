"""What a thing is for, told to those who choose: "use it when you need", "the ferry for cars"; with boats and bread."""

from __future__ import annotations

import pytest

from tests.ingest.reading_samples import about
from tests.ingest.reading_samples import relations as named_relations


def relations(text: str) -> set[tuple[str, str, str]]:
    """The relations of notes, their ends in lower case."""
    return {(source.lower(), relation, target.lower()) for source, relation, target in named_relations(text)}


def said(title: str, *lines: str) -> set[tuple[str, str]]:
    """The relations of Redis and their targets, below its heading and a line above a list."""
    items = "\n".join(f"- {line}" for line in lines)
    found = relations(f"# Notes\n\n## Redis\n\n{title}:\n{items}\n")
    return {(relation, target) for source, relation, target in found if source == "redis"}


@pytest.mark.parametrize(
    "title",
    ["Use it when you", "Use when you need", "Pick it if you are", "Choose Redis if you", "good when u need",
     "Use it for when you really want", "When you're working with", "Use whenever you need"],
)  # fmt: skip
def test_what_follows_who_chooses_is_what_it_is_good_for(title: str) -> None:
    assert said(title, "tide tables", "fare lists") == {("suited_to", "tide tables"), ("suited_to", "fare lists")}


@pytest.mark.parametrize("title", ["Don't use it if you", "avoid when you have"])
def test_what_follows_who_had_better_not_is_what_it_is_bad_for(title: str) -> None:
    assert said(title, "tide tables") == {("not_suited_to", "tide tables")}


@pytest.mark.parametrize(
    ("line", "target"),
    [
        ("whenever you are dealing with sour dough", "sour dough"),
        ("you are working with tide tables", "tide tables"),
        ("if you're handling rye loaves", "rye loaves"),
        ("when you need tide tables", "tide tables"),
    ],
)
def test_items_may_tell_who_needs_them(line: str, target: str) -> None:
    assert said("When to use it", line) == {("suited_to", target)}


def test_what_the_thing_itself_needs_stays_what_it_requires() -> None:
    assert said("Needs", "tide tables") == {("requires", "tide tables")}


@pytest.mark.parametrize(("label", "target"), [("Redis for tide tables", "tide tables"), ("Redis for bread", "bread")])
def test_the_label_of_a_product_tells_what_it_is_for(label: str, target: str) -> None:
    assert ("redis", "suited_to", target) in relations(f"# Stores\n\n{label}: quick enough\n")


@pytest.mark.parametrize("label", ["Redis for Windows", "Redis for free", "Redis for the crew", "Redis for now"])
def test_what_a_product_runs_with_or_costs_is_no_purpose(label: str) -> None:
    assert not {t for s, r, t in relations(f"# Stores\n\n{label}: quick enough\n") if r == "suited_to"}


def test_a_label_with_the_name_of_a_vendor_is_no_part_of_its_product() -> None:
    found = relations("# Harbour\n\n## Storage\n\n- Amazon Cognito: keeps lists\n- Google Bigquery: keeps rows\n")
    assert not {target for _, _, target in found if target.startswith(("amazon", "google"))}


@pytest.mark.parametrize("line", ["HTTP status code: 429", "HTTP error: 429", "error code: 429", "Error: 429 if full"])
def test_a_label_for_errors_is_about_what_stands_above(line: str) -> None:
    text = f"# Notes\n\n## Redis\n\n### Crew lists\n- {line}\n"
    assert "Crew lists" in about(text, line)
    found = {edge for edge in relations(text) if edge[1] == "raises"}
    assert found == {("crew lists", "raises", "429")}


def test_more_or_less_of_something_is_no_kind() -> None:
    found = relations("# Notes\n\n## Redis\n\nlow latency, quick store\n\n## Kafka\n\nhigh throughput\n")
    assert not {target for _, relation, target in found if relation == "kind_of" and target.startswith(("low", "high"))}


def test_the_thing_before_a_comma_is_the_better_one() -> None:
    found = relations("# Notes\n\n## Crew app\n\nuses Kafka, instead of RabbitMQ\n")
    assert {edge for edge in found if edge[1] == "use_instead_of"} == {("kafka", "use_instead_of", "rabbitmq")}


@pytest.mark.parametrize(
    ("question", "relation"),
    [
        ("when to use Redis", "suited_to"),
        ("Why use Redis", "suited_to"),
        ("when do you pick Redis", "suited_to"),
        ("what is Redis good for", "suited_to"),
        ("what do we use Redis for", "suited_to"),
        ("typical use cases of Redis", "suited_to"),
        ("when not to use Redis", "not_suited_to"),
        ("when should you not use Redis", "not_suited_to"),
    ],
)
def test_a_card_asks_what_a_thing_is_for(question: str, relation: str) -> None:
    found = relations(f"# Cards\n\n## Kafka\n\nQ: {question}?\nA: tide tables, crew lists\n")
    assert found == {("redis", relation, "tide tables"), ("redis", relation, "crew lists")}


@pytest.mark.parametrize("answer", ["no idea, not yet known", "it is quick"])
def test_an_answer_that_names_no_use_tells_none(answer: str) -> None:
    assert not relations(f"# Cards\n\n## Kafka\n\nQ: why use Redis?\nA: {answer}\n")


@pytest.mark.parametrize(
    "line",
    [
        "Q: difference between Redis and Kafka?\nA: one is a log",
        "what is the diff between Redis & Kafka? one is a log",
        "- Diff between Redis and Kafka: store or log",
        "- hard to choose between Redis and Kafka",
    ],
)
def test_what_is_told_apart_is_set_side_by_side(line: str) -> None:
    assert ("redis", "contrasts_with", "kafka") in relations(f"# Cards\n\n## Vault\n\n{line}\n")

"""Names that no pack knows, with what they are behind them: things of their own, below whatever title."""

from __future__ import annotations

import pytest
from reading_samples import about, entities, read_notes, relations

from graph.vocabulary import Kind


@pytest.mark.parametrize(
    ("line", "name", "kind"),
    [
        ("Tidebus - lightweight message bus (in house)", "Tidebus", "lightweight message bus"),
        ("- Tidebus: log shipper, reads from Kafka", "Tidebus", "log shipper"),
        ("- **Tidebus** – job scheduler for the night crew", "Tidebus", "job scheduler"),
        ("sluicer - backup tool, writes to S3", "sluicer", "backup tool"),
    ],
)
def test_a_name_with_what_it_is_behind_it_is_a_thing_of_its_own(line: str, name: str, kind: str) -> None:
    text = f"# Yard\n\n## Adopt\n\n{line}\n"
    assert (name, "kind_of", kind) in relations(text)
    assert not {edge for edge in relations(text) if edge[0] == "Adopt"}
    assert {e.kind for e in entities(read_notes(text)).values() if e.name == name} == {Kind.SERVICE}


def test_two_of_them_make_a_shelf_of_their_title() -> None:
    text = "# Radar\n\n## Hold\n- Tidebus: message broker, uses Kafka\n- Sluicer: backup tool, writes to S3\n"
    found = relations(text)
    assert {("Tidebus", "uses", "Kafka"), ("Sluicer", "sends_to", "S3")} <= found
    assert not {edge for edge in found if "Hold" in (edge[0], edge[2])}


@pytest.mark.parametrize(
    "text",
    [
        "# Kafka\n\n- Shovelmaker: replication tool, moves topics\n",
        "# Yard\n\n## Redis\n- Sluicer: failover daemon, watches nodes\n",
    ],
)
def test_below_a_known_product_they_may_be_its_parts(text: str) -> None:
    found = {e.name: e.kind for e in entities(read_notes(text)).values()}
    assert Kind.SERVICE not in {found.get("Shovelmaker"), found.get("Sluicer")}


@pytest.mark.parametrize(
    "line", ["Cargo: needs a broker", "Speed: faster than a queue", "Goal: stores in the database"]
)
def test_ordinary_words_before_a_colon_are_no_new_things(line: str) -> None:
    assert about(f"# Yard\n\n## Glazer\nfires pots\n- {line}\n", line) >= {"Glazer"}


@pytest.mark.parametrize(
    "text",
    [
        "# Lab\n\nTidebus - message bus\nKafka is older\n\n## Tidebus\n- topics, max 64 per tenant\n",
        "# Lab\n\nwe left Kafka\n\n## Pelagor\n- topics, max 64 per tenant\n",
    ],
)
def test_common_words_below_a_new_product_are_its_own_parts(text: str) -> None:
    assert not {name for edge in relations(text) for name in edge if "Kafka" in name}
    assert {source for source, relation, _ in relations(text) if relation == "has_feature"} <= {"Tidebus", "Pelagor"}


def test_below_a_title_of_a_common_word_they_are_those_that_a_pack_knows() -> None:
    found = relations("# Kafka\n\n## Workloads\n- topics are split into partitions\n")
    assert "Kafka" in {source for source, relation, _ in found if relation == "has_feature"}


def test_what_a_thing_deals_with_is_not_what_it_is() -> None:
    found = relations("# Yard\n\n- RabbitMQ: routing, low latency\n- Tidebus: job scheduler, fast\n")
    assert {edge for edge in found if edge[1] == "kind_of"} == {("Tidebus", "kind_of", "job scheduler")}

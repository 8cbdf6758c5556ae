"""Lines of a label each, as on an index card of a thing: who keeps it, what fills which place in it, what takes it."""

from __future__ import annotations

import pytest
from reading_samples import about, limits, read_notes, relations

CARD = """\
# Tideline service
**Owner:** team Gull
**Repo:** https://git.example.org/tideline
**Language:** Kotlin
**Database:** PostgreSQL 15
**Queue:** RabbitMQ
**Deployed on:** Kubernetes
**Depends on:** buoy-service
"""


def test_a_card_tells_of_the_thing_in_its_title() -> None:
    found = relations(CARD)
    assert {
        ("Tideline service", "uses", "Kotlin"),
        ("Tideline service", "stores_in", "PostgreSQL"),
        ("Tideline service", "uses", "RabbitMQ"),
        ("Tideline service", "runs_on", "Kubernetes"),
        ("Tideline service", "requires", "buoy-service"),
    } <= found
    assert not {edge for edge in found if edge[1] == "has_feature"}


@pytest.mark.parametrize("line", ["owner: Ines", "repo: tideline-main", "on call: Jonas", "**Maintainers:** the gulls"])
def test_who_keeps_a_thing_is_no_part_of_it(line: str) -> None:
    assert not relations(f"# Yard\n\n## Glazer\nfires pots\n- {line}\n- engine: Redis\n") - {
        ("Glazer", "uses", "Redis")
    }


@pytest.mark.parametrize(
    ("line", "edge"),
    [
        ("storage: S3", ("Glazer", "stores_in", "S3")),
        ("Message queue: RabbitMQ", ("Glazer", "uses", "RabbitMQ")),
        ("search engine = Elasticsearch 8", ("Glazer", "uses", "Elasticsearch")),
    ],
)
def test_one_product_behind_a_place_fills_it(line: str, edge: tuple[str, str, str]) -> None:
    found = relations(f"# Yard\n\n## Glazer\n- fires pots\n- {line}\n")
    assert edge in found
    assert not {each for each in found if each[1] == "has_feature"}


def test_several_products_behind_a_place_may_be_a_choice() -> None:
    found = relations("# Yard\n\n## Glazer\n- fires pots\n- storage: S3 or Redis\n")
    assert not {each for each in found if each[1] == "stores_in"}


def test_a_port_is_a_figure_and_no_part() -> None:
    assert limits("# Yard\n\n## Glazer\n- fires pots\n- port: 8099\n") == {("Glazer", "exact", 8099.0, None)}


def test_those_who_use_a_thing_are_no_parts_of_it() -> None:
    found = relations(
        "# Yard\n\n## Glazer\n- fires pots\n- used by: kiln-app, Jenkins\n- talks to: the Kafka cluster\n"
    )
    assert ("Jenkins", "uses", "Glazer") in found
    assert not {each for each in found if each[1] == "has_feature"}


@pytest.mark.parametrize("line", ["alternatives: Kafka, Redis", "Alternatives\n  - Kafka\n  - Redis"])
def test_alternatives_are_set_beside_a_thing_and_not_above_it(line: str) -> None:
    found = relations(f"# Yard\n\n## RabbitMQ\n- a broker\n- {line}\n")
    assert {("RabbitMQ", "contrasts_with", "Kafka"), ("RabbitMQ", "contrasts_with", "Redis")} <= found
    assert not {each for each in found if each[1] == "use_instead_of"}


@pytest.mark.parametrize("line", ["See also [[Memcached]] and [[Kafka]]", "see also: Memcached, Kafka", "cf. Kafka"])
def test_a_line_that_sends_its_reader_elsewhere_tells_nothing(line: str) -> None:
    assert not relations(f"# Redis\n\n{line}\n")


@pytest.mark.parametrize("title", ["Context", "Decision", "Action items", "If the boiler fails", "Next steps"])
def test_titles_of_meetings_and_decisions_are_no_things(title: str) -> None:
    text = f"# Yard\n\n## {title}\n- needs more coal\n- alerts go to the quay\n"
    assert about(text, "more coal") <= {"Yard", "notes"}
    assert not [claim for claim in read_notes(text).names if claim.text == title]


@pytest.mark.parametrize("title", ["Our stack", "Tech stack", "Tools we use"])
def test_below_a_stack_each_label_is_a_place_for_what_stands_behind_it(title: str) -> None:
    lines = "* Frontend: React, Vite\n* Monitoring: Prometheus + Grafana\n* Logs: Loki (used to be ELK)\n"
    found = relations(f"# Tideline\n\na message broker\n\n## {title}\n{lines}")
    if title != "Tools we use":
        names = ("React", "Vite", "Prometheus", "Grafana", "Loki")
        assert {("Tideline", "uses", name) for name in names} <= found
    assert not {edge for edge in found if {"Frontend", "Monitoring", "Logs", title} & set(edge)}


@pytest.mark.parametrize("place", ["Auth", "logs", "CI", "Feature flags", "monitoring"])
def test_one_product_is_what_does_for_a_thing_what_any_needs(place: str) -> None:
    found = relations(f"# Yard\n\n## Glazer\n- fires pots\n- {place}: Jenkins\n")
    assert found == {("Glazer", "uses", "Jenkins")}


@pytest.mark.parametrize("title", ["Where data lives", "where everything is kept", "Where its state goes"])
def test_below_where_things_are_each_line_tells_a_place(title: str) -> None:
    found = relations(f"# Yard\n\n## Glazer\n- fires pots\n\n{title}\n- offsets in Redis\n- glazes in S3\n")
    assert {("Glazer", "stores_in", "Redis"), ("Glazer", "stores_in", "S3")} <= found


def test_what_stands_in_code_is_an_example_and_no_fact() -> None:
    code = "```yaml\nimage: postgres:15\nreplicas: 3\n```\n```\naws s3 cp dump.rdb s3://backups\n```\n"
    text = f"# Redis\n\nneeds 2 GB RAM\n{code}"
    assert not relations(text)
    assert {value for _, _, value, _ in limits(text)} == {2.0}
    assert about(text, "postgres:15") == {"Redis"}

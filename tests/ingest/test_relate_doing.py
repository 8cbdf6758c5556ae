"""Who does a part of the work, what comes from where, what is given, in sentences from three trades."""

from __future__ import annotations

import pytest
from reading_samples import relations_below

Triple = tuple[str, str, str]


@pytest.mark.parametrize(
    ("title", "line", "wanted"),
    [
        ("Airflow", "can have a Docker job fry the numbers", ("Airflow", "uses", "Docker")),
        ("Jenkins", "lets the Docker agent build it", ("Jenkins", "uses", "Docker")),
        ("Splunk", "indexes whatever is coming in from Fluentd", ("Splunk", "reads_from", "Fluentd")),
        ("Harbour till", "adds up orders coming in from Shopify", ("Harbour till", "reads_from", "Shopify")),
        ("Trino", "can query old rows straight out of Hive", ("Trino", "reads_from", "Hive")),
        ("Argo CD", "rolls your app out to Kubernetes", ("Argo CD", "runs_on", "Kubernetes")),
        ("Debezium", "changes go out as JSON or Avro", ("Debezium", "supports", "Avro")),
        ("Bakery shop", "bills are exported as CSV", ("Bakery shop", "supports", "CSV")),
        ("Nginx", "callers are authorised by Keycloak", ("Nginx", "uses", "Keycloak")),
        ("ZFS", "gives you snapshots and checksums", ("ZFS", "has_feature", "checksums")),
        ("Pilot office", "hands out night passes", ("Pilot office", "has_feature", "night passes")),
        (
            "Mooring club",
            "you get tide tables and weather maps for free",
            ("Mooring club", "has_feature", "tide tables"),
        ),
    ],
)
def test_what_is_done_and_given(title: str, line: str, wanted: Triple) -> None:
    assert wanted in relations_below(title, line)


def test_a_list_that_all_sums_up_needs_no_and() -> None:
    found = relations_below("Consul", "Nomad, Vault, Patroni all lean on it")
    assert {("Nomad", "uses", "Consul"), ("Vault", "uses", "Consul"), ("Patroni", "uses", "Consul")} <= found


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Grafana", "people coming from Kibana miss the search"),
        ("Grafana", "have a look at Loki first"),
        ("Airflow", "nothing coming in from Kafka"),
    ],
)
def test_nothing_is_read_or_used(title: str, line: str) -> None:
    relations_found = {relation for _, relation, _ in relations_below(title, line)}
    assert "reads_from" not in relations_found


@pytest.mark.parametrize(
    ("title", "line", "error"),
    [
        ("Postgres", "pool full → `sorry, too many guests already`", "sorry, too many guests already"),
        ("Crane control", "arm stuck -> `cannot lift any more`", "cannot lift any more"),
        ("CockroachDB", "can throw 40001 at you, so retry", "40001"),
        ("MongoDB", "E11000 = duplicate key", "E11000"),
        ("Oracle", "you get ORA-01555 on long jobs", "ORA-01555"),
        ("Snowflake", "errors out with 000604 now and then", "000604"),
        ("Unbound", "replies with SERVFAIL or REFUSED", "REFUSED"),
        ("MySQL", "1213 deadlock, 1205 lock wait timeout, 1040 too many guests", "1205"),
        ("ssh", "complains: Permission denied", "Permission denied"),
        ("NATS", '"maximum payload exceeded" is what the client gets', "maximum payload exceeded"),
    ],
)
def test_errors_by_their_words(title: str, line: str, error: str) -> None:
    assert error in {target for _, relation, target in relations_below(title, line) if relation == "raises"}


def test_an_error_thrown_by_something_is_no_part_of_it() -> None:
    assert relations_below("npm", "EACCES is thrown by npm without sudo") == {("npm", "raises", "EACCES")}
    assert ("npm", "raises", "EACCES") in relations_below("EACCES", "thrown by npm without sudo")


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Linux", "no network → `systemctl restart systemd-networkd`"),
        ("Linux", "disk full → `journalctl --vacuum-size=1G`"),
        ("Kafka", "1024 partitions, 2048 topics, not more"),
        ("Ferry", "M5 = general purpose, T3 = slow"),
        ("Consul", "returns 1000 rows at most"),
    ],
)
def test_commands_and_counts_are_no_errors(title: str, line: str) -> None:
    assert "raises" not in {relation for _, relation, _ in relations_below(title, line)}

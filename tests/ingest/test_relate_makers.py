"""Who made a thing, what is built into it, what its parts give things to: what is a part, and what is none."""

from __future__ import annotations

import pytest
from reading_samples import relations


def below(title: str, line: str) -> set[tuple[str, str, str]]:
    return set(relations(f"# Notes\n\n## {title}\n\n- {line}\n"))


@pytest.mark.parametrize(
    ("title", "line", "maker"),
    [
        ("Vault", "secrets manager by HashiCorp", "HashiCorp"),
        ("Grafana", "dashboard tool made by GrafanaLabs", "GrafanaLabs"),
        ("Istio", "first developed by LyftWorks and Go people", "LyftWorks"),
        ("Ferry", "car carrier, made by GullLines", "GullLines"),
    ],
)
def test_who_made_a_thing_is_no_part_of_it(title: str, line: str, maker: str) -> None:
    assert not [edge for edge in below(title, line) if maker in edge]


def test_what_comes_from_a_product_is_no_matter_of_makers() -> None:
    assert ("NiFi", "uses", "S3") in below("NiFi", "data pipeline from S3 to HDFS")


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Grafana", "alert manager built in"),
        ("Kafka", "stream processor included"),
        ("Ferry", "freight server included"),
    ],
)
def test_what_is_built_in_is_a_part_and_no_kind(title: str, line: str) -> None:
    found = below(title, line)
    part = line.rpartition(" ")[0].removesuffix(" built")
    assert (title, "has_feature", part) in found
    assert not [edge for edge in found if edge[1] == "kind_of"]


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Grafana", "alerting (rules, silences) + image store"),
        ("Kafka", "every restart = new leader"),
        ("Ferry", "each trip = new log book store"),
        ("Grafana", "session store -> MySQL"),
    ],
)
def test_parts_added_and_what_happens_each_time_are_no_kinds(title: str, line: str) -> None:
    assert not [edge for edge in below(title, line) if edge[1] == "kind_of"]


@pytest.mark.parametrize(
    ("title", "line", "part"),
    [
        ("Kafka", "the archiver sends segments to the cold store", "cold store"),
        ("Ferry", "the crane sends crates to the hold", "hold"),
    ],
)
def test_what_parts_give_things_to_is_a_part(title: str, line: str, part: str) -> None:
    assert (title, "has_feature", part) in below(title, line)


@pytest.mark.parametrize("place", ["cloud", "kernel", "browser", "sea"])
def test_where_everything_is_is_no_part(place: str) -> None:
    assert not [edge for edge in below("Ferry", f"the horn sends signals to the {place}") if edge[2] == place][1:]


def test_a_kind_with_its_parts_uses_none_of_them() -> None:
    found = below("RabbitMQ", "message broker with routing keys")
    assert not [edge for edge in found if edge[1] == "uses"]


@pytest.mark.parametrize(
    ("line", "taken"),
    [
        ("encryption at rest = KMS", {"KMS"}),
        ("encryption at rest: KMS", {"KMS"}),
        ("monitoring = Prometheus + Grafana", {"Prometheus", "Grafana"}),
        ("messaging = Redis or RabbitMQ", {"Redis", "RabbitMQ"}),
        ("log shipping = Fluent Bit", {"Fluent Bit"}),
    ],
)
def test_what_is_set_equal_to_a_job_does_it(line: str, taken: set[str]) -> None:
    found = below("RDS", line)
    assert {target for source, relation, target in found if (source, relation) == ("RDS", "uses")} == taken
    assert not [edge for edge in found if edge[1] == "has_feature" and edge[2] in taken]


@pytest.mark.parametrize(
    ("title", "line", "part"),
    [
        ("DHCP", "T1 = 50 % of the lease, renew; T2 = 87 %", "T2"),
        ("Ferry", "crew polls too slow (max.poll.interval 5 mins) = kicked out", "max.poll.interval"),
    ],
)
def test_what_a_figure_is_told_of_is_a_part(title: str, line: str, part: str) -> None:
    assert (title, "has_feature", part) in below(title, line)


def test_a_section_of_its_own_is_no_part_for_its_figure() -> None:
    found = relations("# Azure\n\n## Redis\n\n- keeps keys\n\n## scale_sets\n\n- tops out at 1000 VMs\n")
    assert ("Redis", "has_feature", "scale_sets") not in found


@pytest.mark.parametrize(
    ("line", "matters"),
    [
        ("logs, indexes labels only", {"logs"}),
        ("search + logs, on top of Lucene", {"search", "logs"}),
        ("traces", {"traces"}),
    ],
)
def test_the_nouns_that_open_tell_what_a_tool_deals_with(line: str, matters: set[str]) -> None:
    found = below("Loki", line)
    assert {target for _, relation, target in found if relation == "suited_to"} == matters
    assert not [edge for edge in found if edge[1] == "has_feature"]


def test_a_list_that_goes_on_with_parts_is_one_of_parts() -> None:
    found = below("CloudWatch", "metrics, logs, alarms")
    assert not [edge for edge in found if edge[1] == "suited_to"]


@pytest.mark.parametrize(
    ("title", "line", "part"),
    [
        ("Kafka", "broker 1 is the leader; controller sends metadata to ZooKeeper", "controller"),
        ("Redis", "cluster bus is gossip; proxy node sends keys to S3", "proxy node"),
    ],
)
def test_what_does_something_beside_another_part_is_a_part_of_the_whole(title: str, line: str, part: str) -> None:
    assert (title, "has_feature", part) in below(title, line)


def test_a_sentence_of_three_words_is_no_part() -> None:
    assert not [edge for edge in below("Ferry", "crane lifts bags") if edge[2] == "crane lifts bags"]

"""What a thing is only the surface of, and where a list of objects ends because another thing is spoken of."""

from __future__ import annotations

import pytest
from reading_samples import relations_below


@pytest.mark.parametrize(
    ("line", "tool", "below"),
    [
        ("Oarmate: graphical front end for Redis", "Oarmate", "Redis"),
        ("Oarmate = GUI for Kafka", "Oarmate", "Kafka"),
        ("Oarmate - terminal UI for Kubernetes", "Oarmate", "Kubernetes"),
        ("Oarmate is a web UI for Docker", "Oarmate", "Docker"),
        ("Oarmate - thin wrapper around Terraform", "Oarmate", "Terraform"),
    ],
)
def test_a_surface_uses_what_lies_below_it(line: str, tool: str, below: str) -> None:
    found = relations_below("Tools", line)
    assert (tool, "uses", below) in found
    assert not [edge for edge in found if edge[1] in ("suited_to", "has_feature") and edge[0] == tool]


def test_a_tool_called_in_the_section_of_what_it_covers_is_the_surface() -> None:
    assert ("Zenmap", "uses", "nmap") in relations_below("Nmap", "Zenmap: graphical front end for Nmap")


def test_what_is_no_surface_uses_nothing() -> None:
    assert ("Loki", "uses", "Redis") not in relations_below("Loki", "not a GUI for Redis")


@pytest.mark.parametrize(
    ("line", "target"),
    [
        ("has oars and sails, Memcached hasn't", "Memcached"),
        ("gives 20 oars and Kafka 10", "Kafka"),
    ],
)
def test_a_list_ends_where_another_thing_is_spoken_of(line: str, target: str) -> None:
    assert not [e for e in relations_below("Redis", f"Redis {line}") if e[2] == target and e[1] != "contrasts_with"]


def test_what_ends_the_sentence_before_is_not_what_the_next_speaks_of() -> None:
    found = relations_below("RDS", "Multi-AZ (sync) is for HA, read replicas (async) are for read scaling")
    assert {edge[0] for edge in found if edge[1] == "suited_to"} == {"Multi-AZ", "read replica"}


@pytest.mark.parametrize(
    ("title", "line", "source"),
    [
        (
            "Switches",
            "ARP spoofing: dynamic ARP inspection, which does not work without DHCP snooping",
            "Dynamic ARP Inspection",
        ),
        ("Lambda", "cold starts: provisioned concurrency, which can not work without Redis", "provisioned concurrency"),
    ],
)
def test_which_belongs_to_the_name_before_it(title: str, line: str, source: str) -> None:
    assert {edge[0] for edge in relations_below(title, line) if edge[1] == "requires"} == {source}


@pytest.mark.parametrize("line", ["over the quota -> HTTP 429", "TLS everywhere, RSA 3072 for new locks"])
def test_a_status_and_the_length_of_a_key_are_no_ports(line: str) -> None:
    assert not [edge for edge in relations_below("Loki", line) if edge[1] == "uses" and edge[2] in ("HTTP", "RSA")]


@pytest.mark.parametrize("line", ["syslog on UDP 514", "syslog on SSH port 22", "TCP 2049 and UDP 111"])
def test_a_figure_behind_a_transport_is_a_port(line: str) -> None:
    assert [edge for edge in relations_below("Loki", line) if edge[1] == "uses" and edge[2] in ("UDP", "SSH", "TCP")]


@pytest.mark.parametrize("sign", ["≠", "!="])
def test_two_that_are_said_not_to_be_the_same_are_set_apart(sign: str) -> None:
    found = relations_below("Event Grid", f"Event Grid {sign} Event Hubs, one pushes, the other keeps")
    assert {edge[1] for edge in found} == {"contrasts_with"}


@pytest.mark.parametrize(
    "line",
    [
        "stay with Redis, don't bother with Memcached",
        "stick w/ Redis, dont bother with Memcached",
        "Redis (or Valkey), not Memcached",
    ],
)
def test_who_stays_with_one_refuses_the_other(line: str) -> None:
    assert ("Redis", "use_instead_of", "Memcached") in relations_below("Loki", line)


def test_origins_are_where_a_thing_reads_from() -> None:
    found = relations_below("CloudFront", "origins: S3, MinIO")
    assert {edge[2] for edge in found if edge[1] == "reads_from"} == {"S3", "MinIO"}

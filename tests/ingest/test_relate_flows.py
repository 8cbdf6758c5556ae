"""What is read from where, sent and kept where, by whom: hasty sentences from three trades."""

from __future__ import annotations

import pytest
from reading_samples import relations_below

Triple = tuple[str, str, str]


@pytest.mark.parametrize(
    ("title", "line", "wanted"),
    [
        ("LibreNMS", "polls switches every 5 min", ("LibreNMS", "reads_from", "switches")),
        ("Tide watch", "tails the gauge log, no buttons", ("Tide watch", "reads_from", "gauge log")),
        ("Varnish", "grabs pages off the backend on a miss", ("Varnish", "reads_from", "backend")),
        ("Kafka", "topics are consumed by ClickHouse", ("ClickHouse", "reads_from", "topic")),
        ("Debezium", "reads the MySQL binlog", ("Debezium", "reads_from", "binary log")),
        ("Mail room", "papers get picked up by Filebeat and delivered to Loki", ("Filebeat", "sends_to", "Loki")),
        ("Falco", "passes alerts on to Teams and PagerDuty", ("Falco", "sends_to", "Teams")),
        ("Sentry", "alerts land in Slack", ("Sentry", "sends_to", "Slack")),
        ("Fleet office", "bookings are noted in Airtable", ("Fleet office", "stores_in", "Airtable")),
        ("JetStream", "persists to file or memory", ("JetStream", "stores_in", "file")),
        ("Proxmox", "VM discs live on ZFS", ("Proxmox", "stores_in", "ZFS")),
    ],
)
def test_what_is_read_sent_and_kept(title: str, line: str, wanted: Triple) -> None:
    assert wanted in relations_below(title, line)


def test_a_longer_noun_is_kept_and_not_the_name_that_it_begins_with() -> None:
    assert ("virtual machine", "stores_in", "ZFS") not in relations_below("Proxmox", "VM discs live on ZFS")


def test_what_lands_as_news_is_not_kept() -> None:
    assert "stores_in" not in {relation for _, relation, _ in relations_below("Sentry", "alerts land in Slack")}


def test_people_are_sent_nothing() -> None:
    assert "sends_to" not in {relation for _, relation, _ in relations_below("Falco", "sends mails to teams")}

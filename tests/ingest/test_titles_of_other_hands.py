"""Titles as other hands write them: with a remark, in bold, over deeper items, over bullets in turn, of three sides."""

from __future__ import annotations

import pytest
from reading_samples import about, read_notes, relations

TWO = "keeps sets in memory", "log of messages"


@pytest.mark.parametrize(
    "text",
    [
        "Redis, the quick one\n\n{}\nfast\n\nKafka, for logs\n\n{}\nslow\n",
        "**redis**\n{}\nfast\n**kafka**\n{}\nslow\n",
        "**redis** - a store\n- {}\n**kafka** - a log\n- {}\n",
        "redis = a store\n * {}\nkafka = a log\n * {}\n",
    ],
)
def test_a_product_has_the_lines_below_its_title(text: str) -> None:
    notes = text.format(*TWO)
    assert [about(notes, words) for words in TWO] == [{"Redis"}, {"Kafka"}]


def test_a_name_with_a_remark_among_lines_is_no_title() -> None:
    text = "# Kafka\n\nslow\nRedis, the quick one\nlog of messages\n"
    assert about(text, "log of messages") == {"Kafka"}


@pytest.mark.parametrize(
    "text",
    [
        "## Redis\n- day boats\n  - hold up to 20 GB\n- night boats\n  - kept 90 days\n",
        "## Redis\n- **leader nodes**\n  - hold up to 20 GB\n- **worker nodes**\n  - kept 90 days\n",
        "REDIS\nDay boats\n- hold up to 20 GB\nNight boats\n- kept 90 days\n",
        "## Redis\n| | day boats | night boats |\n|---|---|---|\n| max size | 20 GB | 5 GB |\n| kept | 1 d | 90 d |\n",
    ],
)
def test_a_bare_noun_is_told_of_by_what_hangs_below_it(text: str) -> None:
    owners = {limit.limit.value: limit.owner for limit in read_notes(text).limits}
    assert owners[20] != "redis" != owners[90]
    parts = {edge[2] for edge in relations(text) if edge[:2] == ("Redis", "has_feature")}
    assert len(parts) >= 2


def test_a_measure_over_its_figures_is_none() -> None:
    limits = read_notes("## Redis\n- max nodes\n  - 5000 in one\n").limits
    assert {limit.owner for limit in limits} == {"redis"}


def test_all_sides_of_a_title_are_set_apart() -> None:
    text = "# AWS\n\n## Redis vs Barge vs Kafka\n\nBarge: slow and safe\n"
    found = {frozenset(edge[::2]) for edge in relations(text) if edge[1] == "contrasts_with"}
    assert found == {frozenset(("Redis", "Barge")), frozenset(("Redis", "Kafka")), frozenset(("Barge", "Kafka"))}
    assert "Barge" in about(text, "slow and safe")


def test_a_line_of_prose_that_says_something_begins_anew() -> None:
    first = "It sits in front of all the others and ends TLS for them. Keepalive 75 s, 1000 requests each"
    others = ("It reads one file with all the hosts.", "It logs a lot in two places.", "It is written in C by hand.")
    text = "\n\n".join(["# nginx", f"{first}\ngzip is off unless somebody switched it on.", *others])
    assert "gzip is off unless somebody switched it on." in {s.text for s in read_notes(text).statements}


def test_a_shelf_goes_on_with_its_last_product() -> None:
    text = (
        "# Work\n\n## Watching it all\n\nGrafana draws.\nPrometheus pulls.\nKeeps all for 15 days\nReads from Consul\n"
    )
    assert {limit.owner for limit in read_notes(text).limits} == {"prometheus"}
    assert ("Prometheus", "reads_from", "Consul") in relations(text)


def test_the_section_takes_over_where_the_sentence_ended_with_it() -> None:
    text = "# Ansible\n\nTerraform makes the box, Ansible fills it. Goes in over SSH\n"
    assert ("Ansible", "uses", "SSH") in relations(text)
    assert not [edge for edge in relations(text) if edge[0] == "Terraform" and edge[2] == "SSH"]


def test_what_is_advised_instead_is_gone_on_with() -> None:
    text = "# Helm\n\nKustomize instead if you patch two lines. Written in Go\n"
    assert not [edge for edge in relations(text) if edge[0] == "Helm" and edge[2] == "Go"]


LEADS = {
    "Triggers": "S3\nSNS",
    "Sends to": "SQS",
    "Limits": "timeout 15 min",
    "Good for": "cron jobs",
    "Needs": "IAM role",
}
SAID = {
    ("S3", "triggers", "Lambda"),
    ("SNS", "triggers", "Lambda"),
    ("Lambda", "sends_to", "SQS"),
    ("Lambda", "suited_to", "cron jobs"),
    ("Lambda", "requires", "IAM role"),
}


@pytest.mark.parametrize("title", ["{}:", "{}", "**{}**", "### {}", "\n{}:\n"])
def test_a_few_items_below_each_lead_in_are_no_titles(title: str) -> None:
    items = {lead: "\n".join(f"- {item}" for item in items.split("\n")) for lead, items in LEADS.items()}
    text = "\n".join(["## Lambda", *(f"{title.format(lead)}\n{below}" for lead, below in items.items()), ""])
    assert relations(text) >= SAID
    assert {(limit.owner, limit.limit.value) for limit in read_notes(text).limits} == {("lambda", 15)}


def test_one_item_below_each_bare_title_is_told_of_that() -> None:
    text = "## Route 53\n\nRouting:\nSimple\n- no checks\nWeighted\n- weight 0-255\nLatency\n- nearest wins\n"
    assert {limit.owner for limit in read_notes(text).limits} == {"weighted-routing"}


@pytest.mark.parametrize("end", ["you need MySQL or PostgreSQL.", "you need PostgreSQL."])
def test_the_end_of_a_sentence_that_goes_over_lines_is_no_title(end: str) -> None:
    start = "Keeps its users and its boards in SQLite unless told; for two boxes or more"
    text = f"## Grafana\n{start}\n{end}\nLogin: LDAP\nShips all its boards as files in git.\nslow at 30 panels\n"
    assert about(text, "Login: LDAP") == about(text, "slow at 30 panels") == {"Grafana"}


def test_a_stranger_among_products_behind_a_label_is_one_of_them() -> None:
    text = "## Grafana\n\nBoards on top: Prometheus, Elasticsearch, PostgreSQL, Bargeboard, MySQL\n"
    found = relations(text)
    assert ("Grafana", "supports", "Bargeboard") in found
    assert not [edge for edge in found if edge[0] == "Bargeboard"]

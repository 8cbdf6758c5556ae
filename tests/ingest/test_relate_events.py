"""What an event sets going, what is needed besides, what is brought together: sentences from three trades."""

from __future__ import annotations

import pytest
from reading_samples import relations_below

Triple = tuple[str, str, str]


@pytest.mark.parametrize(
    ("title", "line", "wanted"),
    [
        ("Renovate", "woken by a cron or a merge request", ("merge request", "triggers", "Renovate")),
        ("Pilot boat", "sails start from a night call or a radio message", ("radio message", "triggers", "sails")),
        ("Cloud Functions", "runs per Pub/Sub message", ("Pub/Sub", "triggers", "Cloud Functions")),
        ("Crane hall", "repainting is set off by a rust alarm", ("rust alarm", "triggers", "repainting")),
        ("udev", "disk event -> runs the backup script", ("disk event", "triggers", "backup script")),
        ("Mosquitto", "message arrives -> Node-RED runs", ("Mosquitto", "triggers", "Node-RED")),
        ("Shipyard", "finishing the hull kicks off the paint job", ("hull", "triggers", "paint job")),
        ("Pump house", "high water alarms fire the spare pump", ("high water alarms", "triggers", "spare pump")),
        ("Prefect", "automations can set a deployment going", ("automations", "triggers", "deployment")),
        ("EventBridge", "rules can call Lambda or SNS", ("EventBridge", "triggers", "SNS")),
        ("Flux", "reconciles whenever something is pushed to GitHub", ("GitHub", "triggers", "Flux")),
    ],
)
def test_what_an_event_sets_going(title: str, line: str, wanted: Triple) -> None:
    assert wanted in relations_below(title, line)


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Nginx", "runs fine with many requests"),
        ("Grafana", "not started by a webhook"),
        ("Kafka", "rebalance -> runs slow"),
        ("Redis", "runs on each request a bit slower"),
    ],
)
def test_nothing_is_set_going(title: str, line: str) -> None:
    assert "triggers" not in {relation for _, relation, _ in relations_below(title, line)}


def test_an_event_is_no_place_to_run_on() -> None:
    assert "runs_on" not in {
        relation for _, relation, _ in relations_below("Bakery tests", "checks run on pull requests")
    }


@pytest.mark.parametrize(
    ("title", "line", "needed"),
    [
        ("Terraform", "need the CLI on the laptop AND a state bucket", {"CLI", "state bucket"}),
        ("Nagios", "needs the agent on the box (not for switches) and a config file", {"agent", "config file"}),
        ("Night ferry", "needs a pilot on board and a radio licence", {"pilot", "radio licence"}),
        ("Always On", "(prerequisite: WSFC)", {"WSFC"}),
        ("802.1X", "no RADIUS, no 802.1X", {"RADIUS"}),
    ],
)
def test_what_is_needed_besides(title: str, line: str, needed: set[str]) -> None:
    assert needed <= {target for _, relation, target in relations_below(title, line) if relation == "requires"}


@pytest.mark.parametrize("line", ["need a queue -> SQS", "need to restart it", "need low latency, take this"])
def test_the_need_of_somebody_who_chooses_is_none_of_the_thing(line: str) -> None:
    assert "requires" not in {relation for _, relation, _ in relations_below("Redis", line)}


@pytest.mark.parametrize(
    ("title", "line", "wanted"),
    [
        ("Zapier", "ties Slack and Gmail together", ("Zapier", "integrates_with", "Slack")),
        ("Harbour hub", "glues Kafka, Lambda and Redis together", ("Harbour hub", "integrates_with", "Redis")),
        ("Mail relay", "Postgres or MySQL, pick one", ("Mail relay", "supports", "MySQL")),
        ("Harbour desk", "is tide tables + weather maps + a phone", ("Harbour desk", "has_feature", "weather maps")),
        ("Capistrano", "pushes the release out to Kubernetes", ("Capistrano", "runs_on", "Kubernetes")),
    ],
)
def test_what_is_brought_together_left_to_choose_or_put_out(title: str, line: str, wanted: Triple) -> None:
    assert wanted in relations_below(title, line)


def test_an_app_that_is_uploaded_does_not_run_there() -> None:
    found = relations_below("Shipwright", "uploads the application to S3")
    assert {relation for _, relation, target in found if target == "S3"} == {"sends_to"}


def test_an_event_alone_starts_nothing() -> None:
    assert not [edge for edge in relations_below("Ferry", "an event starts the engine") if edge[1] == "triggers"]


def test_data_that_is_pushed_out_does_not_run_there() -> None:
    assert ("Firehose", "sends_to", "S3") in relations_below("Firehose", "pushes records out to S3")


def test_qualities_are_no_sum_of_parts_and_what_is_lacking_is_no_part() -> None:
    found = relations_below("Night ferry", "is cheaper + faster") | relations_below(
        "Fargate", "no DaemonSets, no privileged pods"
    )
    assert "has_feature" not in {relation for _, relation, _ in found}

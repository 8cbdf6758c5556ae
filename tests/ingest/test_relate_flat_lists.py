"""Relations of notes in flat lists and half sentences, from reading to graph, in several trades."""

from __future__ import annotations

import pytest

from tests.ingest.reading_samples import about, limits, relations

HARBOUR = "# Harbour\n\n## Ferry\n- {}\n"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("needs two papers: passport + visa", ("Ferry", "requires", "visa")),
        ("pass = ticket + photo", ("pass", "has_feature", "photo")),
        ("boarding pass: gate + seat + place", ("boarding pass", "has_feature", "seat")),
        ("Promtail is deprecated -> lantern", ("lantern", "replaces", "Promtail")),
        ("merger of Jenkins and Grafana, hand made", ("Ferry", "replaces", "Grafana")),
        ("Keepalived (VRRP) for a floating quay", ("Keepalived", "suited_to", "floating quay")),
        ("CI server", ("Ferry", "kind_of", "CI server")),
        ("unlike Jenkins it has lamps", ("Ferry", "has_feature", "lamps")),
        ("OIDC to Jenkins instead of paper keys", ("OpenID Connect", "use_instead_of", "paper keys")),
    ],
)
def test_what_a_flat_list_tells(line: str, expected: tuple[str, str, str]) -> None:
    found = {(s.partition("/")[2] or s, r, t) for s, r, t in relations(HARBOUR.format(line))}
    assert expected in found


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("a pass, ticket good for 12h, seat on deck", ("suited_to", "12h")),
        ("a pass, ticket good for 12h, seat on deck", ("suited_to", "seat on deck")),
        ("FERRY header makes browsers refuse HTTP", ("supports", "HTTP")),
        ("compared to Jenkins it has lamps", ("has_feature", "Jenkins")),
        ("OIDC to aws instead of paper keys", ("has_feature", "aws")),
        ("own crates go to the `shed`, older ones live in S3", ("has_feature", "older ones live")),
        ("after a trip: `deck wash`", ("has_feature", "after a trip")),
        ("A / BBBB, CCCC, DD", ("kind_of", "/ BBBB")),
        ("needs Java 17", ("uses", "Java")),
        ("merger of Jenkins and Grafana, hand made", ("replaces", "hand made")),
        ("sinks now and then, watch `draught`", ("reads_from", "draught")),
        ("night lamps for lakes: blades, wicks, caching", ("suited_to", "caching")),
        ("consumer groups like Kafka but no lift", ("kind_of", "consumer group")),
        ("one cabin per crew, never `sudo pip`", ("has_feature", "sudo pip")),
        ("barge written in Go, speaks MQTT", ("has_feature", "barge written")),
        ("full hold = invalid", ("kind_of", "invalid")),
        ("Ferry sells passes, generators: list, git, night", ("kind_of", "list")),
        ("Ferry sells passes, sorts: list, git, night", ("has_feature", "Ferry sells passes, sorts")),
        ("steward: client shows a pass", ("has_feature", "client")),
    ],
)
def test_what_a_flat_list_does_not_tell(line: str, wrong: tuple[str, str]) -> None:
    assert wrong not in {(relation, target) for _, relation, target in relations(HARBOUR.format(line))}


def test_no_error_raises_another() -> None:
    text = "# DNS\n\nQ: SERVFAIL vs NXDOMAIN?\nA: NXDOMAIN = no such name, SERVFAIL = no answer\n"
    found = relations(text)
    assert ("DNS", "raises", "NXDOMAIN") in found
    assert ("SERVFAIL", "raises", "NXDOMAIN") not in found


def test_of_two_things_taken_by_need_neither_is_better_than_the_other() -> None:
    found = relations(HARBOUR.format("Nexus and Artifactory if you have npm parcels"))
    assert not {edge for edge in found if edge[1] == "use_instead_of"}


def test_a_first_line_that_says_something_is_a_statement_of_what_it_names() -> None:
    text = "SQS can trigger Lambda\n- max message size 256 KB\n- visibility timeout 30 s by default\n"
    assert ("SQS", "triggers", "Lambda") in relations(text)
    assert about(text, "max message size") == {"SQS"}


def test_a_sentence_set_off_above_bullets_gives_them_its_subject() -> None:
    first = "Prometheus pulls metrics from the wharf\n- retention 15 days"
    text = f"# Wharf\n\n{first}\n\nJenkins needs Java 17\n- port 8080\n\nbye\n"
    assert about(text, "retention") == {"Prometheus"}
    assert "Jenkins" in about(text, "port 8080")


def test_a_known_part_with_capitals_set_off_above_short_lines_is_a_title() -> None:
    text = "Loki\nlog store\n\nGitHub Actions\nCI in GitHub\nruns on Ubuntu\njob timeout 6 h\n"
    assert about(text, "runs on Ubuntu") == {"GitHub Actions"}


def test_settings_are_known_by_a_single_dot_and_their_figure() -> None:
    assert ("buffer.memory", "exact", 32, "MB") in limits("# Kafka\n- buffer.memory 32MB\n")


def test_settings_in_code_with_an_equals_sign_are_a_list_without_subject() -> None:
    assert about("# Ferry\n- Limits: `MaxBoats=`, `MaxCrew=` via cards\n", "MaxCrew") == {"Ferry"}


def test_a_label_begins_a_line_of_its_own() -> None:
    long = "parcels are handed to the later boats and are kept for thirty days on the quay, mail is only"
    found = about(f"# Ferry\n{long}\nbags: go by train\nropes\n", "bags")
    assert "parcels" not in str(found)

"""Turns of hasty sentences: needs before advice, forms before nouns, who else a part of a sentence is about."""

from __future__ import annotations

import pytest
from reading_samples import CACHE, HARBOUR, entities, read_notes, relations

FIRST = CACHE.replace("in memory\n\n", "")


@pytest.mark.parametrize(
    ("notes", "line", "expected"),
    [
        (CACHE, "So: need strict order, take Kafka, otherwise Envoy is cheaper", ("Kafka", "use_instead_of", "Envoy")),
        (HARBOUR, "need deep water, use Barge, else Winch", ("Barge", "use_instead_of", "Winch")),
        (HARBOUR, "need deep water, use Barge", ("Barge", "suited_to", "deep water")),
        (CACHE, "For TCP and static IP use Kafka instead", ("Kafka", "suited_to", "TCP")),
        (CACHE, "for Linux only, not Windows", ("Redis", "not_suited_to", "Windows")),
        (HARBOUR, "crews only, NOT Barge or Winch", ("Ferry", "not_suited_to", "Winch")),
        (CACHE, "cant be used in Kafka", ("Redis", "not_suited_to", "Kafka")),
        (CACHE, "is the newer Envoy, more or less", ("Redis", "replaces", "Envoy")),
        (CACHE, "JSON or YAML template uploaded to S3", ("Redis", "sends_to", "S3")),
        (CACHE, "push or PR events can start Kafka", ("Redis", "triggers", "Kafka")),
        (CACHE, "real languages (Python, Java, Go), fast", ("Redis", "supports", "Java")),
        (CACHE, "Java, Python, Ruby, Go, Docker", ("Redis", "supports", "Docker")),
        (CACHE, "decks and holds, sails are mended (daily) but ropes are not", ("sails", "contrasts_with", "ropes")),
        (HARBOUR, "oars only for ponds, lakes -> Barge", ("Barge", "suited_to", "lakes")),
        (HARBOUR, "follow-up of Barge, single mast", ("Ferry", "replaces", "Barge")),
        (CACHE, "stacks: Java, Python", ("Redis", "supports", "Java")),
        (CACHE, "3 decks by default, backs up to S3 or NFS", ("Redis", "stores_in", "S3")),
        (CACHE, "reads from Kafka, Envoy not needed", ("Redis", "reads_from", "Kafka")),
    ],
)
def test_what_is_said(notes: str, line: str, expected: tuple[str, str, str]) -> None:
    assert expected in relations(notes.format(line))


@pytest.mark.parametrize(
    ("notes", "line", "wrong"),
    [
        (CACHE, "So: need strict order, take Kafka, otherwise Envoy is cheaper", ("Redis", "requires")),
        (CACHE, "So: need strict order, take Kafka, otherwise Envoy is cheaper", ("Redis", "uses")),
        (CACHE, "For TCP and static IP use Kafka instead", ("IP", "uses")),
        (CACHE, "cant be used in Kafka", ("Kafka", "uses")),
        (CACHE, "Linux only, not Windows", ("Linux", "use_instead_of")),
        (CACHE, "JSON or YAML template uploaded to S3", ("JSON", "sends_to")),
        (CACHE, "client IP sits in X-Forwarded-For", ("IP", "stores_in")),
        (CACHE, "is the newer Envoy, more or less", ("Redis", "kind_of")),
        (FIRST, "managed Kafka or Envoy", ("Redis", "kind_of")),
        (FIRST, "double planked, slow", ("Redis", "kind_of")),
        (HARBOUR, "just a shorthand for rowing", ("Ferry", "kind_of")),
        (HARBOUR, "Winch = harbour only", ("Winch", "kind_of")),
        (CACHE, "heavy stuff belongs in Kafka", ("Redis", "stores_in")),
        ("# Kafka\n\nlog\n\n{}\n", "slower consumers get thrown out of the group", ("slower consumers", "reads_from")),
        ("# CodeCommit\n\n{}\n", "auth over HTTPS (git credentials made in IAM) or SSH keys", ("HTTPS", "supports")),
        (CACHE, "decks and holds, sails are mended (daily) but ropes are not", ("decks", "contrasts_with")),
        (FIRST, "weekly on Linux and 4 old files kept", ("Redis", "kind_of")),
        (CACHE, "getting rid of old stuff: `--vacuum-size=500M`", ("Redis", "raises")),
        (CACHE, "ignores JSON, fast", ("Redis", "supports")),
        (CACHE, "those are files written in JSON or YAML", ("Redis", "stores_in")),
        (CACHE, "real time (~200 ms), made of shards", ("real", "has_feature")),
        (FIRST, "real time (~200 ms), made of shards", ("Redis", "kind_of")),
        (CACHE, "daemon on UDP 2000", ("Redis", "runs_on")),
        (CACHE, "caches nothing, for non-HTTP", ("Redis", "supports")),
        (CACHE, "history in Kafka for 10 days, long term -> Envoy", ("Kafka", "sends_to")),
        (HARBOUR, "only helps if the boat doesnt fit", ("Ferry", "suited_to")),
        (CACHE, "Envoy on hosts, Kafka inside k8s", ("Kafka", "runs_on")),
    ],
)
def test_what_is_not_said(notes: str, line: str, wrong: tuple[str, str]) -> None:
    assert not [edge for edge in relations(notes.format(line)) if edge[:2] == wrong]


@pytest.mark.parametrize(
    ("notes", "line", "wrong"),
    [
        (HARBOUR, "follow-up of Barge, single mast", ("Ferry", "replaces", "single mast")),
        (CACHE, "reads from Kafka, Envoy not needed", ("Redis", "reads_from", "Envoy")),
        (CACHE, "3 decks by default, backs up to S3 or NFS", ("Redis", "has_feature", "backs")),
        (CACHE, "loads into S3, on to Kafka not possible", ("Redis", "sends_to", "Kafka")),
        ("# K8s\n\n{}\n", "**Ingress** - HTTP. Needs a host: Traefik, Contour", ("Traefik", "kind_of", "Ingress")),
        ("# LB\n\nALB vs NLB\nALB: http\n{}\n", "NLB: TCP, UDP", ("Application Load Balancer", "supports", "UDP")),
    ],
)
def test_what_goes_too_far(notes: str, line: str, wrong: tuple[str, str, str]) -> None:
    assert wrong not in relations(notes.format(line))


def test_a_title_is_named_without_what_says_that_more_could_follow() -> None:
    found = entities(read_notes("# Ferry\n\nbig\n\n## Night calls for ex\n\n- ships: lost sailors, late cargo\n"))
    assert "Night calls" in {entity.name for entity in found.values()}


def test_what_is_kept_somewhere_is_kept_there_on_the_condition_that_is_said() -> None:
    found = read_notes(CACHE.format("snapshots go to S3 if enabled")).edges
    kept = [edge for edge in found if edge.relation == "stores_in"]
    assert kept
    assert all("enabled" in (edge.condition or "") for edge in kept)


def test_data_goes_nowhere_near_a_title_that_only_groups() -> None:
    told = relations("# Notes\n\n## Data & apps\n\n**MSK** - managed kafka\n- fast\n\nconsumers: Flink, Lambda\n")
    assert not [edge for edge in told if edge[1] == "reads_from"]


def test_what_is_told_of_another_product_in_the_same_line_is_not_told_of_the_subject() -> None:
    told = relations(CACHE.format("needs a warm start, Kafka has a flag in Envoy"))
    assert ("Redis", "uses", "Envoy") not in told


@pytest.mark.parametrize(
    ("line", "no_thing"),
    [
        ("- too many calls = slow", "too many calls"),
        ("- holds the others together: bow, stern", "holds the others together"),
        ("- bad idea for queues", "bad idea"),
    ],
)
def test_words_that_are_no_thing_name_no_part(line: str, no_thing: str) -> None:
    found = entities(read_notes(CACHE.format(f"- fast\n{line}")))
    assert no_thing not in {entity.name.lower() for entity in found.values()}

"""What hasty lines say in few words: places behind a bare "to", labels that sort, a second choice, networks."""

from __future__ import annotations

import pytest
from reading_samples import CACHE, HARBOUR, relations


@pytest.mark.parametrize(
    ("notes", "line", "expected"),
    [
        # places behind a bare "to"
        (HARBOUR, "quick, no storage. to Winch, Barge", ("Ferry", "sends_to", "Barge")),
        (CACHE, "close to real time. to Kafka and Envoy", ("Redis", "sends_to", "Kafka")),
        # labels that sort what a lead-in lists
        (HARBOUR, "who calls it:\n  by day: Winch, Barge", ("Barge", "triggers", "Ferry")),
        (CACHE, "who calls it:\n  async: Kafka, Envoy", ("Envoy", "triggers", "Redis")),
        # a second choice
        (HARBOUR, "more cars => Winch or Barge instead", ("Winch", "use_instead_of", "Ferry")),
        (HARBOUR, "more cars => Winch or Barge instead", ("Barge", "use_instead_of", "Ferry")),
        # ordinals are no figures
        (HARBOUR, "3rd party -> Winch, own crates -> Barge", ("Winch", "suited_to", "3rd party")),
        # where it looks
        (CACHE, "it looks into /etc/redis/conf.d every 20 s", ("Redis", "reads_from", "/etc/redis/conf.d")),
        # lead-ins with a verb
        (HARBOUR, "Targets could be Winch, Barge", ("Ferry", "sends_to", "Barge")),
        (CACHE, "Sources can be Kafka or Envoy", ("Redis", "reads_from", "Envoy")),
        # who does what was said
        (HARBOUR, "turns round at night (Winch does it)", ("Ferry", "uses", "Winch")),
        (CACHE, "export as text, a Kafka job does the work", ("Redis", "uses", "Kafka")),
        # networks
        (HARBOUR, "lives in a VPC", ("Ferry", "runs_on", "VPC")),
    ],
)
def test_what_a_line_says(notes: str, line: str, expected: tuple[str, str, str]) -> None:
    assert expected in relations(notes.format(line))


@pytest.mark.parametrize(
    ("notes", "line", "wrong"),
    [
        (HARBOUR, "to Winch, Barge and home by night it takes 3 h", ("Ferry", "sends_to", "Winch")),
        (HARBOUR, "who calls it:\n  by day: Winch, Barge", ("by day", "triggers", "Ferry")),
        (CACHE, "who calls it:\n  Kafka: twice, Envoy once", ("Envoy", "triggers", "Redis")),
        (CACHE, "to scale on a Kafka lag use Envoy instead", ("Kafka", "uses", "Envoy")),
        (CACHE, "rotates keys (Envoy does it)", ("Redis", "contrasts_with", "Envoy")),
        (CACHE, "rotates keys, Envoy does it better", ("Redis", "uses", "Envoy")),
        (CACHE, "plays well with Kafka", ("Redis", "has_feature", "plays well")),
        (HARBOUR, "lives in a VPC", ("Ferry", "stores_in", "VPC")),
        (HARBOUR, "- night mode: no crew, ~2 t, for mail", ("Ferry", "has_feature", "for mail")),
    ],
)
def test_what_a_line_does_not_say(notes: str, line: str, wrong: tuple[str, str, str]) -> None:
    assert wrong not in relations(notes.format(line))

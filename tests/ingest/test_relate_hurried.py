"""Lines of a hurried learner: remarks behind a title, questions, jobs done by others, names that end in s."""

from __future__ import annotations

import pytest
from reading_samples import about, relations_below

NOTES = """
## Kafka
Topics
logs of letters, sent to S3 at night
Consumer groups (once called crews)
read from topics, store what they have read in Redis
"""


def test_a_known_name_with_a_remark_heads_what_follows_as_the_one_before_did() -> None:
    assert "consumer group" in about(NOTES, "store what they have read")
    assert "topic" not in about(NOTES, "store what they have read")


@pytest.mark.parametrize(
    ("title", "line", "edge"),
    [
        ("CodeBuild", "source from github, bitbucket, s3", ("CodeBuild", "reads_from", "Bitbucket")),
        ("Ferry", "input from Kafka", ("Ferry", "reads_from", "Kafka")),
        ("SAM", "CodeDeploy does the traffic shifting", ("SAM", "uses", "CodeDeploy")),
        ("Kafka", "ZooKeeper does the election", ("Kafka", "uses", "ZooKeeper")),
        ("Secrets Manager", "always KMS encrypted", ("Secrets Manager", "uses", "KMS")),
        (
            "CloudFront",
            "OAC over OAI these days",
            ("Origin Access Control", "use_instead_of", "Origin Access Identity"),
        ),
    ],
)
def test_what_a_hurried_line_tells(title: str, line: str, edge: tuple[str, str, str]) -> None:
    assert edge in relations_below(title, line)


@pytest.mark.parametrize(
    ("title", "line", "relation"),
    [
        ("CloudFront", "need network or body? then its Lambda@Edge", "requires"),
        ("Ferry", "need a crew? call Nora", "requires"),
        ("CodeBuild", "source from github", "kind_of"),
        ("CloudFormation", "StackSets - same stack, many regions", "kind_of"),
        ("Ferry", "mail over oars these days", "uses"),
    ],
)
def test_what_it_does_not(title: str, line: str, relation: str) -> None:
    assert not [edge for edge in relations_below(title, line) if edge[1] == relation]

"""Products by their initials, owners that their parts name, and names that end in "etc"."""

from __future__ import annotations

import pytest
from reading_samples import about, read_notes, relations

GRID = "# Azure\n\n## Messaging\n\nEvent Grid pushes, Event Hubs keeps, Service Bus queues.\n\n"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (f"{GRID}**SB**\n- retries twice\n", "retries", "Service Bus"),
        (f"{GRID}**EH**\n- 32 partitions\n", "partitions", "Event Hubs"),
        ("# AWS\n\nLambda, S3 and CloudFront\n\nCF: caches at the edge\nCF again\n", "caches", "CloudFront"),
    ],
)
def test_a_product_goes_by_its_initials(text: str, words: str, name: str) -> None:
    assert name in about(text, words)


def test_the_merge_says_that_it_is_by_initials() -> None:
    claims = read_notes(f"{GRID}**SB**\n- retries twice\n").names
    assert [(claim.text, claim.same_as) for claim in claims if claim.rule == "initials"] == [("SB", "service-bus")]


@pytest.mark.parametrize(
    "text",
    [
        "# AWS\n\nCloudFront and CloudFormation\n\n**CF**\n- is fast\n",  # either
        "# AWS\n\nAzure Event Grid, S3\n\n- empty gate (EG) opens\n- EG, S3\n",  # told otherwise
        "# AWS\n\nStep Functions, S3, Lambda\n\n- SF is a city\n",  # once, and no title
        "# Azure\n\nKey Vault, Event Grid\n\n- KV pairs, KV stores\n",  # means something else to most
    ],
)
def test_initials_of_two_or_of_something_else_are_none(text: str) -> None:
    assert not [claim for claim in read_notes(text).names if claim.rule == "initials"]


def test_the_owner_that_a_part_names_is_known() -> None:
    claims = read_notes("# AWS\n\nS3, Lambda\n\n## Route 53\n\n- can push a CloudWatch alarm\n").names
    assert "cloudwatch" in {claim.key for claim in claims}


@pytest.mark.parametrize("title", ["Redis etc", "Redis etc.", "Redis & co", "Redis and co"])
def test_a_title_names_what_stands_before_and_so_on(title: str) -> None:
    assert about(f"# Stores\n\n## {title}\n\n- keeps sets\n", "keeps sets") == {"Redis"}


def test_a_lone_word_is_no_option() -> None:
    text = "# Tools\n\n## Helm\n\n`--wait` times out after 5 min\n\n## Jenkins\n\nWaits 5 s before a build\n"
    assert not [edge for edge in relations(text) if edge[0] == "Jenkins" and edge[2] == "--wait"]
    assert {limit.owner for limit in read_notes(text).limits if limit.limit.value == 5 and limit.limit.unit == "s"} == {
        "jenkins"
    }

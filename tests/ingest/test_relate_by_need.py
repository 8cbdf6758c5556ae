"""What is advised for a need that a line names first, and what stands behind the label of a part."""

from __future__ import annotations

import pytest
from reading_samples import about, relations

HARBOUR = "# Ferry\n\nThe Ferry crosses the bay.\n\n{}\n\n# Winch\n\nA Winch pulls.\n"
CACHE = "# Redis\n\nquick sets\n\n{}\n\n# Kafka\n\nlog of messages\n"


@pytest.mark.parametrize(
    ("notes", "line", "expected"),
    [
        (HARBOUR, "if you need night towing use the Winch", ("Winch", "suited_to", "night towing")),
        (HARBOUR, "When u want night towing, then go with Winch", ("Winch", "suited_to", "night towing")),
        (HARBOUR, "if you need night towing -> Winch", ("Winch", "suited_to", "night towing")),
        (CACHE, "If you need long term storage, take Kafka", ("Kafka", "suited_to", "long term storage")),
        (CACHE, "when you need long term storage => Kafka", ("Kafka", "suited_to", "long term storage")),
        (CACHE, "if order matters -> Kafka", ("Kafka", "suited_to", "order matters")),
        (CACHE, "if you need replay reach for Kafka", ("Kafka", "suited_to", "replay")),
    ],
)
def test_what_is_advised_for_a_need_suits_it(notes: str, line: str, expected: tuple[str, str, str]) -> None:
    found = relations(notes.format(line))
    assert expected in found
    assert not any(relation == "stores_in" for _, relation, _ in found)


@pytest.mark.parametrize("line", ["need ordering? use Kafka", "want night trips? take Kafka"])
def test_a_need_before_a_question_mark_is_not_refused(line: str) -> None:
    assert not {edge for edge in relations(CACHE.format(line)) if edge[1] == "use_instead_of" and edge[2] != "Redis"}


@pytest.mark.parametrize(
    ("notes", "line", "members"),
    [
        (HARBOUR, "steering: wheel, tiller, oar (default)", {"wheel", "tiller", "oar"}),
        (CACHE, "eviction: LRU, LFU, noeviction (default)", {"LRU", "LFU", "noeviction"}),
    ],
)
def test_ways_of_which_one_is_the_default_are_no_uses(notes: str, line: str, members: set[str]) -> None:
    found = relations(notes.format(line))
    assert members <= {source for source, relation, _ in found if relation == "kind_of"}
    assert not any(relation == "suited_to" for _, relation, _ in found)


def test_uses_behind_a_plural_label_are_no_kinds_of_it() -> None:
    found = relations(CACHE.format("sorted sets: leaderboards, rate limiting"))
    assert ("sorted set", "suited_to", "rate limiting") in found
    assert not any(relation == "kind_of" and source == "rate limiting" for source, relation, _ in found)


@pytest.mark.parametrize("comparison", ["Destinations better than DLQ", "Layers cheaper than Containers"])
def test_a_comparison_is_no_title(comparison: str) -> None:
    above, below = "retries twice on async failures then DLQ (SQS or SNS)", "works with Python, Node, Java, Go"
    text = f"# Lambda\n\n{above}\n{comparison}\ntriggered by: S3, SNS, EventBridge\n{below}\ncheaper\nup to 15 min\n"
    assert about(text, "up to 15 min") == {"Lambda"}

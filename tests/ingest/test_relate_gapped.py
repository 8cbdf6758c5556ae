"""A verb that is said once for two."""

from __future__ import annotations

import pytest
from reading_samples import relations


@pytest.mark.parametrize(
    ("line", "stated", "denied"),
    [
        (
            "Redis runs on Linux, Kafka rather on Windows",
            ("Kafka", "runs_on", "Windows"),
            ("Redis", "runs_on", "Kafka"),
        ),
        ("Nginx writes to Kafka, Redis to Hull", ("Redis", "sends_to", "Hull"), ("Nginx", "sends_to", "Redis")),
        ("Redis reads the tide log, Kafka the mail bag", ("Kafka", "reads_from", "mail bag"), None),
        ("Nginx writes to Kafka, Hull to Redis", ("Hull", "sends_to", "Redis"), ("Nginx", "sends_to", "Hull")),
    ],
)
def test_the_second_doer_has_an_object_of_its_own(
    line: str, stated: tuple[str, str, str], denied: tuple[str, str, str] | None
) -> None:
    found = relations(f"# Harbour\n\n- {line}\n")
    assert stated in found
    assert denied not in found


def test_a_list_of_objects_has_no_second_doer() -> None:
    found = relations("# Harbour\n\n- Nginx writes to Kafka, Redis and Hull\n")
    assert {("Nginx", "sends_to", "Kafka"), ("Nginx", "sends_to", "Redis")} <= found

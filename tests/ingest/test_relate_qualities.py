"""Qualities that notes compare things by, told as their parts are."""

from __future__ import annotations

import pytest

from graph.vocabulary import Kind
from tests.ingest.test_relate import read


def qualities(text: str, **fields: object) -> set[str]:
    return {target for _, relation, target in read(text, **fields) if relation == "has_feature"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("serverless", {"serverless"}),
        ("Highly available (two ovens at once)", {"Highly available"}),
        ("stateless, durable, fed by hand", {"stateless", "durable"}),
        ("The oven is coal-driven, never electric", {"coal-driven"}),
        ("by night they are also idempotent", {"idempotent"}),
        ("Scales vertically but burns more coal", {"vertical scaling"}),
        ("can be scaled horizontally", {"horizontal scaling"}),
        ("does not scale horizontally", set()),
        ("not scalable", set()),
        ("it is coal", set()),
    ],
)
def test_a_quality_alone_or_said_of_a_thing(text: str, found: set[str]) -> None:
    assert found <= qualities(text)
    assert found or not {"scalable", "not scalable", "coal", "horizontal scaling"} & qualities(text)


def test_a_label_may_be_one() -> None:
    text = "Fault tolerant: one burnt roll stops no other"
    assert "Fault tolerant" in qualities(text, label="Fault tolerant", body_start=16)


def test_the_name_of_the_thing_says_it_already() -> None:
    assert not qualities("Immutable", subject="immutable-loaf", subject_kind=Kind.FEATURE)


def test_what_is_said_of_a_noun_of_the_line_is_its_own() -> None:
    found = read("Rolls are idempotent")
    assert ("Rolls", "has_feature", "idempotent") in found
    assert ("oven", "has_feature", "idempotent") not in found

"""Clipped product names: which words stand for a longer name of the same notes, and which do not."""

from __future__ import annotations

import pytest

from tests.ingest.reading_samples import SHIPPED, read_notes, relations

HARBOUR = "## Harbour\n\nPrometheus counts the boats, Terraform builds the piers\n\n{}\n"


def clipped(text: str) -> set[tuple[str, str | None]]:
    """The words taken for clipped names, and the keys of what they stand for."""
    return {(claim.text, claim.same_as) for claim in read_notes(text, SHIPPED).names if claim.rule == "clipped"}


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("- prom wakes at dawn\n- ask prom for tides", ("prom", "prometheus")),
        ("- terra needs wood\n- terra again", ("terra", "terraform")),
        ("- prom is quick\n- prom again\n- promtail reads the log", ("prom", "prometheus")),
    ],
)
def test_the_first_letters_of_a_name_stand_for_it(lines: str, expected: tuple[str, str]) -> None:
    assert clipped(HARBOUR.format(lines)) == {expected}


def test_what_a_clipped_name_does_the_thing_does() -> None:
    text = HARBOUR.format("- prom is quick\n- Grafana reads from prom")
    assert ("Grafana", "reads_from", "Prometheus") in relations(text)


@pytest.mark.parametrize(
    "lines",
    [
        "- prom wakes at dawn",
        "- a form is filled\n- the form again",
        "- promise nothing\n- a promise is kept",
        "- see prom/tides\n- prom_boats counts\n- the prom-kit",
        "- `prom.yml` there\n- prom.boats too",
        "- promethe wakes\n- promethe sleeps",
    ],
)
def test_a_word_written_once_and_parts_of_other_words_are_no_names(lines: str) -> None:
    assert clipped(HARBOUR.format(lines)) == set()


def test_a_word_that_two_names_begin_with_is_neither() -> None:
    text = "## Kitchen\n\nElasticsearch and Elasticache keep recipes\n\n- elas is quick\n- elas again\n"
    assert clipped(text) == set()


def test_a_name_is_clipped_only_once_it_is_known() -> None:
    text = "## Kitchen\n\n- terra is a clay pot\n- terra breaks\n\nTerraform is for walls\n"
    assert clipped(text) == set()


def test_short_words_of_the_trade_are_no_names() -> None:
    named = "Tempo keeps the spans, Protobuf packs them, Confluent sells"
    text = f"## Kitchen\n\n{named}\n\n- temp is high\n- temp falls\n- proto and proto\n- conf and conf\n"
    assert clipped(text) == set()


def test_a_word_is_no_name_that_needs_its_capitals() -> None:
    found = relations("## DNS\n- DoH and resolvers\n- a dot on the map has a light\n")
    assert not any("DoT" in (source, target) for source, _, target in found)

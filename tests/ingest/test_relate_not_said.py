"""What hasty notes do not say, though their words look like it: columns, sums, places, deeds of others."""

from __future__ import annotations

import pytest

from tests.ingest.reading_samples import relations

HARBOUR = "## Redis\n- {}\n"
KITCHEN = "## Jenkins\n- {}\n"


@pytest.mark.parametrize(
    "row",
    ["| night work | mooring queue | loading queue |", "| spare parts | journal store | write cache |"],
)
def test_a_cell_tells_of_its_column_no_kind_and_no_variant(row: str) -> None:
    found = relations(f"## Boats\n\n| | Redis | Jenkins |\n|---|---|---|\n{row}\n")
    assert not any(relation == "kind_of" for _, relation, _ in found)
    assert {pair for pair in found if pair[1] == "contrasts_with"} == {("Redis", "contrasts_with", "Jenkins")}


def test_a_cell_beside_what_still_tells_the_kind() -> None:
    found = relations("## Boats\n\n| | Redis | Jenkins |\n|---|---|---|\n| what | night cache | build server |\n")
    assert ("Jenkins", "kind_of", "build server") in found


@pytest.mark.parametrize("title", ["# messaging\n\n**Jenkins** - bakes the bread", "# kitchens\n\nJenkins:"])
def test_summaries_stand_in_one_section(title: str) -> None:
    text = f"# Redis\n\n**Redis** keeps the tides\nit is fast\nfogs are noted\n\n{title}\nburnt loaves are thrown out\n"
    assert ("Redis", "contrasts_with", "Jenkins") not in relations(text)


@pytest.mark.parametrize("line", ["Crew = cooks/mates/pilots", "Pantry = jars/boxes/tins"])
def test_what_a_part_is_set_equal_to_is_no_use_of_it(line: str) -> None:
    found = relations(HARBOUR.format(line))
    assert not any(relation in ("suited_to", "uses") for _, relation, _ in found)


def test_ideas_that_a_part_is_set_equal_to_are_its_uses() -> None:
    assert ("Redis Cluster", "suited_to", "sharding") in relations(HARBOUR.format("Cluster = sharding + HA"))


@pytest.mark.parametrize("line", ["logs to Loki", "Redis logs to Elasticsearch, never to a file"])
def test_what_logs_to_a_product_sends_there_and_keeps_nothing(line: str) -> None:
    found = relations(HARBOUR.format(line))
    assert any(relation == "sends_to" for _, relation, _ in found)
    assert not any(relation == "stores_in" for _, relation, _ in found)


def test_what_logs_to_a_file_keeps_it_there() -> None:
    assert ("Redis", "stores_in", "tide.json") in relations(HARBOUR.format("Redis logs to tide.json"))


@pytest.mark.parametrize("what", ["a lamp", "another oven"])
def test_what_is_put_up_somewhere_is_not_kept_there(what: str) -> None:
    found = relations(KITCHEN.format(f"bread doesn't cross Kafka, put {what} there (brass)"))
    assert not any(relation == "stores_in" for _, relation, _ in found)


def test_what_is_left_somewhere_is_kept_there() -> None:
    assert ("Jenkins", "stores_in", "S3") in relations(KITCHEN.format("there is S3, put the backups there (all)"))


@pytest.mark.parametrize("line", ["old charts you keep in Kafka with the Loki", "on Kafka with Loki"])
def test_a_place_does_not_use_what_something_is_kept_with(line: str) -> None:
    assert ("Kafka", "uses", "Loki") not in relations(HARBOUR.format(line))


@pytest.mark.parametrize(
    "line", ["ropes land in the Kafka", "winches shove nets at Kafka", "bakers spit dough into Kafka"]
)
def test_a_verb_in_slang_belongs_to_no_noun(line: str) -> None:
    names = {end for source, _, target in relations(HARBOUR.format(line)) for end in (source, target)}
    assert not any(word in name for name in names for word in ("land", "shove", "spit"))


def test_anything_is_no_kind() -> None:
    found = relations(KITCHEN.format("anything bigger in the cupboard"))
    assert not any(relation == "kind_of" for _, relation, _ in found)

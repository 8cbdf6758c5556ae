"""Lists below a lead-in whose items have lines of their own below them, in the notes of a kiln and of a ferry."""

from __future__ import annotations

import pytest

from tests.ingest.reading_samples import about, relations

KILN = """
    # Glazer
    {lead}
    - Kafka
      - only in summer
    - Jenkins
    - Grafana
      - draws {child}
    """


@pytest.mark.parametrize(
    ("lead", "edge"),
    [
        ("Can be started by:", ("{}", "triggers", "Glazer")),
        ("Reads from:", ("Glazer", "reads_from", "{}")),
        ("Works with:", ("Glazer", "integrates_with", "{}")),
    ],
)
@pytest.mark.parametrize("name", ["Kafka", "Jenkins", "Grafana"])
def test_an_item_with_lines_of_its_own_stays_in_its_list(lead: str, edge: tuple[str, str, str], name: str) -> None:
    source, relation, target = edge
    assert (source.format(name), relation, target.format(name)) in relations(KILN.format(lead=lead, child="pots"))


def test_the_items_of_a_list_are_not_set_against_each_other() -> None:
    text = KILN.format(lead="Reads from:", child="pots").replace("    - Jenkins\n", "")
    said = {(relation, target) for _, relation, target in relations(text)}
    assert not [pair for pair in said if pair[0] in ("contrasts_with", "supports")]


def test_what_stands_below_an_item_is_about_that_and_no_item_itself() -> None:
    text = KILN.format(lead="Reads from:", child="Docker")
    assert about(text, "only in summer") == {"Kafka"}
    assert ("Grafana", "reads_from", "Docker") not in relations(text)


def test_an_item_that_goes_on_in_the_next_line_is_one() -> None:
    ferry = """
        # Tidewater
        Tickets are kept in:
         - MySQL
         - PostgreSQL
             Cassandra not any more
         - Redis
        """
    kept = {target for _, relation, target in relations(ferry) if relation == "stores_in"}
    assert kept == {"MySQL", "PostgreSQL", "Redis"}

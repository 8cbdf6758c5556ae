"""Titles that ask of a thing or list several, names in bold type that answer, bullets on a shelf of products."""

from __future__ import annotations

from textwrap import dedent

import pytest
from reading_samples import about, limits, relations

HARBOUR = (
    "# Harbour\n\n## Ferry\n\nThe Ferry crosses the bay.\n\n"
    "## Winch\n\nA Winch pulls.\n\n## Barge\n\nA Barge is flat.\n\n{}\n"
)
STORES = "# Notes\n\n{}\n"


@pytest.mark.parametrize(
    ("title", "line", "expected"),
    [
        ("## Ferry, why is it always late?", "carries cars, calls twice", "Ferry"),
        ("## Winch: what do I have to know", "pulls 9 t", "Winch"),
        ("## Barge - who steers it?", "keeps coal below", "Barge"),
        ("## Ferry, Winch or Barge?", "Winch lifts it all", "Winch"),
    ],
)
def test_a_title_that_asks_names_what_it_asks_of(title: str, line: str, expected: str) -> None:
    assert expected in about(HARBOUR.format(f"{title}\n\n{line}"), line[-8:])


def test_a_question_behind_a_name_says_nothing_of_the_lines_below() -> None:
    said = relations(
        STORES.format("## Redis, why is it always asked?\n\nKey-value store, Lua, keeps it all in memory\n")
    )
    assert not any(relation == "suited_to" for _, relation, _ in said)


def test_a_title_that_offers_a_choice_is_about_none_of_it() -> None:
    notes = HARBOUR.format("## Ferry, Winch or Barge?\n\nnobody knows, max 4 berths\n")
    assert limits(notes) == {("Harbour", "max", 4.0, "berths")}
    assert ("Ferry", "contrasts_with", "Barge") in relations(notes)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("heavy flat cargo: **Barge**", ("Barge", "suited_to", "heavy flat cargo")),
        ("one per pier: **Winch**, it never tires", ("Winch", "suited_to", "one per pier")),
    ],
)
def test_a_name_in_bold_type_answers_its_label(line: str, expected: tuple[str, str, str]) -> None:
    notes = HARBOUR.format(f"## Ferry, Winch or Barge?\n\n{line}\n  - painted red\n")
    assert expected in relations(notes)
    assert about(notes, "painted red") == {expected[0]}


def test_bullets_below_a_plain_line_on_a_shelf_are_about_its_product() -> None:
    notes = """
        # Databases and such

        Redis: in memory

        OpenSearch finds any field
        - 3 nodes for production
        - dashboards, login by LDAP

        Kafka: log of messages
        """
    assert {owner for owner, *_ in limits(dedent(notes))} == {"OpenSearch Service"}


def test_a_product_that_opens_a_line_on_a_shelf_is_its_subject_without_a_verb() -> None:
    notes = """
        # Databases and such

        Redis: in memory

        Cassandra wide column store, social networks. 15 replicas

        Kafka: log of messages
        """
    assert limits(dedent(notes)) == {("Cassandra", "exact", 15.0, "replicas")}


def test_a_lead_in_on_a_shelf_is_said_of_the_product_before_it() -> None:
    notes = """
        # Queues and such

        Kafka: log of messages
        consumers: Flink, Logstash

        RabbitMQ: broker
        """
    said = relations(dedent(notes))
    assert ("Flink", "reads_from", "Kafka") in said
    assert not any(relation == "has_feature" and target.startswith("Flink") for _, relation, target in said)

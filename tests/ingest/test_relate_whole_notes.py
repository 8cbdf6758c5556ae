"""Relations of whole notes, from reading to graph: what takes several stages to be read right, in several trades."""

from __future__ import annotations

import pytest

from tests.ingest.reading_samples import about, limits, relations

POTTERY = "## Glazer\n- {}\n"
CHOIR = "## Choirbook\n- {}\n"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("a firing service which takes Kafka and Jenkins", ("Glazer", "supports", "Kafka")),
        ("a kiln plan service that uses Docker", ("Glazer", "uses", "Docker")),
        ("supports the creation of Docker containers", ("Glazer", "supports", "container")),
        ("integrates with: Docker, Kafka Grafana, Jenkins", ("Glazer", "integrates_with", "Grafana")),
        ("offers tight integration with shop tools e.g. Grafana, Jenkins", ("Glazer", "integrates_with", "Jenkins")),
        ("This is where you can keep your glaze recipes", ("glaze recipes", "stores_in", "Glazer")),
        ("recipes can be uploaded from Kafka", ("Glazer", "reads_from", "Kafka")),
        ("you can see the full Jenkins log in Grafana", ("Jenkins", "stores_in", "Grafana")),
        ("Docker packs pots\n- Build: docker build -t pots", ("Docker", "has_feature", "docker build")),
        ("helpers get updates from Kafka", ("Kafka", "sends_to", "helpers")),
    ],
)
def test_what_a_pottery_notes_in_haste_is_read(line: str, expected: tuple[str, str, str]) -> None:
    assert expected in relations(POTTERY.format(line))


@pytest.mark.parametrize(
    ("line", "relation", "target"),
    [
        ("Reserved for future use", "suited_to", "future"),
        ("Choirbook is an old word meaning many voices", "kind_of", "old word meaning many voices"),
        ("used in halls, avoiding the need to shout", "suited_to", "avoiding the need"),
        ("A pair model whereby altos follow a leader", "has_feature", "pair model whereby altos"),
        ("PDF and Git: print or push it", "has_feature", "PDF and Git"),
    ],
)
def test_words_that_name_no_thing_make_no_edge(line: str, relation: str, target: str) -> None:
    assert ("Choirbook", relation, target) not in relations(CHOIR.format(line))


def test_a_label_that_lists_a_name_with_others_leaves_the_line_to_what_is_above() -> None:
    assert about("## Choirbook\nGit and Mail: Git post or mail to any singer\n", "Git post") == {"Choirbook"}


def test_a_kind_of_the_traffic_in_the_title_is_no_use() -> None:
    found = relations("## Canal\n\n### River traffic\n- barge traffic and raft traffic\n")
    assert not any(relation == "suited_to" for _, relation, _ in found)


def test_the_forms_behind_a_label_are_those_of_the_part_that_it_names() -> None:
    found = relations("## Canal\n### Gate lock\n- Lock Handle: brass-made or oak-made\n")
    assert ("Lock Handle", "has_feature", "brass-made") in found


@pytest.mark.parametrize(
    ("line", "value", "unit"),
    [
        ("it applies to scores > 4kb in size", 4.0, "KB"),
        ("Only for choirs over 20 people.", 20.0, "people"),
        ("meant for songs longer than 15 min", 15.0, "min"),
    ],
)
def test_what_a_thing_is_for_beyond_a_figure_is_the_least_that_it_takes(line: str, value: float, unit: str) -> None:
    assert ("Choirbook", "min", value, unit) in limits(CHOIR.format(line))


def test_a_figure_beyond_which_something_else_is_taken_is_no_limit() -> None:
    assert not limits(CHOIR.format("for choirs over 20 people use the big hall"))


def test_a_misspelt_verb_opens_no_part_and_a_misspelt_noun_is_none() -> None:
    found = relations("## Glazer\n- Manaages pots from wheels\n### Slow firing\n- Theinstance will be cold\n")
    assert not {target for _, relation, target in found if relation == "has_feature"} & {"Manaages pots", "Theinstance"}


def test_what_an_order_behind_its_label_is_done_to_does_nothing_itself() -> None:
    assert ("Choirbook", "triggers", "Lambda") in relations(CHOIR.format("Lambda: Trigger Lambda functions at noon"))

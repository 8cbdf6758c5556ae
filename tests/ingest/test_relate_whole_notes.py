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
        ("keeps glaze books for mobile and shop apps", ("Glazer", "suited_to", "shop apps")),
        ("streams kiln heat to allow you to draw firing curves", ("Glazer", "suited_to", "draw firing curves")),
        ("Cared for: with all the drying and shelf features", ("Glazer", "has_feature", "drying")),
        ("Glazer is kiln-driven whereas Kafka is heavy machinery", ("Kafka", "kind_of", "heavy machinery")),
        ("fires pots in a fixed order known as the Shelf Turn", ("Glazer", "has_feature", "Shelf Turn")),
        ("you can run a Docker container on an EC2 instance", ("container", "runs_on", "EC2")),
        ("potters log in with a shop account like Okta, Keycloak or Dex", ("Glazer", "supports", "Dex")),
        ("a kit has all that you need - think shelves, cones and props", ("Glazer", "has_feature", "cones")),
        ("recipes can be uploaded from your laptop or public S3 bucket", ("Glazer", "reads_from", "bucket")),
        (
            "glaze books must be places in the root folder of each shelf",
            ("Glazer", "stores_in", "root folder of each shelf"),
        ),
        ("Kiln log: ordered series of firings", ("Kiln log", "has_feature", "firings")),
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
        ("The score is used in your hall or church room", "suited_to", "church room"),
        ("used quietly in our hall or choir school", "suited_to", "choir school"),
        ("copes with data that is sung", "suited_to", "data"),
        ("Not for choir apps", "suited_to", "choir apps"),
        ("Singers log in with a card like Redis or Kafka", "stores_in", "Redis"),
        ("it's fine if altos leave", "kind_of", "it's fine"),
        ("Choirbook is a series of songs", "kind_of", "series"),
        ("Sends songs to print shops (or other places like Kafka, Redis)", "supports", "other places"),
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


@pytest.mark.parametrize(
    ("line", "target"),
    [
        ("Kafka is not supported", "Kafka"),
        ("Windows not supported", "Windows"),
        ("Docker and Kafka aren't allowed", "Docker"),
    ],
)
def test_what_is_said_not_to_be_supported_is_what_a_thing_is_not_for(line: str, target: str) -> None:
    found = relations(POTTERY.format(line))
    assert ("Glazer", "not_suited_to", target) in found
    assert ("Glazer", "has_feature", target) not in found


def test_what_a_place_lacks_by_a_condition_says_nothing_of_the_thing() -> None:
    assert not relations(POTTERY.format("Kafka is not supported by old wheels"))


@pytest.mark.parametrize("line", ["cheaper to run than Kafka", "Glazer is easier to mend and to clean than Kafka"])
def test_two_things_are_compared_by_what_is_easier_to_do_with_one(line: str) -> None:
    assert ("Glazer", "contrasts_with", "Kafka") in relations(POTTERY.format(line))


def test_a_quality_behind_a_name_is_one_of_its_thing() -> None:
    assert ("Choirbook", "has_feature", "pull-based") in relations(CHOIR.format("Choirbook pull-based (polling)"))


def test_an_object_is_read_however_long_its_aim_is() -> None:
    line = "uses Kafka to send a short note to every singer of the second row"
    assert ("Choirbook", "uses", "Kafka") in relations(CHOIR.format(line))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("De-register and re-register singers with a bell", "De-register"),
        ("With all the tempo and pitch features for a big hall", "big hall"),
    ],
)
def test_a_deed_done_again_and_features_for_something_are_no_parts(line: str, words: str) -> None:
    assert not any(target == words for _, _, target in relations(CHOIR.format(line)))


def test_a_command_is_a_part_of_the_product_whose_name_it_has() -> None:
    found = relations("## Choirbook\n- Docker packs songs\n- docker build makes songs\n")
    assert ("Docker", "has_feature", "docker build") in found


def test_two_products_that_a_section_ends_with_summaries_of_are_set_side_by_side() -> None:
    text = """
    ## Kafka
    keeps the songs of every choir
    it is fast

    Kafka:
    - many readers at once

    Redis:
    - one reader at a time
    """
    assert ("Kafka", "contrasts_with", "Redis") in relations(text)


def test_deployments_are_to_where_a_thing_runs() -> None:
    found = relations(POTTERY.format("Automates pot deployments to any shelf, including EC2 and Lambda"))
    assert {("Glazer", "runs_on", "EC2"), ("Glazer", "runs_on", "Lambda")} <= found


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Modern potters like Kafka have pioneered this approach", "pioneered this approach"),
        ("a family of services for potters", "services"),
        ("optional kaftka can read it\n- Kafka is there", "optional kaftka"),
    ],
)
def test_a_tense_a_general_kind_and_a_slip_behind_what_it_is_like_name_nothing(line: str, words: str) -> None:
    assert not any(words in (source, target) for source, _, target in relations(POTTERY.format(line)))


def test_what_is_tied_to_something_is_not_what_the_thing_works_with() -> None:
    found = relations(POTTERY.format("streams heat from connected wheels to Kafka"))
    assert ("Glazer", "integrates_with", "Kafka") not in found


def test_two_names_that_a_label_offers_are_no_part_together() -> None:
    found = relations(CHOIR.format("Docker or Jenkins boxes: use Docker to pack songs"))
    assert not any("Docker or Jenkins boxes" in (source, target) for source, _, target in found)


def test_what_a_thing_is_the_recommended_practice_for_it_is_for() -> None:
    line = "Recommended best practice for early rehearsals"
    assert ("Choirbook", "suited_to", "early rehearsals") in relations(CHOIR.format(line))


def test_a_question_what_something_is_heads_the_line_that_answers_it() -> None:
    text = "## Glazer\npots wait\nWhat is a cone?\na small clay gauge\n"
    assert about(text, "small clay gauge") == {"cone"}
    assert about(text.replace("What is a cone?", "What is it?"), "small clay gauge") == {"Glazer"}

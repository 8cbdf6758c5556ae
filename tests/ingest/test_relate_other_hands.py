"""Lines as people write them who know neither the reader nor its rules: what they state, and what they do not."""

from __future__ import annotations

import pytest
from reading_samples import about, limits, relations

Told = tuple[str, str, str]


def told(line: str, title: str = "Redis") -> set[Told]:
    return relations(f"# Yard\n\n## {title}\n{line}\n")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Type: key-value store, open source", ("Redis", "kind_of", "key-value store")),
        ("model: in-memory database", ("Redis", "kind_of", "in-memory database")),
        ("locking: read first (default), write first, none at all", ("Redis", "has_feature", "read first")),
        ("raft steering: wheel, tiller, remote", ("Redis", "has_feature", "tiller")),
        ("mail = Kafka, old ropes and sails = MinIO", ("Kafka", "suited_to", "mail")),
        ("mail on Kubernetes = Kafka, ropes = MinIO", ("Kafka", "suited_to", "mail on Kubernetes")),
        ("mail = Kafka, old ropes and sails = MinIO", ("MinIO", "suited_to", "old ropes")),
        ("Sail cloth over Kafka for storms", ("Sail cloth", "use_instead_of", "Kafka")),
        ("Kafka over Cassandra (it sails faster)", ("Kafka", "use_instead_of", "Cassandra")),
        ("trigers: tide, Jenkins", ("Jenkins", "triggers", "Redis")),
        ("This tool includes a winch and nets", ("Redis", "has_feature", "winch")),
        ("logs → Kafka / MinIO", ("Redis", "sends_to", "MinIO")),
    ],
)
def test_what_a_line_states(line: str, expected: Told) -> None:
    assert expected in told(line)


@pytest.mark.parametrize(
    ("line", "never"),
    [
        ("Redis: bow → keel → stern. launch types Kafka or Jenkins", ("Redis", "triggers", "Kafka")),
        ("floats on one keel, no spare ropes no sails", ("Redis", "requires", "spare ropes")),
        ("keeps keys\nmooring server on port 5000, lists in Kafka", ("Redis", "kind_of", "mooring server")),
        ("bells, priced by GB/day", ("Redis", "has_feature", "day")),
        ("tides come, MinIO sensor is light and needs no oars", ("Redis", "has_feature", "MinIO sensor")),
        ("good for coal, logs live in the shed", ("Redis", "suited_to", "logs live in the shed")),
        ("the raft isn't a load balancer", ("Redis", "kind_of", "the raft isn't a load balancer")),
        ("takes parquet csv json", ("Redis", "supports", "parquet csv json")),
        ("single digit ms", ("Redis", "has_feature", "single digit ms")),
        ("tug w/ rope, wheel, per hr + per GB", ("Redis", "has_feature", "per hr")),
        ("EKS is for coal, ECS for small boats", ("EKS", "uses", "ECS")),
        ("Omni runs tugs in Kafka and MinIO, Cassandra underneath", ("Redis", "uses", "Cassandra underneath")),
        ("replaced Kafka, gone in 4.0", ("Redis", "replaces", "gone")),
        ("raft ≠ load balancer, up to 8 oars", ("Redis", "kind_of", "raft ≠ load balancer")),
        ("tugs pull rafts on lakes, ponds and moats", ("Redis", "has_feature", "ponds")),
        ("lift of old night jobs = Kafka, new pipelines = MinIO", ("Redis", "suited_to", "new pipelines")),
        ("lift of old night jobs = Redis, new pipelines = MinIO", ("Redis", "uses", "MinIO")),
        ("good for crew heavy, long trips", ("Redis", "suited_to", "crew heavy trips")),
        ("dont want to row → Kafka. need portability → MinIO", ("Redis", "requires", "portability")),
    ],
)
def test_what_a_line_does_not_state(line: str, never: Told) -> None:
    assert never not in told(line)


def test_a_sentence_in_brackets_lists_nothing() -> None:
    found = told("OAC over OAI (OAC does SSE-KMS + PUT too)", "CloudFront")
    assert ("Origin Access Identity", "has_feature", "Origin Access Control") not in found
    assert ("Origin Access Control", "use_instead_of", "Origin Access Identity") in found


def test_a_word_is_no_short_form_of_words_that_begin_with_its_letters() -> None:
    text = "# Yard\n\n## Feast\nfeature store, open source\ncopies offline to online\n"
    assert "Feast" in about(text, "copies offline")


def test_a_legend_of_short_forms_holds_against_what_the_packs_call_so() -> None:
    text = "# Yard\nabbr: CF = CloudFront, EB = EventBridge, RD = Redis\n\n## Lambda\nEB starts it at night\n"
    assert ("EventBridge", "triggers", "Lambda") in relations(text)
    assert not {told for told in relations(text) if told[1] == "contrasts_with"}


def test_a_part_that_a_label_names_by_a_verb_is_not_meant_where_that_is_done() -> None:
    text = "# Yard\n\n## Kafka\n{}consumers connect to the pier\n"
    assert "Kafka Connect" not in about(text.format("connect: how crews get in\n"), "to the pier")
    found = relations("# Yard\n\n## Kafka\nconnect: how crews get in\n\n## Rafts\n- clients connect Redis and MinIO\n")
    assert not {told for told in found if "Kafka Connect" in told[::2] and told[1] != "has_feature"}


def test_several_of_a_sort_may_read_a_thing() -> None:
    assert ("change streams", "reads_from", "oplog") in told("change streams read the oplog", "MongoDB")


def test_a_question_without_its_sign_offers_a_choice_where_an_answer_follows() -> None:
    text = "# Yard\n\n## VPC\nQ: SG vs NACL\nA: SG = stateful, instance level. NACL = stateless, subnet level\n"
    assert about(text, "stateful") == {"SG"}
    assert about(text, "stateless") == {"SG", "network ACL"}


def test_a_name_is_split_into_words_as_it_is_written() -> None:
    text = "# Yard\n\n## Data Factory\nCosmos DB, Synapse, Event Hubs, Power BI\n\n## Dataflow\nruns at night\n"
    assert about(text, "runs at night") == {"Dataflow"}


def test_a_title_above_lines_about_several_products_owns_nothing_of_them() -> None:
    text = "# Yard\n\n## boxes\nECS: runs tasks\nFargate max 16 hulls\nEKS $0.10/h per fleet\n"
    assert about(text, "0.10") == {"EKS"}
    assert ("EKS", "exact", 0.1, "USD") in limits(text)


def test_arrows_of_a_later_sentence_leave_the_first_its_subject() -> None:
    text = "# Yard\n\n## boats\n- Kafka replaced them. bow → keel → stern\n"
    assert about(text, "replaced them") == {"Kafka"}


@pytest.mark.parametrize(
    ("line", "bound", "value"),
    [
        ("dont bother below 3 TB", "min", 3),
        ("not worth it under 3 TB", "min", 3),
        ("load up to 5 TB on deck or 16 TB on land", "max", 16),
    ],
)
def test_bounds_that_small_words_turn_or_carry_on(line: str, bound: str, value: float) -> None:
    assert ("Redis", bound, value, "TB") in limits(f"# Yard\n\n## Redis\n{line}\n")


def test_what_only_sums_up_is_no_thing() -> None:
    found = relations(
        "# Terraform\n\n## Redis\nkeeps keys\n\n### Triggered by\n- Kafka\n- Typical events: a key goes\n"
    )
    assert ("Kafka", "triggers", "Redis") in found
    assert not [edge for edge in found if "events" in edge[0] + edge[2]]

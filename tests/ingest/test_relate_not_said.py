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


def test_the_sum_that_a_part_is_set_equal_to_is_no_list_of_uses() -> None:
    found = relations(HARBOUR.format("Cluster = sharding + HA"))
    assert ("Redis Cluster", "has_feature", "sharding") in found
    assert not any(relation == "suited_to" for _, relation, _ in found)


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


@pytest.mark.parametrize(
    ("line", "name"),
    [("runs over 42, Kafka hides below", "Kafka"), ("goes over 853, Loki takes another pier", "Loki")],
)
def test_a_figure_ends_the_list_that_it_begins(line: str, name: str) -> None:
    assert ("Redis", "uses", name) not in relations(HARBOUR.format(line))


@pytest.mark.parametrize("line", ["Streams are made out of drops, each a litre", "Pulls are sold from the left"])
def test_a_noun_before_an_auxiliary_is_no_verb(line: str) -> None:
    assert not any(relation == "reads_from" for _, relation, _ in relations(KITCHEN.format(line)))


@pytest.mark.parametrize("line", ["CDC, lives inside Kafka Connect", "ABC on most ships, lives inside Kafka Connect"])
def test_what_begins_a_line_in_apposition_is_not_its_subject(line: str) -> None:
    found = relations(HARBOUR.format(line))
    assert ("Redis", "runs_on", "Kafka Connect") in found


def test_a_common_noun_that_is_a_part_of_another_thing_does_what_the_section_does() -> None:
    text = "## OpenTelemetry\n- spans and traces\n\n## Jaeger\n- spans go to Cassandra or Kafka\n"
    found = relations(text)
    assert {("Jaeger", "sends_to", "Cassandra"), ("Jaeger", "sends_to", "Kafka")} <= found
    assert not any("span" in source.lower() and relation == "sends_to" for source, relation, _ in found)


@pytest.mark.parametrize("line", ["crates land in a RabbitMQ queue", "burnt loaves end up in a Kafka topic"])
def test_what_lands_where_things_are_handed_on_is_sent(line: str) -> None:
    found = {
        relation for _, relation, target in relations(HARBOUR.format(line)) if "queue" in target or "topic" in target
    }
    assert "sends_to" in found
    assert "stores_in" not in found


def test_what_can_be_had_somewhere_is_no_kind_of_the_place() -> None:
    found = relations("## Glazer\n- no slow firing with Lambda, its only Docker there\n")
    assert not any(relation == "kind_of" for _, relation, _ in found)


@pytest.mark.parametrize(
    "line",
    ["lazy mooring = only throw ropes when asked", "E4711 = double berth", "slow proofing = just feed dough on demand"],
)
def test_a_deed_and_what_a_code_means_are_no_kinds(line: str) -> None:
    assert not any(relation == "kind_of" for _, relation, _ in relations(HARBOUR.format(line)))


@pytest.mark.parametrize(
    ("line", "part"), [("Kafka = older, Twitter, brass rods", "brass rods"), ("Loki = cheap, Docker, oak", "oak")]
)
def test_what_a_thing_is_like_is_no_sum_of_parts(line: str, part: str) -> None:
    assert not any(target == part for _, _, target in relations(f"## Tools\n- {line}\n"))


def test_a_place_on_premises_keeps_its_words() -> None:
    names = {target for _, _, target in relations(KITCHEN.format("pushes loaves to S3, on prem shelves, Kafka"))}
    assert not any(name.startswith("prem") for name in names)


def test_records_that_are_a_part_of_another_thing_are_what_the_line_is_about() -> None:
    text = "# Tracing\n\n## Tools\n- **Jaeger** takes OTLP on two ports; spans go to Kafka\n- OpenTelemetry has spans\n"
    found = relations(text)
    assert ("Jaeger", "sends_to", "Kafka") in found
    assert not any("span" in source.lower() and relation == "sends_to" for source, relation, _ in found)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("the horn can shout at Kafka or trigger Jenkins", ("horn", "triggers", "Jenkins")),
        ("a watchman may look at Grafana and push photos to S3", ("watchman", "sends_to", "S3")),
    ],
)
def test_who_may_do_the_one_may_do_the_other(line: str, expected: tuple[str, str, str]) -> None:
    found = relations(HARBOUR.format(line))
    assert expected in found
    assert not any(source in ("Kafka", "Grafana") for source, _, _ in found)


def test_nothing_is_kept_in_what_it_is_a_part_of() -> None:
    found = relations("## Glazer\n- shelves: oak\n- shelves live in the Glazer\n")
    assert not any(relation == "stores_in" for _, relation, _ in found)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("pushes your app out to EC2, on prem servers or ECS", {("runs_on", "EC2"), ("runs_on", "ECS")}),
        ("sends app logs to Loki", {("sends_to", "Loki")}),
        ("pushes code to GitHub", {("sends_to", "GitHub")}),
    ],
)
def test_an_app_that_is_pushed_somewhere_runs_there(line: str, expected: set[tuple[str, str]]) -> None:
    found = {(relation, target) for _, relation, target in relations(KITCHEN.format(line))}
    assert expected <= found
    moved = {relation for relation, target in found if relation in ("runs_on", "sends_to")}
    assert moved == {relation for relation, _ in expected}


@pytest.mark.parametrize("line", ["bakes bread, own Thrift door is gone", "fries fish: Thrift was ripped out"])
def test_what_is_gone_is_not_taken(line: str) -> None:
    assert not any(target == "Thrift" for _, _, target in relations(KITCHEN.format(line)))


def test_a_time_behind_a_name_is_no_part_of_it() -> None:
    names = {target for _, _, target in relations(HARBOUR.format("takes HPGL nowadays, no oars"))}
    assert not any("nowadays" in name for name in names)


@pytest.mark.parametrize(
    ("line", "source", "error"),
    [
        ("Sentinel = watchman on duty; Raft = 20 ropes, all wet -> SUNKEN error", "Raft", "SUNKEN"),
        ("Sentinel = night baker; Oven = 3 racks, full → BURNT error", "Oven", "BURNT"),
    ],
)
def test_an_error_in_a_later_part_of_a_line_is_of_what_that_part_speaks_of(line: str, source: str, error: str) -> None:
    raised = {(who, what) for who, relation, what in relations(HARBOUR.format(line)) if relation == "raises"}
    assert (source, error) in raised
    assert not any("Sentinel" in who for who, _ in raised)


def test_work_that_does_something_is_no_use() -> None:
    found = relations(HARBOUR.format("Batch jobs that die before noon -> park their numbers in Kafka"))
    assert not any(relation == "suited_to" for _, relation, _ in found)


QUEUE = "## RabbitMQ\n- {}\n"


@pytest.mark.parametrize(
    "line",
    ["hands boats to the crew (Kafka = tows)", "hands boats to the crew (Kafka: tows)", "mooring, vs tow in Kafka"],
)
def test_what_is_told_of_another_is_no_use_of_it(line: str) -> None:
    used = {edge for edge in relations(QUEUE.format(line)) if edge[1] in ("uses", "supports")}
    assert not [edge for edge in used if edge[2] == "Kafka"]


@pytest.mark.parametrize("line", ["Kafka: log, Redis: larder", "Kafka = log, RabbitMQ = broker"])
def test_a_thing_with_a_label_of_its_own_is_no_member_of_the_one_before(line: str) -> None:
    assert not [edge for edge in relations(QUEUE.format(line)) if edge[1] == "supports"]


def test_ones_are_what_the_name_before_is() -> None:
    found = relations("## RabbitMQ\n- Quorum queues instead of mirrored ones\n")
    assert ("Quorum queue", "use_instead_of", "mirrored queues") in {(a.capitalize(), b, c) for a, b, c in found}


def test_where_something_of_a_thing_is_tells_no_kind() -> None:
    found = relations("## Terraform\n- state in S3\n")
    assert ("Terraform", "stores_in", "S3") in found
    assert not [edge for edge in found if edge[1] == "kind_of"]


def test_what_is_set_beside_a_thing_is_no_part_of_it() -> None:
    found = relations("## Terraform\n- ansible = config, tf = infra\n")
    assert not [edge for edge in found if edge[:2] == ("Ansible", "has_feature")]

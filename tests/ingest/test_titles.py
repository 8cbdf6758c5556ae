"""Which titles and labels name a thing, whose it is, and what the notes define themselves."""

from __future__ import annotations

import pytest
from reading_samples import about, entities, limits, read_notes, relations

from graph.values import Pack, PackEntity
from graph.vocabulary import Kind
from ingest.pipeline import read_document


def named(text: str) -> dict[str, Kind]:
    return {entity.name: entity.kind for entity in entities(read_notes(text)).values()}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("# Notes\nSimple Queue Service (SQS) holds messages\n", {"SQS", "Simple Queue Service"}),
        (
            "# Rail\nAutomatic Train Protection (ATP) stops the train\nATP is old\n",
            {"ATP", "Automatic Train Protection"},
        ),
        ("# Rail\nATP (automatic train protection) stops the train\n", {"ATP", "automatic train protection"}),
        ("# Terraform (TF)\n- TF plans first\n", {"Terraform", "TF"}),
        ("# Notes\n## Locomotive (LOC)\n- the LOC is hot\n", {"Locomotive", "LOC"}),
        ("# Kitchen\nRTC = Ready To Cook\nRTC meals are quick\n", {"RTC", "Ready To Cook"}),
    ],
)
def test_an_abbreviation_that_the_notes_define_is_one_thing(text: str, names: set[str]) -> None:
    spellings = [{entity.name, *entity.aliases} for entity in entities(read_notes(text)).values()]
    assert any(names <= known for known in spellings)


def test_a_part_with_an_ordinary_name_belongs_to_its_owner() -> None:
    text = (
        "# Rail\n## Boiler\n### Cover\nkeeps the steam inside, and the driver lifts it\n"
        "## Wagon\n### Cover\nkeeps the rain outside, and nobody lifts it\n"
    )
    keys = {s.about for s in read_notes(text).statements if "keeps the" in s.text}
    assert keys == {"boiler/cover", "wagon/cover"}


@pytest.mark.parametrize("title", ["What is it?", "When to use", "How it works", "Pros and cons", "Overview", "Notes"])
def test_a_title_that_asks_or_groups_names_nothing(title: str) -> None:
    text = f"# Boiler\n## {title}\nmakes steam for the pistons\n"
    assert about(text, "steam") == {"Boiler"}
    text = f"# Redis\n## {title}\nkeeps keys in memory\n"
    assert about(text, "in memory") == {"Redis"}


def test_without_packs_titles_and_written_names_remain() -> None:
    text = "# Steam\n## Boiler\nThe InjectorValve feeds water.\n"
    found = {entity.name for entity in entities(read_notes(text, ())).values()}
    assert {"Boiler", "InjectorValve"} <= found


@pytest.mark.parametrize(
    ("text", "part", "owner"),
    [
        ("# SQS\n## Visibility timeout\nhides a message after it was taken\n", "visibility timeout", "SQS"),
        ("# Rail\n## Boiler\n### Firebox\nburns the coal\n", "firebox", "boiler"),
        ("# SQS\n- readers poll it with the SQS API\n", "sqs api", "SQS"),
        ("# SQS\n- sharded storage (many disks for a single queue)\n", "sharded storage", "SQS"),
    ],
)
def test_a_title_below_another_is_a_part_of_it(text: str, part: str, owner: str) -> None:
    found = {(a.lower(), r, b.lower()) for a, r, b in relations(text)}
    assert (owner.lower(), "has_feature", part) in found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("# Kubernets\nruns pods\n\nKubernetes restarts them when they have failed.\n", {"Kubernetes"}),
        ("# Prometheus\n- scrapes targets\n- Promethues keeps series\n", {"Prometheus"}),
    ],
)
def test_a_misspelt_name_is_the_name_and_the_words_stay(text: str, names: set[str]) -> None:
    contribution = read_notes(text)
    assert any(claim.rule.startswith("misspel") for claim in contribution.names)
    assert names <= {entity.name for entity in entities(contribution).values()}
    assert all(s.text in text for s in contribution.statements)


@pytest.mark.parametrize("pair", [("SQS", "SNS"), ("ECS", "ECR"), ("gp2", "gp3"), ("EBS", "EFS"), ("io1", "io2")])
def test_names_one_letter_apart_stay_two(pair: tuple[str, str]) -> None:
    one, two = pair
    contribution = read_notes(f"# Notes on AWS\n- S3, EC2, EBS and Lambda are there\n- {one} is one\n- {two} is two\n")
    names = entities(contribution)
    found = (
        {names[c.key].id for c in contribution.names if c.text == one},
        {names[c.key].id for c in contribution.names if c.text == two},
    )
    assert found[0]
    assert found[0].isdisjoint(found[1])


def test_what_a_pack_calls_never_the_same_is_not_mended() -> None:
    heron = PackEntity("Heronbase", Kind.SERVICE)
    notes = b"# Heronbase\n- Heronbsae keeps rows\n"
    for never_same, mended in (((), True), ((("Heronbase", "Heronbsae"),), False)):
        pack = Pack("birds", str(mended), (heron,), never_same=never_same)
        claims = read_document("birds.md", notes, (pack,)).names
        assert any(claim.rule == "misspelling" for claim in claims) is mended


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("# Rail\n\n## Lookup\nElasticsearch: finds words\nneeds Java\nRedis: finds keys\nLua inside\n", "Lookup"),
        ("# Rail\n\n## Watching\nPrometheus pulls figures\nGrafana draws them\nneeds a browser\n", "Watching"),
    ],
)
def test_a_title_over_several_products_owns_and_does_nothing(text: str, topic: str) -> None:
    assert topic not in {name for source, _, target in relations(text) for name in (source, target)}


def test_the_name_of_a_file_is_no_thing_that_its_lines_are_parts_of() -> None:
    assert "notes" not in {source for source, _, _ in relations("A pull request takes two people, needs Git\n")}


@pytest.mark.parametrize(
    ("text", "words", "things"),
    [
        ("# Rail\n\n## SQS and SNS\nmail stays in SQS for long\n", "mail", {"SQS"}),
        ("# Rail\n\n## SQS and SNS\nSNS pushes mail\nforgets it at once\n", "forgets", {"SNS"}),
        ("# Rail\n\n## Redis / Memcached\nboth are quick\n", "both", {"Rail", "Redis", "Memcached"}),
    ],
)
def test_a_line_below_a_title_of_two_things_is_about_the_one_that_it_names(
    text: str, words: str, things: set[str]
) -> None:
    assert about(text, words) == things


def test_a_label_that_is_a_sentence_is_about_the_product_before_its_verb() -> None:
    assert about("# Rail\n\nRedis makes copies: one by night, one by day\n", "by night") == {"Redis"}
    assert about("# Rail\n## EBS\n- gp3 took over from gp2: same price\n", "same price") == {"gp3"}


def test_what_a_written_name_explains_does_not_hold_its_like() -> None:
    assert ("fitLid", "has_feature", "turnLid") not in relations(
        "# Rail\n\n## Oven\nfitLid: closes it\n* turnLid opens it\n"
    )


def test_a_name_in_capitals_is_no_word_that_groups_lines() -> None:
    assert about("# Rail\n\n## Styles\n\n### REST\nkeeps no state\n", "no state") == {"REST"}


def test_a_name_in_capitals_with_a_last_letter_more_is_no_plural() -> None:
    text = "# Rail\n\n## RCA\ntells why\n\n## RCAS\ncounts rail cars\n"
    assert about(text, "counts rail cars") == {"RCAS"}


def test_a_question_of_a_few_words_asks_for_what_its_lines_explain() -> None:
    text = "# Depot\n## Redis\nkeeps keys\n\nBrake fluid?\nruns through thin pipes\n- mineral oil\n- seal oils\n"
    assert about(text, "thin pipes") == {"Brake fluid"}
    assert ("mineral oil", "kind_of", "Brake fluid") in relations(text)
    assert ("seal oils", "kind_of", "Brake fluid") in relations(text)


def test_a_title_that_breaks_off_behind_its_verb_is_about_the_thing_before_it() -> None:
    text = "# Yard\n## Redis\nkeeps keys\n\nNight boats are\nHull: the outer wood\nKeel: the lowest beam\n"
    assert {("Night boats", "has_feature", "Hull"), ("Night boats", "has_feature", "Keel")} <= relations(text)
    text = "# Oven\n## Kafka\nmoves records\n\nPizza stones need:\n- dry heat\n- a peel\n"
    assert ("Pizza stones", "requires", "dry heat") in relations(text)


@pytest.mark.parametrize("title", ["Advantages:", "Benefits", "Pros"])
def test_what_speaks_for_a_thing_is_what_it_has(title: str) -> None:
    found = relations(f"# Yard\n## Redis\nkeeps keys\n\n{title}\n- dry hulls\n- night watch\n")
    assert {("Redis", "has_feature", "dry hulls"), ("Redis", "has_feature", "night watch")} <= found


def test_two_known_names_in_a_question_are_set_side_by_side() -> None:
    text = "# Trains\n## Kafka\nmoves records\n\nJenkins or Grafana?\n- Jenkins for big sites\n- Grafana for plots\n"
    assert {"Jenkins", "Grafana"} in [{one, two} for one, said, two in relations(text) if said == "contrasts_with"]


def test_what_is_done_with_another_product_is_about_that() -> None:
    text = "# Notes\n## Redis\nkeeps keys\n\nBuilding boats with Jenkins:\n1. dry overnight\n\nDeploy:\n- at noon\n"
    assert about(text, "dry overnight") == {"Jenkins"}
    assert about(text, "at noon") == {"Jenkins"}
    assert about(text.replace("with Jenkins", "with care"), "at noon") == {"Redis"}


def test_labels_below_a_plural_title_with_a_colon_are_things_of_its_kind() -> None:
    text = "# Yard\n## Redis\nkeeps keys\n\nKnow bell signals:\nbell once: the crew eats\nbell twice: the crew rests\n"
    assert about(text, "the crew rests") == {"bell twice"}


def test_the_noun_of_several_words_that_opens_a_line_is_a_part_of_the_whole_above() -> None:
    text = "# Yard\n## Redis\nkeeps keys\n### Night mooring\ncosts 4 euros\n- tide gauge measures the water\n"
    found = relations(text + "- dry traffic measures the water\n")
    assert ("Redis", "has_feature", "tide gauge") in found
    assert ("Redis", "has_feature", "dry traffic") not in found


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("each pier has its own users, cranes and rules", "cranes"),
        ("a barge is made of planks, ropes and tar", "tar"),
        ("night boats are assigned oars and a bench", "oars"),
        ("the year is broken down into seasons", "seasons"),
    ],
)
def test_what_a_thing_has_of_its_own_or_is_made_of_is_its_part(line: str, part: str) -> None:
    found = relations(f"# Yard\n## Redis\nkeeps keys\n- {line}\n")
    assert part in {two for _, said, two in found if said == "has_feature"}


def test_a_part_that_another_field_knows_is_no_title_of_the_notes_own() -> None:
    sections = "".join(f"## {name}\nruns at night\n" for name in ("SQS", "SNS", "DynamoDB", "Kinesis", "CloudFront"))
    text = f"# Notes\n{sections}Kubernetes is for later\n## Roles\nsail the boat\n"
    assert "Kubernetes" not in {one for one, _, two in relations(text) if two == "Roles"}
    assert about(text, "sail the boat") == {"Roles"}


@pytest.mark.parametrize(("line", "subject"), [("**Rye** rises slowly", "Rye"), ("**Never** bake it", "Oven")])
def test_words_in_bold_that_open_a_line_are_a_thing_if_they_may_be_one(line: str, subject: str) -> None:
    assert about(f"# Kitchen\n## Oven\n- {line}\n  - eaten at noon\n", "at noon") == {subject}


@pytest.mark.parametrize("title", ["Knots and what holds them", "Locks I forgot", "Ropes we need"])
def test_a_title_with_a_clause_in_it_names_nothing(title: str) -> None:
    found = relations(f"# Rail\n\n## {title}\n- Redis: keeps keys\n- bowline: holds tight\n")
    assert not [edge for edge in found if title in edge]


def test_an_underlined_title_of_the_notes_owns_nothing() -> None:
    found = relations("YARD REVISION\n=============\n\nStores\n------\n\nRedis: keeps keys. Kafka beside it\n")
    assert not [edge for edge in found if "YARD REVISION" in edge]


def test_a_later_label_that_announces_a_list_is_no_thing() -> None:
    found = relations(
        "# Rail\n\n## Nginx\nserves pages\n\nSnort: looks for tricks. Three modes: sniffer, packet logger\n"
    )
    assert not [edge for edge in found if "Three modes" in edge]
    assert {target for source, _, target in found if source == "Snort"} >= {"sniffer", "packet logger"}


def test_a_name_that_is_no_word_needs_no_verb_behind_it() -> None:
    notes = (
        "# AWS\n\n## Data\nDynamoDB keeps items\nRDS has tables\nLambda runs code\nNeptune graph db, 15 read replicas\n"
    )
    assert "Neptune" in about(notes, "Neptune graph")


def test_a_title_that_joins_names_gathers_them_and_has_no_parts() -> None:
    text = "# Notes\n\n## Ropes / knots\n\nbowlines hold boats\n"
    assert not [r for r in relations(text, ()) if r[0].startswith("Ropes")]


@pytest.mark.parametrize(
    ("title", "edge"),
    [
        ("Redis integrates with:", ("Redis", "integrates_with", "Kafka")),
        ("Redis works with", ("Redis", "integrates_with", "Kafka")),
        ("Things that trigger Redis", None),
        ("Triggers for Redis", ("Kafka", "triggers", "Redis")),
        ("Alternatives to Redis", ("Redis", "contrasts_with", "Kafka")),
        ("Better alternatives to Redis", ("Kafka", "use_instead_of", "Redis")),
    ],
)
def test_a_title_announces_what_follows_of_the_thing_that_it_names(
    title: str, edge: tuple[str, str, str] | None
) -> None:
    found = relations(f"# Yard\n\n## Tide tables\nhang on the wall\n\n{title}\n- Kafka\n- Nginx\n")
    assert edge is None or edge in found
    assert not [name for source, _, target in found for name in (source, target) if name == title.rstrip(":")]


def test_a_title_that_groups_what_is_said_of_a_thing_leaves_it_the_figures() -> None:
    figures = "Redis limits:\n- 512 MB per key\n- 10000 clients\n"
    text = f"# Yard\n\n## Redis\nkeeps keys\n\n{figures}\nRedis pricing\n- free\n- quick\n"
    assert ("Redis", "max", 512.0, "MB") in limits(text)
    assert not [edge for edge in relations(text) if "limits" in edge[2] or "pricing" in edge[2]]


@pytest.mark.parametrize(
    ("line", "edge"),
    [
        ("Services that use Redis: Kafka, Nginx", ("Nginx", "uses", "Redis")),
        ("The following tools work with Redis: Kafka, Nginx", ("Kafka", "integrates_with", "Redis")),
        ("There are 2 types of docks: dry, wet", ("docks", "has_feature", "wet")),
        ("Docks types: dry, wet", ("docks", "has_feature", "dry")),
    ],
)
def test_a_label_announces_what_is_listed_behind_it_of_another_thing(line: str, edge: tuple[str, str, str]) -> None:
    text = f"# Yard\n\n## Docks\nhold boats\n\n## Envoy\nstands before all\n{line}\n"
    found = relations(text)
    assert edge in {(source.replace("Docks", "docks"), relation, target) for source, relation, target in found}
    assert not [e for e in found if e[0] == "Envoy" and e[2] in ("Kafka", "Nginx", "dry", "wet")]


@pytest.mark.parametrize("title", ["Redis notes", "Redis cheat sheet", "My Redis crash course"])
def test_a_title_of_the_notes_may_name_what_all_of_them_are_about(title: str) -> None:
    text = f"# {title}\n\n## Persistence\nwrites a log every second\n"
    assert ("Redis", "has_feature", "Persistence") in relations(text)


def test_two_names_set_apart_in_a_title_are_no_thing_together() -> None:
    found = relations("# Yard\n\n## Redis\nkeeps keys\n\n### Zorbs vs Kafka\nZorbs is a raft, Kafka keeps more\n")
    assert not [name for edge in found for name in edge if " vs " in name]


def test_a_label_with_another_product_inside_is_about_that() -> None:
    found = relations("# Yard\n\n## Redis\nkeeps keys\n\nDon't use Kafka for: small queues, night jobs\n")
    assert ("Kafka", "not_suited_to", "night jobs") in found
    assert not [edge for edge in found if edge[:2] == ("Redis", "not_suited_to")]


def test_a_label_below_a_part_is_not_taken_for_the_shelf_far_above() -> None:
    text = "# Yard\n\n## Storage\n\n### Redis\nkeeps keys\n- Storage tiers: warm, cold\n"
    assert ("Redis", "has_feature", "warm") in relations(text)


def test_what_an_arrow_leads_to_behind_a_listed_part_is_no_other_part() -> None:
    text = "# Yard\n\n## Redis\nkeeps keys\n- Modes:\n  - Quick -> web servers, carts\n  - Slow -> archives\n"
    assert not [edge for edge in relations(text) if edge[1] == "has_feature" and edge[2] in ("carts", "archives")]


def test_the_initials_of_a_part_name_it_where_its_owner_is_not_named() -> None:
    aws = "# AWS\n\n## Computing\nCloudFront is near\nCloudWatch looks\nCodeDeploy ships\nDynamoDB keeps items\n"
    assert "Application Load Balancer" in about(f"{aws}ALB can route by path\n", "ALB can")
    other = about("# Yard\n\n## Doors\nopen at six\nALB can route by path\n", "ALB can")
    assert "Application Load Balancer" not in other


def test_what_says_that_a_thing_does_something_is_no_name_in_a_list_of_partners() -> None:
    text = "# Yard\n\n## Redis\nkeeps keys\n\n### Works with\n- Kafka feeds Redis\n- Nginx\n"
    assert not [name for edge in relations(text) for name in edge if " feeds " in name]


def test_a_title_may_say_where_the_things_below_it_are_kept() -> None:
    found = relations("# Yard\n\n## Redis\nkeeps keys\n\nStored in Redis:\n- sessions\n- carts\n")
    assert {("sessions", "stores_in", "Redis"), ("carts", "stores_in", "Redis")} <= found


def test_a_short_slip_in_a_name_of_several_words_is_told_by_the_rest_of_it() -> None:
    text = "# AWS\n\n## KMS\nkeeps keys\nencrypts a data key\n\nData Kaey\nUsed to encrypt what you have\n"
    assert about(text, "Used to encrypt") == {"data key"}


@pytest.mark.parametrize("line", ["ad hoc queries", "no Kafka cluster here"])
def test_what_only_looks_like_a_name_is_none(line: str) -> None:
    notes = f"# Yard\n\n## Redis\nkeeps keys\nKafka cluster beside it\nthe Kafka cluster is big\n{line}\n"
    assert about(notes, line) == {"Redis"}


def test_a_part_of_another_field_that_is_no_name_belongs_to_the_section_that_it_titles() -> None:
    text = "# Yard\n\n## Redis\nkeeps keys\n\n## REST\nan idea\n\n## Kafka\nlogs\n\n### Pagination\npages of 20\n"
    assert ("Kafka", "has_feature", "pagination") in relations(text)
    assert ("REST", "has_feature", "pagination") not in relations(text)


def test_an_adverb_behind_a_noun_does_not_belong_to_its_name() -> None:
    text = "# Yard\n\n## Redis\nkeeps keys\nsweeper still runs at night\n"
    assert not [edge for edge in relations(text) if "still" in edge[2]]


def test_a_title_with_the_name_of_its_whole_is_a_part_however_long() -> None:
    text = "# Yard\n\n## Night Baker\nbakes\n\nNight Baker Shop Level Bread Counting\n- counts loaves\n- sends bills\n"
    assert ("Night Baker", "has_feature", "Night Baker Shop Level Bread Counting") in relations(text)


def test_below_what_a_thing_does_not_help_with_stands_what_it_is_bad_for() -> None:
    text = "# Yard\n\n## Redis\nkeeps keys\n\nWhen Redis can't help\n- heavy joins (consider using Kafka instead)\n"
    found = relations(f"{text}- big files\n")
    assert {("Redis", "not_suited_to", "heavy joins"), ("Redis", "not_suited_to", "big files")} <= found
    assert ("Kafka", "use_instead_of", "Redis") in found


def test_initials_in_the_plural_are_known_by_their_name() -> None:
    text = "# Yard\n\n## Redis\nkeeps keys\nRESTful APIs are good for web shops\n"
    assert ("REST", "suited_to", "web shops") in relations(text)


def test_a_part_in_an_adjective_is_not_named_by_it() -> None:
    text = "# Yard\n\n## Redis\nkeeps keys\n\nThroughput\n- counts keys\n- goes up\n\n## Kafka\nlogs\n"
    assert ("Kafka", "suited_to", "throughput-intensive workloads") in relations(
        f"{text}throughput-intensive workloads\n"
    )


def test_initials_of_a_part_need_no_capitals_below_their_owner() -> None:
    assert about("# DynamoDB\n- Dax is a cache in front\n", "cache in front") == {"DynamoDB Accelerator"}
    assert about("# Stuttgart\n- Dax is an index\n", "is an index") != {"DynamoDB Accelerator"}


def test_a_deed_that_labels_an_item_of_a_list_is_a_part() -> None:
    items = "1. Boarding. Drive in\n2. Steering. Night Ferry steers itself\n3. Fog horn. Sounds twice\n"
    assert ("Night Ferry", "has_feature", "Steering") in relations(f"# Yard\n\n## Night Ferry\na boat\n{items}")

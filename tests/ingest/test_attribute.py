"""Whom each clause is about, and how a line falls into clauses."""

from __future__ import annotations

import pytest
from reading_samples import about, limits, read_notes


@pytest.mark.parametrize(
    ("text", "words", "subject"),
    [
        ("# SQS\n- Lambda polls the queue\n", "polls", "Lambda"),
        ("# Redis\n- PostgreSQL keeps rows on a disk instead\n", "rows", "PostgreSQL"),
        ("# SQS\n- Lambda, on the other hand, polls\n- Redis on the other hand is warm\n", "is warm", "Redis"),
        ("# Rail\n\n## Oven\n- fitLid: closes it\n- turnLid if it sticks\n", "sticks", "turnLid"),
        ("# Rail\n\n## Oven\n- fitLid: closes it\n- turnLid... for guests\n", "guests", "turnLid"),
        ("# Depot\n- Redis on a barge needs a long rope\n", "long rope", "Redis"),
        ("# Depot\n- Redis (warm) and PostgreSQL keep the lists\n", "lists", "Redis"),
        ("# Depot\n- Redis metrics every five minutes\n", "five minutes", "Depot"),
        ("# SNS\n- fan-out: to many\n- SNS fans out to boats\n", "boats", "SNS"),
        ("# SQS\n- works well with Lambda\n", "works well", "SQS"),
        ("# Redis\n- quicker than PostgreSQL\n", "quicker", "Redis"),
        ("# Redis\n- keeps it warm. PostgreSQL says take it for caches\n", "take it", "Redis"),
        ("# SQS\n- if Lambda fails, the message comes back\n", "comes back", "SQS"),
        ("# Kitchen ideas\nRedis only when the soup must be quick\n", "the soup", "Redis"),
        ("# SQS\nCan be triggered by:\n- visibility timeout, delay queue\n", "delay queue", "SQS"),
        ("# Stores\n- **Redis** in memory\n  - gone after a fall\n- **Memcached** simpler\n", "after a fall", "Redis"),
        ("# SQS\n\nTrains:\nLambda for night trains: no driver has to wait\n", "no driver", "Lambda"),
    ],
)
def test_a_name_before_the_verb_is_the_subject_and_one_behind_it_is_not(text: str, words: str, subject: str) -> None:
    assert about(text, words) == {subject}


@pytest.mark.parametrize(
    ("text", "words", "part"),
    [
        ("# Redis\n- A pull request takes two people\n", "two people", "pull request"),
        ("# Engine\n## Boiler\n- app valve leaks at night\n", "at night", "app valve"),
        ("# Kitchen\n## Oven\n### Grill\nheats\n### Door\n- grill handle is hot\n", "hot", "grill handle"),
        ("# Engine\n## Boiler\n- fusible plugs melt when the water is low\n", "melt", "fusible plugs"),
        ("# Engine\n## Boiler\n- steam store kept 24 h\n", "24 h", "steam store"),
        ("# Engine\n## Boiler\n- old coal gone after 4 days\n", "4 days", "old coal"),
        ("# Engine\n## Boiler\n- side valve aint tight\n", "tight", "side valve"),
        ("# Engine\n## Boiler\n- driver (the boss) can't reach the valve\n", "reach", "driver"),
        ("# Engine\n## Boiler\n- This whistle recieves no steam\n- the whistle is loud\n", "no steam", "whistle"),
    ],
)
def test_the_nouns_that_open_a_line_name_a_part_of_its_section(text: str, words: str, part: str) -> None:
    assert part in about(text, words)


@pytest.mark.parametrize(
    "line", ["Can pull heavy trains", "Sits behind the cab", "Put coal makes heat", "they burn coal", "wide rails"]
)
def test_what_is_no_noun_names_no_part(line: str) -> None:
    assert about(f"# Engine\n## Boiler\n- {line}\n", line) == {"Boiler"}


@pytest.mark.parametrize(
    ("text", "words", "subject"),
    [
        ("# Queues\n- does SQS keep the order? no\n", "keep the order", "SQS"),
        ("# Stores\n- Redis good for sessions\n", "sessions", "Redis"),
        ("# Rail\n## Engine\nWhat of it?\n- The InjectorPump feeds it\n- Stops at night\n", "at night", "InjectorPump"),
        ("# Rail\n## Engine\nEnginne is late for cows\n", "for cows", "Engine"),
        ("# Stores\nRedis vs PostgreSQL vs MongoDB - the first is quickest\n", "quickest", "PostgreSQL"),
        ("# SQS\n## FIFO queue\nLambda is not supported\n", "not supported", "FIFO queue"),
        ("# Stores\n## Redis\n### Snapshot\n- Redis writes it to the disk\n", "writes it", "Snapshot"),
    ],
)
def test_a_name_opens_questions_and_lines_without_a_verb(text: str, words: str, subject: str) -> None:
    assert subject in about(text, words)


@pytest.mark.parametrize(
    ("text", "words", "second"),
    [
        ("# SQS\n- use long polling to save money\n", "save money", "long polling"),
        ("# SQS\n- Lambda Edge. Install the queue agent on it\n- queue agent: reads\n", "Install the", "queue agent"),
        ("# Kitchen\n## Oven\n### Grill\nheats from above\n### Door\navoid the grill\n", "avoid", "Grill"),
        ("# SQS\n## Night shift\nYou can also use Lambda to wake the cook\n", "wake the cook", "Lambda"),
        ("# SQS\n- default visibility timeout (kitchen): as long as tea\n", "as tea", "visibility timeout"),
        ("# Stores\n## Redis or PostgreSQL\n- rows outlive a restart in PostgreSQL\n", "outlive", "PostgreSQL"),
    ],
)
def test_a_line_is_kept_for_what_it_advises_and_for_the_side_that_it_names(text: str, words: str, second: str) -> None:
    assert second in about(text, words)
    assert len(about(text, words)) > 1


def test_a_pronoun_means_what_the_line_before_was_about() -> None:
    text = "# SQS\n- SNS takes ten boats\n- over that it sinks\n- stands in the corner\n"
    assert "SNS" in about(text, "sinks")
    assert about(text, "corner") == {"SQS"}


def test_a_part_that_is_a_product_is_still_the_subject_in_its_section() -> None:
    assert about("# RDS\n- encryption at rest = KMS\n", "KMS") == {"encryption at rest"}
    assert about("# Needs\n- session store = Redis\n", "Redis") == {"Redis"}


def test_a_paragraph_behind_a_blank_line_goes_on_with_what_it_names() -> None:
    text = "# Line\n## Engine\n\nBoiler\n- makes the steam\n\nhas many long pipes inside\nA boiler is never dry\n"
    assert about(text, "long pipes") == {"Boiler", "Engine"}


def test_a_section_that_came_back_does_not_end_again() -> None:
    text = "# Line\n## Engine\n\nBoiler\n- makes the steam\n\nruns on rails\n\nA boiler is never dry\nhas wheels\n"
    assert about(text, "has wheels") == {"Engine"}


def test_the_section_comes_back_after_a_line_about_another() -> None:
    text = "# Redis\n- keeps keys in memory\n- PostgreSQL keeps rows\n- loses them without a snapshot\n"
    assert about(text, "loses") == {"Redis"}


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("burns coal; needs water", ["burns coal", "needs water"]),
        ("It burns coal. It needs water.", ["It burns coal.", "It needs water."]),
        ("works with pipes, e.g. Copper ones", ["works with pipes, e.g. Copper ones"]),
        ("it stops at dusk. the driver goes home", ["it stops at dusk.", "the driver goes home"]),
        ("it stops at dusk. fuels: coal, peat", ["it stops at dusk.", "fuels: coal, peat"]),
        ("takes oil, max. the usual amount", ["takes oil, max. the usual amount"]),
        ("holds (one; two) trays", ["holds (one; two) trays"]),
        ("is about 1.5 m long", ["is about 1.5 m long"]),
    ],
)
def test_sentences_and_parts_between_semicolons_are_clauses(line: str, parts: list[str]) -> None:
    contribution = read_notes(f"# Boiler\n- {line}\n")
    assert list(dict.fromkeys(s.text for s in contribution.statements)) == parts


@pytest.mark.parametrize(
    ("text", "owner", "value"),
    [
        ("# SQS\n## Visibility timeout\n- Default: 30 seconds\n", "visibility timeout", 30),
        ("# Kettle\n## Whistle\n- max 90 seconds\n", "whistle", 90),
        ("# Kettle\nDefaults:\n- 2 litres\n", "kettle", 2),
    ],
)
def test_a_limit_belongs_to_what_its_line_is_about(text: str, owner: str, value: float) -> None:
    assert {(name.lower(), number) for name, _, number, _ in limits(text)} == {(owner, value)}


def test_without_any_heading_a_line_is_about_the_document() -> None:
    assert about("It boils all the water that the cook needs for tea and soup.\n", "boils") == {"notes"}


def test_two_lines_with_the_same_words_are_two_statements() -> None:
    contribution = read_notes("# Kettle\n- boils water\n# Pot\n- boils water\n")
    same = [s for s in contribution.statements if s.text == "boils water"]
    assert len(same) == len({s.id for s in same}) == len({s.about for s in same}) == 2


def test_a_line_added_on_top_changes_no_id() -> None:
    lines = "# Kettle\n- boils water\n- whistles when it is done\n"
    before = {s.id for s in read_notes(lines).statements}
    assert before <= {s.id for s in read_notes("A word of greeting stands here.\n\n" + lines).statements}


@pytest.mark.parametrize("answer", ["SQS", "SQS. SNS cannot do that", "SQS, with a dead letter queue"])
def test_a_name_that_answers_a_question_suits_what_is_asked_for(answer: str) -> None:
    contribution = read_notes(f"# Exam\nQ: spiky night traffic, who wants to wait?\nA: {answer}\n")
    said = {(edge.source, edge.relation.value, edge.target) for edge in contribution.edges}
    assert ("sqs", "suited_to", "spiky-night-traffic") in said
    assert not {target for _, relation, target in said if relation == "suited_to"} - {"spiky-night-traffic"}


def test_a_name_with_its_version_in_a_list_is_no_subject() -> None:
    text = "# Notes\n\n## Boats\n\n### EFS\nNFS 4.1, Linux only, seen from many harbours\n"
    assert about(text, "many harbours") == {"EFS"}


def test_parts_that_bear_their_owners_names_make_a_shelf_of_the_title_above() -> None:
    text = """\
        == Moving things about ==
        SQS, pull based
            + kept for 4 days
        Kinesis Data Streams: shards
            + KCL keeps checkpoints
        """
    assert about(text, "kept for 4 days") == {"SQS"}


@pytest.mark.parametrize(
    ("line", "subject"), [("SNS fans out to three harbours", "SNS"), ("Fargate tops up the harbours", "Fargate")]
)
def test_a_verb_with_its_particle_is_no_noun(line: str, subject: str) -> None:
    assert about(f"# Notes\n\n## Moving things about\n\n- {line}\n", "harbours") == {subject}


def test_the_noun_itself_is_found() -> None:
    assert about("# Notes\n\n## SNS\n\n- fan-out: one message, three harbours\n", "three harbours") == {"fan-out"}


@pytest.mark.parametrize("verb", ["organises", "organizes", "customises", "summarizes"])
def test_verbs_are_known_in_either_spelling(verb: str) -> None:
    assert about(f"# Notes\n\n## Moving things about\n\n- Fargate {verb} the harbours\n", "harbours") == {"Fargate"}


def test_a_need_below_a_title_that_nobody_knows_is_told_of_the_product() -> None:
    for title in ("== Which one ==", "## Which one"):
        text = f"# Boats\n\n{title}\n\nsession store = Redis\nletters with retries = RabbitMQ\n"
        assert about(text, "session store") == {"Redis"}


@pytest.mark.parametrize("line", ["integrates with RDS", "Kessel supports MySQL", "Kessel needs a Redis"])
def test_a_line_that_says_whom_it_means_heads_no_list(line: str) -> None:
    text = f"# Yard\n\n## Kessel\nmakes steam\n{line}\ncosts more than gas\nquick\n"
    assert about(text, "costs more") == {"Kessel"}


def test_a_technology_that_is_only_managed_is_no_subject() -> None:
    text = "# Yard\n\n## Kessel\nGraphQL managed, quick answers\n"
    assert about(text, "GraphQL managed") == {"Kessel"}

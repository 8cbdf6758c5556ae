"""Notes of one's own in the shapes that people give them: a file a thing, titles of one rank, tables of one's tools."""

from __future__ import annotations

import pytest

from ingest.packs.files import shipped_packs
from ingest.pipeline import read_document
from tests.ingest.reading_samples import relations

SECTIONS = "# Triggers\n- Blorp\n\n# Needs\n- Yarn\n\n## Use it for\n- tide tables\n\n# Limits\n- max 5 GB\n"


def edges_of(path: str, text: str) -> set[tuple[str, str, str]]:
    contribution = read_document(path, text.encode(), shipped_packs())
    return {(edge.source, edge.relation.value, edge.target) for edge in contribution.edges}


@pytest.mark.parametrize(("path", "key"), [("kerfuffle.md", "kerfuffle"), ("stores/Redis.md", "redis")])
def test_sections_of_the_highest_rank_are_of_what_their_file_is_called(path: str, key: str) -> None:
    assert edges_of(path, SECTIONS) == {
        ("blorp", "triggers", key),
        (key, "requires", "yarn"),
        (key, "suited_to", "tide-tables"),
    }


def test_titles_of_things_are_no_sections_of_their_file() -> None:
    found = edges_of("kerfuffle.md", "# Ferry\n- needs oars\n\n# Barge\n- needs poles\n")
    assert found == {("ferry", "requires", "oars"), ("barge", "requires", "poles")}


@pytest.mark.parametrize("title", ["Tools", "Plugins", "Alternatives", "Triggers"])
def test_a_title_over_all_notes_says_nothing_of_what_they_list(title: str) -> None:
    found = relations(f"# {title}\n\n- Snarf: crew store\n- Blorp: tide queue\n\n## Snarf\n\nneeds oars\n")
    assert not {edge for edge in found if title in edge}
    assert ("Snarf", "requires", "oars") in found


def table(title: str, cell: str) -> set[tuple[str, str, str]]:
    """The relations of a row about Snarf, with one column more."""
    found = relations(f"# My notes\n\n| Tool | {title} |\n| --- | --- |\n| Snarf | {cell} |\n| Blorp | {cell} |\n")
    return {edge for edge in found if "Snarf" in edge}


@pytest.mark.parametrize("title", ["DB", "Database", "Storage", "Data store"])
def test_a_column_may_tell_where_each_thing_keeps_its_data(title: str) -> None:
    assert table(title, "Postgres") == {("Snarf", "stores_in", "PostgreSQL")}
    assert not table(title, "none yet")


def test_a_column_of_what_is_used() -> None:
    assert table("Uses", "Postgres, Kafka") == {("Snarf", "uses", "PostgreSQL"), ("Snarf", "uses", "Kafka")}
    assert table("Uses", "tide tables") == {("Snarf", "suited_to", "tide tables")}


def test_a_column_for_those_who_choose_tells_nothing_that_the_thing_needs() -> None:
    assert table("When to use", "you need tide tables") == {("Snarf", "suited_to", "tide tables")}
    assert table("Notes", "needs oars") == {("Snarf", "requires", "oars")}


FRONT = "---\ntags: [crew]\n---\n"


@pytest.mark.parametrize("front", ["", FRONT])
def test_a_file_named_after_its_tool_needs_no_title(front: str) -> None:
    sections = "## Install\n- take the box\n\n## Don't\n- use on Kafka\n\n## vs Redis\n- faster\n"
    text = f"{front}A crew planner written in Rust.\n\n{sections}"
    assert edges_of("looma.md", text) == {
        ("looma", "kind_of", "crew-planner"),
        ("looma", "uses", "rust"),
        ("looma", "contrasts_with", "redis"),
    }


@pytest.mark.parametrize(
    "line", ["**mailer** gets triggered by Kafka", "- **mailer** (night shift) is triggered by Kafka"]
)
def test_a_name_in_bold_type_before_a_verb_is_a_thing(line: str) -> None:
    assert ("kafka", "triggers", "mailer") in edges_of("notes.md", f"# Our harbour\n\n{line}\n\n## Ferry\n- slow\n")


@pytest.mark.parametrize("line", ["**Quick** boats send mail to Kafka", "**never** sends mail to Kafka"])
def test_other_words_in_bold_type_are_none(line: str) -> None:
    found = edges_of("notes.md", f"# Our harbour\n\n## Ferry\n- {line}\n")
    assert not {edge for edge in found if {"quick", "never", "ferry/quick", "ferry/never"} & set(edge)}


def test_code_of_nothing_but_blanks_names_nothing() -> None:
    contribution = read_document("notes.md", b"`  `", shipped_packs())
    assert all(claim.text.strip() for claim in contribution.names)


def test_a_measure_before_its_figure_is_of_what_stands_above() -> None:
    contribution = read_document(
        "notes.md", b"# Notes\n\n## Redis\n- RPO 15 min, RTO 1h\n- SLA 99.9 %\n", shipped_packs()
    )
    assert {(limit.owner, limit.limit.value) for limit in contribution.limits} == {
        ("redis", 15.0),
        ("redis", 1.0),
        ("redis", 99.9),
    }


@pytest.mark.parametrize("words", ["good for replay + night trips", "great for replay, night trips"])
def test_a_noun_in_y_shares_no_noun_with_what_follows(words: str) -> None:
    assert edges_of("notes.md", f"# Notes\n\n## Redis\n- {words}\n") >= {("redis", "suited_to", "replay")}


@pytest.mark.parametrize("words", ["good for tiny, empty and two-way trips", "good for tiny/empty/two-way trips"])
def test_adjectives_in_y_do(words: str) -> None:
    found = edges_of("notes.md", f"# Notes\n\n## Redis\n- {words}\n")
    assert found == {("redis", "suited_to", f"{word}-trips") for word in ("tiny", "empty", "two-way")}


def test_what_one_thing_is_written_in_is_none_of_its_kinds() -> None:
    found = edges_of("notes.md", "# Our harbour\n\n**crew app** (Redis/Kafka) reads from S3\n")
    assert not {edge for edge in found if edge[1] == "kind_of"}


@pytest.mark.parametrize(
    ("title", "line", "expected"),
    [
        ("Who calls what", "web -> crew app", ("web", "uses", "crew-app")),
        ("Data flow", "crew app → Kafka → tide board", ("kafka", "sends_to", "tide-board")),
        ("Data flow", "tide board ← Kafka ← crew app", ("kafka", "sends_to", "tide-board")),
        ("Data flow", "tide board <- crew app", ("crew-app", "sends_to", "tide-board")),
    ],
)
def test_arrows_below_a_title_that_says_what_they_are(title: str, line: str, expected: tuple[str, str, str]) -> None:
    found = edges_of("notes.md", f"# Our harbour\n\n**crew app**: keeps the crew\n\n## {title}\n- {line}\n")
    assert expected in found


def test_other_arrows_between_unknown_words_say_nothing() -> None:
    found = edges_of("notes.md", "# Our harbour\n\n## Menus\n- web -> crew app\n- web <- crew app\n")
    assert {relation for _, relation, _ in found} <= {"has_feature"}


@pytest.mark.parametrize(("line", "most"), [("crates < 5 kg", 5), ("tide table < 256 KB", 256), ("< 10 boats", 10)])
def test_a_sign_before_the_figure_that_ends_a_line_caps_it(line: str, most: float) -> None:
    contribution = read_document("notes.md", f"# Notes\n\n## Redis\n- {line}\n".encode(), shipped_packs())
    assert [(limit.limit.bound.value, limit.limit.value) for limit in contribution.limits] == [("max", most)]


@pytest.mark.parametrize(
    "line", ["for crates < 5 MB", "crates < 5 MB go by bike", "crates < 5 MB -> bike", "if crates < 5 MB"]
)
def test_such_a_sign_in_a_condition_caps_nothing(line: str) -> None:
    contribution = read_document("notes.md", f"# Notes\n\n## Redis\n- {line}\n".encode(), shipped_packs())
    assert not contribution.limits


def test_a_service_is_not_of_the_kind_of_its_language() -> None:
    found = edges_of("notes.md", "# Our harbour\n\n**crew app**: Go service\n")
    assert ("crew-app", "kind_of", "go") not in found


def test_two_names_in_bold_type_are_set_side_by_side() -> None:
    found = edges_of("notes.md", "# Stores\n\n**DynamoDB** vs **Cassandra**\n- quick\n")
    assert found == {("dynamodb", "contrasts_with", "cassandra")}


def test_more_of_an_aspect_is_neither_a_part_nor_a_kind() -> None:
    found = edges_of("notes.md", "# Stores\n\n**MySQL**\n- replication easier than PG\n- most popular\n")
    assert not {edge for edge in found if edge[1] in ("has_feature", "kind_of")}


@pytest.mark.parametrize("line", ["replace Kafka with Redis", "moved to Kafka later"])
def test_steps_of_somebody_are_no_deeds_of_the_thing(line: str) -> None:
    found = edges_of("notes.md", f"# Our harbour\n\n## Crew app\n- keeps boats\n- {line}\n")
    assert not {edge for edge in found if edge[0] == "crew-app"}


def test_products_that_a_product_lists_are_none_of_its_kinds() -> None:
    found = edges_of("notes.md", "# Our harbour\n\n## Vault\n- Vault stores, all in one: Kafka, Redis, MySQL\n")
    assert not {edge for edge in found if edge[1] == "kind_of"}


@pytest.mark.parametrize(
    "title", ["2.4 (2024-11-02)", "v1.2.3", "2024-05-13", "Monday, 3 June", "Week 3", "Symptoms", "Root cause"]
)
def test_a_version_a_day_or_a_step_of_a_runbook_is_no_thing(title: str) -> None:
    found = relations(f"# Notes\n\n## {title}\n- boilers need coal\n- uses Redis\n- needs Kafka\n")
    assert not {edge for edge in found if edge[0] in (title, title.partition(" (")[0])}


SIDES = "# Notes\n\n## Redis vs Kafka\nRedis: a store\n{}\n"


def test_a_line_below_two_sides_is_about_the_one_that_it_begins_with() -> None:
    assert ("kafka", "supports", "json") in edges_of("notes.md", SIDES.format("Kafka only JSON supported, no XML"))


def test_a_line_that_names_both_sides_has_neither_use_the_other() -> None:
    found = edges_of("notes.md", SIDES.format("failover Redis 60-120 s, Kafka < 30 s"))
    assert {edge for edge in found if {"redis", "kafka"} <= set(edge)} == {("redis", "contrasts_with", "kafka")}


def test_what_is_advised_behind_a_cry_is_better() -> None:
    found = edges_of("notes.md", "# Notes\n\n## Redis\n- no replay!! use Kafka instead\n")
    assert {edge for edge in found if "kafka" in edge} == {("kafka", "use_instead_of", "redis")}


def test_a_call_named_by_how_it_is_made_is_no_call_of_what_follows() -> None:
    assert not {
        edge for edge in edges_of("notes.md", "# Notes\n\n## Redis\n- API calls history\n") if edge[1] == "uses"
    }


def test_what_a_product_had_better_not_hold_is_for_another() -> None:
    found = edges_of("notes.md", "# Our harbour\n\n## Redis\n- don't keep crates in Kafka, use MySQL\n")
    assert ("mysql", "use_instead_of", "kafka") in found
    assert ("mysql", "use_instead_of", "redis") not in found


def test_names_in_a_bracket_stand_for_the_class_before_it() -> None:
    found = edges_of("notes.md", "# Notes\n\n## Grafana\n- supports many databases (Redis, MySQL)\n")
    assert {target for _, relation, target in found if relation == "supports"} == {"redis", "mysql"}


def test_who_made_a_thing_is_nothing_that_it_takes() -> None:
    found = edges_of("notes.md", "# Notes\n\n## Grafana\n- supports night trips, written by Nora\n")
    assert found == {("grafana", "supports", "night-trips")}

"""Signs of the writers' own: what opens items, parts terms from explanations, and stands around names in titles."""

from __future__ import annotations

import pytest
from reading_samples import about, block_of, relations

from ingest.values import Marker, Role

ITEMS = {
    "a figure behind a comma": ("Cold wagon, 90 d at least", "Cold wagon"),
    "brackets": ("Tank wagon (nine of them)", "Tank wagon"),
    "a purpose behind a comma": ("rail bus, for side lines", "rail bus"),
    "an arrow": ("sleeping car + diner -> long nights", "sleeping car + diner"),
}


@pytest.mark.parametrize(("item", "name"), ITEMS.values(), ids=ITEMS)
@pytest.mark.parametrize("title", ["Wagons:", "kinds of wagon", "Tiers"])
def test_an_item_of_a_list_of_things_is_about_the_thing_that_opens_it(title: str, item: str, name: str) -> None:
    text = f"# Notes\n\n## Railway\nruns all day\n\n{title}\n- Flat wagon\n- {item}\n- Box wagon\n"
    assert about(text, item) == {name}


@pytest.mark.parametrize("item", ["By default, the doors stay open", "Occasionally (on Sundays)", "no seat, in summer"])
def test_an_item_that_begins_with_no_name_is_about_what_is_above(item: str) -> None:
    text = f"# Notes\n\n## Railway\nruns all day\n\nFeatures:\n- {item}\n- Box wagon\n"
    assert about(text, item) == {"Railway"}


def test_the_header_of_a_table_may_call_the_sides_of_its_title_by_one_word() -> None:
    text = "# Notes\n\n## Ferry\nDay boat vs Night boat\n| day | night |\n|---|---|\n| open deck | warm cabins |\n"
    assert about(text, "open deck") == {"Day boat"}
    assert about(text, "warm cabins") == {"Night boat"}


def test_a_title_that_only_says_where_lines_belong_names_nothing() -> None:
    text = "# Notes\n\n## Kafka\nkeeps a log\n\n### around Kafka\nDebezium tails the log of a database\n"
    assert about(text, "tails the log") == {"Debezium"}


def test_a_title_that_asks_for_a_choice_sets_its_sides_apart() -> None:
    text = "# Notes\n\n## Kafka or RabbitMQ?\n- Q: need to read it twice? -> Kafka\n- Q: many routes -> RabbitMQ\n"
    assert ("Kafka", "contrasts_with", "RabbitMQ") in relations(text)


@pytest.mark.parametrize("bullet", [".", "..", ":", "~", ";", "@", "\N{PUSHPIN}", "\N{WHITE HEAVY CHECK MARK}"])
def test_a_sign_of_the_writers_own_is_a_bullet(bullet: str) -> None:
    text = f"# Notes\n\n## Depot\nKettle\n {bullet} boils water\n {bullet} whistles when it is done\nopens at six\n"
    assert about(text, "whistles") == {"Kettle"}
    assert about(text, "opens at six") == {"Depot"}


def test_one_colon_below_a_term_defines_it() -> None:
    text = "# Rail\nSemaphore\n: an arm that shows the way\nBoiler\n: makes the steam\n"
    assert block_of(text, "an arm").line_start == 2
    assert about(text, "the steam") == {"Boiler"}


@pytest.mark.parametrize("title", ["Kafka ops", "more Kafka", "Kafka basics, part 2", "Notes on Kafka"])
def test_words_for_notes_around_a_name_leave_the_name(title: str) -> None:
    assert about(f"# Notes\n\n## {title}\nkeeps what comes in a log\n", "in a log") == {"Kafka"}


def test_a_title_over_titles_of_products_owns_nothing() -> None:
    text = "# Notes\n\n## DATA THINGS\nall of it is `slow_start`\nRedis\n- keeps keys\n\nKafka\n- keeps a log\n"
    assert not [edge for edge in relations(text) if edge[0] == "DATA THINGS"]


@pytest.mark.parametrize("sign", ["..", "...", "--", "::", "~"])
def test_other_signs_part_a_term_from_its_explanation(sign: str) -> None:
    text = f"# Notes\n\n## Depot\nlamp colours\n   red {sign} stop at once\n   green {sign} go on, suits clear tracks\n"
    assert about(text, "clear tracks") == {"green"}


def test_steps_may_count_without_full_stops() -> None:
    text = "# Notes\n\n## Depot\nWays to stop\n1 hand brake: wagons\n2 air brake: trains\n3 sand: steep tracks\n"
    assert block_of(text, "air brake").marker is Marker.NUMBER
    assert "air brake" in about(text, "trains")


def test_a_title_may_spell_its_name_out_or_add_a_remark() -> None:
    text = "# Notes\n\n## SQS = Simple Queue Service\nkeeps what comes\n\n## Redis, the short version\nkeeps keys\n"
    assert about(text, "what comes") == {"SQS"}
    assert about(text, "keeps keys") == {"Redis"}


def test_question_and_answer_may_share_a_line() -> None:
    assert about("# Notes\n\n## Depot\n- Q: nightly copies of a queue? A: Kafka\n", "nightly copies") == {"Kafka"}


def test_a_question_that_leads_in_stands_above_its_answers() -> None:
    text = "# Stores\n## Redis\nkeeps keys\n\nWhen to use Redis?\nshared secrets on many hosts\nkeys that expire soon\n"
    assert block_of(text, "When to use").role is Role.LEAD_IN
    reasons = text.replace("When to", "Why").replace("shared", "it spares you the work of copying shared")
    assert block_of(reasons, "Why use").role is Role.CONTENT


@pytest.mark.parametrize("title", ["Streaming data?", "What is streaming data?"])
def test_a_title_may_ask_what_its_thing_is(title: str) -> None:
    text = f"# Notes\n\n## Kafka\nkeeps a log\n\n{title}\ncomes in from many sources at once, in small pieces\n"
    assert {name.lower() for name in about(text, "many sources")} == {"streaming data"}


def test_the_long_form_of_what_a_title_asks_for_is_no_title() -> None:
    text = "# Notes\n\n## PostgreSQL\n\nWhat is a WAL:\nWrite Ahead Log\nHolds changes up to 16 mb\n"
    assert block_of(text, "Write").role is Role.CONTENT

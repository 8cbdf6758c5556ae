"""Layouts of people in a hurry: tables without lines, text behind bullets, a first line that says what the title is."""

from __future__ import annotations

import pytest
from reading_samples import about, block_of, relations

from ingest.values import Marker, Role


@pytest.mark.parametrize(
    "table",
    [
        "what | SQS | SNS\nmanner | polled by readers | pushed to readers\nkeeps | 14 days | nothing\n",
        "| what | SQS | SNS |\n| manner | polled by readers | pushed to readers |\n| keeps | 14 days | - |\n",
        "what | SQS (the queue) | SNS\nmanner | polled by readers | pushed to readers\nkeeps | 14 days | nothing\n",
    ],
)
def test_lines_with_as_many_cells_are_a_table(table: str) -> None:
    assert about(f"# Queues\n\n{table}", "polled by readers") >= {"SQS"}
    assert about(f"# Queues\n\n{table}", "pushed to readers") >= {"SNS"}


def test_bullets_with_strokes_are_no_table() -> None:
    text = "# Oven\n- bread | rolls | cakes all day\n- soup | stew | broth at noon\n- tea | milk | water\n"
    assert about(text, "soup | stew | broth at noon") == {"Oven"}


def test_text_behind_bullets_stays_with_the_only_title() -> None:
    assert about("boiler\n- makes steam\n- holds water\nneeds a wash each month\n\nwhistle\n- is loud\n", "wash") == {
        "boiler"
    }
    named = "# Engine\nboiler\n- makes steam\n- holds water\nneeds a wash each month\n"
    assert about(named, "wash") == {"Engine"}


def test_an_indented_sign_of_a_quote_is_that_of_an_item() -> None:
    named = "# Engine\n\nboilers\n > steam valve -> hot days\n > water tank -> cold days\nneeds a wash each month\n"
    assert about(named, "wash") == {"Engine"}
    assert block_of(named, "hot days").marker is Marker.BULLET
    assert block_of("# Engine\n\n> hot days\n", "hot days").marker is Marker.QUOTE


def test_a_first_line_that_says_what_the_title_is_holds_no_bullets() -> None:
    text = "# Trains\n\n## Tender\nWagon behind the engine: coal, water\n- runs on six wheels\n"
    assert about(text, "six wheels") == {"Tender"}


def test_a_title_names_a_part_that_a_pack_knows_though_it_may_group_lines() -> None:
    assert about("# Terraform\n## Modules\n- lie in a folder\n", "folder") == {"module"}


def test_a_verb_is_no_name_because_another_line_shouts_it() -> None:
    text = "# S3\n- one PUT takes 5 GB\n# Oven\n- put in a cellar it needs a long pipe\n- PUT is slow\n"
    assert about(text, "cellar") == {"Oven"}
    assert ("put", "requires", "long pipe") not in relations(text)
    assert about(text, "is slow") == {"PUT"}


@pytest.mark.parametrize("line", ["hot plate doesnt like wet pans", "hot plate supercedes the old stove"])
def test_verbs_as_hasty_people_spell_them_have_a_subject(line: str) -> None:
    assert "hot plate" in about(f"# Oven\n## Kitchen\n- {line}\n", line)


def test_a_line_that_shouts_between_others_is_no_title() -> None:
    text = "# Yard\n\n## Docks\nkeep boats\nNightLock no!\ncranes lift after 5 tries\n"
    assert block_of(text, "NightLock").role is Role.CONTENT


@pytest.mark.parametrize("words", ["quick, small", "tugs vs barges"])
def test_a_remark_between_lines_heads_nothing(words: str) -> None:
    text = f"# Yard\n\n## Docks\n{words}\ncranes for boats\nropes hold them\n"
    text = text if "," in words else text.replace(f"{words}\n", f"keep boats\n{words}\n")
    assert block_of(text, words).role is Role.CONTENT


def test_a_line_of_what_a_part_is_for_heads_no_others() -> None:
    text = (
        "Prometheus:\nscrapes every minute\nPromQL for querying\nlong names kill it, says the crew\nnot for billing\n"
    )
    assert about(text, "not for billing") == {"Prometheus"}


def test_items_one_blank_deeper_end_where_a_line_is_as_far_out_as_their_title() -> None:
    text = "Prometheus:\nmetric types:\n counter\n gauge\n summary\nnot for billing\n"
    edges = relations(text)
    assert ("Prometheus", "has_feature", "summary") in edges
    assert ("Prometheus", "not_suited_to", "billing") in edges


def test_two_sides_head_the_lines_that_go_into_them() -> None:
    text = "# Yard\n\n## Docks\nkeep boats\ntugs vs barges\ntugs pull\nbarges carry\n"
    assert block_of(text, "tugs vs").role is Role.HEADING


def test_a_title_in_bold_may_have_a_sign_of_its_own_before_it() -> None:
    text = (
        "🚀 **Redis**\n➡️ lists and sets\n➡️ one thread\n❌ no threads of its own\n⚠️ 16 tables\n\n📦 **Kafka**\n➡️ a log\n"
    )
    assert about(text, "one thread") == about(text, "16 tables") == {"Redis"}
    assert about(text, "a log") == {"Kafka"}


def test_tabs_indent_as_blanks_do() -> None:
    assert about("# Oven\n- Grill:\n\t- heats from above\n", "heats from above") == {"Grill"}


def test_the_name_of_a_section_spelled_out_behind_its_maker_is_no_title() -> None:
    text = "# Notes\n\n## KMS\n\nHarbour Key Management Service\nSimple: keys lie in a box\n"
    assert about(text, "keys lie") == {"KMS"}


def test_a_title_that_sums_up_a_known_part_is_that_part() -> None:
    text = "# Notes\n\n## KMS\nkeeps keys\n\nSummaries data key:\nopens one box\nis thrown away\n"
    assert about(text, "opens one box") == {"data key"}


def test_code_stays_with_its_section() -> None:
    text = "# Redis\n```\nredis-cli ping\n```\n"
    assert block_of(text, "ping").role is Role.CODE
    assert about(text, "ping") == {"Redis"}

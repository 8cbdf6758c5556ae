"""What a file of notes is about by its first line, however that is written."""

from __future__ import annotations

import pytest
from reading_samples import about, limits, relations


@pytest.mark.parametrize(
    "title",
    [
        "# Redis notes",
        "# Redis notes - wrote these on the train",
        "Redis notes - wrote these on the train",
        "my Redis cheat sheet (messy)",
        "# notes on Redis",
        "# My quick notes on Redis tuning",
        "Redis",
        "# Redis crash course, part 2",
    ],
)
def test_a_title_names_its_product_among_words_that_say_that_notes_follow(title: str) -> None:
    text = f"{title}\n\nholds all in memory\n\npersistence\nRDB: a picture now and then\n\nsingle threaded at heart\n"
    assert about(text, "all in memory") == {"Redis"}
    assert about(text, "single threaded") == {"Redis"}


@pytest.mark.parametrize("title", ["# Zimba notes", "notes on Zimba (for the boat exam)", "Zimba - recap", "# Zimba"])
def test_so_does_one_that_no_pack_knows_and_that_the_notes_name_again(title: str) -> None:
    text = (
        f"{title}\n\nties boats to the quay\n\nropes\n- hemp, cheap\n- steel, heavy\n\nZimba is older than the quay\n"
    )
    assert about(text, "ties boats") == {"Zimba"}


def test_a_title_in_capitals_is_no_thing_for_the_word_in_small_letters() -> None:
    text = "HARBOUR REVISION\n\nships lie in the harbour\n"
    assert "HARBOUR" not in about(text, "ships lie")


def test_text_behind_bullets_stays_with_their_title_below_one_that_only_says_that_notes_follow() -> None:
    text = "# my scribbles for the harbour exam\n\nboiler\n- makes steam\n- holds water\nneeds a wash each month\n"
    assert about(text, "needs a wash") == {"boiler"}


def test_a_first_line_among_others_like_it_is_no_title_of_the_file() -> None:
    text = "Redis\n\nholds all in memory\n\nKafka\n\nholds a log\n"
    assert about(text, "holds a log") == {"Kafka"}


@pytest.mark.parametrize("title", ["vs RabbitMQ", "versus RabbitMQ"])
def test_a_title_sets_its_thing_beside_what_is_above(title: str) -> None:
    text = f"# Kafka\n\n## {title}\nkeeps messages behind the reader\n"
    assert ("Kafka", "contrasts_with", "RabbitMQ") in relations(text)
    assert about(text, "keeps messages") == {"Kafka"}


@pytest.mark.parametrize("sign", ["= no limit", "means unlimited", "(never)", "= forever", "-> off"])
def test_a_zero_that_lifts_a_limit_is_none(sign: str) -> None:
    assert limits(f"# Kettle\n- boil time: 0 {sign}\n- max 4 cups\n") == {("Kettle", "max", 4, "cups")}

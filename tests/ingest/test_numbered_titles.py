"""Titles with the numbers of sections before them, in Markdown or without any sign of it."""

from __future__ import annotations

import pytest
from reading_samples import about, block_of, relations

from ingest.values import Role

HARBOUR = """\
{top}
{first} Cranes
needed all day
{second} Tugs
carry crews over the bay
"""


@pytest.mark.parametrize(
    ("top", "first", "second"),
    [
        ("1 HARBOUR", "1.1", "1.2"),
        ("2. Harbour", "2.1", "2.2"),
        ("Harbour notes", "3.0", "3.1"),
        ("4) Harbour", "4.1.", "4.2."),
        ("1.1 Harbour", "1.1.1", "1.1.2"),
    ],
)
def test_numbers_that_count_on_make_titles(top: str, first: str, second: str) -> None:
    text = HARBOUR.format(top=top, first=first, second=second)
    assert about(text, "needed all day") >= {"Cranes"}
    assert about(text, "carry crews") >= {"Tugs"}
    assert block_of(text, "Tugs").role is Role.HEADING


def test_parts_rank_below_the_number_that_they_begin_with() -> None:
    text = "1 Queues\n1.1 Kafka\nneeds ZooKeeper\n2 Stores\n2.1 Redis\nuses jemalloc\n"
    assert block_of(text, "Redis").parent == block_of(text, "Stores").index
    assert ("Kafka", "requires", "ZooKeeper") in relations(text)


@pytest.mark.parametrize(
    "text",
    [
        "Engine log\n1.1 runs on coal now\n1.2 drops the old boiler\n1.3 can whistle\n",
        "Prices of coal\n1.50 Euro in May\n2.75 Euro in June\n",
        "Oven\n1.2 metres wide\nneeds wood\n",
        "1.1 Boats\n3.7 Nets\nhold cod\n",
    ],
)
def test_versions_and_figures_are_no_titles(text: str) -> None:
    assert block_of(text, text.splitlines()[1][4:12]).role is not Role.HEADING


@pytest.mark.parametrize("title", ["## 1.3 Kafka", "## 1.3. Kafka", "## 3) Kafka", "### 2. **Kafka**"])
def test_the_number_of_a_title_is_no_part_of_its_name(title: str) -> None:
    assert about(f"# Queues\n\n{title}\nneeds ZooKeeper\n", "needs ZooKeeper") == {"Kafka"}

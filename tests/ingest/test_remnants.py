"""Notes that another program wrote out: its tags, callouts and footnotes are no words of their writer."""

from __future__ import annotations

import pytest
from reading_samples import about, limits, read_notes, relations

from graph.vocabulary import Bucket
from ingest.outlining.remnants import without_remnants


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        ("<h3>Winch</h3>", "### Winch"),
        ("<ul><li>lifts nets</li>", "- lifts nets"),
        ("lifts nets<br>runs on steam", "lifts nets; runs on steam"),
        ("It lifts nets.<br/>It runs on steam.", "It lifts nets. It runs on steam."),
        ("<p>up to 3&nbsp;t &rarr; quay</p>", "up to 3 t → quay"),
        ("<summary>Winch</summary>", "Winch"),
        ("</details>", ""),
        ("> [!warning]", ""),
        ("> [!tip]- Winches", "> Winches"),
        ("the winch[^2] lifts nets[^a].", "the winch lifts nets."),
        ("<!-- ask the skipper -->", ""),
        ("#boats #nets", ""),
        ("#Boats", "# Boats"),
        ("##hulls", "## hulls"),
        ("#todo paint the hull", "todo paint the hull"),
    ],
)
def test_a_line_is_read_as_its_writer_saw_it(raw: str, seen: str) -> None:
    assert without_remnants([raw]) == [seen]


@pytest.mark.parametrize(
    "raw",
    [
        "the <b> tag makes words bold",
        "write `<br>` for a break",
        "needs <500 ms at a<b",
        "write <boat-name> in the log",
        "C# and F# are languages",
        "#1 is the best of them",
        "#boats",
        "[^2]: only since the new pier",
    ],
)
def test_what_only_looks_like_it_stays(raw: str) -> None:
    assert without_remnants([raw]) == [raw]


def test_code_stays_and_comments_over_lines_go() -> None:
    fenced = ["```", "<h2>Boats</h2>", "```"]
    assert without_remnants(fenced) == fenced
    assert without_remnants(["<!-- old", "nets", "--> new", "oars"]) == ["", "", " new", "oars"]
    assert without_remnants(["<!-- never closed", "nets"]) == ["<!-- never closed", "nets"]


def test_lines_below_tags_are_about_their_title() -> None:
    text = "<h2>Redis</h2>\n<ul>\n<li>stores snapshots in S3</li>\n<li>max value 512&nbsp;MB</li>\n</ul>\n"
    assert ("Redis", "stores_in", "S3") in relations(text)
    assert {owner for owner, *_ in limits(text)} == {"Redis"}


def test_a_callout_names_nothing() -> None:
    text = "# Kafka\n\n> [!note]\n> needs ZooKeeper\n\n> [!warning] Careful\n> keeps messages for 7 days\n"
    assert about(text, "needs ZooKeeper") == {"Kafka"}
    assert ("Kafka", "requires", "ZooKeeper") in relations(text)


def test_a_footnote_says_nothing_of_the_last_section() -> None:
    text = "# Queues\n\n## Kafka[^1]\nkeeps messages for 7 days\n\n[^1]: uses ZooKeeper, 3 nodes, see lecture 7\n"
    assert about(text, "keeps messages") == {"Kafka"}
    assert not relations(text) & {("Kafka", "uses", "ZooKeeper"), ("Kafka", "requires", "ZooKeeper")}
    assert {value for _, _, value, _ in limits(text)} == {7.0}


def test_a_line_of_tags_alone_is_told_as_markup() -> None:
    contribution = read_notes("# Kafka\n<aside>\nneeds ZooKeeper\n</aside>\n")
    told = {bucket.line: bucket.bucket for bucket in contribution.buckets}
    assert told[2] is told[4] is Bucket.MARKUP
    assert told[3] is Bucket.EDGE


def test_the_stamp_of_a_note_is_no_part_of_its_title_and_no_figure() -> None:
    assert without_remnants(["Related: [[202403101200 Oars]]"]) == ["Related: [[Oars]]"]
    text = "# 202403121430 Kafka\n\nneeds ZooKeeper\nSee [[202403101200 Queues]]\n"
    assert ("Kafka", "requires", "ZooKeeper") in relations(text)
    assert not limits(text)

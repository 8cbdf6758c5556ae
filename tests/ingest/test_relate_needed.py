"""What a need calls for, and what comes to mind, in the words of a harbour and of a course on clouds."""

from __future__ import annotations

import pytest
from reading_samples import relations


def read(line: str, title: str = "Redis", relation: str = "") -> set[tuple[str, str, str]]:
    found = relations(f"# Notes\n\n## {title}\n- {line}\n")
    return {edge for edge in found if relation in ("", edge[1])}


@pytest.mark.parametrize(
    ("line", "suited", "instead"),
    [
        ("you can't replay, for replay its Kafka you want", ("Kafka", "replay"), ("Kafka", "Redis")),
        ("no disk, for backups it's MySQL", ("MySQL", "backups"), ("MySQL", "Redis")),
        ("if they ask for cargo lists the answer is MySQL not Kafka", ("MySQL", "cargo lists"), ("MySQL", "Kafka")),
        ("if it's cargo lists the right choice is MySQL", ("MySQL", "cargo lists"), ("MySQL", "Redis")),
        ("so if its cargo lists take MySQL not Kafka", ("MySQL", "cargo lists"), ("MySQL", "Kafka")),
    ],
)
def test_what_a_need_calls_for_suits_it(line: str, suited: tuple[str, str], instead: tuple[str, str]) -> None:
    found = read(line)
    assert (suited[0], "suited_to", suited[1]) in found
    assert (instead[0], "use_instead_of", instead[1]) in found


def test_a_need_told_in_a_sentence_is_the_condition_of_the_choice() -> None:
    found = read("if it has to be shared by two piers then the answer is MySQL not Kafka")
    assert found == {("MySQL", "use_instead_of", "Kafka")}


@pytest.mark.parametrize(
    "line",
    [
        "if the page is slow it's the MySQL",
        "if the page is slow then it's MySQL",
        "when a boat leaks its Kafka topic is closed",
        "for each boat its MySQL row is locked",
        "is it MySQL you want for reports?",
    ],
)
def test_what_is_to_blame_or_belongs_to_it_is_not_called_for(line: str) -> None:
    assert not {edge for edge in read(line) if edge[1] in ("suited_to", "use_instead_of")}


@pytest.mark.parametrize(
    "line",
    [
        "for cargo lists you need MySQL",
        "for cargo lists its MySQL you want",
        "if you need cargo lists then use MySQL",
        "for cargo lists I'd take MySQL",
    ],
)
def test_what_one_needs_for_a_thing_does_not_stand_for_it(line: str) -> None:
    assert read(line) >= {("MySQL", "suited_to", "cargo lists")}
    assert not read(line, relation="use_instead_of")


@pytest.mark.parametrize(
    ("line", "edge"),
    [
        ("dont use MySQL any more for new stuff, use this", ("Redis", "use_instead_of", "MySQL")),
        ("nobody should use Old Gate now, use this one instead", ("Redis", "use_instead_of", "Old Gate")),
        ("deck hands -> give them MySQL and not this", ("MySQL", "use_instead_of", "Redis")),
        ("not MySQL, use Redis", ("Redis", "use_instead_of", "MySQL")),
        ("skip MySQL, go Redis", ("Redis", "use_instead_of", "MySQL")),
        ("go for Kafka rather than MySQL", ("Kafka", "use_instead_of", "MySQL")),
        ("MySQL preferred to Kafka here", ("MySQL", "use_instead_of", "Kafka")),
        ("great as cache, please not as the ledger", ("Redis", "not_suited_to", "ledger")),
        ("won't help you against leaking hulls", ("Redis", "not_suited_to", "leaking hulls")),
        ("single cargo updates: wrong tool", ("Redis", "not_suited_to", "single cargo updates")),
        ("cargo lists, crew lists -> good match", ("Redis", "suited_to", "crew lists")),
        ("Kafka keeps no rows, use Redis", ("Redis", "use_instead_of", "Kafka")),
        ("MySQL no good for bursts, reach for Redis instead", ("Redis", "use_instead_of", "MySQL")),
        ("waits for all, wheras Kafka is quick", ("Redis", "contrasts_with", "Kafka")),
        ("heavy; Kafka, by comparison, light", ("Redis", "contrasts_with", "Kafka")),
        ("fast (Kafka: slow)", ("Redis", "contrasts_with", "Kafka")),
    ],
)
def test_more_ways_to_choose_and_to_refuse(line: str, edge: tuple[str, str, str]) -> None:
    assert edge in read(line)


@pytest.mark.parametrize(
    "line",
    ["not as a rule", "don't use it for coal, use it for mail", "night sails: red", "port lists: pain in May only"],
)
def test_other_words_choose_and_refuse_nothing(line: str) -> None:
    assert not {edge for edge in read(line) if edge[1] in ("use_instead_of", "contrasts_with", "not_suited_to")} - {
        ("Redis", "not_suited_to", "coal")
    }


def test_a_use_with_a_verdict_is_no_part() -> None:
    assert not read("single cargo updates: wrong tool", relation="has_feature")


@pytest.mark.parametrize(
    ("line", "uses"),
    [
        ("good for bursts, think ferry tickets, sales days", {"bursts", "ferry tickets", "sales days"}),
        ("keeps it in memory (think crew lists)", {"crew lists"}),
        ("takes in readings, think buoys and tide gauges", {"buoys", "tide gauges"}),
        ("think twice before you sail", set()),
        ("think of it as a big pier", set()),
        ("think Kafka without disks", set()),
    ],
)
def test_what_comes_to_mind_is_what_a_thing_is_for(line: str, uses: set[str]) -> None:
    assert {target for _, _, target in read(line, relation="suited_to")} == uses
    assert not {target for _, _, target in read(line) if target.lower().startswith("think")}


def test_a_verb_is_nothing_that_is_better_and_overkill_no_kind() -> None:
    found = read("wins over Kafka for real streams")
    assert {edge for edge in found if edge[1] == "use_instead_of"} == {("Redis", "use_instead_of", "Kafka")}
    assert not read("overkill if you have ten boats", relation="kind_of")

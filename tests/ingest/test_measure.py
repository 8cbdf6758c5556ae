"""Limits of a clause: whose they are, what they are called, and what is said only once."""

from __future__ import annotations

import dataclasses

import pytest
from reading_samples import limits, read_notes, relations

from graph.vocabulary import Bound, Kind
from ingest.measuring.measure import measure
from ingest.values import Clause, Mention


def clause(
    text: str, mentions: tuple[tuple[str, Kind], ...] = (), body_start: int = 0, hypothetical: bool = False
) -> Clause:
    found = tuple(
        Mention(text.index(words), text.index(words) + len(words), words.lower(), kind, "test")
        for words, kind in mentions
    )
    return Clause(
        "doc#1", 1, 1, text, "oven", Kind.SERVICE, mentions=found, body_start=body_start, hypothetical=hypothetical
    )


def test_a_limit_is_one_of_the_subject_with_bound_unit_and_scope() -> None:
    (draft,) = measure(clause("up to 12 trays per chamber"))
    limit = draft.limit
    assert draft.owner == "oven"
    assert (limit.quantity, limit.bound, limit.value, limit.unit, limit.scope) == (
        "trays",
        Bound.MAX,
        12,
        "trays",
        "per chamber",
    )
    assert draft.rule.startswith("measure-")


def test_a_feature_named_right_before_the_quantity_owns_it() -> None:
    drafts = measure(
        clause("pilot flame 30 s, door lock 5 min", (("pilot flame", Kind.FEATURE), ("door lock", Kind.FEATURE)))
    )
    assert [d.owner for d in drafts] == ["pilot flame", "door lock"]


def test_a_concept_or_a_name_further_away_owns_nothing() -> None:
    drafts = measure(
        clause("for bread the preheating takes 20 min", (("bread", Kind.FEATURE), ("preheating", Kind.CONCEPT)))
    )
    assert [d.owner for d in drafts] == ["oven"]


def test_conditions_and_hypothetical_clauses_give_no_limit() -> None:
    assert measure(clause("if more than 40 trays wait, call for help")) == ()
    assert measure(clause("could it hold 40 trays", hypothetical=True)) == ()


def test_what_the_label_says_is_not_said_twice() -> None:
    text = "40 trays: the chamber takes up to 40 trays"
    (draft,) = measure(clause(text, body_start=text.index("the")))
    assert draft.limit.bound is Bound.MAX


def test_equal_values_of_two_quantities_are_two_limits() -> None:
    drafts = measure(clause("header 4 bytes, trailer 4 bytes"))
    assert [d.limit.quantity for d in drafts] == ["header size", "trailer size"]


def test_the_label_above_bounds_what_says_no_bound_itself() -> None:
    framed = dataclasses.replace(clause("12 trays, at least 2 lamps"), frame="Limits")
    assert [d.limit.bound for d in measure(framed)] == [Bound.MAX, Bound.MIN]


def test_the_label_above_bounds_no_port() -> None:
    framed = dataclasses.replace(clause("port 8123"), frame="Limits")
    assert [d.limit.bound for d in measure(framed)] == [Bound.EXACT]


def test_a_port_belongs_to_the_name_before_it() -> None:
    (draft,) = measure(clause("encrypted queries: DoT port 853", (("DoT", Kind.TECHNOLOGY),)))
    assert (draft.owner, draft.limit.quantity, draft.limit.value) == ("dot", "port", 853)


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("`max_berths` 20, `max_crew` 100", ["max_berths", "max_crew"]),
        ("`max_berths`, port 5123", ["max_berths"]),
        ("cars park below, max_crew has no deck but max 8 seats", ["max_crew"]),
        ("cars park below, at max_crew up to 8 seats", ["oven"]),
        ("cars park below; max_crew sleeps, but 8 h at best", ["max_crew"]),
        ("Cars park below. max_crew sleeps, 8 h a night", ["max_crew"]),
        ("cars park below whereas max_crew stands, 8 seats", ["max_crew"]),
    ],
)
def test_what_opens_the_figures_part_owns_it(text: str, owners: list[str]) -> None:
    named = tuple((words, Kind.FEATURE) for words in ("max_berths", "max_crew") if words in text)
    assert [d.owner for d in measure(clause(text, named))] == owners


def test_a_part_of_another_thing_leaves_the_figure_to_what_tells_its_kind() -> None:
    clay, stone = Mention(0, 4, "clay", Kind.FEATURE, "test"), Mention(5, 9, "shed/oven", Kind.FEATURE, "test")
    held = dataclasses.replace(clause("clay oven max 9 loaves"), mentions=(clay, stone._replace(owner="shed")))
    assert [d.owner for d in measure(held)] == ["clay"]


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("Steam Engine vs Turbine: Steam Engine wants coal, 40 trips at most", "Steam Engine"),
        ("Steam Engine vs Turbine: the Turbine is lighter, 40 trips at most", "Turbine"),
        ("Steam Engine vs Turbine: SE wants coal, 40 trips at most", "Steam Engine"),
    ],
)
def test_a_figure_in_a_comparison_is_of_the_side_that_opens_its_sentence(line: str, owner: str) -> None:
    notes = f"# Locomotives\n\n## Steam Engine\n- burns coal\n\n## Turbine\n- burns oil\n\n## Choice\n{line}\n"
    assert owner in {name for name, _, value, _ in limits(notes) if value == 40}


def test_below_a_mere_topic_a_figure_is_of_the_name_that_opens_its_line() -> None:
    found = limits("# my odds and ends\n\n- ARP entries live 3 years\n- 20 knots at most\n")
    assert {(owner, value) for owner, _, value, _ in found} == {("ARP", 3)}  # whose the 20 knots are is not said


def test_what_a_test_asks_is_of_the_test() -> None:
    notes = "# Sailing licence\n\nTheory test: 45 mins, 70 % needed\nExam: never forget the lights, 2 of them\n"
    assert {owner for owner, _, value, _ in limits(notes) if value > 2} == {"Theory test"}


def test_the_label_of_a_later_sentence_is_a_thing_where_the_first_one_is() -> None:
    found = limits("# Harbour\n\n## Tugs\n- ferry: up to 2 ropes, no mast. barge: 5 ropes max\n")
    assert {(owner, value) for owner, _, value, _ in found if value > 1} == {("ferry", 2), ("barge", 5)}


@pytest.mark.parametrize("text", ["whistle 2 s, bell time 15 s", "whistle lasts 2 s by default, day bell 15 s"])
def test_what_is_measured_beside_the_subject_belongs_to_its_whole(text: str) -> None:
    named = clause(text, (("whistle", Kind.FEATURE),))
    beside = dataclasses.replace(named, subject="whistle", subject_span=(0, 7), parent_subject="steamer")
    assert [d.owner for d in measure(beside)] == ["whistle", "steamer"]


def test_a_parameter_in_the_bracket_behind_a_figure_owns_it() -> None:
    text = "the waiter looks after 1s (`look_delay`)"
    assert [d.owner for d in measure(clause(text, (("look_delay", Kind.FEATURE),)))] == ["look_delay"]


def test_a_figure_and_the_same_in_another_unit_are_one_limit() -> None:
    (draft,) = measure(clause("the lease lasts 32 days (768h) by default"))
    assert (draft.limit.bound, draft.limit.value, draft.limit.unit) == (Bound.DEFAULT, 32, "days")


def test_a_bare_bound_has_the_unit_of_the_line_above() -> None:
    found = {(f.limit.value, f.limit.unit) for f in read_notes("# Harbour\n- 3 IOPS/GB\n- up to 64,000\n").limits}
    assert found == {(3, "IOPS/GB"), (64_000, "IOPS")}


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("tray limit 40", "trays"),
        ("oven racks 3 by default", "oven racks"),
        ("shelves: of oak, no more than 6 in a shed", "shelves"),
        ("weights 3 by default", None),
        ("carries 4 by default", None),
        ("ports 3000 by default", None),
    ],
)
def test_a_bare_number_counts_what_its_clause_names(line: str, unit: str | None) -> None:
    ((*_, found),) = limits(f"# Bakery\n\nBakery is a service.\n\n- {line}\n- ok\n")
    assert found == unit


def test_what_is_named_before_is_no_verb() -> None:
    ((_, _, value, _),) = limits("# Bakery\n\n- `retry` is 0 for bread\n")
    assert value == 0


@pytest.mark.parametrize(
    "text", ["max 2 trays, other chambers 9 trays", "2 trays whereas the rest of the chambers has 9 trays"]
)
def test_what_all_others_of_a_sort_have_is_told_of_their_whole(text: str) -> None:
    part = dataclasses.replace(clause(text), subject="top-chamber", subject_kind=Kind.FEATURE, owner="oven")
    assert [draft.owner for draft in measure(part)] == ["top-chamber", "oven"]


def test_what_is_not_to_be_done_is_no_limit() -> None:
    assert not limits("# Harbour\nNot good for:\n- mooring ten times a day\n")


def test_a_misspelt_label_that_was_cut_off_gives_its_bound_and_no_name() -> None:
    (draft,) = measure(dataclasses.replace(clause("30 seconds"), label="Defualt"))
    assert (draft.limit.bound, draft.limit.quantity) == (Bound.DEFAULT, "time")


def test_a_label_that_names_a_thing_owns_what_its_line_says() -> None:
    text = "sail locker: 12 sails, at most 3 spinnakers. Price 99 USD"
    labelled = dataclasses.replace(clause(text, (("sail locker", Kind.FEATURE),), body_start=13), label="sail locker")
    assert {d.owner for d in measure(labelled)} == {"sail locker"}
    unit = clause("1 TU = 2 MB/s", (("TU", Kind.FEATURE),), body_start=7)
    assert [d.owner for d in measure(dataclasses.replace(unit, label="1 TU"))] == ["tu"]
    measured = clause("tray size: choose, up to 5 MB", (("tray size", Kind.FEATURE),), body_start=11)
    assert [d.owner for d in measure(dataclasses.replace(measured, label="tray size"))] == ["oven"]


def test_a_bracket_belongs_to_the_name_that_opens_its_part() -> None:
    text = "the oven bakes bread, grill doesn't (coals from outside, up to 12 kg sacks)"
    assert [d.owner for d in measure(clause(text, (("grill", Kind.FEATURE),)))] == ["grill"]


def test_a_tables_columns_say_bound_unit_and_name_of_the_figures_alone_in_them() -> None:
    notes = "# Harbour\n\nberth | min days | max boats | note\n--- | --- | --- | ---\nnorth | 30 | 4 | depth 12 m\n"
    found = {(f.limit.quantity, str(f.limit.bound), f.limit.value, f.limit.unit) for f in read_notes(notes).limits}
    assert {("time", "min", 30, "days"), ("boats", "max", 4, "boats")} <= found


@pytest.mark.parametrize(
    "line",
    [
        "first come, then 429 noseats",
        "Over quota = 429",
        "fails with an error -> 503",
        "gets 404 when the berth is taken",
        "certified to FIPS 140-2",
        "answers 503 unless you booked",
    ],
)
def test_codes_of_errors_and_of_standards_are_no_limits(line: str) -> None:
    assert not limits(f"# Harbour\n- {line}\n")


@pytest.mark.parametrize(
    ("notes", "name"),
    [
        ("# Oven\n- loaves stay 40 min at most\n", "max loaves 40 min"),
        ("# Redis\n- 30 days\n", "time 30 days"),
        ("# SQS\nVisibility timeout:\n- 30 seconds\n", "visibility timeout 30 s"),
        ("# Harbour\n| what | value |\n| --- | --- |\n| mooring fee notice | 3 days |\n", "mooring fee notice 3 days"),
        ("# Harbour\n- max 5 berths per skipper\n", "max 5 berths per skipper"),
        ("# Oven\n- closed with 30s notice\n", "notice 30 s"),
        ("# Oven\n- the pump wants < 5 ms latency\n", "max latency 5 ms"),
        ("# Harbour\n## Berth plans\n- up to 10 MB each\n", "max size 10 MB"),
        ("# Harbour\n- gate code only once, max 10 min\n", "max gate code 10 min"),
        ("# Oven\n- bread cools first but stay below 30 min\n", "max time 30 min"),
        ("# Oven\n- 1 trays per chamber\n", "1 tray per chamber"),
        ("# Redis\n## Safety\n- keeps 15 days by default\n", "default retention 15 days"),
        ("# Harbour\n## Plans\n- 5 USD per berth\n", "price 5 USD per berth"),
    ],
)
def test_names_say_what_is_measured_and_nothing_twice(notes: str, name: str) -> None:
    assert [fact.limit.name for fact in read_notes(notes).limits] == [name]


def test_the_title_of_a_row_bounds_the_figures_of_its_columns() -> None:
    text = "# Depot\n\n| what | Redis | Kafka |\n| --- | --- | --- |\n| biggest parcel | 5 MB | 7 MB |\n"
    assert limits(text) == {("Redis", "max", 5, "MB"), ("Kafka", "max", 7, "MB")}


def test_a_later_sentence_with_a_label_of_its_own_has_its_own_limits() -> None:
    text = "# SQS\n- slow: at least once, in no order. FIFO queue: in order, 300 crates/s\n"
    assert ("FIFO queue", 300.0) in {(owner, value) for owner, _, value, _ in limits(text)}


def test_a_number_behind_a_product_with_a_verb_is_its_version() -> None:
    assert not limits("# Yard\n\n## Redis\nkeeps keys\nRedis 2 replicates between docks\n")
    assert limits("# Yard\n\n## Redis\nkeeps keys\nRedis 2 nodes at least\n")


def test_figures_in_brackets_are_those_of_the_name_right_before_them() -> None:
    found = limits("# Yard\n\n## Redis\nkeeps keys\ngood with Kafka (up to 16 GB), never alone\n")
    assert ("Kafka", "max", 16.0, "GB") in found


def test_a_rate_in_a_table_is_named_by_its_column() -> None:
    text = "# Yard\n\n## Disks\n\n| type | max throughput |\n|---|---|\n| zst1 | 500 MB/s |\n"
    assert [f.limit.quantity for f in read_notes(text).limits] == ["throughput"]


def test_a_zero_that_does_something_and_the_only_one_are_no_figures() -> None:
    assert {figure[2] for figure in limits("# Yard\n\n## Redis\nretention 1-35 days, 0 disables it\n")} == {1.0, 35.0}
    assert {figure[2] for figure in limits("# Yard\n\n## Redis\n100% SLA, the only one\n")} == {100.0}


@pytest.mark.parametrize(
    ("lines", "figures"),
    [
        ("# Nginx\n- listens on port 443\n- max 500 per hall\n", {("Nginx", 443.0), ("Nginx", 500.0)}),
        ("# Redis\n- berth weight 450\n- port 587\n", {("Redis", 450.0), ("Redis", 587.0)}),
        ("# Redis\n- a swell over 2 hours breaks it\n", {("Redis", 2.0)}),
        ("# Sleep\n- backups: 3 copies, 2 media\n", {("backups", 3.0), ("backups", 2.0)}),
        ("# Redis\n- AES 256 GCM on the wire\n", set()),
    ],
)
def test_a_number_that_is_measured_is_no_code_and_one_within_a_name_no_figure(
    lines: str, figures: set[tuple[str, float]]
) -> None:
    assert {(owner, value) for owner, _, value, _ in limits(lines)} == figures


def test_the_second_thing_of_a_row_has_the_second_figure_of_one_measure() -> None:
    text = "# Doors\n\n| old | port | new | its port |\n| --- | --- | --- | --- |\n| HTTP | 80 | HTTPS | 443 |\n"
    assert {(owner, value) for owner, _, value, _ in limits(text)} == {("HTTP", 80.0), ("HTTPS", 443.0)}
    text = "# Locks\n\n| old | weight | new | weight |\n| --- | --- | --- | --- |\n| Redis | 20 | no name yet | 45 |\n"
    assert {(owner, value) for owner, _, value, _ in limits(text)} == {("Redis", 20.0)}


def test_the_figures_of_a_series_of_names_have_one_unit_and_each_its_owner() -> None:
    found = limits("# Yard\n- echo: Kafka up to 900 times, NTP about 556, DNS about 54\n")
    assert {("NTP", "typical", 556.0, "times"), ("DNS", "typical", 54.0, "times")} <= found


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Q: Redis or Kafka for a load of 3 hours?\nA: Redis. Keeps it 9 days\n", {9.0}),
        ("Q: does Redis take a load of 3 hours?\nA: yes, always\n", {3.0}),
    ],
)
def test_what_a_question_supposes_is_a_figure_only_where_the_answer_is_yes(text: str, figures: set[float]) -> None:
    assert {value for _, _, value, _ in limits(f"# Redis\n\n{text}")} == figures


def test_an_example_of_one_word_belongs_to_the_sentence_behind_it() -> None:
    text = "# Yard\n\n## Redis\nkeeps keys\n"
    assert not limits(f"{text}example. 40 keys in the first ms\n")
    assert not limits(f"{text}For example. 9 boats in the first hour\n")


def test_a_sum_and_the_number_of_the_rest_are_no_limits_and_digits_in_a_bracket_a_port() -> None:
    assert not limits("# Kettle\n- spare share = 1 - used\n- works with tea, soup and about 100 more\n")
    assert {fact[1:] for fact in limits("# Kafka\n- REST over HTTP (8082)\n")} == {("exact", 8082, None)}


def test_a_setting_s_value_counts_nothing_of_what_it_means() -> None:
    assert not limits("# Kafka\n- acks=1 leader answers first\n")
    assert not limits("# Kettle\n- heat=2 rings glow\n")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("max guests (100)", {("max", 100, None)}),
        ("min boats (3)", {("min", 3, None)}),
        ("max guests (100 by default)", {("default", 100, None)}),
        ("page size max 10k rows", {("max", 10_000, "rows")}),
        ("letter size max 64k", {("max", 64, "KB")}),
    ],
)
def test_a_figure_that_fills_a_bracket_and_a_k_before_what_it_counts(
    line: str, found: set[tuple[str, float, str | None]]
) -> None:
    assert {fact[1:] for fact in limits(f"# Kettle\n- {line}\n")} == found


def test_a_number_that_ends_a_name_counts_nothing() -> None:
    assert not limits("# Linux admin\n\nRAID 0 stripes no redundancy, RAID 1 mirror\n")


@pytest.mark.parametrize("sign", [", ", "; ", " / "])
def test_each_label_of_a_line_has_its_own_figure(sign: str) -> None:
    text = f"# Yard\n\n## Sizes\n- Redis: 20 GB{sign}Kafka: max 5 MB\n"
    assert {figure[0::2] for figure in limits(text)} == {("Redis", 20.0), ("Kafka", 5.0)}
    text = f"# Yard\n\n## Sizes\n- Redis: 20 GB{sign}default: 5 GB\n"
    assert {figure[0::2] for figure in limits(text)} == {("Redis", 20.0), ("Redis", 5.0)}


def test_a_known_thing_beside_the_first_has_the_second_figure() -> None:
    text = "# Yard\n\n## EBS\n- st1 500 MB/s, sc1 250 MB/s\n- gp2 up to 9 s vs gp3 7 s\n"
    assert {figure[0::2] for figure in limits(text)} == {("st1", 500.0), ("sc1", 250.0), ("gp2", 9.0), ("gp3", 7.0)}


def test_no_part_is_made_of_a_rate() -> None:
    text = "# Yard\n\n## Kinesis\n- shared fan out 2 MB/s per shard, enhanced 2 MB/s per consumer\n"
    assert not {name for _, _, name in relations(text) if name.startswith("s ")}

"""The grammar of quantities, on sentences about kitchens, trains, networks and databases."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.quantities.grammar import Quantity, read_quantities
from graph.quantities.names import quantity_name


def said(text: str) -> list[tuple[str, float, str | None]]:
    return [(str(q.bound), q.value, q.unit) for q in read_quantities(text) if not q.conditional]


def one(text: str) -> Quantity:
    (quantity,) = read_quantities(text)
    return quantity


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("the oven holds up to 12 trays", "max"),
        ("no more than 12 trays", "max"),
        ("limited to 12 trays", "max"),
        ("a tray limit of 12 trays", "max"),
        ("12 trays tops", "max"),
        ("12 trays per oven, not more", "max"),
        ("trays: 12 trays at most", "max"),
        ("the largest oven takes 12 trays", "max"),
        ("12 trays or less", "max"),
        ("max. 12 trays", "max"),
        ("at least 12 trays", "min"),
        ("12 trays minimum", "min"),
        ("12+ trays", "min"),
        ("12 trays and up", "min"),
        ("12 trays by default", "default"),
        ("the default is 12 trays", "default"),
        ("defualt 12 trays", "default"),
        ("the maxiumum is 12 trays", "max"),
        ("12 trays (default)", "default"),
        ("around 12 trays", "typical"),
        ("12ish trays", "typical"),
        ("~12 trays", "typical"),
        ("designed for 12 trays", "typical"),
        ("12 trays", "exact"),
        ("exactly 12 trays", "exact"),
        ("12 trays unless you ask", "default"),
        ("defult 12 trays", "default"),
        ("maximm 12 trays", "max"),
        ("12 trays (def)", "default"),
        ("max 12 trays unless you ask", "max"),
        ("12 trays if u dont set it", "default"),
        ("abt 12 trays", "typical"),
        ("scales to 12 trays", "max"),
        ("12 trays at best", "max"),
        ("cakes cool on 12 trays, hard stop", "max"),
        ("spreads the buns over max 12 trays", "max"),
        ("one oven can't hold more than 12 trays", "max"),
        ("12 trays to begin with", "default"),
        ("12 or more trays", "min"),
        ("soft limit 12 trays", "max"),
        ("Bakery limits: 12 trays", "max"),
        ("12 max trays", "max"),
        ("only reaches 12 trays", "max"),
        ("the baker caps orders at 12 trays", "max"),
        ("an oven can have 12 trays", "max"),
        ("12 trays top", "max"),
        ("12 trays if you say nothing", "default"),
        ("12 trays is the most", "max"),
        ("12 trays (per oven) by default", "default"),
        ("12 trays minimum, over p3 quota", "min"),
        ("12 trays, not one more", "max"),
        ("12 trays per oven (soft)", "max"),
        ("no more then 12 trays", "max"),
        ("nothing bigger than 12 trays", "max"),
        ("the oven maxes out at 12 trays", "max"),
        ("the most you get is 12 trays", "max"),
        ("12 trays, cant be raised", "max"),
        ("never past 12 trays", "max"),
        ("not below 12 trays", "min"),
        ("as few as 12 trays", "min"),
        ("a floor of 12 trays", "min"),
        ("out of the box 12 trays", "default"),
        ("if unset 12 trays", "default"),
        ("12 trays if u dont touch it", "default"),
        ("12 trays is the end of it", "max"),
        ("can be raised to 12 trays", "max"),
        ("can be lowered to 12 trays", "min"),
        ("removes piles higher than 12 trays (default)", "default"),
    ],
)
def test_a_bound_word_on_either_side_sets_the_bound(text: str, bound: str) -> None:
    assert said(text) == [(bound, 12, "trays")]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("payload 4kb", 4, "KB"),
        ("payload 1.5 MiB", 1.5, "MB"),
        ("disk 5 tb", 5, "TB"),
        ("header 20 bytes", 20, "B"),
        ("water 40MB/TB", 40, "MB/TB"),
        ("30 IOPS / gb", 30, "IOPS/GB"),
        ("`max_ovens` 3", 3, "ovens"),
        ("ships over 12 conns", 12, "connections"),
        ("pause 20s", 20, "s"),
        ("pause 10 secs", 10, "s"),
        ("pause 24hours", 24, "h"),
        ("a 30-day trial", 30, "days"),
        ("pause 5m", 5, "min"),
        ("discount 12.5 %", 12.5, "%"),
        ("uptime 99,95%", 99.95, "%"),
        ("16,000 seats", 16000, "seats"),
        ("16.000 seats", 16000, "seats"),
        ("1 million seats", 1e6, "seats"),
        ("up to a million seats", 1e6, "seats"),
        ("6.5m seats", 6.5e6, "seats"),
        ("150k seats", 150_000, "seats"),
        ("up to twenty five seats", 25, "seats"),
        ("platforms for ten years", 10, "years"),
        ("8 vCPU", 8, "vCPU"),
        ("10 Gbps", 10, "Gbps"),
        ("10 Gbit/s", 10, "Gbit/s"),
        ("10 k seats", 10_000, "seats"),
        ("cpu 250m", 0.25, "CPU"),
        ("linger.ms 5", 5, "ms"),
        ("`delayInSeconds` = 30", 30, "s"),
        ("max.oven.trays 50", 50, "trays"),
        ("alarms: 10 free", 10, None),
        ("RPO 0.5", 0.5, None),
        ("max 2^10 seats", 1024, "seats"),
        ("max parcel size 5m", 5, "MB"),
        ("`max_parcel_size` 4k", 4, "KB"),
        ("uptime 99.95", 99.95, "%"),
        ("three nines uptime", 99.9, "%"),
        ("cleaned 2x a day", 2, "times/day"),
        ("16 night runs per line", 16, "night runs"),
        ("min 400 TU/s", 400, "TU/s"),
        ("keeps 10 versions", 10, "versions"),
        ("60 requests a minute", 60, "requests/min"),
        ("300 orders per second", 300, "orders/s"),
        ("100 orders per 6 hours", 100, "orders/6 h"),
        ("2 million orders / month", 2e6, "orders/month"),
        ("doors open twice a day", 2, "times/day"),
        ("500 MB/s", 500, "MB/s"),
        ("ticks every second", 1, "s"),
        ("Fast disk: up to 90k iops", 90_000, "IOPS"),
        ("90 d minimum", 90, "days"),
        ("shut after 20 idle minutes", 20, "min"),
        ("then 7 more days", 7, "days"),
        ("kitchen.sink.taps 200, too many", 200, "taps"),
        ("max_active_orders_per_cook 16", 16, "orders"),
        ("`seats` is 4", 4, None),
        ("10 GB+/s of flour", 10, "GB/s"),
        ("five 9s", 99.999, "%"),
        ("five 9's", 99.999, "%"),
        ("60 oven minutes a day", 60, "min/day"),
        ("no more than 5 a day", 5, "1/day"),
        ("0.5 vCPU", 0.5, "vCPU"),
        ("300 msg/s", 300, "messages/s"),
        ("300 PUTs a minute", 300, "PUTs/min"),
        ("40 GETs and no more", 40, "GETs"),
        ("first million seats", 1e6, "seats"),
        ("flares last 3 years", 3, "years"),
        ("a crate of 12 kilos", 12, "kg"),
        ("latency 100 ns", 100, "ns"),
        ("looks at the last 30 days of sales", 30, "days"),
    ],
)
def test_a_figure_is_read_with_its_unit(text: str, value: float, unit: str) -> None:
    quantity = one(text)
    assert (quantity.value, quantity.unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "value", "unit", "scope"),
    [
        ("$0.20 per 1 million stamps", 0.2, "USD", "per 1 million stamps"),
        ("5 cents per GB", 0.05, "USD", "per GB"),
        ("10 USD per month per seat", 10, "USD", "per month per seat"),
        ("3 IOPS per GB", 3, "IOPS", "per GB"),
        ("40MB/TB of throughput", 40, "MB/TB", "of throughput"),
        ("20 lockers per station", 20, "lockers", "per station"),
        ("750 hours each month", 750, "h", "each month"),
        ("30 s for night trains", 30, "s", "for night trains"),
        ("10 ms pause per stop", 10, "ms", "per stop"),
        ("up to 15 h w/ a slow train", 15, "h", "w/ a slow train"),
        ("20 seats in the back and everybody sits", 20, "seats", "in the back"),
        ("1000 per region", 1000, None, "per region"),
    ],
)
def test_the_qualifier_is_kept_as_scope(text: str, value: float, unit: str | None, scope: str) -> None:
    quantity = one(text)
    assert (quantity.value, quantity.unit, quantity.scope) == (value, unit, scope)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("keeps receipts 1-35 days", (1, "days"), (35, "days")),
        ("leave from 24hours to a week", (24, "h"), (1, "weeks")),
        ("kept from one minute to 14 days", (1, "min"), (14, "days")),
        ("NodePort: 30000-32767", (30000, None), (32767, None)),
        ("between 3 and 9 coaches", (3, "coaches"), (9, "coaches")),
        ("header 20 to 60 bytes", (20, "B"), (60, "B")),
        ("waits 10s upto 5 minutes", (10, "s"), (5, "min")),
        ("priority from -20 to 19", (-20, None), (19, None)),
        ("99.5% - 99.9% on time", (99.5, "%"), (99.9, "%")),
        ("line of 50 Mbps - 10 Gbps", (50, "Mbps"), (10, "Gbps")),
    ],
)
def test_a_range_is_a_minimum_and_a_maximum(text: str, low: tuple[float, str], high: tuple[float, str]) -> None:
    assert said(text) == [("min", *low), ("max", *high)]


@pytest.mark.parametrize(
    "text",
    [
        "carriages shorter than 20 m may stop, files over 4 KB use the side door",
        "if you exceed 10,000 orders per second the till closes",
        "when there are more than 40 guests, open the hall",
        "ring the bell when the queue holds 30 people",
        "use it for parcels < 2 GB",
    ],
)
def test_a_figure_in_a_condition_is_marked(text: str) -> None:
    assert all(q.conditional for q in read_quantities(text))
    assert read_quantities(text)


def test_what_follows_a_condition_is_a_limit_again() -> None:
    assert said("volumes smaller than 2 TB can burst up to 900 IOPS") == [("max", 900, "IOPS")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a label cannot be longer than 63 characters", ("max", 63, "characters")),
        ("parcels must be smaller than 10 MB", ("max", 10, "MB")),
        ("parcels must be < 10 MB", ("max", 10, "MB")),
        ("parcels over 100 MB are rejected", ("max", 100, "MB")),
        ("> 100 MB fails", ("max", 100, "MB")),
        ("more than 100 MB -> error", ("max", 100, "MB")),
        ("the crane wont take more than 100 MB", ("max", 100, "MB")),
        ("the crane refuses crates above 900 MB", ("max", 900, "MB")),
        ("more than 5 calls per hour -> 429", ("max", 5, "calls/h")),
        ("the oven won't start with a tank under 20 GB", ("min", 20, "GB")),
        ("slower than 5 min between stops (max.stop.interval) and you are out", ("max", 5, "min")),
    ],
)
def test_a_threshold_that_forbids_is_a_limit(text: str, expected: tuple[str, float, str]) -> None:
    assert said(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "gp2, io1 and t3.micro",
        "HTTP/2 over IPv4 with AES-256 and SHA-256",
        "switch at layer 7",
        "see chapter 12",
        "Java 11 and Python 3.8",
        "out since 1.24",
        "founded in 1998",
        "on 12 March",
        "2024-05-01",
        "meet at 10:45",
        "open 24/7",
        "10.0.0.1 or 10.0.0.0/16",
        "too many calls -> 429",
        "504 Gateway Timeout",
        "nearly always a 200",
        "SSL 3 is dead, SSL 3",
        "Java 17 or newer",
        "ISO 9001, localhost:3000",
        "O(1), 2f+1 and N+1",
        "we ran 3 ovens at the fair",
        "my own 2 years of bread",
        "it answers (101)",
        "one to one, 1 to 1",
        "the kitchen scales to 0",
        "not 100% sure",
        "recipe_version 1.1",
        "a 404 error",
        "3-way handshake",
        "e.g. 4 cooks at 90 % load",
        "for example 12 trains, each 60 s",
        "5 cooks * 12 plates = 60 plates",
        "there are two types of ticket",
        "the past 3 years",
        "built 8 years ago",
        "http://127.0.0.1:8080/v1",
        "1. Install the agent",
        "one or more wagons",
        "no 2 wagons are alike",
        "zero or more wagons",
        "new in 4.x by default",
        "a build on 64 bit",
        "Oven 6 requires a chimney",
        "the crew used to be 5",
        "the crate was 128 MB before",
        "error 40P01 crew lost",
        "3 evenings left",
        "1000s of passengers",
        "reading a 4 KB recipe",
        "RowBoat 2 carries boats between ports",
        "laid on a second rail",
        "in the past 3 years",
        "butter on each one",
    ],
)
def test_names_dates_versions_codes_and_examples_are_no_quantities(text: str) -> None:
    assert read_quantities(text) == ()


def test_a_label_gives_its_bound_to_all_that_follows() -> None:
    expected = [("default", 10, "s"), ("default", 1, "s"), ("default", 3, "retries")]
    assert said("defaults: every 10 s, timeout 1 s, 3 retries") == expected


def test_a_bare_number_takes_the_unit_that_was_said_before() -> None:
    assert said("Default is 0 seconds, maximum is 900") == [("default", 0, "s"), ("max", 900, "s")]
    assert said("the lease is two hours, the old one had 12") == [("exact", 2, "h"), ("exact", 12, "h")]


def test_two_joined_bound_words_are_two_limits() -> None:
    assert said("trays 12 default and max") == [("default", 12, None), ("max", 12, None)]
    assert said("min and default pause 5 s") == [("default", 5, "s"), ("min", 5, "s")]
    assert said("pause 5 s default and max 9 s") == [("default", 5, "s"), ("max", 9, "s")]


def test_a_code_takes_over_no_unit() -> None:
    assert said("40 orders/s, then the guest gets 429") == [("exact", 40, "orders/s")]


def test_a_unit_goes_back_over_or() -> None:
    assert said("rent it for 1 or 3 years") == [("exact", 1, "years"), ("exact", 3, "years")]


def test_a_bare_number_needs_a_noun_of_quantity_a_parameter_or_a_bound() -> None:
    assert said("distance 20, TTL 1") == [("exact", 20, None), ("exact", 1, None)]
    assert said("`backoffLimit` default 6") == [("default", 6, None)]
    assert said("max_connections (100)") == [("exact", 100, None)]
    assert said("platform 9 is closed") == []


_WORDS = st.sampled_from(
    [
        *("0", "1", "3", "10s", "4kb", "16,000", "6.5m", "1-35", "$0.20", "99.9%", "-5", "~3", "17ish", "10.0.0.1"),
        *("9" * 99, "max", "min", "default", "up", "to", "at", "most", "per", "each", "if", "when", "than", "more"),
        *("over", "GB", "days", "a", "week", "every", "second", "one", "million", "or", "and", "between", "limit"),
        *(",", ";", "(", ")", ":", "=", "->", "-", "/", "*", "+", ".", "`", "e.g.", "TTL"),
    ]
)


@settings(deadline=None)
@given(
    st.one_of(
        st.text(max_size=80), st.lists(_WORDS, max_size=14).map(" ".join), st.lists(_WORDS, max_size=9).map("".join)
    )
)
def test_any_text_is_read_without_error_and_inside_its_bounds(text: str) -> None:
    for quantity in read_quantities(text):
        assert 0 <= quantity.start < quantity.end <= len(text)
        assert 0 <= quantity.name_start <= quantity.name_end <= len(text)
        assert 1 <= len(quantity_name(quantity).split()) <= 5
        assert quantity.scope is None or quantity.scope.strip()


def test_what_a_size_is_of_is_no_scope_and_a_unit_that_is_explained_is_no_limit() -> None:
    assert one("a parcel holds up to 4 KB of text").scope is None
    assert said("1 RU (rowing unit) = 2 MB/s") == [("exact", 2, "MB/s")]
    assert said("bread stays 4 days, can be stretched to 9") == [("exact", 4, "days"), ("max", 9, "days")]
